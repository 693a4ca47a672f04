// Words for identity numbers that belong to no one country: "national id", "tax number", "social security number". The form and the check
// digits say which country's it is. Terms: https://www.oecd.org/en/networks/global-forum-tax-transparency/resources/aeoi-implementation-portal/tax-identification-numbers.html
import { phrases } from './phrases.ts';

/** Behind these a number may be any country's registry number. */
export const nationalNumber = phrases(`
  national id, national id no, national id nr, national id number, national identity number, national identity no, national identification
  number, national identification no, national identifier, national number, national insurance id, nationalid, identity number, identity no,
  identity code, personal id, personal id no, personal id nr, personal id number, personal identity number, personal identity code, personal
  identification number, personal identification code, personal identification no, personal number, personal no, personal code, citizen
  number, citizen id, citizen id number, citizen service number, civil registration number, birth number, id card, id card no, id card
  number, identity card, identity card no, identity card number, identity document, identity document no, identity document number,
  id document, identifikationsnummer, persönliche identifikationsnummer, personenkennzahl, personenkennzeichen, personennummer, personalausweis,
  personalausweis nr, personalausweisnummer, ausweisnummer, ausweisnr, ausweis nr, numéro national, numero national, numéro d identité,
  numero d identite, numéro d identification, numero d identification, carte d identité, carte d identite, numéro de carte d identité,
  numero de carte d identite, numéro d identification national, numéro personnel, numero personnel
`);

/** Over a column these are safe, too: there most of the values must bear the check digits. */
export const nationalNumberHeaders = [
  ...nationalNumber,
  ...phrases(`
    id number, id no, id nr, id num, idnumber, idno, identification number, identification no, identification, identity, government id, gov
    id, person number, person id number, legal id, resident id, id code, nationalidentitynumber, nationalidnumber, id kort, ausweis
  `),
];

export const taxNumber = phrases(`
  tax id, tax id no, tax id nr, tax id number, tax identification, tax identification no, tax identification number, tax identification code,
  tax identifier, tax number, tax no, tax nr, tax code number, tax payer id, tax payer number, taxpayer id, taxpayer number,
  taxpayer no, taxpayer identification, taxpayer identification number, taxpayer identification no, tin, tin no, tin number, personal tax
  number, personal tax id, individual tax number, fiscal code, fiscal number, fiscal id, fiscal no, taxid, taxnumber, taxno, steuernummer,
  steuer nr, steuernr, steuer id, numéro fiscal, numero fiscal, n fiscal, no fiscal, identifiant fiscal, code fiscal, numéro d identification
  fiscale, numero d identification fiscale
`);

export const socialSecurity = phrases(`
  social security number, social security no, social security nr, social security num, social security id, social security code, social
  security, social insurance number, social insurance no, social insurance, ssn, ssns, ssn no, ssn number, soc sec, soc sec no, soc sec
  number, socialsecuritynumber, socialsecurity, sozialversicherungsnummer, sozialversicherungsnr, sozialversicherungs nr,
  sozialversicherungs nummer, sv nummer, sv nr, svnr, versicherungsnummer, versicherungsnr, versichertennummer, versicherten nr,
  sécurité sociale, securite sociale, numéro de sécurité sociale, numero de securite sociale, no de sécurité sociale, n de sécurité sociale,
  n sécurité sociale, n securite sociale, no sécu, n sécu, num sécu, numéro de sécu, numéro sécu, numéro ss, n ss
`);
