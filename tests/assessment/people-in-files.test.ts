// The same 957 clients in every format: whatever they are packed in, they are 957 people.
import { describe, expect, it } from 'vitest';
import { assess } from '../../assessment/assess.ts';
import { parsePolicy } from '../../policy/parse.ts';
import { fixture } from '../extractors/read.ts';

const whole = [
  'csv',
  'csv.gz',
  'docx',
  'eml',
  'json',
  'ods',
  'odt',
  'pdf',
  'pptx',
  'tar',
  'vcf',
  'xlsm',
  'xlsx',
  'xml',
];
/** Text is harvested, and the file says that it was read in part. */
const inPart = ['doc', 'mbox', 'odp', 'ppt', 'rtf', 'xls'];

async function assessFile(name: string) {
  const { policy } = parsePolicy(undefined);
  const files = [{ id: '1', name, content: new Blob([fixture(name)]) }];
  const draft = { to: [], cc: [], bcc: [], subject: '', body: '', isHtml: false, files, trigger: 'send' as const };
  return assess(draft, policy, { session: 7, now: () => Date.now() });
}

describe('957 clients', { timeout: 30_000 }, () => {
  it.each([...whole, ...inPart])('are 957 people in %s', async (format) => {
    const { facts, verdict } = await assessFile(`clients-957.${format}`);
    expect(facts.people.estimate).toBe(957);
    expect(verdict.action).toBe('block');
    expect(facts.files[0]!.readable).toBe(true);
    expect(facts.files[0]!.unreadable).toBe(inPart.includes(format) ? 'unknown-format' : undefined);
  });
});
