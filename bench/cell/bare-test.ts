import { runWhole, type Whole } from './whole-tree.ts';

/** A test command as anybody would run it in this folder: so many times, in as many rows side by side as `slots`. */
type Bare = {
  readonly command: string;
  readonly directory: string;
  /** Default: PATH, and the language that hosted runners set and cells get: programs read a dozen files for it. */
  readonly env?: NodeJS.ProcessEnv;
  readonly runs: number;
  readonly slots: number;
};

/** What one run of a test command takes where a shell starts it: a process of Node would take longer to start it. */
export async function bareTest({ command, directory, env, runs, slots }: Bare): Promise<Whole> {
  const usual = { PATH: process.env['PATH'], LANG: 'C.UTF-8' };
  const at = { cwd: directory, env: { ...(env ?? usual), BARE_TEST: command } };
  const each = Math.round(runs / slots);
  const rows = async (times: number): Promise<readonly Whole[]> =>
    Promise.all(Array.from({ length: slots }, () => runWhole(['/bin/sh', '-c', loop(times)], at)));
  // The shell around the loop is the same for one run and for many.
  const [one, many] = [await rows(1), await rows(1 + each)];
  const beyond = (key: keyof Whole): number => (sum(many, key) - sum(one, key)) / slots / each;
  return { wallMs: beyond('wallMs'), cpuMs: beyond('cpuMs') };
}

function loop(times: number): string {
  return `i=0; while [ $i -lt ${times} ]; do /bin/sh -c "$BARE_TEST" || exit 1; i=$((i+1)); done`;
}

function sum(all: readonly Whole[], key: keyof Whole): number {
  return all.reduce((total, whole) => total + whole[key], 0);
}
