// The browser's own promise API, for what runs in every page: the polyfill costs 10 kB there and adds nothing that Chrome 140 and
// Firefox 140 lack. Everywhere else `wxt/browser`, which is the polyfill. Measured in docs/adr/0007-no-polyfill-in-pages.md
import type { Browser } from 'wxt/browser';

const world = globalThis as unknown as { browser?: typeof Browser; chrome?: typeof Browser };

/** Firefox calls it `browser`, Chrome `chrome`. Read at each use: it goes away when the extension is updated. */
export const native = () => (world.browser?.runtime ? world.browser : world.chrome)!;
