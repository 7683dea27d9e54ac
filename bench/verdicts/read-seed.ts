import { parseArgs } from 'node:util';

/** The seed of the draws: `--seed N`, `--seed fresh` for one nobody chose, else always the same. */
export function readSeed(args: readonly string[]): number {
  const { values } = parseArgs({
    args: [...args],
    options: { seed: { type: 'string', default: '1' }, write: { type: 'boolean' } },
  });
  if (values.seed === 'fresh') return Math.floor(Math.random() * 2 ** 32);
  if (!/^\d{1,10}$/.test(values.seed))
    throw new Error(`--seed takes a number or \`fresh\`, not \`${values.seed}\`.`);
  return Number(values.seed) >>> 0;
}
