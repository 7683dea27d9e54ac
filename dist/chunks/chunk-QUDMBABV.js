import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  additionalKindOf,
  cellsDrawn,
  expectedTests,
  signsWithoutGeneratedCode,
  testResults,
  withHeadIds
} from "./chunk-WSJ3JF5A.js";

// src/core/verdict/matrix.ts
function matrixOf(plan, measurements) {
  return groupsOf(plan.questions).flatMap((questions) => {
    const [first] = questions;
    const tests = expectedTests(first, measurements);
    const beside = additionalKindOf(first.asks);
    const columns = questions.map((question) => columnOf(question, tests, measurements));
    const leftOut = new Set(questions.flatMap((each) => expectedTests(each, measurements).leftOut));
    return allIds(tests).map((test) => ({
      spec: first.change.name,
      ...beside === void 0 ? {} : { asks: beside },
      test,
      on: sidesOf(test, tests),
      ...leftOut.has(test) ? { isLeftOut: true } : {},
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
  return first.change === question.change && additionalKindOf(first.asks) === additionalKindOf(question.asks) && first.base?.version === question.base?.version && first.head.version === question.head.version && group.every(({ head }) => head.model.id !== question.head.model.id);
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
    return testResults({
      code,
      testRun,
      expected,
      excused: signsWithoutGeneratedCode(trees.get(arm.version))
    });
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
  matrixOf,
  testOn
};
