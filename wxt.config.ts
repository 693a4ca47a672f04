// How the extension is built. Source: https://wxt.dev/api/config.html

import { defineConfig } from 'wxt';
import { manifest } from './platform/manifest.ts';

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'firefox'],
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill'],
  manifest,
  // The desk's worker loads the PDF reader when a PDF comes; only modules can.
  vite: () => ({ worker: { format: 'es' } }),
  webExt: { disabled: true },
});
