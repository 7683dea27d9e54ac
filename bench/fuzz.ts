// Gives broken answers, test reports and exchanged files to the code that reads them: `npm run fuzz`.
import { fuzzAnswers } from './fuzz/fuzz-answers.ts';
import { fuzzForeignLines, fuzzRecordsFiles, type FuzzedFiles } from './fuzz/fuzz-exchanged.ts';
import { fuzzReports, readOvergrownReports } from './fuzz/fuzz-reports.ts';
import type { Extremes } from './fuzz/extremes.ts';
import { jsonUnitMs } from './fuzz/json-unit.ts';
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
console.log(
  `answers: ${shown(answers, worstUnitsAllowed)}; ${answers.accepted} accepted, ${unusable.join(', ')}`,
);
console.log(`         paths outside \`writes\`: ${answers.escaped.length}`);
console.log(`reports: ${shown(reports, worstUnitsAllowed)}; ${reports.read} read, the rest refused`);
console.log(`         impossible reports: ${reports.wrong.length}`);
console.log(`files of records: ${shownFiles(recordsFiles)}`);
console.log(`generations made elsewhere: ${shownFiles(foreign)}`);
console.log(`at the size limit: ${shown(overgrown, overgrownUnitsAllowed)} (${overgrown.slowest})`);

const problems = [
  ...answers.escaped.slice(0, 10).map((path) => `accepted ${JSON.stringify(path)}`),
  ...reports.wrong.slice(0, 10),
  ...[...recordsFiles.wrong, ...foreign.wrong].slice(0, 10),
  ...[answers, reports, recordsFiles, foreign].flatMap((extremes) => tooDear(extremes, worstUnitsAllowed)),
  ...tooDear(overgrown, overgrownUnitsAllowed),
];
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exitCode = 1;
}

function shown(
  { inputs, seconds, maxMs, slowestLength, peakMegabytes }: Extremes,
  allowedUnits: number,
): string {
  const units = `${(maxMs / unitMs).toFixed(1)} units (bound ${allowedUnits})`;
  const slowest = `slowest ${maxMs.toFixed(1)} ms = ${units} for ${slowestLength} characters`;
  return `${inputs} in ${seconds.toFixed(1)} s, ${slowest}, peak ${peakMegabytes} MB (bound ${peakMegabytesAllowed})`;
}

function shownFiles(files: FuzzedFiles): string {
  return `${shown(files, worstUnitsAllowed)}; ${files.read} read, the rest refused, ${files.wrong.length} wrongly`;
}

function tooDear({ maxMs, peakMegabytes }: Extremes, allowedUnits: number): readonly string[] {
  const units = maxMs / unitMs;
  return [
    ...(units > allowedUnits ? [`one input took ${units.toFixed(1)} units, over ${allowedUnits}`] : []),
    ...(peakMegabytes > peakMegabytesAllowed ? [`${peakMegabytes} MB were taken`] : []),
  ];
}
