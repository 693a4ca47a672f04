// A network that fails: a proxy on loopback that loses requests before they arrive and answers after they were given, by a seeded dice.
import { createServer, request as open } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Line {
  port: number;
  lost: { requests: number; answers: number; passed: number };
  /** Where requests go from now on: to each in turn, as a balancer sends them. */
  to(...ports: number[]): void;
  /** No more losses. */
  heal(): void;
  close(): Promise<void>;
}

/** Mulberry32, https://gist.github.com/tommyettinger/46a874533244883189143505d203312c: the same losses for the same seed. */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export async function startLossyLine(failing: { requests: number; answers: number }, seed = 1): Promise<Line> {
  const roll = dice(seed);
  const lost = { requests: 0, answers: 0, passed: 0 };
  let targets: readonly number[] = [];
  let turn = 0;
  let { requests, answers } = failing;
  const server = createServer((incoming, outgoing) => {
    if (roll() < requests) {
      lost.requests += 1;
      return incoming.socket.destroy();
    }
    const losesAnswer = roll() < answers;
    const cut = () => incoming.socket.destroy();
    const onward = open(
      {
        port: targets[turn++ % targets.length]!,
        host: '127.0.0.1',
        path: incoming.url,
        method: incoming.method,
        headers: incoming.headers,
      },
      (answer) => {
        if (losesAnswer) {
          lost.answers += 1;
          answer.resume();
          return cut();
        }
        lost.passed += 1;
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.on('error', cut).pipe(outgoing);
      },
    );
    onward.on('error', cut);
    incoming.on('error', () => onward.destroy()).pipe(onward);
  });
  server.on('clientError', (_, socket) => socket.destroy());
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    port: (server.address() as AddressInfo).port,
    lost,
    to(...ports) {
      targets = ports;
    },
    heal() {
      requests = 0;
      answers = 0;
    },
    close() {
      server.closeAllConnections();
      return new Promise((closed) => server.close(() => closed()));
    },
  };
}
