// One person: whether a client was in an incident, asked with the breach contact's key file and answered in this browser; and everything
// about one employee, handed out or erased. Each is in the access record before it is done.
import { useState } from 'react';
import { Employee } from '../../components/register/Employee.tsx';
import { Find } from '../../components/register/Find.tsx';
import type { FilePorts } from '../../components/register/Incidents.tsx';
import { KeyFileField } from '../../components/register/KeyFileField.tsx';
import type { RegisterStore } from '../../components/register/register-store.ts';
import type { Translate } from '../../components/words.ts';
import { askedFor, firmPeopleKey } from '../../incidents/affected.ts';
import { readContactKeys } from '../../incidents/contact-keys.ts';
import { keysOfText } from '../../scan/people/person-keys.ts';
import { send } from './ask.ts';

/** Ids that one request takes. */
const atOnce = 400;

interface Props {
  t: Translate;
  store: RegisterStore;
  files: FilePorts;
}

export function PeoplePart({ t, store, files }: Props) {
  const [keyFile, setKeyFile] = useState('');

  const askFor = async (text: string) => {
    const { people: secret } = (await readContactKeys(keyFile)) ?? {};
    if (secret === undefined) return 'no-key';
    const key = await firmPeopleKey(secret);
    const people = keysOfText(text, key.seed);
    if (people.length !== 1) return people.length === 0 ? 'nobody' : 'several';
    if ((await send('POST', '/api/register/questions', {})).problem !== undefined) return 'failed';
    return askedFor(people[0]!, key);
  };
  const erase = async (rows: readonly string[]) => {
    const erased = { entries: 0, held: 0, waiting: 0 };
    for (let from = 0; from < rows.length; from += atOnce) {
      const body = { rows: rows.slice(from, from + atOnce) };
      const said = await send<{ entries: number; held: number }>('POST', '/api/register/erasures', body);
      if (!said.body) return undefined;
      erased.entries += said.body.entries;
      erased.held += said.body.held;
    }
    return erased;
  };
  return (
    <>
      <Find t={t} store={store} ports={{ askFor }} linkTo={(entry) => `#incidents/${entry}`}>
        <KeyFileField t={t} onText={setKeyFile} />
      </Find>
      <Employee t={t} store={store} ports={{ ...files, erase }} />
    </>
  );
}
