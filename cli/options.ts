// Arguments of `scan`. https://nodejs.org/api/util.html#utilparseargsconfig
import { parseArgs } from 'node:util';
import { exit, type Refusal } from './exit.ts';

export interface Options {
  help: boolean;
  policy?: string;
  from?: string;
  to: string[];
  cc: string[];
  bcc: string[];
  subject: string;
  /** File of the body; `-` = standard input. */
  body?: string;
  format: 'text' | 'json';
  findings: boolean;
  showValues: boolean;
  jsonl: boolean;
  /** Attachments. */
  files: string[];
}

export const usage = `Usage: npm run -s scan -- [options] FILE...
       npm run -s scan -- [options] FOLDER...

Reads a message and its attachments as the extension would, and says what the policy makes of it.
FILEs are attachments; - is the body, from standard input. In a FOLDER every file is judged alone, as the one attachment of such a
message, and a table is printed: file, people, categories, verdict, and what could not be read and why. Without a recipient the message counts as going outside.

  --policy FILE         policy to judge by: JSON, or any file that policy export writes (default: the built-in strict default)
  --from ADDRESS        the signed-in account
  --to, --cc, --bcc ADDRESS   a recipient; may be given several times
  --subject TEXT
  --body FILE           the body, text or HTML
  --format text|json    default: text; of a folder, JSON is one line a file
  --json                the same as --format json
  --findings            also list where values were found (JSON), without the values
  --show-values         list the values themselves
  --jsonl               judge one message a line from standard input: {"id","text"} or {"id","from","to","cc","bcc","subject","body"}

Exit status: 0 allowed, 1 warning or reason needed, 2 held back, 64 wrong usage, 66 input that cannot be opened.
`;

export function parseOptions(args: readonly string[]): Options | Refusal {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    return { status: exit.usage, message: (error as Error).message };
  }
  const { values, positionals } = parsed;
  const fromStandardInput = positionals.includes('-');
  if (fromStandardInput && values.body !== undefined)
    return { status: exit.usage, message: '- and --body both give the body: use one of them' };
  if (values.format !== 'text' && values.format !== 'json')
    return { status: exit.usage, message: `--format is text or json, not ${values.format}` };
  const files = positionals.filter((file) => file !== '-');
  const body = fromStandardInput ? '-' : values.body;
  const hasDraft = body !== undefined || files.length > 0 || values.subject !== '';
  if (values.jsonl && hasDraft)
    return {
      status: exit.usage,
      message: '--jsonl takes its messages from standard input and no FILE, --body or --subject',
    };
  if (!values.jsonl && !hasDraft && !values.help)
    return { status: exit.usage, message: 'nothing to read: give a FILE, --body FILE, - or --jsonl' };
  return {
    help: values.help,
    ...(values.policy === undefined ? {} : { policy: values.policy }),
    ...(values.from === undefined ? {} : { from: values.from }),
    to: values.to,
    cc: values.cc,
    bcc: values.bcc,
    subject: values.subject,
    ...(body === undefined ? {} : { body }),
    format: values.json ? 'json' : values.format,
    findings: values.findings,
    showValues: values['show-values'],
    jsonl: values.jsonl,
    files,
  };
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      policy: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string', multiple: true, default: [] },
      cc: { type: 'string', multiple: true, default: [] },
      bcc: { type: 'string', multiple: true, default: [] },
      subject: { type: 'string', default: '' },
      body: { type: 'string' },
      format: { type: 'string', default: 'text' },
      findings: { type: 'boolean', default: false },
      'show-values': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      jsonl: { type: 'boolean', default: false },
    },
  });
}
