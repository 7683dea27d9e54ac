import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { consoleLog, safeLine } from './console-log.ts';

function collecting(): { text: string; write(text: string): void } {
  return {
    text: '',
    write(text) {
      this.text += text;
    },
  };
}

describe('progress', () => {
  test('a terminal gets one line that is written over, below the notices', () => {
    const stream = collecting();
    const log = consoleLog({ stream, live: true, workflow: false });
    log.progress({ done: 1, planned: 2, calls: 1 });
    log.info('hello');
    log.progress({ done: 2, planned: 2, calls: 3 });
    log[Symbol.dispose]();
    const clear = '\r\u001B[2K';
    expect(stream.text).toBe(
      `${clear}1 of 2 cells, 1 calls${clear}hello\n1 of 2 cells, 1 calls${clear}2 of 2 cells, 3 calls\n`,
    );
  });

  test('a file gets plain lines, seldom, and always the last one', () => {
    const stream = collecting();
    let nowMs = 0;
    const log = consoleLog({ stream, live: false, workflow: false, now: () => nowMs });
    for (const done of [1, 2, 3]) {
      log.progress({ done, planned: 9, calls: done });
      nowMs += 3000;
    }
    log.progress({ done: 9, planned: 9, calls: 9 });
    expect(stream.text).toBe('1 of 9 cells, 1 calls\n3 of 9 cells, 3 calls\n9 of 9 cells, 9 calls\n');
  });
});

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
});
