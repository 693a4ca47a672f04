// The collector's page: who is signed in sees the parts his roles allow. The address says which one.
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import '../../components/theme.css';
import '../../components/top.css';
import '../../components/register/register.css';
import './collector.css';
import type { Read } from '../../components/policy/read-policy.ts';
import { Charts } from '../../components/register/Charts.tsx';
import { createRegisterStore } from '../../components/register/register-store.ts';
import { keyOf, type Translate } from '../../components/words.ts';
import type { Account as Person, Role } from '../roles.ts';
import { Account } from './Account.tsx';
import { Accounts } from './Accounts.tsx';
import { Audit } from './Audit.tsx';
import { askAs, look, type Said, send } from './ask.ts';
import { Coverage } from './Coverage.tsx';
import { entriesHere } from './entries.ts';
import { PapersPart } from './PapersPart.tsx';
import { PeoplePart } from './PeoplePart.tsx';
import { RegisterPart } from './RegisterPart.tsx';
import { filesFor, portsFor } from './register-ports.ts';
import { SignIn } from './SignIn.tsx';
import { SignInAgain } from './SignInAgain.tsx';
import { Unanswered } from './Unanswered.tsx';
import { Welcome } from './Welcome.tsx';

/** `entries`: shows what is in the register. */
const parts: readonly { name: string; for: readonly Role[]; entries?: true }[] = [
  { name: 'incidents', for: ['reader', 'dpo'], entries: true },
  { name: 'charts', for: ['reader', 'dpo'], entries: true },
  { name: 'papers', for: ['dpo'], entries: true },
  { name: 'people', for: ['dpo'], entries: true },
  { name: 'coverage', for: ['dpo', 'admin'] },
  { name: 'audit', for: ['dpo', 'admin'] },
  { name: 'accounts', for: ['admin'] },
  { name: 'account', for: ['reader', 'dpo', 'admin'] },
];

interface Props {
  t: Translate;
  version: string;
  /** The firm's name; empty where it has none here. */
  firm: string;
  /** Whether people of the firm sign in at the firm's own page. */
  hasFirmSignIn: boolean;
}

export function Collector({ t, version, firm, hasFirmSignIn }: Props) {
  const [me, setMe] = useState<Person | 'nobody' | Said<unknown>>();
  const hash = useSyncExternalStore(onHashChange, () => location.hash.slice(1));
  const load = useCallback(async () => {
    const said = await look<Person>('/api/me');
    askAs(said.body?.id);
    setMe(said.body ?? (said.status === 401 ? 'nobody' : said));
  }, []);
  useEffect(() => void load(), [load]);

  const invitation = /^welcome=([\w-]{43})$/.exec(hash)?.[1];
  if (invitation)
    return (
      <Frame t={t}>
        <Welcome t={t} secret={invitation} done={() => goTo('')} />
      </Frame>
    );
  if (me === undefined) return <Frame t={t}>{null}</Frame>;
  if (me === 'nobody')
    return (
      <Frame t={t}>
        <SignIn t={t} done={load} hasFirmSignIn={hasFirmSignIn} refusal={/^sign-in=([a-z-]{1,20})$/.exec(hash)?.[1]} />
      </Frame>
    );
  if ('status' in me)
    return (
      <Frame t={t}>
        <Unanswered t={t} said={me} again={load} />
      </Frame>
    );
  const leave = () => {
    goTo('');
    askAs(undefined);
    setMe('nobody');
  };
  return (
    <Parts
      t={t}
      me={me}
      version={version}
      firm={firm}
      hasFirmSignIn={hasFirmSignIn}
      hash={hash}
      leave={leave}
      load={load}
    />
  );
}

interface PartsProps extends Props {
  me: Person;
  hash: string;
  leave(): void;
  load(): void;
}

/** One register in memory for all parts that show it. */
function Parts({ t, me, version, firm, hasFirmSignIn, hash, leave, load }: PartsProps) {
  const [problem, setProblem] = useState('');
  const refused = (said: { problem?: string }): boolean => {
    setProblem(said.problem === undefined ? '' : t(keyOf('collector_problem', said.problem)));
    return said.problem !== undefined;
  };
  const [policyFile, choosePolicyFile] = useState<Read>();
  const [isOut, setOut] = useState(false);
  const [entries] = useState(() => entriesHere(setOut));
  const [store] = useState(() => createRegisterStore(portsFor(entries, me, firm, refused)));
  const allowed = parts.filter((part) => part.for.some((role) => me.roles.includes(role)));
  const { name: part, entries: showsEntries } = allowed.find(({ name }) => name === hash.split('/')[0]) ?? allowed[0]!;
  useEffect(() => {
    if (!showsEntries) return;
    const { load: read } = store.getState();
    void read();
    return whileShown(() => entries.whenNew(read));
  }, [store, entries, showsEntries]);
  // What was refused was said on the part where it was asked for.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it goes when the part changes.
  useEffect(() => setProblem(''), [part]);
  const [files] = useState(() => filesFor(version, store, refused));
  const entry = part === 'incidents' ? hash.split('/')[1] : undefined;
  useEffect(() => {
    if (!showsEntries) return;
    const onPrint = () => files.printed(entry === undefined ? store.getState().shown.length : 1);
    addEventListener('beforeprint', onPrint);
    return () => removeEventListener('beforeprint', onPrint);
  }, [files, store, entry, showsEntries]);
  const signOut = async () => {
    const { status, ...said } = await send('POST', '/api/sign-out');
    if (status === 401 || !refused(said)) leave();
  };
  return (
    <>
      <header className="top">
        <p className="name">{t('extension_name')}</p>
        <nav aria-label={t('register_parts')}>
          {allowed.map(({ name }) => (
            <a key={name} href={`#${name}`} aria-current={name === part ? 'page' : undefined}>
              {t(`collector_part_${name}`)}
            </a>
          ))}
        </nav>
        <p className="who">
          {me.name}{' '}
          <button type="button" className="button" onClick={signOut}>
            {t('collector_sign_out')}
          </button>
        </p>
      </header>
      <SignInAgain t={t} me={me} hasFirmSignIn={hasFirmSignIn} />
      <main className="register broad">
        <h1>{t(`collector_part_${part}`)}</h1>
        <p role="alert" className="problem">
          {problem}
        </p>
        {showsEntries && isOut && (
          <p role="status" className="problem">
            {t('collector_not_up_to_date')}{' '}
            <button type="button" className="button" onClick={() => entries.askAgain(store.getState().load)}>
              {t('collector_sign_in')}
            </button>
          </p>
        )}
        {part === 'incidents' && (
          <RegisterPart t={t} store={store} files={files} mayWork={me.roles.includes('dpo')} entry={entry} />
        )}
        {part === 'charts' && <Charts t={t} store={store} />}
        {part === 'papers' && (
          <PapersPart t={t} store={store} files={files} file={policyFile} choose={choosePolicyFile} />
        )}
        {part === 'people' && <PeoplePart t={t} store={store} files={files} />}
        {part === 'coverage' && <Coverage t={t} />}
        {part === 'audit' && <Audit t={t} />}
        {part === 'accounts' && <Accounts t={t} me={me} hasFirmSignIn={hasFirmSignIn} />}
        {part === 'account' && <Account t={t} me={me} done={load} />}
      </main>
    </>
  );
}

function Frame({ t, children }: { t: Translate; children: React.ReactNode }) {
  return (
    <>
      <header className="top">
        <p className="name">{t('extension_name')}</p>
      </header>
      <main className="register narrow">{children}</main>
    </>
  );
}

/** What is new shows when somebody comes back to the window, and within a minute while it is in sight. */
function whileShown(refresh: () => void): () => void {
  const timer = setInterval(() => document.visibilityState === 'visible' && refresh(), 60_000);
  addEventListener('focus', refresh);
  return () => {
    clearInterval(timer);
    removeEventListener('focus', refresh);
  };
}

function goTo(hash: string): void {
  history.replaceState(null, '', `${location.pathname}#${hash}`);
  dispatchEvent(new HashChangeEvent('hashchange'));
}

function onHashChange(changed: () => void): () => void {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
}
