import { expect, test } from '@jest/globals';
import { aQuestion } from '../../testing/builders/a-question.ts';
import type { Role } from '../plan/question.ts';
import type { UnreadCell } from './measurements.ts';
import type { TestRun } from '../results/test-report.ts';
import { measuredFrom } from './measured.ts';
import { tamperedIn } from './tampered-in.ts';

const question = aQuestion();
const nothing = { text: '', droppedBytes: 0 };
const honest: TestRun = {
  run: { end: { kind: 'exited', code: 0 }, stdout: nothing, stderr: nothing, durationMs: 1 },
  report: { format: 'node-test', cases: [{ id: 'a', status: 'passed', message: '' }] },
};
const forged: TestRun = { ...honest, guard: { signs: ['forged'], broken: [], poisoned: false } };

function cells(role: Role, runs: readonly TestRun[]): UnreadCell[] {
  return runs.map((testRun, sample) => ({
    question: question.id,
    role,
    arm: question[role],
    sample,
    code: { kind: 'files' },
    testRun,
    flaky: [],
    generation: null,
    cached: false,
  }));
}

test('samples that tampered are counted for the comparison and the side they belong to', () => {
  const measured = [...cells('base', [honest, honest]), ...cells('head', [forged, honest, forged])];

  expect(
    tamperedIn([question], measuredFrom({ questions: [question], cells: measured, trees: new Map() })),
  ).toEqual([{ question: question.id, base: 0, head: 2 }]);
});

test('a comparison without any is not listed', () => {
  const measured = [...cells('base', [honest]), ...cells('head', [honest])];

  expect(
    tamperedIn([question], measuredFrom({ questions: [question], cells: measured, trees: new Map() })),
  ).toEqual([]);
});
