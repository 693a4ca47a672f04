// What may be wrong with a store as a whole, whichever kind it is, and what else there is nothing to do about from here. The messages hold no
// data: they are shown. Sources: https://www.sqlite.org/rescode.html · https://www.postgresql.org/docs/current/errcodes-appendix.html

/** What is there cannot be relied on. */
export class DamagedStore extends Error {
  override name = 'DamagedStore';
  readonly code = 'damaged';
  override message = 'the store is damaged';
}

/** There is no room for what was to be written: nothing of it was. */
export class FullStore extends Error {
  override name = 'FullStore';
  readonly code = 'full';
  override message = 'the disk of the store is full';
}

export type Trouble = DamagedStore | FullStore;

/** SQLITE_CORRUPT, SQLITE_NOTADB; SQLITE_FULL. What stands above the lowest byte says where it was come upon. */
const ofSqlite: Record<number, new () => Trouble> = { 11: DamagedStore, 26: DamagedStore, 13: FullStore };
/** data_corrupted, index_corrupted; disk_full. */
const ofPostgres: Record<string, new () => Trouble> = { XX001: DamagedStore, XX002: DamagedStore, '53100': FullStore };

/** The trouble that `thrown` tells of; anything else as it is. */
export function troubleIn(thrown: unknown): unknown {
  const { errcode, code } = (thrown ?? {}) as { errcode?: number; code?: string };
  const Known = errcode === undefined ? ofPostgres[code ?? ''] : ofSqlite[errcode & 0xff];
  return Known ? new Known() : thrown;
}

export const isTrouble = (thrown: unknown): thrown is Trouble =>
  thrown instanceof DamagedStore || thrown instanceof FullStore;
