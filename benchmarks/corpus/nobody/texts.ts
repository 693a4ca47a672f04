// Running text and code about nobody: programs in several languages, configuration, prose with names of places, firms and historical
// figures, recipes, fixtures, legal text, manuals.
import type { Random } from '../random.ts';
import { prose } from '../texts.ts';
import { items, streets, towns } from '../words.ts';

const hex = (random: Random, count: number) =>
  Array.from({ length: count }, () => random.pick([...'0123456789abcdef'])).join('');
const word = (random: Random) =>
  random.pick(['order', 'invoice', 'parcel', 'total', 'index', 'buffer', 'client', 'user', 'phone', 'email', 'name']);

const code: Readonly<Record<string, (random: Random) => string>> = {
  typescript: (r) =>
    `import { ${word(r)} } from './${word(r)}.ts';\n\n@Injectable()\nexport class ${word(r)}Service {\n  private readonly limit = ${r.digits(7)};\n  /** Phone numbers look like NNNN NNN NNN. */\n  find(${word(r)}: string): number {\n    return ${r.below(90)} * 0x${hex(r, 8)} + ${r.digits(10)}; // see RFC ${r.digits(4)}\n  }\n}\n`,
  python: (r) =>
    `@pytest.mark.parametrize("${word(r)}", [${r.digits(9)}, ${r.digits(10)}, ${r.digits(11)}])\ndef test_${word(r)}(${word(r)}):\n    assert checksum(${word(r)}) == ${r.digits(2)}\n    EPOCH = 1${r.digits(9)}\n    VERSION = "${r.below(9)}.${r.below(20)}.${r.below(90)}"\n`,
  java: (r) =>
    `package com.example.${word(r)};\n\n@Entity @Table(name = "${word(r)}")\npublic class Customer {\n  private static final long serialVersionUID = ${r.digits(19)}L;\n  @Column private String firstName;\n  @Column private String nhsNumber;\n  @Column(length = ${r.digits(2)}) private String email;\n}\n`,
  sql: (r) =>
    `CREATE TABLE customers (\n  id BIGINT PRIMARY KEY,\n  name VARCHAR(120),\n  email VARCHAR(254),\n  phone VARCHAR(20),\n  dob DATE\n);\nCREATE INDEX idx_${r.digits(4)} ON customers (email);\nSELECT count(*) FROM customers WHERE id > ${r.digits(9)};\n`,
  json: (r) =>
    `${JSON.stringify({ name: 'web', version: `1.${r.below(20)}.0`, private: true, dependencies: { lodash: `^4.17.${r.below(30)}`, react: '19.0.0' }, hash: hex(r, 64), port: 8080 }, null, 2)}\n`,
  yaml: (r) =>
    `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${word(r)}\n  labels: { build: "${r.digits(8)}" }\nspec:\n  clusterIP: 10.${r.below(255)}.${r.below(255)}.${r.below(255)}\n  ports:\n    - port: ${r.digits(4)}\n`,
  shell: (r) =>
    `#!/bin/sh\nset -eu\ncurl -fsS https://api.example/v1/${word(r)}/${r.digits(8)} -H 'X-Id: ${r.digits(12)}' | jq .total\ngit clone git@forge.example:team/${word(r)}.git\nchmod 0644 /var/log/${word(r)}.log\n`,
  css: (r) =>
    `.card:nth-child(${r.below(9)}) { color: #${hex(r, 6)}; width: ${r.below(900)}.${r.digits(2)}px; transform: matrix(1, 0, 0, 1, ${r.digits(3)}, ${r.digits(3)}); }\n@media (min-width: ${r.digits(4)}px) { .grid { gap: 12px } }\n`,
  diff: (r) =>
    `diff --git a/${word(r)}.ts b/${word(r)}.ts\nindex ${hex(r, 7)}..${hex(r, 7)} 100644\n@@ -${r.digits(3)},7 +${r.digits(3)},9 @@\n-const size = ${r.digits(9)};\n+const size = ${r.digits(9)};\n`,
  csharp: (r) =>
    `[Fact]\npublic void Total_is_${r.digits(3)}() => Assert.Equal(${r.digits(6)}m, new Order(${r.digits(9)}).Total);\n`,
  latex: (r) =>
    `\\begin{tabular}{lrr}\nRegion & 2024 & 2025 \\\\\nNorth & ${r.digits(5)} & ${r.digits(5)} \\\\\n\\end{tabular}\nSee \\cite{smith${r.digits(4)}} and eq.~(${r.digits(1)}).\n`,
};

const sentences: readonly ((random: Random) => string)[] = [
  (r) => `The river rises near ${r.pick(towns)[0]} and reaches the sea ${r.digits(3)} km later.`,
  () => 'Charles Darwin was born on 12 February 1809 in Shrewsbury and died in 1882.',
  () => 'In Pride and Prejudice, Elizabeth Bennet refuses Mr Darcy; Emma Woodhouse is handsome, clever and rich.',
  (r) => `The healthy margin of ${r.below(30)} % owes much to a strong political map and a union jack sale.`,
  (r) => `Boil ${r.digits(3)} g of rice for ${r.below(20)} minutes at ${r.digits(3)} °C; serves ${r.below(9)}.`,
  (r) =>
    `Leeds ${r.below(4)}–${r.below(4)} York; attendance ${r.below(90)},${r.digits(3)}; booked: Miller 34, O'Brien 71.`,
  (r) =>
    `Section ${r.below(90)}(${r.below(9)}) of the Act 2018 applies from 25 May 2018 to any offence under paragraph ${r.below(20)}.`,
  (r) => `Turn left into ${r.pick(streets)} after ${r.digits(3)} m; parking at number ${r.below(90)}.`,
  (r) =>
    `Model ${r.pick(['KX', 'QT', 'B'])}${r.digits(4)} draws ${r.digits(3)} W; serial numbers ${r.digits(8)} to ${r.digits(8)} are affected.`,
  (r) =>
    `Chapter ${r.below(30)}: the murder at the mill. The inspector had three convictions to think of, and depression was in the air.`,
  (r) =>
    `Shares of Harrow Mills closed at ${r.digits(3)}.${r.digits(2)} p, up ${r.below(9)}.${r.digits(1)} %; ISIN GB000${r.digits(7)}.`,
  (r) => `Call 999 in an emergency, 111 for advice, or the helpline on 0800 ${r.digits(3)} ${r.digits(4)} at any time.`,
  (r) =>
    `The ${r.pick(items).toLowerCase()} is ${r.digits(3)} × ${r.digits(3)} × ${r.digits(2)} mm and comes in 1${r.digits(2)} colours.`,
  (r) =>
    `Diabetes affects one in ${10 + r.below(9)} adults; HIV infections fell by ${r.below(40)} % between 2010 and 2020, the study of ${r.digits(5)} patients found.`,
  (r) =>
    `On ${1 + r.below(28)} March 1871 the council met for the first time; the mayor, Sir John Barran, spoke for two hours.`,
  (r) =>
    `Psalm ${r.below(150)}, verses ${r.below(20)}-${20 + r.below(20)}; hymn ${r.digits(3)}. The Catholic and the Methodist churches share the hall.`,
];

export const codeLanguages = Object.keys(code);
export const codeText = (random: Random, language: string): string =>
  Array.from({ length: 4 }, () => code[language]!(random)).join('\n');

export const paragraphs = (random: Random): string =>
  Array.from({ length: 3 + random.below(4) }, () =>
    Array.from({ length: 3 + random.below(5) }, () => random.pick(sentences)(random)).join(' '),
  ).join('\n\n');

export const plainProse = (random: Random): string => prose(4000, random.below(100_000));
