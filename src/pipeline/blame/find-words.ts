import { atOnce } from '../../core/at-once.ts';
import type { FoundWords } from '../../core/blame/found-words.ts';
import { regressedIn } from '../../core/blame/regressed.ts';
import { changeMap, type ChangeMap } from '../../core/clause-map/change-map.ts';
import { falseDiscoveries } from '../../core/clause-map/map-cells.ts';
import type { TextSamples } from '../../core/clause-map/text-samples.ts';
import { cutChange } from '../../core/parts/cut-change.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { Question } from '../../core/plan/question.ts';
import type { Settings } from '../../core/settings.ts';
import { Measured } from '../../core/verdict/measured.ts';
import type { MeasuredCell, Measurements } from '../../core/verdict/measurements.ts';
import { stoppedBy } from '../engine/engine.ts';
import type { Engine } from '../engine/engine.ts';
import type { RunPart } from '../engine/run-plan.ts';
import { searchWords, type BesideWords, type JoinedSearch } from './search-words.ts';

/** The words behind the regressions of a run, and everything that was measured to find them. */
export type WordsFound = {
  readonly found: readonly FoundWords[];
  /** Regressions that their words are not behind. */
  readonly beside: readonly BesideWords[];
  /** Which tests notice which changed parts, of each spec of which texts between base and head were sampled. */
  readonly maps: readonly ChangeMap[];
  readonly cells: readonly MeasuredCell[];
};

/** Nothing was looked for. */
const noWords: WordsFound = { found: [], beside: [], maps: [], cells: [] };

/**
 * Finds the changed words behind each regression, within the share of the budget that is meant for it. No verdict
 * changes by it.
 */
export async function findWords(
  engine: Engine,
  of: {
    readonly plan: Plan;
    readonly measurements: Measurements;
    /** These are the questions of a part of a run. Missing or null = of a whole one. */
    readonly part?: RunPart | null;
    /** Where the samples of other jobs are joined. */
    readonly joined?: JoinedSearch;
  },
): Promise<WordsFound> {
  const { settings, ports } = engine;
  const { plan, measurements, part = null, joined = null } = of;
  if (settings.bisect === 'never') return noWords;
  const regressed = regressedIn(plan, measurements, { settings, questions: part?.questions ?? null });
  if (regressed.length === 0) return noWords;
  engine.ledger.leave(settings.budget.why);
  // Apart from what was measured for the verdicts: nothing of this may count for them.
  const measured = new Measured({ questions: [], trees: measurements.trees });
  const search = async (
    each: (typeof regressed)[number],
    stop?: AbortSignal,
  ): ReturnType<typeof searchWords> =>
    searchWords(stop === undefined ? engine : stoppedBy(engine, stop), {
      ...{ regressed: each, measurements, measured, joined },
    });
  if (!engine.replayOnly) ports.log.info(beginning(regressed.length));
  const ends: Awaited<ReturnType<typeof searchWords>>[] = [];
  // One after another where nothing is waited for, like the questions themselves.
  if (engine.replayOnly) for (const each of regressed) ends.push(await search(each));
  else ends.push(...(await atOnce(regressed, search)));
  return {
    found: ends.flatMap(({ end }) => (end !== null && 'end' in end ? [end] : [])),
    beside: ends.flatMap(({ end }) => (end !== null && 'note' in end ? [end] : [])),
    maps: mapsOf(
      regressed.map(({ question }) => question),
      ends.flatMap(({ texts }) => texts),
      settings.decide,
    ),
    cells: measured.cells,
  };
}

function mapsOf(
  questions: readonly Question[],
  samples: readonly TextSamples[],
  { drop, beta }: Settings['decide'],
): readonly ChangeMap[] {
  const changes = new Map(questions.map(({ change }) => [change.name, change] as const));
  return [...changes.values()].flatMap((change) => {
    const own = samples.filter(({ spec }) => spec === change.name);
    if (own.length === 0) return [];
    const rules = { falseDiscoveries, drop, beta };
    const map = changeMap({ spec: change.name, cut: cutChange(change), samples: own, rules });
    return map.tests.length === 0 ? [] : [map];
  });
}

function beginning(regressions: number): string {
  const behind = regressions === 1 ? 'the regression' : `each of the ${regressions} regressions`;
  return `Looking for the changed words behind ${behind}.`;
}
