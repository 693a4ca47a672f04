// The register as its readers get it: entries page by page, what is held back from erasing, and the note of an export.
import * as v from 'valibot';
import { refuse, route } from '../route.ts';

const entriesAtOnce = 2_000;
const id = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/));

export const register = [
  route({
    method: 'get',
    path: '/api/register',
    who: ['reader', 'dpo'],
    summary: 'Entries in the order they came, some at a time: `?after=` the `next` of the answer before.',
    audit: 'saw-register',
    answers: {
      200: '`entries`: envelopes. `next`: where to go on; absent at the end.',
      401: 'Signed out.',
      403: 'Not with this role.',
    },
    async handle({ query }, { store }) {
      const after = Number(query.get('after') ?? 0);
      const rows = await store.all<{ position: number; envelope: string }>(
        `SELECT position, envelope FROM entries WHERE position > ? AND envelope IS NOT NULL
         ORDER BY position LIMIT ${entriesAtOnce}`,
        Number.isSafeInteger(after) ? after : 0,
      );
      const next = rows.length === entriesAtOnce ? rows.at(-1)?.position : undefined;
      const entries = rows.map(({ envelope }) => JSON.parse(envelope));
      return { status: 200, body: { entries, ...(next !== undefined && { next }) }, object: `after ${after}` };
    },
  }),
  route({
    method: 'post',
    path: '/api/register/exports',
    who: ['dpo'],
    summary: 'Notes that entries are about to be saved as a file. The page saves nothing without it.',
    body: v.strictObject({
      form: v.picklist(['csv', 'json']),
      entries: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
    }),
    audit: 'exported',
    answers: { 204: 'Noted.', 401: 'Signed out.', 403: 'Not with this role.', 422: 'Not of this form.' },
    async handle({ body }) {
      return { status: 204, object: `${body.entries} as ${body.form}` };
    },
  }),
  route({
    method: 'get',
    path: '/api/holds',
    who: ['reader', 'dpo'],
    summary: 'Incidents that are not erased when their time is up, and why.',
    answers: { 200: '`holds`.', 401: 'Signed out.', 403: 'Not with this role.' },
    async handle(_, { store }) {
      return { status: 200, body: { holds: await store.all('SELECT incident, reason, at FROM holds ORDER BY at') } };
    },
  }),
  route({
    method: 'put',
    path: '/api/holds/:incident',
    who: ['dpo'],
    summary: 'Keeps an incident, with what became known of it, until it is let go: a legal hold.',
    body: v.strictObject({ reason: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500)) }),
    audit: 'held',
    answers: {
      204: 'Held.',
      401: 'Signed out.',
      403: 'Not with this role.',
      404: 'No such incident.',
      422: 'Not of this form.',
    },
    async handle({ body, param, account, now }, { store }) {
      const incident = param('incident');
      if (!v.is(id, incident)) return refuse(404, 'not-found');
      const changed = await store.run(
        `INSERT INTO holds (incident, reason, account, at) SELECT id, ?, ?, ? FROM entries WHERE id = ?
         ON CONFLICT (incident) DO UPDATE SET reason = excluded.reason, account = excluded.account, at = excluded.at`,
        ...[body.reason, account.id, now, incident],
      );
      return changed > 0 ? { status: 204 } : refuse(404, 'not-found');
    },
  }),
  route({
    method: 'delete',
    path: '/api/holds/:incident',
    who: ['dpo'],
    summary: 'Lets an incident go: it is erased when its time is up.',
    audit: 'let-go',
    answers: { 204: 'Let go.', 401: 'Signed out.', 403: 'Not with this role.', 404: 'It was not held.' },
    async handle({ param }, { store }) {
      const changed = await store.run('DELETE FROM holds WHERE incident = ?', param('incident'));
      return changed > 0 ? { status: 204 } : refuse(404, 'not-found');
    },
  }),
];
