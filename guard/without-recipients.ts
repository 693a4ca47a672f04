// Takes addresses out of a draft's recipients, leaving the rest as written.
import type { Draft } from '@/webmails/webmail.ts';

type Recipients = Pick<Draft, 'to' | 'cc' | 'bcc'>;

/** `addresses` are lower case. An entry goes when the address in it is one of them. */
export function withoutRecipients({ to, cc, bcc }: Recipients, addresses: readonly string[]): Recipients {
  const unwanted = new Set(addresses);
  const keep = (entries: string[]) => entries.filter((entry) => !unwanted.has(addressIn(entry)));
  return { to: keep(to), cc: keep(cc), bcc: keep(bcc) };
}

/** The last `<…>` of an entry, else all of it: a display name may hold brackets too. */
function addressIn(entry: string): string {
  const bracketed = /<([^<>]*)>[^<>]*$/.exec(entry)?.[1];
  return (bracketed ?? entry).trim().toLowerCase();
}
