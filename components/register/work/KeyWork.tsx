// What only the breach contact can do, with the key file they keep: look behind a pseudonym, and let one held draft go. Either is a step
// on the record before it happens. The file is read for this one step and not kept.
import { useState } from 'react';
import type { ContactKeys } from '@/incidents/contact-keys.ts';
import type { Incident } from '@/incidents/incident.ts';
import { releaseCode } from '@/incidents/release-code.ts';
import { type Details, type Sealed, unseal } from '@/incidents/sealed.ts';
import type { Row } from '@/incidents/views.ts';
import type { Change } from '@/incidents/work.ts';
import { formatTime, type Translate } from '../../words.ts';
import { KeyForm } from './KeyForm.tsx';

interface Props {
  t: Translate;
  row: Row;
  now(): number;
  copy(text: string): Promise<void>;
  work(change: Change): Promise<boolean>;
}

const hour = 3_600_000;
/** How long a release code is good: long enough to read it out, too short to find it again. */
const releasedFor = 4 * hour;

export function KeyWork(props: Props) {
  const { t, row } = props;
  const { sealed } = row.type === 'incident' ? row.incident : row.report;
  const isSealed = sealed !== undefined || row.works.some((step) => step.sealed);
  const isHeld = row.type === 'incident' && row.incident.draft !== undefined && row.outcome === 'near-miss';
  if (!isSealed && !isHeld) return null;
  return (
    <section className="key-work" aria-labelledby="key-work-title">
      <h2 id="key-work-title">{t('keys_title')}</h2>
      {isSealed && <Unseal {...props} sealed={sealed} />}
      {isHeld && <Release {...props} incident={row.incident} />}
    </section>
  );
}

function Unseal({ t, row, sealed, work }: Props & { sealed: Sealed | undefined }) {
  const [why, setWhy] = useState('');
  const [details, setDetails] = useState<Details>();
  const [workers, setWorkers] = useState<[string, string][]>([]);
  const [problem, setProblem] = useState('');
  const act = async (keys: ContactKeys) => {
    const opened = sealed && (await unseal(sealed, keys.opener, row.id));
    const named = await workersIn(row, keys.opener);
    if (!opened && (sealed || named.length === 0)) return setProblem(t('keys_other'));
    setProblem('');
    if (!(await work({ do: 'unseal', why: why.trim() }))) return;
    setDetails(opened);
    setWorkers(named);
  };
  return (
    <KeyForm t={t} label={t('keys_unseal')} isReady={why.trim() !== ''} act={act} problem={problem}>
      <label className="field">
        <span>{t('keys_unseal_why')}</span>
        <input type="text" maxLength={300} value={why} onChange={(event) => setWhy(event.target.value)} />
      </label>
      {(details || workers.length > 0) && (
        <div role="status">
          {details && (
            <p>
              <strong>{details.actor}</strong>{' '}
              {[details.reason, details.what, details.when].filter(Boolean).join(' · ')}
            </p>
          )}
          {workers.map(([pseudonym, name]) => (
            <p key={pseudonym}>{t('keys_worker', [pseudonym, name])}</p>
          ))}
        </div>
      )}
    </KeyForm>
  );
}

/** Who worked on it, by the pseudonym that stands on each step. */
async function workersIn({ works }: Row, opener: ContactKeys['opener']): Promise<[string, string][]> {
  const names = new Map<string, string>();
  for (const { id, by, sealed } of works) {
    const opened = sealed && !names.has(by.value) ? await unseal(sealed, opener, id) : undefined;
    if (opened) names.set(by.value, opened.actor);
  }
  return [...names];
}

function Release({ t, incident, now, copy, work }: Props & { incident: Incident }) {
  const [code, setCode] = useState('');
  const [until, setUntil] = useState(0);
  const act = async ({ signer }: ContactKeys) => {
    const expires = now() + releasedFor;
    if (!(await work({ do: 'release', expires }))) return;
    setUntil(expires);
    setCode(await releaseCode(signer, { incident: incident.id, draft: incident.draft ?? '' }, expires));
  };
  return (
    <KeyForm t={t} label={t('keys_release')} isReady act={act}>
      <p className="soft">{t('keys_release_hint')}</p>
      {code && (
        <div role="status">
          <p>{t('keys_release_until', [formatTime(t, until)])}</p>
          <textarea readOnly rows={4} value={code} aria-label={t('keys_release_code')} />
          <button type="button" className="button" onClick={() => copy(code)}>
            {t('paper_copy')}
          </button>
        </div>
      )}
    </KeyForm>
  );
}
