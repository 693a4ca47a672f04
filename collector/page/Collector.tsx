// The collector's page: who is signed in sees the parts his roles allow. The address says which one.
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import '../../components/theme.css';
import '../../components/top.css';
import '../../components/register/register.css';
import './collector.css';
import type { Read } from '../../components/policy/read-policy.ts';
import { Charts } from '../../components/register/Charts.tsx';
import { createRegisterStore } from '../../components/register/register-store.ts';
import type { Translate } from '../../components/words.ts';
import type { Account as Person, Role } from '../roles.ts';
import { Account } from './Account.tsx';
import { Accounts } from './Accounts.tsx';
import { Audit } from './Audit.tsx';
import { get, send } from './ask.ts';
import { Coverage } from './Coverage.tsx';
import { entriesHere } from './entries.ts';
import { PapersPart } from './PapersPart.tsx';
import { PeoplePart } from './PeoplePart.tsx';
import { RegisterPart } from './RegisterPart.tsx';
import { filesFor, portsFor } from './register-ports.ts';
import { SignIn } from './SignIn.tsx';
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
  const [me, setMe] = useState<Person | 'unknown' | 'nobody'>('unknown');
  const hash = useSyncExternalStore(onHashChange, () => location.hash.slice(1));
  const load = useCallback(async () => setMe((await get<Person>('/api/me')).body ?? 'nobody'), []);
  useEffect(() => void load(), [load]);

  const invitation = /^welcome=([\w-]{43})$/.exec(hash)?.[1];
  if (invitation)
    return (
      <Frame t={t}>
        <Welcome t={t} secret={invitation} done={() => goTo('')} />
      </Frame>
    );
  if (me === 'unknown') return <Frame t={t}>{null}</Frame>;
  if (me === 'nobody')
    return (
      <Frame t={t}>
        <SignIn t={t} done={load} hasFirmSignIn={hasFirmSignIn} refusal={/^sign-in=([a-z-]{1,20})$/.exec(hash)?.[1]} />
      </Frame>
    );
  const leave = async () => {
    await send('POST', '/api/sign-out');
    goTo('');
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
    setProblem(said.problem === undefined ? '' : t(`collector_problem_${said.problem.replaceAll('-', '_')}`));
    return said.problem !== undefined;
  };
  const [policyFile, choosePolicyFile] = useState<Read>();
  const [entries] = useState(entriesHere);
  const [store] = useState(() => createRegisterStore(portsFor(entries, me, firm, refused)));
  const allowed = parts.filter((part) => part.for.some((role) => me.roles.includes(role)));
  const { name: part, entries: showsEntries } = allowed.find(({ name }) => name === hash.split('/')[0]) ?? allowed[0]!;
  useEffect(() => {
    if (showsEntries) void store.getState().load();
  }, [store, showsEntries]);
  // What was refused was said on the part where it was asked for.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it goes when the part changes.
  useEffect(() => setProblem(''), [part]);
  const files = filesFor(version, store, refused);
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
          <button type="button" className="button" onClick={leave}>
            {t('collector_sign_out')}
          </button>
        </p>
      </header>
      <main className="register broad">
        <h1>{t(`collector_part_${part}`)}</h1>
        <p role="alert" className="problem">
          {problem}
        </p>
        {part === 'incidents' && (
          <RegisterPart
            t={t}
            store={store}
            files={files}
            mayWork={me.roles.includes('dpo')}
            entry={hash.split('/')[1]}
          />
        )}
        {part === 'charts' && <Charts t={t} store={store} />}
        {part === 'papers' && (
          <PapersPart t={t} store={store} files={files} file={policyFile} choose={choosePolicyFile} />
        )}
        {part === 'people' && <PeoplePart t={t} store={store} files={files} erased={entries.forget} />}
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

function goTo(hash: string): void {
  history.replaceState(null, '', `${location.pathname}#${hash}`);
  dispatchEvent(new HashChangeEvent('hashchange'));
}

function onHashChange(changed: () => void): () => void {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
}
