// Who may sign in and what they may do, invitations, and the tokens browsers post with.
import { useState } from 'react';
import { formatTime, keyOf, type Translate } from '../../components/words.ts';
import type { IntakeToken } from '../intake-tokens.ts';
import type { OpenInvitation } from '../invitations.ts';
import { type Account, type Role, roles } from '../roles.ts';
import { send } from './ask.ts';
import { Field, typedIn } from './Field.tsx';
import { Unanswered } from './Unanswered.tsx';
import { useAnswer } from './use-answer.ts';

type Listed = Account & { isClosed: boolean };
/** What changes alone: somebody else may change the rest meanwhile. */
type Change = { roles: Role[] } | { isClosed: boolean };

export function Accounts({ t, me, hasFirmSignIn }: { t: Translate; me: Account; hasFirmSignIn: boolean }) {
  const [accounts, loadAccounts] = useAnswer<{ accounts: Listed[] }>('/api/accounts');
  const [links, loadLinks] = useAnswer<{ invitations: OpenInvitation[] }>('/api/invitations');
  const [tokens, loadTokens] = useAnswer<{ tokens: IntakeToken[] }>('/api/tokens');
  const [shown, setShown] = useState<{ label: string; secret: string } | { problem: string }>();
  const show = (label: string, said: { problem?: string }, secret: string | undefined) =>
    setShown(secret === undefined ? { problem: said.problem ?? 'failed' } : { label, secret });
  /** True once it is done; else it is said why not. */
  const isDone = ({ problem }: { problem?: string }): boolean => {
    setShown(problem === undefined ? undefined : { problem });
    return problem === undefined;
  };
  /** False where none is ticked, which is said. */
  const hasRole = (given: Role[]): boolean => isDone(given.length === 0 ? { problem: 'no-role' } : {});
  const invite = async (event: React.FormEvent<HTMLFormElement>) => {
    const given = rolesIn(typedIn(event));
    if (!hasRole(given)) return;
    const said = await send<{ link: string }>('POST', '/api/invitations', { roles: given });
    show('collector_invited', said, said.body?.link);
    await loadLinks();
  };
  const make = async (event: React.FormEvent<HTMLFormElement>) => {
    const form = event.currentTarget;
    const typed = typedIn(event);
    const wanted = { address: typed.address, name: typed.name, roles: rolesIn(typed) };
    if (!hasRole(wanted.roles)) return;
    if (isDone(await send('POST', '/api/accounts', wanted))) form.reset();
    await loadAccounts();
  };
  const renew = async (account: Account) => {
    const said = await send<{ link: string }>('POST', '/api/invitations', {
      roles: account.roles,
      account: account.id,
    });
    show('collector_invited', said, said.body?.link);
    await loadLinks();
  };
  const takeBack = async (id: string) => {
    isDone(await send('DELETE', `/api/invitations/${id}`));
    await loadLinks();
  };
  const makeToken = async (event: React.FormEvent<HTMLFormElement>) => {
    const said = await send<{ token: string }>('POST', '/api/tokens', typedIn(event));
    show('collector_token_made', said, said.body?.token);
    await loadTokens();
  };
  const revoke = async (id: string) => {
    isDone(await send('DELETE', `/api/tokens/${id}`));
    await loadTokens();
  };
  const change = async ({ id }: Account, to: Change) => {
    if ('roles' in to && !hasRole(to.roles)) return false;
    const changed = isDone(await send('PATCH', `/api/accounts/${id}`, to));
    // One that is closed takes its links along.
    await Promise.all([loadAccounts(), loadLinks()]);
    return changed;
  };
  return (
    <>
      <div role="status">
        {shown && 'secret' in shown && (
          <p>
            {t(shown.label)} <span className="secret">{shown.secret}</span>
          </p>
        )}
        {shown && 'problem' in shown && <p className="problem">{t(keyOf('collector_problem', shown.problem))}</p>}
      </div>
      <section>
        <h2>{t('collector_accounts')}</h2>
        {accounts?.body ? (
          <ul className="lines">
            {accounts.body.accounts.map((account) => (
              <OneAccount
                key={account.id}
                t={t}
                account={account}
                isMine={account.id === me.id}
                renew={() => renew(account)}
                change={(to) => change(account, to)}
              />
            ))}
          </ul>
        ) : (
          <Unanswered t={t} said={accounts} again={loadAccounts} />
        )}
        <form className="form" onSubmit={invite}>
          <RoleFields t={t} legend={t('collector_invite')} />
          <button type="submit" className="button">
            {t('collector_invite_do')}
          </button>
        </form>
        {links?.body ? (
          <OpenLinks
            t={t}
            links={links.body.invitations}
            accounts={accounts?.body?.accounts ?? []}
            takeBack={takeBack}
          />
        ) : (
          <Unanswered t={t} said={links} again={loadLinks} />
        )}
        {hasFirmSignIn && (
          <form className="form" onSubmit={make}>
            <RoleFields t={t} legend={t('collector_account_firm')} />
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
        {tokens?.body ? (
          <ul className="lines">
            {tokens.body.tokens.map(({ id, name, usedAt, revokedAt }) => (
              <li key={id}>
                {name}: {usedAt > 0 ? t('collector_token_used', [formatTime(t, usedAt)]) : t('collector_token_unused')}
                {revokedAt !== null ? ` (${t('collector_token_revoked')})` : ' '}
                {revokedAt === null && (
                  <button type="button" className="button" onClick={() => revoke(id)}>
                    {t('collector_token_revoke')}
                  </button>
                )}
              </li>
            ))}
          </ul>
        ) : (
          <Unanswered t={t} said={tokens} again={loadTokens} />
        )}
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

interface LinksProps {
  t: Translate;
  links: OpenInvitation[];
  accounts: Listed[];
  takeBack(id: string): void;
}

function OpenLinks({ t, links, accounts, takeBack }: LinksProps) {
  if (links.length === 0) return null;
  const nameOf = (id: string) => accounts.find((account) => account.id === id)?.name ?? '';
  return (
    <>
      <h3>{t('collector_links')}</h3>
      <ul className="lines">
        {links.map(({ id, roles: given, account, madeBy, until }) => (
          <li key={id}>
            {account === null
              ? t('collector_link_account', [namesOf(t, given)])
              : t('collector_link_password', [nameOf(account)])}
            {'. '}
            {madeBy === null
              ? t('collector_link_here', [formatTime(t, until)])
              : t('collector_link_made', [nameOf(madeBy), formatTime(t, until)])}{' '}
            <button type="button" className="button" onClick={() => takeBack(id)}>
              {t('collector_token_revoke')}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

const namesOf = (t: Translate, given: readonly Role[]) => given.map((role) => t(`collector_role_${role}`)).join(', ');

interface OneProps {
  t: Translate;
  account: Listed;
  isMine: boolean;
  renew(): void;
  /** True once it is changed. */
  change(to: Change): Promise<boolean>;
}

function OneAccount({ t, account, isMine, renew, change }: OneProps) {
  const [isChanging, setChanging] = useState(false);
  const { name, address, roles: given, isClosed } = account;
  const onSubmit = async (event: React.FormEvent<HTMLFormElement>) => {
    if (await change({ roles: rolesIn(typedIn(event)) })) setChanging(false);
  };
  return (
    <li>
      {name}, {address}: {namesOf(t, given)}
      {isClosed ? ` (${t('collector_account_closed')})` : ''}{' '}
      {!isClosed && (
        <button type="button" className="button" aria-expanded={isChanging} onClick={() => setChanging(!isChanging)}>
          {t('collector_account_roles')}
        </button>
      )}{' '}
      {!isMine && (
        <>
          {!isClosed && (
            <button type="button" className="button" onClick={renew}>
              {t('collector_account_renew')}
            </button>
          )}{' '}
          <button type="button" className="button" onClick={() => change({ isClosed: !isClosed })}>
            {t(isClosed ? 'collector_account_open' : 'collector_account_close')}
          </button>
        </>
      )}
      {isChanging && !isClosed && (
        <form className="form" onSubmit={onSubmit}>
          <RoleFields t={t} legend={t('collector_account_may', [name])} given={given} />
          <button type="submit" className="button">
            {t('collector_account_save')}
          </button>
        </form>
      )}
    </li>
  );
}

function RoleFields({ t, legend, given = [] }: { t: Translate; legend: string; given?: readonly Role[] }) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      {roles.map((role) => (
        <label key={role}>
          <input type="checkbox" name={role} defaultChecked={given.includes(role)} /> {t(`collector_role_${role}`)}
        </label>
      ))}
    </fieldset>
  );
}

const rolesIn = (typed: Record<string, string>): Role[] => roles.filter((role) => role in typed);
