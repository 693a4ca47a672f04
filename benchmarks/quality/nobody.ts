// People counted in texts about nobody: logs, code, prose, statistics, timetables, catalogues, open data. The aim is none.

import type { Part } from '../../scan/part.ts';
import { countPeople } from '../../scan/people/count-people.ts';
import { scanPart } from '../../scan/scan-part.ts';
import { logFormats, logLines } from '../corpus/nobody/logs.ts';
import { tableAboutNobody, tableSets, written } from '../corpus/nobody/tables.ts';
import { codeLanguages, codeText, paragraphs, plainProse } from '../corpus/nobody/texts.ts';
import { createRandom } from '../corpus/random.ts';
import { table } from '../report.ts';

const text = (content: string): Part => ({ name: 'message', type: 'text', text: content });
const sheet = (rows: string[][]): Part => ({ name: 'data.xlsx', type: 'xlsx', tables: [{ name: 'Sheet1', rows }] });
const random = (seed: number) => createRandom(7000 + seed);

/** The texts of each sort, by seed. */
const sorts: Readonly<Record<string, { count: number; of(seed: number): Part }>> = {
  'logs, one format each': { count: logFormats * 4, of: (seed) => text(logLines(random(seed), 120, seed)) },
  'logs, formats mixed': { count: 20, of: (seed) => text(logLines(random(seed), 200)) },
  'source code and configuration': {
    count: codeLanguages.length * 6,
    of: (seed) => text(codeText(random(seed), codeLanguages[seed % codeLanguages.length]!)),
  },
  'prose with places, dates and historical names': { count: 80, of: (seed) => text(paragraphs(random(seed))) },
  'plain prose': { count: 20, of: (seed) => text(plainProse(random(seed))) },
  'tables as text: statistics, timetables, catalogues, open data': {
    count: tableSets * 12,
    of: (seed) => text(written(tableAboutNobody(random(seed), seed, 5 + (seed % 60)), random(seed))),
  },
  'the same as sheets': {
    count: tableSets * 12,
    of: (seed) => sheet(tableAboutNobody(random(seed), seed, 5 + (seed % 60))),
  },
};

export function measureNobody(): { section: string; summary: string; people: number } {
  let everyone = 0;
  const lines = Object.entries(sorts).map(([name, { count, of }]) => {
    let characters = 0;
    let people = 0;
    let taken = 0;
    const kinds = new Map<string, number>();
    for (let seed = 0; seed < count; seed++) {
      const scan = scanPart(of(seed), { session: 1 });
      const { estimate } = countPeople([scan], { recipients: [], firmDomains: [] }, 1);
      characters += scan.characters;
      people += estimate;
      if (estimate > 0) taken++;
      // An internet address in a log is what it is; it is nobody's.
      for (const { kind, matches } of scan.kinds.filter(
        (one) => one.category !== 'location' && one.kind !== 'ip-address' && one.kind !== 'device-id',
      ))
        kinds.set(kind, (kinds.get(kind) ?? 0) + matches);
    }
    everyone += people;
    const found = [...kinds].map(([kind, matches]) => `${kind} ${matches}`).join(', ');
    return [name, String(count), (characters / 1e6).toFixed(2), String(people), String(taken), found || '–'];
  });
  return {
    people: everyone,
    section: `### Texts about nobody

${table(['texts', 'number', 'million characters', 'people counted', 'texts taken for a list', 'values found in them'], lines)}`,
    summary: `texts about nobody: ${everyone} people counted`,
  };
}
