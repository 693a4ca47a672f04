// The mail that must never get out, its small siblings, and the ordinary mails that must never be stopped.
import { type Client, generateClients } from './clients.ts';
import { blockPieces, prosePieces, tablePieces } from './forms.ts';
import { labelledText, type Truth } from './labelled-text.ts';

export interface Mail {
  from: string;
  to: string[];
  subject: string;
  /** Plain text. */
  body: string;
  /** How many people it is about, by its making. */
  people: number;
}

export interface ClientMail extends Mail {
  clients: Client[];
  /** Every value in the body and where it stands. */
  truths: Truth[];
}

export const employee = 'keziah.brandt@brightwater.example';
/** The employee's own address elsewhere. */
export const employeeAtHome = 'keziah.brandt84@gmail.com';

/**
 * The reference mail: of 957 people 600 in a pasted table, 257 in label blocks, 100 in lines of prose; about 240 KB. Other sizes keep
 * the proportions. Three people have no birth date.
 */
export function headlineMail({ people = 957, seed = 2 }: { people?: number; seed?: number } = {}): ClientMail {
  const clients = generateClients(people, seed);
  for (const index of [10, 500, 940]) if (clients[index] && people === 957) clients[index].birthDate = '';
  const inTable = Math.round((people * 600) / 957);
  const inBlocks = Math.round((people * 257) / 957);
  const { text, truths } = labelledText([
    'Hi,\n\nas promised, everything we have on the clients.\n\n',
    ...tablePieces(clients.slice(0, inTable)),
    '\n',
    ...clients.slice(inTable, inTable + inBlocks).flatMap((client, index) => blockPieces(client, index < 63)),
    'And the ones I only had notes on:\n\n',
    ...clients.slice(inTable + inBlocks).flatMap(prosePieces),
    '\nKeziah\n',
  ]);
  return { from: employee, to: [employeeAtHome], subject: 'for later', body: text, people, clients, truths };
}

/** One of a series of small mails: label blocks for a few people. */
export function smallMail({ people = 17, seed = 11 }: { people?: number; seed?: number } = {}): ClientMail {
  const clients = generateClients(people, seed);
  const { text, truths } = labelledText(clients.flatMap((client) => blockPieces(client, false)));
  return { from: employee, to: [employeeAtHome], subject: 'a few more', body: text, people, clients, truths };
}

/** A sheet shown to visitors at the door: name, phone, arrival time. */
export function visitorBook({ people = 24, seed = 24 }: { people?: number; seed?: number } = {}): Mail {
  const lines = generateClients(people, seed).map(
    ({ name, phone }, index) =>
      `${name}\t${phone}\t${String(9 + (index >> 2)).padStart(2, '0')}:${(index % 4) * 15 || '00'}`,
  );
  const body = `Visitors on Tuesday\n\nName\tPhone\tArrived\n${lines.join('\n')}\n`;
  return { from: employee, to: ['front.desk@lettings.example'], subject: 'visitor book', body, people };
}

/** A message forwarded with its list quoted below: nothing of it typed, pasted or attached by the sender. */
export function forwarded(mail: Mail): Mail {
  const quoted = mail.body.replace(/^/gm, '> ');
  const head = `From: ${mail.from}\nTo: ${mail.to.join(', ')}\nSubject: ${mail.subject}`;
  const body = `See below.\n\n-------- Forwarded message --------\n${head}\n\n${quoted}`;
  return { ...mail, subject: `Fwd: ${mail.subject}`, body };
}

const signature = `Kind regards,

Keziah Brandt
Account Manager | Brightwater Interiors Ltd
T: 0113 496 0182 | M: 07700 900461
keziah.brandt@brightwater.example | www.brightwater.example
4 Weir Court, Leeds, LS1 4QT
`;

/** Ordinary work, by name. None may lead to a prompt. */
export const ordinaryMails: Readonly<Record<string, Mail>> = {
  signatureMail: {
    from: employee,
    to: ['tabitha.elmcombe@example.com'],
    subject: 'Your sample swatches',
    body: `Dear Mrs Elmcombe,

thank you for coming in on Friday. The swatches are in the post, and I will ring you on 07700 900218 once the fitter has a date.

${signature}`,
    people: 0,
  },
  reply: {
    from: employee,
    to: ['jasper.fairkirk@example.net'],
    subject: 'Re: Delivery next week',
    body: `Hi Jasper,

Thursday morning works for us.

${signature}
On Mon, 3 Nov 2025 at 09:12, Jasper Fairkirk <jasper.fairkirk@example.net> wrote:
> Hello Keziah,
>
> could you deliver on Thursday instead?
>
> Jasper Fairkirk
> 07700 900377
`,
    people: 0,
  },
  orderConfirmation: {
    from: 'orders@brightwater.example',
    to: ['rosalind.thornham@example.org'],
    subject: 'Order SO-71442 confirmed',
    body: `Dear Rosalind Thornham,

thank you for your order SO-71442 of 14/10/2025.

Item\tQuantity\tPrice
Oak desk\t1\t£349.00
Reading lamp\t2\t£84.50

Total: £518.00
Deliver to: Rosalind Thornham, 12 Heron Street, Norwich NR3 4DJ
Contact number: 01632 960552

${signature}`,
    people: 0,
  },
  invoice: {
    from: employee,
    to: ['accounts@northgate-lettings.example'],
    subject: 'Invoice 20417',
    body: `Invoice 20417                                   Date: 01/11/2025
Brightwater Interiors Ltd, 4 Weir Court, Leeds LS1 4QT
VAT No: GB 100 2003 04

Description          Qty    Unit      Total
Boiler service         3    £95.00    £285.00
Window fitting         1    £410.00   £410.00

Total due: £695.00 by 30/11/2025
Please pay to Brightwater Interiors Ltd, sort code 20-45-45, account 40317782, reference 20417.
`,
    people: 0,
  },
  quote: {
    from: employee,
    to: ['facilities@harrow-mills.example'],
    subject: 'Quote for 14 desks',
    body: `Dear team,

for 14 oak desks delivered to Harrow Mills Ltd, Unit 3, Tithe Barn Close, Exeter EX2 8LW we can offer:

14 x Oak desk at £299.00
Delivery at £120.00

The quote is valid until 15/12/2025. Call the showroom on 0113 496 0100 with questions.

${signature}`,
    people: 0,
  },
  newsletter: {
    from: 'news@brightwater.example',
    to: ['readers@lists.brightwater.example'],
    subject: 'Autumn at Brightwater',
    body: `Autumn at Brightwater

The showroom is open until 8 pm on Thursdays. New this month:

* Wool rugs from £149 (was £189)
* Linen curtains made to measure in 14 days
* A free loft survey for everyone who books before 30/11/2025

Questions? hello@brightwater.example or 0113 496 0100.
Brightwater Interiors Ltd, 4 Weir Court, Leeds LS1 4QT. Registered in England 04120007.
Unsubscribe: https://brightwater.example/u/8842901177?c=2025-11
`,
    people: 0,
  },
  meetingInvitation: {
    from: employee,
    to: ['jasper.fairkirk@example.net'],
    subject: 'Kitchen survey',
    body: `Hi Jasper,

Kitchen survey
When: Thursday 20 November 2025, 10:00 – 10:45
Where: 81 Larkfield Drive, York YO2 6RB
Join: https://meet.example/j/88412907715?pwd=0042
Meeting ID: 884 1290 7715
Dial in: +44 20 7946 0821,,88412907715#

${signature}`,
    people: 0,
  },
  curriculumVitae: {
    from: 'percival.dunwick@example.com',
    to: ['jobs@brightwater.example'],
    subject: 'Application: fitter',
    body: `Percival Dunwick
27 Candle Hill, Derby DE1 3QT
07700 900814 | percival.dunwick@example.com
Date of birth: 19/02/1991

Experience
2019 – 2025  Fitter, Pemover Joinery, Derby
2014 – 2019  Apprentice, Aldgate Timber, Oxford

Education
2012 – 2014  City college, joinery level 3
`,
    people: 0,
  },
  serverLog: {
    from: employee,
    to: ['support@hosting.example'],
    subject: 'Site slow',
    body: Array.from(
      { length: 40 },
      (_, line) =>
        `2025-11-03 09:1${line % 10}:${10 + line} web-0${line % 3} nginx[${20_411 + line}]: 203.0.113.${line + 7} GET /cart?sid=98${440_117 + line * 31} 200 ${5_120 + line * 17} 0.${310 + line}`,
    ).join('\n'),
    people: 0,
  },
  priceList: {
    from: employee,
    to: ['trade@northgate-lettings.example'],
    subject: 'Trade prices',
    body: `Code\tItem\tTrade price\tIn stock\tNext delivery
BW1001\tOak desk\t£249.00\t14\t12/12/2025
BW1002\tGarden bench\t£119.00\t3\t19/12/2025
BW1003\tWalnut shelf\t£64.00\t41\t12/12/2025
BW1004\tReading lamp\t£38.50\t120\t05/01/2026
BW1005\tWool rug\t£139.00\t8\t05/01/2026
`,
    people: 0,
  },
};
