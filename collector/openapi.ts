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

function operation({ path, who, summary, body, describedBy = body, answers }: Route): object {
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
    responses: Object.fromEntries(Object.entries(answers).map(([status, description]) => [status, { description }])),
  };
}

function schemaOf(body: NonNullable<Route['body']>): object {
  const { $schema: _, ...schema } = toJsonSchema(body, { errorMode: 'ignore' });
  return schema;
}
