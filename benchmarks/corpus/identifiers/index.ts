// Every kind of identifier the benchmark makes.
import { americanIdentifiers } from './americas.ts';
import { contactIdentifiers } from './contact.ts';
import { deviceIdentifiers } from './devices.ts';
import { europeanIdentifiers } from './europe.ts';
import { financialIdentifiers } from './finance.ts';
import type { Identifier } from './identifier.ts';
import { ukIdentifiers } from './uk.ts';

export const identifiers: readonly Identifier[] = [
  ...contactIdentifiers,
  ...ukIdentifiers,
  ...financialIdentifiers,
  ...deviceIdentifiers,
  ...americanIdentifiers,
  ...europeanIdentifiers,
];
