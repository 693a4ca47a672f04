// Signing in: at the firm's own page where there is one, or by password.
import { useState } from 'react';
import { keyOf, type Translate } from '../../components/words.ts';
import { send } from './ask.ts';
import { Field, typedIn } from './Field.tsx';

interface Props {
  t: Translate;
  done(): void;
  hasFirmSignIn: boolean;
  /** Why the firm's page did not let somebody in. */
  refusal: string | undefined;
}

export function SignIn({ t, done, hasFirmSignIn, refusal }: Props) {
  const [problem, setProblem] = useState(refusal ? t(keyOf('collector_problem', refusal)) : '');
  const finish = (said: { problem?: string }) =>
    said.problem === undefined ? done() : setProblem(t(`collector_problem_${said.problem.replaceAll('-', '_')}`));
  return (
    <form className="form" onSubmit={async (event) => finish(await send('POST', '/api/sign-in', typedIn(event)))}>
      <h1>{t('collector_sign_in')}</h1>
      {hasFirmSignIn && (
        <p>
          <a className="button main" href="/api/oidc">
            {t('collector_sign_in_firm')}
          </a>
        </p>
      )}
      <Field label={t('collector_address')} name="address" type="email" complete="username" />
      <Field label={t('collector_password')} name="password" type="password" complete="current-password" />
      <p role="alert" className="problem">
        {problem}
      </p>
      <div className="buttons">
        <button type="submit" className="button main">
          {t('collector_sign_in')}
        </button>
      </div>
    </form>
  );
}
