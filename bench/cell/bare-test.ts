import { makeSource, testOf } from '../engine/work.ts';
import { runWhole, type Whole } from './whole-tree.ts';

/** What one run of the test command takes in a shell, side by side in as many rows as there are test slots. */
export async function bareTest(runs: number, slots: number): Promise<Whole> {
  const { repository } = await makeSource();
  await using from = repository;
  const at = { cwd: from.directory, env: { PATH: process.env['PATH'] } };
  const each = Math.round(runs / slots);
  const rows = async (times: number): Promise<readonly Whole[]> =>
    Promise.all(Array.from({ length: slots }, () => runWhole(['/bin/sh', '-c', loop(times)], at)));
  // The shell around the loop is the same for one run and for many.
  const [one, many] = [await rows(1), await rows(1 + each)];
  const beyond = (key: keyof Whole): number => (sum(many, key) - sum(one, key)) / slots / each;
  return { wallMs: beyond('wallMs'), cpuMs: beyond('cpuMs') };
}

function loop(times: number): string {
  const command = testOf({ controls: false });
  return `i=0; while [ $i -lt ${times} ]; do /bin/sh -c '${command}' || exit 1; i=$((i+1)); done`;
}

function sum(all: readonly Whole[], key: keyof Whole): number {
  return all.reduce((total, whole) => total + whole[key], 0);
}
