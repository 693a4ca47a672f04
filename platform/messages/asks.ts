// What an ask must look like before the background acts on it. Whoever sent it may be lying: sizes are bounded, names are names,
// unknown fields are dropped and never stored. Schema library: https://valibot.dev
import * as v from 'valibot';
import type { PageState } from '../../guard/ports.ts';
import { composeParts } from '../../incidents/heartbeat.ts';
import { choices } from '../../incidents/incident.ts';
import type { IncidentToRecord } from '../../incidents/record.ts';
import { changeSchema } from '../../incidents/work.ts';
import { categories } from '../../policy/entries.ts';
import { destinations, triggers } from '../../policy/facts.ts';
import { longestPlace, mostPlaces } from '../../policy/ledger-places.ts';
import { actions } from '../../policy/verdict.ts';
import { reasons } from '../../scan/part.ts';
import { countMethods } from '../../scan/people/people.ts';
import { mostKeys, mostPeople } from '../../scan/people/person-keys.ts';
import { mostCharacters } from '../kept-files.ts';
import type { Messages, ReportToRecord } from './messages.ts';

const most = 1_000_000_000;
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most));
const milliseconds = v.pipe(v.number(), v.minValue(0), v.maxValue(most * 1_000));
/** Ids of kinds, rules, reasons, adapters and formats: too plain to hold a name or an address. */
const id = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,59}$/));
const uuid = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/));

/** What one journal may have waiting. */
const sequences = v.pipe(v.array(count), v.maxLength(1_000_000));

const category = v.picklist(categories);
const destination = v.picklist(destinations);
const action = v.picklist(actions);
const unreadable = v.picklist(reasons);
const health = v.picklist(['well', 'degraded']);
const sent = v.picklist(['sent', 'not-sent', 'unknown']);

const personHashes = v.pipe(
  v.array(v.pipe(v.array(v.pipe(v.number(), v.safeInteger())), v.maxLength(mostKeys))),
  v.maxLength(mostPeople),
);

const incident = v.object({
  at: v.pipe(v.number(), v.integer(), v.minValue(0)),
  // The host is the browser's to tell: whatever stands here is dropped.
  place: v.object({ webmail: id, host: v.fallback(v.literal(''), '') }),
  trigger: v.picklist(triggers),
  people: v.object({
    min: count,
    estimate: count,
    max: count,
    how: v.pipe(v.array(v.picklist(countMethods)), v.maxLength(countMethods.length)),
    flags: v.object({
      special: count,
      criminal: count,
      financial: count,
      identityDocument: count,
      child: count,
      purchase: count,
    }),
  }),
  kinds: v.pipe(v.array(v.object({ kind: id, category, matches: count, distinct: count })), v.maxLength(200)),
  destination,
  account: v.exactOptional(v.pipe(v.string(), v.maxLength(320))),
  recipients: v.pipe(v.array(v.pipe(v.string(), v.maxLength(1_000))), v.maxLength(10_000)),
  unnamed: v.exactOptional(count),
  files: v.pipe(
    v.array(
      v.object({
        // A file's name is the sender's to choose: an odd ending is left out, it must not keep the incident from being recorded.
        extension: v.fallback(v.pipe(v.string(), v.regex(/^[a-z0-9]{0,10}$/)), ''),
        type: v.fallback(v.pipe(v.string(), v.regex(/^\d?[a-z][a-z0-9-]{0,39}$/)), 'unknown'),
        size: v.pipe(v.number(), v.integer(), v.minValue(0)),
        readable: v.boolean(),
        unreadable: v.exactOptional(unreadable),
        digest: v.pipe(v.string(), v.regex(/^([0-9a-f]{64})?$/)),
      }),
    ),
    v.maxLength(1_000),
  ),
  persons: v.exactOptional(v.object({ seed: v.pipe(v.number(), v.safeInteger()), people: personHashes })),
  moreFiles: v.exactOptional(count),
  draftDigest: v.exactOptional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
  verdict: v.object({ action, rules: v.pipe(v.array(id), v.maxLength(100)), enforced: v.boolean() }),
  choice: v.picklist(choices),
  reason: v.exactOptional(
    v.object({ code: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/)), text: v.pipe(v.string(), v.maxLength(2_000)) }),
  ),
  alreadySent: v.exactOptional(count),
  outcome: v.picklist(['near-miss', 'left']),
  openedForMs: milliseconds,
  scanMs: milliseconds,
  adapterHealth: health,
}) satisfies v.GenericSchema<unknown, IncidentToRecord>;

const report = v.object({
  what: v.pipe(v.string(), v.maxLength(5_000)),
  when: v.pipe(v.string(), v.maxLength(200)),
  recovered: v.picklist(['yes', 'no', 'unknown']),
  people: v.picklist(['unknown', 'one', 'few', 'many']),
}) satisfies v.GenericSchema<unknown, ReportToRecord>;

const pageState = v.object({
  webmail: id,
  composes: count,
  health,
  missing: v.exactOptional(v.pipe(v.array(v.picklist(composeParts)), v.maxLength(composeParts.length))),
  last: v.exactOptional(v.object({ action, people: count, destination })),
}) satisfies v.GenericSchema<unknown, PageState>;

const privately = v.object({
  places: v.pipe(
    v.array(
      v.object({ destination: v.picklist(['own', 'personal']), name: v.pipe(v.string(), v.maxLength(longestPlace)) }),
    ),
    v.maxLength(mostPlaces),
  ),
  people: personHashes,
});

const fileName = v.pipe(v.string(), v.maxLength(1_000));
const nothing = v.object({});
const nonce = v.object({ nonce: v.pipe(v.string(), v.regex(/^[\w-]{16,128}$/)) });

const asks: { [N in keyof Messages]: v.GenericSchema<unknown, Messages[N]['ask']> } = {
  'policy/get': nothing,
  'desk/announce': nonce,
  'desk/claim': nonce,
  'stage/want': nonce,
  'files/keep': v.object({
    files: v.pipe(
      v.array(v.object({ name: fileName, bytes: v.pipe(v.string(), v.maxLength(mostCharacters)) })),
      v.maxLength(1_000),
    ),
  }),
  'files/kept': v.object({ names: v.pipe(v.array(fileName), v.maxLength(1_000)) }),
  'ledger/history': privately,
  'ledger/add': privately,
  'incident/open': v.object({ incident }),
  'incident/record': v.object({ incident }),
  'incident/amend': v.object({ incident: uuid, sent }),
  'people/seed': nothing,
  'people/prints': v.object({ hashes: v.pipe(v.array(v.pipe(v.number(), v.safeInteger())), v.maxLength(mostKeys)) }),
  'pseudonyms/key': nothing,
  'report/record': v.object({ report }),
  'release/check': v.object({
    draft: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
    code: v.pipe(v.string(), v.maxLength(1_000)),
  }),
  'work/record': v.object({ about: uuid, change: changeSchema, by: v.pipe(v.string(), v.maxLength(320)) }),
  'guidance/acknowledge': nothing,
  'register/list': nothing,
  'register/erase': v.object({ ids: v.pipe(v.array(uuid), v.maxLength(100_000)) }),
  'delivery/status': nothing,
  'delivery/now': nothing,
  'delivery/mailed': v.object({ sequences }),
  'delivery/told': v.object({ sequences }),
  'health/get': nothing,
  'delivery/test': nothing,
  'drafts/load': nothing,
  'gate/clear': v.object({ kind: v.picklist(['send', 'upload', 'hidden', 'request']), length: count, seed: count }),
  'page/state': v.object({ state: pageState }),
  'page/get': v.object({ tab: v.pipe(v.number(), v.integer()) }),
};

/** The ask with what does not belong in it taken out, or the paths of what is wrong with it, without the values. */
export function readAsk<N extends keyof Messages>(
  name: N,
  ask: unknown,
): { ok: true; ask: Messages[N]['ask'] } | { ok: false; wrong: string[] } {
  const read = v.safeParse(asks[name], ask);
  if (read.success) return { ok: true, ask: read.output };
  return { ok: false, wrong: read.issues.map((issue) => v.getDotPath(issue) ?? '') };
}
