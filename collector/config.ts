// What an instance is told at its start, by its environment: docs/collector.md lists every name. Secrets come from nowhere else.
import * as v from 'valibot';
import { isPostgres } from './database.ts';

const text = v.pipe(v.string(), v.trim());
const address = v.pipe(text, v.regex(/^[^\s@<>,;]{1,64}@[^\s@<>,;]{1,255}$/, 'is no e-mail address'));
const webAddress = v.pipe(
  text,
  v.check((written) => URL.canParse(written) && /^https?:$/.test(new URL(written).protocol), 'is no web address'),
);
/** Plain http is for a provider on this very machine. */
function isSafe(written: string): boolean {
  const { protocol, hostname } = new URL(written);
  return protocol === 'https:' || hostname === 'localhost' || hostname === '127.0.0.1';
}
const key = (problem: string) =>
  v.pipe(
    text,
    v.regex(/^[A-Za-z0-9+/_-]{43}=?$/, problem),
    v.transform((written) => written.replace('=', '').replaceAll('+', '-').replaceAll('/', '_')),
  );
const number = (least: number, most: number) =>
  v.pipe(
    text,
    v.regex(/^\d{1,6}$/, 'is no whole number'),
    v.transform(Number),
    v.minValue(least, `is below ${least}`),
    v.maxValue(most, `is above ${most}`),
  );
const optional = v.exactOptional;

const environment = v.object({
  GATEHOUSE_URL: optional(webAddress, 'http://localhost:8484'),
  GATEHOUSE_HOST: optional(text, '127.0.0.1'),
  GATEHOUSE_PORT: optional(number(0, 65_535), '8484'),
  DATABASE_URL: optional(text, 'gatehouse.db'),
  GATEHOUSE_FIRM: optional(v.pipe(text, v.maxLength(200)), ''),
  GATEHOUSE_LANGUAGE: optional(v.picklist(['en', 'de', 'fr'], 'is none of en, de, fr'), 'en'),
  GATEHOUSE_CONTACT: optional(address),
  GATEHOUSE_SMTP_URL: optional(v.pipe(text, v.regex(/^smtps?:\/\//, 'is no address such as smtp://mail.firm.example'))),
  GATEHOUSE_MAIL_FROM: optional(address),
  GATEHOUSE_DIGEST_HOUR: optional(number(0, 23), '7'),
  GATEHOUSE_RETENTION_DAYS: optional(number(1, 3650), '730'),
  GATEHOUSE_SILENCE_DAYS: optional(number(1, 365), '7'),
  GATEHOUSE_FORWARD_URL: optional(webAddress),
  GATEHOUSE_FORWARD_TOKEN: optional(text),
  GATEHOUSE_SEAL_TO: optional(key('is no public key: 32 bytes in base64')),
  GATEHOUSE_SIGNING_KEY: optional(key('is no key: 32 random bytes in base64')),
  GATEHOUSE_OIDC_ISSUER: optional(v.pipe(webAddress, v.check(isSafe, 'is not https'))),
  GATEHOUSE_OIDC_CLIENT: optional(v.pipe(text, v.maxLength(400))),
  GATEHOUSE_OIDC_SECRET: optional(v.pipe(text, v.maxLength(400))),
  GATEHOUSE_OIDC_ADDRESSES: optional(v.picklist(['verified', 'own'], 'is neither verified nor own'), 'verified'),
  GATEHOUSE_TRUSTED_PROXY: optional(v.picklist(['yes', 'no'], 'is neither yes nor no'), 'no'),
});

export interface Config {
  /** Where people and browsers reach the collector, without a slash at the end. */
  url: string;
  host: string;
  port: number;
  database: string;
  firm: string;
  language: 'en' | 'de' | 'fr';
  mail?: { smtp: string; from: string; to: string; digestHour: number };
  retentionDays: number;
  silenceDays: number;
  forward?: { url: string; token?: string };
  /** The firm's sign-in, by OpenID Connect. */
  oidc?: {
    issuer: string;
    clientId: string;
    secret: string;
    /** True: every address the provider gives is the firm's own, though it does not say that it has verified it. */
    ownsAddresses: boolean;
  };
  /** What the collector signs with, base64url. Without one it is in a file beside the SQLite file. */
  signingKey?: string;
  /** The public key details must be sealed to, base64url. */
  sealTo?: string;
  /** True: the last address in `X-Forwarded-For` is the sender's, as our own proxy wrote it. */
  isBehindProxy: boolean;
}

/** `problems`: one line for each setting that cannot be used, with its name and without its value. */
export function readConfig(given: Record<string, string | undefined>): { config: Config } | { problems: string[] } {
  const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== ''));
  const read = v.safeParse(environment, filled);
  if (!read.success)
    return { problems: read.issues.map((issue) => `${v.getDotPath(issue) ?? 'a setting'} ${issue.message}`) };
  const all = read.output;
  const mail = [all.GATEHOUSE_SMTP_URL, all.GATEHOUSE_MAIL_FROM, all.GATEHOUSE_CONTACT];
  const oidc = [all.GATEHOUSE_OIDC_ISSUER, all.GATEHOUSE_OIDC_CLIENT, all.GATEHOUSE_OIDC_SECRET];
  const problems = [
    ...halfSet(mail, 'GATEHOUSE_SMTP_URL, GATEHOUSE_MAIL_FROM and GATEHOUSE_CONTACT'),
    ...(isPostgres(all.DATABASE_URL) && all.GATEHOUSE_SIGNING_KEY === undefined
      ? ['GATEHOUSE_SIGNING_KEY is needed with PostgreSQL, the same for every instance: openssl rand -base64 32']
      : []),
    ...halfSet(oidc, 'GATEHOUSE_OIDC_ISSUER, GATEHOUSE_OIDC_CLIENT and GATEHOUSE_OIDC_SECRET'),
  ];
  if (problems.length > 0) return { problems };
  const [smtp, from, to] = mail;
  const [issuer, clientId, secret] = oidc;
  const config: Config = {
    url: new URL(all.GATEHOUSE_URL).origin,
    host: all.GATEHOUSE_HOST,
    port: all.GATEHOUSE_PORT,
    database: all.DATABASE_URL,
    firm: all.GATEHOUSE_FIRM,
    language: all.GATEHOUSE_LANGUAGE,
    ...(smtp && from && to && { mail: { smtp, from, to, digestHour: all.GATEHOUSE_DIGEST_HOUR } }),
    retentionDays: all.GATEHOUSE_RETENTION_DAYS,
    silenceDays: all.GATEHOUSE_SILENCE_DAYS,
    ...(all.GATEHOUSE_FORWARD_URL && {
      forward: {
        url: all.GATEHOUSE_FORWARD_URL,
        ...(all.GATEHOUSE_FORWARD_TOKEN && { token: all.GATEHOUSE_FORWARD_TOKEN }),
      },
    }),
    ...(issuer &&
      clientId &&
      secret && { oidc: { issuer, clientId, secret, ownsAddresses: all.GATEHOUSE_OIDC_ADDRESSES === 'own' } }),
    ...(all.GATEHOUSE_SIGNING_KEY && { signingKey: all.GATEHOUSE_SIGNING_KEY }),
    ...(all.GATEHOUSE_SEAL_TO && { sealTo: all.GATEHOUSE_SEAL_TO }),
    isBehindProxy: all.GATEHOUSE_TRUSTED_PROXY === 'yes',
  };
  return { config };
}

function halfSet(values: readonly unknown[], names: string): string[] {
  const set = values.filter((value) => value !== undefined).length;
  return set === 0 || set === values.length ? [] : [`${names} go together: set all of them or none`];
}
