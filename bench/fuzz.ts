// Gives broken answers, test reports and exchanged files to the code that reads them: `npm run fuzz`.
import { fuzzAnswers } from './fuzz/fuzz-answers.ts';
import { fuzzForeignLines, fuzzRecordsFiles } from './fuzz/fuzz-exchanged.ts';
import { fuzzReports, readOvergrownReports } from './fuzz/fuzz-reports.ts';
import type { Extremes } from './fuzz/extremes.ts';
import { jsonUnitMs } from './fuzz/json-unit.ts';
import { startOutcome } from './outcome.ts';
import type { MeasuredFigure } from './outcome.ts';
import { readSeed } from './verdicts/read-seed.ts';

// One input of many; and one of those that stand at the size limit. In units of what the machine takes for 9 MB of JSON.
const worstUnitsAllowed = 10;
const overgrownUnitsAllowed = 60;
const peakMegabytesAllowed = 2048;
const unitMs = jsonUnitMs();
const seed = readSeed(process.argv.slice(2));
const answers = fuzzAnswers({ count: 100_000, seed });
const reports = fuzzReports({ count: 10_000, seed, fixtures: 'fixtures/test-reports' });
const overgrown = readOvergrownReports();
const recordsFiles = fuzzRecordsFiles({ count: 20_000, seed });
const foreign = fuzzForeignLines({ count: 50_000, seed });

const unusable = Object.entries(answers.unusable).map(([why, count]) => `${count} ${why}`);
console.log(`seed ${seed}; a unit (9 MB of JSON written and read) is ${unitMs.toFixed(0)} ms of CPU here`);
const outcome = startOutcome({ name: 'fuzz', command: 'npm run fuzz', seed });
outcome.add(
  ...figuresOf('answers', answers, worstUnitsAllowed),
  none('answers', 'paths outside `writes`', answers.escaped),
  ...figuresOf('reports', reports, worstUnitsAllowed),
  none('reports', 'impossible reports', reports.wrong),
  ...figuresOf('files of records', recordsFiles, worstUnitsAllowed),
  none('files of records', 'read wrongly', recordsFiles.wrong),
  ...figuresOf('generations made elsewhere', foreign, worstUnitsAllowed),
  none('generations made elsewhere', 'read wrongly', foreign.wrong),
  ...figuresOf('reports at the size limit', overgrown, overgrownUnitsAllowed),
);
outcome.end();
console.log(`answers: ${answers.accepted} accepted, ${unusable.join(', ')}`);
console.log(
  `reports: ${reports.read} read, the rest refused; the slowest at the limit is ${overgrown.slowest}`,
);
console.log(`files of records: ${recordsFiles.read} read; generations made elsewhere: ${foreign.read} read`);
const problems = [
  ...answers.escaped.slice(0, 10).map((path) => `accepted ${JSON.stringify(path)}`),
  ...reports.wrong.slice(0, 10),
  ...[...recordsFiles.wrong, ...foreign.wrong].slice(0, 10),
];
if (problems.length > 0) console.error(problems.join('\n'));

function figuresOf(
  subject: string,
  { inputs, maxMs, slowestLength, peakMegabytes }: Extremes,
  atMost: number,
): readonly MeasuredFigure[] {
  return [
    { subject, what: 'inputs', figure: inputs, unit: 'inputs' },
    {
      ...{ subject, what: 'the slowest, in units of 9 MB of JSON', id: `${subject} slowest` },
      ...{ figure: maxMs / unitMs, unit: 'units', atMost },
    },
    { subject, what: 'its length', figure: slowestLength, unit: 'characters' },
    { subject, what: 'peak memory', figure: peakMegabytes, unit: 'MB', atMost: peakMegabytesAllowed },
  ];
}

function none(subject: string, what: string, found: readonly unknown[]): MeasuredFigure {
  return { subject, what, figure: found.length, unit: '', atMost: 0 };
}
