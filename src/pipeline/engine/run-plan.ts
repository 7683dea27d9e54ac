import { atOnce } from '../../core/at-once.ts';
import type { Measurements } from '../../core/verdict/measurements.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { armsOf, comparedWith, sidesOf } from '../../core/plan/question.ts';
import type { Question } from '../../core/plan/question.ts';
import { mostLikelyToBlockFirst, project } from '../../core/budget/projection.ts';
import { answeredOf } from '../../core/verdict/answered-of.ts';
import { awaitingConfirmation, decide } from '../../core/verdict/decide.ts';
import { invalidReasonOf } from '../../core/verdict/samples-of.ts';
import { openAtFirst, stillOpen } from '../../core/verdict/still-open.ts';
import { stoppedBy } from './engine.ts';
import type { Engine } from './engine.ts';
import { Measured } from '../../core/verdict/measured.ts';
import { settleWithoutTests } from './controls-of-cells.ts';
import { findControls } from './find-controls.ts';
import { judgeBases } from './judge-bases.ts';
import { measureTrees } from './measure-tree.ts';
import { sampleArm, sampleWhatIsDue } from './sample-arm.ts';

/** What the questions of a part of a run must know about the rest. */
export type RunPart = {
  /** Number of questions of the whole run, which share alpha. */
  readonly questions: number;
};

/**
 * Answers every question of the plan and returns everything that was measured. In a part of a run every question that
 * might block is confirmed: whether it really would is known only over all questions.
 */
export async function runPlan(
  engine: Engine,
  plan: Plan,
  part: RunPart | null = null,
): Promise<Measurements> {
  const measured = await measureCommitted(engine, plan);
  announceTests(engine, plan, measured);
  // All mistakes of the user are known by now; for those nothing is posted.
  engine.progress.open(plan.questions);
  // If the budget ends early, the questions left out should be those that are least likely to block.
  const inOrder = mostLikelyToBlockFirst(plan.questions);
  const questions = part?.questions ?? plan.comparisonCount ?? plan.questions.length;
  const asking = inOrder.map((question, index) => ({ question, questions, measured, priority: -index }));
  // One after another: a replay waits for nothing, and its answers and trees should not all be in memory at once.
  if (engine.replayOnly) for (const each of asking) await ask(engine, each);
  else await atOnce(asking, (each, stop) => ask(stoppedBy(engine, stop), each));
  await confirm(engine, { plan, part }, asking);
  return measured.inOrder();
}

/** Everything that is measured before the first call; throws where nothing could be compared on what is committed. */
export async function measureCommitted(engine: Engine, plan: Plan): Promise<Measured> {
  const { questions } = plan;
  const bases = new Set(questions.map((question) => comparedWith(question)));
  const versions = questions.flatMap((question) => armsOf(question).map((arm) => arm.version));
  const sides = new Map(versions.map((version) => [version, bases.has(version) ? 'base' : 'head'] as const));
  const trees = await findControls(engine, sides, await measureTrees(engine, sides));
  const measured = new Measured({ questions, trees });
  await judgeBases(engine, measured);
  await settleWithoutTests(engine, measured);
  return measured;
}

// Logged once the repository's own runs are timed, still before the first call.
function announceTests(engine: Engine, plan: Plan, { trees }: Measured): void {
  const runs = [...trees.values()].map(({ own, emptied }) => (own ?? emptied).run.durationMs);
  if (runs.length === 0 || engine.replayOnly) return;
  const { testMinutes } = project(plan, {
    stored: () => 0,
    testMs: Math.max(...runs),
    testsAtOnce: engine.ports.cores,
  });
  engine.ports.log.info(`Tests: up to ${Math.ceil(testMinutes ?? 0)} min on this machine.`);
}

type QuestionRun = {
  readonly question: Question;
  /** Number of questions of the whole run. */
  readonly questions: number;
  readonly measured: Measured;
  readonly priority: number;
};

// One round per look: only a question that is still open goes on to the next look.
async function ask(engine: Engine, asking: QuestionRun): Promise<void> {
  const { question, questions, measured, priority } = asking;
  const { decide: rules } = engine.settings;
  if (invalidReasonOf(question, measured) !== null) return;
  let open = openAtFirst(question, measured);
  let taken = 0;
  await sampleWhatIsDue(engine, { measured, priority }, () => {
    if (taken > 0) open = stillOpen(question, measured, { taken, before: open, rules, questions });
    const look = question.looks[taken];
    taken += 1;
    if (look === undefined) return [];
    const sides = sidesOf(question).filter(({ role }) => open.includes(role));
    return sides.map(({ role, samples }) => ({ question, role, samples: samples.slice(0, look[role]) }));
  });
  if (open.length === 0) announceVerdict(engine, asking);
}

// Uses the strictest step of Holm's procedure: its result stays valid at the end, where more may be found.
function announceVerdict(
  { settings, replayOnly, progress }: Engine,
  { question, questions, measured }: QuestionRun,
): void {
  if (replayOnly) return;
  const alpha = settings.decide.alpha / questions;
  const strict = { decide: { ...settings.decide, alpha } };
  const [verdict] = decide([answeredOf(question, measured)], strict);
  if (verdict !== undefined) progress.settle(question, verdict.verdict);
}

// After all questions have stopped, because Holm may make a question significant that reached its last look.
async function confirm(
  engine: Engine,
  { plan, part }: { readonly plan: Plan; readonly part: RunPart | null },
  asking: readonly QuestionRun[],
): Promise<void> {
  const [first] = asking;
  if (first === undefined) return;
  const answers = plan.questions.map((question) => answeredOf(question, first.measured));
  // A question by itself is not corrected at all, so none is left out that the whole run may have to confirm.
  const awaiting =
    part === null
      ? awaitingConfirmation(answers, engine.settings, plan.comparisonCount)
      : answers.flatMap((answered) => awaitingConfirmation([answered], engine.settings));
  const waiting = new Set(awaiting.map(({ question }) => question.id));
  const unconfirmed = asking.filter(({ question }) => waiting.has(question.id));
  await atOnce(unconfirmed, async (each, stop) => {
    const { question, measured, priority } = each;
    const samples = question.confirming;
    await sampleArm(stoppedBy(engine, stop), { question, role: 'base', measured, priority, samples });
    announceVerdict(engine, each);
  });
}
