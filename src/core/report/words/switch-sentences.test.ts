import { describe, expect, test } from '@jest/globals';
import { aModel, aRow, aSummary, aVerdict } from '../../../testing/builders/a-summary.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { renderComment } from '../markdown/comment.ts';
import { verdictLine } from './headline.ts';
import { plainPhrases } from './phrases.ts';
import { movedTests } from './moved-tests.ts';
import { renderTerminal } from '../terminal/terminal.ts';

const models = [aModel('old'), aModel('new')];
const aSwitch = (changes: Partial<Verdict> = {}): Verdict =>
  aVerdict({ asks: 'model-switch', insteadOf: 'old', model: 'new', ...changes });
const broken = {
  verdict: 'regressed',
  head: { passed: 1, failed: 4, unmeasured: 0 },
  excludes: null,
} as const;
const line = (verdicts: readonly Verdict[]) =>
  plainPhrases(verdictLine(aSummary({ changes: [], models, verdicts, conclusion: 'neutral' })));

test.each<[string, Partial<Verdict>, string]>([
  ['regressed', broken, 'new fails duration (20/20 → 1/5), which old passed.'],
  [
    'suspected',
    { ...broken, verdict: 'suspected' },
    'new may fail duration (20/20 → 1/5), which old passed; the evidence is too thin to be sure.',
  ],
  [
    'held',
    {},
    'new does as well as old on duration: drops of 40 percentage points or more are ruled out (90 % sure).',
  ],
  ['improved', { verdict: 'improved' }, 'new does better than old on duration (20/20 → 5/5).'],
  [
    'inconclusive',
    { verdict: 'inconclusive', why: 'no sample was measured.' },
    'No verdict on new instead of old for duration: no sample was measured.',
  ],
  [
    'base-too-weak',
    { verdict: 'base-too-weak' },
    'A drop cannot be seen on new, because old already fails too often: duration (20/20 → 5/5).',
  ],
])('a switch of models that is %s says so in plain words', (_, changes, said) => {
  expect(line([aSwitch(changes)])).toBe(said);
});

test('specs of one pair of models share a sentence, other pairs have their own', () => {
  const verdicts = [aSwitch(), aSwitch({ spec: 'money' }), aSwitch({ spec: 'money', insteadOf: 'older' })];

  expect(line(verdicts)).toContain('new does as well as old on duration and money: drops');
  expect(line(verdicts)).toContain('new does as well as older on money: drops');
});

describe('beside a changed text', () => {
  const summary = aSummary({
    models,
    verdicts: [aVerdict({ model: 'old' }), aVerdict({ model: 'new' }), aSwitch(broken)],
    matrix: [
      aRow('on the text', { new: { base: { passed: 20, failed: 0 }, head: { passed: 5, failed: 0 } } }),
      aRow(
        'on the switch',
        { new: { base: { passed: 20, failed: 0 }, head: { passed: 1, failed: 4 } } },
        { asks: 'model-switch', insteadOf: 'old' },
      ),
    ],
    conclusion: 'failure',
  });

  test('what held of the text is not mixed with what the switch did', () => {
    expect(plainPhrases(verdictLine(summary))).toMatch(
      /^new fails duration \(20\/20 → 1\/5\), which old passed\. The new text held on both models: drops/,
    );
  });

  test('rows and tests that moved say which models are compared', () => {
    const terminal = renderTerminal(summary);
    const comment = renderComment(summary, {
      marker: '<!-- spec-portability:v1:key -->',
      repositoryUrl: null,
      reportHint: null,
    });

    expect(movedTests(summary)).toMatchObject([{ test: 'on the switch', model: 'new', insteadOf: 'old' }]);
    expect(terminal).toMatch(/duration +new instead of old +20\/20 → 1\/5/);
    expect(comment).toContain('| `new` instead of `old` |');
    expect(comment).toContain('on the model that is left and on the one that takes over (1)');
    expect(comment).not.toContain('withheld');
  });
});
