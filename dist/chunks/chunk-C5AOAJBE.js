import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  isGiven,
  pathInTree,
  plainWords,
  scriptCalled,
  shellCommands,
  shellQuoted,
  unquoted,
  valueOf,
  valuesOf,
  wordsOfCall
} from "./chunk-SRZLTM5C.js";
import {
  testStatuses
} from "./chunk-WSJ3JF5A.js";
import {
  XMLParser,
  XMLValidator
} from "./chunk-QAKTEOWQ.js";
import {
  _enum,
  array,
  boolean,
  literal,
  number,
  object,
  record,
  strictObject,
  string,
  union,
  unknown
} from "./chunk-P6BWDRRG.js";

// src/core/results/formats/json-text.ts
var valueLimit = 15e5;
var lettersPerValue = 11;
var comma = 44;
var lineEnd = 10;
function hasTooManyValues(text) {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character === comma || character === lineEnd) count += 1;
  }
  return count > Math.max(valueLimit, text.length / lettersPerValue);
}
function valueOf2(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}

// src/core/results/formats/node-test-lines.ts
var headSchema = object({ format: literal("spec-portability-node-test"), version: literal(1) });
var caseSchema = object({
  file: string(),
  names: array(string()).min(1),
  status: _enum(testStatuses),
  message: string()
});
var cutShortSchema = strictObject({ file: string(), cutShort: literal(true) });
var endSchema = object({ end: literal(true) });
var nodeTestLines = {
  name: "node-test",
  mayBe: (text) => text.trimStart().startsWith("{"),
  isPrintedIn: null,
  read: readNodeTestLines
};
function readNodeTestLines(text) {
  if (hasTooManyValues(text)) return null;
  const lines = linesOf(text.trimStart());
  if (lines === null || lines.length < 2) return null;
  if (!headSchema.safeParse(lines[0]).success || !endSchema.safeParse(lines.at(-1)).success) return null;
  const found = array(union([caseSchema, cutShortSchema])).safeParse(lines.slice(1, -1));
  if (!found.success) return null;
  return {
    cases: found.data.filter((line) => "names" in line),
    cutShort: found.data.flatMap((line) => "cutShort" in line ? [line.file] : [])
  };
}
function linesOf(text) {
  try {
    return text.split("\n").filter((line) => line !== "").map((line) => JSON.parse(line));
  } catch {
    return null;
  }
}

// src/core/results/runners/runner.ts
var nothingAsked = { additions: [], environment: {}, files: [], perProcess: [], own: [] };

// src/core/results/runners/node-test.ts
var nodeTestFile = /^node-test-[\d-]+\.jsonl$/;
var nodeTest = {
  name: "node-test",
  askedBy: "variable",
  namedAt(words) {
    const plain = words.map((word) => unquoted(word));
    return plain.some((word) => /(?:^|\/)(?:node|nodejs|tsx)$/.test(word)) ? plain.indexOf("--test") : -1;
  },
  ask(calls, around) {
    if (around.sets("NODE_OPTIONS")) return askedByWords(calls, around);
    const options = nodeOptions(calls, around);
    const isDue = options !== null && calls.length > 0;
    return {
      ...nothingAsked,
      environment: options === null ? {} : { NODE_OPTIONS: options },
      perProcess: [{ named: nodeTestFile, format: nodeTestLines, isDue }]
    };
  }
};
function askedByWords(calls, around) {
  const additions = calls.flatMap((call) => {
    const { place } = call;
    const options = nodeOptions([call], around);
    if (place === null || options === null || !around.line.slice(0, place.at).endsWith("--test")) return [];
    const words = options.split(" ").map((word) => shellQuoted(word));
    return [{ at: place.at, text: ` ${words.join(" ")}`, file: null }];
  });
  const isDue = additions.length > 0;
  return { ...nothingAsked, additions, perProcess: [{ named: nodeTestFile, format: nodeTestLines, isDue }] };
}
function nodeOptions(calls, { reports, reporter }) {
  const [first, ...others] = calls.map(({ words }) => reportersIn(words));
  if (first !== void 0 && others.some((call) => !isSame(call, first))) return null;
  const ours = `--test-reporter=${reporterUrl(reporter, reports)} ${toStdout}`;
  if (first === void 0 || first.reporters === 0) return `--test-reporter=spec ${toStdout} ${ours}`;
  if (first.reporters === first.destinations) return ours;
  return first.reporters === 1 && first.destinations === 0 ? `${ours} ${toStdout}` : null;
}
function reportersIn(words) {
  return {
    reporters: words.filter((word) => /^--test-reporter(?:=|$)/.test(word)).length,
    destinations: words.filter((word) => /^--test-reporter-destination(?:=|$)/.test(word)).length
  };
}
function isSame(one, other) {
  return one.reporters === other.reporters && one.destinations === other.destinations;
}
var toStdout = "--test-reporter-destination=stdout";
function reporterUrl(reporter, reports) {
  const path = reporter.split("/").map((part) => encoded(part));
  return `file://${path.join("/")}?reports=${encoded(reports)}`;
}
function encoded(text) {
  return encodeURIComponent(text).replaceAll("'", "%27");
}

// src/core/results/formats/pytest-names.ts
function pytestNames({ classname, name: name2, file }) {
  if (classname === "") return null;
  if (file === "") return [classname, name2];
  const module = file.replace(/\.py$/, "").replaceAll("/", ".");
  if (classname === module) return [name2];
  return classname.startsWith(`${module}.`) ? [...classname.slice(module.length + 1).split("."), name2] : [classname, name2];
}

// src/core/results/formats/xml-entities.ts
var named = /* @__PURE__ */ new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"]
]);
function decodeEntities(text) {
  return text.replaceAll(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w+);/gi, (whole, entity) => {
    if (!entity.startsWith("#")) return named.get(entity) ?? whole;
    const isHex = entity.charAt(1).toLowerCase() === "x";
    const code = Number.parseInt(entity.slice(isHex ? 2 : 1), isHex ? 16 : 10);
    return isCharacter(code) ? String.fromCodePoint(code) : whole;
  });
}
function isCharacter(code) {
  return code > 0 && code <= 1114111 && (code < 55296 || code > 57343);
}

// src/core/results/formats/junit.ts
var depthLimit = 64;
var attributesKey = ":@";
var textKey = "#text";
var parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  processEntities: false,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false
});
var nodesSchema = array(record(string(), unknown()));
var attributesSchema = record(string(), string()).catch({});
var junit = {
  name: "junit",
  mayBe: (text) => text.trimStart().startsWith("<"),
  isPrintedIn: null,
  read: readJunit
};
function readJunit(text) {
  const xml = text.trimStart();
  try {
    if (XMLValidator.validate(xml) !== true) return null;
    const nodes = parser.parse(xml);
    const top = elementsOf(nodes).filter(({ tag }) => tag === "testsuites" || tag === "testsuite");
    return top.length === 1 ? { cases: top.flatMap((element) => casesUnder(element, outermost)) } : null;
  } catch {
    return null;
  }
}
var outermost = { file: "", names: [], depth: 0 };
function casesUnder(element, suite) {
  if (suite.depth > depthLimit) throw new Error("nested too deep");
  if (element.tag === "testcase") return caseOf(element, suite);
  if (element.tag !== "testsuite" && element.tag !== "testsuites") return [];
  const inner = innerSuite(element, suite);
  return elementsOf(element.children).flatMap((child) => casesUnder(child, inner));
}
function innerSuite({ tag, attributes }, suite) {
  const name2 = tag === "testsuite" ? decodeEntities(attributes["name"] ?? "") : "";
  return {
    file: decodeEntities(attributes["file"] ?? "") || suite.file,
    names: name2 === "" ? suite.names : [...suite.names, name2],
    depth: suite.depth + 1
  };
}
function caseOf({ attributes, children }, suite) {
  const place = placeOf(attributes, suite);
  if (place === null) return [];
  const results = elementsOf(children);
  const skipped = results.some(({ tag }) => tag === "skipped");
  const fault = results.find(({ tag }) => tag === "failure" || tag === "error");
  return [
    {
      ...place,
      status: skipped ? "skipped" : fault === void 0 ? "passed" : "failed",
      message: fault === void 0 ? "" : messageOf(fault)
    }
  ];
}
function placeOf(attributes, suite) {
  const attribute = (key) => decodeEntities(attributes[key] ?? "");
  const [name2, classname] = [attribute("name"), attribute("classname")];
  const file = attribute("file") || suite.file;
  if (suite.names.length === 1 && suite.names[0] === "pytest") {
    const names2 = pytestNames({ classname, name: name2, file });
    return names2 === null ? null : { file, names: names2 };
  }
  const names = [...suite.names, name2];
  return file === "" && !isSaid(classname, names) ? { file, names: names.toSpliced(-1, 0, classname) } : { file, names, className: classname };
}
function isSaid(classname, names) {
  return classname === "" || classname === "test" || names.some((name2) => name2.includes(classname)) || classname === names.join(" ");
}
function messageOf({ attributes, children }) {
  const text = elementsOf(children).filter(({ tag }) => tag === textKey).map((child) => String(child.children)).join("");
  return decodeEntities(attributes["message"] ?? text).trim();
}
function elementsOf(nodes) {
  const read = nodesSchema.safeParse(nodes);
  if (!read.success) return [];
  return read.data.flatMap((node) => {
    const attributes = attributesSchema.parse(node[attributesKey] ?? {});
    return Object.entries(node).filter(([key]) => key !== attributesKey).map(([tag, children]) => ({ tag, attributes, children }));
  });
}

// src/core/results/runners/asked-in-command.ts
function askedInCommand(calls, { reports, line }, wordsFor4) {
  const all = calls.map((call) => askedOf(call, { reports, line }, wordsFor4));
  return {
    ...nothingAsked,
    additions: all.flatMap(({ additions }) => additions),
    own: all.flatMap(({ own }) => own)
  };
}
function askedOf(call, { reports, line }, wordsFor4) {
  const name2 = `${call.runner.name}-${call.number}.json`;
  const asked = wordsFor4(call, `${reports}/${name2}`);
  if (asked?.kind === "ours") {
    return { additions: added(call, asked.words, { name: name2, format: asked.format }), own: [] };
  }
  const path = asked === null ? null : pathInTree(asked.path);
  if (asked === null || path === null || asked.words !== "" && call.place === null) {
    return { additions: [], own: [] };
  }
  return { additions: added(call, asked.words, null), own: [fromRoot(line, path)] };
}
function added({ place }, words, file) {
  return place === null || words === "" ? [] : [{ at: place.at, text: ` ${place.separator}${words}`, file }];
}
function fromRoot(line, path) {
  return /(?:^|[;&|(\n])\s*cd\s/.test(line) ? `**/${path}` : path;
}

// src/core/results/runners/bun-test.ts
var bunTest = {
  name: "bun-test",
  askedBy: "words",
  namedAt: ([program = "", verb = ""]) => /^(?:.*\/)?bun$/.test(unquoted(program)) && unquoted(verb) === "test" ? 1 : -1,
  ask: (calls, around) => askedInCommand(calls, around, ({ words }, file) => {
    const own = valueOf(words, ["--reporter-outfile"]);
    if (own !== null) return { kind: "own", words: "", path: own };
    const reporter = valueOf(words, ["--reporter"]);
    if (reporter !== null && reporter !== "junit") return null;
    const asked = `${reporter === null ? "--reporter=junit " : ""}${shellQuoted(`--reporter-outfile=${file}`)}`;
    return { kind: "ours", words: asked, format: junit };
  })
};

// src/core/results/formats/go-test-events.ts
var eventSchema = object({
  Action: string(),
  Package: string().optional(),
  Test: string().optional(),
  Output: string().optional()
});
var goTestEvents = {
  name: "go-test",
  mayBe: (text) => !text.trimStart().startsWith("<"),
  isPrintedIn: null,
  read: readGoTestEvents
};
function readGoTestEvents(text) {
  if (hasTooManyValues(text)) return null;
  const events = eventsOf(text.trimStart());
  return events === null || !everyPackageEnded(events) ? null : { cases: casesIn(events) };
}
function eventsOf(text) {
  const events = [];
  for (const line of text.split("\n")) {
    if (!line.startsWith("{")) continue;
    const read = eventSchema.safeParse(valueOf2(line));
    if (!read.success) return null;
    events.push(read.data);
  }
  return events;
}
var endings = {
  pass: "passed",
  fail: "failed",
  skip: "skipped"
};
function everyPackageEnded(events) {
  const begun = new Set(events.flatMap(({ Package }) => Package ?? []));
  const ended = new Set(
    events.flatMap(
      ({ Action, Package, Test }) => Package !== void 0 && Test === void 0 && Object.hasOwn(endings, Action) ? [Package] : []
    )
  );
  return begun.size > 0 && [...begun].every((name2) => ended.has(name2));
}
function casesIn(events) {
  const ended = events.flatMap(({ Action, Package, Test }) => {
    const status = Object.hasOwn(endings, Action) ? endings[Action] : void 0;
    return status === void 0 || Package === void 0 || Test === void 0 || isNoTest(Test) ? [] : [{ package: Package, test: Test, status }];
  });
  const { parents, failedWithin } = parentsAmong(ended);
  const messages = messagesOf(events);
  return ended.filter((one) => {
    const key = keyOf(one.package, one.test);
    return !parents.has(key) || one.status === "failed" && !failedWithin.has(key);
  }).map((one) => ({
    file: one.package,
    names: one.test.split("/"),
    status: one.status,
    message: messages.get(keyOf(one.package, one.test)) ?? ""
  }));
}
function isNoTest(name2) {
  return name2 === "" || name2.startsWith("Benchmark");
}
function parentsAmong(ended) {
  const parents = /* @__PURE__ */ new Set();
  const failedWithin = /* @__PURE__ */ new Set();
  for (const one of ended) {
    for (let at = one.test.indexOf("/"); at !== -1; at = one.test.indexOf("/", at + 1)) {
      const key = keyOf(one.package, one.test.slice(0, at));
      parents.add(key);
      if (one.status === "failed") failedWithin.add(key);
    }
  }
  return { parents, failedWithin };
}
var messageLimit = 4e3;
function messagesOf(events) {
  const messages = /* @__PURE__ */ new Map();
  for (const { Action, Package = "", Test, Output = "" } of events) {
    if (Action !== "output" || Test === void 0 || /^\s*(?:===|---) /.test(Output)) continue;
    const key = keyOf(Package, Test);
    const said = messages.get(key) ?? "";
    if (said.length < messageLimit) messages.set(key, `${said}${Output}`.slice(0, messageLimit));
  }
  return new Map([...messages].map(([key, text]) => [key, text.trim()]));
}
function keyOf(name2, test) {
  return `${name2}\0${test}`;
}

// src/core/results/runners/go-test.ts
var goTest = {
  name: "go-test",
  askedBy: "redirection",
  namedAt: ([program = "", verb = ""]) => /^(?:.*\/)?go$/.test(unquoted(program)) && unquoted(verb) === "test" ? 1 : -1,
  ask: (calls, around) => askedInCommand(calls, around, ({ words, place }, file) => {
    const json = isGiven(words, ["-json", "--json"]);
    const target = place === null ? null : targetIn(around.line.slice(place.at));
    if (target === null) {
      const fresh = isGiven(words, ["-count", "--count"]) ? "" : "-count=1 ";
      return {
        kind: "ours",
        words: `${json ? "" : "-json "}${fresh}> ${shellQuoted(file)}`,
        format: goTestEvents
      };
    }
    return json ? { kind: "own", words: "", path: target } : null;
  })
};
function targetIn(rest) {
  return /^[^;&|\n]*(?<![02-9])>+\s*([^\s;&|<>()]+)/.exec(rest)?.[1] ?? null;
}

// src/core/results/formats/jest-json.ts
var assertionSchema = object({
  ancestorTitles: array(string()),
  title: string(),
  status: _enum(["passed", "failed", "pending", "skipped", "todo", "disabled"]),
  failureMessages: array(string()).nullish()
});
var reportSchema = object({
  wasInterrupted: boolean().optional(),
  testResults: array(object({ name: string(), assertionResults: array(assertionSchema) }))
});
var jestJson = {
  name: "jest-json",
  mayBe: (text) => text.trimStart().startsWith("{"),
  isPrintedIn: null,
  read: readJestJson
};
function readJestJson(text) {
  if (hasTooManyValues(text)) return null;
  const parsed = reportSchema.safeParse(valueOf2(text));
  if (!parsed.success || parsed.data.wasInterrupted === true) return null;
  const cases = parsed.data.testResults.flatMap(
    (file) => file.assertionResults.map((assertion) => foundCase(file.name, assertion))
  );
  return { cases };
}
function foundCase(file, assertion) {
  return {
    file,
    names: [...suitesOf(assertion.ancestorTitles), assertion.title],
    status: statusOf(assertion.status),
    message: (assertion.failureMessages ?? []).join("\n")
  };
}
function suitesOf(ancestors) {
  return ancestors[0] === "" ? ancestors.slice(1) : ancestors;
}
function statusOf(status) {
  return status === "passed" || status === "failed" ? status : "skipped";
}

// src/core/results/runners/jest.ts
var jest = {
  name: "jest",
  askedBy: "words",
  namedAt: (words) => words.findIndex((word) => /^(?:.*\/)?jest(?:\.js)?$/.test(word)),
  ask: (calls, around) => askedInCommand(calls, around, ({ words }, file) => {
    const json = isGiven(words, ["--json"]) ? "" : "--json ";
    const own = valueOf(words, ["--outputFile", "--output-file"]);
    return own === null ? { kind: "ours", words: `${json}${shellQuoted(`--outputFile=${file}`)}`, format: jestJson } : { kind: "own", words: json.trim(), path: own };
  })
};

// src/core/results/formats/mocha-json.ts
var testSchema = object({
  title: string(),
  fullTitle: string(),
  file: string().nullish(),
  err: object({ message: string().nullish(), stack: string().nullish() }).nullish()
});
var reportSchema2 = object({
  stats: object({ tests: number() }),
  tests: array(testSchema),
  pending: array(testSchema),
  failures: array(testSchema)
});
var mochaJson = {
  name: "mocha-json",
  mayBe: (text) => text.trimStart().startsWith("{"),
  isPrintedIn: null,
  read: readMochaJson
};
function readMochaJson(text) {
  if (hasTooManyValues(text)) return null;
  const parsed = reportSchema2.safeParse(valueOf2(text));
  if (!parsed.success) return null;
  const { tests, pending, failures } = parsed.data;
  const [skipped, failed] = [new Set(pending.map(keyOf2)), new Set(failures.map(keyOf2))];
  const known = new Set(tests.map(keyOf2));
  const hooks = failures.filter((each) => !known.has(keyOf2(each)));
  return {
    cases: [...tests, ...hooks].map((each) => {
      const key = keyOf2(each);
      if (skipped.has(key)) return foundCase2(each, "skipped");
      return foundCase2(each, failed.has(key) ? "failed" : "passed");
    })
  };
}
function foundCase2({ title, fullTitle, file, err }, status) {
  const suite = fullTitle.endsWith(` ${title}`) ? fullTitle.slice(0, -title.length - 1) : "";
  return {
    file: file ?? "",
    names: suite === "" ? [title] : [suite, title],
    status,
    message: err?.message ?? err?.stack ?? ""
  };
}
function keyOf2({ file, fullTitle }) {
  return `${file ?? ""}\0${fullTitle}`;
}

// src/core/results/runners/mocha.ts
var mocha = {
  name: "mocha",
  askedBy: "words",
  namedAt: (words) => words.findIndex((word) => /^(?:.*\/)?_?mocha(?:\.js)?$/.test(word)),
  ask: (calls, around) => askedInCommand(calls, around, wordsFor)
};
var reporterNames = ["--reporter", "-R"];
var optionNames = ["--reporter-option", "--reporter-options", "-O"];
var writing = { json: mochaJson, xunit: junit };
function wordsFor({ words }, file) {
  const output = shellQuoted(`output=${file}`);
  if (!isGiven(words, reporterNames)) {
    return { kind: "ours", words: `--reporter json --reporter-option ${output}`, format: mochaJson };
  }
  const format = writing[valueOf(words, reporterNames) ?? ""];
  if (format === void 0) return null;
  const own = outputOf(words);
  return own === null ? { kind: "ours", words: `--reporter-option ${output}`, format } : { kind: "own", words: "", path: own };
}
function outputOf(words) {
  const pairs = valuesOf(words, optionNames).flatMap((value) => value.split(","));
  return pairs.find((pair) => pair.startsWith("output="))?.slice("output=".length) ?? null;
}

// src/core/results/runners/pytest.ts
var name = "pytest.xml";
var fileNames = ["--junitxml", "--junit-xml"];
var variable = "PYTEST_ADDOPTS";
var family = "-o junit_family=xunit1";
var pytest = {
  name: "pytest",
  askedBy: "variable",
  namedAt: (words) => words.findIndex((word) => /^(?:.*\/)?(?:pytest|py\.test)(?:-3)?$/.test(word)),
  ask(calls, around) {
    if (calls.length === 0) return nothingAsked;
    const isVariableSet = around.sets(variable);
    const hasOwn = calls.some(({ words }) => isGiven(words, fileNames));
    const [only, ...others] = calls;
    if (only !== void 0 && others.length === 0 && !isVariableSet && !hasOwn) return byVariable(around);
    return {
      ...askedInCommand(calls, around, (call, file) => wordsFor2(call, { file, isVariableSet })),
      environment: isVariableSet ? {} : { [variable]: family }
    };
  }
};
function byVariable({ reports }) {
  const file = shellQuoted(`--junitxml=${reports}/${name}`);
  return {
    ...nothingAsked,
    environment: { [variable]: `${family} ${file}` },
    files: [{ name, format: junit }]
  };
}
function wordsFor2({ words, place }, { file, isVariableSet }) {
  const own = valueOf(words, fileNames);
  const isFamilyGiven = words.some((word) => word.includes("junit_family"));
  const asked = isVariableSet && !isFamilyGiven && place !== null ? family : "";
  if (own !== null) return pathInTree(own) === null ? null : { kind: "own", words: asked, path: own };
  return {
    kind: "ours",
    words: `${asked}${asked === "" ? "" : " "}${shellQuoted(`--junitxml=${file}`)}`,
    format: junit
  };
}

// src/core/results/runners/vitest.ts
var vitest = {
  name: "vitest",
  askedBy: "words",
  namedAt: (words) => words.findIndex((word) => /^(?:.*\/)?vitest(?:\.mjs)?$/.test(word)),
  ask: (calls, around) => askedInCommand(calls, around, wordsFor3)
};
var readable = ["json", "junit", "tap", "tap-flat"];
function wordsFor3({ words }, file) {
  const reporters = valuesOf(words, ["--reporter", "--reporters"]);
  const json = reporters.includes("json") ? "" : "--reporter=json ";
  const ownJson = valueOf(words, ["--outputFile.json"]);
  if (ownJson !== null) return { kind: "own", words: json.trim(), path: ownJson };
  const own = valueOf(words, ["--outputFile"]);
  if (own !== null) {
    return reporters.some((reporter) => readable.includes(reporter)) ? { kind: "own", words: "", path: own } : null;
  }
  const shown = reporters.length === 0 ? "--reporter=default " : "";
  return {
    kind: "ours",
    words: `${shown}${json}${shellQuoted(`--outputFile.json=${file}`)}`,
    format: jestJson
  };
}

// src/core/results/runners/runners.ts
var runners = [jest, vitest, mocha, bunTest, goTest, pytest, nodeTest];

// src/core/results/runners/find-runners.ts
var depthLimit2 = 8;
function findRunners(line, scripts) {
  return callsOf(line, scripts, 0).map((call, index) => ({ ...call, number: index + 1 }));
}
function callsOf(line, scripts, depth) {
  const commands = shellCommands(line);
  const known = commands.some((command) => plainWords(command)[0] === "cd") ? /* @__PURE__ */ new Map() : scripts;
  return depth > depthLimit2 ? [] : commands.flatMap((command) => callsIn(command, known, depth));
}
function callsIn(command, scripts, depth) {
  const call = scriptCalled(command, scripts);
  if (call === null) return directCall(command);
  const inner = callsOf(call.script, scripts, depth + 1);
  const lastCommand = shellCommands(call.script).at(-1);
  return inner.map((found) => {
    if (found.runner.askedBy === "redirection") return { ...found, place: null };
    const reaches = found.place !== null && lastCommand !== void 0 && found.place.at > startOf(lastCommand);
    const separator = `${call.separator}${found.place?.separator ?? ""}`;
    if (!reaches) return { ...found, place: null };
    return { ...found, place: { at: call.at, separator }, words: [...found.words, ...call.given] };
  });
}
function startOf(command) {
  const first = command.words[0];
  return first === void 0 ? 0 : first.end - first.text.length;
}
function directCall(command) {
  const called = wordsOfCall(command);
  const words = plainWords(command);
  if (!mayRunTests(words)) return [];
  const texts = called.map(({ text }) => text);
  const [first] = runners.map((runner) => ({ runner, index: runner.namedAt(texts) })).filter(({ index }) => index >= 0).toSorted((one, other) => one.index - other.index);
  const at = called[first?.index ?? -1]?.end;
  if (first === void 0 || at === void 0) return [];
  const separator = words[0] === "npm" && !words.includes("--") ? "-- " : "";
  return [{ runner: first.runner, place: { at, separator }, words }];
}
function mayRunTests([program, verb]) {
  if (program === void 0) return false;
  if (program === "npm") return verb === "exec" || verb === "x";
  if (["echo", "printf", "rm", "cd", "pip", "pip3", "which"].includes(program)) return false;
  return !(["pnpm", "yarn", "bun"].includes(program) && ["add", "install", "remove"].includes(verb ?? ""));
}

export {
  junit,
  goTestEvents,
  jestJson,
  mochaJson,
  nodeTestLines,
  nodeTestFile,
  runners,
  findRunners
};
