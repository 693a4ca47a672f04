// The own account: what it may do, and its password.
import type { Translate } from '../../components/words.ts';
import type { Account as Person } from '../roles.ts';
import { Field } from './Field.tsx';
import { SendingForm } from './SendingForm.tsx';

export function Account({ t, me, done }: { t: Translate; me: Person; done(): void }) {
  return (
    <>
      <p>
        {me.name}, {me.address}: {me.roles.map((role) => t(`collector_role_${role}`)).join(', ')}
      </p>
      <SendingForm t={t} path="/api/password" done={done} label={t('collector_password_change')}>
        <h2>{t('collector_password_change')}</h2>
        <input type="hidden" autoComplete="username" value={me.address} readOnly />
        <Field label={t('collector_password_old')} name="old" type="password" complete="current-password" />
        <Field label={t('collector_password_new')} name="fresh" type="password" complete="new-password" least={12} />
      </SendingForm>
    </>
  );
}
