// Recipients as a compose form holds them → one address each. Header grammar: https://www.rfc-editor.org/rfc/rfc5322#section-3.4,
// by email-addresses, one at a time after our own split: people also write `;`, trailing commas and unfinished ends.
import emailAddresses from 'email-addresses';
import { asciiDomain } from './domain.ts';
import type { Recipient } from './facts.ts';

type Mailbox = Omit<Recipient, 'field'>;

/** Parsing one address costs .13–.3 ms and compose windows are read on every pause: remembered, up to this many. */
const remembered = 2000;
const known = new Map<string, Mailbox[]>();

/**
 * The fields of a draft as written → its recipients in order. Addresses are lower case with the domain in ASCII, plus-addresses kept.
 * What cannot be read as an address, a contact group's name included, stays as written: it has no domain and so counts as external.
 */
export function parseRecipients(fields: Record<Recipient['field'], readonly string[]>): Recipient[] {
  return (['to', 'cc', 'bcc'] as const).flatMap((field) =>
    fields[field].flatMap((written) =>
      split(visible(written)).flatMap((one) => mailboxes(one).map((box) => ({ ...box, field }))),
    ),
  );
}

/** Whether the recipient could be read as an address. */
export function isFinished(recipient: Pick<Recipient, 'address'>): boolean {
  return domainOf(recipient.address) !== undefined;
}

/** The domain after the last `@`, in ASCII, or `undefined`. */
export function domainOf(address: string): string | undefined {
  const at = address.lastIndexOf('@');
  return at < 1 ? undefined : asciiDomain(address.slice(at + 1));
}

/** What looks the same is the same: compatibility forms folded, invisible characters out. */
function visible(written: string): string {
  return written.normalize('NFKC').replace(/\p{Cf}/gu, '');
}

/** Cuts at `,` `;` and line ends outside quotes, comments and angle brackets; a group's `Name:` and `;` fall away with the cut. */
function split(written: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  let quoted = false;
  let angled = false;
  const lastQuote = written.lastIndexOf('"');
  const lastAngle = written.lastIndexOf('>');
  for (let index = 0; index < written.length; index++) {
    const letter = written[index]!;
    if (letter === '\\' && quoted) {
      piece += letter + (written[++index] ?? '');
      continue;
    }
    if (letter === '"') quoted = !quoted && index < lastQuote;
    else if (!quoted && letter === '<') angled = index < lastAngle;
    else if (!quoted && letter === '>') angled = false;
    if (!quoted && !angled && (letter === ',' || letter === ';' || letter === '\n' || letter === '\r')) {
      pieces.push(piece);
      piece = '';
    } else piece += letter;
  }
  return joinSurnames([...pieces, piece].map((one) => one.trim()).filter((one) => one !== ''));
}

/** `Doe, Jane <jane@…>` without quotes: a piece without an address belongs to the next one when that has a name before its `<`. */
function joinSurnames(pieces: string[]): string[] {
  const joined: string[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    if (before !== undefined && /^[\p{L}' -]{1,60}$/u.test(before) && /^[\p{L}'. -]{1,60}<[^<>]*@/u.test(piece))
      joined[joined.length - 1] =
        `"${before}, ${piece.slice(0, piece.indexOf('<')).trim()}" ${piece.slice(piece.indexOf('<'))}`;
    else joined.push(piece);
  }
  return joined;
}

function mailboxes(written: string): Mailbox[] {
  const before = known.get(written);
  if (before) return before;
  const found = readMailboxes(written);
  if (known.size >= remembered) known.clear();
  known.set(written, found);
  return found;
}

function readMailboxes(written: string): Mailbox[] {
  const one = written.replace(/^[^:@<>"]{1,200}:\s*/, '');
  if (one === '') return [];
  const plain = /^([a-z0-9._%+'-]{1,64})@([a-z0-9.-]{1,255})$/i.exec(one);
  if (plain) return [mailbox(plain[1]!, plain[2]!.replace(/\.+$/, ''), null)];
  const parsed = isWorthParsing(one) ? emailAddresses.parseOneAddress({ input: one, rfc6532: true }) : null;
  if (parsed?.type === 'mailbox') return [mailbox(parsed.local, parsed.domain, parsed.name)];
  // Not by the grammar, but plain enough: `Doe Jane x@y.example`, `<x@y.example`, `x@y.example.`
  const bare = [...one.matchAll(/([^\s<>()"',;:@]{1,64})@([^\s<>()"',;:@]{1,255})/g)].map(([, local, domain]) =>
    mailbox(local!, domain!.replace(/\.+$/, ''), null),
  );
  const different = [...new Map(bare.map((box) => [box.address, box])).values()];
  return different.length > 0 ? different : [{ address: one.toLowerCase() }];
}

/** The parser backtracks on nested comments and long runs: 1 s on 1,000 characters of them. */
function isWorthParsing(one: string): boolean {
  return one.length <= 400 && one.includes('@') && one.split('(').length <= 4;
}

function mailbox(local: string, domain: string, name: string | null): Mailbox {
  const address = `${local}@${asciiDomain(domain) ?? domain}`.toLowerCase();
  return name ? { name, address } : { address };
}
