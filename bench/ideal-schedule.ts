/** A two-stage load: every cell is one call on one of `slots`, then its tests on one of `cores`. */
export type Load = {
  readonly cells: number;
  readonly callMs: number;
  readonly slots: number;
  /** All test runs of one cell, one after another. */
  readonly testMs: number;
  readonly cores: number;
  /** Test runs on the cores that must have ended before the first call, all of them together. Default: 0. */
  readonly beforeMs?: number;
  /** Calls that go first: the others wait until these are answered. Default: none does. */
  readonly leads?: number;
};

/**
 * Milliseconds an ideal machine needs: calls start as soon as a slot is free, tests as soon as their call is done and
 * a core is free, and nothing else costs anything. With equal calls and equal tests, first come first served is
 * optimal, so this is a lower bound for any engine.
 */
export function idealMs(load: Load): number {
  const { beforeMs = 0, leads = 0 } = load;
  const begin = beforeMs / load.cores;
  const slots = new Array<number>(load.slots).fill(begin);
  const cores = new Array<number>(load.cores).fill(begin);
  const followersBegin = leads === 0 ? begin : begin + load.callMs;
  for (let cell = 0; cell < load.cells; cell += 1) {
    const called = occupy(slots, cell < leads ? begin : followersBegin, load.callMs);
    occupy(cores, called, load.testMs);
  }
  return Math.max(0, ...cores, ...slots);
}

// Takes the place that is free first, from `ready` on, and returns when it is done.
function occupy(places: number[], ready: number, lengthMs: number): number {
  const place = places.indexOf(Math.min(...places));
  const end = Math.max(places[place] ?? 0, ready) + lengthMs;
  places[place] = end;
  return end;
}
