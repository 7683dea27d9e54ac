import { bareTest } from '../cell/bare-test.ts';
import type { Whole } from '../cell/whole-tree.ts';
import { median } from '../start/median.ts';
import { makeSource, testOf, type Setup } from './work.ts';

/** What the test command of a setup takes by itself on the committed code: the medians of five short series. */
export async function bareTestOf(setup: Pick<Setup, 'controls'>): Promise<Whole> {
  const { repository } = await makeSource();
  await using from = repository;
  const of = { command: testOf(setup), directory: from.directory, runs: 10, slots: 1 };
  const series: Whole[] = [];
  for (let round = 0; round < 5; round += 1) series.push(await bareTest(of));
  return {
    wallMs: median(series.map(({ wallMs }) => wallMs)),
    cpuMs: median(series.map(({ cpuMs }) => cpuMs)),
  };
}
