// A draft of the letter to the people affected. What it must say: GDPR Article 34(2), in clear and plain language:
// https://eur-lex.europa.eu/eli/reg/2016/679/oj
import type { Policy } from '../../policy/schema.ts';
import { caseOf } from '../case.ts';
import type { Row } from '../views.ts';
import type { FactName } from '../work.ts';
import { optionKey, type Paper, type Writer } from './document.ts';

/** What is in square brackets is for a person to write. */
export function letterDraft(row: Row, policy: Policy, { t, day }: Writer): Paper {
  const { facts, said, actions, reference } = caseOf(row);
  const { breachContact, firm } = policy;
  const done = actions.filter(({ done: at }) => at !== undefined).map(({ what }) => what);
  const planned = actions.filter(({ done: at }) => at === undefined).map(({ what }) => what);
  const contact = [breachContact.name, breachContact.email, breachContact.phone].filter(Boolean).join(', ');
  /** What nobody has said yet, and stands in the letter as it was recorded or reported. */
  const confirm = (fact: FactName) => (said.has(fact) ? [] : [t('letter_confirm')]);
  return {
    title: t('letter_title', [firm.name || t('letter_gap_firm')]),
    lead: [t('letter_hello'), t('letter_opening', [day(facts.occurredFrom ?? row.at)]), ...confirm('occurredFrom')],
    sections: [
      {
        heading: t('letter_happened'),
        paragraphs: facts.description ? [facts.description, ...confirm('description')] : [t('letter_gap_happened')],
      },
      {
        heading: t('letter_data'),
        list: (facts.dataCategories ?? []).map((category) => t(`category_${category}`)),
        paragraphs: (facts.dataCategories ?? []).length === 0 ? [t('letter_gap_data')] : confirm('dataCategories'),
      },
      {
        heading: t('letter_means'),
        paragraphs: [
          facts.consequences || t('letter_gap_consequences'),
          ...(facts.likelihood ? [t('letter_likelihood', [t(optionKey('likelihood', facts.likelihood))])] : []),
        ],
      },
      {
        heading: t('letter_done'),
        list: [
          ...(said.has('recovered') && facts.recovered && facts.recovered !== 'unknown'
            ? [t(optionKey('recovery', facts.recovered))]
            : []),
          ...done,
        ],
        paragraphs:
          planned.length > 0
            ? [t('letter_next', [planned.join('; ')])]
            : done.length > 0
              ? []
              : [t('letter_gap_measures')],
      },
      { heading: t('letter_you'), list: [t('letter_you_watch'), t('letter_you_passwords'), t('letter_you_ask')] },
      {
        heading: t('letter_contact'),
        paragraphs: [contact || t('letter_gap_contact'), t('letter_reference', [reference]), t('letter_complain')],
      },
    ],
  };
}
