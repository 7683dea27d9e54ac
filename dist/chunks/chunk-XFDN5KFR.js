import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  besideOf,
  cellsDrawn,
  excusedSigns,
  expectedTests,
  measured,
  testResults,
  withHeadIds
} from "./chunk-EJDUAURA.js";

// src/core/verdict/conclude.ts
function conclude(ending) {
  const isBlocked = ending.fallsShort || ending.verdicts.some((verdict) => blocks(verdict, ending));
  if (ending.modelStopped || isBlocked) return "failure";
  const open = ending.verdicts.some(
    ({ verdict, requirements }) => unsettled.has(verdict) || requirements !== null && requirements.verdict !== "met"
  );
  return open || ending.leftUndone ? "neutral" : "success";
}
function blocks(verdict, { failOn, alpha }) {
  switch (failOn) {
    case "regressed":
      return verdict.verdict === "regressed";
    case "unmet":
      return isUnmetForSure(verdict, alpha) || blocks(verdict, { failOn: "regressed", alpha });
    case "suspected":
      return verdict.verdict === "suspected" || blocks(verdict, { failOn: "unmet", alpha });
    case "inconclusive":
      return verdict.verdict === "inconclusive" || blocks(verdict, { failOn: "suspected", alpha });
    case "never":
      return false;
  }
}
function isUnmetForSure({ requirements }, alpha) {
  return requirements?.verdict === "unmet" && requirements.p <= alpha;
}
var unsettled = /* @__PURE__ */ new Set(["suspected", "inconclusive", "base-too-weak"]);

// src/core/report/summary/portability.ts
function portabilityOf(changes, verdicts) {
  const switched = verdicts.filter(({ asks }) => asks === "model-switch");
  return [
    ...new Set([...changes, ...switched.map(({ spec }) => ({ name: spec }))].map(({ name }) => name))
  ].map((name) => {
    const own = verdictsBehind({ changes, verdicts }, name);
    return {
      spec: name,
      base: mean(own.map((verdict) => verdict.base)),
      head: mean(own.map(({ wholeHead }) => wholeHead)),
      portableOn: own.filter((verdict) => isPortable(verdict)).map(({ model }) => model)
    };
  });
}
function verdictsBehind({
  changes,
  verdicts
}, spec) {
  const isChanged = changes.some(({ name }) => name === spec);
  return verdicts.filter((verdict) => verdict.spec === spec && isBehindPortability(verdict.asks, isChanged));
}
function isBehindPortability(asks, isChanged) {
  return isChanged ? besideOf(asks) === void 0 : asks === "model-switch";
}
function isPortable({ verdict, requirements }) {
  return kept.has(verdict) && (requirements === null || requirements.verdict === "met");
}
var kept = /* @__PURE__ */ new Set(["held", "improved", "portable"]);
function mean(tallies) {
  const rates = tallies.flatMap(
    (tally) => tally === null || measured(tally) === 0 ? [] : [(tally.passed + 0.5) / (measured(tally) + 1)]
  );
  return rates.length === 0 ? null : rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
}

// src/core/verdict/matrix.ts
function matrixOf(plan, measurements) {
  return groupsOf(plan.questions).flatMap((questions) => {
    const [first] = questions;
    const tests = expectedTests(first, measurements);
    const beside = besideOf(first.asks);
    const columns = questions.map((question) => columnOf(question, tests, measurements));
    return allIds(tests).map((test) => ({
      spec: first.change.name,
      ...beside === void 0 ? {} : { asks: beside },
      test,
      on: sidesOf(test, tests),
      byQuestion: new Map(
        columns.map(({ question, model, base, head }) => [
          question,
          { model, base: base?.get(test) ?? null, head: head.get(test) ?? null }
        ])
      )
    }));
  });
}
function testOn({ byQuestion }, model) {
  return [...byQuestion.values()].find((compared) => compared.model === model);
}
function groupsOf(questions) {
  const groups = [];
  for (const question of questions) {
    const group = groups.find((each) => sharesRows(question, each));
    if (group === void 0) groups.push([question]);
    else group.push(question);
  }
  return groups;
}
function sharesRows(question, group) {
  const [first] = group;
  return first.change === question.change && besideOf(first.asks) === besideOf(question.asks) && first.base?.version === question.base?.version && first.head.version === question.head.version && group.every(({ head }) => head.model.id !== question.head.model.id);
}
function columnOf(question, tests, measurements) {
  const of = (role) => talliesOf(cellsDrawn(question, role, measurements), tests, measurements);
  return {
    question: question.id,
    model: question.head.model.id,
    base: question.base === null ? null : of("base"),
    head: of("head")
  };
}
function talliesOf(cells, tests, { trees }) {
  const ids = allIds(tests);
  const expected = { ids, skipped: /* @__PURE__ */ new Set() };
  const results = cells.map(({ arm, role, code, testRun: raw }) => {
    const testRun = raw === null || role === "head" ? raw : withHeadIds(raw, tests.moved);
    return testResults({ code, testRun, expected, excused: excusedSigns(trees.get(arm.version)) });
  });
  const count = (id, result) => results.filter((each) => each.get(id) === result).length;
  return new Map(ids.map((id) => [id, { passed: count(id, "passed"), failed: count(id, "failed") }]));
}
function allIds({ base, head, shared }) {
  return [.../* @__PURE__ */ new Set([...shared.ids, ...head.ids, ...base?.ids ?? []])];
}
function sidesOf(test, { base, head, shared }) {
  if (base === null || shared.ids.includes(test)) return "both";
  return head.ids.includes(test) ? "head-only" : "base-only";
}

export {
  conclude,
  blocks,
  portabilityOf,
  verdictsBehind,
  isBehindPortability,
  matrixOf,
  testOn
};
