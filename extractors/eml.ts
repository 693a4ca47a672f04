// A mail saved as a file: headers, bodies in text and HTML, attachments and attached mails as files of their own.
// https://www.rfc-editor.org/rfc/rfc5322, https://www.rfc-editor.org/rfc/rfc2045

import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import type { Part } from '../scan/part.ts';
import { contentOf } from './content.ts';
import type { Extractor } from './extractor.ts';
import { layOutMail, type Mailbox, showMailbox } from './mail/mail-text.ts';
import { unreadable } from './reading.ts';

export const eml: Extractor = {
  id: 'eml',
  accepts({ head }) {
    const start = new TextDecoder('windows-1252').decode(head);
    const headers = start.split(/\r?\n\r?\n/, 1)[0]!;
    return /^[!-9;-~]+:/.test(headers) && looksLikeHeaders(headers);
  },
  async extract({ file, name }, reading) {
    reading.spend(file.size);
    const mail = await PostalMime.parse(await file.arrayBuffer(), {
      forceRfc822Attachments: true,
      maxNestingDepth: 64,
    }).catch(() => {
      throw unreadable('too-deep');
    });
    reading.check();
    const part: Part = { name, type: 'eml', ...layOutMail(toMail(mail)) };
    const { attachments } = mail;
    const children: Part[] = [];
    for (const [index, attachment] of attachments.entries()) {
      const content = contentOf([bytesOf(attachment.content)]);
      if (content.size === 0 || isLogo(attachment, content.size)) continue;
      const called = attachment.filename ?? attachment.mimeType;
      const [from, to] = [index / attachments.length, (index + 1) / attachments.length];
      try {
        reading.enter(1);
        reading.spend(content.size);
        children.push(await reading.child(content, called, from, to));
      } catch (problem) {
        children.push({ name: called, type: 'unknown', unreadable: reading.reasonFor(problem) });
      }
    }
    if (children.length > 0) part.children = children;
    return part;
  },
};

/** Pictures shown within the mail and smaller than this belong to its look. */
const smallestPicture = 64 << 10;
const isLogo = ({ mimeType, related, disposition }: Attachment, size: number) =>
  mimeType.startsWith('image/') && size < smallestPicture && (related === true || disposition === 'inline');

/** Headers every mail has, and the pair a draft has. */
const looksLikeHeaders = (headers: string) =>
  /^(?:mime-version|message-id|received|return-path|x-unsent):/im.test(headers) ||
  (/^from:.*@/im.test(headers) && /^(?:to|subject|date):/im.test(headers));

function toMail(mail: Email): Parameters<typeof layOutMail>[0] {
  const [to, cc, bcc] = [flat(mail.to), flat(mail.cc), flat(mail.bcc)];
  const show = (boxes: Mailbox[]) => boxes.map(showMailbox).join(', ');
  return {
    headers: [
      ['From', show(flat([mail.from, mail.sender].filter((one) => one !== undefined)).slice(0, 1))],
      ['To', show(to)],
      ['Cc', show(cc)],
      ['Bcc', show(bcc)],
      ['Reply-To', show(flat(mail.replyTo))],
      ['Date', mail.date ?? ''],
      ['Subject', mail.subject ?? ''],
    ],
    recipients: [...to, ...cc, ...bcc],
    others: mail.headers
      .filter(({ key }) => !shownHeaders.has(key) && !isTechnical(key))
      .map(({ originalKey, value }) => `${originalKey}: ${value}`),
    ...(mail.text === undefined ? {} : { text: mail.text }),
    ...(mail.html === undefined ? {} : { html: mail.html }),
  };
}

const flat = (addresses: Address[] = []): Mailbox[] =>
  addresses.flatMap((one) =>
    one.group ? one.group : [{ name: one.name === one.address ? '' : one.name, address: one.address ?? '' }],
  );

const shownHeaders = new Set(['from', 'sender', 'to', 'cc', 'bcc', 'reply-to', 'date', 'subject']);

/** What servers and programs write: identifiers with an `@` in them that are nobody's address. */
const isTechnical = (key: string) => technical.test(key) || programs.test(key);

const technical =
  /^(?:mime-version|message-id|resent-message-id|references|in-reply-to|received|return-path|delivered-to|dkim-.*|domainkey-.*|arc-.*|authentication-results|received-spf|list-.*|content-.*|thread-.*|importance|priority|precedence|auto-submitted|user-agent|errors-to|feedback-id|envelope-to)$/;
const programs =
  /^x-(?:ms|microsoft|google|gm|mailer|spam|received|originating|priority|msmail|virus|mimecast|mc|proofpoint|barracuda|sg|mailgun|ses|amazon|pm|campaign|report|feedback|forefront|eop|antiabuse|source|authenticated|yahoo|ymail|apple|mozilla|account|uidl|unsent|evolution|kmail|sender|auto|envelope|entity|exchange|olk|tm|ham|dkim|mimeole|brightmail|ironport|sophos)\b/;

const bytesOf = (content: Attachment['content']) =>
  typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content as ArrayBuffer);
