import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { MeasuredFigure } from '../outcome.ts';
import { forgetRecords, runOurs } from './ours.ts';
import type { Measured } from './measured-process.ts';
import type { Places } from './places.ts';
import { runPromptfoo } from './promptfoo.ts';
import { startServer } from './start-server.ts';
import { work } from './work.ts';

/** The same work a second time, with what both keep: how many calls, how many tests, how long. */
export async function unchangedFigures(
  places: Places,
  promptfoo: string,
): Promise<readonly MeasuredFigure[]> {
  await using server = await startServer(0);
  const log = join(places.folder, 'tests.log');
  const of = {
    url: server.url,
    command: `echo run >> '${log}'; grep -q toLowerCase src/slug.mjs`,
    samples: work.samples,
  };
  const second = async (
    run: () => Promise<Measured>,
  ): Promise<Record<'calls' | 'tests' | 'wallMs', number>> => {
    await run();
    await server.takeTimes();
    await rm(log, { force: true });
    const { wallMs } = await run();
    const lines = await readFile(log, 'utf8').catch(() => '');
    return { wallMs, calls: (await server.takeTimes()).length, tests: lines.split('\n').length - 1 };
  };
  await forgetRecords(places);
  const ours = await second(async () => runOurs(places, of));
  const theirs = await second(async () => runPromptfoo(promptfoo, places, { ...of, withCache: true }));
  const subject = 'unchanged re-run';
  return [
    { subject, what: 'our calls', figure: ours.calls, unit: '', atMost: 0 },
    { subject, what: 'our tests', figure: ours.tests, unit: '', atMost: 0 },
    { subject, what: 'ours', figure: ours.wallMs / 1000, unit: 's' },
    { subject, what: 'calls of promptfoo', figure: theirs.calls, unit: '' },
    { subject, what: 'tests of promptfoo', figure: theirs.tests, unit: '' },
    { subject, what: 'promptfoo', figure: theirs.wallMs / 1000, unit: 's' },
  ];
}
