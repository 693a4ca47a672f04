// Extract → scan → count → judge. Runs in the desk's worker and in Node alike; what it needs of either is an argument.

import { htmlToPart } from '../extractors/html.ts';
import { isFinished, parseRecipients } from '../policy/addresses.ts';
import { firmDomains } from '../policy/destinations.ts';
import { evaluate } from '../policy/evaluate.ts';
import { leaves, ledgerPlaces } from '../policy/ledger-places.ts';
import type { Policy } from '../policy/schema.ts';
import type { Part, Reason } from '../scan/part.ts';
import type { PartScan } from '../scan/part-scan.ts';
import { countJoined, countKinds, joinPeople } from '../scan/people/count-people.ts';
import type { Finding } from '../scan/people/people.ts';
import { personKeys } from '../scan/people/person-keys.ts';
import type { AssessedPart, Assessment, AssessOptions, DraftToAssess } from './assessment.ts';
import { readFiles, scanAll } from './read-files.ts';

/** Assesses one draft under one policy. Rejects only when `signal` aborts: what cannot be read is a fact, not an error. */
export async function assess(draft: DraftToAssess, policy: Policy, options: AssessOptions): Promise<Assessment> {
  const started = options.now();
  const texts = [
    textPart('subject', draft.subject, false),
    textPart('recipients', noAddresses(draft), false),
    textPart('message', draft.body, draft.isHtml),
  ];
  const textScans = texts.flatMap((part) => scanAll(part, options));
  const files = await readFiles(draft.files, options);
  const scans = [...textScans, ...files.flatMap((file) => file.scans)];

  const context = contextOf(draft, policy);
  const { sender, recipients } = context;
  const joined = joinPeople(scans, context, options.session);
  const people = countJoined(joined);
  const bodyUnreadable = textScans.find((scan) => scan.unreadable)?.unreadable;
  const facts = {
    ...(sender ? { sender } : {}),
    ...(draft.host ? { host: draft.host } : {}),
    recipients,
    people,
    kinds: countKinds(scans),
    files: files.map((file) => file.fact),
    ...(bodyUnreadable ? { bodyUnreadable } : {}),
    ...(draft.site ? { site: draft.site } : {}),
    trigger: draft.trigger,
    history: {},
  };
  const verdict = evaluate(facts, policy, options.now());
  const places = people.estimate > 0 ? ledgerPlaces(facts, verdict, policy) : [];
  const persons = places.length > 0 || verdict.action !== 'allow' ? personKeys(joined, options.session) : [];
  return {
    facts,
    verdict,
    parts: scans.filter(({ name, kinds }) => !isBeside(name) || kinds.length > 0).map(describe),
    files: files.map(({ fact, scans }) => ({ ...fact, hasPeople: scans.some(({ kinds }) => kinds.length > 0) })),
    ...(persons.length > 0 ? { persons } : {}),
    ...(places.length > 0 ? { privately: { places, people: persons, leaves: leaves(facts, policy) } } : {}),
    ...(options.findings ? { findings: scans.flatMap((scan): Finding[] => scan.findings ?? []) } : {}),
    scanMs: options.now() - started,
  };
}

/** Whom a draft is from and to: they are not who it is about. */
export function contextOf(draft: DraftToAssess, policy: Policy) {
  const sender = draft.account?.toLowerCase();
  const recipients = parseRecipients(draft);
  return { ...(sender ? { sender } : {}), recipients, firmDomains: firmDomains(sender, policy) };
}

/** Fields that are seldom about anybody: told of only where they are. */
const isBeside = (name: string) => name === 'subject' || name === 'recipients';

/** Almost every entry: need not be read at length. */
const plainAddress = /^(?:[\w ."-]*<[\w.+-]+@[\w-]+(?:\.[\w-]+)+>|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)$/;

/** What stands in a recipient field and is no address, a line an entry: a table that was pasted there leaves like any other text. */
function noAddresses({ to, cc, bcc }: DraftToAssess): string {
  const isOther = (entry: string) =>
    !(entry.length < 320 && plainAddress.test(entry)) &&
    !parseRecipients({ to: [entry], cc: [], bcc: [] }).every(isFinished);
  return [...to, ...cc, ...bcc].filter(isOther).join('\n');
}

function textPart(name: string, text: string, isHtml: boolean): Part {
  return isHtml ? htmlToPart(text, name) : { name, type: 'text', text };
}

function describe(scan: PartScan): AssessedPart {
  const reason: Reason | undefined = scan.unreadable;
  return {
    name: scan.name,
    type: scan.type,
    read: scan.read,
    ...(reason ? { reason } : {}),
    characters: scan.characters,
    kinds: countKinds([scan]),
  };
}
