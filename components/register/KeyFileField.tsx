// The breach contact's key file, chosen for one step: its text goes to the caller and is kept nowhere.
import { useId } from 'react';
import type { Translate } from '../words.ts';

export function KeyFileField({ t, onText }: { t: Translate; onText(text: string): void }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{t('keys_file')}</label>
      <input
        id={id}
        type="file"
        accept=".json,application/json"
        onChange={async (event) => onText((await event.target.files?.[0]?.text()) ?? '')}
      />
    </div>
  );
}
