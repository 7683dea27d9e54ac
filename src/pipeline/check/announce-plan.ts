import type { Plan } from '../../core/plan/plan.ts';
import type { Question } from '../../core/plan/question.ts';
import { project, type Projection } from '../../core/budget/projection.ts';
import { mostUsdOf } from '../../core/budget/budget.ts';
import { callOf } from '../../core/budget/planned-call.ts';
import { effectiveCaps } from '../../core/budget/refuse-unpriced.ts';
import type { Model, Settings } from '../../core/settings.ts';
import { mostCheckSamples } from '../../core/blame/check.ts';
import { mostSearchSamples } from '../../core/blame/search.ts';
import { projectionLine } from '../../core/report/words/projection-line.ts';
import { canBlock, smallestDetectableDrop } from '../../core/statistics/detectable.ts';
import { emptyFilesNote } from '../../core/specs/empty-files.ts';
import { emptiedHelpersNote } from '../../core/specs/emptied-helpers.ts';
import { alteredJudgeNote, withheldNote } from '../../core/specs/writable.ts';
import { UserError } from '../../errors.ts';
import type { Ports } from '../engine/engine.ts';

/**
 * Says before the first call what the plan will take and which drops it can see, and returns that sentence. Throws
 * PLAN_CANNOT_BLOCK for a plan that no outcome could make block.
 */
export async function announcePlan(ports: Ports, plan: Plan, settings: Settings): Promise<readonly string[]> {
  if (plan.questions.length === 0) return [];
  const level = settings.decide.alpha / (2 * plan.questions.length);
  refuseIdle(plan, settings, level);
  const projection = project(plan, {
    stored: (question, role) => (role === 'base' ? question.reused.length : 0),
    testMs: null,
    testsAtOnce: ports.cores,
  });
  const said = [projectionLine(projection, settings.budget), sightOf(plan, level), wordsIn(plan, settings)]
    .filter((sentence) => sentence !== '')
    .join(' ');
  refuseNoBudget(projection, settings.budget);
  refuseNoRoom(plan, settings);
  ports.log.info(said);
  for (const { head } of plan.changes) {
    const about = [emptyFilesNote, withheldNote, emptiedHelpersNote, alteredJudgeNote];
    const notes = head === null ? [] : about.map((note) => note(head));
    for (const note of notes) if (note !== null) ports.log.warn(note);
  }
  return [said];
}

function comparisons(plan: Plan): Question[] {
  return plan.questions.filter(({ base }) => base !== null);
}

// A gate that can never fail wastes money, and its green is misleading.
function refuseIdle(plan: Plan, { gate, samples }: Settings, level: number): void {
  const asked = comparisons(plan);
  if (gate.failOn === 'never' || asked.length === 0 || asked.some(({ looks }) => canBlock(looks, level)))
    return;
  throw new UserError(
    'PLAN_CANNOT_BLOCK',
    `with ${plan.questions.length} ${plan.questions.length === 1 ? 'question' : 'questions'} and at most ${samples.looks.at(-1) ?? 0} samples each (\`samples.looks\`), even code that fails every time would not be significant. No model was asked.`,
    'Use larger `samples.looks`, fewer models, or `gate.fail-on: never`.',
  );
}

// A run that may not ask for a single answer would end neutral, and say so only after all tests have run.
function refuseNoBudget({ generations, usd }: Projection, budget: Settings['budget']): void {
  const key =
    budget.generations === 0 && generations.atLeast > 0
      ? 'generations'
      : budget.usd === 0 && (usd?.atLeast ?? 0) > 0
        ? 'usd'
        : null;
  if (key === null) return;
  throw new UserError(
    'CONFIG_INVALID',
    `\`budget.${key}\` is 0, and at least ${generations.atLeast} answers are needed. No model was asked.`,
    `Set a larger \`budget.${key}\`. The command \`report\` judges from stored answers alone.`,
  );
}

// A sample of an agent is set aside at the most that its limits allow: where that fits under no cap, none would begin.
function refuseNoRoom({ questions }: Plan, { models, budget }: Settings): void {
  const { usd } = effectiveCaps(models, budget);
  const asked = [...new Set(questions.map(({ head }) => head.model))].filter(
    ({ agent }) => agent !== undefined,
  );
  for (const model of asked) {
    const call = callOf(model, '');
    const [most, tokens] = [mostUsdOf(call), call.inputTokens + call.maxOutputTokens];
    if (usd !== null && most !== null && most > usd)
      throw noRoom(model, `${most.toFixed(2)} USD`, `\`budget.usd\` is ${usd}`);
    if (budget.tokens !== null && tokens > budget.tokens)
      throw noRoom(model, `${tokens} tokens`, `\`budget.tokens\` is ${budget.tokens}`);
  }
}

function noRoom({ id }: Model, most: string, cap: string): UserError {
  return new UserError(
    'CONFIG_INVALID',
    `one sample of \`${id}\` may use ${most} (its \`limits\` and one more answer), and ${cap}. No model was asked.`,
    'Set smaller `limits` for the agent, or a larger budget.',
  );
}

function sightOf(plan: Plan, level: number): string {
  const [first] = comparisons(plan);
  if (first === undefined) return '';
  const drop = smallestDetectableDrop(first.looks, level);
  return drop === null
    ? 'With so few samples even a total break is found less than four times in five.'
    : `Drops of ${Math.round(drop * 100)} percentage points or more from a suite that passes 95 % of the time are found four times in five; smaller ones less often.`;
}

function wordsIn(plan: Plan, { bisect, budget }: Settings): string {
  const isAsked = plan.questions.some(({ asks }) => asks === 'regression');
  if (!isAsked || bisect === 'never' || budget.why === 0) return '';
  const most = mostSearchSamples + 2 * mostCheckSamples;
  return `For each regression up to ${most} generations more find the words behind it, within ${Math.round(100 * budget.why)} % of what is then left of the budget.`;
}
