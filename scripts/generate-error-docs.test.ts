import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { errorCatalogue } from '../src/errors.ts';
import { errorDocs } from './error-docs.ts';

const page = readFileSync(new URL('../docs/errors.md', import.meta.url), 'utf8');

test('docs/errors.md lists exactly the codes of the catalogue', () => {
  const listed = [...page.matchAll(/^## (.+)$/gm)].map((match) => match[1]);

  expect(listed).toEqual(Object.keys(errorCatalogue));
});

test('docs/errors.md is what the catalogue says today', () => {
  expect(page).toBe(errorDocs());
});

test('every code has a meaning and a way to fix it, in whole sentences', () => {
  for (const { meaning, fix } of Object.values(errorCatalogue)) {
    expect(meaning).toMatch(/\.$/);
    expect(fix).toMatch(/\.$/);
  }
});
