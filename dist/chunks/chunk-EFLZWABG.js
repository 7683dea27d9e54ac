import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  redact,
  retryAfterOf
} from "./chunk-WK53CAU2.js";
import {
  UserError,
  askedWith,
  commitsOf,
  configFiles,
  digest,
  dryRun,
  interruptSignal,
  isFresh,
  logText,
  maxRecordAgeMs,
  measureUnless,
  openReportFolder,
  openRepository,
  overLimitWords,
  plainText,
  providers,
  readRecord,
  readRecordPath,
  readSettings,
  retrying,
  rightsOf,
  runCommand,
  secretVariables,
  systemClock,
  temporaryName,
  textWithoutSecrets,
  wire
} from "./chunk-WSJ3JF5A.js";
import {
  hostTemporaryRoot,
  hostVariable
} from "./chunk-FMJFPCHD.js";
import {
  archivedFolder,
  readTransferred
} from "./chunk-IVYSVOFI.js";
import {
  __callDispose,
  __using
} from "./chunk-TZXIYNRP.js";

// src/core/trigger/job-mode.ts
var jobModes = ["auto", "check", "audit", "plan", "shard", "report"];
function isPart(mode) {
  return mode === "plan" || mode === "shard";
}
function modeEvent(mode, event) {
  if (mode === "auto" || event.kind === "nothing") return event;
  if (mode === "audit" && event.kind === "manual") return { kind: "audit", head: event.head };
  if (mode === "audit" === (event.kind === "audit")) return event;
  const what = mode === "audit" ? "names two commits to compare" : "has no base to compare with";
  throw new UserError(
    "EVENT_UNSUPPORTED",
    `input \`mode\` is \`${mode}\`, but this event ${what}.`,
    "Remove `mode`: then `schedule`, `push` and `workflow_dispatch` without a base run an audit, and other events run a check."
  );
}

// src/entry/action/open-run.ts
import { resolve } from "node:path";

// src/adapters/sandbox/set-up-sandbox.ts
async function setUpSandbox(request) {
  if (!request.enabled || !isHostedLinux(request.environment)) return "not-ours";
  const run = request.run ?? runStep;
  for (const { argv, why, isOptional } of setUpSteps) {
    const { end, stderr } = await run(argv);
    if (end.kind === "exited" && end.code === 0) continue;
    const said = stderr.text.trim().split("\n").at(-1) ?? "";
    request.log.warn(`sandbox-setup: could not ${why}: ${said || end.kind}`);
    if (isOptional !== true) return "failed";
  }
  request.log.info("sandbox-setup: bubblewrap and its AppArmor profile are installed");
  return "done";
}
function isHostedLinux(environment) {
  return environment["GITHUB_ACTIONS"] === "true" && environment["RUNNER_ENVIRONMENT"] === "github-hosted" && environment["RUNNER_OS"] === "Linux";
}
var appArmorProfile = `abi <abi/4.0>,
include <tunables/global>
profile bwrap /usr/bin/bwrap flags=(unconfined) {
  userns,
  include if exists <local/bwrap>
}
`;
var setUpSteps = [
  {
    why: "install bubblewrap",
    argv: [...["sudo", "-n", "sh", "-c"], installs({ program: "bwrap", name: "bubblewrap" })]
  },
  {
    why: "load the AppArmor profile of bubblewrap",
    argv: [
      ...["sudo", "-n", "sh", "-c"],
      '[ -d /sys/kernel/security/apparmor ] || exit 0; printf %s "$1" > /etc/apparmor.d/bwrap && apparmor_parser -r /etc/apparmor.d/bwrap',
      ...["sh", appArmorProfile]
    ]
  },
  {
    why: "install slirp4netns, which keeps setup from the services of this machine",
    isOptional: true,
    argv: [
      ...["sudo", "-n", "sh", "-c"],
      installs({ program: "slirp4netns", name: "slirp4netns" })
    ]
  }
];
function installs({ program, name }) {
  const install = `apt-get install -y --no-install-recommends ${name}`;
  return `command -v ${program} || { ${install} || { apt-get update -q && ${install}; }; }`;
}
var stepTimeoutMs = 18e4;
async function runStep(argv) {
  return runCommand({
    argv,
    directory: "/",
    environment: {
      PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
      DEBIAN_FRONTEND: "noninteractive"
    },
    timeoutMs: stepTimeoutMs,
    signal: new AbortController().signal
  });
}

// src/config/head-models.ts
function headModels(base, head) {
  const trusted = new Set(base.map(placeOf));
  const isTrusted = (model) => trusted.has(placeOf(model)) || isVendorsOwn(model);
  const known = new Set(base.map(identityOf));
  const added = head.filter((model) => isTrusted(model) && !known.has(identityOf(model)));
  const taken = new Set([...base, ...added].map(({ id }) => id));
  const inBase = new Set(base.map(({ id }) => id));
  const replaced = [];
  const named = added.map((model) => {
    if (!inBase.has(model.id)) return model;
    const askedAs = freeName(`${model.id}-head`, taken);
    replaced.push({ id: model.id, askedAs });
    return { ...model, id: askedAs };
  });
  const kept = new Set(head.map(identityOf));
  const replacedIds = new Set(replaced.map(({ id }) => id));
  return {
    models: [...base, ...named],
    refused: head.filter((model) => !isTrusted(model)),
    removed: base.filter((model) => !kept.has(identityOf(model)) && !replacedIds.has(model.id)).map(({ id }) => id),
    replaced
  };
}
function placeOf({ provider, apiKeyEnv, baseUrl, headers }) {
  return JSON.stringify([provider, apiKeyEnv, baseUrl, headers ?? {}]);
}
function identityOf(model) {
  return JSON.stringify(askedWith(model));
}
function freeName(wanted, taken) {
  const name = taken.has(wanted) ? freeName(`${wanted}-head`, taken) : wanted;
  taken.add(name);
  return name;
}
function isVendorsOwn({ provider, apiKeyEnv, baseUrl, headers }) {
  const { baseUrl: ownAddress, keyVariable } = providers[provider];
  if (headers !== void 0) return false;
  return baseUrl === null && ownAddress !== null && apiKeyEnv !== null && apiKeyEnv === keyVariable;
}

// src/config/model-switches.ts
function modelSwitches(base, asked) {
  const left = base.filter(({ id }) => asked.removed.includes(id));
  const leftFor = (to, index) => {
    const replaced = asked.replaced.find(({ askedAs }) => askedAs === to.id)?.id;
    return base.find(({ id }) => id === replaced) ?? left.find(({ provider }) => provider === to.provider) ?? left[index] ?? left[0] ?? base[0];
  };
  return asked.models.slice(base.length).flatMap((to, index) => {
    const from = leftFor(to, index);
    return from === void 0 ? [] : [{ from, to }];
  });
}

// src/config/read-configuration.ts
function readConfiguration({ file, headFile }, inputs) {
  if (file === null && headFile !== null && !isWhole(inputs)) return firstAdoption(headFile, inputs);
  const { settings, notYet } = readSettings({ file, inputs });
  const configuration = { settings, notes: notYet, switches: [], planOnly: null };
  return file === null || headFile === null || file.text === headFile.text ? configuration : withHeadModels(configuration, headFile, inputs);
}
function isWhole(inputs) {
  try {
    readSettings({ file: null, inputs });
    return true;
  } catch (error) {
    if (error instanceof UserError && error.code === "CONFIG_NOT_FOUND") return false;
    throw error;
  }
}
function firstAdoption(file, inputs) {
  const { settings, notYet } = readSettings({ file, inputs });
  return {
    settings,
    notes: notYet,
    switches: [],
    planOnly: "The base branch has no config file yet, so no model was asked: the checks begin once this one is merged."
  };
}
function withHeadModels(configuration, headFile, inputs) {
  const head = readSettings({ file: headFile, inputs });
  const asked = headModels(configuration.settings.models, head.settings.models);
  return {
    ...configuration,
    settings: { ...configuration.settings, models: asked.models },
    switches: modelSwitches(configuration.settings.models, asked),
    notes: [...configuration.notes, ...modelNotes(asked)]
  };
}
function modelNotes({ refused, removed, replaced }) {
  return [
    ...removed.map(
      (id) => `Model ${id} is taken out of the config here: it was asked all the same, and is not asked any more once this is merged.`
    ),
    ...replaced.map(
      ({ id, askedAs }) => `Model ${id} is made another model here: the one of the base was asked as ${id}, the new one as ${askedAs}.`
    ),
    ...refused.map(
      ({ id }) => `Model ${id} was left out: its key name or address is not in the config of the base branch.`
    )
  ];
}

// src/adapters/actions-cache/actions-cache.ts
import { dirname, join as join2, relative } from "node:path";
import { copyFile, lstat, mkdir, readdir, mkdtemp, rm } from "node:fs/promises";
import { constants } from "node:fs";

// src/adapters/actions-cache/client-process.ts
import { join } from "node:path";
var inherited = /^(?:PATH|HOME|LANG|GITHUB_SERVER_URL|ACTIONS_(?:RESULTS_URL|CACHE_URL|RUNTIME_TOKEN|CACHE_SERVICE_V2|CACHE_MODE)|NODE_EXTRA_CA_CERTS|(?:https?|no)_proxy|(?:HTTPS?|NO)_PROXY)$/;
var guardedTar = "--exclude=/* --exclude=*..* --transform=s|.*|removed|Rsh";
async function runClient(request) {
  const { client, transfer, place, timeoutMs } = request;
  const stage = join(place, "stage");
  const run = await runCommand({
    argv: [client.node, client.script, JSON.stringify(transfer)],
    directory: stage,
    environment: {
      ...Object.fromEntries(Object.entries(request.environment).filter(([name]) => inherited.test(name))),
      GITHUB_WORKSPACE: stage,
      RUNNER_TEMP: join(place, "temporary"),
      ...transfer.kind === "restore" ? { TAR_OPTIONS: guardedTar } : {}
    },
    timeoutMs,
    signal: request.signal
  });
  switch (run.end.kind) {
    case "timed-out":
      return { kind: "failed", reason: `no answer within ${timeoutMs / 1e3} s` };
    case "cancelled":
      return { kind: "failed", reason: "the run was cancelled" };
    case "over-limit":
      return { kind: "failed", reason: `the client ${overLimitWords(run.end)}` };
    case "killed":
      return { kind: "failed", reason: `the client was killed by ${run.end.signal}` };
    case "exited":
      return readEnd(run.stdout.text, run.stderr.text);
  }
}
function readEnd(stdout, stderr) {
  const outcome = readTransferred(stdout);
  const said = reasonIn(stdout);
  if (outcome === null)
    return { kind: "failed", reason: said ?? stderr.trim().split("\n").at(-1) ?? "the client crashed" };
  const isFailure = outcome.kind === "saved" ? !outcome.isStored : outcome.kind === "restored" && outcome.key === null && said !== null;
  return isFailure ? { kind: "failed", reason: said ?? "the service gave no reason" } : outcome;
}
function reasonIn(stdout) {
  const said = stdout.split("\n").flatMap((line) => {
    const reason = /^(?:::(?:warning|error)[^:]*::)?(?:Failed to (?:save|restore): )(.+)$/.exec(line)?.[1];
    return reason ?? /^::(?:warning|error)[^:]*::(.+)$/.exec(line)?.[1] ?? [];
  });
  return said.at(-1) ?? null;
}

// src/adapters/actions-cache/actions-cache.ts
function actionsCache(options) {
  const { environment, log } = options;
  const mode = (environment["ACTIONS_CACHE_MODE"] ?? "").trim().toLowerCase();
  let restored = /* @__PURE__ */ new Map();
  const warn = oneWarning(options);
  const restore = async (folder) => {
    if (mode === "none" || mode === "write-only") {
      log.info("No records are restored, because `cache-mode` of the workflow forbids it.");
      return;
    }
    const why = await inPlace(options, async (place) => {
      const end = await runClient({ ...requestOf(options, place), transfer: restoring(options) });
      return adopt(end, join2(place, "stage"), folder);
    });
    if (why !== null)
      warn(
        `Records of earlier runs could not be restored from the Actions cache (${why}), so none of them is used.`
      );
    restored = await snapshotOf(folder);
  };
  const save = async (folder) => {
    const records = await snapshotOf(folder);
    if (![...records].some(([path, print]) => restored.get(path) !== print)) return;
    if (mode === "none" || mode === "read") {
      log.info("Records are not saved, because `cache-mode` of the workflow forbids it.");
      return;
    }
    const why = await inPlace(options, async (place) => {
      await copyRecords(records.keys(), folder, join2(place, "stage", archivedFolder));
      const request = { ...requestOf(options, place), signal: new AbortController().signal };
      const end = await runClient({ ...request, transfer: { kind: "save", key: keyOf(options) } });
      return whyFailed(end);
    });
    if (why === null) restored = records;
    else
      warn(
        `Records could not be saved to the Actions cache (${why}), so a re-run will ask the models again.`
      );
  };
  if (options.mode === "off") return { restore: async () => void 0, save: async () => void 0 };
  const missing = missingFrom(environment);
  if (missing === null || mode === "none") return { restore, save };
  const sayMissing = async () => warn(`There is no Actions cache here (${missing} is not set), so the records of this run are not kept.`);
  return { restore: sayMissing, save: sayMissing };
}
function missingFrom(environment) {
  const isSet = (name) => (environment[name] ?? "") !== "";
  if (!isSet("ACTIONS_RUNTIME_TOKEN")) return "ACTIONS_RUNTIME_TOKEN";
  return isSet("ACTIONS_RESULTS_URL") || isSet("ACTIONS_CACHE_URL") ? null : "ACTIONS_RESULTS_URL";
}
function keyOf({ configuration, run, attempt: attempt2 }) {
  return `spec-portability-v1-${configuration}-${run}-${attempt2}`;
}
function restoring(options) {
  const all = `spec-portability-v1-${options.configuration}-`;
  return { kind: "restore", key: keyOf(options), restoreKeys: [`${all}${options.run}-`, all] };
}
function requestOf(options, place) {
  const { client, environment, signal, timeoutMs = 12e4 } = options;
  return { client, environment, signal, timeoutMs, place };
}
async function adopt(end, stage, folder) {
  if (end.kind !== "restored") return whyFailed(end);
  if (end.key === null) return null;
  const whyNot = await whyNotRecords(stage, archivedFolder);
  if (whyNot !== null) return whyNot;
  const from = join2(stage, archivedFolder);
  await copyRecords((await snapshotOf(from)).keys(), from, folder);
  return null;
}
function whyFailed(end) {
  return end.kind === "failed" || end.kind === "threw" ? end.reason : null;
}
async function inPlace({ temporaryRoot }, work) {
  try {
    const place = await mkdtemp(join2(temporaryRoot, "spec-portability-cache-"));
    try {
      for (const name of ["stage", "temporary"]) await mkdir(join2(place, name));
      return await work(place);
    } finally {
      await rm(place, { recursive: true, force: true });
    }
  } catch (error) {
    return String(error);
  }
}
function oneWarning({ log, environment }) {
  const token = environment["ACTIONS_RUNTIME_TOKEN"] ?? "";
  let isSaid = false;
  return (line) => {
    const safe = logText(redact(line.replaceAll(/\?\S+/g, ""), [token]));
    if (isSaid) log.info(safe);
    else log.warn(safe);
    isSaid = true;
  };
}
var entriesAtMost = 5e5;
async function snapshotOf(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  const found = /* @__PURE__ */ new Map();
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = relative(folder, join2(entry.parentPath, entry.name));
    if (readRecordPath(path) === null) continue;
    const status = await lstat(join2(folder, path)).catch(() => null);
    if (status !== null) found.set(path, `${status.size}:${status.mtimeMs}`);
  }
  return found;
}
async function whyNotRecords(stage, folder) {
  const entries = await readdir(stage, { withFileTypes: true, recursive: true });
  if (entries.length > entriesAtMost) return `the entry holds more than ${entriesAtMost} files`;
  for (const entry of entries) {
    if (entry.isDirectory()) continue;
    const path = join2(entry.parentPath, entry.name);
    if (!entry.isFile() || readRecordPath(relative(join2(stage, folder), path)) === null)
      return "the entry holds something that is no record";
    if ((await lstat(path)).nlink !== 1) return "the entry holds a link";
  }
  return null;
}
async function copyRecords(paths, from, to) {
  for (const path of paths) {
    const target = join2(to, path);
    await mkdir(dirname(target), { recursive: true });
    if (await lstat(target).catch(() => null) !== null) continue;
    await copyFile(join2(from, path), target, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  }
}

// src/adapters/records/prune-records.ts
import { readdir as readdir2, unlink } from "node:fs/promises";
import { join as join3, relative as relative2 } from "node:path";
async function pruneRecords(folder, pruning) {
  let kept = 0;
  let removed = 0;
  const entries = await readdir2(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join3(entry.parentPath, entry.name);
    const stays = await worthKeeping(folder, relative2(folder, path), pruning);
    if (stays === null) continue;
    if (stays) kept += 1;
    else {
      await unlink(path);
      removed += 1;
    }
  }
  return { kept, removed };
}
async function worthKeeping(folder, path, pruning) {
  const parts = path.split("/");
  const name = readRecordPath(path);
  if (name === null) return parts.length === 3 && temporaryName.test(parts[2] ?? "") ? false : null;
  const found = await readRecord(folder, name);
  return found.kind === "record" && (isFresh(found.record, pruning) || pruning.keep(found.record));
}

// src/entry/action/carry-records.ts
function carriedRecords(of) {
  const { options, settings, directory, environment, log, signal } = of;
  const { run } = options;
  const cache = actionsCache({
    mode: options.cache,
    // The nightly audit and all pull requests share their records of the same specs and models.
    configuration: digest({ specs: settings.specs, models: settings.models }).slice(0, 16),
    run: run ?? "local",
    attempt: options.attempt,
    log,
    environment,
    client: { node: process.execPath, script: of.cacheClient },
    temporaryRoot: hostTemporaryRoot(),
    signal
  });
  return {
    restore: () => cache.restore(directory),
    save: async (usedKeys) => {
      if (usedKeys.size === 0) return;
      const keep = (record) => usedKeys.has(record.key) || run !== null && record.origin.run === run;
      await pruneRecords(directory, { now: Date.now(), maxAgeMs: maxRecordAgeMs, keep });
      await cache.save(directory);
    }
  };
}

// src/entry/action/open-run.ts
async function openRun(of) {
  const { event, options, log, environment } = of;
  const startedAt = systemClock().now();
  const repository = await openRepository(options.checkout, environment);
  await openReportFolder({
    directory: resolve(options.workspace, options.reportDir),
    tracks: (path) => repository.tracks(path)
  });
  const trigger = await commitsOf(event, repository, { running: options.sha });
  const rights = rightsOf(trigger, { isDependabots: event.kind === "pull-request" && event.dependabot });
  const files = await configFiles(repository, trigger, { path: options.inputs["config"] ?? null, ...rights });
  const configuration = readConfiguration(files, options.inputs);
  const { settings, notes, switches } = configuration;
  await maskKeys(of.runtime, settings, options.keyOf);
  const signal = interruptSignal((line) => log.info(line));
  const directory = resolve(options.workspace, options.records);
  const carried = carriedRecords({ ...of.programs, options, settings, directory, environment, log, signal });
  const ports = await wire({
    signal,
    repository,
    origin: of.origin,
    recordsDirectory: directory,
    restoreRecords: carried.restore,
    sandbox: settings.sandbox,
    setUpSandbox: () => setUpSandbox({ enabled: options.sandboxSetup, environment, log }),
    log,
    observer: of.observer,
    keyOf: options.keyOf,
    setupVariable: rights.seesSetupEnv ? options.keyOf : () => null,
    nodeTestReporter: of.programs.nodeTestReporter
  });
  const mode = options.dryRun ? dryRun : measureUnless(configuration.planOnly);
  return {
    ports,
    request: { trigger, settings, notes, withoutSecrets: !rights.hasSecrets, mode, startedAt, signal },
    switches,
    [Symbol.asyncDispose]: async () => {
      var _stack = [];
      try {
        const _ports = __using(_stack, ports, true);
        if (!isPart(options.mode)) await carried.save(ports.records.usedKeys);
      } catch (_) {
        var _error = _, _hasError = true;
      } finally {
        var _promise = __callDispose(_stack, _error, _hasError);
        _promise && await _promise;
      }
    }
  };
}
async function maskKeys(runtime, { models, specs }, keyOf2) {
  const names = [...models.flatMap(secretVariables), ...specs.flatMap(({ setupEnv }) => setupEnv)];
  for (const name of names) await runtime.mask(keyOf2(name) ?? "");
}

// src/adapters/github/attempt.ts
async function attempt(clock, call) {
  const once = async (number) => {
    try {
      return { kind: "last", value: { kind: "done", value: await call() } };
    } catch (error) {
      const refusal = refusalOf(error, clock.now());
      if (refusal === null) throw error;
      const { isPassing, retryAfterMs, ...refused } = refusal;
      if (!isPassing || number === 3) return { kind: "last", value: { kind: "refused", ...refused } };
      return { kind: "again", afterMs: Math.min(retryAfterMs ?? 1e3 * 2 ** (number - 1), 6e4) };
    }
  };
  return retrying(once, (ms) => clock.sleep(ms, neverAborted));
}
function isRefusal(error) {
  return refusalOf(error, 0)?.isPassing === false;
}
var neverAborted = new AbortController().signal;
function refusalOf(error, now) {
  if (!(error instanceof Error)) return null;
  const message = plainText(error.message, 300);
  if (!("status" in error)) {
    const isCut = error.message === "terminated" || error.cause instanceof Error;
    return isCut ? { status: null, why: `the connection broke: ${message}`, isPassing: true, retryAfterMs: null } : null;
  }
  const status = Number(error.status);
  const retryAfterMs = retryAfterOf(headersOf(error), now);
  const isRateLimit = status === 429 || status === 403 && (retryAfterMs !== null || /rate limit/i.test(message));
  return {
    status,
    why: `GitHub answered ${status}: ${message}`,
    isPassing: status >= 500 || isRateLimit,
    retryAfterMs
  };
}
function headersOf(error) {
  const response = "response" in error ? error.response : null;
  const given = isRecord(response) && isRecord(response["headers"]) ? response["headers"] : {};
  const names = ["retry-after", "retry-after-ms"].filter((name) => given[name] !== void 0);
  return new Headers(names.map((name) => [name, String(given[name])]));
}
function isRecord(value) {
  return typeof value === "object" && value !== null;
}

// src/adapters/github/octokit.ts
async function openRemote(options) {
  const [owner = "", repo = ""] = options.repository.split("/");
  const github = await import("./github-RWJTXI47.js");
  const octokit = github.getOctokit(options.token, {
    baseUrl: options.apiUrl,
    // The SDK brings its own undici for proxies. Node's is loaded already, by the vendors' SDKs.
    ...isBehindProxy() ? {} : { request: { fetch } }
  });
  octokit.hook.before("request", (request) => {
    request.request = { ...request.request, signal: AbortSignal.timeout(3e4) };
    for (const name of written)
      if (name in request) request[name] = JSON.parse(JSON.stringify(request[name]), textWithoutSecrets);
  });
  return { octokit, owner, repo, apiUrl: options.apiUrl };
}
function isBehindProxy() {
  return ["http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY"].some(
    (name) => hostVariable(name) !== null
  );
}
var written = ["title", "body", "output"];

// src/adapters/github/own-login.ts
async function ownLogin(remote, clock) {
  const user = await attempt(
    clock,
    async () => (await remote.octokit.rest.users.getAuthenticated()).data.login
  );
  if (user.kind === "done" || !isForbidden(user.status)) return user;
  const viewer = await attempt(
    clock,
    async () => readViewer((await remote.octokit.request(viewerQuery(remote.apiUrl))).data)
  );
  if (viewer.kind === "refused" && !isForbidden(viewer.status)) return viewer;
  return { kind: "done", value: (viewer.kind === "done" ? viewer.value : null) ?? "github-actions[bot]" };
}
function isForbidden(status) {
  return status !== null && status >= 400 && status < 500;
}
function graphqlUrl(apiUrl) {
  return `${apiUrl.replace(/\/api\/v3$/, "/api")}/graphql`;
}
function viewerQuery(apiUrl) {
  return { method: "POST", url: graphqlUrl(apiUrl), query: "{ viewer { login } }" };
}
function readViewer(data) {
  const viewer = member(member(data, "data"), "viewer");
  const login = member(viewer, "login");
  return typeof login === "string" && login !== "" ? login : null;
}
function member(value, key) {
  return typeof value === "object" && value !== null ? Object.entries(value).find(([name]) => name === key)?.[1] : void 0;
}

export {
  attempt,
  isRefusal,
  openRemote,
  jobModes,
  isPart,
  modeEvent,
  ownLogin,
  graphqlUrl,
  openRun
};
