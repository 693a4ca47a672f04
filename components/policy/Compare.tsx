// What would change if the draft came into force: a table of differences, and whether each makes anything stricter or looser.
import { useStore } from 'zustand';
import { differences } from '@/policy/differences.ts';
import { counted, type Translate } from '../words.ts';
import type { PolicyStore } from './policy-store.ts';
import { meaningOf } from './setting-words.ts';
import { Value } from './Value.tsx';

export function Compare({ t, store }: { t: Translate; store: PolicyStore }) {
  const { inForce, policy, draft } = useStore(store);
  if (!inForce) return <p>{t('popup_no_answer')}</p>;
  if (Object.keys(draft).length === 0)
    return (
      <p>
        {t('policy_draft_empty')} <a href="#draft">{t('policy_part_draft')}</a>
      </p>
    );
  const found = differences(inForce.policy, policy);
  return (
    <>
      <p>{t('policy_compare_what', [inForce.policy.version, policy.version])}</p>
      <p role="status">{found.length === 0 ? t('policy_same') : counted(t, 'policy_differences', found.length)}</p>
      {found.length > 0 && (
        <table className="stacking">
          <thead>
            <tr>
              {['setting', 'in_force', 'draft', 'direction'].map((column) => (
                <th key={column} scope="col">
                  {t(`policy_column_${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.map(({ setting, before, after, direction }) => (
              <tr key={setting.path}>
                <th scope="row">
                  <code>{setting.path}</code>
                  <span className="soft meaning">{meaningOf(t, setting)}</span>
                </th>
                <td data-column={t('policy_column_in_force')}>
                  <Value t={t} setting={setting} value={before} />
                </td>
                <td data-column={t('policy_column_draft')}>
                  <Value t={t} setting={setting} value={after} />
                </td>
                <td data-column={t('policy_column_direction')}>
                  <span className={`direction ${direction}`}>{t(`policy_direction_${direction}`)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
