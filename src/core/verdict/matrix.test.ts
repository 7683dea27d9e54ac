import { expect, test } from '@jest/globals';
import { aModel, aVersion } from '../../testing/builders/a-question.ts';
import { aSummary } from '../../testing/builders/a-summary.ts';
import { someSettings } from '../../testing/builders/some-settings.ts';
import { questionsOf } from '../plan/questions-of.ts';
import { sidesOf, type Question } from '../plan/question.ts';
import { resultFile } from '../report/machine/result-file.ts';
import type { TestRun } from '../results/test-report.ts';
import { unchangedSpec } from '../specs/unchanged-spec.ts';
import { matrixOf } from './matrix.ts';
import { measuredFrom } from './measured.ts';
import type { UnreadCell } from './measurements.ts';

const weak = aModel({ id: 'weak', name: 'weak' });
const strong = aModel({ id: 'strong', name: 'strong' });
const taking = aModel({ id: 'taking', name: 'taking' });
const settings = someSettings({
  models: [weak, strong, taking],
  samples: { looks: [2], base: 5, confirm: 3 },
});
const questions = questionsOf({
  changes: [],
  unchanged: [unchangedSpec(aVersion('head'))],
  switches: [
    { from: weak, to: taking },
    { from: strong, to: taking },
  ],
  settings,
});

const nothing = { text: '', droppedBytes: 0 };
const ended = (status: 'passed' | 'failed'): TestRun => ({
  run: {
    end: { kind: 'exited', code: status === 'passed' ? 0 : 1 },
    stdout: nothing,
    stderr: nothing,
    durationMs: 1,
  },
  report: { format: 'node-test', cases: [{ id: 'rounds', status, message: '' }] },
});

/** The weak model fails, the others pass. */
function cellsOf(question: Question): UnreadCell[] {
  return sidesOf(question).flatMap(({ role, arm, samples }) =>
    samples.map((sample) => ({
      question: question.id,
      ...{ role, arm, sample },
      code: { kind: 'files' },
      testRun: ended(arm.model.id === 'weak' ? 'failed' : 'passed'),
      flaky: [],
      generation: null,
      cached: false,
    })),
  );
}

const measurements = measuredFrom({
  questions,
  cells: questions.flatMap((question) => cellsOf(question)),
  trees: new Map(),
});

test('two questions of one kind about one spec and model have a row each', () => {
  const rows = matrixOf({ changes: [], questions }, measurements);

  const passes = rows.map(({ byQuestion }) =>
    [...byQuestion].map(([id, { model, base }]) => ({
      of: questions.findIndex((question) => question.id === id),
      model,
      passed: base?.passed,
    })),
  );
  expect(passes).toEqual([[{ of: 0, model: 'taking', passed: 0 }], [{ of: 1, model: 'taking', passed: 2 }]]);
});

test('result.json keeps both of them', () => {
  const matrix = matrixOf({ changes: [], questions }, measurements);

  const written = resultFile(aSummary({ matrix })).matrix;

  expect(written.map(({ test: name, byModel }) => [name, byModel['taking']?.base])).toEqual([
    ['rounds', { passed: 0, failed: 2 }],
    ['rounds', { passed: 2, failed: 0 }],
  ]);
});
