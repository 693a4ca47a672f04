// A message without the people in it: subject and body, scanned again before they are shown. Who writes and who is written to stay.
import { htmlToPart } from '../extractors/html.ts';
import type { Part } from '../scan/part.ts';
import { countPeople } from '../scan/people/count-people.ts';
import type { PeopleContext } from '../scan/people/people.ts';
import { scanPart } from '../scan/scan-part.ts';
import { htmlWithoutValues } from './safe-html.ts';
import { isRemoved, type Replacing, withoutValues } from './values.ts';

export interface Message {
  subject: string;
  body: string;
  isHtml: boolean;
}

export interface SafeText extends Message {
  /** The body as people read it. */
  shown: string;
  /** How many values were replaced. */
  changed: number;
}

/** `still-there`: people would be left in it. */
export type NoSafeText = { why: 'still-there' };

export function safeText(message: Message, context: PeopleContext, replacing: Replacing): SafeText | NoSafeText {
  const known = { ...replacing, keeps: keeper(context) };
  const subject = withoutValues(message.subject, known);
  const { text: body, values } = message.isHtml
    ? asText(htmlWithoutValues(message.body, known))
    : withoutValues(message.body, known);
  const part: Part = message.isHtml ? htmlToPart(body, 'message') : { name: 'message', type: 'text', text: body };
  const parts: Part[] = [part, { name: 'subject', type: 'text', text: subject.text }];
  if (parts.some((one) => isAboutSomebody(one, context, known))) return { why: 'still-there' };
  return {
    subject: subject.text,
    body,
    isHtml: message.isHtml,
    shown: part.text ?? '',
    changed: values + subject.values,
  };
}

const asText = ({ html, values }: { html: string; values: number }) => ({ text: html, values });

function keeper({ sender, recipients, firmDomains }: PeopleContext): (address: string) => boolean {
  const known = new Set([sender, ...recipients.map(({ address }) => address)]);
  return (address) => known.has(address) || firmDomains.some((domain) => address.endsWith(`@${domain}`));
}

function isAboutSomebody(part: Part, context: PeopleContext, { session, keeps }: Replacing): boolean {
  const text = part.text ?? '';
  const scan = scanPart(part, { session, findings: true });
  if (part.unreadable || scan.unreadable) return true;
  const left = scan.findings?.some(
    ({ kind, start, end }) => isRemoved(kind) && !keeps?.(text.slice(start, end).toLowerCase()),
  );
  return left === true || countPeople([scan], context, session).max > 0;
}
