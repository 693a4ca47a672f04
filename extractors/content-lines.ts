// The lines of vCards and calendars: unfolded, cut into name, parameters and value, quoted-printable decoded.
// https://www.rfc-editor.org/rfc/rfc6350 (3.2–3.4), https://www.rfc-editor.org/rfc/rfc5545 (3.1); vCard 2.1 for quoted-printable
export interface ContentLine {
  /** Upper case, without its group. */
  name: string;
  /** As written, without encoding and charset. */
  parameters: string;
  value: string;
  isBase64: boolean;
}

export function contentLines(text: string): ContentLine[] {
  const lines: ContentLine[] = [];
  let folded: string[] = [];
  const close = () => {
    const line = lineOf(folded.join(''));
    if (line) lines.push(line);
    folded = [];
  };
  let isSoft = false;
  for (const raw of text.split(/\r\n?|\n/)) {
    // A soft break of quoted-printable: the next line goes on, folded or not.
    if (isSoft) folded.push(raw);
    else if (/^[ \t]/.test(raw) && folded.length > 0) folded.push(raw.slice(1));
    else {
      close();
      folded.push(raw);
    }
    isSoft = raw.endsWith('=') && /QUOTED-PRINTABLE/i.test(folded[0]!.slice(0, 200));
    if (isSoft) folded.push(folded.pop()!.slice(0, -1));
  }
  close();
  return lines;
}

function lineOf(line: string): ContentLine | undefined {
  const colon = endOfName(line);
  if (colon < 0) return undefined;
  const [name = '', ...parameters] = line.slice(0, colon).split(';');
  const value = line.slice(colon + 1);
  const all = parameters.join(';');
  const charset = /CHARSET="?([\w-]{2,30})/i.exec(all)?.[1];
  return {
    name: name.slice(name.lastIndexOf('.') + 1).toUpperCase(),
    parameters: parameters.filter((one) => !/^(?:ENCODING|CHARSET)=|^QUOTED-PRINTABLE$|^BASE64$/i.test(one)).join(';'),
    value: /QUOTED-PRINTABLE/i.test(all) ? decodeQuoted(value, charset) : value,
    isBase64: /ENCODING="?(?:B|BASE64)\b|^BASE64$/i.test(all),
  };
}

/** The colon behind name and parameters; one in quotes parts nothing. */
function endOfName(line: string): number {
  let isQuoted = false;
  for (let at = 0; at < line.length && at < 4_000; at++) {
    if (line[at] === '"') isQuoted = !isQuoted;
    else if (line[at] === ':' && !isQuoted) return at;
  }
  return -1;
}

function decodeQuoted(value: string, charset = 'utf-8'): string {
  const bytes: number[] = [];
  for (let at = 0; at < value.length; at++) {
    const byte = value[at] === '=' ? Number.parseInt(value.slice(at + 1, at + 3), 16) : Number.NaN;
    if (Number.isNaN(byte)) bytes.push(...new TextEncoder().encode(value[at]!));
    else {
      bytes.push(byte);
      at += 2;
    }
  }
  try {
    return new TextDecoder(charset).decode(new Uint8Array(bytes));
  } catch {
    return new TextDecoder().decode(new Uint8Array(bytes));
  }
}

/** `\n`, `\,`, `\;` as what they stand for. */
export const unescapeValue = (value: string) =>
  value.replace(/\\([nN,;\\:])/g, (_, sign) => (sign === 'n' || sign === 'N' ? '\n' : sign));
