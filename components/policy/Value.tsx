// A value of any setting to read: text, a list, a group, each in the form its schema gives it.
import type { Setting } from '@/policy/settings.ts';
import type { Translate } from '../words.ts';
import { nameOf, valueWords } from './setting-words.ts';

interface Props {
  t: Translate;
  setting: Setting;
  value: unknown;
}

export function Value({ t, setting, value }: Props) {
  if (value !== undefined && setting.form === 'group')
    return <Parts t={t} setting={setting} value={value as Record<string, unknown>} />;
  if (setting.form === 'list' && Array.isArray(value) && value.length > 0)
    return (
      <ol className="lines">
        {value.map((item) => (
          <li key={JSON.stringify(item)}>
            <Parts t={t} setting={setting} value={item} />
          </li>
        ))}
      </ol>
    );
  if (setting.isOfLines && Array.isArray(value) && value.length > 0)
    return (
      <ul className="lines">
        {value.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    );
  return <span className="value">{valueWords(t, setting, value)}</span>;
}

function Parts({ t, setting, value }: { t: Translate; setting: Setting; value: Record<string, unknown> }) {
  const given = setting.entries.filter(({ name, isOptional }) => !isOptional || value[name] !== undefined);
  if (given.length === 0) return <span className="value">{t('policy_nothing')}</span>;
  return (
    <dl className="parts">
      {given.map((entry) => (
        <div key={entry.path}>
          <dt>{nameOf(t, entry)}</dt>
          <dd>
            <Value t={t} setting={entry} value={value[entry.name]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
