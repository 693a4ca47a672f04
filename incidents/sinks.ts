// What is posted to each kind of receiver. Sources: OTLP/HTTP https://opentelemetry.io/docs/specs/otlp/#otlphttp · Splunk HEC
// https://docs.splunk.com/Documentation/Splunk/latest/Data/FormateventsforHTTPEventCollector · Elastic bulk
// https://www.elastic.co/docs/api/doc/elasticsearch/operation/operation-bulk · the key
// https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
import { type Envelope, timeOf } from './envelope.ts';
import { ocsfOf } from './ocsf.ts';

export type SinkKind = 'collector' | 'webhook' | 'otlp' | 'splunk' | 'elastic';

export interface Sink {
  kind: SinkKind;
  url: string;
  token?: string;
}

export interface Post {
  url: string;
  headers: Record<string, string>;
  body: string;
}

interface Event {
  id: string;
  /** Epoch milliseconds. */
  at: number;
  name: string;
  content: Record<string, unknown>;
}

/** The post that delivers an entry. */
export function postOf(sink: Sink, envelope: Envelope): Post {
  if (sink.kind === 'collector' || sink.kind === 'webhook') return plain(sink, '/api/entries', envelope.id, envelope);
  const { entry, id, type } = envelope;
  return wrapped(sink, { id, at: timeOf(entry), name: `gatehouse.${type}`, content: ocsfOf(envelope) });
}

/** A post that delivers nothing: whether the address, the token and the way there are right. `id` in the receiver's answer or log. */
export function testPostOf(sink: Sink, id: string, at: number): Post {
  const content = { gatehouse: 1, type: 'test', id, at };
  if (sink.kind === 'collector' || sink.kind === 'webhook') return plain(sink, '/api/test', id, content);
  return wrapped(sink, { id, at, name: 'gatehouse.test', content });
}

/** Our own collector is named by where it stands; a webhook by its whole address. */
export function plain({ kind, url, token }: Sink, path: string, id: string, content: object): Post {
  return {
    url: kind === 'collector' ? new URL(path, url).href : url,
    headers: {
      'Content-Type': 'application/json',
      'Idempotency-Key': id,
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(content),
  };
}

function wrapped({ kind, url, token }: Sink, event: Event): Post {
  const authority = (scheme: string): Record<string, string> =>
    token === undefined ? {} : { Authorization: `${scheme} ${token}` };
  switch (kind) {
    case 'splunk':
      return {
        url: withPath(url, '/services/collector/event'),
        headers: { 'Content-Type': 'application/json', ...authority('Splunk') },
        body: JSON.stringify({
          time: event.at / 1000,
          source: 'gatehouse',
          sourcetype: event.name,
          event: event.content,
          fields: { id: event.id },
        }),
      };
    case 'elastic':
      return {
        url: url.endsWith('/_bulk') ? url : `${url.replace(/\/+$/, '')}/_bulk`,
        headers: { 'Content-Type': 'application/x-ndjson', ...authority('ApiKey') },
        // `create` under our own id: what is there already is not written twice.
        body: `${JSON.stringify({ create: { _id: event.id } })}\n${JSON.stringify({ '@timestamp': new Date(event.at).toISOString(), 'event.action': event.name, ...event.content })}\n`,
      };
    default:
      return {
        url: withPath(url, '/v1/logs'),
        headers: { 'Content-Type': 'application/json', ...authority('Bearer') },
        body: JSON.stringify(otlpOf(event)),
      };
  }
}

/** The receiver's usual path where the address names none. */
function withPath(written: string, usual: string): string {
  const url = new URL(written);
  if (url.pathname === '/') url.pathname = usual;
  return url.href;
}

function otlpOf({ id, at, name, content }: Event): object {
  const text = (key: string, stringValue: string) => ({ key, value: { stringValue } });
  return {
    resourceLogs: [
      {
        resource: { attributes: [text('service.name', 'gatehouse')] },
        scopeLogs: [
          {
            scope: { name: 'gatehouse' },
            logRecords: [
              {
                // A time of 64 bits is text in JSON.
                timeUnixNano: `${at}000000`,
                severityNumber: 9,
                severityText: 'INFO',
                eventName: name,
                body: { stringValue: JSON.stringify(content) },
                attributes: [text('event.name', name), text('gatehouse.id', id)],
              },
            ],
          },
        ],
      },
    ],
  };
}
