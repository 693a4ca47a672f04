// The register on the collector: the same table, detail and work as in the extension, over what every browser sent. Who works is who is
// signed in.
import { Entry, type EntryPorts } from '../../components/register/Entry.tsx';
import { Incidents } from '../../components/register/Incidents.tsx';
import type { RegisterStore } from '../../components/register/register-store.ts';
import type { Translate } from '../../components/words.ts';

interface Props {
  t: Translate;
  store: RegisterStore;
  files: EntryPorts;
  mayWork: boolean;
  /** Id of the entry that is open. */
  entry: string | undefined;
}

export function RegisterPart({ t, store, files, mayWork, entry }: Props) {
  return entry === undefined ? (
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
    <Entry key={entry} t={t} store={store} id={entry} ports={files} mayWork={mayWork} />
  );
}
