// The measures in place, for the record of processing (GDPR Article 30(1)(g)) and every paper that lists them: told from the policy in
// force, so that what is written is what happens.
import { destinations } from '../../policy/facts.ts';
import type { Policy } from '../../policy/schema.ts';
import { actions } from '../../policy/verdict.ts';
import type { Kept, Paper, Section, Writer } from './document.ts';

export function measuresPaper(policy: Policy, writer: Writer, kept: Kept = {}): Paper {
  const { t } = writer;
  return {
    title: t('measures_title'),
    lead: [t('measures_lead', [policy.version])],
    sections: [
      { heading: t('measures_technical'), list: technical(policy, writer, kept) },
      levelsSection(policy, writer),
      { heading: t('measures_organisational'), list: organisational(policy, writer) },
    ],
  };
}

export function technical(policy: Policy, writer: Writer, kept: Kept): string[] {
  const { t } = writer;
  return [
    t('measures_local'),
    t('measures_files'),
    t(policy.auditOnly ? 'measures_audit' : 'measures_held'),
    t('measures_values'),
    t('measures_chain'),
    policy.reporting ? t('measures_delivered', [new URL(policy.reporting.url).host]) : t('measures_undelivered'),
    ...erased(policy, writer, kept),
  ];
}

/** How long entries are kept, wherever they are. */
export function erased({ retentionDays, reporting }: Policy, { t, number }: Writer, { registerDays }: Kept): string[] {
  return [
    t(reporting ? 'paper_kept' : 'paper_kept_mailed', [number(retentionDays)]),
    ...(registerDays === undefined ? [] : [t('paper_kept_register', [number(registerDays)])]),
  ];
}

/** From how many people each action applies, by destination. */
export function levelsSection({ thresholds, sensitive }: Policy, { t, number }: Writer): Section {
  const cell = (from: number | undefined) => (from === undefined ? t('measures_never') : number(from));
  const shown = actions.filter((action) => action !== 'allow');
  return {
    heading: t('measures_levels'),
    table: {
      columns: [t('register_destination'), t('measures_about'), ...shown.map((action) => t(`action_${action}`))],
      rows: destinations.flatMap((destination) =>
        (
          [
            ['measures_anyone', thresholds],
            ['measures_sensitive', sensitive],
          ] as const
        ).map(([label, levels]) => [
          t(`destination_${destination}`),
          t(label),
          ...shown.map((action) => cell(levels[destination][action])),
        ]),
      ),
    },
  };
}

function organisational(policy: Policy, { t, number }: Writer): string[] {
  const { breachContact, deputy, itContact, partners, guidanceUrl } = policy;
  const named = breachContact.name || breachContact.email;
  return [
    named ? t('measures_contact', [named]) : t('measures_contact_none'),
    ...(deputy ? [t('measures_deputy', [deputy.name || '…'])] : []),
    ...(itContact ? [t('measures_it', [itContact.name || '…'])] : []),
    t('measures_partners', [number(partners.length)]),
    t('measures_reasons', [number(policy.reasons.length)]),
    t('measures_guidance'),
    ...(guidanceUrl ? [t('measures_guidance_url', [guidanceUrl])] : []),
    t('measures_human'),
  ];
}
