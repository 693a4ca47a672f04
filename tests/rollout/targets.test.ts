import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { managedSchema } from '../../policy/managed-schema.ts';
import { parsePolicy } from '../../policy/parse.ts';
import { signedText } from '../../policy/signed.ts';
import { exampleInstall } from '../../rollout/install.ts';
import { readAny, type TargetName, targets } from '../../rollout/targets.ts';
import { allNamed, readXml } from '../../rollout/xml.ts';
import { anyPolicy, awkward } from './sample.ts';

const names = Object.keys(targets) as TargetName[];
const filesOf = (name: TargetName) => targets[name].write(awkward, exampleInstall);
const textOf = (name: TargetName, file: RegExp) => filesOf(name).find((one) => file.test(one.name))!.text;

describe.each(names)('%s', (name) => {
  const { write, read } = targets[name];

  it('is read back as it was written', () => {
    expect(read(write(awkward, exampleInstall)[0]!.text)).toEqual(awkward);
  });

  it('is told from the others', () => {
    const known = readAny(write(awkward, exampleInstall)[0]!.text);
    expect(known?.values).toEqual(awkward);
    // The three of Linux, the two templates and the two profiles are one form each.
    expect(known?.target.slice(0, 4)).toBe(
      name === 'edge-linux' || name === 'edge-windows-admx' ? 'chro' : name.slice(0, 4),
    );
  });

  it('gives the same policy, whatever IT wrote', () => {
    fc.assert(
      fc.property(anyPolicy, (values) => {
        const back = read(write(values, exampleInstall)[0]!.text);
        expect(back).toEqual(values);
        expect(parsePolicy(back)).toEqual(parsePolicy(values));
      }),
      { numRuns: 60 },
    );
  });

  it.each(['', '{}', '[]', 'hello', '<plist/>', '\ufeff', '{"a":{"Value":1},"b":2}'])(
    'reads nothing out of %j',
    (text) => {
      const found = name === 'json' ? undefined : read(text);
      expect(found).toBeUndefined();
    },
  );
});

it('a signed policy is read without its key', () => {
  expect(readAny(signedText(7, JSON.stringify(awkward), 'AAAA'))).toEqual({ target: 'signed', values: awkward });
  expect(readAny(signedText(7, '[]', 'AAAA'))?.target).not.toBe('signed');
});

it('what is written for a platform names its settings, so that one the browser drops is found out', () => {
  const all = Object.keys(awkward).join(', ');
  const { '3rdparty': written } = JSON.parse(textOf('chromium-linux', /json$/));
  expect(written.extensions[exampleInstall.chromiumId].settings).toBe(all);
  expect(textOf('reg', /reg$/)).toContain(`"settings"="${all}"`);
  expect(JSON.parse(textOf('google-admin', /json$/)).settings).toEqual({ Value: all });
  expect(JSON.parse(textOf('json', /json$/))).not.toHaveProperty('settings');
});

const python = spawnSync('python3', ['--version']).status === 0;
const xmllint = spawnSync('xmllint', ['--version']).status === 0;

function byPython(program: string, input: string): unknown {
  const run = spawnSync('python3', ['-c', program], { input, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout);
}

/** A .reg file by an INI reader, values taken apart by the rules of the registry editor. */
function registryBy(text: string) {
  const program = `
import sys, json, configparser
raw = sys.stdin.buffer.read().decode('ascii')
head, body = raw.split('\\r\\n', 1)
assert head == 'Windows Registry Editor Version 5.00', head
ini = configparser.RawConfigParser(delimiters=('=',), strict=True); ini.optionxform = str
ini.read_string(body)
def value(v):
    if v.startswith('dword:'): return int(v[6:], 16)
    if v.startswith('hex(1):'): return bytes(int(b, 16) for b in v[7:].split(',')).decode('utf-16-le').rstrip('\\0')
    assert v[0] == v[-1] == '"'
    return v[1:-1].replace('\\\\\\\\', '\\0').replace('\\\\"', '"').replace('\\0', '\\\\')
print(json.dumps({s: {k.strip('"'): value(v) for k, v in ini.items(s)} for s in ini.sections()}))`;
  return byPython(program, text) as Record<string, Record<string, unknown>>;
}

/** What the extension makes of the values as another program read them. */
function expectSamePolicy(found: Record<string, unknown>): void {
  const { settings: _names, ...policy } = parsePolicy(found).policy;
  expect(parsePolicy(found).problems).toEqual([]);
  expect(policy).toEqual(parsePolicy(awkward).policy);
}

describe.skipIf(!python)('read by other programs, to the same policy', () => {
  it.each(['mobileconfig-chrome', 'mobileconfig-edge'] as const)('%s by plistlib', (name) => {
    const profile = byPython(
      'import sys,json,plistlib; print(json.dumps(plistlib.loads(sys.stdin.buffer.read())))',
      filesOf(name)[0]!.text,
    ) as { PayloadContent: Record<string, unknown>[] };
    const [browser, settings] = profile.PayloadContent;
    const { settings: names } = settings!;
    expectSamePolicy(
      Object.fromEntries(
        String(names)
          .split(', ')
          .map((name) => [name, settings![name]]),
      ),
    );
    const domain = name.endsWith('edge') ? 'com.microsoft.Edge' : 'com.google.Chrome';
    expect([browser!.PayloadType, settings!.PayloadType]).toEqual([
      domain,
      `${domain}.extensions.${exampleInstall.chromiumId}`,
    ]);
    const ids = profile.PayloadContent.map(({ PayloadUUID }) => PayloadUUID);
    expect(new Set(ids).size).toBe(2);
    for (const id of ids) expect(id).toMatch(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/);
  });

  it('the .reg file by an INI reader, values taken apart by the rules of the registry editor', () => {
    const keys = registryBy(filesOf('reg')[0]!.text);
    const at = (browser: string) => keys[`HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\${browser}`]!;
    const settings = `3rdparty\\extensions\\${exampleInstall.chromiumId}\\policy`;
    for (const browser of ['Google\\Chrome', 'Microsoft\\Edge']) {
      const found = at(`${browser}\\${settings}`);
      expect(found.version).toBe(awkward.version);
      expect(found.auditOnly).toBe(0);
      expectSamePolicy(found);
      expect(JSON.parse(String(found.firm))).toEqual(awkward.firm);
      expect(JSON.parse(String(found.wording))).toEqual(awkward.wording);
      expect(JSON.parse(String(at(browser).ExtensionSettings))[exampleInstall.chromiumId].installation_mode).toBe(
        'force_installed',
      );
    }
    expect(at('Google\\Chrome').IncognitoModeAvailability).toBe(1);
    expect(at('Microsoft\\Edge').InPrivateModeAvailability).toBe(1);
  });

  const extension = "next(iter(p['3rdparty']['extensions'].values()))";
  it.each([
    ['chrome-linux', extension],
    ['chromium-linux', extension],
    ['edge-linux', extension],
    ['google-admin', "{k: v['Value'] for k, v in p.items()}"],
    ['firefox', "next(iter(p['policies']['3rdparty']['Extensions'].values()))"],
    ['json', 'p'],
  ] as const)('%s by json', (name, values) => {
    const program = `import sys,json; p = json.load(sys.stdin); print(json.dumps(${values}))`;
    expectSamePolicy(byPython(program, filesOf(name)[0]!.text) as Record<string, unknown>);
  });

  it.each(['chrome', 'edge'] as const)('the values that a template for %s offers by ElementTree', (browser) => {
    const program = `
import sys, json, xml.etree.ElementTree as E
n = '{http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions}'
r = E.fromstring(sys.stdin.buffer.read())
found = {e.get('refId'): e.find(n + 'defaultValue').text for e in r.iter(n + 'textBox') if e.find(n + 'defaultValue') is not None}
found |= {e.get('refId'): int(e.get('defaultValue')) for e in r.iter(n + 'decimalTextBox') if e.get('defaultValue')}
found |= {e.get('refId'): e.get('defaultChecked') == 'true' for e in r.iter(n + 'checkBox') if e.get('defaultChecked')}
print(json.dumps({k: '' if v is None else v for k, v in found.items()}))`;
    expectSamePolicy(byPython(program, textOf(`${browser}-windows-admx`, /\.adml$/)) as Record<string, unknown>);
  });

  it('every XML by expat', () => {
    const program = `
import sys, json, xml.dom.minidom as m
print(json.dumps([m.parseString(t.encode()).documentElement.tagName for t in json.load(sys.stdin)]))`;
    const texts = names
      .flatMap(filesOf)
      .flatMap(({ name, text }) => (/\.(admx|adml|mobileconfig)$/.test(name) ? [text] : []));
    const roots = byPython(program, JSON.stringify(texts)) as string[];
    expect([...new Set(roots)].sort()).toEqual(['plist', 'policyDefinitionResources', 'policyDefinitions']);
    expect(roots).toHaveLength(6);
  });
});

const schema = join(import.meta.dirname, 'group-policy.xsd');

/** What xmllint has to say about an XML file; nothing is good. */
function byXmllint(name: string, text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-xml-'));
  try {
    const path = join(folder, name.replace('/', '-'));
    writeFileSync(path, text);
    const checks = /\.adm[lx]$/.test(name) ? ['--schema', schema] : [];
    const { status, stderr } = spawnSync('xmllint', ['--noout', '--nonet', ...checks, path], { encoding: 'utf8' });
    return status === 0 ? '' : stderr;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe.skipIf(!xmllint)('read by xmllint', () => {
  const files = names.flatMap(filesOf).filter(({ name }) => /\.(admx|adml|mobileconfig)$/.test(name));

  it.each(files.map(({ name, text }) => [name, text]))(
    '%s is well formed, and a template is as Windows takes it',
    (name, text) => {
      expect(byXmllint(name, text)).toBe('');
    },
  );

  it.each([
    ['a key with a doubled backslash', '.admx', 'SOFTWARE\\Policies', 'SOFTWARE\\\\Policies'],
    [
      'parts in another order',
      '.admx',
      /<parentCategory[^>]*>\s*(<supportedOn[^>]*>)/,
      '$1<parentCategory ref="gatehouse"/>',
    ],
    ['a setting twice', '.admx', 'name="firm" class', 'name="version" class'],
    ['a reference of another form', '.admx', '$(string.firm)', 'string.firm'],
    ['a word twice', '.adml', 'id="firm_explain"', 'id="firm"'],
    ['a number that is none', '.adml', 'defaultValue="90"', 'defaultValue="many"'],
  ])('a template with %s would be refused', (_, ending, from, to) => {
    const { name, text } = files.find((one) => one.name.endsWith(`chrome${ending}`))!;
    const changed = text.replace(from, to);
    expect(changed).not.toBe(text);
    expect(byXmllint(name, changed)).toContain('Schemas validity error');
  });
});

// Facts of https://learn.microsoft.com/previous-versions/windows/desktop/policy/schema-root
describe.each(['chrome', 'edge'] as const)('the template for %s', (browser) => {
  const template = readXml(textOf(`${browser}-windows-admx`, /\.admx$/)).children.find(
    ({ name }) => name === 'policyDefinitions',
  )!;
  const words = readXml(textOf(`${browser}-windows-admx`, /\.adml$/));
  const policies = allNamed(template, 'policy');

  it('has its parts in the order the schema asks for', () => {
    expect(template.children.map(({ name }) => name)).toEqual([
      'policyNamespaces',
      'resources',
      'supportedOn',
      'categories',
      'policies',
    ]);
    for (const policy of policies)
      expect(policy.children.map(({ name }) => name)).toEqual(['parentCategory', 'supportedOn', 'elements']);
  });

  it('has every setting, below the key the browser reads', () => {
    expect(policies.map(({ attributes }) => attributes.name)).toEqual(Object.keys(managedSchema().properties!));
    for (const { attributes } of policies)
      expect(attributes.key).toBe(
        `SOFTWARE\\Policies\\${browser === 'chrome' ? 'Google\\Chrome' : 'Microsoft\\Edge'}\\3rdparty\\extensions\\${exampleInstall.chromiumId}\\policy`,
      );
  });

  it('refers to nothing that is not there', () => {
    const strings = new Set(allNamed(words, 'string').map(({ attributes }) => attributes.id));
    const presentations = new Map(allNamed(words, 'presentation').map((one) => [one.attributes.id, one]));
    for (const policy of policies) {
      const { displayName, explainText, presentation } = policy.attributes;
      for (const reference of [displayName, explainText])
        expect(strings).toContain(/^\$\(string\.(.+)\)$/.exec(reference!)![1]);
      const shown = presentations.get(/^\$\(presentation\.(.+)\)$/.exec(presentation!)![1]);
      const elements = policy.children.at(-1)!.children;
      expect(shown!.children.map(({ attributes }) => attributes.refId)).toEqual(
        elements.map(({ attributes }) => attributes.id),
      );
      const form = { text: 'textBox', decimal: 'decimalTextBox', boolean: 'checkBox' }[elements[0]!.name];
      expect(shown!.children[0]!.name).toBe(form);
    }
  });
});

describe.skipIf(!python)('the scripts for Intune', () => {
  const scripts = filesOf('intune');

  it.each(scripts.map(({ name, text }) => [name, text]))(
    '%s closes every quote, bracket and brace it opens',
    (_, text) => {
      expect(text.startsWith('\ufeff')).toBe(true);
      const open: string[] = [];
      const closing: Record<string, string> = { ')': '(', '}': '{', ']': '[' };
      const code = text
        .slice(1)
        .replace(/^#.*$/gm, '')
        .replace(/'(?:[^'\u2018-\u201b]|['\u2018-\u201b]{2})*'/g, "''");
      expect(code).not.toMatch(/[“”‘’"`]/);
      for (const letter of code) {
        if ('({['.includes(letter)) open.push(letter);
        else if (letter in closing) expect(open.pop()).toBe(closing[letter]);
      }
      expect(open).toEqual([]);
    },
  );

  it('have the very keys, names and values of the .reg file, told apart by a reader of their own', () => {
    const plain = (text: string) => text.slice(1, -1).replace(/(['\u2018-\u201b])\1/g, '$1');
    const quoted = "'(?:[^'\u2018-\u201b]|(?:''|\u2018\u2018|\u2019\u2019|\u201a\u201a|\u201b\u201b))*'";
    const row = new RegExp(
      `^  @\\{ Key = (${quoted}); Name = (${quoted}); Type = '(\\w+)'; Value = (\\d+|${quoted}) \\},?$`,
    );
    const lines = scripts[0]!.text.split('\r\n').filter((line) => line.startsWith('  @{'));
    const inScript = lines.map((line) => {
      const [, key, name, type, value] = row.exec(line)!;
      expect(type).toBe(value!.startsWith("'") ? 'String' : 'DWord');
      return [
        plain(key!).replace('HKLM:\\', 'HKEY_LOCAL_MACHINE\\'),
        plain(name!),
        type === 'DWord' ? Number(value) : plain(value!),
      ];
    });
    const inReg = Object.entries(registryBy(textOf('reg', /reg$/))).flatMap(([key, all]) =>
      Object.entries(all).map(([name, value]) => [key, name, value]),
    );
    expect(inScript).toEqual(inReg);
  });

  it('detect asks for every value that deploy writes', () => {
    const rows = (text: string) => text.match(/@\{ Key = .*\}/g);
    expect(rows(scripts[1]!.text)).toEqual(rows(scripts[0]!.text));
    expect(rows(scripts[0]!.text)!.length).toBe(2 * (Object.keys(awkward).length + 6));
  });
});
