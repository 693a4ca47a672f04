// A plain compose form on loopback, as a customer portal has one, under the headers a strict site sends. It keeps what was sent to it.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

export interface Submission {
  /** Fields by name; the text of each file under its file name. */
  fields: Record<string, string>;
  files: Record<string, string>;
}

export interface Portal {
  /** Plain http under a name that is no secure context. */
  address: string;
  /** The same page under the strictest headers a site may send. */
  strictAddress: string;
  /** The same page on 127.0.0.1. */
  localAddress: string;
  /** A page without a compose form. */
  plainAddress: string;
  /** A form in an editor, with nothing named that a program could hold on to. */
  editorAddress: string;
  sent: Submission[];
  close(): Promise<void>;
}

const pages = join(import.meta.dirname, 'pages');
const shown = new Map([
  ['/plain', 'plain.html'],
  ['/editor', 'editor.html'],
]);
const strictHeaders = {
  'content-security-policy':
    "default-src 'self'; script-src 'self'; frame-src 'none'; child-src 'none'; worker-src 'none'; frame-ancestors 'none'; object-src 'none'; base-uri 'none'; require-trusted-types-for 'script'",
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-opener-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
};

export async function startPortal(port = 0): Promise<Portal> {
  const sent: Submission[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://portal.test');
    const headers = pathname.startsWith('/strict') ? strictHeaders : {};
    if (pathname === '/portal.css')
      return response.writeHead(200, { 'content-type': 'text/css' }).end(page('portal.css'));
    if (request.method !== 'POST')
      return response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers })
        .end(page(shown.get(pathname) ?? 'compose.html'));
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      sent.push(await submissionFrom(Buffer.concat(chunks), request.headers['content-type'] ?? ''));
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end('<!doctype html><title>Sent</title><h1>Sent</h1>');
    });
  });
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  const { port: taken } = server.address() as AddressInfo;
  return {
    address: `http://portal.test:${taken}/compose`,
    strictAddress: `http://portal.test:${taken}/strict`,
    plainAddress: `http://portal.test:${taken}/plain`,
    editorAddress: `http://portal.test:${taken}/editor`,
    localAddress: `http://127.0.0.1:${taken}/compose`,
    sent,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

const page = (name: string) => readFileSync(join(pages, name));

async function submissionFrom(body: Buffer<ArrayBuffer>, type: string): Promise<Submission> {
  const form = await new Response(body, { headers: { 'content-type': type } }).formData();
  const submission: Submission = { fields: {}, files: {} };
  for (const [name, value] of form) {
    if (typeof value === 'string') submission.fields[name] = value;
    else if (value.name) submission.files[value.name] = await value.text();
  }
  return submission;
}
