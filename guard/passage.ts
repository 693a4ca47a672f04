// Lets the guard's own events pass its own listeners. The way is open only while the event is being dispatched: a timer
// would be a free pass for whatever happens meanwhile.

export interface Passage {
  /** Runs `act`, during which what happens to `owner` is not held. `isAsJudged` is asked again at the last moment there is. */
  through<Result>(owner: object, act: () => Result, isAsJudged?: () => boolean): Result;
  isOpenTo(owner: object): boolean;
  /** Whether what goes now is still what was judged: the page's own handlers have had their turn. */
  isAsJudged(owner: object): boolean;
}

export function passage(): Passage {
  const open = new Map<object, () => boolean>();
  return {
    through(owner, act, isAsJudged = () => true) {
      open.set(owner, isAsJudged);
      try {
        return act();
      } finally {
        open.delete(owner);
      }
    },
    isOpenTo: (owner) => open.has(owner),
    isAsJudged: (owner) => open.get(owner)?.() ?? false,
  };
}
