// The register as its readers get it: entries page by page, and the note of an export.
import * as v from 'valibot';
import { workSchema } from '../../incidents/work.ts';
import { one } from '../database.ts';
import { erasedAfter, eraseRows, lastErasing } from '../erasing.ts';
import { keptFor } from '../jobs/retention.ts';
import { holdChain, vouchesHere } from '../own-chain.ts';
import { refuse, route } from '../route.ts';
import { erasedRows, registerEnd, registerPage } from './answers.ts';
import { place as position } from './fields.ts';

const entriesAtOnce = 2_000;
/** Ids that a small body holds. */
const rowsAtOnce = 400;
/** What a reader gets of the entries there are. */
const shown = `envelope IS NOT NULL AND NOT ${vouchesHere}`;
/** As they are stored: to take apart and put together a hundred thousand takes longer than all the rest. */
const asStored = (rows: readonly { envelope: string }[]) =>
  `"entries":[${rows.map(({ envelope }) => envelope).join()}]`;
const entryId = workSchema.entries.about;

export const register = [
  route({
    method: 'get',
    path: '/api/register',
    who: ['reader', 'dpo'],
    summary:
      'Entries in the order they came, some at a time: `?after=` the `next` of the answer before. `?latest=` so many of the last alone, at most 2,000. `?erased=` the `erased` of the answer before.',
    audit: 'saw-register',
    query: { after: position, latest: position, erased: position },
    gives: { 200: registerPage },
    answers: {
      200: '`entries`: envelopes. `next`: where to go on, and `end`: the place of the last entry there is; absent at the end. `erased`: up to where it is known here what was erased; `gone`: hashes of entries that were erased since `?erased=`, where there are any: there may be more.',
      401: 'Signed out.',
      403: 'Not with this role.',
    },
    async handle({ query }, { store }) {
      const latest = Number(query.latest ?? 0);
      if (latest > 0) {
        const rows = await store.all<{ envelope: string }>(
          `SELECT envelope FROM entries WHERE ${shown} ORDER BY position DESC LIMIT ?`,
          Math.min(Math.ceil(latest), entriesAtOnce),
        );
        return { status: 200, json: `{${asStored(rows.reverse())}}`, object: `the latest ${rows.length}` };
      }
      const after = Number(query.after ?? 0);
      // Before the entries: what is erased in between is not among them, and is said next time.
      const gone =
        query.erased === undefined
          ? { hashes: [], until: await lastErasing(store) }
          : await erasedAfter(store, Number.isSafeInteger(Number(query.erased)) ? Number(query.erased) : 0);
      const settled = await store.settled();
      const rows = await store.all<{ position: number; envelope: string }>(
        `SELECT position, envelope FROM entries WHERE position > ? AND position <= ? AND ${shown}
         ORDER BY position LIMIT ${entriesAtOnce}`,
        ...[Number.isSafeInteger(after) ? after : 0, settled],
      );
      const last = rows.at(-1)?.position;
      const place: Record<string, unknown> = {
        ...(last !== undefined && { last }),
        ...{ erased: gone.until, ...(gone.hashes.length > 0 && { gone: gone.hashes }) },
      };
      if (last !== undefined && rows.length === entriesAtOnce) {
        const ends = await one<{ end: number }>(store, 'SELECT max(position) AS "end" FROM entries');
        Object.assign(place, { next: last, end: Number(ends!.end) });
      }
      const fields = Object.entries(place).map(([name, value]) => `"${name}":${JSON.stringify(value)}`);
      return { status: 200, json: `{${[asStored(rows), ...fields].join()}}`, object: `after ${after}` };
    },
  }),
  route({
    method: 'get',
    path: '/api/register/end',
    who: ['reader', 'dpo'],
    summary:
      'Whether anything is new or erased: the places of the last entry and of the last erasing. No entry is seen by it.',
    gives: { 200: registerEnd },
    answers: {
      200: '`end` and `erased`: places as in the answers above; 0 where there is none.',
      401: 'Signed out.',
      403: 'Not with this role.',
    },
    async handle(_, { store }) {
      const last = await one<{ position: number }>(
        store,
        `SELECT position FROM entries WHERE position <= ? AND ${shown} ORDER BY position DESC LIMIT 1`,
        await store.settled(),
      );
      return { status: 200, body: { end: Number(last?.position ?? 0), erased: await lastErasing(store) } };
    },
  }),
  route({
    method: 'post',
    path: '/api/register/exports',
    who: ['reader', 'dpo'],
    summary: 'Notes that entries are about to be saved as a file, printed or copied. The page does none of it without.',
    body: v.strictObject({
      form: v.picklist(['csv', 'json', 'paper', 'print', 'copy']),
      entries: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
    }),
    audit: 'exported',
    answers: { 204: 'Noted.', 401: 'Signed out.', 403: 'Not with this role.', 422: 'Not of this form.' },
    async handle({ body, account }) {
      // Who may read can print what is in sight, whatever the page offers.
      if (body.form !== 'print' && !account.roles.includes('dpo')) return refuse(403, 'not-allowed');
      return { status: 204, object: `${body.entries} as ${body.form}` };
    },
  }),
  route({
    method: 'post',
    path: '/api/register/questions',
    who: ['dpo'],
    summary: 'Notes that somebody asks whether one person was in an incident. Who is asked for stays in the browser.',
    body: v.strictObject({}),
    audit: 'asked-for-person',
    answers: { 204: 'Noted.', 401: 'Signed out.', 403: 'Not with this role.', 422: 'Not of this form.' },
    handle: async () => ({ status: 204 }),
  }),
  route({
    method: 'post',
    path: '/api/register/erasures',
    who: ['dpo'],
    summary:
      'Erases rows and the work on them, at the request of the employee they are about. Those under a legal hold stay.',
    body: v.strictObject({ rows: v.pipe(v.array(entryId), v.minLength(1), v.maxLength(rowsAtOnce)) }),
    audit: 'erased',
    gives: { 200: erasedRows },
    answers: {
      200: '`entries`: how many were erased. `held`: how many rows stay.',
      ...{ 401: 'Signed out.', 403: 'Not with this role.', 422: 'Not of this form.' },
    },
    handle:
      async ({ body, now }, { signer, version }) =>
      async (inside) => {
        // A hold is a step on this chain: asked for once none can be added.
        await holdChain(inside);
        const kept = await keptFor(inside, now);
        const rows = [...new Set(body.rows)];
        const mayGo = rows.filter((row) => !kept.has(row));
        const entries = await eraseRows(inside, mayGo, 'request', now, { signer, version });
        const held = rows.length - mayGo.length;
        return { status: 200, body: { entries, held }, object: `${entries} entries, at a person's request` };
      },
  }),
];
