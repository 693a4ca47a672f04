// All settings under their headings, and a field that leaves those in which some words stand.
import { type ReactNode, useState } from 'react';
import type { Setting } from '@/policy/settings.ts';
import { counted, type Translate } from '../words.ts';
import { policySections } from './sections.ts';
import { meaningOf } from './setting-words.ts';

export function Sections({ t, row }: { t: Translate; row(setting: Setting): ReactNode }) {
  const [words, setWords] = useState('');
  const wanted = words.trim().toLowerCase();
  const passes = (setting: Setting) =>
    [setting, ...setting.entries].some((one) => `${one.name} ${meaningOf(t, one)}`.toLowerCase().includes(wanted));
  const shown = policySections.map(({ id, settings }) => ({ id, settings: settings.filter(passes) }));
  const count = shown.reduce((sum, { settings }) => sum + settings.length, 0);
  return (
    <>
      <search className="find">
        <label className="field">
          <span>{t('policy_find')}</span>
          <input type="search" value={words} onChange={(event) => setWords(event.target.value)} />
        </label>
        <p role="status" className="soft">
          {counted(t, 'policy_found', count)}
        </p>
      </search>
      {shown
        .filter(({ settings }) => settings.length > 0)
        .map(({ id, settings }) => (
          <section key={id} aria-labelledby={`section-${id}`} className="settings">
            <h2 id={`section-${id}`}>{t(`policy_section_${id}`)}</h2>
            {settings.map(row)}
          </section>
        ))}
    </>
  );
}
