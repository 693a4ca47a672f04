// What the words over a column, or before a colon, say about the value: which kind, and whether it is a thing rather than a person.
import type { Detector } from '../../detectors/detector.ts';
import { detectors } from '../../detectors/index.ts';
import { foldLetters } from '../text/letters.ts';

export interface HeaderMeaning {
  /** The kinds the header may announce, the more specific first: `nif` is Spanish, Portuguese and French. Empty = nothing we know. */
  detectors: readonly Detector[];
  /** It numbers or describes things: digits below it are no phone number and no identity number. */
  isThing: boolean;
  /** It can only stand over people: `patient name`, `surname`. A bare `name` may stand over anything. */
  isPerson: boolean;
  /** Somebody else than the row is about: account manager, next of kin, emergency contact. */
  isOther: boolean;
}

const thingWords = wordSet(
  'order orders invoice tracking product item items sku ref reference code isbn ean barcode serial part version batch ticket transaction ' +
    'price amount cost total quantity qty stock model file document page url link case job project booking parcel shipment consignment vat',
);
const organisationHeaders = wordSet(
  'company organisation organization school business firm employer site branch supplier vendor brand store shop',
);
const personWords = wordSet(
  'first last full fore given family surname forename firstname lastname fullname middle maiden customer client patient employee ' +
    'member tenant pupil student guest visitor donor applicant candidate subscriber resident policyholder insured assured claimant borrower debtor lessee passenger traveller ' +
    'householder occupier occupant investor shareholder trainee learner volunteer beneficiary attendee delegate ' +
    'vorname nachname familienname kunde kundin patientin prenom prenoms apellido apellidos cliente paciente cognome paziente voornaam achternaam klant ' +
    '氏名 姓名 お名前 客户 客户姓名 患者 患者名 患者氏名 顧客 顧客名 お客様名 员工姓名 성명 고객 고객명 환자명 학생명 직원명 العميل المريض לקוח מטופל клиент клієнт пациент фио піб πελατης ασθενης musteri hasta ugyfel beteg ' +
    'imie nazwisko apelido sobrenome fornamn efternamn fornavn etternavn efternavn etunimi sukunimi prijmeni prenume prezime priimek',
);
const otherWords = wordSet(
  'manager owner rep agent adviser advisor consultant kin emergency next spouse handler assignee keyworker gp doctor author authors ' +
    'maintainer maintainers contributor contributors committer reviewer approver editor creator uploader by',
);

const elseWords = wordSet(
  'company organisation organization employer firm supplier vendor manufacturer brand store shop branch site job role position title occupation profession department dept team ' +
    'division unit specialty speciality speciality event course class module subject topic category campaign project program programme service services interest interests source ' +
    'city town county country region area location place address street venue website url link file filename template newsletter list segment tag tags language nationality currency status ' +
    'beruf abteilung firma arbeitgeber ort stadt land strasse kurs veranstaltung betreff profession poste entreprise service ville pays adresse cours sujet objet',
);

/** Whether the words below or behind this are about a job, a firm, a place or a matter rather than about the person. */
export const isAboutElse = (header: string): boolean => headerWords(header).some((word) => elseWords.has(word));

const phrases = new Map<string, Detector[]>();
const vocabulary = new Set<string>();
/** The vocabulary by first letter: people rarely mistype that one. */
const byInitial = new Map<string, string[]>();
let longest = 1;
for (const detector of detectors)
  for (const header of [...detector.headers, ...detector.labels]) {
    const words = headerWords(header);
    if (words.length === 0) continue;
    announce(words.join(' '), detector);
    longest = Math.max(longest, words.length);
    for (const word of [...words, words.join('')]) if (word.length > 4) vocabulary.add(word);
    announce(words.join(''), detector);
  }
for (const word of vocabulary) {
  const alike = byInitial.get(word[0]!);
  if (alike) alike.push(word);
  else byInitial.set(word[0]!, [word]);
}

function announce(phrase: string, detector: Detector): void {
  const announced = phrases.get(phrase);
  if (!announced) phrases.set(phrase, [detector]);
  else if (!announced.includes(detector)) announced.push(detector);
}

const known = new Map<string, HeaderMeaning>();

/** Meaning of a column header or a label. Remembered: the same few headers come again and again. */
export function headerMeaning(header: string): HeaderMeaning {
  const cached = known.get(header);
  if (cached) return cached;
  const meaning = meaningOf(header);
  if (known.size > 2000) known.clear();
  known.set(header, meaning);
  return meaning;
}

/** Case, accents, camelCase, digits and punctuation do not matter: `dateOfBirth`, `E-Mail (1)`, `TEL.` */
function headerWords(header: string): string[] {
  // As nearly all words of the lists are written; at the start there are thousands of them.
  if (/^[a-z]+(?: [a-z]+)*$/.test(header)) return header.split(' ');
  return (
    foldLetters(header.replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2'))
      .replace(/\b(?:([a-z])\.)(?=[a-z]\.|[a-z]\b)/g, '$1')
      .match(/\p{L}+/gu) ?? []
  );
}

/** Whether a column is of firms, by its header. */
export const isOfFirms = (header: string): boolean => headerWords(header).some((word) => organisationHeaders.has(word));

function meaningOf(header: string): HeaderMeaning {
  const nothing = { detectors: [], isThing: false, isPerson: false, isOther: false };
  if (header.length > 60) return nothing;
  const written = headerWords(header);
  // Of many words one is soon like another: only short headers are forgiven a slip.
  const words = written.length > 3 ? written : written.map(withoutTypo);
  const isThing = words.some((word) => thingWords.has(word));
  const isOrganisation = words.some((word) => organisationHeaders.has(word));
  const isPerson = words.some((word) => personWords.has(word)) && !isOrganisation;
  const isOther = words.some((word) => otherWords.has(word));
  const match = longestPhrase(words);
  if (!match) return { detectors: [], isThing, isPerson: false, isOther };
  const aboutThing = isOrganisation || (isThing && words.length > match.length && !isPerson);
  const detectors = aboutThing ? match.detectors.filter(isOfThingsToo) : match.detectors;
  if (detectors.length === 0) return { detectors, isThing: true, isPerson: false, isOther };
  return { detectors, isThing: false, isPerson, isOther };
}

const isOfThingsToo = ({ id }: Detector) => id !== 'name' && id !== 'client-number';

/** The longest run of words that is a header of some detector; the later one where two are as long (`home phone`, `address postcode`). */
function longestPhrase(words: readonly string[]): { detectors: readonly Detector[]; length: number } | undefined {
  for (let length = Math.min(words.length, longest + 1); length > 0; length--)
    for (let from = words.length - length; from >= 0; from--) {
      const run = words.slice(from, from + length);
      const detectors = phrases.get(run.join(' ')) ?? phrases.get(run.join(''));
      if (detectors && (length > 1 || run[0]!.length > 1 || words.length === 1)) return { detectors, length };
    }
  return undefined;
}

/** `firsname` → `firstname`: one letter added, missing, changed or swapped in a longer word we know. */
function withoutTypo(word: string): string {
  if (word.length < 5 || vocabulary.has(word) || thingWords.has(word) || personWords.has(word)) return word;
  return byInitial.get(word[0]!)?.find((right) => isOneEditAway(word, right)) ?? word;
}

function isOneEditAway(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let same = 0;
  while (same < one.length && one[same] === other[same]) same++;
  // Most words differ near their start and at their end.
  if (same < one.length - 2 && one.charCodeAt(one.length - 1) !== other.charCodeAt(other.length - 1)) return false;
  const swapped = one[same + 1] === other[same] && one[same] === other[same + 1];
  return (
    one.slice(same + 1) === other.slice(same + 1) ||
    one.slice(same + 1) === other.slice(same) ||
    one.slice(same) === other.slice(same + 1) ||
    (swapped && one.slice(same + 2) === other.slice(same + 2))
  );
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' ').map(foldLetters));
}
