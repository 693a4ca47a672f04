// What people do with an entry here: each step a record on the collector's own chain, in the name of who is signed in.
import { isDeepStrictEqual } from 'node:util';
import { v7 as uuidv7 } from 'uuid';
import * as v from 'valibot';
import { allows, isAhead } from '../../incidents/case.ts';
import { type Envelope, parseEnvelope } from '../../incidents/envelope.ts';
import type { Entry } from '../../incidents/incident.ts';
import { rowsOf } from '../../incidents/joining.ts';
import { maskedChange } from '../../incidents/typed-text.ts';
import { type Work, workSchema } from '../../incidents/work.ts';
import { one, type Statements } from '../database.ts';
import { holdChain, record } from '../own-chain.ts';
import { refuse, route } from '../route.ts';
import { newEntry } from './answers.ts';

const { id, about, change } = workSchema.entries;
const asked = v.strictObject({ id: v.exactOptional(id), about, change });

export const work = [
  route({
    method: 'post',
    path: '/api/work',
    who: ['dpo'],
    summary:
      'One step of work on an incident or report: status, awareness, assessment, decision, action, hold, note. With the `id` of a step that is there already it is that one, asked for again as the answer was lost.',
    body: asked,
    audit: 'worked',
    gives: { 201: newEntry },
    answers: {
      201: '`entry`: the envelope of the new record.',
      ...{ 401: 'Signed out.', 403: 'Not with this role.', 404: 'No such entry.' },
      409: 'The entry does not allow it as it stands now: somebody changed it meanwhile.',
      422: 'Not of this form, or said to have happened at a time that is still to come (`future`).',
    },
    async handle({ body, account, now }, { version }) {
      const { about } = body;
      const change = maskedChange(body.change);
      const by = { value: account.address, from: 'signed-in' as const };
      const made = { type: 'work' as const, work: { id: body.id ?? uuidv7(), at: now, by, about, change } };
      return async (inside) => {
        // Whoever erases has this chain: either the step comes first, or nobody is told that what is gone is held.
        await holdChain(inside);
        const known = await entriesOn(inside, about);
        const already = await one(inside, 'SELECT id FROM entries WHERE id = ?', made.work.id);
        if (already) {
          const same = known.find(({ entry }) => isSameStep(entry, made.work));
          // Of another step, or of one that is erased.
          if (!same) return refuse(409, 'changed');
          return { status: 201, body: { entry: same }, object: `${change.do} ${about}, again` };
        }
        const row = rowsOf(known, 'collector').find((one) => one.id === about);
        if (!row) return refuse(404, 'not-found');
        if (isAhead(change, now)) return refuse(422, 'future');
        if (!allows(row, change)) return refuse(409, 'changed');
        const entry = await record(inside, made, version, now);
        return { status: 201, body: { entry }, object: `${change.do} ${about}` };
      };
    },
  }),
];

/** Asked for by the same person, whenever that was. What was written elsewhere is in nobody's name that signed in here. */
function isSameStep(entry: Entry, { at: _, ...asked }: Work): boolean {
  if (entry.type !== 'work') return false;
  const { at: _at, ...taken } = entry.work;
  return isDeepStrictEqual(taken, asked);
}

/** The entry and all the work on it; none where it was erased. */
async function entriesOn(inside: Statements, about: string): Promise<Envelope[]> {
  const stored = await inside.all<{ envelope: string }>(
    'SELECT envelope FROM entries WHERE about = ? AND envelope IS NOT NULL ORDER BY position',
    about,
  );
  return stored.flatMap(({ envelope }) => {
    const read = parseEnvelope(JSON.parse(envelope));
    return 'envelope' in read ? [read.envelope] : [];
  });
}
