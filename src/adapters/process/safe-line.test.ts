import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hostileText } from '../../testing/builders/hostile-text.ts';
import { safeLine } from './safe-line.ts';

describe('a line', () => {
  test.each([
    ['::set-output name=verdict::pass', ':\u200B:set-output name=verdict:\u200B:pass'],
    [':::x', ':\u200B:\u200B:x'],
    ['x ##[set-output name=v;]1', 'x ##\u200B[set-output name=v;]1'],
    ['a\r::error::b', 'a :\u200B:error:\u200B:b'],
    [':\u0000:error', ':\u200B:error'],
    ['#\u001B[0m#[x]', '##\u200B[x]'],
    ['\u001B]8;;http://x\u0007link\u001B[31mred', 'linkred'],
    ['a\u202Eb\u2066c', 'abc'],
  ])('%j is printed as %j where a runner reads it', (line, printed) => {
    expect(safeLine(line, true)).toBe(printed);
  });

  test('whatever it holds, no command, control character or line end is left', () => {
    const hostile = fc.string({
      unit: fc.constantFrom(':', '#', '[', '\r', '\n', '\u001B', ']', '\u0007', 'a', '\u202E'),
    });
    fc.assert(
      fc.property(hostile, (line) => {
        expect(safeLine(line, true)).not.toMatch(/::|##\[|[\p{Cc}\p{Bidi_Control}]/u);
      }),
    );
  });

  test('outside a runner colons stay as they are', () => {
    expect(safeLine('a::b', false)).toBe('a::b');
  });

  test.each(hostileText)('of hostile text %j is one line without a command', (text) => {
    expect(safeLine(text, true)).not.toMatch(/::|##\[|[\p{Cc}\u202E]/u);
  });

  test('of 1 MB is clipped', () => {
    expect(safeLine('x'.repeat(1_000_000), true)).toBe(`${'x'.repeat(2000)}…`);
  });
});
