// What routes answer, as the API's description shows it. Every answer in tests is held against it: tests/collector/office.ts.
import * as v from 'valibot';
import { envelopeSchema } from '../../incidents/envelope.ts';
import { heartbeatSchema } from '../../incidents/heartbeat.ts';
import type { AuditLine } from '../audit.ts';
import type { Coverage } from '../coverage.ts';
import type { IntakeToken } from '../intake-tokens.ts';
import type { OpenInvitation } from '../invitations.ts';
import { type Kind, kinds } from '../notices.ts';
import { type Account, roles } from '../roles.ts';

const count = v.pipe(v.number(), v.integer());
/** Epoch milliseconds. */
const time = count;
const optional = v.exactOptional;

export const received = v.strictObject({ received: v.array(v.string()) });
export const ready = v.strictObject({
  version: v.string(),
  firm: v.string(),
  language: v.string(),
  hasFirmSignIn: v.boolean(),
});

const person = { id: v.string(), address: v.string(), name: v.string(), roles: v.array(v.picklist(roles)) };
export const account = v.strictObject(person) satisfies v.GenericSchema<unknown, Account>;
export const accountList = v.strictObject({
  accounts: v.array(v.strictObject({ ...person, isClosed: v.boolean() })),
});
const invitation = v.strictObject({
  ...{ id: v.string(), roles: v.array(v.picklist(roles)), account: v.nullable(v.string()) },
  ...{ madeBy: v.nullable(v.string()), until: time },
}) satisfies v.GenericSchema<unknown, OpenInvitation>;
export const invitationList = v.strictObject({ invitations: v.array(invitation) });
export const invitationLink = v.strictObject({ link: v.string() });
const token = v.strictObject({
  ...{ id: v.string(), name: v.string(), createdAt: time, usedAt: time, revokedAt: v.nullable(time) },
}) satisfies v.GenericSchema<unknown, IntakeToken>;
export const tokenList = v.strictObject({ tokens: v.array(token) });
export const newToken = v.strictObject({ token: v.string() });

export const registerPage = v.strictObject({
  ...{ entries: v.array(envelopeSchema), last: optional(count), next: optional(count), end: optional(count) },
  ...{ erased: optional(count), gone: optional(v.array(v.string())) },
});
export const registerEnd = v.strictObject({ end: count, erased: count });
export const erasedRows = v.strictObject({ entries: count, held: count });
export const newEntry = v.strictObject({ entry: envelopeSchema });

const kind = v.picklist(kinds) satisfies v.GenericSchema<unknown, Kind>;
const days = v.array(v.strictObject({ kind, day: time, times: count }));
export const coverageAnswer = v.strictObject({
  at: time,
  devices: v.array(
    v.strictObject({
      ...{ device: v.string(), firstAt: time, heardAt: time, extensionVersion: v.string() },
      ...{ policyVersion: v.string(), policySource: v.string(), entries: count, missing: count, isSilent: v.boolean() },
      ...{ health: heartbeatSchema.entries.health, lookedIntoAt: optional(time) },
      odd: v.array(v.strictObject({ kind, times: count, lastAt: time })),
    }),
  ),
  ...{ refusals: days, clock: days },
  jobs: v.array(
    v.strictObject({
      ...{ name: v.string(), doneAt: time, failures: count, lastFailure: v.string(), waiting: count, refused: count },
    }),
  ),
  ...{ silenceDays: count, retentionDays: count },
}) satisfies v.GenericSchema<unknown, Coverage>;

const line = v.strictObject({
  ...{ position: count, at: time, account: v.string(), who: v.string(), action: v.string(), object: v.string() },
  outcome: v.picklist(['allowed', 'refused']),
}) satisfies v.GenericSchema<unknown, AuditLine>;
export const auditPage = v.strictObject({ lines: v.array(line), isMore: v.boolean() });
