// How this browser does, as a collector hears it once a day.
import type { Heartbeat } from '../../incidents/heartbeat.ts';
import type { Journal } from '../journal/journal.ts';
import type { Health, PolicyInForce } from '../messages/messages.ts';

export interface HeartbeatWorld {
  extensionVersion: string;
  journal: Pick<Journal, 'waiting' | 'health' | 'height'>;
  device(): Promise<string>;
  policy(): Promise<PolicyInForce>;
  health(): Promise<Health>;
}

/** Times in epoch milliseconds. */
export async function heartbeatNow(
  { extensionVersion, journal, ...world }: HeartbeatWorld,
  at: number,
  lastDeliveredAt: number | undefined,
): Promise<Heartbeat> {
  const [device, sequence, { chain }, waiting, { policy, source, problems }, health] = await Promise.all([
    ...([world.device(), journal.height(), journal.health(), journal.waiting()] as const),
    world.policy(),
    world.health(),
  ]);
  const degraded = health.webmails.filter(({ health: how }) => how === 'degraded');
  const parts = degraded.flatMap(({ webmail, missing }) => (missing ? [[webmail, missing] as const] : []));
  return {
    ...{ gatehouse: 1, type: 'heartbeat', device, at, extensionVersion: extensionVersion },
    ...{ policy: { version: policy.version, source }, sequence, chain, waiting: waiting.length },
    health: {
      problems: problems.length,
      gate: health.gate,
      privateWindows: health.privateWindows,
      degraded: degraded.map(({ webmail }) => webmail),
      ...(parts.length > 0 ? { missing: Object.fromEntries(parts) } : {}),
      scan: health.scan,
      ...(lastDeliveredAt === undefined ? {} : { lastDeliveredAt }),
    },
  };
}
