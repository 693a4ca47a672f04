// The API as OpenAPI describes one, made from the routes themselves. https://spec.openapis.org/oas/v3.1.0.html
import { toJsonSchema } from '@valibot/to-json-schema';
import type { Route, World } from './route.ts';

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
  const { path, who, summary, body, describedBy = body } = route;
  const parameters = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    ...{ name, in: 'path', required: true, schema: { type: 'string' } },
  }));
  return {
    summary,
    ...(parameters.length > 0 && { parameters }),
    ...(who !== 'anyone' && { security: [who === 'sender' ? { sender: [] } : { session: [] }] }),
    ...(typeof who !== 'string' && { description: `For: ${who.join(', ')}.` }),
    ...(describedBy && {
      requestBody: { required: true, content: { 'application/json': { schema: schemaOf(describedBy) } } },
    }),
    responses: Object.fromEntries(
      Object.entries(answersOf(route)).map(([status, description]) => [status, { description }]),
    ),
  };
}

function schemaOf(body: NonNullable<Route['body']>): object {
  const { $schema: _, ...schema } = toJsonSchema(body, { errorMode: 'ignore' });
  return schema;
}
