// Messages as JSON lines on standard input, one result line each. A line that cannot be read gets a result too, and the rest goes on.
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { draftOf, type MessageFields } from './input.ts';

export interface Line {
  id: unknown;
  /** The message, or in one sentence why there is none. */
  message: ReturnType<typeof draftOf> | string;
}

export async function* readLines(input: Readable): AsyncGenerator<Line> {
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() !== '') yield parseLine(line);
  }
}

function parseLine(line: string): Line {
  let raw: unknown;
  try {
    raw = JSON.parse(line);
  } catch {
    return { id: idIn(line), message: 'the line is no JSON' };
  }
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    return { id: null, message: 'the line is no JSON object' };
  const fields = raw as Record<string, unknown>;
  return { id: fields.id ?? null, message: messageOf(fields) };
}

function messageOf(fields: Record<string, unknown>): Line['message'] {
  if (fields.text === undefined && fields.body === undefined && fields.subject === undefined)
    return 'the line has neither text nor body nor subject';
  for (const key of ['text', 'from', 'subject', 'body'])
    if (fields[key] !== undefined && fields[key] !== null && typeof fields[key] !== 'string')
      return `${key} is no text`;
  const message: MessageFields = {
    to: [],
    cc: [],
    bcc: [],
    subject: (fields.subject as string | null | undefined) ?? '',
    body: (fields.text as string | null | undefined) ?? (fields.body as string | null | undefined) ?? '',
  };
  if (typeof fields.from === 'string') message.from = fields.from;
  for (const key of ['to', 'cc', 'bcc'] as const) {
    const addresses = addressesIn(fields[key]);
    if (addresses === undefined) return `${key} is neither an address nor a list of them`;
    message[key] = addresses;
  }
  const draft = draftOf(message);
  // "text" is plain text by its name: positions of findings count in it as it stands.
  return fields.text === undefined ? draft : { ...draft, isHtml: false };
}

function addressesIn(value: unknown): string[] | undefined {
  if (value === undefined || value === null || value === '') return [];
  if (typeof value === 'string') return [value];
  return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : undefined;
}

/** The id of a line that broke off or is mistyped, where it can still be told. */
function idIn(line: string): unknown {
  const match = /"id"\s*:\s*("(?:[^"\\]|\\.){0,200}"|-?\d{1,15})/.exec(line);
  try {
    return match ? (JSON.parse(match[1]!) as unknown) : null;
  } catch {
    return null;
  }
}
