import { describe, expect, test } from '@jest/globals';
import type { Sign, TestRun, TreeJudge, TreeRuns } from '../results/test-report.ts';
import type { VerdictWord } from '../records/verdict-word.ts';
import { aQuestion } from '../../testing/builders/a-question.ts';
import { halves } from '../../testing/builders/halves.ts';
import type { Role } from '../plan/question.ts';
import { suspicionsOf } from '../generation/suspicions.ts';
import { cappedBy, distrustOf } from './distrust.ts';
import { measuredFrom } from './measured.ts';
import type { UnreadCell } from './measurements.ts';
import type { Requirements } from './requirements.ts';

const requirements = (verdict: Requirements['verdict']): Requirements => ({
  ...{ verdict, p: 1, passed: 3, samples: 3, tests: [] },
});

const verdict = (word: VerdictWord, of: Requirements['verdict'] = 'undecided') => ({
  ...{ verdict: word, requirements: requirements(of), why: null, excludes: 0.4 },
});

const why = 'nobody has accepted that';

describe('where a change is not trusted', () => {
  test.each(['held', 'improved', 'portable'] as const)('%s becomes inconclusive, and says why', (word) => {
    expect(cappedBy(verdict(word), why)).toMatchObject({
      verdict: 'inconclusive',
      excludes: null,
      why: `it would be ${word}, but ${why}`,
    });
  });

  test.each(['regressed', 'suspected', 'base-too-weak', 'not-portable', 'inconclusive'] as const)(
    '%s stays as it is',
    (word) => {
      expect(cappedBy(verdict(word), why)).toEqual(verdict(word));
    },
  );

  test('met becomes undecided, unmet stays, and neither changes the other answer', () => {
    expect(cappedBy(verdict('regressed', 'met'), why)).toEqual(verdict('regressed', 'undecided'));
    expect(cappedBy(verdict('held', 'unmet'), why).requirements).toEqual(requirements('unmet'));
  });
});

test('where it is trusted every verdict stays', () => {
  expect(cappedBy(verdict('held', 'met'), null)).toEqual(verdict('held', 'met'));
});

describe('a change is not trusted', () => {
  const nothing = { text: '', droppedBytes: 0 };
  const runWith = (signs: readonly Sign[]): TestRun => ({
    run: { end: { kind: 'exited', code: 0 }, stdout: nothing, stderr: nothing, durationMs: 1 },
    report: null,
    guard: { signs: [...signs], broken: [], poisoned: false },
  });
  const treeWith = (signs: readonly Sign[], judge?: TreeJudge): TreeRuns => ({
    ...{ own: runWith(signs), emptied: runWith([]), notes: [] },
    ...(judge === undefined ? {} : { judge }),
  });
  const question = aQuestion();
  const onTrees = (base: TreeRuns, head: TreeRuns): string | null => {
    const versions = [question.base?.version ?? question.head.version, question.head.version];
    const [one, other] = versions;
    if (one === undefined || other === undefined) throw new Error('a question has two sides');
    const trees = new Map([
      [one, base],
      [other, head],
    ]);
    return distrustOf(question, measuredFrom({ questions: [question], cells: [], trees }));
  };
  const altered = { by: 'base', agree: false, altered: ['Makefile'], accepted: null } as const;

  test('where it alters its judge, it makes a difference, and nobody has accepted it', () => {
    expect(onTrees(treeWith([]), treeWith([], altered))).toMatch(
      /alters how .*\(Makefile\).*nobody has accepted/,
    );
    expect(onTrees(treeWith([]), treeWith([], { ...altered, agree: true }))).toBeNull();
    const accepted = { by: 'octo', url: null };
    expect(onTrees(treeWith([]), treeWith([], { ...altered, accepted }))).toBeNull();
  });

  test('where no proved change of a test reaches the head', () => {
    const controls = {
      proven: [],
      changed: 4,
      noticed: 3,
      blind: [],
      passing: 2,
      reached: 0,
      byExitCode: false,
    };
    const reached = (isOutOfReach: boolean): TreeRuns => ({
      ...treeWith([]),
      controls: { ...controls, isOutOfReach },
    });

    expect(onTrees(reached(false), reached(true))).toMatch(/^a pass on the head could not be tested/);
    expect(onTrees(reached(false), reached(false))).toBeNull();
  });

  test('where its own code shows a sign that the base does not show', () => {
    expect(onTrees(treeWith(['unguarded']), treeWith(['unguarded', 'patched']))).toMatch(/\(patched\)/);
    expect(onTrees(treeWith(['unguarded', 'patched']), treeWith(['unguarded']))).toBeNull();
    // Its code may not run at all yet.
    expect(onTrees(treeWith([]), treeWith(['cut-short']))).toBeNull();
  });
});

describe('a pass of code that looks as if it reads its tests', () => {
  const nothing = { text: '', droppedBytes: 0 };
  const question = aQuestion();
  const runThat = (...statuses: readonly ('passed' | 'failed')[]): TestRun => ({
    run: {
      ...{ stdout: nothing, stderr: nothing, durationMs: 1 },
      end: { kind: 'exited', code: statuses.includes('failed') ? 1 : 0 },
    },
    report: {
      format: 'node-test',
      cases: statuses.map((status, index) => ({ id: String(index), status, message: '' })),
    },
  });
  const reading = `const text = readFileSync('test/half.test.mjs', 'utf8');`;
  const sampleOf = (role: Role, content: string, testRun: TestRun): UnreadCell => ({
    ...{ question: question.id, role, arm: question[role], sample: 0, flaky: [], generation: null },
    ...{ code: { kind: 'files' }, cached: false, testRun },
    suspicions: suspicionsOf([{ path: 'src/half.mjs', content }]),
  });
  const distrust = (...cells: readonly UnreadCell[]): string | null =>
    distrustOf(question, measuredFrom({ questions: [question], cells, trees: new Map() }));

  test('speaks for nothing on the head, and the sign is named', () => {
    expect(distrust(sampleOf('head', reading, runThat('passed')))).toBe(
      'the code of 1 of 1 samples of the head looks as if it read or inspected the tests that it passes (reads its tests), so those passes prove nothing',
    );
  });

  test('counts where some tests pass, and where only an exit code is known', () => {
    expect(distrust(sampleOf('head', reading, runThat('passed', 'failed')))).not.toBeNull();
    expect(distrust(sampleOf('head', reading, runThat()))).not.toBeNull();
  });

  test('is no matter where it fails all tests, where it tampered, on the base, and in honest code', () => {
    const tampered = {
      ...runThat('passed'),
      guard: { signs: ['forged'], broken: [], poisoned: false },
    } as const;
    expect(distrust(sampleOf('head', reading, runThat('failed')))).toBeNull();
    expect(distrust(sampleOf('head', reading, tampered))).toBeNull();
    expect(distrust(sampleOf('base', reading, runThat('passed')))).toBeNull();
    expect(distrust(sampleOf('head', halves.right, runThat('passed')))).toBeNull();
    // Suspicious in another way: a control run tells such a pass from an earned one.
    expect(distrust(sampleOf('head', 'process.exit(0);', runThat('passed')))).toBeNull();
  });
});
