import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  measureTrees
} from "./chunk-CYHJZNGT.js";
import {
  interrupted
} from "./chunk-UGXMMURH.js";
import {
  findControls,
  runCell,
  sampleArm,
  sampleWhatIsDue,
  settleWithoutTests,
  stoppedBy,
  testedAs
} from "./chunk-KR76TPJV.js";
import {
  answeredOf,
  areWorthSampling,
  mayBeDecided,
  requirementsOf
} from "./chunk-JQKP4VAC.js";
import {
  Measured,
  awaitingConfirmation,
  decide,
  examine,
  mayUse,
  nextLook,
  recordedDraw,
  storedSteps
} from "./chunk-SR2FHZCC.js";
import {
  mostLikelyToBlockFirst,
  project
} from "./chunk-ELQ2SELH.js";
import {
  armsOf,
  comparedWith,
  expectedTests,
  haveNothingInCommon,
  incomparableReason,
  invalidReasonOf,
  redRepository,
  samplesOf,
  sidesOf,
  withHeadIds
} from "./chunk-B2VOQPVL.js";
import {
  lastLines
} from "./chunk-BAT4GPLN.js";
import {
  atOnce
} from "./chunk-VOBHNZZQ.js";
import {
  UserError
} from "./chunk-SULUFCEC.js";
import {
  digest
} from "./chunk-RD7I5CWG.js";

// src/core/verdict/still-open.ts
var bothSides = ["base", "head"];
function openAtFirst(question, measurements) {
  return incomparableReason(question, measurements) === null ? bothSides : ["head"];
}
function stillOpen(question, measurements, round) {
  if (question.base === null) {
    const { head } = samplesOf(question, measurements);
    return head.some(({ kind }) => kind === "unmeasured") ? [] : ["head"];
  }
  if (incomparableReason(question, measurements) === null) return openCompared(question, measurements, round);
  return requirementsOf(question, measurements)?.verdict === "undecided" ? ["head"] : [];
}
function openCompared(question, measurements, round) {
  const { taken, before, rules, questions } = round;
  const { looks, endsFutile } = question;
  if (taken >= looks.length) return [];
  const requirements = requirementsOf(question, measurements);
  const examination = examine(samplesOf(question, measurements), looks, rules);
  const looking = nextLook(examination, {
    ...{ looks, endsFutile, requirements, questions, alpha: rules.alpha },
    // Since only the head is sampled, the comparison stands at the look at which it ended.
    taken: before.length === 1 ? examination.looks : taken
  });
  const hasBase = before.length > 1 || examination.looks > 0;
  if (looking.next === "sample-more" && hasBase) return bothSides;
  return isOpenForNewTests(looking, requirements, looks) ? ["head"] : [];
}
function isOpenForNewTests(looking, requirements, looks) {
  if (looking.next === "sample-more" || looking.because === "decided") return mayBeDecided(requirements);
  return looking.because === "futile" && areWorthSampling(requirements, looks);
}

// src/core/verdict/dead-base.ts
function isBaseDead(question, measurements) {
  if (question.base === null) return false;
  const { own = null } = measurements.trees.get(question.base.version) ?? {};
  const tests = expectedTests(question, measurements);
  if (own === null || haveNothingInCommon(tests)) return false;
  const stored = measurements.cellsOf(question, "base").flatMap(({ testRun }) => testRun ?? []);
  return ![own, ...stored].some((testRun) => passesOne(testRun, tests));
}
function passesOne(testRun, { shared, moved }) {
  const { report, run } = withHeadIds(testRun, moved);
  const passed = (report?.cases ?? []).filter(({ status }) => status === "passed");
  if (report?.format === "exit-code") return run.end.kind === "exited" && run.end.code === 0;
  return passed.some(({ id }) => shared.ids.length === 0 || shared.ids.includes(id));
}

// src/pipeline/engine/judge-bases.ts
async function judgeBases(engine, measured) {
  if (engine.replayOnly) return;
  const versions = new Set(measured.questions.flatMap(({ base }) => base?.version ?? []));
  for (const version of versions) {
    const own = measured.trees.get(version)?.own ?? null;
    if (own?.run.end.kind === "cancelled") throw interrupted();
    const red = redRepository(own);
    if (own === null || red === null) continue;
    tellRed(engine, version, { ...red, own });
    const questions = measured.questions.filter(({ base }) => base?.version === version);
    if (await areDead(engine, questions, measured)) refuse(version, red);
  }
}
var namesShown = 10;
var linesShown = 20;
function tellRed({ ports: { log } }, { spec, commit }, { failing, why, own }) {
  const more = failing.length > namesShown ? ` and ${failing.length - namesShown} more` : "";
  const names = failing.length === 0 ? "" : `: ${failing.slice(0, namesShown).join(", ")}${more}`;
  log.warn(`the tests of ${spec.name} are red on the base commit ${commit.slice(0, 12)} (${why})${names}`);
  for (const line of lastLines(own.run, linesShown)) log.info(`  ${line}`);
}
async function areDead(engine, questions, measured) {
  for (const question of questions) {
    if (!isBaseDead(question, measured)) return false;
    await measureStored(engine, question, measured);
    if (!isBaseDead(question, measured)) return false;
  }
  return true;
}
async function measureStored(engine, question, measured) {
  const { base: arm, baseSamples } = question;
  if (arm === null) return;
  const tested = testedAs(arm.version, measured.trees.get(arm.version));
  const request = { arm, question: question.id, role: "base", ...tested, priority: 0 };
  for (const sample of baseSamples) {
    if (await engine.ports.records.readGeneration(arm.keyOf(sample)) === null) continue;
    measured.add(await runCell(engine, { ...request, sample }));
    if (!isBaseDead(question, measured)) return;
  }
}
function refuse({ spec, commit }, { failing, why }) {
  const [first = why] = failing;
  throw new UserError(
    "BASE_IS_RED",
    `no test of ${spec.name} that could be compared passes on the base commit ${commit.slice(0, 12)} (${first}), nor on a stored sample of it. No model was asked.`,
    "Make the tests pass on the base branch first: what is missing there is missing for generated code as well."
  );
}

// src/pipeline/engine/run-plan.ts
async function runPlan(engine, plan, part = null) {
  const measured = await measureCommitted(engine, plan);
  announceTests(engine, plan, measured);
  engine.progress.open(plan.questions);
  const inOrder = mostLikelyToBlockFirst(plan.questions);
  const questions = part?.questions ?? plan.comparisonCount ?? plan.questions.length;
  const asking = inOrder.map((question, index) => ({ question, questions, measured, priority: -index }));
  if (engine.replayOnly) for (const each of asking) await ask(engine, each);
  else await atOnce(asking, (each, stop) => ask(stoppedBy(engine, stop), each));
  await confirm(engine, { plan, part }, asking);
  return measured.inOrder();
}
async function measureCommitted(engine, plan) {
  const { questions } = plan;
  const bases = new Set(questions.map((question) => comparedWith(question)));
  const versions = questions.flatMap((question) => armsOf(question).map((arm) => arm.version));
  const sides = new Map(versions.map((version) => [version, bases.has(version) ? "base" : "head"]));
  const trees = await findControls(engine, sides, await measureTrees(engine, sides));
  const measured = new Measured({ questions, trees });
  await judgeBases(engine, measured);
  await settleWithoutTests(engine, measured);
  return measured;
}
function announceTests(engine, plan, { trees }) {
  const runs = [...trees.values()].map(({ own, emptied }) => (own ?? emptied).run.durationMs);
  if (runs.length === 0 || engine.replayOnly) return;
  const { testMinutes } = project(plan, {
    stored: () => 0,
    testMs: Math.max(...runs),
    testsAtOnce: engine.ports.cores
  });
  engine.ports.log.info(`Tests: up to ${Math.ceil(testMinutes ?? 0)} min on this machine.`);
}
async function ask(engine, asking) {
  const { question, questions, measured, priority } = asking;
  const { decide: rules } = engine.settings;
  if (invalidReasonOf(question, measured) !== null) return;
  let open = openAtFirst(question, measured);
  let taken = 0;
  await sampleWhatIsDue(engine, { measured, priority }, () => {
    if (taken > 0) open = stillOpen(question, measured, { taken, before: open, rules, questions });
    const look = question.looks[taken];
    taken += 1;
    if (look === void 0) return [];
    const sides = sidesOf(question).filter(({ role }) => open.includes(role));
    return sides.map(({ role, samples }) => ({ question, role, samples: samples.slice(0, look[role]) }));
  });
  if (open.length === 0) announceVerdict(engine, asking);
}
function announceVerdict({ settings, replayOnly, progress }, { question, questions, measured }) {
  if (replayOnly) return;
  const alpha = settings.decide.alpha / questions;
  const strict = { decide: { ...settings.decide, alpha } };
  const [verdict] = decide([answeredOf(question, measured)], strict);
  if (verdict !== void 0) progress.settle(question, verdict.verdict);
}
async function confirm(engine, { plan, part }, asking) {
  const [first] = asking;
  if (first === void 0) return;
  const answers = plan.questions.map((question) => answeredOf(question, first.measured));
  const awaiting = part === null ? awaitingConfirmation(answers, engine.settings, plan.comparisonCount) : answers.flatMap((answered) => awaitingConfirmation([answered], engine.settings));
  const waiting = new Set(awaiting.map(({ question }) => question.id));
  const unconfirmed = asking.filter(({ question }) => waiting.has(question.id));
  await atOnce(unconfirmed, async (each, stop) => {
    const { question, measured, priority } = each;
    const samples = question.confirming;
    await sampleArm(stoppedBy(engine, stop), { question, role: "base", measured, priority, samples });
    announceVerdict(engine, each);
  });
}

// src/core/plan/plan-key.ts
function planKey(questions, { decide: decide2, samples }) {
  const prompts = questions.map((question) => {
    const arms = armsOf(question);
    return [question.asks, ...arms.map((arm) => arm.keyOf(0)), ...arms.map(({ version }) => version.commit)];
  });
  return digest({ kind: "plan", prompts, decide: decide2, samples });
}

// src/core/plan/planned-question.ts
function plannedOf(question) {
  const { asks, looks, baseSamples, reused, confirming, headSamples, endsFutile } = question;
  const areFirst = headSamples.every((sample, index) => sample === index);
  return {
    spec: question.change.name,
    model: question.head.model.id,
    ...{ asks, looks, baseSamples, reused, confirming },
    ...areFirst ? {} : { headSamples },
    ...endsFutile ? { endsFutile } : {}
  };
}
function asPlanned(asked, planned) {
  if (planned.length !== asked.length) return null;
  const drawn = asked.flatMap((question, index) => {
    const known = planned[index];
    return known?.asks === question.asks ? [withDraw(question, known)] : [];
  });
  return drawn.length === asked.length ? drawn : null;
}
function withDraw(question, known) {
  const draw = recordedDraw(known);
  return question.base === null ? { ...question, headSamples: draw.headSamples } : { ...question, ...draw };
}

// src/pipeline/check/fix-plan.ts
async function fixPlan(ports, of) {
  const { key, asked } = of;
  if (asked.length === 0) return [];
  const stored = await ports.records.readPlan(key);
  const known = stored !== null && mayUse(stored, ports.reader) ? asPlanned(asked, stored.questions) : null;
  if (known !== null) return known;
  const questions = await of.draw();
  if (!of.isShownOnly) {
    const planned = questions.map((question) => plannedOf(question));
    await ports.records.write({ schema: 1, kind: "plan", key, questions: planned });
  }
  return questions;
}
async function fixQuestion(ports, { key, drawn }) {
  const asked = [drawn];
  const [fixed] = await fixPlan(ports, { key, asked, draw: async () => asked, isShownOnly: false });
  return fixed ?? drawn;
}

// src/pipeline/check/stored-samples.ts
var sampleNumbersToSearch = 2 * Math.max(...storedSteps);
var numbers = Array.from({ length: sampleNumbersToSearch }, (_, sample) => sample);
async function storedSamples(ports, arms) {
  const keys = arms.map((arm) => numbers.map(arm.keyOf));
  const records = await ports.records.readGenerations(keys.flat());
  return keys.map(
    (own) => own.flatMap((key) => records.get(key) ?? []).filter((record) => mayUse(record, ports.reader)).map((record) => sampleOf(record))
  );
}
function sampleOf({ sample, origin, result }) {
  return { sample, origin, servedBy: result.kind === "completed" ? result.completion.servedBy : null };
}

export {
  runPlan,
  measureCommitted,
  planKey,
  plannedOf,
  asPlanned,
  fixPlan,
  fixQuestion,
  sampleNumbersToSearch,
  storedSamples
};
