// What a value of the policy must look like: texts, domains, addresses, counts, keys. The building blocks of schema.ts.
import * as v from 'valibot';
import { asciiDomain, isPublicSuffix } from './domain.ts';
import { type Destination, destinations } from './facts.ts';
import { actions } from './verdict.ts';

export const text = (most: number) =>
  v.pipe(v.string(), v.trim(), v.maxLength(most, `is longer than ${most} characters`));
/** Marks a text that may have several lines. */
export const prose = v.metadata<string, { isProse: true }>({ isProse: true });
export const filled = (most: number) => v.pipe(text(most), v.minLength(1, 'is empty'));

/** A domain name in lower-case ASCII; `@firm.example` and `*.firm.example` are read as `firm.example`. */
export const domain = v.pipe(
  v.string(),
  v.trim(),
  v.transform((written) => asciiDomain(written.replace(/^(?:\*\.|@|\.)/, '')) ?? ''),
  v.check((ascii) => ascii !== '', 'is no domain name such as firm.example'),
  v.check((ascii) => !isPublicSuffix(ascii), 'is a suffix many organisations share, not the domain of one'),
);

const address = /^[^\s@<>,;]{1,64}@[^\s@<>,;]{1,255}$/;

/** Empty where nobody is named yet. */
export const mailAddress = v.pipe(
  text(320),
  v.check((written) => written === '' || address.test(written), 'is no e-mail address such as privacy@firm.example'),
);

/** One mailbox, or everybody at a domain; lower case. */
export const addressOrDomain = v.pipe(
  text(320),
  v.transform((written) => (address.test(written) ? written.toLowerCase() : (asciiDomain(written) ?? ''))),
  v.check((read) => read !== '', 'is neither an e-mail address nor a domain'),
  v.check((read) => read.includes('@') || !isPublicSuffix(read), 'is a suffix many organisations share'),
);

const people = v.pipe(
  v.number(),
  v.integer('is no whole number'),
  v.minValue(1, 'is below 1; leave the level out to never reach it'),
  v.maxValue(1_000_000_000, 'is above 1,000,000,000'),
);

export const days = v.pipe(
  v.number(),
  v.integer('is no whole number of days'),
  v.minValue(1, 'is below 1 day'),
  v.maxValue(3650, 'is above 3,650 days'),
);

export const hours = v.pipe(
  v.number(),
  v.integer('is no whole number of hours'),
  v.minValue(1, 'is below 1 hour'),
  v.maxValue(720, 'is above 720 hours'),
);

export const action = v.picklist(actions);

/** Plain http is fine on the machine itself, where browsers too call it trustworthy: https://w3c.github.io/webappsec-secure-contexts/ */
function isSafeAddress(written: string): boolean {
  try {
    const url = new URL(written);
    if (url.username !== '' || url.password !== '') return false;
    return url.protocol === 'https:' || (url.protocol === 'http:' && /^(?:localhost|127\.0\.0\.1)$/.test(url.hostname));
  } catch {
    return false;
  }
}

export const safeAddress = v.pipe(
  text(2000),
  v.check(isSafeAddress, 'is no https address such as https://dpo.firm.example/incidents'),
);

function isDate(written: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(written) ? Date.parse(written) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(written);
}

export const date = v.pipe(v.string(), v.trim(), v.check(isDate, 'is no date such as 2027-03-31'));

/** 32 bytes, as public keys of X25519 and Ed25519 are, in base64 or base64url: https://www.rfc-editor.org/rfc/rfc7748 */
export const publicKey = v.pipe(
  text(60),
  v.regex(/^[A-Za-z0-9+/_-]{43}=?$/, 'is no public key: 32 bytes in base64, 43 or 44 characters'),
);

/** 32 random bytes in base64 or base64url. */
export const secretKey = v.pipe(
  text(60),
  v.regex(/^[A-Za-z0-9+/_-]{43}=?$/, 'is no key: 32 bytes in base64, 43 or 44 characters'),
);

/** Two letters, ISO 3166-1: https://www.iso.org/iso-3166-country-codes.html */
export const country = v.pipe(
  v.string(),
  v.trim(),
  v.toUpperCase(),
  v.regex(/^[A-Z]{2}$/, 'is no country code of two letters such as GB'),
);

/** Id of a kind or a category of personal data, a file type or an extension. */
export const word = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.transform((written) => written.replace(/^\./, '')),
  v.regex(/^[a-z0-9-]{1,60}$/, 'is no word of letters, digits and dashes'),
);

/** From how many people each action applies. A level left out is never reached. */
export const levels = v.strictObject({
  warn: v.exactOptional(
    v.pipe(people, v.description('From this many people: show what was found; the person may go on.')),
  ),
  justify: v.exactOptional(v.pipe(people, v.description('From this many people: ask for a reason first.'))),
  block: v.exactOptional(v.pipe(people, v.description('From this many people: do not let it go.'))),
});
export type Levels = v.InferOutput<typeof levels>;

export const byDestination = <Each extends v.GenericSchema>(each: Each) =>
  v.strictObject(
    Object.fromEntries(destinations.map((destination) => [destination, each])) as Record<Destination, Each>,
  );

/** Lists of these may be written as one text with commas or blanks between. */
export const isOneWord = (schema: v.GenericSchema): boolean =>
  schema.type === 'picklist' || ([domain, addressOrDomain, country, word] as v.GenericSchema[]).includes(schema);
