import type { Whole } from '../cell/whole-tree.ts';
import type { StageCosts } from './stages.ts';
import { minus, type Taken } from './stopwatch.ts';

/** Prints what a cell takes, stage by stage, beside the test command alone. */
export function printStages(title: string, { stages, all }: StageCosts, bare: Whole): void {
  const rows: (readonly [string, Taken])[] = [
    ...stages,
    ['the engine itself', [...stages.values()].reduce(minus, all)],
    ['all', all],
    ['the test command alone', { wallMs: bare.wallMs, ownMs: 0, childrenMs: bare.cpuMs }],
  ];
  console.log(`\n${title}, ms per cell, one after another`);
  console.log(lineOf('', ['wall', 'CPU, own', 'CPU, started']));
  for (const [stage, { wallMs, ownMs, childrenMs }] of rows)
    console.log(
      lineOf(
        stage,
        [wallMs, ownMs, childrenMs].map((ms) => ms.toFixed(1)),
      ),
    );
  console.log('');
}

function lineOf(name: string, values: readonly string[]): string {
  return `  ${name.padEnd(26)}${values.map((value) => value.padStart(14)).join('')}`;
}
