// Managed policy for one Chromium alone: its own mount namespace with its own /etc/chromium/policies, so no test meets another's policy.
// Sources: https://www.chromium.org/administrators/linux-quick-start/ · https://chromeenterprise.google/policies/#ExtensionSettings
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import crx3 from 'crx3';
import { builtForChromium, unpackedId } from './machine.ts';

export interface ManagedPolicy {
  /** True: the policy installs the extension, so nothing is loaded from the command line. */
  forcesExtension: boolean;
  /** A program that starts `browser` with this policy, and only this. */
  launcher(browser: string): string;
  /** Replaces what the policy gives the extension. The browser notices within some seconds. */
  write(values: Record<string, unknown>): void;
  /** Replaces the whole policy file, to break it. */
  writeRaw(text: string): void;
  close(): Promise<void>;
}

const policyFolder = '/etc/chromium/policies';

/** Values for the built extension when it is loaded from the command line, or for the one with `extensionId`. */
export function policyFor(values: Record<string, unknown>, extensionId = unpackedId(builtForChromium)): ManagedPolicy {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-policy-'));
  const managed = join(folder, 'managed');
  mkdirSync(managed);
  const file = join(managed, 'gatehouse.json');
  const write = (given: Record<string, unknown>) =>
    writeFileSync(file, JSON.stringify({ '3rdparty': { extensions: { [extensionId]: given } } }));
  write(values);
  return {
    forcesExtension: false,
    launcher: (browser) => launcherWith(folder, policyFolder, browser),
    write,
    writeRaw: (text) => writeFileSync(file, text),
    async close() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Writes a program that starts `browser` in a mount namespace where `seen` shows what lies in `folder`. */
function launcherWith(folder: string, seen: string, browser: string): string {
  mkdirSync(seen, { recursive: true });
  const script = join(folder, 'launch');
  const bind = `mount --bind "${folder}" ${seen} && exec "${browser}" "$@"`;
  writeFileSync(script, `#!/bin/sh\nexec unshare -m --propagation private sh -c '${bind}' launch "$@"\n`);
  chmodSync(script, 0o755);
  return script;
}

export interface FirefoxPolicy {
  launcher(browser: string): string;
  close(): void;
}

/** Values for the extension in Firefox. Source: https://mozilla.github.io/policy-templates/#3rdparty */
export function firefoxPolicyFor(addonId: string, values: Record<string, unknown>): FirefoxPolicy {
  return firefoxPolicyFrom({ '3rdparty': { Extensions: { [addonId]: values } } });
}

/** What stands under `policies` in policies.json. */
export function firefoxPolicyFrom(policies: Record<string, unknown>): FirefoxPolicy {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-policy-'));
  writeFileSync(join(folder, 'policies.json'), JSON.stringify({ policies }));
  return {
    launcher: (browser) => launcherWith(folder, '/etc/firefox/policies', browser),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export interface ForcedInstall extends ManagedPolicy {
  extensionId: string;
}

/** The built extension as a CRX3 on loopback, installed by force with `values`, as an administrator would. */
export async function forceInstalled(values: Record<string, unknown>): Promise<ForcedInstall> {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-crx-'));
  const crx = join(folder, 'gatehouse.crx');
  const { version } = JSON.parse(readFileSync(join(builtForChromium, 'manifest.json'), 'utf8')) as { version: string };
  const { appId } = await crx3([join(builtForChromium, 'manifest.json')], {
    keyPath: join(folder, 'key.pem'),
    crxPath: crx,
  });
  const server = createServer((request, response) => {
    const isPackage = request.url?.startsWith('/gatehouse.crx');
    response.setHeader('content-type', isPackage ? 'application/x-chrome-extension' : 'text/xml');
    response.end(isPackage ? readFileSync(crx) : updates(appId, version, (server.address() as AddressInfo).port));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const browserPolicy = {
    ExtensionSettings: {
      [appId]: {
        installation_mode: 'force_installed',
        update_url: `http://127.0.0.1:${port}/updates.xml`,
        override_update_url: true,
      },
    },
    // Without it the browser refuses to attach a debugger, and so a test, to what an administrator installed.
    DeveloperToolsAvailability: 1,
  };
  const policy = policyFor(values, appId);
  const file = (given: Record<string, unknown>) =>
    JSON.stringify({ ...browserPolicy, '3rdparty': { extensions: { [appId]: given } } });
  policy.writeRaw(file(values));
  return {
    ...policy,
    extensionId: appId,
    forcesExtension: true,
    write: (given) => policy.writeRaw(file(given)),
    async close() {
      await policy.close();
      await new Promise((closed) => server.close(closed));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function updates(id: string, version: string, port: number): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">
  <app appid="${id}"><updatecheck codebase="http://127.0.0.1:${port}/gatehouse.crx" version="${version}"/></app>
</gupdate>`;
}
