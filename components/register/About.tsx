// What is checked, what is recorded and what is not, who sees it and how long it stays: written for the person it is about.
import type { PolicyInForce } from '@/platform/messages/messages.ts';
import { ContactLine } from '../ContactLine.tsx';
import { counted, type Translate } from '../words.ts';

const answers = ['checked', 'recorded', 'never', 'private', 'seen', 'rights', 'outside'] as const;

export function About({ t, policy }: { t: Translate; policy: PolicyInForce | undefined }) {
  return (
    <div className="about">
      {answers.map((answer) => (
        <section key={answer}>
          <h2>{t(`about_${answer}`)}</h2>
          <p>{t(`about_${answer}_text`)}</p>
        </section>
      ))}
      {policy && (
        <section>
          <h2>{t('about_kept')}</h2>
          <p>{counted(t, 'about_kept_text', policy.policy.retentionDays)}</p>
          <ContactLine t={t} contact={policy.policy.breachContact} />
          {policy.policy.guidanceUrl && (
            <a href={policy.policy.guidanceUrl} target="_blank" rel="noreferrer">
              {t('about_guidance')}
            </a>
          )}
        </section>
      )}
    </div>
  );
}
