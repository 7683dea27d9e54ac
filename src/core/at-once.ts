/**
 * Does something for each item, all at once. Where one throws, the others are told to stop and waited for before that
 * error is thrown, so that nothing which they use is disposed of under them. `Promise.all` would not wait.
 */
export async function atOnce<Item, Value>(
  items: readonly Item[],
  task: (item: Item, stop: AbortSignal) => Promise<Value>,
): Promise<readonly Value[]> {
  const stop = new AbortController();
  const tasks = items.map(async (item) => {
    try {
      return await task(item, stop.signal);
    } catch (error) {
      // The first one is kept as the reason; a stopped task may throw too.
      stop.abort(error);
      throw error;
    }
  });
  const ends = await Promise.allSettled(tasks);
  stop.signal.throwIfAborted();
  return ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []));
}
