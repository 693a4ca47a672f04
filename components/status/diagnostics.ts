// What IT is sent when something does not work: versions, states and counts. No account, no host, no recipient, nothing of a message.
import type { DeliveryStatus, Health, PageSeen, PolicyInForce } from '@/platform/messages/messages.ts';

export interface Diagnosed {
  extensionVersion: string;
  /** As the browser names itself. */
  browser: string;
  policy?: PolicyInForce | undefined;
  page?: PageSeen | undefined;
  delivery?: DeliveryStatus | undefined;
  health?: Health | undefined;
}

/** JSON, so that it can be read by people and compared by programs. What did not answer is `null`. */
export function diagnostics({ extensionVersion, browser, policy, page, delivery, health }: Diagnosed): string {
  const told = {
    gatehouse: extensionVersion,
    browser,
    policy: policy
      ? {
          version: policy.policy.version,
          source: policy.source,
          settled: policy.settled,
          hash: policy.hash.slice(0, 16),
          auditOnly: policy.policy.auditOnly,
          // Names of settings only: what was set may be an address.
          problems: policy.problems.map(({ key }) => key),
        }
      : null,
    page: page
      ? {
          webmail: page.webmail,
          composes: page.composes,
          health: page.health,
          missing: page.missing ?? [],
          network: page.network,
        }
      : null,
    delivery: delivery
      ? {
          to: delivery.to,
          waiting: delivery.waiting,
          lastDeliveredAt: timeOf(delivery.lastDeliveredAt),
          failingSince: timeOf(delivery.failingSince),
          lastFailure: delivery.lastFailure
            ? `${delivery.lastFailure.key} ${delivery.lastFailure.detail}`.trim()
            : null,
        }
      : null,
    health: health ?? null,
  };
  return `${JSON.stringify(told, null, 2)}\n`;
}

function timeOf(at: number | undefined): string | null {
  return at === undefined ? null : new Date(at).toISOString();
}
