// Takes the people out of a short text that a person typed, such as the reason for sending, before it is stored.

interface Span {
  /** What stands there instead, in square brackets. */
  kind: string;
  start: number;
  end: number;
}

/** Puts `[kind]` in place of every span (half-open, UTF-16). Overlapping spans become one, named after the first. */
export function maskText(text: string, spans: readonly Span[]): string {
  let masked = '';
  let end = 0;
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (span.start >= end) masked += `${text.slice(end, span.start)}[${span.kind}]`;
    end = Math.max(end, span.end);
  }
  return masked + text.slice(end);
}

/**
 * A reason as it may be stored. Taken out: every word with an `@`; web addresses; five or more digits, also with spaces or
 * punctuation between them (numbers, dates); words of letters and digits, and what is written beside them like a postcode; capitalised
 * words, at the start of a sentence too unless they are in the list below.
 *
 * What remains: words in lower case (and so a name typed without capitals), the listed words, numbers of up to four digits,
 * letters of scripts that have no capitals, numbers and addresses spelled out in words.
 */
export function maskReason(reason: string): string {
  const text = reason.normalize('NFKC').replace(/\p{Cf}/gu, '');
  const spans = patterns.flatMap(([kind, pattern]) => spansOf(kind, text, pattern));
  return maskText(text, [...spans, ...codes(text), ...namesIn(text)]);
}

const patterns: readonly [kind: string, pattern: RegExp][] = [
  ['address', /[^\s@]{0,320}@[^\s@]{0,320}/gu],
  [
    'link',
    /\b(?:https?:\/\/\S{1,2000}|[\p{L}\p{Nd}-]{1,63}(?:\.[\p{L}\p{Nd}-]{1,63}){0,8}\.\p{L}{2,24}(?:\/\S{0,2000})?)/giu,
  ],
  ['number', /\p{Nd}(?:[^\p{L}\p{Nd}]{0,3}\p{Nd}){4,}/gu],
  // "AB 12 34 56 C"
  ['code', /(?<![\p{L}\p{Nd}])\p{Lu}{2}(?:[ -]?\p{Nd}{2}){3}[ -]?(?:\p{Lu}(?![\p{L}\p{Nd}]))?/gu],
];

function spansOf(kind: string, text: string, pattern: RegExp): Span[] {
  return Array.from(text.matchAll(pattern), ({ index, 0: found }) => ({
    kind,
    start: index,
    end: index + found.trimEnd().length,
  }));
}

/** Words of letters and digits ("C204001"); several in a row are one ("SW1A 1AA"). */
function codes(text: string): Span[] {
  const found: Span[] = [];
  for (const { index, 0: word } of text.matchAll(/[\p{L}\p{Nd}]+/gu)) {
    if (!/\p{Nd}/u.test(word) || !/\p{L}/u.test(word)) continue;
    const before = found.at(-1);
    if (before && index - before.end === 1) before.end = index + word.length;
    else found.push({ kind: 'code', start: index, end: index + word.length });
  }
  return found;
}

/** Capitalised words in a row are one name, with the initials and small words inside it ("J. van der Berg"). */
export function namesIn(text: string): Span[] {
  const capitalised = /\p{Lu}[\p{L}\p{M}'’.-]{0,60}/gu;
  const found: Span[] = [];
  for (const { index, 0: word } of text.matchAll(capitalised)) {
    if (index > 0 && /[\p{L}\p{Nd}]/u.test(text[index - 1]!)) continue;
    const bare = word.replace(/[.'’-]+$/u, '').replace(/['’]s$/u, '');
    if (kept.has(bare.toLowerCase()) && (bare.length === 1 || bare !== bare.toUpperCase() || acronyms.has(bare)))
      continue;
    const span = { kind: 'name', start: index, end: index + bare.length };
    const before = found.at(-1);
    if (
      before &&
      /^[\s.,'’-]*(?:(?:van|von|de|der|den|di|da|la|le|bin|al|el|und|y)\s+)*$/u.test(text.slice(before.end, span.start))
    )
      before.end = span.end;
    else found.push(span);
  }
  return found;
}

const acronyms = new Set([
  'HMRC',
  'NHS',
  'DPO',
  'ICO',
  'GDPR',
  'SAR',
  'DSAR',
  'UK',
  'EU',
  'HR',
  'IT',
  'VAT',
  'PAYE',
  'DBS',
  'FCA',
  'GP',
  'PDF',
  'CSV',
  'OK',
]);

const kept = new Set([
  ...Array.from(acronyms, (word) => word.toLowerCase()),
  ...(
    'a i an the this that these those it its my our their his her your we he she they you who what which when where why how there here ' +
    'and or but so because since as if for from to in on at by with without of not no yes only also please ' +
    'is are was were has have had will would can could may must should do did does be been am ' +
    'asked agreed approved needed need needs requested request required sent sending send sharing shared share forwarding forwarded ' +
    'client clients customer customers patient patients employee employees person people member members auditor audit payroll ' +
    'police court solicitor regulator insurer bank school hospital council surgery manager director colleague supplier partner ' +
    'monthly weekly yearly quarterly urgent test testing reply replying response report copy list file data meeting contract invoice order ' +
    'safeguarding referral disclosure subject access portability correction complaint ' +
    'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november ' +
    'december today tomorrow yesterday dear hello hi thanks regards'
  ).split(' '),
]);
