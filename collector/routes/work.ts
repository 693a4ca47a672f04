// What people do with an entry here: each step a record on the collector's own chain, in the name of who is signed in.
import { v7 as uuidv7 } from 'uuid';
import * as v from 'valibot';
import { maskedChange } from '../../incidents/typed-text.ts';
import { workSchema } from '../../incidents/work.ts';
import { one } from '../database.ts';
import { holdChain, record } from '../own-chain.ts';
import { refuse, route } from '../route.ts';
import { newEntry } from './answers.ts';

const asked = v.strictObject({ about: workSchema.entries.about, change: workSchema.entries.change });

export const work = [
  route({
    method: 'post',
    path: '/api/work',
    who: ['dpo'],
    summary: 'One step of work on an incident or report: status, awareness, assessment, decision, action, hold, note.',
    body: asked,
    audit: 'worked',
    gives: { 201: newEntry },
    answers: {
      201: '`entry`: the envelope of the new record.',
      ...{ 401: 'Signed out.', 403: 'Not with this role.', 404: 'No such entry.', 422: 'Not of this form.' },
    },
    async handle({ body, account, now }, { store, version }) {
      const { about } = body;
      const change = maskedChange(body.change);
      const by = { value: account.address, from: 'signed-in' as const };
      const made = { type: 'work' as const, work: { id: uuidv7(), at: now, by, about, change } };
      return store.transaction(async (inside) => {
        // Whoever erases has this chain: either the step comes first, or nobody is told that what is gone is held.
        await holdChain(inside);
        const known = await one(
          inside,
          "SELECT id FROM entries WHERE id = ? AND type IN ('incident', 'report') AND envelope IS NOT NULL",
          about,
        );
        if (!known) return refuse(404, 'not-found');
        const entry = await record(inside, made, version, now);
        return { status: 201, body: { entry }, object: `${change.do} ${about}` };
      });
    },
  }),
];
