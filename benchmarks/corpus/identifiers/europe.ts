// National identifiers of European countries, each from its issuer's definition as the OECD collects them for tax purposes:
// https://www.oecd.org/en/networks/global-forum-tax-transparency/resources/aeoi-implementation-portal/tax-identification-numbers.html
import type { Random } from '../random.ts';
import { crossSum, eanDigit, luhnDigit, mod1110Digit, weighted } from './check-digits.ts';
import { birthParts, type Identifier, until, withWrongDigit } from './identifier.ts';

const spoiled = (make: (random: Random) => string) => (random: Random) => withWrongDigit(make(random), random);

/** Eleven digits: ten of which exactly one occurs twice, then ISO 7064. */
const deTaxId = (random: Random): string => {
  const ten = until(
    () => {
      const different = until(
        () => [...'0123456789'].sort(() => random.below(3) - 1),
        (order) => order[0] !== '0',
      );
      different[9] = different[1 + random.below(8)]!;
      return different.join('');
    },
    (value) => !/(\d)\1\1/.test(value),
  );
  return ten + mod1110Digit(ten);
};

const dePension = (random: Random): string => {
  const { dd, mm, yy } = birthParts(random);
  const letter = random.pick([...'ABCDEFGHKLMNPRSTW']);
  const head = `${random.pick(['02', '12', '15', '65', '53'])}${dd}${mm}${yy}`;
  const serial = random.digits(2);
  const ordinal = String(letter.charCodeAt(0) - 64).padStart(2, '0');
  return `${head}${letter}${serial}${crossSum(`${head}${ordinal}${serial}`, [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1]) % 10}`;
};

const deHealth = (random: Random): string => {
  const letter = random.pick([...'ABCDEFGHKLMNPRSTW']);
  const eight = random.digits(8);
  const ordinal = String(letter.charCodeAt(0) - 64).padStart(2, '0');
  return `${letter}${eight}${crossSum(ordinal + eight, [1, 2, 1, 2, 1, 2, 1, 2, 1, 2]) % 10}`;
};

const frNir = (random: Random): string => {
  const { yy, mm } = birthParts(random);
  const thirteen = `${1 + random.below(2)}${yy}${mm}${random.pick(['69', '75', '44', '13', '33'])}${String(1 + random.below(500)).padStart(3, '0')}${String(1 + random.below(998)).padStart(3, '0')}`;
  return thirteen + String(97 - Number(BigInt(thirteen) % 97n)).padStart(2, '0');
};

const dni = (random: Random): string => {
  const eight = random.digits(8);
  return eight + 'TRWAGMYFPDXBNJZSQVHLCKE'[Number(eight) % 23];
};

const nie = (random: Random): string => {
  const first = random.below(3);
  const seven = random.digits(7);
  return `${'XYZ'[first]}${seven}${'TRWAGMYFPDXBNJZSQVHLCKE'[Number(first + seven) % 23]}`;
};

const oddValues: Record<string, number> = Object.fromEntries(
  [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23].flatMap(
    (value, index) => [[String.fromCharCode(65 + index), value], ...(index < 10 ? [[String(index), value]] : [])],
  ),
);

const codiceFiscale = (random: Random): string => {
  const { yy, mm, dd } = birthParts(random);
  const name = random.pick(['RSSMRA', 'BNCLCU', 'SPSGNN', 'DSNCHR', 'QTTSVT']);
  const day = String(Number(dd) + (random.chance(0.5) ? 40 : 0)).padStart(2, '0');
  const fifteen = `${name}${yy}${'ABCDEHLMPRST'[Number(mm) - 1]}${day}${random.pick(['H501', 'F205', 'L219', 'A944'])}`;
  const sum = [...fifteen].reduce((total, character, index) => {
    const even = /\d/.test(character) ? Number(character) : character.charCodeAt(0) - 65;
    return total + (index % 2 === 0 ? oddValues[character]! : even);
  }, 0);
  return fifteen + String.fromCharCode(65 + (sum % 26));
};

const bsn = (random: Random): string =>
  until(
    () => {
      const eight = `${1 + random.below(9)}${random.digits(7)}`;
      return eight + (weighted(eight, [9, 8, 7, 6, 5, 4, 3, 2]) % 11);
    },
    (value) => value.length === 9,
  );

const belgian = (random: Random): string => {
  const { yy, mm, dd, year } = birthParts(random);
  const nine = `${yy}${mm}${dd}${String(1 + random.below(997)).padStart(3, '0')}`;
  const check = 97 - (Number(year >= 2000 ? `2${nine}` : nine) % 97);
  return `${yy}.${mm}.${dd}-${nine.slice(6)}.${String(check).padStart(2, '0')}`;
};

const pesel = (random: Random): string => {
  const { yy, mm, dd, year } = birthParts(random);
  const ten = `${yy}${String(Number(mm) + (year >= 2000 ? 20 : 0)).padStart(2, '0')}${dd}${random.digits(4)}`;
  return ten + ((10 - (weighted(ten, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10);
};

const swedish = (random: Random): string => {
  const { yy, yyyy, mm, dd } = birthParts(random);
  const nine = `${yy}${mm}${dd}${random.digits(3)}`;
  return `${random.chance(0.5) ? yyyy : yy}${mm}${dd}-${nine.slice(6)}${luhnDigit(nine)}`;
};

const danish = (random: Random): string => {
  const { yy, mm, dd } = birthParts(random);
  return `${dd}${mm}${yy}-${random.below(4)}${random.digits(3)}`;
};

const norwegian = (random: Random): string =>
  until(
    () => {
      const { yy, mm, dd, year } = birthParts(random);
      // 000–499 for those born before 2000, 500–999 after.
      const nine = `${dd}${mm}${yy}${random.below(5) + (year >= 2000 ? 5 : 0)}${random.digits(2)}`;
      const first = (11 - (weighted(nine, [3, 7, 6, 1, 8, 9, 4, 5, 2]) % 11)) % 11;
      const second = (11 - (weighted(`${nine}${first % 10}`, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
      return `${nine}${first}${second}`;
    },
    (value) => value.length === 11,
  );

const finnish = (random: Random): string => {
  const { yy, mm, dd, year } = birthParts(random);
  const serial = String(2 + random.below(897)).padStart(3, '0');
  const check = '0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(`${dd}${mm}${yy}${serial}`) % 31];
  return `${dd}${mm}${yy}${year >= 2000 ? 'A' : '-'}${serial}${check}`;
};

const irish = (random: Random): string => {
  const seven = random.digits(7);
  const second = random.pick(['', '', 'A', 'H']);
  const sum = weighted(seven, [8, 7, 6, 5, 4, 3, 2]) + (second === '' ? 0 : 9 * (second.charCodeAt(0) - 64));
  return `${seven}${'WABCDEFGHIJKLMNOPQRSTUV'[sum % 23]}${second}`;
};

const portuguese = (random: Random): string => {
  const eight = `${random.pick(['1', '2', '3'])}${random.digits(7)}`;
  const rest = weighted(eight, [9, 8, 7, 6, 5, 4, 3, 2]) % 11;
  return eight + (rest < 2 ? 0 : 11 - rest);
};

const austrian = (random: Random): string =>
  until(
    () => {
      const { yy, mm, dd } = birthParts(random);
      const three = String(100 + random.below(899));
      return `${three}${weighted(`${three}${dd}${mm}${yy}`, [3, 7, 9, 5, 8, 4, 2, 1, 6]) % 11} ${dd}${mm}${yy}`;
    },
    (value) => value.length === 11,
  );

const swiss = (random: Random): string => {
  const twelve = `756${random.digits(9)}`;
  return (twelve + eanDigit(twelve)).replace(/^(...)(....)(....)(..)$/, '$1.$2.$3.$4');
};

const greek = (random: Random): string => {
  const { yy, mm, dd } = birthParts(random);
  const ten = `${dd}${mm}${yy}${random.digits(4)}`;
  return ten + luhnDigit(ten);
};

const romanian = (random: Random): string => {
  const { yy, mm, dd, year } = birthParts(random);
  const twelve = `${(year >= 2000 ? 5 : 1) + random.below(2)}${yy}${mm}${dd}${String(1 + random.below(46)).padStart(2, '0')}${String(1 + random.below(998)).padStart(3, '0')}`;
  const rest = weighted(twelve, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11;
  return twelve + (rest === 10 ? 1 : rest);
};

export const europeanIdentifiers: readonly Identifier[] = [
  {
    kind: 'de-tax-id',
    labels: ['Steuer-ID', 'Steuerliche Identifikationsnummer', 'IdNr.'],
    headers: ['Steuer-ID', 'SteuerID'],
    make: deTaxId,
    spoil: spoiled(deTaxId),
  },
  {
    kind: 'de-rvnr',
    labels: ['Rentenversicherungsnummer', 'Sozialversicherungsnummer', 'SV-Nummer'],
    headers: ['SV-Nr', 'Rentenversicherungsnr'],
    make: dePension,
    spoil: spoiled(dePension),
  },
  {
    kind: 'de-kvnr',
    labels: ['Krankenversichertennummer', 'KVNR', 'Versichertennummer'],
    headers: ['KVNR', 'Versicherten-Nr'],
    make: deHealth,
    spoil: spoiled(deHealth),
  },
  {
    kind: 'fr-nir',
    labels: ['Numéro de sécurité sociale', 'NIR', 'N° de sécurité sociale'],
    headers: ['NIR', 'N° sécu'],
    make: (random) =>
      random.chance(0.5)
        ? frNir(random)
        : frNir(random).replace(/^(.)(..)(..)(..)(...)(...)(..)$/, '$1 $2 $3 $4 $5 $6 $7'),
    spoil: spoiled(frNir),
  },
  { kind: 'es-dni', labels: ['DNI', 'NIF', 'DNI nº'], headers: ['DNI', 'NIF'], make: dni, spoil: spoiled(dni) },
  {
    kind: 'es-dni',
    labels: ['NIE', 'Número de identidad de extranjero'],
    headers: ['NIE'],
    make: nie,
    spoil: spoiled(nie),
  },
  {
    kind: 'it-codice-fiscale',
    labels: ['Codice fiscale', 'C.F.'],
    headers: ['Codice Fiscale', 'CF'],
    make: codiceFiscale,
    spoil: (random) => codiceFiscale(random).replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
    isUnmistakable: true,
  },
  { kind: 'nl-bsn', labels: ['BSN', 'Burgerservicenummer'], headers: ['BSN'], make: bsn, spoil: spoiled(bsn) },
  {
    kind: 'be-nn',
    labels: ['Rijksregisternummer', 'Numéro national', 'NN'],
    headers: ['Rijksregisternr', 'Numéro national'],
    make: belgian,
    spoil: spoiled(belgian),
  },
  { kind: 'pl-pesel', labels: ['PESEL', 'nr PESEL'], headers: ['PESEL'], make: pesel, spoil: spoiled(pesel) },
  {
    kind: 'se-personnummer',
    labels: ['Personnummer', 'Pers.nr'],
    headers: ['Personnummer'],
    make: swedish,
    spoil: spoiled(swedish),
  },
  { kind: 'dk-cpr', labels: ['CPR-nummer', 'CPR-nr.', 'CPR'], headers: ['CPR', 'CPR-nr'], make: danish },
  {
    kind: 'no-fodselsnummer',
    labels: ['Fødselsnummer', 'Norsk fødselsnummer'],
    headers: ['Fødselsnummer'],
    make: norwegian,
    spoil: spoiled(norwegian),
  },
  {
    kind: 'fi-hetu',
    labels: ['Henkilötunnus', 'HETU'],
    headers: ['Henkilötunnus', 'HETU'],
    make: finnish,
    spoil: (random) => finnish(random).replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
  },
  {
    kind: 'ie-pps',
    labels: ['PPS number', 'PPSN', 'PPS No'],
    headers: ['PPSN', 'PPS Number'],
    make: irish,
    spoil: (random) => irish(random).replace(/^(\d{7})(.)/, (_, seven, letter) => seven + (letter === 'A' ? 'B' : 'A')),
  },
  {
    kind: 'pt-nif',
    labels: ['NIF', 'Número de contribuinte', 'Contribuinte nº'],
    headers: ['Contribuinte', 'Nº contribuinte'],
    make: portuguese,
    spoil: spoiled(portuguese),
  },
  {
    kind: 'at-vnr',
    labels: ['Sozialversicherungsnummer', 'SVNR', 'SV-Nr.'],
    headers: ['SVNR', 'SV-Nummer'],
    make: austrian,
    spoil: (random) => austrian(random).replace(/^(...)(.)/, (_, three, check) => three + ((Number(check) + 3) % 10)),
  },
  {
    kind: 'ch-ahv',
    labels: ['AHV-Nummer', 'AHV-Nr.', 'N° AVS'],
    headers: ['AHV-Nr', 'AHV'],
    make: swiss,
    spoil: spoiled(swiss),
    isUnmistakable: true,
  },
  { kind: 'gr-amka', labels: ['AMKA', 'ΑΜΚΑ'], headers: ['AMKA'], make: greek, spoil: spoiled(greek) },
  {
    kind: 'ro-cnp',
    labels: ['CNP', 'Cod numeric personal'],
    headers: ['CNP'],
    make: romanian,
    spoil: spoiled(romanian),
  },
];
