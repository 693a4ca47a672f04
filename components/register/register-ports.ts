// What the register asks of where it stands: an extension's journal, or a collector's store.
import type { Taken } from '@/incidents/envelope.ts';
import type { ChainedEntry } from '@/incidents/incident.ts';
import type { Change } from '@/incidents/work.ts';
import type { PolicyInForce, StoreHealth } from '@/platform/messages/messages.ts';
import type { DeliveryPorts } from '../status/delivery-ports.ts';
import type { Fields } from './fields.ts';
import type { Elsewhere } from './proof.ts';

/** A filter somebody gave a name. */
export interface SavedFilter {
  name: string;
  fields: Fields;
}

/** What one reader set for themselves on this page. */
export interface Settings {
  filters: SavedFilter[];
  /** The name under which this reader works on entries, where nothing else says who they are. */
  by: string;
}

/** `changed`: the entry does not allow the step any more. */
export type Worked = 'stored' | 'failed' | 'changed';

/** `undefined` from a port: no answer came. */
export interface RegisterPorts extends DeliveryPorts {
  /** The last `most` entries of all, oldest first: a long register shows them while it reads the rest. */
  latest(most: number): Promise<readonly (ChainedEntry | Taken)[] | undefined>;
  list(): Promise<{ entries: ChainedEntry[] } | undefined>;
  /** Whether what `list` gave is what was recorded. Takes its time: asked for when the lines are shown. */
  health(): Promise<StoreHealth | undefined>;
  /** `read` hears how much of it is read, from 0 to 1. */
  imported(read: (share: number) => void): Promise<Taken[] | undefined>;
  /** How those came here; default: imported by hand. */
  origin?: Elsewhere;
  /**
   * Keeps what other people recorded; what is known already stays as it is, but that it may be the reader's now. Answered once it is stored: how
   * many were left out, as they were erased here.
   */
  keep(envelopes: Taken[]): Promise<{ erased: number } | undefined>;
  policy(): Promise<PolicyInForce | undefined>;
  /** Records one step of work on the entry `about`. */
  work(about: string, change: Change, by: string): Promise<Worked>;
  /** Epoch milliseconds. */
  now(): number;
  settings(): Promise<Settings | undefined>;
  saveSettings(settings: Settings): Promise<void>;
}
