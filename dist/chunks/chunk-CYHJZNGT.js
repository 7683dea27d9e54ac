import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  combineReruns,
  couldNotStart,
  effectiveCaps,
  lacksProgram,
  mayBeFlaky,
  runTests,
  stoppedBy,
  testedVersion,
  whySilent,
  withPlainCommand
} from "./chunk-KR76TPJV.js";
import {
  lookSchema
} from "./chunk-SR2FHZCC.js";
import {
  isMoreThan,
  isSuiteVacuous,
  kindsOfQuestion,
  nothingSetAside,
  passesAs,
  setAsideWords,
  sumOfSetAside,
  timeoutOf
} from "./chunk-B2VOQPVL.js";
import {
  lastLines,
  tellingLine
} from "./chunk-BAT4GPLN.js";
import {
  PQueue
} from "./chunk-MHL7UOGO.js";
import {
  readFileBelowSync
} from "./chunk-ITIH2S3L.js";
import {
  atOnce
} from "./chunk-VOBHNZZQ.js";
import {
  textWithoutSecrets,
  withoutSecrets
} from "./chunk-QX26DWQ6.js";
import {
  SandboxError,
  UnsafePathError,
  UserError
} from "./chunk-SULUFCEC.js";
import {
  testStatuses
} from "./chunk-3QP4H2XG.js";
import {
  clip
} from "./chunk-GGCEIHBX.js";
import {
  resultPaths
} from "./chunk-NPNODHKJ.js";
import {
  cellLimits,
  tooLargeWords
} from "./chunk-DV7D3JFE.js";
import {
  sizeOf
} from "./chunk-7GB3NW4C.js";
import {
  costUsd,
  priceOf
} from "./chunk-3KUDG6AU.js";
import {
  isOwnAddress,
  leastCachedTokens,
  providers
} from "./chunk-CJKLWDHO.js";
import {
  _enum,
  array,
  boolean,
  discriminatedUnion,
  literal,
  number,
  strictObject,
  string
} from "./chunk-A7RSTFOV.js";
import {
  digest
} from "./chunk-RD7I5CWG.js";

// src/pipeline/specs/agent-versions.ts
async function withAgentVersions(models, ask) {
  return atOnce(
    models,
    async (model) => isUnasked(model) ? { ...model, agent: { ...model.agent, version: await ask(model) } } : model
  );
}
async function versionedRequest({ agentVersionOf }, request) {
  const { settings } = request;
  if (agentVersionOf === void 0 || !settings.models.some(isUnasked)) return request;
  const models = await withAgentVersions(settings.models, agentVersionOf);
  return { ...request, settings: { ...settings, models } };
}
function withoutItsProgram(ask) {
  if (ask === void 0) return void 0;
  return async (model) => {
    try {
      return await ask(model);
    } catch (error) {
      if (!(error instanceof UserError) || error.code !== "AGENT_UNUSABLE") throw error;
      const what = error.message.slice(`${error.code}: `.length, -error.hint.length).trim();
      throw new UserError(
        "AGENT_UNUSABLE",
        what,
        "Nothing is asked here: with the `version` that wrote the answers under the model the program is not needed."
      );
    }
  };
}
async function refuseOtherAgents(models, ask) {
  for (const model of models.filter(isAgentModel)) {
    const { name: name2, version, program } = model.agent;
    const installed = await ask(model);
    if (version === null || installed === version) continue;
    const { packageName } = program;
    throw new UserError(
      "AGENT_UNUSABLE",
      `${name2} is installed in version ${installed}, and \`version\` of the model ${model.id} is ${version}.`,
      packageName === null ? "Install that version, or change `version`." : `Install it (npm install -g ${packageName}@${version}), or change \`version\`.`
    );
  }
}
function isAgentModel(model) {
  return model.agent !== void 0;
}
function isUnasked(model) {
  return model.agent?.version === null;
}

// src/core/headers.ts
function secretVariables(of) {
  const inHeaders = Object.values(of.headers ?? {}).flatMap((value) => "env" in value ? [value.env] : []);
  return [...of.apiKeyEnv === null ? [] : [of.apiKeyEnv], ...inHeaders];
}

// src/core/records/record-path.ts
function recordPath({ kind, key }) {
  if (!/^[0-9a-f]{64}$/.test(key)) throw new Error(`not a record key: ${key.slice(0, 80)}`);
  return `${kind}/${key.slice(0, 2)}/${key}.json`;
}
function readRecordPath(path) {
  const parts = /^([a-z-]+)\/([0-9a-f]{2})\/([0-9a-f]{64})\.json$/.exec(path);
  const [, folder = "", shard = "", key = ""] = parts ?? [];
  const kind = kinds.find((name2) => name2 === folder);
  return kind === void 0 || !key.startsWith(shard) || shard === "" ? null : { kind, key };
}
var kinds = ["generation", "test-run", "plan", "night"];

// src/core/records/verdict-word.ts
var comparingWords = [
  "regressed",
  "suspected",
  "held",
  "improved",
  "inconclusive",
  "base-too-weak"
];
function comparingWord(word) {
  return comparingWords.find((each) => each === word) ?? null;
}

// src/core/records/night-entry.ts
var count = number().int().nonnegative().max(1e6);
var name = string().min(1).max(500);
var digestText = string().regex(/^[0-9a-f]{16}$/);
var passCountSchema = strictObject({ passed: count, failed: count });
var gateAnswerSchema = strictObject({
  verdict: _enum(comparingWords),
  anchor: passCountSchema,
  fresh: passCountSchema,
  /** Corrected for the number of all series; null if nothing was examined. */
  p: number().min(0).max(1).nullable()
});
var nightEntrySchema = strictObject({
  schema: literal(1),
  /** UTC day, YYYY-MM-DD. */
  night: string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/),
  /** Epoch milliseconds. */
  at: number().nonnegative(),
  commit: string().regex(/^[0-9a-f]{40}$/),
  spec: name,
  model: name,
  /** Short digest of what the model was shown. */
  text: digestText,
  /** Short digest of what the series is compared with; a new value starts the series anew. */
  anchor: digestText,
  /** Tonight's samples in order: p passed, f failed. */
  outcomes: string().regex(/^[pf]{0,100}$/),
  /** Samples that are no evidence: outages, quota, budget. */
  unmeasured: count,
  /** Model ids that the vendor said it served. */
  servedBy: array(string().max(200)).max(20),
  /** Number of all series of that night, by which the gate's alpha was divided. */
  series: number().int().min(1).max(1e6),
  /** null if no alarm was raised, or the gate's question could not be completed. */
  gate: gateAnswerSchema.nullable()
});
function seriesKey({ spec, model }) {
  return JSON.stringify([spec, model]);
}
function groupBySeries(history) {
  const groups = /* @__PURE__ */ new Map();
  for (const entry of history) {
    const group = groups.get(seriesKey(entry)) ?? [];
    group.push(entry);
    groups.set(seriesKey(entry), group);
  }
  return groups;
}
function mergeNights(tellings) {
  const merged = /* @__PURE__ */ new Map();
  for (const entry of tellings.flat()) {
    const { night, spec, model, text, anchor } = entry;
    const key = JSON.stringify([night, spec, model, text, anchor]);
    const known2 = merged.get(key);
    if (known2 === void 0 || known2.at <= entry.at) merged.set(key, entry);
  }
  return [...merged.values()].toSorted(inTime);
}
function inTime(one, other) {
  const [left, right] = [one, other].map(({ night }) => night);
  if (left !== right) return (left ?? "") < (right ?? "") ? -1 : 1;
  return one.at - other.at;
}
function passesOf({ outcomes }) {
  return Array.from(outcomes, (outcome) => outcome === "p");
}

// src/core/budget/caps.ts
function shareOfRest(caps, spent, share) {
  const { usd, usdPerPr, generations, tokens: tokens2 } = caps;
  const usedUsd = spent.usd + spent.reservedUsd;
  const capAt = (cap, used) => used + share * Math.max(0, cap - used);
  return {
    usd: usd === null ? null : capAt(usd, usedUsd),
    usdPerPr: usdPerPr === null ? null : { ...usdPerPr, cap: capAt(usdPerPr.cap, usdPerPr.alreadySpent + usedUsd) },
    generations: Math.floor(capAt(generations, spent.generations)),
    tokens: tokens2 === null ? null : capAt(tokens2, spent.tokens + spent.reservedTokens)
  };
}
function equalShare(limits, spent, among) {
  const of = (cap, used) => Math.max(0, cap - used) / among;
  return {
    ...limits,
    usd: limits.usd === null ? null : of(limits.usd, spent.usd),
    generations: Math.floor(of(limits.generations, spent.generations)),
    tokens: limits.tokens === null ? null : Math.floor(of(limits.tokens, spent.tokens))
  };
}

// src/core/budget/budget.ts
var capNames = ["usd", "usd-per-pr", "generations", "tokens"];
function openLedger(caps, models = 1) {
  return new Ledger(caps, models);
}
var Ledger = class {
  #caps;
  #open = /* @__PURE__ */ new Set();
  #refused = /* @__PURE__ */ new Set();
  /** Stays set aside for good; by model. */
  #withheld = /* @__PURE__ */ new Map();
  #models;
  #usd = 0;
  #tokens = 0;
  #generations = 0;
  #answered = 0;
  constructor(caps, models) {
    this.#caps = caps;
    this.#models = models;
  }
  /**
   * Sets aside the most that a call can use, or names the cap that forbids it. Synchronous, so no other call can come
   * between.
   */
  reserve(call) {
    if (this.#generations + 1 > this.#caps.generations) return this.#refuse("generations");
    const reserved = this.#setAside(reservationFor(call));
    if (!("refused" in reserved)) this.#generations += 1;
    return reserved;
  }
  /**
   * Books a call that was answered without giving an answer. If the answer broke off, what the vendor may charge beyond
   * the bill stays set aside, and is returned.
   */
  lose(reservation, { usage, mayBeMore }) {
    this.settle(reservation, usage);
    if (!mayBeMore) return null;
    const more = beyond(reservation, usage);
    this.#withheld.set(reservation.model, sumOfSetAside([this.setAsideFor(reservation.model), more]));
    return more;
  }
  /** What stays set aside for answers of this model that broke off. */
  setAsideFor(model) {
    return this.#withheld.get(model) ?? nothingSetAside;
  }
  /**
   * Whether answers of this model that broke off hold more than an equal share of a cap, so that the other models would
   * soon have nothing left. One such answer alone is forgiven: it may be a moment's fault.
   */
  hasOverdrawn(model) {
    const { usd, tokens: tokens2, calls } = this.setAsideFor(model);
    if (this.#models < 2 || calls < 2) return false;
    const { usd: usdCap, usdPerPr, tokens: tokenCap } = this.#caps;
    const leftOfPr = usdPerPr === null ? Infinity : usdPerPr.cap - usdPerPr.alreadySpent;
    const usdShare = Math.min(usdCap ?? Infinity, leftOfPr) / this.#models;
    return (usd ?? 0) > usdShare || tokens2 > (tokenCap ?? Infinity) / this.#models;
  }
  /** What answers that broke off hold, if that is more than what was spent; null if it is not. */
  mostlySetAside() {
    const all = sumOfSetAside([...this.#withheld.values()]);
    return isMoreThan(all, { usd: this.#usd, tokens: this.#tokens }) ? all : null;
  }
  /** Sets the same aside for another attempt of a call that was lost, or names the cap that forbids it. */
  reserveAgain(lost) {
    return this.#setAside({ ...lost });
  }
  /**
   * Whether the call is refused now but may be possible later, when running calls have used less than was set aside.
   */
  mustWait(call) {
    if (this.#generations + 1 > this.#caps.generations) return false;
    const asked = reservationFor(call);
    return this.#capInTheWay(asked, this.#reserved()) !== null && this.#capInTheWay(asked, this.#forGood()) === null;
  }
  /** Replaces the reservation by what was used. `null`: the vendor did not answer and charges nothing. */
  settle(reservation, usage) {
    if (!this.#open.delete(reservation)) throw new Error("A reservation was settled that is not open.");
    if (usage === null) return;
    this.#answered += 1;
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
      answered: this.#answered,
      reservedUsd: reserved.usd,
      reservedTokens: reserved.tokens
    };
  }
  /** From now on only this share (0…1) of what is left of each cap may be used. */
  leave(share) {
    this.#caps = shareOfRest(this.#caps, this.spending, share);
  }
  /** The caps that have refused a call so far, in the order of their first refusal. */
  get refusedBy() {
    return [...this.#refused];
  }
  #setAside(reservation) {
    const refused = this.#capInTheWay(reservation, this.#reserved());
    if (refused !== null) return this.#refuse(refused);
    this.#open.add(reservation);
    return reservation;
  }
  #refuse(refused) {
    this.#refused.add(refused);
    return { refused };
  }
  #forGood() {
    return reservedIn([...this.#withheld.values()]);
  }
  #reserved() {
    return reservedIn([...this.#withheld.values(), ...this.#open]);
  }
  #capInTheWay(reservation, reserved) {
    const { tokens: tokens2, usd, usdPerPr } = this.#caps;
    if (tokens2 !== null && this.#tokens + reserved.tokens + reservation.tokens > tokens2) return "tokens";
    const committedUsd = this.#usd + reserved.usd;
    if (usd !== null && !fits(committedUsd, reservation, usd)) return "usd";
    if (usdPerPr !== null && !fits(usdPerPr.alreadySpent + committedUsd, reservation, usdPerPr.cap))
      return "usd-per-pr";
    return null;
  }
};
function beyond({ price, usd, tokens: tokens2 }, usage) {
  return {
    usd: price === null || usd === null ? null : Math.max(0, usd - costUsd(price, usage)),
    tokens: Math.max(0, tokens2 - usage.inputTokens - usage.outputTokens),
    calls: 1
  };
}
function reservedIn(all) {
  return {
    usd: all.reduce((sum, { usd }) => sum + (usd ?? 0), 0),
    tokens: all.reduce((sum, { tokens: tokens2 }) => sum + tokens2, 0)
  };
}
function reservationFor(call) {
  const { model, price, inputTokens, maxOutputTokens } = call;
  return { model, price, usd: mostUsdOf(call), tokens: inputTokens + maxOutputTokens };
}
function mostUsdOf({ price, inputTokens, maxOutputTokens, mostUsd = Infinity }) {
  if (price === null) return null;
  const most = { inputTokens, cachedInputTokens: 0, outputTokens: maxOutputTokens };
  return Math.min(mostUsd, costUsd(price, most));
}
function fits(committedUsd, { usd }, cap) {
  return usd === 0 || usd !== null && committedUsd + usd <= cap + 1e-9;
}

// src/pipeline/engine/model-watch.ts
var ModelWatch = class {
  #outages = /* @__PURE__ */ new Map();
  /** Calls in a row that were answered without an answer. */
  #empty = /* @__PURE__ */ new Map();
  /** Answers in a row that broke off. */
  #broken = /* @__PURE__ */ new Map();
  #stopped = /* @__PURE__ */ new Map();
  #told = /* @__PURE__ */ new Set();
  #tell;
  /** `tell` gets a line for each new thing that a vendor says instead of an answer. */
  constructor(tell) {
    this.#tell = tell;
  }
  /** Records what one call gave instead of an answer. Three calls in a row without an answer stop their model. */
  noteFault(model, fault) {
    const { kind, detail } = fault;
    this.#tellOnce(model, detail);
    if (kind !== "no-answer") return;
    const empty = (this.#empty.get(model) ?? 0) + 1;
    this.#empty.set(model, empty);
    if (empty < mostEmpty || this.#stopped.has(model)) return;
    this.#stop(model, {
      why: `left after ${empty} calls in a row: ${detail}`,
      isMisconfigured: false,
      ...fault.mend === void 0 ? {} : { mend: fault.mend },
      counts: "provider-error"
    });
  }
  /** How many answers of a model in a row have broken off so far. */
  brokenOff(model) {
    return this.#broken.get(model) ?? 0;
  }
  /**
   * Records an answer that broke off. Several in a row stop their model. `before` is what `brokenOff` said when the call
   * was made: of answers that were on their way at the same time only one counts, because one fault may have cut them all.
   */
  noteBroken(model, of) {
    const broken = this.brokenOff(model);
    if (of.before !== broken) return;
    this.#broken.set(model, broken + 1);
    if (broken + 1 < mostBroken || this.#stopped.has(model)) return;
    this.#stop(model, { ...leftBroken, why: `left after ${broken + 1} answers in a row: ${of.detail}` });
  }
  /** Stops a model whose answers that broke off hold more than its share of a limit. */
  leaveOverdrawn(model, setAside) {
    if (this.#stopped.has(model)) return;
    this.#stop(model, {
      ...leftBroken,
      why: `left because ${setAsideWords(setAside)}, more than its share of the budget`
    });
  }
  /**
   * Records how a generation ended. A model is stopped for the rest of the run if its last six generations all ended
   * in an outage.
   */
  note(model, generation) {
    if (generation.kind === "completed") {
      this.#empty.set(model, 0);
      this.#broken.set(model, 0);
    }
    if (generation.kind === "stopped") {
      const why2 = generation.fault.detail;
      this.#stop(model, { why: why2, isMisconfigured: true, counts: "provider-error" });
      return;
    }
    if (this.#stopped.has(model)) return;
    const outage = outageIn(generation);
    const outages = outage === null ? 0 : (this.#outages.get(model) ?? 0) + 1;
    this.#outages.set(model, outages);
    if (outage === null || outages < mostOutages) return;
    const why = `left after ${outages} outages: ${outage.detail}`;
    this.#stop(model, { why, isMisconfigured: false, counts: outage.why });
  }
  /** What a sample counts as if it is not asked for because its model was stopped; null if it may be asked for. */
  stopped(model) {
    return this.#stopped.get(model) ?? null;
  }
  /** All models that are not asked any more, and whether the user's configuration is the reason. */
  stoppedModels() {
    return this.#stopped;
  }
  #stop(model, stop) {
    this.#stopped.set(model, stop);
    this.#tell(`${model} is not asked any more: ${stop.why}`);
  }
  // Vendors number their requests, so each message may be a new one.
  #tellOnce(model, detail) {
    const key = JSON.stringify([model, detail.replaceAll(/[\da-f]{4,}|\d+/g, "#")]);
    if (this.#told.has(key) || this.#told.size >= mostTold) return;
    this.#told.add(key);
    this.#tell(`${model} gave no answer: ${detail}`);
  }
};
var mostEmpty = 3;
var mostBroken = 4;
var mostOutages = 6;
var mostTold = 100;
var leftBroken = { isMisconfigured: false, mend: "connection", counts: "provider-error" };
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
  /** Rows by the id of what is asked to find the words behind their verdicts. */
  #words = /* @__PURE__ */ new Map();
  #to;
  #planned = 0;
  #done = 0;
  #isPriced = true;
  constructor(to) {
    this.#to = to;
  }
  /** Announces all questions; called once, before the first call, which waits for nobody who is told. */
  open(questions) {
    for (const question of questions) this.#rowOf(question);
    void this.#to.observer?.planned(this.#progress());
  }
  /** Adds cells of a question that are about to be measured. */
  plan(question, cells) {
    this.#planned += cells;
    if (!this.#words.has(question.id)) this.#rowOf(question).planned += cells;
  }
  /** From now on cells of `asked` count as samples that are to find the words behind the verdict of `question`. */
  countFor(asked, question) {
    this.#words.set(asked.id, this.#rowOf(question));
  }
  /** Counts one of these cells, if it was measured. */
  count(question, { code }) {
    const measured = code.kind === "unmeasured" ? 0 : 1;
    this.#done += measured;
    const words = this.#words.get(question.id);
    if (words === void 0) this.#rowOf(question).done += measured;
    else words.words = (words.words ?? 0) + measured;
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
    const { answered, usd } = this.#to.spending();
    return {
      questions: this.#shown,
      done: this.#done,
      planned: this.#planned,
      calls: answered,
      usd: this.#isPriced ? usd : null
    };
  }
  #rowOf(question) {
    const known2 = this.#rows.get(question.id);
    if (known2 !== void 0) return known2;
    const { model } = question.head;
    const row = { spec: question.change.name, model: model.id, done: 0, planned: 0, verdict: null };
    this.#rows.set(question.id, row);
    this.#shown.push(row);
    this.#isPriced &&= priceOf(model) !== null;
    return row;
  }
};

// src/pipeline/queues/budget-waiters.ts
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

// src/pipeline/queues/first-calls.ts
var surelyCachedMs = 4 * 6e4;
var settlingMs = 2e3;
var FirstCalls = class {
  #clock;
  #first = /* @__PURE__ */ new Map();
  #cachedUntil = /* @__PURE__ */ new Map();
  constructor(clock) {
    this.#clock = clock;
  }
  /** Waits until the arm's prompt is cached, or makes this call the one that goes first. */
  async join(arm, signal) {
    if (!mayPay(arm)) return nothingToWaitFor;
    const key = arm.keyOf(0);
    if (this.#isCached(key)) return this.#follower(key);
    const first = this.#first.get(key);
    if (first === void 0) return this.#leader(key, arm.model, signal);
    await first;
    return this.#follower(key);
  }
  #isCached(key) {
    return this.#clock.now() < (this.#cachedUntil.get(key) ?? 0);
  }
  #noteUse(key) {
    this.#cachedUntil.set(key, this.#clock.now() + surelyCachedMs);
  }
  #follower(key) {
    return { onFirstEvent: () => this.#noteUse(key), [Symbol.dispose]: () => {
    } };
  }
  #leader(key, model, signal) {
    let open = () => {
    };
    const first = new Promise((resolve) => open = resolve);
    this.#first.set(key, first);
    let isBegun = false;
    const letGo = () => {
      if (isBegun) this.#noteUse(key);
      if (this.#first.get(key) === first) this.#first.delete(key);
      open();
    };
    return {
      onFirstEvent: () => {
        isBegun = true;
        if (isFarAway(model)) void this.#clock.sleep(settlingMs, signal).then(letGo);
        else letGo();
      },
      // Without a first event the others would wait for ever.
      [Symbol.dispose]: letGo
    };
  }
};
function mayPay({ model, prompt }) {
  return model.price?.input !== 0 && sizeOf(prompt).estimated >= leastCachedTokens(model.provider, model.name);
}
function isFarAway({ provider, baseUrl }) {
  const { baseUrl: own } = providers[provider];
  return own !== null && isOwnAddress(baseUrl, { baseUrl: own });
}
var nothingToWaitFor = { onFirstEvent: () => {
}, [Symbol.dispose]: () => {
} };

// src/pipeline/queues/slots.ts
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
  const ended = new AbortController();
  const up = new AbortController();
  void ports.clock.sleep(settings.budget.minutes * 6e4, ended.signal).then(() => up.abort());
  const ledger = await openBook(ports, request, of);
  return {
    ports,
    settings,
    slots: openSlots({
      calls: (allowance.kind === "share" ? allowance.share : settings.budget).concurrency,
      tests: ports.cores
    }),
    watch: new ModelWatch((line) => ports.log.info(line)),
    ledger,
    lost: { list: [] },
    progress: new RunProgress({
      log: ports.log,
      observer: ports.observer ?? null,
      spending: () => ledger.spending
    }),
    budgetWaiters: new BudgetWaiters(),
    begun: /* @__PURE__ */ new Map(),
    testing: /* @__PURE__ */ new Map(),
    plainCommands: /* @__PURE__ */ new Set(),
    asOnBase: /* @__PURE__ */ new Map(),
    acceptedTests: request.acceptedTests ?? null,
    reportLimits: /* @__PURE__ */ new Map(),
    deadline,
    timeUp: up.signal,
    signal,
    replayOnly: allowance.kind === "replay",
    asksModels: allowance.kind === "caps" || allowance.kind === "share",
    firstCalls: ports.warmStart ? new FirstCalls(ports.clock) : null,
    [Symbol.asyncDispose]: async () => ended.abort()
  };
}
async function openBook(ports, { settings, trigger }, { plan, allowance }) {
  const models = new Set(plan.questions.map(({ head }) => head.model.id)).size;
  if (allowance.kind === "share")
    return openLedger({ ...allowance.share, usdPerPr: partOfRest(allowance.share.usdPerPr) }, models);
  const { generations, tokens: tokens2 } = settings.budget;
  const { usd, usdPerPr } = effectiveCaps(settings.models, settings.budget);
  const isCapped = trigger.kind === "pull-request" && usdPerPr !== null && plan.questions.length > 0;
  const ofPr = (
    // A replay spends nothing, and there may be many records to read.
    isCapped && allowance.kind !== "replay" ? { cap: usdPerPr, alreadySpent: await spentOn(ports, trigger.number, settings.models) } : null
  );
  return openLedger({ usd, usdPerPr: ofPr, generations, tokens: tokens2 }, models);
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

// src/core/verdict/choose-judge.ts
function chooseJudge({
  byHead,
  byBase
}) {
  if (byBase === null) return { by: "head", agree: false };
  const [head, base] = [resultsOf(byHead), resultsOf(byBase)];
  const said2 = [...head].filter(([, status]) => status !== "skipped");
  const saysAsMuch = said2.every(([test, status]) => base.get(test) === status);
  const isEqual = head.size === base.size && [...head].every(([test, status]) => base.get(test) === status);
  const agree = isEqual && endOf(byHead) === endOf(byBase);
  const saysMore = [...base.values()].filter((status) => status !== "skipped").length > said2.length;
  return { agree, by: agree || saysAsMuch && saysMore ? "base" : "head" };
}
function resultsOf({ report }) {
  return new Map((report?.cases ?? []).map(({ id, status }) => [id, status]));
}
function endOf({ run: { end } }) {
  return end.kind === "exited" ? end.code === 0 ? "green" : "red" : end.kind;
}

// src/core/results/own-run/unsteady-ids.ts
function mayHaveUnsteadyIds({ report }) {
  return report !== null && report.cases.some(({ id }) => changeable.test(id));
}
var changeable = /\d{3,}|\d[.,]\d|0x[\da-f]+|(?=[a-f]*\d)[\da-f]{8,}|\d\s?(?:[mnuµ]?s|seconds?|minutes?)\b/i;
function unsteadyIds(first, second) {
  const [ids, idsAgain] = [idsIn(first), idsIn(second)];
  if (ids === null || idsAgain === null) return null;
  const unsteady = {
    first: [...ids].filter((id) => !idsAgain.has(id)),
    second: [...idsAgain].filter((id) => !ids.has(id))
  };
  return unsteady.first.length + unsteady.second.length === 0 ? null : unsteady;
}
function idsIn({ run, report }) {
  if (run.end.kind !== "exited" || report === null || report.format === "exit-code") return null;
  return new Set(report.cases.map(({ id }) => id));
}
function withSteadyIds(testRun, { first }) {
  const { report } = testRun;
  if (report === null) return testRun;
  const left = new Set(first);
  const steady = { ...report, cases: report.cases.filter(({ id }) => !left.has(id)) };
  return { ...testRun, report: steady };
}
function unsteadyNote(spec, { first, second }) {
  const count4 = Math.max(first.length, second.length);
  const tests = count4 === 1 ? "1 test" : `${count4} tests`;
  const change = count4 === 1 ? "changes its name" : "change their names";
  const runs = [
    first.length > 0 ? `first ${some(first)}` : "",
    second.length > 0 ? `then ${some(second)}` : ""
  ];
  return `${tests} of ${spec} ${change} from run to run (${runs.filter((each) => each !== "").join("; ")}); what changes is not compared. Give tests names that stay.`;
}
var shownAtMost = 3;
function some(ids) {
  const more = ids.length - shownAtMost;
  const shown = ids.slice(0, shownAtMost).map((id) => `\`${clip(id, 120).replaceAll("`", "'")}\``);
  return `${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

// src/pipeline/engine/readable-own-run.ts
async function readableOwnRun(engine, version, timeoutMs) {
  const request = { content: { kind: "committed" }, timeoutMs };
  const { testRun, notes } = await runTests(engine, version, request);
  const { spec } = version;
  if (spec.results.kind === "auto" && mayBeOurFault(testRun)) {
    const plain = await runTests(engine, withPlainCommand(testedVersion(engine, version)), request);
    if (!isPass(plain.testRun)) return { testRun, notes };
    engine.plainCommands.add(version);
    return { testRun: plain.testRun, notes: [...plain.notes, plainNote(version)] };
  }
  if (!mayHaveUnsteadyIds(testRun)) return { testRun, notes };
  const again = await runTests(engine, version, { ...request, repeat: 1 });
  const unsteady = unsteadyIds(testRun, again.testRun);
  if (unsteady === null) return { testRun, notes };
  return { testRun: withSteadyIds(testRun, unsteady), notes: [...notes, unsteadyNote(spec.name, unsteady)] };
}
function mayBeOurFault(testRun) {
  const { run, report, tooLarge } = testRun;
  if (run.end.kind !== "exited" || couldNotStart(testRun) || tooLarge !== void 0) return false;
  if (run.end.code === 0) return report === null;
  return report === null || report.cases.every(({ status }) => status !== "failed");
}
function isPass({ run: { end } }) {
  return end.kind === "exited" && end.code === 0;
}
function plainNote({ spec }) {
  return `The test command of ${spec.name} does not work with the options that ask its runner for a report, and passes without them: it is used as it is. Name the report that it writes under \`results\`.`;
}

// src/pipeline/engine/judge-of-tree.ts
async function judgeOfTree(engine, version, ownLimitMs) {
  const { judge } = version;
  if (judge === void 0) return null;
  const asOnBase = { ...version, commit: judge.commit };
  const [byHead, byBase] = await atOnce([version, asOnBase], async (each, stop) => {
    const going = ownRun(stoppedBy(engine, stop), each, ownLimitMs);
    return each === version ? going : unlessSetupFails(going);
  });
  if (byHead === void 0 || byHead === null) throw new Error("the own run of the head is missing");
  const choice = await choose(engine, { byHead, byBase: judge.isWhole ? byBase ?? null : null }, [
    version,
    asOnBase
  ]);
  if (choice.by === "base") engine.asOnBase.set(version, asOnBase);
  engine.ports.log.info(said(version, judge, choice));
  return { ...choice, altered: judge.altered, accepted: engine.acceptedTests };
}
async function choose(engine, { byHead, byBase }, [version, asOnBase]) {
  const choice = chooseJudge({ byHead, byBase });
  if (choice.agree || byBase === null || version.emptied.length === 0) return choice;
  return chooseJudge({
    byHead: await settled(engine, version, byHead),
    byBase: await settled(engine, asOnBase, byBase)
  });
}
async function settled(engine, version, first) {
  if (!mayBeFlaky(first)) return first;
  const timeoutMs = timeoutOf(version, first);
  const content = { kind: "committed" };
  const { testRun } = await runTests(engine, version, { content, timeoutMs, repeat: 1 });
  return testRun.run.end.kind === "cancelled" ? first : combineReruns([first, testRun]).testRun;
}
async function ownRun(engine, version, ownLimitMs) {
  if (version.emptied.length > 0) return (await readableOwnRun(engine, version, ownLimitMs)).testRun;
  const timeoutMs = timeoutOf(version, null);
  return (await runTests(engine, version, { content: { kind: "emptied" }, timeoutMs })).testRun;
}
async function unlessSetupFails(going) {
  try {
    return await going;
  } catch (error) {
    if (error instanceof UserError && error.code === "SETUP_FAILED") return null;
    throw error;
  }
}
function said({ spec }, { altered }, { by, agree }) {
  const whose = by === "base" ? "the base" : "the head";
  const results = agree ? "same results on the head’s own code" : "other results on the head’s own code";
  return `The change alters how the tests of ${spec.name} are run (${altered.join("; ")}): ${results}; samples of the head are tested as on ${whose}.`;
}

// src/core/results/own-run/blocked-call.ts
var refusals = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|EHOSTUNREACH|EROFS|read-only file system|name resolution|could not resolve host|network is unreachable|no such host|connection refused|ENOENT.*\bmkdir\b.*node_modules/i;
function blockedCall(run) {
  const lines = `${run.stderr.text}
${run.stdout.text}`.split("\n");
  const line = lines.find((each) => refusals.test(each));
  return line === void 0 ? null : line.trim().replaceAll(new RegExp("\\p{Cc}+", "gu"), " ").slice(0, 200);
}

// src/pipeline/engine/silent-tests-error.ts
var SilentTestsError = class extends UserError {
  /** The command and where it ran, and then its lines. */
  said;
  constructor(code, what, of) {
    super(code, what, of.hint);
    this.said = of.said;
  }
};

// src/pipeline/engine/judge-own-run.ts
async function judgeOwnRun(engine, own) {
  await refuseBlocked(engine, own);
  await refuseUnknownCommand(engine, own);
  await refuseSilent(engine, own);
  refuseLackingResults(own);
}
async function refuseBlocked(engine, own) {
  const { run } = own.testRun;
  const { level } = await engine.ports.sandbox();
  const isRed = run.end.kind === "exited" && run.end.code !== 0;
  const blocked = level === "none" || !isRed ? null : blockedCall(run);
  if (blocked === null) return;
  throw new SilentTestsError(
    "SANDBOX_BLOCKS_TESTS",
    `the repository's own tests of ${own.version.spec.name} fail in the sandbox (${level}) at ${shortOf(own)}, and their output names something that it blocks: ${blocked}. No model was asked.`,
    {
      hint: "Tests have no network and cannot change tests or dependencies. Fetch and install in `setup`, and list the folders that tools write into under `writable-deps`. If the job holds no secrets, `sandbox: none` runs the tests without a sandbox.",
      said: await saidBy(engine, own)
    }
  );
}
async function refuseMissingProgram(engine, emptied) {
  if (lacksProgram(emptied.testRun, emptied.version.spec.test)) await refuseUnknownCommand(engine, emptied);
}
async function refuseUnknownCommand(engine, own) {
  if (!couldNotStart(own.testRun)) return;
  const said2 = await saidBy(engine, own);
  throw new SilentTestsError(
    "TEST_COMMAND_NOT_FOUND",
    `${commandOf(own)} could not be started: ${lastOf(said2)}. No model was asked.`,
    {
      hint: "Check how it is written, or install what it needs in `setup` or in an earlier step.",
      said: said2
    }
  );
}
async function refuseSilent(engine, own) {
  const why = own.as === "base" ? whySilent(own.testRun) : null;
  if (why === null || isUnreportedPass(own)) return;
  const said2 = await saidBy(engine, own);
  const place = `on the committed code of ${shortOf(own)}: ${lastOf(said2)}. No model was asked.`;
  const { end, durationMs } = own.testRun.run;
  if (end.kind === "timed-out") {
    const seconds = Math.round(durationMs / 1e3);
    throw new SilentTestsError("TESTS_DO_NOT_END", `${commandOf(own)} did not end in ${seconds} s ${place}`, {
      hint: "Let it run the tests once and end, without watching files, or set a longer `timeout`.",
      said: said2
    });
  }
  throw new SilentTestsError("NO_TEST_NAMED", `${commandOf(own)} ${why} ${place}`, {
    hint: "Run it by hand on that commit after `setup` and fix what it says, or set `results` to the report file that it writes.",
    said: said2
  });
}
function isUnreportedPass({ testRun: { run, report } }) {
  return run.end.kind === "exited" && run.end.code === 0 && report === null;
}
function refuseLackingResults(own) {
  if (!isUnreportedPass(own)) return;
  const paths = resultPaths(own.version.spec.results);
  const { tooLarge } = own.testRun;
  const lacks = tooLarge !== void 0 ? tooLargeWords(tooLarge) : paths.length > 0 ? `it did not write a complete report to \`${paths.join(", ")}\` (\`results\`)` : "it wrote no complete test report";
  throw new UserError(
    "RESULTS_NOT_FOUND",
    `${commandOf(own)} passes on the committed code, but ${lacks}. No model was asked.`,
    "Set `results` to the report file that it writes, or to `exit-code`."
  );
}
var linesShown = 20;
async function saidBy(engine, own) {
  const lines = await linesOf(engine, own);
  const title = `The last lines of \`${own.version.spec.test}\` on ${shortOf(own)}:`;
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)];
}
async function linesOf(engine, { version, testRun }) {
  const lines = lastLines(testRun.run, linesShown);
  const { end, durationMs } = testRun.run;
  if (lines.length > 0 || end.kind !== "exited") return lines;
  const content = { kind: "committed" };
  const timeoutMs = 6e4 + 10 * durationMs;
  const again = await runTests(engine, withPlainCommand(testedVersion(engine, version)), {
    content,
    timeoutMs
  });
  return lastLines(again.testRun.run, linesShown);
}
function commandOf({ version: { spec } }) {
  return `the test command of ${spec.name} (\`${spec.test}\`)`;
}
function shortOf({ version }) {
  return version.commit.slice(0, 12);
}
function lastOf(said2) {
  return (tellingLine(said2.slice(1)) ?? "it said nothing").trim().slice(0, 200);
}

// src/core/results/stand-ins.ts
var unloadableText = `<?php )]}'"
: [{
`;
function hollowText(path, committed) {
  if (!path.endsWith(".go")) return "";
  const [clause = ""] = /^package\s+\w+/m.exec(committed) ?? [];
  return `${clause}
`;
}

// src/pipeline/engine/stand-in-runs.ts
async function withoutOwnCode(engine, of, emptiedRun2) {
  if (!passesAs(of.own, of.own)) {
    const { testRun: emptied2, notes: notes2 } = await emptiedRun2(engine);
    return { emptied: emptied2, notes: notes2 };
  }
  const files = of.version.emptied.map((path) => ({ path, content: unloadableText }));
  const [noted, unloadable] = await atOnce([null, files], async (content, stop) => {
    const stoppable = stoppedBy(engine, stop);
    if (content === null) return emptiedRun2(stoppable);
    const testRun = await runOn(stoppable, of, content);
    return testRun === null ? null : { testRun, notes: [] };
  });
  if (noted === void 0 || noted === null) throw new Error("the emptied tree was not tested");
  const { testRun: emptied, notes } = noted;
  if (unloadable === void 0 || unloadable === null) return { emptied, notes };
  const isUndecided = passesAs(of.own, emptied) && !passesAs(of.own, unloadable.testRun);
  const hollow = isUndecided ? await runOn(engine, of, await hollowFiles(engine, of.version)) : null;
  const standIns = { unloadable: unloadable.testRun, hollow, loaded: [] };
  const isVacuous = isSuiteVacuous({ own: of.own, emptied, standIns, notes });
  const loaded = isVacuous ? await loadedBy(engine, of) : [];
  return { emptied, standIns: { ...standIns, loaded }, notes };
}
async function runOn(engine, { version, timeoutMs }, files) {
  try {
    const { testRun } = await runTests(engine, version, { content: { kind: "generated", files }, timeoutMs });
    return testRun.run.end.kind === "cancelled" ? null : testRun;
  } catch (error) {
    if (error instanceof UnsafePathError) return null;
    throw error;
  }
}
async function hollowFiles({ ports }, version) {
  const entries = await ports.repository.listFiles(version.commit);
  const written = new Set(version.emptied);
  return atOnce(
    entries.filter(({ path }) => written.has(path)),
    async ({ path, oid }) => {
      const committed = new TextDecoder().decode(await ports.repository.readBlob(oid));
      return { path, content: hollowText(path, committed) };
    }
  );
}
async function loadedBy(engine, { version, timeoutMs }) {
  const content = { kind: "committed" };
  const { testRun } = await runTests(engine, version, { content, timeoutMs, mode: "traced" });
  return testRun.loaded ?? [];
}

// src/pipeline/engine/measure-tree.ts
async function measureTrees(engine, versions) {
  try {
    const runs = await atOnce(
      [...versions],
      async ([version, as], stop) => [version, await measureTree(stoppedBy(engine, stop), version, as)]
    );
    return new Map(runs);
  } catch (error) {
    const lines = error instanceof SilentTestsError ? error.said : [];
    for (const line of lines) engine.ports.log.info(line);
    throw error;
  }
}
async function measureTree(engine, version, as) {
  const ownLimitMs = version.spec.timeoutMs ?? longestOwnRunMs;
  const judge = await begun(judgeOfTree(engine, version, ownLimitMs));
  const runs = await runsOf(engine, { version, as, ownLimitMs });
  return judge === null ? runs : { ...runs, judge };
}
async function runsOf(engine, of) {
  const { version, as, ownLimitMs } = of;
  if (version.emptied.length === 0) {
    engine.reportLimits.set(version, cellLimits(null));
    const timeoutMs2 = timeoutOf(version, null);
    const { testRun: emptied, notes: notes2 } = await emptiedRun(engine, version, timeoutMs2);
    if (!engine.replayOnly) await refuseMissingProgram(engine, { version, testRun: emptied, as });
    return { own: null, emptied, notes: notes2 };
  }
  const { testRun: own, notes } = await begun(readableOwnRun(engine, version, ownLimitMs));
  engine.reportLimits.set(version, cellLimits(own));
  if (!engine.replayOnly) await judgeOwnRun(engine, { version, testRun: own, as });
  const timeoutMs = timeoutOf(version, own);
  const tested = { version, own, timeoutMs };
  const others = await withoutOwnCode(
    engine,
    tested,
    (stoppable) => emptiedRun(stoppable, version, timeoutMs)
  );
  return { own, ...others, notes: [...notes, ...others.notes] };
}
async function emptiedRun(engine, version, timeoutMs) {
  return begun(runTests(engine, version, { content: { kind: "emptied" }, timeoutMs }));
}
async function begun(run) {
  try {
    return await run;
  } catch (error) {
    if (!(error instanceof SandboxError)) throw error;
    throw new UserError(
      "SANDBOX_UNAVAILABLE",
      `${error.message.trim()}; no model was asked.`,
      "Check the folders and programs that the message names: the sandbox must be able to mount them."
    );
  }
}
var longestOwnRunMs = 15 * 6e4;

// src/core/generation/completion.ts
var tokens = number().int().nonnegative();
var usageSchema = strictObject({
  inputTokens: tokens,
  cachedInputTokens: tokens,
  /** Missing: nobody said what was written to the cache. So it is in records of earlier versions. */
  cacheWriteTokens: tokens.exactOptional(),
  /** Of `cacheWriteTokens` what is kept for an hour, which costs more; missing = nothing. */
  hourCacheWriteTokens: tokens.exactOptional(),
  outputTokens: tokens,
  reasoningTokens: tokens.exactOptional(),
  /** Of several calls that are counted together: the longest prompt among them, because a vendor prices each call. */
  longestInputTokens: tokens.exactOptional()
});
var count2 = number().int().nonnegative();
var agentRunSchema = strictObject({
  files: array(strictObject({ path: string(), content: string() })),
  /** Why nothing that it left may be used, whatever the path rules allow: a link, a device, too many bytes. */
  problem: string().nullable(),
  /** The limit of a sample that it reached. */
  limit: _enum(["turns", "tokens", "usd", "minutes"]).nullable(),
  turns: array(
    strictObject({
      inputTokens: count2,
      /** Missing: nothing was read from the vendor's cache, or a record of an earlier version. */
      cachedInputTokens: count2.exactOptional(),
      outputTokens: count2,
      /** The model id that the vendor says it served; missing: it said none, or a record of an earlier version. */
      servedBy: string().exactOptional(),
      tools: array(string()),
      status: count2.nullable()
    })
  ),
  /** Requests that were not passed on, a line each. */
  refused: array(string()),
  /** What it printed: capped and redacted. */
  transcript: string()
});
var completionSchema = strictObject({
  text: string(),
  finish: _enum(["complete", "truncated", "refused"]),
  /** The model id that the vendor says it served. */
  servedBy: string(),
  requestId: string().nullable(),
  usage: usageSchema,
  latencyMs: number().nonnegative(),
  /** The vendor reported no usage that can be read: at least one count of `usage` is our estimate. */
  isUsageEstimated: literal(true).optional(),
  agent: agentRunSchema.exactOptional()
});
var mends = ["base-url", "stream", "context", "connection"];

// src/core/results/formats/format-names.ts
var formatNames = {
  junit: "junit",
  "jest-json": "jest-json",
  "mocha-json": "mocha-json",
  "node-test": "node-test",
  tap: "tap",
  "go-test": "go-test"
};

// src/core/results/test-report.ts
var testCaseSchema = strictObject({
  /** File > nested suites > name, free of workspace paths. */
  id: string(),
  status: _enum(testStatuses),
  /** Why it failed, clipped; empty otherwise. */
  message: string()
});
var testReportSchema = strictObject({
  /** `exit-code` has no cases: only the exit code is known. */
  format: _enum({ ...formatNames, "exit-code": "exit-code" }),
  cases: array(testCaseSchema),
  /** Files that ended with 0 and reported no test, or not every test that they began. Only node:test reports this. */
  cutShort: array(string()).optional(),
  /** Size of the largest file that it was read from, where that is large: cells may have a multiple of it. */
  bytes: number().int().positive().exactOptional()
});
var clippedSchema = strictObject({ text: string(), droppedBytes: number().int().nonnegative() });
var commandRunSchema = strictObject({
  end: discriminatedUnion("kind", [
    strictObject({ kind: literal("exited"), code: number().int() }),
    strictObject({ kind: literal("killed"), signal: string() }),
    strictObject({ kind: literal("timed-out") }),
    /** Its processes and their files in memory were more than a sandbox allows all of them together. */
    strictObject({ kind: literal("over-limit"), limit: _enum(["memory", "files"]) }),
    strictObject({ kind: literal("cancelled") })
  ]),
  stdout: clippedSchema,
  stderr: clippedSchema,
  durationMs: number().nonnegative()
});
var guardedSchema = strictObject({
  signs: array(
    _enum([
      "unguarded",
      "unsigned",
      "cut-short",
      "patched",
      "forged",
      "files-changed",
      "poison-survived",
      "unnoticed-changes"
    ])
  ),
  /** Names of functions that were replaced or that accept anything, clipped. */
  broken: array(string()),
  /** Every test was made to fail. */
  poisoned: boolean()
});
var tooLargeSchema = strictObject({
  file: string(),
  bytes: number().int().positive(),
  limitBytes: number().int().positive()
});
var testRunSchema = strictObject({
  run: commandRunSchema,
  /** null when the runner wrote none that can be read. */
  report: testReportSchema.nullable(),
  /** Missing if nothing watched the run. */
  guard: guardedSchema.exactOptional(),
  /** A report that was not read, because it is above the limit; there is no report then. */
  tooLarge: tooLargeSchema.exactOptional(),
  /** Files that were loaded in place of those under `writes`; missing if nobody looked. */
  loaded: array(string()).exactOptional()
});

// src/core/records/record.ts
var count3 = number().int().nonnegative();
var originSchema = strictObject({
  /** Epoch milliseconds at which it was written. */
  at: number().nonnegative(),
  /** `default-branch`: the workflow and the commits are those of the default branch. */
  event: _enum(["pull-request", "default-branch", "manual", "local"]),
  /** Git ref of the run; null where there is none. */
  ref: string().nullable(),
  /** Id of the workflow run, the same for all its attempts; null outside a workflow. */
  run: string().nullable(),
  pullRequest: number().int().positive().nullable(),
  /** Which import it came with; missing = a run that used this folder wrote it. */
  import: string().regex(/^[0-9a-f]{16}$/).exactOptional()
});
var stamped = { schema: literal(1), key: string(), origin: originSchema };
var generationSchema = strictObject({
  ...stamped,
  kind: literal("generation"),
  model: string(),
  sample: count3,
  nonce: string(),
  attempts: count3,
  result: discriminatedUnion("kind", [
    strictObject({ kind: literal("completed"), completion: completionSchema }),
    strictObject({ kind: literal("too-long"), detail: string() })
  ])
});
var testRunRecordSchema = strictObject({
  ...stamped,
  kind: literal("test-run"),
  testRun: testRunSchema,
  /** What a reader should know about how the tree was prepared; kept so that setup need not run again to learn it. */
  notes: array(string()).optional()
});
var plannedQuestionSchema = strictObject({
  /** Name of the spec. */
  spec: string(),
  /** Id of the model. */
  model: string(),
  asks: _enum(kindsOfQuestion),
  looks: array(lookSchema),
  /** Sample numbers of the base side, in the order in which the looks take them. */
  baseSamples: array(count3),
  /** The ones among them that were drawn for another comparison. */
  reused: array(count3),
  /** Numbers of the fresh base samples that would confirm a regression. */
  confirming: array(count3),
  /** Sample numbers of the head, if they are not the first ones. */
  headSamples: array(count3).exactOptional(),
  /** It ends where no later sample could decide; missing if it was planned without this rule. */
  endsFutile: literal(true).exactOptional()
});
var planSchema = strictObject({
  ...stamped,
  kind: literal("plan"),
  questions: array(plannedQuestionSchema)
});
var nightSchema = strictObject({
  ...stamped,
  kind: literal("night"),
  entries: array(nightEntrySchema)
});
var storedRecordSchema = discriminatedUnion("kind", [
  generationSchema,
  testRunRecordSchema,
  planSchema,
  nightSchema
]);
var recordFileSchema = strictObject({ digest: string(), record: storedRecordSchema });

// src/adapters/records/shared-ids.ts
var known = /* @__PURE__ */ new Map();
var knownAtMost = 1e5;
function withSharedIds(record) {
  if (record.kind !== "test-run" || record.testRun.report === null) return record;
  const { testRun } = record;
  const cases = record.testRun.report.cases.map((each) => ({ ...each, id: shared(each.id) }));
  return { ...record, testRun: { ...testRun, report: { ...record.testRun.report, cases } } };
}
function shared(text) {
  const same = known.get(text);
  if (same !== void 0) return same;
  if (known.size < knownAtMost) known.set(text, text);
  return text;
}

// src/adapters/records/read-record.ts
var recordCapBytes = 32 * 1024 * 1024;
async function readRecord(directory, name2) {
  return readRecordSync(directory, name2);
}
function readRecordSync(directory, name2) {
  const file = readFileBelowSync(directory, recordPath(name2), recordCapBytes);
  if (file.kind !== "read") return file;
  const found = parse(file.bytes);
  if (found.kind !== "record") return found;
  const { kind, key } = found.record;
  return kind === name2.kind && key === name2.key ? found : { kind: "refused", why: "holds another record" };
}
function recordText(record) {
  const text = textOf(record);
  if (withoutSecrets(text) === text) return text;
  const { record: cleaned } = recordFileSchema.parse(JSON.parse(text, textWithoutSecrets));
  return textOf(cleaned);
}
function textOf(record) {
  return JSON.stringify({ digest: digest(record), record });
}
function parse(bytes) {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    const parsed = recordFileSchema.safeParse(JSON.parse(text));
    if (!parsed.success) return { kind: "refused", why: "is of another shape" };
    const { record } = parsed.data;
    if (digest(record) !== parsed.data.digest)
      return { kind: "refused", why: "was changed after it was written: its digest differs" };
    return { kind: "record", record: withSharedIds(record) };
  } catch {
    return { kind: "refused", why: "is torn or no JSON" };
  }
}

export {
  withAgentVersions,
  versionedRequest,
  withoutItsProgram,
  refuseOtherAgents,
  isAgentModel,
  secretVariables,
  recordPath,
  readRecordPath,
  mends,
  comparingWord,
  nightEntrySchema,
  seriesKey,
  groupBySeries,
  mergeNights,
  passesOf,
  plannedQuestionSchema,
  recordFileSchema,
  recordCapBytes,
  readRecord,
  readRecordSync,
  recordText,
  equalShare,
  capNames,
  mostUsdOf,
  openEngine,
  spentOn,
  measureTrees
};
