import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { anyCharacter } from '../../testing/builders/any-character.ts';
import { writeAnswer } from './answer-protocol.ts';
import { readAnswer } from './read-answer.ts';

const nonce = 'K7QZ3M';

function read(text: string, finish: 'complete' | 'truncated' | 'refused' = 'complete') {
  return readAnswer({ completion: { text, finish }, nonce, mayWrite: (path) => path.startsWith('src/') });
}

function pair(path: string, body: string): string {
  return `=== FILE ${nonce} ${path} ===\n${body}=== END ${nonce} ===\n`;
}

const done = `=== DONE ${nonce} ===\n`;

describe('a whole answer', () => {
  test('is its files, each line with its line end', () => {
    const text =
      pair('src/a.js', 'one\ntwo\n') + pair('src/empty.js', '') + pair('src/blank.js', '\n') + done;
    expect(read(text)).toEqual({
      kind: 'files',
      files: [
        { path: 'src/a.js', content: 'one\ntwo\n' },
        { path: 'src/empty.js', content: '' },
        { path: 'src/blank.js', content: '\n' },
      ],
    });
  });

  test('may have text around its pairs, and ends at DONE', () => {
    const text = `Sure!\n${pair('src/a.js', 'a\n')}\nand\n${pair('src/b.js', 'b\n')}${done}Hope it helps.\n${pair('/etc/x', '')}`;
    expect(read(text)).toMatchObject({ kind: 'files', files: [{ path: 'src/a.js' }, { path: 'src/b.js' }] });
  });

  test('may have CRLF on its marker lines; content stays as it was written', () => {
    const text = (pair('src/a.js', 'a\nb\n') + done).replaceAll('\n', '\r\n');
    expect(read(text)).toEqual({ kind: 'files', files: [{ path: 'src/a.js', content: 'a\r\nb\r\n' }] });
  });

  test('may lack a newline after DONE', () => {
    expect(read(pair('src/a.js', 'a\n') + done.trimEnd())).toMatchObject({ kind: 'files' });
  });

  test('is whole although the vendor says it was cut, when its DONE is there', () => {
    expect(read(pair('src/a.js', 'a\n') + done, 'truncated')).toMatchObject({ kind: 'files' });
  });

  test('may hold marker lines of another nonce, and markers inside a line', () => {
    const body = `=== FILE OTHER1 src/b.js ===\n=== END OTHER1 ===\n// === END ${nonce} ===\n=== DONE OTHER1 ===\n`;
    expect(read(pair('src/a.js', body) + done)).toEqual({
      kind: 'files',
      files: [{ path: 'src/a.js', content: body }],
    });
  });

  test('is written and read back exactly, whatever the files hold', () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom('```', '```js', '~~~~', '=== END OTHER1 ===', `${nonce}`, '=== DONE ===', '__proto__'),
    );
    const name = fc.constantFrom('__proto__', 'constructor', 'toString', 'a.js', 'b c.md', 'ü.ts');
    const files = fc.uniqueArray(fc.record({ name, lines: fc.array(line) }), {
      selector: (file) => file.name,
      minLength: 1,
    });
    fc.assert(
      fc.property(files, (drawn) => {
        // A first line keeps the content from being completely enclosed by a fence, which would be removed on
        // purpose.
        const written = drawn.map((file) => ({
          path: `src/${file.name}`,
          content: ['//', ...file.lines].join('\n'),
        }));
        const expected = written.map(({ path, content }) => ({
          path,
          content: content.endsWith('\n') ? content : `${content}\n`,
        }));
        expect(read(writeAnswer(written, nonce))).toEqual({ kind: 'files', files: expected });
      }),
    );
  });
});

describe('a Markdown fence', () => {
  const content = (body: string) => {
    const answer = read(pair('src/a.md', body) + done);
    return answer.kind === 'files' ? answer.files[0]?.content : null;
  };

  test.each([
    ['backticks with a language', '```js\ncode\n```\n'],
    ['tildes', '~~~\ncode\n~~~\n'],
    ['a long fence', '`````ts\ncode\n`````\n'],
    ['blank lines around it', '\n```\ncode\n```\n\n'],
    ['CRLF', '```js\r\ncode\n```\r\n'],
  ])('that encloses the whole file is stripped: %s', (_name, body) => {
    expect(content(body)).toBe('code\n');
  });

  test('around a README that holds fences of its own is stripped', () => {
    expect(content('```md\n# A\n```js\ncode\n```\ntext\n```\n')).toBe('# A\n```js\ncode\n```\ntext\n');
    expect(content('````md\n```\ncode\n```\n````\n')).toBe('```\ncode\n```\n');
  });

  test.each([
    '```js\none\n```\ntext\n```js\ntwo\n```\n',
    '```\none\n```\ntext\n```\ntwo\n```\n',
    'text\n```js\ncode\n```\n',
    '```js\ncode\n```\ntext\n',
    '```js\ncode\n~~~\n',
    '````js\ncode\n```\n',
    '```\n',
  ])('that is part of the file stays: %j', (body) => {
    expect(content(body)).toBe(body);
  });
});

describe('an answer that is no code', () => {
  test.each([
    ['refused', 'refused' as const, pair('src/a.js', 'a\n') + done, 'refused' as const],
    ['cut in prose', 'truncated', 'I will', 'truncated'],
    ['cut inside a file', 'truncated', `=== FILE ${nonce} src/a.js ===\nco`, 'truncated'],
    ['without DONE', 'truncated', pair('src/a.js', 'a\n'), 'complete'],
    [
      'without an END before the next file',
      'truncated',
      `=== FILE ${nonce} src/a.js ===\n${pair('src/b.js', '')}${done}`,
      'complete',
    ],
    ['without an END before DONE', 'truncated', `=== FILE ${nonce} src/a.js ===\na\n${done}`, 'complete'],
    ['without any pair', 'unreadable', 'Here is the code:\n```js\n1\n```\n', 'complete'],
    ['with DONE alone', 'unreadable', done, 'complete'],
    ['empty', 'unreadable', '', 'complete'],
    [
      'with another nonce',
      'unreadable',
      writeAnswer([{ path: 'src/a.js', content: 'a' }], 'OTHER1'),
      'complete',
    ],
    ['outside what may be written', 'unsafe-path', pair('test/a.js', 'a\n') + done, 'complete'],
    ['above the tree', 'unsafe-path', pair('src/../../a.js', 'a\n') + done, 'complete'],
    [
      'with one bad file among good ones',
      'unsafe-path',
      pair('src/a.js', '') + pair('/b', '') + done,
      'complete',
    ],
    [
      'with the same path twice',
      'unsafe-path',
      pair('src/a.js', '') + pair('src/a.js', '') + done,
      'complete',
    ],
    ['over 10 MiB', 'unsafe-path', pair('src/a.js', `${'x'.repeat(10 * 1024 * 1024)}\n`) + done, 'complete'],
  ] as const)('%s is %s', (...row) => {
    const [, why, text, finish] = row;
    expect(read(text, finish)).toMatchObject({ kind: 'unusable', why });
  });

  test('names a hostile path harmlessly', () => {
    const answer = read(pair('src/\u202E::error::\u001B[31m', '') + done);
    expect(answer).toMatchObject({ why: 'unsafe-path', detail: expect.stringMatching(/^[ -~]+$/) });
  });

  test('is never an exception, whatever the text', () => {
    const piece = fc.oneof(
      fc.string({ unit: anyCharacter }),
      fc.constantFrom(
        '\n',
        '\r\n',
        done,
        `=== END ${nonce} ===`,
        `=== FILE ${nonce} `,
        ' ===',
        '```',
        'src/a',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece), fc.constantFrom('complete', 'truncated', 'refused'), (pieces, finish) => {
        expect(['files', 'unusable']).toContain(read(pieces.join(''), finish).kind);
      }),
    );
  });
});
