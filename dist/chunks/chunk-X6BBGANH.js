import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  announcePlan,
  answeredOf,
  awaitingConfirmation,
  check,
  findWork,
  generationKey,
  generationKeys,
  heldCaps,
  mayUse,
  openEngine,
  planKey,
  planRun,
  planWith,
  planned,
  promptOf,
  ranOut,
  readFileBelow,
  readRecord,
  readRecordPath,
  recordPath,
  repeated,
  runPlan,
  spentOn,
  storedSteps,
  whyWithheld,
  writeDurably
} from "./chunk-QQCLGOQL.js";
import {
  armsOf,
  callOf,
  costUsd,
  digest,
  priceOf,
  project,
  sampleNumbers
} from "./chunk-3BV2L3PZ.js";
import {
  UserError
} from "./chunk-K23HYIQN.js";
import {
  external_exports
} from "./chunk-KS6BEUIK.js";
import {
  __callDispose,
  __using
} from "./chunk-TZXIYNRP.js";

// src/adapters/records/fan-out-folder.ts
import { constants } from "node:fs";
import { copyFile, lstat, mkdir, readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";

// src/core/fan-out/shard.ts
var mostShards = 256;

// src/core/fan-out/plan-file.ts
var planFileCapBytes = 16 * 1024 * 1024;
function planFile(of) {
  const places = new Map(
    of.planned.map(({ spec, model, asks }, index) => [nameOf(spec, model, asks), index])
  );
  return {
    schema: 1,
    key: of.key,
    spentUsd: of.spentUsd,
    wanted: of.wanted,
    questions: of.planned,
    shards: of.shards.map(({ id, questions, share }) => ({
      id,
      questions: questions.map(
        ({ change, model, asks }) => places.get(nameOf(change.name, model.id, asks)) ?? -1
      ),
      share
    }))
  };
}
function samePlanFile(one, other) {
  return digest(one) === digest(other);
}
function readPlanFile(text, settings) {
  const read = planFileSchema.safeParse(parsed(text));
  if (!read.success) return null;
  return read.data.questions.every((question) => isPossible(question, settings)) ? read.data : null;
}
function nameOf(spec, model, asks) {
  return JSON.stringify([spec, model, asks]);
}
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
function isPossible(question, { samples }) {
  const { looks, baseSamples, reused, confirming } = question;
  if (question.asks === "portable")
    return [baseSamples, reused, confirming].every((numbers) => numbers.length === 0);
  const expected = planWith(reused.length, samples.looks);
  const drawn = [...baseSamples, ...confirming];
  return isStep(reused.length, samples.base) && digest(looks) === digest(expected) && baseSamples.length === expected.at(-1)?.base && reused.every((sample, index) => baseSamples[index] === sample) && confirming.length === (reused.length === 0 ? 0 : samples.confirm) && new Set(drawn).size === drawn.length;
}
function isStep(count, most) {
  return count === 0 || count <= most && storedSteps.some((step) => step === count);
}
var name = external_exports.string().min(1).max(1e3);
var sampleNumbers2 = external_exports.array(external_exports.number().int().min(0).max(1e4)).max(500);
var amount = external_exports.number().min(0).max(1e12);
var look = external_exports.strictObject({
  base: external_exports.number().int().min(0).max(500),
  head: external_exports.number().int().min(0).max(500)
});
var planFileSchema = external_exports.strictObject({
  schema: external_exports.literal(1),
  key: external_exports.string().regex(/^[0-9a-f]{64}$/),
  spentUsd: amount.nullable(),
  wanted: external_exports.number().int().min(1).max(mostShards).nullable(),
  questions: external_exports.array(
    external_exports.strictObject({
      spec: name,
      model: name,
      asks: external_exports.enum(["regression", "portable", "bisect", "format", "model-switch", "drift", "calibrate"]),
      looks: external_exports.array(look).max(50),
      baseSamples: sampleNumbers2,
      reused: sampleNumbers2,
      confirming: sampleNumbers2
    })
  ).min(1).max(2e4),
  shards: external_exports.array(
    external_exports.strictObject({
      id: external_exports.string().regex(/^[1-9]\d{0,2}$/),
      questions: external_exports.array(external_exports.number().int().min(0).max(2e4)).max(2e4),
      share: external_exports.strictObject({
        usd: amount.nullable(),
        usdPerPr: amount.nullable(),
        generations: amount.int(),
        tokens: amount.int().nullable(),
        concurrency: amount.int()
      })
    })
  ).min(1).max(mostShards)
});

// src/core/fan-out/shard-file.ts
var shardFileCapBytes = 16 * 1024 * 1024;
function readShardFile(text, of) {
  const read = shardFileSchema.safeParse(parsed2(text));
  if (!read.success) return null;
  return read.data.plan === of.plan && read.data.id === of.id ? read.data : null;
}
function clippedWhy(text) {
  return text.slice(0, whyCap);
}
function parsed2(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
var whyCap = 2e3;
var key = external_exports.string().regex(/^[0-9a-f]{64}$/);
var keys = external_exports.array(key).max(1e5);
var amount2 = external_exports.number().min(0).max(1e12);
var shardFileSchema = external_exports.strictObject({
  schema: external_exports.literal(1),
  plan: key,
  id: external_exports.string().max(3),
  end: external_exports.discriminatedUnion("kind", [
    external_exports.strictObject({
      kind: external_exports.literal("finished"),
      asked: keys,
      replayed: keys,
      unmeasured: external_exports.array(
        external_exports.strictObject({
          key,
          why: external_exports.enum(["provider-error", "quota", "sandbox-error", "budget", "cancelled"])
        })
      ).max(1e5),
      unsafe: keys,
      stopped: external_exports.array(
        external_exports.strictObject({
          model: external_exports.string().max(1e3),
          why: external_exports.string().max(whyCap),
          isMisconfigured: external_exports.boolean()
        })
      ).max(1e3),
      ranOut: external_exports.array(external_exports.enum(["usd", "usd-per-pr", "generations", "tokens", "minutes"])).max(5),
      spent: external_exports.strictObject({ usd: amount2, tokens: amount2, generations: amount2 })
    }),
    external_exports.strictObject({ kind: external_exports.literal("failed"), why: external_exports.string().max(whyCap) })
  ])
});

// src/adapters/records/fan-out-folder.ts
function fanOutFolder(directory) {
  const text = async (path, capBytes) => {
    const file = await readFileBelow(directory, path, capBytes);
    return file.kind === "read" ? file.bytes.toString("utf8") : null;
  };
  return {
    readPlan: () => text(planName, planFileCapBytes),
    writePlan: (file) => writeDurably(directory, planName, Buffer.from(JSON.stringify(file))),
    async readShard(id) {
      return text(join(await placeOf(directory, id), shardName), shardFileCapBytes);
    },
    clearShard: (id) => rm(join(directory, shardFolder(id)), { recursive: true, force: true }),
    async addRecords(id, folder, keys2) {
      const to = join(directory, shardFolder(id), recordsName);
      for (const key2 of keys2)
        for (const kind of kinds) await copyRecord(folder, to, recordPath({ kind, key: key2 }));
    },
    writeShard: (file) => writeDurably(directory, join(shardFolder(file.id), shardName), Buffer.from(JSON.stringify(file))),
    async recordsOf(id) {
      return join(directory, await placeOf(directory, id), recordsName);
    }
  };
}
var kinds = ["generation", "test-run"];
var planName = "plan.json";
var shardName = "shard.json";
var recordsName = "records";
function shardFolder(id) {
  return `shard-${id}`;
}
async function placeOf(directory, id) {
  const own = shardFolder(id);
  for (const place of [join(`spec-portability-shard-${id}`, own), own]) {
    const entries = await readdir(join(directory, place)).catch(() => []);
    if (entries.length > 0) return place;
  }
  return own;
}
async function copyRecord(from, to, path) {
  const source = join(from, path);
  if ((await lstat(source).catch(() => null))?.isFile() !== true) return;
  if (await lstat(join(to, path)).catch(() => null) !== null) return;
  await mkdir(dirname(join(to, path)), { recursive: true });
  await copyFile(source, join(to, path), constants.COPYFILE_FICLONE);
}

// src/adapters/records/joined-records.ts
import { mkdirSync, renameSync } from "node:fs";
import { readdir as readdir2 } from "node:fs/promises";
import { dirname as dirname2, join as join2, relative } from "node:path";
async function joinedRecords(of) {
  const { own, directory } = of;
  const files = await filesOf(of.shards);
  const going = /* @__PURE__ */ new Map();
  const asked = /* @__PURE__ */ new Set();
  const usedKeys = /* @__PURE__ */ new Set();
  const { adopt, moved, refused } = adopter({ directory, files, reader: of.reader });
  const find = async (kind, key2, read) => {
    const path = recordPath({ kind, key: key2 });
    asked.add(path);
    const reading = going.get(path) ?? read();
    going.set(path, reading);
    const record = await reading;
    going.delete(path);
    if (record === null || !isOf(kind, record)) return null;
    usedKeys.add(key2);
    return record;
  };
  return {
    ...own,
    get usedKeys() {
      return /* @__PURE__ */ new Set([...own.usedKeys, ...usedKeys]);
    },
    // What the shards of this run drew goes before an answer that another run stored meanwhile.
    readGeneration: (key2) => find(
      "generation",
      key2,
      async () => await adopt("generation", key2, ({ shard }) => shard === of.ownerOf(key2)) ?? own.readGeneration(key2)
    ),
    // The key of a test run names everything that went into it, so what is here already is as good.
    readTestRun: (key2) => find("test-run", key2, async () => await own.readTestRun(key2) ?? adopt("test-run", key2, () => true)),
    counts: () => ({
      joined: moved.size,
      damaged: refused.size,
      foreign: [...files.keys()].filter((path) => !asked.has(path)).length
    })
  };
}
function adopter(of) {
  const moved = /* @__PURE__ */ new Set();
  const refused = /* @__PURE__ */ new Set();
  const adopt = async (kind, key2, isWanted) => {
    const path = recordPath({ kind, key: key2 });
    const places = (of.files.get(path) ?? []).filter((place) => isWanted(place));
    for (const { folder } of places) {
      const file = join2(folder, path);
      if (moved.has(file) || refused.has(file)) continue;
      const found = await readRecord(folder, { kind, key: key2 });
      if (found.kind === "record" && isOf(kind, found.record) && mayUse(found.record, of.reader)) {
        move(file, join2(of.directory, path));
        moved.add(file);
        return found.record;
      }
      refused.add(file);
    }
    return null;
  };
  return { adopt, moved, refused };
}
var entriesAtMost = 5e5;
async function filesOf(shards) {
  const files = /* @__PURE__ */ new Map();
  let count = 0;
  for (const [shard, folder] of shards) {
    const entries = await readdir2(folder, { withFileTypes: true, recursive: true }).catch(() => []);
    count += entries.length;
    if (count > entriesAtMost) throw new Error(`the shards left more than ${entriesAtMost} files`);
    for (const entry of entries) {
      const path = relative(folder, join2(entry.parentPath, entry.name));
      if (entry.isDirectory() || readRecordPath(path) === null) continue;
      files.set(path, [...files.get(path) ?? [], { shard, folder }]);
    }
  }
  return files;
}
function isOf(kind, record) {
  return record.kind === kind;
}
function move(from, to) {
  mkdirSync(dirname2(to), { recursive: true });
  renameSync(from, to);
}

// src/adapters/process/keep-heap-small.ts
import { setFlagsFromString } from "node:v8";
function keepHeapSmall() {
  setFlagsFromString("--heap-growing-percent=30");
}

// src/core/fan-out/shard-notes.ts
function shardNotes(ends) {
  return ends.flatMap(({ shard, file }) => {
    if (file?.end.kind === "finished") return [];
    const how = file === null ? "left no result" : `ended early (${file.end.why})`;
    return [
      `Shard ${shard.id} of ${ends.length} ${how}: its samples that are not on record count as unmeasured (${subjectsOf(shard)}). Run the failed jobs again; what is on record is not asked twice.`
    ];
  });
}
function leftOutNotes({ damaged, foreign }) {
  return [
    ...damaged === 0 ? [] : [`Of the records that the shards left ${damaged} could not be relied on and were left out.`],
    ...foreign === 0 ? [] : [`The shards left ${foreign} records that no question of this run asks for; they were left out.`]
  ];
}
var named = 5;
function subjectsOf({ questions }) {
  const names = questions.map(({ change, model }) => `${change.name} on ${model.id}`);
  const more = names.length - named;
  return `${names.slice(0, named).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

// src/pipeline/fan-out/cell-key.ts
function keyReader(plan) {
  const questions = new Map(
    plan.questions.flatMap((question) => armsOf(question).map((arm) => [arm, question]))
  );
  return ({ arm, sample, generation }) => {
    if (generation !== null) return generation.key;
    const question = questions.get(arm);
    if (question === void 0) throw new Error("a cell of no question");
    return generationKey({ prompt: promptOf(question, arm.version), model: arm.model, sample });
  };
}

// src/core/fan-out/share-out.ts
function shareOut(amount3, weights) {
  const total = sumOf(weights);
  return weights.map((weight) => Math.floor(amount3 * weight / total * 1e6) / 1e6);
}
function shareOutWhole(amount3, weights, least = 0) {
  const total = sumOf(weights);
  const free = Math.max(0, amount3 - least * weights.length);
  const exact = weights.map((weight) => free * weight / total);
  const parts = exact.map((part) => Math.floor(part));
  const left = free - sumOf(parts);
  const byRemainder = exact.map((part, index) => ({ index, remainder: part - Math.floor(part) })).toSorted((one, other) => other.remainder - one.remainder || one.index - other.index);
  const larger = new Set(byRemainder.slice(0, left).map(({ index }) => index));
  return parts.map((part, index) => least + part + (larger.has(index) ? 1 : 0));
}
function sumOf(numbers) {
  return numbers.reduce((sum, each) => sum + each, 0);
}

// src/core/fan-out/divide.ts
function divide(plan, division) {
  if (plan.questions.length === 0) return [];
  const bundles = bundlesOf(plan);
  const most = Math.min(mostShards, bundles.length, division.settings.budget.concurrency);
  const wanted = Math.max(1, Math.min(most, division.wanted ?? worthOf(bundles)));
  for (let count = wanted; count > 1; count -= 1) {
    const shards = withShares(balanced(bundles, count), division);
    if (shards.every((shard) => affords(shard))) return shards;
  }
  return withShares([bundles], division);
}
function bundlesOf(plan) {
  const groups = /* @__PURE__ */ new Map();
  for (const question of plan.questions) {
    const names = armsOf(question).map((arm) => armName(arm));
    const found = new Set(names.flatMap((name2) => groups.get(name2) ?? []));
    const group = [...found, question];
    for (const name2 of [...group.flatMap((one) => armsOf(one).map((arm) => armName(arm)))])
      groups.set(name2, group);
  }
  const isPriced = plan.questions.every((one) => armsOf(one).every(({ model }) => priceOf(model) !== null));
  const order = new Map(plan.questions.map((question, index) => [question, index]));
  return [...new Set(groups.values())].map(
    (questions) => bundleOf(
      questions.toSorted((one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0)),
      isPriced
    )
  );
}
function armName({ version, model }) {
  return JSON.stringify([version.spec.name, version.commit, askedOf(model)]);
}
var known = /* @__PURE__ */ new WeakMap();
function askedOf(model) {
  const { provider, name: name2, baseUrl, effort, maxOutputTokens, params } = model;
  const asked = known.get(model) ?? digest({ provider, name: name2, baseUrl, effort, maxOutputTokens, params });
  known.set(model, asked);
  return asked;
}
function bundleOf(questions, isPriced) {
  const projection = project(
    { changes: [], questions },
    {
      stored: (arm) => storedIn(questions, arm),
      usagePerGeneration: () => null,
      testMs: null,
      testsAtOnce: 1
    }
  );
  const calls = middle(projection.generations);
  const usd = isPriced && projection.usd !== null ? middle(projection.usd) : null;
  return {
    questions,
    specs: new Set(questions.map(({ change }) => change.name)),
    // Also a question that is answered from records alone takes its time.
    cost: (usd ?? calls) + 1e-6,
    calls
  };
}
function storedIn(questions, arm) {
  const question = questions.find((each) => armsOf(each).includes(arm));
  if (question === void 0 || question.asks === "portable" || arm.side === "head") return 0;
  return question.reused.length;
}
function middle({ atLeast, atMost }) {
  return (atLeast + atMost) / 2;
}
var callsWorthAJob = 12;
function worthOf(bundles) {
  return Math.ceil(bundles.reduce((sum, { calls }) => sum + calls, 0) / callsWorthAJob);
}
function balanced(bundles, count) {
  const mean = bundles.reduce((sum, { cost }) => sum + cost, 0) / count;
  const bins = Array.from({ length: count }, () => ({
    load: 0,
    bundles: [],
    specs: /* @__PURE__ */ new Set()
  }));
  for (const bundle of bundles.toSorted((one, other) => other.cost - one.cost)) {
    const near = bins.find(
      (bin2) => bin2.load + bundle.cost <= mean && [...bundle.specs].some((spec) => bin2.specs.has(spec))
    );
    const bin = near ?? bins.reduce((least, each) => each.load < least.load ? each : least);
    bin.load += bundle.cost;
    bin.bundles.push(bundle);
    for (const spec of bundle.specs) bin.specs.add(spec);
  }
  return bins.map((bin) => bin.bundles).filter((each) => each.length > 0);
}
function withShares(parts, { settings, spentUsd }) {
  const costs = parts.map((bundles) => bundles.reduce((sum, { cost }) => sum + cost, 0));
  const { generations, tokens, concurrency } = settings.budget;
  const { usd, usdPerPr } = heldCaps(settings.models, settings.budget);
  const rest = usdPerPr === null || spentUsd === null ? null : Math.max(0, usdPerPr - spentUsd);
  const shares = {
    usd: usd === null ? null : shareOut(usd, costs),
    usdPerPr: rest === null ? null : shareOut(rest, costs),
    generations: shareOutWhole(generations, costs),
    tokens: tokens === null ? null : shareOutWhole(tokens, costs),
    concurrency: shareOutWhole(concurrency, costs, 1)
  };
  return parts.map((bundles, index) => ({
    id: String(index + 1),
    questions: bundles.flatMap(({ questions }) => questions),
    share: {
      usd: shares.usd?.[index] ?? null,
      usdPerPr: shares.usdPerPr?.[index] ?? null,
      generations: shares.generations[index] ?? 0,
      tokens: shares.tokens?.[index] ?? null,
      concurrency: shares.concurrency[index] ?? 1
    }
  }));
}
function affords({ questions, share }) {
  const caps = [share.usd, share.usdPerPr].filter((cap) => cap !== null);
  if (share.generations < 1) return false;
  return questions.every(
    (question) => armsOf(question).every((arm) => {
      const call = callOf(arm.model, shownTo(arm));
      if (share.tokens !== null && call.inputTokens + call.maxOutputTokens > share.tokens) return false;
      if (call.price === null) return true;
      const usd = costUsd(call.price, {
        inputTokens: call.inputTokens,
        cachedInputTokens: 0,
        outputTokens: call.maxOutputTokens
      });
      return caps.every((cap) => usd <= cap);
    })
  );
}
var protocolText = " ".repeat(2e3);
function shownTo({ version: { files, instructions, context } }) {
  return [...files, ...instructions, ...context].map(({ text }) => text).join("") + protocolText;
}

// src/pipeline/fan-out/planned-records.ts
function recordsOfPlan(records, file, reader) {
  const { event, ref, pullRequest } = reader;
  return {
    ...records,
    readPlan: async (key2) => {
      if (key2 !== file.key) throw ofAnotherPlan();
      const origin = { at: 0, event, ref, run: null, pullRequest };
      return { schema: 1, kind: "plan", key: key2, origin, questions: file.questions };
    }
  };
}
function shardsOf(plan, file, settings) {
  const { spentUsd, wanted } = file;
  const shards = divide(plan, { settings, spentUsd, wanted });
  const again = planFile({
    key: planKey(plan.questions, settings),
    spentUsd,
    wanted,
    planned: plan.questions.map((question) => planned(question)),
    shards
  });
  if (!samePlanFile(again, file)) throw ofAnotherPlan();
  return shards;
}
function ofAnotherPlan() {
  return new UserError(
    "PLAN_FILE_UNUSABLE",
    "the plan that the job `plan` left is not the one of these commits and settings.",
    "Run all jobs of the workflow again, with the same commits, config and inputs."
  );
}

// src/pipeline/fan-out/joined-shards.ts
var JoinedShards = class {
  #file;
  #ends;
  #settings;
  #run;
  #leftOut;
  #plan = { changes: [], questions: [] };
  #shards = [];
  #owners = /* @__PURE__ */ new Map();
  constructor(of) {
    this.#file = of.file;
    this.#ends = of.ends;
    this.#settings = of.settings;
    this.#run = of.run;
    this.#leftOut = of.leftOut;
  }
  /** Holds the plan against the file, once, before anything is read of a shard. Throws PLAN_FILE_UNUSABLE. */
  expect(plan) {
    this.#plan = plan;
    this.#shards = shardsOf(plan, this.#file, this.#settings);
    this.#owners = new Map(
      this.#shards.flatMap(
        ({ id, questions }) => questions.flatMap((question) => keysOf(question).map((key2) => [key2, id]))
      )
    );
  }
  /** The replay takes what the shards took: every confirmation that any of them drew. */
  part({ questions }) {
    return { questions: questions.length };
  }
  /** Which shard was to draw a generation; null for one that this run does not ask for. */
  ownerOf(key2) {
    return this.#owners.get(key2) ?? null;
  }
  /** The same measurements as the shards took them: what was paid for now, why a sample is missing, where they stopped. */
  measured(measurements) {
    const keyOf = keyReader(this.#plan);
    const facts = this.#facts();
    const cells = measurements.cells.flatMap((cell) => this.#asTaken(cell, keyOf(cell), facts));
    return this.#confirmedOnly({ ...measurements, cells: paidOnce(cells) });
  }
  /** Models that a shard left. */
  get stopped() {
    const known2 = new Set(this.#settings.models.map(({ id }) => id));
    const stops = this.#finished().flatMap(({ end }) => end.stopped);
    const own = stops.filter(({ model }) => known2.has(model));
    const sorted = own.toSorted((one, other) => Number(one.isMisconfigured) - Number(other.isMisconfigured));
    return new Map(sorted.map(({ model, ...stop }) => [model, stop]));
  }
  /** Caps of which a shard used up its share. */
  get ranOut() {
    return [...new Set(this.#finished().flatMap(({ end }) => end.ranOut))];
  }
  /** Whether a shard did not come to its end. */
  get lacksShards() {
    return this.#finished().length < this.#shards.length;
  }
  /** What a reader must know of shards that did not end, one plain sentence each. */
  notes() {
    const ends = this.#shards.map((shard) => ({ shard, file: this.#ends.get(shard.id) ?? null }));
    return [...shardNotes(ends), ...leftOutNotes(this.#leftOut())];
  }
  #finished() {
    return this.#shards.flatMap(({ id }) => {
      const end = this.#ends.get(id)?.end;
      return end?.kind === "finished" ? [{ id, end }] : [];
    });
  }
  #facts() {
    const own = (list, keyOf) => this.#finished().flatMap(({ id, end }) => list(end).filter((item) => this.ownerOf(keyOf(item)) === id));
    const itself = (key2) => key2;
    return {
      finished: new Set(this.#finished().map(({ id }) => id)),
      asked: new Set(own(({ asked }) => asked, itself)),
      taken: new Set(own(({ asked, replayed }) => [...asked, ...replayed], itself)),
      unsafe: new Set(own(({ unsafe }) => unsafe, itself)),
      unmeasured: new Map(
        own(
          ({ unmeasured }) => unmeasured,
          ({ key: key2 }) => key2
        ).map(({ key: key2, why }) => [key2, why])
      )
    };
  }
  // A shard confirms whatever might block; of that the whole run would have drawn only what Holm leaves to confirm.
  #confirmedOnly(measurements) {
    const { questions } = this.#plan;
    const confirming = new Map(questions.map((question) => [question, confirmingCells(question)]));
    const arms = new Map(
      questions.flatMap((question) => armsOf(question).map((arm) => [arm, question]))
    );
    const isConfirming = ({ arm, sample }) => {
      const question = arms.get(arm);
      return question !== void 0 && arm.side === "base" && confirming.get(question)?.has(sample) === true;
    };
    const without = { ...measurements, cells: measurements.cells.filter((cell) => !isConfirming(cell)) };
    const answers = questions.map((question) => answeredOf(question, without));
    const waiting = new Set(awaitingConfirmation(answers, this.#settings).map(({ question }) => question));
    const isKept = (cell) => {
      const question = arms.get(cell.arm);
      return !isConfirming(cell) || question !== void 0 && waiting.has(question);
    };
    return { ...measurements, cells: measurements.cells.filter((cell) => isKept(cell)) };
  }
  #asTaken(cell, key2, facts) {
    const isFinished = facts.finished.has(this.ownerOf(key2) ?? "");
    const cached = isFinished ? !facts.asked.has(key2) : !this.#isOfThisRun(cell);
    if (cell.code.kind !== "unmeasured") return [{ ...cell, cached }];
    if (facts.unsafe.has(key2)) return [{ ...cell, cached, code: { kind: "no-code", why: "unsafe-path" } }];
    const why = facts.unmeasured.get(key2);
    if (why !== void 0) return [{ ...cell, cached, code: { kind: "unmeasured", why } }];
    const isNeverTaken = isFinished && cell.generation === null && !facts.taken.has(key2);
    return isNeverTaken ? [] : [{ ...cell, cached }];
  }
  // A shard that was killed cannot say what it paid for.
  #isOfThisRun({ generation }) {
    return generation !== null && this.#run !== null && generation.origin.run === this.#run;
  }
};
function paidOnce(cells) {
  const paid = /* @__PURE__ */ new Set();
  return cells.map((cell) => {
    if (cell.cached || cell.generation === null) return cell;
    const { key: key2 } = cell.generation;
    const isAgain = paid.has(key2);
    paid.add(key2);
    return isAgain ? { ...cell, cached: true } : cell;
  });
}
function confirmingCells(question) {
  return new Set(question.asks === "portable" ? [] : question.confirming);
}
function keysOf(question) {
  const confirming = question.asks === "portable" ? [] : question.confirming;
  return armsOf(question).flatMap((arm) => {
    const samples = [...sampleNumbers(question, arm.side), ...arm.side === "base" ? confirming : []];
    return generationKeys({ prompt: promptOf(question, arm.version), model: arm.model, samples });
  });
}

// src/pipeline/fan-out/plan-shards.ts
async function planShards(ports, request, wanted) {
  const { settings } = request;
  const work = await findWork(ports.repository, request);
  const { changes, questions: asked } = work;
  if (asked.length === 0 || await repeated(request, work) !== null) return null;
  const withheld = await whyWithheld(ports, request);
  if (withheld === null) await ports.restoreRecords();
  const plan = await planRun(ports, { changes, asked, settings, isShownOnly: true });
  await announcePlan(ports, plan, settings);
  if (withheld !== null || plan.questions.length === 0) return null;
  const spentUsd = await alreadySpent(ports, request);
  return planFile({
    key: planKey(plan.questions, settings),
    spentUsd,
    wanted,
    planned: plan.questions.map((question) => planned(question)),
    shards: divide(plan, { settings, spentUsd, wanted })
  });
}
async function alreadySpent(ports, { settings, trigger }) {
  const { usdPerPr } = heldCaps(settings.models, settings.budget);
  if (trigger.kind !== "pull-request" || usdPerPr === null) return null;
  return spentOn(ports, trigger.number, settings.models);
}

// src/pipeline/fan-out/run-shard.ts
async function runShard(ports, request, of) {
  var _stack = [];
  try {
    const { settings } = request;
    const { file, id } = of;
    const { changes, questions: asked } = await findWork(ports.repository, request);
    const planning = { ...ports, records: recordsOfPlan(ports.records, file, ports.reader) };
    const plan = await planRun(planning, { changes, asked, settings, isShownOnly: true });
    const shards = shardsOf(plan, file, settings);
    const shard = shards.find((each) => each.id === id);
    if (shard === void 0)
      throw new UserError(
        "CONFIG_INVALID",
        `there is no shard \`${id.slice(0, 20)}\` among ${shards.length}.`,
        "Give `shard` from the matrix of the job `plan`."
      );
    const withheld = await whyWithheld(ports, request);
    if (withheld !== null) throw new UserError("PLAN_FILE_UNUSABLE", withheld, "Run all jobs again.");
    await ports.restoreRecords();
    ports.log.info(
      `Shard ${id} of ${shards.length}: ${shard.questions.length} of ${plan.questions.length} questions.`
    );
    const part = { changes, questions: shard.questions };
    const engine = __using(_stack, await openEngine(ports, { ...request, share: shard.share }, part), true);
    const measurements = await runPlan(engine, part, { questions: plan.questions.length });
    return { schema: 1, plan: file.key, id, end: endOf(engine, part, measurements) };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
function endOf(engine, plan, { cells }) {
  const keyOf = keyReader(plan);
  const answered = cells.flatMap(
    ({ generation, cached }) => generation === null ? [] : [{ key: generation.key, cached }]
  );
  const { usd, tokens, generations } = engine.ledger.spending;
  return {
    kind: "finished",
    asked: answered.filter(({ cached }) => !cached).map(({ key: key2 }) => key2),
    replayed: answered.filter(({ cached }) => cached).map(({ key: key2 }) => key2),
    unmeasured: cells.flatMap(
      (cell) => cell.code.kind === "unmeasured" ? [{ key: keyOf(cell), why: cell.code.why }] : []
    ),
    unsafe: cells.flatMap(
      (cell) => cell.code.kind === "no-code" && cell.code.why === "unsafe-path" ? [keyOf(cell)] : []
    ),
    stopped: [...engine.watch.stoppedModels()].map(([model, { why, isMisconfigured }]) => ({
      model,
      why: clippedWhy(why),
      isMisconfigured
    })),
    ranOut: ranOut(engine),
    spent: { usd, tokens, generations }
  };
}

// src/entry/wiring/fan-out.ts
async function planJob({ ports, request, folder }, wanted) {
  const file = await planShards(ports, request, wanted);
  if (file === null) ports.log.info("Nothing is to be asked, so there are no shards.");
  else {
    await folder.writePlan(file);
    ports.log.info(`Divided into ${file.shards.length === 1 ? "1 shard" : `${file.shards.length} shards`}.`);
  }
  return file;
}
function matrixOf(file) {
  return JSON.stringify({ shard: (file?.shards ?? []).map(({ id }) => id) });
}
async function shardJob(of, id) {
  const { ports, request, folder, records } = of;
  if (!/^[1-9]\d{0,2}$/.test(id) || Number(id) > mostShards)
    throw new UserError(
      "CONFIG_INVALID",
      `\`shard\` is \`${id.slice(0, 20)}\`.`,
      "Give one of the matrix that the job `plan` puts out."
    );
  const file = await planIn(of);
  if (file === null) throw noPlan();
  await folder.clearShard(id);
  try {
    const kept = { ...ports, records: keeping(of, id) };
    const ended = await runShard(kept, request, { file, id });
    await folder.addRecords(id, records, ports.usedKeys);
    const left = request.signal.aborted ? { ...ended, end: { kind: "failed", why: "it was stopped" } } : ended;
    await folder.writeShard(left);
    return left;
  } catch (error) {
    const why = error instanceof UserError ? error.message : "internal error";
    await folder.writeShard({
      schema: 1,
      plan: file.key,
      id,
      end: { kind: "failed", why: clippedWhy(why) }
    });
    throw error;
  }
}
async function reportJob(of, run) {
  const { ports, request } = of;
  keepHeapSmall();
  const file = await planIn(of);
  if (file === null) {
    if (await planShards(ports, request, null) !== null) throw noPlan();
    return { checked: await check(ports, request), usedKeys: () => ports.usedKeys };
  }
  await ports.records.write({ schema: 1, kind: "plan", key: file.key, questions: file.questions });
  const { joined, store } = await join3(of, file, run);
  const records = recordsOfPlan(store, file, ports.reader);
  const checked = await check({ ...ports, records }, { ...request, replayOnly: true, joined });
  return { checked, usedKeys: () => store.usedKeys };
}
async function join3({ ports, request, folder, records }, file, run) {
  const ids = file.shards.map(({ id }) => id);
  const ends = await Promise.all(
    ids.map(async (id) => {
      const text = await folder.readShard(id);
      return [id, text === null ? null : readShardFile(text, { plan: file.key, id })];
    })
  );
  const folders = await Promise.all(ids.map(async (id) => [id, await folder.recordsOf(id)]));
  const joined = new JoinedShards({
    file,
    ends: new Map(ends),
    settings: request.settings,
    run,
    leftOut: () => store.counts()
  });
  const store = await joinedRecords({
    own: { ...ports.records, usedKeys: ports.usedKeys },
    directory: records,
    shards: new Map(folders),
    ownerOf: (key2) => joined.ownerOf(key2),
    reader: ports.reader
  });
  return { joined, store };
}
async function planIn({ folder, request }) {
  const text = await folder.readPlan();
  if (text === null) return null;
  const file = readPlanFile(text, request.settings);
  if (file !== null) return file;
  throw new UserError(
    "PLAN_FILE_UNUSABLE",
    "the plan that the job `plan` left is damaged, or was made with other settings.",
    "Run all jobs of the workflow again, with the same config and inputs."
  );
}
function noPlan() {
  return new UserError(
    "PLAN_FILE_UNUSABLE",
    "specs changed and are to be checked, but the job `plan` left no plan here.",
    "Look at the job `plan`, and hand its artifact to this one."
  );
}
function keeping({ ports, folder, records }, id) {
  return {
    ...ports.records,
    async write(record) {
      const stored = await ports.records.write(record);
      await folder.addRecords(id, records, [record.key]);
      return stored;
    }
  };
}

export {
  fanOutFolder,
  planJob,
  matrixOf,
  shardJob,
  reportJob
};
