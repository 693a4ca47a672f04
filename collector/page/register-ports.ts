// What the register asks of the page it stands on, where that is the collector's: entries from the server, settings in this browser. Nothing is
// saved, printed or copied before the access record has it.
import { v7 as uuidv7 } from 'uuid';
import type { EntryPorts } from '../../components/register/Entry.tsx';
import type { RegisterPorts, Settings } from '../../components/register/register-ports.ts';
import type { RegisterStore } from '../../components/register/register-store.ts';
import type { Envelope } from '../../incidents/envelope.ts';
import { strictDefault } from '../../policy/default.ts';
import type { Account } from '../roles.ts';
import { send } from './ask.ts';
import type { Entries } from './entries.ts';

const nothing = async () => undefined;
const settingsKey = 'register-settings';

/** Shows why a step was not taken; true where it was not. */
export type Refused = (said: { problem?: string }) => boolean;

export function portsFor(entries: Entries, me: Account, firm: string, refused: Refused): RegisterPorts {
  /** The step that was last asked for and not answered: it may have been taken all the same, and is the same when it is asked for again. */
  let unanswered: { step: string; id: string } | undefined;
  return {
    latest: entries.latest,
    list: async () => ({ entries: [] }),
    health: async () => ({ chain: 'intact', entries: 0 }),
    imported: entries.all,
    origin: 'received',
    keep: nothing,
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
    ...{
      delivery: nothing,
      deliverNow: nothing,
      mailed: nothing,
      told: nothing,
      testDelivery: nothing,
      installation: nothing,
    },
    async work(about, change) {
      const step = JSON.stringify([about, change]);
      const id = unanswered?.step === step ? unanswered.id : uuidv7();
      const said = await send<{ entry: Envelope }>('POST', '/api/work', { id, about, change });
      if (said.status === 0 || said.status >= 500) unanswered = { step, id };
      else if (unanswered?.id === id) unanswered = undefined;
      if (said.status === 409) return 'changed';
      if (said.body) entries.take(said.body.entry);
      return refused(said) ? 'failed' : 'stored';
    },
    now: Date.now,
    settings: async () => JSON.parse(localStorage.getItem(settingsKey) ?? 'null') as Settings | undefined,
    saveSettings: async (settings) => localStorage.setItem(settingsKey, JSON.stringify(settings)),
  };
}

/** `printed`: by the browser's own way, which nothing holds up. */
export type Files = EntryPorts & { printed(entries: number): void };

export function filesFor(version: string, store: RegisterStore, refused: Refused): Files {
  const note = async (form: Form, entries: number) =>
    !refused(await send('POST', '/api/register/exports', { form, entries }));
  let isNoted = false;
  return {
    extensionVersion: version,
    now: Date.now,
    newId: uuidv7,
    async save(file) {
      const isNoted = await note(...told(file, store));
      if (isNoted) handFile(file);
      return isNoted;
    },
    async print(entries) {
      if (!(await note('print', entries))) return;
      isNoted = true;
      window.print();
      isNoted = false;
    },
    printed(entries) {
      if (!isNoted) void note('print', entries);
    },
    async copy(text) {
      if (!(await note('copy', 1))) throw new Error('not noted');
      await navigator.clipboard.writeText(text);
    },
  };
}

type Form = 'csv' | 'json' | 'paper' | 'print' | 'copy';
type File = Parameters<EntryPorts['save']>[0];

/** What the access record says of a file. */
function told({ type, text }: File, store: RegisterStore): [form: Form, entries: number] {
  if (type === 'text/csv') return ['csv', store.getState().shown.length];
  if (type === 'application/json') return ['json', (JSON.parse(text).entries as unknown[]).length];
  return ['paper', 1];
}

function handFile({ name, type, text }: File): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
