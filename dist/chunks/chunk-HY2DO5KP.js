import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  openOwnFolder
} from "./chunk-WLHQGPMY.js";
import {
  expandSpecs,
  globsOf,
  matchingIn
} from "./chunk-VLYTUW5B.js";
import {
  isAgentModel,
  readRecord,
  readRecordPath,
  readRecordSync,
  recordCapBytes,
  recordPath,
  recordText,
  secretVariables
} from "./chunk-CYHJZNGT.js";
import {
  emptiedHelpers,
  helpersByName
} from "./chunk-KR76TPJV.js";
import {
  systemClock
} from "./chunk-ZUIFAYG5.js";
import {
  replaceFile,
  writeDurably
} from "./chunk-6LWDA2XH.js";
import {
  CommandNotStartedError,
  Turns,
  openLauncher,
  runCommand,
  someProcessShows
} from "./chunk-BUSS7IBF.js";
import {
  emptiedPaths,
  escapeGlob,
  isNegation,
  pathRules,
  withheldPaths
} from "./chunk-JIQY2GBS.js";
import {
  findPrograms,
  hiddenPrograms,
  realProgram
} from "./chunk-JX7256PS.js";
import {
  findProgram,
  keptGradle,
  mostListBytes
} from "./chunk-6TMICQGZ.js";
import {
  inside
} from "./chunk-WH65JLMK.js";
import {
  atOnce
} from "./chunk-VOBHNZZQ.js";
import {
  keepSecret,
  withoutSecrets
} from "./chunk-QX26DWQ6.js";
import {
  SandboxError,
  UserError
} from "./chunk-SULUFCEC.js";
import {
  hasWildcard,
  resultPaths
} from "./chunk-NPNODHKJ.js";
import {
  providerNames,
  providers
} from "./chunk-CJKLWDHO.js";
import {
  isOnlyOurs,
  keptFolder,
  makeOnlyOurs
} from "./chunk-JPERIC3B.js";
import {
  cleanEnvironment,
  hostPath,
  hostTemporaryRoot,
  hostVariable,
  ownNode,
  ownUser,
  setVariable
} from "./chunk-6CWAJ6GY.js";
import {
  digest,
  textDigest
} from "./chunk-RD7I5CWG.js";
import {
  pathFrom
} from "./chunk-2ODDY6BE.js";
import {
  __callDispose,
  __using
} from "./chunk-TZXIYNRP.js";

// src/pipeline/trigger/origin.ts
var localOrigin = { event: "local", ref: null, run: null, pullRequest: null };
function workflowOrigin(event, runner) {
  const { ref, run } = runner;
  switch (event.kind) {
    case "pull-request":
      return { event: "pull-request", ref, run, pullRequest: event.number };
    case "merge-group":
      return { event: "manual", ref, run, pullRequest: null };
    case "audit":
    case "manual": {
      const isScheduled = runner.eventName === "schedule";
      const isDefault = isScheduled || runner.defaultBranch !== null && ref === `refs/heads/${runner.defaultBranch}`;
      return { event: isDefault ? "default-branch" : "manual", ref, run, pullRequest: null };
    }
  }
}

// src/adapters/providers.ts
var providerAdapters = {
  anthropic: {
    client: async () => (await import("./anthropic-client-73FLSUUS.js")).anthropicClient,
    sdk: async () => (await import("./open-anthropic-NMLB3ES4.js")).loadAnthropic(),
    lifecycle: async () => (await import("./anthropic-lifecycle-IUAJGEI4.js")).anthropicLifecycle,
    wire: async () => (await import("./anthropic-wire-KFRKNSUT.js")).anthropicWire
  },
  openai: {
    client: async () => (await import("./openai-client-O2G3YURH.js")).openaiClient,
    sdk: async () => (await import("./open-openai-JS2P2TCH.js")).loadOpenai(),
    lifecycle: async () => (await import("./openai-lifecycle-U2JSKOE3.js")).openaiLifecycle,
    wire: async () => (await import("./responses-wire-EB6PIBN3.js")).responsesWire
  },
  google: {
    client: async () => (await import("./google-client-6RCCWNGH.js")).googleClient,
    // The API describes a model, but not its end.
    lifecycle: null,
    wire: async () => (await import("./google-wire-H4U6ZAZO.js")).googleWire
  },
  "openai-compatible": {
    client: async () => (await import("./openai-compatible-client-7GOYUGV6.js")).openaiCompatibleClient,
    sdk: async () => (await import("./open-openai-JS2P2TCH.js")).loadOpenai(),
    lifecycle: null,
    wire: async () => (await import("./chat-wire-3XZFYNDQ.js")).chatWire
  }
};
function clientOf(account) {
  let client = null;
  return {
    complete: async (request) => {
      client ??= providerAdapters[account.model.provider].client().then((open4) => open4(account));
      return withoutKeys(await (await client).complete(request));
    }
  };
}
async function loadClients(models) {
  const adapters = new Set(models.map(({ provider }) => providerAdapters[provider]));
  await Promise.allSettled(
    [...adapters].map(async ({ client, sdk }) => {
      await client();
      await sdk?.();
    })
  );
}
function withoutKeys(reply) {
  if (reply.kind === "fault") return reply;
  const { text, servedBy, requestId } = reply.completion;
  return {
    ...reply,
    completion: {
      ...reply.completion,
      text: withoutSecrets(text),
      servedBy: withoutSecrets(servedBy),
      requestId: requestId === null ? null : withoutSecrets(requestId)
    }
  };
}
async function lifecycleOf(account, signal) {
  const lifecycle = await providerAdapters[account.model.provider].lifecycle?.();
  return lifecycle === void 0 ? { kind: "unknown" } : lifecycle(account, signal);
}
async function allWires() {
  return atOnce(Object.values(providerAdapters), ({ wire: wire2 }) => wire2());
}

// src/entry/wiring/wire.ts
import { dirname as dirname4, join as join13 } from "node:path";
import { homedir } from "node:os";
import { randomUUID as randomUUID5 } from "node:crypto";
import { cpus } from "node:os";

// src/adapters/agent/side-by-side.ts
var SideBySide = class {
  #turns = new Turns();
  #running = /* @__PURE__ */ new Set();
  /** Runs the task beside others. */
  async beside(task) {
    const hasBegun2 = await this.#turns.next();
    const going = task();
    this.#running.add(going);
    hasBegun2();
    try {
      return await going;
    } finally {
      this.#running.delete(going);
    }
  }
  /** Runs the task once all that run have ended; nothing begins before its end. */
  async alone(task) {
    const end = await this.#turns.next();
    try {
      await Promise.allSettled(this.#running);
      return await task();
    } finally {
      end();
    }
  }
};

// src/adapters/records/record-store.ts
import { readdir } from "node:fs/promises";
import { basename, join, relative } from "node:path";
var readsAtOnce = 32;
async function openRecordStore(place) {
  await openRecordsFolder(place);
  const usedKeys = /* @__PURE__ */ new Set();
  const origin = place.origin ?? localOrigin2;
  const read2 = async (kind, key) => {
    const found = await readRecord(place.directory, { kind, key });
    if (isRecordOf(kind, found)) return found.record;
    if (found.kind === "refused") place.onMiss?.(`${kind} record ${key}: ${found.why}`);
    return null;
  };
  const use = async (kind, key) => {
    const record = await read2(kind, key);
    if (record !== null) usedKeys.add(key);
    return record;
  };
  return {
    usedKeys,
    noteUse: (key) => void usedKeys.add(key),
    readGeneration: (key) => use("generation", key),
    readGenerationSync: (key) => {
      const found = readRecordSync(place.directory, { kind: "generation", key });
      return isRecordOf("generation", found) ? found.record : null;
    },
    readGenerations: async (keys) => readEach(await presentOf(place.directory, keys), (key) => read2("generation", key)),
    generationsOf: (pullRequest) => generationsOf(place.directory, pullRequest),
    readTestRun: (key) => use("test-run", key),
    readPlan: (key) => use("plan", key),
    readNight: (key) => use("night", key),
    async write(record) {
      const stamped = { ...record, origin: origin() };
      const bytes = Buffer.from(recordText(stamped));
      if (bytes.length > recordCapBytes)
        throw new Error(`record ${record.key} is larger than ${recordCapBytes} bytes`);
      await writeDurably(place.directory, recordPath(record), bytes);
      usedKeys.add(record.key);
      return stamped;
    }
  };
}
function localOrigin2() {
  return { at: Date.now(), event: "local", ref: null, run: null, pullRequest: null };
}
function isRecordOf(kind, found) {
  return found.kind === "record" && found.record.kind === kind;
}
async function presentOf(directory, keys) {
  const options = { recursive: true, withFileTypes: true };
  const entries = await readdir(join(directory, "generation"), options).catch(() => []);
  const present = new Set(entries.map(({ name: name2 }) => name2));
  return keys.filter((key) => present.has(basename(recordPath({ kind: "generation", key }))));
}
async function readEach(keys, read2) {
  const records = /* @__PURE__ */ new Map();
  for (let start2 = 0; start2 < keys.length; start2 += readsAtOnce) {
    const some = keys.slice(start2, start2 + readsAtOnce);
    for (const record of await atOnce(some, (key) => read2(key)))
      if (record !== null) records.set(record.key, record);
  }
  return records;
}
async function openRecordsFolder(place) {
  await openOwnFolder(place, { code: "RECORDS_FOLDER_UNSAFE", what: "records", input: "records" });
}
async function* generationsOf(folder, pullRequest) {
  const place = join(folder, "generation");
  const entries = await readdir(place, { withFileTypes: true, recursive: true }).catch(() => []);
  for (const entry of entries.filter((one) => one.isFile())) {
    const name2 = readRecordPath(relative(folder, join(entry.parentPath, entry.name)));
    if (name2 === null) continue;
    const found = await readRecord(folder, name2);
    if (found.kind !== "record" || found.record.kind !== "generation") continue;
    if (found.record.origin.pullRequest === pullRequest) yield found.record;
  }
}

// src/adapters/sandbox/programs/version-managers.ts
import { access, constants, realpath, stat } from "node:fs/promises";
import { join as join2 } from "node:path";
var managers = [
  {
    programs: ["rustup"],
    variable: "RUSTUP_HOME",
    folder: ".rustup",
    shown: ["toolchains", "settings.toml"]
  },
  { programs: ["pyenv"], variable: "PYENV_ROOT", folder: ".pyenv", shown: [""] },
  { programs: ["rbenv"], variable: "RBENV_ROOT", folder: ".rbenv", shown: [""] },
  {
    programs: ["volta", "volta-shim"],
    variable: "VOLTA_HOME",
    folder: ".volta",
    shown: ["bin", "tools", "hooks.json"]
  },
  { programs: ["asdf"], variable: "ASDF_DATA_DIR", folder: ".asdf", shown: [""] },
  { programs: ["mise"], variable: "MISE_DATA_DIR", folder: ".local/share/mise", shown: [""] }
];
var toolFolders = [
  ".local/share/pypoetry/venv",
  ".local/share/pipx/venvs",
  ".local/pipx/venvs",
  ".local/share/uv/tools",
  // Beside it lie the credentials of `uv auth`.
  ".local/share/uv/python"
];
async function findManagers(of) {
  const { home } = of;
  const entries = of.path.split(":").filter((entry) => entry.startsWith("/"));
  const isAllowed = async (folder) => {
    const real = await realpath(folder).catch(() => null);
    if (real === null || inside(real, home) !== null) return false;
    return of.changeable.every((changeable) => inside(changeable, real) === null);
  };
  const shown = [];
  const variables = {};
  for (const manager of managers) {
    const folder = of.variable?.(manager.variable) ?? join2(home, manager.folder);
    if (!await isOnPath(entries, manager, folder) || !await isAllowed(folder)) continue;
    variables[manager.variable] = folder;
    shown.push(...manager.shown.map((part) => join2(folder, part)));
  }
  const hasOwnTools = entries.includes(join2(home, ".local/bin"));
  const tools = hasOwnTools ? toolFolders.map((folder) => join2(home, folder)) : [];
  for (const folder of tools) if (await isAllowed(folder)) shown.push(folder);
  return { shown, variables };
}
async function unseenVersions(of) {
  const [checkout = "/"] = of.changeable;
  const { variables } = await findManagers(of);
  const lines = [];
  for (const { name: name2, variable, own, global, way } of versionFiles) {
    const isUsed = variables[variable] !== void 0 && await isThere(join2(of.home, global));
    if (!isUsed || await anyThere(checkout, own)) continue;
    lines.push(
      `${name2} on PATH takes its versions from ~/${global}, which no command sees. Commit a \`${own[0]}\`, or ${way}.`
    );
  }
  return lines;
}
var versionFiles = [
  {
    name: "asdf",
    variable: "ASDF_DATA_DIR",
    own: [".tool-versions"],
    global: ".tool-versions",
    way: "begin `setup` and `test` with variables such as `ASDF_NODEJS_VERSION=24.1.0`"
  },
  {
    name: "mise",
    variable: "MISE_DATA_DIR",
    own: ["mise.toml", ".mise.toml", "mise/config.toml", ".config/mise.toml", ".tool-versions"],
    global: ".config/mise/config.toml",
    way: "begin `setup` and `test` with variables such as `MISE_NODE_VERSION=24.1.0`"
  }
];
async function anyThere(folder, names) {
  for (const name2 of names) if (await isThere(join2(folder, name2))) return true;
  return false;
}
async function isOnPath(entries, manager, folder) {
  for (const entry of entries) {
    if (inside(folder, entry) !== null && await isThere(entry)) return true;
    for (const program of manager.programs) if (await isProgram(join2(entry, program))) return true;
  }
  return false;
}
async function isProgram(path) {
  return access(path, constants.X_OK).then(
    () => true,
    () => false
  );
}
async function isThere(path) {
  return stat(path).then(
    () => true,
    () => false
  );
}

// src/adapters/sandbox/bare.ts
async function openBare(places) {
  const { variables } = await findManagers(places);
  for (const line of await unseenVersions(places)) places.warn(line);
  return { ...bareSandbox(variables), [Symbol.asyncDispose]: async () => void 0 };
}
function bareSandbox(variables = {}) {
  return {
    level: "none",
    isolation: { level: "none", version: null, probes: null },
    run: async (request) => {
      try {
        return await runCommand({
          argv: ["/bin/sh", "-c", request.command],
          directory: request.directory,
          environment: { ...variables, ...request.environment },
          timeoutMs: request.timeoutMs,
          signal: request.signal
        });
      } catch (error) {
        if (!(error instanceof CommandNotStartedError)) throw error;
        throw new UserError(
          "TEST_COMMAND_NOT_FOUND",
          `\`${request.command}\` could not be started: ${error.message}.`,
          "Check that `directory` exists in both commits."
        );
      }
    }
  };
}

// src/adapters/sandbox/opened-sandbox.ts
var LevelUnavailableError = class extends Error {
  name = "LevelUnavailableError";
};

// src/adapters/sandbox/choose-sandbox.ts
async function chooseSandbox(level, openers) {
  switch (level) {
    case "none":
      return openers.none();
    case "bubblewrap":
    case "docker":
      return firstOf([level], openers);
    case "auto":
      return firstOf(["bubblewrap", "docker"], openers);
  }
}
async function firstOf(levels, openers) {
  const reasons = [];
  for (const level of levels) {
    try {
      return await openers[level]();
    } catch (error) {
      if (!(error instanceof LevelUnavailableError)) throw error;
      reasons.push(`${level}: ${error.message}`);
    }
  }
  throw new UserError(
    "SANDBOX_UNAVAILABLE",
    `no sandbox works here, so no generated code was run (${reasons.join(". ")}).`,
    "On Debian and Ubuntu, `sudo apt-get install -y --no-install-recommends bubblewrap` installs one. Set `sandbox: none` (config key or input) or `--sandbox none` only if generated code may run with all rights of this job."
  );
}

// src/adapters/sandbox/docker-image.ts
var defaultImage = "node:24-bookworm@sha256:3a09aa6354567619221ef6c45a5051b671f953f0a1924d1f819ffb236e520e6b";
var imageVariable = "SPEC_PORTABILITY_IMAGE";
function pinnedImage(asked2) {
  const image = asked2 ?? defaultImage;
  if (/^[a-z0-9][\w./:-]*@sha256:[0-9a-f]{64}$/.test(image)) return image;
  throw new UserError(
    "SANDBOX_UNAVAILABLE",
    `the image in ${imageVariable} is not pinned by its digest. No generated code was run.`,
    `Write it as \`name@sha256:…\`; \`docker images --digests\` shows the 64 digits.`
  );
}

// src/adapters/sandbox/open-bubblewrap.ts
import { existsSync } from "node:fs";
import { chmod as chmod3, copyFile, readFile as readFile3, writeFile as writeFile4 } from "node:fs/promises";
import { arch as arch4, availableParallelism } from "node:os";
import { join as join10 } from "node:path";
import { fileURLToPath } from "node:url";

// src/adapters/process/memory-use.ts
import { readdirSync, readFileSync, statfsSync } from "node:fs";
import { totalmem } from "node:os";
function roughMemory(pids) {
  return sum(pids, (pid) => kibibytesIn(`/proc/${pid}/status`, ["RssAnon", "RssShmem", "VmSwap"]) * 1024);
}
function sharedMemory(pids) {
  return sum(pids, (pid) => {
    const share = kibibytesIn(`/proc/${pid}/smaps_rollup`, ["Pss_Anon", "Pss_Shmem", "SwapPss"]) * 1024;
    return share === 0 ? roughMemory([pid]) : share;
  });
}
function memoryFolderUse(path) {
  try {
    const { type, bsize, blocks, bfree, files, ffree } = statfsSync(path);
    return type === tmpfs ? { bytes: (blocks - bfree) * bsize, files: files - ffree } : null;
  } catch {
    return null;
  }
}
var tmpfs = 16914836;
function familyOf(pid) {
  const family = [pid];
  for (const member of family) for (const child of childrenOf(member)) family.push(child);
  return family;
}
function childrenOf(pid) {
  return namesIn(`/proc/${pid}/task`).flatMap(
    (thread) => textOf(`/proc/${pid}/task/${thread}/children`).split(" ").filter((child) => child !== "").map(Number)
  );
}
function memoryOfMachine() {
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}
function machineMemory() {
  const text = textOf("/proc/meminfo");
  const kibibytes2 = (name2) => kibibytesOf(text, [name2]);
  const left = kibibytes2("MemAvailable");
  if (left === 0) return { leftBytes: Number.POSITIVE_INFINITY, takenBytes: Number.POSITIVE_INFINITY };
  const swapped = kibibytes2("SwapTotal") - kibibytes2("SwapFree");
  return { leftBytes: left * 1024, takenBytes: (kibibytes2("MemTotal") - left + swapped) * 1024 };
}
function kibibytesIn(file, names) {
  return kibibytesOf(textOf(file), names);
}
function kibibytesOf(text, names) {
  return sum(names, (name2) => Number(new RegExp(`^${name2}:\\s+(\\d+)`, "m").exec(text)?.[1] ?? 0));
}
function sum(values, of) {
  let total = 0;
  for (const value of values) total += of(value);
  return total;
}
function textOf(file) {
  try {
    return readFileSync(file, "latin1");
  } catch {
    return "";
  }
}
function namesIn(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

// src/adapters/sandbox/bubblewrap-arguments.ts
import { dirname, join as join3 } from "node:path";

// src/adapters/sandbox/limits.ts
var mebibyte = 1024 * 1024;
var limits = {
  processes: 256,
  openFiles: 4096,
  fileBytes: 64 * mebibyte,
  /** Per process, through RLIMIT_DATA: Node reserves far more address space than it uses. */
  dataBytes: 2048 * mebibyte,
  treeBytes: 512 * mebibyte,
  /** Of a folder that is mounted only so that it cannot be renamed away from around a protected file. */
  folderBytes: 128 * mebibyte,
  homeBytes: 64 * mebibyte,
  sharedMemoryBytes: 64 * mebibyte,
  temporaryBytes: 256 * mebibyte,
  /** TMPDIR, where build caches (Go, Cargo) lie. */
  buildBytes: 1024 * mebibyte,
  reportsBytes: 64 * mebibyte,
  /** Number of files that are copied out after a command: each process that runs tests writes one. */
  outputFiles: 512
};
var agentLimits = {
  fileBytes: 512 * mebibyte,
  dataBytes: 8192 * mebibyte,
  homeBytes: 512 * mebibyte
};
function limitsOf(purpose) {
  return purpose === "agent" ? { ...limits, ...agentLimits } : limits;
}
function allowanceOn(machineBytes) {
  return {
    memoryBytes: Math.min(4096 * mebibyte, Math.floor(0.6 * machineBytes)),
    files: 4e5,
    leftBytes: Math.min(512 * mebibyte, Math.floor(0.05 * machineBytes))
  };
}
function largestFileBytes({ mostReportBytes }) {
  return Math.max(limits.fileBytes, 2 * mostReportBytes);
}
function reportsFolderBytes({ mostReportBytes }) {
  return Math.max(limits.reportsBytes, 2 * mostReportBytes);
}
function channelBytes(view) {
  return 2 * largestFileBytes(view);
}

// src/adapters/sandbox/bubblewrap-arguments.ts
var sourcePath = "/.source";
var sourcesOf = ({ files, shared = [] }) => [files, ...shared].map((from, index) => ({ from, to: `${sourcePath}/${index}` }));
var shellPath = "/.shell";
var homePath = "/.home";
var writablePath = (index) => `/.writable/${index}`;
function bubblewrapArguments(request, machine) {
  const { purpose, view } = request;
  return [
    ...["--unshare-user", "--unshare-all", ...purpose === "setup" ? ["--share-net"] : []],
    ...["--disable-userns", "--die-with-parent", "--new-session", "--cap-drop", "ALL"],
    ...["--uid", "65534", "--gid", "65534", "--hostname", "sandbox", "--clearenv"],
    ...Object.entries(request.environment).flatMap(([name2, value]) => ["--setenv", name2, value]),
    // Of a program that may be started and not read, nobody sees the descriptors in /proc, also not the same user: so the
    // command cannot open the channel through which its reports leave.
    ...["--perms", "0111", "--ro-bind-data", "5", shellPath, "--seccomp", "6"],
    ...["--symlink", view.home, homePath],
    ...system(machine),
    ...purpose === "setup" ? networkFiles : [],
    ...machine.files.filter(({ to }) => purpose !== "setup" || usersFiles.has(to)).flatMap(readOnly),
    ...machine.programs.flatMap((path) => readOnly({ from: path, to: path })),
    ...purpose === "setup" ? setupTree(view) : testTree(view, limitsOf(purpose).homeBytes),
    // Bubblewrap's own root lies in memory without a limit, so it is made read-only at the end.
    ...["--remount-ro", "/", "--chdir", "/"]
  ];
}
function cacheVariables({
  purpose,
  view
}) {
  const gradle = { GRADLE_USER_HOME: join3(view.home, ".gradle") };
  if (purpose === "setup") return gradle;
  const at = (name2) => join3(view.temporary, name2);
  return {
    ...{ XDG_CACHE_HOME: at("cache"), GOCACHE: at("go-build"), CARGO_TARGET_DIR: at("cargo-target") },
    ...{ ...gradle, GRADLE_RO_DEP_CACHE: join3(view.home, keptGradle, "caches") }
  };
}
function memoryFolders(view) {
  const around = new Set(view.readOnly.flatMap(({ to }) => foldersAround(to, view.root)));
  const own = [view.root, view.home, view.temporary, ...view.reports === null ? [] : [view.reports]];
  return ["/tmp", "/dev/shm", ...own, ...around, ...view.writable];
}
function limitWords({ purpose, view }, cpuSeconds) {
  if (purpose === "setup") return ["-c", "0"];
  const { processes, openFiles: openFiles2, fileBytes, dataBytes } = limitsOf(purpose);
  return [
    ...["-u", `${processes}`, "-n", `${openFiles2}`],
    ...["-f", kibibytes(Math.max(fileBytes, largestFileBytes(view))), "-d", kibibytes(dataBytes)],
    ...["-t", `${cpuSeconds}`, "-c", "0"]
  ];
}
function kibibytes(bytes) {
  return String(Math.ceil(bytes / 1024));
}
function system(machine) {
  return [
    ...["--ro-bind", "/usr", "/usr"],
    ...machine.systemFolders.flatMap(
      ({ path, link }) => link === null ? ["--ro-bind", path, path] : ["--symlink", link, path]
    ),
    ...["/etc/alternatives", "/etc/ssl", "/etc/ld.so.cache", "/etc/localtime"].flatMap(ifThere),
    // Of Debian's Maven. The settings beside them may hold passwords of servers.
    ...["/etc/maven/m2.conf", "/etc/maven/logging"].flatMap(ifThere),
    ...["--proc", "/proc", "--dev", "/dev"],
    ...machine.hidden.flatMap((path) => ["--ro-bind", "/dev/null", path]),
    ...[...memory("/dev/shm", limits.sharedMemoryBytes), "--remount-ro", "/dev"],
    ...memory("/tmp", limits.temporaryBytes)
  ];
}
var networkFiles = [
  "/etc/resolv.conf",
  "/etc/hosts",
  "/etc/nsswitch.conf",
  "/etc/pki",
  "/etc/ca-certificates"
].flatMap(ifThere);
var usersFiles = /* @__PURE__ */ new Set(["/etc/passwd", "/etc/group"]);
function setupTree(view) {
  return [
    ...["--bind", view.files, view.root],
    ...["--bind", view.home, view.home],
    ...["--bind", view.temporary, view.temporary]
  ];
}
function testTree(view, homeBytes) {
  const folders = new Set(view.readOnly.flatMap(({ to }) => foldersAround(to, view.root)));
  const mounts = new Map([
    [view.root, memory(view.root, limits.treeBytes)],
    [view.home, memory(view.home, homeBytes)],
    [view.temporary, memory(view.temporary, limits.buildBytes)],
    ...[...folders].map((path) => [path, memory(path, limits.folderBytes)]),
    ...view.readOnly.map((bound) => [bound.to, readOnly(bound)]),
    ...view.writable.map((path) => [
      path,
      memory(path, writableBytes(path, view))
    ])
  ]);
  if (view.reports !== null) mounts.set(view.reports, memory(view.reports, reportsFolderBytes(view)));
  const inOrder = [...mounts].toSorted(([one], [other]) => one < other ? -1 : 1);
  return [
    ...inOrder.flatMap(([, options]) => options),
    ...sourcesOf(view).flatMap((bound) => readOnly(bound)),
    ...view.writable.flatMap(
      (path, index) => readOnly({ from: outsideOf(path, view), to: writablePath(index) })
    )
  ];
}
function writableBytes(path, { home }) {
  return path.startsWith(`${home}/`) ? limits.buildBytes : limits.folderBytes;
}
function foldersAround(path, root) {
  const folder = dirname(path);
  return folder.startsWith(`${root}/`) ? [folder, ...foldersAround(folder, root)] : [];
}
function outsideOf(path, view) {
  const around = view.readOnly.find(({ to }) => `${path}/`.startsWith(`${to}/`));
  return around === void 0 ? path : `${around.from}${path.slice(around.to.length)}`;
}
function readOnly({ from, to }) {
  return ["--ro-bind", from, to];
}
function ifThere(path) {
  return ["--ro-bind-try", path, path];
}
function memory(path, bytes) {
  return ["--size", String(bytes), "--tmpfs", path];
}

// src/adapters/sandbox/copy-output.ts
import { mkdir, open, rm, truncate, writeFile } from "node:fs/promises";
import { dirname as dirname2, join as join4 } from "node:path";
async function copyOutput(view, { files, list }) {
  const bring = asked(view);
  if (bring !== null) await beginAnew(bring, list);
  for (const [name2, file] of files) {
    const folder = name2.startsWith("report/") ? view.reports : bring?.to ?? null;
    if (folder !== null) await writeSent(join4(folder, name2.slice(name2.indexOf("/") + 1)), file);
  }
}
function asked({ bring }) {
  return bring !== null && bring.files.length === 0 && bring.list === void 0 ? null : bring;
}
async function beginAnew(bring, list) {
  await rm(bring.to, { recursive: true, force: true });
  await mkdir(bring.to, { recursive: true });
  if (bring.list === void 0) return;
  await rm(bring.list, { force: true });
  if (list !== null) await decodeInto(bring.list, list);
}
async function writeSent(to, file) {
  await mkdir(dirname2(to), { recursive: true });
  if (file.kind === "content") return decodeInto(to, file.base64);
  await writeFile(to, "", { flag: "wx" });
  await truncate(to, file.bytes);
}
var chunkLength = 4 * 1024 * 1024;
async function decodeInto(to, base64) {
  var _stack = [];
  try {
    const file = __using(_stack, await open(to, "wx"), true);
    for (let at = 0; at < base64.length; at += chunkLength) {
      const chunk = base64.subarray(at, at + chunkLength).toString("latin1");
      await file.write(Buffer.from(chunk, "base64"));
    }
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}

// src/adapters/sandbox/inner-script.ts
var listFormat = String.raw`%y %m %n %s %P\0`;
var script = `
root=$1 directory=$2 reports=$3 command=$4; shift 4
[ ! -d ${sourcePath} ] || cp -dR --preserve=mode,timestamps ${sourcePath}/*/. "$root" || exit 125
while [ "$1" != -- ]; do cp -dR --preserve=mode,timestamps "$1/." "$2" || exit 125; shift 2; done; shift
most=$1 folder=$2 lists=$3; shift 3
patterns=("$@")
matching() {
  local index=0 start path
  while [ $index -lt \${#patterns[@]} ]; do
    start=\${patterns[index]}
    if [ -e "$start" ]; then
      find "$start" \\( -name node_modules -o -name .git \\) -prune -o -type f -print | while IFS= read -r path; do
        path=\${path#./}
        [[ $path =~ \${patterns[index + 1]} ]] && printf '%s\\n' "$path"
      done
    fi
    index=$((index + 2))
  done | LC_ALL=C sort -u
}
[ -d "$TMPDIR" ] || mkdir -p "$TMPDIR" || exit 125
cd "$directory" || exit 125
stale='|'
if [ $# -gt 0 ] && cd "$folder" 2>/dev/null; then
  while IFS= read -r path; do touch -d @0 -- "$path" 2>/dev/null || stale="$stale$path|"; done < <(matching)
  cd "$directory"
fi
[ "$lists" = yes ] && (cd "$folder" && find . -type f -exec touch -d @0 {} +)
echo begun >&3
/bin/sh -c "$command" 3>&-
code=$?
[ $code = 125 ] && code=1
kill -9 -1 2>/dev/null
sent=0
send() {
  [ -f "$1" ] && [ ! -L "$1" ] || return
  sent=$((sent + 1)); [ $sent -gt ${limits.outputFiles} ] && return
  local bytes
  bytes=$(stat -c %s -- "$1")
  if [ "$bytes" -gt $most ]; then
    echo "large $2 $bytes" >&3
  else
    printf '%s ' "$2" >&3; base64 -w 0 -- "$1" >&3; echo >&3
  fi
}
if [ "$lists" = yes ] && cd "$folder" 2>/dev/null; then
  printf 'list ' >&3
  find . -mindepth 1 -printf '${listFormat}' 2>/dev/null | head -c ${mostListBytes + 1} | base64 -w 0 >&3
  echo >&3
  while IFS= read -r path; do
    send "$path" "bring/$(printf %s "$path" | base64 -w 0 | tr '/+' '_-')"
  done < <(find . -type f -newermt @0 -printf '%P\\n' 2>/dev/null | LC_ALL=C sort | head -n ${limits.outputFiles})
fi
if [ -n "$reports" ]; then
  for file in "$reports"/*; do
    name=\${file##*/}
    case $name in *[!A-Za-z0-9._-]*) continue ;; esac
    send "$file" "report/$name"
  done
fi
if [ $# -gt 0 ] && cd "$folder" 2>/dev/null; then
  while IFS= read -r path; do
    case $stale in *"|$path|"*) continue ;; esac
    [ "$(stat -c %Y -- "$path")" = 0 ] && continue
    send "$path" "bring/$(printf %s "$path" | base64 -w 0 | tr '/+' '_-')"
  done < <(matching)
fi
echo end >&3
exit $code
`;
function innerProgram(request, shell, limits2 = []) {
  const { purpose, view, directory, command } = request;
  const copies = purpose === "setup" ? [] : view.writable.flatMap((path, index) => [writablePath(index), path]);
  const { bring } = view;
  return [
    ...[shell, "-c", `${limiting(limits2)}${script}`, "sandbox"],
    ...[view.root, directory, view.reports ?? "", command, ...copies, "--"],
    ...[String(view.mostReportBytes), bring?.directory ?? "", bring?.list === void 0 ? "no" : "yes"],
    ...(bring?.files ?? []).flatMap(({ start: start2, matches }) => [start2, matches])
  ];
}
function limiting(words) {
  return words.length === 0 ? "" : `set +o posix; ulimit ${words.join(" ")} || exit 125`;
}
function closeDescriptorsAbove(last) {
  return [
    "/bin/bash",
    "-c",
    `for each in /proc/self/fd/*; do number=\${each##*/}; [ "$number" -gt ${last} ] && eval "exec $number>&-"; done; exec "$@"`,
    "sandbox"
  ];
}

// src/adapters/sandbox/known-end.ts
import { constants as constants2 } from "node:os";
function knownEnd(end, { ended }) {
  if (ended || end.kind !== "exited") return end;
  const signal = Object.entries(constants2.signals).find(([, number]) => number === end.code - 128)?.[0];
  return { kind: "killed", signal: signal ?? "unknown" };
}

// src/adapters/sandbox/read-output.ts
var name = /^(?:report\/(?!\.{1,2}$)[A-Za-z0-9._-]{1,200}|bring\/[A-Za-z0-9_=-]{4,1400})$/;
var size = /^\d{1,13}$/;
var lineFeed = 10;
var blank = 32;
function readSandboxOutput(output, mostBytes) {
  const files = /* @__PURE__ */ new Map();
  let begun = false;
  let list = null;
  let start2 = 0;
  for (let index = 0; index < 2 * limits.outputFiles + 3; index += 1) {
    const end = output.indexOf(lineFeed, start2);
    if (end === -1) break;
    const line = output.subarray(start2, end);
    start2 = end + 1;
    if (index === 0) begun = line.equals(Buffer.from("begun"));
    if (line.subarray(0, listMark.length).equals(listMark)) list ??= line.subarray(listMark.length);
    const sent = sentIn(line, mostBytes);
    if (sent !== null && files.size <= limits.outputFiles) files.set(sent.name, sent.file);
  }
  return { begun, ended: output.subarray(-lastLine.length).equals(lastLine), files, list };
}
var listMark = Buffer.from("list ");
var lastLine = Buffer.from("\nend\n");
function sentIn(line, mostBytes) {
  const gap = line.indexOf(blank);
  if (gap === -1 || gap > 1500) return null;
  const first = line.subarray(0, gap).toString("latin1");
  const rest = line.subarray(gap + 1);
  if (first === "large") return sizeIn(rest);
  const path = plainName(first);
  if (path === null || rest.length / 4 * 3 > mostBytes + 3) return null;
  return { name: path, file: { kind: "content", base64: rest } };
}
function sizeIn(rest) {
  if (rest.length > 1500) return null;
  const [first = "", bytes = ""] = rest.toString("latin1").split(" ");
  const path = plainName(first);
  return path === null || !size.test(bytes) ? null : { name: path, file: { kind: "too-large", bytes: Number(bytes) } };
}
function plainName(sent) {
  if (!name.test(sent)) return null;
  if (sent.startsWith("report/")) return sent;
  const path = Buffer.from(sent.slice("bring/".length), "base64url").toString("utf8");
  const isPlain = path.split("/").every((part) => !["", ".", ".."].includes(part));
  return isPlain && !/[\p{Cc}\\\uFFFD]/u.test(path) ? `bring/${path}` : null;
}

// src/adapters/sandbox/report-channel.ts
import { randomUUID } from "node:crypto";
import { closeSync, constants as constants3, fstatSync, openSync, read, unlinkSync, writeFileSync } from "node:fs";
import { join as join5 } from "node:path";
import { promisify } from "node:util";
function openReportChannel(folder) {
  const path = join5(folder, `report-${randomUUID()}`);
  const outside = openSync(path, constants3.O_CREAT | constants3.O_EXCL | constants3.O_RDWR, 384);
  const inside2 = openSync(path, constants3.O_WRONLY | constants3.O_APPEND);
  unlinkSync(path);
  return {
    inside: { fd: inside2 },
    read: async (mostBytes) => {
      const most2 = Math.min(fstatSync(outside).size, mostBytes);
      const { buffer, bytesRead } = await promisify(read)(outside, Buffer.alloc(most2), 0, most2, 0);
      return buffer.subarray(0, bytesRead);
    },
    [Symbol.dispose]: () => {
      for (const file of [outside, inside2]) closeSync(file);
    }
  };
}
function sealedFile(folder, text) {
  const path = join5(folder, `arguments-${randomUUID()}`);
  writeFileSync(path, text, { flag: "wx", mode: 384 });
  const file = openToRead(path);
  unlinkSync(path);
  return file;
}
function openToRead(path) {
  const fd = openSync(path, constants3.O_RDONLY);
  return { fd, [Symbol.dispose]: () => closeSync(fd) };
}

// src/adapters/sandbox/setup-network.ts
import { randomUUID as randomUUID2 } from "node:crypto";
import { constants as constants4 } from "node:fs";
import { open as open2, readFile, stat as stat2, unlink } from "node:fs/promises";
import { join as join6 } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

// src/adapters/process/clean-up.ts
var CleanUp = class {
  #steps = [];
  defer(step) {
    this.#steps.push(step);
  }
  use(resource) {
    this.defer(() => resource[Symbol.asyncDispose]());
    return resource;
  }
  async [Symbol.asyncDispose]() {
    const errors = [];
    for (let step = this.#steps.pop(); step !== void 0; step = this.#steps.pop()) {
      try {
        await step();
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw errors[0];
  }
};

// src/adapters/sandbox/setup-network.ts
var resolver = "nameserver 10.0.2.3\n";
async function inOwnNetwork(place, start2) {
  var _stack = [];
  try {
    const stack = __using(_stack, new CleanUp(), true);
    const files = await openFiles(place, stack);
    const given = new AbortController();
    const running = start2(
      outerWords,
      [files.about.fd, files.gate.fd],
      AbortSignal.any([place.signal, given.signal])
    );
    stack.defer(async () => {
      given.abort();
      await running.catch(() => void 0);
    });
    const pid = await orNull(running, () => childPid(files.aboutPath));
    if (pid === null) return null;
    const network = connect(place, { pid, ...files });
    stack.defer(async () => {
      network.stop();
      await network.ended;
    });
    if (await orNull(network.ended, () => isReady(files.readyPath)) === null) return null;
    await files.gate.write("x");
    return await running;
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
var outerWords = [
  ...["bwrap", "--unshare-user", "--unshare-net", "--die-with-parent", "--dev-bind", "/", "/"],
  ...["--info-fd", "7", "--block-fd", "8", "--"]
];
async function openFiles(place, stack) {
  const at = (name2) => join6(place.folder, `${name2}-${randomUUID2()}`);
  const paths = {
    aboutPath: at("about"),
    readyPath: at("ready"),
    gatePath: at("gate"),
    holdPath: at("hold")
  };
  stack.defer(async () => {
    for (const path of Object.values(paths)) await unlink(path).catch(() => void 0);
  });
  await runCommand({
    argv: ["mkfifo", "-m", "600", paths.gatePath, paths.holdPath],
    directory: "/",
    environment: { PATH: place.path },
    timeoutMs: 5e3,
    signal: new AbortController().signal
  });
  const about = stack.use(await open2(paths.aboutPath, "wx"));
  const ready = stack.use(await open2(paths.readyPath, "wx"));
  const gate = stack.use(await open2(paths.gatePath, "r+"));
  const held = stack.use(await open2(paths.holdPath, constants4.O_RDONLY | constants4.O_NONBLOCK));
  stack.use(await open2(paths.holdPath, "w"));
  return { ...paths, about, ready, gate, held };
}
function connect(place, { pid, held, ready }) {
  const stopping = new AbortController();
  const ended = runCommand({
    argv: [
      ...["slirp4netns", "--configure", "--mtu=65520", "--disable-host-loopback"],
      // It reads what a setup sends, so as root it gives up all rights after its start. Another user has none to give
      // up, and could not: it would have to become root in a namespace that knows no root.
      ...place.isRoot ? ["--enable-sandbox"] : [],
      ...["--exit-fd", "3", "--ready-fd", "4", String(pid), "tap0"]
    ],
    directory: "/",
    environment: { PATH: place.path },
    descriptors: [held.fd, ready.fd],
    timeoutMs: Number.MAX_SAFE_INTEGER,
    signal: stopping.signal
  }).catch((error) => {
    if (!(error instanceof CommandNotStartedError)) throw error;
  });
  return { ended, stop: () => stopping.abort() };
}
async function orNull(other, find) {
  let hasEnded = false;
  const end = () => void (hasEnded = true);
  other.then(end, end);
  for (; ; ) {
    const found = await find();
    if (found !== null || hasEnded) return found;
    await sleep(5);
  }
}
async function childPid(path) {
  const found = /"child-pid": (\d+)/.exec(await readFile(path, "utf8"))?.[1];
  return found === void 0 ? null : Number(found);
}
async function isReady(path) {
  return (await stat2(path)).size > 0 ? true : null;
}

// src/adapters/sandbox/watch-memory.ts
function watchMemory(folders, allowed) {
  return (pid) => {
    const machine = machineMemory();
    if (machine.leftBytes < allowed.leftBytes) return { kind: "killed", signal: "SIGKILL" };
    const inFolders = useOf(pid, folders);
    if (inFolders.files > allowed.files) return { kind: "over-limit", limit: "files" };
    if (machine.takenBytes <= allowed.memoryBytes) return null;
    const held = inFolders.bytes + inFolders.files * bytesOfOneFile;
    const family = familyOf(pid);
    const isOver = held + roughMemory(family) > allowed.memoryBytes && held + sharedMemory(family) > allowed.memoryBytes;
    return isOver ? { kind: "over-limit", limit: "memory" } : null;
  };
}
var bytesOfOneFile = 1024;
function useOf(pid, folders) {
  let [bytes, files] = [0, 0];
  const [first] = childrenOf(pid);
  for (const folder of first === void 0 ? [] : folders) {
    const use = memoryFolderUse(`/proc/${first}/root${folder}`);
    bytes += use?.bytes ?? 0;
    files += use?.files ?? 0;
  }
  return { bytes, files };
}

// src/adapters/sandbox/bubblewrap.ts
async function runInBubblewrap(wrap, request) {
  var _stack = [];
  try {
    const { purpose, view } = request;
    if (request.signal.aborted) return cancelled;
    const report = __using(_stack, openReportChannel(wrap.folder));
    if (purpose === "setup" && wrap.isRoot) await giveToNobody(wrap, request);
    const cell = { wrap, request, report };
    const run = purpose === "setup" ? await runSetup(cell) : await start(cell, { ...alone, leave: wrap.session.apart, signal: request.signal });
    const output = readSandboxOutput(await report.read(channelBytes(view)), view.mostReportBytes);
    if (!output.begun && run.end.kind !== "cancelled") throw new SandboxError(whyNotBegun(run));
    await copyOutput(view, output);
    return { ...run, end: knownEnd(run.end, output) };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
var alone = { words: [], descriptors: [], options: [] };
async function runSetup(cell) {
  const { wrap, request } = cell;
  const { apart: leave, withoutSockets } = wrap.session;
  const apart2 = await inOwnNetwork(
    { ...wrap, signal: request.signal },
    (words, descriptors, signal) => start(cell, { words, descriptors, signal, leave, options: wrap.resolver })
  );
  if (apart2 !== null && (apart2.end.kind === "cancelled" || await hasBegun(cell))) return apart2;
  wrap.onSharedNetwork(withoutSockets === null ? "services and abstract sockets" : "services");
  return start(cell, { ...alone, leave: withoutSockets ?? leave, signal: request.signal });
}
async function hasBegun({ report, request: { view } }) {
  return readSandboxOutput(await report.read(100), view.mostReportBytes).begun;
}
async function start({ wrap, request, report }, around) {
  var _stack = [];
  try {
    const { purpose, view } = request;
    const environment = { ...wrap.machine.variables, ...cacheVariables(request), ...request.environment };
    const options = [...bubblewrapArguments({ purpose, view, environment }, wrap.machine), ...around.options];
    const sealed = __using(_stack, sealedFile(wrap.folder, `${options.join("\0")}\0`));
    const bash = __using(_stack, openToRead("/bin/bash"));
    const filter = __using(_stack, openToRead(wrap.filter));
    const own = [report.inside.fd, sealed.fd, bash.fd, filter.fd];
    const cpuSeconds = Math.ceil(request.timeoutMs / 1e3) * Math.max(2, wrap.machine.cores);
    const words = [
      ...around.words.length === 0 ? [] : [...around.words, ...closeDescriptorsAbove(6)],
      ...[findProgram("bwrap", wrap.path), "--args", "4", "--"],
      ...innerProgram(request, shellPath, limitWords({ purpose, view }, cpuSeconds))
    ];
    return await runCommand({
      argv: [...around.leave(6 + around.descriptors.length), ...words],
      directory: "/",
      environment: { PATH: wrap.path },
      descriptors: [...own, ...around.descriptors],
      timeoutMs: request.timeoutMs,
      signal: around.signal,
      graceMs: 1e4,
      ...purpose !== "setup" ? { watch: watchMemory(memoryFolders(view), wrap.allowance) } : {}
    });
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
async function giveToNobody(wrap, { view, signal }) {
  await runCommand({
    argv: ["chown", "-R", "-h", "65534:65534", "--", view.files, view.home, view.temporary],
    directory: "/",
    environment: { PATH: wrap.path },
    timeoutMs: 6e4,
    signal
  });
}
var nothing = { text: "", droppedBytes: 0 };
var cancelled = {
  end: { kind: "cancelled" },
  stdout: nothing,
  stderr: nothing,
  durationMs: 0
};
function whyNotBegun(run) {
  const said = run.stderr.text.trim().split("\n").slice(-3).join(" ").slice(0, 400);
  return `the sandbox could not be set up (${endOf(run)}): ${said}`;
}
function endOf({ end }) {
  return end.kind === "exited" ? `code ${end.code}` : end.kind;
}

// src/adapters/sandbox/machine.ts
import { lstat, readdir as readdir2, readlink } from "node:fs/promises";
var besideUsr = ["bin", "sbin", "lib", "lib32", "lib64", "libx32"];
async function readSystemFolders() {
  const found = [];
  for (const name2 of besideUsr) {
    const status = await lstat(`/${name2}`).catch(() => null);
    if (status?.isSymbolicLink() === true) found.push({ path: `/${name2}`, link: await readlink(`/${name2}`) });
    else if (status?.isDirectory() === true) found.push({ path: `/${name2}`, link: null });
  }
  for (const name2 of await readdir2("/etc").catch(() => []))
    if (/^java-\d+-openjdk$/.test(name2)) found.push({ path: `/etc/${name2}`, link: null });
  return found;
}

// src/adapters/sandbox/kept-proof.ts
import { constants as constants5 } from "node:fs";
import { lstat as lstat2, open as open3, readFile as readFile2, readdir as readdir3, rm as rm2 } from "node:fs/promises";
import { basename as basename2, join as join7 } from "node:path";

// src/adapters/sandbox/machine-identity.ts
import { readFileSync as readFileSync2, readlinkSync } from "node:fs";
import { stat as stat3 } from "node:fs/promises";
import { arch, release, version } from "node:os";
var programs = ["bwrap", "perl", "setpriv", "prlimit", "slirp4netns", "unshare", "sudo", "node"];
async function machineIdentity(path) {
  const found = [];
  for (const name2 of programs) found.push(await identityOf(await realProgram(name2, path)));
  return {
    boot: readFileSync2("/proc/sys/kernel/random/boot_id", "utf8"),
    kernel: [arch(), release(), version(), ...switches.map(textOf2)],
    user: [ownUser(), rightsIn(textOf2("/proc/self/status")), textOf2("/proc/self/attr/current")],
    limits: textOf2("/proc/self/limits"),
    namespaces: ["mnt", "net", "pid", "user"].map((name2) => readlinkSync(`/proc/self/ns/${name2}`)),
    programs: [...found, await identityOf("/bin/bash")]
  };
}
var switches = [
  "/proc/sys/user/max_user_namespaces",
  "/proc/sys/kernel/unprivileged_userns_clone",
  "/proc/sys/kernel/apparmor_restrict_unprivileged_userns",
  "/proc/sys/kernel/yama/ptrace_scope"
];
async function identityOf(path) {
  if (path === null) return null;
  const { dev, ino, size: size2, mtimeNs, ctimeNs, mode, uid } = await stat3(path, { bigint: true });
  return [path, ...[dev, ino, size2, mtimeNs, ctimeNs, mode, uid].map(String)];
}
function rightsIn(status) {
  return (status ?? "").split("\n").filter((line) => /^(?:Groups|Cap|NoNewPrivs|Seccomp)/.test(line));
}
function textOf2(file) {
  try {
    return readFileSync2(file, "utf8");
  } catch {
    return null;
  }
}

// src/adapters/sandbox/own-session.ts
import { arch as arch2 } from "node:os";

// src/adapters/sandbox/seccomp-filters.ts
var seccompFilters = {
  x64: [
    "IAAAAAQAAAAVAAAtPgAAwCAAAAAAAAAANQAuAAAAAEAVACsAZQAAABUAKgA2AQAAFQApADcBAAAVACgAOAEAABUAJwC2AQAA",
    "FQAmAPoAAAAVACUA+AAAABUAJAD5AAAAFQAjAEEBAAAVACIAKgEAABUAIQAwAQAAFQAiAEMBAAAVACEAqQEAABUAIACqAQAA",
    "FQAfAKsBAAAVAB4APwEAABUAHQC/AQAAFQAABikAAAAgAAAAEAAAABUAFgABAAAAFQAVAAIAAAAVABQACgAAABUAEwAQAAAA",
    "BgAAAGEABQAVAAAGNQAAACAAAAAQAAAAFQAPAAEAAAAVAA4AAgAAABUADQAKAAAAFQAMABAAAAAGAAAAYQAFABUAAAQQAAAA",
    "IAAAABgAAAAVAAoAElQAABUACQAcVAAABgAAAAAA/38VAAAEHQAAACAAAAAcAAAAFQAABgAAAAAgAAAAGAAAADUABAEBAAEA",
    "BgAAAAAA/38GAAAAAAD/fwYAAAAAAACABgAAAAEABQAGAAAAFgAFAAYAAAAmAAUABgAAAGEABQA="
  ],
  arm64: [
    "IAAAAAQAAAAVAAAstwAAwCAAAAAAAAAAFQArAHUAAAAVACoADgEAABUAKQAPAQAAFQAoABABAAAVACcAtgEAABUAJgDbAAAA",
    "FQAlANkAAAAVACQA2gAAABUAIwAYAQAAFQAiAPEAAAAVACEACQEAABUAIgAaAQAAFQAhAKkBAAAVACAAqgEAABUAHwCrAQAA",
    "FQAeABcBAAAVAB0AvwEAABUAAAbGAAAAIAAAABAAAAAVABYAAQAAABUAFQACAAAAFQAUAAoAAAAVABMAEAAAAAYAAABhAAUA",
    "FQAABscAAAAgAAAAEAAAABUADwABAAAAFQAOAAIAAAAVAA0ACgAAABUADAAQAAAABgAAAGEABQAVAAAEHQAAACAAAAAYAAAA",
    "FQAKABJUAAAVAAkAHFQAAAYAAAAAAP9/FQAABMIAAAAgAAAAHAAAABUAAAYAAAAAIAAAABgAAAA1AAQBAQABAAYAAAAAAP9/",
    "BgAAAAAA/38GAAAAAAAAgAYAAAABAAUABgAAABYABQAGAAAAJgAFAAYAAABhAAUA"
  ]
};
var refusedCallNumbers = {
  x64: {
    ptrace: 101,
    process_vm_readv: 310,
    keyctl: 250,
    add_key: 248,
    request_key: 249,
    bpf: 321,
    perf_event_open: 298,
    userfaultfd: 323,
    io_uring_setup: 425,
    memfd_create: 319,
    socket: 41
  },
  arm64: {
    ptrace: 117,
    process_vm_readv: 270,
    keyctl: 219,
    add_key: 217,
    request_key: 218,
    bpf: 280,
    perf_event_open: 241,
    userfaultfd: 282,
    io_uring_setup: 425,
    memfd_create: 279,
    socket: 198
  }
};

// src/adapters/sandbox/own-session.ts
var sessionWays = ["none", "keyring", "keyring and sockets"];
async function trySession(as) {
  const { path } = as;
  const { apart: apart2, withoutSockets } = ownSession("keyring and sockets", as);
  if (withoutSockets === null || !await works(path, apart2(2))) return "none";
  return await works(path, withoutSockets(2)) ? "keyring and sockets" : "keyring";
}
function ownSession(ways, { path, asNobody }) {
  const numbers = refusedCallNumbers[arch2()];
  if (numbers === void 0 || ways === "none") {
    const apart2 = (last) => asNobody ? [...setpriv, ...closeDescriptorsAbove(last)] : closeDescriptorsAbove(last);
    return { apart: apart2, withoutSockets: null };
  }
  const leave = `syscall(${numbers["keyctl"]}, 1, 0) >= 0 or exit 97;`;
  const begin = asNobody ? becomeNobody(arch2()) : "";
  const perl = (calls) => [
    findProgram("perl", path),
    "-e",
    `${begin} ${calls} exec { $ARGV[0] } @ARGV; exit 97`
  ];
  return {
    apart: (last) => perl(`${closeAbove(last)} ${leave}`),
    withoutSockets: ways === "keyring" ? null : (last) => perl(`${closeAbove(last)} ${leave} ${leaveSockets(arch2())}`)
  };
}
var setpriv = [
  ...["setpriv", "--reuid", "65534", "--regid", "65534"],
  ...["--clear-groups", "--no-new-privs"]
];
function becomeNobody(machine) {
  const [groups, group, user] = machine === "arm64" ? [159, 149, 147] : [116, 119, 117];
  const calls = [
    `${groups}, 0, 0`,
    `${group}, 65534, 65534, 65534`,
    `${user}, 65534, 65534, 65534`,
    `${prctl(machine)}, 38, 1, 0, 0, 0`
  ];
  return calls.map((call) => `syscall(${call}) == 0 or exit 97;`).join(" ");
}
function prctl(machine) {
  return machine === "arm64" ? 167 : 157;
}
function closeAbove(last) {
  return `syscall(436, ${last + 1}, 4294967295, 0) == 0 or exit 97;`;
}
function leaveSockets(machine) {
  return `my $rules = pack("QQQ", 0, 0, 1); my $set = syscall(444, $rules, 24, 0); $set >= 0 or exit 97; syscall(${prctl(machine)}, 38, 1, 0, 0, 0) == 0 or exit 97; syscall(446, $set, 0) == 0 or exit 97;`;
}
async function works(path, words) {
  try {
    const { end } = await runCommand({
      argv: [...words, "true"],
      directory: "/",
      environment: { PATH: path },
      timeoutMs: 5e3,
      signal: new AbortController().signal
    });
    return end.kind === "exited" && end.code === 0;
  } catch (error) {
    if (error instanceof CommandNotStartedError) return false;
    throw error;
  }
}

// src/adapters/sandbox/kept-proof.ts
async function keptProof({ folder, code }, of) {
  const version2 = [basename2(code), textDigest(await readFile2(code, "utf8"))];
  const key = digest({ machine: await machineIdentity(of.path), seen: of.seen, version: version2 });
  const file = join7(folder, `${key}.json`);
  return {
    read: async () => isOnlyOurs(folder) ? readProof(file) : null,
    write: async (proof) => {
      try {
        if (!makeOnlyOurs(folder)) return;
        await removeOld(folder);
        const text = JSON.stringify({ ...proof, at: Date.now() });
        await replaceFile(file, async (handle) => handle.writeFile(text), 384);
      } catch {
      }
    }
  };
}
var lifetimeMs = 24 * 60 * 60 * 1e3;
async function readProof(file) {
  try {
    var _stack = [];
    try {
      const handle = __using(_stack, await open3(file, constants5.O_RDONLY | constants5.O_NOFOLLOW), true);
      const status = await handle.stat();
      if (!status.isFile() || status.uid !== ownUser().uid || status.size > 1e3) return null;
      return proofIn(JSON.parse(await handle.readFile("utf8")));
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  } catch {
    return null;
  }
}
function proofIn(value) {
  const { at, version: version2, probes } = value;
  const session = sessionWays.find((ways) => ways === value["session"]);
  const age = typeof at === "number" ? Date.now() - at : -1;
  if (age < 0 || age > lifetimeMs || session === void 0) return null;
  if (typeof version2 !== "string" || typeof probes !== "number" || probes < 1) return null;
  return { version: version2, probes, session };
}
async function removeOld(folder) {
  for (const name2 of await readdir3(folder)) {
    const status = await lstat2(join7(folder, name2));
    if (Date.now() - status.mtimeMs > lifetimeMs) await rm2(join7(folder, name2), { force: true });
  }
}

// src/adapters/sandbox/sandbox-folder.ts
import { chmod, mkdir as mkdir2, mkdtemp, realpath as realpath2, rm as rm3, writeFile as writeFile2 } from "node:fs/promises";
import { join as join8 } from "node:path";
async function makeSandboxFolder(temporaryRoot) {
  await mkdir2(temporaryRoot, { recursive: true });
  const folder = await mkdtemp(join8(await realpath2(temporaryRoot), "spec-portability-sandbox-"));
  await chmod(folder, 493);
  const identity = [];
  for (const [name2, text] of Object.entries(identityFiles)) {
    await writeFile2(join8(folder, name2), text, { mode: 420 });
    identity.push({ from: join8(folder, name2), to: `/etc/${name2}` });
  }
  return {
    folder,
    identity,
    [Symbol.asyncDispose]: () => rm3(folder, { recursive: true, force: true })
  };
}
var identityFiles = {
  // Java takes `user.home` from here and not from HOME: Maven, sbt and others look below it for what setup fetched.
  passwd: `sandbox:x:65534:65534:sandbox:${homePath}:/bin/sh
`,
  group: "sandbox:x:65534:\n",
  hosts: "127.0.0.1 localhost sandbox\n::1 localhost\n",
  "nsswitch.conf": "passwd: files\ngroup: files\nhosts: files dns\n"
};

// src/adapters/sandbox/self-attack.ts
import { randomBytes } from "node:crypto";
import { chmod as chmod2, lstat as lstat3, mkdir as mkdir3, rm as rm4, writeFile as writeFile3 } from "node:fs/promises";
import { arch as arch3 } from "node:os";
import { join as join9 } from "node:path";
import { setTimeout as sleep2 } from "node:timers/promises";

// src/adapters/sandbox/attack-setup.ts
import { randomUUID as randomUUID3 } from "node:crypto";
import { createServer } from "node:net";
async function reachedBySetup(run, places, view) {
  var _stack = [];
  try {
    const name2 = `\0spec-portability-${randomUUID3()}`;
    const stack = __using(_stack, new CleanUp(), true);
    const service = await listening(stack, { port: 0, host: "127.0.0.1" });
    await listening(stack, { path: name2 });
    const address = service.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const targets = [{ host: "127.0.0.1", port }, { host: "10.0.2.2", port }, { path: name2 }];
    const script2 = `for (const target of ${JSON.stringify(targets)}) {
    const socket = require('node:net').connect({ ...target, timeout: 500 });
    socket.on('connect', () => { console.log('reached ' + JSON.stringify(target)); socket.destroy(); });
    socket.on('timeout', () => socket.destroy()); socket.on('error', () => undefined);
  } process.on('exit', () => console.log('tried'));`;
    const told = Buffer.from(script2).toString("base64");
    const { stdout, stderr } = await run({
      purpose: "setup",
      command: `node='${places.node}'; [ -x "$node" ] || node=node; "$node" -e "eval(Buffer.from('${told}', 'base64').toString())"`,
      directory: view.root,
      environment: cleanEnvironment({ home: view.home, path: places.path, temporary: view.temporary }),
      view,
      timeoutMs: 2e4,
      signal: new AbortController().signal
    });
    const reached = stdout.text.split("\n").find((line) => line.startsWith("reached"));
    if (reached !== void 0) return reached;
    return stdout.text.includes("tried") ? "" : `no answer: ${stderr.text.trim().slice(0, 300)}`;
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function listening(stack, at) {
  const server = createServer((socket) => {
    socket.on("error", () => void 0);
    socket.destroy();
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(at, resolve);
  });
  stack.defer(() => new Promise((resolve) => void server.close(() => resolve())));
  return server;
}

// src/adapters/sandbox/call-attempts.ts
function callAttempts(numbers) {
  const calls = Object.entries(numbers).flatMap(([name2, number]) => {
    const words = attempts[name2];
    return words === void 0 ? [] : [`['${name2}', ${number}, ${words}]`];
  });
  const sockets = families.map(
    (family) => `['socket of family ${family}', ${numbers["socket"] ?? -1}, ${family}, 3, 0]`
  );
  return `my ($text, $type, $room) = ('x', 'user', "\\0" x 256);
for (${[...calls, ...sockets].join(", ")}) {
  my ($name, @call) = @$_;
  my $was = syscall(shift(@call), @call);
  print "$name, " unless $was == -1 && ($! == 1 || $! == 38 || $! == 97);
}
print 'end'`;
}
var families = [17, 38, 40];
var attempts = {
  // PTRACE_TRACEME
  ptrace: "0, 0, 0, 0",
  process_vm_readv: "$$, 0, 0, 0, 0, 0",
  // KEYCTL_GET_KEYRING_ID of the session
  keyctl: "0, -3, 0",
  add_key: "$type, $text, $text, 1, -3",
  request_key: "$type, $text, 0, -3",
  bpf: "0, $room, 72",
  perf_event_open: "$room, 0, -1, -1, 0",
  userfaultfd: "1",
  io_uring_setup: "1, $room",
  memfd_create: "$text, 0"
};

// src/adapters/sandbox/probe-script.ts
var probeNames = {
  environment: "no variable of the job can be read",
  commandLines: "no command line shows a path or a secret",
  processes: "only its own processes are seen",
  descriptors: "no descriptor is inherited",
  root: "no way to become root",
  namespaces: "no new user namespace",
  network: "no address of the network answers",
  names: "no name is resolved",
  metadata: "no metadata service answers",
  docker: "no Docker socket",
  system: "the system cannot be written",
  tests: "tests and dependencies cannot be changed",
  home: "HOME of the machine is not there",
  processLimit: "the limit of processes binds",
  calls: "calls that tests have no use for are refused",
  channel: "the channel of the reports cannot be opened",
  keyring: "no key of the job can be seen"
};
var probeScript = `
import { spawnSync } from 'node:child_process';
import { lookup } from 'node:dns/promises';
import { appendFileSync, existsSync, readdirSync, readFileSync, readlinkSync, renameSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
const targets = JSON.parse(Buffer.from(process.argv[1], 'base64').toString());
const read = (path) => { try { return readFileSync(path, 'latin1'); } catch { return ''; } };
const pids = readdirSync('/proc').filter((name) => /^[0-9]+$/.test(name));
const succeeds = (attempt, what) => { try { attempt(); return what; } catch { return ''; } };
const runs = (command, what) => (spawnSync(command[0], command.slice(1), { timeout: 3000 }).status === 0 ? what : '');
const reaches = (host, port) => new Promise((resolve) => {
  const socket = connect({ host, port, timeout: 500 });
  const end = (said) => { socket.destroy(); resolve(said); };
  socket.on('connect', () => end('connected to ' + host));
  socket.on('timeout', () => end('no error from ' + host));
  socket.on('error', (error) => end(error.code === 'ECONNREFUSED' ? 'refused by ' + host : ''));
});
const first = (...said) => said.find((one) => one !== '') ?? '';
// Seen from outside.
succeeds(() => writeFileSync(targets.homeFile, ''), '');
const environments = JSON.stringify(process.env) + pids.map((pid) => read('/proc/' + pid + '/environ')).join('');
const commandLines = pids.map((pid) => (Number(pid) === process.pid ? '' : read('/proc/' + pid + '/cmdline'))).join(' ');
const isCanary = (text) => (text.includes(targets.canary) ? 'the canary was found' : '');
const limit = spawnSync('prlimit', ['--nproc=16:16', '/bin/sh', '-c', 'i=0; while [ $i -lt 40 ]; do sleep 2 >/dev/null 2>&1 & i=$((i+1)); done; echo all'], { timeout: 5000 });
const maximum = Math.min(Number(/Max processes +[0-9]+ +([0-9]+)/.exec(read('/proc/self/limits'))?.[1] ?? Infinity), Number(read('/sys/fs/cgroup/pids.max').trim() || Infinity) || Infinity);
// Without perl only the filter itself can be seen.
const tried = spawnSync('perl', ['-e', targets.attempts], { encoding: 'utf8' });
const unrefused = tried.error ? '' : tried.status === 0 ? tried.stdout.replace(/(?:, )?end$/, '') : 'the attempts ended with ' + tried.status + ' ' + tried.signal;
console.log(JSON.stringify({
  environment: isCanary(environments),
  commandLines: first(isCanary(commandLines), commandLines.includes(targets.hostFolder) ? 'a path of the machine is shown' : ''),
  processes: pids.length > 8 ? pids.length + ' processes are seen' : '',
  descriptors: readdirSync('/proc/1/fd').concat(spawnSync('/bin/sh', ['-c', 'echo /proc/$$/fd/*'], { encoding: 'utf8' }).stdout.trim().split(' ').map((path) => path.slice(path.lastIndexOf('/') + 1))).some((fd) => Number(fd) > 9) ? 'more than the standard ones' : '',
  root: first(process.getuid() === 0 ? 'is root' : '', runs(['sudo', '-n', 'true'], 'sudo works'), runs(['setpriv', '--reuid', '0', 'true'], 'setpriv works')),
  namespaces: runs(['unshare', '-U', 'true'], 'unshare -U works'),
  network: await reaches('1.1.1.1', 443),
  names: await lookup('example.com').then(() => 'example.com has an address', () => ''),
  metadata: await reaches('169.254.169.254', 80),
  docker: first(existsSync('/run/docker.sock') ? '/run/docker.sock' : '', existsSync('/var/run/docker.sock') ? '/var/run/docker.sock' : ''),
  system: first(succeeds(() => writeFileSync('/usr/planted', ''), '/usr'), succeeds(() => writeFileSync('/etc/planted', ''), '/etc'), succeeds(() => writeFileSync('/planted', ''), '/')),
  tests: first(
    succeeds(() => appendFileSync(targets.protectedFile, 'x'), 'a test was written'),
    succeeds(() => renameSync(targets.protectedFolder, targets.protectedFolder + '.away'), 'a folder of tests was moved'),
    succeeds(() => writeFileSync(targets.dependency + '/planted', ''), 'a dependency was written'),
  ),
  home: succeeds(() => readFileSync(targets.hostFile), 'a file of the machine was read'),
  calls: first(unrefused === '' ? '' : 'not refused: ' + unrefused, /^Seccomp:\\s+2$/m.test(read('/proc/self/status')) ? '' : 'there is no filter'),
  channel: first(...pids.filter((pid) => Number(pid) !== process.pid).map((pid) => succeeds(() => readlinkSync('/proc/' + pid + '/fd/3'), 'descriptor 3 of process ' + pid))),
  keyring: read('/proc/keys') === '' ? '' : '/proc/keys can be read',
  processLimit: first(limit.stdout?.toString().includes('all') ? 'it does not' : '', maximum > 256 ? 'it is ' + maximum : ''),
}));
`;

// src/adapters/sandbox/self-attack.ts
function missedWords(probes) {
  const missed = probes.filter(({ isBlocked }) => !isBlocked);
  if (missed.length === 0) return null;
  const each = [...new Set(missed.map(({ said }) => said))].map((said) => {
    const names = missed.filter((one) => one.said === said).map(({ name: name2 }) => name2);
    return `${names.join(", ")} (${said})`;
  });
  return `it stops too little: ${missed.length} of ${probes.length} attempts to break out came through: ${each.join("; ")}`;
}
async function attackSandbox(attack) {
  var _stack = [];
  try {
    const canary = randomBytes(16).toString("hex");
    const _ = __using(_stack, attack.places.setVariable("SPEC_PORTABILITY_CANARY", canary));
    const view = await makeTarget(attack.folder);
    const hostFile = join9(attack.folder, "attack/host-file");
    const targets = {
      canary,
      protectedFile: join9(view.root, "tests/a/kept.test.js"),
      protectedFolder: join9(view.root, "tests"),
      dependency: join9(view.root, "node_modules"),
      homeFile: join9(attack.places.home, `.spec-portability-${randomBytes(8).toString("hex")}`),
      hostFile,
      hostFolder: view.files,
      attempts: callAttempts(refusedCallNumbers[arch3()] ?? {})
    };
    const probes = await atOnce(
      [
        () => answersOf(attack, view, targets),
        async () => [await survivorsOf(attack, view)],
        () => sumsOf(attack, view),
        () => servicesOf(attack)
      ],
      (probe) => probe()
    );
    return probes.flat();
  } catch (_2) {
    var _error = _2, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
async function makeTarget(folder) {
  const place = join9(folder, "attack");
  const root = join9(place, "place/tree");
  for (const name2 of ["place", "files", "kept/a", "modules", "reports"])
    await mkdir3(join9(place, name2), { recursive: true });
  await chmod2(place, 493);
  await writeFile3(join9(place, "kept/a/kept.test.js"), "kept");
  await writeFile3(join9(place, "host-file"), "secret");
  return {
    root,
    files: join9(place, "files"),
    home: join9(place, "home"),
    temporary: join9(place, "tmp"),
    reports: null,
    bring: null,
    mostReportBytes: 16 * 1024 * 1024,
    readOnly: [
      { from: join9(place, "kept/a"), to: join9(root, "tests/a") },
      { from: join9(place, "modules"), to: join9(root, "node_modules") }
    ],
    writable: []
  };
}
async function answersOf(attack, view, targets) {
  const script2 = quoted(probeScript);
  const told = Buffer.from(JSON.stringify(targets)).toString("base64");
  const command = `node=${quoted(attack.places.node)}; [ -x "$node" ] || node=node; "$node" --input-type=module -e ${script2} ${told}`;
  const run = await runProbe(attack, view, { command, timeoutMs: 2e4 });
  const answers = new Map([...readAnswers(run.stdout.text), ...await leftInHome(targets.homeFile)]);
  const names = Object.entries(probeNames).filter(([key]) => attack.watched !== null || !ofOurOwn.has(key));
  return names.map(([key, name2]) => {
    const said = answers.get(key) ?? `no answer: ${run.stderr.text.trim().slice(0, 300)}`;
    return { name: name2, isBlocked: said === "", said };
  });
}
async function survivorsOf(attack, view) {
  const tag = `4${randomBytes(3).readUIntBE(0, 3)}.5`;
  const isAlive = () => someProcessShows(`sleep\0${tag}\0`);
  const stop = new AbortController();
  const command = `(setsid sleep ${tag} &) ; sleep ${tag}`;
  const running = runProbe(attack, view, { command, timeoutMs: 2e4, signal: stop.signal });
  let hasEnded = false;
  void running.finally(() => void (hasEnded = true));
  while (!hasEnded && !isAlive()) await sleep2(10);
  stop.abort();
  const { end } = await running;
  for (let look = 0; look < 20 && isAlive(); look += 1) await sleep2(25);
  const isBlocked = end.kind === "cancelled" && !isAlive();
  return { name: "nothing survives the kill", isBlocked, said: isBlocked ? "" : end.kind };
}
var SharedNetworkError = class extends Error {
  name = "SharedNetworkError";
};
var ofOurOwn = /* @__PURE__ */ new Set(["calls", "channel"]);
var mebibyte2 = 1024 * 1024;
async function sumsOf(attack, view) {
  const { watched } = attack;
  if (watched === null) return [];
  const allowed = { memoryBytes: 24 * mebibyte2, files: 400, leftBytes: 0 };
  const fill = "head -c 6000000 /dev/zero | tail -c 6000000 | sleep 60";
  const ways = [
    {
      name: "the memory of all processes together is limited",
      limit: "memory",
      command: `${fill} & ${fill} & head -c 18000000 /dev/zero > /tmp/filled-by-the-probe; wait`
    },
    {
      name: "the number of files is limited",
      limit: "files",
      command: `for at in /tmp /dev/shm; do i=0; while [ $i -lt 300 ]; do : > $at/$i; i=$((i+1)); done; done; sleep 60`
    }
  ];
  return atOnce(ways, async ({ name: name2, limit, command }) => {
    const { end } = await runProbe({ ...attack, run: watched.within(allowed) }, view, {
      command,
      timeoutMs: 2e4
    });
    const isBlocked = end.kind === "over-limit" && end.limit === limit;
    return { name: name2, isBlocked, said: isBlocked ? "" : end.kind };
  });
}
async function servicesOf(attack) {
  if (attack.watched === null) return [];
  const place = join9(attack.folder, "setup");
  for (const name2 of ["files", "home", "tmp"]) await mkdir3(join9(place, name2), { recursive: true });
  const view = {
    ...{ root: join9(place, "files"), files: join9(place, "files"), home: join9(place, "home") },
    ...{
      temporary: join9(place, "tmp"),
      reports: null,
      bring: null,
      mostReportBytes: 0,
      readOnly: [],
      writable: []
    }
  };
  const said = await reachedBySetup(attack.run, attack.places, view).catch((error) => {
    if (error instanceof SharedNetworkError) return null;
    if (error instanceof SandboxError) return error.message;
    throw error;
  });
  if (said === null) return [];
  return [{ name: "setup reaches no service of the machine", isBlocked: said === "", said }];
}
async function runProbe({ run, places }, view, of) {
  try {
    return await run({
      purpose: "test",
      ...of,
      directory: view.root,
      environment: cleanEnvironment({ home: view.home, path: places.path, temporary: view.temporary }),
      view,
      signal: of.signal ?? new AbortController().signal
    });
  } catch (error) {
    if (!(error instanceof SandboxError)) throw error;
    const nothing2 = { text: "", droppedBytes: 0 };
    const stderr = { text: error.message, droppedBytes: 0 };
    return { end: { kind: "exited", code: 125 }, stdout: nothing2, stderr, durationMs: 0 };
  }
}
function readAnswers(text) {
  try {
    const value = JSON.parse(text);
    if (typeof value !== "object" || value === null) return [];
    return Object.entries(value).map(([name2, said]) => [name2, String(said)]);
  } catch {
    return [];
  }
}
async function leftInHome(file) {
  if (await lstat3(file).catch(() => null) === null) return [];
  await rm4(file, { force: true });
  return [["home", "HOME was written"]];
}
function quoted(text) {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

// src/adapters/sandbox/open-bubblewrap.ts
async function openBubblewrap(places) {
  const seen = await lookAround(places);
  const kept = await keptFor(places, seen);
  const known = await kept.read();
  const version2 = known === null ? await versionOf(places.path) : known.version;
  for (const line of seen.warnings) places.warn(line);
  const own = await makeSandboxFolder(places.temporaryRoot);
  try {
    const as = { path: places.path, asNobody: isRoot() };
    const session = known === null ? await trySession(as) : known.session;
    const wrap = await wrapOf(places, { own, machine: seen.machine, session: ownSession(session, as) });
    const run = (request) => runInBubblewrap(wrap, request);
    const probes = known === null ? await attacked(wrap, places, seen.unreadable) : known.probes;
    if (known === null) await kept.write({ version: version2, session, probes });
    return {
      level: "bubblewrap",
      isolation: { level: "bubblewrap", version: version2, probes: { passed: probes, total: probes } },
      run,
      [Symbol.asyncDispose]: () => own[Symbol.asyncDispose]()
    };
  } catch (error) {
    await own[Symbol.asyncDispose]();
    throw error;
  }
}
function ownProofPlace() {
  const code = fileURLToPath(import.meta.url);
  return code.endsWith(".ts") ? null : { folder: keptFolder("proofs"), code };
}
async function keptFor({ proofs, path }, { key }) {
  return proofs ? keptProof(proofs, { path, seen: key }) : nothingKept;
}
var nothingKept = { read: async () => null, write: async () => void 0 };
async function lookAround(places) {
  const { path, home, visible, node, changeable, temporaryRoot } = places;
  const managers2 = await findManagers(places);
  const besides = [node, ...managers2.shown];
  const found = await findPrograms({ path, home, changeable, besides, asNobody: isRoot() });
  const machine = {
    systemFolders: await readSystemFolders(),
    programs: found.shown,
    hidden: ["/proc/keys", "/proc/key-users"].filter((file) => existsSync(file)),
    variables: managers2.variables,
    cores: availableParallelism()
  };
  const files = await atOnce(visible, async (file) => [file, textDigest(await readFile3(file, "utf8"))]);
  return {
    machine,
    unreadable: found.unreadable,
    warnings: [...hiddenPrograms(found), ...await unseenVersions(places)],
    key: { machine, files, path, home, node, changeable, temporaryRoot, allowed: allowance() }
  };
}
async function wrapOf(places, of) {
  const { own, session } = of;
  const files = [...own.identity, ...await copied(places.visible, own.folder)];
  return {
    machine: { ...of.machine, files },
    ...{ folder: own.folder, isRoot: isRoot(), path: places.path, session },
    filter: await filterIn(own.folder),
    resolver: await resolverIn(own.folder),
    onSharedNetwork: (reaches) => places.warn(
      `setup shares the network of this machine and can reach ${reaches} on its loopback address: install \`slirp4netns\` to keep them apart`
    ),
    allowance: allowance()
  };
}
function isRoot() {
  return ownUser().uid === 0;
}
function allowance() {
  return allowanceOn(memoryOfMachine());
}
async function resolverIn(folder) {
  const file = join10(folder, "resolv.conf");
  await writeFile4(file, resolver, { flag: "wx", mode: 420 });
  return ["--ro-bind", file, "/etc/resolv.conf"];
}
async function filterIn(folder) {
  const lines = seccompFilters[arch4()];
  if (lines === void 0) throw new LevelUnavailableError(`it has no filter of system calls for ${arch4()}`);
  const filter = join10(folder, "filter");
  await writeFile4(filter, Buffer.from(lines.join(""), "base64"), { flag: "wx" });
  return filter;
}
async function copied(paths, folder) {
  const bounds = [];
  for (const [index, path] of paths.entries()) {
    const from = join10(folder, `file-${index}`);
    await copyFile(path, from);
    await chmod3(from, 420);
    bounds.push({ from, to: path });
  }
  return bounds;
}
async function attacked(wrap, places, unreadable2) {
  const refuse = () => {
    throw new SharedNetworkError("a setup would share the network of the machine");
  };
  const quiet = { ...wrap, onSharedNetwork: refuse };
  const probes = await attackSandbox({
    run: (request) => runInBubblewrap(quiet, request),
    watched: {
      within: (allowed) => (request) => runInBubblewrap({ ...quiet, allowance: allowed }, request)
    },
    places,
    folder: wrap.folder
  });
  const missed = missedWords(probes);
  if (missed === null) return probes.length;
  const hint = unreadable2.length === 0 ? "" : `; user 65534 cannot read ${unreadable2.join(", ")}`;
  throw new LevelUnavailableError(`${missed}${hint}`);
}
async function versionOf(path) {
  try {
    const run = await runCommand({
      argv: ["bwrap", "--version"],
      directory: "/",
      environment: { PATH: path },
      timeoutMs: 5e3,
      signal: new AbortController().signal
    });
    const version2 = /^bubblewrap (\d[\d.]*)/.exec(run.stdout.text)?.[1];
    if (version2 !== void 0) return version2;
    throw new LevelUnavailableError("`bwrap --version` does not work");
  } catch (error) {
    if (error instanceof CommandNotStartedError) throw new LevelUnavailableError("`bwrap` is not on PATH");
    throw error;
  }
}

// src/adapters/sandbox/docker-client.ts
function dockerClient(places) {
  const environment = {
    PATH: places.path,
    // The user's configuration would put proxies, including their passwords, into every container.
    DOCKER_CONFIG: "/nonexistent",
    ...places.host === null ? {} : { DOCKER_HOST: places.host }
  };
  return {
    run: ({ words, timeoutMs, signal = new AbortController().signal }) => runCommand({
      argv: ["docker", ...words],
      directory: "/",
      environment,
      timeoutMs,
      signal
    })
  };
}
var engineTimeoutMs = 5e3;
async function askEngine(client) {
  try {
    const words = ["version", "--format", "{{.Server.Version}}"];
    const { end, stdout, stderr } = await client.run({ words, timeoutMs: engineTimeoutMs });
    const version2 = stdout.text.trim();
    if (end.kind === "exited" && end.code === 0 && /^\d[\w.+-]*$/.test(version2))
      return { kind: "answers", version: version2 };
    if (end.kind === "timed-out")
      return { kind: "silent", why: `its engine did not answer within ${engineTimeoutMs / 1e3} s` };
    return { kind: "silent", why: firstLine(stderr.text) || "its engine gave no version" };
  } catch (error) {
    if (!(error instanceof CommandNotStartedError)) throw error;
    return { kind: "missing", why: "it is not installed" };
  }
}
function firstLine(text) {
  return (text.trim().split("\n")[0] ?? "").slice(0, 200);
}

// src/adapters/sandbox/docker.ts
import { randomUUID as randomUUID4 } from "node:crypto";
import { closeSync as closeSync2, openSync as openSync2, readSync } from "node:fs";
import { chmod as chmod4, mkdtemp as mkdtemp2, readFile as readFile4, rm as rm5, stat as stat4, writeFile as writeFile5 } from "node:fs/promises";
import { join as join12 } from "node:path";

// src/adapters/sandbox/docker-argv.ts
import { dirname as dirname3, join as join11 } from "node:path";
function createArguments(request, container) {
  return [
    ...["create", "--init", "--name", container.name, "--pull", "never", "--hostname", "sandbox"],
    // By default the engine would store everything that a command prints on the disk of the host.
    ...["--log-driver", "none", "--cap-drop", "ALL", "--security-opt", "no-new-privileges"],
    ...["--cpus", "2", "--ulimit", "core=0", "--ulimit", `nofile=${limits.openFiles}`],
    ...request.purpose === "setup" ? setupArguments(request, container) : testArguments(request),
    ...[container.toolCache, ...container.visible].flatMap(
      (path) => path === null ? [] : readOnly2({ from: path, to: path })
    ),
    ...readOnly2({ from: container.users, to: "/etc/passwd" }),
    ...bind({ from: container.channel, to: channelPath }),
    ...Object.entries({
      ...inHome(request.view),
      ...cacheVariables(request),
      ...request.environment
    }).flatMap(([name2, value]) => ["--env", `${name2}=${value}`]),
    ...["--entrypoint", "/bin/bash", container.image],
    ...["-c", `exec 3>>${channelPath}; exec "$@"`, "sandbox", ...innerProgram(request, "/bin/bash")]
  ];
}
function inHome({ home }) {
  return { CARGO_HOME: join11(home, ".cargo"), GOPATH: join11(home, "go") };
}
function usersOf({ home }, { uid, gid }) {
  const ids = /* @__PURE__ */ new Map([
    [0, 0],
    [uid, gid],
    [65534, 65534]
  ]);
  return [...ids].map(([id, group]) => `user${id}:x:${id}:${group}::${home}:/bin/sh
`).join("");
}
function startArguments(name2) {
  return ["start", "--attach", name2];
}
function killArguments(name2) {
  return ["kill", name2];
}
function removeArguments(name2) {
  return ["rm", "--force", "--volumes", name2];
}
var channelPath = "/.channel";
function testArguments({ view, timeoutMs }) {
  return [
    ...["--network", "none", "--read-only", "--user", "65534:65534", "--pids-limit", `${limits.processes}`],
    ...["--memory", "2g", "--memory-swap", "2g", "--shm-size", `${limits.sharedMemoryBytes}`],
    ...["--ulimit", `fsize=${largestFileBytes(view)}`, "--ulimit", `data=${limits.dataBytes}`],
    // If our own process is killed the engine keeps the container, so each of its processes gets a limit on CPU time.
    ...["--ulimit", `cpu=${Math.ceil(timeoutMs / 1e3) * 2}`],
    ...memory2("/tmp", limits.temporaryBytes),
    ...treeMounts(view),
    ...sourcesOf(view).flatMap((bound) => readOnly2(bound)),
    ...view.writable.flatMap(
      (path, index) => readOnly2({ from: outsideOf2(path, view), to: writablePath(index) })
    )
  ];
}
function treeMounts(view) {
  const around = new Set(view.readOnly.flatMap(({ to }) => foldersAround2(to, view.root)));
  return [
    ...memory2(view.root, limits.treeBytes),
    ...memory2(view.home, limits.homeBytes),
    ...memory2(view.temporary, limits.buildBytes),
    ...view.reports === null ? [] : memory2(view.reports, reportsFolderBytes(view)),
    ...[...around].toSorted().flatMap((path) => memory2(path, limits.folderBytes)),
    // The engine refuses two mounts at one path.
    ...view.readOnly.filter(({ to }) => !view.writable.includes(to)).flatMap((bound) => readOnly2(bound)),
    ...view.writable.flatMap((path) => memory2(path, writableBytes(path, view)))
  ];
}
function setupArguments({ view }, { user }) {
  return [
    ...["--user", `${user.uid}:${user.gid}`, "--pids-limit", "1024", "--memory", "4g", "--memory-swap", "4g"],
    ...memory2("/tmp", limits.buildBytes),
    ...bind({ from: view.files, to: view.root }),
    ...bind({ from: view.home, to: view.home }),
    ...bind({ from: view.temporary, to: view.temporary })
  ];
}
function foldersAround2(path, root) {
  const folder = dirname3(path);
  return folder.startsWith(`${root}/`) ? [folder, ...foldersAround2(folder, root)] : [];
}
function outsideOf2(path, { readOnly: bounds }) {
  const around = bounds.find(({ to }) => `${path}/`.startsWith(`${to}/`));
  return around === void 0 ? path : `${around.from}${path.slice(around.to.length)}`;
}
function memory2(path, bytes) {
  if (path.includes(":")) throw new SandboxError(`docker cannot mount at a path with a colon: ${path}`);
  return ["--tmpfs", `${path}:rw,exec,nosuid,nodev,size=${bytes},uid=65534,gid=65534,mode=755`];
}
function readOnly2(bound) {
  return mount(bound, ["readonly"]);
}
function bind(bound) {
  return mount(bound, []);
}
function mount({ from, to }, more) {
  const fields = ["type=bind", `source=${from}`, `target=${to}`, ...more];
  return ["--mount", fields.map((field) => asField(field)).join(",")];
}
function asField(field) {
  return /[",\n\r]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

// src/adapters/sandbox/docker.ts
var pullTimeoutMs = 6e5;
var clientTimeoutMs = 6e4;
var killTimeoutMs = 2e4;
async function readyDocker(client, image) {
  const engine = await askEngine(client);
  if (engine.kind !== "answers") return { kind: "unusable", why: engine.why };
  const inspected = await client.run({ words: ["image", "inspect", image], timeoutMs: clientTimeoutMs });
  if (succeeded(inspected)) return { kind: "ready", version: engine.version };
  const pulled = await client.run({ words: ["pull", "--quiet", image], timeoutMs: pullTimeoutMs });
  if (succeeded(pulled)) return { kind: "ready", version: engine.version };
  return { kind: "unusable", why: `its image could not be fetched: ${lastLine2(pulled)}` };
}
function dockerSandbox(docker, isolation) {
  return { level: "docker", isolation, run: (request) => runInDocker(docker, request) };
}
async function runInDocker(docker, request) {
  var _stack = [];
  try {
    const name2 = `spec-portability-${randomUUID4()}`;
    const users = usersOf(request.view, docker.user);
    const channel = __using(_stack, await openChannel(docker.temporaryRoot, users), true);
    await create(docker, request, { ...docker, name: name2, channel: channel.path, users: channel.users });
    let run;
    const beginning = __using(_stack, channel.watchBeginning());
    try {
      const { timeoutMs, signal } = request;
      run = await docker.client.run({ words: startArguments(name2), timeoutMs, signal });
    } finally {
      await remove(docker.client, name2);
    }
    const { view } = request;
    const output = readSandboxOutput(await channel.read(channelBytes(view)), view.mostReportBytes);
    if (!output.begun && !beginning.isSeen() && mayHaveFailedToBegin(run))
      throw new SandboxError(`the container did not begin (${run.end.kind}): ${lastLine2(run)}`);
    await copyOutput(view, output);
    return { ...run, end: knownEnd(run.end, output) };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
function mayHaveFailedToBegin({ end }) {
  if (end.kind === "exited") return [125, 126, 127].includes(end.code);
  return end.kind !== "cancelled";
}
async function create(docker, request, container) {
  const words = createArguments(request, container);
  const created = await docker.client.run({ words, timeoutMs: clientTimeoutMs });
  if (succeeded(created)) return;
  await remove(docker.client, container.name);
  throw new SandboxError(`the container could not be made: ${lastLine2(created)}`);
}
async function remove(client, name2) {
  await client.run({ words: killArguments(name2), timeoutMs: killTimeoutMs });
  const removed = await client.run({ words: removeArguments(name2), timeoutMs: killTimeoutMs });
  if (!succeeded(removed) && !/no such container/i.test(removed.stderr.text))
    throw new SandboxError(`container ${name2} could not be removed: ${lastLine2(removed)}`);
}
async function openChannel(temporaryRoot, userList) {
  const folder = await mkdtemp2(join12(temporaryRoot, "spec-portability-channel-"));
  const path = join12(folder, "channel");
  await writeFile5(path, "", { flag: "wx" });
  await chmod4(path, 402);
  const users = join12(folder, "users");
  await writeFile5(users, userList, { flag: "wx", mode: 420 });
  return {
    path,
    users,
    read: async (mostBytes) => (await stat4(path)).size > mostBytes ? Buffer.alloc(0) : readFile4(path),
    watchBeginning: () => {
      let isSeen = false;
      const file = openSync2(path, "r");
      const start2 = Buffer.alloc(6);
      const timer = setInterval(() => {
        readSync(file, start2, 0, 6, 0);
        isSeen ||= start2.equals(Buffer.from("begun\n"));
      }, 10);
      const close = () => {
        clearInterval(timer);
        closeSync2(file);
      };
      return { isSeen: () => isSeen, [Symbol.dispose]: close };
    },
    [Symbol.asyncDispose]: () => rm5(folder, { recursive: true, force: true })
  };
}
function succeeded({ end }) {
  return end.kind === "exited" && end.code === 0;
}
function lastLine2({ stderr, end }) {
  return (stderr.text.trim().split("\n").at(-1) ?? "").slice(0, 300) || end.kind;
}

// src/adapters/sandbox/open-docker.ts
async function openDocker(places, more) {
  const image = pinnedImage(more.image);
  const client = dockerClient({ path: places.path, host: more.host });
  const readiness = await readyDocker(client, image);
  if (readiness.kind === "unusable") throw new LevelUnavailableError(readiness.why);
  const own = await makeSandboxFolder(places.temporaryRoot);
  try {
    const docker = {
      ...{ client, image, toolCache: more.toolCache, visible: places.visible },
      user: ownUser(),
      temporaryRoot: own.folder
    };
    const run = (request) => runInDocker(docker, request);
    const probes = await attackSandbox({
      run,
      watched: null,
      places: { ...places, node: "node" },
      folder: own.folder
    });
    const missed = missedWords(probes);
    if (missed !== null) throw new LevelUnavailableError(missed);
    const proved = { passed: probes.length, total: probes.length };
    const sandbox = dockerSandbox(docker, { level: "docker", version: readiness.version, probes: proved });
    return { ...sandbox, [Symbol.asyncDispose]: () => own[Symbol.asyncDispose]() };
  } catch (error) {
    await own[Symbol.asyncDispose]();
    throw error;
  }
}

// src/entry/wiring/account-of.ts
function accountOf(model, valueOf) {
  const variables = /* @__PURE__ */ new Map();
  for (const name2 of secretVariables(model)) {
    const value = keepSecret(valueOf(name2));
    if (value !== null) variables.set(name2, value);
  }
  const apiKey = model.apiKeyEnv === null ? null : variables.get(model.apiKeyEnv) ?? null;
  return { model, apiKey, variables };
}
function hasVariables(model, valueOf) {
  return secretVariables(model).every((name2) => keepSecret(valueOf(name2)) !== null);
}

// src/entry/wiring/keep-secrets.ts
var tokens = ["GITHUB_TOKEN", "GH_TOKEN", "ACTIONS_RUNTIME_TOKEN", "ACTIONS_ID_TOKEN_REQUEST_TOKEN"];
function keepSecrets(valueOf) {
  const keys = providerNames.flatMap((name2) => providers[name2].keyVariable ?? []);
  for (const name2 of [...keys, ...tokens]) keepSecret(valueOf(name2));
}

// src/entry/wiring/wire.ts
async function wire(wiring) {
  const { repository, log } = wiring;
  keepSecrets((name2) => wiring.keyOf(name2));
  const unshared = once(() => readySandbox(wiring));
  const { sandbox, ...asked2 } = askedIn(unshared, wiring);
  const workspaces = once(async () => {
    const { diskWorkspaces } = await import("./workspaces-MABMXMWJ.js");
    return diskWorkspaces({
      repository,
      sandbox: await sandbox(),
      temporaryRoot: hostTemporaryRoot(),
      path: hostPath(),
      log,
      signal: wiring.signal,
      setupVariable: (name2) => keepSecret(wiring.setupVariable(name2))
    });
  });
  const records = await openRecordStore({
    directory: wiring.recordsDirectory,
    tracks: (path) => repository.tracks(path),
    origin: () => ({ at: Date.now(), ...wiring.origin }),
    onMiss: onceEach((reason) => log.warn(reason))
  });
  return {
    repository,
    workspaces: { prepare: async (version2, signal) => (await workspaces()).prepare(version2, signal) },
    sandbox,
    records,
    restoreRecords: wiring.restoreRecords ?? (async () => {
    }),
    reader: wiring.origin,
    warmStart: true,
    clock: systemClock(),
    log,
    ...wiring.observer ? { observer: wiring.observer } : {},
    ...asked2,
    loadClients: (models) => loadClients(models.filter((model) => !isAgentModel(model))),
    hasKey: (model) => hasVariables(model, wiring.keyOf),
    environmentOf: (places) => cleanEnvironment({ ...places, path: hostPath() }),
    cores: cpus().length,
    nodeTestReporter: wiring.nodeTestReporter,
    newKey: () => randomUUID5(),
    [Symbol.asyncDispose]: async () => {
      var _stack = [];
      try {
        const _sandbox = __using(_stack, await unshared.made()?.catch(() => null), true);
        const _workspaces = __using(_stack, await workspaces.made()?.catch(() => null), true);
      } catch (_) {
        var _error = _, _hasError = true;
      } finally {
        var _promise = __callDispose(_stack, _error, _hasError);
        _promise && await _promise;
      }
    }
  };
}
function askedIn(unshared, wiring) {
  const company = new SideBySide();
  const clients = /* @__PURE__ */ new Map();
  const agents = once(
    async () => (await import("./agents-TROXTZUK.js")).openAgents({
      ...{ sandbox: unshared, company, checkout: wiring.repository.root },
      nodeTestReporter: wiring.nodeTestReporter
    })
  );
  return {
    sandbox: once(async () => {
      const opened = await unshared();
      return { ...opened, run: (request) => company.beside(() => opened.run(request)) };
    }),
    clientOf: (model) => {
      const account = accountOf(model, wiring.keyOf);
      if (!isAgentModel(model)) {
        const client = clients.get(model) ?? clientOf(account);
        clients.set(model, client);
        return client;
      }
      const asked2 = { ...account, model };
      return { complete: async (request) => (await agents()).clientOf(asked2).complete(request) };
    },
    agentVersionOf: async (model) => (await agents()).versionOf(model),
    unusedAgentVersion: async (agent) => (await agents()).versionIfThere(agent)
  };
}
async function readySandbox(wiring) {
  await wiring.setUpSandbox?.();
  return openSandbox({
    level: wiring.sandbox,
    nodeTestReporter: wiring.nodeTestReporter,
    onNone: wiring.onNoSandbox,
    checkout: wiring.repository.root,
    log: wiring.log
  });
}
function onceEach(say) {
  const said = /* @__PURE__ */ new Set();
  return (line) => {
    if (!said.has(line)) say(line);
    said.add(line);
  };
}
function once(make) {
  let value = null;
  return Object.assign(() => value ??= make(), { made: () => value });
}
async function openSandbox(wish) {
  const { level, nodeTestReporter, onNone, checkout, log } = wish;
  openLauncher(join13(dirname4(nodeTestReporter), "launcher.mjs"));
  const places = {
    temporaryRoot: hostTemporaryRoot(),
    path: hostPath(),
    home: homedir(),
    variable: hostVariable,
    changeable: [checkout, hostTemporaryRoot()],
    warn: (line) => log.warn(line),
    node: ownNode(),
    visible: [nodeTestReporter, ...besideReporter.map((name2) => join13(dirname4(nodeTestReporter), name2))],
    proofs: ownProofPlace(),
    setVariable
  };
  const docker = {
    image: hostVariable(imageVariable),
    host: hostVariable("DOCKER_HOST"),
    toolCache: hostVariable("RUNNER_TOOL_CACHE")
  };
  const openers = {
    none: () => openBare(places),
    bubblewrap: () => openBubblewrap(places),
    docker: () => openDocker(places, docker)
  };
  try {
    return await chooseSandbox(level, openers);
  } catch (error) {
    if (onNone === void 0 || !(error instanceof UserError)) throw error;
    onNone(error.message);
    return chooseSandbox("none", openers);
  }
}
var besideReporter = ["test-guard.cjs", "test-guard-jest.cjs"];

// src/core/specs/read-text.ts
var maximumTextBytes = 1e6;
function readText(path, bytes) {
  if (bytes.length > maximumTextBytes) throw tooLarge(path, bytes.length);
  if (bytes.includes(0)) throw unreadable(path, "contains a NUL byte, so it is not text");
  const text = decode(path, bytes).replaceAll(/\r\n?/g, "\n");
  if (text.startsWith(lfsPointer)) throw noText(path);
  return { path, text };
}
function tooLarge(path, bytes) {
  const hint = "Split it, or leave it out of `spec`, `instructions` and `context`.";
  return new UserError("SPEC_UNREADABLE", `${quoted2(path)} has ${bytes} bytes, more than 1 MB.`, hint);
}
function noFile(path, kind) {
  const what = kind === "symlink" ? "a symbolic link" : "a submodule";
  return new UserError("SPEC_UNREADABLE", `${quoted2(path)} is ${what}.`, "Give the path of the file itself.");
}
var lfsPointer = "version https://git-lfs.github.com/spec/v1\n";
function noText(path) {
  const hint = "Remove its pattern from `.gitattributes`, and commit the file itself.";
  return new UserError("SPEC_UNREADABLE", `${quoted2(path)} is a Git LFS pointer.`, hint);
}
function decode(path, bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw unreadable(path, "is not UTF-8");
  }
}
function unreadable(path, why) {
  return new UserError("SPEC_UNREADABLE", `${quoted2(path)} ${why}.`, "Save it as UTF-8 text.");
}
function quoted2(path) {
  return `\`${path.replaceAll(/[\p{Cc}\p{Cf}]/gu, "?").slice(0, 200)}\``;
}

// src/core/specs/refuse-empty-writes.ts
function refuseEmptyWrites(spec, paths) {
  const examples = spec.writes.filter((pattern) => !isNegation(pattern)).map((pattern) => exampleOf(pattern));
  const { mayWrite } = pathRules(spec);
  if (examples.some((example) => example === null || mayWrite(example))) return;
  if (paths.some((path) => mayWrite(path))) return;
  throw new UserError(
    "WRITES_EMPTY",
    `\`writes\` of spec \`${spec.name}\` (${spec.writes.join(", ")}) contains no path that a model may write.`,
    "Add a path that is not a test and that `spec`, `instructions` and `context` do not match."
  );
}
function refuseWrittenResults(spec) {
  const { mayWrite } = pathRules(spec);
  const folder = spec.directory === "." ? "" : `${spec.directory}/`;
  for (const path of resultPaths(spec.results)) {
    const isFile2 = !hasWildcard(path) && /\.\w+$/.test(path);
    const example = exampleOf(`${folder}${hasWildcard(path) ? path : `${path}/example.xml`}`);
    if (isFile2 || example === null || !mayWrite(example)) continue;
    throw new UserError(
      "CONFIG_INVALID",
      `\`results\` of spec \`${spec.name}\` (${path}) lies under \`writes\`, so that a model could write its own report there.`,
      `Take the reports out of \`writes\`, with \`!${folder}${path}\` for example.`
    );
  }
}
function exampleOf(pattern) {
  const example = pattern.replace(/\/$/, "/**").replaceAll(/\*+/g, "example").replaceAll("?", "e");
  return /[[\]{}()|\\]/.test(example) ? null : example;
}

// src/core/specs/may-share-file.ts
function mayShareFile(one, other) {
  const [left, right] = [partsOf(one), partsOf(other)];
  if (left === null || right === null) return true;
  let row = [true, ...right.map((_, at) => isAllWild(right, at))];
  for (const [depth, part] of left.entries())
    row = nextRow(row, { part, right, isOpen: isAllWild(left, depth) });
  return row[right.length] ?? false;
}
function nextRow(row, of) {
  const next = [of.isOpen];
  for (const [at, part] of of.right.entries()) {
    const [diagonal = false, above = false, before = false] = [row[at], row[at + 1], next[at]];
    const isWild = of.part === "**" || part === "**";
    next.push(isWild ? above || before : diagonal && canBeOne(of.part, part));
  }
  return next;
}
function isAllWild(parts, depth) {
  return parts.slice(0, depth + 1).every((part) => part === "**");
}
var mostParts = 40;
var isFileName = /[^/]\.(?:\w+|\{[\w,]+\})$/;
function partsOf(glob) {
  const parts = glob.replace(/\/+$/, "").split("/");
  const hasSplitBrace = parts.some((part) => part.split("{").length !== part.split("}").length);
  if (hasSplitBrace || parts.length > mostParts) return null;
  return parts.at(-1) === "**" || isFileName.test(glob) ? parts : [...parts, "**"];
}
function canBeOne(one, other) {
  const [left, right] = [endsOf(one), endsOf(other)];
  if (left === null && right === null) return one === other;
  if (left === null) return fits(one, right);
  if (right === null) return fits(other, left);
  return (left.start.startsWith(right.start) || right.start.startsWith(left.start)) && (left.end.endsWith(right.end) || right.end.endsWith(left.end));
}
var wildcard = /[*?[\]{}()!+@|\\]/;
function endsOf(part) {
  const [start2 = "", ...rest] = part.split(wildcard);
  const end = rest.at(-1);
  return end === void 0 ? null : { start: start2, end };
}
function fits(name2, ends) {
  if (ends === null) return false;
  const { start: start2, end } = ends;
  return name2.startsWith(start2) && name2.endsWith(end) && name2.length >= start2.length + end.length;
}

// src/core/specs/rule-globs.ts
var kinds = [
  { path: /\.mdc$|(?:^|\/)\.windsurf\/rules\/.+\.md$/, key: "globs" },
  { path: /\.instructions\.md$/, key: "applyTo" },
  { path: /(?:^|\/)\.claude\/rules\/.+\.md$/, key: "paths" },
  { path: /(?:^|\/)\.kiro\/steering\/.+\.md$/, key: "fileMatchPattern" }
];
function isScopedRule(path) {
  return kinds.some((kind) => kind.path.test(path));
}
function globsOfRule({ path, text }) {
  const key = kinds.find((kind) => kind.path.test(path))?.key;
  const front = /^---[ \t]*\n([^]*?\n)---[ \t]*(?:\n|$)/.exec(text)?.[1];
  if (key === void 0 || front === void 0) return null;
  if (/^(?:alwaysApply:[ \t]*true|inclusion:[ \t]*["']?always|trigger:[ \t]*always)/m.test(front))
    return null;
  const globs = valuesOf(front, key).filter((glob) => !isNegation(glob)).map(anywhere);
  return globs.length === 0 ? null : globs;
}
function isRuleFor(rule, spec) {
  const globs = globsOfRule(rule);
  if (globs === null) return true;
  const about = [...spec.writes.filter((each) => !isNegation(each)), ...spec.context];
  const files = spec.files.map((file) => escapeGlob(file));
  return globs.some((glob) => [...about, ...files].some((other) => mayShareFile(glob, other)));
}
function valuesOf(front, key) {
  const lines = front.split("\n");
  const at = lines.findIndex((line) => line.startsWith(`${key}:`));
  if (at === -1) return [];
  const own = (lines[at] ?? "").slice(key.length + 1);
  const below = [];
  for (const line of lines.slice(at + 1)) {
    const item = /^[ \t]*- +(.*)$/.exec(line)?.[1];
    if (item === void 0) break;
    below.push(item);
  }
  return [own, ...below].flatMap((text) => apart(text)).filter((glob) => glob !== "");
}
function apart(text) {
  const inside2 = text.trim().replace(/^\[/, "").replace(/\]$/, "");
  return [...inside2.matchAll(/(?:\{[^{}]*\}|[^,{}])+/g)].map(
    ([each]) => each.trim().replaceAll(/^["']|["']$/g, "")
  );
}
function anywhere(glob) {
  const plain = glob.replace(/^(?:\.?\/)+/, "").replace(/\/+$/, "");
  return plain !== glob.replace(/\/+$/, "") || plain.includes("/") ? plain : `**/${plain}`;
}

// src/pipeline/specs/instructions.ts
function namedInstructions(spec, { match }) {
  return match(spec.instructions).filter((path) => !spec.files.includes(path));
}
var most = { depth: 5, bytes: 256 * 1024 };
async function instructionsOf(repository, spec, listing) {
  const named = namedInstructions(spec, listing);
  const unrelated = await atOnce(named, (path) => isForOthers(repository, spec, { listing, path }));
  const roots = named.filter((_, at) => !unrelated[at]);
  const { isTest, mayWrite } = pathRules(spec);
  const taken = /* @__PURE__ */ new Set([...roots, ...spec.files]);
  const paths = [];
  let bytes = 0;
  const follow = async (path, depth) => {
    paths.push(path);
    const file = depth >= most.depth ? null : await textAt(repository, listing, path);
    for (const name2 of file === null ? [] : await importsOf(file)) {
      const target = await fileBehind(repository, listing, name2);
      if (target === null || taken.has(target.path) || isTest(target.path) || mayWrite(target.path)) continue;
      if (bytes + target.size > most.bytes) continue;
      bytes += target.size;
      taken.add(target.path);
      await follow(target.path, depth + 1);
    }
  };
  for (const path of roots) await follow(path, 0);
  return paths;
}
async function importsOf(file) {
  if (!/(?:^|\s)@\S/.test(file.text)) return [];
  const { importsIn } = await import("./imports-MUGWBN24.js");
  return importsIn(file);
}
async function isForOthers(repository, spec, of) {
  if (!isScopedRule(of.path)) return false;
  const rule = await textAt(repository, of.listing, of.path);
  return rule !== null && !isRuleFor(rule, spec);
}
async function textAt(repository, { entries }, path) {
  const entry = entries.get(path);
  if (entry === void 0 || !isFile(entry) || entry.size > most.bytes) return null;
  const bytes = await repository.readBlob(entry.oid);
  try {
    return readText(path, bytes);
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}
async function fileBehind(repository, { entries }, path) {
  const entry = entries.get(path);
  if (entry === void 0) return null;
  if (isFile(entry)) return entry;
  if (entry.kind !== "symlink") return null;
  const to = new TextDecoder().decode(await repository.readBlob(entry.oid));
  const found = entries.get(pathFrom(path, to) ?? "");
  return found !== void 0 && isFile(found) ? found : null;
}
function isFile({ kind }) {
  return kind === "file" || kind === "executable";
}

// src/pipeline/specs/commit-side.ts
async function listSide(request) {
  const { commit } = request;
  const all = await request.repository.listFiles(commit);
  const listed = all.filter((entry) => entry.kind !== "submodule");
  const submodules = all.filter((entry) => entry.kind === "submodule").map((entry) => entry.path);
  const paths = listed.map((entry) => entry.path);
  const match = matchingIn(paths);
  const specs = expandSpecs(request.entries, match);
  for (const spec of specs) {
    refuseEmptyWrites(spec, paths);
    refuseWrittenResults(spec);
  }
  const entries = new Map(listed.map((entry) => [entry.path, entry]));
  const read2 = /* @__PURE__ */ new Map();
  const ofSpec = async (spec) => {
    const paths2 = read2.get(spec.name) ?? instructionsOf(request.repository, spec, { entries, match });
    read2.set(spec.name, paths2);
    return paths2;
  };
  return { commit, entries, paths, submodules, match, specs, instructionsOf: ofSpec };
}
function refuseLinkedSpecs({ specs, entries }) {
  const files = specs.flatMap((spec) => spec.files);
  const link = files.find((path) => entries.get(path)?.kind === "symlink");
  if (link !== void 0) throw noFile(link, "symlink");
}

// src/pipeline/specs/read-version.ts
async function readVersion(repository, spec, side) {
  const instructions = await side.instructionsOf(spec);
  const read2 = async (paths) => atOnce(paths, (path) => readOne(repository, side, path));
  const version2 = {
    spec,
    commit: side.commit,
    files: await read2(spec.files),
    instructions: await read2(instructions),
    context: await read2(contextPaths(spec, side).filter((path) => !instructions.includes(path))),
    emptied: emptiedPaths(side.paths, spec),
    withheld: withheldPaths(side.paths, spec)
  };
  const helpers = await readHelpers(repository, version2, side);
  return helpers.length === 0 ? version2 : { ...version2, helpers };
}
var mostTests = 100;
var mostTestBytes = 256 * 1024;
async function readHelpers(repository, version2, side) {
  const [helper] = helpersByName(version2.emptied);
  if (helper === void 0) return [];
  const { isTest } = pathRules(version2.spec);
  const tests = [...side.entries.values()].filter(
    ({ path, kind, size: size2 }) => (kind === "file" || kind === "executable") && size2 <= mostTestBytes && /\.(?:[cm]?[jt]sx?|py)$/.test(path) && isTest(path)
  );
  const near = tests.toSorted((one, other) => nearness(other.path, helper) - nearness(one.path, helper));
  const texts = await atOnce(near.slice(0, mostTests), async ({ path, oid }) => ({
    path,
    text: new TextDecoder().decode(await repository.readBlob(oid))
  }));
  return emptiedHelpers(version2, texts);
}
function nearness(path, other) {
  const parts = other.split("/");
  const differs = path.split("/").findIndex((part, index) => part !== parts[index]);
  return differs === -1 ? parts.length : differs;
}
function contextPaths(spec, side) {
  const paths = side.match(spec.context);
  const { isTest } = pathRules(spec);
  return paths.filter((path) => !spec.files.includes(path) && !isTest(path));
}
async function readOne(repository, side, path) {
  const entry = side.entries.get(path);
  if (entry === void 0) throw new Error(`${path} is not in ${side.commit}`);
  if (entry.kind === "symlink" || entry.kind === "submodule") throw noFile(path, entry.kind);
  if (entry.size > maximumTextBytes) throw tooLarge(path, entry.size);
  return readText(path, await repository.readBlob(entry.oid));
}

// src/core/specs/unchanged-spec.ts
function unchangedSpec(version2) {
  return {
    name: version2.spec.name,
    base: version2,
    head: version2,
    hunks: [],
    changedTests: [],
    otherFilesChanged: false
  };
}

// src/core/specs/refuse-missing-folder.ts
function refuseMissingFolder({ name: name2, directory, writes }, places) {
  if (directory === ".") return;
  const inside2 = `${directory}/`;
  if (places.paths.some((path) => path.startsWith(inside2))) return;
  if (places.submodules.some((path) => inside2.startsWith(`${path}/`))) return;
  const patterns = writes.filter((pattern) => !isNegation(pattern));
  if (patterns.some((pattern) => pattern.startsWith(inside2) || /^[*{[]/.test(pattern))) return;
  throw new UserError(
    "CONFIG_INVALID",
    `\`directory\` of spec \`${name2}\` is \`${directory}\`, which is no folder of these commits.`,
    "Give a folder that is in the repository, relative to its root."
  );
}

// src/core/specs/refuse-unmatched-specs.ts
function refuseUnmatchedSpecs(entries, commits) {
  const glob = entries.flatMap((entry) => globsOf(entry)).find((one) => commits.every((commit) => commit.match([one]).length === 0));
  if (glob === void 0) return;
  const names = [...new Set(commits.map(({ commit }) => commit.slice(0, 10)))];
  throw new UserError(
    "SPEC_NOT_FOUND",
    `no file matches \`${glob}\` (\`specs\`) in ${names.join(" or ")}.`,
    "Check the glob, or commit the file."
  );
}

export {
  refuseMissingFolder,
  refuseUnmatchedSpecs,
  namedInstructions,
  listSide,
  refuseLinkedSpecs,
  readVersion,
  unchangedSpec,
  localOrigin,
  workflowOrigin,
  lifecycleOf,
  allWires,
  accountOf,
  wire
};
