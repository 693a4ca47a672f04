import { paymentCard } from '../../detectors/payment-card.ts';
import { testDetector } from './harness.ts';

testDetector(paymentCard, {
  finds: [
    '⟦4111 1111 1111 1111⟧',
    '⟦4111111111111111⟧, ⟦4111-1111-1111-1111⟧',
    'Visa ⟦4111 1111 1111 1111⟧ 12/26 123',
    'card ⟦4111111111111111⟧ exp 12/26',
    '⟦5500 0000 0000 0004⟧ ⟦2223 0000 4841 0010⟧',
    '⟦3782 822463 10005⟧ and ⟦378282246310005⟧',
    '⟦3056 930902 5904⟧ and ⟦30569309025904⟧',
    '⟦6011 1111 1111 1117⟧, ⟦3530 1113 3330 0000⟧',
    '⟦4222222222222⟧',
    'my credit card: ⟦122000000000003⟧',
    '⟦4000 0000 0000 0000 006⟧',
    '⟦41111111 11111111⟧',
    '⟦4111\u00a01111\u00a01111\u00a01111⟧',
    '(⟦4111 1111 1111 1111⟧)',
  ],
  ignores: {
    '4111 1111 1111 1112': 'wrong check digit',
    '122000000000003': 'an air travel card without a label could be any serial number',
    '1700000000000000': 'an epoch in microseconds',
    'blk_-4980916519894289629': 'part of a name',
    x4111111111111111: 'part of a name',
    '41111111111111110000': 'part of a longer number',
    'tracking 4111111111111111': 'a parcel',
    'order no. 4111111111111111': 'an order',
    '0000 0000 0000 0000': 'filling',
    '7024 5015 150454 240': 'a row of numbers',
    '4111.1111.1111.1111.1': 'a version',
  },
  reads: {
    '4111 1111 1111 1111': '4111111111111111',
    '4111-1111-1111-1111': '4111111111111111',
    '4111 1111 1111 1112': undefined,
    '': undefined,
  },
});
