import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  harmIn,
  isCommentMarker
} from "./chunk-PHYTD5DI.js";
import {
  changedTitle,
  culprits,
  hunksShown,
  quoteHunk,
  tamperedCounts
} from "./chunk-5NJT4M6H.js";
import {
  addedToModel,
  changeLine,
  countsLine,
  foldedNotes,
  movedTests,
  openingLines,
  questionLine,
  sidesTitle,
  testsTitle,
  verdictSubject,
  withoutResultLines
} from "./chunk-QJGHGHPR.js";
import {
  baseToHead,
  dropOf,
  iconOf,
  interval,
  mostSevereFirst,
  newTestsWords,
  spentLine,
  testOn,
  unsandboxed
} from "./chunk-DHIEG3YV.js";
import {
  projectionLine
} from "./chunk-EK7MHKZK.js";
import {
  besideOf,
  bold,
  bullets,
  caution,
  code,
  confidence,
  count,
  folded,
  idOfModel,
  joinNames,
  nameModel,
  nameSpec,
  nameTest,
  pValue,
  paragraph,
  points,
  prose,
  rate,
  table,
  testRate,
  words,
  writeMarkdown
} from "./chunk-XCAWQB5Y.js";

// src/core/report/markdown/fit.ts
function fit(report) {
  const room = report.limit - report.size(report.pointer) - 2;
  const lead = firstThatFits(report.leads, (text2) => report.size(text2) <= room);
  let text = lead.text;
  for (const section of report.sections) {
    const longer = `${text}
${section()}`;
    if (report.size(longer) > room) return `${text}
${report.pointer}`;
    text = longer;
  }
  return lead.isRichest ? text : `${text}
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
  return table(
    ["Spec", "Model", sidesTitle(verdicts), "Drop [95 %]", "Verdict"].map((title) => words(title)),
    verdicts.map((verdict) => [
      nameSpec(verdict.spec),
      verdictSubject(summary, verdict),
      words(baseToHead(verdict)),
      words(dropOf(verdict)),
      verdictWords(summary, verdict)
    ])
  );
}
function numbersTable(summary, verdicts) {
  return table(
    ["Spec", "Model", "Drop [95 %]", "p (Holm)", "Rules out"].map((title) => words(title)),
    verdicts.map((verdict) => [
      nameSpec(verdict.spec),
      verdictSubject(summary, verdict),
      words(interval(verdict)),
      words(verdict.p === null ? "–" : pValue(verdict.p)),
      words(
        verdict.excludes === null ? "–" : `drops of ${points(verdict.excludes)} or more (${confidence(summary.settings.beta)})`
      )
    ])
  );
}
function verdictWords(summary, verdict) {
  const spoken = words(verdict.verdict.replaceAll("-", " "));
  const ruled = verdict.verdict === "held" && verdict.excludes !== null ? ` (${Math.round(verdict.excludes * 100)}+ points ruled out)` : "";
  return [
    ...words(`${iconOf(summary, verdict)} `),
    ...verdict.verdict === "regressed" ? bold(spoken) : spoken,
    ...words(`${ruled}${newTestsWords(verdict)}${tamperedWords(summary, verdict)}`)
  ];
}
function tamperedWords(summary, verdict) {
  const { base, head } = tamperedCounts(summary, verdict);
  const sides = [...base > 0 ? [`${base} on base`] : [], ...head > 0 ? [`${head} on head`] : []];
  return sides.length === 0 ? "" : ` · 🚩 tampered: ${sides.join(", ")}`;
}

// src/core/report/markdown/lead.ts
function leadBlocks(summary, options) {
  const { detail, repositoryUrl } = options;
  return [
    ...openingLines(summary).map((line) => paragraph(line)),
    ...unsandboxedBox(summary),
    ...verdictRows(summary, detail.rows),
    ...movedBlocks(summary, detail.moved),
    ...hunkBlocks(summary, { detail, repositoryUrl }),
    paragraph(spentLine(summary, { repositoryUrl }))
  ];
}
function unsandboxedBox(summary) {
  if (summary.settings.sandbox !== "none") return [];
  const [title = "", text = ""] = unsandboxed.split(":");
  return [caution(bold(words(title)), words(`:${text}`))];
}
function verdictRows(summary, max) {
  if (summary.verdicts.length === 0 || max === 0) return [];
  const { shown, folded: folded2 } = rowsOf(summary, max);
  return [
    ...shown.length > 0 ? [verdictTable(summary, shown)] : [],
    ...folded2.length > 0 ? [paragraph(words(restLine(shown.length, folded2)))] : []
  ];
}
function restLine(shown, folded2) {
  const rest = `${shown > 0 ? "The other" : "All"} ${count(folded2.length, "row")}`;
  const isHeld = folded2.every(({ verdict }) => verdict === "held");
  return `${rest}, ${isHeld ? "all of them held" : "none of them worse"}, ${folded2.length === 1 ? "is" : "are"} folded below.`;
}
function movedBlocks(summary, max) {
  const moved = movedTests(summary);
  if (moved.length === 0 || max === 0) return [];
  const severalSpecs = (/* @__PURE__ */ new Set([...summary.changes.map(({ name }) => name), ...moved.map(({ spec }) => spec)])).size > 1;
  const lines = moved.slice(0, max).map((move) => [
    ...nameTest(move.test),
    ...severalSpecs ? [...words(" of "), ...nameSpec(move.spec)] : [],
    ...words(" on "),
    ...verdictSubject(summary, move),
    ...words(`: ${rate(move.base)} → ${rate(move.head)}${move.unconfirmed ? " (unconfirmed)" : ""}`)
  ]);
  const rest = moved.length - max;
  return [
    paragraph(bold(words("Tests that moved")), words(" (observed)")),
    bullets(rest > 0 ? [...lines, words(`and ${rest} more`)] : lines)
  ];
}
function hunkBlocks(summary, options) {
  const hunks = culprits(summary);
  const { detail, repositoryUrl } = options;
  if (hunks.length === 0 || detail.hunks === 0) return [];
  const isOpen = summary.verdicts.some((verdict) => verdict.culprit.length > 1);
  const hasNames = summary.verdicts.some(({ brokenTests }) => brokenTests.length > 0);
  const rest = hunks.length - detail.hunks;
  return [
    isOpen ? paragraph(bold(words("One of these changes")), words(` (${whichOne(rest > 0 && hasNames)})`)) : paragraph(bold(words(changedTitle(summary)))),
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
          return words(verdict === void 0 ? "–" : `${iconOf(summary, verdict)} ${rate(verdict.head)}`);
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
    const name = JSON.stringify([spec, besideOf(asks), insteadOf]);
    const rows = named.get(name) ?? [];
    const free = rows.find(({ byModel }) => !byModel.has(model));
    if (free === void 0) rows.push({ first: verdict, byModel: /* @__PURE__ */ new Map([[model, verdict]]) });
    else free.byModel.set(model, verdict);
    named.set(name, rows);
  }
  return [...named.values()].flat();
}

// src/core/report/markdown/test-sections.ts
function testSections(summary, on) {
  const bySpec = /* @__PURE__ */ new Map();
  for (const row of summary.matrix.filter((candidate) => candidate.on === on)) {
    const key = JSON.stringify([row.spec, row.asks]);
    const rows = bySpec.get(key) ?? [];
    rows.push(row);
    bySpec.set(key, rows);
  }
  return [...bySpec.values()].flatMap((rows) => sectionsOf(summary, { spec: rows[0]?.spec ?? "", rows, on }));
}
function sectionsOf(summary, part) {
  const pages = Math.ceil(part.rows.length / 100);
  return Array.from({ length: pages }, (_, page) => ({
    title: `${testsTitle(part.rows[0]?.asks, part.on)} (${part.rows.length}${pages > 1 ? `, part ${page + 1} of ${pages}` : ""})`,
    blocks: () => [matrixTable(summary, { ...part, rows: part.rows.slice(page * 100, page * 100 + 100) })]
  }));
}
function matrixTable(summary, part) {
  const models = summary.models.map((model) => model.id);
  return table(
    [[...words("Test of "), ...nameSpec(part.spec)], ...models.map((model) => nameModel(summary, model))],
    part.rows.map((row) => [nameTest(row.test), ...models.map((model) => cell(row, model))])
  );
}
function cell(row, model) {
  const sides = testOn(row, model);
  if (sides === void 0) return words("–");
  const base = testRate(sides.base);
  const head = testRate(sides.head);
  switch (row.on) {
    case "both":
      return words(`${base} → ${head}`);
    case "head-only":
      return words(head);
    case "base-only":
      return words(base);
  }
}

// src/core/report/markdown/sections.ts
function sections(summary, options) {
  const fold = (title, blocks) => () => writeMarkdown(folded(title, blocks(), { open: options.open }));
  const rows = mostSevereFirst(summary.verdicts);
  const { shown, folded: more } = rowsOf(summary, options.rowsShown);
  const glance = glanceBlocks(summary);
  const open = openQuestions(summary);
  const notes = foldedNotes(summary);
  const unexplained = withoutResultLines(summary).folded;
  return [
    ...notes.length > 0 ? [fold(`Notes (${notes.length})`, () => [bullets(notes.slice(0, 50).map((note) => prose(note)))])] : [],
    ...summary.planned === void 0 || summary.planned.length === 0 ? [] : [fold(`What would be asked (${summary.planned.length})`, () => plannedBlocks(summary))],
    ...open.length > 0 ? [fold("Why there is no verdict", () => open)] : [],
    ...unexplained.length > 0 ? [fold("More samples that failed without a failing test", () => [bullets(unexplained)])] : [],
    ...glance.length > 0 ? [fold("All verdicts at a glance", () => glance)] : [],
    ...chunks(more, 50).map(
      (part, page) => fold(`More verdicts (${partOf(more.length, page, shown.length)})`, () => [verdictTable(summary, part)])
    ),
    ...testSections(summary, "head-only").map((section) => fold(section.title, section.blocks)),
    ...testSections(summary, "base-only").map((section) => fold(section.title, section.blocks)),
    ...chunks(rows, 50).map(
      (part, page) => fold(
        `Numbers behind the verdicts${rows.length > 50 ? ` (${partOf(rows.length, page, 0)})` : ""}`,
        () => numberBlocks(summary, part)
      )
    ),
    fold("Models and settings", () => [
      modelsTable(summary),
      ...[whatChanged(summary), settingsLine(summary), expectation(summary)].filter((line) => line.length > 0).map((line) => paragraph(line))
    ]),
    ...portabilitySection(summary, fold),
    ...testSections(summary, "both").map((section) => fold(section.title, section.blocks))
  ];
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
function numberBlocks(summary, part) {
  return [
    numbersTable(summary, part),
    paragraph(
      words(
        [
          `The interval describes, it does not decide. p is adjusted for all comparisons and compared with ${summary.settings.alpha}.`,
          ...part.some(({ excludes }) => excludes !== null) ? [
            `What is ruled out is so with ${confidence(summary.settings.beta)} confidence; smaller drops were not tested.`
          ] : []
        ].join(" ")
      )
    )
  ];
}
function modelsTable(summary) {
  const served = (ids) => ids.length === 0 ? words("–") : joinNames(
    ids.map((id) => code(id, 80)),
    5
  );
  return table(
    ["Model", "Served as", "Effort", "Left out"].map((title) => words(title)),
    summary.models.map((model) => [
      idOfModel(summary, model.id),
      served(model.servedBy),
      model.effort === null ? words("–") : code(model.effort, 40),
      model.stopped === null ? words("no") : prose(model.stopped, 200)
    ])
  );
}
function settingsLine(summary) {
  const { alpha, beta, drop, looks, protocol, sandbox, failOn } = summary.settings;
  return words(
    `Smallest drop that matters: ${points(drop)}; alpha ${alpha}; beta ${beta}; looks at ${looks.join(", ")} samples; the gate fails on ${failOn}; answer protocol ${protocol}; sandbox ${sandbox}; ${count(summary.spent.inputTokens, "input token")}, ${count(summary.spent.outputTokens, "output token")}.`
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
function portabilitySection(summary, fold) {
  if (summary.portability.length === 0) return [];
  const percent = (share) => words(share === null ? "–" : `${Math.round(share * 100)} %`);
  const rows = summary.portability.slice(0, 100).map((entry) => [
    nameSpec(entry.spec),
    percent(entry.base),
    percent(entry.head),
    entry.portableOn.length === 0 ? words("–") : joinNames(
      entry.portableOn.map((model) => nameModel(summary, model)),
      6
    )
  ]);
  return [
    fold("Portability", () => [
      table(
        ["Spec", "Base", "Head", "Portable on"].map((title) => words(title)),
        rows
      )
    ])
  ];
}

// src/core/report/markdown/document.ts
function renderDocument(summary, options, place) {
  const repositoryUrl = repositoryPage(options.repositoryUrl);
  const details = [
    { rows: place.rows, moved: 10, hunks: hunksShown, hunkLines: 12 },
    { rows: 20, moved: 5, hunks: 1, hunkLines: 6 },
    { rows: 0, moved: 0, hunks: 0, hunkLines: 0 }
  ];
  const pointer = writeMarkdown([
    paragraph(
      words("Detail was left out to fit here. The rest is in "),
      prose(options.reportHint ?? "the result file"),
      words(".")
    )
  ]);
  const markdown = fit({
    leads: details.map(
      (detail) => () => place.head + writeMarkdown(leadBlocks(summary, { repositoryUrl, detail }))
    ),
    sections: sections(summary, { rowsShown: place.rows, open: place.open }),
    pointer,
    limit: place.limit,
    size: place.size
  });
  const harm = harmIn(markdown, { repositoryUrl });
  return harm === null ? markdown : place.head + withheldReport(summary, harm);
}
function repositoryPage(url) {
  if (url === null) return null;
  return /^https?:\/\/[\w.:-]+(?:\/[\w.-]+)+$/.test(url) ? url : null;
}
function withheldReport(summary, harm) {
  return writeMarkdown([
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
    open: false,
    // GitHub refuses comments over 65,536 characters.
    limit: 6e4,
    size: characters
  });
}

export {
  bytes,
  renderDocument,
  renderComment
};
