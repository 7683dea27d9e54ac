import type { MeasuredCell, Measurements } from './measurements.ts';
import type { Plan } from '../plan/plan.ts';
import type { Question, Role } from '../plan/question.ts';
import { additionalKindOf } from '../records/asks.ts';
import type { AdditionalKind } from '../records/asks.ts';
import { signsWithoutGeneratedCode } from '../results/tampered.ts';
import { testResults } from '../results/test-results.ts';
import { expectedTests, withHeadIds } from './expected-tests.ts';
import type { ExpectedTests } from './expected-tests.ts';
import { cellsDrawn } from './samples-of.ts';

/** Passes and failures of one test in one arm. */
export type TestTally = { readonly passed: number; readonly failed: number };

/** Passes and failures of one test in the arms of one question. */
export type ComparedTest = {
  /** The model of the head. */
  readonly model: string;
  readonly base: TestTally | null;
  readonly head: TestTally | null;
};

/** One test of one spec over models and sides. */
export type MatrixRow = {
  readonly spec: string;
  /** Missing where the row is about the change of a text. */
  readonly asks?: AdditionalKind;
  readonly test: string;
  /** Present on both sides, or only on one: a new requirement, or a test that vanished. */
  readonly on: 'both' | 'head-only' | 'base-only';
  /** No verdict rests on it, because it fails on the head's own committed code; missing = it counts. */
  readonly isLeftOut?: true;
  /** By the id of the question. */
  readonly byQuestion: ReadonlyMap<string, ComparedTest>;
};

/** One row a test of every spec that was asked about: passes and failures by question and side. */
export function matrixOf(plan: Plan, measurements: Measurements): MatrixRow[] {
  return groupsOf(plan.questions).flatMap((questions) => {
    const [first] = questions;
    const tests = expectedTests(first, measurements);
    const beside = additionalKindOf(first.asks);
    const columns = questions.map((question) => columnOf(question, tests, measurements));
    const leftOut = new Set(questions.flatMap((each) => expectedTests(each, measurements).leftOut));
    return allIds(tests).map((test) => ({
      spec: first.change.name,
      ...(beside === undefined ? {} : { asks: beside }),
      test,
      on: sidesOf(test, tests),
      ...(leftOut.has(test) ? { isLeftOut: true } : {}),
      byQuestion: new Map(
        columns.map(({ question, model, base, head }) => [
          question,
          { model, base: base?.get(test) ?? null, head: head.get(test) ?? null },
        ]),
      ),
    }));
  });
}

/** What a row says of a model; undefined where the model was not asked. */
export function testOn({ byQuestion }: MatrixRow, model: string): ComparedTest | undefined {
  return [...byQuestion.values()].find((compared) => compared.model === model);
}

type Group = [Question, ...Question[]];

// Questions that share rows: they ask the same of the same two texts, each of another model.
function groupsOf(questions: readonly Question[]): readonly Group[] {
  const groups: Group[] = [];
  for (const question of questions) {
    const group = groups.find((each) => sharesRows(question, each));
    if (group === undefined) groups.push([question]);
    else group.push(question);
  }
  return groups;
}

function sharesRows(question: Question, group: Group): boolean {
  const [first] = group;
  return (
    first.change === question.change &&
    additionalKindOf(first.asks) === additionalKindOf(question.asks) &&
    first.base?.version === question.base?.version &&
    first.head.version === question.head.version &&
    group.every(({ head }) => head.model.id !== question.head.model.id)
  );
}

type Column = {
  readonly question: string;
  readonly model: string;
  readonly base: ReadonlyMap<string, TestTally> | null;
  readonly head: ReadonlyMap<string, TestTally>;
};

function columnOf(question: Question, tests: ExpectedTests, measurements: Measurements): Column {
  const of = (role: Role): ReadonlyMap<string, TestTally> =>
    talliesOf(cellsDrawn(question, role, measurements), tests, measurements);
  return {
    question: question.id,
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
    return testResults({
      code,
      testRun,
      expected,
      excused: signsWithoutGeneratedCode(trees.get(arm.version)),
    });
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
