import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  renderTerminal,
  whereTold,
  writeComment
} from "./chunk-THUHDMLQ.js";
import {
  writeHtml
} from "./chunk-FVSSU63J.js";
import {
  writeReport
} from "./chunk-SA7LYKUL.js";
import {
  resultText
} from "./chunk-OSVSF47P.js";
import "./chunk-J5GYMS7X.js";
import "./chunk-62MT6X5Y.js";
import "./chunk-N2DEFOSI.js";
import "./chunk-I3VVAFPO.js";
import "./chunk-IF5ZEEKF.js";
import "./chunk-BWOT4FZX.js";
import {
  exitCodeOf
} from "./chunk-KHUPEOCK.js";
import {
  trackedAnywhere
} from "./chunk-3BO4C2BF.js";
import {
  placesOf,
  textOf
} from "./chunk-P33PNVVQ.js";
import {
  openResultFile
} from "./chunk-FDRKQG2W.js";
import {
  evidenceOf
} from "./chunk-X2KCB4VD.js";
import {
  judge
} from "./chunk-P6LB3YDL.js";
import "./chunk-Z5FYRDEC.js";
import "./chunk-QUDMBABV.js";
import "./chunk-KUOKDNTN.js";
import "./chunk-VRNSNVJL.js";
import "./chunk-RQROVOIW.js";
import "./chunk-C26DV424.js";
import "./chunk-27R2TNPY.js";
import "./chunk-6NPGJV5B.js";
import "./chunk-OS3IK72S.js";
import "./chunk-Y4O5MXR2.js";
import "./chunk-IAVDIG2U.js";
import "./chunk-X6HJ4QIY.js";
import {
  UserError,
  answeredOf,
  ask,
  canBlock,
  configError,
  configSchema,
  digest,
  measuredFrom,
  openReportFolder,
  print,
  readPlainFile,
  samplesOf,
  shown,
  tallyOf,
  whyInconclusive
} from "./chunk-WSJ3JF5A.js";
import {
  hostEnvironment
} from "./chunk-FMJFPCHD.js";
import "./chunk-QAKTEOWQ.js";
import {
  array,
  boolean,
  int,
  literal,
  number,
  object,
  record,
  strictObject,
  string,
  union,
  unknown
} from "./chunk-P6BWDRRG.js";
import "./chunk-TZXIYNRP.js";

// src/entry/commands/judge-command.ts
import { basename, resolve } from "node:path";

// src/adapters/plain-files/read-named-file.ts
import { realpath } from "node:fs/promises";
async function readNamedFile(path, capBytes) {
  return readPlainFile(await realpath(path).catch(() => path), capBytes);
}

// src/config/rules-without-config.ts
function rulesWithoutConfig(failOn) {
  const { decide, gate } = configSchema.shape;
  const read = gate.safeParse(failOn === null ? {} : { "fail-on": failOn });
  if (!read.success)
    throw configError(
      "CONFIG_INVALID",
      `option \`--fail-on\` is ${shown(failOn)}.`,
      `Allowed: ${read.error.issues[0]?.message ?? ""}.`
    );
  const { "fail-on": allowed, "min-portability": minPortability } = read.data;
  return { decide: decide.parse({}), failOn: allowed, minPortability };
}

// src/core/outcomes/limits.ts
var mostSamples = 200;
var mostQuestions = 2e3;
var mostTogether = 2e5;
var largestOutcomeFile = 128 * 1024 * 1024;

// src/core/outcomes/refuse-outcomes.ts
function outcomesError(code, what, hint) {
  return new UserError(code, printable(what), hint);
}
function shownName(name) {
  const text = name.slice(0, 200).replaceAll("`", "'");
  return `\`${text.length > 80 ? `${text.slice(0, 79)}\u2026` : text}\``;
}
function shownNames(names) {
  const shown2 = names.slice(0, 5).map((name) => shownName(name));
  return `${shown2.join(", ")}${names.length > 5 ? ` and ${names.length - 5} more` : ""}`;
}
function printable(text) {
  return text.replaceAll(/\s/gu, " ").replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, "?");
}

// src/core/outcomes/pair-sides.ts
function pairSides({ base, head }) {
  refuseTwice([...base, ...head]);
  const names = uniqueNames([...base, ...head]);
  const before = grouped(base);
  const after = grouped(head);
  const questions = [...after].flatMap(([id, samples]) => {
    const others = before.get(id);
    const [first] = samples;
    if (others === void 0 || first === void 0) return [];
    const item = names.get(first.key) ?? first.item;
    return [{ item, model: first.model, base: others.map(judged), head: samples.map(judged) }];
  });
  const notes = [
    ...onlyOn("base", before, after),
    ...onlyOn("head", after, before),
    ...emptyAnswers({ base, head })
  ];
  return { questions, notes };
}
function judged({ outcome, said }) {
  return { outcome, said };
}
function refuseTwice(samples) {
  const seen = /* @__PURE__ */ new Set();
  for (const { id } of samples) {
    if (id === null) continue;
    if (seen.has(id))
      throw outcomesError(
        "OUTCOMES_NOT_COMPARABLE",
        `the sample \`${id.slice(0, 80)}\` stands in the files twice.`,
        "Give each file once, and no log together with the one that continued it."
      );
    seen.add(id);
  }
}
function grouped(samples) {
  const groups = /* @__PURE__ */ new Map();
  for (const each of samples) {
    const id = JSON.stringify([each.key, each.model]);
    const group = groups.get(id) ?? [];
    groups.set(id, group);
    group.push(each);
  }
  return groups;
}
function uniqueNames(samples) {
  const short = new Map(
    samples.map(({ key, item }) => [key, item.slice(0, longestName).trim() || "(unnamed)"])
  );
  const counts = /* @__PURE__ */ new Map();
  for (const name of short.values()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map(
    [...short].map(([key, name]) => [key, counts.get(name) === 1 ? name : `${name} (${key.slice(0, 8)})`])
  );
}
var longestName = 120;
function onlyOn(side2, own, other) {
  const alone = [...own].filter(([id]) => !other.has(id)).flatMap(([, [first2]]) => first2 ?? []);
  const [first] = alone;
  if (first === void 0) return [];
  const more = alone.length === 1 ? "" : ` and ${alone.length - 1} more`;
  return [
    `Only on the ${side2}, so not compared: ${first.item.slice(0, longestName)} on ${first.model}${more}.`
  ];
}
function emptyAnswers(sides) {
  const counts = { base: 0, head: 0 };
  for (const side2 of ["base", "head"])
    counts[side2] = sides[side2].filter(({ isEmptyFailure }) => isEmptyFailure).length;
  if (counts.base + counts.head === 0) return [];
  return [
    `Empty answers count as failed: ${counts.base} on the base, ${counts.head} on the head. If they were calls that failed, collect them again: nobody recorded an error.`
  ];
}

// src/core/outcomes/collected.ts
function clippedSaying(text) {
  return (text ?? "").slice(0, longestSaying);
}
var longestSaying = 2e3;

// src/core/outcomes/read-document.ts
function readDocument({ name, value }, schema) {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const place = (issue?.path ?? []).map(String).join(".").slice(0, 120);
  throw outcomesError(
    "OUTCOMES_UNREADABLE",
    `${shownName(name)} is damaged, or of a version that this program does not know: \`${place}\`: ${issue?.message ?? "unknown"}.`,
    "Collect it again, or write the plain form in docs/judge.md."
  );
}

// src/core/outcomes/read-inspect.ts
var sampleId = union([string(), number()]).transform(String);
var sample = object({
  id: sampleId,
  epoch: number(),
  uuid: string().nullish(),
  output: object({ completion: string().nullish() }).nullish(),
  scores: record(string(), object({ value: unknown().optional(), explanation: string().nullish() })).nullish(),
  error: object({ message: string() }).nullish(),
  invalidation: unknown().optional()
});
var logFile = object({
  status: string(),
  eval: object({
    task: string(),
    model: string(),
    config: object({ epochs: number().int().nullish() }).nullish(),
    dataset: object({ sample_ids: array(sampleId).nullish() }).nullish()
  }),
  samples: array(sample).nullish()
});
function isInspectLog(value) {
  return object({ status: string(), eval: object({ task: unknown() }) }).safeParse(value).success;
}
function inspectSamples(documents, rules) {
  return documents.flatMap((document) => {
    const log = readDocument(document, logFile);
    const scorer = scorerOf(document, log, rules.scorer);
    const samples = samplesOf2(document, log);
    return [
      ...samples.map((each) => foundSample(log, each, { document, scorer, passAt: rules.passAt })),
      ...missingSamples(document, log)
    ];
  });
}
function samplesOf2({ name }, { samples }) {
  if (samples !== null && samples !== void 0 && samples.length > 0) return samples;
  throw outcomesError(
    "OUTCOMES_UNREADABLE",
    `${shownName(name)} is a log of inspect_ai without any sample.`,
    "Give a log that was written with its samples."
  );
}
function scorerOf({ name }, { samples }, wanted2) {
  const names = [...new Set((samples ?? []).flatMap(({ scores }) => Object.keys(scores ?? {})))];
  const [only = null, ...more] = names;
  if (wanted2 !== null && only !== null && !names.includes(wanted2))
    throw outcomesError(
      "OUTCOMES_NOT_COMPARABLE",
      `${shownName(name)} has no scorer ${shownName(wanted2)}; it has ${shownNames(names)}.`,
      "Name one of them with `--scorer`."
    );
  if (wanted2 === null && more.length > 0)
    throw outcomesError(
      "OUTCOMES_NOT_COMPARABLE",
      `${shownName(name)} has ${names.length} scorers (${shownNames(names)}), and one has to say what passes.`,
      "Name it with `--scorer`."
    );
  return wanted2 ?? only;
}
function foundSample(log, each, scoring) {
  const judged2 = outcomeOf(each, scoring);
  return {
    ...judged2,
    ...itemOf(log, each.id),
    id: each.uuid ?? null,
    isEmptyFailure: judged2.outcome === "failed" && (each.output?.completion ?? null) === ""
  };
}
function itemOf({ eval: { task, model } }, id) {
  return { key: digest([task, id]), item: `${task} ${id}`, model };
}
function outcomeOf(each, scoring) {
  const score = each.scores?.[scoring.scorer ?? ""];
  const { value = null, explanation } = score ?? {};
  const missing = whyUnmeasured(each) ?? (value === null ? "the sample has no score" : null);
  if (missing !== null) return { outcome: "unmeasured", said: missing };
  return passes(each, value, scoring) ? { outcome: "passed", said: "" } : { outcome: "failed", said: clippedSaying(explanation) };
}
function whyUnmeasured({ error, invalidation }) {
  if (error) return clippedSaying(error.message);
  return (invalidation ?? null) === null ? null : "the sample was invalidated";
}
function passes(each, value, { document, passAt }) {
  const number2 = numberOf(value);
  if (number2 === null || passAt === null && number2 !== 0 && number2 !== 1)
    throw noVerdict(document, each, value);
  return number2 >= (passAt ?? 1);
}
function numberOf(value) {
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return Number(value);
  if (typeof value !== "string") return null;
  const known = words.get(value) ?? words.get(value.toLowerCase());
  if (known !== void 0) return known;
  return value.trim() === "" || Number.isNaN(Number(value)) ? null : Number(value);
}
var words = /* @__PURE__ */ new Map([
  ["C", 1],
  ["I", 0],
  ["P", 0.5],
  ["N", 0],
  ["yes", 1],
  ["true", 1],
  ["no", 0],
  ["false", 0]
]);
function noVerdict({ name }, { id, epoch }, value) {
  const score = JSON.stringify(value) ?? String(value);
  const isNumber = numberOf(value) !== null;
  return outcomesError(
    "OUTCOMES_NOT_COMPARABLE",
    `${shownName(name)}: the score ${shownName(score)} of sample ${shownName(id)} (epoch ${epoch}) is neither passed nor failed.`,
    isNumber ? "Say with `--pass-at SCORE` from which score on a sample passes." : "Name a scorer that gives one value with `--scorer`."
  );
}
function missingSamples(document, log) {
  const epochs = log.eval.config?.epochs ?? 1;
  if (epochs > mostSamples)
    throw outcomesError(
      "OUTCOMES_NOT_COMPARABLE",
      `${shownName(document.name)} plans ${epochs} epochs, and at most ${mostSamples} samples a side can be judged.`,
      "Collect fewer."
    );
  const counts = new Map((log.eval.dataset?.sample_ids ?? []).map((id) => [id, 0]));
  for (const { id } of log.samples ?? []) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].flatMap(
    ([id, count2]) => Array.from({ length: Math.max(0, epochs - count2) }, () => ({
      outcome: "unmeasured",
      said: `the log lacks this sample (its status is ${log.status.slice(0, 40)})`,
      ...itemOf(log, id),
      id: null,
      isEmptyFailure: false
    }))
  );
}

// src/core/outcomes/read-json.ts
function readJson({ name, text }) {
  const json = text.replace(/^\uFEFF/, "");
  const read = parsed(json) ?? parsed(withoutConstants(json));
  if (read !== null) return { name, value: read.value };
  throw outcomesError("OUTCOMES_UNREADABLE", `${shownName(name)} ${whatItIs(json)}.`, wanted);
}
function parsed(text) {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}
function withoutConstants(text) {
  return text.replaceAll(
    /"[^"\\]*(?:\\.[^"\\]*)*"|-?\b(?:NaN|Infinity)\b/gs,
    (part) => part.startsWith('"') ? part : "null"
  );
}
function whatItIs(text) {
  if (text.trim() === "") return "is empty";
  if (text.startsWith("PK")) return "is an archive, as inspect_ai writes it with the ending `.eval`";
  return "is not whole JSON";
}
var wanted = "Give results of promptfoo (`--output results.json`), a log of inspect_ai as JSON (`--log-format json`, or `inspect log dump`), or the plain form in docs/judge.md.";

// src/core/outcomes/read-plain.ts
var count = int().min(0).max(mostSamples);
var side = strictObject({
  passed: count.describe("samples that passed"),
  failed: count.describe("samples that failed"),
  unmeasured: count.optional().describe("samples that ended in an error and say nothing")
});
var plainOutcomesSchema = strictObject({
  schema: literal(1),
  outcomes: array(
    strictObject({
      item: string().min(1).describe("what was asked: a task, a test case, a spec"),
      model: string().min(1).describe("the model that was asked"),
      base: side.describe("samples from before the change"),
      head: side.describe("samples from after the change")
    })
  ).min(1).describe(
    "one entry for each item on each model; repeats of an item are its samples, and items are never pooled"
  )
});
function isPlain(value) {
  return object({ outcomes: unknown() }).safeParse(value).success;
}
function plainQuestions(document) {
  const { outcomes } = readDocument(document, plainOutcomesSchema);
  const seen = /* @__PURE__ */ new Set();
  for (const { item, model } of outcomes) {
    const key = JSON.stringify([item, model]);
    if (seen.has(key))
      throw outcomesError(
        "OUTCOMES_NOT_COMPARABLE",
        `${shownName(document.name)} has two entries for ${shownName(item)} on ${shownName(model)}.`,
        "Give each item on each model one entry."
      );
    seen.add(key);
  }
  const questions = outcomes.map(({ item, model, base, head }) => ({
    item,
    model,
    base: samplesOf3(base),
    head: samplesOf3(head)
  }));
  return { questions, notes: [] };
}
function samplesOf3({ passed, failed, unmeasured = 0 }) {
  const times = (number2, outcome) => Array.from({ length: number2 }, () => ({ outcome, said: "" }));
  return [...times(passed, "passed"), ...times(failed, "failed"), ...times(unmeasured, "unmeasured")];
}

// src/core/outcomes/read-promptfoo.ts
var components = array(
  object({
    pass: boolean().nullish(),
    metadata: object({ graderError: unknown().optional() }).nullish()
  })
);
var row = object({
  id: string().nullish(),
  success: boolean(),
  /** 0 = none, 1 = an assertion, 2 = an error; older versions do not say. */
  failureReason: number().nullish(),
  error: string().nullish(),
  promptIdx: number(),
  prompt: object({ label: string().nullish(), raw: string().nullish() }),
  provider: object({ id: string().nullish(), label: string().nullish() }),
  testCase: object({
    description: string().nullish(),
    vars: record(string(), unknown()).nullish(),
    assert: unknown().optional()
  }),
  gradingResult: object({ reason: string().nullish(), componentResults: components.nullish() }).nullish(),
  response: object({ output: unknown().optional() }).nullish()
});
var resultsFile = object({ results: object({ results: array(row) }) });
function isPromptfoo(value) {
  return object({ results: object({ results: unknown() }) }).safeParse(value).success;
}
function promptfooSides(documents) {
  const base = documents.base.flatMap((document) => rowsOf(document));
  const head = documents.head.flatMap((document) => rowsOf(document));
  const [before, now] = [promptsOf(base), promptsOf(head)];
  if (before.length !== now.length)
    throw outcomesError(
      "OUTCOMES_NOT_COMPARABLE",
      `the base holds results of ${numberOf2(before)} and the head of ${numberOf2(now)}.`,
      "Give results of the same prompts, in the same order."
    );
  const samplesOf4 = (rows, prompts) => rows.map((each) => sampleOf(each, prompts.length > 1 ? prompts.indexOf(labelOf(each)) : null));
  return {
    base: samplesOf4(base, before),
    head: samplesOf4(head, now),
    notes: now.length > 1 ? now.map((label, index) => `Prompt ${index + 1} is ${label.slice(0, 100)}.`) : []
  };
}
function promptsInOne(document) {
  const rows = rowsOf(document);
  const prompts = promptsOf(rows);
  const [base, head, ...more] = prompts;
  if (base === void 0 || head === void 0 || more.length > 0)
    throw outcomesError(
      "OUTCOMES_NOT_COMPARABLE",
      `${shownName(document.name)} holds results of ${numberOf2(prompts)} (${shownNames(prompts)}), and one file alone must hold two: the base, then the head.`,
      "Give the results from before the change with `--base`."
    );
  const side2 = (label) => rows.filter((each) => labelOf(each) === label).map((each) => sampleOf(each, null));
  return {
    base: side2(base),
    head: side2(head),
    notes: [`The base is the prompt ${base.slice(0, 200)}; the head is the prompt ${head.slice(0, 200)}.`]
  };
}
function numberOf2({ length }) {
  return length === 1 ? "1 prompt" : `${length} prompts`;
}
function rowsOf(document) {
  return readDocument(document, resultsFile).results.results;
}
function promptsOf(rows) {
  const ordered = rows.toSorted((one, other) => one.promptIdx - other.promptIdx);
  return [...new Set(ordered.map((each) => labelOf(each)))];
}
function labelOf({ prompt }) {
  return prompt.label ?? prompt.raw ?? "";
}
function sampleOf(each, prompt) {
  const { id = null, provider, response } = each;
  const judged2 = outcomeOf2(each);
  return {
    ...judged2,
    ...itemOf2(each, prompt),
    model: provider.label ?? provider.id ?? "",
    id,
    isEmptyFailure: judged2.outcome === "failed" && (response?.output ?? "") === ""
  };
}
function itemOf2({ testCase }, prompt) {
  const { description = null, vars = null, assert = null } = testCase;
  const named = description ?? textOf2(vars ?? {});
  return {
    key: digest([prompt, description, vars, assert]),
    item: prompt === null ? named : `prompt ${prompt + 1} \xB7 ${named}`
  };
}
function textOf2(vars) {
  const parts = Object.entries(vars).map(
    ([name, value]) => `${name}=${typeof value === "string" ? value : JSON.stringify(value)}`
  );
  return parts.length === 0 ? "the only test" : parts.join(", ");
}
function outcomeOf2(each) {
  const { success, error, gradingResult } = each;
  if (isError(each)) return { outcome: "unmeasured", said: clippedSaying(error ?? "an error") };
  if (isGraderError(each)) return { outcome: "unmeasured", said: clippedSaying(gradingResult?.reason) };
  if (!hasAssertions(each)) return { outcome: "unmeasured", said: "no assertion judged the answer" };
  return {
    outcome: success ? "passed" : "failed",
    said: success ? "" : clippedSaying(gradingResult?.reason ?? error)
  };
}
function isError({ success, failureReason, error, gradingResult }) {
  if (success) return false;
  if (typeof failureReason === "number") return failureReason === 2;
  return typeof error === "string" && (gradingResult ?? null) === null;
}
function isGraderError({ success, gradingResult }) {
  const failed = (gradingResult?.componentResults ?? []).filter(({ pass }) => pass !== true);
  return !success && failed.length > 0 && failed.every(({ metadata }) => metadata?.graderError === true);
}
function hasAssertions({ testCase, gradingResult }) {
  const { assert } = testCase;
  const isListed = Array.isArray(assert) && assert.length > 0;
  return isListed || (gradingResult?.componentResults ?? []).length > 0;
}

// src/core/outcomes/refuse-unusable.ts
function refuseUnusable({ questions, notes }) {
  if (questions.length === 0)
    throw outcomesError(
      "OUTCOMES_NOT_COMPARABLE",
      `no item was asked of the same model on both sides. ${notes.join(" ")}`,
      "Collect both sides with the same items and models."
    );
  const samples = questions.reduce((sum, { base, head }) => sum + base.length + head.length, 0);
  if (questions.length > mostQuestions || samples > mostTogether)
    throw outcomesError(
      "OUTCOMES_NOT_COMPARABLE",
      `${questions.length} items on models with ${samples} samples are too many to be judged together; ${mostQuestions} with ${mostTogether} samples are the most.`,
      "Judge a part of them that was chosen before the results were seen."
    );
  for (const { item, model, base, head } of questions) {
    const sizes = [base.length, head.length];
    const where = `${shownName(item)} on ${shownName(model)} has ${base.length} on the base and ${head.length} on the head`;
    if (Math.min(...sizes) < 2)
      throw outcomesError(
        "TOO_FEW_SAMPLES",
        `one sample of an item cannot tell a change from chance: ${where}. Samples of other items do not help, because items differ.`,
        "Repeat each item (`--repeat 20` in promptfoo, `--epochs 20` in inspect_ai)."
      );
    if (Math.max(...sizes) > mostSamples)
      throw outcomesError(
        "OUTCOMES_NOT_COMPARABLE",
        `${where}, and at most ${mostSamples} samples a side can be judged.`,
        "Collect fewer: the number must be fixed before the first sample is seen."
      );
  }
}

// src/core/outcomes/read-outcomes.ts
function readOutcomes(files, rules) {
  const base = files.base.map((file) => readJson(file));
  const head = files.head.map((file) => readJson(file));
  const format = formatOf([...head, ...base]);
  const collected = format.collect({ base, head }, rules);
  refuseUnusable(collected);
  return collected;
}
var formats = [
  { name: "results of promptfoo", isIn: isPromptfoo, collect: fromPromptfoo },
  { name: "a log of inspect_ai", isIn: isInspectLog, collect: fromInspect },
  { name: "the plain form", isIn: isPlain, collect: fromPlain }
];
function formatOf(documents) {
  const known = documents.map((document) => ({ document, format: knownFormat(document) }));
  const [first] = known;
  if (first === void 0) throw new Error("there is no file to read");
  const other = known.find(({ format }) => format !== first.format);
  if (other === void 0) return first.format;
  throw outcomesError(
    "OUTCOMES_NOT_COMPARABLE",
    `${shownName(first.document.name)} is ${first.format.name}, and ${shownName(other.document.name)} is ${other.format.name}.`,
    "Give files of one format."
  );
}
function knownFormat({ name, value }) {
  const format = formats.find(({ isIn }) => isIn(value));
  if (format !== void 0) return format;
  throw outcomesError(
    "OUTCOMES_UNREADABLE",
    `${shownName(name)} is JSON, but it is neither ${formats.map((each) => each.name).join(" nor ")}.`,
    "The plain form is described in docs/judge.md."
  );
}
function fromPromptfoo(documents) {
  const { notes, ...sides } = promptfooFiles(documents);
  const collected = pairSides(sides);
  return { ...collected, notes: [...notes, ...collected.notes] };
}
function promptfooFiles(documents) {
  const [only, ...more] = documents.head;
  if (documents.base.length > 0) return promptfooSides(documents);
  if (only === void 0 || more.length > 0) throw withoutBase();
  return promptsInOne(only);
}
function fromInspect({ base, head }, rules) {
  const sides = { head: inspectSamples(head, rules), base: inspectSamples(base, rules) };
  if (base.length === 0) throw withoutBase();
  return pairSides(sides);
}
function fromPlain({ base, head }) {
  const [only, ...more] = head;
  if (only !== void 0 && more.length === 0 && base.length === 0) return plainQuestions(only);
  throw outcomesError(
    "OUTCOMES_NOT_COMPARABLE",
    "a file in the plain form holds both sides and all questions.",
    "Give it alone, without `--base`."
  );
}
function withoutBase() {
  return outcomesError(
    "OUTCOMES_NOT_COMPARABLE",
    "these files hold one side only.",
    "Give the files from before the change with `--base`."
  );
}

// src/core/outcomes/measured-outcomes.ts
function measuredOutcomes(collected) {
  const models = new Map(collected.map(({ model }) => [model, modelNamed(model)]));
  const items = new Map(collected.map(({ item }) => [item, pairNamed(item)]));
  const asked = collected.flatMap((each) => {
    const [model, change] = [models.get(each.model), items.get(each.item)];
    return model === void 0 || change === void 0 ? [] : [askedOf(each, model, change)];
  });
  const questions = asked.map(({ question }) => question);
  const cells = asked.flatMap((each) => each.cells);
  return {
    plan: { changes: [], questions },
    measurements: measuredFrom({ questions, trees: /* @__PURE__ */ new Map(), cells }),
    models: [...models.values()]
  };
}
function askedOf(collected, model, change) {
  const base = measuredFirst(collected.base);
  const head = measuredFirst(collected.head);
  const question = {
    ...ask({
      asks: "outcomes",
      change,
      base: armOf(change.base, model),
      head: armOf(change.head, model)
    }),
    looks: [{ base: sizeOf(base), head: sizeOf(head) }],
    baseSamples: [...base.keys()],
    reused: [],
    confirming: [],
    endsFutile: false,
    headSamples: [...head.keys()]
  };
  return { question, cells: [...cellsOf(question, "base", base), ...cellsOf(question, "head", head)] };
}
function measuredFirst(samples) {
  const isMissing = ({ outcome }) => Number(outcome === "unmeasured");
  return samples.toSorted((one, other) => isMissing(one) - isMissing(other));
}
function sizeOf(samples) {
  return Math.max(1, samples.filter(({ outcome }) => outcome !== "unmeasured").length);
}
function cellsOf(question, role, samples) {
  const arm = role === "head" ? question.head : question.base ?? question.head;
  return samples.map((collected, sample2) => ({
    question: question.id,
    role,
    arm,
    sample: sample2,
    ...resultOf(collected),
    flaky: [],
    generation: null,
    cached: true
  }));
}
function resultOf({ outcome, said }) {
  if (outcome === "unmeasured")
    return {
      code: { kind: "unmeasured", why: "provider-error", ...said === "" ? {} : { detail: said } },
      testRun: null
    };
  return { code: { kind: "files" }, testRun: runThat(outcome === "passed" ? 0 : 1, said) };
}
function runThat(code, said) {
  return {
    run: {
      end: { kind: "exited", code },
      stdout: { text: said, droppedBytes: 0 },
      stderr: { text: "", droppedBytes: 0 },
      durationMs: 0
    },
    report: { format: "exit-code", cases: [] }
  };
}
function armOf(version, model) {
  return {
    version,
    model,
    prompt: { nonce: "", system: "", user: "" },
    keyOf: (sample2) => digest([version.spec.name, model.id, sample2]),
    mayWrite: () => false
  };
}
function modelNamed(id) {
  return {
    id,
    provider: "openai-compatible",
    name: "",
    baseUrl: null,
    apiKeyEnv: null,
    effort: null,
    maxOutputTokens: 0,
    idleMs: 0,
    params: {},
    price: null
  };
}
function pairNamed(name) {
  return {
    name,
    base: versionNamed(name),
    head: versionNamed(name),
    hunks: [],
    changedTests: [],
    otherFilesChanged: true
  };
}
function versionNamed(name) {
  return {
    spec: {
      name,
      files: [],
      instructions: [],
      writes: [],
      tests: [],
      context: [],
      directory: ".",
      setup: null,
      setupEnv: [],
      writableDeps: [],
      test: "",
      results: { kind: "exit-code" },
      timeoutMs: null
    },
    commit: "",
    files: [],
    instructions: [],
    context: [],
    emptied: []
  };
}

// src/core/outcomes/outcome-notes.ts
function fixedNumberNote(questions, alpha) {
  const sizes = questions.flatMap(({ looks }) => looks.flatMap(({ base, head }) => [base, head]));
  const [fewest, most] = [Math.min(...sizes), Math.max(...sizes)];
  const number2 = fewest === most ? `${most}` : `${fewest} to ${most}`;
  const percent = `${Number((100 * alpha).toFixed(1))} %`;
  return `Each comparison is looked at once, with ${number2} samples a side. The error rate of ${percent} holds only if these numbers were fixed before the first sample was seen: whoever goes on collecting until something shows will find something.`;
}
function leftOutNotes(questions, measurements) {
  const sides = questions.map((question) => samplesOf(question, measurements));
  const base = sides.reduce((sum, samples) => sum + tallyOf(samples.base).unmeasured, 0);
  const head = sides.reduce((sum, samples) => sum + tallyOf(samples.head).unmeasured, 0);
  if (base + head === 0) return [];
  return [
    `Samples that ended in an error or were never judged: ${base} on the base, ${head} on the head. They are left out and count as nothing, least of all as failures; a side that lost more than one in five has no verdict.`
  ];
}
function whyOpen(verdict, question, by) {
  if (question === void 0 || verdict.why === null) return verdict;
  const answered = answeredOf(question, by.measurements);
  const { base, head, tests } = answered.samples;
  const lost = lostSide("base", base) ?? lostSide("head", head);
  if (lost !== null) return { ...verdict, why: lost };
  const samples = { base: base.filter(isEvidence), head: head.filter(isEvidence), tests };
  return { ...verdict, why: whyInconclusive({ ...answered, samples }, null, by.decide) };
}
function isEvidence({ kind }) {
  return kind !== "unmeasured";
}
function lostSide(side2, outcomes) {
  const missing = outcomes.flatMap((outcome) => outcome.kind === "unmeasured" ? [outcome] : []);
  if (missing.length <= 0.2 * outcomes.length) return null;
  const said = missing.find(({ detail: detail2 }) => detail2 !== void 0)?.detail;
  const detail = said === void 0 ? "" : `: ${said}`;
  return `${missing.length} of ${outcomes.length} samples of the ${side2} ended in an error or were never judged${detail}`;
}

// src/core/outcomes/refuse-idle-outcomes.ts
function refuseIdleOutcomes(questions, { decide, failOn }) {
  const level = decide.alpha / (2 * questions.length);
  if (failOn === "never" || questions.some(({ looks }) => canBlock(looks, level))) return;
  const most = Math.max(...questions.flatMap(({ looks }) => looks.map(({ head }) => head)));
  const needed = fewestSamples(level);
  throw outcomesError(
    "TOO_FEW_SAMPLES",
    `with ${questions.length === 1 ? "one question" : `${questions.length} questions`} and at most ${most} measured samples a side, even an item that always passed and now never does would not be significant.`,
    needed === null ? "Judge fewer items together." : `Collect at least ${needed} samples a side, judge fewer items together, or give \`--fail-on never\`.`
  );
}
function fewestSamples(level) {
  for (let samples = 2; samples <= mostSamples; samples += 1)
    if (canBlock([{ base: samples, head: samples }], level)) return samples;
  return null;
}

// src/pipeline/check/judge-outcomes.ts
function judgeOutcomes({ collected, files, decide, failOn }) {
  const { plan, measurements, models } = measuredOutcomes(collected.questions);
  refuseIdleOutcomes(plan.questions, { decide, failOn });
  const most = Math.max(...plan.questions.flatMap(({ looks }) => looks.map(({ head }) => head)));
  const summary = judge({
    trigger: { kind: "outcomes", ...files },
    settings: {
      models,
      samples: { looks: [most], base: 0, confirm: 0 },
      decide,
      gate: { failOn, minPortability: 0 }
    },
    plan,
    measurements,
    sandbox: "unused",
    isolation: null,
    stopped: /* @__PURE__ */ new Map(),
    notes: [
      fixedNumberNote(plan.questions, decide.alpha),
      ...leftOutNotes(plan.questions, measurements),
      ...collected.notes
    ],
    skipReason: null,
    exhaustedCaps: [],
    lost: [],
    seconds: 0
  });
  const verdicts = summary.verdicts.map(
    (verdict, index) => whyOpen(verdict, plan.questions[index], { measurements, decide })
  );
  const evidence = evidenceOf({ plan, measurements, lost: [], settings: { models, decide } });
  const comparisons = evidence.comparisons.map((comparison) => ({
    ...comparison,
    ended: "The samples were given; each comparison is looked at once."
  }));
  return { summary: { ...summary, verdicts }, evidence: { ...evidence, comparisons, costs: [] } };
}

// src/entry/commands/judge-command.ts
async function judgeCommand(typed, options) {
  const { decide, failOn } = rulesWithoutConfig(textOf(options, "failOn"));
  const scoring = { scorer: textOf(options, "scorer"), passAt: passAtIn(options) };
  const files = { base: await readAll(typed.base), head: await readAll(typed.head) };
  const collected = readOutcomes(files, scoring);
  const { report: directory } = placesOf(options);
  const extra = textOf(options, "result");
  const tracks = trackedAnywhere(hostEnvironment());
  if (extra !== null) await openResultFile(resolve(extra), tracks);
  await openReportFolder({ directory, tracks });
  const digests = {
    base: digestOf(files.base.length > 0 ? files.base : files.head),
    head: digestOf(files.head)
  };
  const judged2 = judgeOutcomes({ collected, files: digests, decide, failOn });
  const { summary } = judged2;
  print(options["json"] === true ? resultText(summary) : renderTerminal(summary));
  await writeReport(summary, { directory, extra: extra === null ? null : resolve(extra) });
  const names = typed.head.map((path) => basename(path)).join(", ");
  await writeHtml(judged2, directory, { repository: names, repositoryUrl: null, runUrl: null });
  await writeComment(summary, directory);
  process.stderr.write(`${whereTold(directory)}
`);
  return exitCodeOf(summary);
}
async function readAll(paths) {
  const files = [];
  for (const path of paths) files.push({ name: path, text: await textIn(path) });
  return files;
}
async function textIn(path) {
  const file = await readNamedFile(resolve(path), largestOutcomeFile);
  if (file.kind === "read") return file.bytes.toString("utf8");
  throw outcomesError(
    "OUTCOMES_UNREADABLE",
    `${shownName(path)} ${file.kind === "absent" ? "is not there" : file.why}.`,
    "Check the path."
  );
}
function digestOf(files) {
  return digest(files.map(({ text }) => text));
}
function passAtIn(options) {
  const text = textOf(options, "passAt");
  if (text === null) return null;
  const score = Number(text);
  if (Number.isFinite(score)) return score;
  throw new UserError(
    "CONFIG_INVALID",
    `option \`--pass-at\` is \`${text.slice(0, 40)}\`.`,
    "Give a number."
  );
}
export {
  judgeCommand
};
