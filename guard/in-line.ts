// Keeps order: what is brought to one place has its turn when what was brought there before is through, well or badly. Other places
// do not wait for it.

const last = new WeakMap<object, Promise<unknown>>();

export function isInLine(place: object): boolean {
  return last.has(place);
}

export function inLine<Result>(place: object, task: () => Promise<Result>): Promise<Result> {
  const turn = (last.get(place) ?? Promise.resolve())
    .then(task, task)
    .finally(() => last.get(place) === turn && last.delete(place));
  last.set(place, turn);
  return turn;
}
