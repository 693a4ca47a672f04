// Personalausweis: nine characters of digits and consonants, the first a letter, and as printed in the machine-readable zone a check digit
// 7-3-1 behind them. Without that digit there is nothing to check, so it exists behind a label only. https://www.personalausweisportal.de/,
// ICAO 9303, PAuswV: https://www.gesetze-im-internet.de/pauswv/
import { identityNumber } from '../identity-number.ts';
import { phrases } from '../phrases.ts';

const weights = [7, 3, 1];

/** Digits count as themselves, letters as 10 to 35. Three digits at least: whole words of consonants are none. */
function isPlausible(value: string): boolean {
  if ((value.match(/\d/g)?.length ?? 0) < 3) return false;
  if (value.length === 9) return true;
  let sum = 0;
  for (let k = 0; k < 9; k++) sum += Number.parseInt(value[k]!, 36) * weights[k % 3]!;
  return sum % 10 === Number(value[9]);
}

const words = phrases(`
  personalausweis, personalausweisnummer, personalausweis nr, personalausweis nummer, personalausweis no, personalausweisnr, perso,
  perso nr, ausweisnummer, ausweisnr, ausweis nr, ausweis, npa, german id card, german id card number, german identity card, german
  identity card number, id card, id card no, id card number, identity card, identity card no, identity card number, identity document
  number, document number, document no, national id card, national id card number, carte d identité, carte d identité no, numéro de
  carte d identité, carte d identité allemande, seriennummer ausweis
`);

export const idCard = identityNumber({
  id: 'de-id-card',
  anchor: 'code',
  form: /[CFGHJKLMNPRTVWXYZ](?=[A-Z]{0,4}\d)[CFGHJKLMNPRTVWXYZ\d]{8}(?: ?\dD?)?/,
  isPlausible,
  labels: [...words],
  headers: [...words],
});
