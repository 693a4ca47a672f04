// How bad a breach is for the people in it, by ENISA's methodology (working document v1.0, December 2013): SE = DPC × EI + CB.
// https://www.enisa.europa.eu/publications/dbn-severity . Advisory: a person decides.
import type { Incident } from './incident.ts';
import type { Worksheet } from './work.ts';

export const severities = ['low', 'medium', 'high', 'very-high'] as const;
export type Severity = (typeof severities)[number];

/** Context 1 simple, 2 behaviour, 3 financial, 4 sensitive; identification .25 negligible to 1 certain; each circumstance 0 to .5. */
export function severityOf(sheet: Worksheet): { score: number; severity: Severity } {
  const { context, identification, confidentiality, integrity, availability, isMalicious } = sheet;
  const score = context * identification + confidentiality + integrity + availability + (isMalicious ? 0.5 : 0);
  return { score, severity: score < 2 ? 'low' : score < 3 ? 'medium' : score < 4 ? 'high' : 'very-high' };
}

const contexts = {
  contact: 1,
  identity: 1,
  location: 2,
  commercial: 2,
  financial: 3,
  special: 4,
  criminal: 4,
} as const;

/** A worksheet to begin with, from what the incident itself tells. */
export function suggestedWorksheet({
  kinds,
  people,
  destination,
}: Pick<Incident, 'kinds' | 'people' | 'destination'>): Worksheet {
  const has = (...ids: string[]) => kinds.some(({ kind }) => ids.includes(kind));
  const context = kinds.reduce<Worksheet['context']>(
    (most, { category }) => (contexts[category] > most ? contexts[category] : most),
    1,
  );
  return {
    context,
    identification:
      people.flags.identityDocument > 0 || has('name') ? 1 : has('email', 'phone', 'social-account') ? 0.75 : 0.5,
    // Known recipients: .25; anyone at all: .5.
    confidentiality: destination === 'internal' ? 0 : 0.25,
    integrity: 0,
    availability: 0,
    isMalicious: destination === 'own',
  };
}
