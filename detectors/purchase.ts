// What a person bought: order, invoice, item, amount. By column or label; only beside a person does it say something of one.
// https://schema.org/Order (the parts of an order)
import { isDigit, isLatin } from './characters.ts';
import { type Detector, judgeNothing } from './detector.ts';
import { writeLowerCase } from './normal-form.ts';
import { phrases } from './phrases.ts';

/** Any filled cell is data of the purchase its column speaks of. */
function read(cell: string): string | undefined {
  const value = cell.trim();
  if (value === '' || value.length > 300 || !/[\p{L}\p{N}]/u.test(value)) return undefined;
  return value.toLowerCase();
}

function write(text: string, from: number, end: number): boolean {
  if (end - from > 300) return false;
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    if (isDigit(code) || isLatin(code)) return writeLowerCase(text, from, end);
  }
  return false;
}

export const purchase: Detector = {
  id: 'purchase',
  category: 'commercial',
  anchor: 'words',
  weak: true,
  key: 'none',
  labels: phrases(`
    order, orders, order no, order number, order id, invoice, invoice no, invoice number, last order, last purchase,
    purchased, product, items, amount paid, order total, total spent, order value, order date, order ref, order history,
    purchase history, last purchase date, invoice date, invoice total, invoice amount, amount due, policy number, policy no,
    policy type, premium, annual premium, renewal date, subscription, subscription plan, plan, package, booking ref,
    booking reference, booking date, rechnungsnummer, bestellnummer, kaufdatum, facture, commande, montant
  `),
  headers: phrases(`
    order, orders, order no, order nr, order number, order id, order ref, order reference, order date, order total,
    order value, order amount, order status, ordered, last order, last order date, first order, number of orders,
    total orders, orders count, order count, invoice, invoices, invoice no, invoice nr, invoice number, invoice id,
    invoice date, invoice amount, invoice total, receipt, receipt no, receipt number, sales order, so number, po
    number, transaction, transaction id, transaction date, transaction amount, purchase, purchases, purchased,
    purchase date, purchase amount, purchase history, last purchase, last purchase date, date of purchase, bought,
    item, items, item name, item description, item no, item code, product, products, product name, product code,
    product id, sku, article, basket, subscription, plan purchased, qty, quantity, units, unit price, price, price
    paid, amount, amount paid, amount due, amount gbp, amount eur, total, total amount, total price, total paid,
    total spent, total spend, spend, spent, lifetime value, ltv, net, gross, net amount, gross amount, vat,
    subtotal, sub total, discount, refund, paid, payment, payment amount, premium, balance, outstanding, turnover,
    revenue, policy number, policy no, policy type, policy start, policy start date, policy end date, policy expiry,
    cover type, sum insured, annual premium, monthly premium, claim amount, claim number, renewal date, renewal amount,
    subscription plan, subscription type, subscription status, subscription start, plan, plan type, package, tariff,
    membership type, membership level, loyalty points, points balance, basket value, average order value, aov, orders
    placed, items bought, items ordered, item purchased, products bought, products purchased, last product, last item,
    order items, order history, booking ref, booking reference, booking date, booking total, date ordered, date
    purchased, days since last order, direct debit amount, donation, donation amount, donation date, total donated,
    last donation, gift amount, contract value, deal value, ticket type, room rate, nights booked, kaufdatum, bestellung, bestellungen, bestellnummer, bestellnr, bestell nr, bestelldatum, rechnung,
    rechnungsnummer, rechnungsnr, rechnungs nr, rechnungsdatum, rechnungsbetrag, betrag, artikel, artikelnummer,
    produkt, menge, preis, umsatz, summe, auftrag, auftragsnummer, commande, commandes, numéro de commande, n
    commande, date de commande, facture, numéro de facture, montant, montant total, prix, quantité, produit, achat,
    achats, pedido, pedidos, número de pedido, fecha de pedido, factura, número de factura, importe, precio,
    cantidad, producto, compra, compras, bestelling, bestelnummer, besteldatum, factuur, factuurnummer,
    factuurdatum, bedrag, prijs, aantal, aankoop, aankopen, ordine, ordini, importo, prodotto
  `),
  words: {
    terms: phrases(`
      order no, order number, order ref, order id, sales order, invoice no, invoice number, last order, last purchase,
      previous order, repeat order, order history, purchase history, her order, his order, their order, ordered, has ordered,
      have ordered, has bought, has purchased, bought, purchased, purchases, ordered a, ordered an, ordered two, ordered
      three, ordered the, ordered one, spent a total, total spend, lifetime spend, has spent, paid for, annual premium,
      monthly premium, policy renewal, renewed her, renewed his, renewed their, subscribed to, her subscription, his
      subscription, their subscription, her account balance, his account balance, hat gekauft, gekauft, bestellt,
      bestellte, kaufte, a commandé, a acheté, acheté, sa commande, ses commandes
    `),
    except: phrases(
      'ordered list, ordered by the court, court ordered, well ordered, was ordered to, were ordered to, ordered to pay, bought ledger, bought in, bought forward, purchased ledger',
    ),
  },
  judge: judgeNothing,
  read,
  write,
};
