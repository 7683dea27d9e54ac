import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  additionalKindOf,
  rate
} from "./chunk-WSJ3JF5A.js";

// src/core/report/machine/outputs.ts
function outputsOf(summary, published) {
  const { spent, verdicts } = summary;
  const hasWork = summary.verdicts.length > 0 || summary.skipReason !== null || // A run that repeats an earlier verdict asks no model.
  summary.repeats === void 0 && summary.changes.some(({ head }) => head !== null);
  return {
    conclusion: summary.conclusion,
    regressions: String(verdicts.filter((verdict) => verdict.verdict === "regressed").length),
    verdicts: shortVerdicts(summary),
    portability: meanPortability(summary),
    generations: String(spent.generations),
    "cached-generations": String(spent.cachedGenerations),
    "cost-usd": spent.usd === null ? "" : String(spent.usd),
    "report-dir": published.reportDir,
    "result-file": published.resultFile,
    "comment-url": published.commentUrl ?? "",
    "has-work": String(hasWork)
  };
}
function shortVerdicts(summary) {
  return JSON.stringify(
    summary.verdicts.map((verdict) => ({
      spec: verdict.spec,
      model: verdict.model,
      ...additionalKindOf(verdict.asks) === void 0 ? {} : { asks: verdict.asks },
      ...verdict.insteadOf === void 0 ? {} : { insteadOf: verdict.insteadOf },
      verdict: verdict.verdict,
      base: verdict.base === null ? null : rate(verdict.base),
      head: rate(verdict.head)
    }))
  );
}
function meanPortability(summary) {
  const heads = summary.portability.map((entry) => entry.head).filter((head) => head !== null);
  if (heads.length === 0) return "";
  const mean = heads.reduce((sum, head) => sum + head, 0) / heads.length;
  return String(Number(mean.toFixed(4)));
}

export {
  outputsOf
};
