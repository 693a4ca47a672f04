import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createManagedPolicy } from '@/platform/managed-policy.ts';
import { strictDefault } from '@/policy/default.ts';
import { signedBytes, signedText } from '@/policy/signed.ts';

const managed = fakeBrowser.storage.managed as unknown as { set(values: object): Promise<void> };
const address = 'https://it.firm.example/policy.json';
let key: string;
let sign: (sequence: number, values: object) => Promise<string>;
/** What the address says now; `undefined`: it does not answer. */
let says: string | undefined;
let asked: number;

const base64 = (bytes: ArrayBuffer) => Buffer.from(bytes).toString('base64');

beforeAll(async () => {
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  key = base64(await crypto.subtle.exportKey('raw', pair.publicKey));
  sign = async (sequence, values) => {
    const policy = JSON.stringify(values);
    const signature = await crypto.subtle.sign('Ed25519', pair.privateKey, signedBytes(sequence, policy));
    return signedText(sequence, policy, base64(signature));
  };
});

beforeEach(async () => {
  fakeBrowser.reset();
  asked = 0;
  vi.stubGlobal('fetch', async (url: string) => {
    expect(url).toBe(address);
    asked += 1;
    if (says === undefined) throw new TypeError('network');
    return new Response(says);
  });
  await managed.set({ version: 'short', policyAddress: address, keys: { policySigner: key } });
});
afterEach(() => vi.unstubAllGlobals());

/** One life of the worker, an hour after the one before: the policy once the address has answered. */
let hour = 0;
async function life() {
  hour += 1;
  const now = 1_800_000_000_000 + hour * 3_600_001;
  vi.spyOn(Date, 'now').mockReturnValue(now);
  fakeBrowser.storage.onChanged.removeAllListeners();
  const policy = createManagedPolicy();
  const before = asked;
  await policy.inForce();
  const kept = async () => (await fakeBrowser.storage.local.get('policy/fetched'))['policy/fetched'];
  await vi.waitFor(async () => expect(await kept()).toMatchObject({ askedAt: now }), { timeout: 10_000 });
  expect(asked).toBe(before + 1);
  // What was kept is taken up at once, but not in the same breath.
  await new Promise((resume) => setTimeout(resume, 0));
  return policy.inForce();
}

it('is fetched, believed, and stands under what managed storage says itself', async () => {
  says = await sign(5, { version: 'long', internalDomains: ['firm.example'], reporting: { url: address, token: 'T' } });
  const { policy, problems, source, origins } = await life();
  expect(origins).toMatchObject({ version: 'managed', 'keys.policySigner': 'managed', 'reporting.url': 'signed' });
  expect(origins).not.toHaveProperty('auditOnly');
  expect(policy).toMatchObject({ version: 'short', internalDomains: ['firm.example'], reporting: { url: address } });
  expect(policy.reporting).not.toHaveProperty('token');
  expect({ problems, source }).toEqual({ problems: [], source: 'managed' });
});

it('keeps the last good one, and says why, whatever the address says next', async () => {
  says = await sign(5, { auditOnly: true, internalDomains: ['firm.example'] });
  expect((await life()).policy.auditOnly).toBe(true);
  const bad: [string | undefined, RegExp][] = [
    [undefined, /could not be fetched/],
    [await sign(4, { internalDomains: ['rival.example'] }), /older/],
    [(await sign(6, { internalDomains: ['firm.example'] })).replace('firm', 'evil'), /not signed/],
    ['<html>sign in</html>', /no signed policy/],
  ];
  for (const [said, why] of bad) {
    says = said;
    const { policy, problems } = await life();
    expect(policy.internalDomains).toEqual(['firm.example']);
    expect(problems.map(({ key: at }) => at)).toEqual(['policyAddress']);
    expect(problems[0]!.problem).toMatch(why);
  }
  says = await sign(6, { internalDomains: ['new.example'] });
  const { policy, problems } = await life();
  expect({ domains: policy.internalDomains, audit: policy.auditOnly, problems }).toEqual({
    domains: ['new.example'],
    audit: false,
    problems: [],
  });
});

it('is never believed before it was fetched: the strict default stands under the managed part', async () => {
  says = undefined;
  const { policy, problems } = await life();
  expect(policy.thresholds).toEqual(strictDefault.thresholds);
  expect(problems[0]!.problem).toMatch(/managed part alone/);
});

it('names what is wrong inside it like any other mistake', async () => {
  says = await sign(9, { auditOnly: 'perhaps' });
  const { policy, problems } = await life();
  expect(policy.auditOnly).toBe(false);
  expect(problems[0]!.key).toBe('auditOnly');
});
