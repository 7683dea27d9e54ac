import { expect, test } from '@jest/globals';
import { aSpec } from '../../testing/builders/a-question.ts';
import { refuseMissingFolder } from './refuse-missing-folder.ts';

const places = { paths: ['package.json', 'packages/a/package.json'], submodules: ['vendored'] };

test.each([
  ['.', ['src/**']],
  ['packages', ['src/**']],
  ['vendored', ['src/**']],
  ['packages/a', ['src/**']],
  // In a submodule, whose files are not listed.
  ['vendored/inner', ['src/**']],
  // The model makes it.
  ['packages/b', ['packages/b/src/**']],
  ['packages/b', ['**/src/**', '!docs/**']],
])('the directory %s with writes of %j is no mistake', (directory, writes) => {
  expect(() => refuseMissingFolder(aSpec({ directory, writes }), places)).not.toThrow();
});

test.each([
  ['package', ['src/**']],
  ['packages/a/package.json', ['src/**']],
  ['packages/b', ['packages/a/src/**', '!packages/b/**']],
])('a directory that is nowhere is refused by its name: %s', (directory, writes) => {
  expect(() => refuseMissingFolder(aSpec({ directory, writes }), places)).toThrow(
    `is \`${directory}\`, which is no folder`,
  );
});
