import { postalCode } from '../../detectors/postal-code.ts';
import { testDetector } from './harness.ts';

testDetector(postalCode, {
  finds: [],
  ignores: {
    'PLZ 10115': 'found in columns and label blocks only',
    'code postal 75002': 'found in columns and label blocks only',
  },
  reads: {
    '10115': '10115',
    'D-10115': 'D-10115',
    '62704-1234': '62704-1234',
    '1010': '1010',
    '1012 ab': '1012AB',
    '00-950': '00-950',
    '114 55': '11455',
    'K1A 0B1': 'K1A0B1',
    'D02 AF30': 'D02AF30',
    '10115.0': '10115',
    '00000': undefined,
    '12': undefined,
    '1234567890': undefined,
    Berlin: undefined,
    '10115 Berlin': undefined,
    '': undefined,
  },
});
