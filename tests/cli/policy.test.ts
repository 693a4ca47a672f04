// The command line as IT runs it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSigned } from '../../policy/signed.ts';

const root = resolve(import.meta.dirname, '../..');
let folder: string;
const file = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-policy-cli-'));
  writeFileSync(file('good.json'), JSON.stringify({ version: 'a', internalDomains: ['firm.example'] }));
  writeFileSync(
    file('bad.json'),
    JSON.stringify({
      version: 'b',
      tresholds: {},
      retentionDays: 'long',
      kindRules: [{ of: ['nhs'], from: { block: 1 } }],
    }),
  );
  writeFileSync(file('none.txt'), 'hello');
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    join(root, 'node_modules/.bin/node'),
    [join(root, 'cli/policy.ts'), ...args],
    { encoding: 'utf8' },
  );
  return { status, out: stdout, err: stderr };
}

describe('policy', { timeout: 60_000 }, () => {
  it('check is content with a policy that is right, and names every setting that is not', () => {
    expect(run('check', file('good.json'))).toEqual({ status: 0, out: '', err: '' });
    const { status, err } = run('check', file('bad.json'));
    expect(status).toBe(1);
    expect(
      err
        .trim()
        .split('\n')
        .map((line) => line.split(': ')[1]),
    ).toEqual(['tresholds', 'retentionDays', 'kindRules[0].of']);
    expect(err).toContain('Did you mean thresholds?');
  });

  it('explain speaks each language', () => {
    for (const language of ['en', 'de', 'fr']) {
      const { status, out } = run('explain', file('good.json'), '--language', language);
      expect(status).toBe(0);
      expect(out).toContain('firm.example');
      expect(out, 'a key without its words').not.toMatch(/\b(explain|action|destination)_/);
    }
  });

  it('export and import are each other’s way back, through files', () => {
    const exported = run(
      'export',
      file('good.json'),
      '--to',
      'intune',
      '--out',
      file('out'),
      '--chromium-id',
      'p'.repeat(32),
    );
    expect(exported.status).toBe(0);
    expect(readFileSync(file('out/intune-remove.ps1'), 'utf8')).toContain(`\\extensions\\${'p'.repeat(32)}`);
    const imported = run('import', file('out/intune-deploy.ps1'));
    expect(JSON.parse(imported.out)).toEqual(JSON.parse(readFileSync(file('good.json'), 'utf8')));
  });

  it.each([
    [['check'], 64],
    [['frobnicate', 'x'], 64],
    [['check', 'no-such-file.json'], 66],
    [['export', 'GOOD', '--to', 'fax'], 64],
    [['export', 'GOOD', '--to', 'intune'], 64],
    [['check', 'NONE'], 64],
    [['sign', 'GOOD'], 64],
  ])('%j ends with %i', (args, status) => {
    const named = args.map((one) => ({ GOOD: file('good.json'), NONE: file('none.txt') })[one] ?? one);
    expect(run(...named).status).toBe(status);
  });

  it('signs what the extension believes, keeps the key to itself and overwrites none', async () => {
    const keys = run('keys', '--out', folder);
    const { policySigner } = JSON.parse(keys.out).keys;
    expect(statSync(file('policy-signer.pem')).mode & 0o077).toBe(0);
    expect(run('keys', '--out', folder).status).toBe(66);
    const { out } = run('sign', file('good.json'), '--key', file('policy-signer.pem'), '--sequence', '7');
    expect(await openSigned(out, policySigner, 7)).toEqual({
      values: { version: 'a', internalDomains: ['firm.example'] },
      sequence: 7,
    });
    expect(run('sign', file('bad.json'), '--key', file('policy-signer.pem')).status).toBe(1);
  });
});
