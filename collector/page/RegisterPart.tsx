// The register on the collector: the same table, detail and work as in the extension, over what every browser sent. Who works is who is
// signed in; nothing is saved as a file before the audit has it.
import { useEffect, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { Entry, type EntryPorts } from '../../components/register/Entry.tsx';
import { Incidents } from '../../components/register/Incidents.tsx';
import { createRegisterStore, type Settings } from '../../components/register/register-store.ts';
import type { Translate } from '../../components/words.ts';
import { strictDefault } from '../../policy/default.ts';
import type { Account } from '../roles.ts';
import { send } from './ask.ts';
import { allEntries } from './entries.ts';

interface Props {
  t: Translate;
  me: Account;
  version: string;
  /** Id of the entry that is open. */
  entry: string | undefined;
}

const nothing = async () => undefined;
const settingsKey = 'register-settings';

export function RegisterPart({ t, me, version, entry }: Props) {
  const [problem, setProblem] = useState('');
  const refused = (said: { problem?: string }): boolean => {
    setProblem(said.problem === undefined ? '' : t(`collector_problem_${said.problem.replaceAll('-', '_')}`));
    return said.problem !== undefined;
  };
  const [store] = useState(() => createRegisterStore(portsFor(me, refused)));
  useEffect(() => void store.getState().load(), [store]);
  const files: EntryPorts = {
    extensionVersion: version,
    now: Date.now,
    newId: uuidv7,
    save: async (file) => {
      const form = file.name.endsWith('.csv') ? 'csv' : 'json';
      const entries = store.getState().shown.length;
      if (!refused(await send('POST', '/api/register/exports', { form, entries }))) hand(file);
    },
    print: () => window.print(),
    copy: (text) => navigator.clipboard.writeText(text),
  };
  return (
    <>
      <p role="alert">{problem}</p>
      {entry === undefined ? (
        <Incidents
          t={t}
          store={store}
          files={files}
          open={(id) => {
            location.hash = `incidents/${id}`;
          }}
          canImport={false}
        />
      ) : (
        <Entry key={entry} t={t} store={store} id={entry} ports={files} reasonLabel={(code) => code} />
      )}
    </>
  );
}

function portsFor(me: Account, refused: (said: { problem?: string }) => boolean) {
  return {
    list: async () => ({ entries: [] }),
    health: async () => ({ chain: 'intact' as const, entries: 0 }),
    imported: allEntries,
    keep: async () => false,
    // The collector has no policy of its own; it knows who works.
    policy: async () => ({
      policy: { ...strictDefault, actor: me.address },
      ...{ source: 'default' as const, hash: '', problems: [], settled: true },
    }),
    ...{ delivery: nothing, deliverNow: nothing, testDelivery: nothing },
    work: async (about: string, change: unknown) => !refused(await send('POST', '/api/work', { about, change })),
    settings: async () => JSON.parse(localStorage.getItem(settingsKey) ?? 'null') as Settings | undefined,
    saveSettings: async (settings: Settings) => localStorage.setItem(settingsKey, JSON.stringify(settings)),
  };
}

function hand({ name, type, text }: { name: string; type: string; text: string }): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
