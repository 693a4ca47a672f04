// A mail to the breach contact, ready to send by hand where no address for delivery is set: lines for the person, and a block the
// register reads back after quoting, forwarding and wrapping (https://www.rfc-editor.org/rfc/rfc3676).
import { type Envelope, isCase, parseEnvelope } from './envelope.ts';
import type { Entry, Incident } from './incident.ts';
import { shownTime } from './time.ts';

type Translate = (key: string, substitutions?: string[]) => string;

/** Short enough for every wrapping in use, so that lines are only ever broken where they end. */
const lineLength = 64;
const begin = '-----BEGIN GATEHOUSE RECORDS-----';
const end = '-----END GATEHOUSE RECORDS-----';
const beginMark = /-{2,}\s*BEGIN GATEHOUSE RECORDS\s*-{2,}/;
const endMark = /-{2,}\s*END GATEHOUSE RECORDS\s*-{2,}/;

/** Windows hands no longer address to a mail program: kMaxUrlLength in Chromium's platform_util_win.cc is 2,048. */
const longestAddress = 2000;

/** Cases described one by one; the rest is a number, and in the block. */
const described = 20;

/** What is a reason to write. What vouches for the rest, and steps of work, go along. */
export const toldByHand: ReadonlySet<Entry['type']> = new Set(['incident', 'amendment', 'report', 'acknowledgement']);

/** `t` gives the sentences. The body carries everything: paste it whole. */
export function readyMail(entries: readonly Envelope[], t: Translate): { subject: string; body: string } {
  const lines = [...introduction(entries, t), '', t('delivery_mail_block'), '', begin, ...blockOf(entries), end, ''];
  return { subject: subjectOf(entries, t), body: lines.join('\n') };
}

/** A `mailto:` link. `isWhole` false: too long for a link, so the body is a summary that asks for the copied text to be pasted in. */
export function mailtoOf(to: string, entries: readonly Envelope[], t: Translate): { href: string; isWhole: boolean } {
  const { subject, body } = readyMail(entries, t);
  const whole = linkOf(to, subject, body);
  if (whole.length <= longestAddress) return { href: whole, isWhole: true };
  const summary = (count: number) =>
    linkOf(to, subject, [...introduction(entries, t, count), '', t('delivery_mail_paste'), ''].join('\n'));
  const fits = [described, 5, 2, 1, 0].find((count) => summary(count).length <= longestAddress);
  return { href: summary(fits ?? 0), isWhole: false };
}

/** The records in a text that may hold several mails, quoted, indented or wrapped anew. */
export function readReadyMail(text: string): Envelope[] {
  return recordsIn(text).entries;
}

/** The same, with what could not be read; `blocks` tells how many mails had one. */
export function recordsIn(text: string): { entries: Envelope[]; problems: string[]; blocks: number } {
  const entries: Envelope[] = [];
  const problems: string[] = [];
  const blocks = text.split(beginMark).slice(1);
  blocks.forEach((after, index) => {
    const stop = after.search(endMark);
    const items = stop < 0 ? undefined : decode(after.slice(0, stop).replace(/[^A-Za-z0-9_-]/g, ''));
    if (!items) problems.push(`Mail ${index + 1}: its records are damaged or cut short.`);
    items?.forEach((item, position) => {
      const read = parseEnvelope(item);
      if ('envelope' in read) entries.push(read.envelope);
      else problems.push(`Mail ${index + 1}, record ${position + 1}: ${read.problem}.`);
    });
  });
  return { entries, problems, blocks: blocks.length };
}

function subjectOf(entries: readonly Envelope[], t: Translate): string {
  return entries.length === 1 ? t('delivery_mail_subject_one') : t('delivery_mail_subject', [String(entries.length)]);
}

function introduction(entries: readonly Envelope[], t: Translate, most = described): string[] {
  const telling = entries.filter(isCase);
  const lines = telling.slice(0, most).flatMap((envelope) => ['', ...describe(envelope, t)]);
  const rest = telling.length - Math.min(most, telling.length);
  return [t('delivery_mail_hello'), ...lines, ...(rest > 0 ? ['', t('delivery_mail_more', [String(rest)])] : [])];
}

function describe({ entry }: Envelope, t: Translate): string[] {
  switch (entry.type) {
    case 'incident':
      return describeIncident(entry.incident, t);
    case 'report':
      return [t('delivery_mail_report', [timeOf(entry.report.at), entry.report.actor.value || '?']), entry.report.what];
    default:
      return [];
  }
}

function describeIncident(incident: Incident, t: Translate): string[] {
  const { at, actor, people, destination, recipients, verdict, outcome } = incident;
  return [
    t('delivery_mail_when', [timeOf(at), actor.value || '?']),
    t('delivery_mail_what', [
      String(people.estimate),
      t(`destination_${destination}`),
      recipients.domains.slice(0, 5).join(', '),
    ]),
    t(outcome === 'left' ? 'delivery_mail_left' : 'delivery_mail_kept', [t(`action_${verdict.action}`)]),
  ];
}

/** To the minute, in UTC: `2026-11-21 14:03 UTC`. */
function timeOf(at: number): string {
  return `${new Date(shownTime(at)).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

function linkOf(to: string, subject: string, body: string): string {
  const text = (value: string) => encodeURIComponent(value.replaceAll('\n', '\r\n'));
  return `mailto:${encodeURIComponent(to).replaceAll('%40', '@')}?subject=${text(subject)}&body=${text(body)}`;
}

/** JSON in base64url (https://www.rfc-editor.org/rfc/rfc4648#section-5): no letter of it is changed by a mail program. */
function blockOf(entries: readonly Envelope[]): string[] {
  const bytes = new TextEncoder().encode(JSON.stringify(entries));
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  const letters = btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  return letters.match(new RegExp(`.{1,${lineLength}}`, 'g')) ?? [];
}

function decode(letters: string): unknown[] | undefined {
  try {
    const binary = atob(letters.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
    const items: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return Array.isArray(items) ? items : undefined;
  } catch {
    return undefined;
  }
}
