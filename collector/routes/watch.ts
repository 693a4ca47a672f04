// Whether everything that should arrive does, and who looked at what: for those who answer for it.
import * as v from 'valibot';
import { maskTyped } from '../../incidents/typed-text.ts';
import { readAudit } from '../audit.ts';
import { coverage } from '../coverage.ts';
import { lookInto } from '../looked-into.ts';
import { refuse, route } from '../route.ts';
import { auditPage, coverageAnswer } from './answers.ts';
import { line, place } from './fields.ts';

const linesAtOnce = 200;

export const watch = [
  route({
    method: 'get',
    path: '/api/coverage',
    who: ['dpo', 'admin'],
    summary:
      'Devices with when they were last heard of, what is missing or odd in their chains, and how mail and forwarding do.',
    audit: 'saw-coverage',
    gives: { 200: coverageAnswer },
    answers: { 200: 'See `devices`, `refusals` and `jobs`.', 401: 'Signed out.', 403: 'Not with this role.' },
    handle: async ({ now }, { store, config }) => ({ status: 200, body: await coverage(store, config, now) }),
  }),
  route({
    method: 'post',
    path: '/api/coverage/:device',
    who: ['dpo', 'admin'],
    summary:
      'What is odd about a browser was looked into: it is marked no more for what was shown: `at` of the answer above, and the `missing` in it. `why` is in the access record.',
    body: v.strictObject({ why: line(150), at: place, missing: place }),
    audit: 'looked-into',
    answers: {
      204: 'Noted.',
      ...{ 401: 'Signed out.', 403: 'Not with this role.', 404: 'No such browser.', 422: 'Not of this form.' },
    },
    handle: async ({ body, param, now }) => {
      const device = param('device');
      return async (inside) =>
        (await lookInto(inside, device, body, now))
          ? { status: 204, object: `${device.slice(0, 8)}: ${maskTyped(body.why)}` }
          : refuse(404, 'not-found');
    },
  }),
  route({
    method: 'get',
    path: '/api/audit',
    who: ['dpo', 'admin'],
    summary: 'Who did what, latest first: `?before=` the `position` of the last line shown.',
    audit: 'saw-audit',
    query: { before: place },
    gives: { 200: auditPage },
    answers: {
      200: '`lines`, and `isMore` where there are older ones.',
      401: 'Signed out.',
      403: 'Not with this role.',
    },
    async handle({ query }, { store }) {
      const before = Number(query.before ?? Number.MAX_SAFE_INTEGER);
      const lines = await readAudit(
        store,
        Number.isSafeInteger(before) ? before : Number.MAX_SAFE_INTEGER,
        linesAtOnce,
      );
      return { status: 200, body: { lines, isMore: lines.length === linesAtOnce } };
    },
  }),
];
