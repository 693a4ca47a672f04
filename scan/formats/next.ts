// Where a string comes next in a text, asked for from left to right: a text without it is searched once.

export function createNext(text: string, sought: string) {
  let next = text.indexOf(sought);
  return {
    /** The first at or after `position`; infinite where there is none. */
    from(position: number): number {
      if (next >= 0 && next < position) next = text.indexOf(sought, position);
      return next < 0 ? Number.POSITIVE_INFINITY : next;
    },
  };
}
