import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  placesOf,
  textOf
} from "./chunk-P33PNVVQ.js";
import {
  UserError,
  answerLimits,
  armsOf,
  digest,
  planKey,
  promptVersion,
  protocolVersion,
  readAnswer,
  readFileBelow,
  readPlainFile,
  recordFileSchema,
  recordPath,
  textDigest,
  writeAnswer,
  writeDurably
} from "./chunk-WSJ3JF5A.js";
import {
  hostVariable
} from "./chunk-FMJFPCHD.js";
import {
  _enum,
  array,
  literal,
  number,
  object,
  strictObject,
  string
} from "./chunk-P6BWDRRG.js";

// src/adapters/records/refuse-no-records.ts
import { readdir } from "node:fs/promises";
async function hasRecords(directory) {
  const names = await readdir(directory).catch(() => []);
  return names.some((name) => name === "generation" || name === "imported");
}
async function refuseNoRecords(directory) {
  if (await hasRecords(directory)) return;
  throw new UserError(
    "RECORDS_NOT_FOUND",
    `there are no records in ${directory}. No model was asked.`,
    "With `--records` name the folder that `check` wrote, or run `check` first."
  );
}

// src/adapters/records/import-folder.ts
import { join } from "node:path";

// src/core/records/records-file.ts
var recordsFileCapBytes = 256 * 1024 * 1024;
var lineCap = 32 * 1024 * 1024;
var mostRecords = 5e4;
var format = "spec-portability-records";
var key = string().regex(/^[0-9a-f]{64}$/);
var commit = string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);
var version = number().int().nonnegative();
var aboutSchema = strictObject({
  format: literal(format),
  schema: literal(1),
  /** Version of the answer protocol that the models were asked with. */
  protocol: version,
  /** Version of the prompt. */
  prompt: version,
  base: commit,
  head: commit,
  /** Key of the plan: what was asked, of which texts, and with which rules. */
  plan: key,
  /** Level of the sandbox in which the tests ran. */
  sandbox: _enum(["bubblewrap", "docker", "none"]),
  /** The records that follow, one a line, in this order. */
  parts: array(strictObject({ kind: _enum(["generation", "test-run", "plan"]), key, digest: key })).min(1).max(mostRecords)
});
var firstLineSchema = strictObject({ digest: key, about: aboutSchema });
function recordsFileText({ records, base, head, plan, sandbox }) {
  const sorted = records.toSorted((one, other) => placeOf(one) < placeOf(other) ? -1 : 1);
  const parts = sorted.map((record) => ({ kind: record.kind, key: record.key, digest: digest(record) }));
  const about = {
    format,
    schema: 1,
    protocol: protocolVersion,
    prompt: promptVersion,
    base,
    head,
    plan,
    sandbox,
    parts
  };
  const lines = [
    { digest: digest(about), about },
    // Read, so that the same record is the same text, whoever made it.
    ...sorted.map((record) => recordFileSchema.parse({ digest: digest(record), record }))
  ];
  return lines.map((line) => `${JSON.stringify(line)}
`).join("");
}
function readRecordsFile(bytes) {
  const text2 = textOf2(bytes);
  if (text2 === null) return refused("is no UTF-8 text");
  if (!text2.endsWith("\n")) return refused(text2 === "" ? "is empty" : "is cut off in the middle of a line");
  const end = text2.indexOf("\n");
  const first = text2.slice(0, end);
  const other = whyNotOurs(first);
  if (other !== null) return refused(other);
  const begin = lineOf(firstLineSchema, first);
  if (begin === null || digest(begin.about) !== begin.digest)
    return refused("was changed after it was written: the digest of its first line differs");
  const rest = text2.slice(end + 1, -1);
  return recordsOf(begin, rest === "" ? [] : rest.split("\n", begin.about.parts.length + 1));
}
function recordsOf({ about, digest: id }, lines) {
  const why = whyNotWhole(about, lines.length);
  if (why !== null) return refused(why);
  const { parts, base, head, plan, sandbox } = about;
  const records = [];
  for (const [index, line] of lines.entries()) {
    const record = recordIn(line, parts[index]);
    if (record === null)
      return refused(`was changed after it was written: line ${index + 2} is not the record that it names`);
    records.push(record);
  }
  return { kind: "read", file: { id: id.slice(0, 16), base, head, plan, sandbox, records } };
}
function whyNotWhole({ parts, plan }, lines) {
  if (lines < parts.length) return `is cut: it holds ${lines} of the ${parts.length} records that it names`;
  if (lines > parts.length)
    return `is doubled or joined with another: it holds more than the ${parts.length} records that it names`;
  if (new Set(parts.map((part) => placeOf(part))).size !== parts.length) return "names a record twice";
  const plans = parts.filter(({ kind }) => kind === "plan").map((part) => part.key);
  return plans.length === 1 && plans[0] === plan ? null : "does not hold the one plan that it names";
}
function recordIn(line, part) {
  const found = lineOf(recordFileSchema, line);
  if (found === null || part === void 0) return null;
  const isNamed = placeOf(found.record) === placeOf(part) && found.digest === part.digest;
  return isNamed && digest(found.record) === part.digest ? found.record : null;
}
var markedSchema = object({
  about: object({
    format: literal(format),
    schema: number(),
    protocol: number(),
    prompt: number()
  })
});
function whyNotOurs(first) {
  const found = markedSchema.safeParse(parsed(first));
  if (!found.success) return "is no file that `records export` wrote";
  const { schema, protocol, prompt } = found.data.about;
  if (schema !== 1) return `has schema ${schema}, and this program reads schema 1`;
  if (protocol !== protocolVersion)
    return `holds answers in version ${protocol} of the answer protocol, and this program reads version ${protocolVersion}`;
  if (prompt !== promptVersion)
    return `holds answers to version ${prompt} of the prompt, and this program asks with version ${promptVersion}`;
  return null;
}
function lineOf(schema, line) {
  const value = parsed(line);
  const found = schema.safeParse(value);
  return found.success && JSON.stringify(value) === line ? found.data : null;
}
function parsed(text2) {
  if (text2.length > lineCap) return null;
  try {
    return JSON.parse(text2);
  } catch {
    return null;
  }
}
function textOf2(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
function placeOf({ kind, key: of }) {
  return `${kind}/${of}`;
}
function refused(why) {
  return { kind: "refused", why };
}

// src/adapters/records/import-folder.ts
async function storeImport(records, file) {
  await writeDurably(records, pathOf(file.plan), Buffer.from(recordsFileText(file)));
  return join(records, pathOf(file.plan));
}
async function findImport(records, plan) {
  const path = pathOf(plan);
  const found = await readFileBelow(records, path, recordsFileCapBytes);
  if (found.kind === "absent") return null;
  const read = found.kind === "read" ? readRecordsFile(found.bytes) : found;
  if (read.kind === "read") return { path: join(records, path), file: read.file };
  throw new UserError(
    "RECORDS_NOT_IMPORTED",
    `the import ${join(records, path)} ${read.why}, so nothing of it is used.`,
    "Import the file again, or remove the import."
  );
}
function pathOf(plan) {
  return `imported/${plan}.jsonl`;
}

// src/entry/commands/imported-run.ts
import { resolve } from "node:path";

// src/adapters/records/imported-records.ts
function importedRecords(of) {
  const { own, id } = of;
  const held = new Map(of.records.map((record) => [recordPath(record), stamped(record, id)]));
  const take = (kind, key2) => {
    const record = held.get(recordPath({ kind, key: key2 }));
    return record !== void 0 && isOf(kind, record) ? record : null;
  };
  return {
    ...own,
    readGeneration: async (key2) => take("generation", key2),
    readGenerationSync: (key2) => take("generation", key2),
    // Nobody draws from an import: its plan says which answers it takes.
    readGenerations: async () => /* @__PURE__ */ new Map(),
    async *generationsOf() {
    },
    readTestRun: async (key2) => await own.readTestRun(key2) ?? take("test-run", key2),
    readPlan: async (key2) => take("plan", key2),
    async write(record) {
      if (record.kind === "test-run") return own.write(record);
      return { ...record, origin: originOf(Date.now(), id) };
    }
  };
}
function stamped(record, id) {
  return { ...record, origin: originOf(record.origin.at, id) };
}
function originOf(at, id) {
  return { at, event: "local", ref: null, run: null, pullRequest: null, import: id };
}
function isOf(kind, record) {
  return record.kind === kind;
}

// src/core/plan/foreign-generation.ts
var tokens = number().int().nonnegative().max(1e9);
var text = string().max(2 * answerLimits.bytes);
var foreignGenerationSchema = strictObject({
  /** Text of the spec that was asked: its files joined, with LF line ends. */
  spec: text.exactOptional(),
  /** SHA-256 of that text in hex, in its place. */
  specSha256: string().regex(/^[0-9a-f]{64}$/).exactOptional(),
  /** Name of the model in the config. */
  model: string().min(1).max(500),
  /** What the model wrote. */
  files: array(strictObject({ path: string().max(1e3), content: text })).max(answerLimits.files).exactOptional(),
  /** An answer in the answer protocol, as it came. */
  text: text.exactOptional(),
  /** The nonce that this answer was asked with; missing = the one that this check would ask with. */
  nonce: string().regex(/^[A-Z0-9]{4,12}$/).exactOptional(),
  /** How the answer ended; missing = complete. */
  finish: _enum(["complete", "truncated", "refused"]).exactOptional(),
  /** The model that the vendor says it served. */
  servedBy: string().min(1).max(200),
  usage: strictObject({ inputTokens: tokens, outputTokens: tokens }).exactOptional(),
  /** When it was answered, in epoch milliseconds. */
  at: number().int().nonnegative()
});
function readForeign(line) {
  const value = parsed2(line);
  if (value === void 0) return refused2("is no JSON, or is too long");
  const read = foreignGenerationSchema.safeParse(value);
  if (!read.success) return refused2(problemOf(read.error));
  if (namesIn(line) !== namesOf(value)) return refused2("gives a name twice");
  const { spec, specSha256, files, text: answer } = read.data;
  if (spec === void 0 === (specSha256 === void 0))
    return refused2("needs exactly one of `spec` and `specSha256`");
  if (files === void 0 === (answer === void 0))
    return refused2("needs exactly one of `files` and `text`");
  return { kind: "read", generation: read.data };
}
var lineCap2 = 3 * answerLimits.bytes;
function parsed2(line) {
  if (line.length > lineCap2) return void 0;
  try {
    return JSON.parse(line);
  } catch {
    return void 0;
  }
}
function problemOf({ issues: [first] }) {
  const at = (first?.path ?? []).map(String).join(".");
  const why = `${at === "" ? "" : ` at \`${at.slice(0, 60)}\``} (${(first?.message ?? "").slice(0, 120)})`;
  return `is of another shape${why.replaceAll(/[^ -~]/g, "?")}`;
}
function namesIn(line) {
  let names = 0;
  let isInside = false;
  for (let at = 0; at < line.length; at += 1) {
    const character = line.charAt(at);
    if (isInside && character === "\\") at += 1;
    else if (character === '"') {
      if (isInside && isColonAfter(line, at)) names += 1;
      isInside = !isInside;
    }
  }
  return names;
}
function isColonAfter(line, at) {
  const colon = /\s*:/y;
  colon.lastIndex = at + 1;
  return colon.test(line);
}
function namesOf(value) {
  if (typeof value !== "object" || value === null) return 0;
  const own = Array.isArray(value) ? 0 : Object.keys(value).length;
  return Object.values(value).reduce((sum, item) => sum + namesOf(item), own);
}
function refused2(why) {
  return { kind: "refused", why };
}

// src/core/plan/foreign-samples.ts
var foreignFileCapBytes = 256 * 1024 * 1024;
var mostAnswers = 2e4;
function foreignSamples(text2, questions, { id }) {
  const lines = text2.replace(/\n$/, "").split("\n", mostAnswers + 1);
  if (lines.length > mostAnswers) throw unusable(null, `holds more than ${mostAnswers} answers`);
  const arms = questions.flatMap((question) => armsOf(question));
  const taken = /* @__PURE__ */ new Map();
  const seen = /* @__PURE__ */ new Map();
  const records = [];
  let empty = 0;
  for (const [index, line] of lines.entries()) {
    const number2 = index + 1;
    const generation = generationIn(line, number2);
    const arm = armOf(generation, arms, number2);
    const earlier = seen.get(line);
    if (earlier !== void 0) throw unusable(number2, `is line ${earlier} again: one answer is one sample`);
    seen.set(line, number2);
    if (isEmpty(generation)) {
      empty += 1;
      continue;
    }
    const sample = taken.get(arm) ?? 0;
    taken.set(arm, sample + 1);
    records.push(recordOf(generation, { arm, sample, number: number2, id }));
  }
  return { records, empty };
}
function generationIn(line, number2) {
  const read = readForeign(line);
  if (read.kind === "read") return read.generation;
  throw unusable(number2, read.why);
}
function armOf(generation, arms, number2) {
  const wanted = generation.specSha256 ?? textDigest(generation.spec ?? "");
  const ofModel = arms.filter(({ model }) => model.id === generation.model);
  if (ofModel.length === 0)
    throw unusable(number2, "names a model that this check does not ask (`model` is its name in the config)");
  const [arm, ...others] = ofModel.filter(({ version: version2 }) => textDigest(specText(version2)) === wanted);
  if (arm === void 0)
    throw unusable(number2, "answers a text that is neither the base nor the head of a changed spec");
  if (others.length > 0)
    throw unusable(number2, "answers a text that is on both sides, so it can be a sample of neither");
  return arm;
}
function specText({ files }) {
  return files.map(({ text: text2 }) => text2).join("");
}
function isEmpty({ files, text: text2, finish }) {
  if (finish === "refused") return false;
  const content = files === void 0 ? text2 ?? "" : files.map((file) => file.content).join("");
  return content.trim() === "";
}
function recordOf(generation, of) {
  const { arm, sample } = of;
  const { files, finish = "complete", servedBy, usage } = generation;
  const nonce = generation.nonce ?? arm.prompt.nonce;
  const completion = {
    text: files === void 0 ? generation.text ?? "" : writeAnswer(files, nonce),
    finish,
    servedBy,
    requestId: null,
    usage: { inputTokens: 0, outputTokens: 0, ...usage, cachedInputTokens: 0 },
    latencyMs: 0,
    ...usage === void 0 ? { isUsageEstimated: true } : {}
  };
  refuseUnreadable(generation, { ...of, completion, nonce });
  return {
    schema: 1,
    kind: "generation",
    key: arm.keyOf(sample),
    model: arm.model.id,
    sample,
    nonce,
    attempts: 1,
    origin: {
      at: generation.at,
      event: "local",
      ref: null,
      run: null,
      pullRequest: null,
      import: of.id
    },
    result: { kind: "completed", completion }
  };
}
function refuseUnreadable({ files }, of) {
  const answer = readAnswer({ ...of, mayWrite: of.arm.mayWrite });
  if (answer.kind === "files") {
    if (files === void 0 || answer.files.length === files.length) return;
    throw unusable(of.number, "has a file that holds marks of the answer protocol");
  }
  if (files !== void 0) throw unusable(of.number, `cannot be written (${answer.detail})`);
  if (answer.why === "unreadable")
    throw unusable(of.number, "is not in the answer protocol; give what the model wrote as `files`");
}
function unusable(line, why) {
  return new UserError(
    "RECORDS_NOT_IMPORTED",
    `${line === null ? "the file" : `line ${line} of the file`} of \`--generations\` ${why}.`,
    "Correct the file; docs/records.md says what a line holds. No line was used."
  );
}

// src/entry/commands/imported-run.ts
async function importedRun(command, work, mode) {
  const { ports, options, request } = command;
  const answers = await fromGenerations(options, work) ?? await fromImport(command, work);
  if (answers === null) return { ports, mode, notes: [] };
  refuseInWorkflow();
  const runsTests = mode.kind === "measure";
  if (runsTests && request.settings.sandbox === "none" && options["sandbox"] === void 0)
    throw unsandboxed();
  ports.log.info(answers.said);
  const { id, records } = answers;
  return {
    ports: {
      ...ports,
      records: importedRecords({ own: ports.records, records, id }),
      reader: { ...ports.reader, import: id }
    },
    mode: runsTests ? { kind: "imported" } : mode,
    notes: answers.notes
  };
}
function refuseInWorkflow() {
  if (hostVariable("GITHUB_ACTIONS") !== "true") return;
  throw new UserError(
    "RECORDS_NOT_IMPORTED",
    "this is a workflow (GITHUB_ACTIONS is `true`), and answers that came from elsewhere decide nothing there.",
    "Use them on your own machine. A job that is run again finds its own records in the Actions cache."
  );
}
async function fromImport({ options, request }, work) {
  if (work.questions.length === 0) return null;
  const found = await findImport(placesOf(options).records, planKey(work.questions, request.settings));
  if (found === null) return null;
  const { id, records } = found.file;
  const said = `These answers were imported (${id}), so no model is asked. To ask, remove ${found.path}`;
  return { id, records, said, notes: [] };
}
async function fromGenerations(options, work) {
  const path = textOf(options, "generations");
  if (path === null) return null;
  const text2 = await textIn(resolve(path));
  const id = textDigest(text2).slice(0, 16);
  const { records, empty } = foreignSamples(text2, work.questions, { id });
  const count = records.length === 1 ? "1 answer" : `${records.length} answers`;
  const left = empty === 0 ? "" : ` ${empty} empty ones are unmeasured, because a failed call often leaves one.`;
  const note = `The samples are ${count} from a file (${id}): nobody here saw a model give them.${left}`;
  return { id, records, said: note, notes: [note] };
}
async function textIn(path) {
  const found = await readPlainFile(path, foreignFileCapBytes);
  const why = found.kind === "read" ? null : found.kind === "absent" ? "is not there" : found.why;
  const text2 = found.kind === "read" ? decoded(found.bytes) : null;
  if (text2 !== null) return text2;
  throw new UserError(
    "RECORDS_NOT_IMPORTED",
    `${path} (\`--generations\`) ${why ?? "is no UTF-8 text"}.`,
    "Check the path."
  );
}
function decoded(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
function unsandboxed() {
  return new UserError(
    "RECORDS_NOT_IMPORTED",
    "the imported answers are code of somebody else, and the config says `sandbox: none`.",
    "Type `--sandbox auto`, or `--sandbox none` if you have read that code and trust it."
  );
}

export {
  recordsFileCapBytes,
  recordsFileText,
  readRecordsFile,
  hasRecords,
  refuseNoRecords,
  storeImport,
  importedRun,
  refuseInWorkflow
};
