// The register on the collector: the same table, detail and work as in the extension, over what every browser sent. Who works is who is
// signed in; nothing is saved as a file before the audit has it.
import { useEffect, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { Entry, type EntryPorts } from '../../components/register/Entry.tsx';
import { Incidents } from '../../components/register/Incidents.tsx';
import { createRegisterStore } from '../../components/register/register-store.ts';
import type { Translate } from '../../components/words.ts';
import type { Account } from '../roles.ts';
import { send } from './ask.ts';
import { handFile, portsFor } from './register-ports.ts';

interface Props {
  t: Translate;
  me: Account;
  version: string;
  /** Id of the entry that is open. */
  entry: string | undefined;
}

export function RegisterPart({ t, me, version, entry }: Props) {
  const [problem, setProblem] = useState('');
  const refused = (said: { problem?: string }): boolean => {
    setProblem(said.problem === undefined ? '' : t(`collector_problem_${said.problem.replaceAll('-', '_')}`));
    return said.problem !== undefined;
  };
  const [store] = useState(() => createRegisterStore(portsFor(me.address, refused)));
  useEffect(() => void store.getState().load(), [store]);
  const mayWork = me.roles.includes('dpo');
  const files: EntryPorts = {
    extensionVersion: version,
    now: Date.now,
    newId: uuidv7,
    save: async (file) => {
      const form = file.name.endsWith('.csv') ? 'csv' : 'json';
      const entries = store.getState().shown.length;
      if (!refused(await send('POST', '/api/register/exports', { form, entries }))) handFile(file);
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
          canExport={mayWork}
        />
      ) : (
        <Entry
          key={entry}
          t={t}
          store={store}
          id={entry}
          ports={files}
          reasonLabel={(code) => code}
          mayWork={mayWork}
        />
      )}
    </>
  );
}
