import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { logText, plainText, sourceLine } from './escape.ts';

describe('plain text', () => {
  test('loses colours, bells, direction marks and invisible characters', () => {
    expect(plainText('\u001B[31mred\u001B[0m \u0007\u202Eb\u200Bell\u2066\u001B]0;title\u0007', 99)).toBe(
      'red bell',
    );
  });

  test.each([
    ['[31mexpected[39m 3', 'expected 3'],
    ['#x1B[1m#x1B[31mE   assert 2 == 3#x1B[0m', 'E   assert 2 == 3'.replaceAll(/ +/g, ' ')],
    ['\uFFFD[38;5;196mred\uFFFD[m', 'red'],
    ['items[3] and [5m] and [123m', 'items[3] and [5m] and [123m'],
  ])('loses what a report in XML leaves of colours: %j', (text, shown) => {
    expect(plainText(text, 99)).toBe(shown);
  });

  test('is one line', () => {
    expect(plainText('a\r\nb\u2028c\u0085d\te', 99)).toBe('a b c d e');
  });

  test('is cut at a whole character', () => {
    expect(plainText('😀😀😀', 2)).toBe('😀…');
  });

  test('keeps at most three marks on a letter', () => {
    expect(plainText(`a${'\u0301'.repeat(50)}`, 99)).toBe('a\u0301\u0301\u0301');
  });
});

describe('a line of source', () => {
  test('keeps its indentation and spells invisible characters out', () => {
    expect(sourceLine('\t- round\u200B half\u202E up', 99)).toBe('    - round<U+200B> half<U+202E> up');
  });
});

describe('log text', () => {
  test.each([
    ['::error::gone', ':\u200B:error:\u200B:gone'],
    [':::x', ':\u200B:\u200B:x'],
    ['x ##[set-output name=v]1', 'x ##\u200B[set-output name=v]1'],
    ['\r::error::', '\\r:\u200B:error:\u200B:'],
    [':\u200B\u202E:add-mask:', ':\u200B:add-mask:'],
    ['a\u0085b\u2028c\vd\fe', 'a\\x85b\\u2028c\\vd\\fe'],
    ['one\r\ntwo', 'one\ntwo'],
  ])('%j is written as %j', (text, written) => {
    expect(logText(text)).toBe(written);
  });

  test('never holds what the runner reads as a command', () => {
    const pieces = fc.constantFrom(':', '#', '[', '\r', '\u200B', '\u001B[', 'm', 'a', '\n', '\uD800');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const written = logText(parts.join(''));
        return !written.includes('::') && !written.includes('##[') && !written.includes('\r');
      }),
    );
  });
});
