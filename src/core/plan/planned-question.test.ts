import { expect, test } from '@jest/globals';
import { aModel, aVersion } from '../../testing/builders/a-question.ts';
import { someSettings } from '../../testing/builders/some-settings.ts';
import { unchangedSpec } from '../specs/unchanged-spec.ts';
import { withoutShort } from '../statistics/sampling-plan.ts';
import { asPlanned, plannedOf } from './planned-question.ts';
import { questionsOf } from './questions-of.ts';

const taking = aModel({ id: 'taking', name: 'taking' });
const asked = questionsOf({
  changes: [],
  unchanged: [unchangedSpec(aVersion('head'))],
  switches: ['one', 'other'].map((id) => ({ from: aModel({ id, name: id }), to: taking })),
  settings: someSettings(),
});

test('two questions of one kind about one spec and model get their own samples back', () => {
  const drawn = asked.map((question, index) => ({ ...question, baseSamples: [index + 7, index + 8] }));

  const again = asPlanned(
    asked,
    drawn.map((question) => plannedOf(question)),
  );

  expect(new Set(asked.map(({ id }) => id)).size).toBe(2);
  expect(again?.map(({ baseSamples }) => baseSamples)).toEqual([
    [7, 8],
    [8, 9],
  ]);
});

test('a plan on record from before questions ended early goes on to its last look, as it did', () => {
  const before = asked.map((question) => {
    const { endsFutile: _, ...planned } = plannedOf(question);
    return { ...planned, looks: withoutShort(planned.looks) };
  });

  expect(asked.map(({ endsFutile }) => endsFutile)).toEqual([true, true]);
  expect(asPlanned(asked, before)).toMatchObject(before.map(({ looks }) => ({ looks, endsFutile: false })));
});
