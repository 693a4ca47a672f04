// Suites run side by side, each lane with practice webmails of its own: two suites would empty one another's mailboxes.
import { availableParallelism } from 'node:os';

/** Most of a suite is waiting, for a browser to start, a page to settle: two cores carry two. */
export const lanes = Math.min(2, availableParallelism());

/** The lane of this process, from 1. Source: https://vitest.dev/guide/migration.html (VITEST_POOL_ID: from 1 to maxWorkers) */
const laneHere = (): number => Math.max(1, Number(process.env.VITEST_POOL_ID ?? 1));

/** Ports by the name under which the scripts read them. The first lane has the scripts' own, which are those of `npm start`. */
const ports = {
  ROUNDCUBE_PORT: 8225,
  ROUNDCUBE_IMAP_PORT: 12143,
  ROUNDCUBE_SMTP_PORT: 12025,
  SOGO_PORT: 8226,
  SOGO_DAEMON_PORT: 20226,
  SOGO_POSTGRES_PORT: 15226,
  SOGO_MEMCACHED_PORT: 21226,
  HORDE_PORT: 8227,
};

/** How far the ports of one lane lie from those of the next. */
const apart = 10;

/** The environment in which `tests/webmail/*.sh` start the servers of a lane: that of the first, with other ports and another folder. */
export function laneEnvironment(lane = laneHere()): NodeJS.ProcessEnv {
  const { env } = process;
  if (lane === 1) return env;
  const moved = Object.entries(ports).map(([name, port]) => [
    name,
    `${Number(env[name] ?? port) + (lane - 1) * apart}`,
  ]);
  const folder = env.ROUNDCUBE_STATE ?? '/var/lib/gatehouse-webmail';
  return { ...env, ...Object.fromEntries(moved), ROUNDCUBE_STATE: `${folder}-${lane}` };
}
