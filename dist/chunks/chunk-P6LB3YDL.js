import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  isBehindPortability,
  portabilityOf
} from "./chunk-Z5FYRDEC.js";
import {
  matrixOf
} from "./chunk-QUDMBABV.js";
import {
  spentOf
} from "./chunk-KUOKDNTN.js";
import {
  conclude
} from "./chunk-RQROVOIW.js";
import {
  isMarkdown,
  isReadable,
  readMarkdown
} from "./chunk-C26DV424.js";
import {
  answeredOf,
  asRefused,
  cellsDrawn,
  decide,
  expectedTests,
  isTampered,
  measured,
  redRepository,
  samplesOf,
  signsWithoutGeneratedCode,
  tallyOf
} from "./chunk-WSJ3JF5A.js";

// src/core/blame/asked-beside.ts
function askedBeside({ cells }, searched) {
  const counted = new Set(cells.map(({ generation }) => generation?.key));
  return searched.filter(({ generation }) => generation !== null && !counted.has(generation.key));
}

// src/core/verdict/altered-judges.ts
function alteredJudges({ trees }) {
  const groups = /* @__PURE__ */ new Map();
  for (const [{ spec }, { judge: judge2 }] of trees) {
    if (judge2 === void 0 || judge2.agree) continue;
    const { altered, by, accepted } = judge2;
    const key = JSON.stringify([altered, by]);
    const specs = [...groups.get(key)?.specs ?? [], spec.name];
    groups.set(key, { specs, altered, by, accepted });
  }
  return [...groups.values()];
}
function sameJudgeNotes({ trees }) {
  return [...trees].flatMap(
    ([{ spec }, { judge: judge2 }]) => judge2?.agree === true ? [
      `The change alters ${judge2.altered.join("; ")}. The tests of ${spec.name} give the same results with that as with the base\u2019s on the head\u2019s own code, so its samples were tested as on the base.`
    ] : []
  );
}

// src/core/specs/spec.ts
function sideOf({ base, head }, version) {
  return version === base && version !== head ? "base" : "head";
}

// src/core/verdict/tamper-notes.ts
function tamperedCells({
  cells,
  trees
}) {
  return cells.filter(
    ({ arm, testRun }) => testRun !== null && isTampered(testRun, signsWithoutGeneratedCode(trees.get(arm.version)))
  );
}
function tamperNotes(measurements) {
  return [...tamperedNotes(measurements), ...suspicionNotes(measurements)];
}
function tamperedNotes(measurements) {
  const changes = new Map(measurements.questions.map(({ id, change }) => [id, change]));
  const groups = /* @__PURE__ */ new Map();
  for (const cell of tamperedCells(measurements)) {
    const { version, model } = cell.arm;
    const change = changes.get(cell.question);
    const side = change === void 0 ? cell.role : sideOf(change, version);
    const name = `${version.spec.name} on ${side} by ${model.id}`;
    groups.set(name, [...groups.get(name) ?? [], cell]);
  }
  return [...groups].map(
    ([name, cells]) => `Tampered with its tests: ${generations(cells.length)} of ${name} (${tracesOf(cells)}); counted as failed.`
  );
}
function tracesOf(cells) {
  const guards = cells.flatMap(({ testRun }) => testRun?.guard ?? []);
  const signs = [...new Set(guards.flatMap((guard) => guard.signs))].map((sign) => traceNames[sign]);
  const broken = [...new Set(guards.flatMap((guard) => guard.broken))].slice(0, 5);
  return [...signs, ...broken].join(", ");
}
var traceNames = {
  unguarded: "no trace of the watched test process",
  unsigned: "a report without the key of the run",
  "cut-short": "a test process that ended before its tests did",
  patched: "test functions replaced",
  forged: "a forged witness",
  "files-changed": "protected files changed",
  "unnoticed-changes": "tests that pass whatever they ask for",
  "poison-survived": "a pass where every test was made to fail"
};
function suspicionNotes({ cells }) {
  const suspicious = cells.flatMap(({ suspicions = [] }) => suspicions.length > 0 ? [suspicions] : []);
  if (suspicious.length === 0) return [];
  const counts = /* @__PURE__ */ new Map();
  for (const each of suspicious.flat()) counts.set(each, (counts.get(each) ?? 0) + 1);
  const listed = [...counts].map(([suspicion, count]) => `${suspicion} (${count})`).join(", ");
  return [
    `The text of ${generations(suspicious.length)} looks suspicious: ${listed}. Their passes were tested once more, with tests that ask for something else or that fail.`
  ];
}
function generations(count) {
  return `${count} ${count === 1 ? "generation" : "generations"}`;
}

// src/core/blame/unasked-note.ts
function unaskedNote({ parts, end }, { spec, model }) {
  if (parts.length > 0) return null;
  const why = end === "budget" ? "the budget leaves nothing for it (`budget.why`)" : "the model gave no more answers";
  return `The words behind the regression of ${spec} on ${model} were not looked for: ${why}.`;
}
function besideOthersNotes(of) {
  const looked = /* @__PURE__ */ new Set([
    ...of.strictly.map(({ question }) => question.id),
    ...of.found.map(({ question }) => question)
  ]);
  return of.regressed.flatMap(({ question }) => {
    if (looked.has(question.id)) return [];
    const where = `${question.change.name} on ${question.head.model.id}`;
    const note = `The words behind the regression of ${where} were not looked for: it shows only beside the other questions of this run, and each of its jobs sees its own. A run in one job looks for them.`;
    return [{ question: question.id, note }];
  });
}

// src/core/specs/text-pieces.ts
function textPieces(markdown) {
  const { front, tree } = readMarkdown(markdown);
  const pieces = front === "" ? [] : [word(front)];
  let place = "";
  const waiting = [{ node: tree, inside: "" }];
  for (let visit = waiting.pop(); visit !== void 0; visit = waiting.pop()) {
    const { node, inside } = visit;
    if (isBlock(node) && (node.type !== "paragraph" || inside !== place))
      pieces.push({ kind: "place", text: `${inside} ${node.type}` });
    if (isBlock(node)) place = node.type === "paragraph" ? inside : `${inside} ${node.type}`;
    pieces.push(...wordsIn(node).map(word));
    if (isFlow(node)) waiting.push(...childrenOf(node, inside).toReversed());
  }
  return pieces;
}
function word(text) {
  return { kind: "word", text };
}
function isBlock({ type }) {
  return type !== "root" && type !== "list" && type !== "blockquote" && type !== "table";
}
function isFlow(node) {
  return "children" in node && node.type !== "paragraph" && node.type !== "heading" && node.type !== "tableCell";
}
function childrenOf(node, inside) {
  const deeper = node.type === "list" || node.type === "blockquote" ? `${inside}${node.type} ` : inside;
  return node.children.map((child) => ({ node: child, inside: deeper }));
}
function wordsIn(node) {
  if (node.type === "paragraph" || node.type === "heading" || node.type === "tableCell")
    return inlineWords(node);
  const text = blockLiteral(node);
  return text === null ? [] : [literal(text)];
}
function blockLiteral(node) {
  if (node.type === "code") return `${node.lang ?? ""} ${node.meta ?? ""}
${node.value}`;
  if (node.type === "html") return node.value;
  if (node.type === "definition") return `[${node.identifier}] ${node.url} ${node.title ?? ""}`;
  return markerLiteral(node);
}
function markerLiteral(node) {
  if (node.type === "listItem") return typeof node.checked === "boolean" ? `checked ${node.checked}` : null;
  if (node.type === "list") return (node.start ?? 1) > 1 ? `from ${node.start}` : null;
  return null;
}
function inlineWords(block) {
  let text = "";
  const literals = [];
  const waiting = [...block.children].toReversed();
  for (let next = waiting.pop(); next !== void 0; next = waiting.pop()) {
    if ("literal" in next) literals.push(next.literal);
    if ("literal" in next) text += standIn;
    else if (next.type === "text") text += next.value;
    else if (next.type === "break") text += " ";
    else waiting.push(...("children" in next ? partsOf(next) : [{ literal: verbatim(next) }]).toReversed());
  }
  const words = text.split(/\s+/).filter((each) => each !== "");
  return words.map((each) => each.replaceAll(standIn, () => literal(literals.shift() ?? "")));
}
var standIn = "\0";
function literal(text) {
  return `${standIn}${text}${standIn}`;
}
function partsOf(node) {
  if (node.type === "link") return [...node.children, { literal: `(${node.url})` }];
  if (node.type === "linkReference") return [...node.children, { literal: `[${node.identifier}]` }];
  if (node.type === "delete") return [{ literal: "~~" }, ...node.children, { literal: "~~" }];
  return node.children;
}
function verbatim(node) {
  if (node.type === "inlineCode") return `\`${node.value}\``;
  if (node.type === "image") return `![${node.alt ?? ""}](${node.url})`;
  if (node.type === "html") return node.value;
  return "identifier" in node ? `[${node.type} ${node.identifier}]` : `[${node.type}]`;
}

// src/core/specs/change-class.ts
function compareSides(change) {
  return { ...change, ...factsOf(change) };
}
function factsOf({ base, head, changedTests, otherFilesChanged }) {
  const texts = base === null || head === null ? differentWords : both(
    // Context is code, so it must be the same to the letter.
    compareAll(base.context, head.context, compareLetters),
    compareAll(base.files, head.files, compareWords),
    compareAll(base.instructions, head.instructions, compareWords)
  );
  if (changedTests.length > 0) return { class: "tests", asksTheSame: false };
  return {
    class: texts.words ? "same-words" : "words",
    asksTheSame: texts.words && texts.places && !otherFilesChanged
  };
}
var differentWords = { words: false, places: false };
function both(...all) {
  return { words: all.every(({ words }) => words), places: all.every(({ places }) => places) };
}
function compareAll(base, head, compareTexts) {
  if (base.length !== head.length) return differentWords;
  return both(
    ...base.map((file, index) => {
      const other = head[index];
      return other === void 0 ? differentWords : compareTexts(file, other);
    })
  );
}
function compareLetters(base, head) {
  const isSame = base.path === head.path && base.text === head.text;
  return { words: isSame, places: isSame };
}
function compareWords(base, head) {
  if (base.text === head.text) return { words: true, places: true };
  if (![base, head].every(({ path, text }) => isMarkdown(path) && isReadable(text)))
    return { words: isSameList(blankSeparated(base.text), blankSeparated(head.text)), places: false };
  const [before, after] = [textPieces(base.text), textPieces(head.text)];
  return {
    words: isSameList(before.filter(isWord).map(written), after.filter(isWord).map(written)),
    places: isSameList(before.map(written), after.map(written))
  };
}
function blankSeparated(text) {
  return text.split(/\s+/).filter((word2) => word2 !== "");
}
function isWord({ kind }) {
  return kind === "word";
}
function written({ kind, text }) {
  return `${kind} ${text}`;
}
function isSameList(one, other) {
  return one.length === other.length && one.every((each, index) => each === other[index]);
}

// src/core/agents/agent-label.ts
function agentLabel({ id, name, agent }) {
  if (agent === void 0 || agent.version === null) return void 0;
  const told = `${agent.name} ${agent.version}`;
  return id === `${agent.name} + ${name}` ? `${told} + ${name}` : `${id} (${told})`;
}

// src/core/verdict/below-min-portability.ts
function belowMinPortability({ minPortability, failOn }, of) {
  if (minPortability === 0 || failOn === "never") return [];
  const wanted = `\`gate.min-portability\` is ${minPortability}`;
  const unportable = of.verdicts.filter(({ verdict }) => verdict === "not-portable");
  const low = of.fullyMeasured.filter(({ head }) => head < minPortability - 1e-9);
  return [
    ...unportable.map(
      ({ spec, model }) => `The gate fails: ${spec} is not portable on ${model}, and ${wanted}.`
    ),
    ...low.map(
      ({ spec, head }) => `The gate fails: the portability of ${spec} is ${below(head, minPortability)}, and ${wanted}.`
    )
  ];
}
function below(head, minimum) {
  const short = head.toFixed(2);
  return Number(short) < minimum ? short : head.toFixed(4);
}

// src/core/verdict/tampered-in.ts
function tamperedIn(questions, measurements) {
  const tampered = new Set(tamperedCells(measurements));
  if (tampered.size === 0) return [];
  const on = (question, role) => cellsDrawn(question, role, measurements).filter((cell) => tampered.has(cell)).length;
  return questions.map((question) => ({ question: question.id, base: on(question, "base"), head: on(question, "head") })).filter(({ base, head }) => base + head > 0);
}

// src/core/verdict/broken-by-head.ts
function brokenByHead(measurements) {
  const bySpec = /* @__PURE__ */ new Map();
  for (const question of measurements.questions) {
    const { redOnHead, leftOut } = expectedTests(question, measurements);
    if (redOnHead.length === 0) continue;
    const { name: spec, otherFiles = [] } = question.change;
    const tests = [.../* @__PURE__ */ new Set([...bySpec.get(spec)?.tests ?? [], ...redOnHead])];
    bySpec.set(spec, { spec, tests, isLeftOut: leftOut.length > 0, otherFiles });
  }
  return [...bySpec.values()];
}

// src/core/verdict/red-bases.ts
function redBases({ questions, trees }) {
  const bases = new Set(
    questions.map(({ change }) => change).flatMap(
      (change) => change.base !== null && sideOf(change, change.base) === "base" ? [change.base] : []
    )
  );
  return [...trees].flatMap(([version, { own }]) => {
    const took = own?.run.end.kind === "cancelled" ? null : own;
    const red = bases.has(version) ? redRepository(took) : null;
    return red === null ? [] : [{ spec: version.spec.name, ...red }];
  });
}

// src/pipeline/check/judge.ts
function judge(of) {
  const { plan, measurements, settings } = of;
  const answers = plan.questions.map((question) => answeredOf(question, measurements));
  const verdicts = decide(answers, settings, plan.comparisonCount).map(
    (verdict) => explained(verdict, of.stopped)
  );
  const portability = portabilityOf(plan.changes, verdicts);
  const fullyMeasured = fullyMeasuredPortability(plan, measurements, portability);
  const words = wordsOf(of.words, verdicts);
  const belowMinimum = belowMinPortability(settings.gate, { verdicts, fullyMeasured });
  return {
    trigger: of.trigger,
    conclusion: conclude({
      verdicts,
      failOn: settings.gate.failOn,
      alpha: settings.decide.alpha,
      modelStopped: of.lacksShards === true || [...of.stopped.values()].some(({ isMisconfigured }) => isMisconfigured),
      leftUndone: of.skipReason !== null,
      fallsShort: belowMinimum.length > 0
    }),
    skipReason: of.skipReason,
    ...seenWithoutSamples(measurements),
    changes: plan.changes.map((change) => compareSides(change)),
    models: modelsOf(of),
    verdicts,
    ...words.shown,
    matrix: matrixOf(plan, measurements),
    portability,
    tampered: tamperedCells(measurements).length,
    tamperedIn: tamperedIn(plan.questions, measurements),
    spent: {
      ...spentOf({ cells: answeredCells(of), lost: of.lost }, settings.models),
      exhaustedCaps: of.exhaustedCaps,
      seconds: of.seconds
    },
    settings: settingsOf(of),
    belowMinimum,
    notes: [...belowMinimum, ...words.notes, ...of.notes]
  };
}
function wordsOf(words, verdicts) {
  const regressed = new Map(
    verdicts.flatMap((each) => each.verdict === "regressed" ? [[each.question, each]] : [])
  );
  const { found = [], beside = [], maps = [] } = words ?? {};
  const specs = new Set(verdicts.flatMap(({ spec, question }) => regressed.has(question) ? [spec] : []));
  const mapped = maps.filter(({ spec }) => specs.has(spec));
  const shown = found.filter(({ question }) => regressed.has(question));
  return {
    shown: {
      ...shown.length === 0 ? {} : { words: shown },
      ...mapped.length === 0 ? {} : { maps: mapped }
    },
    notes: [
      ...beside.flatMap(({ question, note }) => regressed.has(question) ? [note] : []),
      ...shown.flatMap((each) => {
        const verdict = regressed.get(each.question);
        return verdict === void 0 ? [] : unaskedNote(each, verdict) ?? [];
      })
    ]
  };
}
function answeredCells({ measurements, words }) {
  return [...measurements.cells, ...askedBeside(measurements, words?.cells ?? [])];
}
function settingsOf({ settings, sandbox, isolation }) {
  const { alpha, drop, beta } = settings.decide;
  return {
    alpha,
    drop,
    beta,
    looks: settings.samples.looks,
    protocol: 1,
    sandbox,
    ...isolation === null ? {} : { isolation },
    ...settings.controls === "off" && sandbox !== "unused" ? { controls: "off" } : {},
    failOn: settings.gate.failOn
  };
}
function seenWithoutSamples(measurements) {
  return {
    red: redBases(measurements),
    alteredJudges: alteredJudges(measurements),
    brokenByHead: brokenByHead(measurements)
  };
}
function modelsOf({ settings, measurements, stopped }) {
  return settings.models.map((model) => ({
    id: model.id,
    ...labelOf(model),
    servedBy: servedBy(model.id, measurements),
    effort: model.effort,
    simulated: model.name.startsWith("simulated-"),
    stopped: stopped.get(model.id)?.why ?? null,
    isMisconfigured: stopped.get(model.id)?.isMisconfigured ?? false,
    ...mendOf(stopped.get(model.id))
  }));
}
function labelOf(model) {
  const label = agentLabel(model);
  return label === void 0 ? {} : { label };
}
function mendOf(stop) {
  return stop?.mend === void 0 ? {} : { mend: stop.mend };
}
function explained(verdict, stopped) {
  return verdict.why !== null && stopped.get(verdict.model)?.isMisconfigured === true ? { ...verdict, why: asRefused(verdict.why) } : verdict;
}
function fullyMeasuredPortability(plan, measurements, portability) {
  return portability.flatMap(({ spec, head }) => {
    const isChanged = plan.changes.some(({ name }) => name === spec);
    const own = plan.questions.filter(
      ({ change, asks }) => change.name === spec && isBehindPortability(asks, isChanged)
    );
    const isSettled = own.every(
      (question) => measured(tallyOf(samplesOf(question, measurements).head)) === question.looks.at(-1)?.head
    );
    return isSettled && head !== null ? [{ spec, head }] : [];
  });
}
function servedBy(model, measurements) {
  const served = measurements.cells.flatMap(
    ({ arm, generation }) => arm.model.id === model && generation?.result.kind === "completed" ? [generation.result.completion.servedBy] : []
  );
  return [...new Set(served)].toSorted();
}

export {
  askedBeside,
  sameJudgeNotes,
  tamperNotes,
  besideOthersNotes,
  judge
};
