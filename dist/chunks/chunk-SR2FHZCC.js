import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  dropInterval
} from "./chunk-ZSD4V5DF.js";
import {
  cellsDrawn,
  expectedTests,
  inventoryOf,
  isRed,
  isSuiteVacuous,
  jeffreys,
  measured,
  replacedModel,
  sidesOf,
  tallyOf,
  withoutResult
} from "./chunk-B2VOQPVL.js";
import {
  pathRules
} from "./chunk-JIQY2GBS.js";
import {
  fileOfCase
} from "./chunk-GGCEIHBX.js";
import {
  claimsPass,
  isTampered,
  signsWithoutGeneratedCode
} from "./chunk-WOCJ3PHM.js";
import {
  remembered
} from "./chunk-H7E5KABC.js";
import {
  literal,
  number,
  strictObject
} from "./chunk-A7RSTFOV.js";

// src/core/results/evidence-in.ts
function evidenceIn(testRun, around) {
  const { run, report } = testRun;
  if (report === null) return testRun;
  if (report.format === "exit-code") return testRun;
  const isModels = (file) => file !== null && around.mayWrite(file);
  const own = report.cases.filter(({ id }) => !isModels(fileOfCase(id)));
  const cases = own.length === report.cases.length ? report.cases : own;
  const cutShort = (report.cutShort ?? []).filter(
    (file) => !isModels(file) && !around.cutShortAnyway.has(file)
  );
  const evidence = { format: report.format, cases, ...cutShort.length > 0 ? { cutShort } : {} };
  return { ...testRun, run: isExplained(report, evidence) ? ended(run) : run, report: evidence };
}
function withoutExitCode(testRun) {
  return testRun.report?.format === "exit-code" ? { ...testRun, report: null } : testRun;
}
function isExplained(whole, evidence) {
  return hasFailed(whole) && !hasFailed(evidence);
}
function hasFailed({ cases }) {
  return cases.some(({ status }) => status === "failed");
}
function ended(run) {
  return run.end.kind === "exited" ? { ...run, end: { kind: "exited", code: 0 } } : run;
}

// src/core/verdict/tree-evidence.ts
function treeEvidence({ spec }, trees) {
  const runs = [trees?.own, trees?.emptied];
  const around = {
    // Thousands of runs report the tests of the same few files.
    mayWrite: remembered(pathRules(spec).mayWrite),
    cutShortAnyway: new Set(runs.flatMap((run) => run?.report?.cutShort ?? []))
  };
  const read = (testRun) => evidenceIn(testRun, around);
  const known = trees === void 0 ? null : readTrees(trees, read);
  const own = known?.own ?? null;
  const isOwnGreen = own !== null && !isRed(trees?.own ?? null);
  return { own, isOwnGreen, isVacuous: known !== null && isSuiteVacuous(known), read };
}
function readTrees({ own, emptied, standIns, notes }, read) {
  const known = { own: own === null ? null : read(own), emptied: read(emptied), notes };
  if (standIns === void 0) return known;
  const { unloadable, hollow, loaded } = standIns;
  const hollowRead = hollow === null ? null : read(hollow);
  return { ...known, standIns: { unloadable: read(unloadable), hollow: hollowRead, loaded } };
}

// src/core/verdict/version-evidence.ts
var VersionEvidence = class {
  #tree;
  #cells = [];
  #reportsTests = false;
  #inventory = null;
  #isOwnRunRed = null;
  constructor(tree) {
    this.#tree = tree;
  }
  /** Adds the evidence of one more cell. */
  add(evidence) {
    if (evidence === null) return;
    this.#cells.push(evidence);
    this.#inventory = null;
    this.#isOwnRunRed = null;
    this.#reportsTests ||= !this.#tree.isOwnGreen && evidence.report?.format === "node-test" && hasCases(evidence);
  }
  /**
   * The part of a cell's evidence that counts: if other cells are reported test by test, an exit code alone is not
   * enough.
   */
  read(evidence) {
    return this.#reportsTests ? withoutExitCode(evidence) : evidence;
  }
  /** The repository's own run is red, so an exit code says nothing about a model. */
  get isOwnRunRed() {
    const { own } = this.#tree;
    this.#isOwnRunRed ??= own !== null && isRed(this.read(own));
    return this.#isOwnRunRed;
  }
  /** The tests pass whatever stands under `writes`. */
  get isVacuous() {
    return this.#tree.isVacuous;
  }
  /** The tests that the version is expected to run. */
  get inventory() {
    this.#inventory ??= this.#readInventory();
    return this.#inventory;
  }
  #readInventory() {
    const ownRun = this.#tree.own === null ? null : this.read(this.#tree.own);
    const isWhole = ownRun !== null && !isRed(ownRun);
    const isNamed = isWhole && hasCases(ownRun);
    const cells = isNamed ? [] : this.#cells.map((cell) => this.read(cell));
    return { inventory: inventoryOf({ ownRun, cells }), isWhole };
  }
};
function hasCases({ report }) {
  return report !== null && report.cases.length > 0;
}

// src/core/verdict/measured.ts
var Measured = class _Measured {
  questions;
  trees;
  cells = [];
  cellControls = /* @__PURE__ */ new Map();
  // Indexed, because a thousand questions each look for a few of tens of thousands of cells.
  #sides = /* @__PURE__ */ new Map();
  #versions = /* @__PURE__ */ new Map();
  #trees;
  constructor(of, readTrees2 = /* @__PURE__ */ new Map()) {
    this.questions = of.questions;
    this.trees = of.trees;
    this.#trees = readTrees2;
  }
  /** Reads one more cell as evidence and adds it. */
  add(cell) {
    const { testRun } = cell;
    const evidence = testRun === null ? null : this.#treeOf(cell.arm.version).read(testRun);
    this.#take({ ...cell, evidence });
  }
  cellsOf = ({ id }, role) => this.#sides.get(sideKey(id, role)) ?? [];
  evidenceOn = (version) => {
    const known = this.#versions.get(version) ?? new VersionEvidence(this.#treeOf(version));
    this.#versions.set(version, known);
    return known;
  };
  /** The same measurements with these cells instead of its own. */
  with(cells) {
    const other = new _Measured(this, this.#trees);
    for (const [question, controls] of this.cellControls) other.cellControls.set(question, controls);
    for (const cell of cells) other.#take(cell);
    return other;
  }
  /** The same cells in the order of the plan, so that nothing later depends on which cell ended first. */
  inOrder() {
    return this.with(
      this.questions.flatMap(
        (question) => sidesOf(question).flatMap(
          ({ role }) => this.cellsOf(question, role).toSorted((one, other) => one.sample - other.sample)
        )
      )
    );
  }
  #take(cell) {
    const key = sideKey(cell.question, cell.role);
    const side = this.#sides.get(key) ?? [];
    this.#sides.set(key, side);
    side.push(cell);
    this.cells.push(cell);
    this.evidenceOn(cell.arm.version).add(cell.evidence);
  }
  #treeOf(version) {
    const known = this.#trees.get(version) ?? treeEvidence(version, this.trees.get(version));
    this.#trees.set(version, known);
    return known;
  }
};
function sideKey(question, role) {
  return `${role} ${question}`;
}
function measuredFrom(of) {
  const measured2 = new Measured(of);
  for (const cell of of.cells) measured2.add(cell);
  return measured2;
}
var nothingMeasured = new Measured({ questions: [], trees: /* @__PURE__ */ new Map() });

// src/core/records/trust.ts
var maxRecordAgeMs = 7 * 24 * 60 * 60 * 1e3;
function mayUse({ origin }, reader2) {
  switch (origin.event) {
    case "default-branch":
      return true;
    case "pull-request":
      return origin.pullRequest !== null && origin.pullRequest === reader2.pullRequest;
    case "manual":
      return reader2.event === "manual" && origin.ref !== null && origin.ref === reader2.ref;
    case "local":
      return reader2.event === "local" && (origin.import === void 0 || origin.import === reader2.import);
  }
}
function isFresh({ origin }, age) {
  return Math.abs(age.now - origin.at) <= age.maxAgeMs;
}

// src/core/statistics/sampling-plan.ts
var samples = number().int().nonnegative();
var lookSchema = strictObject({
  base: samples,
  head: samples,
  short: literal(true).exactOptional()
});
var storedSteps = [3, 5, 8, 12, 16, 20, 25, 40];
function roundedDown(samples2) {
  return storedSteps.findLast((step) => step <= samples2) ?? 0;
}
function coldPlan(looks) {
  return planWith(0, looks);
}
function planWith(stored, looks) {
  const known = roundedDown(stored);
  return looks.flatMap((head, index) => {
    const base = Math.max(known, head);
    const before = Math.max(known, looks[index - 1] ?? head);
    const isFirstGrowth = index === 1 && looks.length > 2 && before < base;
    return [...isFirstGrowth ? [{ base: before, head, short: true }] : [], { base, head }];
  });
}
function withoutShort(plan) {
  return plan.filter(({ short }) => short !== true);
}
function lonePlan(looks) {
  return looks.map((head) => ({ base: head, head }));
}
function swapped(plan) {
  return plan.map(({ base, head, ...rest }) => ({ base: head, head: base, ...rest }));
}
function planNumbers(plan) {
  return plan.map(({ base, head, short }) => `${base}:${head}${short === true ? " short" : ""}`).join(", ");
}

// src/core/plan/choose-base.ts
function chooseBase(of) {
  const old = agedOut(of.available, of);
  const best = of.available.filter(({ sample }) => !old.has(sample)).toSorted(
    (one, other) => rank(one) - rank(other) || other.origin.at - one.origin.at || one.sample - other.sample
  );
  const n0 = Math.max(0, ...of.steps.filter((step) => step <= best.length));
  return { n0, samples: best.slice(0, n0).map(({ sample }) => sample) };
}
function agedOut(available, age) {
  const young = available.filter((sample) => isFresh(sample, age));
  const served = servedNow(young);
  const current = young.filter(({ servedBy }) => servedBy === null || servedBy === served);
  const kept = new Set(current.map(({ sample }) => sample));
  return new Set(available.map(({ sample }) => sample).filter((sample) => !kept.has(sample)));
}
function servedNow(samples2) {
  const [newest] = samples2.filter(({ servedBy }) => servedBy !== null).toSorted((one, other) => other.origin.at - one.origin.at || one.sample - other.sample);
  return newest?.servedBy ?? null;
}
function rank({ origin }) {
  return origin.event === "default-branch" ? 0 : 1;
}

// src/core/plan/draw.ts
function coldDraw(looks) {
  const plan = coldPlan(looks);
  const baseSamples = Array.from({ length: plan.at(-1)?.base ?? 0 }, (_, sample) => sample);
  return {
    ...{ looks: plan, baseSamples, reused: [], confirming: [], headSamples: firstHeads(plan) },
    endsFutile: true
  };
}
function freshDraw(looks, taken) {
  const plan = coldPlan(looks);
  const last = plan.at(-1) ?? { base: 0, head: 0 };
  return {
    ...{ looks: plan, baseSamples: freeNumbers(taken.base, last.base), reused: [], confirming: [] },
    headSamples: freeNumbers(taken.head, last.head),
    endsFutile: true
  };
}
function loneDraw(looks) {
  const plan = lonePlan(looks);
  return {
    ...{ looks: plan, baseSamples: [], reused: [], confirming: [], headSamples: firstHeads(plan) },
    endsFutile: false
  };
}
function recordedDraw(planned) {
  const { looks, baseSamples, reused, confirming, headSamples, endsFutile: endsFutile2 } = planned;
  return {
    ...{ looks, baseSamples, reused, confirming, headSamples: headSamples ?? firstHeads(looks) },
    endsFutile: endsFutile2 === true
  };
}
function drawFrom(of) {
  const steps = storedSteps.filter((step) => step <= of.target);
  const chosen = chooseBase({ ...of, steps });
  const looks = planWith(chosen.n0, of.looks);
  const needed2 = looks.at(-1)?.base ?? 0;
  const taken = new Set(of.available.map(({ sample }) => sample));
  const fresh = freeNumbers(taken, Math.max(0, needed2 - chosen.n0) + of.confirm);
  const topUp = fresh.slice(0, fresh.length - of.confirm);
  return {
    looks,
    baseSamples: [...chosen.samples, ...topUp],
    reused: chosen.samples,
    confirming: chosen.n0 === 0 ? [] : fresh.slice(topUp.length),
    headSamples: firstHeads(looks),
    endsFutile: true
  };
}
function confirmingDraw(draw) {
  const stored = roundedDown(draw.reused.length + draw.confirming.length);
  const looks = planWith(
    stored,
    withoutShort(draw.looks).map(({ head }) => head)
  );
  return { looks, baseSamples: [...draw.confirming, ...draw.baseSamples].slice(0, looks.at(-1)?.base) };
}
function firstHeads(looks) {
  return Array.from({ length: looks.at(-1)?.head ?? 0 }, (_, sample) => sample);
}
function freeNumbers(taken, count) {
  const free2 = [];
  for (let number2 = 0; free2.length < count; number2 += 1) if (!taken.has(number2)) free2.push(number2);
  return free2;
}

// src/core/statistics/hit-probability.ts
function tabulate(plan, of) {
  return plan.map((look, index) => {
    const row = new Float64Array((look.base + 1) * (look.head + 1));
    for (let base = 0; base <= look.base; base += 1) {
      for (let head = 0; head <= look.head; head += 1) {
        row[base * (look.head + 1) + head] = of({ base, head }, index);
      }
    }
    return row;
  });
}
function hitProbability(question) {
  const { plan, table, threshold } = question;
  let mass = { base: 0, head: 0, of: Float64Array.of(1) };
  let hit = 0;
  for (const [index, look] of plan.entries()) {
    mass = convolve(mass, {
      base: binomialProbabilities(look.base - mass.base, question.base),
      head: binomialProbabilities(look.head - mass.head, question.head)
    });
    const values = table[index] ?? new Float64Array();
    for (let cell = 0; cell < mass.of.length; cell += 1) {
      if ((values[cell] ?? 0) >= threshold) {
        hit += mass.of[cell] ?? 0;
        mass.of[cell] = 0;
      }
    }
  }
  return hit;
}
function convolve(mass, added) {
  const base = mass.base + added.base.length - 1;
  const head = mass.head + added.head.length - 1;
  const byHead = new Float64Array((mass.base + 1) * (head + 1));
  for (let row = 0; row <= mass.base; row += 1) {
    const from = mass.of.subarray(row * (mass.head + 1), (row + 1) * (mass.head + 1));
    addSpread(byHead, row * (head + 1), { from, weights: added.head, step: 1 });
  }
  if (added.base.length === 1) return { base, head, of: byHead };
  const of = new Float64Array((base + 1) * (head + 1));
  addSpread(of, 0, { from: byHead, weights: added.base, step: head + 1 });
  return { base, head, of };
}
function addSpread(to, at, {
  from,
  weights,
  step
}) {
  for (let more = 0; more < weights.length; more += 1) {
    const weight = weights[more] ?? 0;
    const shift = at + more * step;
    for (let cell = 0; cell < from.length; cell += 1) {
      to[shift + cell] = (to[shift + cell] ?? 0) + weight * (from[cell] ?? 0);
    }
  }
}
function binomialProbabilities(samples2, rate) {
  return Float64Array.from({ length: samples2 + 1 }, (_, passed) => {
    if (rate <= 0) return passed === 0 ? 1 : 0;
    if (rate >= 1) return passed === samples2 ? 1 : 0;
    const ways = logFactorial(samples2) - logFactorial(passed) - logFactorial(samples2 - passed);
    return Math.exp(ways + passed * Math.log(rate) + (samples2 - passed) * Math.log(1 - rate));
  });
}
var logFactorials = [0];
function logFactorial(n) {
  for (let next = logFactorials.length; next <= n; next += 1) {
    logFactorials.push((logFactorials[next - 1] ?? 0) + Math.log(next));
  }
  return logFactorials[n] ?? 0;
}

// src/core/statistics/futility.ts
var futileBelow = 0.015;
function chancesToDecide(plan, decides2) {
  const chances = plan.map((look) => new Float64Array((look.base + 1) * (look.head + 1)));
  for (let index = plan.length - 2; index >= 0; index -= 1) {
    const [look, next] = [plan[index] ?? none, plan[index + 1] ?? none];
    const after = Float64Array.from(
      chances[index + 1] ?? [],
      (chance, outcome) => (decides2[index + 1]?.[outcome] ?? 0) > 0 ? 1 : chance
    );
    const expected = tabulate(
      [look],
      (passes) => expectedAfter(after, next, {
        base: predicted(passes.base, look.base, next.base - look.base),
        head: predicted(passes.head, look.head, next.head - look.head),
        passes
      })
    );
    chances[index]?.set(expected[0] ?? []);
  }
  return chances;
}
var none = { base: 0, head: 0 };
function expectedAfter(after, next, from) {
  let expected = 0;
  for (const [moreBase, baseWeight] of from.base.entries()) {
    const row = (from.passes.base + moreBase) * (next.head + 1) + from.passes.head;
    for (const [moreHead, headWeight] of from.head.entries())
      expected += baseWeight * headWeight * (after[row + moreHead] ?? 0);
  }
  return expected;
}
function predicted(passed, samples2, more) {
  const failed = samples2 - passed;
  return Array.from({ length: more + 1 }, (_, passes) => {
    let chance = 1;
    for (let drawn = 0; drawn < more; drawn += 1) {
      const isPass2 = drawn < passes;
      const own = isPass2 ? passed + 0.5 + drawn : failed + 0.5 + (drawn - passes);
      const ways = isPass2 ? (more - drawn) / (passes - drawn) : 1;
      chance *= ways * own / (samples2 + 1 + drawn);
    }
    return chance;
  });
}

// src/core/statistics/evidence.ts
function dropEvidence(passes, look) {
  if (look.short === true) return 0;
  const baseRate = passes.base / look.base;
  const headRate = passes.head / look.head;
  if (baseRate <= headRate + 1e-12) return 0;
  const together = greatest(passes.base + passes.head, look.base + look.head);
  return rounded(free(passes, look) - together);
}
function noDropEvidence(passes, look, drop) {
  if (passes.head / look.head <= passes.base / look.base - drop + 1e-12) return 0;
  const known = ofDrop.get(drop) ?? /* @__PURE__ */ new Map();
  ofDrop.set(drop, known);
  const outcome = ((passes.base * 4096 + look.base) * 4096 + passes.head) * 4096 + look.head;
  const evidence = known.get(outcome) ?? searched(passes, look, drop);
  known.set(outcome, evidence);
  return evidence;
}
var ofDrop = /* @__PURE__ */ new Map();
function searched(passes, look, drop) {
  const base = likeliestBase(passes, look, drop);
  return rounded(
    free(passes, look) - jointLogLikelihood({ passes, look, base, head: Math.max(0, base - drop) })
  );
}
function likeliestBase(passes, look, drop) {
  const slope = (base) => over(passes.base, base) - over(look.base - passes.base, 1 - base) + over(passes.head, base - drop) - over(look.head - passes.head, 1 - base + drop);
  if (slope(drop) <= 0) return drop;
  if (slope(1) >= 0) return 1;
  let low = drop;
  let high = 1;
  for (let halving = 0; halving < 45; halving += 1) {
    const middle = (low + high) / 2;
    if (slope(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
function over(count, rate) {
  return count === 0 ? 0 : count / Math.max(0, rate);
}
function free(passes, look) {
  return greatest(passes.base, look.base) + greatest(passes.head, look.head);
}
function greatest(passed, samples2) {
  return countLogCount(passed) + countLogCount(samples2 - passed) - countLogCount(samples2);
}
function countLogCount(count) {
  for (let next = countLogCounts.length; next <= count; next += 1) countLogCounts.push(next * Math.log(next));
  return countLogCounts[count] ?? 0;
}
var countLogCounts = [0];
function jointLogLikelihood(at) {
  const { passes, look, base, head } = at;
  return binomial(passes.base, look.base, base) + binomial(passes.head, look.head, head);
}
function binomial(passed, samples2, rate) {
  return times(passed, Math.log(rate)) + times(samples2 - passed, Math.log(1 - rate));
}
function times(count, logarithm) {
  return count === 0 ? 0 : count * logarithm;
}
function rounded(value) {
  return Math.round(value * 1e8) / 1e8;
}

// src/core/statistics/smallest-threshold.ts
function smallestThreshold(of) {
  const values = positiveValues(of.table);
  let least = 0;
  for (const rate of coarseFirst(of.rates)) {
    const isEnough = (index) => of.chance(values[index] ?? Infinity, rate) <= of.level;
    if (!isEnough(least)) least = firstAfter(least, values.length, isEnough);
  }
  return values[least] ?? Infinity;
}
function positiveValues(table) {
  const values = /* @__PURE__ */ new Set();
  for (const row of table) for (const value of row) if (value > 0) values.add(value);
  return Float64Array.from(values).toSorted();
}
function coarseFirst(rates) {
  const order = [16, 8, 4, 2, 1].flatMap((step) => rates.filter((_, index) => index % step === 0));
  return [...new Set(order)];
}
function firstAfter(start, end, isEnough) {
  let low = start;
  let step = 1;
  while (low + step < end && !isEnough(low + step)) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, end);
  while (low + 1 < high) {
    const middle = low + high >> 1;
    if (isEnough(middle)) high = middle;
    else low = middle;
  }
  return high;
}

// src/core/statistics/gate.ts
function falseAlarmRate(plan, evidence) {
  if (evidence <= 0) return 1;
  const { table, rates } = gateOf(plan);
  return remembered2(
    rates,
    evidence,
    () => Math.max(...sharedRates.map((shared) => hitAt({ plan, table, threshold: evidence }, shared, shared)))
  );
}
function dropThreshold(plan, alpha) {
  const { table, thresholds } = gateOf(plan);
  const chance = (threshold, rate) => hitAt({ plan, table, threshold }, rate, rate);
  return remembered2(
    thresholds,
    alpha,
    () => smallestThreshold({ table, level: alpha, rates: sharedRates, chance })
  );
}
function noDropThreshold(plan, drop, beta) {
  return remembered2(gateOf(plan).noDropThresholds, `${drop} ${beta}`, () => {
    const table = tabulate(plan, (passes, look) => noDropEvidence(passes, plan[look] ?? nothing, drop));
    const chance = (threshold, rate) => hitAt({ plan, table, threshold }, rate, rate - drop);
    return smallestThreshold({ table, level: beta, rates: baseRates(drop), chance });
  });
}
function baseRates(drop) {
  return grid(drop, 1, 61);
}
var nothing = { base: 0, head: 0 };
var sharedRates = [...grid(0.02, 0.9, 45), ...grid(0.905, 0.9975, 38)];
function hitAt(region, base, head) {
  return hitProbability({ ...region, base, head });
}
function grid(from, to, points) {
  return Array.from({ length: points }, (_, index) => from + (to - from) * index / (points - 1));
}
var gates = /* @__PURE__ */ new Map();
function gateOf(plan) {
  return remembered2(gates, planNumbers(plan), () => ({
    table: tabulate(plan, (passes, look) => dropEvidence(passes, plan[look] ?? nothing)),
    rates: /* @__PURE__ */ new Map(),
    thresholds: /* @__PURE__ */ new Map(),
    noDropThresholds: /* @__PURE__ */ new Map()
  }));
}
function remembered2(known, key, compute) {
  const found = known.get(key);
  if (found !== void 0) return found;
  const value = compute();
  known.set(key, value);
  return value;
}

// src/core/statistics/excluded-drop.ts
function excludedDrop(at) {
  let low = 0;
  let high = drops.length;
  while (low < high) {
    const middle = low + high >> 1;
    const drop = drops[middle] ?? 1;
    if (reaches(at, drop)) high = middle;
    else low = middle + 1;
  }
  return drops[low] ?? null;
}
function reaches(at, drop) {
  return noDropEvidence(at.passes, at.look, drop) >= noDropThreshold(at.plan, drop, at.beta);
}
var drops = Array.from({ length: 17 }, (_, step) => (10 + 5 * step) / 100);

// src/core/statistics/series.ts
function passesAt(series, look) {
  return { base: countUpTo(series.base, look.base), head: countUpTo(series.head, look.head) };
}
function strongestEvidence(series, looks) {
  return Math.max(...looks.map((look) => dropEvidence(passesAt(series, look), look)));
}
function countUpTo(passed, count) {
  let total = 0;
  for (let sample = 0; sample < count; sample += 1) if (passed[sample] === true) total += 1;
  return total;
}

// src/core/statistics/decision-chance.ts
function decisionChance({ plan, index, suite, tests }, rules) {
  const chanceIn = (table, { base, head }) => table[index]?.[base * ((plan[index]?.head ?? 0) + 1) + head] ?? 0;
  let chance = chanceIn(suiteChances(plan, rules), suite);
  for (const passes of tests) {
    if (chance >= futileBelow) break;
    chance += chanceIn(testChances(plan, rules.alpha / (2 * tests.length)), passes);
  }
  return Math.min(1, chance);
}
function isTooWeak(passes, look, drop) {
  return passes.base / look.base < drop;
}
function suiteChances(plan, { alpha, drop, beta }) {
  return remembered3(`${planNumbers(plan)}; suite ${alpha} ${drop} ${beta}`, () => {
    const shown = showsOne(plan, alpha / 2);
    return chancesIn(plan, (passes, look) => {
      if (shown.improvement(passes, look)) return true;
      if (isTooWeak(passes, look, drop)) return false;
      return shown.drop(passes, look) || reaches({ plan, look, passes, beta }, drop);
    });
  });
}
function testChances(plan, level) {
  return remembered3(`${planNumbers(plan)}; test ${level}`, () => {
    const shown = showsOne(plan, level);
    return chancesIn(plan, (passes, look) => shown.drop(passes, look) || shown.improvement(passes, look));
  });
}
function showsOne(plan, level) {
  const least = { drop: dropThreshold(plan, level), improvement: dropThreshold(swapped(plan), level) };
  return {
    drop: (passes, look) => dropEvidence(passes, look) >= least.drop,
    improvement: ({ base, head }, look) => {
      const [turned] = swapped([look]);
      return turned !== void 0 && dropEvidence({ base: head, head: base }, turned) >= least.improvement;
    }
  };
}
function chancesIn(plan, decides2) {
  return chancesToDecide(
    plan,
    tabulate(plan, (passes, index) => {
      const look = plan[index];
      return look !== void 0 && decides2(passes, look) ? 1 : 0;
    })
  );
}
var tables = /* @__PURE__ */ new Map();
function remembered3(key, compute) {
  const known = tables.get(key) ?? compute();
  tables.set(key, known);
  return known;
}

// src/core/statistics/ruled-out.ts
function isRuledOut(at, rules) {
  const { beta, drop } = rules;
  return endpointsOf(at, rules).every((passes) => reaches({ ...at, passes, beta }, drop));
}
function smallestRuledOut(at, rules) {
  const { beta } = rules;
  const found = endpointsOf(at, rules).map((passes) => excludedDrop({ ...at, passes, beta }));
  return found.reduce((most, each) => most === null || each === null ? null : Math.max(most, each), 0);
}
function endpointsOf({ passes, tests, look }, { everyTest }) {
  return [passes, ...everyTest === true ? tests.map((each) => passesAt(each, look)) : []];
}

// src/core/verdict/examine.ts
function examine(samples2, plan, decide2) {
  const taken = looksTaken(samples2, plan);
  const look = taken.at(-1);
  if (look === void 0) return unexamined;
  const suite = { base: samples2.base.map(isPass), head: samples2.head.map(isPass) };
  const passes = passesAt(suite, look);
  const baseTooWeak = isTooWeak(passes, look, decide2.drop);
  const suiteP = falseAlarmRate(plan, strongestEvidence(suite, taken));
  const tests = testEvidence(samples2.tests, { plan, taken, look });
  const bestTestP = Math.min(1, ...tests.map(({ p }) => p));
  const isUnsuspected = suiteP > 0.05 && bestTestP > 0.05;
  const clean = !baseTooWeak && isUnsuspected && isRuledOut({ plan, look, passes, tests: samples2.tests }, decide2);
  const found = {
    looks: taken.length,
    p: cellP(baseTooWeak ? 1 : suiteP, bestTestP, samples2.tests.length),
    // An improvement of one test says nothing about another one: that nothing was lost says more.
    improvedP: decide2.everyTest === true && clean ? 1 : improvementP(samples2, taken, plan),
    clean
  };
  const isOpen = Math.min(found.p, found.improvedP) > decide2.alpha && !found.clean;
  return {
    ...found,
    baseTooWeak,
    ...isOpen ? outlook(samples2, { plan, taken, look, passes }, decide2) : decidedOutlook,
    tests,
    at: { look, passes }
  };
}
function looksTaken(samples2, plan) {
  return plan.filter((look) => isMeasured(samples2.base, look.base) && isMeasured(samples2.head, look.head));
}
var decidedOutlook = { isFutile: false, nothingPassed: false };
var unexamined = {
  looks: 0,
  p: 1,
  improvedP: 1,
  baseTooWeak: false,
  clean: false,
  ...decidedOutlook,
  tests: [],
  at: null
};
function outlook(samples2, at, decide2) {
  const { plan, taken, look, passes } = at;
  if (!mayGoOn(taken, plan)) return decidedOutlook;
  const tests = samples2.tests.map((series) => passesAt(series, look));
  return {
    isFutile: decisionChance({ plan, index: taken.length - 1, suite: passes, tests }, decide2) < futileBelow,
    nothingPassed: isDeadBase(look) && [passes, ...tests].every(isNone)
  };
}
function mayGoOn(taken, plan) {
  return taken.at(-1)?.short !== true && withoutShort(taken).length >= 2 && taken.length < plan.length;
}
function isDeadBase({ base }) {
  return base >= 20 && base < 40;
}
function isNone({ base, head }) {
  return base + head === 0;
}
function cellP(suiteP, bestTestP, tests) {
  return Math.min(1, 2 * Math.min(suiteP, tests === 0 ? 1 : tests * bestTestP));
}
function testEvidence(tests, at) {
  return tests.flatMap((series) => {
    const found = dropOf(series, at);
    if (found === null) return [];
    const { headRan } = series;
    const whereItRan = headRan === void 0 || headRan.every(Boolean) ? found : dropOf(
      { ...series, head: series.head.map((each, index) => each || headRan[index] === false) },
      at
    );
    return [{ test: series.test, ...found, whereItRan: whereItRan ?? { p: 1, drop: 0 } }];
  }).toSorted((one, other) => one.p - other.p || other.drop - one.drop);
}
function dropOf(series, at) {
  const evidence = strongestEvidence(series, at.taken);
  if (evidence <= 0) return null;
  const { base, head } = passesAt(series, at.look);
  return { p: falseAlarmRate(at.plan, evidence), drop: base / at.look.base - head / at.look.head };
}
function improvementP(samples2, taken, plan) {
  const turned = swapped(plan);
  const looks = swapped(taken);
  const pOf = (series) => falseAlarmRate(turned, strongestEvidence({ base: series.head, head: series.base }, looks));
  const suiteP = pOf({ base: samples2.base.map(isPass), head: samples2.head.map(isPass) });
  return cellP(suiteP, Math.min(1, ...samples2.tests.map(pOf)), samples2.tests.length);
}
function isMeasured(outcomes, count) {
  const planned = outcomes.slice(0, count);
  return planned.length === count && planned.every((outcome) => outcome.kind !== "unmeasured");
}
function isPass(outcome) {
  return outcome.kind === "passed";
}

// src/core/verdict/next-look.ts
function nextLook(examination, round) {
  if (examination.looks < round.taken) return { next: "stop", because: "unmeasured" };
  if (examination.p <= round.alpha / round.questions) return { next: "stop", because: "decided" };
  if (examination.clean) return { next: "stop", because: "clean" };
  if (examination.looks >= round.looks.length) return { next: "stop", because: "last-look" };
  if (endsFutile(examination, round)) return { next: "stop", because: "futile" };
  return { next: "sample-more" };
}
function endsFutile(examination, of) {
  if (!of.endsFutile) return false;
  const newTests = of.requirements?.tests ?? [];
  return examination.isFutile || examination.nothingPassed && newTests.every(({ passed }) => passed === 0);
}

// src/core/statistics/samples-needed.ts
function samplesNeeded(observed) {
  return [5, 8, 12, 16, 20, 25, 40, 60, 100].find((samples2) => decides(observed, samples2)) ?? null;
}
function decides({ base, head, alpha, beta, drop }, samples2) {
  const look = { base: samples2, head: samples2 };
  const passes = { base: Math.round(base * samples2), head: Math.round(head * samples2) };
  if (falseAlarmRate([look], dropEvidence(passes, look)) <= alpha) return true;
  return noDropEvidence(passes, look, drop) >= noDropThreshold([look], drop, beta);
}

// src/core/verdict/why-inconclusive.ts
function whyInconclusive(answered, examination, decide2) {
  const futile = examination === null ? null : whyFutile(answered, examination);
  return answered.invalidReason ?? missingSamples(answered) ?? futile ?? notEnough(answered, examination, decide2);
}
function whyFutile(answered, examination) {
  const { question, samples: samples2, suites } = answered;
  const requirements = suites?.requirements ?? null;
  const { endsFutile: mayEnd } = question;
  if (!endsFutile(examination, { endsFutile: mayEnd, requirements })) return null;
  const [base, head] = [tallyOf(samples2.base), tallyOf(samples2.head)];
  const seen = base.passed + head.passed === 0 ? `no sample passed on either side after ${measured(base) + measured(head)}` : countsOf(base, head);
  return `${seen}: no later sample could decide`;
}
function asRefused(why) {
  return why.replace(providerFailed, "the vendor refused the configuration");
}
function missingSamples({ question, samples: samples2 }) {
  const missing = [...samples2.base, ...samples2.head].flatMap(
    (outcome) => outcome.kind === "unmeasured" ? [outcome] : []
  );
  const said = [...new Set(missing.map(({ why }) => why))].map((why) => {
    const all = missing.filter((each) => each.why === why);
    const detail = detailIn(all);
    const words = why === "budget" && detail !== "" ? "the budget has no room left" : plain.get(why);
    const told = detail === `: ${words}` ? "" : detail;
    return `${all.length} × ${words ?? why}${told}`;
  });
  if (said.length > 0) return `not every planned sample could be measured (${said.join(", ")})`;
  const first = question.looks[0]?.head ?? 0;
  return samples2.head.length < first ? "no sample was measured" : null;
}
function detailIn(missing) {
  const detail = missing.find((each) => each.detail !== void 0)?.detail;
  return detail === void 0 ? "" : `: ${detail}`;
}
var providerFailed = "the provider failed";
var plain = /* @__PURE__ */ new Map([
  ["provider-error", providerFailed],
  ["quota", "the quota was used up"],
  ["sandbox-error", "the sandbox failed"],
  ["budget", "the budget was spent"],
  ["cancelled", "the run was cancelled"]
]);
function notEnough({ question, samples: samples2 }, examination, decide2) {
  const head = tallyOf(samples2.head);
  if (question.base === null) {
    return `${head.passed}/${measured(head)} passed: too close to the wanted rate for this many samples`;
  }
  const base = tallyOf(samples2.base);
  const seen = countsOf(base, head);
  if (examination !== null && examination.looks < question.looks.length) {
    return `sampling ended before the last look (${seen})`;
  }
  return `${seen} after the last look: a drop is neither shown nor ruled out; ${needed(base, head, decide2)}`;
}
function countsOf(base, head) {
  return `base ${base.passed}/${measured(base)}, head ${head.passed}/${measured(head)}`;
}
function needed(base, head, { alpha, beta, drop }) {
  const rate = (tally) => tally.passed / measured(tally);
  const samples2 = samplesNeeded({ base: rate(base), head: rate(head), alpha: alpha / 2, beta, drop });
  return samples2 === null ? "more than 100 samples a side would be needed" : `about ${samples2} samples a side would be needed`;
}

// src/core/statistics/holm.ts
function holm(pValues) {
  const ascending = pValues.map((p, index) => ({ p, index })).toSorted((one, other) => one.p - other.p);
  const adjusted = Array.from({ length: pValues.length }, () => 1);
  let largest = 0;
  for (const [rank2, { p, index }] of ascending.entries()) {
    largest = Math.max(largest, Math.min(1, p * (pValues.length - rank2)));
    adjusted[index] = largest;
  }
  return adjusted;
}

// src/core/generation/without-comments.ts
function withoutComments(text) {
  const kept = [];
  let closing = null;
  for (const line of text.split("\n")) {
    const begun = closing === null ? line.trimStart() : line;
    const opened = closing === null ? openedBy(begun) : { closing, from: 0 };
    if (opened === null) {
      kept.push(lineComment.test(begun) ? "" : line);
      continue;
    }
    const end = begun.indexOf(opened.closing, opened.from);
    closing = end < 0 ? opened.closing : null;
    kept.push(end < 0 ? "" : begun.slice(end + opened.closing.length));
  }
  return kept.join("\n");
}
var lineComment = /^(?:\/\/(?!go:embed)|#(?:[\s#!]|$))/;
function openedBy(line) {
  if (line.startsWith("/*")) return { closing: "*/", from: 2 };
  const quotes = /^[rR]?("""|''')/.exec(line);
  const [all, closing] = quotes ?? [];
  return all === void 0 || closing === void 0 ? null : { closing, from: all.length };
}

// src/core/generation/reading-signs.ts
function isReadingSign(found) {
  return patterns.some(([sign]) => sign === found);
}
function readingSignsOf(content) {
  const found = foundIn(content, patterns);
  const inCode = found.length === 0 ? [] : foundIn(withoutComments(content), found);
  return inCode.map(([sign]) => sign);
}
function foundIn(text, among) {
  return among.filter(([, ways]) => ways.some((way) => way.test(text)));
}
function pattern(source) {
  return new RegExp(
    source.replaceAll("<TEST>", testPath).replaceAll("<PLACE>", ownPlace).replaceAll("<READER>", reader).replaceAll("§", String.raw`['"\x60]`),
    "m"
  );
}
var testPath = String.raw`(?:[^'"\x60\n]{0,120}[/\\])?(?:(?:tests?|__tests__|testdata|__snapshots__)(?:[/\\][^'"\x60\n]{0,120})?|[\w.-]{1,80}(?:\.(?:test|spec)|_test|_spec)\.[a-z]{1,4}|test_[\w*]{1,80}\.py|\*(?:\.test|\.spec|_test)\.[a-z]{1,4}|conftest(?:\.py)?)`;
var ownPlace = String.raw`(?:\bimport\.meta\.(?:url|dirname|filename)|\b__dirname\b|\b__filename\b|\b__file__\b|\bprocess\.cwd\(|\bgetcwd\(|\bPath\.cwd\(|\bos\.Getwd\()`;
var reader = String.raw`(?:\b(?:readFile|readFileSync|readdir|readdirSync|opendir|opendirSync|createReadStream|openSync|globSync|glob|iglob|rglob|open|scandir|listdir|walk|ReadFile|ReadDir|WalkDir|Walk|Glob|Open|Path|import_module|__import__|require|import)\(|\binclude_(?:str|bytes)!\()`;
var readsTests = [
  // A reader, or a path from the code's own place, with the name of tests on the same line.
  String.raw`(?=§<TEST>§)(?<=<READER>[^\n]{0,160})§`,
  String.raw`(?=§<TEST>§)(?<=<PLACE>[^\n]{0,160})§`,
  String.raw`§<TEST>§[^\n]{0,120}?<PLACE>`,
  String.raw`\bfrom\s{1,9}§[^'"\x60\n]{0,120}\.(?:test|spec)\.[cm]?[jt]sx?(?:\?raw)?§`,
  // The program that was started is the test.
  String.raw`(?:\bprocess\.argv\[|\brequire\.main\.filename|\bmodule\.parent\.|\bsys\.argv\[0|\b__main__\b|\bos\.Args\[0)(?<=<READER>[^\n]{0,60})`,
  // All files of the folder above the code.
  String.raw`§\.\.[/\\]?§(?<=\b(?:readdir|readdirSync|opendir|opendirSync|scandir|listdir|walk|ReadDir|WalkDir|Walk)\([^\n]{0,120})`,
  String.raw`\bPYTEST_CURRENT_TEST\b|\bexpect\.getState\(|\bcurrentTestName\b`,
  String.raw`^[ \t]{0,40}(?:from|import)[ \t]{1,9}(?:tests?|conftest|test_\w{1,60})(?:\.\w{1,60})?(?:[ \t]{1,9}(?:import|as)\b|[ \t]{0,9}$)`,
  // A directive of Go, although it looks like a comment.
  String.raw`^\/\/go:embed[^\n]{0,200}(?:_test\.go|\btestdata\b|\btests?\/|[ \t]\*(?:\.go)?(?:[ \t]|$))`
].map(pattern);
var patterns = [
  ["reads its tests", readsTests],
  [
    "looks at who calls it",
    [
      /\bprepareStackTrace\b|\bgetCallSites?\b|\bError\([^)\n]{0,80}\)\s{0,9}(?:\)\s{0,9})?\??\.stack\b|\{\s{0,9}stack\b[^}\n]{0,40}\}\s{0,9}=\s{0,9}(?:new\s{1,9})?Error\(/,
      /\b(?:e|err|error|ex|exception|trace|caught)\??\.stack\s{0,9}(?:!|\?)?\.\s{0,9}(?:split|match|matchAll|includes|indexOf|replace|search|slice|substring)\b|\.(?:exec|test)\((?:e|err|error|ex|exception|trace|caught)\??\.stack\b/,
      /\barguments\.callee\b/,
      /\binspect\.(?:stack|currentframe|getouterframes|getinnerframes|getframeinfo)\b|\bfrom\s{1,9}inspect\s{1,9}import\b(?:(?!\bfrom\s{1,9}inspect\b)[^\n]){0,120}\b(?:stack|currentframe|getouterframes)\b/,
      /\b_getframe\b|\b_current_frames\b|\btraceback\.(?:extract_stack|walk_stack|format_stack)\b|\.(?:f_back|f_locals|tb_frame)\b|\bsys\.(?:settrace|setprofile)\b/,
      /\bruntime\.Caller\(\s{0,9}(?!0\s{0,9}\))|\bruntime\.(?:Callers|CallersFrames|Stack)\b|\b(?:strings|bytes|regexp)\.[^\n]{0,80}\bdebug\.Stack\(/,
      /\bgetStackTrace\(|\bStackWalker\b|\bcaller_locations\b/
    ]
  ],
  [
    "reads the source of functions",
    [
      /\bFunction\.prototype\.toString\b|\b(?:fn|func|callback|cb|caller)\.toString\(\s{0,9}\)|\brequire\.cache\b|['"`](?:node:)?inspector(?:\/promises)?['"`]|\bqueryObjects\b|\bgetHeapSnapshot\b|\bwriteHeapSnapshot\b/,
      /\binspect\.(?:getsource|getsourcelines|getsourcefile)\b|\bfrom\s{1,9}inspect\s{1,9}import\b(?:(?!\bfrom\s{1,9}inspect\b)[^\n]){0,120}\bgetsource|\bco_(?:consts|code|filename|firstlineno)\b|\bgc\.get_(?:objects|referrers)\b|\bimport\s{1,9}(?:linecache|dis)\b|\bsys\.modules\.(?:values|items)\(/,
      /\bObjectSpace\.each_object\b|['"`]debug\/elf['"`]/
    ]
  ],
  [
    "looks where its files are mounted",
    [/\/proc\/(?:self|thread-self|\d{1,9}|\$\{|%[ds]|\{)|\bproc['"`]\s{0,9},\s{0,9}['"`]self\b/]
  ]
];

// src/core/verdict/distrust.ts
function distrustOf(question, measurements) {
  return alteredJudge(question, measurements) ?? signsOnHeadAlone(question, measurements) ?? outOfReach(question, measurements) ?? testsLeftOut(question, measurements) ?? passesThatReadTests(question, measurements);
}
function cappedBy(verdict, distrust) {
  if (distrust === null) return verdict;
  const { requirements } = verdict;
  const isMet = requirements?.verdict === "met";
  const capped = isMet ? { ...verdict, requirements: { ...requirements, verdict: "undecided" } } : verdict;
  if (!speaksFor.has(verdict.verdict)) return capped;
  const why = `it would be ${verdict.verdict}, but ${distrust}`;
  return { ...capped, verdict: "inconclusive", excludes: null, why };
}
var speaksFor = /* @__PURE__ */ new Set(["held", "improved", "portable"]);
function alteredJudge({ head }, { trees }) {
  const judge = trees.get(head.version)?.judge;
  if (judge === void 0 || judge.agree || judge.accepted !== null) return null;
  return `the change alters how its own tests are run (${judge.altered.join("; ")}), and nobody has accepted that`;
}
function outOfReach({ id, head }, { trees, cellControls }) {
  const controls = cellControls.get(id)?.head ?? trees.get(head.version)?.controls;
  if (controls?.isOutOfReach !== true) return null;
  return "a pass on the head could not be tested: the lines of the tests that are changed to test a pass on the base are different on the head, and its own code does not pass";
}
function testsLeftOut(question, measurements) {
  const [first, ...more] = expectedTests(question, measurements).leftOut;
  if (first === void 0) return null;
  const named2 = more.length === 0 ? first : `${first} and ${more.length} more`;
  return `not every test could be counted: on the head's own committed code a test fails that passes on the base's, although the code under \`writes\` is the same (${named2})`;
}
var traces = /* @__PURE__ */ new Set(["patched", "forged", "files-changed", "poison-survived"]);
function signsOnHeadAlone({ base, head }, { trees }) {
  if (base === null || base.version === head.version) return null;
  const onBase = signsWithoutGeneratedCode(trees.get(base.version));
  const added = [...signsWithoutGeneratedCode(trees.get(head.version))].filter(
    (sign) => traces.has(sign) && !onBase.has(sign)
  );
  if (added.length === 0) return null;
  return `the head's own code interferes with its tests in a way that the base's does not (${added.join(", ")}), so a sample that does the same would not be seen`;
}
function passesThatReadTests(question, measurements) {
  const drawn = cellsDrawn(question, "head", measurements);
  const reading = drawn.filter((cell) => signsIn(cell).length > 0 && speaksForHead(cell, measurements));
  if (reading.length === 0) return null;
  const signs = [...new Set(reading.flatMap(signsIn))].join(", ");
  return `the code of ${reading.length} of ${drawn.length} samples of the head looks as if it read or inspected the tests that it passes (${signs}), so those passes prove nothing`;
}
function signsIn({ suspicions = [] }) {
  return suspicions.filter(isReadingSign);
}
function speaksForHead({ arm, testRun }, { trees }) {
  if (testRun === null || isTampered(testRun, signsWithoutGeneratedCode(trees.get(arm.version))))
    return false;
  return claimsPass(testRun) || (testRun.report?.cases ?? []).some(({ status }) => status === "passed");
}

// src/core/verdict/decide.ts
function decide(answers, settings, comparisonCount) {
  const adjusted = adjust(answers, settings, comparisonCount);
  const requirements = adjustedRequirements(answers, comparisonCount);
  return answers.map((answered, index) => {
    const examined = adjusted.get(answered);
    const decided = examined === void 0 ? portableVerdict(answered, settings) : regressionVerdict(answered, examined, settings);
    const { compared = null, wholeHead = decided.head } = answered.suites ?? {};
    const verdict = {
      ...decided,
      compared,
      wholeHead,
      requirements: requirements[index] ?? null,
      withoutResult: withoutResult(answered.samples)
    };
    return cappedBy(verdict, answered.distrust ?? null);
  });
}
function adjustedRequirements(answers, comparisonCount) {
  const asked = answers.flatMap(({ suites }) => suites?.requirements ?? []);
  const ps = asked.map(({ p }) => p);
  const adjusted = comparisonCount === void 0 ? holm(ps) : ps.map((p) => Math.min(1, comparisonCount * p));
  const byRequirements = new Map(asked.map((each, index) => [each, adjusted[index] ?? 1]));
  return answers.map(({ suites }) => {
    const own = suites?.requirements ?? null;
    return own === null ? null : { ...own, p: byRequirements.get(own) ?? 1 };
  });
}
function awaitingConfirmation(answers, settings, comparisonCount) {
  const adjusted = adjust(answers, settings, comparisonCount);
  return answers.filter(
    (answered) => answered.confirmation.kind === "due" && (adjusted.get(answered)?.p ?? 1) <= settings.decide.alpha
  );
}
function adjust(answers, settings, comparisonCount) {
  const regressions = answers.filter(({ question }) => question.base !== null);
  const examinations = regressions.map((answered) => examinationOf(answered, settings));
  const crossing = regressions.map((answered, index) => crossingP(answered, examinations[index], settings));
  const adjusted = comparisonCount === void 0 ? holm(crossing) : crossing.map((p) => Math.min(1, comparisonCount * p));
  return new Map(
    regressions.flatMap((answered, index) => {
      const examination = examinations[index];
      return examination === void 0 ? [] : [[answered, { examination, p: adjusted[index] ?? 1 }]];
    })
  );
}
function examinationOf(answered, settings) {
  const samples2 = answered.invalidReason === null ? answered.samples : { base: [], head: [], tests: [] };
  return examine(samples2, answered.question.looks, settings.decide);
}
function crossingP({ confirmation }, examination, settings) {
  const p = examination?.p ?? 1;
  if (confirmation.kind !== "drawn") return p;
  return Math.max(p, examine(confirmation.samples, confirmation.looks, settings.decide).p);
}
function regressionVerdict(answered, examined, settings) {
  const { examination } = examined;
  const { decide: rules } = settings;
  const verdict = regressionWord(answered, examined, rules.alpha);
  const base = tallyOf(answered.samples.base);
  const head = tallyOf(answered.samples.head);
  const tests = { tests: answered.samples.tests.length, alpha: rules.alpha, drop: rules.drop };
  return {
    ...named(answered.question),
    verdict,
    base,
    head,
    drop: observedDrop(base, head),
    p: examination.at === null ? null : examined.p,
    excludes: verdict === "held" ? excludes(answered, examination, rules) : null,
    ...mayNameTests.has(verdict) ? brokenTests(examination, tests) : noTests,
    culprit: isHurt(verdict) ? answered.question.change.hunks : [],
    why: whyUnsettled(verdict, answered, { examination, rules })
  };
}
function whyUnsettled(verdict, answered, by) {
  if (verdict === "inconclusive") return whyInconclusive(answered, by.examination, by.rules);
  return verdict === "base-too-weak" ? whyFutile(answered, by.examination) : null;
}
var noTests = { brokenTests: [], unconfirmed: false };
var mayNameTests = /* @__PURE__ */ new Set([
  "regressed",
  "suspected",
  "inconclusive",
  "base-too-weak"
]);
function isHurt(verdict) {
  return verdict === "regressed" || verdict === "suspected";
}
function observedDrop(base, head) {
  return measured(base) > 0 && measured(head) > 0 ? dropInterval(base, head) : null;
}
function regressionWord(answered, { examination, p }, alpha) {
  if (answered.invalidReason !== null || examination.at === null || isInvalid(answered))
    return "inconclusive";
  if (examination.p <= alpha) return isCertain(answered, p, alpha) ? "regressed" : "suspected";
  if (examination.improvedP <= alpha) return "improved";
  if (examination.clean) return "held";
  return examination.baseTooWeak && hasEnded(answered, examination) ? "base-too-weak" : "inconclusive";
}
function hasEnded(answered, examination) {
  return examination.looks === answered.question.looks.length || whyFutile(answered, examination) !== null;
}
function isCertain({ confirmation }, p, alpha) {
  return p <= alpha && confirmation.kind !== "due";
}
function isInvalid({ samples: samples2 }) {
  return [samples2.base, samples2.head].some(
    (outcomes) => tallyOf(outcomes).unmeasured > 0.2 * outcomes.length
  );
}
function excludes({ question, samples: samples2 }, { at }, rules) {
  const { tests } = samples2;
  return at === null ? null : smallestRuledOut({ plan: question.looks, ...at, tests }, rules);
}
function portableVerdict(answered, settings) {
  const head = tallyOf(answered.samples.head);
  const verdict = portableWord(answered, head, settings.decide.portable);
  return {
    ...named(answered.question),
    verdict,
    base: null,
    head,
    drop: null,
    p: null,
    excludes: null,
    ...noTests,
    culprit: [],
    why: verdict === "inconclusive" ? whyInconclusive(answered, null, settings.decide) : null
  };
}
function portableWord(answered, head, portable) {
  const planned = answered.question.looks.at(-1)?.head ?? 0;
  if (answered.invalidReason !== null || measured(head) < planned) return "inconclusive";
  const rate = jeffreys(head.passed, measured(head));
  if (rate.low >= portable) return "portable";
  return rate.high < portable ? "not-portable" : "inconclusive";
}
function named(question) {
  const insteadOf = replacedModel(question);
  return {
    question: question.id,
    spec: question.change.name,
    model: question.head.model.id,
    asks: question.asks,
    ...insteadOf === null ? {} : { insteadOf }
  };
}
function brokenTests(examination, of) {
  const confirmed = examination.tests.filter(({ whereItRan: { p } }) => of.tests * p <= of.alpha);
  if (confirmed.length > 0) return { brokenTests: confirmed.map(({ test }) => test), unconfirmed: false };
  const likely = examination.tests.filter(({ whereItRan: { p, drop } }) => p <= of.alpha && drop >= of.drop);
  return { brokenTests: likely.map(({ test }) => test), unconfirmed: likely.length > 0 };
}

export {
  maxRecordAgeMs,
  mayUse,
  isFresh,
  lookSchema,
  storedSteps,
  roundedDown,
  planWith,
  withoutShort,
  lonePlan,
  coldDraw,
  freshDraw,
  loneDraw,
  recordedDraw,
  drawFrom,
  confirmingDraw,
  readingSignsOf,
  distrustOf,
  tabulate,
  hitProbability,
  futileBelow,
  chancesToDecide,
  dropEvidence,
  falseAlarmRate,
  dropThreshold,
  reaches,
  passesAt,
  strongestEvidence,
  isTooWeak,
  examine,
  looksTaken,
  nextLook,
  whyInconclusive,
  asRefused,
  decide,
  awaitingConfirmation,
  Measured,
  measuredFrom,
  nothingMeasured
};
