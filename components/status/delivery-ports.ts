// What a page asks of this installation and of how the breach contact is told.
import type { DeliveryStatus, DeliveryTest, Health } from '@/platform/messages/messages.ts';

/** `undefined` from a port: no answer came. */
export interface DeliveryPorts {
  delivery(): Promise<DeliveryStatus | undefined>;
  /** Tries to deliver at once. */
  deliverNow(): Promise<DeliveryStatus | undefined>;
  /** A mail with these entries, by sequence, was opened. */
  mailed(sequences: readonly number[]): Promise<DeliveryStatus | undefined>;
  /** The person says that these were sent. */
  told(sequences: readonly number[]): Promise<DeliveryStatus | undefined>;
  /** How this installation is; asked for when the status is shown. */
  installation(): Promise<Health | undefined>;
  testDelivery(): Promise<DeliveryTest | undefined>;
}
