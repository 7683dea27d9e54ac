import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  grouped
} from "./chunk-Y2JW6ZAN.js";

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
  return `${grouped(number)} ${singular}${number === 1 ? "" : "s"}`;
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
  ruledOut
};
