// The breach contact makes their keys: the file stays with them, two lines go to IT for the policy.
import { useState } from 'react';
import { newContactKeys } from '@/incidents/contact-keys.ts';
import type { Translate } from '../words.ts';
import type { FilePorts } from './Incidents.tsx';

export function MakeKeys({ t, save }: { t: Translate; save: FilePorts['save'] }) {
  const [lines, setLines] = useState('');
  const make = async () => {
    const { text, keys } = await newContactKeys();
    // Without its file nothing could ever be opened that is sealed to it.
    if (!(await save({ name: 'gatehouse-contact-keys.json', type: 'application/json', text }))) return;
    setLines(JSON.stringify({ keys }, null, 2));
  };
  return (
    <details className="import">
      <summary>{t('keys_make')}</summary>
      <p>{t('keys_make_how')}</p>
      <button type="button" className="button" onClick={make}>
        {t('keys_make_do')}
      </button>
      <div role="status">
        {lines && (
          <>
            <p>{t('keys_make_done')}</p>
            <textarea readOnly rows={7} value={lines} aria-label={t('keys_make_lines')} />
          </>
        )}
      </div>
    </details>
  );
}
