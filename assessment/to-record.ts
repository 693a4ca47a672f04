// What an assessment and the person's answer leave behind: counts, classes and choices, no content.
import type { Choice } from '../incidents/incident.ts';
import type { IncidentToRecord } from '../incidents/record.ts';
import type { Assessment } from './assessment.ts';

export interface Answered {
  choice: Choice;
  release: boolean;
  reason?: { code: string; text: string };
  /** Milliseconds the dialog was open. */
  openedForMs: number;
}

export interface Circumstances {
  /** Epoch milliseconds. */
  at: number;
  place: { webmail: string; host: string };
  adapterHealth: 'well' | 'degraded';
  /** SHA-256 of each file, hex, in the order of the assessment's files; empty where there are no bytes. */
  digests: readonly string[];
  /** Seed of the hashes that tell people apart. */
  seed: number;
  /** Of the whole draft. */
  draftDigest?: string;
}

/** As many files as an entry names. Of more, those that matter come first, and the rest are counted. */
const mostFiles = 1_000;

/** As many recipients as an ask names, and as long as an address can be: RFC 5321 section 4.5.3.1. */
const mostRecipients = 10_000;
const longestAddress = 320;

/**
 * Recipients the policy exempts are counted, and nothing of their addresses is handed on. So is what is longer than any address, as a table
 * that was pasted into a field: it must not keep the incident from being recorded.
 */
function recipientsOf({ verdict }: Assessment): Pick<IncidentToRecord, 'recipients' | 'unnamed'> {
  const named = verdict.recipients.filter(({ exempt, address }) => !exempt && address.length <= longestAddress);
  const recipients = named.slice(0, mostRecipients).map(({ address }) => address);
  const unnamed = verdict.recipients.length - recipients.length;
  return { recipients, ...(unnamed > 0 ? { unnamed } : {}) };
}

/** What goes is about nobody any more. */
export const isWithoutPeople = (choice: Choice): boolean => choice === 'safe-copy' || choice === 'counted-copy';

/** `answered.reason.text` must be masked already. */
export function toRecord(assessment: Assessment, answered: Answered, circumstances: Circumstances): IncidentToRecord {
  const { facts, verdict } = assessment;
  return {
    at: circumstances.at,
    // Its end tells whose account it is.
    ...(facts.sender ? { account: facts.sender.slice(-longestAddress) } : {}),
    place: circumstances.place,
    trigger: facts.trigger,
    people: facts.people,
    ...(assessment.persons ? { persons: { seed: circumstances.seed, people: assessment.persons } } : {}),
    kinds: facts.kinds.map(({ kind, category, matches, distinct }) => ({ kind, category, matches, distinct })),
    destination: verdict.destination,
    ...(facts.history[verdict.destination] ? { alreadySent: facts.history[verdict.destination]! } : {}),
    ...recipientsOf(assessment),
    ...filesOf(assessment, circumstances.digests),
    ...(circumstances.draftDigest === undefined ? {} : { draftDigest: circumstances.draftDigest }),
    verdict: {
      action: verdict.action,
      rules: verdict.because.map(({ rule }) => rule),
      enforced: verdict.enforced,
    },
    choice: answered.choice,
    ...(answered.reason ? { reason: answered.reason } : {}),
    // A safe copy went, and nobody in it. One with pseudonyms is still about people.
    outcome: answered.release && !isWithoutPeople(answered.choice) ? 'left' : 'near-miss',
    openedForMs: answered.openedForMs,
    scanMs: assessment.scanMs,
    adapterHealth: circumstances.adapterHealth,
  };
}

function filesOf({ files }: Assessment, digests: readonly string[]): Pick<IncidentToRecord, 'files' | 'moreFiles'> {
  const all = files.map(({ hasPeople, ...file }, index) => ({
    matters: hasPeople || file.unreadable !== undefined,
    file: { ...file, digest: digests[index] ?? '' },
  }));
  const named = all.length > mostFiles ? all.toSorted((a, b) => Number(b.matters) - Number(a.matters)) : all;
  const more = all.length - mostFiles;
  return { files: named.slice(0, mostFiles).map(({ file }) => file), ...(more > 0 ? { moreFiles: more } : {}) };
}
