/** A source of numbers in [0, 1). */
export type Random = () => number;

/**
 * xoshiro128** (Blackman and Vigna 2018) behind a splitmix32 of the seed and the stream's number: the same two
 * numbers give the same draws on every machine, and different streams of one seed do not overlap in practice.
 */
export function randomOf(seed: number, stream: number): Random {
  let mixing = (seed ^ Math.imul(stream + 1, 0x9e3779b9)) >>> 0;
  const next = (): number => {
    mixing = (mixing + 0x9e3779b9) >>> 0;
    const once = Math.imul(mixing ^ (mixing >>> 16), 0x21f0aaad);
    const twice = Math.imul(once ^ (once >>> 15), 0x735a2d97);
    return (twice ^ (twice >>> 15)) >>> 0;
  };
  let [a, b, c, d] = [next(), next(), next(), next()];
  return () => {
    const drawn = Math.imul(rotated(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotated(d, 11);
    return drawn / 2 ** 32;
  };
}

function rotated(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}
