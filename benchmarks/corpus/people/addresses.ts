// Streets, towns and postal codes in the order of each country. Streets are made up; towns and the beginnings of their codes are real.
// Forms: Universal Postal Union, https://www.upu.int/en/Postal-Solutions/Programmes-Services/Addressing-Solutions
import { postcode } from '../numbers.ts';
import type { Random } from '../random.ts';

export const addressCountries = ['GB', 'IE', 'DE', 'FR', 'ES', 'IT', 'NL', 'PL', 'SE', 'US'] as const;
export type AddressCountry = (typeof addressCountries)[number];

export interface Address {
  street: string;
  town: string;
  /** Empty where the sample has none. */
  code: string;
}

const of = (list: string) => list.split(', ');
const streetWords = of(
  'Heron, Quarry, Saltmarsh, Tithe Barn, Millrace, Larkfield, Cobbler, Thistledown, Bellfounder, Old Ropewalk',
);

export function address(country: AddressCountry, random: Random): Address {
  const number = 1 + random.below(180);
  const from = (list: string) => random.pick(of(list));
  switch (country) {
    case 'GB': {
      const [town, area] = from(
        'Bristol=BS, Norwich=NR, Exeter=EX, Leeds=LS, York=YO, Cardiff=CF, Dundee=DD, Oxford=OX, Glasgow=G, Sheffield=S',
      ).split('=') as [string, string];
      const flat = random.chance(0.2) ? `Flat ${1 + random.below(30)}${random.pick(['', 'a', 'B'])}, ` : '';
      const letter = random.chance(0.1) ? random.pick(['a', 'b', 'C']) : '';
      const street = `${random.pick(streetWords)} ${from('Road, Street, Lane, Close, Avenue, Crescent, Mews, Way, Rd, St.')}`;
      return { street: `${flat}${number}${letter} ${street}`, town, code: postcode(random, area) };
    }
    case 'IE':
      return {
        street: `${number} ${random.pick(streetWords)} ${from('Road, Park, Terrace, Green')}`,
        town: from('Dublin, Cork, Galway'),
        code: '',
      };
    case 'DE':
      return {
        street: `${from('Birkenallee, Am Alten Tor, Lange Straße, Mühlweg, Schloßgasse, Hinter den Gärten, Ahornstr.')} ${number}${random.pick(['', '', 'a'])}`,
        town: from('Hamburg, München, Köln, Würzburg'),
        code: `${random.pick(['2', '5', '8', '9'])}${random.digits(4)}`,
      };
    case 'FR':
      return {
        street: `${number}${random.pick(['', '', ' bis'])} ${from("rue des Alouettes, avenue du Vieux-Moulin, chemin de l'Étang, place Saint-Éloi, boulevard des Tanneurs")}`,
        town: from('Lyon, Nantes, Besançon, Nîmes'),
        code: `${random.pick(['69', '44', '25', '30'])}${random.digits(3)}`,
      };
    case 'ES':
      return {
        street: `${from('Calle de la Alondra, Avda. del Olmo, Plaza de los Herreros, C/ Molino')}, ${number}, ${1 + random.below(9)}º ${random.pick(['A', 'B', 'izda.'])}`,
        town: from('Málaga, León, Cádiz'),
        code: `${random.pick(['29', '24', '11'])}${random.digits(3)}`,
      };
    case 'IT':
      return {
        street: `${from('Via dei Mulini, Viale delle Querce, Piazza San Rocco, Corso del Fabbro')}, ${number}`,
        town: from('Torino, Bologna, Forlì'),
        code: `${random.pick(['10', '40', '47'])}${random.digits(3)}`,
      };
    case 'NL':
      return {
        street: `${from('Leeuwerikstraat, Oude Gracht, Molenweg, Kerkplein')} ${number}${random.pick(['', '-II', 'a'])}`,
        town: from('Utrecht, Leiden, ’s-Hertogenbosch'),
        code: `${1 + random.below(9)}${random.digits(3)} ${random.pick(['AB', 'KL', 'PR'])}`,
      };
    case 'PL':
      return {
        street: `ul. ${from('Słowicza, Młyńska, Kowalska, Ogrodowa')} ${number}/${1 + random.below(40)}`,
        town: from('Łódź, Kraków, Poznań'),
        code: `${random.digits(2)}-${random.digits(3)}`,
      };
    case 'SE':
      return {
        street: `${from('Lärkgatan, Kvarnvägen, Smedjegatan, Björkstigen')} ${number}${random.pick(['', ' B'])}`,
        town: from('Malmö, Västerås, Umeå'),
        code: `${random.pick(['21', '72', '90'])}${random.digits(1)} ${random.digits(2)}`,
      };
    case 'US':
      return {
        street: `${number * 7} ${random.pick(['', 'N ', 'SW '])}${random.pick(streetWords)} ${from('Street, Ave, Blvd, Ln, Drive')}${random.chance(0.2) ? ` Apt ${1 + random.below(20)}` : ''}`,
        town: from('Portland, OR; Boston, MA'.replaceAll(', ', ' ').replace(';', ',')),
        code: random.digits(5).replace(/^0/, '9'),
      };
  }
}
