// Tables about nobody, with headers as open data and firms' systems have them: statistics, timetables, catalogues, measurements, stock.
import { delimited, shuffled } from '../people-tables.ts';
import type { Random } from '../random.ts';
import { items, towns } from '../words.ts';

type Column = readonly [headers: string, of: (random: Random, row: number) => string];

const two = (value: number) => String(value).padStart(2, '0');
const date = (random: Random) => `20${10 + random.below(16)}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`;
const place = (random: Random) => random.pick(towns)[0];
const pick = (text: string) => (random: Random) => random.pick(text.split(', '));

const sets: readonly (readonly Column[])[] = [
  [
    ['LSOA code, area_code, GSS Code', (r) => `E0100${r.digits(4)}`],
    ['Area name, Ward, Local authority', (r) => `${place(r)} ${r.pick(['North', 'Central', 'St James'])}`],
    ['Year, period', (r) => String(2001 + r.below(24))],
    ['Births, All persons, Population', (r) => String(r.below(90_000))],
    ['Deaths, Male, Female', (r) => String(r.below(9000))],
    ['Rate per 1000, pct', (r) => `${r.below(99)}.${r.digits(1)}`],
  ],
  [
    ['stop_id, ATCOCode', (r) => `3290${r.digits(8)}`],
    [
      'stop_name, CommonName',
      (r) => `${r.pick(['Mill', 'Victoria', 'King William', 'St Mary'])} ${r.pick(['Road', 'Street', 'Church'])}`,
    ],
    ['stop_lat, Latitude', (r) => `5${r.below(9)}.${r.digits(6)}`],
    ['stop_lon, Longitude', (r) => `-${r.below(4)}.${r.digits(6)}`],
    ['arrival_time', (r) => `${two(r.below(24))}:${two(r.below(60))}:00`],
    ['trip_id, Service', (r) => r.digits(10)],
  ],
  [
    ['EAN, Barcode, gtin', (r) => r.digits(13)],
    ['Product, Title, Name', (r) => r.pick(items)],
    ['Brand, Manufacturer', pick('Kestrel, Harrow Mills, Weissbach, Olmo')],
    ['Price, RRP, Preis', (r) => `${r.below(900)}.${r.digits(2)}`],
    ['Stock, Qty', (r) => String(r.below(5000))],
    ['Part No, MPN, SKU', (r) => `${r.digits(4)}-${r.digits(4)}`],
    ['Released, Last delivery', date],
  ],
  [
    [
      'School name, Establishment name, Name',
      (r) =>
        `${r.pick(['St Mary’s', 'King Edward VI', 'Harrow Road', 'Thomas Telford'])} ${r.pick(['Primary School', 'Academy', 'C of E Junior School'])}`,
    ],
    ['URN', (r) => r.digits(6)],
    ['Phase', pick('Primary, Secondary, 16 plus')],
    ['Pupils, NOR', (r) => String(r.below(2000))],
    ['Open date', date],
    ['Percentage SEN, FSM', (r) => `${r.below(40)}.${r.digits(1)}`],
  ],
  [
    ['transaction_id, Payment ref', (r) => `TX${r.digits(10)}`],
    [
      'Supplier, Vendor, Beneficiary',
      pick('Kestrel Components plc, Borough Council, Weissbach Logistik GmbH, Olmo S.L.'),
    ],
    ['Expense area, Cost centre', (r) => r.digits(5)],
    ['Amount, Net £', (r) => `${r.below(90_000)}.${r.digits(2)}`],
    ['Date paid', date],
    ['Purpose, Narrative', (r) => r.pick(items)],
  ],
  [
    ['Station, Site, Sensor', (r) => `${place(r)} ${r.pick(['Kerbside', 'Roadside', 'Background'])}`],
    ['Timestamp, ts', (r) => String(1_600_000_000 + r.below(150_000_000))],
    ['NO2, PM10', (r) => `${r.below(80)}.${r.digits(2)}`],
    ['Temp, Humidity', (r) => `${r.below(30)}.${r.digits(1)}`],
    ['Serial, Device', (r) => `SN${r.digits(8)}`],
  ],
  [
    ['Rank, Pos', (_, row) => String(row + 1)],
    [
      'Species, Taxon, Latin name',
      pick('Quercus robur, Parus major, Erithacus rubecula, Fagus sylvatica, Turdus merula'),
    ],
    ['Common name', pick('English Oak, Great Tit, Robin, Common Beech, Blackbird')],
    ['Count, Records', (r) => String(r.below(900))],
    ['Grid ref', (r) => `SE${r.digits(3)}${r.digits(3)}`],
    ['First seen', date],
  ],
  [
    ['Case ref, Application, Reference', (r) => `${r.digits(2)}/${r.digits(5)}/FUL`],
    [
      'Site address, Location',
      (r) => `${1 + r.below(90)} ${r.pick(['Mill Lane', 'Harrow Road', 'Station Road'])}, ${place(r)}`,
    ],
    [
      'Proposal',
      pick('Single-storey rear extension, Change of use to café, Two dwellings, Crown reduction of one oak'),
    ],
    ['Decision', pick('Granted, Refused, Withdrawn')],
    ['Decided, Received', date],
  ],
  [
    ['Flight, Train', (r) => `BA${r.digits(4)}`],
    ['From', place],
    ['To', place],
    ['Dep, Departs', (r) => `${two(r.below(24))}:${two(r.below(60))}`],
    ['Platform, Gate', (r) => String(1 + r.below(30))],
    ['Status', pick('On time, Delayed, Boarding')],
  ],
  [
    ['Host, Server', (r) => `web-${r.digits(3)}`],
    ['Version', (r) => `${r.below(20)}.${r.below(20)}.${r.below(99)}`],
    ['Build', (r) => r.digits(8)],
    ['CPU, Load', (r) => `${r.below(99)}.${r.digits(1)} %`],
    ['Ticket', (r) => `#${r.digits(7)}`],
    ['Owner, Team', pick('Platform, Web, Data, Front desk')],
  ],
  [
    ['Author', pick('Charles Dickens, Jane Austen, George Eliot, Mary Shelley, Emily Brontë')],
    ['Title', pick('Bleak House, Emma, Middlemarch, Frankenstein, Wuthering Heights')],
    ['ISBN', (r) => `978-0-${r.digits(2)}-${r.digits(6)}-${r.digits(1)}`],
    ['Published, Year', (r) => String(1800 + r.below(80))],
    ['Copies, Loans', (r) => String(r.below(90))],
  ],
];

/** A table of one of the sets, its columns in any order, as a spreadsheet program would paste or export it. */
export function tableAboutNobody(random: Random, set: number, rowCount: number): string[][] {
  const columns = shuffled([...sets[set % sets.length]!], random);
  const header = columns.map(([headers]) => random.pick(headers.split(', ')));
  return [header, ...Array.from({ length: rowCount }, (_, row) => columns.map(([, of]) => of(random, row)))];
}

export const tableSets = sets.length;
export const written = (rows: string[][], random: Random): string =>
  delimited(rows, random.pick(['\t', ',', ';', '|']));
