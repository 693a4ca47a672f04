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
  /** Who is signed in in this browser by now, where it is somebody else. */
  const [other, setOther] = useState('');
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
    setOther('');
  };
  /** `isNew`: they have signed in here. */
  const check = async (isNew: boolean) => {
    const { body } = await look<Account>('/api/me');
    if (body?.id === me.id) return end(true);
    if (body && isNew) return location.reload();
    setOther(body?.name ?? '');
  };
  // Who signs in at the firm's page, in another tab, comes back to this one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, and at each return.
  useEffect(() => {
    if (!isAsked) return;
    const ask = () => void check(false);
    ask();
    addEventListener('focus', ask);
    return () => removeEventListener('focus', ask);
  }, [isAsked]);
  if (!isAsked) return null;
  return (
    <dialog ref={dialog} className="again" aria-labelledby="again-title" onClose={() => end(false)}>
      <h2 id="again-title">{other === '' ? t('collector_problem_signed_out') : t('collector_again_other', [other])}</h2>
      <p>{t('collector_again_kept')}</p>
      <SignInForm t={t} done={() => check(true)} hasFirmSignIn={hasFirmSignIn} address={me.address} isOver>
        <button type="button" className="button" onClick={() => end(false)}>
          {t('collector_again_not')}
        </button>
      </SignInForm>
    </dialog>
  );
}
