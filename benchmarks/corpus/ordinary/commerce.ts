// Buying and selling: invoices, reminders, quotes, orders, deliveries, price lists, statements, purchase orders.
import type { Random } from '../random.ts';
import { items } from '../words.ts';
import { day, mail, money, type OrdinaryMail, payTo, quoted, reference, type Scene, time, tracking } from './parts.ts';

const line = (random: Random) => {
  const quantity = 1 + random.below(20);
  const price = 10 + random.below(400);
  return { item: random.pick(items), quantity, price: `£${price}.00`, total: `£${price * quantity}.00` };
};

const lines = (random: Random, count: number) => Array.from({ length: count }, () => line(random));

const itemTable = (random: Random): string => {
  const rows = lines(random, 1 + random.below(5));
  const separator = random.pick(['\t', ' | ', '    ']);
  return [
    ['Item', 'Qty', 'Unit price', 'Total'],
    ...rows.map(({ item, quantity, price, total }) => [item, String(quantity), price, total]),
  ]
    .map((cells) => cells.join(separator))
    .join('\n');
};

const code = (random: Random) =>
  random.pick([
    () => `BW${random.digits(4)}`,
    () => random.digits(13),
    () => `${random.digits(4)}-${random.digits(4)}`,
    () => `A${random.digits(3)}.${random.digits(2)}`,
  ])();

export const commerce: Readonly<Record<string, (on: Scene) => OrdinaryMail>> = {
  invoice: (on) => {
    const number = reference(on.random);
    return mail(
      on,
      `Invoice ${number}`,
      `please find below invoice ${number} of ${day(on.random)} for ${on.client}, for the attention of ${on.you.name}.\n\n${itemTable(on.random)}\n\nNet ${money(on.random)}\nVAT 20 %\nTotal due ${money(on.random)} by ${day(on.random)}\n\n${payTo(on.random, on.firm)}\n${on.firm}, ${on.address}. VAT No: GB ${on.random.digits(9)}`,
    );
  },
  reminder: (on) =>
    mail(
      on,
      `Payment reminder ${reference(on.random)}`,
      `our invoice ${reference(on.random)} over ${money(on.random)} was due on ${day(on.random)}. Should your payment have crossed with this mail, please ignore it.\n\n${payTo(on.random, on.firm)}`,
    ),
  statement: (on) => {
    const rows = Array.from(
      { length: 3 + on.random.below(12) },
      () =>
        `${day(on.random)}\t${reference(on.random)}\t${money(on.random)}\t${on.random.pick(['paid', 'open', 'overdue'])}`,
    );
    return mail(
      on,
      `Statement of account ${on.random.digits(6)}`,
      `the open items on account ${on.random.digits(6)}:\n\nDate\tInvoice\tAmount\tStatus\n${rows.join('\n')}`,
    );
  },
  quote: (on) =>
    mail(
      on,
      `Quote for ${on.client}`,
      `for ${on.client}, ${on.address}, we can offer:\n\n${itemTable(on.random)}\n\nThe quote is valid until ${day(on.random)}. Call ${on.me.given} on ${on.me.phone} with questions.`,
    ),
  orderConfirmation: (on) =>
    mail(
      on,
      `Order ${reference(on.random)} confirmed`,
      `thank you for your order ${reference(on.random)} of ${day(on.random)}.\n\n${itemTable(on.random)}\n\nDeliver to: ${on.you.name}, ${on.client}, ${on.address}\nContact number: ${on.you.phone}`,
    ),
  deliveryNote: (on) => {
    const parcels = Array.from(
      { length: 1 + on.random.below(8) },
      (_, index) => `Parcel ${index + 1}: ${tracking(on.random)}, ${on.random.below(30)}.${on.random.digits(1)} kg`,
    );
    return mail(
      on,
      `Your delivery on ${day(on.random)}`,
      `your goods left our warehouse today.\n\n${parcels.join('\n')}\n\nCarrier: ${on.random.pick(['Parcelline', 'Nordfracht', 'Chronex'])}, driver ${on.random.pick(['Sam', 'Alex', 'Jo'])}, between ${time(on.random)} and ${time(on.random)}.\nSign-off code ${on.random.digits(6)}.`,
    );
  },
  shippingTable: (on) => {
    const rows = Array.from(
      { length: 4 + on.random.below(20) },
      () =>
        `${reference(on.random)}\t${tracking(on.random)}\t${day(on.random)}\t${on.random.pick(['in transit', 'delivered', 'held at customs'])}`,
    );
    return mail(
      on,
      'Shipments of this week',
      `the shipments of this week:\n\nOrder\tTracking number\tDispatched\tStatus\n${rows.join('\n')}`,
    );
  },
  priceList: (on) => {
    const rows = Array.from(
      { length: 6 + on.random.below(30) },
      () =>
        `${code(on.random)}\t${on.random.pick(items)}\t${money(on.random)}\t${on.random.below(200)}\t${day(on.random)}`,
    );
    return mail(
      on,
      'Trade prices',
      `our new trade prices:\n\nCode\tItem\tTrade price\tIn stock\tNext delivery\n${rows.join('\n')}`,
    );
  },
  purchaseOrder: (on) => {
    const rows = Array.from(
      { length: 2 + on.random.below(10) },
      (_, index) =>
        `${(index + 1) * 10}  ${code(on.random)}  ${on.random.pick(items)}  ${1 + on.random.below(90)} pcs  ${money(on.random)}`,
    );
    return mail(
      on,
      `Purchase order 45000${on.random.digits(5)}`,
      `please supply:\n\n${rows.join('\n')}\n\nDelivery address: ${on.firm}, ${on.address}\nEAN ${on.random.digits(13)}, HS code ${on.random.digits(8)}, EORI GB${on.random.digits(12)}\nContact: ${on.me.name}, ${on.me.phone}`,
    );
  },
  complaint: (on) =>
    mail(
      on,
      `Re: order ${reference(on.random)}`,
      `I am sorry that the ${on.random.pick(items).toLowerCase()} arrived damaged. We will collect it on ${day(on.random)} between ${time(on.random)} and ${time(on.random)} from ${on.address}, and send a new one. The collection reference is ${tracking(on.random)}.${quoted(on, 'the box was open and one leg is broken. Could you please take it back?')}`,
    ),
  accountChange: (on) =>
    mail(
      on,
      'Our new bank account',
      `from ${day(on.random)} on please use our new account only. We will never change it by mail without a call: ring ${on.me.phone} to check.\n\n${payTo(on.random, on.firm)}`,
    ),
  renewal: (on) =>
    mail(
      on,
      `Renewal of policy ${on.random.digits(9)}`,
      `your cover under policy number ${on.random.pick(['POL', 'BX', ''])}${on.random.digits(9)} for ${on.client} ends on ${day(on.random)}. The premium for the coming year is ${money(on.random)} (last year ${money(on.random)}). Excess ${money(on.random)}.`,
    ),
  travel: (on) =>
    mail(
      on,
      'Your booking',
      `booking reference ${on.random.pick(['QX7', 'LM2', 'R4T'])}${on.random.digits(3)} for ${on.you.name}:\n\nBA${on.random.digits(4)} London Heathrow ${time(on.random)} – Hamburg ${time(on.random)}, seat ${on.random.below(40)}C\nHotel Alte Mühle, 2 nights, confirmation ${on.random.digits(8)}\nHire car: group C, voucher ${on.random.digits(10)}`,
    ),
};
