// `npm run release`: everything that is published, from one commit, the same bytes each time: signed CRX, XPI, store archives, update
// manifests, source, bill of materials, checksums. What each is for: docs/for-it.md. Why reproducible: docs/adr/0093-release.md
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { packFolder, signedPackage } from './pack.ts';
import { billOfMaterials, chromiumUpdates, firefoxUpdates, selfHosted } from './release-manifests.ts';

const { values: options } = parseArgs({
  options: {
    /** Where the files will be served from. */
    base: { type: 'string', default: 'https://updates.firm.example/gatehouse' },
    /** RSA key of the CRX: the extension's id is made from it. Made where there is none: keep it. */
    key: { type: 'string', default: 'gatehouse.pem' },
    out: { type: 'string', default: 'release' },
  },
});

const out = resolve(options.out);
const base = options.base.replace(/\/$/, '');
const { name, version } = JSON.parse(readFileSync('package.json', 'utf8')) as { name: string; version: string };

function run(command: string, args: string[], env: Record<string, string> = {}): string {
  const done = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    env: { ...process.env, ...env },
  });
  if (done.status !== 0) throw new Error(`${command} ${args.join(' ')}\n${done.stdout}${done.stderr}`);
  return done.stdout;
}

if (run('git', ['status', '--porcelain']).trim() !== '')
  console.warn('There are changes that are not committed: the source archive is of the last commit.');

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
// Whatever starts this: another NODE_ENV would build another React.
const build = { GATEHOUSE_OUT: join(out, 'build'), NODE_ENV: 'production' };
run('node_modules/.bin/wxt', ['build', '-b', 'chrome'], build);
run('node_modules/.bin/wxt', ['build', '-b', 'firefox', '--mv3'], build);

const write = (file: string, content: string | Uint8Array) => writeFileSync(join(out, file), content);
const built = (target: string) => join(out, 'build', `${target}-mv3`);
const hosted = (target: string) =>
  packFolder(built(target), selfHosted(JSON.parse(readFileSync(join(built(target), 'manifest.json'), 'utf8')), base));

write(`gatehouse-chrome-store-${version}.zip`, packFolder(built('chrome')));
write(`gatehouse-firefox-store-${version}.zip`, packFolder(built('firefox')));
const firefox = hosted('firefox');
write(`gatehouse-${version}.xpi`, firefox);
const unsigned = join(out, 'build', 'unsigned.zip');
writeFileSync(unsigned, hosted('chrome'));
const isNewKey = !existsSync(options.key);
const id = await signedPackage(unsigned, {
  keyPath: options.key,
  crxPath: join(out, `gatehouse-${version}.crx`),
});
write('updates.xml', chromiumUpdates({ id, version, base }));
const xpi = createHash('sha256').update(firefox).digest('hex');
write('updates.json', firefoxUpdates({ version, base, xpi }));
const bill = run('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only']);
write('sbom.cdx.json', billOfMaterials(bill, name));
run('git', ['archive', '--format=zip', '-o', join(out, `gatehouse-source-${version}.zip`), 'HEAD']);
rmSync(join(out, 'build'), { recursive: true });

const files = [
  `gatehouse-${version}.crx`,
  `gatehouse-${version}.xpi`,
  `gatehouse-chrome-store-${version}.zip`,
  `gatehouse-firefox-store-${version}.zip`,
  `gatehouse-source-${version}.zip`,
  'sbom.cdx.json',
  'updates.json',
  'updates.xml',
];
const sums = files.map(
  (file) =>
    `${createHash('sha256')
      .update(readFileSync(join(out, file)))
      .digest('hex')}  ${file}\n`,
);
write('SHA256SUMS', sums.join(''));

console.log(sums.join('').trimEnd());
if (isNewKey)
  console.log(`A new key was made: ${options.key}. Keep it: without it there is no update of this extension.`);
console.log(`Extension id for Chrome, Chromium and Edge: ${id}`);
console.log(
  `npm run -s policy -- export policy.json --to … --chromium-id ${id} --chromium-updates ${base}/updates.xml \\`,
);
console.log(`  --firefox-package ${base}/gatehouse-${version}.xpi`);
