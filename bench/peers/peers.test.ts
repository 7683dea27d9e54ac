import { describe, expect, test } from '@jest/globals';
import { blocksOf } from './conclusions.ts';
import { promptfooExitCode } from './exit-rule.ts';
import { runMeasured } from './measured-process.ts';
import { beyond } from './per-cell.ts';
import { bytesIn, statOf, treeOf } from './proc.ts';
import { median, pairedRatio, type Seen } from './rounds.ts';
import { tableOf } from './table.ts';

function seen(wallMs: number, cpuMs = wallMs): Seen {
  return {
    ...{ code: 0, output: '', startedAt: 0, wallMs, cpuMs, largestBytes: 2 ** 27, treeBytes: 2 ** 28 },
    ...{ calls: 96, firstCallMs: 200 },
  };
}

function series(...walls: readonly number[]) {
  return { timed: walls.map((wall) => seen(wall)), memory: seen(0) };
}

describe('the figures of bench:peers', () => {
  test('a median is a value that was measured', () => {
    expect([median([3, 1, 2]), median([4, 1, 3, 2]), median([])]).toEqual([2, 2, Number.NaN]);
  });

  test('a ratio pairs the runs of one round, so that a busy minute counts for neither', () => {
    const calm = 1000;
    const busy = 9000;
    expect(pairedRatio(series(calm, busy, calm), series(2 * calm, 2 * busy, 2 * calm))).toBe(0.5);
    expect(pairedRatio(series(calm), series())).toBe(Number.NaN);
  });

  test('start and end count for no cell, nor does the bare test', () => {
    const twoSeries = new Map([
      ['few', { timed: [seen(500, 800)] }],
      ['all', { timed: [seen(500 + 92 * 60, 800 + 92 * 12)] }],
    ]);
    const own = beyond(twoSeries, { wallMs: 100, cpuMs: 2 }, 2);
    expect(own).toMatchObject({ wallMs: 20, cpuMs: 10 });
  });

  test('the table has a row for each who took part, and its ratios to the first two', () => {
    const lines = tableOf(
      '1 s, a test',
      new Map([
        ['floor', series(1000)],
        ['theirs', series(4000)],
        ['ours', series(2000)],
      ]),
    );
    expect(lines.slice(1)).toEqual([
      '1 s, a test',
      '                  wall s  × floor  × theirs  CPU s  largest MiB  tree PSS MiB  calls  first call ms',
      'floor   1.00 [1.00–1.00]     1.00      0.25   1.00          128           256     96            200',
      'theirs  4.00 [4.00–4.00]     4.00      1.00   4.00          128           256     96            200',
      'ours    2.00 [2.00–2.00]     2.00      0.50   2.00          128           256     96            200',
    ]);
  });

  test('memory and processor time are read as the kernel writes them', () => {
    expect(bytesIn('VmPeak:\t 9 kB\nVmHWM:\t   12 kB\n', 'VmHWM')).toBe(12 * 1024);
    expect(bytesIn(null, 'Pss')).toBe(0);
    expect(treeOf(process.pid)).toContain(process.pid);
    expect(statOf(process.pid)?.own).toBeGreaterThan(0);
    expect(statOf(2 ** 30)).toBeNull();
  });
});

describe('processor time of a program', () => {
  // Of children that nobody waits for the kernel adds up nothing.
  const neglecting = `
    $SIG{CHLD} = 'IGNORE';
    if (my $child = fork) { sleep 1 while kill 0, $child; exit }
    1 while (times)[0] < 0.3;
    sleep 1;
  `;

  test('counts also what nobody has waited for', async () => {
    const { code, cpuMs } = await runMeasured({
      ...{ argv: ['/usr/bin/perl', '-e', neglecting] },
      ...{ cwd: '.', env: {}, withTree: false },
    });

    expect(code).toBe(0);
    expect(cpuMs).toBeGreaterThanOrEqual(300);
  });
});

describe('what promptfoo ends with', () => {
  test('is decided over all prompts and models together', () => {
    expect(promptfooExitCode({ passed: 96, failed: 0, errors: 0 })).toBe(0);
    expect(promptfooExitCode({ passed: 95, failed: 1, errors: 0 })).toBe(100);
    expect(promptfooExitCode({ passed: 84, failed: 12, errors: 0 }, 80)).toBe(0);
    expect(promptfooExitCode({ passed: 80, failed: 0, errors: 20 }, 80)).toBe(0);
    expect(promptfooExitCode({ passed: 79, failed: 0, errors: 21 }, 80)).toBe(100);
  });

  test('blocks most runs in which nothing changed, where ours blocks few', () => {
    const { strict, ours } = blocksOf({ before: 0.9, now: 0.9 }, { runs: 60, seed: 1 });
    expect(strict).toBeGreaterThan(0.7);
    expect(ours).toBeLessThan(0.05);
  });
});
