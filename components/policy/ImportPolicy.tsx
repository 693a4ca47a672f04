// A policy in any of the forms that are exported, pasted or as a file, becomes the draft. What it is not, and what is wrong in it, is said.
import { type ChangeEvent, useState } from 'react';
import { useStore } from 'zustand';
import { type FormName, readAny } from '@/rollout/targets.ts';
import { ProblemLines } from '../status/ProblemLines.tsx';
import { counted, keyOf, type Translate } from '../words.ts';
import type { PolicyStore } from './policy-store.ts';

type Result = { target: FormName; settings: number } | { key: string; place: string[] };

/** Beyond this no policy is read: the longest that a browser takes is far shorter. */
const mostCharacters = 5_000_000;

export function ImportPolicy({ t, store }: { t: Translate; store: PolicyStore }) {
  const { replace, problems } = useStore(store);
  const [text, setText] = useState('');
  const [result, setResult] = useState<Result>();
  const take = (given: string) => {
    const read = reading(given);
    setResult(read.result);
    if (read.values) replace(read.values);
  };
  const onFile = async (event: ChangeEvent<HTMLInputElement>) => {
    const input = event.target;
    const [file] = input.files ?? [];
    if (!file) return;
    take(await decoded(file));
    input.value = '';
  };
  return (
    <section aria-labelledby="import-heading" className="export-policy">
      <h2 id="import-heading">{t('policy_import')}</h2>
      <p>{t('policy_import_how')}</p>
      <label className="field">
        <span>{t('policy_import_file')}</span>
        <input type="file" onChange={onFile} />
      </label>
      <label className="field">
        <span>{t('policy_import_text')}</span>
        <textarea rows={6} spellCheck={false} value={text} onChange={(event) => setText(event.target.value)} />
      </label>
      <button type="button" className="button" onClick={() => take(text)}>
        {t('policy_import_do')}
      </button>
      <div role="status">
        {result && 'key' in result && <p className="problem">{t(result.key, result.place)}</p>}
        {result && 'target' in result && (
          <>
            <p>
              {t('policy_imported', [t(keyOf('policy_target', result.target))])}{' '}
              {counted(t, 'policy_imported_settings', result.settings)} <a href="#draft">{t('policy_part_draft')}</a>
            </p>
            {problems.length > 0 && (
              <>
                <p>{counted(t, 'policy_problems', problems.length)}</p>
                <ProblemLines problems={problems} isLoud />
              </>
            )}
          </>
        )}
      </div>
    </section>
  );
}

function reading(text: string): { result: Result; values?: Record<string, unknown> } {
  if (text.trim() === '') return { result: { key: 'policy_import_empty', place: [] } };
  if (text.length > mostCharacters) return { result: { key: 'policy_import_long', place: [] } };
  const known = readAny(text);
  if (known)
    return {
      result: { target: known.target, settings: Object.keys(known.values).length },
      values: { ...known.values },
    };
  const place = brokenAt(text);
  return { result: place ? { key: 'policy_import_broken', place } : { key: 'policy_import_unknown', place: [] } };
}

/** Line and column where JSON breaks off: every browser says them in its error, each in words of its own. */
function brokenAt(text: string): string[] | undefined {
  if (!/^\s*[{[]/.test(text)) return undefined;
  try {
    JSON.parse(text);
    return undefined;
  } catch (thrown) {
    const said = thrown instanceof Error ? thrown.message : '';
    const place = /line (\d+) column (\d+)/.exec(said);
    if (place) return [place[1]!, place[2]!];
    const position = /position (\d+)/.exec(said);
    const before = text.slice(0, position ? Number(position[1]) : text.length).split('\n');
    return [String(before.length), String(before.at(-1)!.length + 1)];
  }
}

/** The registry editor writes UTF-16 with a mark at the front. */
async function decoded(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
