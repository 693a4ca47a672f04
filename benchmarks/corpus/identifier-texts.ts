// One identifier in the places it is met: a sentence, a labelled line, a table, a record in JSON or XML, alone. Beside it stand numbers
// that are nobody's: orders, parcels, versions, amounts, times. What looks like one and cannot be one is not marked as one.
import type { Identifier } from './identifiers/identifier.ts';
import { is, type LabelledText, labelledText, type Piece } from './labelled-text.ts';
import { generatePeople, type Person } from './people/person.ts';
import type { Random } from './random.ts';

const crowd = generatePeople(320, 77);

const orderNumber = (random: Random) => `SO-${random.digits(6)}`;

/** A remark with a number that is not personal data. */
const noise = (random: Random): string =>
  random.pick([
    `The order is ${orderNumber(random)} and went out on ${1 + random.below(28)} March 2025.`,
    `Parcel ${random.pick(['1Z', 'JD', 'RM'])}${random.digits(14)} is with the courier.`,
    `We are on version ${random.below(20)}.${random.below(30)}.${random.below(9)} since ${10 + random.below(12)}:${10 + random.below(49)}.`,
    `Invoice ${random.digits(8)} comes to £${random.below(9000)}.${random.digits(2)}.`,
    `Ref ${random.digits(10)}, part no. ${random.digits(4)}-${random.digits(4)}.`,
    'Nothing else has changed since the last review.',
  ]);

const before = ['We hold', 'Please check', 'On file:', 'Her', 'His', 'The', 'For the record,'];

function inSentence(identifier: Identifier, value: Piece, random: Random): Piece[] {
  const label = random.pick(identifier.labels);
  return random.pick<Piece[]>([
    [`${random.pick(before)} ${label} is `, value, '. ', noise(random), '\n'],
    [`${label}: `, value, '\n'],
    [noise(random), ` ${random.pick(before)} ${label} `, value, ', as agreed.\n'],
    [`It says (${label} `, value, `). ${noise(random)}\n`],
    [`${label} = `, value, '; ', noise(random), '\n'],
  ]);
}

const alone = (value: Piece, random: Random): Piece[] => [
  noise(random),
  ' They sent ',
  value,
  ' yesterday. ',
  noise(random),
  '\n',
];

const named = ({ name }: Person, random: Random): Piece[] => [
  random.pick(['Name: ', 'Client name: ', 'Full name: ']),
  is('name', name),
  '\n',
];

function inBlock(identifier: Identifier, value: Piece, person: Person, random: Random): Piece[] {
  return [
    ...named(person, random),
    `${random.pick(identifier.labels)}: `,
    value,
    '\nE-mail: ',
    is('email', person.email),
    `\nNotes: ${noise(random)}\n`,
  ];
}

function inTable(identifier: Identifier, people: readonly Person[], cell: () => Piece, random: Random): Piece[] {
  const header = random.pick(identifier.headers.length > 0 ? identifier.headers : identifier.labels);
  const markdown = random.chance(0.2);
  const separator = markdown ? ' | ' : random.pick(['\t', '\t', ';', ',']);
  const [open, close] = markdown ? ['| ', ' |\n'] : ['', '\n'];
  const hasMail = random.chance(0.6);
  const mails = (text: Piece): Piece[] => (hasMail ? [separator, text] : []);
  const written = (piece: Piece): Piece[] =>
    separator === ',' && textOf(piece).includes(',') ? ['"', piece, '"'] : [piece];
  return [
    open,
    `Name${separator}Order${separator}${header}`,
    ...mails('E-mail'),
    close,
    ...(markdown ? [`|---|---|---|${hasMail ? '---|' : ''}\n`] : []),
    ...people.flatMap((person) => [
      open,
      is('name', person.name),
      separator,
      orderNumber(random),
      separator,
      ...written(cell()),
      ...mails(is('email', person.email)),
      close,
    ]),
  ];
}

const textOf = (piece: Piece) => (typeof piece === 'string' ? piece : piece.value);

const keyOf = (label: string) =>
  label
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, '_')
    .replace(/^_|_$/g, '');

const inJson = (identifier: Identifier, value: Piece, person: Person, random: Random): Piece[] => [
  '[\n  {"name": "',
  is('name', person.name),
  `", "${keyOf(random.pick(identifier.labels))}": "`,
  value,
  `", "order": "${orderNumber(random)}"}\n]\n`,
];

function inXml(identifier: Identifier, value: Piece, person: Person, random: Random): Piece[] {
  const tag = keyOf(random.pick(identifier.labels));
  return [
    '<client>\n  <name>',
    is('name', person.name),
    `</name>\n  <${tag}>`,
    value,
    `</${tag}>\n  <order>${orderNumber(random)}</order>\n</client>\n`,
  ];
}

/** The same text, with this many values or decoys of the identifier's kind. */
export function identifierText(identifier: Identifier, random: Random): LabelledText {
  const draw = (): Piece =>
    identifier.spoil && random.chance(0.2) ? identifier.spoil(random) : is(identifier.kind, identifier.make(random));
  const person = random.pick(crowd);
  const from = random.below(300);
  const people = crowd.slice(from, from + 6);
  switch (random.below(10)) {
    case 0:
    case 1:
    case 2:
      return labelledText(inSentence(identifier, draw(), random));
    case 3:
    case 4:
      return labelledText(inBlock(identifier, draw(), person, random));
    case 5:
      return labelledText(inJson(identifier, draw(), person, random));
    case 6:
      return labelledText(inXml(identifier, draw(), person, random));
    case 7:
      if (identifier.isUnmistakable) return labelledText(alone(draw(), random));
      return labelledText(inSentence(identifier, draw(), random));
    default:
      return labelledText(inTable(identifier, people, () => is(identifier.kind, identifier.make(random)), random));
  }
}
