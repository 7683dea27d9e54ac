import { expect, test } from '@jest/globals';
import { withBlock } from './apply-block.ts';
import { readRecipes } from './read-recipes.ts';
import type { Block } from './read-recipes.ts';

const fence = (text: string, language = 'ts') => `\`\`\`${language}\n${text}\n\`\`\``;
const run = fence('npm test -- one', 'sh');
const page = (...parts: readonly string[]) =>
  `# Page\n\n<!-- recipe:one:begin -->\n\n${parts.join('\n\n')}\n\n<!-- recipe:one:end -->\n`;

const blockUnder = (head: string): Block | undefined =>
  readRecipes(page(head, fence('new text'), run))[0]?.blocks[0];

test('a recipe is the blocks between its marks, each with its place, and the commands to run', () => {
  const [recipe, ...more] = readRecipes(
    page('Why.', '`src/a.ts` (new):', fence('a'), 'Then:', '`b.ts`, after `x: 1,`:', fence('b\nc'), run),
  );

  expect(more).toEqual([]);
  expect(recipe).toEqual({
    name: 'one',
    blocks: [
      { path: 'src/a.ts', place: { kind: 'new' }, text: 'a' },
      { path: 'b.ts', place: { kind: 'after', anchor: 'x: 1,', below: null }, text: 'b\nc' },
    ],
    commands: ['npm test -- one'],
  });
});

test.each([
  ['has no end mark', page(run).replace('recipe:one:end', 'recipe:two:end'), 'no end mark'],
  ['holds a block without a place', page('Some words:', fence('a'), run), 'does not say where it goes'],
  ['holds a block with an unknown place', page('`a.ts`, near `b`:', fence('a'), run), 'where it goes'],
  ['says nothing to run', page('`a.ts` (new):', fence('a')), 'nothing to run'],
  ['holds no block', page(run), 'no blocks'],
])('a recipe that %s is refused', (_, text, said) => {
  expect(() => readRecipes(text)).toThrow(said);
});

test.each([
  ['`f`, after `two`:', 'one\ntwo;\nnew text\nlast\none\n'],
  ['`f`, before `two`:', 'one\nnew text\ntwo;\nlast\none\n'],
  ['`f`, in place of `two`:', 'one\nnew text;\nlast\none\n'],
  ['`f`, below `two`, before `one`:', 'one\ntwo;\nlast\nnew text\none\n'],
  ['`f`, below `two`, in place of `one`:', 'one\ntwo;\nlast\nnew text\n'],
])('%s', (head, expected) => {
  const block = blockUnder(head);

  expect(block && withBlock(block, 'one\ntwo;\nlast\none\n')).toBe(expected);
});

test('a block after the last line begins a line of its own', () => {
  const block = blockUnder('`f`, after `last`:');

  expect(block && withBlock(block, 'last')).toBe('last\nnew text\n');
});

test('a new file is the block and a newline', () => {
  const block = blockUnder('`f` (new):');

  expect(block && withBlock(block, null)).toBe('new text\n');
});

test.each([
  ['`f`, after `gone`:', 'one\n', 'does not hold `gone`'],
  ['`f`, after `one`:', 'one\none\n', 'more than once'],
  ['`f`, below `one`, after `gone`:', 'one\n', 'below `one`'],
  ['`f`, after `one`:', null, 'is not there'],
  ['`f` (new):', 'one\n', 'is there already'],
])('%s is refused where it does not fit', (head, before, said) => {
  const block = blockUnder(head);

  expect(() => block && withBlock(block, before)).toThrow(said);
});
