import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { readAnyReport } from '../read-report.ts';
import { withoutOutput } from './without-output.ts';

function slimmed(text: string, pieceLength = text.length): string {
  const slim = withoutOutput(text);
  const length = Math.max(1, pieceLength);
  let left = '';
  for (let at = 0; at < text.length; at += length) left += slim(text.slice(at, at + length));
  return left + slim('');
}

describe('JUnit XML loses what tests printed', () => {
  test.each([
    ['text', '<a><system-out>x</system-out><b/></a>', '<a><b/></a>'],
    ['attributes', '<a><system-err x="1">x</system-err></a>', '<a></a>'],
    ['an empty element', '<a><system-out/><b>y</b></a>', '<a><b>y</b></a>'],
    [
      'a closing tag that was printed',
      '<a><system-out><![CDATA[</system-out>]]></system-out></a>',
      '<a></a>',
    ],
    [
      'an opening tag in a message, which stays',
      '<a><![CDATA[<system-out>]]><!--<system-out>--></a>',
      '<a><![CDATA[<system-out>]]><!--<system-out>--></a>',
    ],
    ['nothing', '<a><b>y</b></a>', '<a><b>y</b></a>'],
  ])('%s', (_, text, left) => {
    for (let length = 1; length <= text.length; length += 1) expect(slimmed(text, length)).toBe(left);
  });

  test('and one that is cut off stays no report', () => {
    expect(readAnyReport(slimmed('<testsuite><testcase name="a"/><system-out>x'), [])).toBeNull();
  });
});

test('the events of go test lose what tests printed, and its tests are the same', () => {
  const event = (action: string, more: object = {}): string =>
    JSON.stringify({ Time: 't', Action: action, Package: 'p', ...more });
  const text = [
    event('start'),
    event('run', { Test: 'TestA' }),
    event('output', { Test: 'TestA', Output: 'much\n' }),
    event('fail', { Test: 'TestA' }),
    event('fail'),
    '',
  ].join('\n');
  for (const length of [1, 7, 50, text.length]) {
    const left = slimmed(text, length);
    expect(left).not.toContain('much');
    expect(readAnyReport(left, [])?.cases).toEqual([{ id: 'p > TestA', status: 'failed', message: '' }]);
  }
});

test('any other text stays as it is, however it is cut', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat({ max: 30 }), (text, length) => {
      expect(slimmed(`1..1\n${text}`, length)).toBe(`1..1\n${text}`);
    }),
  );
});
