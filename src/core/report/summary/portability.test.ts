import { expect, test } from '@jest/globals';
import { aChange } from '../../../testing/builders/a-question.ts';
import { aVerdict } from '../../../testing/builders/a-summary.ts';
import { portabilityOf } from './portability.ts';

const tally = (passed: number, failed: number) => ({ passed, failed, unmeasured: 0 });

test('the portability of a spec is the mean of the rates that were seen, each model counted once', () => {
  const verdicts = [
    aVerdict({ model: 'a', base: tally(10, 0), head: tally(3, 0) }),
    aVerdict({ model: 'b', base: tally(1, 3), head: tally(2, 2) }),
  ];
  expect(portabilityOf([aChange()], verdicts)).toMatchObject([{ spec: 'duration', base: 0.625, head: 0.75 }]);
});

test('a spec of which every sample passes has the portability 1, however few they are', () => {
  const verdicts = [aVerdict({ base: tally(1, 0), head: tally(3, 0) })];
  expect(portabilityOf([aChange()], verdicts)).toMatchObject([{ base: 1, head: 1 }]);
});

test('a model without an answer does not count', () => {
  const missing = { ...tally(0, 0), unmeasured: 3 };
  const verdicts = [aVerdict({ model: 'a', head: tally(3, 0) }), aVerdict({ model: 'b', head: missing })];
  expect(portabilityOf([aChange()], verdicts)).toMatchObject([{ head: 1 }]);
});
