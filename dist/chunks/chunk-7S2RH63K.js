import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  allTargets,
  shrink,
  shrinkTitle
} from "./chunk-U6W4AQBW.js";
import {
  readSpecs
} from "./chunk-BWOOPZJJ.js";
import {
  harmIn
} from "./chunk-J5GYMS7X.js";
import {
  spentLine
} from "./chunk-N2DEFOSI.js";
import {
  commentMarker
} from "./chunk-BWOT4FZX.js";
import {
  runNotes,
  summarize
} from "./chunk-VZFF3YV3.js";
import {
  runEndOf
} from "./chunk-MGSJR5M2.js";
import {
  writeMarkdown
} from "./chunk-OS3IK72S.js";
import {
  Measured,
  accountOf,
  announcePlan,
  armsFor,
  ask,
  atOnce,
  bold,
  bullets,
  cellsDrawn,
  code,
  comparingWord,
  digest,
  fixQuestion,
  folded,
  groupBySeries,
  hunksBetween,
  isFresh,
  jeffreys,
  joinNames,
  lifecycleOf,
  maxRecordAgeMs,
  mayUse,
  measured,
  mergeNights,
  nameModel,
  nameSpec,
  nightEntrySchema,
  nothingMeasured,
  openEngine,
  paragraph,
  passesOf,
  permittedMode,
  planWith,
  prose,
  refuseUnpriced,
  runPlan,
  sampleNumbersToSearch,
  samplesOf,
  seriesKey,
  storedSamples,
  storedSteps,
  table,
  versionedRequest,
  words
} from "./chunk-WSJ3JF5A.js";
import {
  __callDispose,
  __using
} from "./chunk-TZXIYNRP.js";

// src/core/statistics/cusum.ts
function cusumRates(baseline) {
  const { passed, failed } = baseline;
  const p0 = Math.min(0.975, Math.max(0.05, (passed + 0.5) / (passed + failed + 1)));
  return { p0, p1: Math.max(0.02, p0 - 0.4) };
}
function cusumThreshold(series) {
  return 4 + Math.log(Math.max(1, series));
}
function recoveryRates(anchor) {
  const p0 = Math.min(0.9, cusumRates(anchor).p0);
  return { p0, p1: Math.max(0.02, p0 - 0.4) };
}
var recoveryThreshold = 4;
function cusumStep(sum, passed, { p0, p1 }) {
  return Math.max(0, sum + (passed ? Math.log(p1 / p0) : Math.log((1 - p1) / (1 - p0))));
}
function recoveryStep(sum, passed, { p0, p1 }) {
  return Math.max(0, sum + (passed ? Math.log(p0 / p1) : Math.log((1 - p0) / (1 - p1))));
}

// src/core/audit/series-state.ts
var baselineNights = 10;
function statesOf(history, before = /* @__PURE__ */ new Map()) {
  const states = new Map(before);
  for (const entry of history) {
    const key = seriesKey(entry);
    states.set(key, advance(states.get(key) ?? null, entry));
  }
  return states;
}
function advance(before, entry) {
  const state = before === null || before.anchor !== entry.anchor ? fresh(entry) : before;
  return state.drift === null ? watched(state, entry) : recovering(state, state.drift, entry);
}
function fresh({ spec, model, anchor }) {
  return {
    spec,
    model,
    anchor,
    nights: 0,
    baseline: { passed: 0, failed: 0 },
    sum: 0,
    isAlarm: false,
    checked: null,
    drift: null,
    turned: null
  };
}
function watched(state, entry) {
  const { sum, isOut } = charted(state, entry);
  const isAlarm = isOut || isUnchecked(state, entry);
  const drift = isAlarm ? driftIn(entry) : null;
  const isBase = drift === null && state.nights < baselineNights;
  return {
    ...state,
    nights: state.nights + 1,
    baseline: isBase ? withNight(state.baseline, entry) : state.baseline,
    // If the gate could not answer an alarm, the alarm is raised again the next night.
    sum: isOut && entry.gate !== null ? 0 : sum,
    isAlarm,
    checked: entry.gate === null ? state.checked : entry.text,
    drift,
    turned: drift === null ? state.turned : entry.night
  };
}
function charted(state, entry) {
  const rates = cusumRates(state.baseline);
  const threshold = cusumThreshold(entry.series);
  const sum = passesOf(entry).reduce(
    // Once the chart has reached the threshold it stays there for the night: later passes do not cancel an alarm.
    (before, passed) => before >= threshold ? before : cusumStep(before, passed, rates),
    state.sum
  );
  return { sum, isOut: sum >= threshold };
}
function isUnchecked(state, { text, anchor }) {
  return text !== anchor && state.checked !== text;
}
function driftIn({ night, gate }) {
  return gate?.verdict === "regressed" ? { since: night, gate } : null;
}
function recovering(state, drift, entry) {
  const rates = recoveryRates(drift.gate.anchor);
  const sum = passesOf(entry).reduce((before, passed) => recoveryStep(before, passed, rates), state.sum);
  const isOver = sum >= recoveryThreshold;
  return {
    ...state,
    nights: state.nights + 1,
    sum: isOver ? 0 : sum,
    isAlarm: false,
    drift: isOver ? null : drift,
    turned: isOver ? entry.night : state.turned
  };
}
function withNight(baseline, entry) {
  const passes = passesOf(entry);
  const passed = passes.filter(Boolean).length;
  return { passed: baseline.passed + passed, failed: baseline.failed + passes.length - passed };
}

// src/core/audit/series-status.ts
var recentNights = 30;
function seriesStatuses(history, decide) {
  const lastNight = history.at(-1)?.night;
  const before = statesOf(history.filter(({ night }) => night !== lastNight));
  const states = statesOf(
    history.filter(({ night }) => night === lastNight),
    before
  );
  const bySeries = groupBySeries(history);
  return [...bySeries].flatMap(([key, entries]) => {
    const tonight = entries.filter(({ night }) => night === lastNight);
    const [last] = tonight;
    const state = states.get(key);
    if (last === void 0 || state === void 0) return [];
    const recent = countOf(recentOf(entries, state.turned));
    const measured2 = recent.passed + recent.failed;
    const interval = measured2 === 0 ? null : jeffreys(recent.passed, measured2);
    return [
      {
        spec: last.spec,
        model: last.model,
        tonight: { ...countOf(tonight), unmeasured: tonight.reduce((sum, one) => sum + one.unmeasured, 0) },
        recent,
        interval: interval === null ? null : { low: interval.low, high: interval.high },
        isPortable: state.drift === null && interval !== null && interval.low >= decide.portable,
        drift: state.drift,
        hasRecovered: state.drift === null && (before.get(key)?.drift ?? null) !== null
      }
    ];
  });
}
function portableModels(statuses) {
  const all = [...new Set(statuses.map(({ model }) => model))];
  const portable = all.filter((id) => statuses.every(({ model, isPortable }) => model !== id || isPortable));
  return { portable, all };
}
function recentOf(entries, turned) {
  const current = entries.at(-1)?.anchor;
  const since = entries.filter(
    ({ night, anchor }) => anchor === current && (turned === null || night > turned)
  );
  const last = entries.at(-1);
  return since.length === 0 && last !== void 0 ? [last] : since.slice(-recentNights);
}
function countOf(entries) {
  const passes = entries.flatMap((entry) => passesOf(entry));
  const passed = passes.filter(Boolean).length;
  return { passed, failed: passes.length - passed };
}

// src/core/report/markdown/audit-document.ts
function renderAudit(audited) {
  return harmless(`**Spec portability, nightly audit of ${audited.night}**

`, [
    ...lead(audited),
    ...statusTable(audited, 500),
    ...shorterTexts(audited),
    ...more(audited)
  ]);
}
function auditIssue(audited, key) {
  const drifting = audited.statuses.filter(({ drift }) => drift !== null);
  const marker = commentMarker(`audit/${key}`);
  const state = drifting.length === 0 ? "closed" : "open";
  const named = drifting.map(({ spec, model }) => `${spec}
${model}`).toSorted();
  const head = `${marker}
${commentMarker(`audit-${state}/${digest(named).slice(0, 16)}`)}

`;
  const models = new Set(drifting.map(({ model }) => model)).size;
  return {
    marker,
    state,
    title: state === "open" ? `Spec portability drifted: ${counted(drifting.length, "spec")} on ${counted(models, "model")}` : "Spec portability drifted, and recovered",
    body: harmless(head, [
      ...lead(audited),
      ...state === "open" ? [paragraph(words(wayOut(audited)))] : [],
      ...statusTable(audited, 100),
      ...more(audited)
    ])
  };
}
function lead(audited) {
  const { statuses, summary } = audited;
  if (summary.skipReason !== null) return [paragraph(prose(summary.skipReason))];
  const drifting = statuses.filter(({ drift }) => drift !== null);
  const recovered = statuses.filter(({ hasRecovered }) => hasRecovered);
  const { portable, all } = portableModels(statuses);
  return [
    ...drifting.length === 0 ? [paragraph(words("No drift is open."))] : [
      paragraph(
        bold(words(`${counted(drifting.length, "spec")} drifted.`)),
        words(
          " Each line held fresh samples of today against the anchor, at a false-alarm rate shared by all series."
        )
      ),
      bullets(drifting.slice(0, 20).map((status) => driftLine(audited, status)))
    ],
    ...recovered.length === 0 ? [] : [
      paragraph(
        words("Recovered tonight: "),
        joinNames(
          recovered.map(({ spec, model }) => [
            ...nameSpec(spec),
            ...words(" on "),
            ...nameModel(summary, model)
          ]),
          10
        ),
        words(".")
      )
    ],
    paragraph(words(`Portable on ${portable.length}/${counted(all.length, "model")}.`))
  ];
}
function driftLine({ summary, anchor }, { spec, model, drift }) {
  if (drift === null) return [];
  const { gate, since } = drift;
  const verdict = summary.verdicts.find((one) => one.spec === spec && one.model === model);
  const tests = (verdict?.brokenTests ?? []).slice(0, 3);
  return [
    ...nameSpec(spec),
    ...words(" on "),
    ...nameModel(summary, model),
    ...words(` since ${since}: the ${anchor === null ? "first nights" : "anchor"} passed `),
    ...words(`${gate.anchor.passed} of ${gate.anchor.passed + gate.anchor.failed}, `),
    ...words(`that night ${gate.fresh.passed} of ${gate.fresh.passed + gate.fresh.failed}`),
    ...tests.length === 0 ? [] : [...words("; broken: "), ...joinNames(tests.map((test) => code(test, 160)))]
  ];
}
function wayOut({ anchor }) {
  return anchor === null ? "Nothing in these specs has to have changed: the model behind the name may have. This issue closes itself when the samples of later nights make up for the drift, or when the spec is edited." : "Either the spec has moved since its anchor, or the model behind the name has. Compare the anchor with HEAD by hand to tell which. This issue closes itself when the samples of later nights make up for the drift, or when the anchor moves.";
}
function statusTable({ statuses, summary }, most) {
  if (statuses.length === 0) return [];
  const shown = statuses.toSorted((one, other) => rank(one) - rank(other)).slice(0, most);
  const rest = statuses.length - shown.length;
  const header = ["spec", "model", "tonight", "recent nights", "95 % interval", ""].map(
    (name) => words(name)
  );
  return [
    table(
      header,
      shown.map((status) => [
        nameSpec(status.spec),
        nameModel(summary, status.model),
        words(tonightText(status)),
        words(`${status.recent.passed}/${status.recent.passed + status.recent.failed}`),
        words(
          status.interval === null ? "\u2013" : `${percent(status.interval.low)} to ${percent(status.interval.high)}`
        ),
        words(stateText(status))
      ])
    ),
    ...rest === 0 ? [] : [paragraph(words(`${rest} more, none of which drifted more than these.`))]
  ];
}
function rank({ drift, interval }) {
  return drift === null ? interval?.low ?? 0 : -1;
}
function tonightText({ tonight }) {
  const measured2 = tonight.passed + tonight.failed;
  const missing = tonight.unmeasured === 0 ? "" : `, ${tonight.unmeasured} unmeasured`;
  return `${tonight.passed}/${measured2}${missing}`;
}
function stateText({ drift, isPortable, hasRecovered }) {
  if (drift !== null) return `drifted since ${drift.since}`;
  if (hasRecovered) return "recovered";
  return isPortable ? "portable" : "not shown to be portable";
}
function shorterTexts({ shrink: shrink2 }) {
  const found = (shrink2?.shrunk ?? []).filter(({ offer }) => offer !== null);
  if (found.length === 0) return [];
  return [
    paragraph(
      words("Parts of these texts are missed by no model ("),
      code("shrink.patch"),
      words(" in the report folder takes them out):")
    ),
    bullets(found.slice(0, 20).map((each) => shrinkTitle(each)))
  ];
}
function more(audited) {
  const { summary, warnings } = audited;
  const suspected = summary.verdicts.filter(({ verdict }) => verdict === "suspected").length;
  return [
    ...warnings.length === 0 ? [] : [bullets(warnings.slice(0, 30).map((warning) => prose(warning)))],
    ...suspected === 0 ? [] : [
      paragraph(
        words(
          `${counted(suspected, "alarm")} tonight would count alone, but not among ${audited.entries.length} series: not a drift.`
        )
      )
    ],
    ...summary.notes.length === 0 ? [] : folded("Notes", [bullets(summary.notes.slice(0, 100).map((note) => prose(note)))], { open: false }),
    paragraph(spentLine(summary))
  ];
}
function harmless(head, blocks) {
  const markdown = head + writeMarkdown(blocks);
  const harm = harmIn(markdown, { repositoryUrl: null });
  if (harm === null && markdown.length <= 6e4) return markdown;
  const why = harm === null ? "it is too long for GitHub" : `a name or a text in it came out as ${harm}`;
  return head + writeMarkdown([paragraph(words(`The report is withheld: ${why}. The result file has everything.`))]);
}
function counted(count, noun) {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
function percent(rate) {
  return `${Math.round(100 * rate)} %`;
}

// src/core/audit/model-warnings.ts
function servedChanges(history) {
  const last = /* @__PURE__ */ new Map();
  return nightsByModel(history).flatMap(({ night, model, served }) => {
    if (served.length === 0) return [];
    const before = last.get(model);
    last.set(model, served);
    const isSame = before === void 0 || served.some((one) => before.includes(one));
    return isSame ? [] : [{ night, model, from: before, to: served }];
  });
}
function floatingAliases(models, tonight) {
  return models.flatMap(({ id, name }) => {
    const served = servedOf(tonight.filter(({ model }) => model === id)).filter((one) => one !== name);
    return served.length === 0 ? [] : [`Model ${id} is a floating alias: asked as ${name}, it was served as ${served.join(", ")}.`];
  });
}
function nightsByModel(history) {
  const groups = /* @__PURE__ */ new Map();
  for (const entry of history) {
    const key = JSON.stringify([entry.night, entry.model]);
    const group = groups.get(key) ?? [];
    group.push(entry);
    groups.set(key, group);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === void 0 ? [] : [{ night: first.night, model: first.model, served: servedOf(group) }];
  });
}
function servedOf(entries) {
  return [...new Set(entries.flatMap(({ servedBy }) => servedBy))].toSorted();
}

// src/core/plan/night-draw.ts
var samplesPerNight = 3;
function anchorSamples(available, target) {
  return available.toSorted((one, other) => one.origin.at - other.origin.at || one.sample - other.sample).slice(0, target).map(({ sample }) => sample);
}
function nightNumbers(of) {
  const taken = /* @__PURE__ */ new Set([...of.available.map(({ sample }) => sample), ...of.kept]);
  const free = Array.from({ length: of.within }, (_, number) => number).filter(
    (number) => !taken.has(number)
  );
  const stale = of.available.filter((sample) => !isFresh(sample, of) && !of.kept.includes(sample.sample)).toSorted((one, other) => one.origin.at - other.origin.at || one.sample - other.sample).map(({ sample }) => sample);
  const beyond = Array.from({ length: of.count }, (_, index) => of.within + index).filter(
    (number) => !taken.has(number)
  );
  return [...free, ...stale, ...beyond].slice(0, of.count);
}
function driftDraw(of) {
  const stored = storedSteps.findLast((step) => step <= of.anchor.length) ?? 0;
  const looks = planWith(stored, of.looks);
  const last = looks.at(-1) ?? { base: 0, head: 0 };
  const reused = of.anchor.slice(0, stored);
  const topUp = of.fresh.slice(last.head, last.head + Math.max(0, last.base - stored));
  return {
    looks,
    baseSamples: [...reused, ...topUp],
    reused,
    // Fresh samples of the anchor's text would drift with the model and hide the drift.
    confirming: [],
    headSamples: of.fresh.slice(0, last.head),
    endsFutile: true
  };
}
function freshForDrift(looks) {
  return 2 * (looks.at(-1) ?? 0);
}

// src/pipeline/audit/series-at.ts
async function seriesAt(repository, settings, commits) {
  const heads = await readSpecs(repository, settings.specs, commits.head);
  const anchors = commits.anchor === null ? [] : await readSpecs(repository, settings.specs, commits.anchor);
  return heads.flatMap((head) => {
    const anchor = anchors.find(({ spec }) => spec.name === head.spec.name) ?? head;
    const change = changeBetween(anchor, head);
    const armOf = armsFor(change);
    return settings.models.map((model) => {
      const arms = { head: armOf(head, model), anchor: armOf(anchor, model) };
      const texts = { head: textKey(arms.head), anchor: textKey(arms.anchor) };
      return { spec: change.name, change, model, ...arms, texts };
    });
  });
}
function measuringQuestion({ change }, arm) {
  return ask({ asks: "portable", change, base: null, head: arm });
}
function changeBetween(base, head) {
  const shown = ({ files, instructions }) => [...files, ...instructions];
  return {
    name: head.spec.name,
    base,
    head,
    hunks: base === head ? [] : hunksBetween(shown(base), shown(head), /* @__PURE__ */ new Map()),
    changedTests: [],
    // Between an anchor and today anything may have changed, including tests.
    otherFilesChanged: base.commit !== head.commit
  };
}
function textKey(arm) {
  return arm.keyOf(0).slice(0, 16);
}

// src/pipeline/audit/plan-night.ts
async function planNight(ports, all, of) {
  const nights = [];
  for (const series of all) nights.push(await planSeries(ports, series, of));
  const byKey = new Map(nights.map((each) => [seriesKey(seriesName(each.series)), each]));
  const questions = nights.map(({ question }) => question);
  for (const each of nights) questions.push(...await fillAnchor(ports, each, of));
  return { plan: { changes: [], questions }, nights: byKey };
}
async function planDrifts(ports, alarmed, of) {
  const questions = await atOnce(alarmed, (each) => driftQuestion(ports, each, of));
  return { changes: [], questions, comparisonCount: of.series };
}
function seriesName(series) {
  return { spec: series.spec, model: series.model.id };
}
async function planSeries(ports, series, of) {
  const { target, stored, ofAnchor } = await readStored(ports, series, of);
  const question = await drawn(ports, measuringQuestion(series, series.head), {
    ...of,
    stored,
    kept: ofAnchor
  });
  const tonight = new Set(question.headSamples);
  const anchor = ofAnchor.filter((sample) => !isSameText(series) || !tonight.has(sample)).slice(0, target);
  await keep(ports, series.anchor, anchor);
  const fresh2 = numbersFor(ports, {
    stored: [...stored, ...[...tonight].map((sample) => drawnNow(ports, sample))],
    kept: isSameText(series) ? anchor : [],
    count: freshForDrift(of.settings.samples.looks)
  });
  return { series, question, anchor, fresh: fresh2 };
}
async function readStored(ports, series, { settings }) {
  const target = settings.samples.base;
  const stored = await storedOf(ports, series.head);
  const ofAnchorText = isSameText(series) ? stored : await storedOf(ports, series.anchor);
  return { target, stored, ofAnchor: anchorSamples(ofAnchorText, target) };
}
async function fillAnchor(ports, { series, anchor }, of) {
  const target = of.settings.samples.base;
  if (isSameText(series) || anchor.length >= target) return [];
  const stored = await storedOf(ports, series.anchor);
  return [await drawn(ports, measuringQuestion(series, series.anchor), { ...of, stored, kept: anchor })];
}
async function drawn(ports, asked, of) {
  const looks = [{ base: samplesPerNight, head: samplesPerNight }];
  const headSamples = numbersFor(ports, { stored: of.stored, kept: of.kept, count: samplesPerNight });
  return fixQuestion(ports, {
    key: digest({ kind: "plan", night: of.night, prompt: asked.head.keyOf(0) }),
    drawn: { ...asked, looks, ...noBase, headSamples, headNotBefore: oldest(ports) }
  });
}
var noBase = { baseSamples: [], reused: [], confirming: [], endsFutile: false };
async function driftQuestion(ports, { series, anchor, fresh: fresh2 }, { night, settings }) {
  const { change, head, anchor: base } = series;
  const { looks } = settings.samples;
  const prompts = [base.keyOf(0), head.keyOf(0)];
  return fixQuestion(ports, {
    key: digest({ kind: "plan", night, asks: "drift", prompts, looks }),
    drawn: {
      ...ask({ asks: "drift", change, base, head }),
      ...driftDraw({ looks, anchor, fresh: fresh2 }),
      headNotBefore: oldest(ports)
    }
  });
}
async function storedOf(ports, arm) {
  const [stored = []] = await storedSamples(ports, [arm]);
  return stored;
}
async function keep(ports, arm, samples) {
  for (const sample of samples) await ports.records.readGeneration(arm.keyOf(sample));
}
function numbersFor(ports, of) {
  const age = { now: ports.clock.now(), maxAgeMs: maxRecordAgeMs };
  return nightNumbers({
    ...age,
    available: of.stored,
    kept: of.kept,
    count: of.count,
    within: sampleNumbersToSearch
  });
}
function drawnNow(ports, sample) {
  return { sample, origin: { at: ports.clock.now(), event: "local" }, servedBy: null };
}
function oldest(ports) {
  return ports.clock.now() - maxRecordAgeMs;
}
function isSameText({ texts }) {
  return texts.head === texts.anchor;
}

// src/pipeline/audit/night-entries.ts
function entryOf(series, of) {
  const name = seriesName(series);
  const question = of.planned.nights.get(seriesKey(name))?.question;
  if (question === void 0)
    throw new Error(`${name.spec} on ${name.model} is not in the plan of the night`);
  const outcomes = samplesOf(question, of.sampled).head;
  const evidence = outcomes.filter(({ kind }) => kind !== "unmeasured");
  const cells = cellsDrawn(question, "head", of.sampled);
  const served = cells.flatMap(
    ({ generation }) => generation?.result.kind === "completed" ? [generation.result.completion.servedBy] : []
  );
  return {
    schema: 1,
    night: of.night,
    at: of.at,
    commit: of.trigger.head,
    ...name,
    text: series.texts.head,
    anchor: series.texts.anchor,
    outcomes: evidence.map(({ kind }) => kind === "passed" ? "p" : "f").join(""),
    unmeasured: question.headSamples.length - evidence.length,
    servedBy: [...new Set(served)].toSorted().map((id) => id.slice(0, 200)).slice(0, 20),
    series: of.all.length,
    gate: null
  };
}
function gateAnswers(verdicts, entry) {
  const verdict = verdicts.find(({ spec, model }) => spec === entry.spec && model === entry.model);
  if (verdict?.base === void 0 || verdict.base === null) return null;
  const { base, head, p } = verdict;
  if (base.unmeasured + head.unmeasured > 0 || measured(head) === 0) return null;
  const count = ({ passed, failed }) => ({ passed, failed });
  const word = comparingWord(verdict.verdict);
  if (word === null) return null;
  return { verdict: word, anchor: count(base), fresh: count(head), p };
}

// src/core/audit/day-before.ts
function dayBefore(day) {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  if (date > 1) return written(year, month, date - 1);
  if (month > 1) return written(year, month - 1, daysOf(year, month - 1));
  return written(year - 1, 12, 31);
}
function daysOf(year, month) {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
function isLeap(year) {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
function written(...parts) {
  return parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, "0")).join("-");
}

// src/pipeline/audit/night-record.ts
var nightsKept = 60;
async function nightsOnRecord(ports, night) {
  const entries = [];
  for (let [day, count] = [night, 0]; count < nightsKept; [day, count] = [dayBefore(day), count + 1])
    entries.push(...await readNight(ports, day));
  return entries;
}
async function recordNight(ports, night, entries) {
  const merged = mergeNights([await readNight(ports, night), entries]);
  await ports.records.write({ schema: 1, kind: "night", key: nightKey(night), entries: merged });
}
async function readNight(ports, night) {
  const stored = await ports.records.readNight(nightKey(night));
  return stored !== null && mayUse(stored, ports.reader) ? stored.entries : [];
}
function nightKey(night) {
  return digest({ kind: "night", night });
}

// src/pipeline/audit/shrink-night.ts
async function shrinkNight(ports, request) {
  const settings = shrinkSettings(request.settings);
  if (settings === null || request.mode.kind !== "measure") return null;
  const { head } = request.trigger;
  const targets = await allTargets(ports.repository, { entries: settings.specs, head });
  if (targets.length === 0) return null;
  return shrink(ports, {
    ...request,
    settings,
    targets,
    eachHasItsShare: true,
    startedAt: ports.clock.now()
  });
}
function refuseUnpricedShrink(settings) {
  const own = shrinkSettings(settings);
  const unpriced = own === null ? null : refuseUnpriced(own.models, own.budget);
  if (unpriced !== null) throw unpriced;
}
function shrinkSettings(settings) {
  const usd = settings.audit?.shrinkUsd;
  if (usd === void 0 || usd === 0) return null;
  return { ...settings, budget: { ...settings.budget, usd, usdPerPr: null, isUsdChosen: true } };
}

// src/pipeline/audit/audit.ts
async function audit(ports, asked) {
  const request = await versionedRequest(ports, asked);
  const { settings, trigger } = request;
  const all = await seriesAt(ports.repository, settings, { head: trigger.head, anchor: request.anchor });
  const mode = await permittedMode(ports, request);
  refuseUnpricedShrink(settings);
  if (mode.kind === "measure") await ports.restoreRecords();
  const history = mergeNights([request.history, await nightsOnRecord(ports, request.night)]);
  const sampled = mode.kind === "measure" ? all : [];
  const found = await sampleNight(ports, request, { history, all: sampled });
  const dry = mode.kind === "measure" ? [] : dryNotes(all.length);
  const summary = await summarize(ports, neverRed(request), {
    ...found,
    notes: [...found.announced, ...dry, ...found.notes],
    skipReason: mode.kind === "measure" ? null : mode.why
  });
  const entries = found.tonight.map((entry) => ({ ...entry, gate: gateAnswers(summary.verdicts, entry) }));
  if (entries.length > 0) await recordNight(ports, request.night, entries);
  const whole = mergeNights([history, entries]);
  const statuses = seriesStatuses(whole, settings.decide);
  const shorter = await shrinkNight(ports, { ...request, mode });
  return {
    summary: { ...summary, conclusion: concluded(summary, statuses) },
    night: request.night,
    anchor: request.anchor,
    entries,
    history: whole,
    portable: settings.decide.portable,
    statuses,
    servedChanges: servedChanges(whole),
    warnings: mode.kind === "measure" ? await modelWarnings(request, { whole, entries }) : [],
    ...shorter === null ? {} : { shrink: shorter }
  };
}
function neverRed(request) {
  const gate = { failOn: "never", minPortability: 0 };
  return { ...request, settings: { ...request.settings, gate } };
}
async function sampleNight(ports, request, of) {
  var _stack = [];
  try {
    const { settings, trigger, startedAt } = request;
    const { all, history } = of;
    const planned = await planNight(ports, all, request);
    const announced = await announcePlan(ports, planned.plan, settings);
    const engine = __using(_stack, await openEngine(ports, request, { plan: planned.plan, allowance: { kind: "caps" } }), true);
    const sampled = await runPlan(engine, planned.plan);
    const tonight = all.map(
      (series) => entryOf(series, { trigger, night: request.night, at: startedAt, planned, sampled, all })
    );
    const asked = await askAlarms(engine, request, { history, tonight, night: planned });
    const measurements = both(sampled, asked.measurements);
    const notes = runNotes(planned.plan, measurements, settings);
    return { plan: asked.plan, measurements, ...runEndOf(engine), announced, tonight, notes };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function askAlarms(engine, { night, settings }, of) {
  const states = statesOf(of.history.filter((entry) => entry.night !== night));
  const alarmed = of.tonight.filter((entry) => advance(states.get(seriesKey(entry)) ?? null, entry).isAlarm).flatMap((entry) => of.night.nights.get(seriesKey(entry)) ?? []);
  const plan = await planDrifts(engine.ports, alarmed, { night, settings, series: of.tonight.length });
  for (const { series } of alarmed) {
    const { spec, model } = seriesName(series);
    engine.ports.log.info(
      `${spec} on ${model} raised an alarm: it is now compared with its anchor, with fresh samples.`
    );
  }
  return { plan, measurements: plan.questions.length === 0 ? nothingMeasured : await runPlan(engine, plan) };
}
function both(one, other) {
  const all = new Measured({
    questions: [...one.questions, ...other.questions],
    trees: new Map([...one.trees, ...other.trees])
  });
  return all.with([...one.cells, ...other.cells]);
}
function dryNotes(series) {
  return [`A night takes ${samplesPerNight * series} model calls, and more where a series stands out.`];
}
function concluded({ conclusion, spent }, statuses) {
  const isOpen = statuses.some(({ drift, tonight }) => drift !== null || tonight.unmeasured > 0);
  return conclusion === "success" && (isOpen || spent.exhaustedCaps.length > 0) ? "neutral" : conclusion;
}
async function modelWarnings({ settings, lifecycleOf: lifecycleOf2, signal, night }, of) {
  const changed = servedChanges(of.whole).filter((change) => change.night === night);
  return [
    ...changed.map(
      ({ model, from, to }) => `Model ${model} is served by ${to.join(", ")} now, until last time by ${from.join(", ")}.`
    ),
    ...await endNotes(settings.models, { lifecycleOf: lifecycleOf2, signal }),
    ...floatingAliases(settings.models, of.entries)
  ];
}
async function endNotes(models, of) {
  const ends = await atOnce(models, async (model) => ({
    model,
    life: await of.lifecycleOf(model, of.signal)
  }));
  return ends.flatMap(
    ({ model, life }) => life.kind === "unknown" ? [] : [
      `The vendor of ${model.id} says that it is ${life.why}${life.on === null ? "" : `, and ends it on ${life.on}`}.`
    ]
  );
}

// src/core/audit/history-lines.ts
var mostCharacters = 2e4;
function readHistory(text) {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const entries = lines.flatMap((line) => readLine(line) ?? []);
  return { entries, skipped: lines.length - entries.length };
}
function historyLine(entry) {
  return `${JSON.stringify(entry)}
`;
}
function readLine(line) {
  if (line.length > mostCharacters) return null;
  try {
    const read = nightEntrySchema.safeParse(JSON.parse(line));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

// src/pipeline/audit/open-night.ts
async function openNight(ports, request, of) {
  const { settings, notes } = request;
  const named = settings.audit?.anchor;
  const anchor = named === void 0 ? null : await ports.repository.resolve(named);
  const { entries: history, skipped } = readHistory((await of.history?.read())?.text ?? "");
  const skippedNote = skipped === 0 ? [] : [`${skipped} lines of the history branch are none of ours and were skipped.`];
  return {
    ...request,
    notes: [...notes, ...skippedNote],
    night: of.night,
    anchor,
    history,
    lifecycleOf: of.lifecycleOf
  };
}

// src/entry/wiring/lifecycles.ts
function lifecycles(keyOf) {
  return async (model, signal) => {
    try {
      return await lifecycleOf(accountOf(model, keyOf), signal);
    } catch {
      return { kind: "unknown" };
    }
  };
}

export {
  advance,
  seriesStatuses,
  portableModels,
  renderAudit,
  auditIssue,
  readHistory,
  historyLine,
  servedChanges,
  audit,
  openNight,
  lifecycles
};
