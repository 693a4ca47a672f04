// Takes in what other people recorded: exported files, or ready mails pasted as they came. Says what was read, from whom.
import { type ChangeEvent, useState } from 'react';
import { useStore } from 'zustand';
import type { Envelope } from '@/incidents/envelope.ts';
import { importEntries } from '@/incidents/import.ts';
import { counted, type Translate } from '../words.ts';
import type { RegisterStore } from './register-store.ts';

interface Result {
  read: Envelope[];
  problems: string[];
  added: number;
  isFailed: boolean;
}

export function Import({ t, store }: { t: Translate; store: RegisterStore }) {
  const take = useStore(store, (state) => state.take);
  const [text, setText] = useState('');
  const [result, setResult] = useState<Result>();
  const bringIn = async (texts: readonly string[]) => {
    const all = texts.map(importEntries);
    const read = [...new Map(all.flatMap(({ entries }) => entries).map((entry) => [entry.id, entry])).values()];
    const taken = await take(read);
    const added = 'added' in taken ? taken.added : 0;
    setResult({ read, problems: all.flatMap(({ problems }) => problems), added, isFailed: 'failed' in taken });
    if (added > 0) setText('');
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

function Outcome({ t, result: { read, problems, added, isFailed } }: { t: Translate; result: Result }) {
  if (isFailed) return <p className="problem">{t('register_import_failed')}</p>;
  const people = Map.groupBy(
    read.filter(({ type }) => type !== 'amendment'),
    ({ entry }) => actorOf(entry) || t('register_actor_unknown'),
  );
  return (
    <>
      {read.length > 0 && (
        <p>
          {counted(t, 'register_import_added', added)} {counted(t, 'register_import_known', read.length - added)}
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
