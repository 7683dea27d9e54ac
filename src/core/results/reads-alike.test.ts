import { expect, test } from '@jest/globals';
import { readsAlike } from './reads-alike.ts';
import type { TestReport, TestRun } from './test-report.ts';

const nothing = { text: '', droppedBytes: 0 };

function storedRun(format: TestReport['format'], ...ids: readonly string[]): TestRun {
  const cases = ids.map((id) => ({ id, status: 'passed' as const, message: '' }));
  const run = { end: { kind: 'exited', code: 0 }, stdout: nothing, stderr: nothing, durationMs: 1 } as const;
  return { run, report: { format, cases } };
}

test.each([
  ['an exit code', storedRun('exit-code'), true],
  ['a file and a name', storedRun('node-test', 'a.test.js > a'), true],
  ['the second test of one name', storedRun('jest-json', 'a.test.js > a', 'a.test.js > a #2'), false],
  ['JUnit, where a class may be missing', storedRun('junit', 'suite > a'), false],
  ['TAP, where a time may be in the name', storedRun('tap', 'a'), false],
  ['a report that could not be read', { ...storedRun('tap'), report: null }, false],
])('a run of the version before is used again: %s, %#', (_, testRun, isAlike) => {
  expect(readsAlike(testRun)).toBe(isAlike);
});
