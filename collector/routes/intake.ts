// What browsers post: one entry or one heartbeat at a time, with the firm's token.
import * as v from 'valibot';
import { type Envelope, envelopeSchema, isIntact, parseEnvelope } from '../../incidents/envelope.ts';
import { heartbeatSchema } from '../../incidents/heartbeat.ts';
import type { Statements } from '../database.ts';
import { receive, receiveHeartbeat, type Target } from '../entries.ts';
import { notice, refusal } from '../notices.ts';
import { type Answer, refuse, route, type World } from '../route.ts';
import { isOpenDetail } from '../vouched.ts';
import { received } from './answers.ts';

const asEnvelope = v.pipe(
  v.unknown(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const read = parseEnvelope(dataset.value);
    const isHere = 'envelope' in read && saysSignedIn(read.envelope);
    if ('envelope' in read && !isHere) return read.envelope;
    addIssue({ message: 'problem' in read ? read.problem : 'work.by.from: who is signed in the collector says' });
    return NEVER;
  }),
);

/** Nobody signs in to send. */
const saysSignedIn = ({ entry }: Envelope) => entry.type === 'work' && entry.work.by.from === 'signed-in';

export const intake = [
  route({
    method: 'post',
    path: '/api/entries',
    who: 'sender',
    summary: 'Stores one entry, an incident, amendment or report in its envelope. Posting it twice stores it once.',
    body: asEnvelope,
    describedBy: envelopeSchema,
    gives: { 200: received },
    answers: {
      200: 'Stored and synced; `received` names it. An id that is not named there is not stored.',
      400: 'No JSON.',
      401: 'No token that is in use.',
      413: 'Too large.',
      415: 'No JSON by its content type.',
      422: "No envelope of a form known here, another entry has this id, or it claims the collector's own chain. `problem` says where, without quoting it.",
    },
    async handle({ body: envelope, now }, world) {
      const isWhole = await isIntact(envelope);
      return async (inside) => {
        const receipt = await receive(inside, envelope, isWhole, now, targetsOf(world));
        if (receipt === 'ours') return refuseOurs(inside, now);
        if (receipt === 'differs') return refuse(422, 'another entry has this id');
        const { device = '' } = envelope.sentFrom;
        if (receipt === 'stored' && isOpenDetail(envelope, world.config))
          await notice(inside, device, 'unsealed', envelope.sequence, now);
        return { status: 200, body: { received: [envelope.id] } };
      };
    },
  }),
  route({
    method: 'post',
    path: '/api/heartbeat',
    who: 'sender',
    summary: 'What a browser says of itself: that it lives, and how long its chain is.',
    body: heartbeatSchema,
    gives: { 200: received },
    answers: {
      ...{ 200: 'Noted.', 401: 'No token that is in use.' },
      422: "Not of this form, or it claims the collector's own chain.",
    },
    handle:
      async ({ body, now }) =>
      async (inside) => {
        if (!(await receiveHeartbeat(inside, body, now))) return refuseOurs(inside, now);
        return { status: 200, body: { received: [body.device] } };
      },
  }),
  route({
    method: 'post',
    path: '/api/test',
    who: 'sender',
    summary: 'Stores nothing: whether the address and the token are right.',
    body: v.strictObject({
      gatehouse: v.literal(1),
      type: v.literal('test'),
      id: v.pipe(v.string(), v.maxLength(40)),
      at: v.number(),
    }),
    gives: { 200: received },
    answers: { 200: 'They are.', 401: 'No token that is in use.', 422: 'Not of this form.' },
    handle: async ({ body }) => ({ status: 200, body: { received: [body.id] } }),
  }),
];

async function refuseOurs(inside: Statements, now: number): Promise<Answer> {
  await refusal(inside, 'malformed', now);
  return refuse(422, "this chain is the collector's own");
}

function targetsOf({ config }: World): Target[] {
  return [...(config.mail ? (['mail'] as const) : []), ...(config.forward ? (['otlp'] as const) : [])];
}
