// What is hidden in codes: found, counted, traced back to where the code stands; and what only looks like a code, left alone.
import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateClients } from '../../benchmarks/corpus/clients.ts';
import { asTableText } from '../../benchmarks/corpus/forms.ts';
import { reverse, rotate } from '../../scan/decode/rotate.ts';
import { scanPart } from '../../scan/scan-part.ts';
import { clearText } from '../../scan/text/clear-text.ts';
import { expectGrowth } from '../growth.ts';
import { estimate, sheetPart, textPart } from './counting.ts';

const bytes = (text: string) => Buffer.from(text);
const hex = (text: string) => bytes(text).toString('hex');
const base64 = (text: string | Buffer) => Buffer.from(text as string).toString('base64');
const wrap = (text: string, width: number) => text.replace(new RegExp(`.{${width}}`, 'g'), '$&\n');

function base32(text: string): string {
  const bits = [...bytes(text)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const letters = bits.match(/.{1,5}/g) ?? [];
  const written = letters
    .map((five) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('');
  return written.padEnd(Math.ceil(written.length / 8) * 8, '=');
}

const units = (text: string, write: (hex: string) => string) =>
  Array.from({ length: text.length }, (_, at) => write(text.charCodeAt(at).toString(16).padStart(4, '0'))).join('');

const codes: Record<string, (text: string) => string> = {
  base64: (text) => base64(text),
  'base64 in lines': (text) => wrap(base64(text), 76),
  'base64 for URLs, without padding': (text) => bytes(text).toString('base64url'),
  'a data URI': (text) => `data:text/csv;base64,${base64(text)}`,
  base32,
  hex,
  'hex in capitals': (text) => hex(text).toUpperCase(),
  'hex in lines': (text) => wrap(hex(text), 64),
  'hex in pairs': (text) => hex(text).replace(/../g, '$& ').trim(),
  'percent-encoding': encodeURIComponent,
  'percent-encoding of every byte': (text) => hex(text).replace(/../g, '%$&'),
  '\\u escapes': (text) => units(text, (one) => `\\u${one}`),
  '\\x escapes': (text) => hex(text).replace(/../g, '\\x$&'),
  'character references': (text) => units(text, (one) => `&#${Number.parseInt(one, 16)};`),
  'hexadecimal references': (text) => units(text, (one) => `&#x${one.replace(/^0+/, '')};`),
  'quoted-printable': (text) => hex(text).toUpperCase().replace(/../g, '=$&').replace(/.{72}/g, '$&=\n'),
  'gzip and base64': (text) => base64(gzipSync(text)),
  'zlib and base64': (text) => base64(deflateSync(text)),
  'deflate and base64': (text) => base64(deflateRawSync(text)),
  'gzip and hex': (text) => gzipSync(text).toString('hex'),
  'UTF-16 and base64': (text) => base64(Buffer.from(text, 'utf16le')),
  rot13: rotate,
  'turned round': reverse,
  'each line turned round': (text) => text.split('\n').map(reverse).join('\n'),
};
const names = Object.keys(codes);

const list = (count: number, seed: number) => asTableText(generateClients(count, seed));
const letter = (text: string) => `Hi Sam,\n\nplease find it below.\n\n${text}\n\nKind regards\nJo`;

describe('a list in a code', () => {
  it.each(names)('counts as many people as in clear: %s', { timeout: 60_000 }, (name) => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 40 }), fc.integer({ min: 1, max: 1_000 }), (count, seed) => {
        const text = codes[name]!(list(count, seed));
        expect(estimate(text)).toBe(count);
        expect(estimate(letter(text))).toBe(count);
      }),
      { numRuns: 6 },
    );
  });

  it.each(names)('counts sentences as well: %s', (name) => {
    const text = generateClients(12, 8)
      .map((one) => `Yesterday I met ${one.name}; write to ${one.email} or call ${one.phone}.`)
      .join('\n');
    expect(estimate(codes[name]!(text))).toBe(12);
  });

  it('counts as many people in one code inside another', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.constantFrom(...names),
        fc.integer({ min: 1, max: 50 }),
        (one, other, seed) => {
          expect(estimate(codes[other]!(codes[one]!(list(20, seed)))), `${one} in ${other}`).toBe(20);
        },
      ),
      { numRuns: 60 },
    );
  });

  // Each was read as nobody, or as too many, once: a last line of two letters, half a byte or half a character too many, letters that
  // look moved by chance, a block that looks compressed by chance.
  it.each([
    ['percent-encoding', 'turned round', 8],
    ['percent-encoding', 'each line turned round', 8],
    ['hex in lines', 'hex in lines', 10],
    ['gzip and hex', 'base64 in lines', 16],
    ['UTF-16 and base64', 'base64 in lines', 40],
    ['hex in lines', 'turned round', 46],
    ['deflate and base64', 'turned round', 39],
  ])('counts as many people in %s in %s, list %i', (one, other, seed) => {
    expect(estimate(codes[other]!(codes[one]!(list(20, seed))))).toBe(20);
  });

  it('counts people once who stand there in clear as well', () => {
    const text = list(10, 4);
    expect(estimate(`${text}\n\n${base64(text)}`)).toBe(10);
    expect(estimate([textPart(text), textPart(base64(gzipSync(text)), 'a.txt')])).toBe(10);
  });

  it('reads codes value by value, in their rows', () => {
    const clients = generateClients(8, 9);
    const rows = clients.map(({ name, email }) => `${name}\t${base64(email)}\t${hex(email)}`);
    expect(estimate(`Name\tE-mail\tAgain\n${rows.join('\n')}`)).toBe(8);
    const lines = clients.map(({ name, email }) => base64(`${name}, ${email}`));
    expect(estimate(lines.join('\n'))).toBe(8);
    expect(estimate(lines.map((line) => `- ${line}`).join('\n'))).toBe(8);
  });
});

describe('quoted-printable', () => {
  const names = [
    'Иван Петров',
    'Мария Белова',
    'Γεώργιος Μακρής',
    '山田 太郎',
    '王伟',
    'Олег Ким',
    'Ελένη Λόντος',
    '佐藤 葵',
  ];
  const list = `Name;E-mail\n${names.map((name, index) => `${name};a${index}@x.test`).join('\n')}`;
  const pairs = [...Buffer.from(list)].map((byte) =>
    byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte),
  );
  it('is read in any script', () => expect(estimate(pairs.join(''))).toBe(8));
  it('is read where a quoted line goes on', () => {
    const wrapped = pairs
      .join('')
      .replace(/((?:=..){6})(?==)/g, '$1=\n')
      .replace(/^/gm, '> ');
    expect(estimate(wrapped)).toBe(8);
  });
});

describe('a sheet', () => {
  it('may hold codes in its cells', () => {
    const clients = generateClients(8, 9);
    const rows = clients.map(({ name, email }) => [name, base64(email)]);
    expect(estimate(sheetPart([['Name', 'E-mail'], ...rows]))).toBe(8);
    const hidden = sheetPart([
      ['Week', 'Note'],
      ['1', base64(list(20, 5))],
      ['2', 'nothing'],
    ]);
    expect(estimate(hidden)).toBe(20);
  });
});

describe('where a finding stands', () => {
  it.each(names)('is the code, once for each kind: %s', (name) => {
    const code = codes[name]!(list(6, 3));
    const text = `See below.\n\n${code}\n\nBye`;
    const { findings = [] } = scanPart(textPart(text), { session: 1, findings: true });
    expect(new Set(findings.map(({ kind }) => kind))).toContain('email');
    const endOfKind = new Map<string, number>();
    for (const { kind, start, end } of findings) {
      expect(start).toBeGreaterThanOrEqual(12);
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(12 + code.length);
      expect(start).toBeGreaterThanOrEqual(endOfKind.get(kind) ?? 0);
      endOfKind.set(kind, end);
    }
  });

  it('is the escaped value, where only that is escaped', () => {
    const text = 'mail jane%40firm.example or b&#111;b&commat;firm.example or j\\u0061n\\x40firm.example';
    const { findings = [] } = scanPart(textPart(text), { session: 1, findings: true });
    expect(findings.map(({ start, end }) => text.slice(start, end))).toEqual([
      'jane%40firm.example',
      'b&#111;b&commat;firm.example',
      'j\\u0061n\\x40firm.example',
    ]);
  });

  it('is the value in a LaTeX table, in whatever type it is set', () => {
    const text = 'Jane & \\textbf{write to jane@x.test soon} & 1 \\\\\nBob & \\emph{or bob@y.test, too} & 2 \\\\\n';
    const { findings = [] } = scanPart(textPart(text), { session: 1, findings: true });
    expect(findings.map(({ start, end }) => text.slice(start, end))).toEqual(['jane@x.test', 'bob@y.test']);
  });
});

describe('clear text', () => {
  it.each([
    ['plain', 'Dear Jane, the price is 5 % of 100 & more = 7 \\ 2.', 'marks that begin no escape'],
    ['a share', 'a discount of 10%de and 5%ab', 'a percentage touched by letters'],
    ['a hash', 'sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', 'bytes that are no text'],
    ['a card-like number', '4111111111111111 and 3132333435363738', 'digits are numbers before they are letters'],
    ['an identifier', 'getElementByIdAndRemoveItFromTheDocument, internationalisation_of_names', 'words run together'],
    ['a path', '/usr/local/lib/node/modules/express/lib/router/index', 'of the alphabet of base64'],
    ['a UUID', '123e4567-e89b-12d3-a456-426614174000', 'hex with dashes'],
    ['a fingerprint', 'AB:CD:EF:01:23:45:67:89:AB:CD:EF:01:23:45:67:89:AB:CD:EF:01', 'pairs that are no text'],
    ['key=value', 'ttl=64 time=20 size=40 k=C3 port=3D', 'equals signs before what could be hex'],
    [
      'a public key',
      `-----BEGIN PUBLIC KEY-----\n${wrap('MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAu1SU1LfVLPHCozMxH2Mo', 64)}-----END PUBLIC KEY-----`,
      'DER',
    ],
    ['figures', '12 34 56 78 90 12 34 56 78 90 12 34 56 78 90 12 34 56 78 90', 'pairs of digits in a table'],
    [
      'German',
      'Sehr geehrte Frau Müller, vielen Dank für Ihre Nachricht vom Montag. Wir melden uns in Kürze bei Ihnen.',
      'no ROT13',
    ],
    [
      'Welsh',
      'Bore da, diolch yn fawr iawn am eich llythyr. Rydym yn edrych ymlaen at eich gweld yng Nghaerdydd.',
      'no ROT13',
    ],
    [
      'Polish',
      'Szanowni Państwo, dziękujemy za przesłanie dokumentów. Odpowiedź prześlemy w najbliższym tygodniu.',
      'no ROT13',
    ],
    [
      'capitals',
      'NOTICE TO ALL STAFF: THE OFFICE IS CLOSED ON MONDAY BECAUSE OF WORKS IN THE STREET.',
      'no capitals at ends',
    ],
  ])('is left as it is: %s (%3$s)', (_, text) => {
    const { text: same, stretches, unread } = clearText(text);
    expect({ same, stretches, unread }).toEqual({ same: text, stretches: [], unread: undefined });
  });

  it('is not made a list by the escapes in its links', () => {
    const link =
      'https://track.example/c?u=https%3A%2F%2Fshop.example%2Fsale%3Fa%3D1%2526b%3D2&h=9f86d081884c7d65&t=AbCdEfGhIjKlMnOpQrStUvWxYz0123456789';
    expect(estimate(`Our spring sale\n\n${link}\n\n${link.replace('sale', 'new')}`)).toBe(0);
  });

  it('does not count the reader whose address stands in an unsubscribe link', () => {
    const token = base64(JSON.stringify({ campaign: 17, email: 'sam@firm.example' }));
    const text = `News\n\nhttps://news.example/unsubscribe?t=${token}&e=sam%40firm.example`;
    expect(estimate(text, { recipients: [{ address: 'sam@firm.example' }] })).toBe(0);
    expect(estimate(text, { sender: 'sam@firm.example' })).toBe(0);
  });

  it('keeps the columns of a row whose cell has escaped delimiters', () => {
    const rows = generateClients(5, 2).map(
      ({ name, email }) => `${name},https://x.example/?a=1%2C2%0A&t=a%09b,${email}`,
    );
    expect(estimate(`Name,Link,E-mail\n${rows.join('\n')}`)).toBe(5);
  });

  it('may hold a picture, a signature or a token, and can be told', () => {
    const random = Buffer.from(Array.from({ length: 6_000 }, (_, at) => (at * at * 31 + at * 17) % 256));
    const text = `Logo: data:image/png;base64,iVBORw0KGgo${base64(random)}\n\n-----BEGIN PGP SIGNATURE-----\n${wrap(base64(random.subarray(7, 300)), 64)}\n-----END PGP SIGNATURE-----`;
    expect(scanPart(textPart(text), { session: 1 }).unreadable).toBeUndefined();
  });
});

describe('what cannot be told', () => {
  it.each(['PGP MESSAGE', 'PKCS7', 'AGE ENCRYPTED FILE'])('is a %s', (what) => {
    const text = `Hi,\n\n-----BEGIN ${what}-----\n\nhQEMA0000000\n-----END ${what}-----`;
    expect(scanPart(textPart(text), { session: 1 }).unreadable).toBe('encrypted');
  });

  it('is more than can be unpacked', { timeout: 60_000 }, () => {
    const bomb = base64(gzipSync(Buffer.alloc(100_000_000, 'a ')));
    expect(scanPart(textPart(bomb), { session: 1 }).unreadable).toBe('too-large');
  });

  it('is a code within a code without an end', { timeout: 60_000 }, () => {
    let text = list(5, 1);
    for (let level = 0; level < 9; level++) text = base64(gzipSync(text));
    expect(scanPart(textPart(text), { session: 1 }).unreadable).toBe('too-deep');
  });

  it('is a code that breaks off, as far as it was not read', () => {
    const code = base64(gzipSync(list(60, 1)));
    const scan = scanPart(textPart(code.slice(0, code.length / 2)), { session: 1 });
    expect(scan.unreadable).toBe('broken');
    expect(scan.kinds.find(({ kind }) => kind === 'email')?.matches).toBeGreaterThan(5);
  });
});

it('is no damage where what a random name stands for by chance is nothing to read', () => {
  const name = 'Xv3FUzTVcv9AAFaObjti4IVFlRCGDFmR';
  expect(scanPart(textPart(`att_local_name=${name}`), { session: 1 }).unreadable).toBeUndefined();
});

describe('for any text', () => {
  const pieces = fc.oneof(
    fc.constantFrom(
      '%',
      '%4',
      '%40',
      '=',
      '=\n',
      '=40',
      '\\u',
      '\\u0040',
      '\\x',
      '&',
      '&#',
      '&#64;',
      '&amp;',
      '=?utf-8?b?',
      '?=',
    ),
    fc.constantFrom(
      'jane@x.test',
      '\n',
      '\n\n',
      ' ',
      'AbCdEfGhIjKlMnOpQrStUvWxYz',
      '61626364656667686970',
      'H4sIAAAA',
      'eJw',
    ),
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.tuple(fc.constantFrom(...names), fc.string({ unit: 'grapheme', maxLength: 60 })).map(([name, text]) => {
      try {
        return codes[name]!(text);
      } catch {
        return text;
      }
    }),
  );
  it('never throws, and leads back into the original, in order', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const original = parts.join('');
        const { text, toOriginal, stretches } = clearText(original);
        let last = 0;
        for (let offset = 0; offset <= text.length; offset++) {
          const at = toOriginal(offset);
          if (at < last || at > original.length) throw new Error(`${offset} → ${at}`);
          last = at;
        }
        let end = 0;
        for (const stretch of stretches) {
          expect(stretch[0]).toBeGreaterThanOrEqual(end);
          expect(stretch[1]).toBeLessThanOrEqual(original.length);
          end = stretch[1];
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['A'],
    ['%'],
    ['%25'],
    ['='],
    ['=\n'],
    ['=40'],
    ['\\u'],
    ['\\u005c'],
    ['&'],
    ['&#'],
    ['&amp;'],
    ['aB3d\n'],
    [`${'aB3/'.repeat(19)}\n`],
    ['4a 61 '],
    ['ab@cd.ef '],
    ['enaJ '],
    ['H4sIAAAAAAAA'],
    ['eJw/'],
    ['a/b-c_d+'],
    ['QUFB'],
    ['NNN\n\n'],
    ['=\n', '=41\n'],
  ])('takes time that grows with the length only: %j', { timeout: 120_000 }, (unit, before = '') => {
    const read = (length: number) => clearText(before + unit.repeat(length / unit.length));
    expectGrowth(read, { small: 100_000, large: 1_000_000 });
  });
});
