import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Format } from '../../src/core/results/formats/formats.ts';
import { jestJson } from '../../src/core/results/formats/jest-json.ts';
import { junit } from '../../src/core/results/formats/junit.ts';
import { nodeTestLines } from '../../src/core/results/formats/node-test-lines.ts';
import { tap } from '../../src/core/results/formats/tap.ts';
import { readReport } from '../../src/core/results/read-report.ts';
import type { TestReport } from '../../src/core/results/test-report.ts';
import { randomOf } from '../verdicts/random.ts';
import { drawsFrom } from './draws.ts';
import { extremesOf, type Extremes } from './extremes.ts';
import { mutateReport } from './mutate-report.ts';
import { overgrownReports } from './overgrown-reports.ts';

/** Results of parsing many broken reports; `wrong` has each result that no report may give. */
export type FuzzedReports = Extremes & { readonly read: number; readonly wrong: readonly string[] };

/** The format of a recorded report, by the ending of its file. */
const formatsByEnding: Readonly<Record<string, Format>> = {
  xml: junit,
  tap,
  json: jestJson,
  jsonl: nodeTestLines,
};

const root = ['/workspace/tree'];

/** Changes recorded reports of real runners, and gives each to the parser of its format. */
export function fuzzReports(of: {
  readonly count: number;
  readonly seed: number;
  readonly fixtures: string;
}): FuzzedReports {
  const draws = drawsFrom(randomOf(of.seed, 2));
  const reports = recordedReports(of.fixtures);
  const wrong: string[] = [];
  let read = 0;
  const extremes = extremesOf(of.count, {
    make: (index) => mutateReport(reports[index % reports.length]?.text ?? '', draws),
    use: (text, index) => {
      const format = reports[index % reports.length]?.format ?? tap;
      const report = readReport(format, text, root);
      if (report === null) return;
      read += 1;
      wrong.push(...faultsOf(report).map((fault) => `${format.name} report ${index}: ${fault}`));
    },
  });
  if ('polluted' in {}) wrong.push('Object.prototype was changed');
  return { ...extremes, read, wrong };
}

/** Gives each parser the largest and most difficult texts that it still reads. */
export function readOvergrownReports(): Extremes & { readonly slowest: string } {
  let [slowest, slowestMs] = ['', 0];
  const extremes = extremesOf(overgrownReports.length, {
    make: (index) => overgrownReports[index]?.text() ?? '',
    use: (text, index) => {
      const started = performance.now();
      readReport(overgrownReports[index]?.format ?? tap, text, root);
      const tookMs = performance.now() - started;
      if (tookMs > slowestMs) [slowest, slowestMs] = [overgrownReports[index]?.name ?? '', tookMs];
    },
  });
  return { ...extremes, slowest };
}

function recordedReports(
  fixtures: string,
): readonly [{ format: Format; text: string }, ...{ format: Format; text: string }[]] {
  const names = readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.startsWith('sources') && !name.endsWith('expected.json'))
    .toSorted();
  const [first, ...rest] = names.flatMap((name) => {
    const format = formatOf(name);
    return format === null ? [] : [{ format, text: readFileSync(join(fixtures, name), 'utf8') }];
  });
  if (first === undefined) throw new Error(`no recorded report in ${fixtures}`);
  return [first, ...rest];
}

function formatOf(name: string): Format | null {
  return formatsByEnding[name.slice(name.lastIndexOf('.') + 1)] ?? null;
}

function faultsOf({ cases }: TestReport): readonly string[] {
  const ids = new Set(cases.map(({ id }) => id));
  return [
    ...(ids.size < cases.length ? ['two tests have one id'] : []),
    ...(cases.some(({ id }) => id === '') ? ['a test has no id'] : []),
    ...(cases.some(({ message }) => message.length > 2000) ? ['a message is too long'] : []),
    ...(cases.some(({ status }) => !['passed', 'failed', 'skipped'].includes(status))
      ? ['a strange status']
      : []),
  ];
}
