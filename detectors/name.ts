// Names of people, by column or label only: no list of names is complete, and a name alone in prose is no client record.
// What a name may look like: https://www.w3.org/International/questions/qa-personal-names
import { type Detector, judgeNothing } from './detector.ts';
import { phrases } from './phrases.ts';

const particles = new Set(
  'de del della der den di du da dos van von zu zur af al bin ibn la le les mac of st ter ten y e und and'.split(' '),
);
const titles = new Set(
  'mr mrs ms miss mx dr prof rev sir dame lord lady herr frau m mme mlle sr sra srta dhr mevr'.split(' '),
);

/** Words that end or make the name of a firm, a place of work or a thing. */
const firms = new Set(
  `ltd limited plc llp llc inc incorporated corp corporation co company gmbh ag kg ohg sarl sa sas srl spa bv nv oy ab as aps pty group
  holdings partners partnership associates solutions services systems bank trust council university school college hospital clinic surgery
  department dept team office ministry agency foundation charity society association club church committee board store shop restaurant hotel
  product service total subtotal unknown none null true false yes no na tbc tbd test active inactive pending closed open new male female`.split(
    /\s+/,
  ),
);

const word = /^(?:\p{L}\p{M}*){1,25}(?:['’`-](?:\p{L}\p{M}*){1,25}){0,3}[.,]?$/u;

function read(cell: string): string | undefined {
  const value = cell.trim();
  if (value.length < 2 || value.length > 60) return undefined;
  const words = value.replace(/\s*\((?:[^()\d]{1,30})\)$/, '').split(/[ \u00a0]+/);
  const bare = words.map((part) => part.replace(/[.,]$/, '').toLowerCase());
  while (bare.length > 1 && titles.has(bare[0]!)) {
    bare.shift();
    words.shift();
  }
  if (words.length > 5 || !words.every((part) => word.test(part))) return undefined;
  if (bare.some((part) => firms.has(part)) || titles.has(bare[0]!)) return undefined;
  const large = words.filter((part) => /^\p{Lu}|^\p{Lo}/u.test(part)).length;
  const small = words.filter((part, k) => /^\p{Ll}/u.test(part) && !particles.has(bare[k]!)).length;
  // Typed without capitals a name has at most three words; otherwise only particles are small.
  if (large > 0 ? small > 0 : words.length > 3) return undefined;
  const comma = value.indexOf(',');
  const ordered = comma > 0 && words[0]!.endsWith(',') ? [...bare.slice(1), bare[0]!] : bare;
  return ordered.filter((part) => !titles.has(part)).join(' ');
}

export const name: Detector = {
  id: 'name',
  category: 'contact',
  anchor: 'column',
  weak: true,
  key: 'none',
  labels: phrases(`
    name, full name, first name, last name, surname, client name, customer name, patient name, contact name, client,
    customer, patient, contact
  `),
  headers: phrases(`
    name, names, full name, fullname, complete name, first name, firstname, first, firsname, fname, f name, first
    nm, forename, forenames, forename s, fore name, given name, given names, givenname, christian name, known as,
    preferred name, middle name, middle names, middlename, mname, second name, last name, lastname, last, lname, l
    name, last nm, surname, surnames, sur name, sname, family name, familyname, maiden name, nick name, nickname,
    first last, first and last name, first name last name, last first, last name first name, surname forename, name
    surname, client, clients, client name, clientname, client full name, customer, customers, customer name,
    customername, cust name, customer full name, contact, contacts, contact name, contact person, contactname,
    patient, patient name, pupil, pupil name, student, student name, member, member name, employee, employee name,
    staff name, person, person name, applicant, applicant name, candidate, candidate name, guest, guest name,
    visitor, visitor name, attendee, attendee name, participant, participant name, donor, donor name, policyholder,
    policy holder, account holder, account name, card holder, cardholder, cardholder name, tenant, tenant name,
    owner name, holder name, user full name, display name, recipient name, ship to name, bill to name, billing name,
    shipping name, delivery name, buyer name, parent name, child name, next of kin, emergency contact, emergency
    contact name, vorname, vornamen, nachname, familienname, zuname, vor und nachname, kunde, kunden, kundenname,
    ansprechpartner, mitarbeiter, patientenname, name vorname, nom, noms, prénom, prenom, prénoms, nom de famille,
    nom et prénom, nom prénom, nom prenom, nom complet, nom du client, client nom, nombre, nombres, nombre completo,
    nombre y apellidos, apellido, apellidos, primer apellido, segundo apellido, cliente, nombre del cliente, naam,
    voornaam, achternaam, familienaam, tussenvoegsel, volledige naam, klant, klantnaam, contactpersoon, voorletters,
    nome, cognome, nome e cognome
  `),
  judge: judgeNothing,
  read,
};
