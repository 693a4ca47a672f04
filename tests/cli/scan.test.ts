// The command line as IT runs it: a process with arguments, standard input and an exit status.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asCsv, asHtmlTable } from '../../benchmarks/corpus/forms.ts';
import { employee, employeeAtHome, headlineMail, ordinaryMails, smallMail } from '../../benchmarks/corpus/mails.ts';
import { filesBelow, withFile } from '../../cli/folders.ts';
import { exampleInstall } from '../../rollout/install.ts';
import { targets } from '../../rollout/targets.ts';

const root = resolve(import.meta.dirname, '../..');
const headline = headlineMail();
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-cli-'));
  write('mail.txt', headline.body);
  write('clients.csv', asCsv(headline.clients));
  write('mail.html', `<html><body><p>Hi,</p>${asHtmlTable(headline.clients)}</body></html>`);
  write('seventeen.txt', smallMail().body);
  write('note.txt', 'See you on Thursday.');
  write('empty.csv', '');
  write('odd.json', JSON.stringify({ colour: 'blue' }));
  write('broken.json', '{');
});

afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string) => join(folder, name);
const write = (name: string, content: string) => writeFileSync(file(name), content);

function run(args: string[], input = ''): Promise<{ status: number; out: string; err: string }> {
  return new Promise((settle, fail) => {
    const child = spawn(join(root, 'node_modules/.bin/node'), [join(root, 'cli/scan.ts'), ...args]);
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.on('error', fail).on('close', (status) => settle({ status: status ?? -1, out, err }));
    child.stdin.end(input);
  });
}

const json = (args: string[], input = '') =>
  run(['--format', 'json', ...args], input).then(({ status, out, err }) => ({ status, err, result: JSON.parse(out) }));

describe('scan', { timeout: 60_000 }, () => {
  it('blocks the 957 clients on their way to the own personal address, from a body on standard input', async () => {
    const { status, result } = await json(['--from', employee, '--to', employeeAtHome, '-'], headline.body);
    expect(status).toBe(2);
    expect(result.people).toEqual({ min: 957, estimate: 957, max: 957 });
    expect(result.verdict.action).toBe('block');
    expect(result.verdict.because).toContainEqual({ rule: 'people-to-own' });
    expect(result.destination).toBe('own');
    expect(result.kinds.email).toEqual({ matches: 957, distinct: 957 });
    expect(result.parts[0]).toMatchObject({ name: 'message', read: true, characters: headline.body.length });
    expect(result).not.toHaveProperty('findings');
  });

  it('counts people once who are in the body and in an attachment', async () => {
    const { status, result } = await json(['--body', file('mail.txt'), file('clients.csv')]);
    expect(status).toBe(2);
    expect(result.people.estimate).toBe(957);
    expect(result.parts.map(({ name }: { name: string }) => name)).toContain('clients.csv');
  });

  it('reads an HTML body', async () => {
    expect((await json(['--body', file('mail.html')])).result.people.estimate).toBe(957);
  });

  it('counts a recipient as outside where none is given, and allows what is about nobody', async () => {
    const { status, result } = await json(['--body', file('note.txt')]);
    expect({ status, destination: result.destination, action: result.verdict.action }).toEqual({
      status: 0,
      destination: 'external',
      action: 'allow',
    });
  });

  it('leaves with 1 where a warning or a reason is asked for', async () => {
    const { status, result } = await json([
      '--from',
      employee,
      '--to',
      'x@elsewhere.example',
      '--body',
      file('seventeen.txt'),
    ]);
    expect(result.people.estimate).toBe(17);
    expect(['warn', 'justify', 'block']).toContain(result.verdict.action);
    expect(status).toBe(result.verdict.action === 'block' ? 2 : 1);
  });

  it('lets ordinary mail go', async () => {
    const { from, to, subject, body } = ordinaryMails.signatureMail!;
    expect((await run(['--from', from, '--to', to[0]!, '--subject', subject, '-'], body)).status).toBe(0);
  });

  it('gives findings in the given text, and values only when told to', async () => {
    const body = 'Ｊane: jane@x.test, then\u200b bob@y.test';
    const { result } = await json(['--findings', '-'], body);
    expect(result.findings).toHaveLength(2);
    expect(result.findings.map(({ start, end }: { start: number; end: number }) => body.slice(start, end))).toEqual([
      'jane@x.test',
      'bob@y.test',
    ]);
    expect(JSON.stringify(result)).not.toContain('jane@x.test');
    expect((await run(['--show-values', '-'], body)).out).toContain('jane@x.test');
  });

  it('shows values of attachments and never a value without being told to', async () => {
    const value = headline.clients[0]!.email;
    expect((await run(['--show-values', '--format', 'json', file('clients.csv')])).out).toContain(`"value":"${value}"`);
    expect((await run(['--findings', file('clients.csv')])).out).not.toContain(value);
  });

  it('says that a file could not be read', async () => {
    const { result } = await json([file('empty.csv')]);
    expect(result.parts.find(({ name }: { name: string }) => name === 'empty.csv')).toMatchObject({
      read: false,
      reason: 'empty',
    });
  });

  it('writes for people by default', async () => {
    const { out, status } = await run(['--from', employee, '--to', employeeAtHome, '--body', file('mail.txt')]);
    expect(status).toBe(2);
    expect(out).toContain('This is about 957 people');
    expect(out).toContain('people-to-own');
  });

  it('says what is wrong with a policy, and goes on', async () => {
    const { status, err } = await run(['--policy', file('odd.json'), '--body', file('note.txt')]);
    expect(status).toBe(0);
    expect(err).toContain('colour');
  });

  it.each([
    [['--nonsense'], 64],
    [[], 64],
    [['--format', 'xml', '-'], 64],
    [['--jsonl', 'file.csv'], 64],
    [['-', '--body', 'note.txt'], 64],
  ])('takes %j for wrong usage', async (args, expected) => {
    const { status, out, err } = await run(args);
    expect({ status, out }).toEqual({ status: expected, out: '' });
    expect(err).toContain('Usage:');
  });

  it('refuses a policy that is no JSON', async () => {
    expect(await run(['--policy', file('broken.json'), '-'])).toMatchObject({ status: 64, out: '' });
  });

  it.each([['nowhere.csv'], ['nowhere/']])('leaves with 66 where %s cannot be opened', async (name) => {
    const { status, out, err } = await run([file(name)]);
    expect({ status, out }).toEqual({ status: 66, out: '' });
    expect(err).toContain(file(name));
  });

  it('explains itself', async () => {
    const { status, out } = await run(['--help']);
    expect({ status, isUsage: out.startsWith('Usage:') }).toEqual({ status: 0, isUsage: true });
  });
});

describe('scan --jsonl', { timeout: 60_000 }, () => {
  const lines = async (input: string[], args: string[] = []) => {
    const { status, out } = await run(['--jsonl', ...args], input.join('\n'));
    return {
      status,
      results: out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    };
  };

  it('judges each line by itself, in order, under its id', async () => {
    const { status, results } = await lines([
      JSON.stringify({ id: 'a', text: smallMail().body }),
      JSON.stringify({ id: 2, from: employee, to: employeeAtHome, cc: [], subject: 'x', body: headline.body }),
      '',
      JSON.stringify({ id: null, text: 'nothing' }),
    ]);
    expect(results.map(({ id, people, destination }) => [id, people.estimate, destination])).toEqual([
      ['a', 17, 'external'],
      [2, 957, 'own'],
      [null, 0, 'external'],
    ]);
    expect(status).toBe(2);
  });

  it('answers a bad line with an error under its id and goes on', async () => {
    const { status, results } = await lines([
      '{"id":7,"text":',
      '[1]',
      '{"id":"b"}',
      '{"id":"c","to":[1],"body":"x"}',
      '{"id":8,"text":"fine"}',
    ]);
    expect(results.map(({ id, error }) => [id, typeof error])).toEqual([
      [7, 'string'],
      [null, 'string'],
      ['b', 'string'],
      ['c', 'string'],
      [8, 'undefined'],
    ]);
    expect(status).toBe(64);
  });

  it('counts positions in the text as given', async () => {
    const text = 'кл\u200bиент 😀 — NINO AB\u00a012 34 56 C; <p>x</p>';
    const { results } = await lines([JSON.stringify({ id: 1, text })], ['--findings']);
    const [finding] = results[0].findings;
    expect(text.slice(finding.start, finding.end)).toBe('AB\u00a012 34 56 C');
  });
});

describe('scan over folders', { timeout: 60_000 }, () => {
  const inFolder = ['--from', employee, '--to', employeeAtHome, '--show-values'];
  const tree = () => {
    mkdirSync(file('tree/inner'), { recursive: true });
    write('tree/a-clients.csv', asCsv(headline.clients));
    write('tree/inner/note.txt', 'See you on Thursday.');
    const whole = readFileSync(join(root, 'tests/fixtures/files/clients-957.xlsx'));
    writeFileSync(file('tree/z-broken.xlsx'), whole.subarray(0, 5_000));
    return file('tree');
  };

  it('has a row for each file, says how far it is, and exits with the strictest verdict', async () => {
    const folder = tree();
    const { status, out, err } = await run([...inFolder, folder]);
    expect(status).toBe(2);
    const [head, ...rows] = out.split('\n\n')[0]!.split('\n');
    expect(head).toMatch(/^File +People +Categories +Verdict +Could not be read$/);
    expect(rows.map((row) => row.slice(folder.length + 1).split(/ {2,}/)[0])).toEqual([
      'a-clients.csv',
      'inner/note.txt',
      'z-broken.xlsx',
    ]);
    expect(rows[0]).toMatch(/ 957 +.*Contact details.* held back$/);
    expect(rows[1]).toMatch(/ 0 +allowed$/);
    expect(rows[2]).toMatch(/ 0 +held back +\S+/);
    expect(out).toContain('Files: 3.');
    expect(err.match(/^\d of 3: /gm)).toEqual(['1 of 3: ', '2 of 3: ', '3 of 3: ']);
    expect(headline.clients.filter(({ email }) => (out + err).includes(email))).toEqual([]);
  });

  it('goes on past a folder it may not open, and prints no name that moves the cursor', async () => {
    mkdirSync(file('messy/locked'), { recursive: true });
    write('messy/note\u001b[2J\nx.txt', 'See you on Thursday.');
    write('messy/locked/list.csv', asCsv(headline.clients));
    // Not by its mode: the tests run as root, whom no mode keeps out.
    expect(filesBelow(file('messy/gone'))).toEqual([file('messy/gone')]);
    const { out, err } = await run([file('messy')]);
    expect(out).toMatch(/note\ufffd\[2J\ufffdx\.txt +0 +allowed/);
    expect(out + err).not.toContain('\u001b');
    const missing = await withFile(
      { to: [], cc: [], bcc: [], subject: '', body: '', isHtml: false, files: [], trigger: 'send' },
      file('messy/gone'),
    );
    expect(missing.files[0]!.content).toBe('not-reachable');
  });

  it('says so when there is nothing in the folder', async () => {
    mkdirSync(file('bare'));
    expect((await run([file('bare')])).out).toBe('There is no file in it.\n');
  });

  it('takes a policy as it was exported', async () => {
    const values = { version: '7', internalDomains: ['client.example'] };
    write('gatehouse.reg', targets.reg.write(values, exampleInstall)[0]!.text);
    const { status, err } = await run(
      ['--policy', file('gatehouse.reg'), '--from', employee, '--to', 'x@client.example', '-'],
      headline.body,
    );
    expect({ status, err }).toEqual({ status: 0, err: '' });
  });

  it('gives one line of JSON a file', async () => {
    const { status, out } = await run(['--json', '--from', employee, '--to', 'x@client.example', tree()]);
    const results = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(status).toBe(2);
    expect(results.map(({ people, verdict }) => [people.estimate, verdict.action])).toEqual([
      [957, 'block'],
      [0, 'allow'],
      [0, 'warn'],
    ]);
  });
});
