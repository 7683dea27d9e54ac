import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  chancesToDecide,
  confirmingDraw,
  distrustOf,
  futileBelow,
  hitProbability,
  tabulate
} from "./chunk-SR2FHZCC.js";
import {
  cellsDrawn,
  expectedTests,
  incomparableReason,
  invalidReasonOf,
  samplesIn,
  samplesOf,
  tallyOf,
  testResults,
  vacuousTests,
  wholeHeadOf
} from "./chunk-B2VOQPVL.js";
import {
  signsWithoutGeneratedCode
} from "./chunk-WOCJ3PHM.js";

// src/core/statistics/majority.ts
function majorityOf(passed, looks) {
  const plan = looks.map((head) => ({ base: 0, head }));
  const taken = looks.filter((look) => look > 0 && look <= passed.length);
  const few = (passes, look) => evidenceOfFew(passes, look);
  const most = (passes, look) => evidenceOfFew(look - passes, look);
  const countUpTo = (look) => passed.slice(0, look).filter(Boolean).length;
  const strongest = (of) => Math.max(0, ...taken.map((look) => of(countUpTo(look), look)));
  return { fewPassP: pValue(plan, strongest(few)), mostPassP: pValue(plan, strongest(most)) };
}
function majorityChance(seen, looks, level2) {
  const plan = looks.map((head) => ({ base: 0, head }));
  const decides = tabulate(plan, ({ head }, index2) => {
    const look = plan[index2]?.head ?? 0;
    const evidence = Math.max(evidenceOfFew(head, look), evidenceOfFew(look - head, look));
    return pValue(plan, evidence) <= level2 ? 1 : 0;
  });
  const index = looks.lastIndexOf(seen.samples);
  return chancesToDecide(plan, decides)[index]?.[seen.passed] ?? 0;
}
function pValue(plan, evidence) {
  if (evidence <= 0) return 1;
  const key = `${plan.map(({ head }) => head).join(" ")} ${evidence}`;
  const known = pValues.get(key) ?? hitProbability({ plan, table: tableOf(plan), threshold: evidence, ...fair });
  pValues.set(key, known);
  return Math.min(1, known);
}
var fair = { base: 0.5, head: 0.5 };
var pValues = /* @__PURE__ */ new Map();
function tableOf(plan) {
  return tabulate(plan, ({ head }, look) => evidenceOfFew(head, plan[look]?.head ?? 0));
}
function evidenceOfFew(passes, samples) {
  if (samples === 0 || passes * 2 >= samples) return 0;
  const free = timesLog(passes, passes / samples) + timesLog(samples - passes, 1 - passes / samples);
  return Math.round((free + samples * Math.LN2) * 1e8) / 1e8;
}
function timesLog(count, rate) {
  return count === 0 ? 0 : count * Math.log(rate);
}

// src/core/verdict/requirements.ts
function testsOfSides(question, measurements) {
  return {
    compared: comparedTests(question, measurements),
    requirements: requirementsOf(question, measurements),
    wholeHead: tallyOf(wholeHeadOf(question, measurements))
  };
}
function requirementsOf(question, measurements) {
  if (question.base === null || question.asks !== "regression") return null;
  const ids = newTests(question, measurements);
  if (ids.length === 0) return null;
  const results = measuredUpToAGap(cellsDrawn(question, "head", measurements)).map(
    ({ arm, code, testRun }) => {
      const excused = signsWithoutGeneratedCode(measurements.trees.get(arm.version));
      return testResults({ code, testRun, expected: { ids, skipped: /* @__PURE__ */ new Set() }, excused });
    }
  );
  const passed = results.map((each) => ids.every((id) => each.get(id) === "passed"));
  const { fewPassP, mostPassP } = majorityOf(
    passed,
    question.looks.map(({ head }) => head)
  );
  return {
    verdict: wordOf(fewPassP, mostPassP),
    p: fewPassP,
    passed: passed.filter(Boolean).length,
    samples: passed.length,
    tests: ids.map((test) => {
      const count = results.filter((each) => each.get(test) === "passed").length;
      return { test, passed: count, failed: results.length - count };
    })
  };
}
function mayBeDecided(requirements) {
  if (requirements?.verdict !== "undecided") return false;
  return requirements.passed === 0 || requirements.passed === requirements.samples;
}
function areWorthSampling(requirements, looks) {
  if (requirements?.verdict !== "undecided") return false;
  const heads = looks.map(({ head }) => head);
  return majorityChance(requirements, heads, level) >= futileBelow;
}
function comparedTests(question, measurements) {
  const { base, head, shared, moved, red } = expectedTests(question, measurements);
  if (base === null || shared.ids.length + base.ids.length + head.ids.length === 0) return null;
  const common = new Set(shared.ids);
  const others = (ids) => ids.filter((id) => !common.has(id)).length;
  const isCommon = (id) => common.has(id);
  return {
    common: common.size,
    new: others(head.ids),
    gone: others(base.ids),
    moved: [...moved.values()].filter(isCommon).length,
    red: red.length
  };
}
var level = 0.05;
function wordOf(fewPassP, mostPassP) {
  if (fewPassP <= level) return mostPassP <= level ? "undecided" : "unmet";
  return mostPassP <= level ? "met" : "undecided";
}
function newTests(question, measurements) {
  const { head, shared } = expectedTests(question, measurements);
  const trees = measurements.trees.get(question.head.version);
  const vacuous = trees === void 0 ? /* @__PURE__ */ new Set() : vacuousTests(trees);
  const common = new Set(shared.ids);
  return head.ids.filter((id) => !common.has(id) && !vacuous.has(id) && !head.skipped.has(id));
}
function measuredUpToAGap(cells) {
  const gap = cells.findIndex(
    ({ code, testRun }) => code.kind === "unmeasured" || testRun?.run.end.kind === "cancelled"
  );
  return gap < 0 ? cells : cells.slice(0, gap);
}

// src/core/verdict/answered-of.ts
function answeredOf(question, measurements) {
  return {
    question,
    distrust: distrustOf(question, measurements),
    samples: samplesOf(question, measurements),
    confirmation: confirmationOf(question, measurements),
    suites: testsOfSides(question, measurements),
    invalidReason: invalidReasonOf(question, measurements) ?? incomparableReason(question, measurements)
  };
}
function confirmationOf(question, measurements) {
  if (question.confirming.length === 0) return { kind: "not-needed" };
  const drawn = measurements.cellsOf(question, "base").filter(({ sample, code }) => question.confirming.includes(sample) && code.kind !== "unmeasured");
  if (drawn.length < question.confirming.length) return { kind: "due" };
  const { looks, baseSamples } = confirmingDraw(question);
  const order = { base: baseSamples, head: question.headSamples };
  return { kind: "drawn", looks, samples: samplesIn(question, order, measurements) };
}

export {
  requirementsOf,
  mayBeDecided,
  areWorthSampling,
  answeredOf
};
