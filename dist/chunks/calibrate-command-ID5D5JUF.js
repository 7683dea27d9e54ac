import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  readSpecs
} from "./chunk-BWOOPZJJ.js";
import {
  jsonText
} from "./chunk-OSVSF47P.js";
import "./chunk-I3VVAFPO.js";
import "./chunk-IF5ZEEKF.js";
import {
  openCommand
} from "./chunk-YYVCFRIY.js";
import "./chunk-3BO4C2BF.js";
import {
  wholeNumber
} from "./chunk-P33PNVVQ.js";
import "./chunk-FDRKQG2W.js";
import "./chunk-VRNSNVJL.js";
import "./chunk-RQROVOIW.js";
import "./chunk-X6HJ4QIY.js";
import {
  Measured,
  UserError,
  armsFor,
  ask,
  atOnce,
  coldDraw,
  decide,
  examine,
  findControls,
  findSkipReason,
  measureTrees,
  nextLook,
  openEngine,
  sampleArm,
  samplesIn,
  stoppedBy,
  unchangedSpec,
  versionedRequest,
  wilson
} from "./chunk-WSJ3JF5A.js";
import "./chunk-FMJFPCHD.js";
import "./chunk-P6BWDRRG.js";
import {
  __callDispose,
  __using
} from "./chunk-TZXIYNRP.js";

// src/core/report/terminal/calibration.ts
function renderCalibration({ series, samples, gate, naive }) {
  if (series === 0) return "Nothing to calibrate with: no spec has ten measured samples on any model.\n";
  return [
    `Base against base, ${samples} samples of ${series} ${series === 1 ? "spec on a model" : "specs on models"}:`,
    `  this gate blocks ${percent(gate)} of changes that are none`,
    `  "head passes fewer of 5 than base" would block ${percent(naive)}`,
    "The intervals (95 %) count every sample once; more samples make them narrower.",
    ""
  ].join("\n");
}
function percent({ estimate, low, high }) {
  const of = (rate) => `${(100 * rate).toFixed(1)} %`;
  return `${of(estimate)} [${of(low)}, ${of(high)}]`;
}

// src/core/statistics/seeded-random.ts
function seededRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = state + 1831565813 >>> 0;
    let mixed = Math.imul(state ^ state >>> 15, state | 1);
    mixed ^= mixed + Math.imul(mixed ^ mixed >>> 7, mixed | 61);
    return ((mixed ^ mixed >>> 14) >>> 0) / 4294967296;
  };
}
function shuffled(count, random) {
  const order = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other] ?? other, order[last] ?? last];
  }
  return order;
}

// src/core/verdict/calibrate.ts
function calibrate(series, rules) {
  const random = seededRandom(rules.seed);
  const usable = series.filter(({ outcomes }) => outcomes.length >= 10);
  const results = usable.flatMap(
    (each) => Array.from({ length: rules.splits }, () => splitOnce(each, random, rules))
  );
  const disjoint = usable.reduce((sum, { outcomes }) => sum + Math.floor(outcomes.length / 10), 0);
  const intervalOf = (blocked) => {
    const rate = results.filter(blocked).length / Math.max(1, results.length);
    return disjoint === 0 ? { estimate: 0, low: 0, high: 1 } : wilson(rate * disjoint, disjoint);
  };
  return {
    series: usable.length,
    samples: usable.reduce((sum, { outcomes }) => sum + outcomes.length, 0),
    gate: intervalOf(({ isBlocked }) => isBlocked),
    naive: intervalOf(({ isNaivelyBlocked }) => isNaivelyBlocked)
  };
}
function splitOnce(series, random, rules) {
  const order = shuffled(series.outcomes.length, random);
  const half = Math.floor(order.length / 2);
  const samples = samplesIn2(series, order.slice(0, half), order.slice(half, 2 * half));
  const question = series.question;
  const drawn = upToItsStop(samples, question, rules);
  const [verdict] = decide(
    [{ question, samples: drawn, confirmation: { kind: "not-needed" }, invalidReason: null }],
    rules
  );
  const passes = (outcomes) => outcomes.slice(0, 5).filter(({ kind }) => kind === "passed").length;
  return {
    isBlocked: verdict?.verdict === "regressed",
    isNaivelyBlocked: passes(samples.head) < passes(samples.base)
  };
}
function samplesIn2(series, base, head) {
  const pick = (values, at) => at.flatMap((index) => values.slice(index, index + 1));
  return {
    base: pick(series.outcomes, base),
    head: pick(series.outcomes, head),
    tests: series.tests.map(({ test, passed }) => ({
      test,
      base: pick(passed, base),
      head: pick(passed, head)
    }))
  };
}
function upToItsStop(samples, question, rules) {
  for (const [index, look] of question.looks.entries()) {
    const drawn = {
      base: samples.base.slice(0, look.base),
      head: samples.head.slice(0, look.head),
      tests: samples.tests
    };
    const { looks, endsFutile } = question;
    const { alpha } = rules.decide;
    const round = { looks, endsFutile, taken: index + 1, alpha, questions: 1 };
    const looking = nextLook(examine(drawn, looks, rules.decide), round);
    if (looking.next === "stop") return drawn;
  }
  return samples;
}

// src/pipeline/check/calibrate-run.ts
async function calibrateRun(ports, asked, of) {
  var _stack = [];
  try {
    refuseTooFew(of.samples);
    const request = await versionedRequest(ports, asked);
    const { settings, trigger } = request;
    await findSkipReason(ports, request);
    const versions = await readSpecs(ports.repository, settings.specs, trigger.head);
    const questions = versions.flatMap(
      (version) => settings.models.map((model) => against(version, model, settings))
    );
    const engine = __using(_stack, await openEngine(ports, request, {
      plan: { changes: [], questions },
      allowance: { kind: "caps" }
    }), true);
    const sides = new Map(versions.map((version) => [version, "base"]));
    const trees = await findControls(engine, sides, await measureTrees(engine, sides));
    const measured = new Measured({ questions, trees });
    const series = await atOnce(
      questions,
      (question, stop) => sampled(stoppedBy(engine, stop), { question, measured, count: of.samples })
    );
    return calibrate(series, { decide: settings.decide, splits: of.splits, seed: of.seed });
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
var fewestToSplit = 10;
function refuseTooFew(samples) {
  if (samples >= fewestToSplit) return;
  throw new UserError(
    "CONFIG_INVALID",
    `option \`--samples\` is \`${samples}\`.`,
    `Give at least ${fewestToSplit}, so that each side gets five.`
  );
}
function against(version, model, { samples }) {
  const change = unchangedSpec(version);
  const arm = armsFor(change)(version, model);
  return { ...ask({ asks: "regression", change, base: arm, head: arm }), ...coldDraw(samples.looks) };
}
async function sampled(engine, of) {
  const { question, measured, count } = of;
  const numbers = Array.from({ length: count }, (_, sample) => sample);
  await sampleArm(engine, { question, role: "base", measured, priority: 0, samples: numbers });
  const { base: outcomes, tests } = samplesIn(question, { base: numbers, head: [] }, measured);
  return {
    question,
    outcomes: outcomes.filter(({ kind }) => kind !== "unmeasured"),
    tests: tests.map(({ test, base: passed }) => ({
      test,
      passed: passed.filter((_, index) => outcomes[index]?.kind !== "unmeasured")
    }))
  };
}

// src/entry/commands/calibrate-command.ts
async function calibrateCommand(call) {
  var _stack = [];
  try {
    const { options } = call;
    const command = __using(_stack, await openCommand(call), true);
    const samples = wholeNumber(options, "samples", 24);
    const seed = wholeNumber(options, "seed", 1);
    const calibration = await calibrateRun(command.ports, command.request, { samples, splits: 500, seed });
    command.print(options["json"] === true ? jsonText(calibration) : renderCalibration(calibration));
    return 0;
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
export {
  calibrateCommand
};
