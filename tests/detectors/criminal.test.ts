// Offences, convictions and checks beside a person; conviction as a belief, and crime as a subject.
import { criminal } from '../../detectors/criminal.ts';
import { testDetector } from './harness.ts';

testDetector(criminal, {
  finds: [
    'He was ⟦convicted of theft⟧ in 2015.',
    '⟦arrested for⟧'.replace('⟦arrested for⟧', '⟦arrested on suspicion of burglary⟧ last week'),
    'two ⟦previous convictions⟧ and a ⟦police caution⟧',
    'she is ⟦on bail⟧, ⟦charged with assault⟧',
    '⟦sentenced to⟧ six ⟦months in prison⟧',
    'on the ⟦sex offenders register⟧',
    'has a ⟦criminal record⟧ for ⟦shoplifting⟧',
    'her ⟦probation officer⟧',
    '⟦vorbestraft⟧, ⟦Freiheitsstrafe⟧ von zwei Jahren',
    '⟦condamné pour⟧ ⟦vol⟧',
    'Enhanced DBS'.replace('Enhanced DBS', '⟦Enhanced DBS⟧ issued'),
  ],
  ignores: {
    'the conviction that quality pays': 'a belief',
    'spoke with conviction': 'a belief',
    'no convictions': 'denied',
    'cardiac arrest': 'illness',
    'safe custody of the deeds': 'a bank',
    'passed her probation period': 'employment',
    'a conference on fraud prevention': 'a subject',
    'her purse was lost to theft': 'no offender',
    'criminal law, criminal justice': 'subjects',
    'fully charged battery': 'power',
  },
  reads: {
    Theft: 'theft',
    '2019: caution': '2019: caution',
    None: undefined,
    Nil: undefined,
    No: undefined,
    '': undefined,
  },
});
