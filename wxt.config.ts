// How the extension is built. Source: https://wxt.dev/api/config.html

import { defineConfig } from 'wxt';
import { manifest } from './platform/manifest.ts';

/** Set by `npm run release`, which builds beside what is there. */
const outDir = process.env.GATEHOUSE_OUT;

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'firefox'],
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill'],
  manifest,
  ...(outDir ? { outDir } : {}),
  // The desk's worker loads the PDF reader when a PDF comes; only modules can.
  vite: () => ({ worker: { format: 'es' } }),
  webExt: { disabled: true },
});
