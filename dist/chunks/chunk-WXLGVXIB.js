import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  dropEvidence,
  dropThreshold,
  falseAlarmRate,
  hitProbability,
  mayUse,
  recordedDraw,
  storedSteps,
  tabulate
} from "./chunk-VESUE4UJ.js";
import {
  project,
  projectionLine
} from "./chunk-KNM2RNIF.js";
import {
  UserError
} from "./chunk-SULUFCEC.js";

// src/core/statistics/detectable.ts
function smallestDetectableDrop(plan, level) {
  const threshold = dropThreshold(plan, level);
  const table = tabulate(plan, (passes, index) => dropEvidence(passes, plan[index] ?? { base: 0, head: 0 }));
  const power = (drop) => hitProbability({ plan, table, threshold, base: usualBase, head: usualBase - drop });
  return steps.find((drop) => power(drop) >= 0.8) ?? null;
}
function canBlock(plan, level) {
  return plan.some((look) => falseAlarmRate(plan, dropEvidence({ base: look.base, head: 0 }, look)) <= level);
}
var usualBase = 0.95;
var steps = Array.from({ length: 19 }, (_, index) => (5 + 5 * index) / 100);

// src/pipeline/check/announce-plan.ts
async function announcePlan(ports, plan, settings) {
  if (plan.questions.length === 0) return [];
  const level = settings.decide.alpha / (2 * plan.questions.length);
  refuseIdle(plan, settings, level);
  const projection = project(plan, {
    stored: (question, role) => role === "base" ? question.reused.length : 0,
    testMs: null,
    testsAtOnce: ports.cores
  });
  const said = `${projectionLine(projection, settings.budget)} ${sightOf(plan, level)}`.trim();
  ports.log.info(said);
  return [said];
}
function comparisons(plan) {
  return plan.questions.filter(({ base }) => base !== null);
}
function refuseIdle(plan, { gate, samples }, level) {
  const asked = comparisons(plan);
  if (gate.failOn === "never" || asked.length === 0 || asked.some(({ looks }) => canBlock(looks, level)))
    return;
  throw new UserError(
    "PLAN_CANNOT_BLOCK",
    `with ${plan.questions.length} questions and looks at ${samples.looks.join(", ")} samples not even a total break would be significant; no model was asked.`,
    "Take larger `samples.looks`, fewer models, or `gate.fail-on: never`."
  );
}
function sightOf(plan, level) {
  const [first] = comparisons(plan);
  if (first === void 0) return "";
  const drop = smallestDetectableDrop(first.looks, level);
  return drop === null ? "With so few samples even a total break is found less than four times in five." : `Drops of ${Math.round(drop * 100)} points or more from a suite that passes 95 % of the time are found four times in five; smaller ones less often.`;
}

// src/core/plan/planned-question.ts
function plannedOf(question) {
  const { asks, looks, baseSamples, reused, confirming, headSamples } = question;
  const areFirst = headSamples.every((sample, index) => sample === index);
  return {
    spec: question.change.name,
    model: question.head.model.id,
    ...{ asks, looks, baseSamples, reused, confirming },
    ...areFirst ? {} : { headSamples }
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
var mostNumbers = 2 * Math.max(...storedSteps);
var numbers = Array.from({ length: mostNumbers }, (_, sample) => sample);
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
  announcePlan,
  plannedOf,
  asPlanned,
  fixPlan,
  fixQuestion,
  mostNumbers,
  storedSamples
};
