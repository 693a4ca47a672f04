// Whether an address elsewhere looks like the sender's own. Found by hand from how people name private mailboxes after
// themselves: `john.smith@firm` → `jsmith84@`, `smithj@`, `john_smith@`. Why so, and what it must not take for own: docs/adr/0022.
import { commonFirstNames } from './first-names.ts';

/** Words people put around their name in an address. */
const around = new Set(
  'uk gb ie home personal private work office me my mail email backup real the its iam mr mrs ms miss dr new old'.split(
    ' ',
  ),
);

/** What mailboxes are called that belong to a desk and not to a person: the same at every firm. */
const roles = new Set(
  (
    'account accounts admin administration appointments billing bookings business care careers client clients compliance contact ' +
    'customer customers data desk director dpo enquiries enquiry events facilities feedback finance front general head help hello hr ' +
    'human info information inquiries invoices it jobs legal mailbox management manager marketing media news newsletter noreply office ' +
    'operations orders payments payroll post postmaster press privacy protection purchase purchasing recruitment reception ' +
    'reservations resources returns sales secretary security service services staff store support team tech technical training ' +
    'treasurer volunteers webmaster welcome'
  ).split(' '),
);

/** What a sender's address says of their name. */
interface Names {
  /** Two or more name parts, `john` and `smith`; one where nothing parts them. */
  parts: string[];
  /** All letters in one, `johnsmith`. */
  whole: string;
}

/** `place` tells how much likeness is asked for: a personal provider is where own addresses are; elsewhere namesakes are. */
export function looksLikeOwn(
  sender: { local: string; domain: string },
  recipient: { local: string; domain: string; name?: string | undefined },
  place: 'personal' | 'elsewhere',
): boolean {
  const firm = letters(sender.domain.slice(0, sender.domain.indexOf('.')));
  const names = namesOf(sender.local, firm);
  const theirs = namesOf(recipient.local, firm);
  if (names.whole.length < 4 || names.parts.every((part) => roles.has(part))) return false;
  const [first, last] = [names.parts[0]!, names.parts.at(-1)!];
  if (names.parts.length === 1) return isSameSingle(names.whole, theirs, place);
  if (first.length > 1 && last.length > 1) {
    if (theirs.whole === names.whole || hasBoth(first, last, theirs)) return true;
    if (recipient.domain.split('.').some((label) => [first + last, last + first].includes(letters(label)))) return true;
    if (place === 'personal' && hasBoth(first, last, namesOf((recipient.name ?? '').replaceAll(/[\s,]+/g, '.'), firm)))
      return true;
  }
  return place === 'personal' && hasInitialAndName(names.parts, theirs);
}

/** Both names in full: apart, together in either order, or with one initial between. */
function hasBoth(first: string, last: string, theirs: Names): boolean {
  if (theirs.parts.includes(first) && theirs.parts.includes(last) && first !== last) return true;
  return theirs.parts.some((part) => isJoined(part, first, last) || isJoined(part, last, first));
}

function isJoined(part: string, before: string, after: string): boolean {
  return (
    part.startsWith(before) &&
    part.endsWith(after) &&
    part.length - before.length - after.length <= 1 &&
    part.length >= before.length + after.length
  );
}

/** `jsmith`, `smithj`, `j.smith`, `amjones` for `ann-marie.jones`; for `j.smith` also `john.smith`. Too short is coincidence. */
function hasInitialAndName(parts: readonly string[], theirs: Names): boolean {
  const ordered = parts.at(-1)!.length === 1 ? [...parts].reverse() : parts;
  const name = ordered.at(-1)!;
  const given = ordered.slice(0, -1);
  if (name.length < 4 || (parts.at(-1)!.length === 1 && commonFirstNames.has(name))) return false;
  const [initial, initials] = [given[0]![0]!, given.map((part) => part[0]).join('')];
  if ([initial + name, name + initial, initials + name].includes(theirs.whole)) return true;
  const isInitialOnly = given[0]!.length === 1;
  return (
    isInitialOnly &&
    theirs.parts.length === 2 &&
    theirs.parts.includes(name) &&
    theirs.parts.some((part) => part !== name && part.startsWith(initial))
  );
}

/** A sender in one piece, `jsmith` or `johnsmith`: the same again, or its initial and name taken apart. */
function isSameSingle(single: string, theirs: Names, place: 'personal' | 'elsewhere'): boolean {
  if (single.length < 5 || commonFirstNames.has(single)) return false;
  if (theirs.whole === single) return place === 'personal' || single.length >= 8;
  if (theirs.parts.length !== 2 || place === 'elsewhere') return false;
  return theirs.parts.some((part, index) => {
    const other = theirs.parts[1 - index]!;
    return part.length >= 4 && [other[0]! + part, part + other[0]!].includes(single);
  });
}

/** Name parts of a local part: lower case, accents off, tags, digits and words around a name taken away. */
function namesOf(local: string, firm: string): Names {
  const split = local
    .replace(/\+.*$/, '')
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{M}]+/u)
    .map(letters)
    .filter((part) => part !== '');
  const telling = split.filter((part) => !around.has(part) && part !== firm);
  const parts = telling.length > 0 ? telling : split;
  return { parts: parts.length > 0 ? parts : [''], whole: parts.join('') };
}

function letters(written: string): string {
  return written
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');
}
