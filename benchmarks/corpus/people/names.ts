// Names as people bear them: given names and family names of sixteen cultures, joined the way each culture does. Two common words make
// a name that nobody in particular has. What names may look like: https://www.w3.org/International/questions/qa-personal-names
import type { Random } from '../random.ts';

export interface PersonName {
  given: string;
  family: string;
}

interface Culture {
  given: readonly string[];
  family: readonly string[];
}

const words = (list: string) => list.split(' ').map((word) => word.replaceAll('_', ' '));

export const cultures = {
  british: {
    given: words(
      'Alice Barnaby Georgina Harvey Imogen Leonard Miriam Olive Percival Rosalind Tabitha Winifred Mary-Jane Siân Rhys Ffion',
    ),
    family: words(
      'Attenbury Blackwood Cartwright Dewhurst Fairbrother Hathersage Longbottom Micklethwaite Smythe-Jones Thornycroft Llewellyn ap_Rhys Shaw Lake',
    ),
  },
  irish: {
    given: words('Aoife Caoimhe Ciarán Eoghan Gráinne Niamh Oisín Pádraig Róisín Siobhán Tadhg Úna'),
    family: words(
      "O'Dowd O’Shaughnessy Mac_Giolla_Bhríde McGillicuddy Ní_Dhomhnaill Ó_Súilleabháin Fitzmaurice Kinsella O'Neill-Byrne Tierney",
    ),
  },
  scottish: {
    given: words('Hamish Mairi Fergus Eilidh Lachlan Morag Struan Catriona'),
    family: words('MacLeod McAllister Urquhart Colquhoun Farquharson MacKinnon Menzies Dalziel'),
  },
  german: {
    given: words('Jürgen Käthe Hans-Peter Annegret Björn Lieselotte Günther Sören Ulrike Mechthild Rüdiger Anna-Lena'),
    family: words(
      'Müller-Lüdenscheidt von_der_Heide Grünwald Weißbach Schönfelder zu_Löwenstein Krämer Hölzl Strauß Meißner Böttcher Äpfelbach',
    ),
  },
  french: {
    given: words('Anaïs Étienne Jean-Baptiste Marie-Hélène Benoît Océane Raphaël Thérèse Loïc Zoé Noël Gaëlle'),
    family: words(
      "Lefèbvre d'Aubigny de_La_Fontaine Béranger Châtelain Dupré-Moreau Gérard L'Hermitte Rousselière Saint-Clair Ménard du_Plessis",
    ),
  },
  spanish: {
    given: words('Begoña Íñigo María_José José_Luis Ángeles Ramón Concepción Joaquín Inés Tomás Rocío Álvaro'),
    family: words(
      'García_Márquez Núñez_Ibáñez de_la_Cruz_Peña Hernández Muñoz_Olmos Zúñiga Ordóñez_Vidal Echeverría y_Gasset_Ruiz Castañeda',
    ),
  },
  italian: {
    given: words('Niccolò Giuseppe Maria_Grazia Gian_Luca Concetta Chiara Salvatore Ludovica'),
    family: words("D'Annunziata Della_Rovere De_Santis Bianchi Lo_Presti Di_Benedetto Esposito Quattrocchi"),
  },
  portuguese: {
    given: words('João Inês Conceição Gonçalo Luísa António Simão Beatriz'),
    family: words('da_Silva_Araújo dos_Santos Gonçalves Magalhães Simões_Pinto e_Castro Conceição_Lopes Falcão'),
  },
  polish: {
    given: words('Małgorzata Łukasz Zbigniew Agnieszka Stanisława Wojciech Świętosława Grażyna'),
    family: words('Wiśniewska Wróbel Śliwiński Żółkiewski Grzeszczyk Dąbrowska-Nowak Szczepański Łęcka'),
  },
  nordic: {
    given: words('Åsa Bjørn Søren Øyvind Sigríður Þórdís Väinö Päivi Jens-Ole Märta'),
    family: words(
      'Ångström Kjærgaard Sørensen Øverland Jónsdóttir Guðmundsson Hämäläinen Mäki af_Klintberg Lindqvist-Berg',
    ),
  },
  czech: {
    given: words('Jiří Šárka Ondřej Božena Květoslava Vojtěch'),
    family: words('Dvořáková Černý Novotná Řezníčková Žižka Kučera'),
  },
  dutch: {
    given: words('Sjoerd Maaike Joost Willemijn Thijs Fleur'),
    family: words("van_der_Meer de_Vries van_'t_Hoff ter_Horst Hoogeveen van_den_Broek"),
  },
  turkish: {
    given: words('Çağrı İpek Gülşen Oğuz Şebnem Ümit'),
    family: words('Yılmazer Öztürk Çelikkol Şahinoğlu Güneş Kılıçdar'),
  },
  southAsian: {
    given: words('Priyanka Arjun Farzana Gurpreet Lakshmi Mohammed Sunita Venkatesh Zainab Harjit'),
    family: words('Chakraborty Rahman Subramanian Kaur Patel Venkataraghavan Begum Mukherjee ul_Haq Singh_Dhillon'),
  },
  eastAsian: {
    given: words('Mei-Ling Xiaoming Haruto Ngọc Yuki Min-jun Thị_Hoa Zhiwei'),
    family: words('Wong Ouyang Takahashi Nguyễn Zhang Yamamoto Park Trần'),
  },
  african: {
    given: words('Adaeze Babatunde Kwame Thandiwe Chukwuemeka Ngozi Lerato Abdoulaye'),
    family: words("Okonkwo-Eze Adébáyò Mensah Dlamini N'Diaye Ogunlesi Mbeki-Zulu Traoré"),
  },
} as const satisfies Record<string, Culture>;

export type CultureName = keyof typeof cultures;
export const cultureNames = Object.keys(cultures) as CultureName[];

export function personName(random: Random, culture: CultureName): PersonName {
  const { given, family } = cultures[culture] as Culture;
  return { given: random.pick(given), family: random.pick(family) };
}

/** The name as lists and forms write it. */
export function writtenName({ given, family }: PersonName, random: Random): string {
  switch (random.below(8)) {
    case 0:
      return `${family}, ${given}`;
    case 1:
      return `${given} ${random.pick([...'ABCDEFGHJKLMNPRSTW'])}. ${family}`;
    case 2:
      return `${random.pick(['Mr', 'Mrs', 'Ms', 'Dr', 'Prof.', 'Miss'])} ${given} ${family}`;
    default:
      return `${given} ${family}`;
  }
}

/** Letters as they would be in an address: accents off, the rest dropped. */
export function asciiLetters(name: string): string {
  const folded = name
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replaceAll('þ', 'th');
  const plain = folded.replaceAll('ð', 'd').replaceAll('æ', 'ae').replaceAll('ı', 'i').normalize('NFD');
  return plain.replace(/[^a-z]/g, '');
}
