// Which tests notice which parts: the real map on planted texts, held against what was planted.
import { clauseMap, type ClauseMap } from '../../src/core/clause-map/clause-map.ts';
import type { PartSamples } from '../../src/core/clause-map/part-samples.ts';
import { searchSoFar } from '../../src/core/shrink/search.ts';
import type { Answer } from '../../src/core/shrink/answer.ts';
import { removalKey } from '../../src/core/shrink/removal.ts';
import { meanFigure, rateFigure } from '../verdicts/figure.ts';
import type { Sums } from '../verdicts/figure.ts';
import type { MeasuredFigure } from '../outcome.ts';
import type { Line } from '../verdicts/lines.ts';
import { estimated } from '../verdicts/promise.ts';
import { randomOf } from '../verdicts/random.ts';
import type { Random } from '../verdicts/random.ts';
import { asked, fullSamples, plantedWorld, rules } from './map-world.ts';
import type { World } from './map-world.ts';
import type { WordsBench } from './words-bench.ts';

const mapRules = { falseDiscoveries: 0.1, drop: rules.drop, beta: rules.beta };
// Few maps of a long text say as much as many of a short one.
const runsOfSize = new Map([
  [8, 100],
  [20, 40],
  [60, 20],
]);

/** Tests of a suite: a small one is compared in other ways. */
const suites = [30, 5];

/** Makes maps of planted texts in both ways in which their samples come, and counts what they claim. */
export function mapBench(seed: number): Promise<WordsBench> {
  const sound = designs.flatMap((design) =>
    [...runsOfSize.keys()].flatMap((size) =>
      suites.map((tests) => ({
        of: `${design.name}, ${size} parts, ${tests} tests`,
        counts: counted({ seed, size, tests, design }),
      })),
    ),
  );
  const shuffled = counted({
    seed,
    size: 20,
    tests: 30,
    design: { ...oneByOne, samplesOf: shuffledSamples },
  });
  const repeated = counted({
    seed,
    size: 20,
    tests: 30,
    design: { ...oneByOne, samplesOf: repeatedSamples },
  });
  return Promise.resolve({
    judged: sound.flatMap(({ of, counts }) => linesOf(of, counts)),
    planted: [
      falseLine('a map whose parts are shuffled', shuffled),
      falseLine('a map that counts each sample six times', repeated),
    ],
    shown: sound.flatMap(({ of, counts }) => shownOf(of, counts)),
  });
}

type Design = { readonly name: string; readonly samplesOf: (world: World, random: Random) => PartSamples[] };

const oneByOne: Design = {
  name: 'each part alone',
  samplesOf: (world, random) =>
    world.models.flatMap((model) => {
      const full = fullSamples(world, model, random);
      return world.cut.parts.map(({ id }) => asked(world, { model, lacks: [id], full }, random).samples);
    }),
};

const searched: Design = { name: 'as shrink searches', samplesOf: searchedSamples };

const designs = [oneByOne, searched];

function searchedSamples(world: World, random: Random): PartSamples[] {
  const fulls = new Map(world.models.map((model) => [model, fullSamples(world, model, random)] as const));
  const subjects = world.models.map((model) => ({ spec: 'planted', model }));
  const search = { cut: world.cut, files: ['SPEC.md'], mayBeEmpty: false, subjects };
  const answers = new Map<string, readonly Answer[]>();
  const samples: PartSamples[] = [];
  for (;;) {
    const { next } = searchSoFar(search, answers);
    if (next === null) return samples;
    for (const { model } of next.about) {
      const { samples: own, found } = asked(
        world,
        { model, lacks: next.lacks, full: fulls.get(model) ?? [] },
        random,
      );
      samples.push(own);
      const key = removalKey(next.lacks);
      answers.set(key, [...(answers.get(key) ?? []), answerOf(model, found)]);
    }
  }
}

function answerOf(model: string, found: ReturnType<typeof asked>['found']): Answer {
  const verdict = found.p <= rules.alpha ? 'regressed' : found.clean ? 'held' : 'inconclusive';
  return { ...untold, spec: 'planted', model, verdict };
}

const none = { passed: 0, failed: 0, unmeasured: 0 };
const untold = { base: none, head: none, excludes: null, brokenTests: [], tests: 0 };

// What was measured of a part is said of the next one.
function shuffledSamples(world: World, random: Random): PartSamples[] {
  const samples = oneByOne.samplesOf(world, random);
  return samples.map((each, index) => ({
    ...each,
    removed: samples[(index + 1) % samples.length]?.removed ?? [],
  }));
}

// As if one answer, tested six times, were six answers.
function repeatedSamples(world: World, random: Random): PartSamples[] {
  const times = <Each>(of: readonly Each[]): Each[] =>
    of.flatMap((each) => Array.from({ length: 6 }, () => each));
  return oneByOne.samplesOf(world, random).map((each) => ({
    ...each,
    looks: each.looks.map(({ base, head }) => ({ base: 6 * base, head: 6 * head })),
    samples: {
      base: times(each.samples.base),
      head: times(each.samples.head),
      tests: each.samples.tests.map(({ test, base, head }) => {
        return { test, base: times(base), head: times(head) };
      }),
    },
  }));
}

type Counts = {
  falseShare: Sums;
  /** Planted links of 80 points. */
  readonly links: Share;
  /** Needed parts that are called unnoticed. */
  readonly quiet: Share;
  /** Dead parts that are called unnoticed alone, and together with others. */
  readonly dead: Share;
  readonly deadTogether: Share;
};

type Share = { of: number; hits: number };

type Counted = {
  readonly seed: number;
  /** Parts of the text. */
  readonly size: number;
  readonly tests: number;
  readonly design: Design;
};

function counted({ seed, size, tests, design }: Counted): Counts {
  const none = (): Share => ({ of: 0, hits: 0 });
  const counts: Counts = {
    falseShare: { count: 0, sum: 0, squares: 0 },
    links: none(),
    quiet: none(),
    dead: none(),
    deadTogether: none(),
  };
  for (let run = 0; run < (runsOfSize.get(size) ?? 0); run += 1) {
    const random = randomOf(seed, 1000 * size + run);
    const world = plantedWorld({ size, tests }, random);
    const samples = design.samplesOf(world, random);
    const map = clauseMap({ target: 'planted', cut: world.cut, samples, rules: mapRules });
    const share = falseShareOf(world, map);
    const { count, sum, squares } = counts.falseShare;
    counts.falseShare = { count: count + 1, sum: sum + share, squares: squares + share * share };
    for (const part of map.parts) countPart(counts, world, part);
  }
  return counts;
}

function countPart(counts: Counts, world: World, { part, state, by }: ClauseMap['parts'][number]): void {
  const drops = dropsAlone(world, part.id);
  const deep = drops.filter(({ drop }) => drop >= 0.8);
  for (const { test, model } of deep)
    add(
      counts.links,
      by.some((notice) => notice.test === test && notice.on.model === model),
    );
  const isAlone = state === 'unnoticed';
  if (drops.some(({ drop }) => drop >= rules.drop)) add(counts.quiet, isAlone);
  if (drops.length > 0) return;
  add(counts.dead, isAlone);
  add(counts.deadTogether, isAlone || state === 'unnoticed-together');
}

function add(share: Share, isHit: boolean): void {
  share.of += 1;
  if (isHit) share.hits += 1;
}

function falseShareOf(world: World, map: ClauseMap): number {
  const claims = map.parts.flatMap(({ part, by }) => by.map((notice) => ({ part, notice })));
  const wrong = claims.filter(({ part, notice: { test, on, beside } }) => {
    const rateOf = (lacks: readonly string[]): number =>
      world.rate({ test, model: on.model }, new Set(lacks));
    return rateOf([...beside, part.id]) >= rateOf(beside);
  });
  return claims.length === 0 ? 0 : wrong.length / claims.length;
}

function dropsAlone(world: World, part: string) {
  return world.models.flatMap((model) =>
    world.tests
      .map((test) => {
        const on = { test, model };
        return { ...on, drop: world.rate(on, new Set()) - world.rate(on, new Set([part])) };
      })
      .filter(({ drop }) => drop > 0),
  );
}

function linesOf(of: string, counts: Counts): readonly Line[] {
  return [
    falseLine(of, counts),
    {
      text: `parts called unnoticed whose absence costs a test 40 points: ${of}`,
      figure: rateFigure(counts.quiet.hits, counts.quiet.of),
      unit: '%',
      side: 'at most',
      bound: rules.beta,
    },
  ];
}

/** How much of what was planted a map finds. */
function shownOf(of: string, { links, dead, deadTogether }: Counts): readonly MeasuredFigure[] {
  const shown = (subject: string, { hits, of: all }: Share): MeasuredFigure => ({
    ...{ subject, what: of },
    ...estimated(rateFigure(hits, all), '%'),
  });
  return [
    shown('planted links of 80 points found', links),
    shown('dead parts called unnoticed', dead),
    shown('dead parts called unnoticed, alone or with others', deadTogether),
  ];
}

function falseLine(of: string, { falseShare }: Counts): Line {
  return {
    text: `false links among those that a map names: ${of}`,
    figure: meanFigure(falseShare),
    unit: '%',
    side: 'at most',
    bound: mapRules.falseDiscoveries,
  };
}
