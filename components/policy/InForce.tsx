// The policy in force: every setting with its meaning, its value, the strict default, and where the value comes from. To read only.
import { useStore } from 'zustand';
import { strictDefault } from '@/policy/default.ts';
import type { Setting } from '@/policy/settings.ts';
import { PolicyStatus } from '../status/PolicyStatus.tsx';
import { ProblemLines } from '../status/ProblemLines.tsx';
import { keyOf, type Translate } from '../words.ts';
import { isWithin, valueAt } from './draft.ts';
import type { PolicyStore } from './policy-store.ts';
import { Sections } from './Sections.tsx';
import { meaningOf } from './setting-words.ts';
import { Value } from './Value.tsx';

export function InForce({ t, store }: { t: Translate; store: PolicyStore }) {
  const { inForce, phase } = useStore(store);
  if (!inForce)
    return <p aria-busy={phase === 'loading'}>{t(phase === 'silent' ? 'popup_no_answer' : 'popup_waiting')}</p>;
  const { policy, origins = {}, problems } = inForce;
  const row = (setting: Setting) => {
    const [value, usual] = [valueAt(policy, setting.path), valueAt(strictDefault, setting.path)];
    const isUsual = JSON.stringify(value) === JSON.stringify(usual);
    const wrong = problems.filter(({ key }) => isWithin(key, setting.path));
    return (
      <section key={setting.path} className="setting" aria-labelledby={`in-force-${setting.path}`}>
        <h3 id={`in-force-${setting.path}`}>
          <code>{setting.name}</code> <Origin t={t} from={originOf(origins, setting.path)} />
        </h3>
        <p>{meaningOf(t, setting)}</p>
        <dl className="value-rows">
          <div>
            <dt>{t('policy_value')}</dt>
            <dd>
              <Value t={t} setting={setting} value={value} />
            </dd>
          </div>
          {!isUsual && (
            <div>
              <dt>{t('policy_default')}</dt>
              <dd>
                <Value t={t} setting={setting} value={usual} />
              </dd>
            </div>
          )}
        </dl>
        {wrong.length > 0 && <ProblemLines problems={wrong} isLoud />}
      </section>
    );
  };
  return (
    <>
      <PolicyStatus t={t} inForce={inForce} />
      <p>{t(inForce.source === 'default' ? 'policy_none_managed' : 'policy_read_only')}</p>
      <Sections t={t} row={row} />
    </>
  );
}

function Origin({ t, from }: { t: Translate; from: string }) {
  return <span className={`origin ${from}`}>{t(keyOf('policy_origin', from))}</span>;
}

/** `mixed`: some of its parts were written in one place, some in another. */
function originOf(origins: Record<string, string>, path: string): string {
  const found = new Set(Object.entries(origins).flatMap(([key, from]) => (isWithin(key, path) ? [from] : [])));
  return found.size > 1 ? 'mixed' : ([...found][0] ?? 'default');
}
