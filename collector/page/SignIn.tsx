// Signing in by password.
import { useState } from 'react';
import type { Translate } from '../../components/words.ts';
import { send } from './ask.ts';
import { Field, typedIn } from './Field.tsx';

interface Props {
  t: Translate;
  done(): void;
}

export function SignIn({ t, done }: Props) {
  const [problem, setProblem] = useState('');
  const finish = (said: { problem?: string }) =>
    said.problem === undefined ? done() : setProblem(t(`collector_problem_${said.problem.replaceAll('-', '_')}`));
  return (
    <form className="form" onSubmit={async (event) => finish(await send('POST', '/api/sign-in', typedIn(event)))}>
      <h1>{t('collector_sign_in')}</h1>
      <Field label={t('collector_address')} name="address" type="email" complete="username" />
      <Field label={t('collector_password')} name="password" type="password" complete="current-password" />
      <p role="alert">{problem}</p>
      <div className="buttons">
        <button type="submit" className="button main">
          {t('collector_sign_in')}
        </button>
      </div>
    </form>
  );
}
