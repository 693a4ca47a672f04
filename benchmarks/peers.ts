// Other people's detectors on the same text, as their documentation says to call them. Each gives its findings in our kinds.
import { OpenRedaction } from '@openredaction/core';
import { Redactor } from '@redactpii/node';
import { findPhoneNumbersInText } from 'libphonenumber-js/min';
import type { Truth } from './corpus/labelled-text.ts';

export interface Peer {
  name: string;
  /** Kinds it says it finds. */
  kinds: string[];
  find(text: string): Promise<Truth[] | { redacted: string }>;
}

const kindOf = (type: string): string | undefined => {
  if (/EMAIL/.test(type)) return 'email';
  if (/PHONE|MOBILE/.test(type)) return 'phone';
  if (/NINO|NATIONAL_INSURANCE/.test(type)) return 'uk-nino';
  if (/NHS/.test(type)) return 'uk-nhs-number';
  if (/POSTCODE/.test(type)) return 'uk-postcode';
  if (/CREDIT_CARD/.test(type)) return 'payment-card';
  if (/IBAN/.test(type)) return 'iban';
  return /DATE|DOB/.test(type) ? 'birth-date' : undefined;
};

export const peers: Peer[] = [
  {
    name: 'libphonenumber-js findPhoneNumbersInText',
    kinds: ['phone'],
    find: async (text) =>
      findPhoneNumbersInText(text, 'GB').map(({ startsAt, endsAt }) => ({
        kind: 'phone',
        start: startsAt,
        end: endsAt,
      })),
  },
  {
    name: 'openredaction 1.1.5',
    kinds: ['email', 'phone', 'birth-date', 'uk-nino', 'uk-nhs-number', 'uk-postcode', 'payment-card', 'iban'],
    find: async (text) => {
      const { detections } = await new OpenRedaction().detect(text);
      return detections.flatMap(({ type, position: [start, end] }) => {
        const kind = kindOf(type);
        return kind ? [{ kind, start, end }] : [];
      });
    },
  },
  {
    name: '@redactpii/node 1.0.17',
    kinds: ['email', 'phone', 'payment-card'],
    find: async (text) => ({ redacted: new Redactor().redact(text) }),
  },
];
