// Every detector is listed, named after its file, labelled for people, sourced and tested.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Detector } from '../../detectors/detector.ts';
import { detectorById, detectors } from '../../detectors/index.ts';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'detectors');
const messages = JSON.parse(readFileSync(join(root, 'public/_locales/en/messages.json'), 'utf8')) as Record<
  string,
  { message: string }
>;
const tables = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.test.ts'))
  .map((path) => readFileSync(join(import.meta.dirname, path), 'utf8'))
  .join('\n');

interface Unit {
  path: string;
  name: string;
  detector: Detector;
}

function isDetector(value: unknown): value is Detector {
  return typeof value === 'object' && value !== null && 'judge' in value && 'read' in value && 'id' in value;
}

const units: Unit[] = [];
for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.ts') && path !== 'index.ts',
)) {
  const exported = (await import(join(folder, file))) as Record<string, unknown>;
  for (const [name, value] of Object.entries(exported))
    if (isDetector(value)) units.push({ path: relative(folder, join(folder, file)), name, detector: value });
}

describe.each(units.map((unit) => [unit.detector.id, unit] as const))('%s', (id, { path, name, detector }) => {
  it('is listed in detectors/index.ts', () =>
    expect(detectors, `add ${name} to the list in detectors/index.ts`).toContain(detector));

  it('is found by its id', () => expect(detectorById(id)).toBe(detector));

  it('has the id its path says', () => expect(id).toBe(path.replace(/\.ts$/, '').replaceAll('/', '-')));

  it('has a label for people', () => {
    const key = `kind_${id.replaceAll('-', '_')}`;
    expect(messages[key]?.message, `add ${key} to public/_locales/en/messages.json`).toBeTruthy();
  });

  it('says in its head comment where the truth comes from', () => {
    const head = readFileSync(join(folder, path), 'utf8').split(/^import /m)[0];
    expect(head, 'name the specification by its address').toMatch(/^\/\/ .*\n(?:\/\/.*\n)*/);
    expect(head, 'name the specification by its address').toMatch(/https:\/\/|ISO|RFC/);
  });

  it('has a test table', () =>
    expect(tables, `call testDetector(${name}, …) in tests/detectors`).toContain(`testDetector(${name},`));

  it('has headers and labels of lower-case words only, none twice', () => {
    for (const list of [detector.headers, detector.labels]) {
      expect([...list]).toEqual(
        list.map((words) =>
          words
            .toLowerCase()
            .replace(/[^\p{L}\d]+/gu, ' ')
            .trim(),
        ),
      );
      expect(list.filter((words, k) => list.indexOf(words) !== k)).toEqual([]);
    }
  });
});

it('has one detector a file and no two of one id', () => {
  expect(new Set(units.map(({ detector }) => detector.id)).size).toBe(units.length);
  expect(units.length).toBe(detectors.length);
});
