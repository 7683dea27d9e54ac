import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { aNight, drifted } from '../../testing/builders/a-night.ts';
import { historyLine, readHistory } from './history-lines.ts';

describe('the lines of a history', () => {
  test('read as they were written', () => {
    const entries = [aNight(), aNight({ night: '2026-11-02', gate: drifted })];
    expect(readHistory(entries.map(historyLine).join(''))).toEqual({ entries, skipped: 0 });
  });

  test('of an earlier version read as they were written', async () => {
    const path = join(import.meta.dirname, '../../../fixtures/stored-before/history.jsonl');
    const text = await readFile(path, 'utf8');
    const { entries, skipped } = readHistory(text);
    expect(skipped).toBe(0);
    expect(entries.map(historyLine).join('')).toBe(text);
  });

  test.each([
    ['no JSON', 'not json'],
    ['half a line', historyLine(aNight()).slice(0, 80)],
    ['another shape', '{"schema":1}'],
    ['a field more', historyLine({ ...aNight(), ...{ extra: 1 } })],
    ['outcomes that are none', historyLine(aNight({ outcomes: 'pp<script>' }))],
    ['a day that is none', historyLine(aNight({ night: '2026-13-01' }))],
    ['a megabyte', historyLine(aNight({ spec: 'x'.repeat(1_000_000) }))],
    ['a key of the prototype', '{"__proto__":{"schema":1}}'],
  ])('with %s are skipped and counted', (_, line) => {
    expect(readHistory(`${line.trim()}\n${historyLine(aNight())}`)).toEqual({
      entries: [aNight()],
      skipped: 1,
    });
  });

  test('with CRLF ends, empty lines and conflict markers keep what is whole', () => {
    const text = `\n<<<<<<< ours\r\n${historyLine(aNight()).trim()}\r\n=======\n\n`;
    expect(readHistory(text)).toEqual({ entries: [aNight()], skipped: 2 });
  });
});
