import { describe, expect, test } from '@jest/globals';
import type { Progress } from '../../core/report/live/progress.ts';
import { hostileText } from '../../testing/builders/hostile-text.ts';
import { consoleLog } from './console-log.ts';
import type { VerdictWord } from '../../core/records/verdict-word.ts';

function collecting(): { text: string; write(text: string): void } {
  return {
    text: '',
    write(text) {
      this.text += text;
    },
  };
}

function at(done: number, verdict: VerdictWord | null = null, model = 'openai/gpt'): Progress {
  const question = { spec: 'duration', model, done, planned: 8, verdict };
  return { questions: [question], done, planned: 8, calls: done, usd: done / 100 };
}

describe('on a terminal', () => {
  test('specs × models fill up in a block that is written over, below the notices', () => {
    const stream = collecting();
    let nowMs = 0;
    const log = consoleLog({ stream, live: true, workflow: false, now: () => nowMs });
    log.progress(at(0));
    log.info('hello');
    nowMs = 500;
    log.progress(at(4));
    log.progress(at(8, 'held'));
    log[Symbol.dispose]();

    expect(screenOf(stream.text)).toEqual([
      'hello',
      'duration  openai/gpt  ████████████████   8/8  held',
      '8 of 8 samples measured, 8 calls, 0.08 USD',
      '',
    ]);
    expect(stream.text).toContain('████████░░░░░░░░   4/8\n4 of 8 samples measured, 4 calls, 0.04 USD');
  });

  test('a hostile name moves no cursor and no line wraps', () => {
    for (const text of [...hostileText, 'x'.repeat(500)]) {
      const stream = { ...collecting(), columns: 40, rows: 10 };
      const log = consoleLog({ stream, live: true, workflow: false });
      log.progress(at(1, null, text));
      log[Symbol.dispose]();

      const shown = screenOf(stream.text);
      expect(shown).toHaveLength(3);
      expect(shown.every((line) => line.length < 40)).toBe(true);
      expect(shown.join('')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
    }
  });

  test('no more lines are drawn than fit', () => {
    const questions = Array.from({ length: 200 }, (_, index) => ({
      spec: `spec ${index}`,
      model: 'm',
      done: 1,
      planned: 8,
      verdict: null,
    }));
    const stream = { ...collecting(), rows: 10 };
    const log = consoleLog({ stream, live: true, workflow: false });
    log.progress({ ...at(1), questions });
    log[Symbol.dispose]();

    const shown = screenOf(stream.text);
    expect(shown.length).toBeLessThanOrEqual(10);
    expect(shown).toContain('and 194 more');
  });
});

describe('in a file', () => {
  test('plain lines come seldom, verdicts as they fall, and always the last count', () => {
    const stream = collecting();
    let nowMs = 0;
    const log = consoleLog({ stream, live: false, workflow: false, now: () => nowMs });
    const state = at(1);
    for (const done of [1, 2, 3]) {
      log.progress({ ...state, done });
      nowMs += 3000;
    }
    log.progress({ ...state, done: 4 });
    log.progress(at(8, 'not-portable'));
    log[Symbol.dispose]();

    expect(stream.text.split('\n')).toEqual([
      '1 of 8 samples measured, 1 call, 0.01 USD',
      '3 of 8 samples measured, 1 call, 0.01 USD',
      'duration on openai/gpt: not portable after 8 samples',
      '8 of 8 samples measured, 8 calls, 0.08 USD',
      '',
    ]);
  });

  test('six hours and a thousand questions make at most a hundred lines', () => {
    const stream = collecting();
    let nowMs = 0;
    const log = consoleLog({ stream, live: false, workflow: true, now: () => nowMs });
    const questions = Array.from({ length: 1000 }, (_, index) => ({
      spec: `spec ${index}`,
      model: 'm',
      done: 8,
      planned: 8,
      verdict: index === 999 ? null : ('held' as const),
    }));
    for (let second = 0; second < 21_600; second += 10) {
      nowMs = second * 1000;
      log.progress({ questions, done: second, planned: 99_999, calls: second, usd: null });
    }
    log[Symbol.dispose]();

    const lines = stream.text.split('\n');
    expect(lines.length).toBeGreaterThan(60);
    expect(lines.length).toBeLessThanOrEqual(100);
    expect(lines).toContain('further verdicts are in the report');
  });
});

describe('where a runner reads', () => {
  test('a line that held a command is printed between stop-commands, with a token of its own', () => {
    const stream = collecting();
    const tokens = ['one', 'two'];
    const newToken = (): string => tokens.shift() ?? '';
    const log = consoleLog({ stream, live: false, workflow: true, newToken });
    log.warn('no file x ##[set-output name=v;]1');
    log.info('all is well');
    log.warn('::add-mask::e');

    expect(stream.text).toBe(
      [
        '::stop-commands::one',
        'warning: no file x ##\u200B[set-output name=v;]1',
        '::one::',
        'all is well',
        '::stop-commands::two',
        'warning: :\u200B:add-mask:\u200B:e',
        '::two::',
        '',
      ].join('\n'),
    );
  });

  test.each(hostileText)('hostile text %j leaves no command but our own stop', (text) => {
    const stream = collecting();
    const log = consoleLog({ stream, live: false, workflow: true });
    log.info(text);
    log.progress(at(8, 'held', text));
    log[Symbol.dispose]();

    const commands = stream.text.split('\n').filter((line) => /^\s*::|##\[/.test(line));
    expect(commands.filter((line) => !/^::(?:stop-commands::)?[0-9a-f-]{36}(?:::)?$/.test(line))).toEqual([]);
  });
});

// What a terminal would show: our block is the only thing that moves its cursor.
function screenOf(text: string): readonly string[] {
  const screen: string[] = [];
  let row = 0;
  // oxlint-disable-next-line no-control-regex
  for (const [token, up] of text.matchAll(/\u001B\[(\d+)A|\u001B\[J|\r|\n|[^\r\n\u001B]+/g)) {
    if (up !== undefined) row -= Number(up);
    else if (token === '\u001B[J') screen.length = row;
    else if (token === '\n') {
      screen[row] ??= '';
      row += 1;
    } else if (token !== '\r') screen[row] = `${screen[row] ?? ''}${token}`;
  }
  screen[row] ??= '';
  return screen;
}
