// Papers written from the policy in force and from the register: what to show an auditor, the staff, or whoever tunes the policy.
import { type ReactNode, useState } from 'react';
import { useStore } from 'zustand';
import type { Kept, Paper } from '@/incidents/documents/document.ts';
import { dpia } from '@/incidents/documents/dpia.ts';
import { measuresPaper } from '@/incidents/documents/measures.ts';
import { staffNotice } from '@/incidents/documents/staff-notice.ts';
import { tuningPaper } from '@/incidents/documents/tuning.ts';
import type { Policy } from '@/policy/schema.ts';
import type { Translate } from '../words.ts';
import { writerOf } from '../writer.ts';
import { type PaperPorts, PaperView } from './PaperView.tsx';
import { Reading } from './Reading.tsx';
import type { RegisterStore } from './register-store.ts';

const fromPolicy = { measures: measuresPaper, dpia, staff: staffNotice };
type Name = keyof typeof fromPolicy | 'tuning';
const names: readonly Name[] = ['measures', 'dpia', 'staff', 'tuning'];

interface Props {
  t: Translate;
  store: RegisterStore;
  ports: PaperPorts;
  /** Absent: it is not known here, and nothing is written from a guess. */
  policy?: Policy;
  kept?: Kept;
  /** Above what is written from the policy: where it is from. */
  children?: ReactNode;
}

export function Papers({ t, store, ports, policy, kept, children }: Props) {
  const { phase, rows } = useStore(store);
  const [chosen, choose] = useState<Name>('measures');
  const written = (): Paper | undefined => {
    if (chosen === 'tuning') return phase === 'ready' ? tuningPaper(rows, writerOf(t)) : undefined;
    return policy && fromPolicy[chosen](policy, writerOf(t), kept);
  };
  const paper = written();
  return (
    <>
      <div className="buttons choose">
        {names.map((one) => (
          <button key={one} type="button" className="button" aria-pressed={one === chosen} onClick={() => choose(one)}>
            {t(`paper_${one}`)}
          </button>
        ))}
      </div>
      {chosen === 'tuning' ? <Reading t={t} store={store} /> : children}
      {paper && <PaperView key={chosen} t={t} paper={paper} name={`gatehouse-${chosen}`} ports={ports} />}
    </>
  );
}
