// What a reader of the register set for themselves: saved filters, and the name they work under. Stays in this browser.
import { browser } from 'wxt/browser';

const settingsKey = 'register/settings';

export async function readSettings<Settings>(): Promise<Settings | undefined> {
  return (await browser.storage.local.get(settingsKey))[settingsKey] as Settings | undefined;
}

export async function saveSettings(settings: object): Promise<void> {
  await browser.storage.local.set({ [settingsKey]: settings });
}
