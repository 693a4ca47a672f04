// A policy in any of the forms that are exported, pasted or as a file, becomes the draft. What it is not, and what is wrong in it, is said.
import { type ChangeEvent, useState } from 'react';
import { useStore } from 'zustand';
import { ProblemLines } from '../status/ProblemLines.tsx';
import { counted, keyOf, type Translate } from '../words.ts';
import type { PolicyStore } from './policy-store.ts';
import { type Read, reading, textOf } from './read-policy.ts';

export function ImportPolicy({ t, store }: { t: Translate; store: PolicyStore }) {
  const { replace, problems } = useStore(store);
  const [text, setText] = useState('');
  const [result, setResult] = useState<Read>();
  const take = (given: string) => {
    const read = reading(given);
    setResult(read);
    if ('values' in read) replace({ ...read.values });
  };
  const onFile = async (event: ChangeEvent<HTMLInputElement>) => {
    const input = event.target;
    const [file] = input.files ?? [];
    if (!file) return;
    take(await textOf(file));
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
        {result && 'values' in result && (
          <>
            <p>
              {t('policy_imported', [t(keyOf('policy_target', result.target))])}{' '}
              {counted(t, 'policy_imported_settings', Object.keys(result.values).length)}{' '}
              <a href="#draft">{t('policy_part_draft')}</a>
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
