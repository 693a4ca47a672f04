// A policy signed by the firm's key, fetched by a real browser from an address: believed, kept, and never replaced by anything worse.

import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signedBytes, signedText } from '../../policy/signed.ts';
import { type Chromium, startChromium } from './chromium.ts';
import { label } from './dialog.ts';
import { canSetPolicy, chromiumPath } from './machine.ts';
import { type ManagedPolicy, policyFor } from './managed-policy.ts';
import { askBackground, policyArrived } from './record.ts';

const firm = generateKeyPairSync('ed25519');
const rival = generateKeyPairSync('ed25519');
const policySigner = firm.publicKey.export({ format: 'jwk' }).x!;

function signed(sequence: number, values: object, { privateKey } = firm): string {
  const policy = JSON.stringify(values);
  return signedText(sequence, policy, sign(null, signedBytes(sequence, policy), privateKey).toString('base64'));
}

const good = signed(5, { internalDomains: ['brightwater.example'], retentionDays: 90 });
/** By path. A new address is asked at once, the same one once an hour. */
const answers: Record<string, string> = {
  '/good': good,
  '/forged': signed(6, { internalDomains: ['rival.example'] }, rival),
  '/changed': good.replace('brightwater', 'rivalwaters'),
  '/older': signed(4, { internalDomains: ['rival.example'] }),
  '/page': '<!doctype html><title>Sign in</title>',
  '/newer': signed(6, { internalDomains: ['brightwater.example', 'brightwater.test'] }),
};

describe.skipIf(!chromiumPath || !canSetPolicy)('a signed policy from an address', () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url!);
    const text = answers[request.url!];
    response.writeHead(text === undefined ? 503 : 200, { 'content-type': 'application/json' }).end(text);
  });
  let policy: ManagedPolicy;
  let chromium: Chromium;
  let origin: string;
  const managed = (path: string) => ({ version: path, policyAddress: `${origin}${path}`, keys: { policySigner } });

  beforeAll(async () => {
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    policy = policyFor(managed('/good'));
    chromium = await startChromium({ policy });
  });
  afterAll(async () => {
    await chromium?.close();
    await policy?.close();
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });

  const inForce = () => askBackground(chromium, 'policy/get', {});

  it('stands under the managed part, setting by setting', async () => {
    await policyArrived(chromium, '/good');
    await expect.poll(async () => (await inForce()).policy.retentionDays).toBe(90);
    const { policy: found, problems, origins } = await inForce();
    expect(found).toMatchObject({ version: '/good', internalDomains: ['brightwater.example'] });
    expect(origins).toMatchObject({ internalDomains: 'signed', version: 'managed' });
    expect(problems).toEqual([]);
  });

  it.each([
    ['signed with another key', '/forged', /not signed with keys\.policySigner/],
    ['changed after it was signed', '/changed', /changed after it was signed/],
    ['older than what is in force', '/older', /older than the policy that is in force/],
    ['a page', '/page', /no signed policy/],
    ['no answer', '/gone', /could not be fetched/],
  ])('the last good one stays in force when what comes is %s, and the status page says why', async (_, path, why) => {
    policy.write(managed(path));
    await policyArrived(chromium, path);
    await expect.poll(() => asked).toContain(path);
    await expect.poll(async () => (await inForce()).problems.map(({ problem }) => problem).join()).toMatch(why);
    const { policy: found, problems } = await inForce();
    expect(found).toMatchObject({ internalDomains: ['brightwater.example'], retentionDays: 90 });
    expect(problems).toMatchObject([
      { key: 'policyAddress', problem: expect.stringContaining('the last good one holds') },
    ]);
    const page = await chromium.openExtensionPage('register.html#status');
    const problem = page.getByText(why);
    await page.locator('details', { has: problem }).locator('summary').click();
    await problem.waitFor();
    await page.close();
  });

  it('a newer one comes into force, and the worker that starts after the browser still has it', async () => {
    policy.write(managed('/newer'));
    await policyArrived(chromium, '/newer');
    await expect.poll(async () => (await inForce()).policy.internalDomains).toContain('brightwater.test');
    const { profile } = chromium;
    await chromium.close('keep');
    asked.length = 0;
    chromium = await startChromium({ policy, profile });
    const { policy: found, problems } = await policyArrived(chromium, '/newer');
    expect(found.internalDomains).toEqual(['brightwater.example', 'brightwater.test']);
    // What stood in the policy before it is gone with it.
    expect(found.retentionDays).toBe(365);
    expect({ problems, asked }).toEqual({ problems: [], asked: [] });
  });

  it('is read on the policy page as a draft', async () => {
    const page = await chromium.openExtensionPage('options.html#files');
    await page.getByLabel(label('policy_import_text')).fill(good);
    await page.getByRole('button', { name: label('policy_import_do') }).press('Enter');
    await page.getByText(label('policy_target_signed')).waitFor();
    expect(JSON.parse((await page.evaluate('sessionStorage.draft')) as string)).toEqual({
      internalDomains: ['brightwater.example'],
      retentionDays: 90,
    });
    await page.close();
  });
});
