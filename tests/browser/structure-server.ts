// The structure pages under the real addresses of the webmails they stand for, on loopback, and what was posted to them.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { drifted, type StructurePage, structurePages } from '../webmails/structure-pages.ts';
import { loopbackCertificate } from './certificate.ts';
import { clients957 } from './samples.ts';

const pages = join(import.meta.dirname, '../fixtures/pages');
const hostOf = (address: string) => new URL(address).host;

export interface StructureServer {
  /** Hosts that the browser must look for at `port` of this machine. */
  hosts: string[];
  port: number;
  /** Posted, in order. */
  posts: { url: string; body: string }[];
  /** Requests that send a message of this webmail. */
  sent(webmail: StructurePage): { url: string; body: string }[];
  close(): Promise<void>;
}

export async function startStructurePages(): Promise<StructureServer> {
  const posts: StructureServer['posts'] = [];
  const server = createServer(loopbackCertificate(), async (request, response) => {
    const host = request.headers.host ?? '';
    const { pathname, searchParams } = new URL(request.url ?? '/', `https://${host}`);
    if (request.method === 'POST') {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      posts.push({ url: `https://${host}${request.url}`, body: Buffer.concat(chunks).toString() });
      return response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    }
    if (pathname === '/behave.js')
      return response.writeHead(200, { 'content-type': 'text/javascript' }).end(readFileSync(join(pages, 'behave.js')));
    // Gmail's link to a file of a draft.
    if (searchParams.get('view') === 'att')
      return response.writeHead(200, { 'content-type': 'text/csv' }).end(readFileSync(clients957.csv));
    const html = { 'content-type': 'text/html; charset=utf-8' };
    const around = structurePages.find(({ top }) => top && hostOf(top) === host && pathname === new URL(top).pathname);
    if (around) return response.writeHead(200, html).end(frameAround(around));
    const webmail = structurePages.find(({ address }) => hostOf(address) === host);
    if (!webmail) return response.writeHead(404).end();
    const plain = readFileSync(join(pages, webmail.page), 'utf8');
    // An address at a provider of private mail.
    const page = searchParams.has('private') ? plain.replaceAll('yahoo.example', 'yahoo.com') : plain;
    return response.writeHead(200, html).end(searchParams.has('drifted') ? drifted(page) : page);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    hosts: [...new Set(structurePages.flatMap(({ address, top }) => [address, top ?? address]).map(hostOf))],
    port,
    posts,
    sent: ({ isSend }) => posts.filter(({ url, body }) => isSend(url, body)),
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function frameAround({ address }: StructurePage): string {
  return `<!doctype html><title>Mail</title><iframe id="thirdPartyFrame_mail" src="${address}" style="width:1200px;height:700px;border:0"></iframe>`;
}
