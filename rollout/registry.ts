// Policies in the Windows registry. Groups and lists are JSON in a text, which Chrome and Edge read where their schema says group or
// list: https://source.chromium.org/chromium/chromium/src/+/main:components/policy/core/common/registry_dict.cc
// Form of a .reg file: https://support.microsoft.com/topic/9c7f37cf-a5e9-e1cd-c4fa-2a26218a1a23
import { type ManagedProperty, managedSchema } from '../policy/managed-schema.ts';
import { parsed } from './browser-json.ts';
import { chromiumInstall, type Install, sideDoors, type Values } from './install.ts';

export type RegistryValue =
  | { name: string; type: 'text'; value: string }
  | { name: string; type: 'number'; value: number };

export const windowsBrowsers = ['chrome', 'edge'] as const;
export type WindowsBrowser = (typeof windowsBrowsers)[number];

const browserKeys: Record<WindowsBrowser, string> = {
  chrome: 'SOFTWARE\\Policies\\Google\\Chrome',
  edge: 'SOFTWARE\\Policies\\Microsoft\\Edge',
};

/** Below `HKEY_LOCAL_MACHINE`: where the extension's own settings are. */
export function settingsKey(product: WindowsBrowser, { chromiumId }: Pick<Install, 'chromiumId'>): string {
  return `${browserKeys[product]}\\3rdparty\\extensions\\${chromiumId}\\policy`;
}

/** Below `HKEY_LOCAL_MACHINE`: where the browser's own policies are. */
export function browserKey(product: WindowsBrowser): string {
  return browserKeys[product];
}

export function registryValues(values: Values): RegistryValue[] {
  return Object.entries(values).map(([name, value]) => toRegistry(name, value));
}

/** The browser's own: installation and side doors. */
export function browserValues(product: WindowsBrowser, install: Install): RegistryValue[] {
  const settings = toRegistry('ExtensionSettings', chromiumInstall(install));
  return [settings, ...Object.entries(sideDoors(product)).map(([name, value]) => toRegistry(name, value))];
}

function toRegistry(name: string, value: unknown): RegistryValue {
  switch (typeof value) {
    case 'boolean':
      return { name, type: 'number', value: value ? 1 : 0 };
    case 'number':
      return { name, type: 'number', value };
    case 'string':
      return { name, type: 'text', value };
    default:
      return { name, type: 'text', value: JSON.stringify(value) };
  }
}

/** Back to the values they were, by what the schema says a setting is. What it does not know stays as it is. */
export function fromRegistry(all: readonly RegistryValue[]): Values {
  return Object.fromEntries(all.map(({ name, value }) => [name, fromText(value, typeOf(name))]));
}

let known: Record<string, ManagedProperty> | undefined;

function typeOf(name: string): ManagedProperty['type'] | undefined {
  known ??= managedSchema().properties ?? {};
  return Object.hasOwn(known, name) ? known[name]!.type : undefined;
}

function fromText(value: string | number, type: ManagedProperty['type'] | undefined): unknown {
  if (type === 'boolean' && (value === 0 || value === 1)) return value === 1;
  return (type === 'object' || type === 'array') && typeof value === 'string' ? (parsed(value) ?? value) : value;
}

/** One file for Chrome and Edge. ASCII only, so that every Windows reads it whatever its code page. */
export function regFile(values: Values, install: Install): string {
  const sections = windowsBrowsers.flatMap((product) => [
    section(browserKey(product), browserValues(product, install)),
    section(settingsKey(product, install), registryValues(values)),
  ]);
  return ['Windows Registry Editor Version 5.00', '', ...sections].join('\r\n');
}

function section(key: string, all: readonly RegistryValue[]): string {
  return [`[HKEY_LOCAL_MACHINE\\${key}]`, ...all.map(regLine), ''].join('\r\n');
}

function regLine(one: RegistryValue): string {
  const name = `"${escaped(one.name)}"`;
  if (one.type === 'number') return `${name}=dword:${(one.value >>> 0).toString(16).padStart(8, '0')}`;
  return /^[ -~]*$/.test(one.value) ? `${name}="${escaped(one.value)}"` : `${name}=hex(1):${hexOf(one.value)}`;
}

function escaped(text: string): string {
  return text.replace(/[\\"]/g, '\\$&');
}

/** UTF-16LE with a zero at the end, bytes in hex. */
function hexOf(text: string): string {
  const units = [...Array(text.length).keys()].map((index) => text.charCodeAt(index));
  return [...units, 0]
    .flatMap((unit) => [unit & 0xff, unit >> 8])
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join(',');
}

/** The settings of the extension in a .reg file; where Chrome and Edge both have them, the first. */
export function readRegFile(text: string): Values | undefined {
  const lines = text
    .replace(/^\ufeff/, '')
    .replace(/\\\r?\n\s*/g, '')
    .split(/\r?\n/);
  let isOurs = false;
  const found: RegistryValue[] = [];
  for (const line of lines) {
    const key = /^\[(.*)\]\s*$/.exec(line)?.[1];
    if (key !== undefined) {
      if (found.length > 0) break;
      isOurs = /\\3rdparty\\extensions\\[a-p]{32}\\policy$/i.test(key);
    } else if (isOurs) {
      const value = readLine(line);
      if (value) found.push(value);
    }
  }
  return found.length > 0 ? fromRegistry(found) : undefined;
}

function readLine(line: string): RegistryValue | undefined {
  const parts = /^"((?:[^"\\]|\\.)*)"=(?:"((?:[^"\\]|\\.)*)"|dword:([0-9a-f]{8})|hex\(1\):([0-9a-f,]*))\s*$/i.exec(
    line,
  );
  if (!parts) return undefined;
  const [, name, text, number, hex] = parts;
  const plain = (written: string) => written.replace(/\\(.)/g, '$1');
  if (number !== undefined) return { name: plain(name!), type: 'number', value: Number.parseInt(number, 16) };
  return { name: plain(name!), type: 'text', value: text === undefined ? textOf(hex!) : plain(text) };
}

function textOf(hex: string): string {
  const bytes = hex.split(',').map((byte) => Number.parseInt(byte, 16));
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2) text += String.fromCharCode(bytes[at]! | (bytes[at + 1]! << 8));
  return text.replace(/\0+$/, '');
}
