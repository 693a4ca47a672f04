// Every platform a policy can be written for, and read back from.

import { signedIn } from '../policy/signed.ts';
import { adml, admx, readAdml } from './admx.ts';
import {
  firefoxJson,
  googleAdminJson,
  linuxJson,
  plainJson,
  readFirefoxJson,
  readGoogleAdminJson,
  readLinuxJson,
  readPlainJson,
} from './browser-json.ts';
import type { Install, Values } from './install.ts';
import { mobileconfig, readMobileconfig } from './mobileconfig.ts';
import { deployScript, detectScript, readDeployScript, removeScript } from './powershell.ts';
import { readRegFile, regFile } from './registry.ts';

export interface WrittenFile {
  name: string;
  text: string;
}

interface Target {
  /** The files, the first of which can be read back. */
  write(values: Values, install: Install): WrittenFile[];
  /** The policy in a file of this kind, `undefined` where there is none. */
  read(text: string): Values | undefined;
}

const oneFile =
  (name: string, write: (values: Values, install: Install) => string): Target['write'] =>
  (values, install) => [{ name, text: write(values, install) }];

/** With the names of what is written, so that a browser that drops a setting is found out; a reader takes them off again. */
function named({ write, read }: Target): Target {
  return {
    write(values, install) {
      const settings = Object.keys(values).join(', ');
      return write(settings === '' ? values : { ...values, settings }, install);
    },
    read(text) {
      const { settings: _names, ...values } = read(text) ?? {};
      return Object.keys(values).length > 0 ? values : undefined;
    },
  };
}

export const targets = {
  json: { write: oneFile('policy.json', plainJson), read: readPlainJson },
  'chrome-linux': named({
    write: oneFile('chrome-linux.json', (values, install) => linuxJson(values, install, 'chrome')),
    read: readLinuxJson,
  }),
  'chromium-linux': named({
    write: oneFile('chromium-linux.json', (values, install) => linuxJson(values, install, 'chromium')),
    read: readLinuxJson,
  }),
  'edge-linux': named({
    write: oneFile('edge-linux.json', (values, install) => linuxJson(values, install, 'edge')),
    read: readLinuxJson,
  }),
  'chrome-windows-admx': {
    write: (values, install) => [
      { name: 'en-US/gatehouse-chrome.adml', text: adml(values, 'chrome') },
      { name: 'gatehouse-chrome.admx', text: admx(install, 'chrome') },
    ],
    read: readAdml,
  },
  'edge-windows-admx': {
    write: (values, install) => [
      { name: 'en-US/gatehouse-edge.adml', text: adml(values, 'edge') },
      { name: 'gatehouse-edge.admx', text: admx(install, 'edge') },
    ],
    read: readAdml,
  },
  reg: named({ write: oneFile('gatehouse.reg', regFile), read: readRegFile }),
  intune: named({
    write: (values, install) => [
      { name: 'intune-deploy.ps1', text: deployScript(values, install) },
      { name: 'intune-detect.ps1', text: detectScript(values, install) },
      { name: 'intune-remove.ps1', text: removeScript(install) },
    ],
    read: readDeployScript,
  }),
  'mobileconfig-chrome': named({
    write: oneFile('gatehouse-chrome.mobileconfig', (values, install) => mobileconfig(values, install, 'chrome')),
    read: readMobileconfig,
  }),
  'mobileconfig-edge': named({
    write: oneFile('gatehouse-edge.mobileconfig', (values, install) => mobileconfig(values, install, 'edge')),
    read: readMobileconfig,
  }),
  'google-admin': named({ write: oneFile('google-admin.json', googleAdminJson), read: readGoogleAdminJson }),
  firefox: named({ write: oneFile('policies.json', firefoxJson), read: readFirefoxJson }),
} satisfies Record<string, Target>;

export type TargetName = keyof typeof targets;

export function isTarget(name: string): name is TargetName {
  return Object.hasOwn(targets, name);
}

/** `signed`: as `policy sign` writes it, read without its key, so the signature is not checked. */
export type FormName = TargetName | 'signed';

/** Which of them a file is, told by its content, and the policy in it. A plain policy is what nothing else is. */
export function readAny(text: string): { target: FormName; values: Values } | undefined {
  const { json, ...others } = targets;
  for (const [name, { read }] of Object.entries({ ...others, signed: { read: readSigned }, json })) {
    const values = read(text);
    if (values) return { target: name as FormName, values };
  }
  return undefined;
}

function readSigned(text: string): Values | undefined {
  const signed = signedIn(text);
  return signed && readPlainJson(signed.policy);
}
