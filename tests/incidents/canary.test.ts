import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../assessment/assessment.ts';
import { toRecord } from '../../assessment/to-record.ts';
import { peopleKeyOf } from '../../incidents/affected.ts';
import { appendTo } from '../../incidents/chain.ts';
import { envelopeOf, parseEnvelope } from '../../incidents/envelope.ts';
import { toCsv } from '../../incidents/export.ts';
import { rowsOf } from '../../incidents/joining.ts';
import { readyMail } from '../../incidents/ready-mail.ts';
import { incidentOf } from '../../platform/record.ts';
import { strictDefault } from '../../policy/default.ts';
import { evaluate } from '../../policy/evaluate.ts';
import { t } from './entries.ts';

const canary = 'zanzibar';
const key = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);

/** A draft with the canary wherever a value, a name or a file's name can stand. */
function assessment(): Assessment {
  const facts = {
    sender: 'john.smith@harbourcare.example',
    recipients: [
      { name: `${canary} Client`, address: `${canary}.client@client.example`, field: 'to' as const },
      { name: canary, address: `${canary} unfinished`, field: 'bcc' as const },
    ],
    people: {
      min: 30,
      estimate: 30,
      max: 30,
      how: ['table-rows' as const],
      flags: { special: 0, criminal: 0, financial: 0, identityDocument: 0, child: 0, purchase: 0 },
    },
    kinds: [{ kind: 'email', category: 'contact' as const, matches: 30, distinct: 30 }],
    files: [{ extension: 'csv', type: 'csv', size: 10, readable: true }],
    trigger: 'send' as const,
    history: {},
  };
  return {
    facts,
    verdict: evaluate(facts, strictDefault, 0),
    parts: [{ name: `${canary}.csv`, type: 'csv', read: true, characters: 10, kinds: facts.kinds }],
    files: facts.files.map((file) => ({ ...file, hasPeople: true })),
    findings: [{ kind: 'email', category: 'contact', part: `${canary}.csv`, start: 0, end: 5 }],
    scanMs: 1,
  };
}

describe('an incident made from a draft full of values', () => {
  it('holds none of them, nor does anything made from it, and is accepted by whoever reads it', async () => {
    const circumstances = {
      at: 1,
      place: { webmail: 'roundcube', host: 'mail.harbourcare.example' },
      adapterHealth: 'well' as const,
      digests: ['ab'.repeat(32)],
      seed: 7,
    };
    const asked = toRecord(assessment(), { choice: 'edited', release: false, openedForMs: 0 }, circumstances);
    expect(JSON.stringify(asked)).toContain(canary);
    const incident = await incidentOf(asked, {
      policy: { policy: strictDefault, source: 'default', hash: 'ab'.repeat(32), problems: [], settled: true },
      key,
      peopleKey: await peopleKeyOf(key, 7),
      extensionVersion: '0.1.0',
      now: 2,
      host: 'mail.harbourcare.example',
    });
    const entry = { type: 'incident' as const, incident };
    const envelope = envelopeOf(await appendTo(null, entry), '0.1.0');
    expect(parseEnvelope(JSON.parse(JSON.stringify(envelope)))).toEqual({ envelope });
    const everything = [JSON.stringify(envelope), toCsv(rowsOf([{ entry }]), t), readyMail([envelope], t).body];
    for (const text of everything) expect(text.toLowerCase()).not.toContain(canary);
    expect(incident.recipients).toMatchObject({ count: 2, domains: ['client.example'] });
  });
});
