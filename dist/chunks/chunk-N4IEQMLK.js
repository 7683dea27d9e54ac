import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  severity
} from "./chunk-BJJNW6M7.js";
import {
  bold,
  confidence,
  points,
  words
} from "./chunk-RW5SHKCQ.js";

// src/core/report/words/legend.ts
function legend(summary) {
  const { verdicts, settings, tampered = 0 } = summary;
  if (verdicts.length === 0) return [];
  const isGiven = verdicts[0]?.asks === "outcomes";
  const subject = isGiven ? "the item" : "the code";
  const used = severity.filter((word) => verdicts.some(({ verdict }) => verdict === word));
  const tests = [...new Set(verdicts.flatMap(({ requirements }) => requirements?.verdict ?? []))];
  return [
    line("5/5", isGiven ? ofGiven : ofGenerated),
    ...used.map((word) => line(word.replaceAll("-", " "), meaning[word](settings, subject))),
    ...tests.map((word) => line(`new tests ${word}`, ofNewTests[word])),
    ...tampered > 0 ? [line("tampered", "the code interfered with its tests instead of passing them. It counts as failed.")] : [],
    ...verdicts.some(({ unconfirmed }) => unconfirmed) ? [line("unconfirmed", "among so many tests the drop of this single one may be chance.")] : []
  ];
}
var ofGenerated = "a model wrote the code 5 times, and your tests passed each time. Each time is one sample.";
var ofGiven = "a model was asked the item 5 times, and passed each time. Each time is one sample.";
function line(word, means) {
  return [...bold(words(word)), ...words(`: ${means}`)];
}
var meaning = {
  regressed: ({ alpha }, subject) => `${subject} passes less often than before. Over the whole run such a word is wrong in at most ${percentOf(alpha)} of cases.`,
  "not-portable": () => "the new spec becomes passing code less often than the config asks for.",
  suspected: () => "it looks worse than before, and chance is not ruled out.",
  inconclusive: () => "the samples say neither that it got worse nor that it did not.",
  "base-too-weak": () => "the tests fail so often before the change that a drop could not be seen.",
  improved: (_, subject) => `${subject} passes more often than before.`,
  portable: () => "the new spec becomes passing code as often as the config asks for.",
  held: ({ drop, beta }) => `a drop of the pass rate by ${points(drop)} or more is ruled out (${confidence(beta)}). Smaller drops were not looked for.`
};
var ofNewTests = {
  met: "code from the new spec passes all tests that only the head has, more often than not.",
  unmet: "code from the new spec fails tests that only the head has, more often than not.",
  undecided: "there are too few samples to say whether the tests that only the head has are met."
};
function percentOf(alpha) {
  return `${Number((100 * alpha).toFixed(1))} %`;
}

export {
  legend
};
