// A copy of a file without the people in it, for those who send by other ways than webmail: `npm run -s safe-copy -- FILE`.
import { readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { pseudonyms } from '../assessment/pseudonyms.ts';
import { defaultLimits } from '../extractors/limits.ts';
import { countWords } from '../redaction/counts.ts';
import { type SafeWay, safeCopy } from '../redaction/safe-copy.ts';
import { exit, isRefusal, type Refusal } from './exit.ts';
import { readPolicy } from './input.ts';
import { keyOf, readLocale } from './locale.ts';

const usage = `Usage: npm run -s safe-copy -- [options] FILE

Writes a copy of a text, CSV, XLSX or ODS file without the people in it beside the file, and says its name. The copy is scanned
again: where anybody is left in it, nothing is written.

  --count         write the table as counts instead: how many rows have which value
  --pseudonyms KEYFILE
                  write the same invented word for the same value instead: still personal data. Needs --policy with a policy
                  that allows it (safeCopy.pseudonyms); KEYFILE holds a secret of 16 characters or more, kept from the recipient
  --policy FILE   the policy in force, as JSON
  --out FILE      where to write (an existing file is not overwritten)

Exit status: 0 written, 2 no safe copy can be made, 64 wrong usage, 66 input that cannot be opened.
`;

const t = readLocale();

async function main(): Promise<number> {
  const options = parse(process.argv.slice(2));
  if (isRefusal(options)) return refuse(options);
  if (options.help) {
    process.stdout.write(usage);
    return exit.allow;
  }
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await readFile(options.file));
  } catch (thrown) {
    return refuse({ status: exit.noInput, message: t('cli_cannot_open', [options.file, codeOf(thrown)]) });
  }
  const key = await keyFor(options);
  if (isRefusal(key)) return refuse(key);
  const name = basename(options.file);
  const copy = await safeCopy(new Blob([bytes]), name, options.way, {
    limits: defaultLimits(Date.now()),
    signal: new AbortController().signal,
    session: crypto.getRandomValues(new Uint32Array(1))[0]!,
    ...(key.secret ? { pseudonym: pseudonyms(key.secret) } : {}),
    label: (word) => t(words.has(word) ? keyOf('safe_copy_word', word) : keyOf('kind', word)),
  });
  if ('why' in copy) return refuse({ status: exit.block, message: t(keyOf('safe_copy_none', copy.why), [name]) });
  const out = options.out ?? join(dirname(options.file), besideOf(copy.name));
  try {
    await writeFile(out, new Uint8Array(await copy.content.arrayBuffer()), { flag: 'wx' });
  } catch (thrown) {
    return refuse({ status: exit.usage, message: t('cli_cannot_write', [out, codeOf(thrown)]) });
  }
  process.stdout.write(`${t(`safe_copy_written_${options.way}`, [out, copy.changed])}\n`);
  if (key.secret) process.stdout.write(`${t('safe_copy_pseudonyms')}\n`);
  return exit.allow;
}

/** What pseudonyms are made with; empty where none are wanted. */
async function keyFor({ pseudonymKey, policy }: Options): Promise<{ secret: string } | Refusal> {
  if (pseudonymKey === undefined) return { secret: '' };
  const used = await readPolicy(policy);
  if (isRefusal(used)) return used;
  if (!used.policy.safeCopy.pseudonyms) return { status: exit.block, message: t('safe_copy_no_pseudonyms') };
  try {
    const secret = (await readFile(pseudonymKey, 'utf8')).trim();
    return secret.length < shortestKey ? { status: exit.usage, message: t('safe_copy_short_key') } : { secret };
  } catch (thrown) {
    return { status: exit.noInput, message: t('cli_cannot_open', [pseudonymKey, codeOf(thrown)]) };
  }
}

const shortestKey = 16;

/** What a table of counts says beside the values. */
const words = new Set<string>(countWords);

/** `clients.csv` → `clients-safe.csv` */
function besideOf(name: string): string {
  const ending = extname(name);
  return name.endsWith('-counts.csv') ? name : `${basename(name, ending)}-safe${ending}`;
}

interface Options {
  help: boolean;
  file: string;
  way: SafeWay;
  out?: string;
  /** File with the secret that pseudonyms are made with. */
  pseudonymKey?: string;
  policy?: string;
}

function parse(args: string[]): Options | Refusal {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        count: { type: 'boolean', default: false },
        out: { type: 'string' },
        pseudonyms: { type: 'string' },
        policy: { type: 'string' },
      },
    });
    const { help } = values;
    const [file = '', ...others] = positionals;
    if (!help && (file === '' || others.length > 0)) return { status: exit.usage, message: t('cli_one_file') };
    return {
      help,
      file,
      way: values.count ? 'count' : 'remove',
      ...(values.out === undefined ? {} : { out: values.out }),
      ...(values.pseudonyms === undefined ? {} : { pseudonymKey: values.pseudonyms }),
      ...(values.policy === undefined ? {} : { policy: values.policy }),
    };
  } catch (thrown) {
    return { status: exit.usage, message: (thrown as Error).message };
  }
}

function refuse({ status, message }: Refusal): number {
  process.stderr.write(`${message}\n`);
  return status;
}

const codeOf = (thrown: unknown) => (thrown as NodeJS.ErrnoException).code ?? 'error';

process.exitCode = await main();
