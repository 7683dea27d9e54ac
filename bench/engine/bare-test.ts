import { execFileSync } from 'node:child_process';
import { childrenCpuMs } from './children-cpu.ts';
import { makeSource, testOf, type Setup } from './work.ts';

/** Median wall time of the test command alone, and the CPU that it takes on average. */
export type BareTest = { readonly ms: number; readonly cpuMs: number };

const runs = 31;

/** Runs the test command of a setup as anybody would, on the committed code. */
export async function bareTest(setup: Setup): Promise<BareTest> {
  const source = await makeSource();
  await using repository = source.repository;
  const before = childrenCpuMs();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    execFileSync('/bin/sh', ['-c', testOf(setup)], { cwd: repository.directory });
    return performance.now() - start;
  });
  const cpuMs = (childrenCpuMs() - before) / runs;
  return { ms: times.toSorted((one, other) => one - other)[(runs - 1) / 2] ?? Number.NaN, cpuMs };
}
