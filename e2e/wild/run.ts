// `npm run test:wild -- [NAME…] [--all] [--nightly]`: plays the cases of fixtures/wild with the bundle; exit code 1 if one
// goes wrong, and with --all also if one cannot be played. Cases for the night are played with --nightly, or by name.
import { access, constants } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import PQueue from 'p-queue';
import { startOutcome } from '../../bench/outcome.ts';
import { bundleIn, makeBundle } from '../../src/testing/runs/make-bundle.ts';
import { runnerPath } from '../../src/testing/runs/run-action.ts';
import { problemsOf } from './judge-played.ts';
import { PackageSets } from '../../src/testing/runs/package-sets.ts';
import { playCase } from './play-case.ts';
import { readCases } from './read-cases.ts';
import { rowOf, summaryOf, type Row } from './table.ts';
import type { WildCase } from './wild-case.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    cases: { type: 'string', default: 'fixtures/wild' },
    // Half of a case is waiting: for a vendor that says when to come back, for tests that do not end.
    jobs: { type: 'string', default: String(2 * availableParallelism()) },
    log: { type: 'boolean', default: false },
    // On a developer's machine a program may be missing; where the results decide, every case has to be played.
    all: { type: 'boolean', default: false },
    nightly: { type: 'boolean', default: false },
    write: { type: 'boolean' },
  },
});

const started = performance.now();
const named = await readCases(values.cases, positionals);
const isPlayed = ({ nightly }: WildCase): boolean =>
  nightly === undefined || values.nightly || positionals.length > 0;
// The longest begin first: no core waits for another at the end.
const cases = named.filter(isPlayed).toSorted((one, other) => weightOf(other) - weightOf(one));
const sets = new PackageSets('fixtures/wild/packages');
// A run of the tests has made one of the same sources already.
const dist = process.env['SPEC_PORTABILITY_TEST_BUNDLE'] ?? (await makeBundle());
const place = { bundle: bundleIn(dist), sets, compileCache: join(dist, '../compile-cache') };
const rows = await playAll(cases);
process.stdout.write(summaryOf(rows, performance.now() - started));
const outcome = startOutcome({ name: 'wild', command: 'npm run test:wild -- --all' });
const count = (wanted: Row['kind']): number => rows.filter(({ kind }) => kind === wanted).length;
outcome.add(
  {
    what: 'played right',
    figure: count('right'),
    unit: `of ${rows.length}`,
    atLeast: rows.length - count('not played'),
  },
  { what: 'not played', figure: count('not played'), unit: 'cases' },
  { what: 'wall time', figure: (performance.now() - started) / 1000, unit: 's' },
);
// A part of the cases is no outcome of the suite.
if (values.all && positionals.length === 0) outcome.end();
const isRight = rows.every(({ kind }) => kind === 'right' || (kind === 'not played' && !values.all));
process.exitCode = rows.length > 0 && isRight ? 0 : 1;

async function playAll(all: readonly WildCase[]): Promise<readonly Row[]> {
  const queue = new PQueue({ concurrency: Number(values.jobs) });
  return Promise.all(
    all.map((each) =>
      queue.add(async () => {
        const row = await playOne(each);
        process.stdout.write(rowOf(row));
        return row;
      }),
    ),
  );
}

async function playOne(each: WildCase): Promise<Row> {
  const begun = performance.now();
  const base = { name: each.name, section: each.section };
  const missing = await missingOf(each.needs);
  if (missing.length > 0)
    return {
      ...base,
      kind: 'not played',
      problems: [`${missing.join(', ')}: not installed`],
      played: null,
      ms: 0,
    };
  const played = await playCase(each, place);
  const problems = problemsOf(played, each.expect);
  if (values.log)
    process.stdout.write(`${played.log}\n${played.comment}\n${JSON.stringify(played.result)}\n`);
  const kind = problems.length === 0 ? 'right' : 'wrong';
  return { ...base, kind, problems, played, ms: performance.now() - begun };
}

/** How long a case takes, roughly: more for packages to install or code to compile, for each commit and each model. */
function weightOf({ installs, needs, before, models }: WildCase): number {
  const isSlow = installs !== undefined || ['go', 'cargo'].some((program) => needs.includes(program));
  return (isSlow ? 10 : 1) * (before.length + Object.keys(models).length);
}

async function missingOf(programs: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(programs.map((program) => isOnPath(program)));
  return programs.filter((_, index) => !found[index]);
}

async function isOnPath(program: string): Promise<boolean> {
  const places = runnerPath.split(':').map((folder) => join(folder, program));
  const found = await Promise.all(
    places.map((place) =>
      access(place, constants.X_OK).then(
        () => true,
        () => false,
      ),
    ),
  );
  return found.includes(true);
}
