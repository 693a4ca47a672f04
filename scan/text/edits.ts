// A text with stretches of it replaced, and the way back to where each character came from. Offsets are UTF-16 units.

export interface Edited {
  text: string;
  /** Offset in the original of the character at `offset` here; ascending; the end maps to the end. */
  toOriginal(offset: number): number;
}

export interface Editor {
  /** First unit of the original that is not yet copied or replaced. */
  readonly copied: number;
  /** Replaces `start`..`end` of the original; stretches come in ascending order and do not overlap. */
  replace(start: number, end: number, by: string): void;
  finish(): Edited;
}

export function identity(offset: number): number {
  return offset;
}

/** First `one`, then `other` on its result. */
export function inTurn(one: Edited, other: Edited): Edited {
  if (other.toOriginal === identity) return { text: other.text, toOriginal: one.toOriginal };
  if (one.toOriginal === identity) return other;
  return { text: other.text, toOriginal: (offset) => one.toOriginal(other.toOriginal(offset)) };
}

/** Stretches that changed their length: where they stand in the result and in the original. */
interface Changes {
  starts: number[];
  ends: number[];
  originalStarts: number[];
  originalEnds: number[];
}

export function createEditor(text: string): Editor {
  const changes: Changes = { starts: [], ends: [], originalStarts: [], originalEnds: [] };
  let result = '';
  let copied = 0;
  return {
    get copied() {
      return copied;
    },
    replace(start, end, by) {
      result += text.slice(copied, start);
      if (by.length !== end - start) {
        changes.starts.push(result.length);
        changes.ends.push(result.length + by.length);
        changes.originalStarts.push(start);
        changes.originalEnds.push(end);
      }
      result += by;
      copied = end;
    },
    finish() {
      if (copied === 0 && result === '' && changes.starts.length === 0) return { text, toOriginal: identity };
      result += text.slice(copied);
      copied = text.length;
      const isSame = changes.starts.length === 0;
      return { text: result, toOriginal: isSame ? identity : (offset) => original(changes, offset) };
    },
  };
}

/** The offset in the original; within a stretch that changed its length, in proportion. */
function original({ starts, ends, originalStarts, originalEnds }: Changes, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  if (low === 0) return offset;
  const last = low - 1;
  const start = starts[last]!;
  const end = ends[last]!;
  if (offset >= end) return offset - end + originalEnds[last]!;
  const share = (offset - start) / (end - start);
  return originalStarts[last]! + Math.ceil((originalEnds[last]! - originalStarts[last]!) * share);
}
