import { describe, expect, test } from '@jest/globals';
import { lastLines } from './last-lines.ts';
import { whySilent } from './silent-run.ts';
import type { CommandRun, TestReport, TestRun } from '../test-report.ts';

const nothing = { text: '', droppedBytes: 0 };

function aRun(end: CommandRun['end'] | number, report: TestReport | null): TestRun {
  const ended = typeof end === 'number' ? ({ kind: 'exited', code: end } as const) : end;
  return { run: { end: ended, stdout: nothing, stderr: nothing, durationMs: 1 }, report };
}

const named: TestReport = { format: 'junit', cases: [{ id: 'a', status: 'failed', message: '' }] };
const unnamed: TestReport = { format: 'junit', cases: [] };
const exitCode: TestReport = { format: 'exit-code', cases: [] };

describe('an own run is silent', () => {
  test.each([
    ['it did not end', aRun({ kind: 'timed-out' }, named), 'did not end in time'],
    ['it left no report', aRun(1, null), 'ended with code 1 and left no whole report'],
    [
      'it was killed',
      aRun({ kind: 'killed', signal: 'SIGSEGV' }, null),
      'was killed by SIGSEGV and left no whole report',
    ],
    ['its runner found no test', aRun(5, unnamed), 'ended with code 5 and named no test'],
    ['that is no failure for its runner', aRun(0, unnamed), 'ended with code 0 and named no test'],
    ['only its exit code is known', aRun(1, exitCode), 'ended with code 1, and nothing else is known of it'],
  ])('where %s', (_, run, why) => {
    expect(whySilent(run)).toBe(why);
  });
});

describe('an own run says something', () => {
  test.each([
    ['where a test failed', aRun(1, named)],
    ['where it passes, and its exit code is all that is asked for', aRun(0, exitCode)],
    ['where it was stopped from outside', aRun({ kind: 'cancelled' }, null)],
  ])('%s', (_, run) => {
    expect(whySilent(run)).toBeNull();
  });
});

test('the last lines of a command are those of its errors, and before them what it printed', () => {
  const run = {
    stdout: { text: 'one\n\ntwo  \nthree\n', droppedBytes: 0 },
    stderr: { text: '\nfour\n', droppedBytes: 0 },
  };

  expect(lastLines(run, 3)).toEqual(['two', 'three', 'four']);
});
