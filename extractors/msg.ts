// Messages, contacts, appointments and notes saved by Outlook. https://learn.microsoft.com/openspecs/exchange_server_protocols/ms-oxmsg
import type { Part } from '../scan/part.ts';
import type { Compound, CompoundEntry } from './compound/compound-file.ts';
import type { Extractor } from './extractor.ts';
import { decompressRtf } from './mail/compressed-rtf.ts';
import { layOutMail, type Mail, type Mailbox, showMailbox } from './mail/mail-text.ts';
import { type Properties, readProperties } from './mail/outlook-properties.ts';
import { type Reading, unreadable } from './reading.ts';
import { readRtf } from './rtf/document.ts';
import { withTroubleInside } from './trouble.ts';

export const msg: Extractor = {
  id: 'msg',
  accepts: ({ compound }) => compound?.root.children.some((entry) => entry.name === '__properties_version1.0') ?? false,
  async extract({ compound, name }, reading) {
    return { name, ...(await readMessage(compound!, compound!.root, 'top', reading)) };
  },
};

const tag = {
  subject: 0x0037,
  submitTime: 0x0039,
  senderName: 0x0c1a,
  senderAddress: 0x0c1f,
  senderSmtp: 0x5d01,
  representing: 0x0042,
  representingSmtp: 0x5d02,
  to: 0x0e04,
  cc: 0x0e03,
  bcc: 0x0e02,
  deliveryTime: 0x0e06,
  body: 0x1000,
  rtf: 0x1009,
  html: 0x1013,
  displayName: 0x3001,
  address: 0x3003,
  smtp: 0x39fe,
  attachment: 0x3701,
  fileName: 0x3704,
  longFileName: 0x3707,
  birthday: 0x3a42,
} as const;

async function readMessage(
  compound: Compound,
  storage: CompoundEntry,
  kind: 'top' | 'embedded',
  reading: Reading,
): Promise<Omit<Part, 'name'>> {
  reading.check();
  const part: Omit<Part, 'name'> = { type: 'msg' };
  const properties = await readProperties(compound, storage, kind, reading);
  const below = (prefix: string) =>
    storage.children.filter((entry) => entry.isStorage && entry.name.startsWith(prefix));
  const recipients: Mailbox[] = [];
  for (const one of below('__recip_version1.0_')) {
    const own = await readProperties(compound, one, 'part', reading);
    const address = own.text(tag.smtp) || own.text(tag.address);
    recipients.push({ name: own.text(tag.displayName), address: address.includes('@') ? address : '' });
  }
  const bodies = await readBodies(properties).catch((problem) => {
    part.unreadable = reading.reasonFor(problem);
    return { html: '' };
  });
  Object.assign(part, layOutMail(toMail(properties, recipients, bodies)));
  const attachments = below('__attach_version1.0_');
  const children: Part[] = [];
  for (const [index, one] of attachments.entries()) {
    const share = (index + 1) / attachments.length;
    try {
      reading.enter(1);
      children.push(await readAttachment(compound, one, reading, share));
    } catch (problem) {
      children.push({ name: 'attachment', type: 'unknown', unreadable: reading.reasonFor(problem) });
    }
    reading.progress(share);
  }
  if (children.length > 0) part.children = children.filter((child) => child.unreadable !== 'empty');
  return withTroubleInside(part);
}

/** Kept in HTML, or as text and RTF; RTF often is HTML in disguise. */
async function readBodies(properties: Properties): Promise<{ text?: string; html: string }> {
  const text = properties.text(tag.body);
  const html = properties.text(tag.html);
  const packed = properties.bytes(tag.rtf);
  if (html !== '' || packed === undefined) return { text, html };
  const rtf = readRtf(decompressRtf(packed));
  return rtf.html === undefined ? { text: joinTellings(text, rtf.text), html: '' } : { text, html: rtf.html };
}

/** The same body twice, unless the second says something else. */
function joinTellings(text: string, other: string): string {
  const bare = (value: string) => value.replace(/\s+/g, '');
  if (bare(text).includes(bare(other))) return text;
  return bare(other).includes(bare(text)) ? other : `${text}\n\n${other}`;
}

function toMail(properties: Properties, recipients: Mailbox[], { text, html }: { text?: string; html: string }): Mail {
  const first = (...tags: number[]) => tags.map((one) => properties.text(one)).find((value) => value !== '') ?? '';
  const from = first(tag.senderSmtp, tag.representingSmtp, tag.senderAddress);
  const isShown = new Set<number>(Object.values(tag));
  return {
    headers: [
      ['From', showMailbox({ name: first(tag.senderName, tag.representing), address: from.includes('@') ? from : '' })],
      ['To', recipients.map(showMailbox).join(', ') || properties.text(tag.to)],
      ['Cc', properties.text(tag.cc)],
      ['Bcc', properties.text(tag.bcc)],
      ['Date', properties.date(tag.submitTime) || properties.date(tag.deliveryTime)],
      ['Subject', properties.text(tag.subject)],
    ],
    recipients,
    others: [
      ...(properties.date(tag.birthday) ? [`Birthday: ${properties.date(tag.birthday).slice(0, 10)}`] : []),
      ...properties.others(isShown),
    ],
    ...(text === undefined ? {} : { text }),
    html,
  };
}

async function readAttachment(
  compound: Compound,
  storage: CompoundEntry,
  reading: Reading,
  share: number,
): Promise<Part> {
  const properties = await readProperties(compound, storage, 'part', reading);
  const name =
    properties.text(tag.longFileName) ||
    properties.text(tag.fileName) ||
    properties.text(tag.displayName) ||
    'attachment';
  const content = storage.children.find((entry) => /^__substg1\.0_3701/i.test(entry.name));
  if (!content) return { name, type: 'unknown', unreadable: 'empty' };
  if (!content.isStorage) return reading.child(await compound.open(content), name, share, share);
  if (!content.children.some((entry) => entry.name === '__properties_version1.0')) throw unreadable('unknown-format');
  const inner = reading.nested(share, share);
  if (!inner) throw unreadable('too-deep');
  return { name, ...(await readMessage(compound, content, 'embedded', inner)) };
}
