import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  EventStream
} from "./chunk-CPMI2QKS.js";
import {
  AnswerTap,
  billFor,
  billForBroken,
  classifyFault,
  idleWatch,
  isRefusal,
  readVendorError
} from "./chunk-FZJSYKI2.js";
import {
  redact
} from "./chunk-WK53CAU2.js";
import {
  sealedFetch
} from "./chunk-WMJANERN.js";
import {
  factsOf,
  nothingReported,
  noticed
} from "./chunk-432DJ6LD.js";
import "./chunk-X6HJ4QIY.js";
import {
  OutputRing,
  PQueue,
  UserError,
  answerLimits,
  atOnce,
  bytesWithoutSecrets,
  costUsd,
  estimateInputTokens,
  hasGoogleVersion,
  isReadable,
  isWithinOneOf,
  keepSecret,
  mostListBytes,
  mostOutputTokens,
  pathProblem,
  pathSetProblem,
  priceOf,
  providers,
  readFileBelow,
  safeLine,
  shownPath,
  withoutSecrets,
  writeNewFile
} from "./chunk-WSJ3JF5A.js";
import {
  cleanEnvironment,
  hostPath,
  hostTemporaryRoot,
  ownNode,
  ownUser
} from "./chunk-FMJFPCHD.js";
import {
  array,
  boolean,
  object,
  string,
  union,
  unknown
} from "./chunk-P6BWDRRG.js";
import {
  __callDispose,
  __using
} from "./chunk-TZXIYNRP.js";

// src/entry/wiring/agents.ts
import { availableParallelism } from "node:os";
import { dirname, join as join3 } from "node:path";

// src/adapters/agent/agent-client.ts
import { chmod as chmod2 } from "node:fs/promises";

// src/core/agents/box-places.ts
var boxPlaces = {
  /** Its folder: spec, instructions and context, and nothing in any folder around it. On no machine a program lies there. */
  work: "/agent/project",
  home: "/home/agent",
  temporary: "/tmp/agent",
  /** Read-only: the bridge, what it starts, and the socket of the proxy. */
  bridge: "/bridge",
  port: 8123
};
var boxRoot = `http://127.0.0.1:${boxPlaces.port}`;
var placeholderKey = "sk-placeholder-0000000000000000";
var boxEnvironment = {
  ...Object.fromEntries(
    ["HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"].map((name) => [name, boxRoot])
  ),
  // What is for its model comes as before.
  ...Object.fromEntries(["NO_PROXY", "no_proxy"].map((name) => [name, "127.0.0.1,localhost,::1"])),
  // Node's own `fetch` reads the others only with this.
  NODE_USE_ENV_PROXY: "1"
};
function boxBaseUrl(wire) {
  return wire === "responses" || wire === "chat" ? `${boxRoot}/v1` : boxRoot;
}

// src/core/agents/fill-start.ts
function fillStart(start, { agent, model, task }) {
  const values = {
    model,
    task,
    "base-url": boxBaseUrl(agent.wire),
    key: placeholderKey,
    home: boxPlaces.home,
    turns: String(agent.limits.turns),
    // Agents refuse a limit of nothing.
    usd: String(agent.limits.usd ?? 1e6)
  };
  const filled = (text) => text.replaceAll(/\{([a-z-]+)\}/g, (whole, name) => values[name] ?? whole);
  const inAll = (texts) => Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, filled(text)]));
  const isArgument = start.argv.some((word) => word.includes("{task}"));
  return {
    argv: start.argv.map(filled),
    environment: { ...boxEnvironment, ...inAll(start.environment) },
    seeds: inAll(start.seeds),
    stdin: isArgument ? null : task
  };
}

// src/core/generation/left-files.ts
function leftFilesProblem(left, mayWrite) {
  for (const entry of left) {
    const problem = entryProblem(entry, mayWrite);
    if (problem !== null) return `${shownPath(entry.path)}: ${problem}`;
  }
  const files = left.filter(({ kind }) => kind === "file");
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  if (bytes > answerLimits.bytes) return `more than ${answerLimits.bytes} bytes of files`;
  return pathSetProblem(files.map(({ path }) => path));
}
function entryProblem(entry, mayWrite) {
  if (entry.kind !== "file" && entry.kind !== "folder") return `a ${entry.kind} is no file`;
  const problem = pathProblem(entry.path);
  if (problem !== null) return problem;
  if ((entry.mode & specialBits) !== 0) return "its mode has a set-user, set-group or sticky bit";
  if (entry.kind === "folder") return null;
  if (entry.links !== 1) return "it is a hard link";
  return mayWrite(entry.path) ? null : "the path is not one of those that may be written";
}
var specialBits = 3584;

// src/core/agents/agent-run-of.ts
function agentRunOf({
  facts,
  end,
  secrets
}) {
  const problem = problemOf(end);
  const files = end.left.flatMap(({ path, kind }) => {
    const content = kind === "file" ? end.texts.get(path) : void 0;
    return typeof content === "string" ? [{ path, content }] : [];
  });
  return {
    files: problem === null ? files.toSorted((one, other) => one.path < other.path ? -1 : 1) : [],
    problem,
    limit: facts.limit ?? (end.how === "timeout" ? "minutes" : null),
    turns: facts.calls.map((call) => turnOf(call, secrets)),
    refused: refusedLines(facts.refused).map((line) => redact(line, secrets)),
    transcript: end.transcript
  };
}
function turnOf({ usage, tools, status, servedBy }, secrets) {
  const { inputTokens = 0, cachedInputTokens = 0, outputTokens = 0 } = usage ?? {};
  return {
    inputTokens,
    ...cachedInputTokens === 0 ? {} : { cachedInputTokens },
    outputTokens,
    ...servedBy === null ? {} : { servedBy: redact(servedBy, secrets) },
    tools: tools.slice(0, mostTools).map((tool) => redact(tool, secrets)),
    status
  };
}
var mostTools = 50;
function problemOf({ left, texts, removed, problem: unknown2 }) {
  if (unknown2 !== void 0) return unknown2;
  const [gone] = removed;
  if (gone !== void 0) return `${shownPath(gone)}: the agent removed a file that was laid for it`;
  const problem = leftFilesProblem(left, () => true);
  if (problem !== null) return problem;
  const binary = left.find(({ path, kind }) => kind === "file" && typeof texts.get(path) !== "string");
  return binary === void 0 ? null : `${shownPath(binary.path)}: the file is not UTF-8 text`;
}
function refusedLines(refused) {
  return refused.map(
    ({ asked, why, times }) => `asked for ${asked}: refused (${whyRefused[why]}${times === 1 ? "" : `, ${times} times`})`
  );
}
var whyRefused = {
  host: "another host",
  path: "not a path for answers",
  model: "another model",
  "hosted-tool": "a tool that runs at the vendor",
  source: "a file or address that the vendor would fetch",
  stored: "an answer stored at the vendor",
  upgrade: "another protocol",
  unreadable: "not a request that can be read",
  "too-large": "too large"
};

// src/core/agents/sum-of-usage.ts
function sumOfUsage(calls) {
  const paid = calls.flatMap(({ usage }) => usage === null ? [] : [usage]);
  if (paid.length === 0) return null;
  const sum = (count) => paid.reduce((total, usage) => total + count(usage), 0);
  const isWritten = paid.every(({ cacheWriteTokens }) => cacheWriteTokens !== void 0);
  const forAnHour = sum(({ hourCacheWriteTokens = 0 }) => hourCacheWriteTokens);
  const isReasoned = paid.every(({ reasoningTokens }) => reasoningTokens !== void 0);
  return {
    inputTokens: sum(({ inputTokens }) => inputTokens),
    cachedInputTokens: sum(({ cachedInputTokens }) => cachedInputTokens),
    ...isWritten ? { cacheWriteTokens: sum(({ cacheWriteTokens = 0 }) => cacheWriteTokens) } : {},
    ...isWritten && forAnHour > 0 ? { hourCacheWriteTokens: forAnHour } : {},
    outputTokens: sum(({ outputTokens }) => outputTokens),
    ...paid.length > 1 ? { longestInputTokens: Math.max(...paid.map(({ inputTokens }) => inputTokens)) } : {},
    ...isReasoned ? { reasoningTokens: sum(({ reasoningTokens = 0 }) => reasoningTokens) } : {}
  };
}

// src/core/agents/outcome-of-run.ts
function outcomeOfRun(run) {
  const fault = faultOf(run);
  return fault === null ? { kind: "completed", completion: completionOf(run) } : { kind: "fault", fault, bill: billOf(run.facts) };
}
function faultOf(run) {
  const { facts, end, secrets } = run;
  if (end.how === "cancelled") return fromFacts(wordsOnly("the agent was ended with the run"), secrets);
  const calls = facts.calls.filter(({ isCutByAgent }) => isCutByAgent !== true);
  const last = calls.at(-1);
  if (facts.wasIdle)
    return fromFacts(wordsOnly(`no data for longer than ${run.model.idleMs / 1e3} s`), secrets);
  if (last === void 0) return withoutCall(run);
  const failed = failureOf(last);
  if (failed !== null) return vendorFault(failed, { hadAnswer: calls.some(isAnswer), secrets });
  return facts.limit === null ? unfinished(run) : null;
}
function unfinished(run) {
  const { facts, end, secrets } = run;
  if (hungUp(facts.calls, end))
    return fromFacts(wordsOnly("the agent hung up before the answer was whole"), secrets);
  const mayBeTheMachine = end.how === "timeout" || end.how === "killed";
  return mayBeTheMachine && !end.isAlone ? onceMore(run) : null;
}
function hungUp(calls, { how }) {
  const trailing = calls.length - 1 - calls.findLastIndex(({ isCutByAgent }) => isCutByAgent !== true);
  return trailing > (how === "exited" ? 0 : 1);
}
function failureOf({ fault, status, finish, requestId }) {
  if (fault !== null) return isRefusal(fault) ? null : fault;
  if (finish !== null && status !== null && status < 400) return null;
  return { ...wordsOnly("the answer was not whole"), status, requestId };
}
function isAnswer(call) {
  return failureOf(call) === null;
}
function vendorFault(facts, { hadAnswer, secrets }) {
  const fault = classifyFault(facts, secrets);
  if (fault.kind === "too-long") return { ...fault, kind: "no-answer", mend: "context" };
  const isOfRequest = facts.status === null || [400, 413, 422].includes(facts.status);
  return fault.kind === "config" && hadAnswer && isOfRequest ? { ...fault, kind: "no-answer" } : fault;
}
function withoutCall({ facts, end, model, secrets }) {
  const fault = (kind, words) => ({
    ...fromFacts(wordsOnly(words), secrets),
    kind
  });
  if (facts.limit !== null)
    return fault("config", `\`limits.${facts.limit}\` does not allow ${model.agent.name} a single answer`);
  const ended = end.how === "timeout" ? "was ended after its time" : "ended";
  const said = end.lastError === "" ? "it said nothing" : `its last words: ${end.lastError}`;
  const asked = facts.refused.length === 0 ? "" : `; ${refusedLines(facts.refused).join("; ")}`;
  return fault("no-answer", `${model.agent.name} ${ended} without an answer of the model; ${said}${asked}`);
}
function onceMore({ end, model, secrets }) {
  const { name, limits } = model.agent;
  const why = end.how === "timeout" ? `was not done after ${limits.minutes} minutes` : `was killed (${end.problem ?? "nobody knows why"})`;
  const words = `${name} ${why}; it is run once more, alone`;
  return { ...fromFacts(wordsOnly(words), secrets), kind: "transient", again: "alone" };
}
function fromFacts(facts, secrets) {
  return classifyFault(facts, secrets);
}
function wordsOnly(message2) {
  return { status: null, type: null, code: null, message: message2, requestId: null, retryAfterMs: null };
}
function billOf({ calls }) {
  const usage = sumOfUsage(calls);
  return usage === null ? null : {
    usage,
    isEstimated: calls.some(({ isUsageEstimated }) => isUsageEstimated),
    // Of an answer that broke off, the vendor may charge for more than arrived.
    mayBeMore: calls.some(({ fault, usage: paid, status }) => isBroken(fault, status) && paid !== null)
  };
}
function isBroken(fault, status) {
  return fault !== null && (status === null || status < 400);
}
function completionOf({ facts, end, model, secrets }) {
  const { calls } = facts;
  const last = calls.findLast(({ isCutByAgent }) => isCutByAgent !== true);
  const agent = agentRunOf({ facts, end, secrets });
  return {
    text: "",
    finish: finishOf(last),
    servedBy: last?.servedBy ?? model.name,
    requestId: last?.requestId ?? null,
    usage: sumOfUsage(calls) ?? { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0 },
    latencyMs: calls.reduce((sum, { latencyMs }) => sum + latencyMs, 0),
    ...calls.some(({ isUsageEstimated }) => isUsageEstimated) ? { isUsageEstimated: true } : {},
    agent
  };
}
function finishOf(last) {
  const isRefused = last?.finish === "refused" || last !== void 0 && last.fault !== null;
  return isRefused ? "refused" : "complete";
}

// src/core/agents/version-text.ts
function versionIn(text) {
  const found = /(?<![\w.])v?(\d{1,9}\.\d{1,9}(?:\.\d{1,9})?(?:[-+][0-9A-Za-z.+-]{1,40})?)(?![\w])/.exec(
    text
  );
  return found?.[1] ?? null;
}
function isOlder(version, other) {
  const [one, two] = [numbersOf(version), numbersOf(other)];
  const at = one.findIndex((number, index) => number !== two[index]);
  return at !== -1 && (one[at] ?? 0) < (two[at] ?? 0);
}
function numbersOf(version) {
  const numbers = (/^[\d.]+/.exec(version)?.[0] ?? "").split(".").map(Number);
  return [0, 1, 2].map((index) => numbers[index] ?? 0);
}

// src/adapters/agent/lay-box.ts
import { chmod, chown, copyFile, mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
async function layBox({ files, start, shown: shown2 }, { temporaryRoot, bridge, node, asNobody }) {
  const place = await mkdtemp(join(await rootFor(temporaryRoot), "spec-portability-agent-"));
  const [tree, inner, brought, list] = ["tree", "bridge", "brought", "list"].map((name) => join(place, name));
  if (tree === void 0 || inner === void 0 || brought === void 0 || list === void 0)
    throw new Error("four names make four paths");
  await mkdir(tree);
  await mkdir(inner, { mode: 448 });
  for (const { path, text } of files) await writeNewFile(tree, path, text);
  await copyFile(bridge, join(inner, "agent-bridge.mjs"));
  const { argv, seeds, stdin: task } = start;
  const { port } = boxPlaces;
  const socket = join(boxPlaces.bridge, socketName);
  await writeFile(join(inner, "start.json"), JSON.stringify({ argv, seeds, task, port, socket }));
  if (asNobody) await chown(inner, 65534, 65534);
  await chmod(place, asNobody ? 493 : 448);
  return {
    view: {
      ...{ root: boxPlaces.work, files: tree, home: boxPlaces.home, temporary: boxPlaces.temporary },
      ...{ reports: null, bring: { directory: boxPlaces.work, files: [], to: brought, list } },
      mostReportBytes: answerLimits.bytes,
      readOnly: [{ from: inner, to: boxPlaces.bridge }, ...shown2],
      writable: []
    },
    command: `exec '${node}' ${boxPlaces.bridge}/agent-bridge.mjs ${boxPlaces.bridge}/start.json`,
    socket: join(inner, socketName),
    ...{ list, brought },
    [Symbol.asyncDispose]: () => rm(place, { recursive: true, force: true })
  };
}
var socketName = "model.sock";
async function rootFor(temporaryRoot) {
  await mkdir(temporaryRoot, { recursive: true });
  const root = await realpath(temporaryRoot);
  return root.length <= 70 ? root : realpath(tmpdir());
}

// src/adapters/agent/agent-version.ts
async function askAgentVersion({ name, program, closed }, tools) {
  const { smallestVersion, packageName } = program;
  const refuse2 = (what) => {
    const wanted = smallestVersion === null ? "" : `@${smallestVersion}`;
    throw new UserError(
      "AGENT_UNUSABLE",
      `the agent ${name} cannot be used: ${what}.`,
      packageName === null ? "Install its program on PATH in a step before, or remove it from `models`." : `Install it in a step before: npm install -g ${packageName}${wanted}`
    );
  };
  const sandbox = await networklessSandbox(name, tools);
  const command = closed.argv[0] ?? "";
  const found = await tools.find(command);
  if (found.kind === "absent") return refuse2(`\`${command}\` is not on PATH`);
  if (found.kind === "hidden") return refuse2(found.why);
  const said = await saidBy([command, ...program.versionWords], { sandbox, shown: found.shown, tools });
  if (said.kind === "silent")
    return refuse2(`\`${[command, ...program.versionWords].join(" ")}\` ${said.why}`);
  const version = versionIn(said.text);
  if (version === null)
    return refuse2(
      `\`${[command, ...program.versionWords].join(" ")}\` names no version: ${shown(said.text)}`
    );
  if (smallestVersion !== null && isOlder(version, smallestVersion))
    return refuse2(
      `version ${version} is installed, and the oldest that is known to work is ${smallestVersion}`
    );
  return version;
}
async function networklessSandbox(agent, { sandbox }) {
  const opened = await sandbox();
  if (opened.level === "bubblewrap") return opened;
  throw new UserError(
    "AGENT_UNUSABLE",
    `the agent ${agent} cannot be used: it runs only where bubblewrap cuts its network, and the sandbox here is ${opened.level}.`,
    "Set `sandbox: auto` on a Linux runner with bubblewrap, or remove the agent from `models`."
  );
}
async function saidBy(argv, of) {
  var _stack = [];
  try {
    const { sandbox, shown: visible, tools } = of;
    const { versionTimeoutMs: timeoutMs = 6e4 } = tools;
    const start = { argv, seeds: {}, stdin: null };
    const box = __using(_stack, await layBox({ files: [], start, shown: visible }, tools.box), true);
    const { view, command } = box;
    const run = await sandbox.run({
      purpose: "agent",
      ...{ command, view: { ...view, bring: null }, directory: view.root, timeoutMs },
      environment: tools.environmentOf(view),
      signal: new AbortController().signal
    });
    if (run.end.kind === "timed-out")
      return { kind: "silent", why: `did not end within ${timeoutMs / 1e3} s` };
    if (run.end.kind !== "exited") return { kind: "silent", why: "was killed" };
    const text = [run.stdout.text, run.stderr.text].find((each) => each.trim() !== "") ?? "";
    return run.end.code === 0 ? { kind: "said", text: text.slice(0, 1e4) } : { kind: "silent", why: `ended with code ${run.end.code}: ${shown(text)}` };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
function shown(text) {
  const error = /^(?:\w*Error|error)\b.*/m.exec(text)?.[0] ?? text;
  const line = error.trim().replaceAll(/[\p{C}\s]+/gu, " ");
  return line === "" ? "it said nothing" : JSON.stringify(line.slice(0, 120));
}

// src/adapters/agent/read-left.ts
import { readFile } from "node:fs/promises";

// src/adapters/agent/read-list.ts
function readList(list, mostBytes2) {
  if (list.length > mostBytes2) return null;
  const entries = list.toString("utf8").split("\0");
  if (entries.pop() !== "") return null;
  const read = entries.map((entry) => entryIn(entry));
  return read.every((entry) => entry !== null) ? read : null;
}
function entryIn(entry) {
  const found = /^(\w) ([0-7]+) (\d+) (\d+) (.+)$/s.exec(entry);
  if (found === null) return null;
  const [, letter = "", mode = "", links = "", size = "", path = ""] = found;
  const kind = kinds[letter] ?? "device";
  return { path, kind, mode: Number.parseInt(mode, 8), links: Number(links), size: Number(size) };
}
var kinds = {
  ...{ f: "file", d: "folder", l: "symlink", s: "socket", p: "pipe" }
};

// src/adapters/agent/read-left.ts
async function readLeft({ list, brought }, laid) {
  const bytes = await readFile(list).catch(() => null);
  if (bytes === null) return "unknown";
  const entries = readList(bytes, mostListBytes);
  if (entries === null) return "too-many";
  const laidTexts = new Map(laid.map(({ path, text }) => [path, text]));
  const laidFolders = new Set(laid.flatMap(({ path }) => foldersOf(path)));
  const texts = /* @__PURE__ */ new Map();
  for (const { path, kind } of entries) {
    const text = kind === "file" ? await textOf(brought, path) : void 0;
    if (text !== void 0) texts.set(path, text);
  }
  const isUntouched = (entry) => {
    const laidText = laidTexts.get(entry.path);
    if ((entry.mode & specialBits2) !== 0) return false;
    if (entry.kind === "folder") return laidFolders.has(entry.path);
    if (laidText === void 0 || entry.kind !== "file" || entry.links !== 1) return false;
    const text = texts.get(entry.path);
    return text === void 0 ? entry.size === Buffer.byteLength(laidText) : text === laidText;
  };
  const left = entries.filter((entry) => !isUntouched(entry));
  const there = new Set(entries.map(({ path }) => path));
  return {
    left,
    texts: new Map(
      left.flatMap(({ path, kind }) => kind === "file" ? [[path, texts.get(path) ?? null]] : [])
    ),
    removed: laid.map(({ path }) => path).filter((path) => !there.has(path))
  };
}
var specialBits2 = 3584;
async function textOf(brought, path) {
  const file = await readFileBelow(brought, path, answerLimits.bytes);
  if (file.kind === "absent") return void 0;
  if (file.kind === "refused") return null;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(file.bytes);
  } catch {
    return null;
  }
}
function foldersOf(path) {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}

// src/adapters/agent/transcript.ts
var transcriptBytes = 64 * 1024;
function transcriptOf({ stdout, stderr }) {
  const said = [stdout.text, stderr.text].filter((text) => text.trim() !== "").join("\n");
  const ring = new OutputRing(transcriptBytes);
  ring.push(Buffer.from(withoutSecrets(said)));
  return ring.clipped().text;
}
function lastErrorOf({ stderr }) {
  const lines = withoutSecrets(stderr.text).split("\n");
  return (lines.findLast((line) => line.trim() !== "") ?? "").trim().slice(0, 500);
}

// src/adapters/agent/agent-client.ts
function agentClient(account, tools) {
  return {
    complete: async ({ isAlone = false, ...request }) => askedOnce(account, tools, { ...request, isAlone })
  };
}
async function askedOnce(account, tools, asking) {
  var _stack = [];
  try {
    const { model, apiKey, variables = /* @__PURE__ */ new Map() } = account;
    await networklessSandbox(model.agent.name, tools);
    const { files, start } = contentOf(model, asking.prompt);
    const found = await tools.find(start.argv[0] ?? "");
    const shown2 = found.kind === "found" ? found.shown : [];
    const box = __using(_stack, await layBox({ files, start, shown: shown2 }, tools.box), true);
    const { facts, run } = await runWithProxy(account, tools, { ...asking, box, start });
    const end = await endOf(run, { box, files, isAlone: asking.isAlone });
    return outcomeOfRun({
      facts,
      end,
      model,
      secrets: [...apiKey === null ? [] : [apiKey], ...variables.values()]
    });
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
function contentOf({ agent, name }, { user, folder }) {
  const { files, isOpen } = folder ?? { files: [], isOpen: false };
  return { files, start: fillStart(isOpen ? agent.open : agent.closed, { agent, model: name, task: user }) };
}
async function runWithProxy(account, tools, of) {
  const { signal, onFirstEvent, isAlone, box, start } = of;
  const { limits } = account.model.agent;
  const proxy = await tools.openProxy({ ...account, socketPath: box.socket, signal, onFirstEvent });
  let run;
  {
    var _stack = [];
    try {
      const _proxy = __using(_stack, proxy, true);
      await chmod2(box.socket, 511);
      const sandbox = await (isAlone ? tools.sandboxAlone() : tools.sandbox());
      const { view, command } = box;
      run = await sandbox.run({
        purpose: "agent",
        ...{ command, view, directory: view.root, signal },
        environment: { ...tools.environmentOf(view), ...start.environment },
        timeoutMs: limits.minutes * 6e4
      });
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  }
  return { facts: proxy.facts(), run };
}
async function endOf(run, {
  box,
  files,
  isAlone
}) {
  const { kind } = run.end;
  const said = { isAlone, transcript: transcriptOf(run), lastError: lastErrorOf(run) };
  const nothing3 = { left: [], texts: /* @__PURE__ */ new Map(), removed: [], ...said };
  if (kind === "cancelled") return { how: "cancelled", ...nothing3 };
  if (kind === "timed-out") return { how: "timeout", ...nothing3 };
  const left = await readLeft(box, files);
  if (left === "too-many") return { how: "exited", ...nothing3, problem: "it left more than can be listed" };
  if (left === "unknown") return { how: "killed", ...nothing3, problem: whyKilled(run) };
  return { how: "exited", ...left, ...said };
}
function whyKilled({ end }) {
  return end.kind === "over-limit" ? `it used more ${end.limit} than a box may hold` : "what it did ended its box before its end";
}

// src/adapters/agent-proxy/speech.ts
function errorIn(value) {
  const { success, data: data2 } = body.safeParse(value);
  if (!success) return null;
  return typeof data2.error === "string" ? { message: data2.error } : data2.error;
}
var maybeText = string().optional().catch(void 0);
var body = object({
  error: union([string(), object({ message: string().catch(""), type: maybeText, code: maybeText })])
});
function thrownBy(said, response2) {
  const error = typeof said === "string" ? null : said;
  const message2 = typeof said === "string" ? said : said.message;
  if (response2 === null) return { message: message2, error };
  const headers = new Headers(response2.headers);
  if (error?.retryAfter !== void 0 && !headers.has("retry-after"))
    headers.set("retry-after", error.retryAfter);
  return { message: message2, error, headers, status: response2.status };
}

// src/adapters/agent-proxy/open-proxy.ts
import { createServer } from "node:http";
import { once as once2 } from "node:events";

// src/adapters/agent-proxy/allowance.ts
var Allowance = class {
  #limits;
  #price;
  #open = /* @__PURE__ */ new Set();
  #used = { turns: 0, tokens: 0, usd: 0 };
  #waiting = [];
  /** Throws where money is limited and no price is known: nobody could keep the limit. */
  constructor(limits, price) {
    if (limits.usd !== null && price === null) throw new Error("A limit in USD needs a price.");
    this.#limits = { ...limits, usd: limits.usd ?? Number.POSITIVE_INFINITY };
    this.#price = price;
  }
  /** Lets a call through, or names the limit that is reached. `most`: the largest usage that the call can have. */
  async admit(most) {
    const reserved = this.#amountsOf(most);
    for (; ; ) {
      const reached = this.#reached(this.#used);
      if (reached !== null) return reached;
      const committed = [...this.#open].reduce((sum, call) => added(sum, call.reserved), this.#used);
      if (this.#open.size === 0 || this.#reached(committed) === null) break;
      await new Promise((resolve) => void this.#waiting.push(resolve));
    }
    const admission = { reserved };
    this.#open.add(admission);
    return admission;
  }
  /** A call that was let through has ended. `usage`: what is due for it; null = nothing. */
  settle(admission, usage, isTurn) {
    this.#open.delete(admission);
    const { tokens, usd } = usage === null ? nothing : this.#amountsOf(usage);
    this.#used = added(this.#used, { turns: isTurn ? 1 : 0, tokens, usd });
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resume of waiting) resume();
  }
  #reached(used) {
    return counted.find((name) => used[name] >= this.#limits[name]) ?? null;
  }
  #amountsOf(usage) {
    const usd = this.#price === null ? 0 : costUsd(this.#price, usage);
    return { turns: 1, tokens: usage.inputTokens + usage.outputTokens, usd };
  }
};
var counted = ["turns", "tokens", "usd"];
var nothing = { turns: 0, tokens: 0, usd: 0 };
function added(one, other) {
  return { turns: one.turns + other.turns, tokens: one.tokens + other.tokens, usd: one.usd + other.usd };
}

// src/core/agents/request-shapes.ts
function isFields(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function itemsOf(value) {
  if (value === void 0 || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
function typeOf(value) {
  if (!isFields(value)) return `a ${typeof value}`;
  const { type } = value;
  return typeof type === "string" ? type : type === void 0 || type === null ? "" : JSON.stringify(type);
}
function hosted(what) {
  return { why: "hosted-tool", what };
}
function outside(what) {
  return { why: "source", what };
}
function* tierProblems(body2) {
  const { service_tier: tier } = body2;
  if (tier !== void 0 && tier !== null && !ordinaryTiers.has(tier))
    yield { why: "model", what: `service_tier ${JSON.stringify(tier)}` };
}
var ordinaryTiers = /* @__PURE__ */ new Set(["auto", "default", "standard", "standard_only"]);

// src/core/agents/hidden-outside.ts
function* hiddenOutside(value, depth = 0) {
  if (depth > mostDepth) yield { why: "unreadable", what: `JSON deeper than ${mostDepth} levels` };
  else if (Array.isArray(value)) for (const item of value) yield* hiddenOutside(item, depth + 1);
  else if (isFields(value)) yield* hiddenIn(value, depth);
}
var mostDepth = 60;
function* hiddenIn(fields, depth) {
  const seen = /* @__PURE__ */ new Set();
  for (const [name, item] of Object.entries(fields)) {
    const plain = name.toLowerCase().replaceAll("_", "");
    if (seen.has(plain)) yield { why: "unreadable", what: `the field \`${name}\` in two spellings` };
    seen.add(plain);
    if (item === null || isData(plain, fields)) continue;
    const why = reaching.get(plain);
    if (why !== void 0) yield { why, what: `the field \`${name}\`` };
    yield* valueProblems(plain, item);
    yield* hiddenOutside(item, depth + 1);
  }
}
function* valueProblems(plain, item) {
  if (plain === "type" && typeof item === "string" && vendorSide.test(item)) yield hosted(`type ${item}`);
  const isAddress = plain === "imageurl" || plain === "source";
  if (isAddress && isFields(item) && ["url", "file"].some((type) => item["type"] === type))
    yield outside("a source that is not in the request");
}
var vendorSide = /^(?:web_|code_|computer|mcp|file_search|image_generation|browser|advisor|programmatic|[a-z]+:web)/;
var reaching = new Map([
  ...[
    "mcpservers",
    "container",
    "connectorid",
    "serverurl",
    "plugins",
    "websearchoptions",
    "vectorstoreids"
  ].map((name) => [name, "hosted-tool"]),
  ...["fileid", "fileids", "fileurl", "fileuri"].map((name) => [name, "source"]),
  ...["previousresponseid", "cachedcontent"].map((name) => [name, "stored"]),
  ...["fallbacks", "apibase"].map((name) => [name, "model"])
]);
var data = /* @__PURE__ */ new Set([
  ...["inputschema", "parameters", "parametersjsonschema", "schema", "jsonschema", "responseschema"],
  ...["responsejsonschema", "inputexamples", "args", "response", "arguments", "metadata", "clientmetadata"],
  ...["logitbias", "action", "operation", "chattemplatekwargs"]
]);
function isData(plain, { type }) {
  return data.has(plain) || plain === "input" && type === "tool_use";
}
function isInline(address) {
  return typeof address === "string" && /^data:/i.test(address);
}
function* callerProblems({ allowed_callers: callers }) {
  const isDirect = Array.isArray(callers) && callers.every((caller) => caller === "direct");
  if (callers !== void 0 && callers !== null && !isDirect) yield hosted("`allowed_callers`");
}

// src/core/agents/rules-of-chat.ts
var chatRules = {
  fields: /* @__PURE__ */ new Set([
    ...[
      "model",
      "messages",
      "stream",
      "stream_options",
      "tools",
      "tool_choice",
      "parallel_tool_calls",
      "store"
    ],
    ...[
      "functions",
      "function_call",
      "max_tokens",
      "max_completion_tokens",
      "temperature",
      "top_p",
      "top_k",
      "min_p"
    ],
    ...["frequency_penalty", "presence_penalty", "repetition_penalty", "seed", "stop", "n", "logprobs"],
    ...[
      "top_logprobs",
      "logit_bias",
      "response_format",
      "reasoning_effort",
      "reasoning",
      "thinking",
      "verbosity"
    ],
    ...["enable_thinking", "thinking_budget", "preserve_thinking", "chat_template_kwargs", "cache_control"],
    ...[
      "vl_high_resolution_images",
      "prompt_cache_key",
      "prompt_cache_retention",
      "prediction",
      "metadata",
      "user"
    ],
    ...["safety_identifier", "service_tier"]
  ]),
  *problems(body2) {
    yield* tierProblems(body2);
    if (![void 0, null, false].some((value) => value === body2["store"]))
      yield { why: "stored", what: "`store`" };
    if (![void 0, null, 1].some((value) => value === body2["n"])) yield { why: "model", what: "`n`" };
    for (const tool of itemsOf(body2["tools"]))
      if (!["function", "custom"].includes(typeOf(tool))) yield hosted(`tool ${typeOf(tool)}`);
    for (const message2 of itemsOf(body2["messages"])) yield* messageProblems(message2);
  },
  mostOutput: (body2) => body2["max_completion_tokens"] ?? body2["max_tokens"]
};
function* messageProblems(message2) {
  if (!isFields(message2)) return yield { why: "unreadable", what: "a message that is no object" };
  if (isFields(message2["audio"])) yield { why: "stored", what: "a stored answer" };
  for (const part of itemsOf(message2["content"])) yield* partProblems(part);
}
function* partProblems(part) {
  if (typeof part === "string") return;
  const type = typeOf(part);
  if (!isFields(part) || !clientParts.has(type)) return yield outside(`content ${type}`);
  if (type === "image_url" && !isInline(within(part["image_url"], "url")))
    yield outside("an image that is not in the request");
  if (type === "file" && !isInline(within(part["file"], "file_data")))
    yield outside("a file that is not in the request");
}
function within(value, name) {
  return isFields(value) ? value[name] : value;
}
var clientParts = /* @__PURE__ */ new Set([
  ...["text", "image_url", "input_audio", "file", "refusal", "thinking", "reasoning"]
]);

// src/core/agents/rules-of-gemini.ts
var geminiRules = {
  fields: /* @__PURE__ */ new Set([
    ...["contents", "systemInstruction", "system_instruction", "tools", "toolConfig", "tool_config"],
    ...["generationConfig", "generation_config", "safetySettings", "safety_settings", "labels"]
  ]),
  *problems(body2) {
    const config = configOf(body2);
    const count = config["candidateCount"] ?? config["candidate_count"];
    if (count !== void 0 && count !== 1) yield { why: "model", what: "`candidateCount`" };
    for (const tool of itemsOf(body2["tools"])) yield* toolProblems(tool);
    yield* choiceProblems(body2["toolConfig"] ?? body2["tool_config"]);
    const system = body2["systemInstruction"] ?? body2["system_instruction"];
    for (const content of [...itemsOf(system), ...itemsOf(body2["contents"])]) yield* contentProblems(content);
  },
  mostOutput: (body2) => configOf(body2)["maxOutputTokens"] ?? configOf(body2)["max_output_tokens"]
};
function configOf(body2) {
  const config = body2["generationConfig"] ?? body2["generation_config"];
  return isFields(config) ? config : {};
}
function* toolProblems(tool) {
  if (!isFields(tool)) return yield hosted("a tool that is no object");
  for (const name of Object.keys(tool))
    if (!["functionDeclarations", "function_declarations"].includes(name)) yield hosted(`tool ${name}`);
}
function* choiceProblems(choice) {
  if (!isFields(choice)) return;
  for (const name of Object.keys(choice))
    if (!["functionCallingConfig", "function_calling_config"].includes(name))
      yield hosted(`toolConfig ${name}`);
}
function* contentProblems(content) {
  if (typeof content === "string") return;
  if (!isFields(content)) return yield { why: "unreadable", what: "a content that is no object" };
  for (const part of itemsOf(content["parts"])) yield* partProblems2(part);
}
function* partProblems2(part) {
  if (!isFields(part)) return yield { why: "unreadable", what: "a part that is no object" };
  for (const [name, value] of Object.entries(part)) {
    if (!clientParts2.has(name))
      yield /code|tool/i.test(name) ? hosted(`part ${name}`) : outside(`part ${name}`);
    if (isFields(value)) for (const inner of itemsOf(value["parts"])) yield* partProblems2(inner);
  }
}
var clientParts2 = /* @__PURE__ */ new Set([
  ...["text", "inlineData", "inline_data", "functionCall", "function_call", "functionResponse"],
  ...[
    "function_response",
    "thought",
    "thoughtSignature",
    "thought_signature",
    "videoMetadata",
    "video_metadata"
  ],
  ...["mediaResolution", "media_resolution", "partMetadata", "part_metadata"]
]);

// src/core/agents/rules-of-messages.ts
var messagesRules = {
  fields: /* @__PURE__ */ new Set([
    ...[
      "model",
      "messages",
      "system",
      "max_tokens",
      "stream",
      "tools",
      "tool_choice",
      "thinking",
      "metadata"
    ],
    ...["temperature", "top_p", "top_k", "stop_sequences", "cache_control", "output_config", "output_format"],
    ...["context_management", "service_tier", "speed", "diagnostics"]
  ]),
  *problems(body2) {
    yield* tierProblems(body2);
    if (![void 0, null, "standard"].some((speed) => speed === body2["speed"]))
      yield { why: "model", what: "`speed`" };
    for (const tool of itemsOf(body2["tools"])) yield* toolProblems2(tool);
    for (const block of itemsOf(body2["system"])) yield* blockProblems(block);
    for (const message2 of itemsOf(body2["messages"])) yield* messageProblems2(message2);
  },
  mostOutput: (body2) => body2["max_tokens"]
};
function* toolProblems2(tool) {
  const type = typeOf(tool);
  if (!clientTool.test(type)) yield hosted(`tool ${type}`);
  if (isFields(tool)) yield* callerProblems(tool);
}
var clientTool = /^(?:|custom|bash_\d{8}|text_editor_\d{8})$/;
function* messageProblems2(message2) {
  if (!isFields(message2)) yield { why: "unreadable", what: "a message that is no object" };
  else for (const block of itemsOf(message2["content"])) yield* blockProblems(block);
}
function* blockProblems(block) {
  if (typeof block === "string") return;
  const type = typeOf(block);
  if (!isFields(block) || !clientBlocks.has(type)) return yield refusedBlock(type);
  if (type === "image" || type === "document") yield* sourceProblems(block["source"]);
  yield* callProblems(block, type);
  for (const change of itemsOf(block["tool_changes"])) yield* blockProblems(change);
  for (const part of itemsOf(block["content"])) yield* blockProblems(part);
}
var clientBlocks = /* @__PURE__ */ new Set([
  ...[
    "text",
    "image",
    "document",
    "search_result",
    "thinking",
    "redacted_thinking",
    "tool_use",
    "tool_result"
  ],
  ...["tool_reference", "tool_addition", "tool_removal", "compaction"]
]);
function refusedBlock(type) {
  return /tool|search|fetch|execution|mcp/.test(type) ? hosted(`content ${type}`) : outside(`content ${type}`);
}
function* sourceProblems(source) {
  const type = typeOf(source);
  if (!isFields(source) || !["base64", "text", "content"].includes(type))
    yield outside(`a source of type ${type}`);
  else for (const block of itemsOf(source["content"])) yield* blockProblems(block);
}
function* callProblems({ caller, tool }, type) {
  if (isFields(caller) && typeOf(caller) !== "direct") yield hosted("`caller`");
  if (type === "tool_addition" && typeOf(tool) !== "tool_reference") yield hosted(type);
}
function keptBetas(header) {
  const asked = header.split(",").map((value) => value.trim());
  return asked.filter((value) => harmlessBeta.test(value)).join(",");
}
var harmlessBeta = /^(?:claude-code|interleaved-thinking|dev-full-thinking|fine-grained-tool-streaming|context-management|prompt-caching(?:-scope)?|extended-cache-ttl|token-efficient-tools|token-counting|output-128k|output-300k|effort|structured-outputs|model-context-window-exceeded|thinking-[a-z-]+|redact-thinking|tool-examples|mid-conversation-[a-z-]+|task-budgets|cache-diagnosis|summarize-connector-text|pdfs)-\d{4}-?\d{2}-?\d{2}$/;

// src/core/agents/rules-of-responses.ts
var responsesRules = {
  fields: /* @__PURE__ */ new Set([
    ...[
      "model",
      "input",
      "instructions",
      "stream",
      "stream_options",
      "store",
      "tools",
      "tool_choice",
      "include"
    ],
    ...[
      "parallel_tool_calls",
      "max_tool_calls",
      "max_output_tokens",
      "reasoning",
      "text",
      "temperature",
      "top_p"
    ],
    ...[
      "top_logprobs",
      "truncation",
      "metadata",
      "client_metadata",
      "user",
      "safety_identifier",
      "service_tier"
    ],
    ...["prompt_cache_key", "prompt_cache_retention", "background", "context_management"]
  ]),
  *problems(body2) {
    yield* tierProblems(body2);
    for (const name of ["store", "background"])
      if (![void 0, null, false].some((off) => off === body2[name]))
        yield { why: "stored", what: `\`${name}\`` };
    for (const tool of itemsOf(body2["tools"])) yield* toolProblems3(tool);
    yield* choiceProblems2(body2["tool_choice"]);
    for (const item of itemsOf(body2["input"])) yield* itemProblems(item);
  },
  mostOutput: (body2) => body2["max_output_tokens"]
};
function* toolProblems3(tool) {
  const type = typeOf(tool);
  if (!isFields(tool)) return yield hosted("a tool that is no object");
  const isClients = clientTools.has(type) || type === "tool_search" && tool["execution"] === "client" || type === "namespace";
  if (!isClients) yield hosted(`tool ${type}`);
  yield* callerProblems(tool);
  if (type === "namespace") for (const inner of itemsOf(tool["tools"])) yield* toolProblems3(inner);
}
var clientTools = /* @__PURE__ */ new Set(["function", "custom", "local_shell", "apply_patch"]);
function* choiceProblems2(choice) {
  if (!isFields(choice)) return;
  const type = typeOf(choice);
  if (type !== "allowed_tools" && !clientTools.has(type)) yield hosted(`tool_choice ${type}`);
  for (const tool of itemsOf(choice["tools"]))
    if (!clientTools.has(typeOf(tool))) yield hosted(`tool_choice ${typeOf(tool)}`);
}
function* itemProblems(item) {
  if (typeof item === "string") return;
  if (!isFields(item)) return yield { why: "unreadable", what: "an input item that is no object" };
  const type = typeOf(item);
  const known2 = type === "" && typeof item["role"] === "string" ? "message" : type;
  if (!clientItems.has(known2)) return yield refusedItem(type);
  for (const tool of itemsOf(item["tools"])) yield* toolProblems3(tool);
  yield* executionProblems(item);
  for (const name of ["content", "output", "summary"])
    for (const part of itemsOf(item[name])) yield* partProblems3(part);
}
var clientItems = /* @__PURE__ */ new Set([
  ...[
    "message",
    "reasoning",
    "function_call",
    "function_call_output",
    "custom_tool_call",
    "custom_tool_call_output"
  ],
  ...["local_shell_call", "local_shell_call_output", "shell_call", "shell_call_output", "apply_patch_call"],
  ...["apply_patch_call_output", "additional_tools", "tool_search_call", "tool_search_output", "compaction"],
  ...["compaction_summary", "compaction_trigger", "configuration_update"]
]);
function refusedItem(type) {
  if (type === "" || type === "item_reference") return { why: "stored", what: "a stored item" };
  return hosted(`input ${type}`);
}
function* executionProblems({ execution, environment, caller }) {
  if (execution === "server") yield hosted("`execution` at the server");
  if (isFields(environment) && typeOf(environment) !== "local") yield hosted("`environment`");
  if (isFields(caller) && typeOf(caller) !== "direct") yield hosted("`caller`");
}
function* partProblems3(part) {
  if (typeof part === "string") return;
  const type = typeOf(part);
  if (!isFields(part) || !clientParts3.has(type)) return yield outside(`content ${type}`);
  const { image_url: image, file_data: file } = part;
  if (type === "input_image" && !isInline(image)) yield outside("an image that is not in the request");
  if (type === "input_file" && typeof file !== "string") yield outside("a file that is not in the request");
}
var clientParts3 = /* @__PURE__ */ new Set([
  ...["", "input_text", "output_text", "text", "refusal", "input_image", "input_file", "summary_text"],
  ...["reasoning_text", "encrypted_content"]
]);

// src/core/agents/request-rules.ts
function checkRequest(wire, sent, { model, inPath }) {
  const body2 = parsed(sent);
  if (!isFields(body2)) return { kind: "refused", why: "unreadable", what: "a body that is no JSON object" };
  try {
    const [problem] = problemsOf(rules[wire], body2, { model, asked: inPath ?? body2["model"] });
    if (problem !== void 0) return { kind: "refused", ...problem };
    const { mostOutput } = rules[wire];
    return {
      kind: "checked",
      text: JSON.stringify(wire === "responses" ? { ...body2, store: false } : body2),
      isStreamed: body2["stream"] === true,
      mostOutput: countIn(mostOutput(body2))
    };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { kind: "refused", why: "unreadable", what: "JSON that is too deep" };
  }
}
var rules = {
  messages: messagesRules,
  responses: responsesRules,
  chat: chatRules,
  gemini: geminiRules
};
function* problemsOf({ fields, problems }, body2, { model, asked }) {
  if (asked !== model) yield { why: "model", what: `model ${typeof asked === "string" ? asked : "unnamed"}` };
  for (const [name, value] of Object.entries(body2))
    if (value !== null && !fields.has(name))
      yield { why: known.get(name) ?? "hosted-tool", what: `the field \`${name}\`` };
  yield* problems(body2);
  yield* hiddenOutside(body2);
}
var known = new Map([
  ...nameAll("stored", ["previous_response_id", "conversation", "prompt", "thread", "cachedContent"]),
  ...nameAll("stored", ["cached_content"]),
  ...nameAll("model", ["models", "fallbacks", "route", "provider", "inference_geo", "serviceTier"])
]);
function nameAll(why, names) {
  return names.map((name) => [name, why]);
}
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
function countIn(value) {
  return typeof value === "number" && Number.isSafeInteger(value) && value > 0 ? value : null;
}

// src/core/agents/routes.ts
var paths = {
  messages: { asked: "/v1/messages", sent: "/v1/messages" },
  // The base URL of OpenAI's SDK ends in the version.
  responses: { asked: "/v1/responses", sent: "/responses" },
  chat: { asked: "/v1/chat/completions", sent: "/chat/completions" }
};
function routeOf(wire, method, target) {
  if (!target.startsWith("/")) return { kind: "refused", why: "host", asked: hostIn(target) };
  const [path = "", query = ""] = target.split("?", 2);
  const found = method === "GET" ? listRoute(wire, path) : method === "POST" ? postRoute(wire, path, query) : null;
  return found ?? { kind: "refused", why: "path", asked: `${method} ${path}` };
}
function postRoute(wire, path, query) {
  if (wire === "gemini") return geminiRoute(path, query);
  const { asked, sent } = paths[wire];
  if (wire === "messages" && path === `${asked}/count_tokens`) return { kind: "count" };
  return path === asked ? { kind: "generate", path: `${sent}${kept(query)}`, model: null } : null;
}
function hostIn(target) {
  const address = URL.canParse(target) ? new URL(target) : null;
  return address === null || address.host === "" ? target : address.host;
}
function listRoute(wire, path) {
  const list = wire === "gemini" ? "/v1beta/models" : "/v1/models";
  if (path === list) return { kind: "models", asked: null };
  return path.startsWith(`${list}/`) ? { kind: "models", asked: decoded(path.slice(list.length + 1)) } : null;
}
function decoded(name) {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
function geminiRoute(path, query) {
  const found = /^\/v1beta\/models\/([\w.@-]+):(generateContent|streamGenerateContent|countTokens)$/.exec(
    path
  );
  const [, model = "", verb] = found ?? [];
  if (found === null) return null;
  return verb === "countTokens" ? { kind: "count" } : { kind: "generate", path: `${path}${kept(query)}`, model };
}
function kept(query) {
  const pairs = query.split("&").filter((pair) => pair === "alt=sse" || pair === "beta=true");
  return pairs.length === 0 ? "" : `?${pairs.join("&")}`;
}

// src/adapters/agent-proxy/give-answer.ts
import { once } from "node:events";
function giveError(response2, { errorBody }, { status, message: message2 }) {
  if (response2.headersSent) return void response2.destroy();
  const type = status === 400 ? "invalid_request_error" : status === 404 ? "not_found_error" : "api_error";
  const error = { status, type, code: null, message: withoutSecrets(message2) };
  giveJson(response2, status, errorBody(error));
}
function giveJson(response2, status, value) {
  if (response2.headersSent) return void response2.destroy();
  response2.writeHead(status, { "content-type": "application/json" });
  response2.end(JSON.stringify(value));
}
function giveWhole(response2, answer, text) {
  if (response2.headersSent || response2.closed) return;
  response2.writeHead(answer.status, passedHeaders(answer.headers));
  response2.end(withoutSecrets(text));
}
function giveHead(response2, answer) {
  if (response2.closed) return;
  response2.writeHead(answer.status, passedHeaders(answer.headers));
  response2.flushHeaders();
}
var passed = /* @__PURE__ */ new Set([
  ...["content-type", "request-id", "x-request-id", "retry-after", "retry-after-ms", "x-should-retry"]
]);
function passedHeaders(headers) {
  const kept2 = [...headers].filter(([name]) => passed.has(name));
  return Object.fromEntries(kept2.map(([name, value]) => [name, withoutSecrets(value)]));
}
async function giveBody({ body: body2 }, to) {
  const { push, end } = bytesWithoutSecrets();
  for await (const bytes of body2 ?? []) {
    to.onBytes(bytes);
    await write(push(Buffer.from(bytes)), to);
  }
  await write(end(), to);
}
async function write(bytes, { response: response2, watch }) {
  if (bytes.length === 0 || response2.closed || response2.write(bytes)) return;
  const timer = setInterval(() => {
    watch.touch();
    watch.progress();
  }, 20);
  const given = new AbortController();
  const ends = ["drain", "close"].map((event) => once(response2, event, { signal: given.signal }));
  try {
    await Promise.race(ends);
  } finally {
    clearInterval(timer);
    given.abort();
    await Promise.allSettled(ends);
  }
}

// src/adapters/agent-proxy/local-answers.ts
function modelList(wire, name) {
  const one = oneModel(wire, name);
  switch (wire) {
    case "messages":
      return { data: [one], has_more: false, first_id: name, last_id: name };
    case "responses":
    case "chat":
      return { object: "list", data: [one] };
    case "gemini":
      return { models: [one] };
  }
}
function oneModel(wire, name) {
  switch (wire) {
    case "messages":
      return { type: "model", id: name, display_name: name, created_at: "1970-01-01T00:00:00Z" };
    case "responses":
    case "chat":
      return { id: name, object: "model", created: 0, owned_by: "vendor" };
    case "gemini":
      return {
        ...{ name: `models/${name}`, displayName: name },
        supportedGenerationMethods: ["generateContent", "countTokens"]
      };
  }
}
function tokenCount(wire, text) {
  const tokens = estimateInputTokens(text);
  return wire === "gemini" ? { totalTokens: tokens } : { input_tokens: tokens };
}

// src/adapters/agent-proxy/tool-calls.ts
function calledIn(wire, event) {
  return readers[wire](event);
}
var maybe = string().nullish().catch(null);
var nothing2 = { names: [], text: "" };
var message = object({
  content_block: object({ type: string(), name: maybe }).nullish().catch(null),
  delta: object({ partial_json: maybe, thinking: maybe }).nullish().catch(null)
});
var responseItem = object({ type: string(), name: maybe });
var response = object({
  type: string(),
  delta: maybe,
  item: responseItem.nullish().catch(null)
});
var chatCall = object({ function: object({ name: maybe, arguments: maybe }).nullish() });
var chat = object({
  choices: array(
    object({
      delta: object({ tool_calls: array(chatCall).nullish(), reasoning_content: maybe }).nullish()
    })
  )
});
var geminiPart = object({
  functionCall: object({ name: maybe, args: unknown().optional() }).nullish().catch(null),
  thought: boolean().nullish().catch(null),
  text: maybe
});
var gemini = object({
  candidates: array(object({ content: object({ parts: array(geminiPart) }) }))
});
var readers = {
  messages: (event) => {
    const { success, data: data2 } = message.safeParse(event);
    if (!success) return nothing2;
    const { content_block: block, delta } = data2;
    return called([block?.type === "tool_use" ? block.name : null], [delta?.partial_json, delta?.thinking]);
  },
  responses: (event) => {
    const { success, data: data2 } = response.safeParse(event);
    if (!success || data2.type === "response.output_text.delta") return nothing2;
    const isBegun = data2.type === "response.output_item.added" && data2.item?.type.endsWith("_call") === true;
    return called([isBegun ? data2.item?.name ?? data2.item?.type : null], [data2.delta]);
  },
  chat: (event) => {
    const { success, data: data2 } = chat.safeParse(event);
    if (!success) return nothing2;
    const calls = data2.choices.flatMap(({ delta }) => delta?.tool_calls ?? []);
    const thoughts = data2.choices.map(({ delta }) => delta?.reasoning_content);
    return called(
      calls.map((call) => call.function?.name),
      [...calls.map((call) => call.function?.arguments), ...thoughts]
    );
  },
  gemini: (event) => {
    const { success, data: data2 } = gemini.safeParse(event);
    if (!success) return nothing2;
    const parts = data2.candidates.flatMap(({ content }) => content.parts);
    return called(
      parts.map(({ functionCall }) => functionCall?.name),
      parts.map(({ functionCall, thought, text }) => {
        if (thought === true) return text;
        return functionCall === null || functionCall === void 0 ? null : JSON.stringify(functionCall.args);
      })
    );
  }
};
function called(names, texts) {
  return {
    names: names.filter((name) => typeof name === "string" && name !== ""),
    text: texts.map((text) => text ?? "").join("")
  };
}

// src/adapters/agent-proxy/whole-answer.ts
function eventsOfWhole(wire, answer) {
  if (Array.isArray(answer)) return answer;
  return isFields2(answer) ? eventsOf[wire](answer) : [answer];
}
var eventsOf = {
  messages: (answer) => {
    if (answer["type"] !== "message") return [answer];
    const { content, stop_reason, usage } = answer;
    return [
      { type: "message_start", message: answer },
      ...listOf(content).map((block) => ({ type: "content_block_start", content_block: block })),
      ...listOf(content).map((block) => ({ type: "content_block_delta", delta: inputOf(block) })),
      { type: "message_delta", delta: { stop_reason }, usage },
      { type: "message_stop" }
    ];
  },
  responses: (answer) => {
    const { output, status } = answer;
    if (output === void 0) return [answer];
    const added2 = listOf(output).map((item) => ({
      type: "response.output_item.added",
      item,
      delta: written(item)
    }));
    return [...added2, { type: `response.${typeof status === "string" ? status : ""}`, response: answer }];
  },
  chat: ({ choices, ...answer }) => [
    {
      ...answer,
      choices: listOf(choices).map(
        (choice) => isFields2(choice) ? { ...choice, delta: choice["message"] } : choice
      )
    }
  ],
  gemini: (answer) => [answer]
};
function inputOf(block) {
  const input = isFields2(block) ? block["input"] : void 0;
  return { type: "input_json_delta", partial_json: input === void 0 ? "" : JSON.stringify(input) };
}
function written(item) {
  return isFields2(item) ? item["arguments"] ?? item["input"] ?? null : null;
}
function listOf(value) {
  return Array.isArray(value) ? value : [];
}
function isFields2(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/adapters/agent-proxy/heard-answer.ts
var HeardAnswer = class {
  #wire;
  #speech;
  #reader;
  #events;
  #onPart;
  #body = [];
  #tools = [];
  #written = "";
  #problem = null;
  /** `isEvents`: it is a stream of events; otherwise it is read when it is whole. */
  constructor(of) {
    this.#wire = of.wire;
    this.#speech = of.speech;
    this.#reader = of.speech.reader();
    this.#events = of.isEvents ? new EventStream() : null;
    this.#onPart = of.onPart;
  }
  /** Names of the tools that it calls. */
  get tools() {
    return this.#tools;
  }
  /** What came so far; the text holds the arguments of tools too, for they are paid as well. */
  soFar() {
    const { text, ...rest } = this.#reader.soFar();
    return { ...rest, text: text + this.#written };
  }
  /** Bytes of the answer. */
  take(bytes) {
    if (this.#events === null) this.#body.push(bytes);
    else for (const data2 of this.#events.take(bytes)) this.#hearText(data2);
  }
  /** The vendor has sent everything that it sends. */
  end() {
    if (this.#events === null) return this.#hearWhole();
    const { event, strayText } = this.#events.end();
    for (const rest of [event, strayText]) {
      const value = parsed2(rest ?? "");
      if (value !== void 0) this.#hear(value);
    }
  }
  /** What it is now. */
  received(known2) {
    const whole = this.#reader.end(known2);
    if (this.#problem !== null) {
      const isOfVendor = this.#problem.kind === "failed" && this.#problem.facts.isFromBody === true;
      return whole.kind === "answered" && !isOfVendor ? whole : this.#problem;
    }
    if (whole.kind === "answered" || this.#reader.soFar().hasBegun) return whole;
    return { ...whole, facts: { ...whole.facts, isNoAnswer: true } };
  }
  #hearWhole() {
    const value = parsed2(Buffer.concat(this.#body).toString("utf8"));
    for (const event of eventsOfWhole(this.#wire, value)) this.#hear(event);
  }
  #hearText(data2) {
    if (data2 === "[DONE]") return;
    const value = parsed2(data2);
    if (value === void 0)
      this.#problem ??= noticed("the stream held an event that is no JSON", { isNoAnswer: true });
    else this.#hear(value);
  }
  #hear(value) {
    if (this.#problem !== null) return;
    const error = this.#speech.errorIn(value);
    const facts = error === null ? null : readVendorError(thrownBy(error, null), Date.now());
    if (facts !== null) return void (this.#problem = { kind: "failed", facts });
    const { names, text } = calledIn(this.#wire, value);
    this.#tools.push(...names);
    this.#written += text;
    if (this.#reader.isPart(value)) this.#onPart();
    const problem = this.#reader.add(value);
    if (problem !== null) this.#problem = noticed(problem, { isNoAnswer: true });
  }
};
function parsed2(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}

// src/adapters/agent-proxy/ask.ts
async function ask(asking) {
  const { response: response2, speech, send } = asking;
  let answer;
  try {
    answer = await send();
  } catch (error2) {
    const facts2 = vendorsOwn(error2);
    giveError(response2, speech, { status: 502, message: `The model cannot be reached: ${facts2.message}` });
    return unheard({ status: null, requestId: null, received: { kind: "failed", facts: facts2 } });
  }
  const { status, headers } = answer;
  const requestId = headers.get(speech.requestIdHeader) ?? headers.get("x-request-id");
  if (answer.ok) return hear(asking, answer, requestId);
  const text = await answer.text().catch(() => "");
  if (status < 400) {
    const message2 = "the vendor answered with a redirect, which is not followed";
    giveError(response2, speech, { status: 502, message: message2 });
    const facts2 = factsOf(message2, { status, requestId });
    return unheard({ status, requestId, received: { kind: "failed", facts: facts2 } });
  }
  giveWhole(response2, answer, text);
  const error = thrownBy(speech.errorIn(parsed3(text)) ?? text.slice(0, 500), answer);
  const facts = { ...readVendorError(error, Date.now()) ?? factsOf(""), status, requestId };
  return unheard({ status, requestId, received: { kind: "failed", facts } });
}
async function hear(asking, answer, requestId) {
  const { tap, watch, response: response2, model, onFirstEvent } = asking;
  const type = answer.headers.get("content-type") ?? "";
  const isEvents = type.includes("event-stream") || asking.isStreamed && !type.includes("json");
  const heard = new HeardAnswer({ ...asking, isEvents, onPart: watch.progress });
  giveHead(response2, answer);
  const failed = await giveBody(answer, {
    response: response2,
    watch,
    onBytes: (bytes) => {
      onFirstEvent();
      heard.take(bytes);
    }
  }).then(
    () => null,
    (error) => vendorsOwn(error)
  );
  if (failed === null) heard.end();
  const said = heard.received({ requestedModel: model, requestId });
  const isGone = response2.closed && said.kind === "answered";
  const received = failed === null || isGone ? said : { kind: "failed", facts: failed };
  if (failed === null) response2.end();
  return {
    ...{ status: answer.status, requestId, tools: heard.tools, soFar: heard.soFar() },
    received: inGatewayWords(received, { tap, requestId, hasBegun: heard.soFar().hasBegun })
  };
}
function inGatewayWords(received, {
  tap,
  requestId,
  hasBegun
}) {
  if (received.kind === "answered" || hasBegun) return received;
  const { isNoAnswer, isFromBody } = received.facts;
  if (isNoAnswer !== true && isFromBody !== true) return received;
  return { kind: "failed", facts: { ...tap.words(), requestId } };
}
function vendorsOwn(error) {
  const facts = readVendorError(error, Date.now());
  if (facts === null) throw error;
  const isTooLarge = error instanceof Error && error.name === "AnswerTooLargeError";
  return isTooLarge ? { ...facts, isNoAnswer: true } : facts;
}
function unheard(known2) {
  return { ...known2, tools: [], soFar: { hasBegun: false, text: "", usage: nothingReported } };
}
function parsed3(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

// src/adapters/agent-proxy/pass-on.ts
async function passOn({ options, speech, seen }, passing, response2) {
  const { model } = options;
  const { wire } = model.agent;
  const signal = AbortSignal.any([options.signal, goneSignal(response2)]);
  const watch = idleWatch({ idleMs: model.idleMs, signal });
  const mostOutputTokens2 = passing.mostOutput + Math.ceil(passing.text.length / 256);
  const tap = new AnswerTap({ mostOutputTokens: mostOutputTokens2, onBytes: watch.touch });
  const fetch = sealedFetch({ ...options, further: ["anthropic-beta"] }, () => tap);
  const start = performance.now();
  const asking = {
    ...{ wire, speech, response: response2, tap, watch, model: model.name, isStreamed: passing.isStreamed },
    onFirstEvent: () => seen.begin(options.onFirstEvent),
    send: async () => fetch(addressOf(model, passing.path), {
      ...{ method: "POST", body: passing.text, headers: headersOf(passing.headers) },
      ...{ redirect: "manual", signal: watch.signal }
    })
  };
  const heard = await ask(asking).finally(watch.stop);
  const isCut = signal.aborted && watch.why() === null && heard.received.kind === "failed";
  if (!response2.writableEnded) response2.destroy();
  const received = endedByUs(heard.received, { why: watch.why(), isCut });
  const latencyMs = performance.now() - start;
  const call = callOf({ heard, received, passing, isAnswered: tap.isAnswered, latencyMs });
  const ended = isCut ? { ...call, isCutByAgent: true } : call;
  seen.end(ended, watch.why() !== null);
  return ended;
}
function goneSignal(response2) {
  const gone = new AbortController();
  const leave = () => {
    if (!response2.writableFinished) gone.abort();
  };
  if (response2.closed) leave();
  else response2.once("close", leave);
  return gone.signal;
}
function headersOf(given) {
  const headers = new Headers();
  for (const [name, value] of Object.entries(given))
    if (typeof value === "string" && name !== "anthropic-beta") headers.set(name, value);
  const betas = keptBetas(String(given["anthropic-beta"] ?? ""));
  if (betas !== "") headers.set("anthropic-beta", betas);
  headers.set("content-type", "application/json");
  return headers;
}
function endedByUs(received, { why, isCut }) {
  if (received.kind === "answered" || why === null && !isCut) return received;
  return { kind: "failed", facts: factsOf(why ?? "the agent ended the call") };
}
function callOf(of) {
  const { heard, received, latencyMs } = of;
  const bill = billOf2(of);
  const known2 = { status: heard.status, requestId: heard.requestId, tools: heard.tools, latencyMs };
  const paid = { usage: bill?.usage ?? null, isUsageEstimated: bill?.isEstimated === true };
  if (received.kind === "failed")
    return { ...known2, ...paid, fault: received.facts, servedBy: null, finish: null };
  const { servedBy, requestId, finish } = received.answer;
  return { ...known2, ...paid, fault: null, servedBy, requestId, finish };
}
function billOf2({ heard, received, passing, isAnswered }) {
  const { text, usage: reported, hasBegun } = heard.soFar;
  const prompt = { system: "", user: passing.text, nonce: "" };
  const paid = { prompt, text, reported, mostOutputTokens: passing.mostOutput };
  if (received.kind === "answered") return billFor(paid);
  return isAnswered ? billForBroken({ ...paid, hasBegun }) : null;
}
function addressOf({ baseUrl, provider }, path) {
  const base = (baseUrl ?? providers[provider].baseUrl ?? "").replace(/\/+$/, "");
  const isVersioned = provider === "google" && hasGoogleVersion(base);
  return new URL(`${base}${isVersioned ? path.replace(/^\/v1beta/, "") : path}`);
}

// src/adapters/agent-proxy/read-body.ts
async function withBody(request, total, use) {
  let chunks = [];
  let tooMuch = "";
  let [bytes, kept2] = [0, 0];
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      bytes += chunk.length;
      if (chunks !== null && bytes > mostBytes) [chunks, tooMuch] = [null, "a request of more than 32 MB"];
      if (chunks !== null && total.held > mostHeld)
        [chunks, tooMuch] = [null, "a request while others of more than 128 MB together are open"];
      if (bytes > mostHeld) break;
      if (chunks === null) continue;
      chunks.push(chunk);
      kept2 += chunk.length;
      total.held += chunk.length;
    }
    await use(chunks === null ? { tooMuch } : Buffer.concat(chunks).toString("utf8"));
  } finally {
    total.held -= kept2;
  }
}
var mostBytes = 32 * 1024 * 1024;
var mostHeld = 4 * mostBytes;

// src/adapters/agent-proxy/answer-request.ts
async function answerRequest(state, request, response2) {
  const { model } = state.options;
  const { wire } = model.agent;
  const route = routeOf(wire, request.method ?? "", request.url ?? "");
  if (route.kind === "refused") {
    request.resume();
    state.seen.refuse(route.why, route.asked);
    const status = route.why === "host" ? 403 : 404;
    return giveError(response2, state.speech, {
      status,
      message: `${route.asked} cannot be reached from here.`
    });
  }
  if (route.kind === "models") return tellModels(state, response2, route.asked);
  await withBody(request, state.bodies, async (text) => {
    if (typeof text === "object") refuse(state, response2, { why: "too-large", what: text.tooMuch });
    else if (route.kind === "count") giveJson(response2, 200, tokenCount(wire, text));
    else await generate(state, { request, response: response2, route, text });
  });
}
function tellModels({ options: { model }, seen, speech }, response2, asked) {
  const { wire } = model.agent;
  if (asked === null) return giveJson(response2, 200, modelList(wire, model.name));
  if (asked === model.name) return giveJson(response2, 200, oneModel(wire, model.name));
  seen.refuse("model", `model ${asked}`);
  giveError(response2, speech, { status: 404, message: `There is no model ${asked} here.` });
}
async function generate(state, of) {
  const { request, response: response2, route } = of;
  const { model } = state.options;
  const { wire } = model.agent;
  const isEncoded = ![void 0, "identity"].includes(request.headers["content-encoding"]);
  const checked = isEncoded ? { kind: "refused", why: "unreadable", what: "a compressed request" } : checkRequest(wire, of.text, { model: model.name, inPath: route.model });
  if (checked.kind === "refused") return refuse(state, response2, checked);
  if (state.seen.isHopeless)
    return giveError(response2, state.speech, {
      status: 400,
      message: "The model failed too often to be asked again."
    });
  const mostOutput = checked.mostOutput ?? mostOutputTokens(model);
  const inputTokens = estimateInputTokens(checked.text);
  const isForAnHour = checked.text.includes('"ttl":"1h"');
  const most = {
    ...{ inputTokens, cachedInputTokens: 0, outputTokens: mostOutput },
    ...isForAnHour ? { cacheWriteTokens: inputTokens, hourCacheWriteTokens: inputTokens } : {}
  };
  const admitted = await state.allowance.admit(most);
  if (typeof admitted === "string") {
    state.seen.meet(admitted);
    return giveError(response2, state.speech, { status: 400, message: limitWords(state, admitted) });
  }
  const { path } = route;
  const call = {
    path,
    text: checked.text,
    isStreamed: checked.isStreamed || path.endsWith("alt=sse"),
    mostOutput
  };
  await passOn(state, { ...call, headers: request.headers }, response2).then(
    ({ usage, fault, isCutByAgent }) => state.allowance.settle(admitted, usage, fault === null || isCutByAgent === true && usage !== null),
    (error) => {
      state.allowance.settle(admitted, null, false);
      throw error;
    }
  );
}
function limitWords({ options }, limit) {
  return `The limit of this sample is reached: ${limit} ${options.model.agent.limits[limit]}. No request is answered any more.`;
}
function refuse({ seen, speech }, response2, { why, what }) {
  seen.refuse(why, what);
  giveError(response2, speech, {
    status: 400,
    message: `This request is not passed on to the model: ${what}.`
  });
}

// src/adapters/agent-proxy/seen-traffic.ts
var SeenTraffic = class {
  #calls = [];
  #refused = /* @__PURE__ */ new Map();
  #limit = null;
  #wasIdle = false;
  #hasBegun = false;
  /** A request was not passed on. */
  refuse(why, asked) {
    const words = clipped(asked);
    const isNew = !this.#refused.has(`${why} ${words}`);
    const shown2 = isNew && this.#refused.size >= mostKinds ? "other things" : words;
    const earlier = this.#refused.get(`${why} ${shown2}`);
    this.#refused.set(`${why} ${shown2}`, { why, asked: shown2, times: (earlier?.times ?? 0) + 1 });
  }
  /** A request met a limit; only the first one counts. */
  meet(limit) {
    this.#limit ??= limit;
  }
  /** An answer has begun; only the first one is told. */
  begin(tell) {
    if (this.#hasBegun) return;
    this.#hasBegun = true;
    tell();
  }
  /** A call has ended. */
  end(call, wasIdle) {
    this.#wasIdle ||= wasIdle;
    this.#calls.push({
      ...call,
      fault: call.fault === null ? null : withoutKeys(call.fault),
      servedBy: call.servedBy === null ? null : clipped(call.servedBy),
      requestId: call.requestId === null ? null : clipped(call.requestId),
      tools: call.tools.slice(0, mostTools2).map((tool) => clipped(tool))
    });
  }
  /** Whether the vendor failed so often that asking again is of no use. */
  get isHopeless() {
    return this.#calls.filter(({ fault }) => fault !== null).length >= mostFailures;
  }
  /** All of it. */
  facts() {
    return {
      calls: [...this.#calls],
      refused: [...this.#refused.values()],
      limit: this.#limit,
      wasIdle: this.#wasIdle
    };
  }
};
var mostKinds = 40;
var mostTools2 = 100;
var mostFailures = 500;
function withoutKeys(fault) {
  const { message: message2, type, code, requestId } = fault;
  return {
    ...fault,
    message: withoutSecrets(message2),
    type: type === null ? null : clipped(type),
    code: code === null ? null : clipped(code),
    requestId: requestId === null ? null : clipped(requestId)
  };
}
function clipped(text) {
  return Array.from(safeLine(text, false)).slice(0, 200).join("");
}

// src/adapters/agent-proxy/open-proxy.ts
async function openProxy(options, speech) {
  for (const secret of [options.apiKey, ...options.variables?.values() ?? []]) keepSecret(secret);
  const ending = new AbortController();
  const state = {
    options: { ...options, signal: AbortSignal.any([options.signal, ending.signal]) },
    speech,
    allowance: new Allowance(options.model.agent.limits, priceOf(options.model)),
    seen: new SeenTraffic(),
    bodies: { held: 0 }
  };
  const bugs = [];
  const open = /* @__PURE__ */ new Set();
  const server = createServer((request, response2) => {
    const answering = answerRequest(state, request, response2).catch((error) => {
      if (!request.destroyed || request.complete) bugs.push(error);
      response2.destroy();
    }).finally(() => open.delete(answering));
    open.add(answering);
  });
  server.maxConnections = 256;
  refuseProtocols(server, state);
  server.listen(options.socketPath);
  await once2(server, "listening");
  const end = () => server.closeAllConnections();
  options.signal.addEventListener("abort", end, { once: true });
  return {
    facts: () => state.seen.facts(),
    [Symbol.asyncDispose]: async () => {
      options.signal.removeEventListener("abort", end);
      ending.abort();
      const closed = new Promise((resolve) => void server.close(resolve));
      server.closeAllConnections();
      await closed;
      await atOnce([...open], async (answering) => answering);
      if (bugs.length > 0) throw bugs[0];
    }
  };
}
function refuseProtocols(server, { seen }) {
  const refuse2 = (socket, why, asked) => {
    seen.refuse(why, asked);
    socket.on("error", () => socket.destroy());
    const words = "HTTP/1.1 403 Forbidden\r\nconnection: close\r\ncontent-length: 0\r\n\r\n";
    socket.end(words, () => socket.destroy());
  };
  server.on(
    "upgrade",
    (request, socket) => refuse2(socket, "upgrade", `${request.headers.upgrade} ${request.url}`)
  );
  server.on(
    "connect",
    (request, socket) => refuse2(socket, "host", request.url ?? "")
  );
}

// src/adapters/agent-proxies.ts
var speeches = {
  messages: async () => {
    const [{ messageReader }, { anthropicWire }] = [
      await import("./read-message-763D6MXF.js"),
      await import("./anthropic-wire-TE6MEMQK.js")
    ];
    return { ...anthropicWire, errorIn, reader: () => messageReader({ mayCall: true }) };
  },
  responses: async () => {
    const [{ responseReader }, { responsesWire }] = [
      await import("./read-response-4IQVUIP4.js"),
      await import("./responses-wire-KNBREXDE.js")
    ];
    return { ...responsesWire, errorIn, reader: responseReader };
  },
  chat: async () => {
    const [{ chatReader }, { chatWire }] = [
      await import("./read-chat-BHFX6TSQ.js"),
      await import("./chat-wire-CPJFTYCP.js")
    ];
    return { ...chatWire, errorIn, reader: () => chatReader({ mayCall: true }) };
  },
  gemini: async () => {
    const [{ contentReader }, { googleWire }, { googleError }] = [
      await import("./read-content-HLNF3RWQ.js"),
      await import("./google-wire-2ATFXFUU.js"),
      await import("./google-error-JKIKM2TK.js")
    ];
    return { ...googleWire, errorIn: googleError, reader: contentReader };
  }
};
var openAgentProxy = async (options) => openProxy(options, await speeches[options.model.agent.wire]());

// src/adapters/sandbox/programs/find-agent.ts
import { constants } from "node:fs";
import { access, realpath as realpath2 } from "node:fs/promises";
import { join as join2 } from "node:path";
async function findAgent(program, places) {
  let refused = { kind: "absent" };
  for (const folder of places.path.split(":").filter((entry) => entry.startsWith("/"))) {
    const real = await executable(join2(folder, program));
    if (real === null) continue;
    const why = await whyHidden(folder, real, places);
    if (why === null) return { kind: "found", shown: installationOf(real) };
    refused = { kind: "hidden", why: `${join2(folder, program)} ${why}` };
  }
  return refused;
}
async function executable(path) {
  try {
    await access(path, constants.X_OK);
    return await realpath2(path);
  } catch {
    return null;
  }
}
async function whyHidden(folder, real, places) {
  const changeable = await atOnce(places.changeable, (place) => realpath2(place).catch(() => place));
  const around = changeable.find((place) => isWithinOneOf([place], real));
  if (around !== void 0 || isWithinOneOf(changeable, await realpath2(folder)))
    return `lies below ${around ?? folder}, where a pull request could change it`;
  const [{ from } = { from: real }] = installationOf(real);
  return await isReadable(from, places.asNobody) ? null : "cannot be read by user 65534, as whom it would run";
}
function installationOf(real) {
  const modules = real.indexOf("/node_modules/");
  const path = modules === -1 ? real : real.slice(0, modules + "/node_modules".length);
  return /^\/(?:usr|bin|sbin)\//.test(path) ? [] : [{ from: path, to: path }];
}

// src/entry/wiring/agents.ts
function openAgents(of) {
  const tools = toolsIn(of);
  const places = new PQueue({ concurrency: Math.max(2, availableParallelism()) });
  const versions = /* @__PURE__ */ new Map();
  const versionOf = (agent) => {
    const key = JSON.stringify([agent.closed.argv[0], agent.program]);
    const asked = versions.get(key) ?? askAgentVersion(agent, tools);
    versions.set(key, asked);
    return asked;
  };
  return {
    clientOf: (account) => {
      const client = agentClient(account, tools);
      return { complete: (request) => places.add(() => client.complete(request)) };
    },
    versionOf: ({ agent }) => versionOf(agent),
    versionIfThere: async (agent) => {
      const found = await tools.find(agent.closed.argv[0] ?? "");
      return found.kind === "absent" ? null : versionOf(agent);
    }
  };
}
var withoutLeftovers = { PYTHONDONTWRITEBYTECODE: "1", PYTEST_ADDOPTS: "-p no:cacheprovider" };
function toolsIn({ sandbox, company, checkout, nodeTestReporter }) {
  const path = hostPath();
  const temporaryRoot = hostTemporaryRoot();
  const asNobody = ownUser().uid === 0;
  return {
    sandbox: async () => {
      const opened = await sandbox();
      return { ...opened, run: (request) => company.beside(() => opened.run(request)) };
    },
    sandboxAlone: async () => {
      const opened = await sandbox();
      return { run: (request) => company.alone(() => opened.run(request)) };
    },
    find: (program) => findAgent(program, { path, asNobody, changeable: [checkout, temporaryRoot] }),
    openProxy: openAgentProxy,
    box: {
      ...{ temporaryRoot, asNobody, node: ownNode() },
      bridge: join3(dirname(nodeTestReporter), "agent-bridge.mjs")
    },
    environmentOf: (places) => ({ ...cleanEnvironment({ ...places, path }), ...withoutLeftovers })
  };
}
export {
  openAgents
};
