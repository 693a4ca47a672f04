// The breach contact's end: takes JSON over HTTPS on loopback, keeps what it got, and can be told to fail as real ones do.
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { loopbackCertificate } from './certificate.ts';

/** `confirm`: 200 naming what was stored. `refuse`: 500. `deny`: 401, as to a wrong token. `drop`: takes the body, then cuts the line without an answer. */
export type Behaviour = 'confirm' | 'refuse' | 'deny' | 'drop';

export interface Delivery {
  at: number;
  /** The body as it came over the wire. */
  text: string;
  json: Record<string, unknown>;
  answeredAs: Behaviour;
}

export interface Receiver {
  /** What goes into the policy. */
  address: string;
  deliveries: Delivery[];
  behave(as: Behaviour): void;
  close(): Promise<void>;
}

/** Any page or extension may post: the receiver answers CORS as a workflow service does, and names the entries it stored. */
export async function startReceiver(): Promise<Receiver> {
  const deliveries: Delivery[] = [];
  let behaviour: Behaviour = 'confirm';
  const server = createServer(loopbackCertificate(), (request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', '*');
    if (request.method === 'OPTIONS') return response.writeHead(204).end();
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8');
      const json = JSON.parse(text) as Record<string, unknown>;
      deliveries.push({ at: Date.now(), text, json, answeredAs: behaviour });
      if (behaviour === 'drop') return request.socket.destroy();
      if (behaviour === 'refuse') return response.writeHead(500).end();
      if (behaviour === 'deny') return response.writeHead(401).end();
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ received: [json.id] }));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    address: `https://receiver.test:${port}/breaches`,
    deliveries,
    behave(as) {
      behaviour = as;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
