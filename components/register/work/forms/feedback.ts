// What the verdict was wrong about.
import { choices, listed, said, text, type WorkForm } from './form.ts';

export const feedback: WorkForm = {
  name: 'feedback',
  fields: (row) =>
    row.type === 'report'
      ? [text('suggestion', true)]
      : [
          choices('wrong_rules', row.incident.verdict.rules, 'rule'),
          choices(
            'wrong_kinds',
            row.incident.kinds.map(({ kind }) => kind),
            'kind',
          ),
          text('suggestion'),
        ],
  initial: (_, { feedback: known }) => ({
    wrong_rules: known?.value.rules ?? [],
    wrong_kinds: known?.value.kinds ?? [],
    suggestion: known?.value.suggestion ?? '',
  }),
  change: (values) => ({
    do: 'feedback',
    rules: listed(values, 'wrong_rules'),
    kinds: listed(values, 'wrong_kinds'),
    suggestion: said(values, 'suggestion'),
  }),
};
