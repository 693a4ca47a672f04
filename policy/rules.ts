// Every rule a verdict can name. Each has a label `rule_<id>` (dashes as underscores) in the locale files: the sentence people read.
import { type Destination, destinations } from './facts.ts';

/** What a rule is about; with a destination it makes the rule's id. */
const subjects = ['people', 'sensitive', 'unreadable', 'media'] as const;
export type Subject = (typeof subjects)[number];

/** Rules that stand alone. The last two say why a recipient counts as external, beside the rule that then applied. */
const single = [
  'kinds-named',
  'file-kinds-named',
  'outside-countries',
  'visible-recipients',
  'look-alike-domain',
  'partner-beyond-agreement',
  'partner-agreement-expired',
] as const;

export type RuleId = `${Subject}-to-${Destination}` | (typeof single)[number];

export const rules: readonly RuleId[] = [
  ...destinations.flatMap((destination) => subjects.map((subject) => `${subject}-to-${destination}` as const)),
  ...single,
];
