import { describe, expect, test } from '@jest/globals';
import { aHunk, aModel, aSummary, aVerdict } from '../../../testing/builders/a-summary.ts';
import { reportSituations } from '../../../testing/builders/report-situations.ts';
import type { Mend } from '../../generation/completion.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import { budgetLine } from '../words/headline.ts';
import { nextStep } from './next-step.ts';
import { plainPhrases } from '../words/phrases.ts';

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

  const open = { passed: 0, failed: 0, unmeasured: 3 };
  const withMend = (mend: Mend) =>
    aSummary({
      conclusion: 'neutral',
      models: [aModel('m', { stopped: 'left after 3 calls in a row', mend })],
      verdicts: [aVerdict({ model: 'm', verdict: 'inconclusive', base: open, head: open, drop: null })],
    });

  test.each([
    ['base-url', /^check base-url of m and any proxy on the way: what answers there is no model, then/],
    ['stream', /^let the gateway of m stream: it ignores stream: true and sends answers whole\./],
    ['context', /^raise the context length of the server of m \(Ollama: num_ctx\), then run the job again/],
    ['connection', /^mend the connection to m: answers break off on the way, at a gateway or a proxy, then/],
  ] as const)('where asking again cannot help, names what to mend: %s', (mend, said) => {
    expect(stepOf(withMend(mend))).toMatch(said);
  });

  test('is no larger budget where answers that broke off hold it', () => {
    const summary = situation('budget-spent');
    const spent = { ...summary.spent, usd: 0.04, setAside: { usd: 9.92, tokens: 2_000_000, calls: 31 } };

    expect(stepOf({ ...summary, spent })).toMatch(/^mend the connection to the model: answers break off/);
    expect(plainPhrases(budgetLine({ ...summary, spent }) ?? [])).toBe(
      '🟠 The budget has no room left (budget.usd): 9.92 USD is set aside for 31 answers that broke off, because the vendor may charge for more of them. Not answered: duration on gpt-6.1-sol. The samples so far are kept, and a later run continues with them.',
    );
  });

  test('is a larger budget where more was spent than answers hold that broke off', () => {
    const summary = situation('budget-spent');
    const spent = { ...summary.spent, setAside: { usd: 0.3, tokens: 60_000, calls: 1 } };

    expect(stepOf({ ...summary, spent })).toMatch(/^raise budget\.usd/);
  });

  test.each(['base-too-weak', 'not-portable'] as const)(
    'looks at the model before the spec where %s answers could not be read',
    (verdict) => {
      const failed = { passed: 0, failed: 12, unmeasured: 0 };
      const withoutResult = [{ why: 'the answer was cut off', base: 12, head: 12 }];
      const verdicts = [aVerdict({ verdict, base: failed, head: failed, withoutResult })];

      expect(stepOf(aSummary({ conclusion: 'neutral', verdicts }))).toMatch(
        /before the spec, at its gateway and its max-output-tokens: in 24 of 24 failed samples the answer was cut off\.$/,
      );
    },
  );

  test.each([
    ['the agent took all its turns', /^raise limits of \S+: in 24 of 24 failed samples the agent took all/],
    [
      'the answer broke the rules for files; the page says how',
      /^let writes allow the files that \S+ needs, or say in the instructions which files it may leave: in 24 of 24/,
    ],
  ])('is no edit of the spec where %s', (why, step) => {
    const failed = { passed: 0, failed: 12, unmeasured: 0 };
    const withoutResult = [{ why, base: 12, head: 12 }];
    const verdicts = [aVerdict({ verdict: 'base-too-weak', base: failed, head: failed, withoutResult })];

    expect(stepOf(aSummary({ conclusion: 'neutral', verdicts }))).toMatch(step);
  });

  test('stays with the spec where only a few answers could not be read', () => {
    const failed = { passed: 0, failed: 12, unmeasured: 0 };
    const withoutResult = [{ why: 'the answer was cut off', base: 2, head: 2 }];
    const verdicts = [aVerdict({ verdict: 'base-too-weak', base: failed, head: failed, withoutResult })];

    expect(stepOf(aSummary({ conclusion: 'neutral', verdicts }))).toMatch(/^give duration what the failing/);
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
