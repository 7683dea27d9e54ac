import type { Random } from '../verdicts/random.ts';

/** Draws that both fuzzers make from one source of numbers. */
export type Draws = {
  /** Whole, from 0 to `below` - 1. */
  readonly number: (below: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly oneOf: <Value>(values: readonly [Value, ...Value[]]) => Value;
  /** Characters of which most mean something to a parser, a file system or a terminal. */
  readonly text: (longest: number) => string;
};

const characters =
  '../\\:*?"<>|~-= \t\r\n\0\u0085\u2028\u202E\u200B\uD800\uFEFF\u00A0e\u0301éß日🎉%&#;![]{}()@$`\'ab0cD'.split(
    '',
  );

/** The draws of one seed and stream. */
export function drawsFrom(random: Random): Draws {
  const number = (below: number): number => Math.floor(random() * below);
  return {
    number,
    chance: (probability) => random() < probability,
    oneOf: (values) => values[number(values.length)] ?? values[0],
    text: (longest) =>
      Array.from({ length: number(longest + 1) }, () => characters[number(characters.length)] ?? '').join(''),
  };
}
