// Behind an invitation's link: who one is, and a password.
import { useState } from 'react';
import type { Translate } from '../../components/words.ts';
import { send } from './ask.ts';
import { Field, typedIn } from './Field.tsx';

export function Welcome({ t, secret, done }: { t: Translate; secret: string; done(): void }) {
  const [problem, setProblem] = useState('');
  const onSubmit = async (event: React.FormEvent<HTMLFormElement>) => {
    const said = await send('POST', '/api/welcome', { ...typedIn(event), secret });
    if (said.problem === undefined) done();
    else setProblem(t(`collector_problem_${said.problem.replaceAll('-', '_')}`));
  };
  return (
    <form className="form" onSubmit={onSubmit}>
      <h1>{t('collector_welcome')}</h1>
      <p>{t('collector_welcome_how')}</p>
      <Field label={t('collector_name')} name="name" complete="name" />
      <Field label={t('collector_address')} name="address" type="email" complete="username" />
      <Field label={t('collector_password_new')} name="password" type="password" complete="new-password" least={12} />
      <p role="alert" className="problem">
        {problem}
      </p>
      <button type="submit" className="button main">
        {t('collector_welcome_do')}
      </button>
    </form>
  );
}
