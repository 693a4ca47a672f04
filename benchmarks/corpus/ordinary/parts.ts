// What ordinary mails are put together from: the firm that writes, the one that receives, signatures, disclaimers, small talk.

import { gbIban, postcode } from '../numbers.ts';
import { asciiLetters, cultureNames, personName } from '../people/names.ts';
import { phoneCountries, phoneNumber } from '../people/phones.ts';
import type { Random } from '../random.ts';
import { streets, towns } from '../words.ts';

export interface OrdinaryMail {
  from: string;
  to: string[];
  subject: string;
  body: string;
}

/** Somebody at work: a name and the ways to reach them there. */
export interface Colleague {
  given: string;
  name: string;
  email: string;
  phone: string;
  role: string;
}

export interface Scene {
  random: Random;
  me: Colleague;
  firm: string;
  firmDomain: string;
  /** The one who is written to. */
  you: Colleague;
  client: string;
  clientDomain: string;
  address: string;
}

const roles = [
  'Account Manager',
  'Finance Assistant',
  'Operations Lead',
  'Head of Sales',
  'IT Support',
  'Office Manager',
  'Project Coordinator',
  'Buyer',
  'Director',
];
const clients = [
  'Northgate Lettings Ltd',
  'Harrow Mills Ltd',
  'Weissbach Logistik GmbH',
  'Ateliers du Moulin SARL',
  'Peveril & Daughters LLP',
  'Kestrel Components plc',
  'St. Swithun’s Primary School',
  'Larkfield Dental Practice',
  'Talleres Olmo S.L.',
  'Borough Council',
];

export function colleague(random: Random, domain: string): Colleague {
  const { given, family } = personName(random, random.pick(cultureNames));
  const country = random.chance(0.6) ? 'GB' : random.pick(phoneCountries);
  const { national, international } = phoneNumber(country, random);
  const local = random.pick([
    `${asciiLetters(given)}.${asciiLetters(family)}`,
    `${asciiLetters(given)[0]}.${asciiLetters(family)}`,
    asciiLetters(given),
  ]);
  return {
    given,
    name: `${given} ${family}`,
    email: `${local}@${domain}`,
    phone: country === 'GB' && random.chance(0.7) ? national : international,
    role: random.pick(roles),
  };
}

const firmDomain = 'brightwater.example';

export function scene(random: Random): Scene {
  const client = random.pick(clients);
  const clientDomain = `${asciiLetters(client).slice(0, 12)}.example`;
  const [town, area] = random.pick(towns);
  return {
    random,
    me: colleague(random, firmDomain),
    firm: 'Brightwater Interiors Ltd',
    firmDomain,
    you: colleague(random, clientDomain),
    client,
    clientDomain,
    address: `${1 + random.below(90)} ${random.pick(streets)}, ${town} ${postcode(random, area)}`,
  };
}

const two = (value: number) => String(value).padStart(2, '0');

export const day = (random: Random): string => {
  const [date, month, year] = [1 + random.below(28), 1 + random.below(12), 2024 + random.below(3)];
  return random.pick([
    `${two(date)}/${two(month)}/${year}`,
    `${date} ${['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'][month - 1]} ${year}`,
    `${two(date)}.${two(month)}.${year}`,
    `${year}-${two(month)}-${two(date)}`,
  ]);
};

export const time = (random: Random): string => `${8 + random.below(10)}:${random.pick(['00', '15', '30', '45'])}`;

export const money = (random: Random): string =>
  `${random.pick(['£', '€', '$'])}${random.below(20)},${100 + random.below(899)}.${random.digits(2)}`;

export const reference = (random: Random): string =>
  random.pick([
    () => `SO-${random.digits(6)}`,
    () => `INV-${2024 + random.below(3)}-${random.digits(4)}`,
    () => `PO${random.digits(8)}`,
    () => `#${random.digits(7)}`,
    () => `${random.digits(10)}`,
  ])();

export const tracking = (random: Random): string =>
  random.pick([
    () => `1Z999AA1${random.digits(10)}`,
    () => `JD${random.digits(16)}`,
    () => `${random.digits(12)}`,
    () => `RM${random.digits(9)}GB`,
    () => `00${random.digits(18)}`,
  ])();

const greeting = ({ random, you }: Scene): string =>
  random.pick([
    `Hi ${you.given},`,
    `Dear ${you.given},`,
    `Hello ${you.given},`,
    'Dear team,',
    'Hi both,',
    'Good morning,',
    `Dear ${you.name},`,
    'Dear Sir or Madam,',
  ]);

const pleasantry = (random: Random): string =>
  random.pick([
    'I hope you are well.',
    'Thank you for your mail.',
    'Thanks for coming back to me so quickly.',
    'It was good to see you last week.',
    'Just a quick note before the weekend.',
    'As discussed on the phone:',
    '',
  ]);

/** The firm's own account, as invoices print it. */
export function payTo(random: Random, firm: string): string {
  const sort = `${random.pick(['20', '30', '60'])}-${random.digits(2)}-${random.digits(2)}`;
  const account = random.digits(8);
  const iban = gbIban(sort.replaceAll('-', ''), account).replace(/(....)(?=.)/g, '$1 ');
  return random.pick([
    `Please pay to ${firm}, sort code ${sort}, account ${account}, reference as above.`,
    `Bank details\nAccount name: ${firm}\nSort code: ${sort}\nAccount number: ${account}`,
    `IBAN: ${iban}\nBIC: GHSEGB2L\nAccount holder: ${firm}`,
    `Payment by bank transfer: ${firm} | Sort Code ${sort} | Acc No ${account} | IBAN ${iban}`,
  ]);
}

function signature({ random, me, firm, address }: Scene): string {
  const site = `www.${firmDomain}`;
  return random.pick([
    `Kind regards,\n\n${me.name}\n${me.role} | ${firm}\nT: ${me.phone} | M: 07700 900${random.digits(3)}\n${me.email} | ${site}\n${address}\n`,
    `Best wishes\n${me.given}\n\n--\n${me.name}, ${me.role}\n${firm}, ${address}\nTel ${me.phone}\n`,
    `Many thanks,\n${me.given}\n`,
    `Regards,\n\n${me.name}\n${me.role}\n\nDirect: ${me.phone}\nSwitchboard: 0113 496 0100 (ext. ${random.digits(3)})\nE: ${me.email}\nW: https://${site}\n\n${firm}. Registered in England and Wales no. 0${random.digits(7)}. VAT no. GB ${random.digits(3)} ${random.digits(4)} ${random.digits(2)}. Registered office: ${address}.\n`,
    `Thanks\n${me.given}\nSent from my iPhone\n`,
    `Mit freundlichen Grüßen\n\n${me.name}\n${me.role}\n\nTel.: ${me.phone}\nFax: 0113 496 0101\n${me.email}\n`,
    `-- \n${me.name} (she/her)\n${me.role}\n${firm}\nmobile ${me.phone}\nworking days: Mon–Thu\n`,
    `Yours sincerely,\n\n\n${me.name}\nFor and on behalf of ${firm}\n`,
  ]);
}

const disclaimers = [
  'This e-mail and any attachments are confidential and may be privileged. If you are not the intended recipient, please notify the sender on 0113 496 0100 and delete it.',
  'Brightwater Interiors Ltd is registered in England and Wales, company number 04120007, and with the ICO under ZA123456. We process personal data as our privacy notice describes, including, where the law requires it, data on health or criminal convictions.',
  'Please consider the environment before printing this e-mail. Calls may be recorded for training.',
];

const disclaimer = (random: Random): string => (random.chance(0.4) ? `\n${random.pick(disclaimers)}\n` : '');

/** The message that is answered, quoted as mail programs do. */
export function quoted({ random, me, you, client }: Scene, text: string): string {
  const when = `Mon, ${1 + random.below(28)} Nov 2025 at ${time(random)}`;
  const earlier = `${text}\n\nBest\n${you.name}\n${client}\n${you.phone}`;
  return random.pick([
    `\nOn ${when}, ${you.name} <${you.email}> wrote:\n${earlier.replace(/^/gm, '> ')}\n`,
    `\n-----Original Message-----\nFrom: ${you.name} <${you.email}>\nSent: ${day(random)} ${time(random)}\nTo: ${me.name} <${me.email}>\nSubject: RE: ${reference(random)}\n\n${earlier}\n`,
    `\n________________________________\nVon: ${you.name} <${you.email}>\nGesendet: ${day(random)}\nAn: ${me.email}\nBetreff: AW: ${reference(random)}\n\n${earlier}\n`,
  ]);
}

/** A whole mail to the one who is written to. */
export const mail = (on: Scene, subject: string, text: string): OrdinaryMail => ({
  from: on.me.email,
  to: on.random.chance(0.8) ? [`${on.you.name} <${on.you.email}>`] : [`accounts@${on.clientDomain}`, on.you.email],
  subject,
  body: `${greeting(on)}\n\n${[pleasantry(on.random), text].filter((part) => part !== '').join('\n\n')}\n\n${signature(on)}${disclaimer(on.random)}`,
});
