import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  bold,
  words
} from "./chunk-K4PPAGNS.js";
import {
  code
} from "./chunk-EQ7ANNIY.js";

// src/core/report/words/wording.ts
function points(fraction) {
  const count2 = Math.round(fraction * 100);
  return `${count2} percentage ${Math.abs(count2) === 1 ? "point" : "points"}`;
}
function rate(tally) {
  return `${tally.passed}/${tally.passed + tally.failed}`;
}
function testRate(tally) {
  return tally === null || tally.passed + tally.failed === 0 ? "–" : rate(tally);
}
function share(tally) {
  const total = tally.passed + tally.failed;
  return total === 0 ? null : tally.passed / total;
}
var leftOutWords = " (left out: fails on the head’s own code)";
function count(number, singular) {
  return `${number.toLocaleString("en-US")} ${singular}${number === 1 ? "" : "s"}`;
}
function pValue(p) {
  return p < 1e-4 ? "under 0.0001" : String(Number(p.toPrecision(2)));
}
function dollars(usd) {
  if (usd === 0) return "0 USD";
  return usd < 0.01 ? "under 0.01 USD" : `${usd.toFixed(2)} USD`;
}
function confidence(beta) {
  return `${Number((100 * (1 - beta)).toFixed(1))} % sure`;
}
function ruledOut(excludes) {
  return `drops of ${points(excludes)} or more are ruled out`;
}

// src/core/report/words/naming.ts
function nameModel(summary, id) {
  return [...code(shortName(summary, id), 80), ...simulatedLabel(summary, id)];
}
function boldModel(summary, id) {
  return [...bold(code(shortName(summary, id), 80)), ...simulatedLabel(summary, id)];
}
function idOfModel(summary, id) {
  return [...code(id, 80), ...simulatedLabel(summary, id)];
}
function nameSpec(name) {
  return code(name, 80);
}
function subjectTitle(verdicts) {
  return verdicts[0]?.asks === "outcomes" ? "Item" : "Spec";
}
function nameTest(name) {
  return code(name, 160);
}
function joinNames(names, max = 3) {
  const shown = names.slice(0, max);
  const rest = names.length - shown.length;
  const parts = rest === 0 ? shown : [...shown, words(`${rest} more`)];
  return parts.flatMap((part, index) => {
    if (index === 0) return part;
    return [...words(index === parts.length - 1 ? " and " : ", "), ...part];
  });
}
function shortName({ models }, id) {
  const label = models.find((model) => model.id === id)?.label;
  if (label !== void 0) return label;
  const [, name = id] = /^[\w.-]+\/([\w.:@-]+)$/.exec(id) ?? [];
  const isShared = models.some(
    (model) => model.id !== id && (model.id === name || model.id.endsWith(`/${name}`))
  );
  return isShared ? id : name;
}
function simulatedLabel(summary, id) {
  const simulated = summary.models.some((model) => model.id === id && model.simulated);
  return simulated && !id.toLowerCase().includes("simulated") ? words(" (simulated)") : [];
}

export {
  points,
  rate,
  testRate,
  share,
  leftOutWords,
  count,
  pValue,
  dollars,
  confidence,
  ruledOut,
  nameModel,
  boldModel,
  idOfModel,
  nameSpec,
  subjectTitle,
  nameTest,
  joinNames
};
