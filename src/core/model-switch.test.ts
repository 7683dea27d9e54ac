import { expect, test } from '@jest/globals';
import { aModel } from '../testing/builders/a-question.ts';
import { switchesAmong } from './model-switch.ts';

const left = aModel({ id: 'left' });
const next = aModel({ id: 'next' });
const other = aModel({ id: 'other' });
const switches = [{ from: left, to: next }];

test('a switch is looked at where both of its models are asked', () => {
  expect(switchesAmong([left, other, next], switches)).toEqual({ kept: switches, notes: [] });
});

test.each([
  ['the new model', [next]],
  ['the one that is left', [left]],
])('narrowed to %s it is left out and said: the other has neither cap nor key', (_, models) => {
  expect(switchesAmong(models, switches)).toEqual({
    kept: [],
    notes: ['The switch from left to next was not looked at: `models=` has to name both.'],
  });
});
