// The same business in German, French, Spanish, Italian and Dutch: other salutations, other footers, accounts and register numbers in them.
import { mod97 } from '../identifiers/check-digits.ts';
import type { Random } from '../random.ts';
import { items } from '../words.ts';
import { colleague, day, type OrdinaryMail, quoted, reference, type Scene, time, tracking } from './parts.ts';

function germanIban(random: Random): string {
  const account = random.digits(18);
  return `DE${String(98 - mod97(`${account}DE00`)).padStart(2, '0')}${account}`.replace(/(....)(?=.)/g, '$1 ');
}

const euros = (random: Random) => `${random.below(9)}.${100 + random.below(899)},${random.digits(2)} €`;

const germanFooter = (on: Scene) =>
  `Mit freundlichen Grüßen\n\n${on.me.name}\nVertrieb\n\nBrightwater Einrichtungen GmbH\nMühlweg ${on.random.below(90)}, 20${on.random.digits(3)} Hamburg\nTelefon: +49 40 22${on.random.digits(5)}\nTelefax: +49 40 22${on.random.digits(5)}\nE-Mail: ${on.me.email}\n\nGeschäftsführer: ${colleague(on.random, on.firmDomain).name}, ${colleague(on.random, on.firmDomain).name}\nAmtsgericht Hamburg HRB ${on.random.digits(6)}\nUSt-IdNr. DE${on.random.digits(9)}\nSteuernummer ${on.random.digits(2)}/${on.random.digits(3)}/${on.random.digits(5)}\nIBAN ${germanIban(on.random)} · BIC GHSEDEHHXXX\n`;

const written = (on: Scene, subject: string, body: string): OrdinaryMail => ({
  from: on.me.email,
  to: [`${on.you.name} <${on.you.email}>`],
  subject,
  body,
});

export const foreign: Readonly<Record<string, (on: Scene) => OrdinaryMail>> = {
  rechnung: (on) =>
    written(
      on,
      `Rechnung ${on.random.digits(6)}`,
      `Sehr geehrte Damen und Herren,\n\nanbei unsere Rechnung Nr. ${on.random.digits(6)} vom ${day(on.random)} über ${euros(on.random)}, zahlbar bis ${day(on.random)}.\n\nPos.\tArtikel\tMenge\tPreis\n1\t${on.random.pick(items)}\t${1 + on.random.below(9)}\t${euros(on.random)}\n2\t${on.random.pick(items)}\t${1 + on.random.below(9)}\t${euros(on.random)}\n\n${germanFooter(on)}`,
    ),
  termin: (on) =>
    written(
      on,
      'Terminvorschlag',
      `Guten Tag ${on.you.name},\n\npasst Ihnen der ${day(on.random)} um ${time(on.random)} Uhr? Herr ${colleague(on.random, on.clientDomain).name} kommt dazu. Die Kundennummer Ihres Unternehmens ist ${on.random.digits(6)}.\n\n${germanFooter(on)}${quoted(on, 'wann könnten wir uns sehen?')}`,
    ),
  lieferschein: (on) =>
    written(
      on,
      'Ihre Lieferung',
      `Hallo ${on.you.given},\n\ndie Sendung ${tracking(on.random)} ist unterwegs. Lieferschein ${on.random.digits(8)}, Bestellung ${reference(on.random)}, ${on.random.below(40)} kg, voraussichtlich ${day(on.random)}.\n\n${germanFooter(on)}`,
    ),
  facture: (on) =>
    written(
      on,
      `Facture ${on.random.digits(6)}`,
      `Bonjour ${on.you.given},\n\nveuillez trouver ci-joint la facture n° ${on.random.digits(6)} du ${day(on.random)}, montant TTC ${euros(on.random)}.\n\nCordialement,\n\n${on.me.name}\nService clients\nTél. : 02 99 ${on.random.digits(2)} ${on.random.digits(2)} ${on.random.digits(2)}\nBrightwater SARL au capital de 10 000 € – RCS Rennes 4${on.random.digits(2)} ${on.random.digits(3)} ${on.random.digits(3)} – SIRET ${on.random.digits(3)} ${on.random.digits(3)} ${on.random.digits(3)} 000${on.random.digits(2)} – TVA FR ${on.random.digits(11)}\n`,
    ),
  reunion: (on) =>
    written(
      on,
      'Réunion',
      `Bonjour,\n\nla réunion aura lieu le ${day(on.random)} à ${time(on.random)}, salle ${on.random.below(40)}. Seront présents : ${[1, 2, 3].map(() => colleague(on.random, on.clientDomain).name).join(', ')}.\n\nBien à vous,\n${on.me.name}\n`,
    ),
  factura: (on) =>
    written(
      on,
      `Factura ${on.random.digits(6)}`,
      `Estimado cliente:\n\nadjuntamos la factura ${on.random.digits(6)} de fecha ${day(on.random)} por ${euros(on.random)}. CIF B${on.random.digits(8)}. Pedido ${reference(on.random)}.\n\nSaludos\n${on.me.name}\nTel. 91${on.random.digits(1)} ${on.random.digits(3)} ${on.random.digits(3)}\n`,
    ),
  fattura: (on) =>
    written(
      on,
      `Fattura n. ${on.random.digits(4)}`,
      `Gentile cliente,\n\nin allegato la fattura n. ${on.random.digits(4)} del ${day(on.random)} di ${euros(on.random)}. P.IVA ${on.random.digits(11)}, REA TO-${on.random.digits(7)}.\n\nCordiali saluti\n${on.me.name}\nTel. 011 ${on.random.digits(7)}\n`,
    ),
  factuur: (on) =>
    written(
      on,
      `Factuur ${on.random.digits(6)}`,
      `Beste ${on.you.given},\n\nbijgaand factuur ${on.random.digits(6)} van ${day(on.random)}, bedrag ${euros(on.random)}, te betalen binnen 30 dagen. KvK ${on.random.digits(8)}, btw NL${on.random.digits(9)}B01.\n\nMet vriendelijke groet,\n${on.me.name}\n+31 20 ${on.random.digits(3)} ${on.random.digits(4)}\n`,
    ),
};
