import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  isTampered,
  signsWithoutGeneratedCode,
  statusesIn
} from "./chunk-WOCJ3PHM.js";
import {
  overLimitWords,
  tooLargeWords
} from "./chunk-DV7D3JFE.js";
import {
  costUsd,
  savedUsd
} from "./chunk-3KUDG6AU.js";
import {
  digest
} from "./chunk-RD7I5CWG.js";
import {
  grouped
} from "./chunk-Y2JW6ZAN.js";

// src/core/plan/question.ts
function ask(of) {
  const named = (arm) => [arm.model.id, arm.version.commit, arm.keyOf(0)];
  const { asks, change, base, head } = of;
  const id = digest([asks, change.name, base === null ? null : named(base), named(head)]);
  return { id, ...of };
}
function armsOf({ base, head }) {
  return base === null ? [head] : [base, head];
}
function sidesOf(question) {
  const { base, head, baseSamples, headSamples: headSamples2 } = question;
  return [
    ...base === null ? [] : [{ role: "base", arm: base, samples: baseSamples }],
    { role: "head", arm: head, samples: headSamples2 }
  ];
}
function replacedModel({ base, head }) {
  return base === null || base.model.id === head.model.id ? null : base.model.id;
}
function comparedWith({
  base,
  head,
  change
}) {
  return base?.version ?? (change.base === head.version ? head.version : null);
}

// src/core/records/asks.ts
var additionalKinds = ["model-switch"];
var aboutChange = ["regression", "portable", "drift", "outcomes"];
var kindsOfQuestion = [...aboutChange, ...additionalKinds];
function additionalKindOf(asks) {
  return additionalKinds.find((kind) => kind === asks);
}

// src/core/results/judge-cell.ts
function outcomeOf(cell) {
  switch (cell.code.kind) {
    case "unmeasured":
      return cell.code;
    case "no-code":
      return cell.code;
    case "files":
      return cell.testRun === null ? noReport("the tests were not run") : outcomeOfTested(cell, cell.testRun);
  }
}
function outcomeOfTested(cell, testRun) {
  const outcome = outcomeOfRun(cell, testRun);
  if (!isTampered(testRun, cell.excused)) return outcome;
  return { kind: "failed", tests: outcome.kind === "failed" ? outcome.tests : [], tampered: true };
}
function outcomeOfRun(cell, { run, report, tooLarge }) {
  const { end } = run;
  switch (end.kind) {
    case "cancelled":
      return { kind: "unmeasured", why: "cancelled" };
    case "timed-out":
      return noReport(`the tests did not end ${limit(cell)}`);
    case "killed":
      return noReport(`the test command was killed by ${end.signal}`);
    case "over-limit":
      return noReport(`the test command ${overLimitWords(end)}`);
    case "exited":
      if (tooLarge !== void 0) return noReport(tooLargeWords(tooLarge));
      return report === null ? noReport(withoutReport(end)) : outcomeOfReport(cell, report, end.code);
  }
}
function limit({ timeoutMs }) {
  return timeoutMs === void 0 ? "in time" : `within ${Number((timeoutMs / 1e3).toPrecision(2))} s`;
}
function noReport(why) {
  return { kind: "no-report", why };
}
function withoutReport(end) {
  return `the test command exited with ${end.code} and left no whole report`;
}
function outcomeOfReport(cell, report, code) {
  const { expected } = cell;
  const statuses = statusesIn(report, expected.ids);
  const missing = expected.ids.filter((id) => !statuses.has(id));
  if (missing.length > 0) return noReport(`did not run: ${listed(missing)}`);
  if (expected.ids.length === 0 && report.format !== "exit-code" && report.cases.length === 0)
    return noReport("the tests reported nothing");
  const failed = failedOf(cell, statuses);
  if (failed.length > 0) return { kind: "failed", tests: failed };
  const skipped = expected.ids.filter((id) => statuses.get(id) === "skipped" && !expected.skipped.has(id));
  if (skipped.length > 0) return noReport(`skipped although expected to run: ${listed(skipped)}`);
  const cutShort = report.cutShort ?? [];
  if (cutShort.length > 0) return noReport(`ended without reporting all its tests: ${listed(cutShort)}`);
  return outcomeOfCode(cell, statuses, code);
}
function failedOf({ expected, ofCommit, ownRunRed }, statuses) {
  const failed = [];
  for (const [id, status] of statuses) if (status === "failed") failed.push(id);
  if (failed.length === 0) return [];
  const asked = new Set(expected.ids);
  const others = new Set(ofCommit.ids);
  return failed.filter((id) => asked.has(id) || !others.has(id) && !ownRunRed);
}
function outcomeOfCode({ expected, ofCommit, ownRunRed }, statuses, code) {
  if (code === 0) return { kind: "passed" };
  if (expected.ids.length === 0) return { kind: "failed", tests: [] };
  const asked = new Set(expected.ids);
  const excuses = ofCommit.ids.some((id) => !asked.has(id) && (statuses.get(id) ?? "failed") === "failed");
  if (ownRunRed || excuses) return { kind: "passed" };
  return noReport(`the test command exited with ${code} although no test failed`);
}
function listed(ids) {
  const [first = "", second, ...rest] = ids;
  if (second === void 0) return first;
  return rest.length === 0 ? `${first}, ${second}` : `${first}, ${second} and ${rest.length} more`;
}

// src/core/results/test-results.ts
function testResults(cell) {
  const everywhere = resultEverywhere(cell);
  const { ids } = cell.expected;
  if (everywhere !== void 0) return new Map(ids.map((id) => [id, everywhere]));
  const statuses = statusesIn(cell.testRun?.report ?? { cases: [] }, ids);
  return new Map(ids.map((id) => [id, resultOf(statuses.get(id))]));
}
function resultEverywhere({
  code,
  testRun,
  excused
}) {
  if (code.kind !== "files" || testRun === null || testRun.run.end.kind === "cancelled") return null;
  return isTampered(testRun, excused) ? "failed" : void 0;
}
function resultOf(status) {
  return status === void 0 || status === "skipped" ? null : status;
}

// src/core/results/timeout-of.ts
function timeoutOf({ spec }, own) {
  return spec.timeoutMs ?? Math.max(6e4, 10 * (own?.run.durationMs ?? 0));
}

// src/core/results/vacuous-tests.ts
function vacuousTests({ emptied, standIns }) {
  if (standIns === void 0) return passedIn(emptied);
  const { unloadable, hollow } = standIns;
  const withoutCode = [...passedIn(emptied)].filter((id) => hollow !== null && passedIn(hollow).has(id));
  return /* @__PURE__ */ new Set([...passedIn(unloadable), ...withoutCode]);
}
function isSuiteVacuous({ own, emptied, standIns }) {
  if (standIns === void 0) return passesAs(own, emptied);
  const { unloadable, hollow } = standIns;
  if (passesAs(own, unloadable)) return true;
  return passesAs(own, emptied) && hollow !== null && passesAs(own, hollow);
}
function passesAs(own, run) {
  const due = own === null ? /* @__PURE__ */ new Set() : passedIn(own);
  if (due.size > 0) {
    const passed = passedIn(run);
    return [...due].every((id) => passed.has(id));
  }
  const isNamed = own !== null && own.report !== null && own.report.cases.length > 0;
  return !isNamed && isGreen(run) && (own === null || isGreen(own));
}
function passedIn({ report }) {
  const passed = (report?.cases ?? []).filter(({ status }) => status === "passed");
  return new Set(passed.map(({ id }) => id));
}
function isGreen({ run: { end }, report }) {
  const hasFailed = report?.cases.some(({ status }) => status === "failed") ?? false;
  return end.kind === "exited" && end.code === 0 && !hasFailed;
}

// src/core/results/port-taken.ts
var taken = /EADDRINUSE[^\n]*|AddrInUse[^\n]*|address already in use[^\n]*/i;
function portTaken({ run, report }) {
  if (run.end.kind === "exited" && run.end.code === 0) return null;
  const messages = (report?.cases ?? []).map(({ message }) => message);
  const said = [...messages, run.stderr.text, run.stdout.text].find((text) => taken.test(text));
  const words = said === void 0 ? null : taken.exec(said)?.[0] ?? null;
  return words?.replaceAll(new RegExp("\\p{Cc}+", "gu"), " ").trim().slice(0, 120) ?? null;
}

// src/core/results/red-repository.ts
function redRepository(ownRun) {
  if (ownRun === null) return null;
  const failing = (ownRun.report?.cases ?? []).filter(({ status }) => status === "failed").map(({ id }) => id);
  const why = endedBadly(ownRun) ?? (failing.length > 0 ? "tests failed" : null) ?? reportIsMissing(ownRun);
  return why === null ? null : { failing, why };
}
function isRed(ownRun) {
  return redRepository(ownRun) !== null;
}
function endedBadly(ownRun) {
  const { end } = ownRun.run;
  switch (end.kind) {
    case "exited":
      return end.code === 0 ? null : `the test command exited with ${end.code}${portWords(ownRun)}`;
    case "killed":
      return `the test command was killed by ${end.signal}`;
    case "timed-out":
      return "the test command did not end in time";
    case "over-limit":
      return `the test command ${overLimitWords(end)}`;
    case "cancelled":
      return "the test command was cancelled";
  }
}
function portWords(ownRun) {
  const taken2 = portTaken(ownRun);
  return taken2 === null ? "" : `, and a port that it needs was taken: ${taken2}`;
}
function reportIsMissing({ report }) {
  return report === null ? "the test command left no report that can be read" : null;
}

// src/core/results/inventory.ts
function inventoryOf({ ownRun, cells }) {
  const own = ownRun === null ? null : statusesIn2(ownRun);
  if (ownRun === null || own === null) return agreedBy(cells);
  const inventory = { ids: [...own.keys()], skipped: skippedIn(own) };
  return isRed(ownRun) ? union(inventory, agreedBy(cells)) : inventory;
}
function sharedInventory(base, head, testsMayDiffer) {
  const both = union(base.inventory, head.inventory);
  const lacks = ({ inventory, isWhole }) => {
    const ids = new Set(inventory.ids);
    return (id) => (isWhole || testsMayDiffer) && !ids.has(id);
  };
  const [baseLacks, headLacks] = [lacks(base), lacks(head)];
  return { ids: both.ids.filter((id) => !baseLacks(id) && !headLacks(id)), skipped: both.skipped };
}
function union(one, other) {
  return {
    ids: [.../* @__PURE__ */ new Set([...one.ids, ...other.ids])],
    skipped: /* @__PURE__ */ new Set([...one.skipped, ...other.skipped])
  };
}
function agreedBy(cells) {
  const ended = cells.flatMap((cell) => statusesIn2(cell) ?? []);
  const ids = [...new Set(ended.flatMap((statuses) => [...statuses.keys()]))];
  const count = (id, isCounted) => ended.filter((statuses) => isCounted(statuses.get(id))).length;
  const reported = (id) => count(id, (status) => status !== void 0);
  const agreed = ids.filter((id) => reported(id) >= Math.max(2, ended.length / 2));
  const isSkipped = (id) => count(id, (status) => status === "skipped") > reported(id) / 2;
  return { ids: agreed, skipped: new Set(agreed.filter((id) => isSkipped(id))) };
}
function skippedIn(statuses) {
  return new Set([...statuses].filter(([, status]) => status === "skipped").map(([id]) => id));
}
function statusesIn2({ run, report }) {
  if (run.end.kind !== "exited" || report === null) return null;
  if (report.cases.length === 0 && report.format !== "exit-code") return null;
  return new Map(report.cases.map(({ id, status }) => [id, status]));
}

// src/core/results/moved-tests.ts
function movedTests(of) {
  const head = new Set(of.head);
  const base = new Set(of.base);
  const gone = of.base.filter((id) => !head.has(id));
  const come = of.head.filter((id) => !base.has(id));
  const moved = /* @__PURE__ */ new Map();
  for (const file of of.files) {
    const before = inFile(gone, file.from);
    const after = inFile(come, file.path);
    for (const [id, inside] of before) {
      const same = after.filter(([, other]) => other === inside);
      const target = file.from !== file.path && same.length === 1 ? same[0] : void 0;
      const found = target ?? underAnotherSuite(inside, { before, after, file });
      if (found !== void 0) moved.set(id, found[0]);
    }
  }
  return withoutDoubles(moved);
}
function inFile(ids, path) {
  const start = `${path}${separator}`;
  return ids.flatMap((id) => id.startsWith(start) ? [[id, id.slice(start.length)]] : []);
}
var separator = " > ";
function underAnotherSuite(inside, at) {
  const leaf = leafOf(inside);
  const named = (list) => list.filter(([, other]) => leafOf(other) === leaf);
  const [target, ...others] = named(at.after);
  if (target === void 0 || others.length > 0 || named(at.before).length !== 1) return void 0;
  const before = bodyOf(leaf, at.file.base);
  return before !== null && before === bodyOf(leaf, at.file.head) ? target : void 0;
}
function leafOf(inside) {
  return inside.split(separator).at(-1) ?? inside;
}
function bodyOf(name, text) {
  const lines = text.split("\n");
  const quoted = ["'", '"', "`"].map((quote) => `${quote}${name}${quote}`);
  const starts = lines.flatMap((line, at) => quoted.some((each) => line.includes(each)) ? [at] : []);
  const [start] = starts;
  if (start === void 0 || starts.length > 1) return null;
  const indent = indentOf(lines[start] ?? "");
  const next = lines.findIndex((line, at) => at > start && line.trim() !== "" && indentOf(line) <= indent);
  const body = lines.slice(start, next < 0 ? lines.length : next + 1);
  return body.map((line) => line.slice(Math.min(indent, indentOf(line)))).join("\n");
}
function indentOf(line) {
  return line.length - line.trimStart().length;
}
function withoutDoubles(moved) {
  const targets = [...moved.values()];
  return new Map([...moved].filter(([, to]) => targets.filter((each) => each === to).length === 1));
}

// src/core/verdict/red-on-head.ts
function redOnHead({ base, head }) {
  if (base === null || head === null || !tookPlaceRed(head)) return [];
  const failed = new Set(idsOf(head, "failed"));
  const spared = /* @__PURE__ */ new Set([...idsOf(head, "passed"), ...idsOf(head, "skipped")]);
  return [...new Set(idsOf(base, "passed"))].filter((id) => failed.has(id) || !spared.has(id));
}
function isSuiteRedOnHead({ base, head }) {
  if (base === null || head === null || !tookPlaceRed(head)) return false;
  return base.report?.format === "exit-code" && !isRed(base);
}
function failingIn(samples, tests) {
  if (tests.length === 0) return [];
  const results = samples.map((sample) => ({
    passed: new Set(idsOf(sample, "passed")),
    failed: new Set(idsOf(sample, "failed"))
  }));
  return tests.filter((id) => results.some(({ passed, failed }) => failed.has(id) || !passed.has(id)));
}
function headSamples(question, { cellsOf: cellsOf2 }) {
  return cellsOf2(question, "head").flatMap(
    ({ testRun }) => testRun === null || testRun.run.end.kind === "cancelled" ? [] : testRun
  );
}
function isCodeBlameless({ isCodeSame, changedTests }) {
  return isCodeSame === true && changedTests.length === 0;
}
function tookPlaceRed(head) {
  return head.run.end.kind !== "cancelled" && isRed(head);
}
function idsOf({ report }, wanted) {
  return (report?.cases ?? []).filter(({ status }) => status === wanted).map(({ id }) => id);
}

// src/core/verdict/expected-tests.ts
function expectedTests(question, measurements) {
  const head = measurements.evidenceOn(question.head.version).inventory;
  if (question.base === null) {
    const { inventory } = head;
    const none = { red: [], redOnHead: [], leftOut: [], isNothingLeft: false };
    return { base: null, head: inventory, shared: inventory, suite: inventory, moved: /* @__PURE__ */ new Map(), ...none };
  }
  const before = measurements.evidenceOn(question.base.version).inventory;
  const { changedTests, otherFilesChanged, testFiles: files = [] } = question.change;
  const moved = movedTests({ base: before.inventory.ids, head: head.inventory.ids, files });
  const base = { ...before, inventory: renamed(before.inventory, moved) };
  const testsMayDiffer = changedTests.length > 0 || otherFilesChanged;
  const shared = sharedInventory(base, head, testsMayDiffer);
  const red = redTests(question, { moved, measurements }, shared);
  const broken = redBesideSpec(question, moved, measurements);
  const suite = without(shared, [...red, ...broken.leftOut]);
  const isNothingLeft = suite.ids.length === 0 && (broken.leftOut.length > 0 || broken.isSuiteLeftOut);
  const { redOnHead: alone, leftOut } = broken;
  return {
    ...{ base: base.inventory, head: head.inventory, shared, suite, moved },
    ...{ red, redOnHead: alone, leftOut, isNothingLeft }
  };
}
function withHeadIds(testRun, moved) {
  if (moved.size === 0 || testRun.report === null) return testRun;
  const cases = testRun.report.cases.map((each) => ({ ...each, id: moved.get(each.id) ?? each.id }));
  return { ...testRun, report: { ...testRun.report, cases } };
}
function haveNothingInCommon({ base, head, shared }) {
  return base !== null && base.ids.length > 0 && head.ids.length > 0 && shared.ids.length === 0;
}
function renamed({ ids, skipped }, moved) {
  const of = (id) => moved.get(id) ?? id;
  return { ids: ids.map(of), skipped: new Set([...skipped].map(of)) };
}
function redTests(question, of, { ids }) {
  const { base, head, reused } = question;
  const { moved, measurements } = of;
  if (base === null) return [];
  const runs = [base, head].map(({ version }) => measurements.trees.get(version)?.own ?? null);
  const [ownBase = null, ownHead = null] = runs;
  if (ownBase === null || ownHead === null) return [];
  const failing = [failedIn(withHeadIds(ownBase, moved)), failedIn(ownHead)];
  const stored = measurements.cellsOf(question, "base").filter(({ sample }) => reused.includes(sample));
  const passed = new Set(
    stored.flatMap(({ testRun }) => testRun === null ? [] : passedIn2(withHeadIds(testRun, moved)))
  );
  const red = ids.filter((id) => failing.every((each) => each.has(id)) && !passed.has(id));
  return red.length === ids.length ? [] : red;
}
function redBesideSpec(question, moved, measurements) {
  const { base, head, asks, change } = question;
  if (base === null || asks !== "regression") return { redOnHead: [], leftOut: [], isSuiteLeftOut: false };
  const ownOf = ({ version }) => measurements.trees.get(version)?.own ?? null;
  const ownBase = ownOf(base);
  const own = { base: ownBase === null ? null : withHeadIds(ownBase, moved), head: ownOf(head) };
  const samples = headSamples(question, measurements);
  const failing = failingIn(samples, redOnHead(own));
  const isBlameless = isCodeBlameless(change);
  return {
    redOnHead: failing,
    leftOut: isBlameless ? failing : [],
    isSuiteLeftOut: isBlameless && isSuiteRedOnHead(own) && samples.some((sample) => isRed(sample))
  };
}
function failedIn({ report }) {
  return new Set((report?.cases ?? []).filter(({ status }) => status === "failed").map(({ id }) => id));
}
function passedIn2({ report }) {
  return (report?.cases ?? []).filter(({ status }) => status === "passed").map(({ id }) => id);
}
function without({ ids, skipped }, left) {
  return left.length === 0 ? { ids, skipped } : { ids: ids.filter((id) => !left.includes(id)), skipped };
}

// src/core/verdict/samples-of.ts
function samplesOf(question, measurements) {
  const { baseSamples: base, headSamples: head } = question;
  return samplesIn(question, { base, head }, measurements);
}
function samplesIn(question, order, measurements) {
  const tests = expectedTests(question, measurements);
  const cells = {
    base: cellsOf(question, { role: "base", samples: order.base }, measurements),
    head: cellsOf(question, { role: "head", samples: order.head }, measurements)
  };
  const isCompared = question.base !== null;
  const uncounted = /* @__PURE__ */ new Set([...vacuousOf(question, measurements), ...tests.leftOut]);
  const ids = tests.shared.ids.filter((test) => isCompared && !uncounted.has(test));
  return {
    base: outcomesOf(cells.base, { expected: tests.suite, tests, measurements }),
    head: outcomesOf(cells.head, { expected: tests.suite, tests, measurements }),
    tests: testsIn(cells, { ids, moved: tests.moved }, measurements)
  };
}
function wholeHeadOf(question, measurements) {
  const tests = expectedTests(question, measurements);
  const red = new Set(tests.red);
  const expected = { ids: tests.head.ids.filter((id) => !red.has(id)), skipped: tests.head.skipped };
  return outcomesOf(cellsDrawn(question, "head", measurements), { expected, tests, measurements });
}
function judgedAsHead(question, of, measurements) {
  const tests = expectedTests(question, measurements);
  const outcomes = outcomesOf(of.cells, { expected: tests.suite, tests, measurements });
  const expected = { ids: of.ids, skipped: /* @__PURE__ */ new Set() };
  return of.cells.flatMap(({ arm, code, testRun }, index) => {
    const outcome = outcomes[index];
    if (outcome === void 0) return [];
    const excused = signsWithoutGeneratedCode(measurements.trees.get(arm.version));
    return [{ outcome, tests: testResults({ code, testRun, expected, excused }) }];
  });
}
function headTests(question, measurements) {
  const { head, red, leftOut } = expectedTests(question, measurements);
  const uncounted = /* @__PURE__ */ new Set([...vacuousOf(question, measurements), ...red, ...leftOut]);
  return head.ids.filter((test) => !uncounted.has(test));
}
function outcomesOf(cells, by) {
  const { expected, tests, measurements } = by;
  return cells.map(({ arm: { version }, role, code, evidence }) => {
    const known = measurements.evidenceOn(version);
    const trees = measurements.trees.get(version);
    const testRun = evidence === null ? null : known.read(evidence);
    return outcomeOf({
      code,
      testRun: testRun === null || role === "head" ? testRun : withHeadIds(testRun, tests.moved),
      expected,
      ofCommit: tests[role] ?? tests.shared,
      ownRunRed: known.isOwnRunRed,
      excused: signsWithoutGeneratedCode(trees),
      timeoutMs: timeoutOf(version, trees?.own ?? null)
    });
  });
}
function cellsOf(question, of, measurements) {
  const bySample = new Map(
    measurements.cellsOf(question, of.role).map((cell) => [cell.sample, cell])
  );
  const cells = [];
  for (const sample of of.samples) {
    const cell = bySample.get(sample);
    if (cell === void 0) break;
    cells.push(cell);
  }
  return cells;
}
function cellsDrawn(question, role, measurements) {
  const samples = role === "base" ? question.baseSamples : question.headSamples;
  return cellsOf(question, { role, samples }, measurements);
}
function testsIn(cells, { ids, moved }, { trees }) {
  const expected = { ids, skipped: /* @__PURE__ */ new Set() };
  const resultsIn = (of) => of.map(({ arm, role, code, testRun: raw }) => {
    const excused = signsWithoutGeneratedCode(trees.get(arm.version));
    const testRun = raw === null || role === "head" ? raw : withHeadIds(raw, moved);
    return testResults({ code, testRun, expected, excused });
  });
  const base = resultsIn(cells.base);
  const head = resultsIn(cells.head);
  return ids.map((test) => ({
    test,
    base: base.map((each) => each.get(test) === "passed"),
    head: head.map((each) => each.get(test) === "passed"),
    headRan: head.map((each) => (each.get(test) ?? null) !== null)
  }));
}
function vacuousOf(question, measurements) {
  const versions = [question.change.base, question.change.head];
  const trees = versions.flatMap(
    (version) => version === null ? [] : measurements.trees.get(version) ?? []
  );
  return new Set(trees.flatMap((each) => [...vacuousTests(each)]));
}
function incomparableReason(question, measurements) {
  const tests = expectedTests(question, measurements);
  if (tests.isNothingLeft)
    return "nothing to compare: the tests pass on the base's committed code and fail on the head's, although the code under `writes` is the same on both sides";
  return haveNothingInCommon(tests) ? "nothing to compare: no test is on both sides" : null;
}
function invalidReasonOf(question, measurements) {
  const [version] = armsOf(question).map((arm) => arm.version).filter((each) => measurements.evidenceOn(each).isVacuous);
  return version === void 0 ? null : whyVacuous(measurements.trees.get(version)?.standIns);
}
function whyVacuous(standIns) {
  if (standIns === void 0)
    return "the tests do not depend on the generated files: the test command passes with `writes` emptied";
  const { loaded } = standIns;
  const instead = loaded.length === 0 ? "" : `; they load \`${loaded.join("`, `")}\` instead`;
  return `the tests do not read the generated files: they pass whatever stands under \`writes\`${instead}`;
}

// src/core/statistics/tally.ts
function tallyOf(outcomes) {
  const count = (belongs) => outcomes.filter(belongs).length;
  return {
    passed: count((outcome) => outcome.kind === "passed"),
    failed: count((outcome) => outcome.kind !== "passed" && outcome.kind !== "unmeasured"),
    unmeasured: count((outcome) => outcome.kind === "unmeasured")
  };
}
function measured(tally) {
  return tally.passed + tally.failed;
}

// src/core/budget/set-aside.ts
var nothingSetAside = { usd: 0, tokens: 0, calls: 0 };
function isMoreThan({ usd, tokens, calls }, spent) {
  if (calls === 0) return false;
  return usd === null || spent.usd === null || spent.usd + usd === 0 ? tokens > spent.tokens : usd > spent.usd;
}
function sumOfSetAside(all) {
  return all.reduce(
    (sum, { usd, tokens, calls }) => ({
      usd: sum.usd === null || usd === null ? null : sum.usd + usd,
      tokens: sum.tokens + tokens,
      calls: sum.calls + calls
    }),
    nothingSetAside
  );
}
function setAsideWords({ usd, tokens, calls }) {
  const answers = calls === 1 ? "1 answer that broke off" : `${calls} answers that broke off`;
  const held = usd === null || usd === 0 ? `${grouped(tokens)} tokens are` : `${usd.toFixed(usd < 0.01 ? 4 : 2)} USD is`;
  return `${held} set aside for ${answers}`;
}

// src/core/statistics/jeffreys.ts
function jeffreys(passed, samples) {
  const a = passed + 0.5;
  const b = samples - passed + 0.5;
  return {
    estimate: samples === 0 ? 0.5 : passed / samples,
    low: passed === 0 ? 0 : betaQuantile(0.025, a, b),
    high: passed === samples ? 1 : betaQuantile(0.975, a, b)
  };
}
function betaCumulative(x, a, b) {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - betaCumulative(1 - x, b, a);
  const front = Math.exp(a * Math.log(x) + b * Math.log(1 - x) - logBeta(a, b)) / a;
  let fraction = 1;
  let upper = 1;
  let lower = 0;
  for (let term = 0; term <= 300; term += 1) {
    const step = coefficient(term, { x, a, b });
    lower = 1 / nonZero(1 + step * lower);
    upper = nonZero(1 + step / upper);
    const change = upper * lower;
    fraction *= change;
    if (Math.abs(change - 1) < 1e-14) break;
  }
  return front * (fraction - 1);
}
function betaQuantile(probability, a, b) {
  let low = 0;
  let high = 1;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (betaCumulative(middle, a, b) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
function coefficient(term, of) {
  const { x, a, b } = of;
  if (term === 0) return 1;
  const m = Math.floor(term / 2);
  return term % 2 === 0 ? m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)) : -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
}
function nonZero(value) {
  return Math.abs(value) < 1e-300 ? 1e-300 : value;
}
function logBeta(a, b) {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}
function logGamma(value) {
  let x = value;
  let shift = 0;
  while (x < 10) {
    shift += Math.log(x);
    x += 1;
  }
  const inverse = 1 / (x * x);
  const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / x;
  return (x - 0.5) * Math.log(x) - x + Math.log(2 * Math.PI) / 2 + series - shift;
}

// src/core/budget/lost-calls.ts
function withLostCall(list, of) {
  const { model, price, bill, setAside } = of;
  const { usage } = bill;
  const one = {
    model,
    calls: 1,
    inputTokens: usage.inputTokens,
    outputTokens: usage.outputTokens,
    cacheReadTokens: usage.cachedInputTokens,
    cacheWriteTokens: usage.cacheWriteTokens ?? 0,
    reasoningTokens: usage.reasoningTokens ?? 0,
    savedUsd: price === null ? 0 : savedUsd(price, usage),
    usd: price === null ? null : costUsd(price, usage),
    estimated: bill.isEstimated ? 1 : 0,
    ...setAside === null ? {} : { setAside }
  };
  return joinedLostCalls([...list, one]);
}
function joinedLostCalls(list) {
  const byModel = /* @__PURE__ */ new Map();
  for (const entry of list) {
    const known = byModel.get(entry.model);
    byModel.set(entry.model, known === void 0 ? entry : sumOf(known, entry));
  }
  return [...byModel.values()];
}
function sumOf(one, other) {
  const sum = (name) => (one[name] ?? 0) + (other[name] ?? 0);
  return {
    model: one.model,
    calls: one.calls + other.calls,
    inputTokens: one.inputTokens + other.inputTokens,
    outputTokens: one.outputTokens + other.outputTokens,
    cacheReadTokens: sum("cacheReadTokens"),
    cacheWriteTokens: sum("cacheWriteTokens"),
    reasoningTokens: sum("reasoningTokens"),
    usd: one.usd === null || other.usd === null ? null : one.usd + other.usd,
    savedUsd: sum("savedUsd"),
    estimated: one.estimated + other.estimated,
    ...setAsideOf([one, other])
  };
}
function setAsideOf(lost) {
  const given = lost.flatMap(({ setAside }) => setAside ?? []);
  return given.length === 0 ? {} : { setAside: sumOfSetAside(given) };
}

// src/core/verdict/without-result.ts
function withoutResult({ base, head }) {
  const sides = { base: base.flatMap(reasonOf), head: head.flatMap(reasonOf) };
  const reasons = [.../* @__PURE__ */ new Set([...sides.head, ...sides.base])];
  return reasons.map((why) => ({ why, base: countOf(sides.base, why), head: countOf(sides.head, why) })).toSorted((one, other) => other.head - one.head || other.base - one.base);
}
function reasonOf(outcome) {
  if (outcome.kind === "no-report") return [outcome.why];
  return outcome.kind === "no-code" ? [noCode[outcome.why]] : [];
}
var noCode = {
  refused: "the model refused to write code",
  truncated: "the answer was cut off",
  unreadable: "the answer held no readable files",
  "unsafe-path": "the answer broke the rules for files; the page says how",
  "too-long": "the prompt was too long for the model",
  "turn-limit": "the agent took all its turns",
  "token-limit": "the agent used all its tokens",
  "money-limit": "the agent used all its money",
  "time-limit": "the agent took all its time, twice"
};
var unreadWords = /* @__PURE__ */ new Set([noCode.truncated, noCode.unreadable]);
var limitWords = /* @__PURE__ */ new Set([
  noCode["turn-limit"],
  noCode["token-limit"],
  noCode["money-limit"],
  noCode["time-limit"]
]);
var fileRuleWords = /* @__PURE__ */ new Set([noCode["unsafe-path"]]);
function countOf(all, wanted) {
  return all.filter((each) => each === wanted).length;
}

export {
  additionalKinds,
  kindsOfQuestion,
  additionalKindOf,
  ask,
  armsOf,
  sidesOf,
  replacedModel,
  comparedWith,
  nothingSetAside,
  isMoreThan,
  sumOfSetAside,
  setAsideWords,
  portTaken,
  redRepository,
  isRed,
  inventoryOf,
  expectedTests,
  withHeadIds,
  haveNothingInCommon,
  testResults,
  timeoutOf,
  vacuousTests,
  isSuiteVacuous,
  passesAs,
  samplesOf,
  samplesIn,
  wholeHeadOf,
  judgedAsHead,
  headTests,
  cellsOf,
  cellsDrawn,
  incomparableReason,
  invalidReasonOf,
  tallyOf,
  measured,
  jeffreys,
  logBeta,
  withoutResult,
  unreadWords,
  limitWords,
  fileRuleWords,
  withLostCall,
  joinedLostCalls,
  setAsideOf
};
