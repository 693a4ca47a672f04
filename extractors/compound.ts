// Compound files of a format that no other extractor reads, and Office files under a password.
// https://learn.microsoft.com/openspecs/office_file_formats/ms-offcrypto (2.3.4.4: the EncryptedPackage stream)
import type { Extractor } from './extractor.ts';

export const compound: Extractor = {
  id: 'ole',
  accepts: ({ compound }) => compound !== undefined,
  async extract({ name, compound }) {
    const isSealed = compound!.root.children.some((entry) => entry.name === 'EncryptedPackage');
    return isSealed
      ? { name, type: 'ooxml', unreadable: 'encrypted' }
      : { name, type: 'ole', unreadable: 'unknown-format' };
  },
};
