import { describe, expect, test } from '@jest/globals';
import { aQuestion } from '../../testing/builders/a-question.ts';
import { someSettings } from '../../testing/builders/some-settings.ts';
import type { CommandRun, TestReport, TestRun } from '../results/test-report.ts';
import type { SpecPair } from '../specs/spec.ts';
import { answeredOf } from './answered-of.ts';
import { brokenByHead } from './broken-by-head.ts';
import { decide } from './decide.ts';
import { matrixOf } from './matrix.ts';
import { measuredFrom } from './measured.ts';
import type { Measurements } from './measurements.ts';
import type { Verdict } from './verdict.ts';

const nothing = { text: '', droppedBytes: 0 };
const aRun = (end: CommandRun['end'], report: TestReport | null): TestRun => ({
  run: { end, stdout: nothing, stderr: nothing, durationMs: 1 },
  report,
});
const exited = (code: number) => ({ kind: 'exited', code }) as const;

/** A run that reports these tests; `-` marks those that fail. */
function reported(...names: readonly string[]): TestRun {
  const cases = names.map((name) => ({
    ...{ id: name.replace(/^-/, ''), message: '' },
    status: name.startsWith('-') ? ('failed' as const) : ('passed' as const),
  }));
  const isRed = cases.some(({ status }) => status === 'failed');
  return aRun(exited(isRed ? 1 : 0), { format: 'node-test', cases });
}
const exitCode = (code: number): TestRun => aRun(exited(code), { format: 'exit-code', cases: [] });

const plain = aQuestion({ looks: [8] });

type Situation = {
  /** The committed code on its own, the base before the head. */
  readonly own: readonly [TestRun, TestRun];
  readonly base: TestRun;
  readonly head: readonly TestRun[];
  readonly change?: Partial<SpecPair>;
};

function judged({ own, base, head, change = {} }: Situation) {
  const question = { ...plain, change: { ...plain.change, isCodeSame: true, otherFiles: [], ...change } };
  const cells = (role: 'base' | 'head', runs: readonly TestRun[]) =>
    runs.map((testRun, sample) => ({
      ...{ question: question.id, role, arm: question[role], sample, testRun },
      ...({ code: { kind: 'files' }, flaky: [], generation: null, cached: false } as const),
    }));
  const emptied = aRun(exited(1), null);
  const measurements = measuredFrom({
    questions: [question],
    cells: [...cells('base', times(8, base)), ...cells('head', head)],
    trees: new Map([
      [question.base.version, { own: own[0], emptied, notes: [] }],
      [question.head.version, { own: own[1], emptied, notes: [] }],
    ]),
  });
  const answered = answeredOf(question, measurements);
  return { question, measurements, answered, verdict: decide([answered], someSettings())[0] };
}

const times = (number: number, run: TestRun): readonly TestRun[] => Array.from({ length: number }, () => run);
const verdictOf = (situation: Situation): Verdict | undefined => judged(situation).verdict;

const good = reported('a', 'b');
const broken = reported('a', '-b');
const brokenBeside: Situation = { own: [good, broken], base: good, head: times(8, broken) };

describe('a test that only the committed code of the head fails, with the same code on both sides', () => {
  test('makes no regression, speaks for nothing, and the reason names it', () => {
    expect(verdictOf(brokenBeside)).toMatchObject({
      verdict: 'inconclusive',
      head: { passed: 8, failed: 0 },
      brokenTests: [],
      why: expect.stringMatching(/^it would be held, but not every test could be counted: .*\(b\)$/),
    });
  });

  test('keeps its row, which says that it is left out', () => {
    const { question, measurements } = judged(brokenBeside);
    const rows = matrixOf({ changes: [], questions: [question] }, measurements);
    expect(rows.map(({ test: name, isLeftOut }) => [name, isLeftOut])).toEqual([
      ['a', undefined],
      ['b', true],
    ]);
  });

  test('hides no regression of another test', () => {
    expect(verdictOf({ ...brokenBeside, head: times(8, reported('-a', '-b')) })).toMatchObject({
      verdict: 'regressed',
      brokenTests: ['a'],
    });
  });

  test('counts where every sample of the head passes it: then the code is just not generated anew', () => {
    expect(verdictOf({ ...brokenBeside, head: times(8, good) })).toMatchObject({
      verdict: 'held',
      why: null,
    });
  });

  test.each([
    ['its file does not load any more', reported('a', '-file.mjs'), reported('a', '-file.mjs')],
    ['one sample of eight fails it', broken, null],
  ])('is left out as well where %s', (_, ownHead, sample) => {
    const head = sample === null ? [...times(7, good), broken] : times(8, sample);
    const otherFilesChanged = sample !== null;
    expect(
      verdictOf({ ...brokenBeside, own: [good, ownHead], head, change: { otherFilesChanged } }),
    ).toMatchObject({
      verdict: 'inconclusive',
      why: expect.stringContaining('not every test could be counted'),
    });
  });

  test.each([
    ['all of its tests', reported('-a', '-b'), good],
    ['a command that does not end', aRun({ kind: 'timed-out' }, null), good],
    ['a command that names no test', exitCode(1), exitCode(0)],
  ])('leaves nothing to compare where it is %s', (_, ownHead, sample) => {
    const head = times(8, ownHead);
    expect(verdictOf({ own: [sample, ownHead], base: sample, head })).toMatchObject({
      verdict: 'inconclusive',
      why: expect.stringMatching(/^nothing to compare: the tests pass on the base's committed code and fail/),
    });
  });
});

describe('such a test counts', () => {
  test.each([
    ['the code under `writes` differs', { isCodeSame: false }],
    ['a test changed, so that it may ask for code that is not there yet', { changedTests: ['test/b.mjs'] }],
  ])('where %s', (_, change: Partial<SpecPair>) => {
    expect(verdictOf({ ...brokenBeside, change })).toMatchObject({
      verdict: 'regressed',
      brokenTests: ['b'],
    });
  });

  test('where the run on the committed code was cancelled or passed', () => {
    const cancelled = aRun({ kind: 'cancelled' }, null);
    for (const ownHead of [cancelled, good])
      expect(verdictOf({ ...brokenBeside, own: [good, ownHead] })?.verdict).toBe('regressed');
  });
});

describe('what a reader is told of it', () => {
  const told = (situation: Situation): ReturnType<typeof brokenByHead> => {
    const { measurements }: { measurements: Measurements } = judged(situation);
    return brokenByHead(measurements);
  };
  const otherFiles = ['lib/two.mjs'];

  test('is the other files, and whether a verdict rests on it', () => {
    const entry = { spec: 'duration', tests: ['b'], otherFiles };
    expect(told({ ...brokenBeside, change: { otherFiles } })).toEqual([{ ...entry, isLeftOut: true }]);
    expect(told({ ...brokenBeside, change: { otherFiles, isCodeSame: false } })).toEqual([
      { ...entry, isLeftOut: false },
    ]);
  });

  test('is nothing where the samples pass it', () => {
    expect(told({ ...brokenBeside, head: times(8, good) })).toEqual([]);
  });
});
