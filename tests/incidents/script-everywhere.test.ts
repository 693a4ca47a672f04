import { expect, it } from 'vitest';
import { envelopeOf, envelopeSchema, parseEnvelope } from '../../incidents/envelope.ts';
import { changeSchema } from '../../incidents/work.ts';
import { chainOf } from './entries.ts';
import { attackingEntries, filled } from './script-everywhere.ts';

it('reaches every field that takes text, and is taken as what a browser may send', async () => {
  const places: string[] = [];
  for (const schema of [...envelopeSchema.entries.entry.options, ...changeSchema.options])
    filled(schema, undefined, (path) => places.push(path));
  for (const known of ['incident.reason.text', 'incident.recipients.addresses', 'report.what', 'work.by.value'])
    expect(places).toContain(known);
  for (const known of ['facts.people.method', 'suggestion', 'reasoning', 'owner', 'how', 'facts.staffRole'])
    expect(places).toContain(known);
  for (const one of await chainOf(attackingEntries(1, 1_700_000_000_000)))
    expect(parseEnvelope(envelopeOf(one, '0.1.0'))).toHaveProperty('envelope');
});
