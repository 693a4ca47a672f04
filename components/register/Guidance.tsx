// First run: the notice to read once, and to say that one has. The date goes into later incidents, as evidence that people are trained.
import { useState } from 'react';
import { useStore } from 'zustand';
import { staffNotice } from '@/incidents/documents/staff-notice.ts';
import { strictDefault } from '@/policy/default.ts';
import { formatTime, type Translate } from '../words.ts';
import { writerOf } from '../writer.ts';
import type { EntryPorts } from './Entry.tsx';
import { PaperView } from './PaperView.tsx';
import type { RegisterStore } from './register-store.ts';

export interface GuidancePorts {
  /** True once it is stored that this person has read it. */
  acknowledge(): Promise<boolean>;
}

export function Guidance({
  t,
  store,
  ports,
}: {
  t: Translate;
  store: RegisterStore;
  ports: EntryPorts & GuidancePorts;
}) {
  const { policy, entries, load } = useStore(store);
  const [failed, setFailed] = useState(false);
  const last = entries.findLast(({ entry }) => entry.type === 'acknowledgement')?.entry;
  const confirm = async () => {
    const isStored = await ports.acknowledge();
    setFailed(!isStored);
    if (isStored) await load();
  };
  return (
    <>
      <PaperView
        t={t}
        paper={staffNotice(policy?.policy ?? strictDefault, writerOf(t))}
        name="gatehouse-notice"
        ports={ports}
      />
      <div className="acknowledge">
        {last?.type === 'acknowledgement' && (
          <p role="status">{t('guidance_read', [formatTime(t, last.acknowledgement.at)])}</p>
        )}
        {failed && (
          <p role="alert" className="problem">
            {t('guidance_failed')}
          </p>
        )}
        <button type="button" className={last ? 'button' : 'button main'} onClick={confirm}>
          {t(last ? 'guidance_again' : 'guidance_confirm')}
        </button>
      </div>
    </>
  );
}
