import type { TestRun } from './test-report.ts';

/**
 * Whether the first version of the reader gave a stored run the ids that it would get now: no format with changed
 * names, no number that it put behind the second test of one name, and no suite of Vitest 1 without a name.
 */
export function readsAlike({ report }: TestRun): boolean {
  if (report === null || report.format === 'junit' || report.format === 'tap') return false;
  return report.cases.every(({ id }) => !/ #\d+$|\(unnamed\)/.test(id));
}
