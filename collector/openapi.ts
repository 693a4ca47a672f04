// The API as OpenAPI describes one, made from the routes themselves. https://spec.openapis.org/oas/v3.1.0.html
import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import * as v from 'valibot';
import { envelopeSchema } from '../incidents/envelope.ts';
import type { Route, World } from './route.ts';

/** Described once, as several routes have them. */
const shared = { Envelope: envelopeSchema };

export function describe(routes: readonly Route[], { config, version }: Pick<World, 'config' | 'version'>): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operation(route) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Gatehouse collector', version },
    servers: [{ url: config.url }],
    paths,
    components: {
      schemas: Object.fromEntries(Object.entries(shared).map(([name, schema]) => [name, plain(schema)])),
      securitySchemes: {
        sender: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: '__Host-gatehouse' },
      },
    },
  };
}

/** What the app answers before a route is asked. */
function guarded({ method, who, body }: Route): Record<number, string> {
  return {
    ...(who === 'sender' && { 401: 'No token that is in use.' }),
    ...(Array.isArray(who) && { 403: 'Not with this role.' }),
    ...(who === 'signed-in' || Array.isArray(who) ? { 401: 'Signed out.' } : {}),
    ...(method !== 'get' && who !== 'sender' && !Array.isArray(who) && { 403: 'From another page.' }),
    ...(body && {
      400: 'No JSON.',
      413: 'Too large.',
      415: 'No JSON by its content type.',
      422: 'Not of this form.',
    }),
    500: 'It failed, and changed nothing.',
    503: 'The disk of the store is full, or the store is damaged: `problem` says which. Nothing was stored.',
  };
}

/** Status → what it means, the guard's answers included. */
export const answersOf = (route: Route): Record<number, string> => ({ ...guarded(route), ...route.answers });

function operation(route: Route): object {
  const { path, who, summary, body, describedBy = body, query = {}, gives = {} } = route;
  const parameters = [
    ...[...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
      ...{ name, in: 'path', required: true, schema: { type: 'string' } },
    })),
    ...Object.entries(query).map(([name, schema]) => ({ name, in: 'query', schema: schemaOf(schema) })),
  ];
  return {
    summary,
    ...(parameters.length > 0 && { parameters }),
    ...(who !== 'anyone' && { security: [who === 'sender' ? { sender: [] } : { session: [] }] }),
    ...(typeof who !== 'string' && { description: `For: ${who.join(', ')}.` }),
    ...(describedBy && {
      requestBody: { required: true, content: asJson(describedBy) },
    }),
    responses: Object.fromEntries(
      Object.entries(answersOf(route)).map(([status, description]) => {
        const schema = Number(status) >= 400 ? refused : gives[Number(status)];
        return [status, { description, ...(schema && { content: asJson(schema) }) }];
      }),
    ),
  };
}

const refused = v.strictObject({ problem: v.string() });

const asJson = (schema: GenericSchema) => ({ 'application/json': { schema: schemaOf(schema) } });

function schemaOf(schema: GenericSchema): object {
  const { $defs: _, ...described } = plain(schema, {
    definitions: shared,
    overrideRef: ({ referenceId }) => `#/components/schemas/${referenceId}`,
  });
  return described;
}

function plain(schema: GenericSchema, how: Parameters<typeof toJsonSchema>[1] = {}): { $defs?: unknown } {
  const { $schema: _, ...described } = toJsonSchema(schema, { ...how, errorMode: 'ignore' });
  return described;
}
