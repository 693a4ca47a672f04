// Policies as JSON: Chrome, Chromium and Edge on Linux, Google's admin console, Firefox everywhere.
// Linux: https://www.chromium.org/administrators/linux-quick-start/ · Admin console: https://support.google.com/chrome/a/answer/7532015
// Firefox: https://mozilla.github.io/policy-templates/#3rdparty
import {
  type ChromiumBrowser,
  chromiumInstall,
  firefoxSideDoors,
  type Install,
  sideDoors,
  type Values,
} from './install.ts';

export function linuxJson(values: Values, install: Install, product: ChromiumBrowser): string {
  return asText({
    ExtensionSettings: chromiumInstall(install),
    ...sideDoors(product),
    '3rdparty': { extensions: { [install.chromiumId]: values } },
  });
}

export function readLinuxJson(text: string): Values | undefined {
  return onlyOne(groupAt(parsed(text), ['3rdparty', 'extensions']));
}

/** What is pasted under *Policy for extensions*: each setting in a `Value`. */
export function googleAdminJson(values: Values): string {
  return asText(Object.fromEntries(Object.entries(values).map(([key, Value]) => [key, { Value }])));
}

export function readGoogleAdminJson(text: string): Values | undefined {
  const raw = group(parsed(text));
  const entries = Object.entries(raw ?? {}).map(([key, value]) => [key, group(value)] as const);
  if (entries.length === 0 || entries.some(([, value]) => !value || !('Value' in value))) return undefined;
  return Object.fromEntries(entries.map(([key, value]) => [key, value!.Value]));
}

export function firefoxJson(values: Values, { firefoxId, firefoxPackage }: Install): string {
  return asText({
    policies: {
      ExtensionSettings: {
        [firefoxId]: { installation_mode: 'force_installed', install_url: firefoxPackage, private_browsing: true },
      },
      ...firefoxSideDoors,
      '3rdparty': { Extensions: { [firefoxId]: values } },
    },
  });
}

export function readFirefoxJson(text: string): Values | undefined {
  return onlyOne(groupAt(parsed(text), ['policies', '3rdparty', 'Extensions']));
}

/** The policy alone, as it stands in a file of IT's own. */
export function plainJson(values: Values): string {
  return asText(values);
}

export function readPlainJson(text: string): Values | undefined {
  return group(parsed(text));
}

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

export function group(value: unknown): Values | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Values) : undefined;
}

function groupAt(value: unknown, path: readonly string[]): Values | undefined {
  return path.reduce<Values | undefined>((inner, key) => group(inner?.[key]), group(value));
}

/** The values of the one extension in it; of several, none can be taken for ours. */
function onlyOne(extensions: Values | undefined): Values | undefined {
  const all = Object.values(extensions ?? {});
  return all.length === 1 ? group(all[0]) : undefined;
}

function asText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
