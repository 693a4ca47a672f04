// The risk to the people affected, and why.
import { risks } from '@/incidents/work.ts';
import { choice, said, text, type WorkForm } from './form.ts';

export const decide: WorkForm = {
  name: 'decide',
  fields: () => [choice('risk', risks, 'risk', true), text('reasoning', true)],
  initial: (_, { decision }) => ({ risk: decision?.value.risk ?? '', reasoning: decision?.value.reasoning ?? '' }),
  change: (values) => ({
    do: 'decide',
    risk: said(values, 'risk') as (typeof risks)[number],
    reasoning: said(values, 'reasoning'),
  }),
};
