// What a saved mail says besides its attachments: its headers as a mail program shows them, then its bodies.
// https://www.rfc-editor.org/rfc/rfc5322#section-3.6
import type { Part, Table } from '../../scan/part.ts';
import { htmlToPart } from '../html.ts';

export interface Mailbox {
  name: string;
  address: string;
}

export interface Mail {
  /** As shown: From, To, Cc, Subject, Date. Empty ones are left out. */
  headers: [name: string, value: string][];
  /** Everybody it was sent to. */
  recipients: Mailbox[];
  /** Other headers and properties a person may have filled. */
  others: string[];
  text?: string;
  html?: string;
}

/** Beyond this, the recipients of a mail are a list in themselves and not its correspondents. */
const mostCorrespondents = 10;

/** Text and tables of a mail, for the part of the file it is in. */
export function layOutMail({ headers, recipients, others, text = '', html = '' }: Mail): Pick<Part, 'text' | 'tables'> {
  const shown = headers.filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${value}`);
  const pieces = [shown.join('\n'), ...bodies(text, html), others.join('\n')];
  const tables: Table[] = [];
  if (recipients.length > mostCorrespondents)
    tables.push({
      name: 'recipients',
      rows: [['Name', 'Email'], ...recipients.map(({ name, address }) => [name, address])],
    });
  return {
    text: pieces.filter((piece) => piece.trim() !== '').join('\n\n'),
    ...(tables.length > 0 ? { tables } : {}),
  };
}

/** Both tellings of a body, unless one says all that the other does. */
function bodies(text: string, html: string): string[] {
  if (html === '') return [text];
  const laidOut = htmlToPart(html, '').text ?? '';
  return squeezed(laidOut).includes(squeezed(text)) ? [laidOut] : [text, laidOut];
}

const squeezed = (text: string) => text.replace(/[\s\u00a0>*_|-]+/g, '');

export const showMailbox = ({ name, address }: Mailbox) =>
  name === '' || name === address ? address : `${name} <${address}>`;
