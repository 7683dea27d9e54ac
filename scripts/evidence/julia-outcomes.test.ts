import { expect, test } from '@jest/globals';
import { evaluationFrom, outcomesOf } from './julia-outcomes.ts';
import type { Evaluation } from './julia-outcomes.ts';

function anEvaluation(of: Partial<Evaluation>): Evaluation {
  return evaluationFrom({
    ...{ model: 'm', name: 'task', prompt_label: 'bare', timestamp: '20240101_000000__001', cost: 0.1 },
    ...{ unit_tests_passed: 4, unit_tests_count: 4, examples_executed: 2, examples_count: 2 },
    ...of,
  });
}

function cellsOf(evaluations: readonly Evaluation[]): unknown {
  return JSON.parse(outcomesOf(evaluations, 'abc')).cells;
}

test('an answer passes if all its unit tests and all its examples did', () => {
  const answers = [
    anEvaluation({ timestamp: '1' }),
    anEvaluation({ timestamp: '2', unit_tests_passed: 3 }),
    anEvaluation({ timestamp: '3', examples_executed: 1 }),
  ];

  expect(cellsOf(answers)).toEqual({ m: { task: { bare: '100' } } });
});

test('answers stand in the order of their time, and names in that of their letters, whatever came first', () => {
  const answers = [
    anEvaluation({ timestamp: '2', unit_tests_passed: 0 }),
    anEvaluation({ timestamp: '1' }),
    anEvaluation({ model: 'b' }),
    anEvaluation({ model: 'a' }),
  ];

  expect(outcomesOf(answers, 'abc')).toBe(outcomesOf(answers.toReversed(), 'abc'));
  expect(JSON.stringify(cellsOf(answers))).toBe(
    '{"a":{"task":{"bare":"1"}},"b":{"task":{"bare":"1"}},"m":{"task":{"bare":"10"}}}',
  );
});

test('a model that was asked again with other sampling settings is not another model', () => {
  expect(cellsOf([anEvaluation({}), anEvaluation({ model: 'm--optim' })])).toEqual({
    m: { task: { bare: '1' } },
  });
});

test('a file that is no evaluation is refused', () => {
  expect(() => evaluationFrom({ model: 'm' })).toThrow('unit_tests_passed');
});
