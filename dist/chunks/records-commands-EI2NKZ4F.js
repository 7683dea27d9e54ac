import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  readRecordsFile,
  recordsFileCapBytes,
  recordsFileText,
  refuseInWorkflow,
  refuseNoRecords,
  storeImport
} from "./chunk-Y2ZSYQ2U.js";
import {
  openCommand
} from "./chunk-YYVCFRIY.js";
import {
  trackedAnywhere
} from "./chunk-3BO4C2BF.js";
import {
  placesOf
} from "./chunk-P33PNVVQ.js";
import {
  isPossibleDraw
} from "./chunk-EARE7BFB.js";
import "./chunk-FDRKQG2W.js";
import {
  wordTexts
} from "./chunk-HRQXAVIA.js";
import "./chunk-37CHJOK7.js";
import "./chunk-C26DV424.js";
import "./chunk-27R2TNPY.js";
import "./chunk-6NPGJV5B.js";
import "./chunk-Y4O5MXR2.js";
import "./chunk-IAVDIG2U.js";
import "./chunk-X6HJ4QIY.js";
import {
  UserError,
  asPlanned,
  check,
  findWork,
  isErrno,
  keepSecret,
  mayUse,
  planKey,
  readPlainFile,
  secretVariables,
  sidesOf,
  textWithoutSecrets,
  whyProtected,
  withoutItsProgram,
  withoutSecrets,
  writeDurably
} from "./chunk-WSJ3JF5A.js";
import {
  hostEnvironment,
  hostVariable
} from "./chunk-FMJFPCHD.js";
import "./chunk-P6BWDRRG.js";
import {
  __callDispose,
  __using
} from "./chunk-TZXIYNRP.js";

// src/entry/commands/records-commands.ts
import { resolve } from "node:path";

// src/adapters/records/export-file.ts
import { lstat, realpath } from "node:fs/promises";
import { basename, dirname } from "node:path";
async function writeRecordsFile(path, file, tracks) {
  const why = await whyProtected(path, tracks);
  if (why !== null) throw notWritten(path, why, "Name a file that git neither tracks nor uses.");
  const leaky = file.records.find((record) => holdsSecret(record));
  if (leaky !== void 0) throw secretIn(leaky);
  const bytes = Buffer.from(recordsFileText(file));
  if (bytes.length > recordsFileCapBytes)
    throw notWritten(path, `is larger than ${recordsFileCapBytes} bytes`, "Export a check with fewer specs.");
  if (await lstat(path).catch(() => null) !== null)
    throw notWritten(path, "is already there", "Name a new file, or remove this one.");
  try {
    const folder = await realpath(dirname(path)).catch(() => dirname(path));
    await writeDurably(folder, basename(path), bytes);
  } catch (error) {
    if (!isErrno(error, ["EACCES", "EPERM", "EROFS", "ENOTDIR", "ENAMETOOLONG", "EEXIST", "ENOENT"]))
      throw error;
    throw notWritten(
      path,
      `cannot be written (${String(error)})`,
      "Name a file in a folder that you may write to."
    );
  }
  return bytes.length;
}
async function loadRecordsFile(path) {
  const found = await readPlainFile(path, recordsFileCapBytes);
  if (found.kind === "absent") throw unusable(path, "is not there", "Check the path.");
  const read = found.kind === "read" ? readRecordsFile(found.bytes) : found;
  if (read.kind === "read") return read.file;
  throw unusable(path, read.why, "Nothing was imported. Export again and copy the whole file.");
}
function holdsSecret(record) {
  const text = JSON.stringify(record);
  return withoutSecrets(text) !== text || JSON.stringify(record, textWithoutSecrets) !== text;
}
var places = {
  generation: "the answer of a model",
  "test-run": "what a test run printed",
  plan: "the plan",
  night: "a night"
};
function secretIn({ kind, key }) {
  return new UserError(
    "RECORDS_NOT_EXPORTED",
    `${places[kind]} holds one of the keys of this environment (${kind}/${key.slice(0, 2)}/${key}.json), so nothing was written.`,
    "Revoke that key, remove the record and check again: tests should not print keys."
  );
}
function notWritten(path, why, fix) {
  return new UserError("RECORDS_NOT_EXPORTED", `${path} ${why}, so nothing was written.`, fix);
}
function unusable(path, why, fix) {
  return new UserError("RECORDS_NOT_IMPORTED", `${path} ${why}.`, fix);
}

// src/core/blame/searched-answers.ts
var mostNumbers = 200;
function searchedAnswers(questions) {
  let arms = null;
  return ({ key, sample }) => {
    if (sample >= mostNumbers) return false;
    arms ??= questions.filter(({ asks }) => asks === "regression").flatMap((question) => textsOf(question));
    return arms.some((arm) => arm.keyOf(sample) === key);
  };
}
function textsOf(question) {
  const { parts, textWith } = wordTexts(question);
  const prefixes = Array.from(
    { length: parts.length + 1 },
    (_, length) => textWith((place) => place < length)
  );
  return [
    ...prefixes,
    ...parts.flatMap((_, place) => [textWith((each) => each === place), textWith((each) => each !== place)])
  ];
}

// src/core/plan/planned-answers.ts
function plannedAnswers(questions) {
  return questions.flatMap(
    (question) => sidesOf(question).flatMap(({ role, arm, samples }) => {
      const confirming = role === "base" ? question.confirming : [];
      return [...samples, ...confirming].map((sample) => ({ arm, sample, key: arm.keyOf(sample) }));
    })
  );
}

// src/pipeline/check/export-check.ts
async function exportCheck(ports, request) {
  const { work, settings, trigger } = request;
  if (trigger.kind === "audit") throw new Error("an audit compares no two commits");
  const { base, head } = trigger;
  const key = planKey(work.questions, settings);
  const plan = await ports.records.readPlan(key);
  const questions = plan !== null && mayUse(plan, ports.reader) ? asPlanned(work.questions, plan.questions) : null;
  if (plan === null || questions === null) throw nothingOnRecord(base, head);
  const { summary } = await check(ports, { ...request, mode: { kind: "replay" } });
  const answers = await onRecord(
    plannedAnswers(questions),
    (answer) => ports.records.readGeneration(answer.key)
  );
  const isSearched = searchedAnswers(questions);
  const used = await onRecord([...ports.records.usedKeys], (each) => ports.records.readGeneration(each));
  const searched = used.filter((record) => record.kind === "generation" && isSearched(record));
  const runs = await onRecord([...ports.records.usedKeys], (each) => ports.records.readTestRun(each));
  const all = new Map(
    [plan, ...answers, ...searched, ...runs].map((each) => [`${each.kind} ${each.key}`, each])
  );
  const records = [...all.values()].filter((record) => mayUse(record, ports.reader));
  const { level: sandbox } = await ports.sandbox();
  return { file: { base, head, plan: key, sandbox, records: records.map(withoutPlace) }, summary };
}
async function onRecord(items, read) {
  const found = /* @__PURE__ */ new Map();
  for (const item of items) {
    const record = await read(item);
    if (record !== null) found.set(record.key, record);
  }
  return [...found.values()];
}
function withoutPlace(record) {
  const { at } = record.origin;
  return { ...record, origin: { at, event: "local", ref: null, run: null, pullRequest: null } };
}
function nothingOnRecord(base, head) {
  return new UserError(
    "RECORDS_NOT_EXPORTED",
    `the records folder holds no check of ${base.slice(0, 12)} and ${head.slice(0, 12)} under this configuration.`,
    "Name the folder with `--records`, and the pull request with `--pull-request` if a job wrote it; `models`, `samples` and `decide` must be those of the check."
  );
}

// src/pipeline/check/import-check.ts
function refuseOtherCheck(file, asked, settings) {
  if (planKey(asked, settings) !== file.plan) throw otherCheck(file);
  const planned = file.records.flatMap((record) => record.kind === "plan" ? record.questions : []);
  const isDrawn = planned.every(
    (question) => question.headSamples === void 0 && isPossibleDraw(question, settings)
  );
  const questions = isDrawn ? asPlanned(asked, planned) : null;
  if (questions === null) throw otherDraw();
  const taken = new Map(plannedAnswers(questions).map(({ key, sample }) => [key, sample]));
  const isSearched = searchedAnswers(questions);
  const stray = file.records.find(
    (record) => record.kind === "generation" && taken.get(record.key) !== record.sample && !isSearched(record)
  );
  if (stray !== void 0) throw strayAnswer(stray.key);
}
function trustedPart(file, isTrusted) {
  return isTrusted ? file : { ...file, records: file.records.filter(({ kind }) => kind !== "test-run") };
}
function otherCheck({ base, head }) {
  return new UserError(
    "RECORDS_NOT_IMPORTED",
    `the file holds a check of ${base.slice(0, 12)} and ${head.slice(0, 12)} under another configuration than the one here.`,
    "Use the config file of that check: the same `specs`, `models`, `samples` and `decide`."
  );
}
function otherDraw() {
  return new UserError(
    "RECORDS_NOT_IMPORTED",
    "the plan in the file is none that this version draws for these questions.",
    "Export it again with this version."
  );
}
function strayAnswer(key) {
  return new UserError(
    "RECORDS_NOT_IMPORTED",
    `the file holds an answer that its plan does not take (${key.slice(0, 12)}).`,
    "Export it again."
  );
}

// src/entry/commands/records-commands.ts
async function exportCommand(call, path) {
  var _stack = [];
  try {
    const command = __using(_stack, await openCommand(call, () => refuseNoRecords(placesOf(call.options).records)), true);
    const { ports, request } = command;
    keepConfiguredSecrets(request.settings);
    const agentVersionOf = withoutItsProgram(ports.agentVersionOf);
    const work = await findWork(ports.repository, { ...request, agentVersionOf });
    const { file, summary } = await exportCheck(ports, { ...request, settings: work.settings, work });
    const bytes = await writeRecordsFile(resolve(path), file, trackedAnywhere(hostEnvironment()));
    for (const note of summary.notes) ports.log.info(note);
    command.print(
      `Wrote ${contentOf(file)} to ${resolve(path)} (${Math.ceil(bytes / 1024)} kB). It holds answers and test output: read it before you pass it on.
`
    );
    return 0;
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function importCommand(call, path) {
  var _stack = [];
  try {
    refuseInWorkflow();
    const file = await loadRecordsFile(resolve(path));
    const { base, head } = file;
    const options = { ...call.options, base, head };
    const command = __using(_stack, await openCommand({ ...call, options }), true);
    const { ports, request } = command;
    const agentVersionOf = withoutItsProgram(ports.agentVersionOf);
    const { questions, settings } = await findWork(ports.repository, { ...request, agentVersionOf });
    refuseOtherCheck(file, questions, settings);
    const isTrusted = options["trustRuns"] === true;
    const part = trustedPart(file, isTrusted);
    const stored = await storeImport(placesOf(options).records, part);
    const next = isTrusted ? `\`report\` judges them, with \`--sandbox ${file.sandbox}\`: no model is asked and no test is run.` : "`check` tests the answers again here and asks no model.";
    command.print(`Imported ${contentOf(part)} into ${stored}. With --base ${base} --head ${head}, ${next}
`);
    return 0;
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
function keepConfiguredSecrets({ models, specs }) {
  const names = [...models.flatMap(secretVariables), ...specs.flatMap(({ setupEnv }) => setupEnv)];
  for (const name of names) keepSecret(hostVariable(name));
}
function contentOf({ records }) {
  const answers = countOf(records, "generation");
  const runs = countOf(records, "test-run");
  const said = answers === 1 ? "1 answer" : `${answers} answers`;
  return `${said} and ${runs === 1 ? "1 test run" : `${runs} test runs`}`;
}
function countOf(records, kind) {
  return records.filter((record) => record.kind === kind).length;
}
export {
  exportCommand,
  importCommand
};
