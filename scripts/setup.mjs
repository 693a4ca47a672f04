// First step of `npm test` and `npm start` on a fresh clone: plain JavaScript without packages, so any Node from 20 on can run it.
// Installs the packages when they differ from the lock file, then hands over to the project's own Node.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');
const [script, ...rest] = process.argv.slice(2);

/** @param {string} path */
const packagesOf = (path) => JSON.parse(readFileSync(join(root, path), 'utf8')).packages;

/** Whether node_modules holds what the lock file asks for; optional packages of other platforms may be absent. */
function isInstalled() {
  if (!existsSync(join(root, 'node_modules/.package-lock.json'))) return false;
  const installed = packagesOf('node_modules/.package-lock.json');
  return Object.entries(packagesOf('package-lock.json')).every(([path, wanted]) => {
    if (path === '') return true;
    const found = installed[path];
    return found ? found.version === wanted.version : Boolean(wanted.optional || wanted.peer);
  });
}

/** @param {string} command @param {string[]} args */
function run(command, args) {
  const env = { ...process.env, PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}` };
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env });
  if (error) console.error(`${command}: ${error.message}`);
  return status ?? 1;
}

if (!isInstalled()) {
  const started = Date.now();
  console.log('packages: npm ci …');
  const status = run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (status !== 0) process.exit(status);
  console.log(`packages: installed in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

process.exit(run(join(root, 'node_modules/.bin/node'), [join(root, 'scripts', `${script}.ts`), ...rest]));
