import { describe, expect, it } from 'vitest';
import { everything, fixture, read, readFixture } from './read.ts';

describe('tar and gzip', () => {
  it('reads every file inside, under its whole name', async () => {
    const part = await readFixture('clients-957.tar');
    expect(part.unreadable).toBeUndefined();
    expect(part.children!.map(({ name, type }) => [name, type])).toEqual([
      [`${'folder-with-a-long-name/'.repeat(6)}clients.csv`, 'csv'],
    ]);
    expect(part.children![0]!.text).toBe(new TextDecoder().decode(fixture('clients-957.csv')));
  });

  it('reads tar in gzip and ZIP in tar', async () => {
    const part = await readFixture('nested.tar.gz');
    expect(part).toMatchObject({ type: 'gzip', unreadable: 'media' });
    expect(part.children![0]).toMatchObject({ name: 'nested.tar', type: 'tar' });
    expect(everything(part)).toContain('comment.person@example.com');
  });

  it('reads one file in gzip', async () => {
    expect((await readFixture('clients-957.csv.gz')).children![0]).toMatchObject({
      name: 'clients-957.csv',
      type: 'csv',
    });
  });

  it('keeps what it has read up to the damage', async () => {
    const tar = fixture('clients-957.tar');
    tar.fill(9, 80_000, 81_000);
    const cut = await read(fixture('clients-957.tar').slice(0, 60_000));
    expect(cut).toMatchObject({ type: 'tar', unreadable: 'broken' });
    const packed = await read(fixture('clients-957.csv.gz').slice(0, 20_000));
    expect(packed.unreadable).toBe('broken');
    expect(everything(packed)).toContain('Surname');
  });

  it('stops at the bytes and entries allowed', async () => {
    expect((await read(fixture('clients-957.csv.gz'), 'a.gz', { bytes: 60_000 })).unreadable).toBe('too-large');
    expect((await read(fixture('nested.tar.gz'), 'a', { entries: 1 })).unreadable).toBe('too-large');
  });

  it('stops a bomb by counting what comes out', async () => {
    const zeros = new Blob([new Uint8Array(64 << 20)]).stream().pipeThrough(new CompressionStream('gzip'));
    const bomb = new Uint8Array(await new Response(zeros).arrayBuffer());
    expect((await read(bomb, 'a.gz', { bytes: 16 << 20 })).unreadable).toBe('too-large');
  });

  it('does not take text or zeros for a tar', async () => {
    expect((await read('a'.repeat(2_000))).type).toBe('text');
    expect((await read(new Uint8Array(2_000))).type).not.toBe('tar');
  });
});
