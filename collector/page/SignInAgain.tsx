// Signing in again over the page, where a session ended while somebody was at work: what they typed stays where it is. Somebody else who signs
// in here gets a page of their own.
import { useEffect, useRef, useState } from 'react';
import type { Translate } from '../../components/words.ts';
import type { Account } from '../roles.ts';
import { look, whenSignedOut } from './ask.ts';
import { SignInForm } from './SignIn.tsx';

interface Props {
  t: Translate;
  me: Account;
  hasFirmSignIn: boolean;
}

export function SignInAgain({ t, me, hasFirmSignIn }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const waiting = useRef<{ over: Promise<boolean>; end(isIn: boolean): void }>(undefined);
  const [isAsked, setAsked] = useState(false);
  useEffect(
    () =>
      whenSignedOut(() => {
        if (!waiting.current) {
          const { promise, resolve } = Promise.withResolvers<boolean>();
          waiting.current = { over: promise, end: resolve };
          setAsked(true);
        }
        return waiting.current.over;
      }),
    [],
  );
  useEffect(() => {
    if (isAsked) dialog.current?.showModal();
  }, [isAsked]);
  const end = (isIn: boolean) => {
    waiting.current?.end(isIn);
    waiting.current = undefined;
    setAsked(false);
  };
  const check = async () => {
    const { body } = await look<Account>('/api/me');
    if (!body) return;
    if (body.id !== me.id) location.reload();
    else end(true);
  };
  // Who signs in at the firm's page, in another tab, comes back to this one.
  useEffect(() => {
    if (!isAsked) return;
    addEventListener('focus', check);
    return () => removeEventListener('focus', check);
  });
  if (!isAsked) return null;
  return (
    <dialog ref={dialog} className="again" aria-labelledby="again-title" onClose={() => end(false)}>
      <h2 id="again-title">{t('collector_problem_signed_out')}</h2>
      <p>{t('collector_again_kept')}</p>
      <SignInForm t={t} done={check} hasFirmSignIn={hasFirmSignIn} address={me.address} isOver>
        <button type="button" className="button" onClick={() => end(false)}>
          {t('collector_again_not')}
        </button>
      </SignInForm>
    </dialog>
  );
}
