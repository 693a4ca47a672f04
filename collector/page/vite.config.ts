// The collector's page, built as files of its own: nothing inline, so that its content policy can forbid what is. https://vite.dev/config/
import { resolve } from 'node:path';

export default {
  root: import.meta.dirname,
  resolve: { alias: { '@': resolve(import.meta.dirname, '../..') } },
  build: {
    outDir: resolve(import.meta.dirname, '../../.output/collector'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
};
