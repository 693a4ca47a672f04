// The settings in the order people look for them, as docs/policy.md has them. A test sees to it that every setting stands in one section.
import { type Setting, settings } from '@/policy/settings.ts';

const sections = {
  who: ['version', 'firm', 'breachContact', 'deputy', 'itContact', 'actor', 'settings'],
  where: ['internalDomains', 'partners', 'personalProviders', 'ownAddresses', 'exemptRecipients', 'countries', 'sites'],
  people: ['thresholds', 'sensitive', 'visibleRecipients', 'kindRules'],
  files: ['unreadable', 'unreadableCauses', 'media', 'fileRules'],
  asked: ['reasons', 'guidanceUrl', 'staffNotice', 'wording', 'safeCopy', 'auditOnly', 'language'],
  kept: ['reporting', 'record', 'keys', 'policyAddress', 'ledgerDays', 'retentionDays'],
  fails: ['failModes'],
} as const satisfies Record<string, readonly string[]>;

export interface Section {
  /** Has a heading `policy_section_<id>`. */
  id: keyof typeof sections;
  settings: readonly Setting[];
}

export const policySections: readonly Section[] = Object.entries(sections).map(([id, names]) => ({
  id: id as Section['id'],
  settings: names.flatMap((name) => settings.filter((one) => one.name === name)),
}));
