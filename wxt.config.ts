// How the extension is built. Source: https://wxt.dev/api/config.html

import { minify } from 'terser';
import { defineConfig } from 'wxt';
import { manifest } from './platform/manifest.ts';

/** Set by `npm run release`, which builds beside what is there. */
const outDir = process.env.GATEHOUSE_OUT;

/**
 * WXT puts a report of a crash around each script that goes into a page, with a logger that says nothing in what is released, and takes a
 * definition in two forms: four hundred and fifty bytes a script on every page. An error that nobody catches is reported as well.
 */
const bareScripts = {
  name: 'gatehouse:bare-scripts',
  enforce: 'pre' as const,
  load(id: string) {
    if (id.endsWith('/wxt/dist/utils/define-unlisted-script.mjs'))
      return 'export const defineUnlistedScript = (definition) => definition;';
    const entry = /^\0virtual:wxt-unlisted-script-entrypoint\?(.*)/.exec(id)?.[1];
    return entry && `import definition from ${JSON.stringify(entry)};\nexport default definition.main();`;
  },
};

/**
 * What runs in pages is minified once more: the bundler's own minifier leaves three bytes of a hundred that need not be sent there. A function
 * without `this` becomes an arrow: pages get methods of ours in the place of methods, and nothing they could call with `new`.
 */
const smallScripts = {
  name: 'gatehouse:small-scripts',
  enforce: 'post' as const,
  async generateBundle(_: unknown, bundle: Record<string, { type: string; code?: string }>) {
    for (const name of ['guard.js', 'page.js', 'requests.js', 'drafts.js', 'hosted.js']) {
      const script = bundle[name];
      if (!script?.code) continue;
      const { code } = await minify(script.code, {
        ecma: 2020,
        compress: { passes: 3, toplevel: true, unsafe_arrows: true, hoist_funs: true },
      });
      script.code = code!;
    }
  },
};

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'firefox'],
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill'],
  manifest,
  ...(outDir ? { outDir } : {}),
  // The desk's worker loads the PDF reader when a PDF comes; only modules can.
  vite: () => ({ worker: { format: 'es' }, plugins: [bareScripts, smallScripts] }),
  webExt: { disabled: true },
});
