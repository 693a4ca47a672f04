// Lets the guard's own events pass its own listeners. The way is open while the event is being dispatched, and after it only to what is
// still as it was judged: a timer alone would be a free pass for whatever happens meanwhile. See docs/adr/0266-a-form-submitted-later.md

export interface Passage {
  /** Runs `act`, during which what happens to `owner` is not held. `isAsJudged` is asked again at the last moment there is. */
  through<Result>(owner: object, act: () => Result, isAsJudged?: () => boolean): Result;
  /** From now on what happens to `owner` is not held as long as `isAsJudged`: many pages submit a moment after the press. Returns the end of it. */
  stay(owner: object, isAsJudged: () => boolean): () => void;
  isOpenTo(owner: object): boolean;
  /** Whether what goes now is still what was judged: the page's own handlers have had their turn. */
  isAsJudged(owner: object): boolean;
}

export function passage(): Passage {
  const open = new Map<object, () => boolean>();
  let now: object | undefined;
  const isAsJudged = (owner: object) => open.get(owner)?.() ?? false;
  return {
    through(owner, act, isStill = () => true) {
      open.set(owner, isStill);
      now = owner;
      try {
        return act();
      } finally {
        now = undefined;
        open.delete(owner);
      }
    },
    stay(owner, isStill) {
      open.set(owner, isStill);
      return () => open.delete(owner);
    },
    isOpenTo: (owner) => owner === now || isAsJudged(owner),
    isAsJudged,
  };
}
