import type { PortabilitySummary } from '../summary/summary.ts';
import type { AdditionalKind } from '../../records/asks.ts';
import { share } from './wording.ts';
import type { TestTally } from '../../verdict/matrix.ts';

/** A test with different pass rates on the two sides on one model. This is an observation, not a statistical test. */
export type MovedTest = {
  /** Id of the question. */
  readonly question: string;
  readonly spec: string;
  readonly test: string;
  readonly model: string;
  /** Missing if the test moved because a text changed. */
  readonly asks?: AdditionalKind;
  /** The old model, if two models are compared. */
  readonly insteadOf?: string;
  readonly base: TestTally;
  readonly head: TestTally;
  readonly drop: number;
  /** A verdict names the test, but the difference is not significant after the correction for the number of tests. */
  readonly unconfirmed: boolean;
};

/**
 * Tests that a verdict names or whose drop is at least the one that matters; the largest drops first. Under a verdict
 * that held a difference is noise and is left out, and so is a drop under one that improved.
 */
export function movedTests(summary: PortabilitySummary): readonly MovedTest[] {
  const named = new Map(
    summary.verdicts
      .filter((verdict) => verdict.verdict === 'regressed' || verdict.verdict === 'suspected')
      .flatMap((verdict) =>
        verdict.brokenTests.map(
          (test) => [identity({ question: verdict.question, test }), verdict.unconfirmed] as const,
        ),
      ),
  );
  return allMoves(summary)
    .map((move) => ({ ...move, unconfirmed: named.get(identity(move)) }))
    .filter((move) => move.unconfirmed !== undefined || isRelevant(summary, move))
    .map((move) => ({ ...move, unconfirmed: move.unconfirmed === true }))
    .toSorted((one, other) => other.drop - one.drop);
}

/** The same where they say more than the verdict's sentence, which names the one test of one regression itself. */
export function movedBeyondVerdict(summary: PortabilitySummary): readonly MovedTest[] {
  const moved = movedTests(summary);
  const [only, ...more] = moved;
  const bad = summary.verdicts.filter(({ verdict }) => verdict === 'regressed' || verdict === 'suspected');
  const [first, ...others] = bad;
  const isNamed =
    more.length === 0 && others.length === 0 && !first?.unconfirmed && first?.brokenTests[0] === only?.test;
  // A switch of models names specs, not tests.
  return isNamed && first?.asks !== 'model-switch' ? [] : moved;
}

type Move = Omit<MovedTest, 'unconfirmed'>;

function isRelevant({ settings, verdicts }: PortabilitySummary, move: Move): boolean {
  if (Math.abs(move.drop) < settings.drop) return false;
  const word = verdicts.find(({ question }) => question === move.question)?.verdict;
  return word !== 'held' && !(word === 'improved' && move.drop > 0);
}

function allMoves(summary: PortabilitySummary): readonly Move[] {
  const left = new Map(summary.verdicts.map(({ question, insteadOf }) => [question, insteadOf]));
  return summary.matrix
    .filter((row) => row.on === 'both')
    .flatMap(({ spec, asks, test, byQuestion }) =>
      [...byQuestion].flatMap(([question, { model, base, head }]) => {
        const insteadOf = left.get(question);
        const names = {
          ...{ question, spec, test, model },
          ...(asks === undefined ? {} : { asks }),
          ...(insteadOf === undefined ? {} : { insteadOf }),
        };
        return moveOf(names, base, head);
      }),
    );
}

type Names = Pick<MovedTest, 'question' | 'spec' | 'test' | 'model' | 'asks' | 'insteadOf'>;

function moveOf(names: Names, base: TestTally | null, head: TestTally | null): readonly Move[] {
  if (base === null || head === null) return [];
  const before = share(base);
  const now = share(head);
  return before === null || now === null || before === now
    ? []
    : [{ ...names, base, head, drop: before - now }];
}

function identity({ question, test }: Pick<Names, 'question' | 'test'>): string {
  return JSON.stringify([question, test]);
}
