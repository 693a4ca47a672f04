// Programs the tests and `npm start` need: found on this machine, or installed from Debian where we are root.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Debian's name of the package, and a file that shows it is there. */
const programs = {
  chromium: '/usr/bin/chromium',
  'firefox-esr': '/usr/bin/firefox-esr',
  openssl: '/usr/bin/openssl',
  python3: '/usr/bin/python3',
  'libxml2-utils': '/usr/bin/xmllint',
  'libreoffice-calc-nogui': '/usr/bin/soffice',
  podman: '/usr/bin/podman',
  crun: '/usr/bin/crun',
  faketime: '/usr/bin/faketime',
  debootstrap: '/usr/sbin/debootstrap',
} as const;

/** True on Debian or a descendant, as root: then packages can be had, and the practice webmail too. */
export function mayInstallPackages(): boolean {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  return process.getuid?.() === 0 && /^ID(_LIKE)?=.*debian/m.test(release) && existsSync('/usr/bin/apt-get');
}

/** Installs what is missing. Returns the names that are still missing afterwards. */
export function installPrograms(names: readonly (keyof typeof programs)[]): string[] {
  const missing = () => names.filter((name) => !existsSync(programs[name]));
  if (missing().length === 0 || !mayInstallPackages()) return missing();
  const apt = (...args: string[]) =>
    spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=900', '-o', 'APT::Sandbox::User=root', '-qq', '-y', ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      encoding: 'utf8',
    });
  const install = () => apt('install', '--no-install-recommends', ...missing());
  if (install().status !== 0) {
    apt('update');
    const second = install();
    if (second.status !== 0) console.error(second.stderr.split('\n').slice(-10).join('\n'));
  }
  return missing();
}
