// A line that is listened to: what goes through it to a server on loopback, and what comes back, kept as text.
import { request as ask, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Wire {
  url: string;
  /** Each request and each answer: first line, headers, body. */
  heard: string[];
  /** Whom it leads to. */
  leadTo(port: number): void;
  close(): Promise<void>;
}

export async function startWire(): Promise<Wire> {
  const heard: string[] = [];
  let port = 0;
  const server = createServer((request, response) => {
    // Nothing packed: what goes over this line is to be read.
    const { 'accept-encoding': _, ...headers } = request.headers;
    const keep = (about: string, chunks: Buffer[]) => heard.push(`${about}\n${Buffer.concat(chunks).toString('utf8')}`);
    const out = ask({ port, method: request.method, path: request.url, headers }, (answer) => {
      const back: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => back.push(chunk));
      answer.on('end', () => keep(`${answer.statusCode} ${JSON.stringify(answer.headers)}`, back));
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    out.on('error', () => response.destroy());
    const sent: Buffer[] = [];
    request.on('data', (chunk: Buffer) => sent.push(chunk));
    request.on('end', () => keep(`${request.method} ${request.url} ${JSON.stringify(request.headers)}`, sent));
    request.pipe(out);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    heard,
    leadTo(to) {
      port = to;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
