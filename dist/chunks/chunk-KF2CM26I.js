import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  dropEvidence,
  effectiveCaps,
  falseAlarmRate,
  findRunners,
  formats,
  mayUse,
  noDropEvidence,
  noDropThreshold,
  nodeTestFile,
  refuseUnpriced,
  runners,
  swapped
} from "./chunk-VESUE4UJ.js";
import {
  classOf,
  dropInterval,
  isSameQuestion,
  measured,
  readAnswer,
  tallyOf,
  warnings
} from "./chunk-HE6MPBR5.js";
import {
  armsOf,
  code,
  costUsd,
  count,
  digest,
  link,
  paragraph,
  plainPhrases,
  priceOf,
  replacedModel,
  sidesOf,
  sourceLine,
  words
} from "./chunk-BATYQILO.js";
import {
  isRunnerConfiguration,
  pathRules,
  scriptsOf,
  shellQuoted
} from "./chunk-GYM7SQOO.js";
import {
  estimateInputTokens
} from "./chunk-4TCD3GWD.js";
import {
  providers
} from "./chunk-TW6MWD2I.js";
import {
  CancelledError,
  SandboxError,
  UnsafePathError,
  UserError,
  WorkspaceLostError
} from "./chunk-SULUFCEC.js";
import {
  array,
  boolean,
  discriminatedUnion,
  literal,
  object,
  string
} from "./chunk-6YGDI4PO.js";
import {
  __callDispose,
  __commonJS,
  __toESM,
  __using
} from "./chunk-TZXIYNRP.js";

// node_modules/eventemitter3/index.js
var require_eventemitter3 = __commonJS({
  "node_modules/eventemitter3/index.js"(exports, module) {
    "use strict";
    var has = Object.prototype.hasOwnProperty;
    var prefix = "~";
    function Events() {
    }
    if (Object.create) {
      Events.prototype = /* @__PURE__ */ Object.create(null);
      if (!new Events().__proto__) prefix = false;
    }
    function EE(fn, context, once) {
      this.fn = fn;
      this.context = context;
      this.once = once || false;
    }
    function addListener(emitter, event, fn, context, once) {
      if (typeof fn !== "function") {
        throw new TypeError("The listener must be a function");
      }
      var listener = new EE(fn, context || emitter, once), evt = prefix ? prefix + event : event;
      if (!emitter._events[evt]) emitter._events[evt] = listener, emitter._eventsCount++;
      else if (!emitter._events[evt].fn) emitter._events[evt].push(listener);
      else emitter._events[evt] = [emitter._events[evt], listener];
      return emitter;
    }
    function clearEvent(emitter, evt) {
      if (--emitter._eventsCount === 0) emitter._events = new Events();
      else delete emitter._events[evt];
    }
    function EventEmitter2() {
      this._events = new Events();
      this._eventsCount = 0;
    }
    EventEmitter2.prototype.eventNames = function eventNames() {
      var names = [], events, name;
      if (this._eventsCount === 0) return names;
      for (name in events = this._events) {
        if (has.call(events, name)) names.push(prefix ? name.slice(1) : name);
      }
      if (Object.getOwnPropertySymbols) {
        return names.concat(Object.getOwnPropertySymbols(events));
      }
      return names;
    };
    EventEmitter2.prototype.listeners = function listeners(event) {
      var evt = prefix ? prefix + event : event, handlers = this._events[evt];
      if (!handlers) return [];
      if (handlers.fn) return [handlers.fn];
      for (var i = 0, l = handlers.length, ee = new Array(l); i < l; i++) {
        ee[i] = handlers[i].fn;
      }
      return ee;
    };
    EventEmitter2.prototype.listenerCount = function listenerCount(event) {
      var evt = prefix ? prefix + event : event, listeners = this._events[evt];
      if (!listeners) return 0;
      if (listeners.fn) return 1;
      return listeners.length;
    };
    EventEmitter2.prototype.emit = function emit(event, a1, a2, a3, a4, a5) {
      var evt = prefix ? prefix + event : event;
      if (!this._events[evt]) return false;
      var listeners = this._events[evt], len = arguments.length, args, i;
      if (listeners.fn) {
        if (listeners.once) this.removeListener(event, listeners.fn, void 0, true);
        switch (len) {
          case 1:
            return listeners.fn.call(listeners.context), true;
          case 2:
            return listeners.fn.call(listeners.context, a1), true;
          case 3:
            return listeners.fn.call(listeners.context, a1, a2), true;
          case 4:
            return listeners.fn.call(listeners.context, a1, a2, a3), true;
          case 5:
            return listeners.fn.call(listeners.context, a1, a2, a3, a4), true;
          case 6:
            return listeners.fn.call(listeners.context, a1, a2, a3, a4, a5), true;
        }
        for (i = 1, args = new Array(len - 1); i < len; i++) {
          args[i - 1] = arguments[i];
        }
        listeners.fn.apply(listeners.context, args);
      } else {
        var length = listeners.length, j;
        for (i = 0; i < length; i++) {
          if (listeners[i].once) this.removeListener(event, listeners[i].fn, void 0, true);
          switch (len) {
            case 1:
              listeners[i].fn.call(listeners[i].context);
              break;
            case 2:
              listeners[i].fn.call(listeners[i].context, a1);
              break;
            case 3:
              listeners[i].fn.call(listeners[i].context, a1, a2);
              break;
            case 4:
              listeners[i].fn.call(listeners[i].context, a1, a2, a3);
              break;
            default:
              if (!args) for (j = 1, args = new Array(len - 1); j < len; j++) {
                args[j - 1] = arguments[j];
              }
              listeners[i].fn.apply(listeners[i].context, args);
          }
        }
      }
      return true;
    };
    EventEmitter2.prototype.on = function on(event, fn, context) {
      return addListener(this, event, fn, context, false);
    };
    EventEmitter2.prototype.once = function once(event, fn, context) {
      return addListener(this, event, fn, context, true);
    };
    EventEmitter2.prototype.removeListener = function removeListener(event, fn, context, once) {
      var evt = prefix ? prefix + event : event;
      if (!this._events[evt]) return this;
      if (!fn) {
        clearEvent(this, evt);
        return this;
      }
      var listeners = this._events[evt];
      if (listeners.fn) {
        if (listeners.fn === fn && (!once || listeners.once) && (!context || listeners.context === context)) {
          clearEvent(this, evt);
        }
      } else {
        for (var i = 0, events = [], length = listeners.length; i < length; i++) {
          if (listeners[i].fn !== fn || once && !listeners[i].once || context && listeners[i].context !== context) {
            events.push(listeners[i]);
          }
        }
        if (events.length) this._events[evt] = events.length === 1 ? events[0] : events;
        else clearEvent(this, evt);
      }
      return this;
    };
    EventEmitter2.prototype.removeAllListeners = function removeAllListeners(event) {
      var evt;
      if (event) {
        evt = prefix ? prefix + event : event;
        if (this._events[evt]) clearEvent(this, evt);
      } else {
        this._events = new Events();
        this._eventsCount = 0;
      }
      return this;
    };
    EventEmitter2.prototype.off = EventEmitter2.prototype.removeListener;
    EventEmitter2.prototype.addListener = EventEmitter2.prototype.on;
    EventEmitter2.prefixed = prefix;
    EventEmitter2.EventEmitter = EventEmitter2;
    if ("undefined" !== typeof module) {
      module.exports = EventEmitter2;
    }
  }
});

// src/core/report/words/hunk-quote.ts
function culprits(summary) {
  const seen = /* @__PURE__ */ new Map();
  for (const word of ["regressed", "suspected"]) {
    for (const verdict of summary.verdicts.filter((candidate) => candidate.verdict === word)) {
      for (const hunk of verdict.culprit) {
        const key = JSON.stringify([hunk.file, hunk.headStart, hunk.baseStart]);
        if (!seen.has(key)) seen.set(key, hunk);
      }
    }
  }
  return [...seen.values()];
}
function headLines(hunk) {
  const start = Math.max(1, hunk.headStart);
  return [start, Math.max(start, hunk.headStart + hunk.added.length - 1)];
}
function encodedPath(file) {
  const segments = file.split("/");
  if (segments.some((segment) => ["", ".", ".."].includes(segment))) return null;
  return segments.map((segment) => encodeSegment(segment)).join("/");
}
function quoteHunk(hunk, options) {
  const value = [
    ...sideLines("-", hunk.removed, options.maxLines),
    ...sideLines("+", hunk.added, options.maxLines)
  ];
  return [paragraph(placeOf(hunk, options)), { type: "code", lang: "diff", value: value.join("\n") }];
}
function placeOf(hunk, options) {
  const [start, end] = headLines(hunk);
  const lines = start === end ? `line ${start}` : `lines ${start}–${end}`;
  const place = [...code(hunk.file, 160), ...words(` ${lines}`)];
  const url = linesUrl(hunk, options);
  return url === null ? place : link(url, place);
}
function linesUrl(hunk, options) {
  if (options.repositoryUrl === null || !/^[0-9a-f]{40}$/.test(options.head)) return null;
  const [start, end] = headLines(hunk);
  const path = encodedPath(hunk.file);
  if (path === null) return null;
  return `${options.repositoryUrl}/blob/${options.head}/${path}#L${start}${start === end ? "" : `-L${end}`}`;
}
function encodeSegment(segment) {
  return encodeURIComponent(segment.replaceAll(new RegExp("\\p{Cs}", "gu"), "�")).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
  );
}
function sideLines(sign, lines, max) {
  const shown = lines.slice(0, max).map((line) => sign + sourceLine(line, 200));
  return lines.length > max ? [...shown, `${sign}… ${count(lines.length - max, "more line")}`] : shown;
}

// src/core/report/words/tampered-counts.ts
function tamperedCounts({ tamperedIn = [] }, verdict) {
  const found = tamperedIn.find((entry) => isSameQuestion(entry, verdict));
  return { base: found?.base ?? 0, head: found?.head ?? 0 };
}

// src/core/report/machine/result-file.ts
function resultFile(summary) {
  return {
    schema: 1,
    conclusion: summary.conclusion,
    withheld: summary.skipReason,
    trigger: triggerOf(summary),
    ...summary.repeats === void 0 ? {} : { repeats: summary.repeats },
    models: summary.models.map((model) => ({ ...model, servedBy: [...model.servedBy] })),
    changes: summary.changes.map((change) => ({ spec: change.name, class: classOf(change) })),
    verdicts: summary.verdicts.map((verdict) => verdictOf(summary, verdict)),
    matrix: summary.matrix.map((row) => matrixRow(row)),
    portability: summary.portability.map((entry) => ({ ...entry, portableOn: [...entry.portableOn] })),
    tampered: summary.tampered ?? 0,
    spent: spentOf(summary),
    settings: { ...summary.settings, looks: [...summary.settings.looks] },
    notes: [
      ...summary.skipReason === null ? [] : [summary.skipReason],
      ...warnings(summary).map((warning) => plainPhrases(warning)),
      ...summary.notes
    ]
  };
}
function spentOf({ spent }) {
  return {
    generations: spent.generations,
    cachedGenerations: spent.cachedGenerations,
    inputTokens: spent.inputTokens,
    outputTokens: spent.outputTokens,
    usd: spent.usd,
    unpriced: [...spent.unpriced],
    priceTableDate: spent.priceTableDate,
    ranOut: [...spent.exhaustedCaps],
    notReached: spent.notReached.map((entry) => ({ ...entry })),
    seconds: spent.seconds
  };
}
function triggerOf(summary) {
  const { trigger } = summary;
  switch (trigger.kind) {
    case "pull-request":
      return {
        kind: trigger.kind,
        number: trigger.number,
        base: trigger.base,
        head: trigger.head,
        fromFork: trigger.fromFork
      };
    case "merge-group": {
      const { kind, number, base, head } = trigger;
      return { kind, number, base, head };
    }
    case "manual":
      return { kind: trigger.kind, base: trigger.base, head: trigger.head };
    case "audit":
      return { kind: trigger.kind, head: trigger.head };
  }
}
function verdictOf(summary, verdict) {
  const { base, head, drop, p, excludes: excludes2, brokenTests: brokenTests2, culprit, why, requirements, compared } = verdict;
  return {
    spec: verdict.spec,
    model: verdict.model,
    asks: verdict.asks,
    ...verdict.insteadOf === void 0 ? {} : { insteadOf: verdict.insteadOf },
    verdict: verdict.verdict,
    base: base === null ? null : tallyOf2(base),
    head: tallyOf2(head),
    drop: drop === null ? null : { estimate: drop.estimate, low: drop.low, high: drop.high },
    p,
    excludes: excludes2,
    brokenTests: [...brokenTests2],
    unconfirmed: verdict.unconfirmed,
    culprit: culprit.map((hunk) => culpritOf(hunk)),
    why,
    requirements: requirements === null ? null : { ...requirements, tests: [...requirements.tests] },
    compared,
    tampered: tamperedCounts(summary, verdict)
  };
}
function tallyOf2(tally) {
  return { passed: tally.passed, failed: tally.failed, unmeasured: tally.unmeasured };
}
function culpritOf(hunk) {
  const [start, end] = headLines(hunk);
  return { file: hunk.file, lines: [start, end], probability: null };
}
function matrixRow(row) {
  const asks = row.asks === void 0 ? {} : { asks: row.asks };
  return { spec: row.spec, ...asks, test: row.test, on: row.on, byModel: Object.fromEntries(row.byModel) };
}

// src/core/report/machine/result-text.ts
function resultText(summary) {
  return jsonText(resultFile(summary));
}
function jsonText(value) {
  const text = JSON.stringify(value, null, 2);
  const harmless = text.replaceAll(/(?!\n)[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu, (character) => escaped(character)).replaceAll("##[", "#\\u0023[");
  return `${harmless}
`;
}
function escaped(character) {
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;
}

// src/pipeline/trigger/commits.ts
async function commitsOf(event, repository) {
  switch (event.kind) {
    case "pull-request": {
      const { number, fromFork, askedBy } = event;
      const onDemand = askedBy === null ? {} : { onDemand: askedBy.by };
      return { kind: "pull-request", number, ...await sides(event, repository), fromFork, ...onDemand };
    }
    case "merge-group": {
      const { fromFork, pullRequest } = event;
      return { kind: "merge-group", ...await sides(event, repository), fromFork, number: pullRequest };
    }
    case "manual": {
      const head = await repository.resolve(event.head);
      const baseTip = await repository.resolve(event.base);
      return { kind: "manual", base: await repository.mergeBase(baseTip, head), head, baseTip };
    }
    case "audit":
      return { kind: "audit", head: await repository.resolve(event.head) };
  }
}
async function sides(event, repository) {
  const baseTip = await repository.resolve(event.baseTip);
  const head = await repository.resolve(event.head);
  return { base: await repository.mergeBase(baseTip, head), head, baseTip };
}

// src/core/results/case-id.ts
var nameLimit = 500;
var fileEnding = /\.(?:[cm]?[jt]sx?|py|go|rb|rs|php|java|kts?|cs|swift|exs?|lua|sh)$/;
function caseId(place, root) {
  const file = caseFile(place.file, root);
  const names = place.names.map((name) => oneLine(withoutRoot(name, root)) || "(unnamed)");
  if (names.length === 0 || isFileEntry(file, names)) return null;
  const parts = file !== "" && (names.length === 1 || names[0] !== file) ? [file, ...names] : names;
  return parts.join(" > ");
}
function caseFile(file, root) {
  return oneLine(withoutRoot(file, root)).replace(/^\.\//, "");
}
function fileOfCase(id) {
  const end = id.indexOf(" > ");
  const file = end === -1 ? id : id.slice(0, end);
  return fileEnding.test(file) ? file : null;
}
function withoutRoot(text, root) {
  return root.filter((path) => path.length > 1).toSorted((one, other) => other.length - one.length).reduce((rest, path) => withoutPath(rest, path.replace(/\/+$/, "")), text);
}
function isFileEntry(file, names) {
  const name = names.at(-1) ?? "";
  if (!fileEnding.test(name) || file === "" && /\s/.test(name)) return false;
  return [file, ...names].every((part) => part === "" || part === name || part.endsWith(`/${name}`));
}
function withoutPath(text, path) {
  const spellings = [`file://${encodeURI(path)}`, `file://${path}`, path];
  return spellings.reduce((rest, spelling) => {
    if (!rest.includes(spelling)) return rest;
    const literal2 = spelling.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
    return rest.replaceAll(new RegExp(String.raw`(?<![\w.-])${literal2}/`, "g"), "").replaceAll(new RegExp(String.raw`(?<![\w.-])${literal2}(?![\w.-])`, "g"), ".");
  }, text);
}
function oneLine(text) {
  return clip(text.replaceAll(/\s+/g, " ").trim(), nameLimit);
}
function clip(text, limit) {
  if (text.length <= limit) return text;
  return text.slice(0, limit).replace(/[\uD800-\uDBFF]$/, "");
}

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

// src/core/results/red-repository.ts
function redRepository(ownRun2) {
  if (ownRun2 === null) return null;
  const failing = (ownRun2.report?.cases ?? []).filter(({ status }) => status === "failed").map(({ id }) => id);
  const why = endedBadly(ownRun2) ?? (failing.length > 0 ? "tests failed" : null) ?? reportIsMissing(ownRun2);
  return why === null ? null : { failing, why };
}
function isRed(ownRun2) {
  return redRepository(ownRun2) !== null;
}
function endedBadly({ run: { end } }) {
  switch (end.kind) {
    case "exited":
      return end.code === 0 ? null : `the test command exited with ${end.code}`;
    case "killed":
      return `the test command was killed by ${end.signal}`;
    case "timed-out":
      return "the test command did not end in time";
    case "cancelled":
      return "the test command was cancelled";
  }
}
function reportIsMissing({ report }) {
  return report === null ? "the test command left no report that can be read" : null;
}

// src/core/results/inventory.ts
function inventoryOf({ ownRun: ownRun2, cells }) {
  const own = ownRun2 === null ? null : statusesIn(ownRun2);
  if (ownRun2 === null || own === null) return agreedBy(cells);
  const inventory = { ids: [...own.keys()], skipped: skippedIn(own) };
  return isRed(ownRun2) ? union(inventory, agreedBy(cells)) : inventory;
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
  const ended3 = cells.flatMap((cell) => statusesIn(cell) ?? []);
  const ids = [...new Set(ended3.flatMap((statuses) => [...statuses.keys()]))];
  const count2 = (id, isCounted) => ended3.filter((statuses) => isCounted(statuses.get(id))).length;
  const reported = (id) => count2(id, (status) => status !== void 0);
  const agreed = ids.filter((id) => reported(id) >= Math.max(2, ended3.length / 2));
  const isSkipped = (id) => count2(id, (status) => status === "skipped") > reported(id) / 2;
  return { ids: agreed, skipped: new Set(agreed.filter((id) => isSkipped(id))) };
}
function skippedIn(statuses) {
  return new Set([...statuses].filter(([, status]) => status === "skipped").map(([id]) => id));
}
function statusesIn({ run, report }) {
  if (run.end.kind !== "exited" || report === null) return null;
  if (report.cases.length === 0 && report.format !== "exit-code") return null;
  return new Map(report.cases.map(({ id, status }) => [id, status]));
}

// src/core/results/tampered.ts
function isTampered(testRun, excused = noSigns) {
  const { run, guard } = testRun;
  if (run.end.kind !== "exited" || guard === void 0) return false;
  const signs = guard.signs.filter((sign) => !excused.has(sign));
  if (signs.some((sign) => !missingWitnesses.has(sign))) return true;
  return claimsPass(testRun) && signs.length > 0;
}
function claimsPass({ run, report }) {
  const isGreen = run.end.kind === "exited" && run.end.code === 0;
  return isGreen && report !== null && report.cases.every(({ status }) => status !== "failed");
}
function excusedSigns(trees) {
  const trusted = trees?.own ?? trees?.emptied;
  return new Set(trusted?.guard?.signs);
}
function passesWhenForcedToFail({ report, guard }) {
  if (guard?.poisoned !== true) return false;
  return report?.cases.some(({ status }) => status === "passed") ?? false;
}
var noSigns = /* @__PURE__ */ new Set();
var missingWitnesses = /* @__PURE__ */ new Set(["unguarded", "unsigned", "cut-short"]);

// src/core/results/judge-cell.ts
function outcomeOf(cell) {
  switch (cell.code.kind) {
    case "unmeasured":
      return { kind: "unmeasured", why: cell.code.why };
    case "no-code":
      return { kind: "no-code", why: cell.code.why };
    case "files":
      return cell.testRun === null ? noReport("the tests were not run") : outcomeOfTested(cell, cell.testRun);
  }
}
function outcomeOfTested(cell, testRun) {
  const outcome = outcomeOfRun(cell, testRun);
  if (!isTampered(testRun, cell.excused)) return outcome;
  return { kind: "failed", tests: outcome.kind === "failed" ? outcome.tests : [], tampered: true };
}
function outcomeOfRun(cell, { run, report }) {
  const { end } = run;
  switch (end.kind) {
    case "cancelled":
      return { kind: "unmeasured", why: "cancelled" };
    case "timed-out":
      return noReport("the tests did not end in time");
    case "killed":
      return noReport(`the test command was killed by ${end.signal}`);
    case "exited":
      return report === null ? noReport(withoutReport(end)) : outcomeOfReport(cell, report, end.code);
  }
}
function noReport(why) {
  return { kind: "no-report", why };
}
function withoutReport(end) {
  return `the test command exited with ${end.code} and left no whole report`;
}
function outcomeOfReport(cell, report, code2) {
  const { expected } = cell;
  const statuses = new Map(report.cases.map(({ id, status }) => [id, status]));
  const missing = expected.ids.filter((id) => !statuses.has(id));
  if (missing.length > 0) return noReport(`did not run: ${listed(missing)}`);
  if (expected.ids.length === 0 && report.format !== "exit-code" && report.cases.length === 0)
    return noReport("the tests reported nothing");
  const failed = failedOf(cell, report);
  if (failed.length > 0) return { kind: "failed", tests: failed };
  const skipped = expected.ids.filter((id) => statuses.get(id) === "skipped" && !expected.skipped.has(id));
  if (skipped.length > 0) return noReport(`skipped although expected to run: ${listed(skipped)}`);
  const cutShort = report.cutShort ?? [];
  if (cutShort.length > 0) return noReport(`ended without reporting all its tests: ${listed(cutShort)}`);
  const repeated = repeatedIds(cell, report);
  if (repeated.length > 0) return noReport(`reported more than once: ${listed(repeated)}`);
  return outcomeOfCode(cell, statuses, code2);
}
function failedOf({ expected, ofCommit, ownRunRed }, report) {
  const asked = new Set(expected.ids);
  const others = new Set(ofCommit.ids);
  return report.cases.filter(({ status }) => status === "failed").map(({ id }) => id).filter((id) => asked.has(id) || !others.has(id) && !ownRunRed);
}
function repeatedIds({ expected, ofCommit }, report) {
  const known = /* @__PURE__ */ new Set([...expected.ids, ...ofCommit.ids]);
  return report.cases.map(({ id }) => id).filter((id) => !known.has(id) && known.has(id.replace(/ #\d+$/, "")));
}
function outcomeOfCode({ expected, ofCommit, ownRunRed }, statuses, code2) {
  if (code2 === 0) return { kind: "passed" };
  if (expected.ids.length === 0) return { kind: "failed", tests: [] };
  const asked = new Set(expected.ids);
  const excuses = ofCommit.ids.some((id) => !asked.has(id) && (statuses.get(id) ?? "failed") === "failed");
  if (ownRunRed || excuses) return { kind: "passed" };
  return noReport(`the test command exited with ${code2} although no test failed`);
}
function listed(ids) {
  const [first = "", second, ...rest] = ids;
  if (second === void 0) return first;
  return rest.length === 0 ? `${first}, ${second}` : `${first}, ${second} and ${rest.length} more`;
}

// src/core/results/vacuous-tests.ts
function vacuousTests(emptiedRun) {
  const cases = emptiedRun.report?.cases ?? [];
  return new Set(cases.filter(({ status }) => status === "passed").map(({ id }) => id));
}
function suitePassesEmptied(emptiedRun, expected) {
  if (expected.ids.length === 0) return emptiedRun.run.end.kind === "exited" && emptiedRun.run.end.code === 0;
  const outcome = outcomeOf({
    code: { kind: "files" },
    testRun: emptiedRun,
    expected,
    ofCommit: expected,
    ownRunRed: false
  });
  return outcome.kind === "passed";
}

// src/core/verdict/tree-evidence.ts
function treeEvidence({ spec }, trees) {
  const runs = [trees?.own, trees?.emptied];
  const around = {
    mayWrite: remembered(pathRules(spec).mayWrite),
    cutShortAnyway: new Set(runs.flatMap((run) => run?.report?.cutShort ?? []))
  };
  const read = (testRun) => evidenceIn(testRun, around);
  const own = trees?.own ? read(trees.own) : null;
  const passesEmptied = trees !== void 0 && suitePassesEmptied(read(trees.emptied), inventoryOf({ ownRun: own, cells: [] }));
  const isOwnGreen = own !== null && !isRed(trees?.own ?? null);
  return { own, isOwnGreen, passesEmptied, read };
}
function remembered(ask) {
  const answers = /* @__PURE__ */ new Map();
  return (path) => {
    const answer = answers.get(path) ?? ask(path);
    answers.set(path, answer);
    return answer;
  };
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
  /** The tests do not depend on the generated files. */
  get passesEmptied() {
    return this.#tree.passesEmptied;
  }
  /** The tests that the version is expected to run. */
  get inventory() {
    this.#inventory ??= this.#readInventory();
    return this.#inventory;
  }
  #readInventory() {
    const ownRun2 = this.#tree.own === null ? null : this.read(this.#tree.own);
    const isWhole = ownRun2 !== null && !isRed(ownRun2);
    const isNamed = isWhole && hasCases(ownRun2);
    const cells = isNamed ? [] : this.#cells.map((cell) => this.read(cell));
    return { inventory: inventoryOf({ ownRun: ownRun2, cells }), isWhole };
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
  // Indexed, because a thousand questions each look for a few of tens of thousands of cells.
  #sides = /* @__PURE__ */ new Map();
  #versions = /* @__PURE__ */ new Map();
  #trees;
  constructor(of, readTrees = /* @__PURE__ */ new Map()) {
    this.questions = of.questions;
    this.trees = of.trees;
    this.#trees = readTrees;
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
var nothingMeasured = new Measured({ questions: [], trees: /* @__PURE__ */ new Map() });

// src/pipeline/check/skip-reason.ts
async function findSkipReason(ports, request) {
  const { settings, trigger } = request;
  if (lacksKeys(ports, request)) return secretsWithheld;
  const unpriced = refuseUnpriced(settings.models, settings.budget);
  if (unpriced !== null) throw unpriced;
  const { level } = await ports.sandbox();
  if (level !== "none" || trigger.kind !== "pull-request") return null;
  if (trigger.fromFork) return forkUnsandboxed;
  return trigger.onDemand === "comment" ? commentUnsandboxed : null;
}
function lacksKeys(ports, { settings, withoutSecrets }) {
  const keyless = settings.models.filter((model) => !ports.hasKey(model));
  if (keyless.length > 0 && !withoutSecrets) {
    throw missingKeys(keyless);
  }
  return keyless.length > 0;
}
var secretsWithheld = "GitHub gives the secrets of this repository neither to pull requests from forks nor to Dependabot, so no model could be asked. Nothing is known about this change.";
var forkUnsandboxed = "Code generated from the text of a fork is never run without a sandbox, and `sandbox` is `none`, so no model was asked. Nothing is known about this change.";
var commentUnsandboxed = "A run that a comment asks for holds the keys of this repository, so it runs no generated code without a sandbox, and `sandbox` is `none`: no model was asked. Nothing is known about this change.";
function missingKeys(keyless) {
  const names = [...new Set(keyless.map(({ apiKeyEnv }) => apiKeyEnv))].map((name) => {
    const models = keyless.filter(({ apiKeyEnv }) => apiKeyEnv === name).map(({ id }) => id);
    return `${name} (for ${models.join(", ")})`;
  });
  return new UserError(
    "KEY_MISSING",
    `a spec changed and is to be checked, but these variables are not set: ${names.join(", ")}.`,
    "Give them to the step as `env:` from the repository secrets, or take the model out of `models`."
  );
}

// src/core/results/test-results.ts
function testResults(cell) {
  const everywhere = resultEverywhere(cell);
  const statuses = statusesOf(cell.testRun?.report ?? null);
  return new Map(
    cell.expected.ids.map((id) => [id, everywhere === void 0 ? statuses.get(id) ?? null : everywhere])
  );
}
function resultEverywhere({
  code: code2,
  testRun,
  excused
}) {
  if (code2.kind === "no-code") return "failed";
  if (code2.kind === "unmeasured" || testRun === null || testRun.run.end.kind === "cancelled") return null;
  return testRun.run.end.kind === "timed-out" || isTampered(testRun, excused) ? "failed" : void 0;
}
function statusesOf(report) {
  return new Map((report?.cases ?? []).map(({ id, status }) => [id, status === "skipped" ? null : status]));
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
  const named3 = (list) => list.filter(([, other]) => leafOf(other) === leaf);
  const [target, ...others] = named3(at.after);
  if (target === void 0 || others.length > 0 || named3(at.before).length !== 1) return void 0;
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

// src/core/verdict/expected-tests.ts
function expectedTests(question, measurements) {
  const head = measurements.evidenceOn(question.head.version).inventory;
  if (question.base === null) {
    const { inventory } = head;
    return { base: null, head: inventory, shared: inventory, suite: inventory, moved: /* @__PURE__ */ new Map(), red: [] };
  }
  const before = measurements.evidenceOn(question.base.version).inventory;
  const { changedTests, otherFilesChanged, testFiles: files = [] } = question.change;
  const moved = movedTests({ base: before.inventory.ids, head: head.inventory.ids, files });
  const base = { ...before, inventory: renamed(before.inventory, moved) };
  const testsMayDiffer = changedTests.length > 0 || otherFilesChanged;
  const shared = sharedInventory(base, head, testsMayDiffer);
  const red = redTests(question, { moved, measurements }, shared);
  return { base: base.inventory, head: head.inventory, shared, suite: without(shared, red), moved, red };
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
    stored.flatMap(({ testRun }) => testRun === null ? [] : passedIn(withHeadIds(testRun, moved)))
  );
  const red = ids.filter((id) => failing.every((each) => each.has(id)) && !passed.has(id));
  return red.length === ids.length ? [] : red;
}
function failedIn({ report }) {
  return new Set((report?.cases ?? []).filter(({ status }) => status === "failed").map(({ id }) => id));
}
function passedIn({ report }) {
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
  const vacuous = vacuousOf(question, measurements);
  const ids = tests.shared.ids.filter((test) => isCompared && !vacuous.has(test));
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
function outcomesOf(cells, by) {
  const { expected, tests, measurements } = by;
  return cells.map(({ arm: { version }, role, code: code2, evidence }) => {
    const known = measurements.evidenceOn(version);
    const testRun = evidence === null ? null : known.read(evidence);
    return outcomeOf({
      code: code2,
      testRun: testRun === null || role === "head" ? testRun : withHeadIds(testRun, tests.moved),
      expected,
      ofCommit: tests[role] ?? tests.shared,
      ownRunRed: known.isOwnRunRed,
      excused: excusedSigns(measurements.trees.get(version))
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
  const passed = (of) => of.map(({ arm, role, code: code2, testRun: raw }) => {
    const excused = excusedSigns(trees.get(arm.version));
    const testRun = raw === null || role === "head" ? raw : withHeadIds(raw, moved);
    const results = testResults({ code: code2, testRun, expected, excused });
    return new Set(ids.filter((id) => results.get(id) === "passed"));
  });
  const base = passed(cells.base);
  const head = passed(cells.head);
  return ids.map((test) => ({
    test,
    base: base.map((each) => each.has(test)),
    head: head.map((each) => each.has(test))
  }));
}
function vacuousOf(question, measurements) {
  const versions = [question.change.base, question.change.head];
  const emptied = versions.flatMap(
    (version) => version === null ? [] : measurements.trees.get(version)?.emptied ?? []
  );
  return new Set(emptied.flatMap((run) => [...vacuousTests(run)]));
}
function incomparableReason(question, measurements) {
  return haveNothingInCommon(expectedTests(question, measurements)) ? "nothing to compare: no test is on both sides" : null;
}
function invalidReasonOf(question, measurements) {
  const isVoid = armsOf(question).some(({ version }) => measurements.evidenceOn(version).passesEmptied);
  return isVoid ? "the tests do not depend on the generated files: the test command passes with `writes` emptied" : null;
}

// src/core/budget/budget.ts
var capNames = ["usd", "usd-per-pr", "generations", "tokens"];
function openLedger(caps) {
  return new Ledger(caps);
}
var Ledger = class {
  #caps;
  #open = /* @__PURE__ */ new Set();
  #refused = /* @__PURE__ */ new Set();
  #usd = 0;
  #tokens = 0;
  #generations = 0;
  constructor(caps) {
    this.#caps = caps;
  }
  /**
   * Sets aside the most that a call can use, or names the cap that forbids it. Synchronous, so no other call can come
   * between.
   */
  reserve(call) {
    const reservation = reservationFor(call);
    const refused = this.#capInTheWay(reservation, this.#reserved());
    if (refused !== null) {
      this.#refused.add(refused);
      return { refused };
    }
    this.#open.add(reservation);
    this.#generations += 1;
    return reservation;
  }
  /**
   * Whether the call is refused now but may be possible later, when running calls have used less than was set aside.
   */
  mustWait(call) {
    const asked = reservationFor(call);
    const free = { usd: 0, tokens: 0 };
    return this.#capInTheWay(asked, this.#reserved()) !== null && this.#capInTheWay(asked, free) === null;
  }
  /**
   * Replaces the reservation by what was used. `null`: the vendor did not answer and charges nothing. `unknown`: the
   * vendor may charge for a stream that broke off, so the whole reservation counts as spent.
   */
  settle(reservation, usage) {
    if (!this.#open.delete(reservation)) throw new Error("A reservation was settled that is not open.");
    if (usage === null) return;
    if (usage === "unknown") {
      this.#usd += reservation.usd ?? 0;
      this.#tokens += reservation.tokens;
      return;
    }
    this.#usd += reservation.price === null ? 0 : costUsd(reservation.price, usage);
    this.#tokens += usage.inputTokens + usage.outputTokens;
  }
  /** What was spent and what is set aside. */
  get spending() {
    const reserved = this.#reserved();
    return {
      usd: this.#usd,
      tokens: this.#tokens,
      generations: this.#generations,
      reservedUsd: reserved.usd,
      reservedTokens: reserved.tokens
    };
  }
  /** The caps that have refused a call so far, in the order of their first refusal. */
  get refusedBy() {
    return [...this.#refused];
  }
  #reserved() {
    const open = [...this.#open];
    return {
      usd: open.reduce((sum, { usd }) => sum + (usd ?? 0), 0),
      tokens: open.reduce((sum, { tokens }) => sum + tokens, 0)
    };
  }
  #capInTheWay(reservation, reserved) {
    const { generations, tokens, usd, usdPerPr } = this.#caps;
    if (this.#generations + 1 > generations) return "generations";
    if (tokens !== null && this.#tokens + reserved.tokens + reservation.tokens > tokens) return "tokens";
    const committedUsd = this.#usd + reserved.usd;
    if (usd !== null && !fits(committedUsd, reservation, usd)) return "usd";
    if (usdPerPr !== null && !fits(usdPerPr.alreadySpent + committedUsd, reservation, usdPerPr.cap))
      return "usd-per-pr";
    return null;
  }
};
function reservationFor({ price, inputTokens, maxOutputTokens }) {
  const most = { inputTokens, cachedInputTokens: 0, outputTokens: maxOutputTokens };
  return {
    price,
    usd: price === null ? null : costUsd(price, most),
    tokens: inputTokens + maxOutputTokens
  };
}
function fits(committedUsd, { usd }, cap) {
  return usd === 0 || usd !== null && committedUsd + usd <= cap + 1e-9;
}

// src/pipeline/engine/model-watch.ts
var ModelWatch = class {
  #outages = /* @__PURE__ */ new Map();
  #stopped = /* @__PURE__ */ new Map();
  #generations = 0;
  /** Number of calls that were begun, which the `generations` cap limits. */
  get generations() {
    return this.#generations;
  }
  /** Counts a generation that is about to be asked for. */
  begin() {
    this.#generations += 1;
  }
  /**
   * Records how a generation ended. A model is stopped for the rest of the run if its last six generations all ended
   * in an outage.
   */
  note(model, generation) {
    if (generation.kind === "stopped") {
      this.#stopped.set(model, {
        why: generation.fault.detail,
        isMisconfigured: true,
        counts: "provider-error"
      });
      return;
    }
    if (this.#stopped.get(model)?.isMisconfigured === true) return;
    const outage = outageIn(generation);
    const outages = outage === null ? 0 : (this.#outages.get(model) ?? 0) + 1;
    this.#outages.set(model, outages);
    if (outage === null || outages < 6) return;
    const why = `left after ${outages} outages: ${outage.detail}`;
    this.#stopped.set(model, { why, isMisconfigured: false, counts: outage.why });
  }
  /** What a sample counts as if it is not asked for because its model was stopped; null if it may be asked for. */
  stopped(model) {
    return this.#stopped.get(model)?.counts ?? null;
  }
  /** All models that are not asked any more, and whether the user's configuration is the reason. */
  stoppedModels() {
    return this.#stopped;
  }
};
function outageIn(generation) {
  if (generation.kind !== "unmeasured") return null;
  const { why, detail } = generation;
  return why === "provider-error" || why === "quota" ? { why, detail } : null;
}

// src/pipeline/engine/run-progress.ts
var RunProgress = class {
  /** Rows by question id. */
  #rows = /* @__PURE__ */ new Map();
  #shown = [];
  #to;
  #planned = 0;
  #done = 0;
  #isPriced = true;
  constructor(to) {
    this.#to = to;
  }
  /** Announces all questions; called once, before the first call. */
  async open(questions) {
    for (const question of questions) this.#rowOf(question);
    await this.#to.observer?.planned(this.#progress());
  }
  /** Adds cells of a question that are about to be measured. */
  plan(question, cells) {
    this.#planned += cells;
    this.#rowOf(question).planned += cells;
  }
  /** Counts one of these cells as measured. */
  count(question) {
    this.#done += 1;
    this.#rowOf(question).done += 1;
    this.#tell();
  }
  /** The sampling of the question stopped with this verdict, which fresh base samples may still change. */
  settle(question, verdict) {
    this.#rowOf(question).verdict = verdict;
    this.#tell();
  }
  #tell() {
    const progress = this.#progress();
    this.#to.log.progress(progress);
    this.#to.observer?.progressed(progress);
  }
  #progress() {
    const { generations, usd } = this.#to.spending();
    return {
      questions: this.#shown,
      done: this.#done,
      planned: this.#planned,
      calls: generations,
      usd: this.#isPriced ? usd : null
    };
  }
  #rowOf(question) {
    const known = this.#rows.get(question.id);
    if (known !== void 0) return known;
    const { model } = question.head;
    const row = { spec: question.change.name, model: model.id, done: 0, planned: 0, verdict: null };
    this.#rows.set(question.id, row);
    this.#shown.push(row);
    this.#isPriced &&= priceOf(model) !== null;
    return row;
  }
};

// src/pipeline/engine/budget-waiters.ts
var BudgetWaiters = class {
  #waiting = [];
  /** Resolves when the next call settles. */
  async next() {
    await new Promise((resolve) => void this.#waiting.push(resolve));
  }
  /** Wakes all waiting calls. */
  announce() {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }
};

// node_modules/eventemitter3/index.mjs
var import_index = __toESM(require_eventemitter3(), 1);

// node_modules/p-timeout/index.js
var TimeoutError = class _TimeoutError extends Error {
  name = "TimeoutError";
  constructor(message, options) {
    super(message, options);
    Error.captureStackTrace?.(this, _TimeoutError);
  }
};
var getAbortedReason = (signal) => signal.reason ?? new DOMException("This operation was aborted.", "AbortError");
function pTimeout(promise, options) {
  const {
    milliseconds,
    fallback,
    message,
    customTimers = { setTimeout, clearTimeout },
    signal
  } = options;
  let timer;
  let abortHandler;
  const wrappedPromise = new Promise((resolve, reject) => {
    if (typeof milliseconds !== "number" || Math.sign(milliseconds) !== 1) {
      throw new TypeError(`Expected \`milliseconds\` to be a positive number, got \`${milliseconds}\``);
    }
    if (signal?.aborted) {
      reject(getAbortedReason(signal));
      promise.then(resolve, reject);
      return;
    }
    if (signal) {
      abortHandler = () => {
        reject(getAbortedReason(signal));
      };
      signal.addEventListener("abort", abortHandler, { once: true });
    }
    promise.then(resolve, reject);
    if (milliseconds === Number.POSITIVE_INFINITY) {
      return;
    }
    const timeoutError = new TimeoutError();
    timer = customTimers.setTimeout.call(void 0, () => {
      if (fallback) {
        try {
          resolve(fallback());
        } catch (error) {
          reject(error);
        }
        return;
      }
      if (typeof promise.cancel === "function") {
        promise.cancel();
      }
      if (message === false) {
        resolve();
      } else if (message instanceof Error) {
        reject(message);
      } else {
        timeoutError.message = message ?? `Promise timed out after ${milliseconds} milliseconds`;
        reject(timeoutError);
      }
    }, milliseconds);
  });
  const cancelablePromise = wrappedPromise.finally(() => {
    cancelablePromise.clear();
    if (abortHandler && signal) {
      signal.removeEventListener("abort", abortHandler);
    }
  });
  cancelablePromise.clear = () => {
    customTimers.clearTimeout.call(void 0, timer);
    timer = void 0;
  };
  return cancelablePromise;
}

// node_modules/p-queue/dist/lower-bound.js
function lowerBound(array2, value, comparator) {
  let first = 0;
  let count2 = array2.length;
  while (count2 > 0) {
    const step = Math.trunc(count2 / 2);
    let it = first + step;
    if (comparator(array2[it], value) <= 0) {
      first = ++it;
      count2 -= step + 1;
    } else {
      count2 = step;
    }
  }
  return first;
}

// node_modules/p-queue/dist/priority-queue.js
var compactionThreshold = 100;
var PriorityQueue = class {
  #queue = [];
  // The queue is stored as a sorted array, but dequeued items are left before `#head` until compaction. Only items from `#head` onward are live, which keeps repeated dequeues amortized O(1).
  #head = 0;
  enqueue(run, options) {
    const { priority = 0, id } = options ?? {};
    const { size } = this;
    const element = {
      priority,
      id,
      run
    };
    if (size === 0) {
      this.#queue.length = 0;
      this.#head = 0;
      this.#queue.push(element);
      return;
    }
    if (this.#queue.at(-1).priority >= priority) {
      this.#queue.push(element);
      return;
    }
    this.#compact();
    const index = lowerBound(this.#queue, element, (a, b) => b.priority - a.priority);
    this.#queue.splice(index, 0, element);
  }
  setPriority(id, priority) {
    const index = this.#queue.findIndex((element, index2) => index2 >= this.#head && element.id === id);
    if (index === -1) {
      throw new ReferenceError(`No promise function with the id "${id}" exists in the queue.`);
    }
    const [item] = this.#queue.splice(index, 1);
    this.enqueue(item.run, { priority, id });
  }
  remove(idOrRun) {
    const index = this.#queue.findIndex((element, index2) => {
      if (index2 < this.#head) {
        return false;
      }
      if (typeof idOrRun === "string") {
        return element.id === idOrRun;
      }
      return element.run === idOrRun;
    });
    if (index !== -1) {
      this.#queue.splice(index, 1);
    }
  }
  dequeue() {
    if (this.#head === this.#queue.length) {
      return void 0;
    }
    const item = this.#queue[this.#head];
    this.#head++;
    if (this.#head === this.#queue.length) {
      this.#queue.length = 0;
      this.#head = 0;
    } else if (this.#head > compactionThreshold && this.#head > this.#queue.length / 2) {
      this.#compact();
    }
    return item?.run;
  }
  filter(options) {
    const result = [];
    for (let index = this.#head; index < this.#queue.length; index++) {
      const element = this.#queue[index];
      if (element.priority === options.priority) {
        result.push(element.run);
      }
    }
    return result;
  }
  get size() {
    return this.#queue.length - this.#head;
  }
  #compact() {
    if (this.#head === 0) {
      return;
    }
    this.#queue.splice(0, this.#head);
    this.#head = 0;
  }
};

// node_modules/p-queue/dist/index.js
var PQueue = class extends import_index.default {
  #carryoverIntervalCount;
  #isIntervalIgnored;
  #intervalCount = 0;
  #intervalCap;
  #rateLimitedInInterval = false;
  #rateLimitFlushScheduled = false;
  #interval;
  /*
  Timestamp when the current interval window ends. Kept accurate at every window transition: `#initializeIntervalIfNeeded` sets it when a window starts and `#onInterval` advances it as the recurring timer rolls into each new window. This is the source of truth for whether a task added after the queue goes idle belongs to a fresh window, so it must not go stale.
  */
  #intervalEnd = 0;
  // Recurring timer that drives windows while the queue is actively processing. Absent (`undefined`) once the queue goes idle.
  #intervalId;
  // One-shot timer used while idle to resume at the next window boundary, since `#intervalId` is cleared when idle.
  #timeoutId;
  #strict;
  // Circular buffer implementation for better performance
  #strictTicks = [];
  #strictTicksStartIndex = 0;
  #queue;
  #queueClass;
  #pending = 0;
  // The `!` is needed because of https://github.com/microsoft/TypeScript/issues/32194
  #concurrency;
  #isPaused;
  // Use to assign a unique identifier to a promise function, if not explicitly specified
  #idAssigner = 1n;
  // Track currently running tasks for debugging
  #runningTasks = /* @__PURE__ */ new Map();
  #queueAbortListenerCleanupFunctions = /* @__PURE__ */ new Set();
  /**
      Get or set the default timeout for all tasks. Can be changed at runtime.
  
      Operations will throw a `TimeoutError` if they don't complete within the specified time.
  
      The timeout begins when the operation is dequeued and starts execution, not while it's waiting in the queue.
  
      @example
      ```
      const queue = new PQueue({timeout: 5000});
  
      // Change timeout for all future tasks
      queue.timeout = 10000;
      ```
      */
  timeout;
  constructor(options) {
    super();
    options = {
      carryoverIntervalCount: false,
      intervalCap: Number.POSITIVE_INFINITY,
      interval: 0,
      concurrency: Number.POSITIVE_INFINITY,
      autoStart: true,
      queueClass: PriorityQueue,
      strict: false,
      ...options
    };
    if (!(typeof options.intervalCap === "number" && options.intervalCap >= 1)) {
      throw new TypeError(`Expected \`intervalCap\` to be a number from 1 and up, got \`${options.intervalCap?.toString() ?? ""}\` (${typeof options.intervalCap})`);
    }
    if (options.interval === void 0 || !(Number.isFinite(options.interval) && options.interval >= 0)) {
      throw new TypeError(`Expected \`interval\` to be a finite number >= 0, got \`${options.interval?.toString() ?? ""}\` (${typeof options.interval})`);
    }
    if (options.strict && options.interval === 0) {
      throw new TypeError("The `strict` option requires a non-zero `interval`");
    }
    if (options.strict && options.intervalCap === Number.POSITIVE_INFINITY) {
      throw new TypeError("The `strict` option requires a finite `intervalCap`");
    }
    this.#carryoverIntervalCount = options.carryoverIntervalCount ?? options.carryoverConcurrencyCount ?? false;
    this.#isIntervalIgnored = options.intervalCap === Number.POSITIVE_INFINITY || options.interval === 0;
    this.#intervalCap = options.intervalCap;
    this.#interval = options.interval;
    this.#strict = options.strict;
    this.#queue = new options.queueClass();
    this.#queueClass = options.queueClass;
    this.concurrency = options.concurrency;
    if (options.timeout !== void 0 && !(Number.isFinite(options.timeout) && options.timeout > 0)) {
      throw new TypeError(`Expected \`timeout\` to be a positive finite number, got \`${options.timeout}\` (${typeof options.timeout})`);
    }
    this.timeout = options.timeout;
    this.#isPaused = options.autoStart === false;
    this.#setupRateLimitTracking();
  }
  #cleanupStrictTicks(now) {
    while (this.#strictTicksStartIndex < this.#strictTicks.length) {
      const oldestTick = this.#strictTicks[this.#strictTicksStartIndex];
      if (oldestTick !== void 0 && now - oldestTick >= this.#interval) {
        this.#strictTicksStartIndex++;
      } else {
        break;
      }
    }
    const shouldCompact = this.#strictTicksStartIndex > 100 && this.#strictTicksStartIndex > this.#strictTicks.length / 2 || this.#strictTicksStartIndex === this.#strictTicks.length;
    if (shouldCompact) {
      this.#strictTicks = this.#strictTicks.slice(this.#strictTicksStartIndex);
      this.#strictTicksStartIndex = 0;
    }
  }
  // Helper methods for interval consumption
  #consumeIntervalSlot(now) {
    if (this.#strict) {
      this.#strictTicks.push(now);
    } else {
      this.#intervalCount++;
    }
  }
  #rollbackIntervalSlot() {
    if (this.#strict) {
      if (this.#strictTicks.length > this.#strictTicksStartIndex) {
        this.#strictTicks.pop();
      }
    } else if (this.#intervalCount > 0) {
      this.#intervalCount--;
    }
  }
  #getActiveTicksCount() {
    return this.#strictTicks.length - this.#strictTicksStartIndex;
  }
  get #doesIntervalAllowAnother() {
    if (this.#isIntervalIgnored) {
      return true;
    }
    if (this.#strict) {
      return this.#getActiveTicksCount() < this.#intervalCap;
    }
    return this.#intervalCount < this.#intervalCap;
  }
  get #doesConcurrentAllowAnother() {
    return this.#pending < this.#concurrency;
  }
  #next() {
    this.#pending--;
    if (this.#pending === 0) {
      this.emit("pendingZero");
    }
    this.#tryToStartAnother();
    this.emit("next");
  }
  #onResumeInterval() {
    this.#timeoutId = void 0;
    this.#onInterval();
    this.#initializeIntervalIfNeeded();
  }
  #isIntervalPausedAt(now) {
    if (this.#strict) {
      this.#cleanupStrictTicks(now);
      const activeTicksCount = this.#getActiveTicksCount();
      if (activeTicksCount >= this.#intervalCap) {
        const oldestTick = this.#strictTicks[this.#strictTicksStartIndex];
        const delay = this.#interval - (now - oldestTick);
        this.#createIntervalTimeout(delay);
        return true;
      }
      return false;
    }
    if (this.#intervalId === void 0) {
      const delay = this.#intervalEnd - now;
      if (delay < 0) {
        this.#intervalCount = this.#carryoverIntervalCount ? this.#pending : 0;
      } else {
        this.#createIntervalTimeout(delay);
        return true;
      }
    }
    return false;
  }
  #createIntervalTimeout(delay) {
    if (this.#timeoutId !== void 0) {
      return;
    }
    this.#timeoutId = setTimeout(() => {
      this.#onResumeInterval();
    }, delay);
  }
  #clearIntervalTimer() {
    if (this.#intervalId) {
      clearInterval(this.#intervalId);
      this.#intervalId = void 0;
    }
  }
  #clearTimeoutTimer() {
    if (this.#timeoutId) {
      clearTimeout(this.#timeoutId);
      this.#timeoutId = void 0;
    }
  }
  #tryToStartAnother() {
    if (this.#queue.size === 0) {
      this.#clearIntervalTimer();
      this.emit("empty");
      if (this.#pending === 0) {
        this.#clearTimeoutTimer();
        if (this.#strict && this.#strictTicksStartIndex > 0) {
          const now = Date.now();
          this.#cleanupStrictTicks(now);
        }
        this.emit("idle");
      }
      return false;
    }
    let taskStarted = false;
    if (!this.#isPaused) {
      const now = Date.now();
      const canInitializeInterval = !this.#isIntervalPausedAt(now);
      if (this.#doesIntervalAllowAnother && this.#doesConcurrentAllowAnother) {
        const job = this.#queue.dequeue();
        if (!this.#isIntervalIgnored) {
          this.#consumeIntervalSlot(now);
          this.#scheduleRateLimitUpdate();
        }
        if (canInitializeInterval) {
          this.#initializeIntervalIfNeeded();
        }
        job();
        this.emit("active");
        taskStarted = true;
      }
    }
    return taskStarted;
  }
  #initializeIntervalIfNeeded() {
    if (this.#isIntervalIgnored || this.#intervalId !== void 0) {
      return;
    }
    if (this.#strict) {
      return;
    }
    this.#intervalId = setInterval(() => {
      this.#onInterval();
    }, this.#interval);
    this.#intervalEnd = Date.now() + this.#interval;
  }
  #onInterval() {
    if (!this.#strict) {
      if (this.#intervalId !== void 0) {
        if (this.#intervalCount === 0 && this.#pending === 0) {
          this.#clearIntervalTimer();
        } else {
          this.#intervalEnd = Date.now() + this.#interval;
        }
      }
      this.#intervalCount = this.#carryoverIntervalCount ? this.#pending : 0;
    }
    this.#processQueue();
    this.#scheduleRateLimitUpdate();
  }
  /**
  Executes all queued functions until it reaches the limit.
  */
  #processQueue() {
    while (this.#tryToStartAnother()) {
    }
  }
  get concurrency() {
    return this.#concurrency;
  }
  set concurrency(newConcurrency) {
    if (!(typeof newConcurrency === "number" && newConcurrency >= 1)) {
      throw new TypeError(`Expected \`concurrency\` to be a number from 1 and up, got \`${newConcurrency}\` (${typeof newConcurrency})`);
    }
    this.#concurrency = newConcurrency;
    this.#processQueue();
  }
  /**
      Updates the priority of a promise function by its id, affecting its execution order. Requires a defined concurrency limit to take effect.
  
      For example, this can be used to prioritize a promise function to run earlier.
  
      ```js
      import PQueue from 'p-queue';
  
      const queue = new PQueue({concurrency: 1});
  
      queue.add(async () => '🦄', {priority: 1});
      queue.add(async () => '🦀', {priority: 0, id: '🦀'});
      queue.add(async () => '🦄', {priority: 1});
      queue.add(async () => '🦄', {priority: 1});
  
      queue.setPriority('🦀', 2);
      ```
  
      In this case, the promise function with `id: '🦀'` runs second.
  
      You can also deprioritize a promise function to delay its execution:
  
      ```js
      import PQueue from 'p-queue';
  
      const queue = new PQueue({concurrency: 1});
  
      queue.add(async () => '🦄', {priority: 1});
      queue.add(async () => '🦀', {priority: 1, id: '🦀'});
      queue.add(async () => '🦄');
      queue.add(async () => '🦄', {priority: 0});
  
      queue.setPriority('🦀', -1);
      ```
      Here, the promise function with `id: '🦀'` executes last.
      */
  setPriority(id, priority) {
    if (typeof priority !== "number" || !Number.isFinite(priority)) {
      throw new TypeError(`Expected \`priority\` to be a finite number, got \`${priority}\` (${typeof priority})`);
    }
    this.#queue.setPriority(id, priority);
  }
  async add(function_, options = {}) {
    options = {
      timeout: this.timeout,
      ...options,
      // Assign unique ID if not provided
      id: options.id ?? (this.#idAssigner++).toString()
    };
    if (options.timeout !== void 0 && !(Number.isFinite(options.timeout) && options.timeout > 0)) {
      throw new TypeError(`Expected \`timeout\` to be a positive finite number, got \`${options.timeout}\` (${typeof options.timeout})`);
    }
    return new Promise((resolve, reject) => {
      const taskSymbol = /* @__PURE__ */ Symbol(`task-${options.id}`);
      let cleanupQueueAbortHandler = () => void 0;
      const run = async () => {
        cleanupQueueAbortHandler();
        this.#pending++;
        this.#runningTasks.set(taskSymbol, {
          id: options.id,
          priority: options.priority ?? 0,
          // Match priority-queue default
          startTime: Date.now(),
          timeout: options.timeout
        });
        let eventListener;
        try {
          try {
            options.signal?.throwIfAborted();
          } catch (error) {
            this.#rollbackIntervalConsumption();
            this.#runningTasks.delete(taskSymbol);
            throw error;
          }
          let operation = function_({ signal: options.signal });
          if (options.timeout !== void 0) {
            operation = pTimeout(Promise.resolve(operation), {
              milliseconds: options.timeout,
              message: `Task timed out after ${options.timeout}ms (queue has ${this.#pending} running, ${this.#queue.size} waiting)`
            });
          }
          if (options.signal) {
            const { signal } = options;
            operation = Promise.race([operation, new Promise((_resolve, reject2) => {
              eventListener = () => {
                reject2(signal.reason);
              };
              signal.addEventListener("abort", eventListener, { once: true });
              if (signal.aborted) {
                eventListener();
              }
            })]);
          }
          const result = await operation;
          resolve(result);
          this.emit("completed", result);
        } catch (error) {
          reject(error);
          this.emit("error", error);
        } finally {
          if (eventListener) {
            options.signal?.removeEventListener("abort", eventListener);
          }
          this.#runningTasks.delete(taskSymbol);
          queueMicrotask(() => {
            this.#next();
          });
        }
      };
      this.#queue.enqueue(run, options);
      const removeQueuedTask = () => {
        if (this.#queue instanceof PriorityQueue) {
          this.#queue.remove(run);
          return;
        }
        this.#queue.remove?.(options.id);
      };
      if (options.signal) {
        const { signal } = options;
        const queueAbortHandler = () => {
          cleanupQueueAbortHandler();
          removeQueuedTask();
          reject(signal.reason);
          this.#tryToStartAnother();
          this.emit("next");
        };
        cleanupQueueAbortHandler = () => {
          signal.removeEventListener("abort", queueAbortHandler);
          this.#queueAbortListenerCleanupFunctions.delete(cleanupQueueAbortHandler);
        };
        if (signal.aborted) {
          queueAbortHandler();
          return;
        }
        signal.addEventListener("abort", queueAbortHandler, { once: true });
        this.#queueAbortListenerCleanupFunctions.add(cleanupQueueAbortHandler);
      }
      this.emit("add");
      this.#tryToStartAnother();
    });
  }
  async addAll(functions, options) {
    return Promise.all(functions.map(async (function_) => this.add(function_, options)));
  }
  /**
  Start (or resume) executing enqueued tasks within concurrency limit. No need to call this if queue is not paused (via `options.autoStart = false` or by `.pause()` method.)
  */
  start() {
    if (!this.#isPaused) {
      return this;
    }
    this.#isPaused = false;
    this.#processQueue();
    return this;
  }
  /**
  Put queue execution on hold.
  */
  pause() {
    this.#isPaused = true;
  }
  /**
  Clear the queue.
  */
  clear() {
    for (const cleanupQueueAbortHandler of this.#queueAbortListenerCleanupFunctions) {
      cleanupQueueAbortHandler();
    }
    this.#queue = new this.#queueClass();
    this.#clearIntervalTimer();
    this.#updateRateLimitState();
    this.emit("empty");
    if (this.#pending === 0) {
      this.#clearTimeoutTimer();
      this.emit("idle");
    }
    this.emit("next");
  }
  /**
      Can be called multiple times. Useful if you for example add additional items at a later time.
  
      @returns A promise that settles when the queue becomes empty.
      */
  async onEmpty() {
    if (this.#queue.size === 0) {
      return;
    }
    await this.#onEvent("empty");
  }
  /**
      @returns A promise that settles when the queue size is less than the given limit: `queue.size < limit`.
  
      If you want to avoid having the queue grow beyond a certain size you can `await queue.onSizeLessThan()` before adding a new item.
  
      Note that this only limits the number of items waiting to start. There could still be up to `concurrency` jobs already running that this call does not include in its calculation.
      */
  async onSizeLessThan(limit) {
    if (this.#queue.size < limit) {
      return;
    }
    await this.#onEvent(["next", "active"], () => this.#queue.size < limit);
  }
  /**
      The difference with `.onEmpty` is that `.onIdle` guarantees that all work from the queue has finished. `.onEmpty` merely signals that the queue is empty, but it could mean that some promises haven't completed yet.
  
      @returns A promise that settles when the queue becomes empty, and all promises have completed; `queue.size === 0 && queue.pending === 0`.
      */
  async onIdle() {
    if (this.#pending === 0 && this.#queue.size === 0) {
      return;
    }
    await this.#onEvent("idle");
  }
  /**
      The difference with `.onIdle` is that `.onPendingZero` only waits for currently running tasks to finish, ignoring queued tasks.
  
      @returns A promise that settles when all currently running tasks have completed; `queue.pending === 0`.
      */
  async onPendingZero() {
    if (this.#pending === 0) {
      return;
    }
    await this.#onEvent("pendingZero");
  }
  /**
  @returns A promise that settles when the queue becomes rate-limited due to intervalCap.
  */
  async onRateLimit() {
    if (this.isRateLimited) {
      return;
    }
    await this.#onEvent("rateLimit");
  }
  /**
  @returns A promise that settles when the queue is no longer rate-limited.
  */
  async onRateLimitCleared() {
    if (!this.isRateLimited) {
      return;
    }
    await this.#onEvent("rateLimitCleared");
  }
  /**
      @returns A promise that rejects when any task in the queue errors.
  
      Use with `Promise.race([queue.onError(), queue.onIdle()])` to fail fast on the first error while still resolving normally when the queue goes idle.
  
      Important: The promise returned by `add()` still rejects. You must handle each `add()` promise (for example, `.catch(() => {})`) to avoid unhandled rejections.
  
      @example
      ```
      import PQueue from 'p-queue';
  
      const queue = new PQueue({concurrency: 2});
  
      queue.add(() => fetchData(1)).catch(() => {});
      queue.add(() => fetchData(2)).catch(() => {});
      queue.add(() => fetchData(3)).catch(() => {});
  
      // Stop processing on first error
      try {
          await Promise.race([
              queue.onError(),
              queue.onIdle()
          ]);
      } catch (error) {
          queue.pause(); // Stop processing remaining tasks
          console.error('Queue failed:', error);
      }
      ```
      */
  // eslint-disable-next-line @typescript-eslint/promise-function-async
  onError() {
    return new Promise((_resolve, reject) => {
      const handleError = (error) => {
        this.off("error", handleError);
        reject(error);
      };
      this.on("error", handleError);
    });
  }
  async #onEvent(events, filter) {
    const eventList = Array.isArray(events) ? events : [events];
    return new Promise((resolve) => {
      const listener = () => {
        if (filter && !filter()) {
          return;
        }
        for (const event of eventList) {
          this.off(event, listener);
        }
        resolve();
      };
      for (const event of eventList) {
        this.on(event, listener);
      }
    });
  }
  /**
  Size of the queue, the number of queued items waiting to run.
  */
  get size() {
    return this.#queue.size;
  }
  /**
      Size of the queue, filtered by the given options.
  
      For example, this can be used to find the number of items remaining in the queue with a specific priority level.
      */
  sizeBy(options) {
    return this.#queue.filter(options).length;
  }
  /**
  Number of running items (no longer in the queue).
  */
  get pending() {
    return this.#pending;
  }
  /**
  Whether the queue is currently paused.
  */
  get isPaused() {
    return this.#isPaused;
  }
  #setupRateLimitTracking() {
    if (this.#isIntervalIgnored) {
      return;
    }
    this.on("add", () => {
      if (this.#queue.size > 0) {
        this.#scheduleRateLimitUpdate();
      }
    });
    this.on("next", () => {
      this.#scheduleRateLimitUpdate();
    });
  }
  #scheduleRateLimitUpdate() {
    if (this.#isIntervalIgnored || this.#rateLimitFlushScheduled) {
      return;
    }
    this.#rateLimitFlushScheduled = true;
    queueMicrotask(() => {
      this.#rateLimitFlushScheduled = false;
      this.#updateRateLimitState();
    });
  }
  #rollbackIntervalConsumption() {
    if (this.#isIntervalIgnored) {
      return;
    }
    this.#rollbackIntervalSlot();
    this.#scheduleRateLimitUpdate();
  }
  #updateRateLimitState() {
    const previous = this.#rateLimitedInInterval;
    if (this.#isIntervalIgnored || this.#queue.size === 0) {
      if (previous) {
        this.#rateLimitedInInterval = false;
        this.emit("rateLimitCleared");
      }
      return;
    }
    let count2;
    if (this.#strict) {
      const now = Date.now();
      this.#cleanupStrictTicks(now);
      count2 = this.#getActiveTicksCount();
    } else {
      count2 = this.#intervalCount;
    }
    const shouldBeRateLimited = count2 >= this.#intervalCap;
    if (shouldBeRateLimited !== previous) {
      this.#rateLimitedInInterval = shouldBeRateLimited;
      this.emit(shouldBeRateLimited ? "rateLimit" : "rateLimitCleared");
    }
  }
  /**
  Whether the queue is currently rate-limited due to intervalCap.
  */
  get isRateLimited() {
    return this.#rateLimitedInInterval;
  }
  /**
      Whether the queue is saturated. Returns `true` when:
      - All concurrency slots are occupied and tasks are waiting, OR
      - The queue is rate-limited and tasks are waiting
  
      Useful for detecting backpressure and potential hanging tasks.
  
      ```js
      import PQueue from 'p-queue';
  
      const queue = new PQueue({concurrency: 2});
  
      // Backpressure handling
      if (queue.isSaturated) {
          console.log('Queue is saturated, waiting for capacity...');
          await queue.onSizeLessThan(queue.concurrency);
      }
  
      // Monitoring for stuck tasks
      setInterval(() => {
          if (queue.isSaturated) {
              console.warn(`Queue saturated: ${queue.pending} running, ${queue.size} waiting`);
          }
      }, 60000);
      ```
      */
  get isSaturated() {
    return this.#pending === this.#concurrency && this.#queue.size > 0 || this.isRateLimited && this.#queue.size > 0;
  }
  /**
      The tasks currently being executed. Each task includes its `id`, `priority`, `startTime`, `timeout` (if set), and `timeoutRemaining` (milliseconds until the task times out, or `undefined` if no timeout is set).
  
      Returns an array of task info objects.
  
      ```js
      import PQueue from 'p-queue';
  
      const queue = new PQueue({concurrency: 2, timeout: 10000});
  
      // Add tasks with IDs for better debugging
      queue.add(() => fetchUser(123), {id: 'user-123'});
      queue.add(() => fetchPosts(456), {id: 'posts-456', priority: 1});
  
      // Check what's running
      console.log(queue.runningTasks);
      // => [{
      //   id: 'user-123',
      //   priority: 0,
      //   startTime: 1759253001716,
      //   timeout: 10000,
      //   timeoutRemaining: 9700
      // }, {
      //   id: 'posts-456',
      //   priority: 1,
      //   startTime: 1759253001916,
      //   timeout: 10000,
      //   timeoutRemaining: 9900
      // }]
      ```
      */
  get runningTasks() {
    return [...this.#runningTasks.values()].map((task) => ({
      ...task,
      timeoutRemaining: task.timeout ? Math.max(0, task.startTime + task.timeout - Date.now()) : void 0
    }));
  }
};

// src/pipeline/engine/slots.ts
function openSlots(limits) {
  const calls = new PQueue({ concurrency: limits.calls });
  const tests = new PQueue({ concurrency: limits.tests });
  const workspaces = new PQueue({ concurrency: 2 * limits.tests });
  const alone = new PQueue({ concurrency: 1 });
  return {
    call: (task, priority) => calls.add(task, { priority }),
    workspace: (task) => workspaces.add(task),
    test: (task) => tests.add(task),
    testAlone: (task) => alone.add(async () => {
      tests.pause();
      await tests.onPendingZero();
      try {
        return await task();
      } finally {
        tests.start();
      }
    })
  };
}

// src/pipeline/engine/open-engine.ts
async function openEngine(ports, request, of) {
  const { settings, signal } = request;
  const { allowance } = of;
  const deadline = ports.clock.now() + settings.budget.minutes * 6e4;
  const ended3 = new AbortController();
  const up = new AbortController();
  void ports.clock.sleep(settings.budget.minutes * 6e4, ended3.signal).then(() => up.abort());
  const ledger = await openBook(ports, request, of);
  return {
    ports,
    settings,
    slots: openSlots({
      calls: (allowance.kind === "share" ? allowance.share : settings.budget).concurrency,
      tests: ports.cores
    }),
    watch: new ModelWatch(),
    ledger,
    progress: new RunProgress({
      log: ports.log,
      observer: ports.observer ?? null,
      spending: () => ledger.spending
    }),
    budgetWaiters: new BudgetWaiters(),
    begun: /* @__PURE__ */ new Map(),
    deadline,
    timeUp: up.signal,
    signal,
    replayOnly: allowance.kind === "replay",
    warmStart: ports.warmStart,
    [Symbol.asyncDispose]: async () => ended3.abort()
  };
}
async function openBook(ports, { settings, trigger }, { plan, allowance }) {
  if (allowance.kind === "share")
    return openLedger({ ...allowance.share, usdPerPr: partOfRest(allowance.share.usdPerPr) });
  const { generations, tokens } = settings.budget;
  const { usd, usdPerPr } = effectiveCaps(settings.models, settings.budget);
  const isCapped = trigger.kind === "pull-request" && usdPerPr !== null && plan.questions.length > 0;
  return openLedger({
    usd,
    // A replay spends nothing, and there may be many records to read.
    usdPerPr: isCapped && allowance.kind !== "replay" ? { cap: usdPerPr, alreadySpent: await spentOn(ports, trigger.number, settings.models) } : null,
    generations,
    tokens
  });
}
function partOfRest(cap) {
  return cap === null ? null : { cap, alreadySpent: 0 };
}
async function spentOn(ports, pullRequest, models) {
  const prices = new Map(models.map((model) => [model.id, priceOf(model)]));
  let spent = 0;
  for await (const { model, result } of ports.records.generationsOf(pullRequest)) {
    const price = prices.get(model) ?? null;
    if (price !== null && result.kind === "completed") spent += costUsd(price, result.completion.usage);
  }
  return spent;
}

// src/core/results/could-not-start.ts
function couldNotStart({ run: { end } }) {
  return end.kind === "exited" && (end.code === 126 || end.code === 127);
}

// src/core/results/blocked-call.ts
var refusals = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|EHOSTUNREACH|EROFS|read-only file system|name resolution|could not resolve host|network is unreachable|no such host|connection refused/i;
function blockedCall(run) {
  const lines = `${run.stderr.text}
${run.stdout.text}`.split("\n");
  const line = lines.find((each) => refusals.test(each));
  return line === void 0 ? null : line.trim().replaceAll(new RegExp("\\p{Cc}+", "gu"), " ").slice(0, 200);
}

// src/core/records/test-run-key.ts
function testRunKey(of) {
  const { spec, emptied } = of.version;
  const { directory, setup, test, results, timeoutMs } = spec;
  const content = of.files === null && emptied.length > 0 ? "committed" : { emptied, files: of.files ?? [] };
  return digest({
    kind: "test-run",
    tree: of.tree,
    directory,
    setup,
    test,
    results,
    timeoutMs,
    content,
    sandbox: of.sandbox,
    repeat: of.repeat,
    // Keys of stored forced-failure runs were made with the word `shadow`.
    mode: of.mode === "plain" ? "plain" : "shadow",
    // Runs that were recorded before the guard existed must not count as guarded ones.
    guard: 1
  });
}

// src/core/results/arrange-results.ts
function askedFiles({ reading }) {
  return reading.kind === "asked" ? reading.files.map(({ name }) => name) : [];
}
function arrangeResults(request) {
  const { test, results } = request.spec;
  switch (results.kind) {
    case "exit-code":
      return { command: test, environment: {}, reading: { kind: "exit-code" } };
    case "file":
      return {
        // A report that is committed in the tree must not be read as the report of this run.
        command: `rm -f -- ${shellQuoted(results.path)}
${test}`,
        environment: guarded(request, {}),
        reading: { kind: "file", path: results.path }
      };
    case "auto":
      return arrangeAuto(request);
  }
}
function arrangeAuto(request) {
  const { spec, packageJson, reports, reporter } = request;
  const calls = findRunners(spec.test, scriptsOf(packageJson));
  const around = { line: spec.test, reports, reporter, sets: setIn(request) };
  const asked = runners.map(
    (runner) => runner.ask(
      calls.filter((call) => call.runner === runner),
      around
    )
  );
  const additions = asked.flatMap((each) => each.additions).toSorted((one, other) => one.at - other.at);
  const environment = Object.fromEntries(asked.flatMap((each) => Object.entries(each.environment)));
  return {
    command: withAdditions(spec.test, additions),
    environment: guarded(request, environment),
    reading: {
      kind: "asked",
      files: [...additions.map(({ file }) => file), ...asked.flatMap(({ files }) => files)],
      perProcess: asked.flatMap(({ perProcess }) => perProcess)
    }
  };
}
function withAdditions(test, additions) {
  return additions.reduceRight((line, { at, text }) => `${line.slice(0, at)}${text}${line.slice(at)}`, test);
}
function guarded(request, environment) {
  const { guard = null, reports, reporter } = request;
  if (guard === null || setIn(request)("NODE_OPTIONS")) return environment;
  const options = environment["NODE_OPTIONS"];
  return {
    ...environment,
    NODE_OPTIONS: [guardOption(reporter), ...options === void 0 ? [] : [options]].join(" "),
    SPEC_PORTABILITY_GUARD: `${guard.key} ${guard.mode} ${reports}`
  };
}
function guardOption(reporter) {
  const path = reporter.replace(/[^/]*$/, "test-guard.cjs");
  return `--require="${path.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}
function setIn({ spec, packageJson }) {
  const lines = [spec.test, ...scriptsOf(packageJson).values()];
  return (variable) => lines.some((line) => new RegExp(String.raw`\b${variable}=`).test(line));
}

// src/core/results/cases-of.ts
var caseLimit = 5e4;
var messageLimit = 2e3;
function casesOf(found, root) {
  if (found.length > caseLimit) return null;
  const cases = [];
  for (const { file, names, status, message } of found) {
    const id = caseId({ file, names }, root);
    const clipped = status === "failed" ? clip(withoutRoot(message, root), messageLimit) : "";
    if (id !== null) cases.push({ id, status, message: clipped });
  }
  return numbered(cases);
}
function numbered(cases) {
  const taken = /* @__PURE__ */ new Set();
  const counts = /* @__PURE__ */ new Map();
  return cases.map((testCase) => {
    let count2 = counts.get(testCase.id) ?? 1;
    let id = testCase.id;
    while (taken.has(id)) {
      count2 += 1;
      id = `${testCase.id} #${count2}`;
    }
    counts.set(testCase.id, count2);
    taken.add(id);
    return { ...testCase, id };
  });
}

// src/core/results/read-report.ts
var sizeLimit = 16 * 1024 * 1024;
function readReport(format, text, root) {
  if (text.length > sizeLimit) return null;
  const found = format.read(text);
  const cases = found === null ? null : casesOf(found.cases, root);
  if (found === null || cases === null) return null;
  const cutShort = (found.cutShort ?? []).map((file) => caseFile(file, root));
  return { format: format.name, cases, ...cutShort.length === 0 ? {} : { cutShort } };
}
function readAnyReport(text, root) {
  const whole = text.replace(/^\uFEFF/, "");
  for (const format of formats) {
    const report = format.mayBe(whole) ? readReport(format, whole, root) : null;
    if (report !== null) return report;
  }
  return null;
}
function formatPrintedIn(output) {
  return formats.find(({ isPrintedIn }) => isPrintedIn?.(output) ?? false) ?? null;
}

// src/core/results/collect-report.ts
function collectReport(remains) {
  const { reading } = remains.arrangement;
  const root = typeof remains.root === "string" ? [remains.root] : remains.root;
  switch (reading.kind) {
    case "exit-code":
      return { format: "exit-code", cases: [] };
    case "file":
      return remains.resultFile === null ? null : readAnyReport(remains.resultFile, root);
    case "asked":
      return readAsked(reading, remains, root);
  }
}
function readAsked({ files: asked, perProcess }, { files, stdout }, root) {
  const fromFiles = asked.map(({ name, format }) => {
    const text = files.get(name);
    return text === void 0 ? null : readReport(format, text, root);
  });
  const fromProcesses = perProcess.map(({ isDue, named: named3, format }) => ({
    isDue,
    reports: textsNamed(files, named3).map((text) => readReport(format, text, root))
  }));
  const due = fromProcesses.filter(({ isDue }) => isDue);
  if (due.some(({ reports: reports2 }) => reports2.length === 0)) return null;
  const reports = [...fromFiles, ...due.flatMap((one) => one.reports)];
  if (reports.length > 0) return merged(reports);
  const others = fromProcesses.flatMap((one) => one.reports);
  return others.length > 0 ? merged(others) : readPrinted(stdout, root);
}
function readPrinted(stdout, root) {
  const format = formatPrintedIn(stdout);
  return format === null ? { format: "exit-code", cases: [] } : readReport(format, stdout, root);
}
function textsNamed(files, named3) {
  return [...files].filter(([name]) => named3.test(name)).toSorted(([one], [other]) => one < other ? -1 : 1).map(([, text]) => text);
}
function merged(reports) {
  const whole = reports.filter((report) => report !== null);
  const first = whole[0];
  if (first === void 0 || whole.length < reports.length) return null;
  const cutShort = [...new Set(whole.flatMap((report) => report.cutShort ?? []))];
  return {
    format: first.format,
    cases: numbered(whole.flatMap(({ cases }) => cases)),
    ...cutShort.length === 0 ? {} : { cutShort }
  };
}

// src/core/results/read-guard.ts
var named = { key: string(), poisoned: boolean() };
var broken = array(string()).max(1e3);
var lineSchema = discriminatedUnion("event", [
  object({ ...named, event: literal("began"), id: string() }),
  object({ ...named, event: literal("ended"), id: string(), broken })
]);
var sealSchema = object({ ...named, end: literal(true), broken });
function readGuard(files, key, asked) {
  const read = [...textsNamed2(files, witnessFile)].flatMap((text) => guardLines(text));
  const seals = [...textsNamed2(files, nodeTestFile)].map((text) => sealOf(text));
  const lines = read.filter((line) => line?.key === key).filter((line) => line !== null);
  const sealed = seals.filter((seal) => seal?.key === key).filter((seal) => seal !== null);
  const names = [
    ...lines.flatMap((line) => line.event === "ended" ? line.broken : []),
    ...sealed.flatMap((seal) => seal.broken)
  ];
  const signs = [
    lines.length + sealed.length === 0 ? "unguarded" : null,
    sealed.length < seals.length ? "unsigned" : null,
    isCutShort(lines) ? "cut-short" : null,
    names.length > 0 ? "patched" : null,
    lines.length < read.length || hasForeignFile(files, asked) ? "forged" : null
  ];
  return {
    signs: signs.filter((sign) => sign !== null),
    broken: [...new Set(names)].slice(0, 5).map((name) => shownName(name)),
    poisoned: [...lines, ...sealed].some(({ poisoned }) => poisoned)
  };
}
var witnessFile = /^witness-[\w-]+\.jsonl$/;
function hasForeignFile(files, asked) {
  return [...files].some(
    ([name, text]) => witnessFile.test(name) ? text.trim() === "" : !nodeTestFile.test(name) && !asked.includes(name)
  );
}
function textsNamed2(files, pattern) {
  return [...files].filter(([name]) => pattern.test(name)).map(([, text]) => text);
}
function guardLines(text) {
  return text.split("\n").slice(0, -1).slice(0, lineLimit).map((line) => lineSchema.safeParse(valueOf(line)).data ?? null);
}
var lineLimit = 1e4;
function sealOf(text) {
  const last2 = text.slice(text.trimEnd().lastIndexOf("\n") + 1);
  return sealSchema.safeParse(valueOf(last2)).data ?? null;
}
function valueOf(line) {
  try {
    return JSON.parse(line);
  } catch {
    return void 0;
  }
}
function isCutShort(lines) {
  const ended3 = new Set(lines.filter(({ event }) => event === "ended").map(({ id }) => id));
  return lines.some(({ id }) => !ended3.has(id));
}
function shownName(name) {
  return name.replaceAll(/[^\w.$ ]/g, "").slice(0, 60);
}

// src/pipeline/engine/read-protected.ts
async function readProtected(engine, version, workspace) {
  const { spec } = version;
  const emptied = new Set(version.emptied);
  const { isProtected } = pathRules(spec);
  const entries = await engine.ports.repository.listFiles(version.commit);
  const paths = entries.filter(({ kind }) => kind === "file" || kind === "executable").map(({ path }) => path).filter((path) => !emptied.has(path) && (isProtected(path) || isRunnerConfiguration(path)));
  const texts = /* @__PURE__ */ new Map();
  for (const path of paths) texts.set(path, await workspace.read(`${workspace.root}/${path}`));
  return texts;
}
function sameTexts(before, after) {
  return before.size === after.size && [...before].every(([path, text]) => after.get(path) === text);
}

// src/pipeline/engine/run-tests.ts
async function runTests(engine, version, request) {
  try {
    return await recordedOrRun(engine, version, request);
  } catch (error) {
    if (!(error instanceof WorkspaceLostError) || request.content.kind === "generated") throw error;
    throw new UserError(
      "SETUP_FAILED",
      `in ${version.commit.slice(0, 12)} ${error.message}, and setup could not make it again.`,
      "Let the test command leave alone what `setup` makes."
    );
  }
}
async function recordedOrRun(engine, version, request) {
  const { records, repository, sandbox, reader, workspaces } = engine.ports;
  const key = testRunKey({
    tree: await repository.treeOf(version.commit),
    version,
    files: filesOf(request.content),
    sandbox: (await sandbox()).level,
    repeat: request.repeat ?? 0,
    mode: request.mode ?? "plain"
  });
  const stored = await records.readTestRun(key);
  if (stored !== null && mayUse(stored, reader))
    return { testRun: stored.testRun, notes: stored.notes ?? [] };
  if (engine.replayOnly) return { testRun: notOnRecord, notes: [] };
  const prepared = await unlessCancelled(workspaces.prepare(version));
  if (prepared === "cancelled") return { testRun: notOnRecord, notes: [] };
  const { notes } = prepared;
  const first = await testOnce(engine, version, { ...request, slot: engine.slots.test });
  const testRun = first.run.end.kind === "timed-out" ? await testOnce(engine, version, { ...request, slot: engine.slots.testAlone }) : first;
  if (isWorthKeeping(testRun, version, request.content))
    await records.write({ schema: 1, kind: "test-run", key, testRun, notes });
  return { testRun, notes };
}
function isWorthKeeping(testRun, { emptied }, content) {
  if (testRun.run.end.kind === "cancelled") return false;
  const isOwn = content.kind === "committed" || content.kind === "emptied" && emptied.length === 0;
  return !isOwn || !couldNotStart(testRun);
}
var nothing = { text: "", droppedBytes: 0 };
var notOnRecord = {
  run: { end: { kind: "cancelled" }, stdout: nothing, stderr: nothing, durationMs: 0 },
  report: null
};
function filesOf(content) {
  switch (content.kind) {
    case "committed":
      return null;
    case "emptied":
      return [];
    case "generated":
      return content.files;
  }
}
async function testOnce(engine, version, request) {
  const testing = engine.slots.workspace(() => testInWorkspace(engine, version, request));
  const testRun = await unlessCancelled(testing);
  return testRun === "cancelled" ? notOnRecord : testRun;
}
async function unlessCancelled(going) {
  try {
    return await going;
  } catch (error) {
    if (error instanceof CancelledError) return "cancelled";
    throw error;
  }
}
async function testInWorkspace(engine, version, request) {
  var _stack = [];
  try {
    const { workspaces, sandbox, environmentOf, nodeTestReporter } = engine.ports;
    const prepared = await workspaces.prepare(version);
    const workspace = __using(_stack, await prepared.open(request.content), true);
    const key = engine.ports.newKey();
    const arrangement = arrangeResults({
      spec: version.spec,
      packageJson: await workspace.read(`${workspace.directory}/package.json`),
      reports: workspace.reports,
      reporter: nodeTestReporter,
      guard: { key, mode: request.mode ?? "plain" }
    });
    const resultFile2 = version.spec.results.kind === "file" ? version.spec.results.path : null;
    const place = await sandbox();
    const protectedFiles = place.level === "none" ? await readProtected(engine, version, workspace) : null;
    const run = await request.slot(
      () => place.run({
        purpose: "test",
        view: workspace.view(resultFile2),
        command: arrangement.command,
        directory: workspace.directory,
        environment: { ...environmentOf(workspace), ...arrangement.environment },
        timeoutMs: request.timeoutMs,
        signal: engine.signal
      })
    );
    const files = await readReports(workspace);
    const guard = readGuard(files, key, askedFiles(arrangement));
    const isChanged = protectedFiles !== null && !sameTexts(protectedFiles, await readProtected(engine, version, workspace));
    return {
      run,
      guard: isChanged ? { ...guard, signs: [...guard.signs, "files-changed"] } : guard,
      report: collectReport({
        arrangement,
        files,
        resultFile: resultFile2 === null ? null : await workspace.readResult(resultFile2),
        stdout: run.stdout.text,
        root: workspace.root
      })
    };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function readReports(workspace) {
  const names = await workspace.listReports();
  const texts = await Promise.all(names.map((name) => workspace.read(`${workspace.reports}/${name}`)));
  return new Map(
    names.flatMap((name, index) => typeof texts[index] === "string" ? [[name, texts[index]]] : [])
  );
}

// src/pipeline/engine/measure-tree.ts
async function measureTree(engine, version) {
  const own = version.emptied.length === 0 ? null : await ownRun(engine, version);
  const emptied = await begun(
    runTests(engine, version, { content: { kind: "emptied" }, timeoutMs: timeoutOf(version, own) })
  );
  refuseUnknownCommand(version, own ?? emptied.testRun);
  return { own, emptied: emptied.testRun, notes: emptied.notes };
}
async function ownRun(engine, version) {
  const timeoutMs = version.spec.timeoutMs ?? longestOwnRunMs;
  const { testRun } = await begun(runTests(engine, version, { content: { kind: "committed" }, timeoutMs }));
  await refuseBlocked(engine, version, testRun);
  refuseLackingResults(version, testRun);
  return testRun;
}
async function begun(run) {
  try {
    return await run;
  } catch (error) {
    if (!(error instanceof SandboxError)) throw error;
    throw new UserError(
      "SANDBOX_UNAVAILABLE",
      `${error.message.trim()}; no model was asked.`,
      "Look at the folders and programs that the message names: the sandbox has to be able to show them."
    );
  }
}
async function refuseBlocked({ ports }, { spec, commit }, own) {
  const { level } = await ports.sandbox();
  const isRed2 = own.run.end.kind === "exited" && own.run.end.code !== 0;
  const blocked = level === "none" || !isRed2 ? null : blockedCall(own.run);
  if (blocked === null) return;
  throw new UserError(
    "SANDBOX_BLOCKS_TESTS",
    `the repository's own tests of ${spec.name} fail in the sandbox (${level}) at ${commit.slice(0, 12)}, and their output names a call that it blocks: ${blocked}. No model was asked.`,
    "Tests have no network, and can change neither tests nor dependencies: fetch and install in `setup`, name folders that tools write into under `writable-deps`. Where the job holds nothing worth stealing, `sandbox: none` runs them as they are."
  );
}
function refuseUnknownCommand({ spec }, testRun) {
  if (!couldNotStart(testRun)) return;
  const said = testRun.run.stderr.text.trim().split("\n").at(-1) ?? "";
  throw new UserError(
    "TEST_COMMAND_NOT_FOUND",
    `the test command of ${spec.name} (\`${spec.test}\`) could not be started: ${said.slice(0, 200)}.`,
    "Install what it needs in an earlier step or in `setup`; no model was asked."
  );
}
function refuseLackingResults({ spec }, { run, report }) {
  if (run.end.kind !== "exited" || run.end.code !== 0 || report !== null) return;
  const lacks = spec.results.kind === "file" ? `\`results: ${spec.results.path}\` was not written, or is no whole report` : "its runner left no whole report";
  throw new UserError(
    "RESULTS_NOT_FOUND",
    `the test command of ${spec.name} (\`${spec.test}\`) passes on the committed code, but ${lacks}.`,
    "Name under `results` the report file that it writes, or set `results: exit-code`; no model was asked."
  );
}
function timeoutOf(version, own) {
  return version.spec.timeoutMs ?? Math.max(6e4, 10 * (own?.run.durationMs ?? 0));
}
var longestOwnRunMs = 15 * 6e4;

// src/core/generation/suspicions.ts
function suspicionsOf(files) {
  return patterns.filter(([, pattern]) => files.some(({ content }) => pattern.test(content))).map(([suspicion]) => suspicion);
}
var patterns = [
  [
    "ends the process",
    /\bprocess\s{0,9}(?:\?\.|\.|\[\s{0,9}['"`])\s{0,9}(?:exit|reallyExit|abort|kill|exitCode)\b|\breallyExit\b|\b(?:sys\.exit|os\._exit|os\.abort|os\.Exit)\b/
  ],
  ["decides its own equality", /\basymmetricMatch\b/],
  [
    "replaces test functions",
    /\b(?:globalThis|global|window)\s{0,9}(?:\.|\[\s{0,9}['"`])\s{0,9}(?:expect|test|it|describe|assert)\b['"`\]\s]{0,9}=(?!=)|\b(?:expect|assert)(?:\.\w{1,40}){1,4}\s{0,9}=(?![=>])|\bexpect\.extend\b|^\s{0,40}(?:test|it|describe|expect|assert)\s{0,9}=(?![=>])/m
  ],
  [
    "touches the test runner",
    /['"`](?:(?:node:)?(?:test|assert)(?:\/strict)?|@jest\/globals|vitest|_?pytest|unittest|mocha|chai|expect)['"`]|\b(?:import|from)\s{1,9}(?:_?pytest|unittest)\b|\bsyncBuiltinESMExports\b/
  ],
  [
    "starts processes",
    /\bchild_process\b|\bworker_threads\b|\bsubprocess\b|\bos\.(?:system|fork|exec\w{0,9}|spawn\w{0,9})\b|\bos\/exec\b/
  ],
  [
    "writes files",
    /\b(?:writeFile|appendFile|createWriteStream|copyFile|writeFileSync|appendFileSync|copyFileSync|writeSync|renameSync|unlinkSync|rmSync|symlinkSync|truncateSync)\b|\bopen\([^)\n]{0,200}['"][wax]b?\+?['"]/
  ],
  [
    "looks at processes",
    /\/proc\b|\/dev\/(?:fd|shm)\b|\bprocess\s{0,9}\.\s{0,9}(?:binding|dlopen|_linkedBinding)\b|['"`](?:node:)?inspector['"`]/
  ],
  [
    "looks at the harness",
    /SPEC_PORTABILITY|NODE_TEST_CONTEXT|NODE_OPTIONS|--outputFile|\bprocess\s{0,9}\.\s{0,9}argv\b|['"`](?:node:)?v8['"`]/
  ]
];

// src/core/results/combine-reruns.ts
var wholeCommand = "(the test command)";
function mayBeFlaky({ run, report }) {
  if (run.end.kind !== "exited" || report === null) return false;
  return report.format === "exit-code" ? run.end.code !== 0 : report.cases.some(({ status }) => status === "failed");
}
function combineReruns(runs) {
  const { testRun, flaky } = settleResults(runs);
  const guard = guardOf(runs);
  return { testRun: guard === null ? testRun : { ...testRun, guard }, flaky };
}
function settleResults(runs) {
  const [first, ...again] = runs;
  if (first.report === null || again.length === 0) return { testRun: first, flaky: [] };
  if (first.report.format === "exit-code") return settleCommand(first, again);
  const passedAgain = new Set(again.flatMap(({ report }) => idsOf(report?.cases ?? [], "passed")));
  const flaky = idsOf(first.report.cases, "failed").filter((id) => passedAgain.has(id));
  const isFlaky = new Set(flaky);
  const cases = first.report.cases.map(
    (each) => isFlaky.has(each.id) ? { ...each, status: "passed", message: "" } : each
  );
  const isGreen = flaky.length > 0 && cases.every(({ status }) => status !== "failed");
  return { testRun: { run: isGreen ? ended2(first) : first.run, report: { ...first.report, cases } }, flaky };
}
function guardOf(runs) {
  const guards = runs.flatMap(({ guard }) => guard ?? []);
  if (guards.length === 0) return null;
  return {
    signs: [...new Set(guards.flatMap(({ signs }) => signs))],
    broken: [...new Set(guards.flatMap(({ broken: broken2 }) => broken2))],
    poisoned: guards.some(({ poisoned }) => poisoned)
  };
}
function settleCommand(first, again) {
  const passed = again.find(({ run }) => run.end.kind === "exited" && run.end.code === 0);
  return passed === void 0 ? { testRun: first, flaky: [] } : { testRun: passed, flaky: [wholeCommand] };
}
function ended2({ run }) {
  return { ...run, end: { kind: "exited", code: 0 } };
}
function idsOf(cases, wanted) {
  return cases.filter(({ status }) => status === wanted).map(({ id }) => id);
}

// src/core/budget/planned-call.ts
function callOf(model, promptText) {
  const names = providers[model.provider].outputCaps;
  return {
    price: priceOf(model),
    inputTokens: estimateInputTokens(promptText),
    maxOutputTokens: Math.max(model.maxOutputTokens, ...capsIn(model.params, names))
  };
}
function capsIn(value, names) {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(
    ([name, item]) => typeof item === "number" && names.includes(name) ? [item] : capsIn(item, names)
  );
}

// src/core/generation/retry-policy.ts
var longestWaitMs = 6e4;
function nextStep(options) {
  switch (options.fault.kind) {
    case "config":
      return { kind: "stopped" };
    case "too-long":
      return { kind: "too-long" };
    case "quota":
      return { kind: "unmeasured", why: "quota" };
    case "transient":
      return afterTransient({ ...options, retryAfterMs: options.fault.retryAfterMs });
  }
}
function afterTransient(options) {
  const ms = options.retryAfterMs ?? backoffMs(options.attempts, options.random);
  const fits2 = ms < options.timeLeftMs;
  if (ms > longestWaitMs && !fits2) return { kind: "unmeasured", why: "quota" };
  if (options.attempts >= options.maxAttempts) return { kind: "unmeasured", why: "provider-error" };
  return fits2 ? { kind: "wait", ms } : { kind: "unmeasured", why: "budget" };
}
function backoffMs(attempts, random) {
  return Math.min(longestWaitMs, 500 * 2 ** (attempts - 1)) * (1 - random / 2);
}

// src/core/retrying.ts
async function retrying(attempt, sleep) {
  for (let number = 1; ; number += 1) {
    const attempted = await attempt(number);
    if (attempted.kind === "last") return attempted.value;
    await sleep(attempted.afterMs);
  }
}

// src/pipeline/engine/generate.ts
async function generate(request) {
  const { client, prompt, clock, signal } = request;
  let mayBeBilled = false;
  const onFirstEvent = () => {
    mayBeBilled = true;
    request.onFirstEvent?.();
  };
  const attempt = async (number) => {
    const before = whyNotBegun(request);
    if (before !== null) return unmeasured(before, { attempts: number - 1, mayBeBilled });
    const reply = await client.complete({ prompt, signal, onFirstEvent });
    if (reply.kind === "completed")
      return last({ kind: "completed", completion: reply.completion, attempts: number });
    const after = signal.aborted ? whyNotBegun(request) : null;
    if (after !== null) return unmeasured(after, { attempts: number, mayBeBilled });
    return afterFault(request, reply.fault, { attempts: number, mayBeBilled });
  };
  return retrying(attempt, (ms) => clock.sleep(ms, signal));
}
function afterFault(request, fault, counted) {
  const { clock, deadline, maxAttempts = 5 } = request;
  const { attempts } = counted;
  const timeLeftMs = deadline - clock.now();
  const step = nextStep({ fault, attempts, maxAttempts, timeLeftMs, random: clock.random() });
  if (step.kind !== "wait") return last(generationOf(step, fault, counted));
  request.log?.info(
    `attempt ${attempts} of ${maxAttempts}: ${fault.detail}; next in ${Math.ceil(step.ms / 1e3)} s`
  );
  return { kind: "again", afterMs: step.ms };
}
function unmeasured(why, counted) {
  return last({ kind: "unmeasured", ...why, ...counted });
}
function last(value) {
  return { kind: "last", value };
}
function whyNotBegun({ signal, clock, deadline }) {
  if (clock.now() >= deadline) return { why: "budget", detail: "the time of the run is used up" };
  return signal.aborted ? { why: "cancelled", detail: "the run was cancelled" } : null;
}
function generationOf(step, fault, { attempts, mayBeBilled }) {
  switch (step.kind) {
    case "stopped":
      return { kind: "stopped", fault, attempts };
    case "too-long":
      return { kind: "too-long", detail: fault.detail, attempts };
    case "unmeasured":
      return { kind: "unmeasured", why: step.why, detail: fault.detail, attempts, mayBeBilled };
  }
}

// src/pipeline/engine/ask-model.ts
async function askModel(engine, request, key) {
  let last2 = { why: "provider-error" };
  for (let sampling = 0; sampling < 3; sampling += 1) {
    const outcome = await engine.slots.call(() => askOnce(engine, request, key), request.priority);
    if ("result" in outcome || outcome.why === "budget" || outcome.why === "cancelled") return outcome;
    last2 = outcome;
  }
  return last2;
}
async function askOnce(engine, request, key) {
  const { model, prompt } = request.arm;
  const call = callOf(model, prompt.system + prompt.user);
  while (whyNotAsked(engine, model.id) === null && engine.ledger.mustWait(call))
    await engine.budgetWaiters.next();
  const refusal = whyNotAsked(engine, model.id);
  if (refusal !== null) return refusal;
  const reservation = engine.ledger.reserve(call);
  if ("refused" in reservation) return { why: "budget" };
  const generation = await generate({
    client: engine.ports.clientOf(model),
    prompt,
    clock: engine.ports.clock,
    signal: AbortSignal.any([engine.signal, engine.timeUp]),
    deadline: engine.deadline,
    onFirstEvent: request.onBegun
  });
  settleBook(engine, reservation, generation);
  engine.budgetWaiters.announce();
  engine.watch.note(model.id, generation);
  const record = recordOf(generation, request, key);
  return "result" in record ? engine.ports.records.write(record) : record;
}
function whyNotAsked(engine, model) {
  if (engine.signal.aborted || engine.replayOnly) return { why: "cancelled" };
  const stopped = engine.watch.stopped(model);
  if (stopped !== null) return { why: stopped };
  return engine.ports.clock.now() >= engine.deadline ? { why: "budget" } : null;
}
function settleBook(engine, reservation, generation) {
  if (generation.kind === "completed") engine.ledger.settle(reservation, generation.completion.usage);
  else
    engine.ledger.settle(
      reservation,
      generation.kind === "unmeasured" && generation.mayBeBilled ? "unknown" : null
    );
}
function recordOf(generation, request, key) {
  const named3 = {
    schema: 1,
    kind: "generation",
    key,
    model: request.arm.model.id,
    sample: request.sample,
    nonce: request.arm.prompt.nonce,
    attempts: generation.attempts
  };
  switch (generation.kind) {
    case "completed":
      return { ...named3, result: { kind: "completed", completion: generation.completion } };
    case "too-long":
      return { ...named3, result: { kind: "too-long", detail: generation.detail } };
    case "unmeasured":
      return { why: generation.why };
    case "stopped":
      return { why: "provider-error" };
  }
}

// src/pipeline/engine/forced-failure-run.ts
async function withForcedFailureRun(engine, { arm: { version }, timeoutMs }, of) {
  const { files, testRun } = of;
  const { guard } = testRun;
  if (guard === void 0 || guard.signs.includes("unguarded")) return testRun;
  if (!claimsPass(testRun) || suspicionsOf(files).length === 0) return testRun;
  const content = { kind: "generated", files };
  const { testRun: forced } = await runTests(engine, version, { content, timeoutMs, mode: "forced-failure" });
  if (forced.run.end.kind === "cancelled") return forced;
  if (!passesWhenForcedToFail(forced)) return testRun;
  return { ...testRun, guard: { ...guard, signs: [...guard.signs, "poison-survived"] } };
}

// src/pipeline/engine/run-cell.ts
async function runCell(engine, request) {
  const { arm, question, role, sample } = request;
  const key = arm.keyOf(sample);
  const usable = await storedAnswer(engine, key, request.notBefore ?? 0);
  const begun2 = usable ?? engine.begun.get(key);
  const generated = await (begun2 ?? askFirst(engine, request, key));
  request.onBegun();
  const cell = { question, role, arm, sample, cached: begun2 !== void 0, testRun: null, flaky: [] };
  if (!("result" in generated)) {
    return { ...cell, code: { kind: "unmeasured", why: generated.why }, generation: null };
  }
  const answer = answerOf(generated, arm);
  if (answer.kind === "unusable") {
    return { ...cell, code: { kind: "no-code", why: answer.why }, generation: generated };
  }
  const combined = await testAnswer(engine, request, answer.files);
  if (combined === "sandbox-error") {
    return { ...cell, code: { kind: "unmeasured", why: "sandbox-error" }, generation: generated };
  }
  if (combined === "unsafe-path") {
    return { ...cell, code: { kind: "no-code", why: "unsafe-path" }, generation: generated };
  }
  if (combined.testRun.run.end.kind === "cancelled") {
    return { ...cell, code: { kind: "unmeasured", why: "cancelled" }, generation: generated };
  }
  const suspicions = suspicionsOf(answer.files);
  return { ...cell, code: { kind: "files" }, ...combined, suspicions, generation: generated };
}
function askFirst(engine, request, key) {
  const asked = askModel(engine, request, key);
  engine.begun.set(key, asked);
  return asked;
}
async function storedAnswer({ ports }, key, notBefore) {
  const stored = await ports.records.readGeneration(key);
  const isUsable = stored !== null && stored.origin.at >= notBefore && mayUse(stored, ports.reader);
  return isUsable ? stored : null;
}
function answerOf(record, arm) {
  if (record.result.kind === "too-long") {
    return { kind: "unusable", why: "too-long", detail: record.result.detail };
  }
  return readAnswer({
    completion: record.result.completion,
    nonce: record.nonce,
    mayWrite: arm.mayWrite
  });
}
async function testAnswer(engine, request, files) {
  const { version } = request.arm;
  const content = { kind: "generated", files };
  const run = async (repeat) => (await runTests(engine, version, { content, timeoutMs: request.timeoutMs, repeat })).testRun;
  try {
    const runs = [await run(0)];
    while (runs.length < 3 && mayBeFlaky(combineReruns(runs).testRun)) {
      const again = await run(runs.length);
      if (again.run.end.kind === "cancelled") break;
      runs.push(again);
    }
    const combined = combineReruns(runs);
    return {
      ...combined,
      testRun: await withForcedFailureRun(engine, request, { files, testRun: combined.testRun })
    };
  } catch (error) {
    if (error instanceof UnsafePathError) return "unsafe-path";
    if (error instanceof WorkspaceLostError || error instanceof SandboxError) return "sandbox-error";
    throw error;
  }
}

// src/pipeline/engine/sample-arm.ts
async function sampleArm(engine, of) {
  const { question, role, measured: measured2, priority } = of;
  const arm = question[role];
  if (arm === null) return;
  const timeoutMs = timeoutOf(arm.version, measured2.trees.get(arm.version)?.own ?? null);
  const taken = new Set(measured2.cellsOf(question, role).map(({ sample }) => sample));
  const [first, ...fellows] = of.samples.filter((sample) => !taken.has(sample));
  if (first === void 0) return;
  const { headNotBefore: notBefore } = question;
  const age = notBefore === void 0 || role === "base" ? {} : { notBefore };
  const isCold = engine.warmStart && taken.size === 0;
  engine.progress.plan(question, 1 + fellows.length);
  const measure = async (sample, onBegun) => {
    const request = { arm, question: question.id, role, sample, timeoutMs, priority, onBegun, ...age };
    measured2.add(await runCell(engine, request));
    engine.progress.count(question);
  };
  const begun2 = announcement();
  const leading = measure(first, begun2.announce).finally(begun2.announce);
  if (isCold) await begun2.heard;
  await Promise.all([leading, ...fellows.map((sample) => measure(sample, () => {
  }))]);
}
function announcement() {
  let announce = () => {
  };
  const heard = new Promise((resolve) => {
    announce = resolve;
  });
  return { heard, announce };
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

// src/core/verdict/examine.ts
function examine(samples, plan, decide2) {
  const taken = plan.filter(
    (look2) => isMeasured(samples.base, look2.base) && isMeasured(samples.head, look2.head)
  );
  const look = taken.at(-1);
  if (look === void 0) return unexamined;
  const suite = { base: samples.base.map(isPass), head: samples.head.map(isPass) };
  const passes = passesAt(suite, look);
  const baseTooWeak = passes.base / look.base < decide2.drop;
  const suiteP = falseAlarmRate(plan, strongest(suite, taken));
  const tests = testEvidence(samples.tests, { plan, taken, look });
  const bestTestP = Math.min(1, ...tests.map(({ p }) => p));
  const isUnsuspected = suiteP > 0.05 && bestTestP > 0.05;
  return {
    looks: taken.length,
    p: cellP(baseTooWeak ? 1 : suiteP, bestTestP, samples.tests.length),
    improvedP: improvementP(samples, taken, plan),
    baseTooWeak,
    clean: !baseTooWeak && isUnsuspected && reaches({ plan, look, passes, beta: decide2.beta }, decide2.drop),
    tests,
    at: { look, passes }
  };
}
var unexamined = {
  looks: 0,
  p: 1,
  improvedP: 1,
  baseTooWeak: false,
  clean: false,
  tests: [],
  at: null
};
function cellP(suiteP, bestTestP, tests) {
  return Math.min(1, 2 * Math.min(suiteP, tests === 0 ? 1 : tests * bestTestP));
}
function testEvidence(tests, at) {
  return tests.flatMap((series) => {
    const evidence = strongest(series, at.taken);
    if (evidence <= 0) return [];
    const { base, head } = passesAt(series, at.look);
    return [
      {
        test: series.test,
        p: falseAlarmRate(at.plan, evidence),
        drop: base / at.look.base - head / at.look.head
      }
    ];
  }).toSorted((one, other) => one.p - other.p || other.drop - one.drop);
}
function improvementP(samples, taken, plan) {
  const turned = swapped(plan);
  const looks = swapped(taken);
  const pOf = (series) => falseAlarmRate(turned, strongest({ base: series.head, head: series.base }, looks));
  const suiteP = pOf({ base: samples.base.map(isPass), head: samples.head.map(isPass) });
  return cellP(suiteP, Math.min(1, ...samples.tests.map(pOf)), samples.tests.length);
}
function strongest(series, taken) {
  return Math.max(...taken.map((look) => dropEvidence(passesAt(series, look), look)));
}
function passesAt(series, look) {
  return { base: countUpTo(series.base, look.base), head: countUpTo(series.head, look.head) };
}
function countUpTo(passed, count2) {
  let total = 0;
  for (let sample = 0; sample < count2; sample += 1) if (passed[sample] === true) total += 1;
  return total;
}
function isMeasured(outcomes, count2) {
  const planned = outcomes.slice(0, count2);
  return planned.length === count2 && planned.every((outcome) => outcome.kind !== "unmeasured");
}
function isPass(outcome) {
  return outcome.kind === "passed";
}

// src/core/statistics/holm.ts
function holm(pValues) {
  const ascending = pValues.map((p, index) => ({ p, index })).toSorted((one, other) => one.p - other.p);
  const adjusted = Array.from({ length: pValues.length }, () => 1);
  let largest = 0;
  for (const [rank, { p, index }] of ascending.entries()) {
    largest = Math.max(largest, Math.min(1, p * (pValues.length - rank)));
    adjusted[index] = largest;
  }
  return adjusted;
}

// src/core/statistics/samples-needed.ts
function samplesNeeded(observed) {
  return [5, 8, 12, 16, 20, 25, 40, 60, 100].find((samples) => decides(observed, samples)) ?? null;
}
function decides({ base, head, alpha, beta, drop }, samples) {
  const look = { base: samples, head: samples };
  const passes = { base: Math.round(base * samples), head: Math.round(head * samples) };
  if (falseAlarmRate([look], dropEvidence(passes, look)) <= alpha) return true;
  return noDropEvidence(passes, look, drop) >= noDropThreshold([look], drop, beta);
}

// src/core/verdict/why-inconclusive.ts
function whyInconclusive(answered, examination, decide2) {
  return answered.invalidReason ?? missingSamples(answered) ?? notEnough(answered, examination, decide2);
}
function asRefused(why) {
  return why.replace(providerFailed, "the vendor refused the configuration");
}
function missingSamples({ question, samples }) {
  const reasons = /* @__PURE__ */ new Map();
  for (const outcome of [...samples.base, ...samples.head]) {
    if (outcome.kind === "unmeasured") reasons.set(outcome.why, (reasons.get(outcome.why) ?? 0) + 1);
  }
  const said = [...reasons].map(([why, count2]) => `${count2} × ${plain.get(why) ?? why}`);
  if (said.length > 0) return `not every planned sample could be measured (${said.join(", ")})`;
  const first = question.looks[0]?.head ?? 0;
  return samples.head.length < first ? "no sample was measured" : null;
}
var providerFailed = "the provider failed";
var plain = /* @__PURE__ */ new Map([
  ["provider-error", providerFailed],
  ["quota", "the quota was used up"],
  ["sandbox-error", "the sandbox failed"],
  ["budget", "the budget was spent"],
  ["cancelled", "the run was cancelled"]
]);
function notEnough({ question, samples }, examination, decide2) {
  const head = tallyOf(samples.head);
  if (question.base === null) {
    return `${head.passed}/${measured(head)} passed: too close to the wanted rate for this many samples`;
  }
  const base = tallyOf(samples.base);
  const seen = `base ${base.passed}/${measured(base)}, head ${head.passed}/${measured(head)}`;
  if (examination !== null && examination.looks < question.looks.length) {
    return `sampling ended before the last look (${seen})`;
  }
  return `${seen} after the last look: a drop is neither shown nor ruled out; ${needed(base, head, decide2)}`;
}
function needed(base, head, { alpha, beta, drop }) {
  const rate = (tally) => tally.passed / measured(tally);
  const samples = samplesNeeded({ base: rate(base), head: rate(head), alpha: alpha / 2, beta, drop });
  return samples === null ? "more than 100 samples a side would be needed" : `about ${samples} samples a side would be needed`;
}

// src/core/verdict/decide.ts
function decide(answers, settings, comparisonCount) {
  const adjusted = adjust(answers, settings, comparisonCount);
  const requirements = adjustedRequirements(answers, comparisonCount);
  return answers.map((answered, index) => {
    const examined = adjusted.get(answered);
    const decided = examined === void 0 ? portableVerdict(answered, settings) : regressionVerdict(answered, examined, settings);
    const { compared = null, wholeHead = decided.head } = answered.suites ?? {};
    return { ...decided, compared, wholeHead, requirements: requirements[index] ?? null };
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
  const samples = answered.invalidReason === null ? answered.samples : { base: [], head: [], tests: [] };
  return examine(samples, answered.question.looks, settings.decide);
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
    ...named2(answered.question),
    verdict,
    base,
    head,
    drop: observedDrop(base, head),
    p: examination.at === null ? null : examined.p,
    excludes: verdict === "held" ? excludes(answered, examination, rules.beta) : null,
    ...mayNameTests.has(verdict) ? brokenTests(examination, tests) : noTests,
    culprit: isHurt(verdict) ? answered.question.change.hunks : [],
    why: verdict === "inconclusive" ? whyInconclusive(answered, examination, rules) : null
  };
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
  if (examination.baseTooWeak && examination.looks === answered.question.looks.length) return "base-too-weak";
  return "inconclusive";
}
function isCertain({ confirmation }, p, alpha) {
  return p <= alpha && confirmation.kind !== "due";
}
function isInvalid({ samples }) {
  return [samples.base, samples.head].some(
    (outcomes) => tallyOf(outcomes).unmeasured > 0.2 * outcomes.length
  );
}
function excludes(answered, { at }, beta) {
  return at === null ? null : excludedDrop({ plan: answered.question.looks, ...at, beta });
}
function portableVerdict(answered, settings) {
  const head = tallyOf(answered.samples.head);
  const verdict = portableWord(answered, head, settings.decide.portable);
  return {
    ...named2(answered.question),
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
function named2(question) {
  const insteadOf = replacedModel(question);
  return {
    spec: question.change.name,
    model: question.head.model.id,
    asks: question.asks,
    ...insteadOf === null ? {} : { insteadOf }
  };
}
function brokenTests(examination, of) {
  const confirmed = examination.tests.filter(({ p }) => of.tests * p <= of.alpha);
  if (confirmed.length > 0) return { brokenTests: confirmed.map(({ test }) => test), unconfirmed: false };
  const likely = examination.tests.filter(({ p, drop }) => p <= of.alpha && drop >= of.drop);
  return { brokenTests: likely.map(({ test }) => test), unconfirmed: likely.length > 0 };
}

// src/core/verdict/next-look.ts
function nextLook(examination, round) {
  if (examination.looks < round.taken) return { next: "stop", because: "unmeasured" };
  if (examination.p <= round.alpha / round.questions) return { next: "stop", because: "decided" };
  if (examination.clean) return { next: "stop", because: "clean" };
  if (examination.looks >= round.planned) return { next: "stop", because: "last-look" };
  return { next: "sample-more" };
}

export {
  retrying,
  tamperedCounts,
  culprits,
  headLines,
  encodedPath,
  quoteHunk,
  resultText,
  jsonText,
  jeffreys,
  redRepository,
  isTampered,
  excusedSigns,
  vacuousTests,
  Measured,
  nothingMeasured,
  findSkipReason,
  testResults,
  expectedTests,
  withHeadIds,
  samplesOf,
  samplesIn,
  wholeHeadOf,
  cellsOf,
  cellsDrawn,
  incomparableReason,
  invalidReasonOf,
  examine,
  asRefused,
  decide,
  awaitingConfirmation,
  capNames,
  openEngine,
  spentOn,
  nextLook,
  measureTree,
  callOf,
  sampleArm,
  commitsOf
};
