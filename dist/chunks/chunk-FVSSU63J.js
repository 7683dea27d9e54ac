import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  tamperedCounts
} from "./chunk-OSVSF47P.js";
import {
  harmIn
} from "./chunk-J5GYMS7X.js";
import {
  changeMapLine
} from "./chunk-62MT6X5Y.js";
import {
  addedToModel,
  afterWord,
  callsOf,
  changeLine,
  checksOf,
  countsLine,
  dropNumber,
  dropTitle,
  foldedNotes,
  headingOf,
  interval,
  isSure,
  legend,
  likely,
  meaningOf,
  movedBeyondVerdict,
  nextStep,
  nothingMeasured,
  openingLines,
  passedSides,
  passedTitle,
  questionLine,
  quoteWords,
  spentLine,
  testsTitle,
  unproved,
  unprovedLine,
  unsandboxed,
  verdictSubject,
  withoutResultLines,
  wordsOfPart
} from "./chunk-N2DEFOSI.js";
import {
  changedTitle,
  culprits,
  guessedAt,
  hunksShown,
  iconOf,
  linesOf,
  mostSevereFirst,
  quoteHunk,
  wordsBehind
} from "./chunk-I3VVAFPO.js";
import {
  isCommentMarker
} from "./chunk-BWOT4FZX.js";
import {
  testOn
} from "./chunk-QUDMBABV.js";
import {
  writeMarkdown
} from "./chunk-OS3IK72S.js";
import {
  additionalKindOf,
  bold,
  bullets,
  caution,
  code,
  confidence,
  count,
  folded,
  heading,
  idOfModel,
  joinNames,
  leftOutWords,
  link,
  makeFolders,
  nameModel,
  nameSpec,
  nameTest,
  pValue,
  paragraph,
  piecesWithoutSecrets,
  plainPhrases,
  points,
  projectionLine,
  prose,
  rate,
  replaceFile,
  small,
  subjectTitle,
  systemClock,
  table,
  testRate,
  utcMinute,
  words
} from "./chunk-WSJ3JF5A.js";

// src/adapters/report-files/write-pages.ts
import { writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
async function writePages(pages, directory) {
  const generations = join(directory, "generations");
  await rm(generations, { recursive: true, force: true });
  makeFolders(directory);
  for (const { path, parts } of pages) {
    if (!/^(?:index|generations\/[A-Za-z0-9_][A-Za-z0-9._-]*)\.html$/.test(path))
      throw new Error(`not a page of a report: ${path.slice(0, 80)}`);
    if (path.startsWith("generations/")) makeFolders(generations);
    await writePlain(join(directory, path), parts);
  }
}
async function writePlain(path, parts) {
  await replaceFile(path, async (file) => {
    for (const piece of piecesWithoutSecrets(parts)) writeFileSync(file, piece);
  });
}

// src/entry/wiring/write-html.ts
async function writeHtml(checked, directory, where) {
  const { htmlReport } = await import("./html-report-OJPWFLKE.js");
  await writePages(
    htmlReport({ ...checked, place: { ...where, at: utcMinute(systemClock().now()) } }),
    directory
  );
}

// src/core/report/markdown/fit.ts
function fit(report) {
  const leftOut = report.leftOut === null ? "" : `
${report.leftOut}`;
  const room = report.limit - report.size(`${leftOut}${report.pointer}`) - 2;
  const lead = firstThatFits(report.leads, (text2) => report.size(text2) <= room);
  let text = lead.text;
  for (const section of report.sections) {
    const longer = `${text}
${section()}`;
    if (report.size(longer) > room) return `${text}${leftOut}
${report.pointer}`;
    text = longer;
  }
  return lead.isRichest ? `${text}${leftOut}` : `${text}${leftOut}
${report.pointer}`;
}
function characters(text) {
  return text.length;
}
function bytes(text) {
  return new TextEncoder().encode(text).length;
}
function firstThatFits(leads, fits) {
  for (const [index, lead] of leads.entries()) {
    const text = lead();
    if (fits(text)) return { text, isRichest: index === 0 };
  }
  throw new Error("No lead fits the limit: the barest one must be bounded.");
}

// src/core/report/changed-words/found-lines.ts
function foundLines(summary, options) {
  const groups = wordsBehind(summary);
  const isAlone = groups.length === 1 && guessedAt(summary).length === 0;
  return groups.map((group) => {
    const [cell2, ...others] = group.cells;
    if (cell2 === void 0) return { line: [], list: [] };
    const whose = isAlone || others.length > 0 ? [] : [...words(" on "), ...subjectOf(summary, cell2.verdict)];
    const title = titled(group, whose);
    const told = others.length === 0 ? ofOneCell(cell2, options) : ofManyCells(summary, group, options);
    return { line: [...title, ...told.line], list: told.list };
  });
}
function titled({ parts, cells }, whose) {
  const one = cells.every(({ found }) => isSure(found)) ? "The words behind it" : "The most probable words";
  const said = parts.length === 1 ? one : "One of these is behind it";
  return [...bold([...words(said), ...whose, ...words(":")]), ...words(" ")];
}
function ofOneCell({ found }, options) {
  const [only, ...others] = found.parts;
  const measured = [checksOf(found), callsOf(found)].filter((each) => each !== "").join(" \xB7 ");
  if (only !== void 0 && others.length === 0)
    return { line: [...partLine(only, found, options), ...after(measured), ...meaning(found)], list: [] };
  const calls = callsOf(found);
  return {
    line: [...meaningOf(found), ...calls === "" ? [] : words(` It took ${calls}.`)],
    list: shortened(
      found.parts.map((part, index) => [
        ...partLine(part, found, options),
        ...index === 0 ? after(checksOf(found)) : []
      ]),
      options
    )
  };
}
function ofManyCells(summary, { parts, cells }, options) {
  const meanings = new Map(cells.map(({ found }) => [plainPhrases(meaningOf(found)), meaning(found)]));
  const [common, ...different] = [...meanings.values()];
  const isSame = different.length === 0 && common !== void 0;
  const quotes = parts.map(({ part }) => [...quoteWords(wordsOfPart(part)), ...placeWords(part, options)]);
  const [only, ...others] = quotes;
  const isOne = only !== void 0 && others.length === 0;
  const each = cells.slice(0, 10).map(({ verdict, found }) => {
    const shares = found.parts.slice(0, options.parts).map(({ probability }) => likely(probability));
    const measured = [checksOf(found), callsOf(found)].filter((said) => said !== "").join(" \xB7 ");
    return [
      ...bold(subjectOf(summary, verdict)),
      ...found.end === "one-part" ? [] : words(` (${shares.join(", ")})`),
      ...after(measured),
      ...isSame ? [] : meaning(found)
    ];
  });
  const line = [...isOne ? only : [], ...isSame ? common.slice(isOne ? 0 : 1) : []];
  return { line, list: [...isOne ? [] : shortened(quotes, options), ...each] };
}
function partLine({ part, probability }, { end }, options) {
  const share = end === "one-part" ? "" : `, ${likely(probability)}`;
  return [...quoteWords(wordsOfPart(part)), ...placeWords(part, options, share)];
}
function placeWords(part, options, share = "") {
  return [...words(" ("), ...linesOf(part, options), ...words(`${share})`)];
}
function after(measured) {
  return measured === "" ? [] : words(`: ${measured}`);
}
function meaning(found) {
  return [...words(". "), ...meaningOf(found)];
}
function shortened(list, { parts }) {
  const rest = list.length - parts;
  return rest > 0 ? [...list.slice(0, parts), words(`and ${count(rest, "more part")}`)] : list;
}
function subjectOf(summary, verdict) {
  const severalSpecs = new Set(summary.verdicts.map(({ spec }) => spec)).size > 1;
  const subject = verdictSubject(summary, verdict);
  return severalSpecs ? [...subject, ...words(" in "), ...nameSpec(verdict.spec)] : subject;
}

// src/core/report/markdown/run-links.ts
function runLinks(runUrl) {
  if (runUrl === null) return [];
  return [
    ...link(runUrl, words("This run")),
    ...words(" \xB7 "),
    ...link(`${runUrl}#artifacts`, words("the page")),
    ...words(" with every sample: "),
    ...code("index.html"),
    ...words(", where the workflow uploads the report folder")
  ];
}
function runPage(runUrl, repositoryUrl) {
  if (runUrl === null || runUrl === void 0 || repositoryUrl === null) return null;
  const isOfRepository = runUrl.startsWith(`${repositoryUrl}/actions/runs/`);
  return isOfRepository && /\/\d+\/attempts\/\d+$/.test(runUrl) ? runUrl : null;
}

// src/core/report/words/shown-rows.ts
function rowsOf({ verdicts }, max) {
  const rows = mostSevereFirst(verdicts);
  const told = rows.length > manyRows ? rows.filter(({ verdict }) => verdict !== "held").length : rows.length;
  const limit = Math.min(told, max);
  return { shown: rows.slice(0, limit), folded: rows.slice(limit) };
}
var manyRows = 12;

// src/core/report/markdown/verdict-table.ts
function verdictTable(summary, verdicts) {
  const compares = verdicts.some(({ drop: drop2 }) => drop2 !== null);
  const drop = compares ? [dropTitle] : [];
  return table(
    [subjectTitle(verdicts), "Model", passedTitle(verdicts), ...drop, "Verdict"].map((title) => words(title)),
    verdicts.map((verdict) => [
      nameSpec(verdict.spec),
      verdictSubject(summary, verdict),
      words(passedSides(verdict)),
      ...compares ? [words(dropNumber(verdict))] : [],
      verdictWords(summary, verdict)
    ])
  );
}
function numbersTable(summary, verdicts) {
  return table(
    [subjectTitle(verdicts), "Model", "Drop [95 % interval]", "p", "Rules out"].map((title) => words(title)),
    verdicts.filter((verdict) => !nothingMeasured(verdict)).map((verdict) => [
      nameSpec(verdict.spec),
      verdictSubject(summary, verdict),
      words(interval(verdict)),
      words(verdict.p === null ? "\u2013" : pValue(verdict.p)),
      words(
        verdict.excludes === null ? "\u2013" : `drops of ${points(verdict.excludes)} or more (${confidence(summary.settings.beta)})`
      )
    ])
  );
}
function verdictWords(summary, verdict) {
  const spoken = words(verdict.verdict.replaceAll("-", " "));
  return [
    ...words(`${iconOf(summary, verdict)} `),
    ...verdict.verdict === "regressed" ? bold(spoken) : spoken,
    ...words(`${afterWord(verdict)}${tamperedWords(summary, verdict)}`)
  ];
}
function tamperedWords(summary, verdict) {
  const { base, head } = tamperedCounts(summary, verdict);
  const sides = [...base > 0 ? [`${base} on base`] : [], ...head > 0 ? [`${head} on head`] : []];
  return sides.length === 0 ? "" : ` \xB7 \u{1F6A9} tampered: ${sides.join(", ")}`;
}

// src/core/report/markdown/lead.ts
function leadBlocks(summary, options) {
  const { detail, repositoryUrl, runUrl } = options;
  const links = runLinks(runUrl);
  return [
    heading(headingOf(summary)),
    ...openingLines(summary).map((line) => paragraph(line)),
    ...unsandboxedBox(summary),
    ...unprovedBox(summary),
    ...verdictRows(summary, options),
    ...foundBlocks(summary, { detail, repositoryUrl }),
    ...mapBlock(summary),
    ...hunkBlocks(summary, { detail, repositoryUrl }),
    ...nextStepBlock(summary, repositoryUrl),
    ...movedBlocks(summary, detail.moved),
    ...links.length === 0 ? [] : [paragraph(links)],
    small(spentLine(summary, { repositoryUrl }))
  ];
}
function nextStepBlock(summary, repositoryUrl) {
  const step = nextStep(summary, { head: summary.trigger.head, repositoryUrl });
  return step === null ? [] : [paragraph(bold(words("Next step:")), words(" "), step)];
}
function unsandboxedBox(summary) {
  if (summary.settings.sandbox !== "none") return [];
  const [title = "", text = ""] = unsandboxed.split(":");
  return [caution(bold(words(title)), words(`:${text}`))];
}
function unprovedBox(summary) {
  if (unprovedLine(summary) === null) return [];
  return [caution(bold(words(unproved.title)), words(": "), prose(unproved.rest))];
}
function verdictRows(summary, { detail: { rows, mostRows }, restIn }) {
  if (rows === 0 || summary.verdicts.every((verdict) => nothingMeasured(verdict))) return [];
  const { shown, folded: folded2 } = rowsOf(summary, rows);
  return [
    ...shown.length > 0 ? [verdictTable(summary, shown)] : [],
    ...folded2.length > 0 ? [
      paragraph(
        restLine(shown.length, folded2),
        folded2.length > mostRows - shown.length ? restIn : words("the folds below"),
        words(".")
      )
    ] : []
  ];
}
function restLine(shown, folded2) {
  const rest = `${shown > 0 ? "The other" : "All"} ${count(folded2.length, "row")}`;
  const isHeld = folded2.every(({ verdict }) => verdict === "held");
  return words(
    `${rest}, ${isHeld ? "all of them held" : "none of them worse"}, ${folded2.length === 1 ? "is" : "are"} in `
  );
}
function movedBlocks(summary, max) {
  const moved = movedBeyondVerdict(summary);
  if (moved.length === 0 || max === 0) return [];
  const severalSpecs = (/* @__PURE__ */ new Set([...summary.changes.map(({ name }) => name), ...moved.map(({ spec }) => spec)])).size > 1;
  const lines = moved.slice(0, max).map((move) => [
    ...nameTest(move.test),
    ...severalSpecs ? [...words(" of "), ...nameSpec(move.spec)] : [],
    ...words(" on "),
    ...verdictSubject(summary, move),
    ...words(`: ${rate(move.base)} \u2192 ${rate(move.head)}${move.unconfirmed ? " (unconfirmed)" : ""}`)
  ]);
  const rest = moved.length - max;
  return [
    paragraph(bold(words("Tests that moved")), words(" (observed)")),
    bullets(rest > 0 ? [...lines, words(`and ${rest} more`)] : lines)
  ];
}
function foundBlocks(summary, { detail, repositoryUrl }) {
  const most = detail.hunks;
  if (most === 0) return [];
  const found = foundLines(summary, { head: summary.trigger.head, repositoryUrl, parts: most });
  const rest = found.length - most;
  return [
    ...found.slice(0, most).flatMap(({ line, list }) => [paragraph(line), ...list.length === 0 ? [] : [bullets(list)]]),
    ...rest > 0 ? [paragraph(words(`and other words behind ${count(rest, "more verdict")}.`))] : []
  ];
}
function mapBlock(summary) {
  const line = changeMapLine(summary);
  return line.length === 0 ? [] : [paragraph(line)];
}
function hunkBlocks(summary, { detail, repositoryUrl }) {
  const hunks = culprits(summary);
  if (hunks.length === 0 || detail.hunks === 0) return [];
  const guessed = guessedAt(summary);
  const isOpen = guessed.some((verdict) => verdict.culprit.length > 1);
  const hasNames = guessed.some(({ brokenTests }) => brokenTests.length > 0);
  const rest = hunks.length - detail.hunks;
  const whose = guessed.length === summary.verdicts.filter(({ culprit }) => culprit.length > 0).length ? [] : [...words(" on "), ...joinNames(guessed.map((verdict) => verdictSubject(summary, verdict)))];
  return [
    isOpen ? paragraph(
      bold([...words("One of these changes"), ...whose]),
      words(` (${whichOne(rest > 0 && hasNames)})`)
    ) : paragraph(bold([...words(changedTitle(summary)), ...whose])),
    ...hunks.slice(0, detail.hunks).flatMap(
      (hunk) => quoteHunk(hunk, { head: summary.trigger.head, repositoryUrl, maxLines: detail.hunkLines })
    ),
    ...rest > 0 ? [paragraph(words(`and ${count(rest, "more change")}.`))] : []
  ];
}
function whichOne(isRanked) {
  const unknown = "which one was not measured";
  return isRanked ? `${unknown}; those that share words with the failing tests come first` : unknown;
}

// src/core/report/markdown/open-questions.ts
function openQuestions(summary) {
  const byReason = /* @__PURE__ */ new Map();
  for (const { spec, model, verdict, why } of summary.verdicts) {
    if (verdict !== "inconclusive" || why === null) continue;
    const names = byReason.get(why) ?? [];
    names.push([...nameSpec(spec), ...words(" on "), ...nameModel(summary, model)]);
    byReason.set(why, names);
  }
  const lines = [...byReason].map(([why, names]) => [
    ...listed(names),
    ...words(": "),
    ...prose(why)
  ]);
  const isTold = lines.length < 2 && summary.verdicts.length <= 6;
  return lines.length === 0 || isTold ? [] : [bullets(lines.slice(0, 50))];
}
function listed(names) {
  const shown = names.slice(0, maxNames);
  const rest = names.length - shown.length;
  const parts = shown.flatMap((name, index) => index === 0 ? name : [...words(", "), ...name]);
  return rest > 0 ? [...parts, ...words(` and ${rest} more`)] : parts;
}
var maxNames = 20;

// src/core/report/markdown/planned-blocks.ts
function plannedBlocks(summary) {
  const { changes, planned = [], trigger } = summary;
  const options = { head: trigger.head, repositoryUrl: null, maxLines: 12 };
  return [
    ...changes.slice(0, 20).flatMap((change) => {
      const rest = change.hunks.length - hunksShown;
      return [
        paragraph(changeLine(change)),
        ...change.hunks.slice(0, hunksShown).flatMap((hunk) => quoteHunk(hunk, options)),
        ...rest > 0 ? [paragraph(words(`and ${count(rest, "more change")}.`))] : []
      ];
    }),
    bullets(planned.slice(0, 50).map((question) => questionLine(summary, question)))
  ];
}

// src/core/report/markdown/at-a-glance.ts
function glanceBlocks(summary) {
  const rows = rowsOf2(summary.verdicts);
  const models = [...new Set(summary.verdicts.map(({ model }) => model))];
  if (summary.verdicts.length <= manyRows || rows.length < 2 || models.length < 2) return [];
  return [
    table(
      [words("Spec"), ...models.slice(0, maxModels).map((model) => nameModel(summary, model))],
      rows.slice(0, maxSpecs).map(({ first, byModel }) => [
        [...nameSpec(first.spec), ...addedToModel(summary, first)],
        ...models.slice(0, maxModels).map((model) => {
          const verdict = byModel.get(model);
          return words(verdict === void 0 ? "\u2013" : `${iconOf(summary, verdict)} ${rate(verdict.head)}`);
        })
      ])
    )
  ];
}
var maxModels = 12;
var maxSpecs = 100;
function rowsOf2(verdicts) {
  const named = /* @__PURE__ */ new Map();
  for (const verdict of verdicts) {
    const { spec, asks, insteadOf = "", model } = verdict;
    const name = JSON.stringify([spec, additionalKindOf(asks), insteadOf]);
    const rows = named.get(name) ?? [];
    const free = rows.find(({ byModel }) => !byModel.has(model));
    if (free === void 0) rows.push({ first: verdict, byModel: /* @__PURE__ */ new Map([[model, verdict]]) });
    else free.byModel.set(model, verdict);
    named.set(name, rows);
  }
  return [...named.values()].flat();
}

// src/core/report/markdown/settings-blocks.ts
function settingsBlocks(summary) {
  return [
    modelsTable(summary),
    ...[whatChanged(summary), settingsLine(summary), expectation(summary)].filter((line) => line.length > 0).map((line) => paragraph(line))
  ];
}
function modelsTable(summary) {
  const served = (ids) => ids.length === 0 ? words("\u2013") : joinNames(
    ids.map((id) => code(id, 80)),
    5
  );
  return table(
    ["Model", "Served as", "Effort", "Left out"].map((title) => words(title)),
    summary.models.map((model) => [
      idOfModel(summary, model.id),
      served(model.servedBy),
      model.effort === null ? words("\u2013") : code(model.effort, 40),
      model.stopped === null ? words("no") : prose(model.stopped, 200)
    ])
  );
}
function settingsLine(summary) {
  const { protocol, sandbox, failOn } = summary.settings;
  return words(
    `The check fails on: ${failOn}. Answer protocol ${protocol}; sandbox ${sandbox}; ${count(summary.spent.inputTokens, "input token")}, ${count(summary.spent.outputTokens, "output token")}.`
  );
}
function whatChanged(summary) {
  if (summary.verdicts.some(({ asks }) => asks === "model-switch" || asks === "drift")) return [];
  const changes = summary.changes.filter(({ base, head }) => base !== null && head !== null);
  if (changes.length === 0) return [];
  const kinds = ["words", "same-words", "tests"].flatMap((kind) => {
    const names = changes.filter((change) => change.class === kind).map(({ name }) => nameSpec(name));
    return names.length === 0 ? [] : [[...words(changedWords[kind]), ...joinNames(names, 10)]];
  });
  return [
    ...words("What changed: "),
    ...kinds.flatMap((kind, index) => [...words(index > 0 ? "; " : ""), ...kind]),
    ...words(".")
  ];
}
var changedWords = {
  words: "the words of ",
  "same-words": "only markup and white space of ",
  tests: "the tests together with "
};
function expectation({ projection }) {
  return projection === void 0 ? [] : [...words("Expected before the first call. "), ...prose(projectionLine(projection))];
}

// src/core/report/markdown/test-sections.ts
function testSections(summary, on) {
  const bySpec = /* @__PURE__ */ new Map();
  for (const row of summary.matrix.filter((candidate) => candidate.on === on && wasMeasured(candidate))) {
    const key = JSON.stringify([row.spec, row.asks]);
    const rows = bySpec.get(key) ?? [];
    rows.push(row);
    bySpec.set(key, rows);
  }
  return [...bySpec.values()].flatMap((rows) => sectionsOf(summary, { spec: rows[0]?.spec ?? "", rows, on }));
}
function wasMeasured({ byQuestion }) {
  const hasRun = (tally) => tally !== null && tally.passed + tally.failed > 0;
  return [...byQuestion.values()].some(({ base, head }) => hasRun(base) || hasRun(head));
}
function sectionsOf(summary, part) {
  const pages = Math.ceil(part.rows.length / 100);
  return Array.from({ length: pages }, (_, page) => ({
    rows: Math.min(100, part.rows.length - page * 100),
    title: `${testsTitle(part.rows[0]?.asks, part.on)} (${part.rows.length}${pages > 1 ? `, part ${page + 1} of ${pages}` : ""})`,
    blocks: () => [matrixTable(summary, { ...part, rows: part.rows.slice(page * 100, page * 100 + 100) })]
  }));
}
function matrixTable(summary, part) {
  const models = summary.models.map((model) => model.id);
  return table(
    [[...words("Test of "), ...nameSpec(part.spec)], ...models.map((model) => nameModel(summary, model))],
    part.rows.map((row) => [
      [...nameTest(row.test), ...words(row.isLeftOut === true ? leftOutWords : "")],
      ...models.map((model) => cell(row, model))
    ])
  );
}
function cell(row, model) {
  const sides = testOn(row, model);
  if (sides === void 0) return words("\u2013");
  const base = testRate(sides.base);
  const head = testRate(sides.head);
  switch (row.on) {
    case "both":
      return words(`${base} \u2192 ${head}`);
    case "head-only":
      return words(head);
    case "base-only":
      return words(base);
  }
}

// src/core/report/markdown/statistics-blocks.ts
function statisticsBlocks(summary, part) {
  const { alpha, beta, drop, looks } = summary.settings;
  return [
    numbersTable(summary, part),
    paragraph(
      words(
        [
          `p is how often chance alone would show such a drop, adjusted for all comparisons of this run (Holm\u2019s method) and compared with alpha, ${alpha}.`,
          `The interval describes, it does not decide.`,
          `The smallest drop that matters is ${points(drop)}; where one is ruled out that is ${confidence(beta)} (beta ${beta}), and smaller drops were not tested.`,
          `A comparison may be decided after ${looks.join(", ")} samples a side (looks).`
        ].join(" ")
      )
    )
  ];
}

// src/core/report/markdown/sections.ts
function sections(summary, options) {
  const fold = (title, blocks) => () => foldedText(title, blocks(), options);
  const { shown: rows, folded: more } = rowsOf(summary, options.rowsShown);
  const groups = [
    ...textGroups(summary, fold),
    ...verdictGroups(summary, { more, before: rows.length, fold }),
    testGroup(summary, "head-only", fold),
    testGroup(summary, "base-only", fold),
    ...settingGroups(summary, fold),
    portabilityGroup(summary, fold),
    testGroup(summary, "both", fold)
  ].filter((group) => group.sections.length > 0);
  let room = options.mostRows - rows.length;
  const shown = [];
  const leftOut = [];
  for (const group of groups) {
    if (group.rows > room) leftOut.push(group.name);
    else shown.push(...group.sections);
    room -= group.rows > room ? 0 : group.rows;
  }
  return { shown, leftOut };
}
function foldedText(title, blocks, { open }) {
  const [begin, end] = folded(title, [], { open }).map((tag) => writeMarkdown([tag]));
  return [begin, ...blocks.length === 0 ? [] : [writeMarkdown(blocks)], end].join("\n");
}
function textGroups(summary, fold) {
  const open = openQuestions(summary);
  const notes = foldedNotes(summary);
  const unexplained = withoutResultLines(summary).folded;
  const planned = summary.planned ?? [];
  const section = (isThere, title, blocks) => ({
    name: title,
    rows: 0,
    sections: isThere ? [fold(title, blocks)] : []
  });
  return [
    section(notes.length > 0, `Notes (${notes.length})`, () => [
      bullets(notes.slice(0, 50).map((note) => prose(note)))
    ]),
    section(planned.length > 0, `What would be asked (${planned.length})`, () => plannedBlocks(summary)),
    section(open.length > 0, "Why there is no verdict", () => open),
    section(unexplained.length > 0, "More samples that failed without a failing test", () => [
      bullets(unexplained)
    ])
  ];
}
function verdictGroups(summary, of) {
  const { more, before, fold } = of;
  const glance = glanceBlocks(summary);
  const [grid] = glance;
  return [
    {
      name: "all verdicts at a glance",
      rows: grid?.type === "table" ? grid.children.length - 1 : 0,
      sections: glance.length > 0 ? [fold("All verdicts at a glance", () => glance)] : []
    },
    {
      name: count(more.length, "more verdict"),
      rows: more.length,
      sections: chunks(more, 50).map(
        (part, page) => fold(`More verdicts (${partOf(more.length, page, before)})`, () => [verdictTable(summary, part)])
      )
    }
  ];
}
function settingGroups(summary, fold) {
  const rows = mostSevereFirst(summary.verdicts);
  const isLong = rows.length > 50;
  return [
    {
      name: "what the words mean",
      rows: 0,
      sections: rows.length === 0 ? [] : [fold("What the words mean", () => [bullets(legend(summary))])]
    },
    {
      name: "the statistics",
      rows: rows.length,
      // Without an old text there is nothing but the counts.
      sections: chunks(rows.every(({ drop, p }) => drop === null && p === null) ? [] : rows, 50).map(
        (part, page) => fold(
          `Statistics${isLong ? ` (${partOf(rows.length, page, 0)})` : ""}`,
          () => statisticsBlocks(summary, part)
        )
      )
    },
    {
      name: "models and settings",
      rows: 0,
      sections: [fold("Models and settings", () => settingsBlocks(summary))]
    }
  ];
}
function testGroup(summary, on, fold) {
  const parts = testSections(summary, on);
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  return {
    name: `every test (${count(rows, "row")})`,
    rows,
    sections: parts.map((section) => fold(section.title, section.blocks))
  };
}
function chunks(items, size) {
  return Array.from(
    { length: Math.ceil(items.length / size) },
    (_, index) => items.slice(index * size, (index + 1) * size)
  );
}
function partOf(rows, page, before) {
  const first = before + page * 50 + 1;
  return `${first} to ${Math.min(first + 49, before + rows)} of ${before + rows}`;
}
function portabilityGroup(summary, fold) {
  const entries = summary.portability.filter(({ base, head }) => base !== null || head !== null).slice(0, 100);
  return {
    name: "the portability of each spec",
    rows: entries.length,
    sections: entries.length === 0 ? [] : [fold("Portability", () => [portabilityTable(summary, entries)])]
  };
}
function portabilityTable(summary, entries) {
  const percent = (share) => words(share === null ? "\u2013" : `${Math.round(share * 100)} %`);
  return table(
    ["Spec", "Passes before", "Passes now", "Portable on"].map((title) => words(title)),
    entries.map((entry) => [
      nameSpec(entry.spec),
      percent(entry.base),
      percent(entry.head),
      entry.portableOn.length === 0 ? words("no model") : joinNames(
        entry.portableOn.map((model) => nameModel(summary, model)),
        6
      )
    ])
  );
}

// src/core/report/markdown/document.ts
var details = [
  { rows: Number.POSITIVE_INFINITY, moved: 10, hunks: hunksShown, hunkLines: 12 },
  { rows: 20, moved: 5, hunks: 1, hunkLines: 6 },
  { rows: 0, moved: 0, hunks: 0, hunkLines: 0 }
];
function renderDocument(summary, options, place) {
  const repositoryUrl = repositoryPage(options.repositoryUrl);
  const runUrl = runPage(options.runUrl, repositoryUrl);
  const restIn = whereTheRestIs(options.reportHint, runUrl);
  const { rows, mostRows, open, limit, size } = place;
  const { shown, leftOut } = sections(summary, { rowsShown: rows, mostRows, open });
  const leadOf = (detail) => place.head + writeMarkdown(leadBlocks(summary, { repositoryUrl, runUrl, restIn, detail }));
  const markdown = fit({
    leads: details.map((detail) => () => leadOf({ ...detail, rows: Math.min(rows, detail.rows), mostRows })),
    sections: shown,
    pointer: pointing("Detail was left out to fit here. The rest is in ", restIn),
    leftOut: leftOut.length === 0 ? null : pointing(`Too long for here: ${leftOut.join(", ")}. It is all in `, restIn),
    limit,
    size
  });
  const harm = harmIn(markdown, { repositoryUrl });
  return harm === null ? markdown : place.head + withheldReport(summary, harm);
}
function pointing(said, restIn) {
  return writeMarkdown([paragraph(words(said), restIn, words("."))]);
}
function repositoryPage(url) {
  if (url === null) return null;
  return /^https?:\/\/[\w.:-]+(?:\/[\w.-]+)+$/.test(url) ? url : null;
}
function whereTheRestIs(hint, runUrl) {
  if (hint !== null) return prose(hint);
  const page = [...code("index.html"), ...words(" of the report folder")];
  return runUrl === null ? page : [...link(`${runUrl}#artifacts`, page)];
}
function withheldReport(summary, harm) {
  return writeMarkdown([
    heading(headingOf(summary)),
    paragraph(words(`${countsLine(summary)}.`)),
    paragraph(
      words(
        `The report is withheld: a name or a text in it came out as ${harm}. The result file has everything.`
      )
    )
  ]);
}

// src/core/report/markdown/comment.ts
function renderComment(summary, options) {
  if (!isCommentMarker(options.marker)) throw new Error(`Not a comment marker: ${options.marker}`);
  return renderDocument(summary, options, {
    head: `${options.marker}

`,
    rows: 30,
    mostRows: 200,
    open: false,
    // GitHub refuses comments over 65,536 characters.
    limit: 6e4,
    size: characters
  });
}

export {
  bytes,
  foundLines,
  renderDocument,
  renderComment,
  writeHtml
};
