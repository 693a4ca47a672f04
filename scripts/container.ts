// `npm run container`: builds the collector's container file and tries what came of it, on loopback: it runs as no root on a file system it
// cannot write, answers, takes an entry, ends when told to, and a new container on the same volume has the entry. Debian and root; what cannot
// be done is an error. The base image is made from Debian's packages and the project's Node, under the name the container file gives it, in a
// store of its own that is removed at the end.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { appendTo } from '../incidents/chain.ts';
import { envelopeOf } from '../incidents/envelope.ts';
import { freePort } from '../tests/collector/free-port.ts';
import { incidentEntry } from '../tests/incidents/entries.ts';
import { installPrograms } from './packages.ts';

const root = resolve(import.meta.dirname, '..');
const file = join(root, 'collector/deploy/Containerfile');
const image = 'gatehouse-collector';
const volume = 'gatehouse-data';
const node = realpathSync(join(root, 'node_modules/.bin/node'));

const missing = installPrograms(['podman', 'crun', 'debootstrap']);
if (missing.length > 0) throw new Error(`needs Debian, root and: ${missing.join(', ')}`);

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-container-'));
const store = ['--root', join(folder, 'store'), '--runroot', join(folder, 'run'), '--storage-driver', 'vfs'];
const runtime = ['--runtime', 'crun', '--cgroup-manager', 'cgroupfs', '--events-backend', 'file'];

const run = (command: string, args: readonly string[]): string =>
  execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 2 ** 28 }).trim();
/**
 * Without the hierarchy of control groups that some machines have beside the old ones: crun takes one kind or the other, and nothing here
 * needs it. It goes for this command alone.
 */
const apart = ['--mount', 'sh', '-c', 'umount /sys/fs/cgroup/unified 2>/dev/null; exec podman "$@"', 'podman'];
const podman = (...args: readonly string[]): string => run('unshare', [...apart, ...store, ...runtime, ...args]);

function say(what: string): void {
  console.log(`▶ ${what}`);
}

function expect(what: string, is: unknown, wanted: unknown): void {
  if (JSON.stringify(is) !== JSON.stringify(wanted))
    throw new Error(`${what}: ${JSON.stringify(is)} instead of ${JSON.stringify(wanted)}`);
  console.log(`  ✔ ${what}: ${JSON.stringify(is)}`);
}

/** Where this machine has its packages from, and of which release. */
function mirror(): { address: string; release: string } {
  const lines = run('apt-get', ['indextargets', '--format', '$(SITE) $(RELEASE)', 'Created-By: Packages']).split('\n');
  const [, release] = /^VERSION_CODENAME=(\w+)/m.exec(readFileSync('/etc/os-release', 'utf8')) ?? [];
  const line = lines.map((one) => one.split(' ')).find(([, of]) => of === release);
  if (!line || !release) throw new Error('apt names no source of this release');
  return { address: line[0]!, release };
}

function makeBase(archive: string): void {
  const system = join(folder, 'system');
  const { address, release } = mirror();
  mkdirSync(dirname(archive), { recursive: true });
  run('debootstrap', ['--variant=minbase', '--include=ca-certificates', release, system, address]);
  const local = (path: string) => join(system, 'usr/local', path);
  cpSync(node, local('bin/node'));
  const npm = dirname(dirname(realpathSync(run('which', ['npm']))));
  mkdirSync(local('lib/node_modules'), { recursive: true });
  cpSync(npm, local('lib/node_modules/npm'), { recursive: true, dereference: true });
  for (const [program, script] of [
    ['npm', 'npm-cli.js'],
    ['npx', 'npx-cli.js'],
  ] as const)
    symlinkSync(`../lib/node_modules/npm/bin/${script}`, local(`bin/${program}`));
  run('chroot', [system, 'useradd', '--uid', '1000', '--create-home', 'node']);
  run('tar', ['--create', '--file', `${archive}.part`, '--directory', system, '.']);
  renameSync(`${archive}.part`, archive);
}

function build(): void {
  // npm in the image is told what npm on this machine is told, and believes whom this machine believes.
  const [authorities, told] = ['/etc/ssl/certs/ca-certificates.crt', join(homedir(), '.npmrc')];
  const settings = join(folder, 'npmrc');
  writeFileSync(settings, `${existsSync(told) ? readFileSync(told, 'utf8') : ''}\ncafile=${authorities}\n`);
  const shared = [`${authorities}:${authorities}:ro`, `${settings}:/root/.npmrc:ro`].flatMap((one) => [
    '--volume',
    one,
  ]);
  const how = ['--isolation', 'chroot', '--pull=never', '--format', 'docker', '--network', 'host'];
  podman('build', ...how, ...shared, '--file', file, '--tag', image, root);
}

async function tried(): Promise<void> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const settings = { GATEHOUSE_HOST: '127.0.0.1', GATEHOUSE_PORT: String(port), GATEHOUSE_URL: url };
  const start = (name: string) => {
    const given = Object.entries(settings).flatMap(([key, value]) => ['--env', `${key}=${value}`]);
    // The check is run below, by hand: podman's own timer needs systemd. Limits are low: not every machine lets them be raised.
    const limits = ['--ulimit', 'nofile=1024:1024', '--ulimit', 'nproc=1024:1024'];
    const here = ['--network', 'host', '--no-healthcheck', ...limits, '--pull', 'never'];
    const narrow = ['--read-only', '--cap-drop', 'all', '--security-opt', 'no-new-privileges', ...here];
    podman('run', '--detach', '--name', name, ...narrow, ...given, '--volume', `${volume}:/var/lib/gatehouse`, image);
  };
  const inside = (name: string, ...command: string[]) => podman('exec', name, ...command);
  const ready = async () => {
    for (let tries = 0; tries < 100; tries += 1) {
      const answer = await fetch(`${url}/api/ready`).catch(() => undefined);
      if (answer) return answer.status;
      await new Promise((next) => setTimeout(next, 100));
    }
    return 'nothing answers';
  };
  const stop = (name: string) => {
    const began = performance.now();
    podman('stop', '--time', '30', name);
    expect('ends when it is told to', podman('inspect', '--format', '{{.State.ExitCode}}', name), '0');
    expect('in less than ten seconds', performance.now() - began < 10_000, true);
  };

  say('the first container');
  start('first');
  expect('answers', await ready(), 200);
  expect('runs as', inside('first', 'id', '-un'), 'node');
  const page = await fetch(url);
  expect('serves the page', [page.status, /<script type="module"/.test(await page.text())], [200, true]);
  expect('prints the first link', /#welcome=[\w-]{43}/.test(podman('logs', 'first')), true);
  const check = JSON.parse(podman('inspect', '--type', 'image', '--format', '{{json .HealthCheck.Test}}', image));
  inside('first', ...(check as string[]).slice(1));
  console.log('  ✔ its own health check passes');
  const token = inside('first', 'node', 'collector/main.ts', 'token', 'browsers');
  const envelope = envelopeOf(await appendTo(null, incidentEntry(1)), '0.1.0', crypto.randomUUID());
  const taken = await fetch(`${url}/api/entries`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(envelope),
  });
  expect('takes an entry', await taken.json(), { received: [envelope.id] });
  stop('first');
  podman('rm', 'first');

  say('a new container on the same volume');
  start('second');
  expect('answers', await ready(), 200);
  const verified = inside('second', 'node', 'collector/main.ts', 'verify');
  expect('has the entry', / 1 entries, 0 erased: whole$/m.test(verified), true);
  expect('has files of its own alone', inside('second', 'stat', '-c', '%U %a', '/var/lib/gatehouse'), 'node 700');
  stop('second');
}

try {
  const bases = new Set([...readFileSync(file, 'utf8').matchAll(/^FROM (\S+)/gm)].map(([, name]) => name!));
  // Kept, for it takes minutes to make: until the release or the Node is another.
  const base = join(root, '.cache', `container-base-${mirror().release}-${run(node, ['--version'])}.tar`);
  for (const name of bases) {
    say(`a base image of Debian's packages, as ${name.split('/').at(-1)}`);
    if (!existsSync(base)) makeBase(base);
    podman('import', base, name);
  }
  say('the container file');
  build();
  console.log(`  ${podman('image', 'inspect', '--format', '{{.Size}}', image)} bytes`);
  await tried();
  console.log('the container is as it should be');
} finally {
  spawnSync('podman', [...store, ...runtime, 'rm', '--all', '--force', '--time', '1'], { stdio: 'ignore' });
  rmSync(folder, { recursive: true, force: true });
}
