// Whether everything that should arrive does, and who looked at what: for those who answer for it.
import { readAudit } from '../audit.ts';
import { coverage } from '../coverage.ts';
import { route } from '../route.ts';

const linesAtOnce = 200;

export const watch = [
  route({
    method: 'get',
    path: '/api/coverage',
    who: ['dpo', 'admin'],
    summary:
      'Devices with when they were last heard of, what is missing or odd in their chains, and how mail and forwarding do.',
    audit: 'saw-coverage',
    answers: { 200: 'See `devices`, `refusals` and `jobs`.', 401: 'Signed out.', 403: 'Not with this role.' },
    handle: async ({ now }, { store, config }) => ({ status: 200, body: await coverage(store, config, now) }),
  }),
  route({
    method: 'get',
    path: '/api/audit',
    who: ['dpo', 'admin'],
    summary: 'Who did what, latest first: `?before=` the `position` of the last line shown.',
    audit: 'saw-audit',
    answers: {
      200: '`lines`, and `isMore` where there are older ones.',
      401: 'Signed out.',
      403: 'Not with this role.',
    },
    async handle({ query }, { store }) {
      const before = Number(query.get('before') ?? Number.MAX_SAFE_INTEGER);
      const lines = await readAudit(
        store,
        Number.isSafeInteger(before) ? before : Number.MAX_SAFE_INTEGER,
        linesAtOnce,
      );
      return { status: 200, body: { lines, isMore: lines.length === linesAtOnce } };
    },
  }),
];
