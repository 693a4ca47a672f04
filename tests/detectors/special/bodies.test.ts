// Genetic and biometric data beside a person, and fingerprints of machines.
import { biometric } from '../../../detectors/special/biometric.ts';
import { genetic } from '../../../detectors/special/genetic.ts';
import { testDetector } from '../harness.ts';

testDetector(genetic, {
  finds: [
    '⟦BRCA1⟧ ⟦mutation carrier⟧',
    '⟦karyotype⟧ 47,XXY',
    'a ⟦DNA test⟧ showed ⟦trisomy 21⟧',
    'heterozygous'.replace('heterozygous', '⟦heterozygous⟧ for ⟦factor V Leiden⟧'),
    'der ⟦Gentest⟧',
    'une ⟦mutation génétique⟧',
  ],
  ignores: {
    'a genetic algorithm': 'software',
    'quality is in our DNA': 'a figure of speech',
    'the carrier of the parcel': 'transport',
    'no genetic marker found': 'denied',
  },
  reads: { 'BRCA2 c.5946delT': 'brca2 c.5946delt', Pending: undefined, '': undefined },
});

testDetector(biometric, {
  finds: [
    'her ⟦fingerprints⟧ and an ⟦iris scan⟧',
    '⟦facial recognition⟧ template',
    '⟦voiceprint⟧ enrolled',
    'sein ⟦Fingerabdruck⟧',
    '⟦empreintes digitales⟧ prises',
  ],
  ignores: {
    'the SSH key fingerprint SHA256:abc': 'a key',
    'browser fingerprinting': 'software',
    'a fingerprint reader at the door': 'a device',
    'a retina display': 'a screen',
  },
  reads: { 'Left index': 'left index', none: undefined, '': undefined },
});
