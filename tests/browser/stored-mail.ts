// A message as it was stored, without what is another each time it is sent: so that two sendings of the same can be compared byte by byte.
import type { Arrival, Mailboxes } from './mailboxes.ts';

/** https://www.rfc-editor.org/rfc/rfc5322#section-3.6 */
const perSending = /^(date|message-id|received|return-path):/i;

/** Date, Message-ID and what servers put on top are left out, MIME boundaries are numbered. Nothing else is touched. */
export function asStored(raw: Buffer): string {
  const text = raw.toString('latin1').replaceAll('\r\n', '\n');
  const end = text.indexOf('\n\n');
  const fields = text.slice(0, end).split(/\n(?![ \t])/);
  const kept = [...fields.filter((field) => !perSending.test(field)), text.slice(end + 1)].join('\n');
  const boundaries = [...kept.matchAll(/boundary="?([^";\n]+)/g)].map(([, name]) => name!);
  // The longest first: one may begin as another.
  const numbered = [...new Set(boundaries)].map((name, index) => [name, `boundary ${index}`] as const);
  return numbered
    .sort(([one], [other]) => other.length - one.length)
    .reduce((whole, [name, number]) => whole.replaceAll(name, number), kept);
}

/** What lies at the recipients and in Sent, by subject. */
export async function storedIn(mailboxes: Mailboxes): Promise<{ arrived: string[]; sent: string[] }> {
  const inOrder = (all: Arrival[]) => all.map(({ raw }) => asStored(raw)).sort();
  return { arrived: inOrder(await mailboxes.arrivals()), sent: inOrder(await mailboxes.inFolder('Sent')) };
}
