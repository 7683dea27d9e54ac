import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aChange, aVersion } from '../../testing/builders/a-question.ts';
import { hunksBetween } from '../specs/hunks.ts';
import type { TextFile } from '../specs/spec.ts';
import { cutChange } from './cut-change.ts';
import { cutClauses } from './cut-clauses.ts';
import { textsWith, versionWith } from './texts-with.ts';

const line = fc.constantFrom('- a', '# T', '', '```', 'One must. Two.', '  b', '| x |', '> q');
const text = fc.array(line).map((lines) => lines.join('\n'));

test('all parts of a change give the head, none give the words of the base', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const [base, head] = [[{ path: 'SPEC.md', text: before }], [{ path: 'SPEC.md', text: after }]];
      const cut = cutChange(changeOf(base, head));
      expect(textsWith(cut, () => true)).toEqual(head);
      expect(textsWith(cut, () => false)).toEqual(base);
    }),
  );
});

test('all clauses of a text are the text', () => {
  fc.assert(
    fc.property(text, (whole) => {
      const files = [{ path: 'SPEC.md', text: whole }];
      expect(textsWith(cutClauses(aVersion('head', { files })), () => true)).toEqual(files);
    }),
  );
});

test('a version with parts of a change keeps its commit, and lacks the files that its side lacks', () => {
  const same = 'One.\nTwo.\nThree.\n';
  const base = [file('gone.md', 'Gone.\n'), file('old.md', `${same}Four.\n`)];
  const head = [file('fresh.md', 'Fresh.\n'), file('new.md', `${same}Five.\n`)];
  const pair = changeOf(base, head, new Map([['new.md', 'old.md']]));
  const cut = cutChange(pair);
  const none = versionWith(aVersion('head', { commit: 'c'.repeat(40), files: head }), cut, () => false);
  expect(none.commit).toBe('c'.repeat(40));
  expect(none.files).toEqual([file('new.md', `${same}Four.\n`), file('gone.md', 'Gone.\n')]);
  expect(none.spec.files).toEqual(['new.md', 'gone.md']);
  expect(versionWith(none, cut, () => true).files).toEqual(head);
});

test('instructions are part of a change and stay instructions', () => {
  const rules = (words: string): readonly TextFile[] => [file('AGENTS.md', words)];
  const pair = aChange({
    base: aVersion('base', { instructions: rules('Old.\n') }),
    head: aVersion('head', { instructions: rules('New.\n') }),
  });
  const cut = cutChange(pair);
  expect(versionWith(aVersion('head'), cut, () => true).instructions).toEqual(rules('New.\n'));
  expect(versionWith(aVersion('head'), cut, () => false).instructions).toEqual(rules('Old.\n'));
});

function file(path: string, words: string): TextFile {
  return { path, text: words };
}

function changeOf(
  base: readonly TextFile[],
  head: readonly TextFile[],
  renamed: ReadonlyMap<string, string> = new Map(),
): ReturnType<typeof aChange> {
  return aChange({
    base: aVersion('base', { files: base }),
    head: aVersion('head', { files: head }),
    hunks: hunksBetween(base, head, renamed),
  });
}
