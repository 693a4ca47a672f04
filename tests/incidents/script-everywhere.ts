// Script, markup and a formula in every field of an entry that takes text, and the largest number in every one that takes a number. The schemas
// say which: a field that is new is attacked too.
import * as v from 'valibot';
import { envelopeSchema } from '../../incidents/envelope.ts';
import { heartbeatSchema } from '../../incidents/heartbeat.ts';
import type { Entry } from '../../incidents/incident.ts';
import { latestTime } from '../../incidents/time.ts';
import { type Change, changeSchema } from '../../incidents/work.ts';
import { uuid } from './entries.ts';

export const attack = '"><img src=x onerror="window.ran=1"><script>window.ran=1</script>{{7*7}}=1+1';

/** What fields of a fixed form are given. */
const forms = [
  uuid(1),
  'ab'.repeat(8),
  'ab'.repeat(32),
  'x'.repeat(43),
  'x'.repeat(86),
  'onerror-alert',
  '2026-11-21',
  'GB',
  '',
];

/** The largest that is taken. */
const numbers = [Number.MAX_VALUE, Number.MAX_SAFE_INTEGER, latestTime, 1];

interface Schema {
  type: string;
  pipe?: readonly { type: string; requirement?: unknown }[];
  entries?: Record<string, Schema>;
  wrapped?: Schema;
  item?: Schema;
  key?: Schema;
  value?: Schema;
  options?: readonly unknown[];
  literal?: unknown;
}

/** A value of this schema with `written` wherever text may stand; `places` is told where. */
export function filled(
  schema: unknown,
  written = attack,
  places: (path: string) => void = () => {},
  path = '',
): unknown {
  const { type, pipe = [], entries = {}, wrapped, item, key, value, options, literal } = schema as Schema;
  switch (type) {
    case 'strict_object':
    case 'object':
      return Object.fromEntries(
        Object.entries(entries).map(([name, one]) => [
          name,
          filled(one, written, places, path ? `${path}.${name}` : name),
        ]),
      );
    case 'exact_optional':
    case 'optional':
      return filled(wrapped, written, places, path);
    case 'array':
      return [filled(item, written, places, path)];
    case 'record':
      return { [String(filled(key, written, places, path))]: filled(value, written, places, path) };
    case 'variant':
      return filled(options![0], written, places, path);
    case 'picklist':
      return options![0];
    case 'literal':
      return literal;
    case 'boolean':
      return true;
    case 'number':
      return numbers.find((one) => v.is(schema as v.GenericSchema, one));
    case 'string': {
      const most = pipe.find((action) => action.type === 'max_length')?.requirement as number | undefined;
      const text = written.slice(0, most);
      if (v.is(schema as v.GenericSchema, text)) {
        places(path);
        return text;
      }
      const form = forms.find((one) => v.is(schema as v.GenericSchema, one));
      if (form !== undefined) return form;
    }
  }
  throw new Error(`nothing is known that fits ${path}: ${type}`);
}

const contents = envelopeSchema.entries.entry.options;

/** Everything somebody could post about one message, and each step of work on it, none of it sealed. */
export function attackingEntries(about: number, at: number, written = attack): Entry[] {
  const entry = (type: Entry['type'], number: number, more: object = {}) => {
    const schema = contents.find(({ entries }) => entries.type.literal === type)!;
    const { [type]: content } = filled(schema, written) as Record<string, { sealed?: unknown }>;
    const { sealed: _, ...open } = content!;
    const own = { id: uuid(about * 1_000 + number), at: at + number };
    return { type, [type]: { ...open, ...own, ...more } } as unknown as Entry;
  };
  const steps = changeSchema.options
    .map((option) => filled(option, written) as Change)
    .filter((change) => change.do !== 'undo');
  return [
    entry('incident', 0, { outcome: 'left' }),
    entry('report', 1),
    entry('acknowledgement', 2),
    ...steps.map((change, step) => entry('work', 10 + step, { about: uuid(about * 1_000), change })),
  ];
}

export const attackingHeartbeat = (device: string) =>
  ({ ...(filled(heartbeatSchema) as object), device }) as v.InferOutput<typeof heartbeatSchema>;
