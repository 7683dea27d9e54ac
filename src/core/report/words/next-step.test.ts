import { describe, expect, test } from '@jest/globals';
import { aHunk, aModel, aSummary, aVerdict } from '../../../testing/builders/a-summary.ts';
import { reportSituations } from '../../../testing/builders/report-situations.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import { nextStep } from './next-step.ts';
import { plainPhrases } from './phrases.ts';

const stepOf = (summary: PortabilitySummary): string | null => {
  const step = nextStep(summary, { head: summary.trigger.head, repositoryUrl: null });
  return step === null ? null : plainPhrases(step);
};
const situation = (name: string) => reportSituations[name] ?? aSummary();
const line = 'specs/duration/SPEC.md line 41';

describe('the next step', () => {
  test.each([
    [
      'regression',
      `reword ${line} until every model reads it as before; if the new behaviour is what you want, change the tests in the same pull request.`,
    ],
    [
      'tests-changed-too',
      `reword ${line} until every model reads it as before; if the new behaviour is what you want, change the failing test as well.`,
    ],
    ['same-words', 'reword specs/duration/SPEC.md lines 41–42 until every model reads it as before.'],
    [
      'model-switch',
      'keep claude-sonnet-5-5 for duration, or reword that spec until gpt-6.1-sol passes its tests.',
    ],
    ['stopped-model', 'mend openai/gpt-6.1-sol under models.'],
    [
      'new-tests-unmet',
      'say in duration what test/duration.test.mjs > upper case is read asks for: no model is shown a test.',
    ],
    ['new-spec', 'say in calendar what its failing tests ask for.'],
    ['inconclusive', 'allow more samples (samples.looks), or leave it open.'],
    ['budget-spent', 'raise budget.usd, or run the job again: it goes on with the samples that it has.'],
    ['fork', 'a maintainer can run the check from a branch of this repository.'],
  ])('after %s', (name, said) => {
    expect(stepOf(situation(name))).toBe(said);
  });

  test.each(['outage', 'no-answer'])('after %s is to run the job again', (name) => {
    expect(stepOf(situation(name))).toMatch(/^run the job again later/);
  });

  test.each(['five-changes', 'simulated-unsandboxed'])(
    'names no line where %s leaves it open which',
    (name) => {
      expect(stepOf(situation(name))).toMatch(/^reword one of the changed lines until every model reads it/);
    },
  );

  test('names no single line where several are to blame', () => {
    const verdicts = [1, 2].map((index) =>
      aVerdict({ spec: `s${index}`, verdict: 'regressed', culprit: [aHunk({ file: `s${index}.md` })] }),
    );

    expect(stepOf(aSummary({ conclusion: 'failure', verdicts }))).toMatch(
      /^reword the changed lines until every model reads them/,
    );
  });

  test.each(['all-held', 'improved', 'no-drift'])('is none after %s', (name) => {
    expect(stepOf(situation(name))).toBe('none.');
  });

  test.each(['nothing-to-do', 'deleted-spec', 'dry-run'])('is not made up where %s', (name) => {
    expect(stepOf(situation(name))).toBeNull();
  });

  test('leads back to the reason where what was measured is no evidence', () => {
    const nothing = { passed: 0, failed: 0, unmeasured: 0 };
    const verdicts = [
      aVerdict({
        verdict: 'inconclusive',
        why: 'because',
        base: nothing,
        head: nothing,
        drop: null,
        p: null,
      }),
    ];

    expect(stepOf(aSummary({ conclusion: 'neutral', verdicts }))).toMatch(
      /^mend what the reason above names/,
    );
  });

  test('says so where nothing is blocked', () => {
    expect(stepOf(situation('fail-on-never'))).toMatch(/Nothing is blocked here\.$/);
    expect(stepOf(situation('same-words-suspected'))).toMatch(/Nothing is blocked here\.$/);
  });

  test('what a night found is not blamed on an edit', () => {
    expect(stepOf(situation('drift'))).toMatch(/^nothing in this repository has to have changed/);
  });

  test('a judge that nobody accepted has to be read first', () => {
    const altered = { altered: ['package.json'], specs: ['duration'], by: 'base', accepted: null } as const;

    expect(stepOf(aSummary({ conclusion: 'neutral', alteredJudges: [altered] }))).toMatch(/then accept it/);
  });

  test('names the minimum where that blocks', () => {
    const verdicts = [aVerdict({ verdict: 'not-portable' })];
    const belowMinimum = ['The gate fails.'];

    expect(
      stepOf(aSummary({ models: [aModel('a')], conclusion: 'failure', verdicts, belowMinimum })),
    ).toMatch(/or lower gate\.min-portability\.$/);
  });
});
