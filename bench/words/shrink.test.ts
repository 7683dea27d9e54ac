import { expect, test } from '@jest/globals';
import { fallsShort } from '../verdicts/lines.ts';
import { randomOf } from '../verdicts/random.ts';
import { countRuns, playShrink, shrinkExperiments, shrinkLines, shrinkShown } from './shrink.ts';
import { habits, missedRules, plantedText } from './shrink-texts.ts';

test('every reader reads every rule of a whole text', () => {
  for (let run = 0; run < 50; run += 1)
    for (const size of [8, 20, 60]) {
      const text = plantedText(size, randomOf(1, run));
      for (const habit of habits)
        expect([habit.name, missedRules(text, habit, new Set())]).toEqual([habit.name, []]);
    }
});

test('a text without any part lacks every rule', () => {
  const text = plantedText(20, randomOf(1, 0));
  const all = new Set(text.parts.map(({ part }) => part.id));
  for (const habit of habits) expect(missedRules(text, habit, all)).toHaveLength(text.rules);
});

test('a few runs keep every promise, and the same seed gives the same counts', () => {
  const [smallest] = shrinkExperiments;
  if (smallest === undefined) throw new Error('there is no experiment');
  const counts = countRuns(smallest, { seed: 3, runs: 10 });
  const sums = new Map([[smallest.name, counts]]);

  expect(shrinkLines(sums).filter((line) => fallsShort(line))).toEqual([]);
  expect(shrinkShown(sums)).toHaveLength(5);
  expect(countRuns(smallest, { seed: 3, runs: 10 })).toEqual(counts);
});

test('a bench without experiments plays nothing', async () => {
  expect([...(await playShrink(1, []))]).toEqual([]);
});
