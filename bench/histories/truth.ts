import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { codesOf, sidesOf } from './history.ts';
import type { Behaviour, Direction, Files, History } from './history.ts';

/** What each test of a suite says of one code: whether it passes. */
export type Passes = ReadonlyMap<string, boolean>;

/** What is true of one pull request and one behaviour, found by running the code without the program. */
export type Truth = {
  readonly verdict: 'held' | 'regressed' | 'improved' | 'base-too-weak';
  readonly requirements: 'met' | 'unmet' | null;
  /** A test of the head fails on what the model writes from the head's text. */
  readonly headFails: boolean;
};

/** Runs a suite on a code, outside of the program and with its own reading of what the runner prints. */
export type RunSuite = (suite: {
  readonly tests: Files;
  readonly code: Files;
  readonly test: string;
}) => Passes;

/** The truth of one pull request on a model of one behaviour. */
export function truthOf(
  history: History,
  of: { readonly direction: Direction; readonly behaviour: Behaviour },
  run: RunSuite,
): Truth {
  const sides = sidesOf(history, of.direction);
  const codes = codesOf(sides, of.behaviour);
  const on = (side: 'base' | 'head', code: Files): Passes =>
    run({ tests: sides[side].tests, code, test: history.test });
  const own = { base: on('base', sides.base.code), head: on('head', sides.head.code) };
  const got = { base: on('base', codes.base), head: on('head', codes.head) };
  const common = [...own.base.keys()].filter((test) => own.head.has(test));
  const judged = common.filter((test) => own.base.get(test) === true || own.head.get(test) === true);
  const added = [...own.head.keys()].filter((test) => !own.base.has(test));
  const passesAll = (passes: Passes, tests: readonly string[]): boolean =>
    tests.every((test) => passes.get(test) === true);
  const drops = judged.some((test) => got.base.get(test) === true && got.head.get(test) !== true);
  const meets = passesAll(got.head, added);
  return {
    verdict: verdictOf({
      base: passesAll(got.base, judged),
      head: passesAll(got.head, judged),
      drops,
    }),
    requirements: added.length === 0 ? null : meets ? 'met' : 'unmet',
    headFails: !passesAll(got.head, [...judged, ...added]),
  };
}

function verdictOf(of: {
  readonly base: boolean;
  readonly head: boolean;
  readonly drops: boolean;
}): Truth['verdict'] {
  if (of.drops) return 'regressed';
  if (of.base) return 'held';
  return of.head ? 'improved' : 'base-too-weak';
}

/** Runs each suite on each code once, in a folder of its own. */
export function suiteRunner(): RunSuite {
  const known = new Map<string, Passes>();
  return (suite) => {
    const key = JSON.stringify(suite);
    const passes = known.get(key) ?? runInFolder(suite);
    known.set(key, passes);
    return passes;
  };
}

function runInFolder({ tests, code, test }: Parameters<RunSuite>[0]): Passes {
  const folder = mkdtempSync(join(tmpdir(), 'histories-'));
  try {
    for (const [path, text] of Object.entries({ ...tests, ...code })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const isPytest = test.includes('pytest');
    const command = isPytest ? `${test} -rA -q` : test.replace(/^node /, 'node --test-reporter=tap ');
    // timeout leads a process group and ends all of it: a runner's own child would go on for ever.
    const { stdout } = spawnSync('timeout', ['--kill-after=1', '120', '/bin/sh', '-c', command], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
    });
    return isPytest ? readPytest(stdout) : readTap(stdout);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readPytest(text: string): Passes {
  const lines = [...text.matchAll(/^(PASSED|FAILED|ERROR) (\S+::\S+)/gm)];
  return new Map(lines.map(([, status, test]) => [test ?? '', status === 'PASSED']));
}

// A file that cannot be loaded is reported as one test with the name of the file.
function readTap(text: string): Passes {
  const lines = [...text.matchAll(/^\s*(not ok|ok) \d+ - (.*)$/gm)];
  return new Map(
    lines
      .filter(([, , test]) => !/\.m?js$/.test(test ?? ''))
      .map(([, status, test]) => [test ?? '', status === 'ok']),
  );
}
