// What is sent in these suites: generated people, as text and as files, and the values that no record may hold.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Client, generateClients } from '../../benchmarks/corpus/clients.ts';
import { employeeAtHome, headlineMail } from '../../benchmarks/corpus/mails.ts';

/** The person's own address elsewhere. */
export const ownAddress = employeeAtHome;
/** An address at another firm that no policy knows. */
export const externalAddress = 'buying@harbour-mills.example';

/** The 957 clients as a mail body, as the fixtures hold them as files. */
export const headline = headlineMail();
const fixtures = resolve(import.meta.dirname, '../fixtures/files');
export const clients957 = { csv: join(fixtures, 'clients-957.csv'), xlsx: join(fixtures, 'clients-957.xlsx') };

/** Thirty people with name, address and phone: enough for a question, not for a block. */
export const thirtyClients = generateClients(30, 30);

export function clientTable(clients: readonly Client[], separator = '\t'): string {
  const rows = clients.map(({ name, email, phone, town }) => [name, email, phone, town].join(separator));
  return [['Name', 'E-mail', 'Phone', 'Town'].join(separator), ...rows].join('\n');
}

/** Writes a file under this name into a new folder. Returns its path. */
export function fileNamed(name: string, content: string | Uint8Array): string {
  const path = join(mkdtempSync(join(tmpdir(), 'gatehouse-sample-')), name);
  writeFileSync(path, content);
  return path;
}

/** Every value of these people that is long enough not to occur by chance. */
export function valuesOf(clients: readonly Client[]): string[] {
  return clients.flatMap(({ name, lastName, email, phone, nino, nhsNumber, iban, card, birthDate }) => [
    name,
    lastName,
    email,
    phone,
    nino,
    nhsNumber,
    iban,
    card,
    birthDate,
  ]);
}

/** Those of `values` that stand in `text`, whatever the case. A short one as a word: five letters stand in any fingerprint by chance. */
export function valuesIn(text: string, values: readonly string[]): string[] {
  const lower = text.toLowerCase();
  return values.filter((value) => value !== '' && stands(value.toLowerCase(), lower));
}

function stands(value: string, lower: string): boolean {
  for (let at = lower.indexOf(value); at >= 0; at = lower.indexOf(value, at + 1)) {
    const around = (lower[at - 1] ?? '') + (lower[at + value.length] ?? '');
    if (value.length >= 8 || !/[\p{L}\d+/_-]/u.test(around)) return true;
  }
  return false;
}
