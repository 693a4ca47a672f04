// What the desk hands to the background when an incident is to be recorded: the incident before its keyed parts are made.
import type { FileFact } from '../policy/facts.ts';
import type { Incident } from './incident.ts';

/**
 * An incident to be. Addresses and file digests are here for a moment only: the background turns them into keyed
 * fingerprints before anything is stored, and fills in what it knows itself (id, version, policy, actor).
 */
export interface IncidentToRecord
  extends Omit<Incident, 'id' | 'extensionVersion' | 'policy' | 'actor' | 'recipients' | 'files' | 'affected'> {
  /** The signed-in account, where known. */
  account?: string;
  recipients: string[];
  /** SHA-256 of the whole draft, hex; absent where a part of it has no bytes. */
  draftDigest?: string;
  /** Hashes of each person it is about, most telling first, and the seed they were made under. */
  persons?: { seed: number; people: number[][] };
  /** Further recipients, whom the policy exempts, or that are more than are named or no address: counted, never named. */
  unnamed?: number;
  /** `digest`: SHA-256 of the bytes, hex; empty when they could not be had. */
  files: (FileFact & { digest: string })[];
}
