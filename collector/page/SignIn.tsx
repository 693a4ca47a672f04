// Signing in: at the firm's own page where there is one, or by password.
import type { ReactNode } from 'react';
import type { Translate } from '../../components/words.ts';
import { Field } from './Field.tsx';
import { SendingForm } from './SendingForm.tsx';

interface Props {
  t: Translate;
  done(): void;
  hasFirmSignIn: boolean;
  /** Why the firm's page did not let somebody in. */
  refusal?: string | undefined;
}

export function SignIn(props: Props) {
  return (
    <>
      <h1>{props.t('collector_sign_in')}</h1>
      <SignInForm {...props} />
    </>
  );
}

interface FormProps extends Props {
  /** Who is expected. */
  address?: string;
  /** Over a page that is not to be left: the firm's own page opens in another tab. */
  isOver?: boolean;
  /** Beside the button. */
  children?: ReactNode;
}

export function SignInForm({ t, done, hasFirmSignIn, refusal, address, isOver = false, children }: FormProps) {
  return (
    <SendingForm
      t={t}
      path="/api/sign-in"
      objection={refusal}
      done={done}
      label={t('collector_sign_in')}
      beside={children}
    >
      {hasFirmSignIn && (
        <p>
          <a className="button main" href="/api/oidc" {...(isOver && { target: '_blank', rel: 'noreferrer' })}>
            {t('collector_sign_in_firm')}
          </a>
        </p>
      )}
      {hasFirmSignIn && isOver && <p className="soft">{t('collector_again_tab')}</p>}
      <Field
        label={t('collector_address')}
        name="address"
        type="email"
        complete="username"
        {...(address !== undefined && { value: address })}
      />
      <Field label={t('collector_password')} name="password" type="password" complete="current-password" />
    </SendingForm>
  );
}
