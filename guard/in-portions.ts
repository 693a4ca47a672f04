// Thousands of files, gone through so that the page answers meanwhile.

/** Milliseconds of the page's thread at a stretch. */
const portion = 30;

/** Rejects with the signal's reason when it aborts. */
export async function inPortions<Item>(
  items: Iterable<Item>,
  act: (item: Item) => unknown,
  signal?: AbortSignal,
): Promise<void> {
  let until = performance.now() + portion;
  for (const item of items) {
    act(item);
    if (performance.now() < until) continue;
    await new Promise((resume) => setTimeout(resume));
    signal?.throwIfAborted();
    until = performance.now() + portion;
  }
}
