// Biometric data, GDPR Article 4(14): what is measured of a body to tell who somebody is.
// https://ico.org.uk/for-organisations/uk-gdpr-guidance-and-resources/lawful-basis/biometric-data-guidance-biometric-recognition/, ISO/IEC 2382-37
import type { Detector } from '../detector.ts';
import { judgeNothing } from '../detector.ts';
import { phrases } from '../phrases.ts';
import { readStated } from '../stated.ts';

export const biometric: Detector = {
  id: 'special-biometric',
  category: 'special',
  anchor: 'words',
  weak: true,
  key: 'none',
  labels: phrases(
    'biometric data, biometric template, biometric id, fingerprint, fingerprints, face template, iris scan, voiceprint, fingerabdruck, empreinte digitale',
  ),
  headers: phrases(`
    biometric, biometrics, biometric data, biometric template, biometric id, biometric hash, biometric enrolment, biometric enrollment, biometric consent, fingerprint, fingerprints, fingerprint template, fingerprint id, fingerprint data, fingerprint scan, finger template, finger print, thumbprint, palm print, palm vein, hand geometry, face template, face id template, faceprint, facial template, facial recognition, facial recognition id, facial scan, face scan,
    face embedding, face encoding, iris, iris scan, iris code, iris template, retina, retina scan, retinal scan, voiceprint, voice print, voice template, voice biometric, gait, gait analysis, keystroke dynamics, signature biometric, vein pattern, fingerabdruck, fingerabdrücke, gesichtserkennung, irisscan, biometrische daten, empreinte digitale, empreintes digitales, reconnaissance faciale, données biométriques, empreinte vocale
  `),
  words: {
    terms: phrases(`
      face id, face geometry, facial image template, facial features template, voice recognition, voice sample, retinal pattern, dna profile, biometric, biometrics, biometric data, biometric template, biometric enrolment, fingerprint, fingerprints, fingerprinted, finger print, finger prints, fingerprint template, fingerprint scan, thumbprint, thumb print, palm print, palmprint, palm vein, hand geometry, vein pattern, face template, faceprint, face print, facial recognition, facial template, facial scan, face scan, facial geometry, face recognition, face embedding, facial biometrics, iris scan, iris template,
      iris recognition, iris pattern, retina scan, retinal scan, retinal image, voiceprint, voice print, voice template, voice recognition template, voice biometrics, speaker recognition template, gait recognition, gait analysis, keystroke dynamics, ear shape, minutiae, live scan, livescan, dental records,
      fingerabdruck, fingerabdrücke, gesichtserkennung, gesichtsscan, iriserkennung, irisscan, netzhautscan, stimmprofil, biometrisch, biometrische, empreinte digitale, empreintes digitales, reconnaissance faciale, reconnaissance vocale, reconnaissance de l iris, empreinte vocale, biométrique, biométriques, gabarit facial
    `),
    except: phrases(`
      face id login, face id unlock, voice recognition software, voice recognition system, browser fingerprint, browser fingerprinting, device fingerprint, device fingerprinting, key fingerprint, certificate fingerprint, ssh fingerprint, sha256 fingerprint, sha 256 fingerprint, sha1 fingerprint, md5 fingerprint, rsa fingerprint, gpg fingerprint, pgp fingerprint, public key fingerprint, fingerprint of the key, fingerprint of the certificate, fingerprint sha256, carbon fingerprint, digital fingerprint, audio fingerprint, audio fingerprinting,
      canvas fingerprint, canvas fingerprinting, tls fingerprint, fingerprint reader, fingerprint scanner, fingerprint sensor, fingerprint lock, fingerprint resistant, fingerprint proof, biometric reader, biometric scanner, biometric lock, biometric residence permit, biometric passport, biometric systems, biometric security, biometric login, biometric time clock, fingerprint login, facial recognition software, facial recognition system, facial recognition camera, chemical fingerprint,
      spectral fingerprint, molecular fingerprint, retina display
    `),
  },
  judge: judgeNothing,
  read: readStated,
};
