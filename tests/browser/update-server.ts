// A firm's own update server on loopback: the built extension under any version, signed with one key, as CRX and as XPI.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Install } from '../../rollout/install.ts';
import { packFolder, signedPackage } from '../../scripts/pack.ts';
import { chromiumUpdates } from '../../scripts/release-manifests.ts';
import { addonId } from './firefox.ts';
import { builtForChromium, builtForFirefox } from './machine.ts';

export interface UpdateServer {
  install: Install;
  /** Serves the same extension under another version from now on. */
  publish(version: string): Promise<void>;
  close(): Promise<void>;
}

export async function startUpdateServer(version: string): Promise<UpdateServer> {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-updates-'));
  const at = (name: string) => join(folder, name);
  let served = '';
  let id = '';
  const manifestOf = (built: string, other: string) => ({
    ...JSON.parse(readFileSync(join(built, 'manifest.json'), 'utf8')),
    version: other,
  });
  const server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo;
    const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
    if (path === '/updates.xml') {
      response.setHeader('content-type', 'text/xml');
      return response.end(chromiumUpdates({ id, version: served, base: `http://127.0.0.1:${port}` }));
    }
    const isAddon = path.endsWith('.xpi');
    response.setHeader('content-type', isAddon ? 'application/x-xpinstall' : 'application/x-chrome-extension');
    response.end(readFileSync(at(isAddon ? 'gatehouse.xpi' : 'gatehouse.crx')));
  });
  const publish = async (next: string) => {
    writeFileSync(at('gatehouse.zip'), packFolder(builtForChromium, manifestOf(builtForChromium, next)));
    writeFileSync(at('gatehouse.xpi'), packFolder(builtForFirefox, manifestOf(builtForFirefox, next)));
    id = await signedPackage(at('gatehouse.zip'), { keyPath: at('key.pem'), crxPath: at('gatehouse.crx') });
    served = next;
  };
  await publish(version);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    install: {
      chromiumId: id,
      chromiumUpdates: `${base}/updates.xml`,
      firefoxId: addonId,
      firefoxPackage: `${base}/gatehouse.xpi`,
    },
    publish,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
