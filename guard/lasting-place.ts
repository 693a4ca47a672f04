// Some editors take what is pasted in an element that they remove at once: what is around it stays.

/** Where the place is that `target` was in, by the time it is asked for. */
export function lastingPlace(target: Element): () => Element {
  const around: Element[] = [];
  for (let element: Element | null = target; element; element = element.parentElement) around.push(element);
  return () => around.find(({ isConnected }) => isConnected) ?? target;
}
