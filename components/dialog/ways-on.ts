// Which ways a message, or files on their way in, can go without the people in them. Offered is only what can be done.
import type { Assessment, DraftToAssess, FileToRead } from '@/assessment/assessment.ts';
import type { Trigger } from '@/policy/facts.ts';
import type { Policy } from '@/policy/schema.ts';

export type WayOn = 'remove-people' | 'safe-copy' | 'counts' | 'pseudonyms' | 'remove-files';

type Judged = Pick<Assessment, 'facts' | 'parts'>;

/** What `redaction/safe-copy.ts` can rewrite. */
const rewritable = new Set(['text', 'csv', 'tsv', 'xlsx', 'ods']);
/** What is nothing but tables, and can be counted. */
const tabular = new Set(['csv', 'tsv', 'xlsx', 'ods']);

export function waysOn(judged: Judged, draft: DraftToAssess, policy: Policy): WayOn[] {
  const { people } = judged.facts;
  const isArrival = arrives(draft.trigger);
  const isText = !isArrival && people.max > 0 && (holds(judged, 'message') || holds(judged, 'subject'));
  const ways: WayOn[] = isText && draft.changeable?.text ? ['remove-people'] : [];
  if (!isArrival && !draft.changeable?.files) return ways;
  if (hasSafeCopy(judged, draft, rewritable)) {
    ways.push('safe-copy');
    if (hasSafeCopy(judged, draft, tabular)) ways.push('counts');
    return policy.safeCopy.pseudonyms ? [...ways, 'pseudonyms'] : ways;
  }
  return !isArrival && filesInTheWay(judged, draft).length > 0 ? [...ways, 'remove-files'] : ways;
}

/** Files with people in them that lie in a draft where they cannot be replaced. */
export function filesStay(judged: Judged, draft: DraftToAssess): boolean {
  return !arrives(draft.trigger) && !draft.changeable?.files && filesWithPeople(judged, draft).length > 0;
}

export function filesWithPeople(judged: Judged, { files }: DraftToAssess): FileToRead[] {
  return judged.facts.people.max === 0 ? [] : files.filter(({ name }) => holds(judged, name));
}

/** Those with people in them, and those that could not be read. */
export function filesInTheWay(judged: Judged, draft: DraftToAssess): FileToRead[] {
  const withPeople = new Set(filesWithPeople(judged, draft));
  return draft.files.filter((file, index) => withPeople.has(file) || judged.facts.files[index]?.unreadable);
}

function hasSafeCopy(judged: Judged, draft: DraftToAssess, types: ReadonlySet<string>): boolean {
  const withPeople = new Set(filesWithPeople(judged, draft));
  const isArrival = arrives(draft.trigger);
  return (
    withPeople.size > 0 &&
    draft.files.every((file, index) => {
      const { type, readable, unreadable } = judged.facts.files[index]!;
      const isRead = readable && !unreadable;
      // What lies in a draft is judged again when the copies are in it; what arrives is not.
      return withPeople.has(file) ? isRead && types.has(type) : isRead || !isArrival;
    })
  );
}

function arrives(trigger: Trigger): boolean {
  return trigger === 'attach' || trigger === 'drop' || trigger === 'paste' || trigger === 'upload';
}

/** A part, or anything inside it, in which something was found. */
function holds({ parts }: Judged, name: string): boolean {
  return parts.some((part) => part.kinds.length > 0 && (part.name === name || part.name.startsWith(`${name}/`)));
}
