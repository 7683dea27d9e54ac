import type { PortabilitySummary } from '../summary/summary.ts';
import { besideOf } from '../../records/asks.ts';
import type { Beside } from '../../records/asks.ts';
import { share } from './wording.ts';
import type { MatrixRow, TestTally } from '../../verdict/matrix.ts';

/** A test with different pass rates on the two sides on one model. This is an observation, not a statistical test. */
export type MovedTest = {
  readonly spec: string;
  readonly test: string;
  readonly model: string;
  /** Missing if the test moved because a text changed. */
  readonly asks?: Beside;
  /** The old model, if two models are compared. */
  readonly insteadOf?: string;
  readonly base: TestTally;
  readonly head: TestTally;
  readonly drop: number;
  /** A verdict names the test, but the difference is not significant after the correction for the number of tests. */
  readonly unconfirmed: boolean;
};

/** Tests that a verdict names or whose drop is at least the one that matters; the largest drops first. */
export function movedTests(summary: PortabilitySummary): readonly MovedTest[] {
  const named = new Map(
    summary.verdicts
      .filter((verdict) => verdict.verdict === 'regressed' || verdict.verdict === 'suspected')
      .flatMap((verdict) =>
        verdict.brokenTests.map(
          (test) =>
            [identity({ ...verdict, asks: besideOf(verdict.asks), test }), verdict.unconfirmed] as const,
        ),
      ),
  );
  return allMoves(summary)
    .map((move) => ({ ...move, unconfirmed: named.get(identity(move)) }))
    .filter(({ drop, unconfirmed }) => Math.abs(drop) >= summary.settings.drop || unconfirmed !== undefined)
    .map((move) => ({ ...move, unconfirmed: move.unconfirmed === true }))
    .toSorted((one, other) => other.drop - one.drop);
}

type Move = Omit<MovedTest, 'unconfirmed'>;

function allMoves(summary: PortabilitySummary): readonly Move[] {
  return summary.matrix
    .filter((row) => row.on === 'both')
    .flatMap((row) =>
      [...row.byModel].flatMap(([model, { base, head }]) =>
        moveOf({ spec: row.spec, test: row.test, model, ...leftBy(summary, row, model) }, base, head),
      ),
    );
}

type Names = Pick<MovedTest, 'spec' | 'test' | 'model' | 'asks' | 'insteadOf'>;

function leftBy(
  { verdicts }: PortabilitySummary,
  { asks, spec }: MatrixRow,
  model: string,
): Pick<Names, 'asks' | 'insteadOf'> {
  if (asks === undefined) return {};
  const insteadOf = verdicts.find(
    (each) => each.asks === asks && each.spec === spec && each.model === model,
  )?.insteadOf;
  return insteadOf === undefined ? { asks } : { asks, insteadOf };
}

function moveOf(names: Names, base: TestTally | null, head: TestTally | null): readonly Move[] {
  if (base === null || head === null) return [];
  const before = share(base);
  const now = share(head);
  return before === null || now === null || before === now
    ? []
    : [{ ...names, base, head, drop: before - now }];
}

function identity({
  spec,
  test,
  model,
  asks,
  insteadOf,
}: Omit<Names, 'asks' | 'insteadOf'> & {
  asks?: Beside | undefined;
  insteadOf?: string | undefined;
}): string {
  return JSON.stringify([spec, test, model, asks, insteadOf]);
}
