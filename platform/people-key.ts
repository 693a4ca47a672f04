// What people an incident is about are known again by: the firm's key where the policy has one, so that every register of the firm can
// be asked; else this device's own, and only this browser can.
import { firmPeopleKey, type PeopleKey, peopleKeyOf } from '../incidents/affected.ts';
import type { Policy } from '../policy/schema.ts';

export interface PeopleKeyWorld {
  device(): Promise<CryptoKey>;
  /** This profile's own seed. */
  seed(): Promise<number>;
  policy(): Promise<{ policy: Policy }>;
}

export async function peopleKey({ device, seed, policy }: PeopleKeyWorld): Promise<PeopleKey> {
  const { people } = (await policy()).policy.keys;
  return people === undefined ? peopleKeyOf(await device(), await seed()) : firmPeopleKey(people);
}
