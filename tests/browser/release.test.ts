// What IT and the stores are given: everything there, signed with one key, and the same bytes as another build of the same commit.

import { spawnSync } from 'node:child_process';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packFolder } from '../../scripts/pack.ts';
import { builtForChromium, builtForFirefox } from './machine.ts';

const root = resolve(import.meta.dirname, '../..');
const base = 'https://updates.firm.example/g';

describe('npm run release', () => {
  let folder: string;
  const read = (name: string) => readFileSync(join(folder, 'out', name));
  const named = (pattern: RegExp) => readdirSync(join(folder, 'out')).find((name) => pattern.test(name))!;
  const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  const manifestIn = (name: string) =>
    JSON.parse(new TextDecoder().decode(unzipSync(new Uint8Array(read(name)))['manifest.json']));

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'gatehouse-release-'));
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    writeFileSync(join(folder, 'key.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }));
    const done = spawnSync(
      join(root, 'node_modules/.bin/node'),
      ['scripts/release.ts', '--out', join(folder, 'out'), '--key', join(folder, 'key.pem'), '--base', base],
      { cwd: root, encoding: 'utf8' },
    );
    expect(done.status, done.stderr).toBe(0);
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('gives the same bytes as the build that is there already', () => {
    expect(hash(read(named(/chrome-store/)))).toBe(hash(packFolder(builtForChromium)));
    expect(hash(read(named(/firefox-store/)))).toBe(hash(packFolder(builtForFirefox)));
  });

  it('has a sum for every file, and every sum is right', () => {
    const sums = read('SHA256SUMS')
      .toString()
      .trim()
      .split('\n')
      .map((line) => line.split('  '));
    for (const [sum, name] of sums) expect(hash(read(name!)), name).toBe(sum);
    expect(sums.map(([, name]) => name).sort()).toEqual(
      readdirSync(join(folder, 'out'))
        .filter((name) => name !== 'SHA256SUMS')
        .sort(),
    );
  });

  it('asks the firm for updates in what the firm serves, and nobody in what the stores get', () => {
    expect(manifestIn(named(/\.xpi$/)).browser_specific_settings.gecko.update_url).toBe(`${base}/updates.json`);
    expect(manifestIn(named(/firefox-store/)).browser_specific_settings.gecko).not.toHaveProperty('update_url');
    expect(manifestIn(named(/chrome-store/))).not.toHaveProperty('update_url');
    const { updates } = JSON.parse(read('updates.json').toString()).addons['gatehouse@gatehouse.example'];
    expect(updates[0].update_hash).toBe(`sha256:${hash(read(named(/\.xpi$/)))}`);
  });

  it('is signed: a CRX3 with the id the update manifest names', () => {
    const crx = read(named(/\.crx$/));
    expect(crx.subarray(0, 4).toString()).toBe('Cr24');
    expect(crx.readUInt32LE(4)).toBe(3);
    const xml = read('updates.xml').toString();
    expect(xml).toMatch(/appid="[a-p]{32}"/);
    expect(xml).toContain(`codebase="${base}/${named(/\.crx$/)}"`);
  });

  it('says what it is made of', () => {
    const bill = JSON.parse(read('sbom.cdx.json').toString());
    expect(bill.bomFormat).toBe('CycloneDX');
    const names = bill.components.map(({ name }: { name: string }) => name);
    expect(names).toEqual(expect.arrayContaining(['valibot', 'pdfjs-dist', 'react']));
  });

  it('says it in a form that others read, and says nothing of the machine or the folder', () => {
    // Facts of https://cyclonedx.org/docs/1.5/json/
    const bill = JSON.parse(read('sbom.cdx.json').toString());
    expect(bill).toMatchObject({ specVersion: '1.5', version: 1, metadata: { component: { name: 'gatehouse' } } });
    expect(bill).not.toHaveProperty('serialNumber');
    expect(Object.keys(bill.metadata).sort()).toEqual(['component', 'lifecycles']);
    type Component = { type: string; name: string; version: string; purl: string; 'bom-ref': string };
    const components: Component[] = [bill.metadata.component, ...bill.components];
    const known = new Set(components.map((one) => one['bom-ref']));
    expect(known.size).toBe(components.length);
    const odd = components.filter(({ type, version, purl }) => type !== 'library' || !purl.endsWith(`@${version}`));
    expect(odd).toEqual([]);
    const named: string[] = bill.dependencies.flatMap((one: { ref: string; dependsOn: string[] }) => [
      one.ref,
      ...one.dependsOn,
    ]);
    expect(named.filter((ref) => !known.has(ref))).toEqual([]);
    expect(read('sbom.cdx.json').toString()).not.toContain(root);
  });
});
