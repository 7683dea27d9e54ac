import { isTooWeak } from '../../src/core/statistics/decision-chance.ts';
import { dropEvidence } from '../../src/core/statistics/evidence.ts';
import { reaches } from '../../src/core/statistics/excluded-drop.ts';
import { predictedAt } from './exact-steps.ts';
import { dropThreshold } from '../../src/core/statistics/gate.ts';
import { swapped } from '../../src/core/statistics/sampling-plan.ts';
import type { Look, Passes, SamplingPlan } from '../../src/core/statistics/sampling-plan.ts';

/** One endpoint of one question, whose every way through the looks is followed. */
export type Endpoint = {
  readonly plan: SamplingPlan;
  /** The level at which a drop ends sampling. */
  readonly level: number;
  /** The level of a question by itself, for `suspected` and `improved`. */
  readonly alone: number;
  /** The drop that `held` rules out, or null where a test is followed: it can only drop or improve. */
  readonly rulesOut: { readonly drop: number; readonly beta: number } | null;
  /** Whether sampling ends without a claim. */
  readonly ends: (index: number, passes: Passes) => boolean;
};

/** Exact chances of the words a question may end in, and the expected number of samples of both sides. */
export type Ends = {
  readonly drop: number;
  readonly improved: number;
  readonly held: number;
  readonly samples: number;
};

type Rates = { readonly base: number; readonly head: number };

/**
 * What becomes of an endpoint whose sides pass with these rates. Mass is moved over the looks, apart for what was
 * improved or suspected already, because the strongest evidence counts, whenever it was seen.
 */
export function endsOf(endpoint: Endpoint): (rates: Rates) => Ends {
  const signs = endpoint.plan.map((look, index) => signsAt(endpoint, look, index));
  return (rates) => follow(endpoint, signs, rates);
}

/** What one outcome of a look means; the bits of `marked` outlive the look. */
type Sign = { readonly stop: keyof Ends | 'nothing' | null; readonly marked: number };

const improvedMark = 1;
const suspectedMark = 2;

function signsAt(endpoint: Endpoint, look: Look, index: number): readonly Sign[] {
  const { plan, level, alone, ends } = endpoint;
  const least = {
    drop: dropThreshold(plan, level),
    suspected: dropThreshold(plan, alone),
    improved: dropThreshold(swapped(plan), alone),
    suspicion: dropThreshold(plan, 0.05),
  };
  const [turned = look] = swapped([look]);
  return outcomesOf(look).map((passes): Sign => {
    const isWeak = isWeakIn(endpoint, passes, look);
    const evidence = isWeak ? 0 : dropEvidence(passes, look);
    const better = dropEvidence({ base: passes.head, head: passes.base }, turned);
    const isBetter = better >= least.improved;
    const isWorse = evidence >= least.suspected;
    const marked = (isBetter ? improvedMark : 0) + (isWorse ? suspectedMark : 0);
    if (evidence >= least.drop) return { stop: 'drop', marked };
    if (!isWeak && evidence < least.suspicion && isRuledOut(endpoint, passes, look))
      return { stop: 'held', marked };
    return { stop: marked === 0 && ends(index, passes) ? 'nothing' : null, marked };
  });
}

function isWeakIn({ rulesOut }: Endpoint, passes: Passes, look: Look): boolean {
  return rulesOut !== null && isTooWeak(passes, look, rulesOut.drop);
}

function isRuledOut({ plan, rulesOut }: Endpoint, passes: Passes, look: Look): boolean {
  return rulesOut !== null && reaches({ plan, look, passes, beta: rulesOut.beta }, rulesOut.drop);
}

function follow({ plan }: Endpoint, signs: readonly (readonly Sign[])[], rates: Rates): Ends {
  const ends = { drop: 0, improved: 0, held: 0, samples: 0 };
  let open = new Map([[0, { base: 0, head: 0, of: Float64Array.of(1) }]]);
  for (const [index, look] of plan.entries()) {
    const next: typeof open = new Map();
    for (const [before, mass] of open) {
      const left = mass.of.reduce((sum, each) => sum + each, 0);
      ends.samples += left * (look.base - mass.base + look.head - mass.head);
      const moved = predictedAt(mass, look, rates);
      moved.forEach((chance, outcome) => {
        const sign = signs[index]?.[outcome];
        if (sign === undefined || chance === 0) return;
        const marked = before | sign.marked;
        const isOver = sign.stop !== null || index === plan.length - 1;
        if (isOver) {
          const word = wordOf(sign.stop, marked);
          if (word !== null) ends[word] += chance;
          return;
        }
        const to = next.get(marked) ?? { ...look, of: new Float64Array(moved.length) };
        next.set(marked, to);
        to.of[outcome] = (to.of[outcome] ?? 0) + chance;
      });
    }
    open = next;
  }
  return ends;
}

// What the engine says where several words would do: a drop before an improvement, and both before `held`.
function wordOf(stop: Sign['stop'], marked: number): 'drop' | 'improved' | 'held' | null {
  if (stop === 'drop') return 'drop';
  if ((marked & suspectedMark) > 0) return null;
  if ((marked & improvedMark) > 0) return 'improved';
  return stop === 'held' ? 'held' : null;
}

// In the order of the tables.
function outcomesOf(look: Look): readonly Passes[] {
  return Array.from({ length: (look.base + 1) * (look.head + 1) }, (_, outcome) => ({
    base: Math.floor(outcome / (look.head + 1)),
    head: outcome % (look.head + 1),
  }));
}
