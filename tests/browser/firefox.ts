// A Firefox with the built extension, driven over WebDriver BiDi. Source: https://pptr.dev/webdriver-bidi

import type { Browser, Page } from 'puppeteer-core';
import { launch } from 'puppeteer-core';
import { builtForFirefox, firefoxPath } from './machine.ts';

const addonId = 'gatehouse@gatehouse.example';
/** Firefox gives each installation a random address; fixed here so that a test can open the extension's pages. */
const uuid = '6f1d4b52-8a35-4f0e-9c1d-957957957957';

export interface Firefox {
  browser: Browser;
  openExtensionPage(path: string): Promise<Page>;
  close(): Promise<void>;
}

export async function startFirefox({ extension = true } = {}): Promise<Firefox> {
  if (!firefoxPath) throw new Error('no Firefox on this machine: install the package firefox-esr');
  const browser = await launch({
    browser: 'firefox',
    executablePath: firefoxPath,
    headless: true,
    acceptInsecureCerts: true,
    defaultViewport: { width: 1280, height: 800 },
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [addonId]: uuid }),
      'network.dns.localDomains': 'webmail.brightwater.test,larry.brightwater.test,portal.test,receiver.test',
      'network.proxy.type': 0,
    },
  });
  if (extension) await browser.installExtension(builtForFirefox);
  return {
    browser,
    async openExtensionPage(path) {
      const page = await browser.newPage();
      await page.goto(`moz-extension://${uuid}/${path}`);
      return page;
    },
    close: () => browser.close(),
  };
}
