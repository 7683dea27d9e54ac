import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  configPaths,
  openReportFolder
} from "./chunk-4RUDHNNE.js";
import {
  Measured,
  atDesk,
  baseToHead,
  check,
  coldDraw,
  commitsOf,
  consoleLog,
  culprits,
  decide,
  dropOf,
  examine,
  foldedNotes,
  headLines,
  hostEnvironment,
  hostVariable,
  iconOf,
  interruptSignal,
  listSide,
  logText,
  measureTree,
  mostSevereFirst,
  movedTests,
  nameModel,
  nameSpec,
  nameTest,
  nextLook,
  openEngine,
  openRepository,
  openingLines,
  plainPhrases,
  prose,
  rate,
  readSettings,
  readVersion,
  refuseLinkedSpecs,
  sampleArm,
  samplesIn,
  sourceLine,
  spentLine,
  verdictWord,
  whyWithheld,
  wilson,
  wire,
  writeReport
} from "./chunk-H3NZFLZQ.js";
import {
  exitCodeOf
} from "./chunk-BYGFJMH4.js";
import {
  UserError
} from "./chunk-2DHZPQ6O.js";
import "./chunk-XSUEZRQG.js";
import {
  __callDispose,
  __using
} from "./chunk-TZXIYNRP.js";

// src/entry/check-command.ts
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";

// src/core/report/calibration.ts
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
  const of = (rate2) => `${(100 * rate2).toFixed(1)} %`;
  return `${of(estimate)} [${of(low)}, ${of(high)}]`;
}

// src/core/report/terminal.ts
function renderTerminal(summary) {
  const paragraphs = [
    ...openingLines(summary).map((line) => plainPhrases(line)),
    columns(verdictRows(summary)),
    movedLines(summary),
    hunkLines(summary),
    foldedNotes(summary).map((note) => `note: ${plainPhrases(prose(note))}`).join("\n"),
    plainPhrases(spentLine(summary))
  ];
  return logText(`${paragraphs.filter((text) => text !== "").join("\n\n")}
`);
}
function verdictRows(summary) {
  if (summary.verdicts.length === 0) return [];
  return [
    ["spec", "model", "base → head", "drop [95 %]", "verdict"],
    ...mostSevereFirst(summary.verdicts).map((verdict) => [
      plainPhrases(nameSpec(verdict.spec)),
      plainPhrases(nameModel(summary, verdict.model)),
      baseToHead(verdict),
      dropOf(verdict),
      `${iconOf(summary, verdict)} ${verdictWord(verdict)}`
    ])
  ];
}
function columns(rows) {
  const widths = (rows[0] ?? []).map(
    (_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length))
  );
  return rows.map(
    (row) => row.map((value, column) => value.padEnd(widths[column] ?? 0)).join("  ").trimEnd()
  ).join("\n");
}
function movedLines(summary) {
  const moved = movedTests(summary);
  if (moved.length === 0) return "";
  const lines = moved.slice(0, 10).map(
    (move) => `  ${plainPhrases(nameTest(move.test))} on ${plainPhrases(nameModel(summary, move.model))}: ${rate(move.base)} → ${rate(move.head)}${move.unconfirmed ? " (unconfirmed)" : ""}`
  );
  return [
    "tests that moved (observed)",
    ...lines,
    ...moved.length > 10 ? [`  and ${moved.length - 10} more`] : []
  ].join("\n");
}
function hunkLines(summary) {
  const hunks = culprits(summary);
  if (hunks.length === 0) return "";
  const quoted = hunks.slice(0, 3).flatMap((hunk) => [
    `  ${sourceLine(hunk.file, 160)}:${headLines(hunk)[0]}`,
    ...hunk.removed.slice(0, 12).map((line) => `  - ${sourceLine(line, 200)}`),
    ...hunk.added.slice(0, 12).map((line) => `  + ${sourceLine(line, 200)}`)
  ]);
  const isOpen = summary.verdicts.some((verdict) => verdict.culprit.length > 1);
  return [isOpen ? "one of these hunks" : "the changed words", ...quoted].join("\n");
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
    const rate2 = results.filter(blocked).length / Math.max(1, results.length);
    return disjoint === 0 ? { estimate: 0, low: 0, high: 1 } : wilson(rate2 * disjoint, disjoint);
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
    [{ question, samples: drawn, confirmation: { kind: "not-needed" }, void: null }],
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
    const looking = nextLook(examine(drawn, question.looks, rules.decide), {
      taken: index + 1,
      planned: question.looks.length,
      alpha: rules.decide.alpha,
      questions: 1
    });
    if (looking.next === "stop") return drawn;
  }
  return samples;
}

// src/pipeline/read-specs.ts
async function readSpecs(repository, entries, commit) {
  const side = await listSide({ repository, entries, side: "base", commit });
  refuseLinkedSpecs(side);
  if (side.specs.length === 0) {
    throw new UserError(
      "SPEC_NOT_FOUND",
      `no file of ${commit.slice(0, 10)} matches \`specs\`.`,
      "Check the globs or commit the files."
    );
  }
  return Promise.all(side.specs.map((spec) => readVersion(repository, spec, side)));
}

// src/pipeline/calibrate-run.ts
async function calibrateRun(ports, request, of) {
  var _stack = [];
  try {
    const { settings, trigger } = request;
    await whyWithheld(ports, request);
    const versions = await readSpecs(ports.repository, settings.specs, trigger.head);
    const questions = versions.flatMap(
      (version) => settings.models.map((model) => against(version, model, settings))
    );
    const engine = __using(_stack, await openEngine(ports, request, { changes: [], questions }), true);
    const trees = new Map(
      await Promise.all(
        versions.map(async (version) => [version, await measureTree(engine, version)])
      )
    );
    const measured = new Measured(trees);
    const series = await Promise.all(
      questions.map((question) => sampled(engine, { question, measured, count: of.samples }))
    );
    return calibrate(series, { decide: settings.decide, splits: of.splits, seed: of.seed });
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
function against(version, model, { samples }) {
  const base = { side: "base", version, model };
  const head = { side: "head", version: { ...version, side: "head" }, model };
  const change = {
    name: version.spec.name,
    base: base.version,
    head: head.version,
    hunks: [],
    changedTests: [],
    otherFilesChanged: false
  };
  return { asks: "regression", change, model, base, head, ...coldDraw(samples.looks) };
}
async function sampled(engine, of) {
  const { question, measured, count } = of;
  if (question.asks === "portable") throw new Error("calibration compares a text with itself");
  const { base } = question;
  const numbers = Array.from({ length: count }, (_, sample) => sample);
  await sampleArm(engine, { arm: base, question, measured, priority: 0, samples: numbers });
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

// src/entry/check-command.ts
async function checkCommand(call) {
  return withPorts(call, async (ports, request) => {
    const planOnly = call.options["dryRun"] === true ? "Dry run: no model was asked." : null;
    await openReport(call.options, ports);
    return show(call.options, await check(ports, { ...request, planOnly }));
  });
}
async function reportCommand(call) {
  return withPorts(call, async (ports, request) => {
    await openReport(call.options, ports);
    return show(call.options, await check(ports, { ...request, replayOnly: true }));
  });
}
async function calibrateCommand(call) {
  return withPorts(call, async (ports, request) => {
    const samples = wholeNumber(call.options, "samples", 24);
    if (samples < fewestToSplit)
      throw new UserError(
        "CONFIG_INVALID",
        `option \`samples\` is \`${samples}\`.`,
        `Give at least ${fewestToSplit}: five a side.`
      );
    const seed = wholeNumber(call.options, "seed", 1);
    const calibration = await calibrateRun(ports, request, { samples, splits: 500, seed });
    process.stdout.write(renderCalibration(calibration));
    return 0;
  });
}
var fewestToSplit = 10;
async function withPorts({ options, nodeTestReporter }, run) {
  var _stack = [];
  try {
    const directory = resolve(textOf(options, "cwd") ?? ".");
    const log = __using(_stack, consoleLog({ stream: process.stderr, live: process.stderr.isTTY, workflow: false }));
    const repository = await openRepository(directory, hostEnvironment());
    const file = await workingTreeConfig(directory, textOf(options, "config"));
    const { settings, notYet } = readSettings({ file, inputs: inputsOf(options) });
    const head = textOf(options, "head") ?? "HEAD";
    const event = { kind: "manual", base: textOf(options, "base") ?? head, head };
    const signal = interruptSignal((line) => log.info(line));
    const ports = __using(_stack, await wire({
      signal,
      origin: originOf(options),
      repository,
      recordsDirectory: resolve(directory, textOf(options, "records") ?? ".spec-portability/records"),
      sandbox: settings.sandbox,
      log,
      keyOf: hostVariable,
      setupVariable: hostVariable,
      nodeTestReporter
    }), true);
    const trigger = await commitsOf(event, repository);
    return await run(ports, {
      trigger,
      settings,
      withoutSecrets: false,
      planOnly: null,
      notes: notYet,
      signal
    });
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function openReport(options, { repository }) {
  await openReportFolder({
    directory: reportDirectory(options),
    tracks: (path) => repository.tracks(path)
  });
}
function reportDirectory(options) {
  return resolve(textOf(options, "cwd") ?? ".", textOf(options, "reportDir") ?? ".spec-portability/report");
}
async function show(options, summary) {
  const extra = textOf(options, "result");
  await writeReport(summary, {
    directory: reportDirectory(options),
    extra: extra === null ? null : resolve(extra)
  });
  process.stdout.write(renderTerminal(summary));
  return exitCodeOf(summary);
}
function originOf(options) {
  const pullRequest = textOf(options, "pullRequest");
  return pullRequest === null ? atDesk : { ...atDesk, pullRequest: wholeNumber(options, "pullRequest", 0) };
}
function wholeNumber(options, name, otherwise) {
  const text = textOf(options, name);
  if (text === null) return otherwise;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new UserError(
    "CONFIG_INVALID",
    `option \`${name}\` is \`${text.slice(0, 40)}\`.`,
    "Give a whole number."
  );
}
function textOf(options, name) {
  const value = options[name];
  return typeof value === "string" && value !== "" ? value : null;
}
async function workingTreeConfig(directory, path) {
  for (const name of path === null ? configPaths : [path]) {
    const text = await readFile(resolve(directory, name), "utf8").catch(() => null);
    if (text !== null) return { path: name, text };
  }
  if (path === null) return null;
  throw new UserError("CONFIG_NOT_FOUND", `there is no readable file ${path} (--config).`, "Check the path.");
}
function inputsOf(options) {
  const pairs = [
    ["max-usd", textOf(options, "maxUsd")],
    ["max-generations", textOf(options, "maxGenerations")],
    ["fail-on", textOf(options, "failOn")],
    ["sandbox", textOf(options, "sandbox")]
  ];
  return Object.fromEntries(pairs.flatMap(([name, value]) => value === null ? [] : [[name, value]]));
}
export {
  calibrateCommand,
  checkCommand,
  reportCommand
};
