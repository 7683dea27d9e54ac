import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  isPossibleDraw
} from "./chunk-EARE7BFB.js";
import {
  checkedOf,
  findWords,
  regressedIn
} from "./chunk-PQTJFH2J.js";
import {
  runEndOf
} from "./chunk-MGSJR5M2.js";
import {
  besideOthersNotes
} from "./chunk-P6LB3YDL.js";
import {
  UserError,
  announcePlan,
  answeredOf,
  armsOf,
  asPlanned,
  atOnce,
  awaitingConfirmation,
  callOf,
  capNames,
  check,
  costUsd,
  digest,
  effectiveCaps,
  joinedLostCalls,
  lookSchema,
  makeFolders,
  mayUse,
  mends,
  openEngine,
  permittedMode,
  planKey,
  planRun,
  plannedOf,
  plannedQuestionSchema,
  priceOf,
  project,
  readFileBelow,
  readRecord,
  readRecordPath,
  recordPath,
  runPlan,
  sidesOf,
  spentOn,
  textWithoutSecrets,
  writeDurably
} from "./chunk-WSJ3JF5A.js";
import {
  _enum,
  array,
  boolean,
  discriminatedUnion,
  literal,
  number,
  strictObject,
  string
} from "./chunk-P6BWDRRG.js";
import {
  __callDispose,
  __using
} from "./chunk-TZXIYNRP.js";

// src/adapters/records/fan-out-folder.ts
import { constants } from "node:fs";
import { copyFile, lstat, readdir as readdir2, rm } from "node:fs/promises";
import { dirname as dirname2, join as join2 } from "node:path";

// src/core/fan-out/shard.ts
var amount = number().min(0).max(1e12);
var shareSchema = strictObject({
  usd: amount.nullable(),
  /** Its part of what is left for the pull request. */
  usdPerPr: amount.nullable(),
  generations: amount.int(),
  tokens: amount.int().nullable(),
  concurrency: amount.int()
});
var mostShards = 256;

// src/core/fan-out/plan-file.ts
var name = string().min(1).max(1e3);
var sampleNumbers = array(number().int().min(0).max(1e4)).max(500);
var lookNumber = number().int().min(0).max(500);
var questionSchema = plannedQuestionSchema.omit({ headSamples: true }).extend({
  spec: name,
  model: name,
  looks: array(lookSchema.extend({ base: lookNumber, head: lookNumber })).max(50),
  baseSamples: sampleNumbers,
  reused: sampleNumbers,
  confirming: sampleNumbers
});
var mostQuestions = 2e4;
var shardSchema = strictObject({
  id: string().regex(/^[1-9]\d{0,2}$/),
  /** Indexes into `questions`. */
  questions: array(number().int().min(0).max(mostQuestions)).max(mostQuestions),
  share: shareSchema
});
var planFileSchema = strictObject({
  schema: literal(1),
  /** Key of the plan: what is asked, of which texts, and with which rules. */
  key: string().regex(/^[0-9a-f]{64}$/),
  /** Already spent on the pull request when the run was planned; null if there is no such cap. */
  spentUsd: number().min(0).max(1e12).nullable(),
  /** The requested number of shards; null = as many as are worth a job. */
  wanted: number().int().min(1).max(mostShards).nullable(),
  questions: array(questionSchema).min(1).max(mostQuestions),
  shards: array(shardSchema).min(1).max(mostShards)
});
var planFileCapBytes = 16 * 1024 * 1024;
function planFile(of) {
  const places = new Map(of.questions.map(({ id }, index) => [id, index]));
  return {
    schema: 1,
    key: of.key,
    spentUsd: of.spentUsd,
    wanted: of.wanted,
    questions: of.questions.map((question) => plannedOf(question)),
    shards: of.shards.map(({ id, questions, share }) => ({
      id,
      questions: questions.map((question) => places.get(question.id) ?? -1),
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
  return read.data.questions.every((question) => isPossibleDraw(question, settings)) ? read.data : null;
}
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

// src/core/fan-out/shard-file.ts
var whyCap = 2e3;
var key = string().regex(/^[0-9a-f]{64}$/);
var keys = array(key).max(1e5);
var amount2 = number().min(0).max(1e12);
var finishedSchema = strictObject({
  kind: literal("finished"),
  /** Answers that it paid for. */
  asked: keys,
  /** Answers that it found on record. */
  replayed: keys,
  /** Planned samples that are no evidence, and why. */
  unmeasured: array(
    strictObject({
      key,
      why: _enum(["provider-error", "quota", "sandbox-error", "budget", "cancelled"]),
      /** What the vendor said. */
      detail: string().max(whyCap).exactOptional()
    })
  ).max(1e5),
  /** Answers with a file that cannot be written into the tree of their commit. */
  unsafe: keys,
  /** Models that it stopped asking. */
  stopped: array(
    strictObject({
      model: string().max(1e3),
      why: string().max(whyCap),
      isMisconfigured: boolean(),
      mend: _enum(mends).exactOptional()
    })
  ).max(1e3),
  ranOut: array(_enum([...capNames, "minutes"])).max(capNames.length + 1),
  /** Answered calls that gave no answer, by model. */
  lost: array(
    strictObject({
      model: string().max(1e3),
      calls: amount2,
      inputTokens: amount2,
      outputTokens: amount2,
      cacheReadTokens: amount2.exactOptional(),
      cacheWriteTokens: amount2.exactOptional(),
      reasoningTokens: amount2.exactOptional(),
      savedUsd: number().exactOptional(),
      usd: amount2.nullable(),
      estimated: amount2,
      setAside: strictObject({ usd: amount2.nullable(), tokens: amount2, calls: amount2 }).exactOptional()
    })
  ).max(1e3).exactOptional(),
  spent: strictObject({ usd: amount2, tokens: amount2, generations: amount2 })
});
var shardFileSchema = strictObject({
  schema: literal(1),
  /** Key of the plan that it worked on. */
  plan: key,
  id: string().max(3),
  end: discriminatedUnion("kind", [
    finishedSchema,
    /** The message of the user's mistake that ended it. */
    strictObject({ kind: literal("failed"), why: string().max(whyCap) })
  ])
});
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

// src/adapters/records/joined-records.ts
import { mkdirSync, renameSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
async function joinedRecords(of) {
  const { own, directory } = of;
  const files = await filesOf(of.shards);
  const going = /* @__PURE__ */ new Map();
  const asked = /* @__PURE__ */ new Set();
  const { adopt, refused } = adopter({ directory, files, reader: of.reader });
  const find = async (kind, key2, read) => {
    const path = recordPath({ kind, key: key2 });
    asked.add(path);
    const reading = going.get(path) ?? read();
    going.set(path, reading);
    const record = await reading;
    going.delete(path);
    if (record === null || !isOf(kind, record)) return null;
    own.noteUse(key2);
    return record;
  };
  return {
    ...own,
    // An answer that a shard of this run drew takes precedence over one that another run stored in the meantime.
    readGeneration: (key2) => find(
      "generation",
      key2,
      async () => await adopt("generation", key2, ({ shard }) => shard === of.owners.get(key2)) ?? own.readGeneration(key2)
    ),
    // The key of a test run names everything that went into it, so a record that is already here is just as good.
    readTestRun: (key2) => find("test-run", key2, async () => await own.readTestRun(key2) ?? adopt("test-run", key2, () => true)),
    ignored: () => ({
      // Torn, changed, too large, a link, with a wrong key or shape, or of an origin that this run does not trust.
      damaged: refused.size,
      // Of a cell only its whole test run is read again, not the runs that it was made from.
      foreign: [...files.keys()].filter((path) => !asked.has(path) && isAnswer(path)).length
    })
  };
}
function adopter(of) {
  const moved = /* @__PURE__ */ new Set();
  const refused = /* @__PURE__ */ new Set();
  const made = /* @__PURE__ */ new Set();
  const makeOnce = (folder) => {
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
  };
  const adopt = async (kind, key2, isWanted) => {
    const path = recordPath({ kind, key: key2 });
    const places = (of.files.get(path) ?? []).filter((place) => isWanted(place));
    for (const { folder } of places) {
      const file = join(folder, path);
      if (moved.has(file) || refused.has(file)) continue;
      const found = await readRecord(folder, { kind, key: key2 });
      if (found.kind === "record" && isOf(kind, found.record) && mayUse(found.record, of.reader)) {
        makeOnce(dirname(join(of.directory, path)));
        renameSync(file, join(of.directory, path));
        moved.add(file);
        return found.record;
      }
      refused.add(file);
    }
    return null;
  };
  return { adopt, refused };
}
var entriesAtMost = 5e5;
async function filesOf(shards) {
  const files = /* @__PURE__ */ new Map();
  let count = 0;
  for (const [shard, folder] of shards) {
    const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
    count += entries.length;
    if (count > entriesAtMost) throw new Error(`the shards left more than ${entriesAtMost} files`);
    for (const entry of entries) {
      const path = relative(folder, join(entry.parentPath, entry.name));
      if (entry.isDirectory() || readRecordPath(path) === null) continue;
      files.set(path, [...files.get(path) ?? [], { shard, folder }]);
    }
  }
  return files;
}
function isAnswer(path) {
  return readRecordPath(path)?.kind === "generation";
}
function isOf(kind, record) {
  return record.kind === kind;
}

// src/adapters/records/fan-out-folder.ts
function fanOutFolder(directory, own) {
  const text = async (path, capBytes) => {
    const file = await readFileBelow(directory, path, capBytes);
    return file.kind === "read" ? file.bytes.toString("utf8") : null;
  };
  return {
    readPlan: () => text(planName, planFileCapBytes),
    writePlan: (file) => writeDurably(directory, planName, Buffer.from(JSON.stringify(file, textWithoutSecrets))),
    async readShard(id) {
      return text(join2(await placeOf(directory, id), shardName), shardFileCapBytes);
    },
    clearShard: (id) => rm(join2(directory, shardFolder(id)), { recursive: true, force: true }),
    async addRecords(id, keys2) {
      const to = join2(directory, shardFolder(id), recordsName);
      for (const key2 of keys2)
        for (const kind of kinds) await copyRecord(own.directory, to, recordPath({ kind, key: key2 }));
    },
    writeShard: (file) => writeDurably(
      directory,
      join2(shardFolder(file.id), shardName),
      Buffer.from(JSON.stringify(file, textWithoutSecrets))
    ),
    async joinRecords({ shards, ...of }) {
      const recordsOf = async (id) => [id, join2(directory, await placeOf(directory, id), recordsName)];
      const folders = new Map(await atOnce(shards, (id) => recordsOf(id)));
      return joinedRecords({ own: own.store, directory: own.directory, shards: folders, ...of });
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
  for (const place of [join2(`spec-portability-shard-${id}`, own), own]) {
    const entries = await readdir2(join2(directory, place)).catch(() => []);
    if (entries.length > 0) return place;
  }
  return own;
}
async function copyRecord(from, to, path) {
  const source = join2(from, path);
  if ((await lstat(source).catch(() => null))?.isFile() !== true) return;
  if (await lstat(join2(to, path)).catch(() => null) !== null) return;
  makeFolders(dirname2(join2(to, path)));
  await copyFile(source, join2(to, path), constants.COPYFILE_FICLONE);
}

// src/core/fan-out/divide-amount.ts
function divideAmount(amount3, weights) {
  const total = sumOf(weights);
  return weights.map((weight) => Math.floor(amount3 * weight / total * 1e6) / 1e6);
}
function divideWholeNumber(amount3, weights, least = 0) {
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
    const own = armsOf(question).map((arm) => armName(arm));
    const found = [...new Set(own.flatMap((name2) => groups.get(name2) ?? []))];
    const names = /* @__PURE__ */ new Set([...found.flatMap((group2) => [...group2.names]), ...own]);
    const group = { names, questions: [...found.flatMap(({ questions }) => questions), question] };
    for (const name2 of names) groups.set(name2, group);
  }
  const isPriced = plan.questions.every((one) => armsOf(one).every(({ model }) => priceOf(model) !== null));
  const order = new Map(plan.questions.map((question, index) => [question, index]));
  return [...new Set(groups.values())].map(
    ({ questions }) => bundleOf(
      questions.toSorted((one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0)),
      isPriced
    )
  );
}
function armName({ version, keyOf }) {
  return JSON.stringify([version.spec.name, version.commit, keyOf(0)]);
}
function bundleOf(questions, isPriced) {
  const projection = project(
    { changes: [], questions },
    {
      stored: (question, role) => role === "base" ? question.reused.length : 0,
      testMs: null,
      testsAtOnce: 1
    }
  );
  const calls = middle(projection.generations);
  const usd = isPriced && projection.usd !== null ? middle(projection.usd) : null;
  return {
    questions,
    specs: new Set(questions.map(({ change }) => change.name)),
    // A question that is answered from records alone takes time too.
    cost: (usd ?? calls) + 1e-6,
    calls
  };
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
  const { usd, usdPerPr } = effectiveCaps(settings.models, settings.budget);
  const rest = usdPerPr === null || spentUsd === null ? null : Math.max(0, usdPerPr - spentUsd);
  const shares = {
    usd: usd === null ? null : divideAmount(usd, costs),
    usdPerPr: rest === null ? null : divideAmount(rest, costs),
    generations: divideWholeNumber(generations, costs),
    tokens: tokens === null ? null : divideWholeNumber(tokens, costs),
    concurrency: divideWholeNumber(concurrency, costs, 1)
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

// src/core/fan-out/plan-of-file.ts
function divided(plan, division) {
  const shards = divide(plan, division);
  const file = planFile({
    key: planKey(plan.questions, division.settings),
    spentUsd: division.spentUsd,
    wanted: division.wanted,
    questions: plan.questions,
    shards
  });
  return { plan, shards, file };
}
function planOfFile(asked, file, settings) {
  const { changes, questions } = asked;
  const drawn = planKey(questions, settings) === file.key ? asPlanned(questions, file.questions) : null;
  if (drawn === null) throw ofAnotherPlan();
  const { spentUsd, wanted } = file;
  const again = divided({ changes, questions: drawn }, { settings, spentUsd, wanted });
  if (!samePlanFile(again.file, file)) throw ofAnotherPlan();
  return again;
}
function ofAnotherPlan() {
  return new UserError(
    "PLAN_FILE_UNUSABLE",
    "the plan from the job `plan` is for other commits or settings.",
    "Run all jobs of the workflow again, with the same commits, config and inputs."
  );
}

// src/pipeline/fan-out/plan-job.ts
async function planJob(ports, request, to) {
  const file = await planShards(ports, request, to.wanted);
  if (file === null) ports.log.info("There is nothing to ask, so there are no shards.");
  else {
    await to.folder.writePlan(file);
    ports.log.info(
      `The plan is divided into ${file.shards.length === 1 ? "1 shard" : `${file.shards.length} shards`}.`
    );
  }
  return file;
}
async function planShards(ports, request, wanted) {
  const { settings, work } = request;
  if (work.questions.length === 0 || request.mode.kind === "repeat") return null;
  const mode = await permittedMode(
    { ...ports, agentVersionOf: async ({ agent }) => agent.version ?? "" },
    request
  );
  if (mode.kind === "measure") await ports.restoreRecords();
  const plan = await planRun(ports, work, { settings, isShownOnly: true });
  await announcePlan(ports, plan, settings);
  if (mode.kind !== "measure") return null;
  return divided(plan, { settings, spentUsd: await alreadySpent(ports, request), wanted }).file;
}
function matrixOf(file) {
  return JSON.stringify({ shard: (file?.shards ?? []).map(({ id }) => id) });
}
async function alreadySpent(ports, { settings, trigger }) {
  const { usdPerPr } = effectiveCaps(settings.models, settings.budget);
  if (trigger.kind !== "pull-request" || usdPerPr === null) return null;
  return spentOn(ports, trigger.number, settings.models);
}

// src/core/fan-out/cell-key.ts
function cellKey({
  arm,
  sample,
  generation
}) {
  return generation?.key ?? arm.keyOf(sample);
}
function ownersOf(shards) {
  return new Map(
    shards.flatMap(
      ({ id, questions }) => questions.flatMap((question) => keysOf(question).map((key2) => [key2, id]))
    )
  );
}
function keysOf(question) {
  return sidesOf(question).flatMap(
    ({ role, arm, samples }) => [...samples, ...role === "base" ? question.confirming : []].map(arm.keyOf)
  );
}

// src/core/fan-out/confirmed-only.ts
function confirmedOnly(measurements, questions, settings) {
  const confirming = new Map(questions.map(({ id, confirming: samples }) => [id, new Set(samples)]));
  const isConfirming = ({ question, role, sample }) => role === "base" && confirming.get(question)?.has(sample) === true;
  const without = measurements.with(measurements.cells.filter((cell) => !isConfirming(cell)));
  const answers = questions.map((question) => answeredOf(question, without));
  const awaiting = awaitingConfirmation(answers, settings);
  const waiting = new Set(awaiting.map(({ question }) => question.id));
  const isKept = (cell) => !isConfirming(cell) || waiting.has(cell.question);
  return measurements.with(measurements.cells.filter((cell) => isKept(cell)));
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
function ignoredRecordsNotes({ damaged, foreign }) {
  return [
    ...damaged === 0 ? [] : [`Of the records that the shards left ${damaged} could not be relied on and were left out.`],
    ...foreign === 0 ? [] : [`The shards left ${foreign} answers that no question of this run asks for; they were left out.`]
  ];
}
var named = 5;
function subjectsOf({ questions }) {
  const names = questions.map(({ change, head }) => `${change.name} on ${head.model.id}`);
  const more = names.length - named;
  return `${names.slice(0, named).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

// src/core/fan-out/join-shards.ts
function joinShards({ plan, shards }, { ends, replayed }, of) {
  const finished = finishedIn(shards, ends);
  const cells = takenCells(replayed.cells, { shards, ends, owners: ownersOf(shards), run: of.run });
  return {
    measurements: confirmedOnly(replayed.with(cells), plan.questions, of.settings),
    stopped: stoppedBy(finished, of.settings),
    exhaustedCaps: [...new Set(finished.flatMap(({ end }) => end.ranOut))],
    lost: lostIn(finished, of.settings),
    lacksShards: finished.length < shards.length,
    notes: shardNotes(shards.map((shard) => ({ shard, file: ends.get(shard.id) ?? null })))
  };
}
function takenCells(cells, of) {
  const facts = factsOf(finishedIn(of.shards, of.ends), of.owners);
  return paidOnce(cells.flatMap((cell) => asTaken(cell, { ...facts, run: of.run, key: cellKey(cell) })));
}
function finishedIn(shards, ends) {
  return shards.flatMap(({ id }) => {
    const end = ends.get(id)?.end;
    return end?.kind === "finished" ? [{ id, end }] : [];
  });
}
function factsOf(finished, owners) {
  const own = (list) => finished.flatMap(({ id, end }) => list(end).filter((key2) => owners.get(key2) === id));
  return {
    owners,
    finished: new Set(finished.map(({ id }) => id)),
    asked: new Set(own(({ asked }) => asked)),
    taken: new Set(own(({ asked, replayed }) => [...asked, ...replayed])),
    unsafe: new Set(own(({ unsafe }) => unsafe)),
    unmeasured: new Map(
      finished.flatMap(
        ({ id, end }) => end.unmeasured.filter(({ key: key2 }) => owners.get(key2) === id).map(({ key: key2, ...why }) => [key2, why])
      )
    )
  };
}
function asTaken(cell, of) {
  const { key: key2 } = of;
  const isFinished = of.finished.has(of.owners.get(key2) ?? "");
  const cached = isFinished ? !of.asked.has(key2) : !isOfRun(cell, of.run);
  if (cell.code.kind !== "unmeasured") return [{ ...cell, cached }];
  if (of.unsafe.has(key2)) return [{ ...cell, cached, code: { kind: "no-code", why: "unsafe-path" } }];
  const why = of.unmeasured.get(key2);
  if (why !== void 0) return [{ ...cell, cached, code: { kind: "unmeasured", ...why } }];
  const isNeverTaken = isFinished && cell.generation === null && !of.taken.has(key2);
  return isNeverTaken ? [] : [{ ...cell, cached }];
}
function isOfRun({ generation }, run) {
  return generation !== null && run !== null && generation.origin.run === run;
}
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
function stoppedBy(finished, { models }) {
  const known = new Set(models.map(({ id }) => id));
  const stops = finished.flatMap(({ end }) => end.stopped).filter(({ model }) => known.has(model));
  const sorted = stops.toSorted((one, other) => Number(one.isMisconfigured) - Number(other.isMisconfigured));
  return new Map(sorted.map(({ model, ...stop }) => [model, stop]));
}
function lostIn(finished, { models }) {
  const known = new Set(models.map(({ id }) => id));
  return joinedLostCalls(
    finished.flatMap(({ end }) => end.lost ?? []).filter(({ model }) => known.has(model))
  );
}

// src/pipeline/fan-out/read-plan.ts
async function readPlan(folder, settings) {
  const text = await folder.readPlan();
  if (text === null) return null;
  const file = readPlanFile(text, settings);
  if (file !== null) return file;
  throw new UserError(
    "PLAN_FILE_UNUSABLE",
    "the plan from the job `plan` is damaged, or was made with other settings.",
    "Run all jobs of the workflow again, with the same config and inputs."
  );
}
function noPlan() {
  return new UserError(
    "PLAN_FILE_UNUSABLE",
    "specs changed and have to be checked, but there is no plan from the job `plan` here.",
    "Check that the job `plan` succeeded and that this job downloads its artifact."
  );
}

// src/pipeline/fan-out/report-job.ts
async function reportJob(ports, request, left) {
  const file = await readPlan(left.folder, request.settings);
  if (request.mode.kind === "repeat") return check(ports, request);
  if (file !== null) return joined(ports, request, { ...left, file });
  if (await planShards(ports, request, null) !== null) throw noPlan();
  return check(ports, request);
}
async function joined(ports, request, { file, folder, run }) {
  var _stack = [];
  try {
    const { settings, work } = request;
    const divided2 = planOfFile(work, file, settings);
    const { plan, shards } = divided2;
    await ports.restoreRecords();
    await ports.records.write({ schema: 1, kind: "plan", key: file.key, questions: file.questions });
    await announcePlan(ports, plan, settings);
    const ids = shards.map(({ id }) => id);
    const { reader } = ports;
    const owners = new Map(ownersOf(shards));
    const records = await folder.joinRecords({ shards: ids, owners, reader });
    const replay = { plan, allowance: { kind: "replay" } };
    const engine = __using(_stack, await openEngine({ ...ports, records }, request, replay), true);
    const replayed = await runPlan(engine, plan, { questions: plan.questions.length });
    const ends = await shardFiles(folder, file);
    const { notes, ...whole } = joinShards(divided2, { ends, replayed }, { settings, run });
    const { measurements } = whole;
    const words = await findWords(engine, {
      plan,
      measurements,
      joined: joinedSearch({ shards, ends, owners })
    });
    const cells = takenCells(words.cells, { shards, ends, owners, run });
    const said = [...notes, ...ignoredRecordsNotes(records.ignored())];
    return await checkedOf(ports, request, {
      plan,
      ...whole,
      words: {
        ...words,
        cells,
        beside: [...words.beside, ...unlooked(plan, measurements, { settings, words })]
      },
      notes: said,
      skipReason: null
    });
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
function unlooked(plan, measurements, of) {
  const { settings, words } = of;
  if (settings.bisect === "never") return [];
  const within = (questions) => regressedIn(plan, measurements, { settings, questions });
  const strictly = within(plan.questions.length);
  return besideOthersNotes({ regressed: within(null), strictly, found: words.found });
}
function joinedSearch(of) {
  const { owners } = of;
  const byQuestion = new Map(
    of.shards.flatMap(({ id, questions }) => questions.map((question) => [question.id, id]))
  );
  return {
    expect: (question, key2) => {
      const shard = byQuestion.get(question.id);
      if (shard !== void 0 && !owners.has(key2)) owners.set(key2, shard);
    },
    whyMissing: (key2) => {
      const end = of.ends.get(owners.get(key2) ?? "")?.end;
      if (end?.kind !== "finished") return null;
      return end.unmeasured.find((each) => each.key === key2)?.why ?? null;
    }
  };
}
async function shardFiles(folder, { key: key2, shards }) {
  const files = await atOnce(shards, async ({ id }) => {
    const text = await folder.readShard(id);
    return [id, text === null ? null : readShardFile(text, { plan: key2, id })];
  });
  return new Map(files);
}

// src/core/fan-out/shard-end.ts
function shardEnd({ cells }, of) {
  const answered = cells.flatMap(
    ({ generation, cached }) => generation === null ? [] : [{ key: generation.key, cached }]
  );
  const { usd, tokens, generations } = of.spending;
  return {
    kind: "finished",
    asked: answered.filter(({ cached }) => !cached).map(({ key: key2 }) => key2),
    replayed: answered.filter(({ cached }) => cached).map(({ key: key2 }) => key2),
    unmeasured: cells.flatMap(
      (cell) => cell.code.kind === "unmeasured" ? [{ key: cellKey(cell), ...whyIn(cell.code) }] : []
    ),
    unsafe: cells.flatMap(
      (cell) => cell.code.kind === "no-code" && cell.code.why === "unsafe-path" ? [cellKey(cell)] : []
    ),
    stopped: [...of.stopped].map(([model, { why, isMisconfigured, mend }]) => ({
      model,
      why: clippedWhy(why),
      isMisconfigured,
      ...mend === void 0 ? {} : { mend }
    })),
    ranOut: of.exhaustedCaps,
    ...of.lost.length === 0 ? {} : { lost: of.lost },
    spent: { usd, tokens, generations }
  };
}
function whyIn({ why, detail }) {
  return detail === void 0 ? { why } : { why, detail: clippedWhy(detail) };
}

// src/pipeline/fan-out/shard-job.ts
async function shardJob(ports, request, of) {
  const { folder, id } = of;
  refuseStrangeId(id);
  const file = await readPlan(folder, request.settings);
  if (file === null) throw noPlan();
  const left = { schema: 1, plan: file.key, id };
  await folder.clearShard(id);
  try {
    const records = copying(ports.records, of);
    const ended = await runShard({ ...ports, records }, request, { file, id });
    await folder.addRecords(id, ports.records.usedKeys);
    const end = request.signal.aborted ? { kind: "failed", why: "it was stopped" } : ended;
    await folder.writeShard({ ...left, end });
    return end;
  } catch (error) {
    const why = error instanceof UserError ? error.message : "internal error";
    await folder.writeShard({ ...left, end: { kind: "failed", why: clippedWhy(why) } });
    throw error;
  }
}
async function runShard(ports, request, { file, id }) {
  var _stack = [];
  try {
    const { plan, shards } = planOfFile(request.work, file, request.settings);
    const shard = shards.find((each) => each.id === id);
    if (shard === void 0)
      throw new UserError(
        "CONFIG_INVALID",
        `there is no shard \`${id.slice(0, 20)}\`; the plan has ${shards.length}.`,
        "Set `shard` from the matrix that the job `plan` prints."
      );
    const mode = await permittedMode(ports, request);
    if (mode.kind === "plan-only") throw new UserError("PLAN_FILE_UNUSABLE", mode.why, "Run all jobs again.");
    await ports.restoreRecords();
    ports.log.info(
      `Shard ${id} of ${shards.length}: ${shard.questions.length} of ${plan.questions.length} questions.`
    );
    const part = { changes: plan.changes, questions: shard.questions };
    const allowance = { kind: "share", share: shard.share };
    const engine = __using(_stack, await openEngine(ports, request, { plan: part, allowance }), true);
    const ofRun = { questions: plan.questions.length };
    const measurements = await runPlan(engine, part, ofRun);
    const end = runEndOf(engine);
    const words = await findWords(engine, { plan: part, measurements, part: ofRun });
    const cells = [...measurements.cells, ...words.cells];
    return shardEnd({ cells }, { ...end, lost: engine.lost.list, spending: engine.ledger.spending });
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
function refuseStrangeId(id) {
  if (/^[1-9]\d{0,2}$/.test(id) && Number(id) <= mostShards) return;
  throw new UserError(
    "CONFIG_INVALID",
    `\`shard\` is \`${id.slice(0, 20)}\`.`,
    "Set it from the output `matrix` of the job `plan`."
  );
}
function copying(records, { folder, id }) {
  return {
    ...records,
    async write(record) {
      const stored = await records.write(record);
      await folder.addRecords(id, [record.key]);
      return stored;
    }
  };
}

export {
  fanOutFolder,
  planJob,
  matrixOf,
  reportJob,
  shardJob
};
