// Kinds that exist by column or label only.
import { address } from '../../detectors/address.ts';
import { clientNumber } from '../../detectors/client-number.ts';
import { name } from '../../detectors/name.ts';
import { purchase } from '../../detectors/purchase.ts';
import { testDetector } from './harness.ts';

testDetector(name, {
  finds: [],
  ignores: { 'Name: Jane Doe 1971': 'found in columns and label blocks only' },
  reads: {
    'Jane Doe': 'jane doe',
    'DOE, Jane': 'jane doe',
    'Doe, Mrs Jane': 'jane doe',
    'Mrs Jane van der Berg': 'jane van der berg',
    "Siobhán O'Neil-Smith": "siobhán o'neil-smith",
    'jane doe': 'jane doe',
    Jane: 'jane',
    'Dr. Jane A. Doe': 'jane a doe',
    李小龙: '李小龙',
    'Siân ap Rhys': 'siân ap rhys',
    "Anaïs d'Aubigny": "anaïs d'aubigny",
    'Anaïs d’Aubigny': "anaïs d'aubigny",
    "Joost van 't Hoff": "joost van 't hoff",
    'Priyanka ul Haq': 'priyanka ul haq',
    'José Luis de la Cruz Peña': 'josé luis de la cruz peña',
    'zu Löwenstein, Käthe': 'käthe zu löwenstein',
    'Doe Roe, Jane': 'jane doe roe',
    'DOE, JANE': 'jane doe',
    'Jane Doe, MBE': 'jane doe mbe',
    'the desk of Jane Doe': undefined,
    'One Two Three Four Five Six': undefined,
    'Acme Ltd': undefined,
    'Jane Doe 2': undefined,
    'jane@example.com': undefined,
    'Please send it to her': undefined,
    Active: undefined,
    Mr: undefined,
    '': undefined,
  },
});

testDetector(address, {
  finds: [],
  ignores: { 'Address: 1 High Street': 'found in columns and label blocks only' },
  reads: {
    '1 High Street, Leeds': '1 high street leeds',
    'Flat 2, 14b Station Rd': 'flat 2 14b station rd',
    'Rose Cottage, Mill Lane': 'rose cottage mill lane',
    'Hauptstraße 12': 'hauptstraße 12',
    '12 rue de la Paix': '12 rue de la paix',
    '12 bis, rue Lecourbe': '12 bis rue lecourbe',
    'Springfield, IL 62704': 'springfield il 62704',
    '10115 Berlin': '10115 berlin',
    'Hauptstr.12': 'hauptstr 12',
    'Wiedner Hauptstraße 8-10/Top 5': 'wiedner hauptstraße 8-10/top 5',
    'ul. Długa 7 m. 3': 'ul długa 7 m 3',
    'Calle Mayor 5, 3º B': 'calle mayor 5 3º b',
    'Váci utca 12.': 'váci utca 12',
    Berlin: undefined,
    'Please call back': undefined,
    'jane@example.com': undefined,
    '12345': undefined,
    yes: undefined,
    '': undefined,
  },
});

testDetector(clientNumber, {
  finds: [
    'Client no ⟦C10042⟧',
    'client number: ⟦10042⟧',
    'customer ID ⟦AB-1042/7⟧.',
    'Kundennr. ⟦4711⟧',
    'customer account number ⟦12345678⟧',
    'customerId=⟦10042⟧',
    'Membership No. ⟦1200⟧',
  ],
  ignores: { 'order C10042': 'an order', 'the client said 10042 was fine': 'no label', C10042: 'no label' },
  reads: { C10042: 'C10042', '10042': '10042', '10042.0': '10042', 'Jane Doe': undefined, '': undefined },
});

testDetector(purchase, {
  finds: ['she ⟦bought⟧ an oak desk', '⟦order no⟧ 10042', 'her ⟦last purchase⟧', 'hat ein Sofa ⟦gekauft⟧'],
  ignores: {
    'in order to help': 'everyday word',
    'never bought anything': 'denied',
    'the order of the day': 'everyday word',
  },
  reads: { 'Blue kettle': 'blue kettle', '£12.50': '£12.50', '-': undefined, '': undefined },
});
