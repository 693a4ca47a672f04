import { describe, expect, it } from 'vitest';
import { judgeReply } from '../../incidents/delivery-reply.ts';

const id = '0190f6a0-0000-7000-8000-000000000001';
const reply = (status: number, headers: Record<string, string> = {}) => new Response(null, { status, headers });
const delivered = { outcome: 'delivered' };

describe('a reply means delivered', () => {
  it.each([
    ['any 2xx without a body', 204, ''],
    ['a body that is no JSON', 200, '<p>thank you</p>'],
    ['JSON that names nothing', 202, '{"run":"08585"}'],
    ['JSON that names this id', 200, `{"received":["other","${id}"]}`],
    ['a bare JSON value', 200, '1'],
  ])('%s', (_, status, body) => {
    expect(judgeReply('webhook', reply(status), body, id)).toEqual(delivered);
  });
});

describe('a reply means later', () => {
  it.each([408, 425, 429, 500, 502, 503, 504])('status %i', (status) => {
    expect(judgeReply('webhook', reply(status), '', id)).toEqual({
      outcome: 'later',
      key: 'delivery_failed_http',
      detail: String(status),
    });
  });

  it('a body that names other ids, or none', () => {
    for (const body of ['{"received":["other"]}', '{"received":[]}'])
      expect(judgeReply('webhook', reply(200), body, id)).toMatchObject({
        outcome: 'later',
        key: 'delivery_failed_unconfirmed',
      });
  });

  it.each([
    ['120', 120_000],
    ['999999999', 24 * 3_600_000],
  ])('after what Retry-After says, a day at most: %s s', (header, afterMs) => {
    expect(judgeReply('webhook', reply(503, { 'retry-after': header }), '', id)).toMatchObject({
      outcome: 'later',
      afterMs,
    });
  });

  it.each(['soon', '-5', '0', 'Thu, 01 Jan 1970 00:00:00 GMT'])(
    'by its own clock where Retry-After says nothing usable: %s',
    (header) => {
      expect(judgeReply('webhook', reply(503, { 'retry-after': header }), '', id)).not.toHaveProperty('afterMs');
    },
  );
});

describe('a reply means kept', () => {
  it.each([401, 403, 404, 405, 410])('and nothing behind it goes either: status %i', (status) => {
    expect(judgeReply('webhook', reply(status), '', id)).toMatchObject({
      outcome: 'kept',
      skips: false,
      detail: String(status),
    });
  });

  it.each([400, 413, 415, 422])('and those behind it go on: status %i', (status) => {
    expect(judgeReply('webhook', reply(status), '', id)).toMatchObject({ outcome: 'kept', skips: true });
  });

  it.each([301, 302, 307, 308])('and the token is not carried elsewhere: status %i', (status) => {
    expect(judgeReply('webhook', reply(status), '', id)).toMatchObject({
      outcome: 'kept',
      key: 'delivery_failed_redirect',
    });
  });
});

describe('what each kind of receiver says in a 200', () => {
  const said = (body: unknown) => JSON.stringify(body);
  const item = (status: number, _id = id) => said({ errors: status >= 300, items: [{ create: { _id, status } }] });
  it.each([
    ['our collector names it', 'collector', said({ received: [id] }), 'delivered'],
    ['our collector names nothing: some other page answered', 'collector', '<p>Welcome</p>', 'later'],
    ['OTLP takes all', 'otlp', '{}', 'delivered'],
    ['OTLP warns and takes all', 'otlp', said({ partialSuccess: { errorMessage: 'deprecated' } }), 'delivered'],
    ['OTLP rejects it, as a number', 'otlp', said({ partialSuccess: { rejectedLogRecords: 1 } }), 'kept'],
    ['OTLP rejects it, as 64 bits are written', 'otlp', said({ partialSuccess: { rejectedLogRecords: '1' } }), 'kept'],
    ['Splunk takes it', 'splunk', said({ text: 'Success', code: 0 }), 'delivered'],
    ['Splunk says another code', 'splunk', said({ text: 'Server is busy', code: 9 }), 'later'],
    ['Elastic writes it', 'elastic', item(201), 'delivered'],
    ['Elastic has it already', 'elastic', item(409), 'delivered'],
    ['Elastic is too busy for this item', 'elastic', item(429), 'later'],
    ['Elastic cannot map this item', 'elastic', item(400), 'kept'],
    ['Elastic speaks of another item', 'elastic', item(201, 'other'), 'later'],
    ['Elastic says nothing of items', 'elastic', '{"took":1}', 'later'],
  ] as const)('%s', (_, kind, body, outcome) => {
    expect(judgeReply(kind, reply(200), body, id).outcome).toBe(outcome);
  });
});
