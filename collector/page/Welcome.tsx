// Behind an invitation's link: who one is, and a password.
import type { Translate } from '../../components/words.ts';
import { Field } from './Field.tsx';
import { SendingForm } from './SendingForm.tsx';

export function Welcome({ t, secret, done }: { t: Translate; secret: string; done(): void }) {
  return (
    <SendingForm t={t} path="/api/welcome" more={{ secret }} done={done} label={t('collector_welcome_do')}>
      <h1>{t('collector_welcome')}</h1>
      <p>{t('collector_welcome_how')}</p>
      <Field label={t('collector_name')} name="name" complete="name" />
      <Field label={t('collector_address')} name="address" type="email" complete="username" />
      <Field label={t('collector_password_new')} name="password" type="password" complete="new-password" least={12} />
    </SendingForm>
  );
}
