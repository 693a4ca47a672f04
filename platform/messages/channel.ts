// Asking and answering over a MessagePort or a Worker: answers, progress, cancelling, one-way events; failures are values.
// Both ends of an endpoint must be the extension's own. Source: https://html.spec.whatwg.org/multipage/web-messaging.html#message-ports

/** What a MessagePort, a Worker and a worker's own global scope have in common. */
export interface Endpoint {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  removeEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  /** A MessagePort delivers nothing before this. */
  start?(): void;
}

/** The asks that cross an endpoint in one direction. `progress` is told any number of times before the answer. */
export type Asks<P> = { [N in keyof P]: { ask: unknown; answer: unknown; progress?: unknown } };

type Ask<P extends Asks<P>, N extends keyof P> = P[N]['ask'];
type Answer<P extends Asks<P>, N extends keyof P> = P[N]['answer'];
type ProgressOf<P extends Asks<P>, N extends keyof P> = Exclude<P[N]['progress'], undefined>;

/** `cancelled`: by the asker. `silent`: no word in time. `unknown`: nobody answers this name. `failed`: the answerer threw. */
type NoAnswer = 'cancelled' | 'silent' | 'unknown' | 'failed';
/** `error` is the name of what was thrown (`TypeError`), never its message: that may quote content. */
export type Reply<A> = { ok: true; answer: A } | { ok: false; why: NoAnswer; error?: string };

export interface AskOptions<P extends Asks<P>, N extends keyof P> {
  signal?: AbortSignal;
  /** Milliseconds without an answer or progress after which the reply is `silent`. Absent: waits for ever. */
  silentAfter?: number | undefined;
  onProgress?(progress: ProgressOf<P, N>): void;
}

export type Handlers<P extends Asks<P>> = {
  [N in keyof P]: (
    ask: Ask<P, N>,
    /** Aborted when the asker cancels or stops waiting. */
    signal: AbortSignal,
    progress: (progress: ProgressOf<P, N>) => void,
  ) => Answer<P, N> | Promise<Answer<P, N>>;
};

type Wire =
  | { gatehouse: 'ask'; id: number; name: PropertyKey; ask: unknown }
  | { gatehouse: 'cancel'; id: number }
  | { gatehouse: 'progress'; id: number; progress: unknown }
  | { gatehouse: 'reply'; id: number; reply: Reply<unknown> }
  | { gatehouse: 'event'; name: PropertyKey; event: unknown };

let lastId = 0;

/** Asks the other end and waits. Never rejects. Cancelling tells the other end, and the reply is `cancelled` at once. */
export function ask<P extends Asks<P>, N extends keyof P>(
  endpoint: Endpoint,
  name: N,
  payload: Ask<P, N>,
  { signal, silentAfter, onProgress }: AskOptions<P, N> = {},
): Promise<Reply<Answer<P, N>>> {
  lastId += 1;
  const id = lastId;
  return new Promise((resolve) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = (reply: Reply<Answer<P, N>>) => {
      clearTimeout(timer);
      endpoint.removeEventListener('message', hear);
      signal?.removeEventListener('abort', cancel);
      resolve(reply);
    };
    const giveUp = (why: 'cancelled' | 'silent') => {
      post(endpoint, { gatehouse: 'cancel', id });
      end({ ok: false, why });
    };
    const cancel = () => giveUp('cancelled');
    const wait = () => {
      clearTimeout(timer);
      if (silentAfter !== undefined) timer = setTimeout(() => giveUp('silent'), silentAfter);
    };
    const hear = (event: MessageEvent) => {
      const wire = event.data as Wire;
      if (wire?.gatehouse === 'reply' && wire.id === id) end(wire.reply as Reply<Answer<P, N>>);
      if (wire?.gatehouse === 'progress' && wire.id === id) {
        wait();
        onProgress?.(wire.progress as ProgressOf<P, N>);
      }
    };
    if (signal?.aborted) return resolve({ ok: false, why: 'cancelled' });
    signal?.addEventListener('abort', cancel);
    endpoint.addEventListener('message', hear);
    endpoint.start?.();
    wait();
    try {
      post(endpoint, { gatehouse: 'ask', id, name, ask: payload });
    } catch (thrown) {
      end({ ok: false, why: 'failed', error: nameOf(thrown) });
    }
  });
}

/** Answers what the other end asks, until `until` aborts; work under way is aborted with it. */
export function answer<P extends Asks<P>>(endpoint: Endpoint, handlers: Handlers<P>, until?: AbortSignal): void {
  const underWay = new Map<number, AbortController>();
  const hear = (event: MessageEvent) => {
    const wire = event.data as Wire;
    if (wire?.gatehouse === 'cancel') underWay.get(wire.id)?.abort();
    if (wire?.gatehouse === 'ask') void reply(wire);
  };
  const reply = async ({ id, name, ask: payload }: Extract<Wire, { gatehouse: 'ask' }>) => {
    const controller = new AbortController();
    const { signal } = controller;
    underWay.set(id, controller);
    const said = (outcome: Reply<unknown>) => {
      underWay.delete(id);
      if (!signal.aborted) post(endpoint, { gatehouse: 'reply', id, reply: outcome });
    };
    const handler = Object.hasOwn(handlers, name) ? handlers[name as keyof P] : undefined;
    if (!handler) return said({ ok: false, why: 'unknown' });
    try {
      const progress = (step: unknown) => {
        if (!signal.aborted) post(endpoint, { gatehouse: 'progress', id, progress: step });
      };
      said({ ok: true, answer: await handler(payload, signal, progress) });
    } catch (thrown) {
      said({ ok: false, why: 'failed', error: nameOf(thrown) });
    }
  };
  listen(endpoint, hear, until);
  until?.addEventListener('abort', () => {
    for (const controller of underWay.values()) controller.abort();
  });
}

/** Tells the other end something that needs no answer. */
export function tell<E, N extends keyof E>(endpoint: Endpoint, name: N, event: E[N]): void {
  post(endpoint, { gatehouse: 'event', name, event });
}

/** Hears what the other end tells, until `until` aborts. */
export function hear<E>(endpoint: Endpoint, handlers: { [N in keyof E]: (event: E[N]) => void }, until?: AbortSignal) {
  listen(
    endpoint,
    ({ data }) => {
      const wire = data as Wire;
      if (wire?.gatehouse === 'event' && Object.hasOwn(handlers, wire.name))
        handlers[wire.name as keyof E](wire.event as E[keyof E]);
    },
    until,
  );
}

function listen(endpoint: Endpoint, listener: (event: MessageEvent) => void, until: AbortSignal | undefined): void {
  if (until?.aborted) return;
  endpoint.addEventListener('message', listener);
  endpoint.start?.();
  until?.addEventListener('abort', () => endpoint.removeEventListener('message', listener));
}

function post(endpoint: Endpoint, wire: Wire): void {
  endpoint.postMessage(wire);
}

function nameOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.name : 'unknown';
}
