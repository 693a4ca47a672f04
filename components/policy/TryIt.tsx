// A message or files tried against the policy: read and judged as the desk does it, in a worker; nothing is recorded, sent or kept.
import { type FormEvent, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Assessment, DraftToAssess } from '@/assessment/assessment.ts';
import type { Policy } from '@/policy/schema.ts';
import { formatNumber, type Translate } from '../words.ts';
import type { PolicyPorts, PolicyStore } from './policy-store.ts';
import { Tried } from './Tried.tsx';

interface Result {
  which: 'in_force' | 'draft';
  policy: Policy;
  assessment: Assessment;
  message: DraftToAssess;
}

type Phase = { is: 'idle' | 'failed' } | { is: 'reading'; part: string; share: number };

export function TryIt({ t, store, ports }: { t: Translate; store: PolicyStore; ports: Pick<PolicyPorts, 'assess'> }) {
  const { inForce, policy: drafted, draft } = useStore(store);
  const [phase, setPhase] = useState<Phase>({ is: 'idle' });
  const [results, setResults] = useState<readonly Result[]>([]);
  const running = useRef<AbortController>(undefined);
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const message = messageIn(new FormData(event.currentTarget));
    const controller = new AbortController();
    running.current = controller;
    setResults([]);
    setPhase({ is: 'reading', part: '', share: 0 });
    const judge = async (which: Result['which'], policy: Policy): Promise<Result> => {
      const assessment = await ports.assess(message, policy, controller.signal, ({ part, share }) =>
        setPhase({ is: 'reading', part, share }),
      );
      return { which, policy, assessment, message };
    };
    try {
      const all = inForce ? [await judge('in_force', inForce.policy)] : [];
      if (Object.keys(draft).length > 0) all.push(await judge('draft', drafted));
      setResults(all);
      setPhase({ is: 'idle' });
    } catch {
      setPhase({ is: controller.signal.aborted ? 'idle' : 'failed' });
    }
  };
  const isReading = phase.is === 'reading';
  return (
    <>
      <p>{t('policy_try_what')}</p>
      <form className="try" onSubmit={onSubmit}>
        {(['from', 'to', 'cc', 'bcc', 'subject'] as const).map((name) => (
          <label key={name} className="field">
            <span>{t(`policy_try_${name}`)}</span>
            <input type="text" name={name} autoComplete="off" spellCheck={false} />
          </label>
        ))}
        <label className="field wide">
          <span>{t('policy_try_body')}</span>
          <textarea name="body" rows={7} spellCheck={false} />
        </label>
        <label className="field wide">
          <span>{t('policy_try_files')}</span>
          <input type="file" name="files" multiple />
        </label>
        <div className="buttons">
          <button type="submit" className="button main" disabled={isReading}>
            {t('policy_try_do')}
          </button>
          {isReading && (
            <button type="button" className="button" onClick={() => running.current?.abort()}>
              {t('policy_try_cancel')}
            </button>
          )}
        </div>
      </form>
      <div role="status" className="tried" aria-busy={isReading}>
        {isReading && (
          <p>
            {t('policy_try_reading', [
              phase.part || t('policy_try_body'),
              formatNumber(t, Math.round(phase.share * 100)),
            ])}
          </p>
        )}
        {phase.is === 'failed' && <p className="problem">{t('policy_try_failed')}</p>}
        {results.map(({ which, ...result }) => (
          <section key={which} aria-label={t(`policy_column_${which}`)}>
            <h2>{t(`policy_column_${which}`)}</h2>
            <Tried t={t} {...result} />
          </section>
        ))}
      </div>
    </>
  );
}

function messageIn(form: FormData): DraftToAssess {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const addresses = (name: string) =>
    text(name)
      .split(/[,;\n]/)
      .map((one) => one.trim())
      .filter((one) => one !== '');
  const files = form.getAll('files').filter((one): one is File => one instanceof File && one.name !== '');
  return {
    ...(text('from') === '' ? {} : { account: text('from') }),
    to: addresses('to'),
    cc: addresses('cc'),
    bcc: addresses('bcc'),
    subject: text('subject'),
    body: String(form.get('body') ?? ''),
    isHtml: false,
    // Read anew each time: the file on the disk may have been changed in between.
    files: files.map((file) => ({ id: crypto.randomUUID(), name: file.name, content: file })),
    trigger: 'send',
  };
}
