// What the browser is told about the policy: public/managed_schema.json, made from the one schema. Types and descriptions only:
// Chrome drops a whole setting, silently, when a finer rule fails, and refuses the extension for what it does not know
// (https://developer.chrome.com/docs/extensions/reference/manifest/storage). The strict check is parse.ts; why: docs/adr/0021.
import { type JsonSchema, toJsonSchema } from '@valibot/to-json-schema';
import { policySchema } from './schema.ts';

export interface ManagedProperty {
  type: 'object' | 'array' | 'string' | 'integer' | 'boolean';
  description?: string;
  properties?: Record<string, ManagedProperty>;
  additionalProperties?: ManagedProperty;
  items?: ManagedProperty;
}

/** The schema for `storage.managed_schema`. Throws where the policy has a type Chrome has no word for. */
export function managedSchema(): ManagedProperty {
  return plain(toJsonSchema(policySchema, { errorMode: 'ignore', typeMode: 'input' }) as JsonSchema, 'policy');
}

function plain(schema: JsonSchema, path: string): ManagedProperty {
  const made: ManagedProperty = { type: typeOf(schema, path) };
  if (schema.description) made.description = schema.description;
  if (made.type === 'array') made.items = plain(schema.items as JsonSchema, `${path}[]`);
  if (made.type === 'object')
    made.properties = Object.fromEntries(
      Object.entries(schema.properties ?? {}).map(([key, property]) => [
        key,
        plain(property as JsonSchema, `${path}.${key}`),
      ]),
    );
  if (made.properties && path !== 'policy') made.additionalProperties = forUnknown(made.properties);
  return made;
}

/**
 * Chrome strips a name it has no schema for without a word, and what is left of the group may be laxer: a level or a checklist gone with its
 * misspelt name. So a name nobody knows gets through to the strict check. With a value of another type than this one the whole setting
 * is dropped, and the strict default holds.
 */
function forUnknown(properties: Record<string, ManagedProperty>): ManagedProperty {
  const [first = { type: 'string' }, ...others] = Object.values(properties);
  const { description: _description, ...like } = others.every(({ type }) => type === first.type)
    ? first
    : { type: 'string' as const, description: '' };
  return like;
}

function typeOf(schema: JsonSchema, path: string): ManagedProperty['type'] {
  const type = schema.type ?? (schema.enum?.every((one) => typeof one === 'string') ? 'string' : undefined);
  switch (type) {
    case 'object':
    case 'array':
    case 'string':
    case 'integer':
    case 'boolean':
      return type;
    default:
      throw new Error(`${path}: a managed policy can hold text, whole numbers, true or false, lists and groups only`);
  }
}
