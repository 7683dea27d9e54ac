import type { SandboxLevel } from '../../src/core/settings.ts';
import type { MeasuredFigure } from '../outcome.ts';
import type { Whole } from '../cell/whole-tree.ts';
import { bareTestOf } from './bare-test-of.ts';
import { printStages } from './print-stages.ts';
import { runBundle } from './run-bundle.ts';
import { stageCosts } from './stages.ts';
import { startDouble } from './start-double.ts';
import type { Setup } from './work.ts';

/** What a cell may take beyond its test; missing = it is only shown. */
export type Allowed = { readonly wallMs?: number; readonly cpuMs?: number };

const few = 16;
const more = 96;

/** Prints what the stages of a cell take, and says what a cell takes beyond its test. */
export async function measureOverhead(
  sandbox: SandboxLevel,
  { dist, allowed }: { readonly dist: string; readonly allowed: Allowed },
): Promise<readonly MeasuredFigure[]> {
  await using double = await startDouble(0);
  const setup: Setup = { cells: more, slots: 1, sandbox, controls: false };
  const bare = await bareTestOf(setup);
  const costs = await stageCosts(setup, double.url);
  printStages(`sandbox ${sandbox}`, costs, bare);
  const at = { what: `sandbox ${sandbox}`, unit: 'ms' };
  const { wallMs, cpuMs } = allowed;
  return [
    {
      ...{ ...at, subject: 'wall time of a cell beyond its test, one after another' },
      figure: costs.all.wallMs - bare.wallMs,
      ...(wallMs === undefined ? {} : { atMost: wallMs }),
    },
    {
      ...{ ...at, subject: 'CPU of a cell beyond its test, all processes, through the bundle' },
      figure: await cpuOfCell(sandbox, { dist, url: double.url, bare }),
      ...(cpuMs === undefined ? {} : { atMost: cpuMs }),
    },
  ];
}

/** From the difference of a long and a short run, so that neither start nor report counts. */
async function cpuOfCell(
  sandbox: SandboxLevel,
  { bare, ...of }: { readonly dist: string; readonly url: string; readonly bare: Whole },
): Promise<number> {
  const setup = { slots: 16, sandbox, controls: false };
  const short = await runBundle({ ...setup, cells: few }, of);
  const long = await runBundle({ ...setup, cells: few + more }, of);
  return (long.cpuMs - short.cpuMs) / more - bare.cpuMs;
}
