// The verdict on what was tried, and its reasons: the same words as in the dialog, without its ways on.
import type { Assessment, DraftToAssess } from '@/assessment/assessment.ts';
import type { Policy } from '@/policy/schema.ts';
import { Found } from '../dialog/Found.tsx';
import { partsOf } from '../dialog/view-of.ts';
import { counted, formatNumber, keyOf, type Translate } from '../words.ts';

interface Props {
  t: Translate;
  policy: Policy;
  assessment: Assessment;
  message: DraftToAssess;
}

export function Tried({ t, policy, assessment }: Props) {
  const { verdict, facts, scanMs } = assessment;
  const { min, estimate, max } = facts.people;
  const words = new Map<string, string>(policy.wording.rules.map(({ rule, text }) => [rule, text]));
  return (
    <>
      <p className={`verdict ${verdict.action}`}>
        {t('policy_try_verdict', [t(keyOf('action', verdict.action)), t(keyOf('destination', verdict.destination))])}
      </p>
      {!verdict.enforced && <p>{t('policy_audit_only')}</p>}
      <p>
        {counted(t, 'people', estimate)}
        {min !== max && ` ${t('policy_try_range', [formatNumber(t, min), formatNumber(t, max)])}`}
      </p>
      {verdict.because.length > 0 && (
        <ul className="lines">
          {verdict.because.map(({ rule, action }) => (
            <li key={rule}>
              {t(keyOf('action', action))}: {words.get(rule) ?? t(keyOf('rule', rule))} <code>{rule}</code>
            </li>
          ))}
        </ul>
      )}
      <Found t={t} view={partsOf(assessment)} />
      <ul className="lines">
        {verdict.recipients.map(({ address, destination, exempt }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the recipients of a verdict never change, and one may be named twice
          <li key={index}>
            {address}: {exempt ? t('policy_try_exempt') : t(keyOf('destination', destination))}
          </li>
        ))}
      </ul>
      <p className="soft">{t('policy_try_time', [formatNumber(t, Math.round(scanMs))])}</p>
    </>
  );
}
