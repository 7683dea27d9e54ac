import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  findRunners,
  goTestEvents,
  jestJson,
  junit,
  mochaJson,
  nodeTestFile,
  nodeTestLines,
  runners
} from "./chunk-C5AOAJBE.js";
import {
  scriptsOf
} from "./chunk-SRZLTM5C.js";
import "./chunk-X6HJ4QIY.js";
import {
  caseFile,
  caseId,
  cellLimits,
  clip,
  filePattern,
  isNamedBy,
  oneRowPerName,
  resultPaths,
  withSign,
  withoutRoot
} from "./chunk-WSJ3JF5A.js";
import "./chunk-FMJFPCHD.js";
import "./chunk-QAKTEOWQ.js";
import {
  array,
  boolean,
  discriminatedUnion,
  literal,
  object,
  string
} from "./chunk-P6BWDRRG.js";
import {
  __callDispose,
  __using
} from "./chunk-TZXIYNRP.js";

// src/core/results/arrange-results.ts
function askedFiles({ reading }) {
  return reading.kind === "asked" ? reading.files.map(({ name }) => name) : [];
}
function filesOfTree({ reading }) {
  switch (reading.kind) {
    case "exit-code":
      return [];
    case "files":
      return reading.files;
    case "asked":
      return reading.own;
  }
}
function arrangeResults(request) {
  const { test, results } = request.spec;
  switch (results.kind) {
    case "exit-code":
      return { command: test, environment: {}, reading: { kind: "exit-code" } };
    case "file":
    case "files":
      return {
        command: test,
        environment: guarded(request, {}),
        reading: { kind: "files", files: resultPaths(results).map((path) => filePattern(path)) }
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
      files: [...additions.flatMap(({ file }) => file ?? []), ...asked.flatMap(({ files }) => files)],
      perProcess: asked.flatMap(({ perProcess }) => perProcess),
      own: asked.flatMap(({ own }) => own).map((path) => filePattern(path))
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
var messageLimit = 2e3;
function casesOf(found, root, mostTests) {
  if (found.length > mostTests) return null;
  const named2 = found.flatMap((each) => {
    const id = caseId(each, root);
    return id === null ? [] : [{ each, id }];
  });
  const shared = sharedByClasses(named2);
  const cases = named2.map(({ each, id }) => ({
    id: shared.has(id) ? caseId(withClass(each), root) ?? id : id,
    status: each.status,
    message: each.status === "failed" ? clip(withoutRoot(each.message, root), messageLimit) : ""
  }));
  return oneRowPerName(cases);
}
function sharedByClasses(named2) {
  const classes = /* @__PURE__ */ new Map();
  const shared = /* @__PURE__ */ new Set();
  for (const { each, id } of named2) {
    const className = each.className ?? "";
    if ((classes.get(id) ?? className) !== className) shared.add(id);
    classes.set(id, className);
  }
  return shared;
}
function withClass({ file, names, className = "" }) {
  return className === "" ? { file, names } : { file, names: names.toSpliced(-1, 0, className) };
}

// src/core/results/formats/tap-line.ts
var lineLimit = 4e3;
function readTapLine(line) {
  const text = line.slice(0, lineLimit).trimEnd();
  const rest = text.trimStart();
  const indent = text.length - rest.length;
  if (/^Bail out!/i.test(rest)) return { kind: "bail-out" };
  if (rest === "---") return { kind: "yaml", indent };
  if (indent % 4 !== 0) return { kind: "noise" };
  return readStatement(rest, indent / 4);
}
function readStatement(text, level) {
  if (text === "}") return { kind: "close", level };
  if (/^TAP version \d+$/i.test(text)) return { kind: "version", level };
  const plan = /^1\.\.(\d{1,7})(?:\s|$)/.exec(text);
  if (plan !== null) return { kind: "plan", level, count: Number(plan[1]) };
  const point = /^(not )?ok(?=\s|$)\s*\d*\s*(?:- )?(.*)$/.exec(text);
  if (point === null) return { kind: "noise" };
  return { kind: "point", level, ok: point[1] === void 0, ...readDescription(point[2] ?? "") };
}
function readDescription(text) {
  const opens = text.endsWith(" {");
  const whole = opens ? text.slice(0, -2) : text;
  const directive = /(?<!\\)#\s*(?:skip\w*|todo)\b/i.exec(whole);
  const before = directive === null ? whole : whole.slice(0, directive.index);
  const name = before.trimEnd().replace(timeEnding, "");
  return {
    name: `${name.trim().replaceAll(/\\([\\#])/g, "$1")}${opens ? " {" : ""}`,
    skipped: directive !== null,
    opens
  };
}
var timeEnding = /(?:^|\s)#\s*(?:time|duration(?:_ms)?)\s*[=:]?\s*[\d.,]+\s*(?:[mnuµ]?s|min)?$/i;

// src/core/results/formats/tap.ts
var depthLimit = 32;
var tap = {
  name: "tap",
  mayBe: (text) => !/^\s*[<{]/.test(text),
  isPrintedIn: (output) => /^(?:TAP version \d+|1\.\.\d+)\s*$/m.test(output),
  read: readTap
};
function readTap(text) {
  const points = pointsOf(text.split(/\r?\n/));
  return points === null ? null : { cases: withoutTiming(foundIn(points, [])) };
}
var timing = / in \d+ms$/;
function withoutTiming(cases) {
  const isTimed = cases.every(({ names }) => timing.test(names.at(-1) ?? ""));
  if (!isTimed) return cases;
  return cases.map((each) => ({ ...each, names: each.names.map((name) => name.replace(timing, "")) }));
}
function pointsOf(lines) {
  const reading = { blocks: [newBlock(null)], finished: [], faulty: false };
  let last = null;
  for (let index = 0; index < lines.length && !reading.faulty; index += 1) {
    const line = readTapLine(lines[index] ?? "");
    if (line.kind === "yaml" && last !== null && line.indent === last.line.level * 4 + 2) {
      const yaml = readTapYaml(lines, index);
      if (yaml === null) return null;
      last.message = yaml.message;
      last.isSuite = yaml.isSuite;
      index = yaml.end;
    }
    if (line.kind !== "noise") last = take(reading, line);
  }
  endDocument(reading);
  return reading.faulty ? null : reading.finished;
}
function newBlock(parent) {
  return { points: [], plan: null, parent };
}
function take(reading, line) {
  switch (line.kind) {
    case "point":
      return takePoint(reading, line);
    case "plan":
      takePlan(reading, line);
      return null;
    case "version":
      if (line.level === 0 && hasBegun(reading)) endDocument(reading);
      return null;
    case "close":
      closeBraces(reading, line.level);
      return null;
    case "bail-out":
      reading.faulty = true;
      return null;
    case "yaml":
    case "noise":
      return null;
  }
}
function takePoint(reading, line) {
  const block = blockAt(reading, line.level);
  if (block === null) return null;
  const point = {
    line,
    name: line.name,
    children: childrenFor(reading, line.level),
    message: "",
    isSuite: false
  };
  block.points.push(point);
  if (line.opens) reading.blocks[line.level + 1] = newBlock(point);
  return point;
}
function takePlan(reading, line) {
  const block = blockAt(reading, line.level);
  if (block === null) return;
  if (block.plan !== null) reading.faulty = true;
  block.plan = line.count;
}
function blockAt({ blocks }, level) {
  if (level > blocks.length || level > depthLimit) return null;
  blocks[level] ??= newBlock(null);
  return blocks[level];
}
function childrenFor(reading, level) {
  const block = reading.blocks[level + 1];
  reading.blocks.length = level + 1;
  if (block === void 0 || block.plan === null) return [];
  if (block.plan !== block.points.length || block.parent !== null) reading.faulty = true;
  return block.points;
}
function closeBraces(reading, level) {
  const block = reading.blocks[level + 1];
  if (block === void 0 || block.parent === null) return;
  if (block.plan !== null && block.plan !== block.points.length) reading.faulty = true;
  block.parent.children = block.points;
  block.parent.name = block.parent.name.replace(/ ?\{$/, "");
  reading.blocks.length = level + 1;
}
function hasBegun({ blocks }) {
  return blocks.length > 1 || blocks[0]?.plan !== null || blocks[0].points.length > 0;
}
function endDocument(reading) {
  const [top, open] = reading.blocks;
  const isOpen = open !== void 0 && (open.plan !== null || open.parent !== null && open.points.length > 0);
  if (top === void 0 || top.plan !== top.points.length || isOpen) reading.faulty = true;
  for (const point of top?.points ?? []) reading.finished.push(point);
  reading.blocks = [newBlock(null)];
}
function foundIn(points, parents) {
  return points.flatMap(({ line, name, children, message, isSuite }) => {
    const names = [...parents, name];
    if (children.length > 0) return foundIn(children, names);
    if (isSuite) return [];
    const status = line.skipped ? "skipped" : line.ok ? "passed" : "failed";
    return [{ file: "", names, status, message }];
  });
}
var blockLimit = 2e3;
function readTapYaml(lines, start) {
  const indent = indentOf(lines[start] ?? "");
  const after = lines.slice(start + 1, start + blockLimit);
  const length = after.findIndex((line) => line.trim() === "..." && indentOf(line) === indent);
  if (length === -1) return null;
  const block = after.slice(0, length);
  return {
    message: messageIn(block),
    isSuite: block.some((line) => /^\s*type: '?suite'?$/.test(line) && indentOf(line) === indent),
    end: start + 1 + length
  };
}
function messageIn(block) {
  const at = block.findIndex((line2) => /^\s*(?:error|message):/.test(line2));
  const line = block[at];
  if (line === void 0) return "";
  const value = line.slice(line.indexOf(":") + 1).trim();
  if (!/^[|>][+-]?$/.test(value)) return value.replace(/^(['"])(.*)\1$/, "$2");
  const rest = block.slice(at + 1);
  const next = rest.findIndex((other) => other.trim() !== "" && indentOf(other) <= indentOf(line));
  return (next === -1 ? rest : rest.slice(0, next)).map((other) => other.trim()).join("\n");
}
function indentOf(line) {
  return line.length - line.trimStart().length;
}

// src/core/results/formats/formats.ts
var formats = [
  junit,
  jestJson,
  mochaJson,
  nodeTestLines,
  tap,
  goTestEvents
];

// src/core/results/read-report.ts
function readRaw(format, text) {
  const found = format.read(text);
  return found === null ? null : { ...found, format: format.name };
}
function readAnyRaw(text) {
  const whole = text.replace(/^\uFEFF/, "");
  for (const format of formats) {
    const report = format.mayBe(whole) ? readRaw(format, whole) : null;
    if (report !== null) return report;
  }
  return null;
}
function isAnotherDocument(text) {
  const [, root] = /^\uFEFF?\s*(?:<(?:\?|!)[^>]*>\s*)*<([\w:.-]+)/.exec(text) ?? [];
  return root !== void 0 && !["testsuite", "testsuites"].includes(root) && text.trimEnd().endsWith(">");
}
function joinReports(reports, root, mostTests = cellLimits(null).tests) {
  const whole = reports.filter((report) => report !== null);
  const [first] = whole;
  if (first === void 0 || whole.length < reports.length) return null;
  const cases = casesOf(
    whole.flatMap((report) => report.cases),
    root,
    mostTests
  );
  if (cases === null) return null;
  const cutShort = new Set(whole.flatMap((report) => report.cutShort ?? []));
  const files = [...cutShort].map((file) => caseFile(file, root));
  return { format: first.format, cases, ...files.length === 0 ? {} : { cutShort: files } };
}
function readReport(format, text, root) {
  return joinReports([readRaw(format, text)], root);
}
function formatPrintedIn(output) {
  return formats.find(({ isPrintedIn }) => isPrintedIn?.(output) ?? false) ?? null;
}

// src/core/results/collect-report.ts
function collectReport(sources) {
  const report = readSources(sources);
  const { largestBytes = 0 } = sources;
  return report === null || largestBytes < largeBytes ? report : { ...report, bytes: largestBytes };
}
var largeBytes = 4 * 1024 * 1024;
function readSources(sources) {
  const { reading } = sources.arrangement;
  const root = typeof sources.root === "string" ? [sources.root] : sources.root;
  switch (reading.kind) {
    case "exit-code":
      return { format: "exit-code", cases: [] };
    case "files":
      return readResults(sources, root);
    case "asked":
      return readAsked(reading, sources, root);
  }
}
function readResults({ results, mostTests }, root) {
  const texts = results.map(({ text }) => text);
  const reports = texts.filter((text) => text === null || texts.length === 1 || !isAnotherDocument(text)).map((text) => text === null ? null : readAnyRaw(text));
  return joinReports(reports, root, mostTests);
}
function readAsked({ files: asked, perProcess, own }, { files, results, stdout, mostTests }, root) {
  const fromFiles = asked.map(({ name, format }) => {
    const text = files.get(name);
    return text === void 0 ? null : readRaw(format, text);
  });
  const fromProcesses = perProcess.map(({ isDue, named: named2, format }) => ({
    isDue,
    reports: textsNamed(files, named2).map((text) => readRaw(format, text))
  }));
  const due = fromProcesses.filter(({ isDue }) => isDue);
  const isLeft = own.every((pattern) => results.some(({ path }) => isNamedBy(path, [pattern])));
  if (!isLeft || due.some(({ reports: reports2 }) => reports2.length === 0)) return null;
  const fromTree = results.map(({ text }) => text === null ? null : readAnyRaw(text));
  const reports = [...fromFiles, ...fromTree, ...due.flatMap((one) => one.reports)];
  if (reports.length > 0) return joinReports(reports, root, mostTests);
  const others = fromProcesses.flatMap((one) => one.reports);
  return others.length > 0 ? joinReports(others, root, mostTests) : readPrinted(stdout, root);
}
function readPrinted(stdout, root) {
  const format = formatPrintedIn(stdout);
  return format === null ? { format: "exit-code", cases: [] } : readReport(format, stdout, root);
}
function textsNamed(files, named2) {
  return [...files].filter(([name]) => named2.test(name)).toSorted(([one], [other]) => one < other ? -1 : 1).map(([, text]) => text);
}

// src/core/results/loaded-files.ts
var loadedList = "loaded.txt";
function traced({ command, environment }, places) {
  return {
    command: tracedCommand(command),
    environment: {
      ...environment,
      NODE_V8_COVERAGE: `${places.temporary}/loaded-v8`,
      PYTHONPYCACHEPREFIX: `${places.temporary}/loaded-python`,
      SPEC_PORTABILITY_LOADED: `${places.reports}/${loadedList}`
    }
  };
}
function tracedCommand(command) {
  return [
    `(
${command}
)`,
    "code=$?",
    "{",
    String.raw`  grep -rohE '"url":"[^"]*"' "$TMPDIR/loaded-v8" | cut -d'"' -f4`,
    `  (cd "$PYTHONPYCACHEPREFIX" && find . -name '*.pyc' | sed 's|^[.]||; s|[.][a-z]*-[0-9]*[^/]*[.]pyc$|.py|')`,
    `  [ -f go.mod ] && go list -e -test -deps -f '{{$d := .Dir}}{{range .GoFiles}}{{$d}}/{{.}}{{"\\n"}}{{end}}' ./...`,
    `} 2>/dev/null | sort -u | head -c 4000000 > "$SPEC_PORTABILITY_LOADED"`,
    "exit $code"
  ].join("\n");
}
var shownAtMost = 3;
function loadedInstead(list, { root, written, committed }) {
  const known = /* @__PURE__ */ new Set([...committed, ...written]);
  const loaded = list.split("\n").map((line) => pathOf(line, root)).filter((path) => path !== null && !known.has(path)).filter((path) => path !== null);
  const copies = loaded.filter((path) => written.some((own) => isCopy(path, own)));
  const built = loaded.filter((path) => !path.startsWith("/") && !isInstalled(path));
  return (copies.length > 0 ? copies : built).slice(0, shownAtMost);
}
function pathOf(line, root) {
  const path = line.startsWith("file://") ? decoded(line.slice("file://".length)) : line;
  if (!path.startsWith("/") || new RegExp("\\p{Cc}", "u").test(path)) return null;
  const [plain = ""] = path.split(/[?#]/, 1);
  return withoutRoot(plain, [root]);
}
function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
function isCopy(path, own) {
  const [name, folder] = lastTwo(path);
  const [ownName, ownFolder] = lastTwo(own);
  if (name !== ownName) return false;
  return !isCommon(name) && !path.startsWith("/") || folder === ownFolder;
}
function lastTwo(path) {
  const parts = path.split("/");
  return [(parts.at(-1) ?? "").replace(/\.[^.]*$/, ""), parts.at(-2) ?? ""];
}
function isCommon(name) {
  return ["index", "main", "mod", "lib", "__init__", "utils"].includes(name);
}
function isInstalled(path) {
  return /(?:^|\/)(?:node_modules|\.venv|venv|site-packages|vendor)\//.test(path);
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
  return text.split("\n").slice(0, -1).slice(0, lineLimit2).map((line) => lineSchema.safeParse(valueOf(line)).data ?? null);
}
var lineLimit2 = 1e4;
function sealOf(text) {
  const last = text.slice(text.trimEnd().lastIndexOf("\n") + 1);
  return sealSchema.safeParse(valueOf(last)).data ?? null;
}
function valueOf(line) {
  try {
    return JSON.parse(line);
  } catch {
    return void 0;
  }
}
function isCutShort(lines) {
  const ended = new Set(lines.filter(({ event }) => event === "ended").map(({ id }) => id));
  return lines.some(({ id }) => !ended.has(id));
}
function shownName(name) {
  return name.replaceAll(/[^\w.$ ]/g, "").slice(0, 60);
}

// src/pipeline/engine/test-in-workspace.ts
async function testInWorkspace(engine, version, request) {
  var _stack = [];
  try {
    const { workspaces, sandbox, environmentOf } = engine.ports;
    const prepared = await workspaces.prepare(version, engine.signal);
    const workspace = __using(_stack, await prepared.open(request.content, request.changed), true);
    const key = request.isGuarded === false ? null : engine.ports.newKey();
    const arrangement = await arranged(engine, version, { ...request, workspace, key });
    const isTraced = request.mode === "traced";
    const { command, environment } = isTraced ? traced(arrangement, workspace) : arrangement;
    const wanted = { files: filesOfTree(arrangement), mostBytes: request.limits.bytes };
    const place = await sandbox();
    const view = await workspace.view(wanted);
    const run = await place.run({
      purpose: "test",
      view,
      command,
      directory: workspace.directory,
      environment: { ...environmentOf(workspace), ...environment },
      timeoutMs: request.timeoutMs,
      signal: engine.signal,
      turn: request.turn
    });
    const reports = await workspace.readReports(wanted.mostBytes);
    const results = await workspace.readResults(wanted);
    const files = new Map(reports.flatMap(({ path, text }) => text === null ? [] : [[path, text]]));
    const guard = key === null ? null : readGuard(files, key, askedFiles(arrangement));
    const isChanged = await workspace.isJudgeChanged();
    return {
      ...isTraced ? { loaded: await whatWasLoaded(engine, version, { workspace, files }) } : {},
      run,
      ...withSign(guard, isChanged ? "files-changed" : null),
      ...tooLargeIn([...reports, ...results], wanted.mostBytes),
      report: collectReport({
        arrangement,
        files,
        results,
        largestBytes: Math.max(0, ...[...reports, ...results].map(({ bytes }) => bytes)),
        mostTests: request.limits.tests,
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
async function arranged({ ports }, { spec }, of) {
  const { workspace, key, mode } = of;
  return arrangeResults({
    spec,
    packageJson: await workspace.read(`${workspace.directory}/package.json`),
    reports: workspace.reports,
    reporter: ports.nodeTestReporter,
    guard: key === null ? null : { key, mode: mode === "forced-failure" ? "forced-failure" : "plain" }
  });
}
function tooLargeIn(files, limitBytes) {
  const large = files.find(({ text }) => text === null);
  return large === void 0 ? {} : { tooLarge: { file: large.path, bytes: large.bytes, limitBytes } };
}
async function whatWasLoaded({ ports }, { commit, emptied }, of) {
  const committed = (await ports.repository.listFiles(commit)).map(({ path }) => path);
  const { root } = of.workspace;
  return loadedInstead(of.files.get(loadedList) ?? "", { root, written: emptied, committed });
}
export {
  testInWorkspace
};
