import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  costUsd,
  isMoreThan,
  priceOf,
  savedUsd,
  setAsideOf
} from "./chunk-WSJ3JF5A.js";

// src/core/report/summary/spent.ts
function spentOf({ cells, lost }, models) {
  const answered = cells.flatMap(
    ({ generation, cached }) => generation === null ? [] : [{ generation, cached }]
  );
  const asked = answered.flatMap(({ generation, cached }) => cached ? [] : [generation]);
  const recorded = recordedCost(asked, models);
  const used = [...asked.flatMap((generation) => usageOf(generation) ?? []).map(tokensOf), ...lost];
  const unpriced = /* @__PURE__ */ new Set([
    ...recorded.unpriced,
    ...lost.flatMap(({ model, usd }) => usd === null ? [model] : [])
  ]);
  const estimated = asked.filter(({ result }) => isEstimated(result)).length;
  return {
    generations: asked.length,
    cachedGenerations: answered.length - asked.length,
    lostCalls: sumOf(lost.map(({ calls }) => calls)),
    estimatedCalls: estimated + sumOf(lost.map((each) => each.estimated)),
    ...setAsideOf(lost),
    inputTokens: sumOf(used.map(({ inputTokens }) => inputTokens)),
    outputTokens: sumOf(used.map(({ outputTokens }) => outputTokens)),
    cacheReadTokens: sumOf(used.map(({ cacheReadTokens }) => cacheReadTokens ?? 0)),
    cacheWriteTokens: sumOf(used.map(({ cacheWriteTokens }) => cacheWriteTokens ?? 0)),
    reasoningTokens: sumOf(used.map(({ reasoningTokens }) => reasoningTokens ?? 0)),
    usd: unpriced.size > 0 ? null : recorded.usd + sumOf(lost.map(({ usd }) => usd ?? 0)),
    savedUsd: unpriced.size > 0 ? null : savedOn(asked, models) + sumOf(lost.map((each) => each.savedUsd ?? 0)),
    unpriced: [...unpriced],
    priceTableDate: recorded.priceTableDate ?? datesOf(lost, models)[0] ?? null,
    notReached: notReachedOf(cells)
  };
}
function tokensOf({ cachedInputTokens, ...rest }) {
  return { ...rest, cacheReadTokens: cachedInputTokens };
}
function savedOn(generations, models) {
  const prices = new Map(models.map((model) => [model.id, priceOf(model)]));
  return sumOf(
    generations.map((generation) => {
      const price = prices.get(generation.model) ?? null;
      const usage = usageOf(generation);
      return price === null || usage === null ? 0 : savedUsd(price, usage);
    })
  );
}
function isEstimated(result) {
  return result.kind === "completed" && result.completion.isUsageEstimated === true;
}
function datesOf(lost, models) {
  const asked = new Set(lost.map(({ model }) => model));
  return models.flatMap((model) => asked.has(model.id) ? priceOf(model)?.tableDate ?? [] : []);
}
function sumOf(numbers) {
  return numbers.reduce((sum, number) => sum + number, 0);
}
function recordedCost(generations, models) {
  const prices = new Map(models.map((model) => [model.id, priceOf(model)]));
  const costs = generations.map((generation) => {
    const price = prices.get(generation.model) ?? null;
    const usage = usageOf(generation);
    return price === null || usage === null ? 0 : costUsd(price, usage);
  });
  const asked = [...new Set(generations.map(({ model }) => model))];
  const dates = asked.flatMap((model) => prices.get(model)?.tableDate ?? []);
  return {
    usd: costs.reduce((sum, cost) => sum + cost, 0),
    unpriced: asked.filter((model) => (prices.get(model) ?? null) === null),
    priceTableDate: dates[0] ?? null
  };
}
function usageOf(generation) {
  return generation?.result.kind === "completed" ? generation.result.completion.usage : null;
}
function notReachedOf(cells) {
  const bySubject = /* @__PURE__ */ new Map();
  for (const { arm, code } of cells) {
    if (code.kind !== "unmeasured" || code.why !== "budget") continue;
    const [spec, model] = [arm.version.spec.name, arm.model.id];
    const key = JSON.stringify([spec, model]);
    bySubject.set(key, { spec, model, samples: (bySubject.get(key)?.samples ?? 0) + 1 });
  }
  return [...bySubject.values()];
}
function setAsideInTheWay(spent) {
  const { setAside, exhaustedCaps, usd, inputTokens, outputTokens } = spent;
  const canHold = exhaustedCaps.some((cap) => cap !== "generations" && cap !== "minutes");
  if (setAside === void 0 || !canHold) return null;
  return isMoreThan(setAside, { usd, tokens: inputTokens + outputTokens }) ? setAside : null;
}

export {
  spentOf,
  setAsideInTheWay
};
