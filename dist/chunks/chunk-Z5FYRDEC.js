import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  additionalKindOf,
  measured
} from "./chunk-WSJ3JF5A.js";

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
  return isChanged ? additionalKindOf(asks) === void 0 : asks === "model-switch";
}
function isPortable({ verdict, requirements }) {
  return kept.has(verdict) && (requirements === null || requirements.verdict === "met");
}
var kept = /* @__PURE__ */ new Set(["held", "improved", "portable"]);
function mean(tallies) {
  const rates = tallies.flatMap(
    (tally) => tally === null || measured(tally) === 0 ? [] : [tally.passed / measured(tally)]
  );
  return rates.length === 0 ? null : rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
}

export {
  portabilityOf,
  verdictsBehind,
  isBehindPortability
};
