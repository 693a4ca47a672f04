// Other people's detectors on the same text, as their documentation says to call them. Each gives its findings in our kinds. They are
// packages of this folder alone, so that nothing is known of their types when the rest of the project is checked.
import { findPhoneNumbersInText } from 'libphonenumber-js/min';
import type { Truth } from './corpus/labelled-text.ts';

export interface Peer {
  name: string;
  /** Kinds it says it finds. */
  kinds: readonly string[];
  /** What it found, or, where it gives only that, the text without the values. */
  find(text: string): Promise<Truth[] | { redacted: string }>;
}

/** A peer that cannot be had here, and the class of the error. */
export interface AbsentPeer {
  name: string;
  error: string;
}

interface OpenRedaction {
  detect(text: string): Promise<{ detections: { type: string; position: [number, number] }[] }>;
}
interface Redactor {
  redact(text: string): string;
}
interface Terms {
  json(options: { offset: true }): { offset: { start: number; length: number } }[];
}
type Compromise = (text: string) => Record<'people' | 'emails' | 'phoneNumbers', () => Terms>;
interface Arcjet {
  detectSensitiveInfo(
    text: string,
    options: { entities: { tag: 'allow'; val: never[] }; skipCustomDetect: boolean },
  ): { denied: { start: number; end: number; identifiedType: { tag: string } }[] };
}

const kindOf = (type: string): string | undefined => {
  if (/EMAIL/.test(type)) return 'email';
  if (/PHONE|MOBILE/.test(type)) return 'phone';
  if (/NINO|NATIONAL_INSURANCE/.test(type)) return 'uk-nino';
  if (/NHS/.test(type)) return 'uk-nhs-number';
  if (/POSTCODE/.test(type)) return 'uk-postcode';
  if (/CREDIT_CARD/.test(type)) return 'payment-card';
  if (/IBAN/.test(type)) return 'iban';
  if (/IP_ADDRESS|IPV/.test(type)) return 'ip-address';
  if (/SSN|SOCIAL_SECURITY/.test(type)) return 'us-ssn';
  return /DATE|DOB/.test(type) ? 'birth-date' : undefined;
};

const load = async (name: string): Promise<Record<string, unknown>> => import(name);

const makers: Record<string, () => Promise<Peer>> = {
  'libphonenumber-js findPhoneNumbersInText': async () => ({
    name: 'libphonenumber-js findPhoneNumbersInText',
    kinds: ['phone'],
    find: async (text) =>
      findPhoneNumbersInText(text, 'GB').map(({ startsAt, endsAt }) => ({
        kind: 'phone',
        start: startsAt,
        end: endsAt,
      })),
  }),
  'openredaction 1.1.5': async () => {
    const { OpenRedaction } = (await load('openredaction')) as { OpenRedaction: new () => OpenRedaction };
    return {
      name: 'openredaction 1.1.5',
      kinds: [
        ...['email', 'phone', 'birth-date', 'uk-nino', 'uk-nhs-number', 'uk-postcode', 'payment-card', 'iban'],
        ...['ip-address', 'us-ssn'],
      ],
      find: async (text) => {
        const { detections } = await new OpenRedaction().detect(text);
        return detections.flatMap(({ type, position: [start, end] }) => {
          const kind = kindOf(type);
          return kind ? [{ kind, start, end }] : [];
        });
      },
    };
  },
  '@redactpii/node 1.0.17': async () => {
    const { Redactor } = (await load('@redactpii/node')) as { Redactor: new () => Redactor };
    return {
      name: '@redactpii/node 1.0.17',
      kinds: ['email', 'phone', 'payment-card', 'us-ssn'],
      find: async (text) => ({ redacted: new Redactor().redact(text) }),
    };
  },
  'redact-pii 3.4.0': async () => {
    const { SyncRedactor } = (await load('redact-pii')) as { SyncRedactor: new () => Redactor };
    return {
      name: 'redact-pii 3.4.0',
      kinds: ['email', 'phone', 'payment-card', 'ip-address', 'us-ssn'],
      find: async (text) => ({ redacted: new SyncRedactor().redact(text) }),
    };
  },
  'compromise 14.17.0': async () => {
    const nlp = (await load('compromise')).default as Compromise;
    return {
      name: 'compromise 14.17.0',
      kinds: ['email', 'phone'],
      find: async (text) => {
        const document = nlp(text);
        const spans = (kind: string, terms: Terms): Truth[] =>
          terms
            .json({ offset: true })
            .map(({ offset }) => ({ kind, start: offset.start, end: offset.start + offset.length }));
        return [...spans('email', document.emails()), ...spans('phone', document.phoneNumbers())];
      },
    };
  },
  '@arcjet/analyze-wasm 1.13.0': async () => {
    const { initializeWasm } = (await load('@arcjet/analyze-wasm')) as {
      initializeWasm(imports: object): Promise<Arcjet | undefined>;
    };
    const unknown = () => 'unknown';
    const arcjet = await initializeWasm({
      'arcjet:js-req/bot-identifier': { detect: () => [] },
      'arcjet:js-req/email-validator-overrides': {
        isFreeEmail: unknown,
        isDisposableEmail: unknown,
        hasMxRecords: unknown,
        hasGravatar: unknown,
      },
      'arcjet:js-req/filter-overrides': { ipLookup: () => undefined },
      'arcjet:js-req/sensitive-information-identifier': { detect: (tokens: string[]) => tokens.map(() => undefined) },
      'arcjet:js-req/verify-bot': { verify: () => 'unverifiable' },
    });
    if (!arcjet) throw new Error('it does not start');
    return {
      name: '@arcjet/analyze-wasm 1.13.0',
      kinds: ['email', 'phone', 'payment-card', 'ip-address'],
      find: async (text) => {
        const { denied } = arcjet.detectSensitiveInfo(text, {
          entities: { tag: 'allow', val: [] },
          skipCustomDetect: true,
        });
        const unitOf = unitsOfBytes(text);
        const kinds: Record<string, string> = { 'phone-number': 'phone', 'credit-card-number': 'payment-card' };
        return denied.map(({ start, end, identifiedType: { tag } }) => ({
          kind: kinds[tag] ?? tag,
          start: unitOf(start),
          end: unitOf(end),
        }));
      },
    };
  },
};

/** Offsets of UTF-8 bytes as offsets of UTF-16 units. */
function unitsOfBytes(text: string): (byte: number) => number {
  const units: number[] = [];
  let at = 0;
  for (const character of text) {
    const bytes = Buffer.byteLength(character);
    for (let byte = 0; byte < bytes; byte++) units.push(at);
    at += character.length;
  }
  return (byte) => units[byte] ?? at;
}

/** Every peer that runs here, and those that do not. */
export async function loadPeers(): Promise<{ peers: Peer[]; absent: AbsentPeer[] }> {
  const peers: Peer[] = [];
  const absent: AbsentPeer[] = [];
  for (const [name, make] of Object.entries(makers))
    try {
      const peer = await make();
      await peer.find('Write to jane.doe@example.com or call 07700 900123.');
      peers.push(peer);
    } catch (error) {
      absent.push({ name, error: (error as { code?: string }).code ?? (error as Error).name });
    }
  return { peers, absent };
}
