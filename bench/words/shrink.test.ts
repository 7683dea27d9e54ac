import { expect, test } from '@jest/globals';
import { fallsShort } from '../verdicts/lines.ts';
import { randomOf } from '../verdicts/random.ts';
import { countRuns, playShrink, shrinkExperiments, shrinkLines, shrinkShown } from './shrink.ts';
import { readers } from './habits.ts';
import { missedRules, plantedText, textWithout } from './shrink-texts.ts';

const none: ReadonlySet<string> = new Set();

test('every reader reads every rule of a whole text, but one of tables only where the rules stand in one', () => {
  const reading = readers.map(({ name }) => ({ name, texts: 0 }));
  for (let run = 0; run < 20; run += 1)
    for (const size of [8, 20, 60]) {
      const text = plantedText(size, randomOf(1, run));
      const whole = textWithout(text, none);
      for (const [index, reader] of readers.entries()) {
        const isAble = reader.name !== 'reads only tables' || whole.includes('## Table');
        expect([reader.name, missedRules(text, reader, whole).length === 0]).toEqual([reader.name, isAble]);
        const of = reading[index];
        if (isAble && of !== undefined) of.texts += 1;
      }
    }
  expect(reading.filter(({ texts }) => texts < 10)).toEqual([]);
});

test('a text without any part lacks every rule', () => {
  const text = plantedText(20, randomOf(1, 0));
  const all = new Set(text.cut.parts.map(({ id }) => id));
  for (const reader of readers)
    expect(missedRules(text, reader, textWithout(text, all))).toHaveLength(text.rules);
});

test('without a rule, and without what says the same, each reader that knew it misses it', () => {
  const text = plantedText(60, randomOf(1, 1));
  const own = text.parts.filter(({ sentence: { rule, is } }) => rule === 9 && is !== 'wrong');
  const left = textWithout(text, new Set(own.map(({ part }) => part.id)));
  for (const reader of readers) expect(missedRules(text, reader, left)).toContain(9);
});

test('a few runs keep every promise, and the same seed gives the same counts', () => {
  const [smallest] = shrinkExperiments;
  if (smallest === undefined) throw new Error('there is no experiment');
  const counts = countRuns(smallest, { seed: 3, runs: 10 });
  const sums = new Map([[smallest.name, counts]]);

  expect(shrinkLines(sums).filter((line) => fallsShort(line))).toEqual([]);
  expect(shrinkShown(sums)).toHaveLength(6);
  expect(countRuns(smallest, { seed: 3, runs: 10 })).toEqual(counts);
});

test('a bench without experiments plays nothing', async () => {
  expect([...(await playShrink(1, []))]).toEqual([]);
});
