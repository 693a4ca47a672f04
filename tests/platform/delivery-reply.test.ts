import { describe, expect, it } from 'vitest';
import { judgeReply } from '@/platform/delivery-reply.ts';

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
    expect(judgeReply(reply(status), body, id)).toEqual(delivered);
  });
});

describe('a reply means later', () => {
  it.each([408, 425, 429, 500, 502, 503, 504])('status %i', (status) => {
    expect(judgeReply(reply(status), '', id)).toEqual({
      outcome: 'later',
      key: 'delivery_failed_http',
      detail: String(status),
    });
  });

  it('a body that names other ids, or none', () => {
    for (const body of ['{"received":["other"]}', '{"received":[]}'])
      expect(judgeReply(reply(200), body, id)).toMatchObject({ outcome: 'later', key: 'delivery_failed_unconfirmed' });
  });

  it.each([
    ['120', 120_000],
    ['999999999', 24 * 3_600_000],
  ])('after what Retry-After says, a day at most: %s s', (header, afterMs) => {
    expect(judgeReply(reply(503, { 'retry-after': header }), '', id)).toMatchObject({ outcome: 'later', afterMs });
  });

  it.each(['soon', '-5', '0', 'Thu, 01 Jan 1970 00:00:00 GMT'])(
    'by its own clock where Retry-After says nothing usable: %s',
    (header) => {
      expect(judgeReply(reply(503, { 'retry-after': header }), '', id)).not.toHaveProperty('afterMs');
    },
  );
});

describe('a reply means kept', () => {
  it.each([401, 403, 404, 405, 410])('and nothing behind it goes either: status %i', (status) => {
    expect(judgeReply(reply(status), '', id)).toMatchObject({ outcome: 'kept', skips: false, detail: String(status) });
  });

  it.each([400, 413, 415, 422])('and those behind it go on: status %i', (status) => {
    expect(judgeReply(reply(status), '', id)).toMatchObject({ outcome: 'kept', skips: true });
  });

  it.each([301, 302, 307, 308])('and the token is not carried elsewhere: status %i', (status) => {
    expect(judgeReply(reply(status), '', id)).toMatchObject({ outcome: 'kept', key: 'delivery_failed_redirect' });
  });
});
