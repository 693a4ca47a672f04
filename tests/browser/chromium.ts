// A Chromium with the built extension, driven by Playwright: start, open extension pages, kill, start again on the same profile.
// Source: https://playwright.dev/docs/chrome-extensions
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from 'playwright-core';
import { builtForChromium, chromiumPath } from './machine.ts';
import type { ManagedPolicy } from './managed-policy.ts';

export interface StartOptions {
  /** Folder of the unpacked extension; `false` starts a browser without one. Default: the built extension. */
  extension?: string | false;
  /** A profile to go on with. Default: a new one, deleted at close. */
  profile?: string;
  /** A folder of managed policies that this browser alone sees. */
  policy?: ManagedPolicy;
  size?: { width: number; height: number };
  colorScheme?: 'light' | 'dark';
  /** Hosts of the real world that this machine stands in for, at this port. */
  serves?: { hosts: string[]; port: number };
  /** A window on screen. Default: headless. */
  visible?: boolean;
}

export interface Chromium {
  context: BrowserContext;
  profile: string;
  /** Id of the extension, as in `chrome-extension://<id>/`. Throws where none is loaded. */
  extensionId: string;
  worker(): Promise<Worker>;
  /** A new tab with a page of the extension, such as `register.html`. */
  openExtensionPage(path: string): Promise<Page>;
  /** Puts the extension in place anew, as an update does: what of it is in open pages has nobody any more to speak to. */
  reloadExtension(): Promise<void>;
  /** SIGKILL to the whole browser: nothing is flushed, nothing is said. The profile stays. */
  kill(): Promise<void>;
  /** Closes the browser; deletes the profile if it was made here and `keep` is not set. */
  close(keep?: 'keep'): Promise<void>;
}

const quietArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--ignore-certificate-errors',
];

/** A host below .test is this machine, and, unlike 127.0.0.1, no secure context over plain http. */
function hostRules({ serves }: StartOptions): string {
  const named = serves?.hosts.map((host) => `MAP ${host} 127.0.0.1:${serves.port}`) ?? [];
  return `--host-resolver-rules=${['MAP *.test 127.0.0.1', ...named].join(',')}`;
}

export async function startChromium(options: StartOptions = {}): Promise<Chromium> {
  if (!chromiumPath) throw new Error('no Chromium on this machine: install the package chromium');
  const extension = options.extension ?? (options.policy?.forcesExtension ? false : builtForChromium);
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'gatehouse-chromium-'));
  const isForced = options.policy?.forcesExtension ?? false;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: options.policy?.launcher(chromiumPath) ?? chromiumPath,
    headless: !options.visible,
    viewport: options.size ?? { width: 1280, height: 800 },
    colorScheme: options.colorScheme ?? 'light',
    ignoreHTTPSErrors: true,
    permissions: ['clipboard-read', 'clipboard-write'],
    args: [
      ...(options.visible ? [] : ['--headless=new']),
      hostRules(options),
      ...(isForced
        ? quietArguments.filter((argument) => argument !== '--disable-background-networking')
        : quietArguments),
      ...(extension ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`] : []),
    ],
    ignoreDefaultArgs: isForced
      ? ['--disable-extensions', '--disable-background-networking']
      : ['--disable-extensions'],
  });
  // A machine that is busy is no failure: the browser may draw nothing for a while.
  context.setDefaultTimeout(30_000);

  const expectsExtension = Boolean(extension) || isForced;
  const worker = async (): Promise<Worker> =>
    context.serviceWorkers().find((found) => found.url().startsWith('chrome-extension://')) ??
    (await context.waitForEvent('serviceworker', { timeout: 15_000 }));
  let extensionId = '';
  if (expectsExtension) {
    try {
      extensionId = new URL((await worker()).url()).host;
    } catch {
      await context.close();
      throw new Error(
        `the extension did not start (${isForced ? 'by policy' : extension}): no service worker within 15 s. ` +
          'Its manifest is refused, or its build is missing: npm run build:chromium',
      );
    }
  }

  return {
    context,
    profile,
    extensionId,
    worker,
    async openExtensionPage(path) {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${extensionId}/${path}`);
      return page;
    },
    async reloadExtension() {
      await allowUnpacked(context);
      const before = await worker();
      const back = context.waitForEvent('serviceworker', { timeout: 40_000 });
      // Its answer may go with it.
      await before.evaluate('chrome.runtime.reload()').catch(() => undefined);
      await back;
    },
    async kill() {
      const closed = new Promise((done) => context.once('close', done));
      for (const pid of browserProcesses(profile)) process.kill(pid, 'SIGKILL');
      await closed;
      await allGone(profile);
    },
    async close(keep) {
      await context.close();
      if (!options.profile && !keep) rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

/** Without developer mode Chromium takes one from the command line at its start, and does not take it back. */
async function allowUnpacked(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate('chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })');
  await page.close();
}

/** Every process of the browser that runs on this profile. */
function browserProcesses(profile: string): number[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      return readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(`--user-data-dir=${profile}`) ? [Number(name)] : [];
    } catch {
      return [];
    }
  });
}

async function allGone(profile: string): Promise<void> {
  for (let tries = 0; tries < 100 && browserProcesses(profile).length > 0; tries++) {
    await new Promise((done) => setTimeout(done, 50));
  }
  rmSync(join(profile, 'SingletonLock'), { force: true });
}
