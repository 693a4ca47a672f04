// A Firefox with the built extension, driven over WebDriver BiDi, which reaches pages but no page or frame of an extension.
// Source: https://pptr.dev/webdriver-bidi
import type { Browser } from 'puppeteer-core';
import { launch } from 'puppeteer-core';
import { builtForFirefox, firefoxPath } from './machine.ts';
import type { FirefoxPolicy } from './managed-policy.ts';

const hosts = [
  'webmail.brightwater.test',
  'larry.brightwater.test',
  'portal.test',
  'receiver.test',
  'drive.test',
  'files.test',
];

export const addonId = 'gatehouse@gatehouse.example';

interface FirefoxOptions {
  /** The policy installs the extension, and only it. */
  isForced?: boolean;
  /** More of the command line. */
  args?: string[];
  /** Hosts whose port 443 is a port of this machine. */
  serves?: { hosts: readonly string[]; port: number };
}

export async function startFirefox(
  policy: FirefoxPolicy,
  { isForced = false, args = [], serves }: FirefoxOptions = {},
): Promise<Browser> {
  if (!firefoxPath) throw new Error('no Firefox on this machine: install the package firefox-esr');
  const browser = await launch({
    browser: 'firefox',
    executablePath: policy.launcher(firefoxPath),
    headless: true,
    args,
    acceptInsecureCerts: true,
    defaultViewport: { width: 1280, height: 800 },
    extraPrefsFirefox: {
      'network.dns.localDomains': [...hosts, ...(serves?.hosts ?? [])].join(),
      ...(serves ? { 'network.socket.forcePort': `443=${serves.port}` } : {}),
      'network.proxy.type': 0,
    },
  });
  if (!isForced) await browser.installExtension(builtForFirefox);
  return browser;
}
