// Pseudonyms: the same value is the same invented word wherever it stands, and nobody finds the value from the word without the key.
// Still personal data: https://ico.org.uk/for-organisations/uk-gdpr-guidance-and-resources/data-sharing/anonymisation/pseudonymisation/
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** No vowels and no digits: a word that is no name, no number and nobody's code. */
const letters = 'bcdfghjklmnpqrstvwxz';
/** Twenty letters each: of ten thousand values two share a word once in five hundred times. */
const length = 8;

export function pseudonyms(key: string): (kind: string, normal: string) => string {
  const bytes = utf8ToBytes(key);
  return (kind, normal) =>
    Array.from(
      hmac(sha256, bytes, utf8ToBytes(`${kind}\n${normal}`)).subarray(0, length),
      (byte) => letters[byte % letters.length],
    ).join('');
}
