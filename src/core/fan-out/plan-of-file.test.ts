import { expect, test } from '@jest/globals';
import { aModel, aQuestion } from '../../testing/builders/a-question.ts';
import { someSettings } from '../../testing/builders/some-settings.ts';
import { drawFrom } from '../plan/draw.ts';
import type { Question } from '../plan/question.ts';
import { divided, planOfFile } from './plan-of-file.ts';
import { readPlanFile, type PlanFile } from './plan-file.ts';

const models = [aModel({ id: 'one', name: 'one' }), aModel({ id: 'other', name: 'other' })];
const settings = someSettings({ models });
const asked = { changes: [], questions: models.map((model) => aQuestion({ model, looks: [3, 5] })) };
const stored = [4, 7, 9, 11, 12].map((sample) => ({
  sample,
  origin: { at: 0, event: 'pull-request' as const },
  servedBy: 'one-2026',
}));
const questions = asked.questions.map((question): Question => {
  const age = { now: 1, maxAgeMs: 1000 };
  const draw = drawFrom({ ...age, looks: [3, 5], available: stored, target: 5, confirm: 3 });
  return { ...question, ...draw };
});
const plan = divided({ ...asked, questions }, { settings, spentUsd: null, wanted: 2 });

function handedOn(file: PlanFile): PlanFile {
  const read = readPlanFile(JSON.stringify(file), settings);
  if (read === null) throw new Error('not read');
  return read;
}

test('a job that looks for no stored sample takes those that the job before it found', () => {
  const again = planOfFile(asked, handedOn(plan.file), settings);

  expect(again.plan.questions.map(({ reused }) => reused)).toEqual(questions.map(({ reused }) => reused));
  expect(again.plan.questions[0]?.reused).not.toEqual([]);
  expect(again.shards).toEqual(plan.shards);
});

test.each<[string, () => unknown]>([
  [
    'of other rules',
    () => planOfFile(asked, plan.file, someSettings({ models, decide: { ...settings.decide, drop: 0.5 } })),
  ],
  [
    'of fewer questions',
    () => planOfFile({ ...asked, questions: asked.questions.slice(1) }, plan.file, settings),
  ],
  [
    'of questions in another order',
    () => planOfFile({ ...asked, questions: asked.questions.toReversed() }, plan.file, settings),
  ],
  [
    'that leaves a question out',
    () => planOfFile(asked, { ...plan.file, questions: plan.file.questions.slice(1) }, settings),
  ],
  [
    'that gives a shard more than its share',
    () => {
      const shards = plan.file.shards.map((shard) => ({
        ...shard,
        share: { ...shard.share, generations: 9999 },
      }));
      return planOfFile(asked, { ...plan.file, shards }, settings);
    },
  ],
])('a file %s is refused', (_, read) => {
  expect(read).toThrow(/^PLAN_FILE_UNUSABLE: the plan from the job `plan` is for other/);
});
