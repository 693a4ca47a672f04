// One entry on a page of its own: what was recorded, where the 72 hours stand, the work on it, its timeline and its papers.
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { caseOf } from '@/incidents/case.ts';
import { answerSheet, phasedUpdate } from '@/incidents/documents/answer-sheet.ts';
import { letterDraft } from '@/incidents/documents/letter.ts';
import { strictDefault } from '@/policy/default.ts';
import { reasonWords } from '../reason-words.ts';
import { keyOf, type Translate } from '../words.ts';
import { writerOf } from '../writer.ts';
import { ClockLine } from './ClockLine.tsx';
import { factsOf } from './facts.ts';
import type { FilePorts } from './Incidents.tsx';
import { PaperView } from './PaperView.tsx';
import { Reading } from './Reading.tsx';
import type { Worked } from './register-ports.ts';
import type { RegisterStore } from './register-store.ts';
import { useNow } from './use-now.ts';
import { KeyWork } from './work/KeyWork.tsx';
import { Actions, Links } from './work/Links.tsx';
import { Sign, useSign } from './work/Sign.tsx';
import { Timeline } from './work/Timeline.tsx';
import { Work, type WorkPorts } from './work/Work.tsx';

export type EntryPorts = FilePorts & WorkPorts & { copy(text: string): Promise<void> };

interface Props {
  t: Translate;
  store: RegisterStore;
  id: string;
  ports: EntryPorts;
  /** False where the reader may look and no more. */
  mayWork?: boolean;
}

const papers = ['sheet', 'update', 'letter'] as const;

export function Entry({ t, store, id, ports, mayWork = true }: Props) {
  const { rows, proofOf, policy, phase, work } = useStore(store);
  const [shown, setShown] = useState<(typeof papers)[number]>();
  const [worked, setWorked] = useState<Worked>('stored');
  const { isNamed, sign } = useSign(store);
  const now = useNow(ports.now);
  const title = useRef<HTMLHeadingElement>(null);
  const row = rows.find((one) => one.id === id);
  const isThere = row !== undefined;
  // Until then there may be steps on it that are not read yet.
  const worksNow = mayWork && phase === 'ready';
  useEffect(() => {
    if (isThere) title.current?.focus();
  }, [isThere]);
  const proof = proofOf(id);
  if (!row || !proof)
    return phase === 'ready' ? <p role="status">{t('entry_unknown')}</p> : <Reading t={t} store={store} />;
  const found = caseOf(row);
  const step = async (change: Parameters<typeof work>[1]) => {
    if (!isNamed()) return false;
    const done = await work(id, change);
    setWorked(done);
    return done === 'stored';
  };
  const inForce = policy?.policy ?? strictDefault;
  const writer = writerOf(t);
  /** In the words of the policy now in force; the code itself where that policy has no such reason. */
  const reasonLabel = (code: string) => {
    const reason = inForce.reasons.find((one) => one.code === code);
    return reason ? reasonWords(t, reason).label : code;
  };
  const make = {
    sheet: () => answerSheet(row, inForce, writer, ports.now()),
    update: () => phasedUpdate(row, inForce, writer, ports.now()),
    letter: () => letterDraft(row, inForce, writer),
  };
  const paper = shown && make[shown]();
  return (
    <div className="entry">
      <header>
        <a href="#incidents">{t('entry_back')}</a>
        <h2 ref={title} tabIndex={-1}>
          {t(row.type === 'report' ? 'register_report' : 'register_incident')} {found.reference}
        </h2>
        <p>
          <strong>{t(keyOf('status', found.status))}</strong> · <ClockLine t={t} found={found} now={now} />
        </p>
        {found.hold && <p className="problem">{t('entry_held', [found.hold.value])}</p>}
      </header>
      <div className="columns">
        <section aria-labelledby="recorded-title">
          <h2 id="recorded-title">{t('entry_recorded')}</h2>
          <dl className="facts">
            {factsOf(t, row, proof, reasonLabel).map(([label, lines]) => (
              <div key={label}>
                <dt>{t(label)}</dt>
                {[...new Set(lines)].map((line) => (
                  <dd key={line}>{line}</dd>
                ))}
              </div>
            ))}
          </dl>
        </section>
        <div className="doing">
          <Reading t={t} store={store} />
          {worksNow && (
            <>
              <Sign t={t} store={store} {...sign} />
              <Work t={t} row={row} found={found} ports={ports} work={step} />
              <Actions t={t} found={found} now={ports.now} work={step} />
              <Links t={t} row={row} rows={rows} found={found} work={step} />
              <KeyWork t={t} row={row} now={ports.now} copy={ports.copy} work={step} />
            </>
          )}
          {!mayWork && <p className="soft reader">{t('entry_reader')}</p>}
          <Timeline t={t} row={row} found={found} now={ports.now()} work={worksNow ? step : undefined} />
        </div>
      </div>
      <section className="papers">
        <div className="buttons choose">
          {papers.map((one) => (
            <button
              key={one}
              type="button"
              className="button"
              aria-pressed={one === shown}
              onClick={() => setShown(one === shown ? undefined : one)}
            >
              {t(`entry_${one}`)}
            </button>
          ))}
        </div>
        {paper && <PaperView key={shown} t={t} paper={paper} name={`${found.reference}-${shown}`} ports={ports} />}
        {shown === 'update' && !paper && <p>{t('entry_no_update')}</p>}
      </section>
      {/* In sight wherever on this page the step was taken. */}
      <p role="alert" className="problem failed">
        {worked !== 'stored' && t(`work_${worked}`)}
      </p>
    </div>
  );
}
