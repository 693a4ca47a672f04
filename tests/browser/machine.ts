// What of the real thing this machine can run. A suite that needs more is skipped by name.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const firstThere = (paths: string[]): string | undefined => paths.find((path) => existsSync(path));

/** A Chromium that still takes unpacked extensions from the command line; Google-branded Chrome does not. */
export const chromiumPath = firstThere([
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]);

export const firefoxPath = firstThere([
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
]);

const isRoot = process.getuid?.() === 0;

/** Root can give one browser its own view of the folder that holds managed policies. */
export const canSetPolicy = isRoot && existsSync('/usr/bin/unshare');

/** The practice Roundcube needs Debian's packages and root. */
export const canRunRoundcube = isRoot && existsSync('/usr/bin/apt-get');

const built = (target: string) => resolve(import.meta.dirname, '../../.output', target);

/** Where `wxt build` puts the extension. */
export const builtForChromium = built('chrome-mv3');
export const builtForFirefox = built('firefox-mv3');

/** The id Chromium gives an unpacked extension: from its path, since the manifest has no key. */
export function unpackedId(folder: string): string {
  const digest = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return [...digest].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}
