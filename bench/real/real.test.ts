import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { rowOf, rowText } from '../outcome.ts';
import { judgedFigures } from './lines.ts';
import type { Counts } from './play.ts';

/** A made-up file of outcomes: three models, two tasks, and the same signs for a wording wherever nothing else is said. */
function madeUp(
  signs: Readonly<Record<string, string>>,
  except: Readonly<Record<string, string>> = {},
): string {
  const cells = Object.fromEntries(
    ['one', 'two', 'three'].map((model) => [
      model,
      Object.fromEntries(
        ['sort', 'parse'].map((task) => [
          task,
          model === 'one' && task === 'sort' ? { ...signs, ...except } : signs,
        ]),
      ),
    ]),
  );
  return JSON.stringify({ source: 'made up', licence: 'none', commit: 'none', cells });
}

const always = '1111111111';
const never = '0000000000';
const half = '1010101010';

describe('the bench on a file', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'real-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const bench = (text: string, ...args: readonly string[]) => {
    const file = join(folder, 'outcomes.json');
    writeFileSync(file, text);
    const sizes = ['--runs', '500', '--draws', '30'];
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['bench/real.ts', file, ...sizes, ...args],
      // The bench is started for each file: it is stripped and compiled once.
      { encoding: 'utf8', env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') } },
    );
    return { status, stdout, stderr };
  };

  test('ends with 0 where models nearly always pass, and big drops are there to be found', () => {
    const harmless = { a: always, b: always, c: always, d: always };
    const { status, stdout } = bench(madeUp(harmless, { c: '1110000000', d: never }));

    expect(stdout).not.toContain('MISSED');
    expect(stdout).toContain('3 models to 2 tasks in 4 wordings');
    expect(status).toBe(0);
  });

  test('ends with 1 where every answer is a coin flip, because nothing can be decided early', () => {
    const { status, stdout } = bench(madeUp({ a: half, b: half }), '--runs', '200');

    expect(stdout).toMatch(/MISSED generations of an unchanged question: cold/);
    expect(stdout).toMatch(/MISSED drops of ≥ 80 points found: cached/);
    expect(status).toBe(1);
  });

  test.each([
    ['is no JSON', 'outcomes'],
    ['has other signs than 1 and 0', madeUp({ a: always, b: '11x1111111' })],
    ['has one wording only', madeUp({ a: always })],
    ['has too few answers everywhere', madeUp({ a: '111', b: '111' })],
  ])('ends with 2 and one line where the file %s', (_, text) => {
    const { status, stdout, stderr } = bench(text);

    expect(stderr).toContain('outcomes.json holds no outcomes to compare');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });

  test('asks for at least thirty draws a pair', () => {
    expect(bench(madeUp({ a: always, b: never }), '--draws', '29')).toMatchObject({ status: 2, stdout: '' });
  });
});

describe('each bound', () => {
  const kept: Counts = {
    ...{ runs: 10_000, regressed: 0, held: 0, improved: 0, naive: 0, fisher: 0 },
    calls: { count: 10_000, sum: 60_000, squares: 400_000 },
  };
  const found: Counts = { ...kept, regressed: 9_950 };
  const shortOnes = (other: Readonly<Record<string, Counts>>): readonly string[] =>
    judgedFigures((name) => other[name] ?? (name.startsWith('drop') ? found : kept)).flatMap((figure) =>
      rowOf(figure).isWithin === false ? [rowText(rowOf(figure))] : [],
    );

  test('is kept by a gate that keeps its word', () => {
    expect(shortOnes({})).toEqual([]);
  });

  test.each([
    ['unchanged 4 cached', { ...kept, regressed: 101 }, 'at most 1 %'],
    ['unchanged 4 cold', { ...kept, regressed: 1, runs: 100 }, 'upper 99 % limit'],
    ['drop ≥ 80 cold', { ...found, regressed: 9_899 }, 'at least 99 %'],
    ['drop 60 to 80 cached', { ...found, regressed: 8_799 }, 'at least 88 %'],
    ['drop 60 to 80 cold', { ...found, regressed: 8_299 }, 'at least 83 %'],
    ['unchanged arm cached', { ...kept, calls: { ...kept.calls, sum: 75_001 } }, 'at most 7.5'],
    ['unchanged arm cold', { ...kept, calls: { ...kept.calls, sum: 145_001 } }, 'at most 14.5'],
    ['drop ≥ 80 cached', { ...found, runs: 0 }, 'at least 99 %'],
  ])('is missed where `%s` is just beyond it', (name, counts, text) => {
    expect(shortOnes({ [name]: counts })).toEqual([expect.stringContaining(text)]);
  });
});
