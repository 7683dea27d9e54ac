import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { anyCharacter } from '../../testing/builders/any-character.ts';
import { readText } from './read-text.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('a byte-order mark, CRLF and CR are made plain', () => {
  expect(readText('a.md', bytes('\uFEFFone\r\ntwo\rthree\n'))).toEqual({
    path: 'a.md',
    text: 'one\ntwo\nthree\n',
  });
});

test.each([
  ['Latin-1', new Uint8Array([99, 97, 102, 0xe9])],
  ['UTF-16', new Uint8Array([0xff, 0xfe, 97, 0])],
  ['NUL', bytes('a\0b')],
  ['more than 1 MB', new Uint8Array(1_000_001).fill(97)],
])('%s is refused with the path and the way out', (_, content) => {
  expect(() => readText('specs/a\n.md', content)).toThrow(
    /^SPEC_UNREADABLE: `specs\/a\?\.md` .+\. (Save|Split)/,
  );
});

test('a Git LFS pointer is no spec, a text that speaks of one is', () => {
  const pointer = `version https://git-lfs.github.com/spec/v1\r\noid sha256:${'a'.repeat(64)}\nsize 12345\n`;
  expect(() => readText('SPEC.md', bytes(pointer))).toThrow(
    /^SPEC_UNREADABLE: `SPEC.md` is a Git LFS pointer\. Remove its pattern/,
  );
  expect(readText('SPEC.md', bytes(`A pointer: ${pointer}`)).text).toContain('oid sha256');
});

test('1 MB is read', () => {
  expect(readText('a.md', new Uint8Array(1_000_000).fill(97)).text).toHaveLength(1_000_000);
});

test('any text without NUL comes back with LF line ends, and reads the same a second time', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter }), (text) => {
      fc.pre(!text.includes('\0') && !text.startsWith('\uFEFF'));
      const once = readText('a', bytes(text)).text;
      expect(once).toBe(text.replaceAll('\r\n', '\n').replaceAll('\r', '\n'));
      expect(readText('a', bytes(once)).text).toBe(once);
    }),
  );
});
