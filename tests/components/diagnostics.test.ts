import { expect, it } from 'vitest';
import { diagnostics } from '@/components/status/diagnostics.ts';
import { strictDefault } from '@/policy/default.ts';

const known = {
  extensionVersion: '0.1.0',
  browser: 'Chrome/156',
  policy: {
    policy: {
      ...strictDefault,
      version: '2026-11',
      actor: 'CANARY-actor',
      reporting: { url: 'https://CANARY.example/in' },
      breachContact: { name: 'CANARY-name', email: 'canary@firm.example', phone: '01632 960001' },
      exemptRecipients: [{ recipient: 'canary@union.example', as: 'union' as const }],
    },
    source: 'managed' as const,
    hash: 'f'.repeat(64),
    problems: [{ key: 'retentionDays', problem: '"CANARY" is no number.' }],
    settled: true,
  },
  page: {
    webmail: 'roundcube',
    composes: 1,
    health: 'well' as const,
    missing: ['send' as const],
    network: false,
    last: { action: 'block' as const, people: 957, destination: 'own' as const },
  },
  delivery: {
    to: 'address' as const,
    host: 'canary.example',
    waiting: 3,
    cases: 3,
    untold: [1, 2, 3],
    failingSince: 1_800_000_000_000,
    lastFailure: { at: 1_800_000_000_000, key: 'delivery_failed_http', detail: '503' },
  },
};

it('says how the installation is', () => {
  const health = {
    gate: false,
    privateWindows: true,
    webmails: [{ webmail: 'gmail', health: 'degraded' as const, missing: ['send' as const] }],
    scan: { count: 3, p50: 4, p95: 90 },
  };
  expect(JSON.parse(diagnostics({ ...known, health }))).toMatchObject({ health });
});

it('says what IT needs to know', () => {
  expect(JSON.parse(diagnostics(known))).toMatchObject({
    gatehouse: '0.1.0',
    policy: { version: '2026-11', source: 'managed', problems: ['retentionDays'] },
    page: { webmail: 'roundcube', health: 'well', missing: ['send'], network: false },
    delivery: { waiting: 3, failingSince: '2027-01-15T08:00:00.000Z', lastFailure: 'delivery_failed_http 503' },
  });
});

it('holds nothing of a person, an address or a message', () => {
  expect(diagnostics(known)).not.toMatch(/canary|957|01632/i);
});

it('says what did not answer', () => {
  expect(JSON.parse(diagnostics({ extensionVersion: '0.1.0', browser: '' }))).toMatchObject({
    policy: null,
    page: null,
    delivery: null,
  });
});
