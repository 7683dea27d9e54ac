import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  auditNight,
  openReportFolder,
  readSpecs,
  renderAudit
} from "./chunk-DY7BMKJK.js";
import {
  Measured,
  announcePlan,
  atDesk,
  check,
  coldDraw,
  commitsOf,
  consoleLog,
  culprits,
  decide,
  examine,
  findRunners,
  headLines,
  heldCaps,
  interruptSignal,
  jsonText,
  measureTree,
  nextLook,
  openEngine,
  planRun,
  questionsOf,
  refuseUnpriced,
  resultText,
  sampleArm,
  samplesIn,
  standingSpec,
  whyWithheld,
  wire,
  writeHtml,
  writeReport
} from "./chunk-QQCLGOQL.js";
import {
  baseToHead,
  dropOf,
  foldedNotes,
  iconOf,
  logText,
  mostSevereFirst,
  movedTests,
  nameSpec,
  nameTest,
  openingLines,
  plainPhrases,
  prose,
  rate,
  sharedWrites,
  sourceLine,
  spentLine,
  unsandboxed,
  verdictWord,
  whoseVerdict,
  wilson
} from "./chunk-3BV2L3PZ.js";
import {
  configPaths
} from "./chunk-2PCSJQJG.js";
import {
  hostEnvironment,
  hostVariable,
  openRepository,
  quietGit,
  readSettings,
  scriptsOf
} from "./chunk-35JWL44K.js";
import {
  exitCodeOf
} from "./chunk-IN5NX6PE.js";
import {
  UserError
} from "./chunk-K23HYIQN.js";
import {
  __callDispose,
  __using
} from "./chunk-TZXIYNRP.js";

// src/entry/commands/check-command.ts
import { readFile } from "node:fs/promises";
import { resolve as resolve2 } from "node:path";

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
  const of = (rate2) => `${(100 * rate2).toFixed(1)} %`;
  return `${of(estimate)} [${of(low)}, ${of(high)}]`;
}

// src/core/report/terminal/terminal.ts
function renderTerminal(summary) {
  const paragraphs = [
    ...openingLines(summary).map((line) => plainPhrases(line)),
    summary.settings.sandbox === "none" ? `🔴 ${unsandboxed}` : "",
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
      plainPhrases(whoseVerdict(summary, verdict)),
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
    (move) => `  ${plainPhrases(nameTest(move.test))} on ${plainPhrases(whoseVerdict(summary, move))}: ${rate(move.base)} → ${rate(move.head)}${move.unconfirmed ? " (unconfirmed)" : ""}`
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

// src/pipeline/check/calibrate-run.ts
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
  const change = standingSpec(base.version, head.version);
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

// src/entry/commands/doctor-command.ts
import { resolve } from "node:path";

// src/adapters/git/history-depth.ts
async function isShallowCheckout(directory, environment) {
  const said = await quietGit({ directory, environment }).raw(["rev-parse", "--is-shallow-repository"]);
  return said.trim() === "true";
}

// src/core/results/results-note.ts
function resultsNote(spec, packageJson) {
  switch (spec.results.kind) {
    case "file":
      return null;
    case "exit-code":
      return "results: exit-code, which generated code can fake: name a report under `results` if the tests write one.";
    case "auto": {
      const runners = findRunners(spec.test, scriptsOf(packageJson));
      const isAsked = runners.some(({ runner, place }) => isAskedByVariable(runner) || place !== null);
      return isAsked ? null : `no runner is seen in \`${shown(spec.test)}\`, so its exit code may be all that is known: give the runner’s own command, or name a report under \`results\`.`;
    }
  }
}
function isAskedByVariable(runner) {
  return runner === "node-test" || runner === "pytest";
}
function shown(command) {
  return command.replaceAll(/[`\s\p{C}]+/gu, " ").slice(0, 60);
}

// src/pipeline/check/diagnose.ts
async function diagnose(ports, settings) {
  return [
    ...settings.models.map((model) => keyOf(ports, model)),
    ...moneyOf(settings),
    await orWrong(() => sandboxOf(ports)),
    ...await specsOf(ports, settings)
  ].flat();
}
function keyOf(ports, model) {
  const { id, apiKeyEnv } = model;
  if (apiKeyEnv === null) return { kind: "fine", text: `key: ${id} needs none.` };
  return ports.hasKey(model) ? { kind: "fine", text: `key: ${apiKeyEnv} is set (for ${id}).` } : {
    kind: "wrong",
    text: `key: ${apiKeyEnv} is not set (for ${id}). Give it as an environment variable from a secret.`
  };
}
function moneyOf({ models, budget }) {
  const refused = refuseUnpriced(models, budget);
  if (refused !== null) return [wrong(refused)];
  const { note, usd } = heldCaps(models, budget);
  if (note !== null) return [{ kind: "note", text: `cost: ${note}` }];
  return usd === null ? [] : [{ kind: "fine", text: `cost: a run ends at ${usd} USD at the latest.` }];
}
async function sandboxOf(ports) {
  const { level, version, probes } = (await ports.sandbox()).isolation;
  if (probes === null)
    return [
      {
        kind: "note",
        text: "sandbox: none. Generated code runs with all rights of the job: set `sandbox: auto`."
      }
    ];
  const attack = `${probes.passed}/${probes.total} probes of the self-attack held`;
  return [{ kind: "fine", text: `sandbox: ${level} ${version ?? ""}, ${attack}.` }];
}
async function specsOf(ports, settings) {
  return orWrong(async () => {
    const head = await ports.repository.resolve("HEAD");
    const versions = await readSpecs(ports.repository, settings.specs, head);
    const changes = versions.map((version) => standingSpec(version, { ...version, side: "head" }));
    const shared = sharedWrites(changes).map(({ specs, files }) => ({
      kind: "note",
      text: `writes: ${specs.join(" and ")} empty the same ${counted(files.length, "file")} (${some(files)}): put \`{name}\` into \`writes\`.`
    }));
    const each = await Promise.all(versions.map((version) => specOf(ports, version)));
    return [...each.flat(), ...shared, ...await costOf(ports, settings, changes)];
  });
}
async function specOf(ports, version) {
  const { spec, emptied, commit } = version;
  const where = spec.directory === "." ? "package.json" : `${spec.directory}/package.json`;
  const manifest = (await ports.repository.listFiles(commit)).find(({ path }) => path === where);
  const packageJson = manifest === void 0 ? null : new TextDecoder().decode(await ports.repository.readBlob(manifest.oid));
  const note = resultsNote(spec, packageJson);
  return [
    {
      kind: "fine",
      text: `spec ${spec.name}: ${spec.files.join(", ")}; ${counted(emptied.length, "committed file")} emptied before each generation${emptied.length === 0 ? "" : `: ${some(emptied)}`}.`
    },
    ...note === null ? [] : [{ kind: "note", text: `spec ${spec.name}: ${note}` }]
  ];
}
async function costOf(ports, settings, changes) {
  const [longest] = changes.toSorted((one, other) => lengthOf(other) - lengthOf(one));
  const plans = [
    ...longest === void 0 ? [] : [{ what: `if ${longest.name} changes`, changes: [longest] }],
    ...changes.length > 1 ? [{ what: `if all ${changes.length} specs change`, changes }] : []
  ];
  const found = [];
  for (const plan of plans) {
    found.push([...await orWrong(() => projected(ports, settings, plan))]);
  }
  return found.flat();
}
async function projected(ports, settings, of) {
  const { changes } = of;
  const asked = questionsOf({ changes, standing: [], switches: [], settings });
  const plan = await planRun(ports, { changes, asked, settings, isShownOnly: true });
  const silent = { info: () => {
  }, warn: () => {
  }, progress: () => {
  } };
  const said = await announcePlan({ ...ports, log: silent }, plan, settings);
  return said.map((line) => ({ kind: "fine", text: `${of.what}: ${line}` }));
}
function lengthOf({ head }) {
  const files = head === null ? [] : [...head.files, ...head.instructions, ...head.context];
  return files.reduce((sum, { text }) => sum + text.length, 0);
}
async function orWrong(find) {
  try {
    return await find();
  } catch (error) {
    if (error instanceof UserError) return [wrong(error)];
    throw error;
  }
}
function wrong(error) {
  return { kind: "wrong", text: error.message };
}
function counted(count, thing) {
  return `${count} ${thing}${count === 1 ? " is" : "s are"}`;
}
var shownAtMost = 8;
function some(paths) {
  return `${paths.slice(0, shownAtMost).join(", ")}${paths.length > shownAtMost ? `, and ${paths.length - shownAtMost} more` : ""}`;
}

// src/entry/commands/doctor-command.ts
async function doctorCommand(call) {
  let isWell = true;
  const tell = (findings) => {
    for (const { kind, text } of findings) {
      process.stdout.write(`${labels[kind]} ${text.replaceAll(/[\p{C}\s]+/gu, " ")}
`);
    }
    isWell &&= findings.every(({ kind }) => kind !== "wrong");
  };
  const repository = await openRepository(call.directory, hostEnvironment());
  tell([await depthOf(call.directory), ...await foldersOf(repository, call)]);
  const read = await settingsOf(call);
  if (read instanceof UserError) tell([{ kind: "wrong", text: read.message }]);
  else tell(await examined(call, repository, read));
  process.stdout.write(
    isWell ? "All is well: a check would run.\n" : "A check would end with exit code 2.\n"
  );
  return isWell ? 0 : 2;
}
var labels = { fine: "ok   ", note: "note ", wrong: "WRONG" };
async function depthOf(directory) {
  return await isShallowCheckout(directory, hostEnvironment()) ? {
    kind: "note",
    text: "git: this checkout is shallow, so the base has to be fetched: `fetch-depth: 0` in actions/checkout, or `git fetch --unshallow`."
  } : { kind: "fine", text: "git: the whole history is here." };
}
async function foldersOf(repository, { records, reportDir }) {
  const tracked = [];
  for (const [folder, input] of [
    [records, "records"],
    [reportDir, "report-dir"]
  ]) {
    if (!await repository.tracks(folder)) continue;
    tracked.push({
      kind: "wrong",
      text: `${folder} is tracked by git, so others could fill it: point \`${input}\` at a folder that git ignores.`
    });
  }
  return tracked;
}
async function settingsOf(call) {
  try {
    return readSettings({ file: await call.config(), inputs: call.inputs });
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}
async function examined(call, repository, { settings, notYet }) {
  var _stack2 = [];
  try {
    const log = __using(_stack2, consoleLog({ stream: process.stderr, live: false, workflow: false }));
    const read = [
      {
        kind: "fine",
        text: `config: valid, ${settings.specs.length} under specs, ${settings.models.length} under models.`
      },
      ...notYet.map((text) => ({ kind: "note", text: `config: ${text}` }))
    ];
    try {
      var _stack = [];
      try {
        const ports = __using(_stack, await wire({
          signal: interruptSignal((line) => log.info(line)),
          origin: atDesk,
          repository,
          recordsDirectory: resolve(call.directory, call.records),
          sandbox: settings.sandbox,
          log,
          keyOf: hostVariable,
          setupVariable: () => null,
          nodeTestReporter: call.nodeTestReporter
        }), true);
        return [...read, ...await diagnose(ports, settings)];
      } catch (_) {
        var _error = _, _hasError = true;
      } finally {
        var _promise = __callDispose(_stack, _error, _hasError);
        _promise && await _promise;
      }
    } catch (error) {
      if (error instanceof UserError) return [...read, { kind: "wrong", text: error.message }];
      throw error;
    }
  } catch (_2) {
    var _error2 = _2, _hasError2 = true;
  } finally {
    __callDispose(_stack2, _error2, _hasError2);
  }
}

// src/entry/commands/check-command.ts
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
async function checkedUp({ options, nodeTestReporter }) {
  const directory = resolve2(textOf(options, "cwd") ?? ".");
  return doctorCommand({
    directory,
    records: textOf(options, "records") ?? ".spec-portability/records",
    reportDir: textOf(options, "reportDir") ?? ".spec-portability/report",
    nodeTestReporter,
    config: () => workingTreeConfig(directory, textOf(options, "config")),
    inputs: inputsOf(options)
  });
}
async function auditCommand(call) {
  return withPorts(call, async (ports, { trigger, ...request }) => {
    const planOnly = call.options["dryRun"] === true ? "Dry run: no model was asked." : null;
    await openReport(call.options, ports);
    const audited = await auditNight(
      ports,
      { ...request, planOnly, trigger: { kind: "audit", head: trigger.head } },
      { history: null, keyOf: hostVariable }
    );
    await writeReport(audited.summary, { directory: reportDirectory(call.options), extra: null });
    process.stdout.write(
      call.options["json"] === true ? resultText(audited.summary) : logText(renderAudit(audited))
    );
    return exitCodeOf(audited.summary);
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
    process.stdout.write(
      call.options["json"] === true ? jsonText(calibration) : renderCalibration(calibration)
    );
    return 0;
  });
}
var fewestToSplit = 10;
async function withPorts({ options, nodeTestReporter }, run) {
  var _stack = [];
  try {
    const directory = resolve2(textOf(options, "cwd") ?? ".");
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
      recordsDirectory: resolve2(directory, textOf(options, "records") ?? ".spec-portability/records"),
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
  return resolve2(textOf(options, "cwd") ?? ".", textOf(options, "reportDir") ?? ".spec-portability/report");
}
async function show(options, checked) {
  const { summary } = checked;
  const extra = textOf(options, "result");
  await writeReport(summary, {
    directory: reportDirectory(options),
    extra: extra === null ? null : resolve2(extra)
  });
  await writeHtml(checked, reportDirectory(options));
  process.stdout.write(options["json"] === true ? resultText(summary) : renderTerminal(summary));
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
    const text = await readFile(resolve2(directory, name), "utf8").catch(() => null);
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
  checkCommand,
  reportCommand,
  checkedUp,
  auditCommand,
  calibrateCommand,
  withPorts,
  openReport,
  reportDirectory,
  show,
  wholeNumber,
  textOf
};
