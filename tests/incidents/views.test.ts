import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idOf } from '../../incidents/envelope.ts';
import { columnNames, toCsv, toJson } from '../../incidents/export.ts';
import type { Entry } from '../../incidents/incident.ts';
import { joiner, rowsOf } from '../../incidents/joining.ts';
import { atOnce } from '../../incidents/turns.ts';
import { type Filter, filterRows } from '../../incidents/views.ts';
import type { Change, Facts } from '../../incidents/work.ts';
import {
  amendmentEntry,
  anyEntries,
  chainOf,
  envelopesOf,
  incidentEntry,
  reportEntry,
  t,
  uuid,
  workEntry,
} from './entries.ts';

const rowsFrom = async (...entries: Parameters<typeof chainOf>[0]) => rowsOf(await chainOf(entries));

describe('rowsOf', () => {
  it.each([
    ['left', 'sent', 'left'],
    ['left', 'not-sent', 'near-miss'],
    ['left', 'unknown', 'left'],
    ['near-miss', 'unknown', 'near-miss'],
    ['near-miss', 'sent', 'left'],
  ] as const)('joins an incident that was %s with "%s" to %s', async (outcome, sent, final) => {
    const [row] = await rowsFrom(incidentEntry(1, { outcome }), amendmentEntry(2, 1, sent));
    expect(row).toMatchObject({ type: 'incident', id: uuid(1), outcome: final, sent, incident: { outcome } });
  });

  it('leaves an incident without amendment as recorded', async () => {
    const [row] = await rowsFrom(incidentEntry(1));
    expect(row).toMatchObject({ outcome: 'near-miss' });
    expect(row).not.toHaveProperty('sent');
  });

  it('believes the latest amendment, in whatever order they arrive', async () => {
    const amendments = [amendmentEntry(2, 1, 'unknown', 10), amendmentEntry(3, 1, 'not-sent', 20)];
    for (const list of [amendments, amendments.toReversed()]) {
      const [row] = await rowsFrom(...list, incidentEntry(1, { outcome: 'left' }));
      expect(row).toMatchObject({ outcome: 'near-miss', sent: 'not-sent' });
    }
  });

  it('shows latest first, each once, reports among them, and no amendment by itself', async () => {
    const rows = await rowsFrom(
      incidentEntry(1),
      incidentEntry(2),
      incidentEntry(1),
      reportEntry(3),
      amendmentEntry(4, 9, 'sent'),
    );
    expect(rows.map(({ id }) => id)).toEqual([uuid(3), uuid(2), uuid(1)]);
  });
});

describe('a register that grows', () => {
  const entry = fc.record({ number: fc.integer({ min: 1, max: 6 }), what: fc.integer({ min: 0, max: 4 }) });
  const entryOf = ({ number, what }: { number: number; what: number }, at: number): Entry => {
    const status = (['triage', 'breach'] as const)[at % 2]!;
    if (what === 0) return incidentEntry(number);
    if (what === 1) return reportEntry(number);
    if (what === 2) return amendmentEntry(100 + at, number, at % 2 ? 'sent' : 'not-sent', at % 3);
    return workEntry(at % 7, number, { do: 'status', status, why: '' });
  };

  it('is what it is when all is joined at once', () => {
    fc.assert(
      fc.property(
        fc.array(entry, { maxLength: 12 }),
        fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 4 }),
        (said, cuts) => {
          const items = said.map((one, at) => ({ entry: entryOf(one, at) }));
          const join = joiner<{ entry: Entry }>();
          for (const length of [...cuts, items.length]) {
            const now = items.slice(0, length);
            const { rows, item } = atOnce(join(now));
            expect(rows).toEqual(rowsOf(now));
            for (const { id } of rows) expect(item(id)).toBe(now.findLast((one) => idOf(one.entry) === id));
          }
        },
      ),
    );
  });

  it('makes only the rows anew that something is about', () => {
    const items = [1, 2, 3].map((number) => ({ entry: incidentEntry(number) }));
    const join = joiner<{ entry: Entry }>();
    const { rows: before } = atOnce(join(items));
    const step = { entry: workEntry(1, 2, { do: 'status', status: 'triage', why: '' }) };
    const { rows } = atOnce(join([...items, step]));
    expect(rows.map((row, at) => row === before[at])).toEqual([true, false, true]);
    expect(rows[1]?.status).toBe('triage');
    expect(atOnce(join([...items, step])).rows).toBe(rows);
  });
});

describe('filterRows', () => {
  const entries = [
    incidentEntry(1),
    incidentEntry(2, {
      destination: 'external',
      verdict: { action: 'justify', rules: ['people-to-external'], enforced: true },
      outcome: 'left',
      recipients: { count: 1, domains: ['client.example'], fingerprints: ['ab'], addresses: ['jo@client.example'] },
      reason: { code: 'regulator', text: 'Asked for by the inspector' },
    }),
    reportEntry(3),
  ];
  const at = Date.parse('2026-11-21T14:03:00Z');

  it.each<[Filter, number[]]>([
    [{}, [3, 2, 1]],
    [{ text: '  ' }, [3, 2, 1]],
    [{ destination: 'own' }, [1]],
    [{ action: 'justify' }, [2]],
    [{ outcome: 'left' }, [2]],
    [{ outcome: 'near-miss', destination: 'external' }, []],
    [{ from: at + 120_000 }, [3, 2]],
    [{ to: at + 60_000 }, [1]],
    [{ from: at + 60_000, to: at + 60_000 }, [1]],
    [{ text: 'CLIENT.example' }, [2]],
    [{ text: 'inspector asked' }, [2]],
    [{ text: 'jo@client' }, [2]],
    [{ text: 'people-to-own' }, [1]],
    [{ text: 'attachment' }, [3]],
    [{ text: 'john.smith roundcube' }, [2, 1]],
    [{ text: 'regulator', destination: 'own' }, []],
    [{ text: uuid(2) }, [2]],
  ])('%j leaves %j', async (filter, left) => {
    const rows = await rowsFrom(...entries);
    expect(atOnce(filterRows(rows, filter)).map(({ id }) => id)).toEqual(left.map(uuid));
  });

  it('only ever takes rows away and keeps their order', async () => {
    await fc.assert(
      fc.asyncProperty(anyEntries(0, 5), fc.string(), async (list, text) => {
        const rows = await rowsFrom(...list);
        const left = atOnce(filterRows(rows, { text }));
        expect(rows.filter((row) => left.includes(row))).toEqual(left);
      }),
    );
  });
});

describe('toCsv', () => {
  it('has a header and a line a case, with the outcome as it is known now', async () => {
    const csv = toCsv(
      await rowsFrom(incidentEntry(1, { outcome: 'left' }), amendmentEntry(2, 1, 'not-sent'), reportEntry(3)),
      (key) => key,
    );
    const [header, one, other, end] = csv.split('\r\n');
    expect(header).toBe(columnNames.map((name) => `register_column_${name}`).join(','));
    expect(one).toContain('report');
    expect(other).toContain(`${uuid(1)},2026-11-21T14:04:00.000Z,incident,john.smith@harbourcare.example,roundcube,`);
    expect(other).toContain(',near-miss,not-sent,');
    expect(end).toBe('');
  });

  it('has everything a person said of the case, and names what nobody has', async () => {
    const facts = {
      ...{
        breachTypes: ['integrity'],
        occurredFrom: 1e12,
        occurredUntil: 2e12,
        detectedBy: 'audit',
        description: 'story',
      },
      ...{ cause: 'lost', medium: 'paper', dataCategories: ['special'], subjectGroups: ['members'], records: 4711 },
      ...{ people: { min: 311, estimate: 312, max: 313, method: 'by hand' }, recipient: 'external' },
      ...{ recovered: 'deletion-confirmed', staffRole: 'nurse', lastTraining: 1.1e12, measuresBefore: 'locks' },
      ...{ consequences: 'calls', likelihood: 'very-likely', delayReason: 'illness', asProcessor: true },
      ...{ controllerTold: 1.2e12, crossBorder: false },
    } as const satisfies Required<Facts>;
    const changes = [
      { do: 'facts', facts: facts as unknown as Facts },
      { do: 'aware', at: 1.3e12, basis: 'they rang', who: 'the contact' },
      { do: 'decide', risk: 'high-risk', reasoning: 'health data' },
      { do: 'authority', authority: 'ICO', phase: 'further', at: 1.4e12, reference: 'IC-9' },
      { do: 'subjects', told: 'yes', at: 1.5e12, how: 'by letter', exemption: 'public-notice' },
      { do: 'others', who: 'insurer', at: 1.6e12, how: 'by telephone' },
      { do: 'action', action: uuid(7), what: 'ask for deletion', owner: 'Jo', due: 1.7e12 },
      { do: 'link', to: uuid(77), isLinked: true },
      { do: 'hold', isHeld: true, why: 'court' },
      { do: 'retain', until: 1.8e12 },
      { do: 'note', text: 'all is said' },
    ] satisfies Change[];
    const line = (csv: string) => parseCsv(csv)[1]!;
    const said = line(toCsv(await rowsFrom(incidentEntry(1), ...changes.map((one, n) => workEntry(n + 1, 1, one))), t));
    const texts = (value: unknown): string[] =>
      typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([name, one]) => (name === 'do' || name === 'action' ? [] : texts(one)))
        : typeof value === 'number' && value >= 1e12
          ? [new Date(value).toISOString()]
          : typeof value === 'boolean'
            ? []
            : [String(value)];
    for (const text of texts(changes)) expect(said.join('\n')).toContain(text);
    const cell = (csv: string[], name: string) => csv[columnNames.indexOf(name)];
    expect(cell(said, 'people')).toBe('312');
    expect([cell(said, 'as_processor'), cell(said, 'cross_border'), cell(said, 'unconfirmed')]).toEqual([
      'true',
      'false',
      '',
    ]);
    const untouched = line(toCsv(await rowsFrom(incidentEntry(1)), t));
    expect([cell(untouched, 'people'), cell(untouched, 'recovered')]).toEqual(['957', 'unknown']);
    expect(cell(untouched, 'unconfirmed')).toContain('register_column_data_categories; register_column_people');
    const reported = line(toCsv(await rowsFrom(reportEntry(1, { people: 'many', recovered: 'yes' })), t));
    expect(['people', 'reported_people', 'recovered'].map((name) => cell(reported, name))).toEqual([
      ...['', 'many', 'recovered'],
    ]);
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@sum', "'@sum"],
    ['\t=1', "'\t'=1"],
    ['\r=1', "'\r'=1"],
    ['\n=1', "'\n'=1"],
    ['a;=1;b', "a;'=1;b"],
    ['a; =1', "a;' =1"],
    ['a-1; b+2', 'a-1; b+2'],
  ])('keeps a spreadsheet from running %j', async (what, written) => {
    const csv = toCsv(await rowsFrom(reportEntry(1, { what })), t);
    expect(csv).toContain(written);
  });

  it('reads back cell by cell as it was written, apart from apostrophes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 60 }),
          fc.string({ unit: fc.constantFrom(...'; \t\r\n=+-@\'",a'), maxLength: 20 }),
        ),
        async (what) => {
          const cells = parseCsv(toCsv(await rowsFrom(reportEntry(1, { what })), t));
          expect(cells).toHaveLength(2);
          expect(cells[1]).toHaveLength(columnNames.length);
          const cell = cells[1]![columnNames.indexOf('reason')]!;
          expect(cell.replaceAll("'", '')).toBe(what.replaceAll("'", ''));
          expect(cell).not.toMatch(/^[\t\r\n]|(?:^|[;\t\r\n]) *[=+\-@]/);
        },
      ),
    );
  });
});

it('toJson writes the file another register reads, with when it was written', async () => {
  const entries = await envelopesOf([incidentEntry(1)]);
  expect(JSON.parse(toJson(entries, 5))).toEqual({ gatehouseExport: 1, exportedAt: 5, entries });
});

/** RFC 4180, read strictly. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '"' && cell === '') {
      for (index++; text[index] !== '"' || text[index + 1] === '"'; index++) {
        cell += text[index];
        if (text[index] === '"') index++;
      }
    } else if (text[index] === ',') {
      rows.at(-1)!.push(cell);
      cell = '';
    } else if (text.startsWith('\r\n', index)) {
      rows.at(-1)!.push(cell);
      cell = '';
      if (index + 2 < text.length) rows.push([]);
      index++;
    } else cell += text[index];
  }
  return rows;
}
