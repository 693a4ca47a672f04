// The sections of benchmarks/README.md: each benchmark writes its own, between two markers, with the machine and the date.
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';

const path = join(import.meta.dirname, 'README.md');

/** A table in Markdown: the first column of words, the others of figures. */
export const table = (head: readonly string[], lines: readonly (readonly string[])[]): string =>
  [head, head.map((_, index) => (index === 0 ? '---' : '--:')), ...lines]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

/** What was called, on which machine, when, and how busy it was. */
export const method = (command: string): string =>
  `\`${command}\`, Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${new Date().toISOString().slice(0, 10)}.
Load of the machine at the end: ${loadavg()[0]!.toFixed(1)} on ${cpus().length} processors.`;

/** Puts the section in the place of the one of that name, or at the end. */
export function writeSection(name: string, content: string): void {
  const section = `<!-- ${name}:start -->\n${content}\n<!-- ${name}:end -->`;
  const page = readFileSync(path, 'utf8');
  const marked = new RegExp(`<!-- ${name}:start -->[\\s\\S]*<!-- ${name}:end -->`);
  writeFileSync(path, marked.test(page) ? page.replace(marked, () => section) : `${page.trimEnd()}\n\n${section}\n`);
  process.stdout.write(`${content}\n`);
}
