import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  judge,
  sameJudgeNotes,
  tamperNotes
} from "./chunk-P6LB3YDL.js";
import {
  controlsNote
} from "./chunk-QMCVDFEW.js";
import {
  effectiveCaps,
  emptiedHelpersNote,
  tooLargeWords,
  withheldNote
} from "./chunk-WSJ3JF5A.js";

// src/core/agents/served-notes.ts
function servedNotes(cells) {
  const models = /* @__PURE__ */ new Map();
  for (const { arm, role, generation } of cells) {
    const names = generation?.servedInTurns ?? [];
    if (names.length === 0) continue;
    const samples = models.get(arm.model.id) ?? [];
    models.set(arm.model.id, samples);
    samples.push({ role, names });
  }
  return [...models].flatMap(([model, samples]) => [
    ...severalNote(model, samples),
    ...sidesNote(model, samples)
  ]);
}
function severalNote(model, samples) {
  const several = samples.filter(({ names }) => names.length > 1);
  if (several.length === 0) return [];
  return [
    `${model} was served by several models within ${several.length} of ${samples.length} samples: ${listed(namesIn(several))}.`
  ];
}
function sidesNote(model, samples) {
  const base = namesIn(samples.filter(({ role }) => role === "base"));
  const head = namesIn(samples.filter(({ role }) => role === "head"));
  const isSame = JSON.stringify(base) === JSON.stringify(head);
  if (isSame || base.length === 0 || head.length === 0) return [];
  return [
    `${model} was served by ${listed(base)} on the base and by ${listed(head)} on the head, so the vendor may be behind a difference.`
  ];
}
function namesIn(samples) {
  return [...new Set(samples.flatMap(({ names }) => names))].toSorted();
}
function listed(names) {
  const shown = names.slice(0, 5).map((name) => name.slice(0, 80)).join(", ");
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
}

// src/core/verdict/run-notes.ts
function runNotes(plan, measurements, settings) {
  return [
    ...tamperNotes(measurements),
    ...withheldNotes(plan),
    ...sameJudgeNotes(measurements),
    ...treeNotes(measurements),
    ...noticingNotes(measurements),
    ...flakyNotes(measurements),
    ...tooLargeNotes(measurements),
    ...repetitionNotes(measurements.cells),
    ...servedNotes(measurements.cells),
    ...estimatedNotes(measurements),
    ...reuseNotes(plan, measurements),
    ...capNotes(plan, settings)
  ];
}
function withheldNotes({ changes }) {
  return changes.flatMap(
    ({ head }) => head === null ? [] : [withheldNote(head) ?? [], emptiedHelpersNote(head) ?? []].flat()
  );
}
function flakyNotes({ cells }) {
  const counts = /* @__PURE__ */ new Map();
  const tested = cells.filter(({ testRun }) => testRun !== null).length;
  for (const { arm, flaky } of cells) {
    for (const test of flaky) {
      const name = `${test} of ${arm.version.spec.name}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return [...counts].map(
    ([name, count]) => `Flaky test: ${name} failed and then passed on the same files in ${count} of ${tested} generations; it counts as passed.`
  );
}
function tooLargeNotes({ cells }) {
  const found = /* @__PURE__ */ new Map();
  for (const { arm, testRun } of cells) {
    if (testRun?.tooLarge === void 0) continue;
    const { name } = arm.version.spec;
    const before = found.get(name);
    found.set(name, {
      count: (before?.count ?? 0) + 1,
      words: before?.words ?? tooLargeWords(testRun.tooLarge)
    });
  }
  return [...found].map(
    ([name, { count, words }]) => `The tests of ${count} generations of ${name} left a report that was not read: ${words}.`
  );
}
function estimatedNotes({ cells }) {
  const models = /* @__PURE__ */ new Map();
  for (const { arm, generation } of cells) {
    if (generation?.result.kind !== "completed" || !generation.result.completion.isUsageEstimated) continue;
    models.set(arm.model.id, (models.get(arm.model.id) ?? 0) + 1);
  }
  return [...models].map(
    ([model, count]) => `${model} did not report the usage of ${count} answers: their tokens and cost are estimates.`
  );
}
function capNotes({ questions }, { models, budget }) {
  const { note } = effectiveCaps(models, budget);
  return note === null || questions.length === 0 ? [] : [note];
}
function reuseNotes({ questions }, measurements) {
  const confirming = questions.flatMap((question) => {
    const fresh = new Set(question.confirming);
    const cells = measurements.cellsOf(question, "base").filter(({ sample }) => fresh.has(sample));
    const drawn = cells.filter(({ code }) => code.kind !== "unmeasured").length;
    return cells.length === 0 ? [] : [{ question, isWhole: drawn === fresh.size }];
  });
  const noteOn = (isWhole, end) => {
    const those = confirming.filter((each) => each.isWhole === isWhole).map(({ question }) => question);
    if (those.length === 0) return [];
    const rows = listed2(those.map(({ change, head }) => `${change.name} on ${head.model.id}`));
    const reused = those.reduce((sum, question) => sum + question.reused.length, 0);
    const fresh = those.reduce((sum, question) => sum + question.confirming.length, 0);
    return [
      `${reused} base samples of ${rows} were drawn for earlier comparisons; ${fresh} fresh ones ${end}.`
    ];
  };
  return [
    ...noteOn(true, "were drawn to confirm the drop"),
    ...noteOn(false, "would have to confirm the drop before it blocks, and not all could be measured")
  ];
}
function treeNotes(measurements) {
  const notes = [...measurements.trees].flatMap(([version, runs]) => [
    ...fakeableNote(version, runs, measurements),
    ...emptiedNote(version),
    ...runs.notes
  ]);
  return [...new Set(notes)];
}
function noticingNotes({ trees }) {
  const notes = /* @__PURE__ */ new Map();
  for (const [{ spec }, { controls }] of trees) {
    const note = controls === void 0 ? null : controlsNote(spec.name, controls);
    if (note !== null && !notes.has(spec.name)) notes.set(spec.name, note);
  }
  return [...notes.values()];
}
function fakeableNote(version, { own }, { cells }) {
  const runs = [own, ...cells.filter(({ arm }) => arm.version === version).map(({ testRun }) => testRun)];
  const formats = runs.flatMap((run) => run === null || run.report === null ? [] : [run.report.format]);
  if (formats.length === 0 || formats.some((format) => format !== "exit-code")) return [];
  const { spec } = version;
  return [`The results of ${spec.name} are the exit code only: that can be faked. Set \`results\` for more.`];
}
function emptiedNote({ spec, emptied }) {
  if (emptied.length === 0) return [];
  return [`Before each generation of ${spec.name} these committed files are removed: ${listed2(emptied)}.`];
}
function listed2(names) {
  const shown = names.slice(0, 5).join(", ");
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
}
function repetitionNotes(cells) {
  const bySpec = /* @__PURE__ */ new Map();
  for (const { arm, role, generation } of cells) {
    if (generation?.result.kind !== "completed") continue;
    const spec = arm.version.spec.name;
    const arms = bySpec.get(spec) ?? /* @__PURE__ */ new Map();
    bySpec.set(spec, arms);
    const name = `${arm.model.id} (${role})`;
    arms.set(name, [...arms.get(name) ?? [], generation.said]);
  }
  return [...bySpec].flatMap(([spec, arms]) => {
    const repeated = [...arms].flatMap(([name, answers]) => repetitionOf(name, answers));
    if (repeated.length === 0) return [];
    return [
      `Answers to ${spec} repeat each other, so its samples say less than their number: ${repeated.join(", ")}.`
    ];
  });
}
var fewestAnswers = 5;
function repetitionOf(name, answers) {
  const distinct = new Set(answers).size;
  if (answers.length < fewestAnswers || distinct / answers.length >= 0.5) return [];
  const gave = distinct === 1 ? "1 answer" : `${distinct} different answers`;
  return [`${name} gave ${gave} in ${answers.length}`];
}

// src/pipeline/check/summarize.ts
async function summarize(ports, { trigger, settings, notes, startedAt }, found) {
  return judge({
    trigger,
    settings,
    ...found,
    ...await isolationIn(ports, found.measurements),
    notes: [...notes, ...found.notes],
    seconds: (ports.clock.now() - startedAt) / 1e3
  });
}
async function isolationIn(ports, { trees }) {
  if (trees.size === 0) return { sandbox: "unused", isolation: null };
  const { level, version, probes } = (await ports.sandbox()).isolation;
  if (probes === null) return { sandbox: level, isolation: null };
  const stopped = `${probes.passed} of ${probes.total} attempts to break out stopped`;
  return { sandbox: level, isolation: `isolation: ${level} ${version ?? ""}, ${stopped}` };
}

export {
  runNotes,
  summarize
};
