// After installation, pages that were open before get their content script: Chromium gives it to new pages only. Not after an
// update: the script of before goes on holding and asks for a reload, and two guards would each hold what the other lets go.
// Source: https://developer.chrome.com/docs/extensions/reference/api/scripting
import { browser } from 'wxt/browser';

interface ContentScript {
  matches?: string[] | undefined;
  js?: string[] | undefined;
  all_frames?: boolean | undefined;
  world?: string;
}

/** Puts the content scripts of every page into every open tab. Pages where the browser allows none are left out. */
export async function guardOpenPages(): Promise<void> {
  // WXT's own type of a content script knows neither worlds nor names it did not generate.
  const scripts: ContentScript[] = browser.runtime.getManifest().content_scripts ?? [];
  const tabs = await browser.tabs.query({ url: ['http://*/*', 'https://*/*'] });
  await Promise.allSettled(
    tabs.flatMap(({ id, discarded }) =>
      id === undefined || discarded
        ? []
        : scripts
            .filter(({ world, matches }) => world !== 'MAIN' && matches?.includes('<all_urls>'))
            .map(({ js = [], all_frames = false }) =>
              browser.scripting.executeScript({
                target: { tabId: id, allFrames: all_frames },
                injectImmediately: true,
                // WXT types this as the scripts it knows at build time; these are the ones of the manifest itself.
                files: js as never[],
              }),
            ),
    ),
  );
}
