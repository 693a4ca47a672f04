// The collector as one function, Request → Response: routes guarded as they declare, then the page. Nothing here keeps state.
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import * as v from 'valibot';
import { envelopeLimit } from '../incidents/envelope.ts';
import { writeAudit, writeRefusal } from './audit.ts';
import type { Statements } from './database.ts';
import { mayPost } from './intake-tokens.ts';
import { refusal } from './notices.ts';
import { describe } from './openapi.ts';
import { pageFiles } from './page-files.ts';
import type { Account } from './roles.ts';
import { type Answer, type Route, refuse, type World } from './route.ts';
import { routes } from './routes/index.ts';
import { accountIn, isSomebodyElse } from './sessions.ts';
import { isTrouble } from './store-trouble.ts';

/** Bytes of a body; a letter of JSON may take three. */
const mostBytes = 3 * envelopeLimit;
const smallBody = 20_000;

const nobody: Account = { id: '', address: '', name: '', roles: [] };

export function createApp(world: World): Hono {
  const app = new Hono();
  app.onError((thrown, context) => {
    // The name only, of what is not ours: a message may quote what was sent.
    const said = isTrouble(thrown) ? thrown.message : thrown.name;
    console.error(`collector: ${context.req.method} ${context.req.routePath} failed: ${said}`);
    return isTrouble(thrown) ? context.json({ problem: thrown.code }, 503) : context.json({ problem: 'failed' }, 500);
  });
  const tellOnce = world.config.isBehindProxy ? undefined : proxyTeller();
  app.use(async (context, next) => {
    tellOnce?.(context.req.header('x-forwarded-for'));
    await next();
    context.header('X-Content-Type-Options', 'nosniff');
    context.header('Referrer-Policy', 'no-referrer');
    context.header('Strict-Transport-Security', 'max-age=31536000');
    if (context.req.path.startsWith('/api/')) context.header('Cache-Control', 'no-store');
  });
  // A receipt is smaller than what it costs to pack it.
  app.use('/api/register', compress());
  app.get('/api/openapi.json', (context) => context.json(describe(routes, world)));
  for (const declared of routes) mount(app, declared, world);
  app.all('/api/*', (context) => context.json({ problem: 'not-found' }, 404));
  app.get('*', pageFiles());
  return app;
}

function mount(app: Hono, declared: Route, world: World): void {
  const { method, path, who } = declared;
  if (who === 'sender') app.options(path, (context) => context.body(null, 204, forAnyOrigin));
  const limited = bodyLimit({
    maxSize: who === 'sender' ? mostBytes : smallBody,
    onError: async (context) => {
      if (who === 'sender') await refusal(world.store, 'oversized', world.now());
      return send(context, declared, refuse(413, 'it is too large'));
    },
  });
  // Who it is comes first: nothing is read from a stranger.
  app.on(method.toUpperCase(), path, async (context, next) => {
    const now = world.now();
    const request = context.req.raw;
    if (who === 'sender') {
      const token = /^Bearer ([\w.~+/=-]{1,200})$/.exec(request.headers.get('authorization') ?? '')?.[1];
      if (token !== undefined && (await mayPost(world.store, token, now))) return next();
      await refusal(world.store, 'stranger', now);
      return send(context, declared, refuse(401, 'no token that is in use'));
    }
    const isForeign = method !== 'get' && request.headers.get('origin') !== world.config.url;
    if (who === 'anyone') return isForeign ? send(context, declared, refuse(403, 'foreign-origin')) : next();
    const account = await accountIn(world.store, request, now);
    const isAllowed = account && (who === 'signed-in' || who.some((role) => account.roles.includes(role)));
    const isOther = account !== undefined && isSomebodyElse(request, account);
    if (isForeign || isOther || !isAllowed) {
      const action = declared.audit ?? `${method} ${path}`;
      await writeRefusal(world.store, {
        ...{ at: now, account: account?.id ?? '', action },
        object: isForeign
          ? 'from another page'
          : isOther
            ? 'from a page of somebody else'
            : objectOf(context, declared),
      });
      if (isForeign) return send(context, declared, refuse(403, 'foreign-origin'));
      if (isOther) return send(context, declared, refuse(401, 'somebody-else'));
      return send(context, declared, account ? refuse(403, 'not-allowed') : refuse(401, 'signed-out'));
    }
    context.set('account' as never, account as never);
    return next();
  });
  app.on(method.toUpperCase(), path, limited, (context) => answer(context, declared, world));
}

async function answer(context: Context, declared: Route, world: World): Promise<Response> {
  const now = world.now();
  const body = declared.body ? await bodyOf(context, declared) : { value: undefined };
  if ('problem' in body) {
    if (declared.who === 'sender') await refusal(world.store, 'malformed', now);
    return send(context, declared, refuse(body.status, body.problem));
  }
  const account = (context.get('account' as never) as Account | undefined) ?? nobody;
  const handled = await declared.handle(
    {
      ...{ body: body.value, request: context.req.raw, query: queryOf(context, declared) },
      ...{ account, now, place: placeOf(context, world) },
      param: (name) => context.req.param(name) ?? '',
    },
    world,
  );
  const written = async (store: Statements, answered: Answer): Promise<Answer> => {
    if (declared.audit)
      await writeAudit(store, {
        ...{ at: now, account: account.id, action: declared.audit },
        object: answered.object ?? objectOf(context, declared),
        outcome: answered.status < 400 ? 'allowed' : 'refused',
      });
    return answered;
  };
  const answered =
    typeof handled === 'function'
      ? await world.store.transaction(async (inside) => written(inside, await handled(inside)))
      : await written(world.store, handled);
  return send(context, declared, answered);
}

function queryOf(context: Context, { query = {} }: Route): Record<string, string | undefined> {
  return Object.fromEntries(Object.keys(query).map((name) => [name, context.req.query(name)]));
}

type Body = { value: unknown } | { status: 400 | 415 | 422; problem: string };

async function bodyOf(context: Context, { body, who }: Route): Promise<Body> {
  if (!/^application\/json\b/i.test(context.req.header('content-type') ?? ''))
    return { status: 415, problem: 'it is no JSON' };
  let raw: unknown;
  try {
    raw = JSON.parse(await context.req.text());
  } catch (thrown) {
    // Too much for the reader of the body, who says so himself.
    if (!(thrown instanceof SyntaxError)) throw thrown;
    return { status: 400, problem: 'it is no JSON' };
  }
  const read = v.safeParse(body!, raw, { abortEarly: true });
  if (read.success) return { value: read.output };
  const path = v.getDotPath(read.issues[0]) ?? '';
  const where = /^[\w.]{1,80}$/.test(path) ? path : 'one of its fields';
  return { status: 422, problem: who === 'sender' ? read.issues[0].message : `malformed at ${where}` };
}

const forAnyOrigin = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': 'authorization, content-type, idempotency-key',
  'Access-Control-Allow-Methods': 'POST',
};

function send(context: Context, { who }: Route, { status, body, json, headers }: Answer): Response {
  for (const [name, value] of Object.entries({ ...(who === 'sender' ? forAnyOrigin : {}), ...headers }))
    context.header(name, value);
  if (json !== undefined) return context.body(json, status as 200, { 'Content-Type': 'application/json' });
  return body === undefined ? context.body(null, status as 204) : context.json(body, status as 200);
}

function objectOf(context: Context, { path }: Route): string {
  const name = /:(\w+)$/.exec(path)?.[1];
  return name ? (context.req.param(name) ?? '') : '';
}

/** Says once that there seems to be a proxy nobody told of. */
function proxyTeller(): (forwarded: string | undefined) => void {
  let isTold = false;
  return (forwarded) => {
    if (isTold || forwarded === undefined) return;
    isTold = true;
    console.error(
      'collector: a request came with X-Forwarded-For, and GATEHOUSE_TRUSTED_PROXY is not yes. Behind a proxy of your own everybody is one place until it is: thirty wrong passwords of anybody keep all out for a quarter of an hour',
    );
  };
}

function placeOf(context: Context, { config }: World): string {
  if (config.isBehindProxy) return context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '';
  const { incoming } = (context.env ?? {}) as { incoming?: { socket: { remoteAddress?: string } } };
  return incoming?.socket.remoteAddress ?? '';
}
