import { coldStart } from '../verdicts/experiments.ts';
import { drawStream, suiteOf } from '../verdicts/behaviour.ts';
import { randomOf } from '../verdicts/random.ts';
import { drawOf, longestStreams, walk, type Protocol, type Streams } from '../verdicts/walk.ts';
import { promptfooExitCode } from './exit-rule.ts';
import { work } from './work.ts';

/** How often a run of two models blocks, of 1. */
export type Blocks = {
  /** Promptfoo's exit code with its default, and with a threshold of 80 %. */
  readonly strict: number;
  readonly at80: number;
  /** Our gate on five samples a side, and as it is shipped: up to twelve, where the answer is open. */
  readonly ours: number;
  readonly shipped: number;
};

/** Pass rates of one situation: of both models before, of the first model now. The second stays as it was. */
export type Rates = { readonly before: number; readonly now: number };

/** What is looked at: nothing changed, at four pass rates, and drops on one of the two models. */
export const situations: readonly Rates[] = [
  { before: 1, now: 1 },
  { before: 0.95, now: 0.95 },
  { before: 0.9, now: 0.9 },
  { before: 0.8, now: 0.8 },
  { before: 1, now: 0.5 },
  { before: 1, now: 0.2 },
];

/** Five samples a side, looked at twice. */
const fiveASide: Protocol = { ...coldStart, looks: [3, 5] };

/** Draws runs and lets both exit rules judge them; the same seed gives the same shares. */
export function blocksOf(
  { before, now }: Rates,
  of: { readonly runs: number; readonly seed: number },
): Blocks {
  const random = randomOf(of.seed, Math.round(before * 1000 + now));
  const tests = 3;
  const lengths = longestStreams(drawOf(coldStart));
  const blocked = { strict: 0, at80: 0, ours: 0, shipped: 0 };
  for (let run = 0; run < of.runs; run += 1) {
    const streams = Array.from({ length: work.models }, (_, model): Streams => ({
      base: drawStream(suiteOf(before, tests), lengths.base, random),
      head: drawStream(suiteOf(model === 0 ? now : before, tests), lengths.head, random),
    }));
    const counts = firstFive(streams);
    if (promptfooExitCode(counts) !== 0) blocked.strict += 1;
    if (promptfooExitCode(counts, 80) !== 0) blocked.at80 += 1;
    if (blocks(streams, fiveASide)) blocked.ours += 1;
    if (blocks(streams, coldStart)) blocked.shipped += 1;
  }
  const share = (count: number): number => count / of.runs;
  return {
    strict: share(blocked.strict),
    at80: share(blocked.at80),
    ours: share(blocked.ours),
    shipped: share(blocked.shipped),
  };
}

function blocks(streams: readonly Streams[], protocol: Protocol): boolean {
  return walk(streams, drawOf(protocol), protocol).some(({ verdict }) => verdict.verdict === 'regressed');
}

// Both texts are prompts of one evaluation, so all their samples are its cells.
function firstFive(streams: readonly Streams[]): { passed: number; failed: number; errors: number } {
  const samples = streams.flatMap(({ base, head }) => [...base.suite.slice(0, 5), ...head.suite.slice(0, 5)]);
  const passed = samples.filter(Boolean).length;
  return { passed, failed: samples.length - passed, errors: 0 };
}
