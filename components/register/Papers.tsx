// Papers written from the policy in force and from the register: what to show an auditor, the staff, or whoever tunes the policy.
import { useState } from 'react';
import { useStore } from 'zustand';
import type { Paper } from '@/incidents/documents/document.ts';
import { dpia } from '@/incidents/documents/dpia.ts';
import { measuresPaper } from '@/incidents/documents/measures.ts';
import { staffNotice } from '@/incidents/documents/staff-notice.ts';
import { tuningPaper } from '@/incidents/documents/tuning.ts';
import { strictDefault } from '@/policy/default.ts';
import type { Translate } from '../words.ts';
import { writerOf } from '../words.ts';
import type { EntryPorts } from './Entry.tsx';
import { type PaperPorts, PaperView } from './PaperView.tsx';
import type { RegisterStore } from './register-store.ts';

const papers = ['measures', 'dpia', 'staff', 'tuning'] as const;

export function Papers({ t, store, ports }: { t: Translate; store: RegisterStore; ports: EntryPorts }) {
  const { policy, rows } = useStore(store);
  const [chosen, choose] = useState<(typeof papers)[number]>('measures');
  const inForce = policy?.policy ?? strictDefault;
  const writer = writerOf(t);
  const paper: Record<(typeof papers)[number], () => Paper> = {
    measures: () => measuresPaper(inForce, writer),
    dpia: () => dpia(inForce, writer),
    staff: () => staffNotice(inForce, writer),
    tuning: () => tuningPaper(rows, writer),
  };
  return (
    <>
      <div className="buttons choose">
        {papers.map((one) => (
          <button key={one} type="button" className="button" aria-pressed={one === chosen} onClick={() => choose(one)}>
            {t(`paper_${one}`)}
          </button>
        ))}
      </div>
      <PaperView key={chosen} t={t} paper={paper[chosen]()} name={`gatehouse-${chosen}`} ports={ports} />
    </>
  );
}

/** The one paper that is written from entries alone. */
export function Tuning({ t, store, ports }: { t: Translate; store: RegisterStore; ports: PaperPorts }) {
  const { rows } = useStore(store);
  return <PaperView t={t} paper={tuningPaper(rows, writerOf(t))} name="gatehouse-tuning" ports={ports} />;
}
