import { globSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { eachEnough, knowsRule, oneCause, readers, twoNeeded } from './habits.ts';

const sources = globSync('src/**/*.ts').map((path) => readFileSync(path, 'utf8'));

test('each reader is searched after a change that it fails on', () => {
  expect(oneCause.map(({ name }) => name).toSorted()).toEqual(readers.map(({ name }) => name).toSorted());
});

test.each([...oneCause, ...twoNeeded, ...eachEnough])(
  'one that $name knows the rule of the base, and not that of the head',
  (habit) => {
    const textOf = (side: 'base' | 'head'): string => habit.scene.flatMap((part) => part[side]).join('\n');
    expect([knowsRule(habit, textOf('base')), knowsRule(habit, textOf('head'))]).toEqual([true, false]);
  },
);

test('no habit is named in the product, and nothing of it comes from the bench', () => {
  expect(sources.length).toBeGreaterThan(500);
  for (const { name } of readers) expect(sources.filter((source) => source.includes(name))).toEqual([]);
  expect(sources.filter((source) => /from '(?:\.\.\/)+bench\//.test(source))).toEqual([]);
});
