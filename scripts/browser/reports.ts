import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { writePages } from '../../src/adapters/report-files/write-pages.ts';
import { htmlReport } from '../../src/core/report/html/html-report.ts';
import { mapPage } from '../../src/core/report/html/map-page.ts';
import { shrinkMaps } from '../../src/testing/builders/shrink-maps.ts';
import { aRunPlace } from '../../src/testing/builders/a-run-place.ts';
import type { PortabilitySummary } from '../../src/core/report/summary/summary.ts';
import { anEvidence } from '../../src/testing/builders/an-evidence.ts';
import { hostileReport } from '../../src/testing/builders/hostile-report.ts';
import { reportSituations } from '../../src/testing/builders/report-situations.ts';
import { withWholeTexts } from './whole-texts.ts';

/** The situations that are looked at, as the issue of the report names them. */
export const gallery = [
  'regression',
  'improved',
  'all-held',
  'inconclusive',
  'outage',
  'no-answer',
  'red-base',
  'new-tests-unmet',
  'base-too-weak',
  'new-spec',
  'deleted-spec',
  'tests-changed-too',
  'fork',
  'budget-spent',
  'words-undecided',
  'words-on-two-models',
  'words-and-tests',
  'words-hostile',
  'many-specs',
  'hostile-names',
] as const;

/** Makes every report that is opened, below one folder. */
export async function makeReports(folder: string): Promise<void> {
  // Started from the sources, so that the current code is tested.
  await promisify(execFile)(process.execPath, [
    'src/entry/cli.ts',
    'demo',
    '--report-dir',
    join(folder, 'demo'),
  ]);
  for (const name of gallery) await writeSituation(name, join(folder, name));
  await writePages(
    [{ ...mapPage({ maps: shrinkMaps, shrunk: [] }), path: 'index.html' }],
    join(folder, 'shrink-map'),
  );
  await writePage(someSpecs(), join(folder, 'some-specs'));
  await writePages(htmlReport(hostileReport()), join(folder, 'hostile'));
  // With a small limit for the index, so that cells get their own pages.
  await writePages(htmlReport(hostileReport(100), 500_000), join(folder, 'hostile-pages'));
}

/** The page of one made-up situation. */
export async function writeSituation(name: string, folder: string): Promise<void> {
  await writePage(situation(name), folder);
}

function situation(name: string): PortabilitySummary {
  const summary = reportSituations[name];
  if (summary === undefined) throw new Error(`no situation is called ${name}`);
  return summary;
}

/** Five of the many specs: enough for filters, and few enough to filter quickly. */
function someSpecs(): PortabilitySummary {
  const { changes, verdicts, matrix, ...rest } = situation('many-specs');
  const kept = new Set(['spec-6', 'spec-16', 'spec-17', 'spec-18', 'spec-33']);
  const isKept = ({ spec }: { readonly spec: string }): boolean => kept.has(spec);
  return {
    ...rest,
    changes: changes.filter(({ name }) => kept.has(name)),
    verdicts: verdicts.filter(isKept),
    matrix: matrix.filter(isKept),
  };
}

async function writePage(made: PortabilitySummary, folder: string): Promise<void> {
  const summary = withWholeTexts(made);
  await writePages(htmlReport({ summary, evidence: anEvidence(summary), place: aRunPlace }), folder);
}
