// Which policy is in force: the browser's managed storage, else the last good copy, else the strict default.
// Source: https://developer.chrome.com/docs/extensions/reference/manifest/storage · docs/adr/0030-which-policy-is-in-force.md
import { browser } from 'wxt/browser';
import { canonicalJson } from '../policy/canonical.ts';
import { strictDefault } from '../policy/default.ts';
import { parsePolicy } from '../policy/parse.ts';
import type { PolicyProblem } from '../policy/problem.ts';
import { softGroup } from '../policy/soften.ts';
import { fetchedValues, refreshFetched, sourceIn } from './fetched-policy.ts';
import type { Origin, PolicyInForce } from './messages/messages.ts';
import { inForceKey } from './policy-watch.ts';

/** What managed storage said. `empty` is not `none`: after installation it is empty for seconds before values arrive. */
type Told = { state: 'given'; raw: Record<string, unknown> } | { state: 'silent' | 'empty' | 'none' | 'unreadable' };

export interface ManagedPolicy {
  /** The policy in force now, read on first use. */
  inForce(): Promise<PolicyInForce>;
  /** Called after each change, also one that happened while no worker lived. */
  onChange(listener: (policy: PolicyInForce) => void): void;
}

const lastGoodKey = 'policy/last-good';
/** In session storage: in this browser session the browser was asked long enough, and there is no policy. */
const settledKey = 'policy/none';
/** Values were seen to arrive 2.6 to 8 s after installation. */
const patience = 15_000;
const askAgain = 500;
/** At browser start the question itself was seen to take 3 s; nobody waits that long for a policy. */
const slow = 250;

export function createManagedPolicy(): ManagedPolicy {
  const listeners: ((policy: PolicyInForce) => void)[] = [];
  const started = Date.now();
  let current: Promise<PolicyInForce> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const refresh = (isEdited = false): Promise<PolicyInForce> => {
    const before = current;
    clearTimeout(timer);
    const mine = decide(Date.now() - started > patience).then(async (next) => {
      // One that was asked later knows better.
      if (mine !== current) return next;
      await announce(next, isEdited);
      const source = next.source === 'managed' ? sourceIn(next.policy) : undefined;
      // Nobody waits for the address: what it says takes effect when it has come.
      if (source) void refreshFetched(source).then((isNew) => (isNew ? refresh() : undefined), console.warn);
      if (!next.settled) timer = setTimeout(() => void refresh(), askAgain);
      return next;
    });
    // A store that failed once is asked again by whoever needs the policy next.
    mine.catch(() => {
      if (current === mine) current = before;
    });
    current = mine;
    return mine;
  };

  /** Says a change to open pages and to who listens here. What an earlier life of the worker has said is not said again. */
  async function announce(next: PolicyInForce, isEdited: boolean): Promise<void> {
    const { hash, source, settled, problems, policy } = next;
    const said = { hash, source, settled, problems: problems.length, language: policy.language };
    const before = (await browser.storage.local.get(inForceKey))[inForceKey];
    const isSame = canonicalJson(before ?? null) === canonicalJson(said);
    // An edit may be of the token alone, which leaves no trace in what is said.
    if (isSame && !isEdited) return;
    if (!isSame) await browser.storage.local.set({ [inForceKey]: said });
    for (const listener of listeners) listener(next);
  }

  browser.storage.onChanged.addListener((_changes: unknown, area: string) => {
    if (area === 'managed') void refresh(true);
  });

  return {
    inForce: () => current ?? refresh(),
    onChange: (listener) => listeners.push(listener),
  };
}

async function decide(isPatienceOver: boolean): Promise<PolicyInForce> {
  const told = await ask();
  switch (told.state) {
    case 'given': {
      const { raw, origins, problems: before } = await withFetched(told.raw);
      const { policy, problems: found } = parsePolicy(raw);
      const problems = [...before, ...found];
      if (problems.length === 0) await keepLastGood(raw);
      await browser.storage.session.remove(settledKey);
      return { policy, source: 'managed', hash: await hashOf(policy), problems, settled: true, origins };
    }
    case 'unreadable':
      return lastGood(true);
    case 'silent':
      return lastGood(false);
    case 'empty':
      if (!isPatienceOver && !(await isSettled())) return lastGood(false);
      return none();
    case 'none':
      return none();
  }
}

/** The managed part over what was fetched, setting by setting: IT can always override by the shorter way. */
async function withFetched(
  raw: Record<string, unknown>,
): Promise<{ raw: Record<string, unknown>; origins: Record<string, Origin>; problems: PolicyProblem[] }> {
  const source = sourceIn(parsePolicy(raw).policy);
  const managed = originsOf(raw, 'managed');
  if (!source) return { raw, origins: managed, problems: [] };
  const { values, problems } = await fetchedValues(source);
  const left = Object.fromEntries(Object.entries(values).filter(([key]) => !Object.hasOwn(raw, key)));
  return { raw: { ...left, ...raw }, origins: { ...originsOf(left, 'signed'), ...managed }, problems };
}

/** Every path in it that is no group. */
function originsOf(raw: Record<string, unknown>, origin: Origin): Record<string, Origin> {
  const pathsIn = (value: unknown, path: string): string[] => {
    const inner = softGroup(value);
    return inner ? Object.entries(inner).flatMap(([key, one]) => pathsIn(one, path ? `${path}.${key}` : key)) : [path];
  };
  return Object.fromEntries(pathsIn(raw, '').map((path) => [path, origin]));
}

async function ask(): Promise<Told> {
  if (!browser.storage.managed) return { state: 'none' };
  try {
    const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), slow));
    const raw: Record<string, unknown> | undefined = await Promise.race([browser.storage.managed.get(null), late]);
    if (raw === undefined) return { state: 'silent' };
    return Object.keys(raw).length > 0 ? { state: 'given', raw } : { state: 'empty' };
  } catch (thrown) {
    // Firefox rejects where no policy file names this extension.
    return { state: thrown instanceof Error && /manifest not found/i.test(thrown.message) ? 'none' : 'unreadable' };
  }
}

/** There is no policy, or no longer one: a copy of an old one must not come back. */
async function none(): Promise<PolicyInForce> {
  await browser.storage.local.remove(lastGoodKey);
  await browser.storage.session.set({ [settledKey]: true });
  return byDefault(true);
}

async function isSettled(): Promise<boolean> {
  return (await browser.storage.session.get(settledKey))[settledKey] === true;
}

async function lastGood(settled: boolean): Promise<PolicyInForce> {
  const raw = (await browser.storage.local.get(lastGoodKey))[lastGoodKey] as Record<string, unknown> | undefined;
  if (!raw) return byDefault(settled);
  const { policy, problems } = parsePolicy(raw);
  if (policy.failModes.unknownPolicy === 'strict') return byDefault(settled);
  const origins = originsOf(raw, 'cached');
  return { policy, source: 'cached', hash: await hashOf(policy), problems, settled, origins };
}

/** Without the token: this store can be read by a content script's process in Firefox. */
async function keepLastGood(raw: Record<string, unknown>): Promise<void> {
  const { reporting, ...rest } = structuredClone(raw);
  const group = softGroup(reporting);
  const told = group && Object.fromEntries(Object.entries(group).filter(([key]) => key === 'url' || key === 'kind'));
  await browser.storage.local.set({ [lastGoodKey]: { ...rest, ...(told ? { reporting: told } : {}) } });
}

async function byDefault(settled: boolean): Promise<PolicyInForce> {
  return { policy: strictDefault, source: 'default', hash: await hashOf(strictDefault), problems: [], settled };
}

/** SHA-256 of the canonical JSON, hex. Without the token: the copy has none, and it decides nothing about a message. */
async function hashOf({ reporting, ...rest }: PolicyInForce['policy']): Promise<string> {
  const { token: _token, ...address } = reporting ?? {};
  const decisive = { ...rest, ...(reporting && { reporting: address }) };
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonicalJson(decisive)));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
