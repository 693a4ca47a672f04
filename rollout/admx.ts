// Group Policy templates made from the policy's one schema: every setting with its meaning, the firm's values filled in.
// Schema: https://learn.microsoft.com/previous-versions/windows/desktop/policy/schema-root (order of elements, limits of text and decimal)
import { type ManagedProperty, managedSchema } from '../policy/managed-schema.ts';
import type { Install, Values } from './install.ts';
import { fromRegistry, type RegistryValue, registryValues, settingsKey, type WindowsBrowser } from './registry.ts';
import { allNamed, readXml, xmlText } from './xml.ts';

const namespace = 'http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions';
const names: Record<WindowsBrowser, string> = { chrome: 'Google Chrome', edge: 'Microsoft Edge' };

const settings = (): [string, ManagedProperty][] => Object.entries(managedSchema().properties ?? {});

/** The template: which registry values there are. The same whatever the firm's policy. */
export function admx(install: Install, product: WindowsBrowser): string {
  const key = xmlText(settingsKey(product, install));
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<policyDefinitions revision="1.0" schemaVersion="1.0" xmlns="${namespace}">`,
    '  <policyNamespaces>',
    `    <target prefix="gatehouse_${product}" namespace="Gatehouse.Policies.${product}"/>`,
    '  </policyNamespaces>',
    '  <resources minRequiredRevision="1.0"/>',
    '  <supportedOn>',
    '    <definitions>',
    '      <definition name="SUPPORTED" displayName="$(string.SUPPORTED)"/>',
    '    </definitions>',
    '  </supportedOn>',
    '  <categories>',
    '    <category name="gatehouse" displayName="$(string.gatehouse)"/>',
    '  </categories>',
    '  <policies>',
    ...settings().flatMap(([name, { type }]) => [
      `    <policy name="${name}" class="Machine" displayName="$(string.${name})" explainText="$(string.${name}_explain)" presentation="$(presentation.${name})" key="${key}">`,
      '      <parentCategory ref="gatehouse"/>',
      '      <supportedOn ref="SUPPORTED"/>',
      `      <elements>${element(name, type)}</elements>`,
      '    </policy>',
    ]),
    '  </policies>',
    '</policyDefinitions>',
    '',
  ].join('\r\n');
}

function element(name: string, type: ManagedProperty['type']): string {
  switch (type) {
    case 'boolean':
      return `<boolean id="${name}" valueName="${name}"><trueValue><decimal value="1"/></trueValue><falseValue><decimal value="0"/></falseValue></boolean>`;
    case 'integer':
      return `<decimal id="${name}" valueName="${name}" minValue="0" maxValue="1000000000"/>`;
    default:
      return `<text id="${name}" valueName="${name}" maxLength="100000"/>`;
  }
}

/** The words, and the values the editor offers when a setting is switched on. */
export function adml(values: Values, product: WindowsBrowser): string {
  const given = new Map(registryValues(values).map((one) => [one.name, one]));
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<policyDefinitionResources revision="1.0" schemaVersion="1.0" xmlns="${namespace}">`,
    '  <displayName>Gatehouse</displayName>',
    '  <description>Settings of the Gatehouse extension</description>',
    '  <resources>',
    '    <stringTable>',
    `      <string id="SUPPORTED">${names[product]} 140 or later</string>`,
    `      <string id="gatehouse">Gatehouse (${names[product]})</string>`,
    ...settings().flatMap(([name, property]) => [
      `      <string id="${name}">${name}</string>`,
      `      <string id="${name}_explain">${xmlText(explained(property))}</string>`,
    ]),
    '    </stringTable>',
    '    <presentationTable>',
    ...settings().map(
      ([name, { type }]) => `      <presentation id="${name}">${control(name, type, given.get(name))}</presentation>`,
    ),
    '    </presentationTable>',
    '  </resources>',
    '</policyDefinitionResources>',
    '',
  ].join('\r\n');
}

function explained({ type, description = '', properties }: ManagedProperty): string {
  const parts = Object.entries(properties ?? {}).map(([key, one]) => `${key}: ${one.description ?? one.type}`);
  const form = type === 'object' || type === 'array' ? ['', 'Written as JSON.'] : [];
  return [description, ...form, ...(parts.length > 0 ? ['', ...parts] : [])].join('\n');
}

function control(name: string, type: ManagedProperty['type'], given: RegistryValue | undefined): string {
  switch (type) {
    case 'boolean':
      return `<checkBox refId="${name}"${given ? ` defaultChecked="${given.value === 1}"` : ''}>${name}</checkBox>`;
    case 'integer':
      return `<decimalTextBox refId="${name}"${given ? ` defaultValue="${given.value}"` : ''}>${name}</decimalTextBox>`;
    default: {
      const filled = given ? `<defaultValue>${xmlText(String(given.value))}</defaultValue>` : '';
      return `<textBox refId="${name}"><label>${name}</label>${filled}</textBox>`;
    }
  }
}

/** The values an ADML file of ours offers. */
export function readAdml(text: string): Values | undefined {
  const root = readXml(text);
  const booleans = allNamed(root, 'checkBox').flatMap(({ attributes }) =>
    attributes.defaultChecked === undefined ? [] : [[attributes.refId, attributes.defaultChecked === 'true'] as const],
  );
  const numbers = allNamed(root, 'decimalTextBox').flatMap(({ attributes }) =>
    attributes.defaultValue === undefined ? [] : [[attributes.refId, Number(attributes.defaultValue)] as const],
  );
  const texts = allNamed(root, 'textBox').flatMap(({ attributes, children }) => {
    const filled = children.find(({ name }) => name === 'defaultValue');
    return filled ? [{ name: attributes.refId!, type: 'text' as const, value: filled.text }] : [];
  });
  if (allNamed(root, 'presentation').length === 0) return undefined;
  return { ...Object.fromEntries([...booleans, ...numbers]), ...fromRegistry(texts) };
}
