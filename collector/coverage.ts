// Which browsers report, since when one is silent, and whose chain has a hole: what does not arrive shows by what did.
import type { Heartbeat } from '../incidents/heartbeat.ts';
import type { Config } from './config.ts';
import type { Statements } from './database.ts';
import { aDay } from './durations.ts';
import { settling } from './jobs/clock.ts';
import { refused } from './jobs/forward.ts';
import { type Ends, lookedInto, missingOf } from './looked-into.ts';
import type { Kind } from './notices.ts';

export interface DeviceState {
  device: string;
  firstAt: number;
  heardAt: number;
  extensionVersion: string;
  policyVersion: string;
  policySource: string;
  /** Places in the chain with an entry here. */
  entries: number;
  /** Places without one, though a later one or the browser itself says they exist; what the browser still holds is not counted. */
  missing: number;
  isSilent: boolean;
  /** As its last heartbeat said; a version before 2026-11 said nothing. */
  health?: Heartbeat['health'];
  /** When somebody last looked into what was odd: what was seen until then is not in `missing` and `odd`. */
  lookedIntoAt?: number;
  odd: { kind: Kind; times: number; lastAt: number }[];
}

export interface JobState {
  name: string;
  doneAt: number;
  failures: number;
  /** Why it failed last; where it does not fail, what it found amiss. */
  lastFailure: string;
  waiting: number;
  /** Entries that the other side refuses, each for what it is. */
  refused: number;
}

export interface Coverage {
  /** When it was so. */
  at: number;
  devices: DeviceState[];
  refusals: { kind: Kind; day: number; times: number }[];
  /** Days on which the clock here jumped. */
  clock: { kind: Kind; day: number; times: number }[];
  jobs: JobState[];
  silenceDays: number;
  retentionDays: number;
}

export async function coverage(
  store: Statements,
  config: Pick<Config, 'silenceDays' | 'retentionDays'>,
  now: number,
): Promise<Coverage> {
  const [devices, notices, jobs, queues, told, seen] = await Promise.all([
    store.all<Record<string, string> & Record<'first_at' | 'heard_at', number> & Ends>(
      // The collector's own chain is no browser.
      'SELECT * FROM devices WHERE device NOT IN (SELECT device FROM chain_here) ORDER BY heard_at',
    ),
    store.all<{ device: string; kind: Kind; sequence: number; times: number; last_at: number }>(
      'SELECT * FROM notices',
    ),
    store.all<{ name: string; done_at: number; failures: number; last_failure: string }>(
      // That the clock is looked at is no news; what was seen is in `clock`.
      "SELECT * FROM jobs WHERE name <> 'clock' ORDER BY name",
    ),
    store.all<{ target: string; waiting: number }>('SELECT target, count(*) AS waiting FROM outgoing GROUP BY target'),
    store.all<{ device: string; health: string }>('SELECT * FROM device_health'),
    lookedInto(store),
  ]);
  const healthOf = new Map(told.map(({ device, health }) => [device, JSON.parse(health) as Heartbeat['health']]));
  const byDevice = Map.groupBy(notices, ({ device }) => device);
  const queued = (name: string) => queues.find(({ target }) => target === name)?.waiting ?? 0;
  return {
    at: now,
    silenceDays: config.silenceDays,
    retentionDays: config.retentionDays,
    devices: devices.map((row) => ({
      device: row.device!,
      firstAt: row.first_at,
      heardAt: row.heard_at,
      extensionVersion: row.extension_version!,
      policyVersion: row.policy_version!,
      policySource: row.policy_source!,
      entries: row.places,
      missing: Math.max(missingOf(row) - (seen.get(row.device!)?.missing ?? 0), 0),
      // What was last heard in the future was heard while the clock here was wrong.
      isSilent: Math.abs(now - row.heard_at) > config.silenceDays * aDay,
      ...(healthOf.has(row.device!) ? { health: healthOf.get(row.device!) } : {}),
      ...(seen.has(row.device!) ? { lookedIntoAt: seen.get(row.device!)!.at } : {}),
      odd: oddOf(
        row.device === ''
          ? []
          : (byDevice.get(row.device!) ?? []).filter(
              (one) => isOfNow(one, now) && one.last_at > (seen.get(row.device!)?.at ?? 0),
            ),
      ),
    })),
    refusals: daysOf(byDevice.get('') ?? [], ['malformed', 'oversized', 'stranger']),
    clock: daysOf(byDevice.get('') ?? [], ['clock-back', 'clock-forward']),
    jobs: jobs.map(({ name, done_at, failures, last_failure }) => ({
      ...{ name, doneAt: done_at, failures, lastFailure: last_failure },
      ...{ waiting: queued(name), refused: name === 'otlp' ? queued(refused) : 0 },
    })),
  };
}

function daysOf(notices: readonly { kind: Kind; sequence: number; times: number }[], kinds: readonly Kind[]) {
  return notices
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ kind, sequence, times }) => ({ kind, day: sequence * aDay, times }));
}

/** A clock that is right again is odd no more; everything else stays. */
const isOfNow = ({ kind, last_at }: { kind: Kind; last_at: number }, now: number): boolean =>
  kind !== 'clock' || Math.abs(now - last_at) < settling;

function oddOf(notices: readonly { kind: Kind; times: number; last_at: number }[]): DeviceState['odd'] {
  return [...Map.groupBy(notices, ({ kind }) => kind)].map(([kind, same]) => ({
    kind,
    times: same.reduce((sum, { times }) => sum + times, 0),
    lastAt: Math.max(...same.map(({ last_at }) => last_at)),
  }));
}
