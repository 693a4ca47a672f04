// The longer policy at the address that managed storage names: fetched, believed only when the firm signed it, and kept as it was
// signed, to be verified again at each reading. What is believed: policy/signed.ts, docs/adr/0092-signed-policy.md
import { browser } from 'wxt/browser';
import type { PolicyProblem } from '../policy/problem.ts';
import type { Policy } from '../policy/schema.ts';
import { type NotBelieved, openSigned } from '../policy/signed.ts';

/** Where from, and by whose key: both from managed storage and nowhere else. */
interface Source {
  url: string;
  key: string;
}

interface Kept extends Source {
  askedAt: number;
  /** The last text that was believed, and its number: below it nothing is taken any more. */
  text?: string;
  sequence?: number;
  /** Why the last answer was not taken. */
  trouble?: NotBelieved | 'unreachable';
}

const keptKey = 'policy/fetched';
const askedEvery = 3_600_000;
const timeout = 15_000;

const troubles: Record<NonNullable<Kept['trouble']>, string> = {
  unreachable: 'It could not be fetched.',
  form: 'What is there is no signed policy.',
  key: 'keys.policySigner is no key this browser can use.',
  signature: 'What is there was not signed with keys.policySigner, or was changed after it was signed.',
  older: 'What is there is older than the policy that is in force.',
};

/** The managed part names a source only with both halves. One alone is a mistake worth a line. */
export function sourceIn({ policyAddress, keys }: Policy): Source | undefined {
  return policyAddress !== undefined && keys.policySigner !== undefined
    ? { url: policyAddress, key: keys.policySigner }
    : undefined;
}

/** The fetched settings, and what is wrong with the way they come. */
export async function fetchedValues(
  source: Source,
): Promise<{ values: Record<string, unknown>; problems: PolicyProblem[] }> {
  const kept = await recall(source);
  const opened = kept?.text === undefined ? undefined : await openSigned(kept.text, source.key, kept.sequence ?? 0);
  const trouble = kept?.trouble ?? (opened && 'why' in opened ? opened.why : undefined);
  const held = opened && 'values' in opened ? 'the last good one' : 'the managed part alone';
  return {
    values: opened && 'values' in opened ? withoutSecrets(opened.values) : {},
    problems: trouble
      ? [{ key: 'policyAddress', problem: `${troubles[trouble]} Until this is put right, ${held} holds.` }]
      : [],
  };
}

/** Asks the address when it is time. True: what is kept is not what it was. */
export async function refreshFetched(source: Source): Promise<boolean> {
  const kept = await recall(source);
  if (kept && Date.now() - kept.askedAt < askedEvery && kept.url === source.url) return false;
  const answer = await load(source, kept?.sequence ?? 0);
  const next: Kept = {
    ...source,
    askedAt: Date.now(),
    ...(kept?.text === undefined ? {} : { text: kept.text, sequence: kept.sequence ?? 0 }),
    ...answer,
  };
  await browser.storage.local.set({ [keptKey]: next });
  return next.text !== kept?.text || next.trouble !== kept?.trouble;
}

async function load(source: Source, atLeast: number): Promise<Partial<Kept>> {
  let text: string;
  try {
    const response = await fetch(source.url, {
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(timeout),
    });
    if (!response.ok) return { trouble: 'unreachable' };
    text = await response.text();
  } catch {
    return { trouble: 'unreachable' };
  }
  const opened = await openSigned(text, source.key, atLeast);
  return 'why' in opened ? { trouble: opened.why } : { text, sequence: opened.sequence };
}

/** What was signed with another key is nothing to this one; another address of the same firm is only another way. */
async function recall({ key }: Source): Promise<Kept | undefined> {
  const kept = (await browser.storage.local.get(keptKey))[keptKey] as Kept | undefined;
  return kept?.key === key ? kept : undefined;
}

/** A token belongs in managed storage: this store can be read by a page's process in Firefox. */
function withoutSecrets({ reporting, ...values }: Record<string, unknown>): Record<string, unknown> {
  if (typeof reporting !== 'object' || reporting === null) return values;
  const { token: _token, ...rest } = reporting as Record<string, unknown>;
  return { ...values, reporting: rest };
}
