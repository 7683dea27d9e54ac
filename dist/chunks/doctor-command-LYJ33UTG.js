import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  readSpecsToCheck
} from "./chunk-BWOOPZJJ.js";
import {
  sharedWrites
} from "./chunk-IF5ZEEKF.js";
import {
  trackedAnywhere
} from "./chunk-3BO4C2BF.js";
import {
  placesOf,
  settingsOf
} from "./chunk-P33PNVVQ.js";
import {
  findRunners
} from "./chunk-C5AOAJBE.js";
import {
  scriptsOf
} from "./chunk-SRZLTM5C.js";
import {
  noticingWords
} from "./chunk-QMCVDFEW.js";
import {
  importsIn
} from "./chunk-Z7YMX44G.js";
import {
  fromMarkdown
} from "./chunk-6NPGJV5B.js";
import "./chunk-IAVDIG2U.js";
import "./chunk-X6HJ4QIY.js";
import {
  UserError,
  agentOfPreset,
  announcePlan,
  atOnce,
  consoleLog,
  effectiveCaps,
  emptiedHelpersNote,
  emptyFilesNote,
  interruptSignal,
  invalidReasonOf,
  isAgentModel,
  isNegation,
  localOrigin,
  matchingIn,
  measureCommitted,
  namedInstructions,
  openEngine,
  openReportFolder,
  openRepository,
  pathFrom,
  pathMatcher,
  pathRules,
  planRun,
  presetNames,
  print,
  questionsOf,
  quietGit,
  redRepository,
  refuseUnpriced,
  secretVariables,
  unchangedSpec,
  wire,
  withheldNote
} from "./chunk-WSJ3JF5A.js";
import {
  hostEnvironment,
  hostVariable
} from "./chunk-FMJFPCHD.js";
import "./chunk-QAKTEOWQ.js";
import "./chunk-P6BWDRRG.js";
import {
  __callDispose,
  __using
} from "./chunk-TZXIYNRP.js";

// src/adapters/git/history-depth.ts
async function isShallowCheckout(directory, environment) {
  const said = await quietGit({ directory, environment }).raw(["rev-parse", "--is-shallow-repository"]);
  return said.trim() === "true";
}

// src/core/generation/pinned-server.ts
function unpinnedNote({
  id,
  baseUrl,
  params,
  agent
}) {
  if (baseUrl === null || !isOpenRouter(baseUrl) || isPinned(params["provider"])) return null;
  const pin = agent === void 0 ? "Pin one: `params: { provider: { order: [NAME], allow_fallbacks: false } }`." : "An agent has no `params`: allow only one provider in the settings of the OpenRouter account whose key it uses, or name a server of the model itself as `base-url`.";
  return `${id}: OpenRouter chooses a server for each call, so base and head may be answered by two. ${pin}`;
}
function isOpenRouter(baseUrl) {
  return URL.canParse(baseUrl) && /(?:^|\.)openrouter\.ai$/.test(new URL(baseUrl).hostname);
}
function isPinned(provider) {
  if (typeof provider !== "object" || provider === null) return false;
  const of = (name) => Object.hasOwn(provider, name) ? Reflect.get(provider, name) : void 0;
  return isOne(of("only")) || isOne(of("order")) && of("allow_fallbacks") === false;
}
function isOne(list) {
  return Array.isArray(list) && list.length === 1;
}

// src/core/results/results-note.ts
function resultsNote(spec, packageJson) {
  switch (spec.results.kind) {
    case "file":
    case "files":
      return null;
    case "exit-code":
      return "results: exit-code, which generated code can fake: name a report under `results` if the tests write one.";
    case "auto": {
      const calls = findRunners(spec.test, scriptsOf(packageJson));
      const isAsked = calls.some(({ runner, place }) => runner.askedBy === "variable" || place !== null);
      return isAsked ? null : `no runner is seen in \`${shown(spec.test)}\`, so its exit code may be all that is known: give the runner\u2019s own command, or name a report under \`results\`.`;
    }
  }
}
function shown(command) {
  return command.replaceAll(/[`\s\p{C}]+/gu, " ").slice(0, 60);
}

// src/core/specs/writes-notes.ts
function writesNotes({ spec, emptied }, paths) {
  const isCovered = pathMatcher(spec.writes);
  const { isTest } = pathRules(spec);
  const covered = paths.filter(isCovered);
  return [
    ...unmatched(spec.writes, paths),
    ...about(
      covered.filter(isTest),
      true,
      (files) => `tests under \`writes\` stay as committed, and no model sees them: ${files}.`
    ),
    ...about(
      emptied.filter((path) => looksLikeConfiguration.test(path)),
      false,
      (files) => `\`writes\` match files that look like configuration or documents, so each generation must write them anew: ${files}. If the spec does not describe them, take them out, with \`!${emptied.find((path) => looksLikeConfiguration.test(path)) ?? ""}\` for example.`
    )
  ];
}
var looksLikeConfiguration = /(?:^|\/)(?:\.[^/]+|docs?\/.*|Dockerfile|LICENSE|[^/]+\.config\.\w+|[^/]+\.(?:ya?ml|toml|ini|cfg|conf|lock|mdx?|rst|adoc))$|(?:^|\/)\.[^/]+\//;
function unmatched(writes, paths) {
  const globs = writes.filter((glob) => !isNegation(glob));
  const empty = globs.filter((glob) => !paths.some(pathMatcher([glob])));
  return about(
    empty.map((glob) => `\`${glob}\``),
    false,
    (shown2) => `no committed file matches ${shown2} of \`writes\`. That is right where the code is still to be written; otherwise correct the glob.`
  );
}
function about(found, isUsual, say) {
  if (found.length === 0) return [];
  const more = found.length > 5 ? `, and ${found.length - 5} more` : "";
  return [{ text: say(`${found.slice(0, 5).join(", ")}${more}`), isUsual }];
}

// src/pipeline/check/finding.ts
var shownAtMost = 8;
function someOf(paths) {
  const more = paths.length - shownAtMost;
  return `${paths.slice(0, shownAtMost).join(", ")}${more > 0 ? `, and ${more} more` : ""}`;
}

// src/pipeline/check/diagnose-agents.ts
async function diagnoseAgents(ports, { models }) {
  const agents = new Map(models.filter(isAgentModel).map((model) => [model.agent.name, model]));
  const found = [];
  for (const model of agents.values()) found.push(...await configured(ports, model));
  return [...found, ...await presetsBeside(ports, new Set(agents.keys()))];
}
async function configured({ agentVersionOf }, model) {
  const { agent } = model;
  const { name, version: wanted } = agent;
  if (agentVersionOf === void 0) return [];
  try {
    const version = await agentVersionOf(model);
    if (wanted !== null && wanted !== version)
      return [
        {
          kind: "wrong",
          text: `agent: ${name} is installed in version ${version}, and \`version\` says ${wanted}.`
        }
      ];
    return [
      {
        kind: "fine",
        text: `agent: ${name} ${version} is installed; it runs without a network and without the key. ${readWords(agent)}.`
      }
    ];
  } catch (error) {
    if (error instanceof UserError) return [{ kind: "wrong", text: `agent: ${error.message}` }];
    throw error;
  }
}
async function presetsBeside({ unusedAgentVersion }, named) {
  if (unusedAgentVersion === void 0) return [];
  const others = presetNames.filter((name) => !named.has(name));
  const found = await atOnce(others, async (name) => {
    const agent = agentOfPreset(name);
    try {
      const version = await unusedAgentVersion(agent);
      if (version === null) return null;
      return `agent: ${name} ${version} is installed, and no model uses it. ${readWords(agent)}.`;
    } catch (error) {
      if (error instanceof UserError) return `agent: no model uses ${name}: ${error.message}`;
      throw error;
    }
  });
  const absent = others.filter((_, index) => found[index] === null);
  const texts = found.filter((text) => text !== null);
  const rest = absent.length === 0 ? [] : [`agents: not installed, and no model uses them: ${absent.join(", ")}.`];
  return [...texts, ...rest].map((text) => ({ kind: "fine", text }));
}
function readWords({ reads }) {
  return reads.length === 0 ? "What it reads by itself is not known" : `By itself it reads ${someOf(reads)}, only where one of them is the spec`;
}

// src/pipeline/check/diagnose-tests.ts
async function diagnoseTests(ports, request, change) {
  var _stack = [];
  try {
    const { settings } = request;
    const questions = questionsOf({ changes: [change], unchanged: [], switches: [], settings });
    const plan = await planRun(ports, { changes: [change], questions }, { settings, isShownOnly: true });
    const engine = __using(_stack, await openEngine(ports, request, { plan, allowance: { kind: "caps" } }), true);
    const measured = await measureCommitted(engine, plan);
    const [question] = plan.questions;
    return question === void 0 ? [] : [
      findingOf(question, measured),
      ...notesOf(question.head.version, measured),
      ...noticingOf(question.head.version, measured)
    ];
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
function notesOf(version, { trees }) {
  const { notes = [] } = trees.get(version) ?? {};
  return [...new Set(notes)].map((text) => ({
    kind: "note",
    text: `tests of ${version.spec.name}: ${text}`
  }));
}
function findingOf(question, measured) {
  const { version } = question.head;
  const about2 = `tests of ${version.spec.name}`;
  const { own = null } = measured.trees.get(version) ?? {};
  if (own === null)
    return { kind: "note", text: `${about2}: nothing is committed under \`writes\`, so they were not tried.` };
  const reason = invalidReasonOf(question, measured);
  if (reason !== null)
    return { kind: "note", text: `${about2}: every verdict will be inconclusive: ${reason}.` };
  const red = redRepository(own);
  return red === null ? { kind: "fine", text: `${about2}: they pass as committed${sizeOf(own)}, and not without that code.` } : { kind: "note", text: `${about2}: red as committed, ${red.why}${namesOf(red.failing)}.` };
}
function noticingOf(version, { trees }) {
  const controls = trees.get(version)?.controls;
  const words = controls === void 0 ? null : noticingWords(controls);
  if (controls === void 0 || words === null) return [];
  const text = `tests of ${version.spec.name}: they ${words}`;
  return [{ kind: 2 * controls.noticed < controls.changed ? "note" : "fine", text }];
}
function sizeOf({ run, report }) {
  const seconds = (run.durationMs / 1e3).toFixed(1);
  const count = report?.cases.length ?? 0;
  return count === 0 ? `, in ${seconds} s` : `, ${count} of them in ${seconds} s`;
}
function namesOf(failing) {
  return failing.length === 0 ? "" : `: ${failing.slice(0, 5).join(", ")}`;
}

// src/core/specs/references.ts
function referencesIn(file) {
  const found = [...addressesIn(file).flatMap((address) => pathOf(file.path, address)), ...importsIn(file)];
  return [...new Set(found)];
}
function addressesIn({ path, text }) {
  if (/\.(?:adoc|asciidoc|asc)$/i.test(path)) return captured(text, asciiDoc);
  if (/\.rst$/i.test(path)) return captured(text, restructured);
  const links = linksIn(text);
  if (/\.mdx$/i.test(path)) return [...links, ...captured(text, imported)];
  return /(?:^|\/)SKILL\.md$/i.test(path) ? [...links, ...captured(text, mentioned)] : links;
}
var asciiDoc = /(?:include::|link:|xref:|image::?)([^\s[\]]+)\[/g;
var restructured = /^[ \t]*\.\. (?:include|literalinclude)::[ \t]+(\S+)/gm;
var imported = /^(?:import|export)[ \t][^\n;]*["'](\.[^"'\n]+)["']/gm;
var mentioned = /(?<![\w./:@-])((?:\.{1,2}\/)*[\w-]+(?:[./][\w-]+)+)/g;
function captured(text, pattern) {
  return [...text.matchAll(pattern)].map(([, address = ""]) => address);
}
function linksIn(text) {
  const found = [];
  const waiting = [fromMarkdown(text)];
  for (let node = waiting.pop(); node !== void 0; node = waiting.pop()) {
    if ("children" in node) for (const child of node.children.toReversed()) waiting.push(child);
    if (node.type === "link" || node.type === "image" || node.type === "definition") found.push(node.url);
  }
  return found;
}
function pathOf(path, address) {
  if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(address)) return [];
  const plain = decoded(address.replace(/[?#].*$/s, ""));
  if (plain === "") return [];
  const found = plain.startsWith("/") ? pathFrom("", plain.replace(/^\/+/, "")) : pathFrom(path, plain);
  return found === null ? [] : [found];
}
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// src/pipeline/check/diagnose-shown.ts
async function unshownNotes(repository, version) {
  const listed = await repository.listFiles(version.commit);
  const paths = listed.filter(({ kind }) => kind !== "submodule").map(({ path }) => path);
  return [...otherRules(version, paths), ...unshownFiles(version, paths)];
}
function otherRules(version, paths) {
  const shown2 = new Set(version.instructions.map(({ path }) => path));
  const rules = namedInstructions(version.spec, { match: matchingIn(paths) });
  const others = rules.filter((path) => !shown2.has(path));
  if (others.length === 0) return [];
  return [
    `no model is shown ${someOf(others)}: the front matter names other files than those of this spec. Without that key a rule goes with every prompt.`
  ];
}
function unshownFiles(version, paths) {
  const { spec, files, instructions, context } = version;
  const { isTest, mayWrite } = pathRules(spec);
  const texts = [...files, ...instructions];
  const shown2 = new Set([...texts, ...context].map(({ path }) => path));
  const tracked = new Set(paths);
  const isMissing = (path) => tracked.has(path) && !shown2.has(path) && !isTest(path) && !mayWrite(path);
  return texts.flatMap((file) => {
    const missing = referencesIn(file).filter(isMissing);
    if (missing.length === 0) return [];
    return [
      `${file.path} refers to ${someOf(missing)}, which no model is shown. Where the code depends on that, list it under \`context\`.`
    ];
  });
}

// src/pipeline/check/diagnose.ts
async function diagnose(ports, settings, signal) {
  const sandbox = await orWrong(() => sandboxOf(ports));
  const mayRun = sandbox.every(({ kind }) => kind !== "wrong");
  return [
    ...settings.models.map((model) => keyOf(ports, model)),
    ...settings.models.flatMap(serverOf),
    ...moneyOf(settings),
    sandbox,
    ...controlsOf(settings),
    ...mayRun ? await diagnoseAgents(ports, settings) : [],
    ...await specsOf(ports, settings, mayRun ? signal : null)
  ].flat();
}
function diagnoseConfig({ specs, models }, notYet) {
  return [
    {
      kind: "fine",
      text: `config: valid; entries: ${specs.length} under specs, ${models.length} under models.`
    },
    ...notYet.map((text) => ({ kind: "note", text: `config: ${text}` }))
  ];
}
function diagnoseDepth(isShallow) {
  return isShallow ? {
    kind: "note",
    text: "git: this checkout is shallow, so the base has to be fetched. Set `fetch-depth: 0` for actions/checkout, or run `git fetch --unshallow`."
  } : { kind: "fine", text: "git: the checkout has the whole history." };
}
function keyOf(ports, model) {
  const { id } = model;
  const names = secretVariables(model);
  if (names.length === 0) return { kind: "fine", text: `key: ${id} needs no API key.` };
  return ports.hasKey(model) ? {
    kind: "fine",
    text: `key: ${names.join(" and ")} ${names.length === 1 ? "is" : "are"} set (for ${id}).`
  } : {
    kind: "wrong",
    text: `key: ${names.join(" or ")} is not set (for ${id}). Set it as an environment variable, from a secret.`
  };
}
function serverOf(model) {
  const note = unpinnedNote(model);
  return note === null ? [] : [{ kind: "note", text: `server: ${note}` }];
}
function moneyOf({ models, budget }) {
  const refused = refuseUnpriced(models, budget);
  if (refused !== null) return [wrong(refused)];
  const { note, usd } = effectiveCaps(models, budget);
  if (note !== null) return [{ kind: "note", text: `cost: ${note}` }];
  return usd === null ? [] : [{ kind: "fine", text: `cost: a run costs ${usd} USD at most.` }];
}
async function sandboxOf(ports) {
  const { level, version, probes } = (await ports.sandbox()).isolation;
  if (probes === null)
    return [
      {
        kind: "note",
        text: "sandbox: none. Generated code runs with all rights of the job; `sandbox: auto` is safer."
      }
    ];
  const attack = `${probes.passed} of ${probes.total} attempts to break out stopped`;
  return [{ kind: "fine", text: `sandbox: ${level} ${version ?? ""}, ${attack}.` }];
}
function controlsOf({ controls }) {
  if (controls !== "off") return [];
  return [
    {
      kind: "note",
      text: "controls: off. No pass is proved by a run with changed tests; `controls: auto` is safer."
    }
  ];
}
async function specsOf(ports, settings, signal) {
  return orWrong(async () => {
    const head = await ports.repository.resolve("HEAD");
    const versions = await readSpecsToCheck(ports.repository, settings.specs, head);
    const changes = versions.map((version) => unchangedSpec(version));
    const shared = sharedWrites(changes).map(({ specs, files }) => ({
      kind: "note",
      text: `writes: ${specs.join(" and ")} empty the same ${files.length === 1 ? "file" : `${files.length} files`} (${someOf(files)}). Use \`{name}\` in \`writes\`, so that each spec has its own paths.`
    }));
    const each = await atOnce(versions, (version) => specOf(ports, version));
    const tested = signal === null ? [] : await testsOf(ports, settings, { changes, head, signal });
    return [...each.flat(), ...shared, ...tested, ...await costOf(ports, settings, changes)];
  });
}
async function specOf(ports, version) {
  const { spec, emptied, commit } = version;
  const where = spec.directory === "." ? "package.json" : `${spec.directory}/package.json`;
  const committed = await ports.repository.listFiles(commit);
  const manifest = committed.find(({ path }) => path === where);
  const packageJson = manifest === void 0 ? null : new TextDecoder().decode(await ports.repository.readBlob(manifest.oid));
  const notes = [
    resultsNote(spec, packageJson),
    emptyFilesNote(version),
    withheldNote(version),
    emptiedHelpersNote(version),
    ...await unshownNotes(ports.repository, version)
  ];
  return [
    {
      kind: "fine",
      text: `spec ${spec.name}: ${spec.files.join(", ")}; ${counted(emptied.length, "committed file")} emptied before each generation${emptied.length === 0 ? "" : `: ${someOf(emptied)}`}.`
    },
    ...notes.flatMap(
      (note) => note === null ? [] : [{ kind: "note", text: `spec ${spec.name}: ${note}` }]
    ),
    ...writesNotes(
      version,
      committed.map(({ path }) => path)
    ).map(
      ({ text, isUsual }) => ({ kind: isUsual ? "fine" : "note", text: `spec ${spec.name}: ${text}` })
    )
  ];
}
async function testsOf(ports, settings, of) {
  const { changes, head, signal } = of;
  const trigger = { kind: "manual", base: head, head };
  const startedAt = ports.clock.now();
  const request = { trigger, settings, withoutSecrets: true, notes: [], startedAt, signal };
  const found = [];
  for (const change of changes) found.push(...await orWrong(() => diagnoseTests(ports, request, change)));
  return found;
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
  const questions = questionsOf({ changes, unchanged: [], switches: [], settings });
  const plan = await planRun(ports, { changes, questions }, { settings, isShownOnly: true });
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

// src/entry/commands/doctor-command.ts
async function doctorCommand(call) {
  const { options } = call;
  const { directory, report } = placesOf(options);
  let isWell = true;
  const tell = ({ kind, text }) => {
    print(`${labels[kind]} ${text.replaceAll(/[\p{C}\s]+/gu, " ")}
`);
    isWell &&= kind !== "wrong";
  };
  const repository = await openRepository(directory, hostEnvironment());
  tell(diagnoseDepth(await isShallowCheckout(directory, hostEnvironment())));
  await mistakesTold(
    () => openReportFolder({ directory: report, tracks: trackedAnywhere(hostEnvironment()) }),
    tell
  );
  await mistakesTold(() => examine(call, repository, tell), tell);
  print(isWell ? "No problem found: a check would run.\n" : "A check would stop with exit code 2.\n");
  return isWell ? 0 : 2;
}
var labels = { fine: "ok   ", note: "note ", wrong: "WRONG" };
async function examine({ options, nodeTestReporter }, repository, tell) {
  var _stack = [];
  try {
    const log = __using(_stack, consoleLog({ stream: process.stderr, live: false, workflow: false }));
    const { settings, notYet } = await settingsOf(options);
    for (const finding of diagnoseConfig(settings, notYet)) tell(finding);
    const signal = interruptSignal((line) => log.info(line));
    const ports = __using(_stack, await wire({
      signal,
      origin: localOrigin,
      repository,
      recordsDirectory: placesOf(options).records,
      sandbox: settings.sandbox,
      log,
      keyOf: hostVariable,
      setupVariable: hostVariable,
      nodeTestReporter
    }), true);
    for (const finding of await diagnose(ports, settings, signal)) tell(finding);
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function mistakesTold(search, tell) {
  try {
    await search();
  } catch (error) {
    if (!(error instanceof UserError) || error.code === "INTERRUPTED") throw error;
    tell({ kind: "wrong", text: error.message });
  }
}
export {
  doctorCommand
};
