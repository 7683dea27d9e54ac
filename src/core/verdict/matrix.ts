import type { MeasuredCell, Measurements } from './measurements.ts';
import type { Plan } from '../plan/plan.ts';
import type { Question, Role } from '../plan/question.ts';
import { besideOf } from '../records/asks.ts';
import type { Beside } from '../records/asks.ts';
import { excusedSigns } from '../results/tampered.ts';
import { testResults } from '../results/test-results.ts';
import { expectedTests, withHeadIds } from './expected-tests.ts';
import type { ExpectedTests } from './expected-tests.ts';
import { cellsDrawn } from './samples-of.ts';

/** Passes and failures of one test in one arm. */
export type TestTally = { readonly passed: number; readonly failed: number };

/** One test of one spec over models and sides. */
export type MatrixRow = {
  readonly spec: string;
  /** Missing where the row is about the change of a text. */
  readonly asks?: Beside;
  readonly test: string;
  /** Present on both sides, or only on one: a new requirement, or a test that vanished. */
  readonly on: 'both' | 'head-only' | 'base-only';
  readonly byModel: ReadonlyMap<string, { readonly base: TestTally | null; readonly head: TestTally | null }>;
};

/** One row a test of every spec that was asked about: passes and failures by model and side. */
export function matrixOf(plan: Plan, measurements: Measurements): MatrixRow[] {
  return [...new Set(plan.questions.map(({ change }) => change))].flatMap((change) => {
    const questions = plan.questions.filter((question) => question.change === change);
    const [first] = questions;
    if (first === undefined) return [];
    const tests = expectedTests(first, measurements);
    const beside = besideOf(first.asks);
    const columns = questions.map((question) => columnOf(question, tests, measurements));
    return allIds(tests).map((test) => ({
      spec: change.name,
      ...(beside === undefined ? {} : { asks: beside }),
      test,
      on: sidesOf(test, tests),
      byModel: new Map(
        columns.map(({ model, base, head }) => [
          model,
          { base: base?.get(test) ?? null, head: head.get(test) ?? null },
        ]),
      ),
    }));
  });
}

type Column = {
  readonly model: string;
  readonly base: ReadonlyMap<string, TestTally> | null;
  readonly head: ReadonlyMap<string, TestTally>;
};

function columnOf(question: Question, tests: ExpectedTests, measurements: Measurements): Column {
  const of = (role: Role): ReadonlyMap<string, TestTally> =>
    talliesOf(cellsDrawn(question, role, measurements), tests, measurements);
  return {
    model: question.head.model.id,
    base: question.base === null ? null : of('base'),
    head: of('head'),
  };
}

function talliesOf(
  cells: readonly MeasuredCell[],
  tests: ExpectedTests,
  { trees }: Measurements,
): ReadonlyMap<string, TestTally> {
  const ids = allIds(tests);
  const expected = { ids, skipped: new Set<string>() };
  const results = cells.map(({ arm, role, code, testRun: raw }) => {
    const testRun = raw === null || role === 'head' ? raw : withHeadIds(raw, tests.moved);
    return testResults({ code, testRun, expected, excused: excusedSigns(trees.get(arm.version)) });
  });
  const count = (id: string, result: 'passed' | 'failed'): number =>
    results.filter((each) => each.get(id) === result).length;
  return new Map(ids.map((id) => [id, { passed: count(id, 'passed'), failed: count(id, 'failed') }]));
}

function allIds({ base, head, shared }: ExpectedTests): string[] {
  return [...new Set([...shared.ids, ...head.ids, ...(base?.ids ?? [])])];
}

function sidesOf(test: string, { base, head, shared }: ExpectedTests): MatrixRow['on'] {
  if (base === null || shared.ids.includes(test)) return 'both';
  return head.ids.includes(test) ? 'head-only' : 'base-only';
}
