import { cpuMsOf } from './json-unit.ts';

/** The slowest of many inputs, and the memory that they took. */
export type Extremes = {
  readonly inputs: number;
  /** CPU time of the input that took longest. */
  readonly maxMs: number;
  /** Size of the input that took longest. */
  readonly slowestLength: number;
  readonly seconds: number;
  readonly peakMegabytes: number;
};

// Reading it is a system call, so not after every small input.
const lookEvery = 500;

/** Gives each of `inputs` texts to `use`, and returns what the slowest took. */
export function extremesOf(
  inputs: number,
  each: { readonly make: (index: number) => string; readonly use: (text: string, index: number) => void },
): Extremes {
  const begun = performance.now();
  let [maxMs, slowestLength, peak] = [0, 0, process.memoryUsage.rss()];
  for (let index = 0; index < inputs; index += 1) {
    const text = each.make(index);
    const tookMs = cpuMsOf(() => each.use(text, index));
    if (tookMs > maxMs) [maxMs, slowestLength] = [tookMs, text.length];
    if (index % lookEvery === 0 || text.length > 1_000_000) peak = Math.max(peak, process.memoryUsage.rss());
  }
  const seconds = (performance.now() - begun) / 1000;
  return { inputs, maxMs, slowestLength, seconds, peakMegabytes: Math.round(peak / 1024 / 1024) };
}
