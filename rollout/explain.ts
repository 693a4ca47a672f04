// What a policy will do, in sentences: for `policy explain`, and for a page. Numbers and names come from the policy, words from `t`.

import { strictDefault } from '../policy/default.ts';
import { type Destination, destinations } from '../policy/facts.ts';
import type { Policy } from '../policy/schema.ts';

/** A message by its key, `$1` … replaced. */
type Translate = (key: string, substitutions?: string[]) => string;

const keyOf = (prefix: string, id: string) => `${prefix}_${id.replaceAll('-', '_')}`;

export function explain(policy: Policy, t: Translate): string[] {
  const list = (words: readonly string[]) => words.join(', ');
  const contact = [policy.breachContact.name, policy.breachContact.email, policy.breachContact.phone];
  return [
    t(policy.auditOnly ? 'explain_audit' : 'explain_enforced', [policy.version]),
    policy.internalDomains.length > 0
      ? t('explain_internal', [list(policy.internalDomains)])
      : t('explain_internal_none'),
    ...policy.partners.map(({ domain, expires, categories }) =>
      t('explain_partner', [domain, expires, list(categories)]),
    ),
    ...policy.exemptRecipients.map(({ recipient }) => t('explain_exempt', [recipient])),
    ...destinations.flatMap((to) => levelSentences(policy, to, t)),
    ...destinations.flatMap((to) => fileSentences(policy, to, t)),
    ...policy.kindRules.map(({ of, to, from }) => t('explain_kinds', [list(of), placesOf(to, t), levelsOf(from, t)])),
    ...policy.fileRules.map(({ of, to, action }) =>
      t('explain_files', [list(of), placesOf(to, t), t(keyOf('action', action))]),
    ),
    ...(Object.keys(policy.countries.beyond).length > 0
      ? [t('explain_countries', [list(policy.countries.allowed), levelsOf(policy.countries.beyond, t)])]
      : []),
    ...(policy.ownAddresses ? [] : [t('explain_own_off')]),
    ...(['silent', 'store', 'orphaned'] as const)
      .filter((why) => policy.failModes[why] === 'release')
      .map((why) => t(`explain_release_${why}`)),
    policy.reporting ? t('explain_reporting', [policy.reporting.url]) : t('explain_reporting_none'),
    contact.some((part) => part !== '') ? t('explain_contact', [list(contact.filter(Boolean))]) : t('contact_none'),
    t('explain_retention', [String(policy.retentionDays)]),
  ];
}

function levelSentences(policy: Policy, to: Destination, t: Translate): string[] {
  const place = t(keyOf('destination', to));
  const rows = [
    ['explain_people', policy.thresholds[to], strictDefault.thresholds[to]],
    ['explain_sensitive', policy.sensitive[to], strictDefault.sensitive[to]],
  ] as const;
  return rows.map(([key, levels, before]) => {
    const isDefault = JSON.stringify(levels) === JSON.stringify(before);
    return t(key, [place, levelsOf(levels, t), isDefault ? t('explain_default') : '']).trimEnd();
  });
}

function fileSentences(policy: Policy, to: Destination, t: Translate): string[] {
  const place = t(keyOf('destination', to));
  const row = t('explain_unreadable', [
    place,
    t(keyOf('action', policy.unreadable[to])),
    t(keyOf('action', policy.media[to])),
  ]);
  const causes = Object.entries(policy.unreadableCauses).flatMap(([cause, actions]) => {
    const action = actions?.[to];
    return action ? [t('explain_cause', [t(keyOf('unreadable', cause)), place, t(keyOf('action', action))])] : [];
  });
  return [row, ...causes];
}

function levelsOf(levels: Policy['thresholds']['own'], t: Translate): string {
  const parts = (['warn', 'justify', 'block'] as const).flatMap((level) =>
    levels[level] === undefined ? [] : [t('explain_from', [t(keyOf('action', level)), String(levels[level])])],
  );
  return parts.length > 0 ? parts.join(', ') : t('explain_never');
}

function placesOf(to: readonly Destination[] | undefined, t: Translate): string {
  return (to ?? ['own', 'personal', 'external']).map((place) => t(keyOf('destination', place))).join(', ');
}
