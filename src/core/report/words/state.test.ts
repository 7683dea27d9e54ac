import { expect, test } from '@jest/globals';
import { aChange, aModel, aSummary, aVerdict } from '../../../testing/builders/a-summary.ts';
import { reportSituations } from '../../../testing/builders/report-situations.ts';
import { headingOf, stateOf } from './state.ts';

const situation = (name: string) => reportSituations[name] ?? aSummary();
const { trigger } = aSummary();

test.each([
  ['regression', '❌ blocks merge'],
  ['stopped-model', '❌ a model is set up wrongly'],
  ['drift', '❌ drifted'],
  ['model-switch', '❌ fails'],
  ['fail-on-never', '🟠 needs a look'],
  ['same-words-suspected', '🟠 needs a look'],
  ['new-tests-unmet', '🟠 needs a look'],
  ['new-spec', '🟠 needs a look'],
  ['inconclusive', '⚪ inconclusive'],
  ['base-too-weak', '⚪ inconclusive'],
  ['outage', '⚪ inconclusive, samples are missing'],
  ['no-answer', '⚪ inconclusive, a model was left out'],
  ['budget-spent', '⚪ inconclusive, the budget ran out'],
  ['fork', '⚪ not checked'],
  ['dry-run', '⚪ not checked'],
  ['all-held', '✅ holds'],
  ['improved', '✅ improved'],
  ['nothing-to-do', '✅ no spec changed'],
  ['deleted-spec', '✅ nothing to do'],
])('%s is "%s"', (name, state) => {
  expect(headingOf(situation(name))).toBe(`Spec portability · ${state}`);
});

test('two models compared by hand block no merge, two commits do', () => {
  const failing = aSummary({ conclusion: 'failure', verdicts: [aVerdict({ verdict: 'regressed' })] });
  const verdicts = [aVerdict({ verdict: 'regressed', asks: 'model-switch' })];
  const byHand = { ...trigger, kind: 'manual', base: 'a', head: 'b' } as const;

  expect(stateOf({ ...failing, trigger: byHand, verdicts }).said).toBe('fails');
  expect(stateOf({ ...failing, verdicts }).said).toBe('blocks merge');
  expect(stateOf({ ...failing, trigger: byHand }).said).toBe('blocks merge');
  expect(stateOf(failing).said).toBe('blocks merge');
});

test('a change of the judge that nobody accepted needs a look, whatever held', () => {
  const altered = { altered: ['package.json'], specs: ['duration'], by: 'base', accepted: null } as const;

  expect(stateOf(aSummary({ conclusion: 'neutral', alteredJudges: [altered] })).said).toBe('needs a look');
});

test('a test that the change breaks beside the spec needs a look, where no verdict rests on it', () => {
  const broken = { spec: 'duration', tests: ['two'], otherFiles: ['lib/two.mjs'] };
  const said = (isLeftOut: boolean) =>
    stateOf(aSummary({ conclusion: 'neutral', brokenByHead: [{ ...broken, isLeftOut }] })).said;

  expect([said(true), said(false)]).toEqual(['needs a look', 'inconclusive']);
});

test('a repeated verdict has the state of the one that it repeats', () => {
  const repeated = aSummary({ verdicts: [], changes: [aChange()], repeats: { title: '1 held', url: '' } });

  expect(stateOf(repeated)).toEqual({ icon: '✅', said: 'holds' });
  expect(stateOf({ ...repeated, conclusion: 'failure' }).said).toBe('blocks merge');
});

test('a new spec that every model gets right is portable', () => {
  const models = [aModel('a')];

  expect(stateOf(aSummary({ models, verdicts: [aVerdict({ model: 'a', verdict: 'portable' })] })).said).toBe(
    'portable',
  );
});
