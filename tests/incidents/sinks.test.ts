// Real posts to receivers on loopback that read and answer as the products do, refusals of single records included.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgeReply } from '../../incidents/delivery-reply.ts';
import { ocsfOf } from '../../incidents/ocsf.ts';
import { type Post, postOf, type Sink, type SinkKind, testPostOf } from '../../incidents/sinks.ts';
import { amendmentEntry, envelopesOf, incidentEntry, reportEntry, uuid } from './entries.ts';

const token = 'secret-token';
const [first, refused] = await envelopesOf([incidentEntry(1), incidentEntry(2)]);
const read: { path: string; records: unknown[] }[] = [];

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

/** Status and body by path, as the product's documentation has them. The entry 2 is one the product will not take. */
function answer(path: string, { authorization }: IncomingMessage['headers'], text: string): [number, object] {
  const isRefused = text.includes(uuid(2));
  switch (path) {
    case '/v1/logs': {
      if (authorization !== `Bearer ${token}`) return [401, {}];
      const { resourceLogs } = JSON.parse(text);
      read.push({ path, records: resourceLogs[0].scopeLogs[0].logRecords });
      return [200, isRefused ? { partialSuccess: { rejectedLogRecords: '1', errorMessage: 'too old' } } : {}];
    }
    case '/services/collector/event': {
      if (authorization !== `Splunk ${token}`) return [403, { text: 'Invalid token', code: 4 }];
      read.push({ path, records: [JSON.parse(text)] });
      return isRefused
        ? [400, { text: 'Invalid data format', code: 6, 'invalid-event-number': 0 }]
        : [200, { text: 'Success', code: 0 }];
    }
    case '/breaches/_bulk': {
      if (authorization !== `ApiKey ${token}`) return [401, {}];
      const [action, document] = text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
      read.push({ path, records: [document] });
      const status = isRefused ? 400 : 201;
      return [200, { took: 1, errors: isRefused, items: [{ create: { _id: action.create._id, status } }] }];
    }
    default:
      return [404, {}];
  }
}

const server = createServer(async (request, response) => {
  const [status, body] = answer(request.url ?? '', request.headers, await textOf(request));
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
});
let home = '';
beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((closed) => server.close(closed)));

async function send(kind: SinkKind, { url, headers, body }: Post, id: string) {
  const response = await fetch(url, { method: 'POST', headers, body });
  return judgeReply(kind, response, await response.text(), id);
}

describe.each([
  ['otlp', '', '/v1/logs'],
  ['splunk', '', '/services/collector/event'],
  ['elastic', '/breaches', '/breaches/_bulk'],
] as const)('%s', (kind, path, arrivesAt) => {
  const sink = (more: Partial<Sink> = {}): Sink => ({ kind, url: `${home}${path}`, token, ...more });

  it('takes an entry as the product reads one, with the whole envelope in it', async () => {
    read.length = 0;
    expect(await send(kind, postOf(sink(), first!), first!.id)).toEqual({ outcome: 'delivered' });
    expect(read).toMatchObject([{ path: arrivesAt }]);
    const text = JSON.stringify(read[0]!.records).replaceAll('\\"', '"');
    expect(text).toContain(`"hash":"${first!.hash}"`);
    expect(text).toContain('"class_uid":2006');
  });

  it('keeps an entry the receiver will not take, and lets those behind it go', async () => {
    expect(await send(kind, postOf(sink(), refused!), refused!.id)).toMatchObject({ outcome: 'kept', skips: true });
  });

  it('keeps everything where the token is wrong', async () => {
    const outcome = await send(kind, postOf(sink({ token: 'old' }), first!), first!.id);
    expect(outcome).toMatchObject({ outcome: 'kept', skips: false, key: 'delivery_failed_token' });
  });

  it('takes a test', async () => {
    expect(await send(kind, testPostOf(sink(), 'a-test', 1), 'a-test')).toEqual({ outcome: 'delivered' });
  });
});

describe('the finding of an entry', async () => {
  const [incident, left, amendment, report] = await envelopesOf([
    incidentEntry(1),
    incidentEntry(2, { outcome: 'left', verdict: { action: 'warn', rules: [], enforced: true } }),
    amendmentEntry(3, 1, 'not-sent'),
    reportEntry(4),
  ]);

  it.each([
    ['what was held', incident, { activity_id: 1, type_uid: 200_601, severity_id: 4, action_id: 2, disposition_id: 2 }],
    ['what left', left, { activity_id: 1, severity_id: 2, action_id: 1, disposition_id: 1 }],
    ['what became known later', amendment, { activity_id: 2, type_uid: 200_602, finding_info: { uid: uuid(1) } }],
    ['what somebody reported', report, { activity_id: 1, severity_id: 3 }],
  ])('says %s', (_, envelope, expected) => {
    expect(ocsfOf(envelope!)).toMatchObject({
      class_uid: 2006,
      category_uid: 2,
      metadata: { uid: envelope!.id },
      ...expected,
    });
  });
});
