import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);

// src/core/at-once.ts
async function atOnce(items, task) {
  const stop = new AbortController();
  const tasks = items.map(async (item) => {
    try {
      return await task(item, stop.signal);
    } catch (error) {
      stop.abort(error);
      throw error;
    }
  });
  const ends = await Promise.allSettled(tasks);
  stop.signal.throwIfAborted();
  return ends.flatMap((end) => end.status === "fulfilled" ? [end.value] : []);
}

export {
  atOnce
};
