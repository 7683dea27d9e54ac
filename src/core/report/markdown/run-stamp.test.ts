import { expect, test } from '@jest/globals';
import { readStamp, stampLine, withStamp, type RunStamp } from './run-stamp.ts';

const stamp: RunStamp = { head: 'a'.repeat(40), run: 25_000_000_001, attempt: 2, state: 'done', text: 7 };

test('a stamp is read back from the second line, whatever line ends GitHub gives the comment', () => {
  const body = withStamp('<!-- marker -->\n\ntext', stamp);

  expect(readStamp(body)).toEqual(stamp);
  expect(readStamp(body.replaceAll('\n', '\r\n'))).toEqual(stamp);
});

test.each([
  ['in the first line', stampLine(stamp)],
  ['further down', `<!-- marker -->\n\n${stampLine(stamp)}`],
  ['with a word that is no state', `m\n${stampLine(stamp).replace('done', 'won')}`],
  ['with a number too long', `m\n${stampLine(stamp).replace('run=2', `run=${'9'.repeat(20)}`)}`],
  ['with more behind it', `m\n${stampLine(stamp)} -->`],
])('a stamp %s is none', (_, body) => {
  expect(readStamp(body)).toBeNull();
});

test('what is no stamp is never written', () => {
  expect(() => stampLine({ ...stamp, head: 'main --> @all' })).toThrow('Not a run stamp');
});
