// A desk that wants to show its dialog in the top document of its tab: the script that hosts it is put there, and told. See stage-host.ts.
// Source: https://developer.chrome.com/docs/extensions/reference/api/scripting
import { browser } from 'wxt/browser';

export interface StageWanted {
  gatehouse: 'stage';
  nonce: string;
}

/** Rejects where no script can be. */
export async function wantStage(tab: number, nonce: string): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId: tab, frameIds: [0] },
    injectImmediately: true,
    // WXT types these as the scripts it knows at build time.
    files: ['stage.js'] as never[],
  });
  const message: StageWanted = { gatehouse: 'stage', nonce };
  await browser.tabs.sendMessage(tab, message, { frameId: 0 });
}
