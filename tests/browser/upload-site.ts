// A site on loopback that takes uploads, and remembers what reached it. Its page is built from uploads/ by Vite.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build, type Rollup } from 'vite';

export interface Arrived {
  way: string;
  files: { path: string; name: string; bytes: Buffer }[];
}

export interface UploadSite {
  /** The page under a host that policy may name, on this machine. */
  addressAt(host: string): string;
  arrived: Arrived[];
  close(): Promise<void>;
}

export async function startUploadSite(): Promise<UploadSite> {
  const page = await builtPage();
  const arrived: Arrived[] = [];
  const partial = new Map<string, { name: string; length: number; bytes: Buffer }>();

  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site.test');
    if (request.method === 'POST' && pathname.startsWith('/upload/')) {
      arrived.push(await filesOf(pathname.slice('/upload/'.length), request));
      return response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Got it</title>Got it');
    }
    // The resumable protocol: https://tus.io/protocols/resumable-upload
    if (request.method === 'POST' && pathname === '/resumable') {
      const location = `/resumable/${partial.size}`;
      const [, name] = /filename ([^,]*)/.exec(String(request.headers['upload-metadata'])) ?? [];
      const length = Number(request.headers['upload-length']);
      partial.set(location, { name: Buffer.from(name ?? '', 'base64').toString(), length, bytes: Buffer.alloc(0) });
      return response.writeHead(201, { location, 'tus-resumable': '1.0.0' }).end();
    }
    const known = partial.get(pathname);
    if (request.method === 'PATCH' && known) {
      known.bytes = Buffer.concat([known.bytes, await bodyOf(request)]);
      if (known.bytes.length === known.length)
        arrived.push({ way: 'resumable', files: [{ path: known.name, name: known.name, bytes: known.bytes }] });
      return response.writeHead(204, { 'upload-offset': known.bytes.length, 'tus-resumable': '1.0.0' }).end();
    }
    const file = page.get(pathname === '/' ? '/index.html' : pathname);
    if (!file) return response.writeHead(404).end();
    const type = pathname.endsWith('.js') ? 'text/javascript' : pathname.endsWith('.css') ? 'text/css' : 'text/html';
    return response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(file);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    addressAt: (host) => `http://${host}:${port}/`,
    arrived,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

async function builtPage(): Promise<Map<string, string | Uint8Array>> {
  const root = join(import.meta.dirname, 'uploads');
  const result = (await build({
    root,
    logLevel: 'error',
    configFile: false,
    build: { write: false, minify: false },
  })) as Rollup.RollupOutput;
  return new Map(result.output.map((one) => [`/${one.fileName}`, one.type === 'chunk' ? one.code : one.source]));
}

async function bodyOf(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function filesOf(way: string, request: IncomingMessage): Promise<Arrived> {
  const body = await bodyOf(request);
  const form = await new Response(body, {
    headers: { 'content-type': String(request.headers['content-type']) },
  }).formData();
  const paths = form.getAll('path').map(String);
  const files = [...form.values()].filter((value): value is File => typeof value !== 'string');
  return {
    way,
    files: await Promise.all(
      files.map(async (file, index) => ({
        path: paths[index] ?? file.name,
        name: file.name,
        bytes: Buffer.from(await file.arrayBuffer()),
      })),
    ),
  };
}
