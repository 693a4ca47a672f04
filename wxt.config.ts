// How the extension is built. Source: https://wxt.dev/api/config.html

import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { manifest } from './platform/manifest.ts';

/** WXT's frame around a content script asks for the polyfill, which no page needs: docs/adr/0007-no-polyfill-in-pages.md */
const noPolyfillInPages: Plugin = {
  name: 'no-polyfill-in-pages',
  enforce: 'pre',
  resolveId(source, importer) {
    if (source !== '@wxt-dev/webextension-polyfill/browser' || !importer?.includes('/wxt/dist/utils/')) return null;
    return this.resolve('@wxt-dev/browser', importer);
  },
};

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'firefox'],
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill'],
  manifest,
  vite: () => ({ plugins: [noPolyfillInPages] }),
  webExt: { disabled: true },
});
