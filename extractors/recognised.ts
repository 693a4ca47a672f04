// Formats that are told by their first bytes and not read: recordings and pictures, archives, documents.
// https://en.wikipedia.org/wiki/List_of_file_signatures, https://www.garykessler.net/library/file_sigs.html
import type { Reason } from '../scan/part.ts';
import type { Extractor } from './extractor.ts';

interface Signature {
  type: string;
  reason: Reason;
  /** Latin-1 characters at an offset; all of them must be there. */
  marks: [offset: number, characters: string][];
}

const media = (type: string, ...marks: Signature['marks']): Signature => ({ type, reason: 'media', marks });
const closed = (type: string, ...marks: Signature['marks']): Signature => ({ type, reason: 'unknown-format', marks });
const sealed = (type: string, ...marks: Signature['marks']): Signature => ({ type, reason: 'encrypted', marks });

/** First match wins. */
const signatures: readonly Signature[] = [
  media('png', [0, '\x89PNG\r\n\x1a\n']),
  media('jpeg', [0, '\xff\xd8\xff']),
  media('gif', [0, 'GIF87a']),
  media('gif', [0, 'GIF89a']),
  media('webp', [0, 'RIFF'], [8, 'WEBP']),
  media('tiff', [0, 'II*\0']),
  media('tiff', [0, 'MM\0*']),
  media('bmp', [0, 'BM'], [6, '\0\0\0\0']),
  media('ico', [0, '\0\0\x01\0']),
  media('psd', [0, '8BPS\0']),
  media('jpeg2000', [4, 'jP  \r\n']),
  media('jxl', [4, 'JXL \r\n']),
  media('emf', [0, '\x01\0\0\0'], [40, ' EMF']),
  media('wmf', [0, '\xd7\xcd\xc6\x9a']),
  media('heic', [4, 'ftyphei']),
  media('heic', [4, 'ftypmif']),
  media('avif', [4, 'ftypavif']),
  media('m4a', [4, 'ftypM4A']),
  media('mp4', [4, 'ftyp']),
  media('mov', [4, 'moov']),
  media('matroska', [0, '\x1a\x45\xdf\xa3']),
  media('avi', [0, 'RIFF'], [8, 'AVI ']),
  media('wav', [0, 'RIFF'], [8, 'WAVE']),
  media('asf', [0, '\x30\x26\xb2\x75\x8e\x66\xcf\x11']),
  media('flv', [0, 'FLV\x01']),
  media('mpeg', [0, '\0\0\x01\xba']),
  media('mpeg', [0, '\0\0\x01\xb3']),
  media('ogg', [0, 'OggS\0']),
  media('flac', [0, 'fLaC\0']),
  media('aiff', [0, 'FORM'], [8, 'AIF']),
  media('amr', [0, '#!AMR']),
  media('midi', [0, 'MThd\0']),
  media('mp3', [0, 'ID3\x02']),
  media('mp3', [0, 'ID3\x03']),
  media('mp3', [0, 'ID3\x04']),
  media('mp3', [0, '\xff\xfb']),
  media('mp3', [0, '\xff\xf3']),
  media('mp3', [0, '\xff\xf2']),
  media('aac', [0, '\xff\xf1']),
  media('aac', [0, '\xff\xf9']),
  closed('7z', [0, '7z\xbc\xaf\x27\x1c']),
  closed('rar', [0, 'Rar!\x1a\x07']),
  closed('bzip2', [0, 'BZh'], [4, '1AY&SY']),
  closed('xz', [0, '\xfd7zXZ\0']),
  closed('zstd', [0, '\x28\xb5\x2f\xfd']),
  closed('cab', [0, 'MSCF\0']),
  closed('pst', [0, '!BDN']),
  closed('sqlite', [0, 'SQLite format 3\0']),
  closed('postscript', [0, '%!PS']),
  closed('exe', [0, 'MZ\x90\0']),
  closed('elf', [0, '\x7fELF']),
  closed('applefile', [0, '\0\x05\x16\x07']),
  sealed('pgp', [0, '-----BEGIN PGP MESSAGE-----']),
  sealed('age', [0, 'age-encryption.org/']),
  sealed('openssl', [0, 'Salted__']),
  closed('winmail', [0, '\x78\x9f\x3e\x22']),
  closed('access', [4, 'Standard Jet DB']),
  closed('access', [4, 'Standard ACE DB']),
  closed('parquet', [0, 'PAR1']),
];

export const recognised: Extractor = {
  id: 'recognised',
  accepts: ({ head }) => signatureOf(head) !== undefined,
  async extract({ name, head }) {
    const signature = signatureOf(head);
    return { name, type: signature?.type ?? 'unknown', unreadable: signature?.reason ?? 'unknown-format' };
  },
};

function signatureOf(head: Uint8Array): Signature | undefined {
  return signatures.find(({ marks }) => marks.every(([offset, characters]) => standsAt(head, offset, characters)));
}

function standsAt(head: Uint8Array, offset: number, characters: string): boolean {
  if (head.length < offset + characters.length) return false;
  for (let at = 0; at < characters.length; at++) if (head[offset + at] !== characters.charCodeAt(at)) return false;
  return true;
}
