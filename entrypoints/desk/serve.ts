// What the desk does for its content script: assess in the worker, ask in the dialog, record through the background.
import type { Assessment } from '@/assessment/assessment.ts';
import { draftDigest } from '@/assessment/digest.ts';
import { type Answered, isWithoutPeople, toRecord } from '@/assessment/to-record.ts';
import { withHistory } from '@/assessment/with-history.ts';
import type { DialogAnswer, DialogView, VerdictView } from '@/components/dialog/dialog-view.ts';
import { outsideOf, viewOf } from '@/components/dialog/view-of.ts';
import type { Answer, ChangedFile, Durable, Ruling } from '@/guard/ports.ts';
import type { IncidentToRecord } from '@/incidents/record.ts';
import type { AssessAsk, DeskAsks } from '@/platform/desk/messages.ts';
import { answer, type Endpoint } from '@/platform/messages/channel.ts';
import type { CodeReading, PolicyInForce } from '@/platform/messages/messages.ts';
import type { Privately } from '@/platform/people-ledger.ts';
import { randomName } from '@/platform/random-name.ts';
import { isPersonalAccount } from '@/policy/destinations.ts';
import type { History } from '@/policy/facts.ts';
import type { Policy } from '@/policy/schema.ts';
import { maskReason } from '@/redaction/mask.ts';
import { type EnteringFiles, keepEntering, withKept } from './entering-files.ts';
import type { Reader } from './reader.ts';
import { showReading } from './show-reading.ts';
import { takeWay } from './take-way.ts';
import type { Wording } from './worker.ts';

/** Assessments kept for asking and recording: more than one page ever has under way. */
const keptAtMost = 32;
/** What begins within so many milliseconds of the end of a wait goes on with it. */
const sameWait = 500;

export interface DeskWorld extends EnteringFiles {
  host: string;
  reader: Reader;
  /** Under which the reader hashes what tells people apart. */
  seed: number;
  policy(): Promise<PolicyInForce>;
  /** Shows a view until an answer comes or the signal aborts; then nothing is shown. */
  present(view: DialogView, signal: AbortSignal): Promise<DialogAnswer>;
  /** What stands in a safe copy in place of a value. */
  wording(kinds: readonly { kind: string }[], withPseudonyms: boolean): Promise<Wording>;
  /** Redraws what is being presented. */
  update(view: DialogView): void;
  /** How many went to the same private places before. Undefined: the background does not say. */
  historyOf(privately: Privately): Promise<History | undefined>;
  /** These people go there now. False: it could not be written down. */
  goes(privately: Privately): Promise<boolean>;
  /** A dialog opens about this. Never rejects. */
  opened(incident: IncidentToRecord): Promise<void>;
  record(incident: IncidentToRecord): Promise<Durable>;
  /** Whether a release code lets the draft with this digest go. */
  released(draft: string, code: string): Promise<CodeReading | 'silent'>;
  conclude(record: string, sent: 'sent' | 'not-sent' | 'unknown'): void;
}

interface Kept {
  assessment: Assessment;
  request: AssessAsk;
  answered?: Answered;
  /** What the answer puts in the place of files. */
  changed?: ChangedFile[];
  digests?: Promise<string[]>;
  /** Settles when the background has heard of the question. */
  kept?: Promise<void>;
}

export function serveDesk(port: Endpoint, world: DeskWorld): void {
  const kept = new Map<string, Kept>();

  let waitFrom = 0;
  let waitOver = 0;
  /** To a person who waits, what follows at once is the same wait. */
  const lookingOn = (isAwaited: boolean, signal: AbortSignal, isFinding: boolean) => {
    const now = performance.now();
    if (isAwaited && now - waitOver > sameWait) waitFrom = now;
    return showReading(isAwaited, signal, world.present, world.update, { isFinding, waited: now - waitFrom });
  };

  const toBeRecorded = async (about: Kept, answered: Answered): Promise<IncidentToRecord> => {
    const { assessment, request } = about;
    about.digests ??= world.reader.digests(request.draft.files);
    const whole = await draftDigest(request.draft, await about.digests);
    return toRecord(assessment, answered, {
      at: Date.now(),
      place: { webmail: request.webmail, host: world.host },
      adapterHealth: request.health,
      digests: await about.digests,
      seed: world.seed,
      ...(whole === undefined ? {} : { draftDigest: whole }),
    });
  };

  /** Nobody goes to a private place, or all who do are in the ledger. */
  const writtenDown = async ({ privately }: Assessment): Promise<boolean> => {
    if (!privately?.leaves) return true;
    return world.goes({ places: privately.places, people: privately.people });
  };

  const judgedWithHistory = async (read: Assessment, policy: Policy): Promise<Assessment> => {
    if (!read.privately) return read;
    const { places, people } = read.privately;
    const history = await world.historyOf({ places, people });
    if (!history) throw new Error('no ledger');
    return withHistory(read, history, policy, Date.now());
  };

  /** Whether the breach contact's code releases exactly this. */
  const codeReading = async (about: Kept, code: string) => {
    about.digests ??= world.reader.digests(about.request.draft.files);
    const whole = await draftDigest(about.request.draft, await about.digests);
    return whole === undefined ? 'other' : world.released(whole, code);
  };

  /** A way on that could not be taken is said, and the question is asked again. */
  const askUntilDone = async (
    known: Kept,
    policy: Policy,
    view: VerdictView,
    signal: AbortSignal,
  ): Promise<DialogAnswer> => {
    const { assessment, request } = known;
    const around = {
      ...world,
      ask: (next: DialogView) => world.present(next, signal),
      reading: () => showReading(true, signal, world.present, world.update),
    };
    let shown = view;
    for (;;) {
      const { releaseCode, ...given } = await world.present(shown, signal);
      if (given.choice === 'sent-with-code') {
        const reading = await codeReading(known, releaseCode ?? '');
        if (reading === 'ok') return given;
        shown = { ...view, codeProblem: reading };
        continue;
      }
      const done = await takeWay({ given, assessment, request, policy }, around).catch(() => undefined);
      if (done) return done;
      if (signal.aborted) return { choice: 'edited', release: false, removeRecipients: [] };
    }
  };

  /** Of private mail nothing is kept. */
  const keep = async (request: AssessAsk, changed: ChangedFile[] = []) => {
    const { policy } = await world.policy();
    if (!isPersonalAccount(request.draft.account, policy, world.host)) await keepEntering(request, changed, world);
  };

  answer<DeskAsks>(port, {
    async assess(asked, signal, progress) {
      const { policy } = await world.policy();
      const request = await withKept(placed(asked, world.host), world);
      const reading = lookingOn(request.foreground, signal, false);
      try {
        const read = await world.reader.assess(request.draft, policy, reading.signal, (step) => {
          reading.at(step);
          progress(step);
        });
        const assessment = await judgedWithHistory(read, policy);
        const { action } = assessment.verdict;
        // It goes at once, and without a record: who went is written down first.
        if (request.foreground && action === 'allow' && !(await writtenDown(assessment))) throw new Error('no ledger');
        if (request.foreground && action === 'allow') await keep(request);
        const id = randomName();
        kept.set(id, { assessment, request });
        for (const old of kept.keys()) if (kept.size > keptAtMost) kept.delete(old);
        return rulingOf(id, assessment, policy);
      } finally {
        reading.end();
      }
    },

    async wait(_, signal): Promise<true> {
      const reading = lookingOn(true, signal, true);
      try {
        await new Promise<void>((resolve, reject) => {
          reading.signal.addEventListener('abort', () => (signal.aborted ? reject(signal.reason) : resolve()));
        });
        return true;
      } finally {
        reading.end();
        waitOver = performance.now();
      }
    },

    async account({ account }) {
      const { policy } = await world.policy();
      return { isPrivate: isPersonalAccount(account, policy, world.host) };
    },

    async ask({ id }, signal): Promise<Answer> {
      const known = kept.get(id);
      if (!known) throw new RangeError('no such assessment');
      const { policy } = await world.policy();
      const view = viewOf(id, known.assessment, known.request.draft, policy);
      if (!view) throw new RangeError('nothing to ask');
      // The dialog does not wait for it: the question stands at once, and is kept a moment later.
      known.kept = toBeRecorded(known, { choice: 'abandoned', release: false, openedForMs: 0 }).then(world.opened);
      const opened = performance.now();
      const { reason, ...given } = await askUntilDone(known, policy, view, signal);
      known.answered = {
        choice: given.choice,
        release: given.release,
        ...(reason ? { reason: { code: reason.code, text: maskReason(reason.text) } } : {}),
        openedForMs: Math.round(performance.now() - opened),
      };
      if (given.files) known.changed = given.files;
      return given;
    },

    async record({ id, answer: given }): Promise<Durable> {
      const known = kept.get(id);
      if (!known) return { stored: false, why: 'store' };
      await known.kept;
      if (given.release && !isWithoutPeople(given.choice) && !(await writtenDown(known.assessment)))
        return { stored: false, why: 'silent' };
      if (given.release) await keep(known.request, known.changed);
      const answered = known.answered ?? { choice: given.choice, release: given.release, openedForMs: 0 };
      return world.record(await toBeRecorded(known, answered));
    },

    conclude({ record, sent }) {
      world.conclude(record, sent);
      return { known: true };
    },
  });
}

/** It is written on, and an upload goes to, the site the browser says this is: a frame without an address of its own knows no other. */
function placed({ draft, ...request }: AssessAsk, host: string): AssessAsk {
  return { ...request, draft: { ...draft, ...(draft.site === undefined ? { host } : { site: host }) } };
}

const unstored = ['silent', 'orphaned', 'store'] as const;

function rulingOf(id: string, { facts, verdict }: Assessment, { failModes }: Policy): Ruling {
  const mayGoUnrecorded = unstored.filter((why) => failModes[why] === 'release');
  return {
    id,
    action: verdict.action,
    enforced: verdict.enforced,
    destination: verdict.destination,
    people: { min: facts.people.min, estimate: facts.people.estimate, max: facts.people.max },
    outside: outsideOf(verdict.recipients).map(({ address }) => address),
    ...(mayGoUnrecorded.length > 0 ? { mayGoUnrecorded } : {}),
  };
}
