import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { EventStream } from './event-stream.ts';

/** What is read from a text whose bytes arrive in portions that end at these places. */
function readIn(text: string, ends: readonly number[] = []) {
  const bytes = new TextEncoder().encode(text);
  const stream = new EventStream();
  const places = [0, ...[...ends].map((end) => end % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  const events = places.slice(1).flatMap((end, index) => stream.take(bytes.subarray(places[index], end)));
  return { events, ...stream.end() };
}

test('an event is its data, up to an empty line; comments, names and ids are left out', () => {
  expect(readIn(': hello\n\nevent: a\nid: 7\nretry: 5\ndata: one\n\ndata:two\ndata:  three\n\n')).toEqual({
    events: ['one', 'two\n three'],
    event: null,
    strayText: '',
  });
});

test.each(['\n', '\r\n', '\r'])('lines may end with %j', (end) => {
  const text = ['data: one', '', 'data: two', '', ''].join(end);

  expect(readIn(text).events).toEqual(['one', 'two']);
});

test('what stands between the events is kept apart from them', () => {
  const error = '{\n  "error": {\n    "code": 503\n  }\n}';

  expect(readIn(`data: one\n\n${error}`)).toEqual({ events: ['one'], event: null, strayText: error });
});

test('an event that no empty line ended is told apart, for it may be cut', () => {
  expect(readIn('data: one\n\ndata: {"tw')).toEqual({ events: ['one'], event: '{"tw', strayText: '' });
  expect(readIn('data: one\n\ndata: {"two":2}\n')).toMatchObject({ events: ['one'], event: '{"two":2}' });
});

test('it makes no difference in which portions the bytes arrive', () => {
  const line = fc.oneof(
    fc.string({ unit: 'grapheme' }).map((text) => `data: ${text.replaceAll(/[\r\n]/g, ' ')}`),
    fc.constantFrom('', ': comment', 'event: x', '{ "stray": 1 }'),
  );
  const text = fc
    .array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r')))
    .map((lines) => lines.flat().join(''));

  fc.assert(
    fc.property(text, fc.array(fc.nat()), (whole, ends) => {
      expect(readIn(whole, ends)).toEqual(readIn(whole));
    }),
  );
});
