import type { Frame } from './frames.ts';
import type { TestFile } from './test-file.ts';

/** A stretch of a text and what it is replaced by. */
export type Turn = { readonly start: number; readonly end: number; readonly to: string };

/** The assertions of a file that can be turned into their opposites, for tests without a literal that could be changed. */
export function turnedAssertions(file: TestFile): readonly Turn[] {
  const called = file.frames.all.flatMap((frame) => turnedCall(file, frame));
  if (/\.py$/.test(file.path)) return [...called, ...turnedStatements(file.text)];
  return /_test\.go$/.test(file.path) ? [...called, ...turnedConditions(file.text)] : called;
}

const opposites: Readonly<Record<string, string>> = {
  throws: 'doesNotThrow',
  doesNotThrow: 'throws',
  rejects: 'doesNotReject',
  doesNotReject: 'rejects',
  equal: 'notEqual',
  notEqual: 'equal',
  strictEqual: 'notStrictEqual',
  notStrictEqual: 'strictEqual',
  deepEqual: 'notDeepEqual',
  notDeepEqual: 'deepEqual',
  deepStrictEqual: 'notDeepStrictEqual',
  notDeepStrictEqual: 'deepStrictEqual',
  match: 'doesNotMatch',
  doesNotMatch: 'match',
  assertTrue: 'assertFalse',
  assertFalse: 'assertTrue',
  assertNull: 'assertNotNull',
  assertNotNull: 'assertNull',
  assertEquals: 'assertNotEquals',
  assertNotEquals: 'assertEquals',
  assertEqual: 'assertNotEqual',
  assertNotEqual: 'assertEqual',
  assertIn: 'assertNotIn',
  assertNotIn: 'assertIn',
  assertIsNone: 'assertIsNotNone',
  assertIsNotNone: 'assertIsNone',
  'assert_eq!': 'assert_ne!',
  'assert_ne!': 'assert_eq!',
  True: 'False',
  False: 'True',
  Equal: 'NotEqual',
  NotEqual: 'Equal',
  Nil: 'NotNil',
  NotNil: 'Nil',
  NoError: 'Error',
};

function turnedCall(file: TestFile, frame: Frame): readonly Turn[] {
  const { tokens } = file;
  const name = tokens[frame.open - 1];
  if (frame.bracket !== '(' || name === undefined || frame.callee === '') return [];
  if (frame.owner === 'expect' && /^to[A-Z]/.test(frame.callee)) return turnedMatcher(file, frame);
  if (/^(?:assert!?|(?:assert|t)\.ok)$/.test(nameOf(frame))) return negatedArgument(file, frame);
  const other = opposites[frame.callee];
  const isAssertion = /^(?:assert\w*!?|(?:assert\w*|t|require|self|expect|test)\.\w+)$/.test(nameOf(frame));
  return other === undefined || !isAssertion ? [] : [{ start: name.start, end: name.end, to: other }];
}

function nameOf({ owner, callee }: Frame): string {
  return owner === '' ? callee : `${owner}.${callee}`;
}

/** `expect(x).toBe(y)` and `expect(x).not.toBe(y)`. */
function turnedMatcher({ tokens }: TestFile, { open }: Frame): readonly Turn[] {
  const name = tokens[open - 1];
  const before = tokens[open - 3];
  if (name === undefined) return [];
  return before?.text === 'not'
    ? [{ start: before.start, end: name.start, to: '' }]
    : [{ start: name.start, end: name.start, to: 'not.' }];
}

/** `assert.ok(x, message)`: of the arguments only the first one is turned. */
function negatedArgument({ tokens, frames, text }: TestFile, frame: Frame): readonly Turn[] {
  const inside = tokens.map((_, index) => index).slice(frame.open + 1, frame.close);
  const comma = inside.find((index) => tokens[index]?.text === ',' && frames.around[index] === frame);
  const start = tokens[frame.open]?.end ?? 0;
  const end = tokens[comma ?? frame.close]?.start ?? start;
  const argument = text.slice(start, end);
  return argument.trim() === '' || argument.includes('\n') ? [] : [{ start, end, to: `!(${argument})` }];
}

const assertion = /^([ \t]*assert[ \t]+)([^\n#]*[^\n#\s])/gm;

/** `assert x, message` in Python. */
function turnedStatements(text: string): readonly Turn[] {
  return [...text.matchAll(assertion)].flatMap(
    ({ index, 1: before = '', 2: claim = '' }): readonly Turn[] => {
      const [asserted = ''] =
        /^(?:[^,()[\]{}"']|"[^"]*"|'[^']*'|\((?:[^()]|\([^()]*\))*\)|\[[^[\]]*\]|\{[^{}]*\})*/.exec(claim) ??
        [];
      const isWhole = asserted.length === claim.length || claim[asserted.length] === ',';
      const start = index + before.length;
      return asserted === '' || !isWhole
        ? []
        : [{ start, end: start + asserted.length, to: `not (${asserted.trim()})` }];
    },
  );
}

const condition = /^([ \t]*if [^{\n]*?)([!=]=)([^=!{\n]*\{[ \t]*\n[ \t]*t\.(?:Error|Fatal|Fail))/gm;

/** `if got != want {` with a failure behind it, in Go. */
function turnedConditions(text: string): readonly Turn[] {
  return [...text.matchAll(condition)].map(({ index, 1: before = '', 2: comparison = '' }) => {
    const start = index + before.length;
    return { start, end: start + comparison.length, to: comparison === '!=' ? '==' : '!=' };
  });
}
