import { describe, expect, test } from '@jest/globals';
import { paragraph } from './phrases.ts';
import { writeMarkdown } from '../../write-markdown.ts';
import { code, prose } from './prose.ts';

describe('prose', () => {
  test.each([
    ['the base passed 19/20, which is enough (95%).', 'the base passed 19/20, which is enough (95%).'],
    ['ask @org/team about #12 or GH-12', 'ask `@org/team` about `#12` or `GH-12`'],
    ['see www.example.com and me@example.com', 'see `www.example.com` and `me@example.com`'],
    ['no file matches `specs/*.md` here', 'no file matches `specs/*.md` here'],
    ['these are removed: src/a.mjs, src/b.mjs.', 'these are removed: `src/a.mjs`, `src/b.mjs`.'],
    ['built from deadbeef1', 'built from `deadbeef1`'],
    ['scribe-code + sonnet-5 passed', 'scribe-code + `sonnet-5` passed'],
    ['+ first', '\\+ first'],
    ['a :smile: &amp; <b>', 'a `:smile:` `&amp;` `<b>`'],
    ['`a```b`c``', '`a` `` ` `` `b` ` c`` `'],
  ])('%j is written as %j', (text, markdown) => {
    expect(writeMarkdown([paragraph(prose(text))]).trim()).toBe(markdown);
  });
});

describe('a code span', () => {
  test('says that it is empty', () => {
    expect(code('\u200B')).toEqual([{ type: 'inlineCode', value: '(empty)' }]);
  });

  test('holds no legacy runner command', () => {
    expect(code('##[error]x')).toEqual([{ type: 'inlineCode', value: '##\u200B[error]x' }]);
  });
});
