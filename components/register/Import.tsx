// Takes in what other people recorded: exported files, or ready mails pasted as they came. Says what was read, from whom.
import { type ChangeEvent, useId, useState } from 'react';
import { useStore } from 'zustand';
import type { Envelope, Taken } from '@/incidents/envelope.ts';
import { type Imports, importEntries } from '@/incidents/import.ts';
import { counted, type Translate } from '../words.ts';
import type { RegisterStore, TakenIn } from './register-store.ts';

interface Result extends TakenIn {
  read: Envelope[];
  problems: string[];
  isFailed: boolean;
}

export function Import({ t, store }: { t: Translate; store: RegisterStore }) {
  const take = useStore(store, (state) => state.take);
  const id = useId();
  const [text, setText] = useState('');
  const [isMine, setMine] = useState(false);
  const [result, setResult] = useState<Result>();
  const bringIn = async (texts: readonly string[]) => {
    const all = texts.map(importEntries);
    const found = all.flatMap((one) => takenFrom(one, isMine));
    // Of a record that is in several files, the reader's own is taken.
    found.sort((one, other) => Number(one.isOwn === true) - Number(other.isOwn === true));
    const read = [...new Map(found.map((entry) => [entry.id, entry])).values()];
    const taken = await take(read);
    const counts = 'added' in taken ? taken : { added: 0, accepted: 0, erased: 0 };
    const problems = all.flatMap((one) => one.problems);
    setResult({ read, problems, ...counts, isFailed: 'failed' in taken });
    setMine(false);
    if (counts.added > 0) setText('');
  };
  const onFiles = async (event: ChangeEvent<HTMLInputElement>) => {
    const input = event.target;
    await bringIn(await Promise.all([...(input.files ?? [])].map((file) => file.text())));
    input.value = '';
  };
  return (
    <details className="import">
      <summary>{t('register_import')}</summary>
      <p>{t('register_import_how')}</p>
      <p id={`${id}-mine`}>{t('register_import_mine_when')}</p>
      <label className="check">
        <input
          type="checkbox"
          checked={isMine}
          aria-describedby={`${id}-mine`}
          onChange={(event) => setMine(event.target.checked)}
        />
        <span>{t('register_import_mine')}</span>
      </label>
      <label className="field">
        <span>{t('register_import_file')}</span>
        <input type="file" multiple accept=".json,.jsonl,.txt,.eml,application/json,text/plain" onChange={onFiles} />
      </label>
      <label className="field">
        <span>{t('register_import_text')}</span>
        <textarea rows={5} value={text} onChange={(event) => setText(event.target.value)} />
      </label>
      <button type="button" className="button" onClick={() => bringIn([text])}>
        {t('register_import_do')}
      </button>
      <div role="status">{result && <Outcome t={t} result={result} />}</div>
    </details>
  );
}

function takenFrom({ entries, own }: Imports, isMine: boolean): Taken[] {
  return entries.map((entry) => (isMine && own.has(entry.id) ? { ...entry, isOwn: true } : entry));
}

function Outcome({
  t,
  result: { read, problems, added, accepted, erased, isFailed },
}: {
  t: Translate;
  result: Result;
}) {
  if (isFailed) return <p className="problem">{t('register_import_failed')}</p>;
  const people = Map.groupBy(
    read.filter(({ type }) => type !== 'amendment'),
    ({ entry }) => actorOf(entry) || t('register_actor_unknown'),
  );
  return (
    <>
      {read.length > 0 && (
        <p>
          {counted(t, 'register_import_added', added)}{' '}
          {counted(t, 'register_import_known', read.length - added - erased)}{' '}
          {accepted > 0 && counted(t, 'register_import_accepted', accepted)}{' '}
          {erased > 0 && counted(t, 'register_import_erased', erased)}
        </p>
      )}
      <ul className="lines">
        {[...people].map(([person, entries]) => (
          <li key={person}>{counted(t, 'register_import_from', entries.length, person)}</li>
        ))}
        {[...new Set(problems)].map((problem) => (
          <li key={problem} className="problem">
            {problem}
          </li>
        ))}
      </ul>
    </>
  );
}

function actorOf(entry: Envelope['entry']): string {
  switch (entry.type) {
    case 'incident':
      return entry.incident.actor.value;
    case 'report':
      return entry.report.actor.value;
    case 'acknowledgement':
      return entry.acknowledgement.actor.value;
    case 'work':
      return entry.work.by.value;
    default:
      return '';
  }
}
