// (Facts, Policy) → Verdict. The default table stands in docs/policy.md; why the strictest wins and what is only noted: docs/adr/0023.

import type { Reason } from '../scan/part.ts';
import { domainOf } from './addresses.ts';
import { countryOf } from './country.ts';
import { isGuardedSite, isPersonalAccount, type Place, placeOf, placeOfSite } from './destinations.ts';
import { registrableDomain } from './domain.ts';
import { type Destination, destinations, type Facts, type FileFact, isEarly, type Recipient } from './facts.ts';
import type { Levels } from './forms.ts';
import { type RuleId, rules, type Subject } from './rules.ts';
import type { Policy } from './schema.ts';
import { type Action, type AppliedRule, actions, type Verdict } from './verdict.ts';

type Placed = Recipient & Place;

/** Where a rule applies that names no destination. */
const outside: readonly Destination[] = ['own', 'personal', 'external'];

/** `now`: epoch milliseconds, for agreements that end. Total: every facts have a verdict, and it never throws. */
export function evaluate(facts: Facts, policy: Policy, now: number): Verdict {
  const placed = facts.recipients.map((recipient) =>
    within(facts, { ...recipient, ...placeOf(recipient, facts.sender, policy, now) }),
  );
  const places = placesOf(facts, placed, policy, now);
  const applied = places.flatMap((destination) => rulesFor(destination, facts, policy));
  if (facts.site === undefined) applied.push(...rulesAmong(placed, facts, policy, applied));
  const because = eased(applied, facts, policy, places)
    .filter(({ action }) => action !== 'allow')
    .sort(byStrictness);
  return {
    action: because[0]?.action ?? 'allow',
    because,
    destination: destinations.find((destination) => places.includes(destination)) ?? 'internal',
    recipients: placed.map(({ note: _note, covers: _covers, ...recipient }) => recipient),
    enforced: !policy.auditOnly,
  };
}

/** A partner may have what the agreement covers. Anything else makes the partner external for this draft. */
function within(facts: Facts, placed: Placed): Placed {
  const { covers } = placed;
  if (!covers || facts.people.estimate === 0) return placed;
  const isCovered = facts.kinds.every(({ category, matches }) => matches === 0 || covers.includes(category));
  return isCovered ? placed : { ...placed, destination: 'external', note: 'partner-beyond-agreement' };
}

/**
 * The classes a draft goes to, without who is exempt. Nobody named yet is external; what is written in a private account is in it, whoever it
 * goes to besides.
 */
function placesOf(facts: Facts, placed: readonly Placed[], policy: Policy, now: number): Destination[] {
  if (facts.site !== undefined) {
    const { destination, exempt } = placeOfSite(facts.site, facts.sender, policy, now);
    return exempt ? [] : [destination];
  }
  const places = new Set(placed.flatMap(({ destination, exempt }) => (exempt ? [] : [destination])));
  if (isPersonalAccount(facts.sender, policy, facts.host)) places.add('personal');
  return places.size > 0 || placed.length > 0 ? [...places] : ['external'];
}

function rulesFor(destination: Destination, facts: Facts, policy: Policy): AppliedRule[] {
  const rule = (subject: Subject, action: Action): AppliedRule => ({
    rule: `${subject}-to-${destination}` satisfies RuleId,
    action,
  });
  const isMedia = facts.files.some((file) => file.unreadable === 'media' && !isIllustrated(file, destination));
  return [
    rule('people', reached(policy.thresholds[destination], peopleSent(destination, facts))),
    rule('sensitive', reached(policy.sensitive[destination], sensitivePeople(facts))),
    rule('unreadable', strictest(causesIn(facts).map((cause) => unreadableAction(cause, destination, policy)))),
    rule('media', isMedia ? policy.media[destination] : 'allow'),
    ...namedRules(destination, facts, policy),
  ];
}

/** Why something could not be read, once for each file and for the body. */
function causesIn({ files, bodyUnreadable }: Facts): Reason[] {
  const unread = files.filter((file) => file.unreadable !== 'media' && (!file.readable || file.unreadable));
  return [...unread.map(({ unreadable }) => unreadable ?? 'error'), ...(bodyUnreadable ? [bodyUnreadable] : [])];
}

function unreadableAction(cause: Reason, destination: Destination, policy: Policy): Action {
  const row = cause === 'media' ? undefined : policy.unreadableCauses[cause];
  return row?.[destination] ?? policy.unreadable[destination];
}

/** The firm's own rules about kinds of data and of files. They add to the tables and take nothing from them. */
function namedRules(destination: Destination, { kinds, files }: Facts, policy: Policy): AppliedRule[] {
  const concerns = ({ to }: { to?: readonly Destination[] }) => (to ?? outside).includes(destination);
  const distinct = (of: readonly string[]) =>
    kinds
      .filter(({ kind, category }) => of.includes(kind) || of.includes(category))
      .reduce((sum, kind) => sum + kind.distinct, 0);
  const byKind = policy.kindRules.filter(concerns).map(({ of, from }) => reached(from, distinct(of)));
  const byFile = policy.fileRules
    .filter(concerns)
    .filter(({ of }) => files.some(({ type, extension }) => of.includes(type) || of.includes(extension)));
  return [
    { rule: 'kinds-named' satisfies RuleId, action: strictest(byKind) },
    { rule: 'file-kinds-named' satisfies RuleId, action: strictest(byFile.map(({ action }) => action)) },
  ];
}

/** A document that was read, with pictures in it: ordinary business to others, a screen grab on its way to a private address. */
function isIllustrated({ type, readable }: FileFact, destination: Destination): boolean {
  return readable && (type === 'docx' || type === 'xlsx') && destination === 'external';
}

/** Rules about the recipients taken together, and notes on why some count as external. */
function rulesAmong(
  placed: readonly Placed[],
  facts: Facts,
  policy: Policy,
  applied: readonly AppliedRule[],
): AppliedRule[] {
  const strictestOf = (list: readonly AppliedRule[]) => strictest(list.map(({ action }) => action));
  const has = (note: Place['note']) => placed.some((recipient) => recipient.note === note);
  const found: AppliedRule[] = [
    { rule: 'visible-recipients' satisfies RuleId, action: reached(policy.visibleRecipients, visibleTogether(placed)) },
    { rule: 'outside-countries' satisfies RuleId, action: beyondAction(placed, facts, policy) },
  ];
  if (has('look-alike-domain') && (facts.people.estimate > 0 || strictestOf(applied) !== 'allow'))
    found.push({ rule: 'look-alike-domain' satisfies RuleId, action: 'warn' });
  for (const note of ['partner-beyond-agreement', 'partner-agreement-expired'] as const)
    if (has(note))
      found.push({ rule: note, action: strictestOf(applied.filter(({ rule }) => rule.endsWith('-to-external'))) });
  return found;
}

/** People in a draft that goes to a country beyond those allowed. A partner's country counts too: a contract is no adequacy. */
function beyondAction(placed: readonly Placed[], { people }: Facts, { countries }: Policy): Action {
  const isBeyond = placed.some(({ address, destination }) => {
    const country = destination === 'internal' ? undefined : countryOf(domainOf(address) ?? '');
    return country !== undefined && !countries.allowed.includes(country);
  });
  return isBeyond ? reached(countries.beyond, people.estimate) : 'allow';
}

/** Attaching on a work account holds only what Send would block: the rest is asked once, at Send. Unknown sites have a ceiling. */
function eased(
  applied: readonly AppliedRule[],
  facts: Facts,
  policy: Policy,
  places: readonly Destination[],
): AppliedRule[] {
  if (facts.site !== undefined) {
    if (!places.includes('external') || isGuardedSite(facts.site, policy)) return [...applied];
    const ceiling = actions.indexOf(policy.sites.otherAtMost);
    // A picture for an unknown site is everybody's daily work: docs/adr/0064-uploads-to-any-site.md
    const media = 'media-to-external' satisfies RuleId;
    return applied
      .filter(({ rule }) => rule !== media)
      .map(({ rule, action }) => ({ rule, action: actions[Math.min(ceiling, actions.indexOf(action))]! }));
  }
  if (!isEarly(facts.trigger) || isPersonalAccount(facts.sender, policy, facts.host)) return [...applied];
  return applied.some(({ action }) => action === 'block') ? [...applied] : [];
}

/** Distinct people, with those already sent there: but a draft about nobody adds nothing to what went before. */
function peopleSent(destination: Destination, { people, history }: Facts): number {
  if (people.estimate === 0) return 0;
  const isPrivate = destination === 'own' || destination === 'personal';
  return people.estimate + (isPrivate ? (history[destination] ?? 0) : 0);
}

/** How many people have any of the sensitive kinds: the flags may overlap, so their sum is capped by how many people there are. */
function sensitivePeople({ people }: Facts): number {
  const { special, criminal, financial, identityDocument } = people.flags;
  const most = Math.max(special, criminal, financial, identityDocument);
  return Math.max(most, Math.min(people.estimate, special + criminal + financial + identityDocument));
}

/** Outside recipients in To and Cc, when they do not all belong to one firm and so should not see each other. */
function visibleTogether(placed: readonly Placed[]): number {
  const visible = placed.filter(
    ({ field, destination }) => field !== 'bcc' && destination !== 'internal' && destination !== 'partner',
  );
  const firms = new Set(visible.map(({ address }) => registrableDomain(domainOf(address) ?? '')));
  const isPrivate = visible.some(({ destination }) => destination === 'own' || destination === 'personal');
  return isPrivate || firms.size > 1 ? new Set(visible.map(({ address }) => address)).size : 0;
}

function reached(levels: Levels, count: number): Action {
  const isReached = (level: Exclude<Action, 'allow'>) => count >= (levels[level] ?? Number.POSITIVE_INFINITY);
  return isReached('block') ? 'block' : isReached('justify') ? 'justify' : isReached('warn') ? 'warn' : 'allow';
}

function strictest(found: readonly Action[]): Action {
  return actions[Math.max(0, ...found.map((action) => actions.indexOf(action)))]!;
}

function byStrictness(a: AppliedRule, b: AppliedRule): number {
  const order: readonly string[] = rules;
  return actions.indexOf(b.action) - actions.indexOf(a.action) || order.indexOf(a.rule) - order.indexOf(b.rule);
}
