// Reads what the arguments name: the policy, the body, the attachments.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { DraftToAssess } from '../assessment/assessment.ts';
import { parsePolicy } from '../policy/parse.ts';
import type { Policy } from '../policy/schema.ts';
import { readAny } from '../rollout/targets.ts';
import { exit, isRefusal, type Refusal } from './exit.ts';
import type { Options } from './options.ts';

/** The policy to judge by, and what was wrong with it as it stands in the file. */
export interface PolicyToUse {
  policy: Policy;
  problems: string[];
}

export async function readPolicy(path: string | undefined): Promise<PolicyToUse | Refusal> {
  if (path === undefined) return { policy: parsePolicy(undefined).policy, problems: [] };
  const bytes = await open(path);
  if (isRefusal(bytes)) return bytes;
  const known = readAny(decode(bytes));
  if (!known) return { status: exit.usage, message: `${path} is no policy in any form that export writes` };
  const { policy, problems } = parsePolicy(known.values);
  return { policy, problems: problems.map(({ key, problem }) => `${path}: ${key === '' ? '' : `${key} `}${problem}`) };
}

/** The message the arguments describe. */
export async function readDraft(options: Options): Promise<DraftToAssess | Refusal> {
  const files: DraftToAssess['files'] = [];
  for (const [index, path] of options.files.entries()) {
    const bytes = await open(path);
    if (isRefusal(bytes)) return bytes;
    files.push({ id: String(index), name: basename(path), content: new Blob([bytes]) });
  }
  const body = options.body === undefined ? new Uint8Array() : await open(options.body);
  if (isRefusal(body)) return body;
  return draftOf({ ...options, body: decode(body) }, files);
}

export interface MessageFields {
  from?: string;
  to: string[];
  cc: string[];
  bcc: string[];
  subject: string;
  body: string;
}

export function draftOf(fields: MessageFields, files: DraftToAssess['files'] = []): DraftToAssess {
  return {
    ...(fields.from === undefined ? {} : { account: fields.from }),
    to: fields.to,
    cc: fields.cc,
    bcc: fields.bcc,
    subject: fields.subject,
    body: fields.body,
    isHtml: /^\s*<(?:!doctype html|html|head|body|table|div|p|meta)\b/i.test(fields.body),
    files,
    trigger: 'send',
  };
}

async function open(path: string): Promise<Uint8Array<ArrayBuffer> | Refusal> {
  try {
    return new Uint8Array(path === '-' ? await standardInput() : await readFile(path));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why =
      code === 'ENOENT'
        ? 'there is no such file'
        : code === 'EISDIR'
          ? 'it is a folder'
          : `it cannot be opened (${code})`;
    return { status: exit.noInput, message: `${path}: ${why}` };
  }
}

async function standardInput(): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return new Uint8Array(Buffer.concat(chunks));
}

/** UTF-8, or UTF-16 by its byte order mark, or windows-1252. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
