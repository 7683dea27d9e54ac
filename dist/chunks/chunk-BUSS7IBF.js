import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  OutputRing,
  findProgram
} from "./chunk-6TMICQGZ.js";
import {
  atOnce
} from "./chunk-VOBHNZZQ.js";
import {
  bytesWithoutSecrets
} from "./chunk-QX26DWQ6.js";
import {
  SandboxError
} from "./chunk-SULUFCEC.js";
import {
  __callDispose,
  __using
} from "./chunk-TZXIYNRP.js";

// src/adapters/process/launcher.ts
import { spawn as spawn2 } from "node:child_process";
import { Readable } from "node:stream";

// src/adapters/process/started-process.ts
import { spawn } from "node:child_process";
import { once } from "node:events";
async function startChild(of) {
  const { program, name, words, directory, environment, descriptors } = of;
  const child = spawn(program, words, {
    argv0: name,
    cwd: directory,
    env: environment,
    detached: true,
    stdio: ["ignore", "pipe", "pipe", ...descriptors]
  });
  const { pid, stdout, stderr } = child;
  if (pid === void 0 || stdout === null || stderr === null) throw (await once(child, "error"))[0];
  return {
    ...{ pid, stdout, stderr },
    exited: new Promise((resolve) => void child.once("exit", (code, signal) => resolve({ code, signal }))),
    closed: new Promise((resolve) => void child.once("close", () => resolve())),
    release: () => {
      stdout.destroy();
      stderr.destroy();
      child.unref();
    }
  };
}

// src/adapters/process/launcher.ts
var launcher = null;
function openLauncher(file) {
  if (process.platform === "linux") launcher ??= new Launcher(file);
}
async function startProcess(of) {
  if (launcher?.isLost === true) launcher = null;
  return launcher === null ? startChild(of) : launcher.start(of);
}
var Launcher = class {
  #process;
  #orders = /* @__PURE__ */ new Map();
  /** Ended with all their output: the other process knows nothing of them any more. */
  #closed = /* @__PURE__ */ new Set();
  #last = 0;
  isLost = false;
  constructor(file) {
    this.#process = spawn2(process.execPath, [file], {
      ...{ env: {}, cwd: "/", detached: true, serialization: "advanced" },
      stdio: ["ignore", "ignore", "ignore", "ipc"]
    });
    this.#process.on("message", (news) => this.#orders.get(news.id)?.tell(news));
    for (const event of ["error", "exit", "disconnect"]) this.#process.on(event, () => this.#lose());
    this.#process.unref();
    this.#process.channel?.unref();
  }
  async start(of) {
    this.#last += 1;
    const id = this.#last;
    const [started, exited] = [aPromise(), aPromise()];
    const outputs = { stdout: anOutput(), stderr: anOutput() };
    const both = Object.values(outputs);
    const closed = atOnce(
      both,
      async (output) => new Promise((resolve) => output.once("close", resolve))
    );
    const end = () => both.forEach((output) => void output.push(null));
    this.#process.channel?.ref();
    this.#orders.set(id, {
      tell: (news) => {
        if (news.kind === "started") started.resolve(news.pid);
        if (news.kind === "unable") started.resolve(null);
        if (news.kind === "failed") started.reject(new Error(news.why));
        if (news.kind === "output") outputs[news.stream].push(news.chunk);
        if (news.kind === "exited") exited.resolve(news);
        if (news.kind === "closed" || news.kind === "exited" && news.isClosed) {
          this.#closed.add(id);
          end();
        }
      },
      lose: () => {
        const lost = new SandboxError("the process that starts commands has ended");
        started.reject(lost);
        exited.reject(lost);
        end();
      }
    });
    const release = () => {
      both.forEach((output) => output.destroy());
      this.#release(id);
    };
    this.#send({ kind: "start", id, ...of, descriptors: of.descriptors.map(pathOf) });
    try {
      const pid = await started.promise;
      if (pid !== null)
        return { pid, ...outputs, exited: exited.promise, closed: closed.then(() => void 0), release };
    } catch (error) {
      release();
      throw error;
    }
    release();
    return startChild(of);
  }
  #release(id) {
    this.#orders.delete(id);
    if (!this.#closed.delete(id)) this.#send({ kind: "release", id });
    if (this.#orders.size === 0) this.#process.channel?.unref();
  }
  #send(order) {
    if (!this.isLost) this.#process.send(order, (error) => error === null || this.#lose());
  }
  #lose() {
    this.isLost = true;
    for (const order of this.#orders.values()) order.lose();
  }
};
function pathOf(descriptor) {
  return `/proc/${process.pid}/fd/${descriptor}`;
}
function anOutput() {
  return new Readable({ read: () => void 0 });
}
function aPromise() {
  let settle = { resolve: () => {
  }, reject: () => {
  } };
  const promise = new Promise((resolve, reject) => settle = { resolve, reject });
  promise.catch(() => void 0);
  return { promise, ...settle };
}

// src/adapters/process/run-command.ts
import { randomUUID } from "node:crypto";

// src/adapters/process/descendants.ts
import { setTimeout as sleep } from "node:timers/promises";

// src/adapters/process/process-table.ts
import { closeSync, openSync, readdirSync, readFileSync, readSync } from "node:fs";
function readProcessTable(isWanted = () => true) {
  try {
    return readdirSync("/proc").filter((name) => /^\d+$/.test(name) && isWanted(Number(name))).map((name) => readProcess(Number(name))).filter((entry) => entry !== null);
  } catch {
    return null;
  }
}
function readProcess(pid) {
  const stat = readStat(pid);
  if (stat === null) return null;
  const [state, parent, group, session, ...rest] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  if (state === void 0 || state === "Z" || state === "X") return null;
  return {
    pid,
    parent: Number(parent),
    group: Number(group),
    session: Number(session),
    startTicks: Number(rest[15])
  };
}
var statBytes = Buffer.alloc(1024);
function readStat(pid) {
  let file;
  try {
    file = openSync(`/proc/${pid}/stat`, "r");
  } catch {
    return null;
  }
  try {
    return statBytes.toString("latin1", 0, readSync(file, statBytes));
  } catch {
    return null;
  } finally {
    closeSync(file);
  }
}
function startsOfMachine() {
  const count = /^processes (\d+)$/m.exec(readFile("/proc/stat") ?? "")?.[1];
  return count === void 0 ? Number.POSITIVE_INFINITY : Number(count);
}
function lastPid() {
  return Number((readFile("/proc/loadavg") ?? "").trim().split(" ").at(-1) || Number.NaN);
}
function endOfPids() {
  return Number(readFile("/proc/sys/kernel/pid_max") ?? 0);
}
function startVariable(name) {
  const known = /* @__PURE__ */ new Map();
  return (pid) => {
    const found = known.get(pid);
    if (found !== void 0) return found;
    const environment = `\0${readFile(`/proc/${pid}/environ`) ?? ""}`;
    const at = environment.indexOf(`\0${name}=`);
    const value = at === -1 ? null : environment.slice(at + name.length + 2).split("\0", 1)[0] ?? null;
    known.set(pid, value);
    return value;
  };
}
function readFile(path) {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return null;
  }
}
function someProcessShows(text) {
  return (readProcessTable() ?? []).some(
    ({ pid }) => readFile(`/proc/${pid}/cmdline`)?.includes(text) === true
  );
}

// src/adapters/process/descendants.ts
var lookEveryMs = 500;
var killForMs = 5e3;
var tagName = "SPEC_PORTABILITY_RUN";
var Descendants = class {
  #root;
  #tag;
  #since;
  #startsBefore;
  /** Pid → start time of every descendant that was ever seen. */
  #seen = /* @__PURE__ */ new Map();
  /** Must be called right after the spawn, before the child can have been reaped. `tag` is the value of the variable. */
  constructor(root, tag) {
    this.#root = root;
    this.#tag = tag;
    this.#since = readProcess(root)?.startTicks ?? 0;
    this.#startsBefore = startsOfMachine();
    if (sampled.size === 0) sampling = setInterval(sampleAll, lookEveryMs).unref();
    sampled.add(this);
  }
  /** Whether an id may have been given out after the first process, now that the machine has given out these. */
  isLater(pid, { last, starts }) {
    const distance = (id) => (id - this.#root + endOfIds) % endOfIds;
    const isWithinOneRound = starts - this.#startsBefore < endOfIds / 2;
    return !isWithinOneRound || !(distance(pid) > distance(last) + startedMeanwhile);
  }
  /** Kills until none is left, for some seconds at most; false when some did not die. */
  async killAll() {
    sampled.delete(this);
    if (sampled.size === 0) clearInterval(sampling);
    const deadline = performance.now() + killForMs;
    for (let pauseMs = 1; ; pauseMs = Math.min(pauseMs * 2, 50)) {
      if (this.killOnce() === 0) return true;
      if (performance.now() > deadline) return false;
      await sleep(pauseMs);
    }
  }
  /** One round of SIGKILL; returns how many were alive. Synchronous, so that it can run while our own process exits. */
  killOnce() {
    const given = givenOut();
    const table = readProcessTable((pid) => this.isLater(pid, given));
    if (table === null) kill(-this.#root);
    const living = this.livingOf(table ?? [], startVariable(tagName));
    for (const group of new Set(living.map((entry) => entry.group))) if (group > 1) kill(-group);
    for (const entry of living) kill(entry.pid);
    return living.length;
  }
  /** Those of the processes that are descendants, which are remembered. */
  livingOf(all, tagOf) {
    const table = all.filter((entry) => entry.startTicks >= this.#since);
    const found = /* @__PURE__ */ new Set();
    for (const entry of table) if (this.#bearsATrace(entry, tagOf)) found.add(entry.pid);
    for (let before = -1; before < found.size; ) {
      before = found.size;
      for (const entry of table)
        if (found.has(entry.parent) || found.has(entry.session)) found.add(entry.pid);
    }
    const living = table.filter((entry) => found.has(entry.pid));
    for (const entry of living) this.#seen.set(entry.pid, entry.startTicks);
    return living;
  }
  #bearsATrace(entry, tagOf) {
    return entry.group === this.#root || entry.session === this.#root || this.#seen.get(entry.pid) === entry.startTicks || tagOf(entry.pid) === this.#tag;
  }
};
var startedMeanwhile = 1e3;
function givenOut() {
  const starts = startsOfMachine();
  return { last: lastPid(), starts };
}
var sampled = /* @__PURE__ */ new Set();
var sampling;
var endOfIds = endOfPids();
function sampleAll() {
  const given = givenOut();
  const isLater = (pid) => [...sampled].some((command) => command.isLater(pid, given));
  const table = readProcessTable(isLater) ?? [];
  const tagOf = startVariable(tagName);
  for (const command of sampled) command.livingOf(table, tagOf);
}
function kill(pid) {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
  }
}

// src/adapters/process/kill-when-we-exit.ts
var running = /* @__PURE__ */ new Set();
function killWhenWeExit(descendants) {
  if (running.size === 0) process.on("exit", killRunning);
  running.add(descendants);
  return {
    [Symbol.dispose]: () => {
      running.delete(descendants);
      if (running.size === 0) process.off("exit", killRunning);
    }
  };
}
function killRunning() {
  for (const descendants of running)
    for (let round = 0; round < 50 && descendants.killOnce() > 0; ) round += 1;
}

// src/adapters/process/run-command.ts
var CommandNotStartedError = class extends Error {
  name = "CommandNotStartedError";
};
var defaultCapBytes = 1024 * 1024;
var defaultGraceMs = 1e3;
var longestTimerMs = 2 ** 31 - 1;
var lookEveryMs2 = 100;
async function runCommand(command) {
  var _stack = [];
  try {
    const started = performance.now();
    if (command.signal.aborted) return cancelledBeforeStart();
    const tag = randomUUID();
    const child = await start(command, tag);
    const stdout = collect(child.stdout, command.outputCapBytes);
    const stderr = collect(child.stderr, command.outputCapBytes);
    const descendants = new Descendants(child.pid, tag);
    const _ = __using(_stack, killWhenWeExit(descendants));
    const end = await firstEnd(child, command).catch(async (lost) => {
      await descendants.killAll();
      throw lost;
    });
    const durationMs = performance.now() - started;
    const allDied = await descendants.killAll();
    await closedOrGivenUp(child, command.graceMs ?? defaultGraceMs);
    const [said, saidWrong] = [stdout(), stderr()];
    if (!allDied) saidWrong.push(Buffer.from("\n[a process of this command could not be killed]\n"));
    return { end, stdout: said.clipped(), stderr: saidWrong.clipped(), durationMs };
  } catch (_2) {
    var _error = _2, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
function cancelledBeforeStart() {
  const nothing = { text: "", droppedBytes: 0 };
  return { end: { kind: "cancelled" }, stdout: nothing, stderr: nothing, durationMs: 0 };
}
async function start(command, tag) {
  const [name, ...words] = command.argv;
  try {
    return await startProcess({
      ...{ name, words, program: findProgram(name, command.environment["PATH"]) },
      directory: command.directory,
      environment: { ...command.environment, [tagName]: tag },
      descriptors: command.descriptors ?? []
    });
  } catch (cause) {
    if (cause instanceof SandboxError) throw cause;
    throw new CommandNotStartedError(`could not start ${name} in ${command.directory}`, { cause });
  }
}
function collect(stream, capBytes = defaultCapBytes) {
  const ring = new OutputRing(capBytes);
  const cleaned = bytesWithoutSecrets();
  stream.on("data", (chunk) => ring.push(cleaned.push(chunk)));
  stream.on("error", () => void 0);
  return () => {
    ring.push(cleaned.end());
    return ring;
  };
}
function firstEnd(child, command) {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      clearInterval(looking);
      command.signal.removeEventListener("abort", cancel);
    };
    const settle = (end) => {
      stop();
      resolve(end);
    };
    const cancel = () => settle({ kind: "cancelled" });
    const timer = setTimeout(
      () => settle({ kind: "timed-out" }),
      Math.min(command.timeoutMs, longestTimerMs)
    );
    const look = () => {
      const end = command.watch?.(child.pid) ?? null;
      if (end !== null) settle(end);
    };
    const looking = command.watch === void 0 ? void 0 : setInterval(look, lookEveryMs2);
    command.signal.addEventListener("abort", cancel, { once: true });
    if (command.signal.aborted) cancel();
    child.exited.then(
      ({ code, signal }) => settle(code === null ? { kind: "killed", signal: signal ?? "unknown" } : { kind: "exited", code }),
      (error) => {
        stop();
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    );
  });
}
async function closedOrGivenUp({ closed, release }, graceMs) {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), graceMs);
  const aborted = new Promise((resolve) => {
    giveUp.signal.addEventListener("abort", () => resolve(), { once: true });
  });
  await Promise.race([closed, aborted]);
  clearTimeout(timer);
  release();
}

// src/adapters/process/turns.ts
var Turns = class {
  #last = Promise.resolve();
  /** Resolves when it is the caller's turn, with the function that ends it. */
  async next() {
    const before = this.#last;
    let end = () => void 0;
    this.#last = new Promise((resolve) => {
      end = resolve;
    });
    await before;
    return end;
  }
};

export {
  someProcessShows,
  openLauncher,
  CommandNotStartedError,
  runCommand,
  Turns
};
