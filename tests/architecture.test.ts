// The law of the rooms, executable. The same table stands in ARCHITECTURE.md.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseAst } from 'rolldown/parseAst';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

interface Law {
  /** Rooms it may import. */
  rooms: string[];
  /** Rooms of which it may import types only. */
  types: string[];
  /** npm packages and Node's own modules, by prefix. */
  packages: string[];
}

const pure = ['detectors', 'extractors', 'scan', 'policy', 'rollout', 'incidents', 'redaction', 'assessment'];
const browserPackages = ['wxt/', '#imports', 'webextension-polyfill'];

const law: Record<string, Law> = {
  detectors: { rooms: [], types: [], packages: ['libphonenumber-js', 'stdnum'] },
  extractors: { rooms: [], types: ['scan'], packages: ['htmlparser2', 'postal-mime', 'pdfjs-dist'] },
  scan: { rooms: ['detectors'], types: [], packages: [] },
  policy: {
    rooms: [],
    types: ['detectors', 'scan'],
    packages: ['valibot', '@valibot/to-json-schema', 'email-addresses'],
  },
  rollout: { rooms: ['policy'], types: [], packages: ['htmlparser2', 'uuid'] },
  incidents: { rooms: ['detectors', 'scan', 'policy'], types: [], packages: ['valibot', 'uuid', '@hpke/core'] },
  redaction: { rooms: ['detectors', 'scan', 'extractors'], types: [], packages: ['fflate'] },
  assessment: {
    rooms: ['detectors', 'extractors', 'scan', 'policy', 'redaction'],
    types: ['incidents'],
    packages: ['@noble/hashes', 'email-addresses'],
  },
  webmails: { rooms: [], types: [], packages: [] },
  guard: { rooms: ['webmails'], types: ['scan', 'policy', 'incidents', 'assessment'], packages: [] },
  platform: { rooms: pure, types: ['guard'], packages: [...browserPackages, 'wxt', 'idb', 'uuid', 'valibot'] },
  components: {
    rooms: pure,
    types: ['guard', 'platform'],
    packages: ['react', 'react-dom', 'zustand', 'd3-scale'],
  },
  entrypoints: {
    rooms: [...pure, 'webmails', 'guard', 'platform', 'components'],
    types: [],
    packages: [...browserPackages, 'react', 'react-dom', 'zustand', 'uuid'],
  },
  cli: { rooms: pure, types: [], packages: ['node:'] },
  collector: {
    rooms: [...pure, 'cli', 'components'],
    types: [],
    packages: [
      'node:',
      'hono',
      '@hono/node-server',
      'pg',
      'nodemailer',
      'valibot',
      '@valibot/to-json-schema',
      'uuid',
      'openid-client',
      'react',
      'react-dom',
    ],
  },
};

/** Globals a pure room may not touch: they belong to a page, to an extension, or to Node. */
const forbiddenInPure = [
  'window',
  'document',
  'navigator',
  'location',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'fetch',
  'XMLHttpRequest',
  'browser',
  'chrome',
  'process',
  'Buffer',
  'require',
  '__dirname',
];

const forbiddenNames = [
  'utils',
  'util',
  'helpers',
  'helper',
  'common',
  'shared',
  'core',
  'services',
  'managers',
  'lib',
  'types',
  'constants',
  'misc',
];

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    if (name === 'node_modules') return [];
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesBelow(path);
    return /\.tsx?$/.test(name) && !name.endsWith('.d.ts') ? [path] : [];
  });
}

interface Import {
  source: string;
  typeOnly: boolean;
}

type Node = { type: string; [key: string]: unknown };

/** Every import and re-export, static or dynamic, told apart by whether it leaves code behind. */
function importsOf(program: Node): Import[] {
  const found: Import[] = [];
  visit(program, (node) => {
    if (
      node.type === 'ImportDeclaration' ||
      node.type === 'ExportNamedDeclaration' ||
      node.type === 'ExportAllDeclaration'
    ) {
      const source = (node.source as Node | null)?.value;
      if (typeof source === 'string')
        found.push({ source, typeOnly: node.importKind === 'type' || node.exportKind === 'type' });
    }
    if (node.type === 'ImportExpression') {
      const source = (node.source as Node).value;
      if (typeof source === 'string') found.push({ source, typeOnly: false });
    }
    if (node.type === 'NewExpression' && (node.callee as Node).name === 'URL') {
      const first = (node.arguments as Node[])[0]?.value;
      if (typeof first === 'string' && first.startsWith('.')) found.push({ source: first, typeOnly: false });
    }
  });
  return found;
}

function visit(node: unknown, see: (node: Node) => void): void {
  if (Array.isArray(node)) {
    for (const one of node) visit(one, see);
    return;
  }
  if (!node || typeof node !== 'object') return;
  if (typeof (node as Node).type === 'string') see(node as Node);
  for (const [key, value] of Object.entries(node)) if (key !== 'parent' && typeof value === 'object') visit(value, see);
}

/** Identifiers used as values: not property names, not object keys. */
function globalsUsed(program: Node, names: Set<string>): string[] {
  const used = new Set<string>();
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) {
      for (const one of node) walk(one);
      return;
    }
    if (!node || typeof node !== 'object') return;
    const typed = node as Node;
    if (
      typed.type?.startsWith('TS') &&
      typed.type !== 'TSAsExpression' &&
      typed.type !== 'TSNonNullExpression' &&
      typed.type !== 'TSSatisfiesExpression'
    )
      return;
    if (typed.type === 'Identifier' && names.has(typed.name as string)) used.add(typed.name as string);
    for (const [key, value] of Object.entries(typed)) {
      if (key === 'property' && !typed.computed) continue;
      if (key === 'key' && !typed.computed) continue;
      if (key === 'params' || key === 'id') continue;
      if (typeof value === 'object') walk(value);
    }
  };
  walk(program);
  return [...used];
}

/** The room a specifier leads to, or undefined for a package. */
function roomOf(source: string, file: string): string | undefined {
  const path = source.startsWith('@/')
    ? source.slice(2)
    : source.startsWith('.')
      ? relative(root, resolve(dirname(file), source))
      : undefined;
  return path?.split('/')[0];
}

/** A file and the files of this house that it names, types included. */
function namedIn(file: string): [file: string, named: string[]] {
  const program = parseAst(readFileSync(file, 'utf8'), {
    lang: file.endsWith('x') ? 'tsx' : 'ts',
    sourceType: 'module',
  }) as unknown as Node;
  const paths = importsOf(program).map(({ source }) =>
    source.startsWith('@/') ? join(root, source.slice(2)) : resolve(dirname(file), source),
  );
  return [file, paths];
}

/** The files of one circle, in their order; empty where there is none. */
function circle(named: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const below = (file: string, path: string[]): string[] => {
    if (path.includes(file)) return path.slice(path.indexOf(file)).map((one) => relative(root, one));
    if (done.has(file)) return [];
    done.add(file);
    for (const next of named.get(file) ?? []) {
      const found = below(next, [...path, file]);
      if (found.length > 0) return found;
    }
    return [];
  };
  for (const file of named.keys()) {
    const found = below(file, []);
    if (found.length > 0) return found;
  }
  return [];
}

describe.each(Object.entries(law))('%s', (room, { rooms, types, packages }) => {
  const files = filesBelow(join(root, room));

  it.each(files.map((file) => [relative(root, file), file]))('%s imports only what its room may', (name, file) => {
    const program = parseAst(readFileSync(file, 'utf8'), {
      lang: file.endsWith('x') ? 'tsx' : 'ts',
      sourceType: 'module',
    }) as unknown as Node;
    const broken = importsOf(program).flatMap(({ source, typeOnly }) => {
      const to = roomOf(source, file);
      if (to === undefined)
        return packages.some(
          (allowed) =>
            source === allowed ||
            source.startsWith(allowed.endsWith('/') || allowed.endsWith(':') ? allowed : `${allowed}/`),
        )
          ? []
          : [`${source}: not on the package list of ${room}`];
      if (to === room || rooms.includes(to) || (typeOnly && types.includes(to))) return [];
      if (to === 'public')
        return source.endsWith('.json') ? [] : [`${source}: only locale data may be imported from public`];
      return [`${source}: ${room} may ${types.includes(to) ? 'import only types of' : 'not import'} ${to}`];
    });
    expect(broken, `${name}: change the import, or the law here and in ARCHITECTURE.md`).toEqual([]);
  });

  if (pure.includes(room))
    it.each(files.map((file) => [relative(root, file), file]))(
      '%s touches no global of a page, an extension or Node',
      (_, file) => {
        const program = parseAst(readFileSync(file, 'utf8'), { lang: 'ts', sourceType: 'module' }) as unknown as Node;
        expect(globalsUsed(program, new Set(forbiddenInPure)), 'pass it in as an argument').toEqual([]);
      },
    );
});

describe('the house', () => {
  const all = [...Object.keys(law), 'tests', 'scripts', 'benchmarks'].flatMap((room) => filesBelow(join(root, room)));

  it('has no room whose name says nothing', () => {
    const named = all
      .map((file) => relative(root, file))
      .filter((path) =>
        path
          .split('/')
          .slice(0, -1)
          .some((part) => forbiddenNames.includes(part)),
      );
    expect(named, 'put the thing in the room that owns it, or name it').toEqual([]);
  });

  it('speaks to the browser in platform and entrypoints only', () => {
    const speaking = Object.keys(law)
      .filter((room) => room !== 'platform' && room !== 'entrypoints')
      .flatMap((room) => filesBelow(join(root, room)))
      .filter((file) => /\bbrowser\.(runtime|storage|tabs|alarms|scripting|i18n)\b/.test(readFileSync(file, 'utf8')));
    expect(speaking.map((file) => relative(root, file))).toEqual([]);
  });

  it('asks for nothing that only a secure context has where the page around may be none', () => {
    const around = ['guard', 'webmails', 'scan', 'redaction', 'assessment', 'entrypoints/desk'];
    const asking = around
      .flatMap((folder) => filesBelow(join(root, folder)))
      .filter((file) => /\bcrypto\.(?:randomUUID|subtle)\b/.test(readFileSync(file, 'utf8')));
    expect(
      asking.map((file) => relative(root, file)),
      'platform/random-name.ts; @noble/hashes',
    ).toEqual([]);
  });

  it('has no circle of files: of two that need one another, what both need is a third', () => {
    expect(
      circle(
        new Map(
          Object.keys(law)
            .flatMap((room) => filesBelow(join(root, room)))
            .map(namedIn),
        ),
      ),
    ).toEqual([]);
  });

  it('runs nothing of the test runner outside it: there it throws', () => {
    const started = ['scripts', 'benchmarks'].flatMap((room) => filesBelow(join(root, room)));
    const named = new Map<string, string[]>();
    const see = (file: string) => {
      if (named.has(file) || !/\.tsx?$/.test(file) || !existsSync(file)) return;
      const [, paths] = namedIn(file);
      named.set(file, paths);
      for (const path of paths) see(path);
    };
    for (const file of started) see(file);
    const naming = [...named].filter(([, paths]) => paths.some((path) => path.endsWith('/vitest')));
    expect(naming.map(([file]) => relative(root, file))).toEqual([]);
  });

  it('has its law written in ARCHITECTURE.md', () => {
    const page = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
    for (const room of Object.keys(law))
      expect(page, `ARCHITECTURE.md has no row for ${room}`).toContain(`| ${room} |`);
  });
});
