// What the register asks of the page it stands on, where that is the collector's: entries from the server, settings in this browser. Nothing is
// saved as a file before the access record has it.
import { v7 as uuidv7 } from 'uuid';
import type { EntryPorts } from '../../components/register/Entry.tsx';
import type { RegisterPorts, RegisterStore, Settings } from '../../components/register/register-store.ts';
import { strictDefault } from '../../policy/default.ts';
import type { Account } from '../roles.ts';
import { send } from './ask.ts';
import type { Entries } from './entries.ts';

const nothing = async () => undefined;
const settingsKey = 'register-settings';

/** Shows why a step was not taken; true where it was not. */
export type Refused = (said: { problem?: string }) => boolean;

export function portsFor(entries: Entries, me: Account, firm: string, refused: Refused): RegisterPorts {
  return {
    latest: entries.latest,
    list: async () => ({ entries: [] }),
    health: async () => ({ chain: 'intact', entries: 0 }),
    imported: entries.all,
    origin: 'received',
    keep: async () => false,
    // The collector has no policy of its own; it knows the firm, and who works.
    policy: async () => ({
      policy: {
        ...strictDefault,
        actor: me.address,
        firm: { name: firm },
        breachContact: { name: me.name, email: me.address, phone: '' },
      },
      ...{ source: 'default', hash: '', problems: [], settled: true },
    }),
    ...{ delivery: nothing, deliverNow: nothing, testDelivery: nothing, installation: nothing },
    work: async (about, change) => !refused(await send('POST', '/api/work', { about, change })),
    settings: async () => JSON.parse(localStorage.getItem(settingsKey) ?? 'null') as Settings | undefined,
    saveSettings: async (settings) => localStorage.setItem(settingsKey, JSON.stringify(settings)),
  };
}

export function filesFor(version: string, store: RegisterStore, refused: Refused): EntryPorts {
  return {
    extensionVersion: version,
    now: Date.now,
    newId: uuidv7,
    async save(file) {
      if (!refused(await send('POST', '/api/register/exports', told(file, store)))) handFile(file);
    },
    print: () => window.print(),
    copy: (text) => navigator.clipboard.writeText(text),
  };
}

type File = Parameters<EntryPorts['save']>[0];

/** What the access record says of a file. */
function told({ type, text }: File, store: RegisterStore): { form: string; entries: number } {
  if (type === 'text/csv') return { form: 'csv', entries: store.getState().shown.length };
  if (type === 'application/json') return { form: 'json', entries: (JSON.parse(text).entries as unknown[]).length };
  return { form: 'paper', entries: 1 };
}

function handFile({ name, type, text }: File): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
