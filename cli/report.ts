// An assessment as JSON for programs and as text for people. Without `--show-values` neither holds a value.
import type { Assessment } from '../assessment/assessment.ts';
import type { Finding } from '../scan/people/people.ts';
import { keyOf, type Translate } from './locale.ts';
import type { ShownFinding } from './values.ts';

export function asJson(assessment: Assessment, findings?: readonly (Finding | ShownFinding)[]) {
  const { verdict, facts, parts, scanMs } = assessment;
  const { min, estimate, max } = facts.people;
  return {
    verdict: { action: verdict.action, because: verdict.because.map(({ rule }) => ({ rule })) },
    people: { min, estimate, max },
    kinds: Object.fromEntries(facts.kinds.map(({ kind, matches, distinct }) => [kind, { matches, distinct }])),
    destination: verdict.destination,
    parts: parts.map(({ name, type, read, reason, characters }) => ({
      name,
      type,
      read,
      ...(reason ? { reason } : {}),
      characters,
    })),
    ...(findings ? { findings } : {}),
    scanMs: Math.round(scanMs * 100) / 100,
  };
}

export function asText(assessment: Assessment, t: Translate, findings?: readonly (Finding | ShownFinding)[]): string {
  const { verdict, facts, parts, scanMs } = assessment;
  const { min, estimate, max } = facts.people;
  // "About" where the bounds lie more than a tenth apart.
  const about = estimate === 1 ? 'cli_people_one' : (max - min) * 10 > max ? 'cli_people_about' : 'cli_people';
  const lines = [
    t('cli_verdict', [t(keyOf('action', verdict.action)), t(keyOf('destination', verdict.destination))]),
    t(about, [number(estimate), number(min), number(max)]),
    ...verdict.because.map(({ rule }) => t('cli_rule', [t(keyOf('rule', rule)), rule])),
    ...facts.kinds.map(({ kind, matches, distinct }) =>
      t('cli_kind', [kindLabel(kind, t), number(distinct), number(matches)]),
    ),
    ...parts.map(({ name, type, read, reason, characters }) =>
      read && !reason
        ? t('cli_part', [name, type, number(characters)])
        : t(read ? 'cli_part_in_part' : 'cli_part_unread', [name, type, t(keyOf('unreadable', reason ?? 'error'))]),
    ),
    ...(findings ?? []).map((finding) =>
      t('cli_finding', [
        kindLabel(finding.kind, t),
        finding.part,
        finding.start,
        finding.end,
        'value' in finding ? finding.value : '',
      ]),
    ),
    t('cli_time', [number(Math.round(scanMs))]),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

function kindLabel(kind: string, t: Translate): string {
  const key = keyOf('kind', kind);
  const label = t(key);
  return label === key ? kind : label;
}

const number = (value: number) => value.toLocaleString('en-GB');
