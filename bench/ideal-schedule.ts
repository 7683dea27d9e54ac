/** A two-stage load: every cell is one call on one of `slots`, then one test on one of `cores`. */
export type Load = {
  readonly cells: number;
  readonly callMs: number;
  readonly slots: number;
  readonly testMs: number;
  readonly cores: number;
};

/**
 * Milliseconds an ideal machine needs: calls start as soon as a slot is free, tests as soon as their call is done and
 * a core is free, and nothing else costs anything. With equal calls and equal tests, first come first served is
 * optimal, so this is a lower bound for any engine.
 */
export function idealMs(load: Load): number {
  const slots = new Array<number>(load.slots).fill(0);
  const cores = new Array<number>(load.cores).fill(0);
  for (let cell = 0; cell < load.cells; cell += 1) {
    const called = occupy(slots, 0, load.callMs);
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
