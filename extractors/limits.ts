// How much work one file may be.

/** Bounds on work for one file. Beyond any of them the part says why in `unreadable`. */
export interface Limits {
  /** Bytes of the file, and bytes after decompression, all children together. */
  bytes: number;
  /** Files within files: an archive in an archive, a workbook in an archive. */
  depth: number;
  /** Entries of all archives together. */
  entries: number;
  /** Epoch milliseconds after which reading stops. */
  deadline: number;
}

/** 256 MB, four levels of files within files, 5,000 entries, a minute. `now`: epoch milliseconds. */
export function defaultLimits(now: number): Limits {
  return { bytes: 256 << 20, depth: 4, entries: 5_000, deadline: now + 60_000 };
}
