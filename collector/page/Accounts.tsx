// Who may sign in, invitations, and the tokens browsers post with.
import { useState } from 'react';
import { formatTime, type Translate } from '../../components/words.ts';
import type { IntakeToken } from '../intake-tokens.ts';
import { type Account, roles } from '../roles.ts';
import { send } from './ask.ts';
import { Field, typedIn } from './Field.tsx';
import { useAnswer } from './use-answer.ts';

export function Accounts({ t, me, hasFirmSignIn }: { t: Translate; me: Account; hasFirmSignIn: boolean }) {
  const [accounts, loadAccounts] = useAnswer<{ accounts: (Account & { isClosed: boolean })[] }>('/api/accounts');
  const [tokens, loadTokens] = useAnswer<{ tokens: IntakeToken[] }>('/api/tokens');
  const [shown, setShown] = useState<{ label: string; secret: string } | { problem: string }>();
  const show = (label: string, said: { problem?: string }, secret: string | undefined) =>
    setShown(secret === undefined ? { problem: said.problem ?? 'failed' } : { label, secret });
  const invite = async (event: React.FormEvent<HTMLFormElement>) => {
    const wanted = roles.filter((role) => role in typedIn(event));
    const said = await send<{ link: string }>('POST', '/api/invitations', { roles: wanted });
    show('collector_invited', said, said.body?.link);
  };
  const make = async (event: React.FormEvent<HTMLFormElement>) => {
    const form = event.currentTarget;
    const typed = typedIn(event);
    const wanted = roles.filter((role) => role in typed);
    const said = await send('POST', '/api/accounts', { address: typed.address, name: typed.name, roles: wanted });
    setShown(said.problem === undefined ? undefined : { problem: said.problem });
    if (said.problem === undefined) form.reset();
    await loadAccounts();
  };
  const renew = async (account: Account) => {
    const said = await send<{ link: string }>('POST', '/api/invitations', {
      roles: account.roles,
      account: account.id,
    });
    show('collector_invited', said, said.body?.link);
  };
  const makeToken = async (event: React.FormEvent<HTMLFormElement>) => {
    const said = await send<{ token: string }>('POST', '/api/tokens', typedIn(event));
    show('collector_token_made', said, said.body?.token);
    await loadTokens();
  };
  const close = async ({ id, roles: given }: Account) => {
    const said = await send('PUT', `/api/accounts/${id}`, { roles: given, isClosed: true });
    setShown(said.problem === undefined ? undefined : { problem: said.problem });
    await loadAccounts();
  };
  return (
    <>
      <div role="status">
        {shown && 'secret' in shown && (
          <p>
            {t(shown.label)} <span className="secret">{shown.secret}</span>
          </p>
        )}
        {shown && 'problem' in shown && (
          <p className="problem">{t(`collector_problem_${shown.problem.replaceAll('-', '_')}`)}</p>
        )}
      </div>
      <section>
        <h2>{t('collector_accounts')}</h2>
        <ul className="lines">
          {accounts?.body?.accounts.map((account) => (
            <li key={account.id}>
              {account.name}, {account.address}: {account.roles.map((role) => t(`collector_role_${role}`)).join(', ')}
              {account.isClosed ? ` (${t('collector_account_closed')})` : ''}{' '}
              {!account.isClosed && account.id !== me.id && (
                <>
                  <button type="button" className="button" onClick={() => renew(account)}>
                    {t('collector_account_renew')}
                  </button>{' '}
                  <button type="button" className="button" onClick={() => close(account)}>
                    {t('collector_account_close')}
                  </button>
                </>
              )}
            </li>
          ))}
        </ul>
        <form className="form" onSubmit={invite}>
          <fieldset>
            <legend>{t('collector_invite')}</legend>
            {roles.map((role) => (
              <label key={role}>
                <input type="checkbox" name={role} /> {t(`collector_role_${role}`)}
              </label>
            ))}
          </fieldset>
          <button type="submit" className="button">
            {t('collector_invite_do')}
          </button>
        </form>
        {hasFirmSignIn && (
          <form className="form" onSubmit={make}>
            <fieldset>
              <legend>{t('collector_account_firm')}</legend>
              {roles.map((role) => (
                <label key={role}>
                  <input type="checkbox" name={role} /> {t(`collector_role_${role}`)}
                </label>
              ))}
            </fieldset>
            <Field label={t('collector_name')} name="name" />
            <Field label={t('collector_address')} name="address" type="email" />
            <button type="submit" className="button">
              {t('collector_account_make')}
            </button>
          </form>
        )}
      </section>
      <section>
        <h2>{t('collector_tokens')}</h2>
        <ul className="lines">
          {tokens?.body?.tokens.map(({ id, name, usedAt, revokedAt }) => (
            <li key={id}>
              {name}: {usedAt > 0 ? t('collector_token_used', [formatTime(t, usedAt)]) : t('collector_token_unused')}
              {revokedAt !== null ? ` (${t('collector_token_revoked')})` : ' '}
              {revokedAt === null && (
                <button
                  type="button"
                  className="button"
                  onClick={() => send('DELETE', `/api/tokens/${id}`).then(loadTokens)}
                >
                  {t('collector_token_revoke')}
                </button>
              )}
            </li>
          ))}
        </ul>
        <form className="form" onSubmit={makeToken}>
          <Field label={t('collector_token_name')} name="name" />
          <button type="submit" className="button">
            {t('collector_token_make')}
          </button>
        </form>
      </section>
    </>
  );
}
