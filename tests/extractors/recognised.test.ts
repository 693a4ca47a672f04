import { describe, expect, it } from 'vitest';
import { fixture, read, readFixture } from './read.ts';

const bytes = (latin1: string) => new Uint8Array(Buffer.from(latin1.padEnd(64, '\0'), 'latin1'));

describe('formats that are told apart and not read', () => {
  it.each([
    ['picture.png', 'png', 'media'],
    ['password.xlsx', 'ooxml', 'encrypted'],
    ['described.png', 'png', 'media'],
    ['clients-957.7z', '7z', 'unknown-format'],
    ['password.7z', '7z', 'unknown-format'],
    ['hidden-names.7z', '7z', 'unknown-format'],
    ['call.aiff', 'aiff', 'media'],
    ['call.flac', 'flac', 'media'],
    ['call.m4a', 'm4a', 'media'],
    ['call.mp3', 'mp3', 'media'],
    ['call.ogg', 'ogg', 'media'],
    ['call.wav', 'wav', 'media'],
    ['call.wma', 'asf', 'media'],
    ['screen.avi', 'avi', 'media'],
    ['screen.mkv', 'matroska', 'media'],
    ['screen.mov', 'mp4', 'media'],
    ['screen.mp4', 'mp4', 'media'],
    ['screen.webm', 'matroska', 'media'],
  ])('%s', async (name, type, unreadable) => {
    expect(await readFixture(name)).toEqual({ name, type, unreadable });
  });

  it.each([
    ['\xff\xd8\xff\xe0', 'jpeg', 'media'],
    ['ID3\x03\0', 'mp3', 'media'],
    ['\xff\xfb\x90', 'mp3', 'media'],
    ['RIFF\x24\0\0\0WAVE', 'wav', 'media'],
    ['\0\0\0\x20ftypisom', 'mp4', 'media'],
    ['\0\0\0\x20ftypheic', 'heic', 'media'],
    ['\x1a\x45\xdf\xa3', 'matroska', 'media'],
    ['GIF89a', 'gif', 'media'],
    ['7z\xbc\xaf\x27\x1c', '7z', 'unknown-format'],
    ['Rar!\x1a\x07\x01', 'rar', 'unknown-format'],
    ['BZh91AY&SY', 'bzip2', 'unknown-format'],
    ['!BDN', 'pst', 'unknown-format'],
    ['-----BEGIN PGP MESSAGE-----', 'pgp', 'encrypted'],
  ])('%j is %s', async (head, type, unreadable) => {
    expect(await read(bytes(head), 'clients.csv')).toEqual({ name: 'clients.csv', type, unreadable });
  });

  it.each(['GIF is a format', 'RIFF raff', 'BM, 12 High Street', 'ID3 tags', 'PK is a unit'])(
    'leaves text alone: %s',
    async (content) => {
      expect((await read(content)).type).toBe('text');
    },
  );

  it('says that a file without bytes is empty', async () => {
    expect(await read(fixture('empty.csv'), 'empty.csv')).toEqual({
      name: 'empty.csv',
      type: 'unknown',
      unreadable: 'empty',
    });
  });
});
