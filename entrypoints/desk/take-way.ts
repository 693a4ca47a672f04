// Carries out the way on that a person chose: makes the safe copies, shows the text without the people.
import type { Assessment } from '@/assessment/assessment.ts';
import type { DialogAnswer, DialogView } from '@/components/dialog/dialog-view.ts';
import { filesInTheWay, filesWithPeople } from '@/components/dialog/ways-on.ts';
import { keyOf } from '@/components/words.ts';
import type { AssessAsk } from '@/platform/desk/messages.ts';
import type { Policy } from '@/policy/schema.ts';
import type { Reader } from './reader.ts';
import type { Wording } from './worker.ts';

interface Wanted {
  given: DialogAnswer;
  assessment: Assessment;
  request: AssessAsk;
  policy: Policy;
}

interface Around {
  reader: Reader;
  /** Shows that a person waits; its signal aborts when they cancel. */
  reading(): { signal: AbortSignal; end(): void };
  wording(kinds: readonly { kind: string }[], withPseudonyms: boolean): Promise<Wording>;
  ask(view: DialogView): Promise<DialogAnswer>;
}

/** The answer as it goes to the page. `undefined`: it could not be done, which was said, or was thought better of. */
export async function takeWay(wanted: Wanted, around: Around): Promise<DialogAnswer | undefined> {
  const { given, assessment, request } = wanted;
  switch (given.choice) {
    case 'safe-copy':
    case 'counted-copy':
    case 'pseudonymised-copy':
      return withCopies(wanted, around);
    case 'removed-people':
      return withoutPeople(wanted, around);
    case 'removed-files':
      return { ...given, files: filesInTheWay(assessment, request.draft).map(({ id, name }) => ({ id, name })) };
    default:
      return given;
  }
}

async function withCopies({ given, assessment, request }: Wanted, around: Around): Promise<DialogAnswer | undefined> {
  const files = filesWithPeople(assessment, request.draft);
  const { signal, end } = around.reading();
  try {
    const wording = await around.wording(assessment.facts.kinds, given.choice === 'pseudonymised-copy');
    const way = given.choice === 'counted-copy' ? 'count' : 'remove';
    const copies = await around.reader.safeCopies(files, way, wording, signal);
    end();
    const failed = copies.find((copy) => 'why' in copy);
    if (failed) return say(around, keyOf('dialog_no_safe_copy', failed.why), [failed.name]);
    return { ...given, files: files.map(({ id }, index) => ({ id, ...copies[index]! })) };
  } finally {
    end();
  }
}

async function withoutPeople(
  { given, assessment, request, policy }: Wanted,
  around: Around,
): Promise<DialogAnswer | undefined> {
  const { signal, end } = around.reading();
  try {
    const wording = await around.wording(assessment.facts.kinds, false);
    const made = await around.reader.safeText(request.draft, policy, wording, signal);
    end();
    if ('why' in made) return say(around, keyOf('dialog_no_safe_text', made.why), []);
    const { subject, body, shown, changed } = made;
    const isChanged = subject !== request.draft.subject;
    const { choice } = await around.ask({ state: 'preview', subject: isChanged ? subject : '', text: shown, changed });
    return choice === 'removed-people' ? { ...given, text: { subject, body } } : undefined;
  } finally {
    end();
  }
}

async function say({ ask }: Around, key: string, substitutions: string[]): Promise<undefined> {
  await ask({ state: 'notice', key, substitutions });
}
