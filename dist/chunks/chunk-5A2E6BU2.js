import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  planRun,
  questionsOf
} from "./chunk-JX2GFKBU.js";
import {
  hunksBetween,
  nothingEnded,
  permittedMode,
  runEndOf,
  runNotes,
  spentOf,
  summarize
} from "./chunk-CYYRITHR.js";
import {
  announcePlan,
  runPlan
} from "./chunk-KEJX5IZE.js";
import {
  unchangedSpec
} from "./chunk-JGXUTWR6.js";
import {
  examine,
  instructionPaths,
  listSide,
  nextLook,
  nothingMeasured,
  openEngine,
  readVersion,
  refuseLinkedSpecs
} from "./chunk-GKAYRIKL.js";
import {
  cellsDrawn,
  cellsOf,
  digest,
  invalidReasonOf,
  points,
  replacedModel,
  samplesIn,
  samplesOf,
  sidesOf,
  tallyOf
} from "./chunk-LB4JAMUB.js";
import {
  atOnce,
  globsOf,
  pathRules
} from "./chunk-3OZ45VNQ.js";
import {
  costUsd,
  priceOf
} from "./chunk-VXA2575E.js";
import {
  UserError
} from "./chunk-5LJOY3JM.js";
import {
  __callDispose,
  __using
} from "./chunk-TZXIYNRP.js";

// src/core/specs/pair-specs.ts
function pairSpecs(sides) {
  const left = new Set(sides.base);
  const partners = /* @__PURE__ */ new Map();
  const rules = [
    (base, head) => base.name === head.name,
    (base, head) => head.files.some((file) => base.files.includes(file)),
    (base, head) => head.files.some((file) => base.files.includes(sides.renamed.get(file) ?? file))
  ];
  for (const arePartners of rules) {
    for (const head of sides.head) {
      const base = partners.has(head) ? void 0 : [...left].find((candidate) => arePartners(candidate, head));
      if (base === void 0) continue;
      partners.set(head, base);
      left.delete(base);
    }
  }
  return [
    ...sides.head.map((head) => ({ base: partners.get(head) ?? null, head })),
    ...[...left].map((base) => ({ base, head: null }))
  ];
}

// src/pipeline/specs/read-test-files.ts
async function readTestFiles(repository, of) {
  const touched = of.changed.filter(({ status, path }) => (status === "modified" || status === "renamed") && of.isTest(path)).slice(0, mostFiles);
  const read = await atOnce(touched, async ({ path, from }) => {
    const before = from ?? path;
    const base = await textOf(repository, of.base, before);
    const head = await textOf(repository, of.head, path);
    return base === null || head === null ? [] : [{ path, from: before, base, head }];
  });
  return read.flat();
}
var mostFiles = 500;
var mostBytes = 256 * 1024;
async function textOf(repository, side, path) {
  const entry = side.entries.get(path);
  if (entry === void 0 || entry.kind === "symlink" || entry.kind === "submodule") return null;
  if (entry.size > mostBytes) return null;
  return new TextDecoder().decode(await repository.readBlob(entry.oid));
}

// src/pipeline/specs/find-changes.ts
async function findChanges(request) {
  const { repository, entries } = request;
  const [base, head] = await atOnce(
    [request.base, request.head],
    (commit) => listSide({ repository, entries, commit })
  );
  if (base === void 0 || head === void 0) throw new Error("two commits have two sides");
  refuseUnmatchedSpecs(entries, { base, head });
  refuseLinkedSpecs(head);
  const pairs = pairSpecs({ base: base.specs, head: head.specs, renamed: /* @__PURE__ */ new Map() });
  const differing = pairs.filter((pair) => haveDifferentBlobs(pair, { base, head }));
  const changes = differing.length === 0 ? [] : await readChanges(repository, { base, head });
  return { changes, unmatched: unmatchedGlobs({ base, head }) };
}
async function readChanges(repository, sides) {
  const { base, head } = sides;
  const changed = await repository.changedPaths(base.commit, head.commit);
  const renamed = new Map(
    changed.flatMap(({ path, from }) => from === null ? [] : [[path, from]])
  );
  const pairs = pairSpecs({ base: base.specs, head: head.specs, renamed });
  const read = await atOnce(
    pairs.filter((pair) => haveDifferentBlobs(pair, sides)),
    async (pair) => {
      const versions = await readPair(repository, pair, sides);
      const change = changeOf(versions, { changed, renamed });
      if (change === null || change.base === null || change.head === null) return change;
      const { spec } = change.head;
      const { isTest } = pathRules(spec);
      return {
        ...change,
        testFiles: await readTestFiles(repository, { ...sides, changed, isTest })
      };
    }
  );
  return read.filter((change) => change !== null);
}
function haveDifferentBlobs(pair, sides) {
  if (pair.base === null || pair.head === null) return true;
  return blobsOf(pair.base, sides.base) !== blobsOf(pair.head, sides.head);
}
function blobsOf(spec, side) {
  const ids = (paths) => paths.map((path) => side.entries.get(path)?.oid).join(" ");
  return `${ids(spec.files)}
${ids(instructionPaths(spec, side))}`;
}
async function readPair(repository, pair, sides) {
  const head = pair.head === null ? null : await readVersion(repository, pair.head, sides.head);
  return { base: pair.base === null ? null : await readBase(repository, pair.base, sides.base), head };
}
async function readBase(repository, spec, side) {
  try {
    return await readVersion(repository, spec, side);
  } catch (error) {
    if (error instanceof UserError && error.code === "SPEC_UNREADABLE") return null;
    throw error;
  }
}
function changeOf({ base, head }, diff) {
  const present = head ?? base;
  if (present === null) return null;
  const { spec } = present;
  const change = { name: spec.name, base, head, ...besidesTheSpec(diff.changed, present) };
  if (base === null || head === null) return { ...change, hunks: [] };
  if (haveEqualTexts(base.files, head.files) && haveEqualTexts(base.instructions, head.instructions))
    return null;
  return { ...change, hunks: hunksBetween(shownBy(base), shownBy(head), diff.renamed) };
}
function haveEqualTexts(one, other) {
  return one.length === other.length && one.every((file, at) => file.text === other[at]?.text);
}
function shownBy(version) {
  return [...version.files, ...version.instructions];
}
function besidesTheSpec(changed, { spec, files, instructions }) {
  const texts = new Set([...files, ...instructions].map(({ path }) => path));
  const { isTest, mayWrite } = pathRules(spec);
  const isTestThere = ({ path, from }) => isTest(path) || from !== null && isTest(from);
  const isOther = ({ path }) => !texts.has(path) && !mayWrite(path);
  return {
    changedTests: changed.filter((each) => isTestThere(each)).map(({ path }) => path),
    otherFilesChanged: changed.some((each) => !isTestThere(each) && isOther(each))
  };
}
function refuseUnmatchedSpecs(entries, { base, head }) {
  const glob = entries.flatMap((entry) => globsOf(entry)).find((one) => [base, head].every((side) => side.match([one]).length === 0));
  if (glob === void 0) return;
  throw new UserError(
    "SPEC_NOT_FOUND",
    `no file matches \`${glob}\` (\`specs\`) in ${base.commit.slice(0, 10)} or ${head.commit.slice(0, 10)}.`,
    "Check the glob, or commit the file."
  );
}
function unmatchedGlobs({ base, head }) {
  const matched = (glob) => [base, head].some((side) => side.match([glob]).length > 0);
  const globs = [...base.specs, ...head.specs].flatMap((spec) => [...spec.instructions, ...spec.context]);
  return [...new Set(globs)].filter((glob) => !matched(glob));
}

// src/pipeline/specs/verdict-id.ts
async function verdictIdOf(repository, questions, { decide, samples, gate }) {
  const known = /* @__PURE__ */ new Map();
  const testsOnce = (version) => {
    const tests = known.get(version) ?? testsOf(repository, version);
    known.set(version, tests);
    return tests;
  };
  const asked = await atOnce(questions, async (question) => ({
    asks: question.asks,
    arms: await atOnce(sidesOf(question), (side) => armText(side, testsOnce))
  }));
  const digests = asked.map((each) => digest(each)).toSorted();
  return digest({ kind: "verdict", questions: digests, decide, samples, gate });
}
async function armText({ role, arm }, testsIn) {
  const { directory, setup, writableDeps, test, results, timeoutMs } = arm.version.spec;
  return {
    side: role,
    asked: arm.keyOf(0),
    commands: { directory, setup, writableDeps, test, results, timeoutMs },
    tests: await testsIn(arm.version)
  };
}
async function testsOf(repository, { spec, commit }) {
  const entries = await repository.listFiles(commit);
  const { isTest } = pathRules(spec);
  return entries.filter(({ path }) => isTest(path)).map(({ path, kind, oid }) => `${kind} ${oid} ${path}`);
}

// src/pipeline/specs/find-work.ts
async function findWork(repository, of) {
  const { settings, trigger, switches = [] } = of;
  const { specs: entries } = settings;
  if (trigger.kind === "audit") throw new Error("an audit compares no two commits");
  const { base, head } = trigger;
  const found = await findChanges({ repository, entries, base, head });
  const { changes } = found;
  const unchanged = switches.length === 0 ? [] : await unchangedSpecs(repository, { entries, head, changes });
  const questions = questionsOf({ changes, unchanged, switches, settings });
  const verdictId = questions.length === 0 ? null : await verdictIdOf(repository, questions, settings);
  return { ...found, questions, verdictId };
}
async function unchangedSpecs(repository, of) {
  const side = await listSide({ repository, entries: of.entries, commit: of.head });
  refuseLinkedSpecs(side);
  const read = new Map(of.changes.flatMap(({ head }) => head === null ? [] : [[head.spec.name, head]]));
  const versions = await atOnce(
    side.specs,
    async (spec) => read.get(spec.name) ?? readVersion(repository, spec, side)
  );
  return versions.map((version) => unchangedSpec(version));
}

// src/adapters/report-files/write-pages.ts
import { constants } from "node:fs";
import { mkdir, open, rm } from "node:fs/promises";
import { join } from "node:path";
async function writePages(pages, directory) {
  const cells = join(directory, "cells");
  await rm(cells, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  for (const { path, parts } of pages) {
    if (!/^(?:index|cells\/[A-Za-z0-9_][A-Za-z0-9._-]*)\.html$/.test(path))
      throw new Error(`not a page of a report: ${path.slice(0, 80)}`);
    if (path.startsWith("cells/")) await mkdir(cells, { recursive: true });
    await writePlain(join(directory, path), parts);
  }
}
async function writePlain(path, parts) {
  await rm(path, { recursive: true, force: true });
  const file = await open(
    path,
    constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW | constants.O_WRONLY,
    420
  );
  try {
    await file.writeFile(parts);
  } finally {
    await file.close();
  }
}

// src/entry/wiring/write-html.ts
async function writeHtml(checked, directory) {
  const { htmlReport } = await import("./html-report-VATKMCZE.js");
  await writePages(htmlReport(checked), directory);
}

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
  const { looks } = at.question;
  const { decide, questions } = at.rules;
  const examination = examine(seen, looks, decide);
  const planned2 = looks.length;
  const looking = nextLook(examination, { taken: at.taken, planned: planned2, alpha: decide.alpha, questions });
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
    questions: of.plan.questions.length
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
  lost,
  settings: { models }
}) {
  return models.map((model) => {
    const isOwn = (id) => id === model.id;
    const spent = spentOf(
      {
        cells: measurements.cells.filter(({ arm }) => isOwn(arm.model.id)),
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

// src/pipeline/check/check.ts
async function check(ports, request) {
  const { work } = request;
  if (work.questions.length === 0) return checkedOf(ports, request, nothingFound(request));
  const mode = await permittedMode(ports, request);
  switch (mode.kind) {
    case "repeat":
      return repeated(ports, request, mode.earlier);
    case "plan-only":
      return planned(ports, request, mode.why);
    case "replay":
      return replayed(ports, request);
    case "measure":
      return measured(ports, request);
  }
}
async function checkedOf(ports, request, found) {
  const { settings, work } = request;
  const { plan, measurements, lost } = found;
  const unmatched = work.unmatched.map(
    (glob) => `The glob ${glob} of context or instructions matches no file.`
  );
  const notes = [...unmatched, ...found.notes, ...runNotes(plan, measurements, settings)];
  const summary = await summarize(ports, request, { ...found, notes });
  return { summary: withId(summary, work), evidence: evidenceOf({ plan, measurements, lost, settings }) };
}
async function measured(ports, request) {
  var _stack = [];
  try {
    const { settings, work } = request;
    await ports.restoreRecords();
    const plan = await planRun(ports, work, { settings, isShownOnly: false });
    await announcePlan(ports, plan, settings);
    const engine = __using(_stack, await openEngine(ports, request, { plan, allowance: { kind: "caps" } }), true);
    const measurements = await runPlan(engine, plan);
    const found = { plan, measurements, ...runEndOf(engine), notes: [], skipReason: null };
    return await checkedOf(ports, request, found);
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function replayed(ports, request) {
  var _stack = [];
  try {
    const { settings, work } = request;
    await ports.restoreRecords();
    const plan = await planRun(ports, work, { settings, isShownOnly: true });
    const engine = __using(_stack, await openEngine(ports, request, { plan, allowance: { kind: "replay" } }), true);
    const measurements = await runPlan(engine, plan);
    const notes = missingNotes(measurements);
    return await checkedOf(ports, request, {
      plan,
      measurements,
      ...runEndOf(engine),
      notes,
      skipReason: null
    });
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function planned(ports, request, why) {
  const { settings, work } = request;
  const plan = await planRun(ports, work, { settings, isShownOnly: true });
  const notes = await announcePlan(ports, plan, settings);
  const checked = await checkedOf(ports, request, { ...nothingFound(request), notes, skipReason: why });
  return { ...checked, summary: { ...checked.summary, planned: plan.questions.map(shown) } };
}
function shown(question) {
  const { change, head, asks, baseSamples, headSamples, reused } = question;
  const replaced = replacedModel(question);
  return {
    spec: change.name,
    model: head.model.id,
    asks,
    ...replaced === null ? {} : { insteadOf: replaced },
    base: baseSamples.length,
    head: headSamples.length,
    stored: reused.length
  };
}
async function repeated(ports, request, earlier) {
  const { conclusion, title, url } = earlier;
  const { settings, work } = request;
  const nothing = nothingFound(request);
  const summary = await summarize(ports, request, nothing);
  const spent = { ...summary.spent, seconds: 0 };
  return {
    summary: withId({ ...summary, spent, conclusion, repeats: { title, url } }, work),
    evidence: evidenceOf({ ...nothing, settings })
  };
}
function withId(summary, { verdictId }) {
  return verdictId === null ? summary : { ...summary, verdictId };
}
function nothingFound({ work }) {
  const plan = { changes: work.changes, questions: [] };
  return { plan, measurements: nothingMeasured, ...nothingEnded, notes: [], skipReason: null };
}
function missingNotes({ cells }) {
  const missing = cells.filter(({ code }) => code.kind === "unmeasured").length;
  if (missing === 0) return [];
  return [
    missing === 1 ? "Judged again from records: 1 sample that was due is not on record, and none was asked." : `Judged again from records: ${missing} samples that were due are not on record, and none was asked.`
  ];
}

export {
  findWork,
  writeHtml,
  check,
  checkedOf
};
