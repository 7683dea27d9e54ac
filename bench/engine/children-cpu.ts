import { readFileSync } from 'node:fs';

/** CPU in ms of all processes that this one started and that have ended, in steps of 10 ms. */
export function childrenCpuMs(): number {
  const stat = readFileSync('/proc/self/stat', 'latin1');
  // The name of the program stands in parentheses before the numbers.
  const numbers = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return 10 * (Number(numbers[13]) + Number(numbers[14]));
}
