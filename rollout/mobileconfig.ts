// A configuration profile for macOS: the browser's own policies and the extension's, in native types.
// Profiles: https://developer.apple.com/documentation/devicemanagement · property lists: https://www.apple.com/DTDs/PropertyList-1.0.dtd
// Extension settings in `<browser>.extensions.<id>`: https://www.chromium.org/administrators/configuring-policy-for-extensions/
import { v5 as uuidv5 } from 'uuid';
import { group } from './browser-json.ts';
import { chromiumInstall, type Install, sideDoors, type Values } from './install.ts';
import { type Element, readXml, xmlText } from './xml.ts';

const domains = { chrome: 'com.google.Chrome', edge: 'com.microsoft.Edge' } as const;
export type MacBrowser = keyof typeof domains;

/** Payload ids must stay the same from one version of a profile to the next: made from their names. */
const space = '9f5dc5d0-51f8-5b6d-8a3f-0d6f1c6f2b11';

export function mobileconfig(values: Values, install: Install, product: MacBrowser): string {
  const domain = domains[product];
  const profile = payload(`gatehouse.${product}`, 'Configuration', {
    PayloadDisplayName: `Gatehouse for ${product === 'edge' ? 'Edge' : 'Chrome'}`,
    PayloadScope: 'System',
    PayloadRemovalDisallowed: true,
    PayloadContent: [
      payload(`gatehouse.${product}.browser`, domain, {
        ExtensionSettings: chromiumInstall(install),
        ...sideDoors(product),
      }),
      payload(`gatehouse.${product}.settings`, `${domain}.extensions.${install.chromiumId}`, values),
    ],
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
    '<plist version="1.0">',
    plistOf(profile, ''),
    '</plist>',
    '',
  ].join('\n');
}

function payload(identifier: string, type: string, content: Values): Values {
  return {
    ...content,
    PayloadType: type,
    PayloadVersion: 1,
    PayloadIdentifier: identifier,
    PayloadUUID: uuidv5(identifier, space).toUpperCase(),
  };
}

function plistOf(value: unknown, indent: string): string {
  const inner = `${indent}\t`;
  if (Array.isArray(value))
    return value.length === 0
      ? `${indent}<array/>`
      : [`${indent}<array>`, ...value.map((one) => plistOf(one, inner)), `${indent}</array>`].join('\n');
  const members = group(value);
  if (members) {
    const entries = Object.entries(members).filter(([, member]) => member !== undefined);
    if (entries.length === 0) return `${indent}<dict/>`;
    const lines = entries.map(([key, member]) => `${inner}<key>${xmlText(key)}</key>\n${plistOf(member, inner)}`);
    return [`${indent}<dict>`, ...lines, `${indent}</dict>`].join('\n');
  }
  if (typeof value === 'boolean') return `${indent}<${value}/>`;
  if (typeof value === 'number') return `${indent}<integer>${value}</integer>`;
  return `${indent}<string>${xmlText(String(value ?? ''))}</string>`;
}

/** The extension's settings in a profile. */
export function readMobileconfig(text: string): Values | undefined {
  const top = readXml(text).children.find(({ name }) => name === 'plist')?.children[0];
  const profile = top && group(readValue(top));
  const payloads = Array.isArray(profile?.PayloadContent) ? profile.PayloadContent : [];
  const ours = payloads.map(group).find((one) => /\.extensions\.[a-p]{32}$/.test(String(one?.PayloadType)));
  return ours && Object.fromEntries(Object.entries(ours).filter(([key]) => !key.startsWith('Payload')));
}

function readValue(element: Element): unknown {
  switch (element.name) {
    case 'dict':
      return Object.fromEntries(
        element.children.flatMap((key, index) => {
          const value = element.children[index + 1];
          return key.name === 'key' && value ? [[key.text, readValue(value)]] : [];
        }),
      );
    case 'array':
      return element.children.map(readValue);
    case 'integer':
      return Number(element.text);
    case 'true':
    case 'false':
      return element.name === 'true';
    default:
      return element.text;
  }
}
