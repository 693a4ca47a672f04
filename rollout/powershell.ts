// Deploy, detect and remove through Intune, for Chrome and Edge: PowerShell 5.1 as Windows has it, run as the system in 64 bits.
// https://learn.microsoft.com/mem/intune/fundamentals/remediations · quoting: about_Quoting_Rules in the PowerShell documentation
import type { Install, Values } from './install.ts';
import {
  browserKey,
  browserValues,
  fromRegistry,
  type RegistryValue,
  registryValues,
  settingsKey,
  windowsBrowsers,
} from './registry.ts';

/** A byte order mark: without it PowerShell 5.1 reads the file in the machine's old code page. */
const mark = '\ufeff';

interface Row extends Pick<RegistryValue, 'name' | 'type'> {
  key: string;
  value: string | number;
}

function rowsOf(values: Values, install: Install): Row[] {
  return windowsBrowsers.flatMap((product) => [
    ...browserValues(product, install).map((one) => ({ key: browserKey(product), ...one })),
    ...registryValues(values).map((one) => ({ key: settingsKey(product, install), ...one })),
  ]);
}

export function deployScript(values: Values, install: Install): string {
  return script([
    '# Writes the settings of Gatehouse and its installation for Chrome and Edge. Safe to run again.',
    ...table(rowsOf(values, install)),
    ...settingsKeys(install),
    '# A setting taken out of the policy must not stay behind.',
    'foreach ($key in $settings) { if (Test-Path -LiteralPath $key) { Remove-Item -LiteralPath $key -Recurse -Force } }',
    'foreach ($row in $rows) {',
    '  if (-not (Test-Path -LiteralPath $row.Key)) { New-Item -Path $row.Key -Force | Out-Null }',
    '  New-ItemProperty -LiteralPath $row.Key -Name $row.Name -PropertyType $row.Type -Value $row.Value -Force | Out-Null',
    '}',
    'exit 0',
  ]);
}

export function detectScript(values: Values, install: Install): string {
  return script([
    '# Exit status 0: every value is there as it was deployed. 1: something is missing or differs.',
    ...table(rowsOf(values, install)),
    'foreach ($row in $rows) {',
    '  $found = Get-ItemProperty -LiteralPath $row.Key -Name $row.Name -ErrorAction SilentlyContinue',
    '  if ($null -eq $found -or $found.($row.Name) -cne $row.Value) {',
    "    Write-Output ('differs: ' + $row.Key + ' ' + $row.Name)",
    '    exit 1',
    '  }',
    '}',
    'exit 0',
  ]);
}

export function removeScript(install: Install): string {
  const own = rowsOf({}, install);
  return script([
    '# Takes away what the deploy script wrote. The browser then removes the extension, and with it its own register.',
    ...table(own),
    ...settingsKeys(install),
    'foreach ($key in $settings) { if (Test-Path -LiteralPath $key) { Remove-Item -LiteralPath $key -Recurse -Force } }',
    'foreach ($row in $rows) {',
    '  Remove-ItemProperty -LiteralPath $row.Key -Name $row.Name -Force -ErrorAction SilentlyContinue',
    '}',
    'exit 0',
  ]);
}

function script(lines: readonly string[]): string {
  return `${mark}${["$ErrorActionPreference = 'Stop'", ...lines].join('\r\n')}\r\n`;
}

function table(rows: readonly Row[]): string[] {
  return ['$rows = @(', rows.map(line).join(',\r\n'), ')'];
}

function settingsKeys(install: Install): string[] {
  const keys = windowsBrowsers.map((product) => quoted(drive(settingsKey(product, install).replace(/\\policy$/, ''))));
  return [`$settings = @(${keys.join(', ')})`];
}

function line({ key, name, type, value }: Row): string {
  const written = type === 'number' ? String(value) : quoted(String(value));
  const kind = type === 'number' ? 'DWord' : 'String';
  return `  @{ Key = ${quoted(drive(key))}; Name = ${quoted(name)}; Type = '${kind}'; Value = ${written} }`;
}

function drive(key: string): string {
  return `HKLM:\\${key}`;
}

/** PowerShell takes typographic single quotes for quotes too. */
function quoted(text: string): string {
  return `'${text.replace(/['\u2018-\u201b]/g, '$&$&')}'`;
}

/** The settings a deploy script writes. */
export function readDeployScript(text: string): Values | undefined {
  const entry =
    /@\{ Key = '([^']*)'; Name = '([^']*)'; Type = '(DWord|String)'; Value = (?:(\d+)|'((?:[^'\u2018-\u201b]|(?:(['\u2018-\u201b])\6))*)') \}/g;
  const all = [...text.matchAll(entry)].filter(([, key]) => /\\3rdparty\\extensions\\[a-p]{32}\\policy$/.test(key!));
  const first = all.filter(([, key]) => key === all[0]?.[1]);
  if (first.length === 0) return undefined;
  return fromRegistry(
    first.map(([, , name, , number, written]) =>
      number === undefined
        ? { name: name!, type: 'text', value: written!.replace(/(['\u2018-\u201b])\1/g, '$1') }
        : { name: name!, type: 'number', value: Number(number) },
    ),
  );
}
