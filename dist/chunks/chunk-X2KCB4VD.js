import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  spentOf
} from "./chunk-KUOKDNTN.js";
import {
  cellsDrawn,
  cellsOf,
  costUsd,
  examine,
  invalidReasonOf,
  nextLook,
  points,
  priceOf,
  requirementsOf,
  samplesIn,
  samplesOf,
  tallyOf
} from "./chunk-WSJ3JF5A.js";

// src/core/report/evidence/looks-of.ts
function looksOf(question, samples, rules) {
  const stories2 = [];
  for (const [index, look] of question.looks.entries()) {
    if (samples.head.length === 0) break;
    const seen = upTo(samples, look);
    const story = question.base === null ? portableStory(seen, look) : comparedStory(seen, { question, rules, taken: index + 1 });
    stories2.push(story);
    if (story.next !== "sample-more") break;
  }
  return stories2;
}
function whyEnded(looks, drop) {
  switch (looks.at(-1)?.next) {
    case void 0:
      return "No sample was drawn.";
    case "decided":
      return "Sampling stopped early: a drop is shown, at the strictest level of this run.";
    case "clean":
      return `Sampling stopped early: a drop of ${points(drop)} or more is ruled out.`;
    case "futile":
      return "Sampling stopped early: hardly any further samples could have decided anything.";
    case "last-look":
      return "Sampling ended with the last planned look.";
    case "unmeasured":
      return "Sampling ended because a planned sample could not be measured.";
    case "sample-more":
      return "Sampling ended before the next look.";
  }
}
function portableStory(seen, look) {
  const isWhole = seen.head.length === look.head && seen.head.every((outcome) => outcome.kind !== "unmeasured");
  return { base: null, head: countsOf(seen.head), p: null, next: isWhole ? "last-look" : "unmeasured" };
}
function comparedStory(seen, at) {
  const { looks, endsFutile } = at.question;
  const { decide, questions, requirements } = at.rules;
  const examination = examine(seen, looks, decide);
  const looking = nextLook(examination, {
    ...{ looks, endsFutile, requirements },
    ...{ taken: at.taken, alpha: decide.alpha, questions }
  });
  return {
    base: countsOf(seen.base),
    head: countsOf(seen.head),
    p: examination.at === null ? null : examination.p,
    next: looking.next === "stop" ? looking.because : "sample-more"
  };
}
function upTo({ base, head, tests }, look) {
  return {
    base: base.slice(0, look.base),
    head: head.slice(0, look.head),
    tests: tests.map((test) => ({
      test: test.test,
      base: test.base.slice(0, look.base),
      head: test.head.slice(0, look.head)
    }))
  };
}
function countsOf(outcomes) {
  const { passed, failed } = tallyOf(outcomes);
  return { passed, failed };
}

// src/core/report/evidence/evidence-of.ts
function evidenceOf(of) {
  const prices = new Map(of.settings.models.map((model) => [model.id, priceOf(model)]));
  return {
    comparisons: of.plan.questions.map((question) => comparisonOf(question, { ...of, prices })),
    costs: costsOf(of),
    flaky: flakyTests(of.measurements)
  };
}
function comparisonOf(question, of) {
  const samples = samplesOf(question, of.measurements);
  const looks = looksOf(question, samples, {
    decide: of.settings.decide,
    questions: of.plan.questions.length,
    requirements: requirementsOf(question, of.measurements)
  });
  return {
    question: question.id,
    spec: question.change.name,
    model: question.head.model.id,
    asks: question.asks,
    looks,
    ended: invalidReasonOf(question, of.measurements) ?? whyEnded(looks, of.settings.decide.drop),
    cells: [
      ...stories(question, { ...of, samples, role: "head" }),
      ...stories(question, { ...of, samples, role: "base" }),
      ...confirmingStories(question, of)
    ]
  };
}
function stories(question, of) {
  const { role } = of;
  const cells = cellsDrawn(question, role, of.measurements);
  const reused = new Set(role === "head" ? [] : question.reused);
  return cells.flatMap((cell, index) => {
    const outcome = of.samples[role][index];
    return outcome === void 0 ? [] : [{ cell, outcome, role, reused: reused.has(cell.sample), usd: usdOf(cell, of.prices) }];
  });
}
function confirmingStories(question, { measurements, prices }) {
  if (question.confirming.length === 0) return [];
  const order = { base: question.confirming, head: [] };
  const { base } = samplesIn(question, order, measurements);
  return cellsOf(question, { role: "base", samples: order.base }, measurements).flatMap((cell, index) => {
    const outcome = base[index];
    return outcome === void 0 ? [] : [{ cell, outcome, role: "confirming", reused: false, usd: usdOf(cell, prices) }];
  });
}
function usdOf({ arm, generation }, prices) {
  const price = prices.get(arm.model.id) ?? null;
  if (price === null || generation?.result.kind !== "completed") return null;
  return costUsd(price, generation.result.completion.usage);
}
function costsOf({
  measurements,
  beside = [],
  lost,
  settings: { models }
}) {
  return models.map((model) => {
    const isOwn = (id) => id === model.id;
    const spent = spentOf(
      {
        cells: [...measurements.cells, ...beside].filter(({ arm }) => isOwn(arm.model.id)),
        lost: lost.filter((entry) => isOwn(entry.model))
      },
      models
    );
    const { generations, cachedGenerations, inputTokens, outputTokens, usd } = spent;
    return { model: model.id, generations, cachedGenerations, inputTokens, outputTokens, usd };
  });
}
function flakyTests({ cells }) {
  const found = /* @__PURE__ */ new Map();
  const tested = /* @__PURE__ */ new Map();
  for (const { arm, flaky, testRun } of cells) {
    if (testRun === null) continue;
    const place = JSON.stringify([arm.version.spec.name, arm.model.id]);
    tested.set(place, (tested.get(place) ?? 0) + 1);
    for (const test of flaky) {
      const key = JSON.stringify([place, test]);
      const flipped = (found.get(key)?.flipped ?? 0) + 1;
      found.set(key, { spec: arm.version.spec.name, model: arm.model.id, test, flipped, tested: 0 });
    }
  }
  return [...found.values()].map((flaky) => ({
    ...flaky,
    tested: tested.get(JSON.stringify([flaky.spec, flaky.model])) ?? 0
  }));
}

export {
  evidenceOf
};
