// Whether a row of the store is what the browser recorded: its content fits its hash, and its columns fit its content. They say where an entry
// belongs and of when it is, and so when its time is up.
import { type Envelope, isIntact, parseEnvelope, rowIdOf, timeOf } from '../incidents/envelope.ts';

export interface StoredEntry {
  id: string;
  device: string;
  sequence: number;
  previous: string;
  hash: string;
  type: Envelope['type'];
  about: string;
  at: number;
  envelope: string | null;
  /** 1: it did not come as it was recorded, and that was said. */
  was_told: number;
}

export const storedColumns = `id, device, sequence, previous, hash, type, about, at, envelope,
  CASE WHEN is_intact = 0 AND EXISTS (SELECT 1 FROM notices WHERE notices.device = entries.device
  AND notices.kind = 'edited' AND notices.sequence = entries.sequence) THEN 1 ELSE 0 END AS was_told`;

export async function isAsRecorded(row: StoredEntry): Promise<boolean> {
  try {
    const read = parseEnvelope(JSON.parse(row.envelope!));
    if ('problem' in read) return false;
    const { id, sequence, previous, hash, type, entry, sentFrom } = read.envelope;
    const said = { id, device: sentFrom.device ?? '', sequence, previous, hash, type };
    const columns: Omit<StoredEntry, 'envelope' | 'was_told'> = { ...said, about: rowIdOf(entry), at: timeOf(entry) };
    const isSame = Object.entries(columns).every(([name, value]) => row[name as keyof StoredEntry] === value);
    return isSame && (await isIntact(read.envelope));
  } catch {
    return false;
  }
}
