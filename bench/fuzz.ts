// Model answers and test reports nobody should ever write, through the code that reads them: `npm run fuzz`.
import { fuzzAnswers } from './fuzz/fuzz-answers.ts';
import { fuzzReports, readOvergrownReports } from './fuzz/fuzz-reports.ts';
import type { Extremes } from './fuzz/extremes.ts';
import { readSeed } from './verdicts/read-seed.ts';

// One input of many; and one of those that stand at the size limit.
const worstMsAllowed = 1000;
const overgrownMsAllowed = 5000;
const peakMegabytesAllowed = 2048;
const seed = readSeed(process.argv.slice(2));
const answers = fuzzAnswers({ count: 100_000, seed });
const reports = fuzzReports({ count: 10_000, seed, fixtures: 'fixtures/test-reports' });
const overgrown = readOvergrownReports();

const unusable = Object.entries(answers.unusable).map(([why, count]) => `${count} ${why}`);
console.log(`seed ${seed}`);
console.log(`answers: ${shown(answers)}; ${answers.accepted} accepted, ${unusable.join(', ')}`);
console.log(`         paths outside \`writes\`: ${answers.escaped.length}`);
console.log(`reports: ${shown(reports)}; ${reports.read} read, the rest refused`);
console.log(`         impossible reports: ${reports.wrong.length}`);
console.log(`at the size limit: ${shown(overgrown)} (${overgrown.slowest})`);

const problems = [
  ...answers.escaped.slice(0, 10).map((path) => `accepted ${JSON.stringify(path)}`),
  ...reports.wrong.slice(0, 10),
  ...[answers, reports].flatMap((extremes) => tooDear(extremes, worstMsAllowed)),
  ...tooDear(overgrown, overgrownMsAllowed),
];
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exitCode = 1;
}

function shown({ inputs, seconds, maxMs, slowestLength, peakMegabytes }: Extremes): string {
  const slowest = `slowest ${maxMs.toFixed(1)} ms for ${slowestLength} characters`;
  return `${inputs} in ${seconds.toFixed(1)} s, ${slowest}, peak ${peakMegabytes} MB`;
}

function tooDear({ maxMs, peakMegabytes }: Extremes, allowedMs: number): readonly string[] {
  return [
    ...(maxMs > allowedMs ? [`one input took ${maxMs.toFixed(0)} ms`] : []),
    ...(peakMegabytes > peakMegabytesAllowed ? [`${peakMegabytes} MB were taken`] : []),
  ];
}
