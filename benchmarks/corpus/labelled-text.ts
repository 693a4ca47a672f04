// Text written piece by piece, with what each piece truly is: the spans of a corpus come from its making, nobody counts offsets.

/** A true value: its kind and its half-open span, UTF-16 units. */
export interface Truth {
  kind: string;
  start: number;
  end: number;
}

export interface LabelledText {
  text: string;
  truths: Truth[];
}

/** A stretch of text, or a value of a kind. */
export type Piece = string | { kind: string; value: string };

export const is = (kind: string, value: string): Piece => ({ kind, value });

export function labelledText(pieces: readonly Piece[]): LabelledText {
  const truths: Truth[] = [];
  let text = '';
  for (const piece of pieces) {
    const value = typeof piece === 'string' ? piece : piece.value;
    if (typeof piece !== 'string' && value !== '')
      truths.push({ kind: piece.kind, start: text.length, end: text.length + value.length });
    text += value;
  }
  return { text, truths };
}
