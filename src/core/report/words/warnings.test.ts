import { describe, expect, test } from '@jest/globals';
import { aHunk, aModel, aSummary, aVerdict } from '../../../testing/builders/a-summary.ts';
import type { BrokenByHead } from '../../verdict/broken-by-head.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import { nextStep } from '../advice/next-step.ts';
import { plainPhrases } from './phrases.ts';
import { warnings } from './warnings.ts';

const otherFiles = ['lib/two.mjs'];
const broken: BrokenByHead = { spec: 'duration', tests: ['two'], isLeftOut: true, otherFiles };
const summaryWith = (
  brokenByHead: readonly BrokenByHead[],
  verdict: 'regressed' | 'inconclusive' | 'held' = 'inconclusive',
): PortabilitySummary =>
  aSummary({
    ...{ brokenByHead, models: [aModel('a')], conclusion: 'neutral' },
    verdicts: [aVerdict({ model: 'a', verdict, culprit: [aHunk({ file: 'SPEC.md' })] })],
  });
const warned = (summary: PortabilitySummary): readonly string[] =>
  warnings(summary).map((warning) => plainPhrases(warning));
const stepAfter = (summary: PortabilitySummary): string =>
  plainPhrases(nextStep(summary, { head: summary.trigger.head, repositoryUrl: null }) ?? []);

describe('a test that no verdict rests on, because the head breaks it beside the spec', () => {
  test('is named with the other files that changed', () => {
    expect(warned(summaryWith([broken]))).toEqual([
      'two of duration fails on the head’s own committed code and passes on the base’s, although the code under writes is the same on both sides: no verdict rests on it, and as long as it fails nothing that speaks for the change counts. Besides the spec this change touches lib/two.mjs.',
    ]);
  });

  test('has to pass before anything else', () => {
    expect(stepAfter(summaryWith([broken]))).toBe(
      'make two pass on the head’s own committed code first, or move the change of lib/two.mjs to a pull request of its own; then the spec can be judged.',
    );
  });

  test('reads the spec itself where no other file changed', () => {
    const alone = summaryWith([{ ...broken, tests: ['two', 'three'], otherFiles: [] }]);
    expect(warned(alone)[0]).toMatch(/No other file changed, so they read the text of the spec/);
    expect(stepAfter(alone)).toMatch(/^make two and three pass on the head’s own committed code first; then/);
  });

  test('is told once for all specs whose tests the same files break', () => {
    const both = [broken, { ...broken, spec: 'money', tests: ['three'] }];
    expect(warned(summaryWith(both))).toEqual([
      expect.stringMatching(/^two and three of duration and money fail on/),
    ]);
  });
});

describe('a test that fails on the committed code of the head too, and counts', () => {
  const counts = [{ ...broken, isLeftOut: false }];

  test('puts a regression in doubt, with the other files that changed', () => {
    const summary = summaryWith(counts, 'regressed');
    expect(warned(summary)).toEqual([
      'two of duration fails on the head’s own committed code and passes on the base’s, so the spec may not be the cause. Besides the spec this change touches lib/two.mjs.',
    ]);
    expect(stepAfter(summary)).toMatch(
      /^see first why two fails on the head’s own committed code too \(also changed: lib\/two\.mjs\)\. If it is the spec, reword SPEC\.md/,
    );
  });

  test('is not mentioned where no verdict blames the spec, and where no other file changed', () => {
    expect(warned(summaryWith(counts, 'held'))).toEqual([]);
    const alone = [{ ...broken, isLeftOut: false, otherFiles: [] }];
    expect(warned(summaryWith(alone, 'regressed'))).toEqual([]);
    expect(stepAfter(summaryWith(alone, 'regressed'))).toMatch(/^reword SPEC\.md/);
  });
});
