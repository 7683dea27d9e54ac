import { expect, test } from '@jest/globals';
import { chooseJudge } from './choose-judge.ts';
import type { TestRun } from '../results/test-report.ts';

const nothing = { text: '', droppedBytes: 0 };

/** A run with these statuses by test, or without a report. */
function run(statuses: Readonly<Record<string, 'passed' | 'failed' | 'skipped'>> | null, code = 0): TestRun {
  const cases = Object.entries(statuses ?? {}).map(([id, status]) => ({ id, status, message: '' }));
  return {
    run: { end: { kind: 'exited', code }, stdout: nothing, stderr: nothing, durationMs: 1 },
    report: statuses === null ? null : { format: 'node-test', cases },
  };
}

const both = { one: 'passed', two: 'passed' } as const;

test.each([
  {
    what: 'the same tests and results: the base’s, and it makes no difference',
    byHead: run(both),
    byBase: run(both),
    choice: { by: 'base', agree: true },
  },
  {
    what: 'a part of the tests is switched off: the base’s',
    byHead: run({ one: 'passed' }),
    byBase: run(both),
    choice: { by: 'base', agree: false },
  },
  {
    what: 'a failing test is switched off: the base’s',
    byHead: run({ one: 'passed' }),
    byBase: run({ one: 'passed', two: 'failed' }, 1),
    choice: { by: 'base', agree: false },
  },
  {
    what: 'all tests are switched off: the base’s',
    byHead: run(null),
    byBase: run(both),
    choice: { by: 'base', agree: false },
  },
  {
    what: 'tests came to it: the head’s',
    byHead: run({ ...both, three: 'passed' }),
    byBase: run(both),
    choice: { by: 'head', agree: false },
  },
  {
    what: 'a test passes only under the head’s: the head’s',
    byHead: run(both),
    byBase: run({ one: 'passed', two: 'failed' }, 1),
    choice: { by: 'head', agree: false },
  },
  {
    what: 'a test is skipped under the head’s: the base’s',
    byHead: run({ one: 'passed', two: 'skipped' }),
    byBase: run(both),
    choice: { by: 'base', agree: false },
  },
  {
    what: 'only the exit code differs: the head’s',
    byHead: run(both),
    byBase: run(both, 1),
    choice: { by: 'head', agree: false },
  },
  {
    what: 'neither names a test and both pass: the base’s',
    byHead: run(null),
    byBase: run(null),
    choice: { by: 'base', agree: true },
  },
  {
    what: 'the base’s cannot be put there: the head’s',
    byHead: run(both),
    byBase: null,
    choice: { by: 'head', agree: false },
  },
])('$what', ({ byHead, byBase, choice }) => {
  expect(chooseJudge({ byHead, byBase })).toEqual(choice);
});
