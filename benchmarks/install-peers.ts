// Other people's detectors are installed where they are measured, when they are measured: nobody else needs them. Without install
// scripts: the only one in the tree prepares a server's protocol buffers, which no benchmark uses.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;

function isInstalled(): boolean {
  const installed = join(here, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  const packagesOf = (path: string) =>
    JSON.parse(readFileSync(path, 'utf8')).packages as Record<
      string,
      { version: string; optional?: true; peer?: true }
    >;
  const found = packagesOf(installed);
  return Object.entries(packagesOf(join(here, 'package-lock.json'))).every(
    ([path, { version, optional, peer }]) => path === '' || optional || peer || found[path]?.version === version,
  );
}

/** Installs what benchmarks/package-lock.json asks for, once. */
export function installPeers(): void {
  if (isInstalled()) return;
  const flags = ['--ignore-scripts', '--omit=optional', '--omit=peer', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync('npm', ['ci', ...flags], { cwd: here, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`benchmarks: npm ci ended with ${status}`);
}
