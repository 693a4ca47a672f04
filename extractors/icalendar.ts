// Calendars. One event is an invitation, and its attendees are its correspondents; of several, attendees are what they are about.
// https://www.rfc-editor.org/rfc/rfc5545

import type { Part } from '../scan/part.ts';
import { readText } from './charset.ts';
import { contentOf } from './content.ts';
import { type ContentLine, contentLines, unescapeValue } from './content-lines.ts';
import type { Extractor } from './extractor.ts';
import { htmlToPart } from './html.ts';
import { layOutMail, type Mailbox, showMailbox } from './mail/mail-text.ts';

export const icalendar: Extractor = {
  id: 'ics',
  accepts: ({ head }) => /^\ufeff?\s{0,9}BEGIN:VCALENDAR/i.test(new TextDecoder().decode(head)),
  async extract({ file, name }, reading) {
    const { text } = await readText(file, reading);
    const lines = contentLines(text);
    const events = eventsOf(lines);
    const part: Part = {
      name,
      type: 'ics',
      ...(events.length === 1 ? invitation(events[0]!) : { text: entries(events) }),
    };
    const children: Part[] = [];
    for (const { value } of lines.filter((line) => line.name === 'ATTACH' && line.isBase64)) {
      try {
        reading.enter(1);
        reading.spend(value.length);
        children.push(await reading.child(contentOf([bytesOf(value)]), 'attachment', 1, 1));
      } catch (problem) {
        children.push({ name: 'attachment', type: 'unknown', unreadable: reading.reasonFor(problem) });
      }
    }
    if (children.length > 0) part.children = children;
    return part;
  },
};

/** Everything between one `BEGIN` of an entry and the next; what stands before the first belongs to the calendar. */
function eventsOf(lines: ContentLine[]): ContentLine[][] {
  const events: ContentLine[][] = [];
  for (const line of lines) {
    if (line.name === 'BEGIN' && /^V(?:EVENT|TODO|JOURNAL|FREEBUSY)$/i.test(line.value)) events.push([]);
    else if (events.length === 0 && line.name.startsWith('X-WR-')) events.push([line]);
    else if (!withoutText.has(line.name) && !line.isBase64) events.at(-1)?.push(line);
  }
  return events.filter((event) => event.length > 0);
}

/** Identifiers, rules and what the calendar is made of. */
const withoutText = new Set(
  'BEGIN END UID DTSTAMP SEQUENCE RRULE EXDATE TRANSP CLASS CREATED LAST-MODIFIED PRODID VERSION METHOD CALSCALE ACTION TRIGGER TZID TZOFFSETFROM TZOFFSETTO TZNAME STATUS PRIORITY RECURRENCE-ID X-MICROSOFT-CDO-OWNERAPPTID X-MICROSOFT-LOCATIONDATA'.split(
    ' ',
  ),
);

const isPerson = ({ name }: ContentLine) => name === 'ATTENDEE' || name === 'ORGANIZER';

function mailboxOf({ parameters, value }: ContentLine): Mailbox {
  const name = /(?:^|;)CN=(?:"([^"]*)"|([^;]*))/i.exec(parameters);
  return { name: name?.[1] ?? name?.[2] ?? '', address: value.replace(/^mailto:/i, '') };
}

function invitation(event: ContentLine[]): Pick<Part, 'text' | 'tables'> {
  const of = (name: string) => event.filter((line) => line.name === name);
  const attendees = of('ATTENDEE').map(mailboxOf);
  return layOutMail({
    headers: [
      ['From', of('ORGANIZER').map(mailboxOf).map(showMailbox).join(', ')],
      ['To', attendees.map(showMailbox).join(', ')],
      ['Date', of('DTSTART')[0]?.value ?? ''],
      ['Subject', unescapeValue(of('SUMMARY')[0]?.value ?? '')],
    ],
    recipients: attendees,
    others: [],
    text: event
      .filter((line) => !isPerson(line) && line.name !== 'DTSTART' && line.name !== 'SUMMARY')
      .map(show)
      .join('\n'),
  });
}

const entries = (events: ContentLine[][]) => events.map((event) => event.map(show).join('\n')).join('\n\n');

function show(line: ContentLine): string {
  if (isPerson(line)) return `${line.name === 'ATTENDEE' ? 'Attendee' : 'Organizer'}: ${showMailbox(mailboxOf(line))}`;
  const value = unescapeValue(line.value);
  return line.name === 'X-ALT-DESC' ? (htmlToPart(value, '').text ?? '') : `${line.name.toLowerCase()}: ${value}`;
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const signs = base64.replace(/[^A-Za-z\d+/]/g, '');
  const text = atob(signs.length % 4 === 1 ? signs.slice(0, -1) : signs);
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
