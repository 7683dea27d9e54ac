import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  Measured,
  asRefused,
  awaitingConfirmation,
  cellsDrawn,
  decide,
  encodedPath,
  examine,
  excusedSigns,
  expectedTests,
  findSkipReason,
  headLines,
  incomparableReason,
  invalidReasonOf,
  isTampered,
  measureTree,
  nextLook,
  redRepository,
  resultText,
  sampleArm,
  samplesIn,
  samplesOf,
  tamperedCounts,
  testResults,
  vacuousTests,
  wholeHeadOf,
  withHeadIds
} from "./chunk-KF2CM26I.js";
import {
  confirmingDraw,
  effectiveCaps,
  hitProbability,
  measureUnless,
  tabulate,
  writeDurably
} from "./chunk-VESUE4UJ.js";
import {
  baseToHead,
  conclude,
  isBehindPortability,
  isBlocking,
  mostSevereFirst,
  portabilityOf
} from "./chunk-NJYVFXTX.js";
import {
  mostLikelyToBlockFirst,
  project
} from "./chunk-KNM2RNIF.js";
import {
  fromMarkdown,
  gfm,
  measured,
  rowsBehind,
  structuredPatch,
  tallyOf
} from "./chunk-HE6MPBR5.js";
import {
  armsOf,
  besideOf,
  commandFree,
  costUsd,
  count,
  digest,
  gfmFromMarkdown,
  invisible,
  plainText,
  priceOf,
  rate,
  replacedModel,
  sidesOf
} from "./chunk-BATYQILO.js";
import {
  XMLValidator,
  json2xml_default
} from "./chunk-KRVARZLM.js";

// src/core/report/markdown/marker.ts
function commentMarker(key) {
  const wellFormed = key.replaceAll(new RegExp("\\p{Cs}", "gu"), "�");
  const encoded = encodeURIComponent(wellFormed).replaceAll("--", "-%2D").replace(/-$/, "%2D");
  return `<!-- spec-portability:v1:${encoded.length > 200 ? digest(key) : encoded} -->`;
}
function isCommentMarker(line) {
  return /^<!-- spec-portability:v1:[A-Za-z0-9%_.!~*'()-]+ -->$/.test(line) && !line.slice(4, -3).includes("--");
}

// src/adapters/report-files/write-report.ts
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

// src/core/report/markdown/run-stamp.ts
function stampLine({ head, run, attempt, state, text }) {
  const line = `<!-- spec-portability-run:v1 head=${head} run=${run} attempt=${attempt} state=${state} text=${text} -->`;
  if (!pattern.test(line)) throw new Error(`Not a run stamp: ${line}`);
  return line;
}
function isStampLine(line) {
  return pattern.test(line);
}
function withStamp(body, stamp) {
  const end = body.indexOf("\n");
  if (end === -1) throw new Error("The comment has no text below its marker.");
  return `${body.slice(0, end)}
${stampLine(stamp)}${body.slice(end)}`;
}
function readStamp(body) {
  const match = pattern.exec((body.split("\n", 2)[1] ?? "").trim());
  const { head = "", run, attempt, text } = match?.groups ?? {};
  const state = states.find((each) => each === match?.groups?.["state"]);
  if (match === null || state === void 0) return null;
  return { head, run: Number(run), attempt: Number(attempt), state, text: Number(text) };
}
var states = ["queued", "running", "done", "ended", "superseded"];
var pattern = /^<!-- spec-portability-run:v1 head=(?<head>[0-9a-f]{40}) run=(?<run>\d{1,15}) attempt=(?<attempt>\d{1,6}) state=(?<state>[a-z]{1,12}) text=(?<text>\d{1,6}) -->$/;

// src/core/report/markdown/assert-harmless.ts
function harmIn(markdown, options) {
  return harmInText(markdown) ?? harmInNode(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }), options);
}
function harmInText(markdown) {
  const written2 = markdown.replaceAll("##​[", "");
  if (/(?![\n\t])[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u.test(written2)) return "a control character";
  if (written2.replaceAll(invisible, "") !== written2) return "an invisible character";
  if (written2.includes("##[") || /^[ \t]*::/m.test(written2)) return "a command of the Actions runner";
  return null;
}
function harmInNode(node, options) {
  const harm = harmOf(node, options);
  if (harm !== null || !("children" in node)) return harm;
  for (const child of node.children) {
    const inner = harmInNode(child, options);
    if (inner !== null) return inner;
  }
  return null;
}
var allowed = /* @__PURE__ */ new Set([
  "root",
  "paragraph",
  "text",
  "strong",
  "inlineCode",
  "code",
  "list",
  "listItem",
  "table",
  "tableRow",
  "tableCell"
]);
function harmOf(node, options) {
  if (node.type === "html") return isOurHtml(node.value) ? null : "raw HTML";
  if (node.type === "link") return isOurLink(node, options.repositoryUrl) ? null : "a foreign link";
  if (node.type === "text") return harmInProse(node.value);
  if (node.type === "blockquote") return isOurBox(node) ? null : "a quote";
  return allowed.has(node.type) ? null : `a node of type ${node.type}`;
}
function harmInProse(value) {
  if (/@[\p{L}\p{N}]/u.test(value)) return "a mention";
  if (/#\d|\bGH-\d/i.test(value)) return "an issue reference";
  return /:\/\/|\bwww\./i.test(value) ? "an address" : null;
}
function isOurHtml(value) {
  if (value === "</details>" || isCommentMarker(value) || isStampLine(value)) return true;
  return /^<details(?: open)?>\n<summary>[A-Za-z0-9 ,:()]*<\/summary>$/.test(value);
}
function isOurBox({ children }) {
  const [only, ...more] = children;
  const [first] = only?.type === "paragraph" ? only.children : [];
  return more.length === 0 && first?.type === "text" && first.value.startsWith("[!CAUTION]\n");
}
function isOurLink(node, repositoryUrl) {
  if (repositoryUrl === null || !node.url.startsWith(`${repositoryUrl}/`)) return false;
  const path = node.url.slice(repositoryUrl.length + 1);
  return /^(?:commit\/[0-9a-f]{40}|blob\/[0-9a-f]{40}\/[^\s?#<>"]*#L\d+(?:-L\d+)?)$/.test(path);
}

// src/core/report/machine/file-text.ts
function fileText(text, max = 300) {
  const allowed2 = plainText(text, max).replaceAll(/[\uFFFE\uFFFF]/g, "�");
  return allowed2 === "" ? "(empty)" : commandFree(allowed2);
}

// src/core/report/machine/junit-suite.ts
function suiteOf(summary, verdict, as) {
  const place = `comparison ${as.index + 1}`;
  const suite = as.name(place, `${verdict.spec} on ${verdict.model}${besides(verdict)}`);
  const rows = rowsBehind(summary, verdict);
  const cases = [
    { "@name": "(verdict)", "@classname": suite, ...untimed, ...verdictResult(summary, verdict, as.name) },
    ...rows.map((row, index) => ({
      "@name": as.name(`test ${index + 1}`, row.test),
      "@classname": suite,
      ...untimed,
      ...testResult(row, verdict, isBlocking(summary, verdict))
    }))
  ];
  return {
    "@name": suite,
    "@tests": cases.length,
    "@failures": cases.filter((each) => "failure" in each).length,
    "@errors": 0,
    "@skipped": cases.filter((each) => "skipped" in each).length,
    ...untimed,
    properties: { property: propertiesOf(summary, verdict, as.name) },
    testcase: cases
  };
}
function besides({ asks, insteadOf }) {
  if (insteadOf !== void 0) return ` instead of ${insteadOf}`;
  return besideOf(asks) === void 0 ? "" : ` (${asks})`;
}
var untimed = { "@time": 0 };
function verdictResult(summary, verdict, name) {
  const told = `${verdict.verdict}: ${baseToHead(verdict)}`;
  const why = verdict.why === null ? "" : `; ${name("the reason is in result.json", verdict.why)}`;
  if (isBlocking(summary, verdict)) return failed(verdict, `${told}${why}`);
  if (verdict.verdict === "inconclusive" || verdict.verdict === "base-too-weak")
    return { skipped: { "@message": `${told}${why}` } };
  return { "system-out": told };
}
function testResult(row, verdict, blocks) {
  const { base, head } = row.byModel.get(verdict.model) ?? { base: null, head: null };
  const before = base === null ? "–" : rate(base);
  if (head === null || head.passed + head.failed === 0) {
    const why = row.on === "base-only" ? "the test is gone on head" : "not measured on head";
    return { skipped: { "@message": `${why}; base ${before}` } };
  }
  const told = `${before} → ${rate(head)}`;
  if (!blocks || !verdict.brokenTests.includes(row.test)) return { "system-out": told };
  return failed(verdict, `${told}${verdict.unconfirmed ? " (unconfirmed)" : ""}`);
}
function failed(verdict, message) {
  return { failure: { "@message": message, "@type": verdict.verdict, "#text": message } };
}
function propertiesOf(summary, verdict, name) {
  const tampered = tamperedCounts(summary, verdict);
  const properties = {
    spec: name("spec", verdict.spec),
    model: name("model", verdict.model),
    asks: verdict.asks,
    ...verdict.insteadOf === void 0 ? {} : { "instead-of": name("model", verdict.insteadOf) },
    verdict: verdict.verdict,
    base: verdict.base === null ? "" : rate(verdict.base),
    head: rate(verdict.head),
    unmeasured: String((verdict.base?.unmeasured ?? 0) + verdict.head.unmeasured),
    drop: verdict.drop === null ? "" : String(verdict.drop.estimate),
    p: verdict.p === null ? "" : String(verdict.p),
    excludes: verdict.excludes === null ? "" : String(verdict.excludes),
    tampered: String(tampered.base + tampered.head),
    ...summary.trigger.kind === "audit" ? {} : { "base-commit": name("commit", summary.trigger.base) },
    "head-commit": name("commit", summary.trigger.head),
    sandbox: summary.settings.isolation ?? summary.settings.sandbox
  };
  return Object.entries(properties).map(([key, value]) => ({ "@name": key, "@value": value }));
}

// src/core/report/machine/junit.ts
function renderJunit(summary, name = (_, text) => fileText(text)) {
  const xml = documentOf(summary, name);
  return isHarmless(xml) ? xml : documentOf(summary, (place) => place);
}
function isHarmless(xml) {
  return harmInText(xml) === null && XMLValidator.validate(xml) === true;
}
function documentOf(summary, name) {
  const suites = summary.verdicts.map((verdict, index) => suiteOf(summary, verdict, { index, name }));
  const total = (of) => suites.reduce((sum, suite) => sum + of(suite), 0);
  return builder.build({
    "?xml": { "@version": "1.0", "@encoding": "UTF-8" },
    testsuites: {
      "@name": "spec portability",
      "@tests": total((suite) => suite["@tests"]),
      "@failures": total((suite) => suite["@failures"]),
      "@errors": 0,
      "@skipped": total((suite) => suite["@skipped"]),
      "@time": summary.spent.seconds,
      testsuite: suites
    }
  });
}
var builder = new json2xml_default({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  format: true,
  suppressEmptyNode: true,
  // A test may be called "true"; its name must not be dropped as if it were a flag.
  suppressBooleanAttributes: false
});

// src/core/report/machine/sarif.ts
function renderSarif(summary, write = sarifText) {
  const results = mostSevereFirst(summary.verdicts).flatMap((verdict) => resultOf(summary, verdict, write)).slice(0, maxResults);
  const log = {
    version: "2.1.0",
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    runs: [
      {
        tool: { driver: { name: "spec-portability", rules: [...rules] } },
        automationDetails: { id: "spec-portability/" },
        columnKind: "utf16CodeUnits",
        results
      }
    ]
  };
  return `${JSON.stringify(log, null, 2)}
`;
}
var maxResults = 5e3;
var maxRelated = 50;
function rule(id, short, full) {
  return {
    id,
    name: id.replaceAll(/(?:^|-)([a-z])/g, (_, letter) => letter.toUpperCase()),
    shortDescription: { text: short },
    fullDescription: { text: full },
    help: { text: `${full} The counts behind it are in result.json of the same run.` },
    defaultConfiguration: { level: id === "regressed" ? "error" : "warning" },
    properties: { tags: ["spec-portability"] }
  };
}
var rules = [
  rule(
    "regressed",
    "The spec edit breaks a model",
    "Code that this model generates from the new text passes its tests less often than code from the old text."
  ),
  rule(
    "not-portable",
    "The new spec does not work on a model",
    "Code that this model generates from the new spec fails its tests too often."
  ),
  rule(
    "suspected",
    "The spec edit may break a model",
    "Code from the new text failed more often on this model; the evidence is too thin to be sure."
  )
];
function ruleOf({ verdict }) {
  return verdict === "regressed" || verdict === "not-portable" || verdict === "suspected" ? verdict : null;
}
function resultOf(summary, verdict, write) {
  const ruleId = ruleOf(verdict);
  const [first, ...others] = locationsOf(summary, verdict);
  if (ruleId === null || first === void 0) return [];
  return [
    {
      ruleId,
      level: isBlocking(summary, verdict) ? "error" : "warning",
      message: { text: messageOf(verdict, write) },
      locations: [first],
      ...others.length > 0 ? { relatedLocations: others.map((place, index) => ({ id: index + 1, ...place })) } : {},
      // Not primaryLocationLineHash: GitHub's upload computes that one from the file and warns about any other value.
      partialFingerprints: {
        "specPortability/v1": digest([ruleId, verdict.asks, verdict.spec, verdict.model])
      },
      properties: {
        verdict: verdict.verdict,
        base: verdict.base,
        head: verdict.head,
        drop: verdict.drop,
        p: verdict.p,
        unconfirmed: verdict.unconfirmed
      }
    }
  ];
}
function locationsOf(summary, verdict) {
  if (verdict.culprit.length > 0)
    return verdict.culprit.slice(0, maxRelated).flatMap((hunk) => locationOf(hunk.file, headLines(hunk)));
  const change = summary.changes.find(({ name }) => name === verdict.spec);
  const [file] = change?.head?.files ?? [];
  return file === void 0 ? [] : locationOf(file.path, [1, 1]);
}
function locationOf(file, [startLine, endLine]) {
  const uri = encodedPath(file);
  return uri === null ? [] : [
    {
      physicalLocation: {
        artifactLocation: { uri, uriBaseId: "%SRCROOT%" },
        region: { startLine, endLine }
      }
    }
  ];
}
function messageOf(verdict, write) {
  const message = written(verdict, write);
  return harmInMessage(message) === null ? message : written(verdict, () => "(withheld)");
}
function sarifText(text, max) {
  return fileText(text, max).replaceAll("@", "＠").replaceAll(/(?<=:)\/(?=\/)/g, "⁄").replaceAll(/[\\[\]]/g, (character) => `\\${character}`).replaceAll(/[{}]/g, (character) => character + character);
}
function harmInMessage(message) {
  const plain = message.replaceAll(/\\[\\[\]]|\{\{|\}\}/g, "");
  if (/[[\]]/.test(plain)) return "a link";
  if (/[{}]/.test(plain)) return "a placeholder";
  if (message.includes("@")) return "a mention";
  return message.includes("://") ? "an address" : harmInText(message);
}
function written(verdict, write) {
  const { brokenTests, unconfirmed, culprit } = verdict;
  const tests = brokenTests.slice(0, 3).map((test) => write(test, 120));
  const rest = brokenTests.length - tests.length;
  const more = rest > 0 ? ` and ${count(rest, "more test")}` : "";
  const doubt = unconfirmed ? " (unconfirmed)" : "";
  const failing = tests.length === 0 ? "" : ` Failing: ${tests.join("; ")}${more}${doubt}.`;
  const hunks = culprit.length > 1 ? ` One of ${culprit.length} changed hunks is the cause.` : "";
  const subject = `${write(verdict.spec, 80)} on ${write(verdict.model, 80)}`;
  return `${subject} ${verdict.verdict}: ${baseToHead(verdict)}.${failing}${hunks}`;
}

// src/adapters/report-files/write-report.ts
var resultName = "result.json";
async function writeReport(summary, to) {
  const result = resultText(summary);
  const files = {
    [resultName]: result,
    "junit.xml": renderJunit(summary),
    "results.sarif": renderSarif(summary)
  };
  for (const [name, text] of Object.entries(files)) await writeDurably(to.directory, name, Buffer.from(text));
  if (to.extra !== null) {
    await mkdir(dirname(to.extra), { recursive: true });
    await writeFile(to.extra, result);
  }
  return join(to.directory, resultName);
}

// src/core/specs/spec.ts
function sideOf({ base, head }, version) {
  return version === base && version !== head ? "base" : "head";
}

// src/core/verdict/tamper-notes.ts
function tamperedCells({
  cells,
  trees
}) {
  return cells.filter(
    ({ arm, testRun }) => testRun !== null && isTampered(testRun, excusedSigns(trees.get(arm.version)))
  );
}
function tamperNotes(measurements) {
  return [...tamperedNotes(measurements), ...suspicionNotes(measurements)];
}
function tamperedNotes(measurements) {
  const changes = new Map(measurements.questions.map(({ id, change }) => [id, change]));
  const groups = /* @__PURE__ */ new Map();
  for (const cell of tamperedCells(measurements)) {
    const { version, model } = cell.arm;
    const change = changes.get(cell.question);
    const side = change === void 0 ? cell.role : sideOf(change, version);
    const name = `${version.spec.name} on ${side} by ${model.id}`;
    groups.set(name, [...groups.get(name) ?? [], cell]);
  }
  return [...groups].map(
    ([name, cells]) => `Tampered with its tests: ${generations(cells.length)} of ${name} (${tracesOf(cells)}); counted as failed.`
  );
}
function tracesOf(cells) {
  const guards = cells.flatMap(({ testRun }) => testRun?.guard ?? []);
  const signs = [...new Set(guards.flatMap((guard) => guard.signs))].map((sign) => traceNames[sign]);
  const broken = [...new Set(guards.flatMap((guard) => guard.broken))].slice(0, 5);
  return [...signs, ...broken].join(", ");
}
var traceNames = {
  unguarded: "no trace of the watched test process",
  unsigned: "a report without the key of the run",
  "cut-short": "a test process that ended before its tests did",
  patched: "test functions replaced",
  forged: "a forged witness",
  "files-changed": "protected files changed",
  "poison-survived": "a pass where every test was made to fail"
};
function suspicionNotes({ cells }) {
  const suspicious = cells.flatMap(({ suspicions = [] }) => suspicions.length > 0 ? [suspicions] : []);
  if (suspicious.length === 0) return [];
  const counts = /* @__PURE__ */ new Map();
  for (const each of suspicious.flat()) counts.set(each, (counts.get(each) ?? 0) + 1);
  const listed2 = [...counts].map(([suspicion, count2]) => `${suspicion} (${count2})`).join(", ");
  return [
    `The text of ${generations(suspicious.length)} looks suspicious: ${listed2}. Their passes were tested once more with every test made to fail, where the runner allows it.`
  ];
}
function generations(count2) {
  return `${count2} ${count2 === 1 ? "generation" : "generations"}`;
}

// src/core/verdict/run-notes.ts
function runNotes(plan, measurements, settings) {
  return [
    ...tamperNotes(measurements),
    ...treeNotes(measurements),
    ...flakyNotes(measurements),
    ...repetitionNotes(measurements.cells),
    ...estimatedNotes(measurements),
    ...reuseNotes(plan, settings),
    ...capNotes(plan, settings)
  ];
}
function flakyNotes({ cells }) {
  const counts = /* @__PURE__ */ new Map();
  const tested = cells.filter(({ testRun }) => testRun !== null).length;
  for (const { arm, flaky } of cells) {
    for (const test of flaky) {
      const name = `${test} of ${arm.version.spec.name}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return [...counts].map(
    ([name, count2]) => `Flaky test: ${name} failed and then passed on the same files in ${count2} of ${tested} generations; it counts as passed.`
  );
}
function estimatedNotes({ cells }) {
  const models = /* @__PURE__ */ new Map();
  for (const { arm, generation } of cells) {
    if (generation?.result.kind !== "completed" || !generation.result.completion.isUsageEstimated) continue;
    models.set(arm.model.id, (models.get(arm.model.id) ?? 0) + 1);
  }
  return [...models].map(
    ([model, count2]) => `${model} did not report the usage of ${count2} answers: their tokens and cost are estimates.`
  );
}
function capNotes({ questions }, { models, budget }) {
  const { note } = effectiveCaps(models, budget);
  return note === null || questions.length === 0 ? [] : [note];
}
function reuseNotes({ questions }, { samples }) {
  const reused = questions.reduce((sum, question) => sum + question.reused.length, 0);
  if (reused === 0) return [];
  return [
    `${reused} base samples were drawn for earlier comparisons; before a block ${samples.confirm} fresh ones have to confirm it.`
  ];
}
function treeNotes(measurements) {
  const notes = [...measurements.trees].flatMap(([version, runs]) => [
    ...fakeableNote(version, runs, measurements),
    ...emptiedNote(version),
    ...runs.notes
  ]);
  return [...new Set(notes)];
}
function fakeableNote(version, { own }, { cells }) {
  const runs = [own, ...cells.filter(({ arm }) => arm.version === version).map(({ testRun }) => testRun)];
  const formats = runs.flatMap((run) => run === null || run.report === null ? [] : [run.report.format]);
  if (formats.length === 0 || formats.some((format) => format !== "exit-code")) return [];
  const { spec } = version;
  return [`The results of ${spec.name} are the exit code only: that can be faked. Set \`results\` for more.`];
}
function emptiedNote({ spec, emptied }) {
  if (emptied.length === 0) return [];
  return [`Before each generation of ${spec.name} these committed files are removed: ${listed(emptied)}.`];
}
function listed(names) {
  const shown = names.slice(0, 5).join(", ");
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
}
function repetitionNotes(cells) {
  const bySpec = /* @__PURE__ */ new Map();
  for (const { arm, role, generation } of cells) {
    if (generation?.result.kind !== "completed") continue;
    const spec = arm.version.spec.name;
    const arms = bySpec.get(spec) ?? /* @__PURE__ */ new Map();
    bySpec.set(spec, arms);
    const name = `${arm.model.id} (${role})`;
    const text = generation.result.completion.text.replaceAll(generation.nonce, "");
    arms.set(name, [...arms.get(name) ?? [], digest(text)]);
  }
  return [...bySpec].flatMap(([spec, arms]) => {
    const repeated = [...arms].flatMap(([name, answers]) => repetitionOf(name, answers));
    if (repeated.length === 0) return [];
    return [
      `Answers to ${spec} repeat each other, so its samples say less than their number: ${repeated.join(", ")}.`
    ];
  });
}
var fewestAnswers = 5;
function repetitionOf(name, answers) {
  const distinct = new Set(answers).size;
  if (answers.length < fewestAnswers || distinct / answers.length >= 0.5) return [];
  const gave = distinct === 1 ? "1 answer" : `${distinct} different answers`;
  return [`${name} gave ${gave} in ${answers.length}`];
}

// src/pipeline/check/permitted-mode.ts
async function permittedMode(ports, request) {
  return request.mode.kind === "measure" ? measureUnless(await findSkipReason(ports, request)) : request.mode;
}

// src/core/report/summary/spent.ts
function spentOf(measurements, models, seconds) {
  const answered = measurements.cells.filter(({ generation }) => generation !== null);
  const asked2 = answered.filter(({ cached }) => !cached);
  const { usd, unpriced, priceTableDate } = recordedCost(
    asked2.flatMap(({ generation }) => generation ?? []),
    models
  );
  const sum = (of) => asked2.reduce((total, cell) => total + of(cell), 0);
  return {
    generations: asked2.length,
    cachedGenerations: answered.length - asked2.length,
    inputTokens: sum(({ generation }) => usageOf(generation)?.inputTokens ?? 0),
    outputTokens: sum(({ generation }) => usageOf(generation)?.outputTokens ?? 0),
    usd: unpriced.length > 0 ? null : usd,
    unpriced,
    priceTableDate,
    exhaustedCaps: [],
    notReached: notReachedOf(measurements),
    seconds
  };
}
function recordedCost(generations2, models) {
  const prices = new Map(models.map((model) => [model.id, priceOf(model)]));
  const costs = generations2.map((generation) => {
    const price = prices.get(generation.model) ?? null;
    const usage = usageOf(generation);
    return price === null || usage === null ? 0 : costUsd(price, usage);
  });
  const asked2 = [...new Set(generations2.map(({ model }) => model))];
  const dates = asked2.flatMap((model) => prices.get(model)?.tableDate ?? []);
  return {
    usd: costs.reduce((sum, cost) => sum + cost, 0),
    unpriced: asked2.filter((model) => (prices.get(model) ?? null) === null),
    priceTableDate: dates[0] ?? null
  };
}
function usageOf(generation) {
  return generation?.result.kind === "completed" ? generation.result.completion.usage : null;
}
function notReachedOf({ cells }) {
  const bySubject = /* @__PURE__ */ new Map();
  for (const { arm, code } of cells) {
    if (code.kind !== "unmeasured" || code.why !== "budget") continue;
    const [spec, model] = [arm.version.spec.name, arm.model.id];
    const key = JSON.stringify([spec, model]);
    bySubject.set(key, { spec, model, samples: (bySubject.get(key)?.samples ?? 0) + 1 });
  }
  return [...bySubject.values()];
}

// src/core/statistics/majority.ts
function majorityOf(passed, looks) {
  const plan = looks.map((head) => ({ base: 0, head }));
  const taken = looks.filter((look) => look > 0 && look <= passed.length);
  const few = (passes, look) => evidenceOfFew(passes, look);
  const most = (passes, look) => evidenceOfFew(look - passes, look);
  const countUpTo = (look) => passed.slice(0, look).filter(Boolean).length;
  const strongest = (of) => Math.max(0, ...taken.map((look) => of(countUpTo(look), look)));
  return { fewPassP: pValue(plan, strongest(few)), mostPassP: pValue(plan, strongest(most)) };
}
function pValue(plan, evidence) {
  if (evidence <= 0) return 1;
  const key = `${plan.map(({ head }) => head).join(" ")} ${evidence}`;
  const known = pValues.get(key) ?? hitProbability({ plan, table: tableOf(plan), threshold: evidence, ...fair });
  pValues.set(key, known);
  return Math.min(1, known);
}
var fair = { base: 0.5, head: 0.5 };
var pValues = /* @__PURE__ */ new Map();
function tableOf(plan) {
  return tabulate(plan, ({ head }, look) => evidenceOfFew(head, plan[look]?.head ?? 0));
}
function evidenceOfFew(passes, samples) {
  if (samples === 0 || passes * 2 >= samples) return 0;
  const free = timesLog(passes, passes / samples) + timesLog(samples - passes, 1 - passes / samples);
  return Math.round((free + samples * Math.LN2) * 1e8) / 1e8;
}
function timesLog(count2, rate2) {
  return count2 === 0 ? 0 : count2 * Math.log(rate2);
}

// src/core/verdict/requirements.ts
function testsOfSides(question, measurements) {
  return {
    compared: comparedTests(question, measurements),
    requirements: requirementsOf(question, measurements),
    wholeHead: tallyOf(wholeHeadOf(question, measurements))
  };
}
function requirementsOf(question, measurements) {
  if (question.base === null || question.asks !== "regression") return null;
  const ids = newTests(question, measurements);
  if (ids.length === 0) return null;
  const results = measuredUpToAGap(cellsDrawn(question, "head", measurements)).map(
    ({ arm, code, testRun }) => {
      const excused = excusedSigns(measurements.trees.get(arm.version));
      return testResults({ code, testRun, expected: { ids, skipped: /* @__PURE__ */ new Set() }, excused });
    }
  );
  const passed = results.map((each) => ids.every((id) => each.get(id) === "passed"));
  const { fewPassP, mostPassP } = majorityOf(
    passed,
    question.looks.map(({ head }) => head)
  );
  return {
    verdict: wordOf(fewPassP, mostPassP),
    p: fewPassP,
    passed: passed.filter(Boolean).length,
    samples: passed.length,
    tests: ids.map((test) => {
      const count2 = results.filter((each) => each.get(test) === "passed").length;
      return { test, passed: count2, failed: results.length - count2 };
    })
  };
}
function comparedTests(question, measurements) {
  const { base, head, shared, moved, red } = expectedTests(question, measurements);
  if (base === null || shared.ids.length + base.ids.length + head.ids.length === 0) return null;
  const common = new Set(shared.ids);
  const others = (ids) => ids.filter((id) => !common.has(id)).length;
  const isCommon = (id) => common.has(id);
  return {
    common: common.size,
    new: others(head.ids),
    gone: others(base.ids),
    moved: [...moved.values()].filter(isCommon).length,
    red: red.length
  };
}
var level = 0.05;
function wordOf(fewPassP, mostPassP) {
  if (fewPassP <= level) return mostPassP <= level ? "undecided" : "unmet";
  return mostPassP <= level ? "met" : "undecided";
}
function newTests(question, measurements) {
  const { head, shared } = expectedTests(question, measurements);
  const emptied = measurements.trees.get(question.head.version)?.emptied;
  const vacuous = emptied === void 0 ? /* @__PURE__ */ new Set() : vacuousTests(emptied);
  const common = new Set(shared.ids);
  return head.ids.filter((id) => !common.has(id) && !vacuous.has(id) && !head.skipped.has(id));
}
function measuredUpToAGap(cells) {
  const gap = cells.findIndex(
    ({ code, testRun }) => code.kind === "unmeasured" || testRun?.run.end.kind === "cancelled"
  );
  return gap < 0 ? cells : cells.slice(0, gap);
}

// src/core/verdict/answered-of.ts
function answeredOf(question, measurements) {
  return {
    question,
    samples: samplesOf(question, measurements),
    confirmation: confirmationOf(question, measurements),
    suites: testsOfSides(question, measurements),
    invalidReason: invalidReasonOf(question, measurements) ?? incomparableReason(question, measurements)
  };
}
function confirmationOf(question, measurements) {
  if (question.confirming.length === 0) return { kind: "not-needed" };
  const drawn = measurements.cellsOf(question, "base").filter(({ sample, code }) => question.confirming.includes(sample) && code.kind !== "unmeasured");
  if (drawn.length < question.confirming.length) return { kind: "due" };
  const { looks, baseSamples } = confirmingDraw(question);
  const order = { base: baseSamples, head: question.headSamples };
  return { kind: "drawn", looks, samples: samplesIn(question, order, measurements) };
}

// src/core/verdict/below-min-portability.ts
function belowMinPortability({ minPortability, failOn }, of) {
  if (minPortability === 0 || failOn === "never") return [];
  const wanted = `\`gate.min-portability\` is ${minPortability}`;
  const unportable = of.verdicts.filter(({ verdict }) => verdict === "not-portable");
  const low = of.settled.filter(({ head }) => head < minPortability);
  return [
    ...unportable.map(
      ({ spec, model }) => `The gate fails: ${spec} is not portable on ${model}, and ${wanted}.`
    ),
    ...low.map(
      ({ spec, head }) => `The gate fails: the portability of ${spec} is ${head.toFixed(2)}, and ${wanted}.`
    )
  ];
}

// src/core/verdict/tampered-in.ts
function tamperedIn(questions, measurements) {
  const tampered = new Set(tamperedCells(measurements));
  if (tampered.size === 0) return [];
  const on = (question, role) => cellsDrawn(question, role, measurements).filter((cell) => tampered.has(cell)).length;
  return questions.map((question) => ({
    spec: question.change.name,
    model: question.head.model.id,
    ...asked(question),
    base: on(question, "base"),
    head: on(question, "head")
  })).filter(({ base, head }) => base + head > 0);
}
function asked(question) {
  const beside = besideOf(question.asks);
  const replaced = replacedModel(question);
  return {
    ...beside === void 0 ? {} : { asks: beside },
    ...replaced === null ? {} : { insteadOf: replaced }
  };
}

// src/core/verdict/matrix.ts
function matrixOf(plan, measurements) {
  return [...new Set(plan.questions.map(({ change }) => change))].flatMap((change) => {
    const questions = plan.questions.filter((question) => question.change === change);
    const [first] = questions;
    if (first === void 0) return [];
    const tests = expectedTests(first, measurements);
    const beside = besideOf(first.asks);
    const columns = questions.map((question) => columnOf(question, tests, measurements));
    return allIds(tests).map((test) => ({
      spec: change.name,
      ...beside === void 0 ? {} : { asks: beside },
      test,
      on: sidesOf2(test, tests),
      byModel: new Map(
        columns.map(({ model, base, head }) => [
          model,
          { base: base?.get(test) ?? null, head: head.get(test) ?? null }
        ])
      )
    }));
  });
}
function columnOf(question, tests, measurements) {
  const of = (role) => talliesOf(cellsDrawn(question, role, measurements), tests, measurements);
  return {
    model: question.head.model.id,
    base: question.base === null ? null : of("base"),
    head: of("head")
  };
}
function talliesOf(cells, tests, { trees }) {
  const ids = allIds(tests);
  const expected = { ids, skipped: /* @__PURE__ */ new Set() };
  const results = cells.map(({ arm, role, code, testRun: raw }) => {
    const testRun = raw === null || role === "head" ? raw : withHeadIds(raw, tests.moved);
    return testResults({ code, testRun, expected, excused: excusedSigns(trees.get(arm.version)) });
  });
  const count2 = (id, result) => results.filter((each) => each.get(id) === result).length;
  return new Map(ids.map((id) => [id, { passed: count2(id, "passed"), failed: count2(id, "failed") }]));
}
function allIds({ base, head, shared }) {
  return [.../* @__PURE__ */ new Set([...shared.ids, ...head.ids, ...base?.ids ?? []])];
}
function sidesOf2(test, { base, head, shared }) {
  if (base === null || shared.ids.includes(test)) return "both";
  return head.ids.includes(test) ? "head-only" : "base-only";
}

// src/core/verdict/red-bases.ts
function redBases({ questions, trees }) {
  const bases = new Set(
    questions.map(({ change }) => change).flatMap(
      (change) => change.base !== null && sideOf(change, change.base) === "base" ? [change.base] : []
    )
  );
  return [...trees].flatMap(([version, { own }]) => {
    const took = own?.run.end.kind === "cancelled" ? null : own;
    const red = bases.has(version) ? redRepository(took) : null;
    return red === null ? [] : [{ spec: version.spec.name, ...red }];
  });
}

// src/pipeline/check/judge.ts
function judge(of) {
  const { plan, measurements, settings } = of;
  const answers = plan.questions.map((question) => answeredOf(question, measurements));
  const verdicts = decide(answers, settings, plan.comparisonCount).map(
    (verdict) => explained(verdict, of.stopped)
  );
  const portability = portabilityOf(plan.changes, verdicts);
  const { alpha, drop, beta } = settings.decide;
  const settled = settledRates(plan, measurements, portability);
  const belowMinimum = belowMinPortability(settings.gate, { verdicts, settled });
  return {
    trigger: of.trigger,
    conclusion: conclude({
      verdicts,
      failOn: settings.gate.failOn,
      alpha,
      modelStopped: of.lacksShards === true || [...of.stopped.values()].some(({ isMisconfigured }) => isMisconfigured),
      leftUndone: of.skipReason !== null,
      fallsShort: belowMinimum.length > 0
    }),
    skipReason: of.skipReason,
    red: redBases(measurements),
    changes: plan.changes,
    models: modelsOf(of),
    verdicts,
    matrix: matrixOf(plan, measurements),
    portability,
    tampered: tamperedCells(measurements).length,
    tamperedIn: tamperedIn(plan.questions, measurements),
    spent: { ...spentOf(measurements, settings.models, of.seconds), exhaustedCaps: of.exhaustedCaps },
    settings: {
      alpha,
      drop,
      beta,
      looks: settings.samples.looks,
      protocol: 1,
      sandbox: of.sandbox,
      ...of.isolation === null ? {} : { isolation: of.isolation },
      failOn: settings.gate.failOn
    },
    belowMinimum,
    notes: [...belowMinimum, ...of.notes]
  };
}
function modelsOf({ settings, measurements, stopped }) {
  return settings.models.map((model) => ({
    id: model.id,
    servedBy: servedBy(model.id, measurements),
    effort: model.effort,
    simulated: model.name.startsWith("simulated-"),
    stopped: stopped.get(model.id)?.why ?? null,
    isMisconfigured: stopped.get(model.id)?.isMisconfigured ?? false
  }));
}
function explained(verdict, stopped) {
  return verdict.why !== null && stopped.get(verdict.model)?.isMisconfigured === true ? { ...verdict, why: asRefused(verdict.why) } : verdict;
}
function settledRates(plan, measurements, portability) {
  return portability.flatMap(({ spec, head }) => {
    const isChanged = plan.changes.some(({ name }) => name === spec);
    const own = plan.questions.filter(
      ({ change, asks }) => change.name === spec && isBehindPortability(asks, isChanged)
    );
    const isSettled2 = own.every(
      (question) => measured(tallyOf(samplesOf(question, measurements).head)) === question.looks.at(-1)?.head
    );
    return isSettled2 && head !== null ? [{ spec, head }] : [];
  });
}
function servedBy(model, measurements) {
  const served = measurements.cells.flatMap(
    ({ arm, generation }) => arm.model.id === model && generation?.result.kind === "completed" ? [generation.result.completion.servedBy] : []
  );
  return [...new Set(served)].toSorted();
}

// src/pipeline/check/summarize.ts
async function summarize(ports, { trigger, settings, notes, startedAt }, found) {
  return judge({
    trigger,
    settings,
    ...found,
    ...await isolationIn(ports, found.measurements),
    notes: [...notes, ...found.notes],
    seconds: (ports.clock.now() - startedAt) / 1e3
  });
}
async function isolationIn(ports, { trees }) {
  if (trees.size === 0) return { sandbox: "unused", isolation: null };
  const { level: level2, version, probes } = (await ports.sandbox()).isolation;
  const said = probes === null ? null : `isolation: ${level2} ${version ?? ""}, ${probes.passed}/${probes.total} probes`;
  return { sandbox: level2, isolation: said };
}

// src/pipeline/engine/run-end.ts
var nothingEnded = { stopped: /* @__PURE__ */ new Map(), exhaustedCaps: [] };
function runEndOf({ watch, ledger, ports, deadline }) {
  const isLate = ports.clock.now() >= deadline;
  return {
    stopped: watch.stoppedModels(),
    exhaustedCaps: [...ledger.refusedBy, ...isLate ? ["minutes"] : []]
  };
}

// src/pipeline/engine/run-plan.ts
async function runPlan(engine, plan, part = null) {
  const measured2 = new Measured({ questions: plan.questions, trees: await measureTrees(engine, plan) });
  announceTests(engine, plan, measured2);
  await engine.progress.open(plan.questions);
  const inOrder = mostLikelyToBlockFirst(plan.questions);
  const questions = part?.questions ?? plan.comparisonCount ?? plan.questions.length;
  const asking = inOrder.map((question, index) => ({ question, questions, measured: measured2, priority: -index }));
  if (engine.replayOnly) for (const each of asking) await ask(engine, each);
  else await Promise.all(asking.map((each) => ask(engine, each)));
  await confirm(engine, { plan, part }, asking);
  return measured2.inOrder();
}
async function measureTrees(engine, plan) {
  const versions = new Set(plan.questions.flatMap((question) => armsOf(question).map((arm) => arm.version)));
  const runs = await Promise.all(
    [...versions].map(async (version) => [version, await measureTree(engine, version)])
  );
  return new Map(runs);
}
function announceTests(engine, plan, { trees }) {
  const runs = [...trees.values()].map(({ own, emptied }) => (own ?? emptied).run.durationMs);
  if (runs.length === 0 || engine.replayOnly) return;
  const { testMinutes } = project(plan, {
    stored: () => 0,
    testMs: Math.max(...runs),
    testsAtOnce: engine.ports.cores
  });
  engine.ports.log.info(`Tests: up to ${Math.ceil(testMinutes ?? 0)} min on this machine.`);
}
async function ask(engine, asking) {
  const { question, measured: measured2, priority } = asking;
  if (invalidReasonOf(question, measured2) !== null) return;
  for (const [index, look] of question.looks.entries()) {
    const isHeadOnly = incomparableReason(question, measured2) !== null;
    const sides = sidesOf(question).filter(({ role }) => role === "head" || !isHeadOnly);
    await Promise.all(
      sides.map(
        ({ role, samples }) => sampleArm(engine, { question, role, measured: measured2, priority, samples: samples.slice(0, look[role]) })
      )
    );
    if (isSettled(engine, asking, index + 1)) {
      announceVerdict(engine, asking);
      return;
    }
  }
}
function isSettled(engine, { question, questions, measured: measured2 }, taken) {
  const samples = samplesOf(question, measured2);
  if (question.base === null) return samples.head.some(({ kind }) => kind === "unmeasured");
  if (incomparableReason(question, measured2) !== null)
    return requirementsOf(question, measured2)?.verdict !== "undecided";
  const looking = nextLook(examine(samples, question.looks, engine.settings.decide), {
    taken,
    planned: question.looks.length,
    alpha: engine.settings.decide.alpha,
    questions
  });
  return looking.next === "stop";
}
function announceVerdict({ settings, replayOnly, progress }, { question, questions, measured: measured2 }) {
  if (replayOnly) return;
  const alpha = settings.decide.alpha / questions;
  const strict = { decide: { ...settings.decide, alpha } };
  const [verdict] = decide([answeredOf(question, measured2)], strict);
  if (verdict !== void 0) progress.settle(question, verdict.verdict);
}
async function confirm(engine, { plan, part }, asking) {
  const [first] = asking;
  if (first === void 0) return;
  const answers = plan.questions.map((question) => answeredOf(question, first.measured));
  const awaiting = part === null ? awaitingConfirmation(answers, engine.settings, plan.comparisonCount) : answers.flatMap((answered) => awaitingConfirmation([answered], engine.settings));
  const waiting = new Set(awaiting.map(({ question }) => question.id));
  await Promise.all(
    asking.filter(({ question }) => waiting.has(question.id)).map(async (each) => {
      const { question, measured: measured2, priority } = each;
      await sampleArm(engine, { question, role: "base", measured: measured2, priority, samples: question.confirming });
      announceVerdict(engine, each);
    })
  );
}

// src/core/specs/hunks.ts
function hunksBetween(base, head, renamed) {
  const left = new Map(base.map((file) => [file.path, file.text]));
  const taken = /* @__PURE__ */ new Set();
  const hunks = [];
  for (const file of head) {
    const from = left.has(file.path) ? file.path : renamed.get(file.path) ?? file.path;
    hunks.push(...hunksOf(file.path, { before: left.get(from) ?? "", after: file.text }));
    taken.add(from);
  }
  for (const file of base) {
    if (!taken.has(file.path)) hunks.push(...hunksOf(file.path, { before: file.text, after: "" }));
  }
  return hunks.map((hunk, index) => ({ index, ...hunk }));
}
var maximumEdits = 2e3;
function hunksOf(file, change) {
  if (change.before === change.after) return [];
  const options = { context: 0, maxEditLength: maximumEdits };
  const patch = structuredPatch(file, file, change.before, change.after, "", "", options);
  if (patch === void 0) return [wholeHunk(file, change)];
  return patch.hunks.map((hunk) => ({
    file,
    baseStart: hunk.oldStart,
    headStart: hunk.newStart,
    removed: linesWith("-", hunk.lines),
    added: linesWith("+", hunk.lines)
  }));
}
function linesWith(sign, lines) {
  return lines.filter((line) => line.startsWith(sign)).map((line) => line.slice(1));
}
function wholeHunk(file, { before, after }) {
  const [old, young] = [before.split("\n"), after.split("\n")];
  const shorter = Math.min(old.length, young.length);
  let start = 0;
  while (start < shorter && old[start] === young[start]) start += 1;
  let end = 0;
  while (end < shorter - start && old.at(-1 - end) === young.at(-1 - end)) end += 1;
  return {
    file,
    baseStart: start + 1,
    headStart: start + 1,
    removed: old.slice(start, old.length - end),
    added: young.slice(start, young.length - end)
  };
}

export {
  commentMarker,
  isCommentMarker,
  withStamp,
  readStamp,
  harmIn,
  writeReport,
  runNotes,
  permittedMode,
  spentOf,
  answeredOf,
  summarize,
  nothingEnded,
  runEndOf,
  hunksBetween,
  runPlan
};
