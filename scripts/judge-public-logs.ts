/**
 * Runs `judge` on true logs of inspect_ai, which cannot be made here: its own test logs, from a clone of the public
 * repository UKGovernmentBEIS/inspect_ai (MIT) at the commit below. `npm exec -- node scripts/judge-public-logs.ts CLONE`
 * under Node 24. Nothing of the clone is kept.
 * The logs have one epoch. Judged as they are they must be refused. Then each sample is repeated to 20 epochs, in which only
 * `epoch`, `uuid` and the values of the scores are planted, and the words must be right.
 */
import { execFileSync } from 'node:child_process';
import { readOutcomes } from '../src/core/outcomes/read-outcomes.ts';
import { judgeOutcomes } from '../src/pipeline/check/judge-outcomes.ts';

const commit = '499e6152e7b8fc8cbd8ac5283536572aa6e4ab17';
const logs = [
  'tests/analysis/test_logs/2025-05-12T20-28-13-04-00_popularity.json',
  'tests/analysis/test_logs/2025-05-12T20-28-26-04-00_security-guide.json',
  'tests/log/test_eval_log/log_read_sample.json',
  'tests/log/test_eval_log/log_formats.json',
];
const planted = [
  { base: 20, head: 0, word: 'regressed' },
  { base: 19, head: 7, word: 'regressed' },
  { base: 19, head: 19, word: 'held' },
] as const;
const decide = { alpha: 0.05, drop: 0.4, beta: 0.1, portable: 0.8 };

const [clone] = process.argv.slice(2);
if (clone === undefined) throw new Error('Name the clone.');

for (const path of logs) {
  const text = execFileSync('git', ['-C', clone, 'show', `${commit}:${path}`], { encoding: 'utf8' });
  console.log(path);
  report('as it is', refusalOf(text), 'TOO_FEW_SAMPLES');
  for (const { base, head, word } of planted)
    report(
      `${base}/20 → ${head}/20`,
      wordsOf(repeated(text, base, 'base'), repeated(text, head, 'head')),
      word,
    );
}

function report(what: string, found: string, wanted: string): void {
  console.log(`  ${what}: ${found}${found === wanted ? '' : ` (wanted: ${wanted})`}`);
  if (found !== wanted) process.exitCode = 1;
}

function refusalOf(text: string): string {
  const other = text.replaceAll(/"uuid": "/g, '$&other-');
  try {
    return wordsOf(other, text);
  } catch (error) {
    return error instanceof Error ? (error.message.split(':')[0] ?? '') : String(error);
  }
}

/** The words of all questions, each once. */
function wordsOf(base: string, head: string): string {
  const files = { base: [{ name: 'base', text: base }], head: [{ name: 'head', text: head }] };
  const collected = readOutcomes(files, { scorer: null, passAt: null });
  const digests = { base: '', head: '' };
  const { summary } = judgeOutcomes({ collected, files: digests, decide, failOn: 'regressed' });
  return [...new Set(summary.verdicts.map(({ verdict }) => verdict))].join(', ');
}

function repeated(text: string, passed: number, run: string): string {
  const log = JSON.parse(text);
  log.eval.config.epochs = 20;
  log.samples = log.samples.flatMap((sample: { readonly id: string; readonly scores: object }) =>
    Array.from({ length: 20 }, (_, index) => ({
      ...sample,
      epoch: index + 1,
      uuid: `${run} ${sample.id} ${index}`,
      scores: Object.fromEntries(
        Object.entries(sample.scores).map(([name, score]) => [
          name,
          { ...score, value: index < passed ? 'C' : 'I' },
        ]),
      ),
    })),
  );
  return JSON.stringify(log);
}
