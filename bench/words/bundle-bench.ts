import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { digest } from '../../src/core/digest.ts';
import type { ResultFile } from '../../src/core/report/machine/result-schema.ts';
import type { CutSpec, Part } from '../../src/core/parts/part.ts';
import { textsWith } from '../../src/core/parts/texts-with.ts';
import { seededRandom } from '../../src/core/statistics/seeded-random.ts';
import { actionWorld } from '../../src/testing/runs/action-world.ts';
import { halvesConfig } from '../../src/testing/builders/halves.ts';
import { bundleIn, makeBundle } from '../../src/testing/runs/make-bundle.ts';
import { rangeOf, runCli } from '../../src/testing/runs/run-cli.ts';
import type { MeasuredFigure } from '../outcome.ts';
import { rateFigure } from '../verdicts/figure.ts';
import type { Line } from '../verdicts/lines.ts';
import { estimated } from '../verdicts/promise.ts';
import { knowsRule, oneCause, type Habit } from './habits.ts';
import { madeChange } from './made-change.ts';
import type { WordsBench } from './words-bench.ts';

/** One check through the bundle, on a model with a habit. */
type BundleCase = {
  readonly parts: number;
  /** Its head regressed and was searched. */
  readonly isSearched: boolean;
  /** One part has 95 % or more. */
  readonly isClaimed: boolean;
  /** It is the part that the habit fails on. */
  readonly isRight: boolean;
  /** That part is the first one. */
  readonly isFirst: boolean;
  readonly generations: number;
};

const sizes = [8, 20, 60];
const lowRates = [0.15, 0.35];

/** The whole program, from two commits to result.json: which words it names, and what that takes, in so many searches. */
export async function bundleBench(seed: number, searches = 200): Promise<WordsBench> {
  const { cli } = bundleIn(await makeBundle());
  const played: BundleCase[] = [];
  const searchedOf = (): readonly BundleCase[] => played.filter(({ isSearched }) => isSearched);
  // A change that is not seen to regress is not searched, and another one takes its place.
  for (let missing = searches; missing > 0; missing = searches - searchedOf().length) {
    const left = Array.from({ length: missing }, (_, index) => played.length + index);
    const worker = async (): Promise<void> => {
      for (let index = left.shift(); index !== undefined; index = left.shift())
        played.push(await play(cli, { seed, index }));
    };
    await Promise.all([worker(), worker()]);
  }
  const searched = searchedOf();
  const claimed = searched.filter(({ isClaimed }) => isClaimed);
  const right = claimed.filter(({ isRight }) => isRight).length;
  const first = claimed.filter(({ isFirst }) => isFirst).length;
  const within = searched.filter(({ generations }) => generations <= 32).length;
  return {
    judged: [
      rateLine('right where 95 % or more is claimed', [right, claimed.length], 0.95),
      rateLine('searches within 20 + 12 generations', [within, searched.length], 1),
    ],
    planted: [rateLine('the first part is blamed, whatever was found', [first, claimed.length], 0.95)],
    shown: [
      { what: 'searches', figure: searched.length, unit: `of ${played.length}` },
      ...sizes.flatMap((parts) => figuresOf(searched.filter((each) => each.parts === parts))),
    ],
  };
}

/** Of searches of one size, all at the default cap. */
function figuresOf(searched: readonly BundleCase[]): readonly MeasuredFigure[] {
  const claimed = searched.filter(({ isClaimed }) => isClaimed);
  const right = claimed.filter(({ isRight }) => isRight).length;
  const generations = searched.reduce((sum, each) => sum + each.generations, 0) / searched.length;
  const subject = `${searched[0]?.parts} parts, cap 20`;
  return [
    { subject, what: 'claims a part', ...estimated(rateFigure(claimed.length, searched.length), '%') },
    { subject, what: 'right where one is claimed', ...estimated(rateFigure(right, claimed.length), '%') },
    { subject, what: 'generations more, the check included', figure: generations, unit: 'generations' },
  ];
}

function rateLine(text: string, [hits, all]: readonly [number, number], bound: number): Line {
  return { text, figure: rateFigure(hits, all), unit: '%', side: 'at least', bound };
}

async function play(cli: string, of: { readonly seed: number; readonly index: number }): Promise<BundleCase> {
  const { seed, index } = of;
  const parts = sizes[index % sizes.length] ?? 8;
  const random = seededRandom(seed * 10_000 + index);
  const habit = oneCause[Math.floor(random() * oneCause.length)];
  if (habit === undefined) throw new Error('there is no habit');
  const { cut, cause } = madeChange(habit, parts, random);
  await using world = await worldOf(cut, habit, of);
  const file = join(world.repository.directory, '..', `${index}-${seed}.result.json`);
  await runCli(cli, { world, argv: ['check', ...rangeOf(world), '--result', file] });
  const result: ResultFile = JSON.parse(await readFile(file, 'utf8'));
  await rm(file);
  return { parts, ...caseOf(result, cut.parts[cause]), isFirst: cause === 0 };
}

function caseOf(
  { verdicts: [verdict] }: ResultFile,
  cause: Part | undefined,
): Omit<BundleCase, 'parts' | 'isFirst'> {
  const search = verdict?.search;
  if (verdict === undefined || search === undefined)
    return { isSearched: false, isClaimed: false, isRight: false, generations: 0 };
  return {
    isSearched: true,
    isClaimed: search.end === 'found',
    isRight: verdict.culprit[0]?.lines[0] === cause?.lines[0],
    generations: search.generations.search + search.generations.check,
  };
}

/** A repository with the change, and a model with the habit. */
async function worldOf(
  cut: CutSpec,
  habit: Habit,
  { seed, index }: { readonly seed: number; readonly index: number },
): ReturnType<typeof actionWorld> {
  const low = lowRates[Math.floor(index / sizes.length) % lowRates.length] ?? 0.15;
  const textOf = (has: boolean): string => textsWith(cut, () => has)[0]?.text ?? '';
  return actionWorld('', {
    files: { 'SPEC.md': textOf(false), 'src/out.txt': 'right\n' },
    head: (repository) => repository.write({ 'SPEC.md': textOf(true) }),
    models: [
      {
        name: 'simulated-reader',
        write: ({ specText, sample }) => {
          const draw = Number.parseInt(digest([seed, index, specText, sample]).slice(0, 8), 16) / 2 ** 32;
          const isRight = draw < (knowsRule(habit, specText) ? 0.95 : low);
          return [{ path: 'src/out.txt', content: `${sample} ${isRight ? 'right' : 'wrong'}\n` }];
        },
      },
    ],
    config: configOf,
  });
}

function configOf(url: string): string {
  return halvesConfig(url, {
    spec: { test: 'grep -q right src/out.txt', results: 'exit-code' },
    models: [
      {
        ...{ id: 'reader', provider: 'openai', model: 'simulated-reader', 'base-url': `${url}/v1` },
        ...{ 'api-key-env': 'none', price: { input: 0, output: 0 } },
      },
    ],
    rest: { bisect: 'on-regression', samples: { looks: [3, 5, 8, 12] } },
  });
}
