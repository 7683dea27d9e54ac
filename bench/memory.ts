// The peak memory of `report` through the bundle: 20 specs on 5 models with 50 samples a side are 10,000 cells, all on record.
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleIn, makeBundle } from '../src/testing/runs/make-bundle.ts';
import { startNode } from '../src/testing/runs/run-node.ts';
import { checkedOnRecord } from './memory/on-record.ts';
import { startOutcome } from './outcome.ts';

const atMostMb = 250;
const size = { specs: 20, models: 5, samples: 50, cell: { lines: 285, tests: 10 } };

const { cli } = bundleIn(await makeBundle());
await using made = await checkedOnRecord(size);
console.log(
  `made up: ${made.cells} cells in ${made.files} records, ${(made.bytes / 1e6).toFixed(0)} MB in all`,
);
// Said by the process itself as the last it does: a look from outside would miss the end.
const tellPeak =
  'data:text/javascript,process.on("exit",()=>console.error("peak "+process.resourceUsage().maxRSS))';
const commits = ['--base', made.base, '--head', made.head];
const places = ['--config', made.config, '--cwd', made.directory];
const argv = ['--import', tellPeak, cli, 'report', ...commits, ...places, '--pull-request', '7'];
const run = await startNode(argv, { cwd: made.directory, env: { PATH: process.env['PATH'] ?? '' } }).ended;
const peak = /^peak (\d+)$/m.exec(run.stderr)?.[1];
if (run.code !== 0 || peak === undefined)
  throw new Error(`the report ended with ${run.code}:\n${run.stderr}`);
const pages = await pageSizes(join(made.directory, '.spec-portability/report'));
console.log(`index.html ${mb(pages.index)} MB, pages of generations ${mb(pages.generations)} MB`);

const outcome = startOutcome({ name: 'memory', command: 'npm run bench:memory' });
const subject = `${made.cells} cells on record, answers of 20 kB, ${size.cell.tests} tests each`;
outcome.add(
  // Linux counts in kibibytes.
  {
    subject,
    what: 'peak memory of `report`, pages for a browser among it',
    figure: (Number(peak) * 1024) / 1e6,
    unit: 'MB',
    atMost: atMostMb,
  },
  { subject, what: 'all answers on record', figure: made.bytes / 1e6, unit: 'MB' },
  { subject, what: 'pages for a browser', figure: (pages.index + pages.generations) / 1e6, unit: 'MB' },
  { subject, what: 'wall time', figure: run.ms / 1000, unit: 's' },
);
outcome.end();

async function pageSizes(folder: string): Promise<{ readonly index: number; readonly generations: number }> {
  const generations = join(folder, 'generations');
  const names = await readdir(generations);
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(generations, name))).size));
  const index = (await stat(join(folder, 'index.html'))).size;
  return { index, generations: sizes.reduce((sum, each) => sum + each, 0) };
}

function mb(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
