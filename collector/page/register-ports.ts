// What the register asks of the page it stands on, where that is the collector's: entries from the server, settings in this browser.
import type { Settings } from '../../components/register/register-store.ts';
import { strictDefault } from '../../policy/default.ts';
import { send } from './ask.ts';
import { allEntries } from './entries.ts';

const nothing = async () => undefined;
const settingsKey = 'register-settings';

/** `me`: the address that is signed in. `refused`: shows why a step was not taken; true where it was not. */
export function portsFor(me: string, refused: (said: { problem?: string }) => boolean) {
  return {
    list: async () => ({ entries: [] }),
    health: async () => ({ chain: 'intact' as const, entries: 0 }),
    imported: allEntries,
    keep: async () => false,
    // The collector has no policy of its own; it knows who works.
    policy: async () => ({
      policy: { ...strictDefault, actor: me },
      ...{ source: 'default' as const, hash: '', problems: [], settled: true },
    }),
    ...{ delivery: nothing, deliverNow: nothing, testDelivery: nothing, installation: nothing },
    work: async (about: string, change: unknown) => !refused(await send('POST', '/api/work', { about, change })),
    settings: async () => JSON.parse(localStorage.getItem(settingsKey) ?? 'null') as Settings | undefined,
    saveSettings: async (settings: Settings) => localStorage.setItem(settingsKey, JSON.stringify(settings)),
  };
}

export function handFile({ name, type, text }: { name: string; type: string; text: string }): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
