// Names of people, by column or label only: no list of names is complete, and a name alone in prose is no client record.
// What a name may look like: https://www.w3.org/International/questions/qa-personal-names
import { isLatin, isLetter } from './characters.ts';
import { type Detector, judgeNothing } from './detector.ts';
import { lowerCase, normalForm, normalText } from './normal-form.ts';
import { phrases } from './phrases.ts';

const particle = 1;
const title = 2;
/** A word that ends or makes the name of a firm, a place of work or a thing. */
const firm = 4;

/** What words of names are beside names, as a sum of the above: one look-up a word. */
const meanings = new Map<string, number>();
function mean(words: string, meaning: number): void {
  for (const word of words.split(/\s+/)) meanings.set(word, (meanings.get(word) ?? 0) | meaning);
}
mean(
  "de del dela della dello delle der den di du da do das dos van von vom zu zum zur af av al el ul ur bin bint ibn ap ab ferch la le les lo mac of st 't ter ten te op y e i und and",
  particle,
);
mean('mr mrs ms miss mx dr prof rev sir dame lord lady herr frau m mme mlle sr sra srta dhr mevr', title);
mean(
  `ltd limited plc llp llc inc incorporated corp corporation co company gmbh ag kg ohg sarl sa sas srl spa bv nv oy ab as aps pty group
  holdings partners partnership associates solutions services systems bank trust council university school college hospital clinic surgery
  department dept team office ministry agency foundation charity society association club church committee board store shop restaurant hotel
  product service total subtotal unknown none null true false yes no na tbc tbd test active inactive pending closed open new male female`,
  firm,
);

const word = /^(?:\p{L}\p{M}*){1,25}(?:['’`-](?:\p{L}\p{M}*){1,25}){0,3}[.,]?$/u;

/** A particle grown together with the word it stands before: d'Aubigny, dell'Orto. */
const elided = /^\p{Ll}{1,5}['’]\p{Lu}/u;

/** What `word` says, told without it where the letters are those of western Europe. */
function isWord(part: string): boolean {
  let run = 0;
  let joints = 0;
  for (let k = 0; k < part.length; k++) {
    const code = part.charCodeAt(k);
    if (code >= 0x250) return word.test(part);
    if (isLetter(code)) run++;
    else if (run === 0 || run > 25) return false;
    else if ((code === 44 || code === 46) && k + 1 === part.length) return true;
    else if ((code === 39 || code === 96 || code === 45) && ++joints < 4) run = 0;
    else return false;
  }
  return run > 0 && run <= 25;
}

/** The word without its last stop or comma, in lower case. */
function bareWord(part: string): string {
  const last = part.charCodeAt(part.length - 1);
  return (last === 44 || last === 46 ? part.slice(0, -1) : part).toLowerCase();
}

/** Positive: the word begins with a capital, or a letter of a script without them. Negative: with a small letter. 0: with neither. */
function caseOf(part: string): number {
  const code = part.charCodeAt(0);
  if (code < 128) return isLatin(code) ? (code < 97 ? 1 : -1) : 0;
  return /^[\p{Lu}\p{Lo}]/u.test(part) ? 1 : /^\p{Ll}/u.test(part) ? -1 : 0;
}

function wordsOf(value: string): string[] {
  const named = value.endsWith(')') ? value.replace(/\s*\((?:[^()\d]{1,30})\)$/, '') : value;
  return named.includes('  ') || named.includes('\u00a0') ? named.split(/[ \u00a0]+/) : named.split(' ');
}

/** "Jane Doe, MBE": what follows the comma is no given name. In "DOE, JANE" it is one. */
function isSuffix(word: string | undefined, before: string): boolean {
  return word === undefined || (/^(?:\p{Lu}{2,6}|Jr|Sr|PhD|Esq)\.?$/u.test(word) && /\p{Ll}/u.test(before));
}

function read(cell: string): string | undefined {
  const value = cell.trim();
  if (value.length < 2 || value.length > 60) return undefined;
  const words = wordsOf(value);
  let first = 0;
  while (first + 1 < words.length && isTitle(bareWord(words[first]!))) first++;
  if (words.length - first > 8) return undefined;
  let large = 0;
  let small = 0;
  let surname = '';
  let normal = '';
  for (let k = first; k < words.length; k++) {
    const part = words[k]!;
    const bare = bareWord(part).replace('’', "'");
    if (bare !== "'t" && !isWord(part)) return undefined;
    const meaning = meanings.get(bare) ?? 0;
    if ((meaning & firm) !== 0 || ((meaning & title) !== 0 && k === first)) return undefined;
    const letter = caseOf(part);
    if (letter > 0 || elided.test(part)) large++;
    else if (letter < 0 && (meaning & particle) === 0) small++;
    if (surname === '' && part.endsWith(',') && !isSuffix(words[k + 1], part)) {
      surname = normal === '' ? bare : `${normal} ${bare}`;
      normal = '';
    } else if ((meaning & title) === 0) normal = normal === '' ? bare : `${normal} ${bare}`;
  }
  // Typed without capitals a name has at most three words; otherwise only particles are small.
  if (large > 0 ? small > 0 || large > 5 : words.length - first > 3) return undefined;
  if (surname === '') return normal;
  return normal === '' ? surname : `${normal} ${surname}`;
}

/** Bits by `quickHash`, of the words that mean something: a quick no for all other words. */
const known = new Uint8Array(4096);
for (const word of meanings.keys()) {
  let hash = 0;
  for (let k = 0; k < word.length; k++) hash = quickHash(hash, word.charCodeAt(k));
  known[hash & 4095] = 1;
}

function quickHash(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0;
}

/** Two to five words of western letters with one blank between, without a title or a comma. */
function write(text: string, from: number, end: number): boolean {
  if (end - from < 2 || end - from > 60) return false;
  const { units } = normalForm;
  let length = 0;
  let words = 0;
  let large = 0;
  let small = 0;
  for (let at = from; at < end; at++) {
    const first = text.charCodeAt(at);
    const start = length;
    let hash = 0;
    let run = 0;
    let joints = 0;
    let code = first;
    for (; at < end; code = text.charCodeAt(++at)) {
      if (isLetter(code)) {
        if (++run > 25 || lowerCase(code) === 0) return false;
      } else if ((code === 39 || code === 96 || code === 45) && run > 0 && joints++ < 3) run = 0;
      else break;
      units[length] = lowerCase(code);
      hash = quickHash(hash, units[length++]!);
    }
    if (run === 0) return false;
    if (at < end && code === 46) at++;
    if (at < end && (text.charCodeAt(at) !== 32 || at + 1 === end)) return false;
    const meaning = known[hash & 4095] === 1 ? (meanings.get(normalText(start, length)) ?? 0) : 0;
    if ((meaning & ~particle) !== 0 || ++words > 5) return false;
    if (lowerCase(first) !== first) large++;
    else if ((meaning & particle) === 0) small++;
    if (at < end) units[length++] = 32;
  }
  normalForm.length = length;
  return large > 0 ? small === 0 : words <= 3;
}

const isTitle = (word: string) => ((meanings.get(word) ?? 0) & title) !== 0;

export const name: Detector = {
  id: 'name',
  category: 'contact',
  anchor: 'column',
  weak: true,
  key: 'none',
  labels: phrases(`
    name, full name, first name, last name, surname, client name, customer name, patient name, contact name,
    client, customer, patient, contact, vorname, nachname, familienname, vor und nachname, kunde, kundin,
    patientin, nom, prénom, nom de famille, nom et prénom, nom complet, nombre, apellidos, apellido, nombre
    completo, nome, cognome, nome e cognome, nome completo, naam, voornaam, achternaam, volledige naam, imię,
    nazwisko, imię i nazwisko, namn, förnamn, efternamn, navn, fornavn, etternavn, efternavn, etunimi, sukunimi,
    jméno, příjmení, jméno a příjmení, nume, prenume, név, ime i prezime, ονοματεπώνυμο, όνομα, πελάτης, пациент, клиент, клієнт, имя, фио,
    піб, müşteri, hasta, ad soyad, ügyfél, asiakas, zákazník, kund, klient, 氏名, 名前, お名前, 姓名, 客户, 患者, 顧客, 이름, 성명, 성함, 고객, 고객명, 환자명, الاسم, اسم العميل,
    العميل, المريض, שם, שם מלא, לקוח, מטופל, bill to, billed to, ship to, deliver to, sold to, invoice to, rechnung an,
    lieferung an, facturé à, livré à
  `),
  headers: phrases(`
    name, names, full name, fullname, complete name, first name, firstname, first, firsname, fname, f name,
    first nm, forename, forenames, forename s, fore name, given name, given names, givenname, christian name,
    known as, preferred name, middle name, middle names, middlename, mname, second name, last name, lastname,
    last, lname, l name, last nm, surname, surnames, sur name, sname, family name, familyname, maiden name, nick
    name, nickname, first last, first and last name, first name last name, last first, last name first name,
    surname forename, name surname, client, clients, client name, clientname, client full name, customer,
    customers, customer name, customername, cust name, customer full name, contact, contacts, contact name,
    contact person, contactname, patient, patient name, pupil, pupil name, student, student name, member, member
    name, employee, employee name, staff name, person, person name, applicant, applicant name, candidate,
    candidate name, guest, guest name, visitor, visitor name, attendee, attendee name, participant, participant
    name, donor, donor name, policyholder, policy holder, policy owner, insured,
    insured name, insured person, named insured, life assured, lives assured, claimant, claimant name, borrower, debtor, lessee,
    passenger, passenger name, lead passenger, traveller, traveller name, householder, occupier, occupant, investor, shareholder,
    trainee, learner, volunteer, volunteer name, beneficiary, beneficiary name, subscriber, subscriber name, resident,
    resident name, booked by, ordered by, sold to, bill to, ship to, deliver to, account holder, account name, card holder, cardholder,
    cardholder name, tenant, tenant name, owner name, holder name, user full name, display name, recipient name,
    ship to name, bill to name, billing name, shipping name, delivery name, buyer name, parent name, child name,
    next of kin, emergency contact, emergency contact name, vorname, vornamen, nachname, familienname, zuname,
    vor und nachname, kunde, kunden, kundenname, ansprechpartner, mitarbeiter, patientenname, name vorname, nom,
    noms, prénom, prenom, prénoms, nom de famille, nom et prénom, nom prénom, nom prenom, nom complet, nom du
    client, client nom, nombre, nombres, nombre completo, nombre y apellidos, apellido, apellidos, primer
    apellido, segundo apellido, cliente, nombre del cliente, naam, voornaam, achternaam, familienaam,
    tussenvoegsel, volledige naam, klant, klantnaam, contactpersoon, voorletters, nome, cognome, nome e cognome,
    imię, imie, drugie imię, nazwisko, imię i nazwisko, imie i nazwisko, nazwisko i imię, nome completo,
    primeiro nome, nome próprio, apelido, apelidos, sobrenome, förnamn, efternamn, för och efternamn, namn,
    fornavn, etternavn, efternavn, mellomnavn, mellemnavn, navn, fulde navn, fullt navn, fullständigt namn,
    nimi, etunimi, etunimet, sukunimi, jméno, příjmení, jméno a příjmení, meno, priezvisko, meno a priezvisko,
    prenume, nume, nume de familie, nume și prenume, nume complet, név, teljes név, keresztnév, vezetéknév, ime,
    prezime, ime i prezime, ime in priimek, priimek, vardas, pavardė, vārds, uzvārds, eesnimi, perekonnanimi,
    όνομα, επώνυμο, ονοματεπώνυμο, име, фамилия, имя, фио, ad soyad, adı soyadı, soyad, soyadı, adı, nom usuel,
    nom d usage, nom de naissance, nom patronymique, nom et prénoms, prénom et nom, nom du patient, nom du
    salarié, nom de l élève, geburtsname, rufname, vollständiger name, name des kunden, name des patienten,
    versicherter, versicherte, nominativo, paziente, cognome e nome, cognome nome, segundo nombre,
    nombre del paciente, paciente, geboortenaam, roepnaam, patiënt, huurder, πελάτης, πελάτες, ασθενής, пациент, клиент, клиенты, клієнт,
    піб, прізвище, ім я, müşteri, müşteri adı, hasta, hasta adı, ügyfél, beteg, asiakas, potilas, zákazník, pacient, kund, klient,
    氏名, 名前, お名前, 姓, 名, 姓名, 客户, 客户姓名, 患者, 患者名, 患者氏名, 顧客, 顧客名, お客様名, 学生, 员工姓名, 이름, 성명, 성함, 고객, 고객명, 환자명, 학생명, 직원명, الاسم,
    الاسم الكامل, اسم العميل, العميل, المريض, اسم المريض, שם, שם מלא, שם פרטי, שם משפחה, לקוח, שם הלקוח, מטופל
  `),
  judge: judgeNothing,
  read,
  write,
};
