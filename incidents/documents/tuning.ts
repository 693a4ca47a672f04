// Where the policy was wrong, by rule and by kind of data: what people marked as false positives, and what they suggested.
import { caseOf } from '../case.ts';
import type { Row } from '../views.ts';
import { nameOf, type Paper, type Writer } from './document.ts';

export interface TuningLine {
  rule: string;
  kind: string;
  /** Entries of this rule and kind that were marked as wrong. */
  wrong: number;
  /** All entries of this rule and kind. */
  all: number;
  suggestions: string[];
}

/** Most often wrong first. An entry that names no kind counts under an empty one. */
export function tuningReport(rows: readonly Row[]): TuningLine[] {
  const lines = new Map<string, TuningLine>();
  const lineOf = (rule: string, kind: string) => {
    const key = `${rule}\n${kind}`;
    const known = lines.get(key) ?? { rule, kind, wrong: 0, all: 0, suggestions: [] };
    lines.set(key, known);
    return known;
  };
  for (const row of rows) {
    if (row.type !== 'incident') continue;
    const { rules } = row.incident.verdict;
    const kinds = row.incident.kinds.length > 0 ? row.incident.kinds.map(({ kind }) => kind) : [''];
    for (const rule of rules) for (const kind of kinds) lineOf(rule, kind).all += 1;
    const wrong = row.works.length > 0 ? wrongIn(row) : undefined;
    if (!wrong) continue;
    for (const rule of wrong.rules.length > 0 ? wrong.rules : rules)
      for (const kind of wrong.kinds.length > 0 ? wrong.kinds : kinds) {
        const line = lineOf(rule, kind);
        line.wrong += 1;
        line.all = Math.max(line.all, line.wrong);
        if (wrong.suggestion && !line.suggestions.includes(wrong.suggestion)) line.suggestions.push(wrong.suggestion);
      }
  }
  return [...lines.values()]
    .filter(({ wrong }) => wrong > 0)
    .sort(
      (one, other) => other.wrong - one.wrong || (`${one.rule} ${one.kind}` < `${other.rule} ${other.kind}` ? -1 : 1),
    );
}

function wrongIn(row: Row): { rules: string[]; kinds: string[]; suggestion: string } | undefined {
  const { status, feedback } = caseOf(row);
  if (feedback) return feedback.value;
  return status === 'false-positive' ? { rules: [], kinds: [], suggestion: '' } : undefined;
}

export function tuningPaper(rows: readonly Row[], { t, number }: Writer): Paper {
  const lines = tuningReport(rows);
  return {
    title: t('tuning_title'),
    lead: [lines.length > 0 ? t('tuning_lead') : t('tuning_none')],
    sections:
      lines.length === 0
        ? []
        : [
            {
              heading: t('tuning_table'),
              table: {
                columns: ['tuning_rule', 'tuning_kind', 'tuning_wrong', 'tuning_suggestions'].map((key) => t(key)),
                rows: lines.map(({ rule, kind, wrong, all, suggestions }) => [
                  nameOf(t, 'rule', rule),
                  kind ? nameOf(t, 'kind', kind) : '–',
                  t('tuning_of', [number(wrong), number(all)]),
                  suggestions.join(' / ') || t('tuning_look'),
                ]),
              },
            },
          ],
  };
}
