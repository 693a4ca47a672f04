// Special categories (GDPR Art. 9) and criminal offences (Art. 10): terms beside an identified person, the same terms denied, and the same
// words where they say nothing about anybody. Terms from the ICO's and the NHS's public lists of conditions and from everyday records.
import { generatePeople } from './people/person.ts';
import type { Random } from './random.ts';

const phrases: Readonly<Record<string, string>> = {
  'special-health':
    'has type 2 diabetes|was diagnosed with breast cancer|is on sertraline for depression|uses a wheelchair after a stroke|had a hip replacement in May|is pregnant and off sick|was sectioned under the Mental Health Act|has epilepsy|tested HIV positive|takes insulin twice a day|suffers from schizophrenia|has dementia|is registered blind|had a miscarriage',
  'special-sex-life':
    'told us about her sex life|is seeing a sex therapist|was treated at the sexual health clinic after unprotected sex',
  'special-orientation': 'is gay|came out as lesbian|is bisexual|told the tutor that he is homosexual',
  'special-ethnic':
    'is of Pakistani ethnic origin|describes their ethnicity as Black Caribbean|is from a Roma family|ethnic group: White Irish Traveller',
  'special-politics':
    'is a member of the Labour Party|stood for the Conservatives|campaigns for the Green Party|holds far-right political views',
  'special-religion':
    'is a practising Muslim|is Jewish and keeps the Sabbath|was baptised a Catholic|is a Jehovah’s Witness',
  'special-union':
    'is a member of Unison|pays union subscriptions to the GMB|is a trade union representative|joined the NUT',
  'special-genetic': 'carries the BRCA1 mutation|had a genetic test for Huntington’s disease|DNA profile on file',
  'special-biometric': 'gave fingerprints for the door|is enrolled with a face template|iris scan stored',
  criminal:
    'was convicted of theft|has two spent convictions|received a caution for assault|is on probation|served a prison sentence for fraud|was arrested for drink driving|is on the sex offenders register',
};

const nothing = [
  'Our policy covers pregnancy, depression and diabetes; members of any trade union or religion are welcome.',
  'The healthy margin comes from a union jack sale, a political map of Europe and Mass-produced oak.',
  'A crime novel about murder and theft is the book of the month; the gay twenties are its setting.',
  'All drivers must declare convictions, and all staff had a fire drill and a sight test voucher.',
  'The conservative estimate is 40; the green party wall is load-bearing; labour costs rose.',
  'Epilepsy Action holds its quiz on Friday. Cancer Research has a shop in Mill Lane.',
];

const crowd = generatePeople(400, 55);

export interface SensitiveText {
  text: string;
  /** The kind it is about, or nothing. */
  kind: string | undefined;
}

export const sensitiveKinds = Object.keys(phrases);

/** Every phrase beside an identified person, in a sentence, a labelled note and a table's cell. */
export function sensitiveTexts(random: Random): SensitiveText[] {
  return sensitiveKinds.flatMap((kind) =>
    phrases[kind]!.split('|').flatMap((phrase) => {
      const { name, email, phone, birth } = random.pick(crowd);
      return [
        { kind, text: `${name} (${email}, ${phone}) ${phrase}. Please ring before noon.\n` },
        {
          kind,
          text: `Name: ${name}\nE-mail: ${email}\nDate of birth: ${birth.day}/${birth.month}/${birth.year}\nNotes: ${phrase}\n`,
        },
        {
          kind,
          text: `Name\tE-mail\tNotes\n${[0, 1, 2].map((index) => `${crowd[index]!.name}\t${crowd[index]!.email}\t${index === 1 ? phrase : 'prefers mornings'}`).join('\n')}\n`,
        },
      ];
    }),
  );
}

/** The same words about nobody: policy, shops, novels, and a person of whom they are denied. */
export function harmlessTexts(random: Random): SensitiveText[] {
  const denied = [
    'has no history of diabetes',
    'does not have epilepsy',
    'was not convicted of any offence',
    'is not a member of a trade union',
    'tested negative and has no health conditions',
  ];
  return [
    ...nothing.flatMap((text) => {
      const { name, email } = random.pick(crowd);
      return [
        text,
        `Dear ${name.split(' ')[0]},\n\n${text}\n\nBest wishes\nSam\n`,
        `${text}\n\nContact: ${name}, ${email}\n`,
      ].map((one) => ({ kind: undefined, text: one }));
    }),
    ...denied.map((phrase) => ({
      kind: undefined,
      text: `${random.pick(crowd).name} (${random.pick(crowd).email}) ${phrase}.\n`,
    })),
  ];
}
