// The own account: what it may do, and its password.
import { useState } from 'react';
import type { Translate } from '../../components/words.ts';
import type { Account as Person } from '../roles.ts';
import { send } from './ask.ts';
import { Field, typedIn } from './Field.tsx';

export function Account({ t, me, done }: { t: Translate; me: Person; done(): void }) {
  const [problem, setProblem] = useState('');
  const onSubmit = async (event: React.FormEvent<HTMLFormElement>) => {
    const said = await send('POST', '/api/password', typedIn(event));
    if (said.problem === undefined) done();
    else setProblem(t(`collector_problem_${said.problem.replaceAll('-', '_')}`));
  };
  return (
    <>
      <p>
        {me.name}, {me.address}: {me.roles.map((role) => t(`collector_role_${role}`)).join(', ')}
      </p>
      <form className="form" onSubmit={onSubmit}>
        <h2>{t('collector_password_change')}</h2>
        <input type="hidden" autoComplete="username" value={me.address} readOnly />
        <Field label={t('collector_password_old')} name="old" type="password" complete="current-password" />
        <Field label={t('collector_password_new')} name="fresh" type="password" complete="new-password" least={12} />
        <p role="alert" className="problem">
          {problem}
        </p>
        <button type="submit" className="button main">
          {t('collector_password_change')}
        </button>
      </form>
    </>
  );
}
