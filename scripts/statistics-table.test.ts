import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { statisticsDocs } from './statistics-table.ts';

const page = readFileSync(new URL('../docs/statistics.md', import.meta.url), 'utf8');

test('the plans in docs/statistics.md are what the shipped statistics compute today', () => {
  expect(statisticsDocs(page)).toBe(page);
});

test('a threshold that was changed by hand would be found', () => {
  const tampered = page.replace('2.4838', '2.4839');
  expect(tampered).not.toBe(page);
  expect(statisticsDocs(tampered)).not.toBe(tampered);
});
