// Counts people in texts and tables the way an assessment does, for tables of expectations.

import type { Part } from '../../scan/part.ts';
import { countPeople } from '../../scan/people/count-people.ts';
import type { People, PeopleContext } from '../../scan/people/people.ts';
import { scanPart } from '../../scan/scan-part.ts';

const session = 20_251_103;
const nobody: PeopleContext = { recipients: [], firmDomains: [] };

export const textPart = (text: string, name = 'message'): Part => ({ name, type: 'text', text });

export const sheetPart = (rows: string[][], name = 'sheet.xlsx'): Part => ({
  name,
  type: 'xlsx',
  tables: [{ name: 'Sheet1', rows }],
});

export function peopleIn(parts: Part | Part[] | string, context: Partial<PeopleContext> = {}): People {
  const all = typeof parts === 'string' ? [textPart(parts)] : Array.isArray(parts) ? parts : [parts];
  const scans = all.map((part) => scanPart(part, { session }));
  return countPeople(scans, { ...nobody, ...context }, session);
}

export const estimate = (parts: Part | Part[] | string, context?: Partial<PeopleContext>): number =>
  peopleIn(parts, context).estimate;
