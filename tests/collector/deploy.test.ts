// What a firm installs: the systemd unit is one systemd takes, and the container file names what is there.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const unit = readFileSync(join(root, 'collector/deploy/gatehouse-collector.service'), 'utf8');
const container = readFileSync(join(root, 'collector/deploy/Containerfile'), 'utf8');
const about = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** systemd's own check, with the program that is on this machine in place of the installed one. It names the faults of the machine's own units, too. */
function verify(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-unit-'));
  try {
    const path = join(folder, 'gatehouse-collector.service');
    writeFileSync(path, text.replace('/opt/gatehouse/node_modules/.bin/node', process.execPath));
    const { stdout, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', path], { encoding: 'utf8' });
    return (stdout + stderr)
      .split('\n')
      .filter((line) => line.includes('gatehouse'))
      .join('\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

it.skipIf(!existsSync('/usr/bin/systemd-analyze'))('the unit is taken by systemd, which would name a mistake', () => {
  expect(verify(unit)).toBe('');
  expect(verify(unit.replace('RestrictNamespaces', 'RestrictNamespace'))).toContain('RestrictNamespace');
});

it('the unit and the container start what there is, on the Node this needs', () => {
  for (const text of [unit, container]) {
    const [entry] = /collector\/main\.ts/.exec(text)!;
    expect(existsSync(join(root, entry))).toBe(true);
  }
  const major = about.devDependencies.node.split('.')[0];
  expect([...container.matchAll(/node:(\d+)-slim/g)].map(([, version]) => version)).toEqual([major, major]);
  for (const [, script] of container.matchAll(/npm run ([\w:]+)/g)) expect(about.scripts).toHaveProperty([script!]);
  expect(container.indexOf('USER node')).toBeLessThan(container.indexOf('CMD'));
  // Keys, registers, their backups and what is built elsewhere stay out of the image.
  const left = readFileSync(join(root, '.dockerignore'), 'utf8').split('\n');
  expect(left).toEqual(
    expect.arrayContaining([
      '**/node_modules',
      '.output',
      '**/*.pem',
      '**/*.db*',
      '**/*.jsonl',
      '**/*.log',
      '**/.env*',
      '.git',
    ]),
  );
});
