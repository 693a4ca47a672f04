// Lets the guard's own events pass its own listeners. The way is open only while the event is being dispatched: a timer
// would be a free pass for whatever happens meanwhile.

export interface Passage {
  /** Runs `act`, during which what happens to `owner` is not held. */
  through<Result>(owner: object, act: () => Result): Result;
  isOpenTo(owner: object): boolean;
}

export function passage(): Passage {
  const open = new Set<object>();
  return {
    through(owner, act) {
      open.add(owner);
      try {
        return act();
      } finally {
        open.delete(owner);
      }
    },
    isOpenTo: (owner) => open.has(owner),
  };
}
