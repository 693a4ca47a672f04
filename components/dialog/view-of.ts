// From an assessment to what the dialog shows: which parts, which recipients, which reasons. No sentence is made here.
import type { Assessment, DraftToAssess } from '@/assessment/assessment.ts';
import type { Policy } from '@/policy/schema.ts';
import type { FirmWords, FoundPart, VerdictView } from './dialog-view.ts';
import { filesStay, waysOn } from './ways-on.ts';

const outsideClasses: readonly string[] = ['own', 'personal', 'external'];

/** `undefined` for an assessment that allows: there is nothing to show. */
export function viewOf(
  id: string,
  assessment: Assessment,
  draft: DraftToAssess,
  policy: Policy,
): VerdictView | undefined {
  const { facts, verdict } = assessment;
  if (verdict.action === 'allow') return undefined;
  const outside = outsideOf(verdict.recipients);
  const already = facts.history[verdict.destination] ?? 0;
  return {
    state: 'verdict',
    id,
    action: verdict.action,
    // Pasted files are spoken of as files.
    trigger: draft.trigger === 'paste' && draft.files.length > 0 ? 'attach' : draft.trigger,
    destination: verdict.destination,
    people: { min: facts.people.min, estimate: facts.people.estimate, max: facts.people.max },
    ...(already > 0 ? { already: { people: already, days: policy.ledgerDays } } : {}),
    ...partsOf(assessment),
    outside,
    inside: verdict.recipients.filter(({ destination }) => !outsideClasses.includes(destination)).length,
    ...(draft.site ? { site: draft.site } : {}),
    ways: waysOn(assessment, draft, policy),
    filesStay: filesStay(assessment, draft),
    rules: verdict.because.map(({ rule }) => rule),
    reasons: policy.reasons.map(({ code, label, checklist }) => ({
      code,
      label,
      checklist: checklist ?? [],
    })),
    contact: policy.breachContact,
    takesCode: policy.keys.releaseCodes !== undefined && verdict.action !== 'warn',
    ...(policy.deputy ? { deputy: policy.deputy } : {}),
    wording: firmWords(policy),
  };
}

/** Where something was found, and what could not be read. */
export function partsOf({ parts }: Assessment): Pick<VerdictView, 'parts' | 'unreadable'> {
  return {
    parts: parts.filter((part) => part.kinds.length > 0).map(found),
    unreadable: parts.flatMap((part) =>
      part.reason ? [{ name: part.name === 'message' ? '' : part.name, reason: part.reason }] : [],
    ),
  };
}

function firmWords({ firm, wording, guidanceUrl }: Policy): FirmWords {
  const guidance = guidanceUrl ? [{ label: '', url: guidanceUrl }] : [];
  return {
    rules: Object.fromEntries(wording.rules.map(({ rule, text }) => [rule, text])),
    note: wording.note && firm.name ? `${firm.name}: ${wording.note}` : wording.note,
    links: [...wording.links, ...guidance],
  };
}

/** Recipients that are own, personal or external, each address once. */
export function outsideOf(recipients: Assessment['verdict']['recipients']): VerdictView['outside'] {
  const outside = recipients.filter(({ destination }) => outsideClasses.includes(destination));
  return [...new Map(outside.map(({ address, destination }) => [address, { address, destination }])).values()];
}

function found({ name, kinds }: Assessment['parts'][number]): FoundPart {
  const where = name === 'message' ? 'body' : name === 'subject' || name === 'recipients' ? name : 'file';
  return { where, name: where === 'file' ? name : '', kinds: kinds.map(({ kind, distinct }) => ({ kind, distinct })) };
}
