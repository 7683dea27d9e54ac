// From 24,000 records to the HTML report, and from there to the first paint in Chromium.
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { chromium } from 'playwright-core';
import * as z from 'zod';
import { writePages } from '../src/adapters/report-files/write-pages.ts';
import { evidenceOf } from '../src/core/report/evidence/evidence-of.ts';
import { htmlReport } from '../src/core/report/html/html-report.ts';
import { judge } from '../src/pipeline/check/judge.ts';
import { startOutcome } from './outcome.ts';
import { manyRecords } from './report/many-records.ts';

const bounds = { seconds: 10, megabytes: 600, paintSeconds: 1.5 };

const made = manyRecords({ specs: 40, models: 6, records: 24_000 });
const folder = await mkdtemp(join(tmpdir(), 'bench-report-'));
try {
  collectGarbage();
  const start = performance.now();
  const used = process.cpuUsage();
  const summary = judge(made);
  const evidence = evidenceOf(made);
  await writePages(htmlReport({ summary, evidence, place: null }), folder);
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(used);
  const megabytes = process.resourceUsage().maxRSS / 1024;
  const pages = await readdir(join(folder, 'generations'));
  const sizes = await Promise.all(
    pages.map(async (name) => (await stat(join(folder, 'generations', name))).size),
  );
  const index = (await stat(join(folder, 'index.html'))).size;
  const paintSeconds = await firstPaint(join(folder, 'index.html'));
  console.log(`${made.records} records: ${made.measurements.cells.length} generations and their test runs`);
  console.log(
    `index.html ${(index / 1e6).toFixed(2)} MB, ${pages.length} pages of generations ${(sizes.reduce((sum, size) => sum + size, 0) / 1e6).toFixed(0)} MB`,
  );
  const outcome = startOutcome({ name: 'report', command: 'npm run bench:report' });
  outcome.add(
    { what: 'judged, rendered and written', figure: seconds, unit: 's', atMost: bounds.seconds },
    { what: 'of it at work', figure: (user + system) / 1e6, unit: 's' },
    {
      ...{ what: 'peak memory, the records among them' },
      ...{ figure: megabytes, unit: 'MB', atMost: bounds.megabytes },
    },
    {
      ...{ what: 'first paint in Chromium' },
      ...{ figure: paintSeconds, unit: 's', atMost: bounds.paintSeconds },
    },
  );
  outcome.end();
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** What making the records up left behind is none of the report's. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
}

/** Seconds from navigation to the first contentful paint, as the browser itself reports it. */
async function firstPaint(path: string): Promise<number> {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    await page.goto(`file://${path}`);
    const paint = z.number().parse(
      await page.evaluate(`new Promise((resolve) => {
        const read = () => {
          const entry = performance.getEntriesByName('first-contentful-paint')[0];
          if (entry) resolve(entry.startTime); else setTimeout(read, 20);
        };
        read();
      })`),
    );
    return paint / 1000;
  } finally {
    await browser.close();
  }
}
