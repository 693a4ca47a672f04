// The same policy over files in a terminal: `npm run -s scan -- --help`. IT uses it to try a policy on real files.
import { assess } from '../assessment/assess.ts';
import type { Assessment, DraftToAssess } from '../assessment/assessment.ts';
import type { Policy } from '../policy/schema.ts';
import { exit, exitOf, isRefusal, type Refusal } from './exit.ts';
import { filesBelow, isFolder, printable, type Row, rowOf, tableOf, withFile } from './folders.ts';
import { readDraft, readPolicy } from './input.ts';
import { readLines } from './jsonl.ts';
import { readLocale } from './locale.ts';
import { type Options, parseOptions, usage } from './options.ts';
import { createProgress } from './progress.ts';
import { asJson, asText } from './report.ts';
import { showValues } from './values.ts';

const t = readLocale();
const say = (line: string) => process.stderr.write(line);
/** On a screen each step takes the place of the one before: a large folder would push everything else away. */
const { isTTY, columns = 80 } = process.stderr;
const wipe = isTTY ? '\r\x1b[K' : '';
const sayStep = (step: string) => say(isTTY ? `${wipe}${step.slice(0, columns - 1)}` : `${step}\n`);
const now = () => performance.timeOrigin + performance.now();

async function main(): Promise<number> {
  const options = parseOptions(process.argv.slice(2));
  if (isRefusal(options)) return refuse(options);
  if (options.help) {
    process.stdout.write(usage);
    return 0;
  }
  const used = await readPolicy(options.policy);
  if (isRefusal(used)) return refuse(used);
  for (const problem of used.problems) say(`${problem}\n`);
  if (options.jsonl) return scanLines(options, used.policy);
  if (options.files.some(isFolder)) return scanFolders(options, used.policy);
  const draft = await readDraft(options);
  if (isRefusal(draft)) return refuse(draft);
  const { assessment, findings } = await scan(draft, used.policy, options);
  process.stdout.write(
    options.format === 'json' ? `${JSON.stringify(asJson(assessment, findings))}\n` : asText(assessment, t, findings),
  );
  return exitOf(assessment.verdict.action);
}

/** Each file alone; the strictest verdict of all. Other arguments than folders are files like those in them. */
async function scanFolders(options: Options, policy: Policy): Promise<number> {
  const message = await readDraft({ ...options, files: [] });
  if (isRefusal(message)) return refuse(message);
  const files = options.files.flatMap((path) => (isFolder(path) ? filesBelow(path) : [path]));
  const rows: Row[] = [];
  let strictest: number = exit.allow;
  for (const [index, file] of files.entries()) {
    sayStep(t('cli_folder_progress', [index + 1, files.length, printable(file)]));
    const { assessment, findings } = await scan(await withFile(message, file), policy, options);
    strictest = Math.max(strictest, exitOf(assessment.verdict.action));
    rows.push(rowOf(file, assessment, t));
    if (options.format === 'json')
      process.stdout.write(`${JSON.stringify({ file, ...asJson(assessment, findings) })}\n`);
  }
  say(wipe);
  if (options.format === 'text') process.stdout.write(tableOf(rows, t));
  return strictest;
}

/** The strictest verdict of all lines; `usage` where a line could not be read. */
async function scanLines(options: Options, policy: Policy): Promise<number> {
  let strictest: number = exit.allow;
  let unread = 0;
  for await (const { id, message } of readLines(process.stdin)) {
    if (typeof message === 'string') {
      unread++;
      process.stdout.write(`${JSON.stringify({ id, error: message })}\n`);
      continue;
    }
    const { assessment, findings } = await scan(message, policy, options);
    process.stdout.write(`${JSON.stringify({ id, ...asJson(assessment, findings) })}\n`);
    strictest = Math.max(strictest, exitOf(assessment.verdict.action));
  }
  if (unread > 0) say(`${t('cli_lines_unread', [unread])}\n`);
  return unread > 0 ? exit.usage : strictest;
}

async function scan(draft: DraftToAssess, policy: Policy, options: Options) {
  const wantsFindings = options.findings || options.showValues;
  const assessment: Assessment = await assess(draft, policy, {
    session: crypto.getRandomValues(new Uint32Array(1))[0]!,
    now,
    findings: wantsFindings,
    progress: createProgress((line) => say(`${wipe}${line}`), now, t),
  });
  if (!wantsFindings) return { assessment };
  const findings = assessment.findings ?? [];
  return { assessment, findings: options.showValues ? await showValues(draft, findings) : findings };
}

function refuse({ status, message }: Refusal): number {
  say(`scan: ${message}\n${status === exit.usage ? `${usage}` : ''}`);
  return status;
}

process.exitCode = await main();
