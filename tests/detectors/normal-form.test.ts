// `write` is a shorter way to what `read` says: never another answer.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateClients } from '../../benchmarks/corpus/clients.ts';
import { rows } from '../../benchmarks/corpus/forms.ts';
import { detectors } from '../../detectors/index.ts';
import { normalText } from '../../detectors/normal-form.ts';

const table = rows(generateClients(60, 5));
const clients = table.flat();
const columns = table[0]!.map((_, column) => table.slice(1).map((row) => row[column]!));
const spellings = [
  'Mrs Zoë Brandt',
  "Ann O'Neill",
  'J. Doe',
  'Anna-Maria de la Cruz',
  'BRANDT, ZOE',
  'jane doe',
  'Acme Ltd',
  '+44 (0)20 7946 0123',
  '020 7946 0123 ext 12',
  '(020) 7946 0123',
  '07700900123.0',
  '1971-03-03',
  '3 March 1971',
  '19710303',
  'Mon 03/03/1971',
  '03/03/71',
  'ab 12 34 56 c',
  'AB123456',
  'sw1a1aa',
  'GIR 0AA',
  'Jane.Doe@Example.ORG',
  'git@example.org',
  'jane@example.org, bob@example.org',
  '4A High Street',
  '12  High Street',
  'C-1001/7',
  '12345.0',
  '£ 12.50',
  '–',
];
const cells = fc.oneof(
  fc.constantFrom(...[...clients, ...spellings].filter((cell) => cell !== '')),
  fc.string({ unit: fc.constantFrom(..."0123456789 +-./()@aAbBDEéÉßŁ'’`,#x£\u00a0") }).map((cell) => cell.trim()),
  fc
    .tuple(fc.constantFrom(...clients), fc.nat(), fc.constantFrom(...' 0a@.-,\u00e9', ''))
    .map(([cell, place, mark]) => {
      const at = place % (cell.length + 1);
      return (cell.slice(0, at) + mark + cell.slice(at + 1)).trim();
    }),
);

describe.each(detectors.filter(({ write }) => write).map((detector) => [detector.id, detector] as const))(
  '%s',
  (_, detector) => {
    it('writes what it reads, wherever the cell stands', { timeout: 30_000 }, () => {
      const check = (cell: string, before: string, after: string) => {
        const text = before + cell + after;
        if (!detector.write!(text, before.length, before.length + cell.length)) return;
        const written = normalText();
        expect(written).toBe(detector.read(cell));
      };
      for (const cell of [...clients, ...spellings]) if (cell !== '' && !cell.endsWith('.0')) check(cell, '7\t', '\t7');
      fc.assert(
        fc.property(
          cells,
          fc.constantFrom('', '\t', '7\t', 'a\n'),
          fc.constantFrom('', '\t', '\t7', '\na'),
          (cell, before, after) => {
            if (cell !== '' && !cell.endsWith('.0')) check(cell, before, after);
          },
        ),
        { numRuns: 2000 },
      );
    });

    it('writes most of a column of its own', () => {
      const shares = columns.map((column) => {
        const written = column.filter(
          (cell) => detector.write!(cell, 0, cell.length) && detector.read(cell) !== undefined,
        );
        return written.length / column.length;
      });
      expect(Math.max(...shares)).toBeGreaterThan(0.8);
    });
  },
);
