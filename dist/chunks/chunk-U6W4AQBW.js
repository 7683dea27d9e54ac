import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  readSpecs
} from "./chunk-BWOOPZJJ.js";
import {
  annotatedTexts,
  codeName,
  fragment,
  h,
  mapHead,
  pageOf,
  phraseContent,
  render,
  screenReaderText,
  scrolling,
  testLines,
  visibleName
} from "./chunk-EPECQPP3.js";
import {
  jsonText
} from "./chunk-OSVSF47P.js";
import {
  disagreements,
  mapLine,
  noticedBy,
  noticedWords,
  placeOf,
  subjectNames,
  unmovedLine
} from "./chunk-N2DEFOSI.js";
import {
  clauseMap,
  falseDiscoveries,
  nothingEnded,
  ownNumber,
  requirementNumber,
  runEndOf
} from "./chunk-MGSJR5M2.js";
import {
  spentOf
} from "./chunk-KUOKDNTN.js";
import {
  firstHoldsRest,
  isRequirement,
  kindOf,
  looksLikeBlock,
  partIds,
  placeUnder,
  positionsIn,
  presence,
  sentenceStarts,
  spanOf,
  textsWith,
  titleOf,
  versionWith,
  wholeLines
} from "./chunk-37CHJOK7.js";
import {
  isMarkdown,
  isReadable,
  readMarkdown
} from "./chunk-C26DV424.js";
import {
  writeMarkdown
} from "./chunk-OS3IK72S.js";
import {
  FILE_HEADERS_ONLY,
  UserError,
  answeredOf,
  armsFor,
  armsOfVersions,
  ask,
  atOnce,
  bold,
  bullets,
  callOf,
  changedLines,
  code,
  coldDraw,
  confidence,
  count,
  createTwoFilesPatch,
  decide,
  digest,
  dollars,
  drawFrom,
  effectiveCaps,
  equalShare,
  estimateInputTokens,
  fixPlan,
  freshDraw,
  grouped,
  joinNames,
  maxRecordAgeMs,
  mostUsdOf,
  openEngine,
  paragraph,
  permittedMode,
  plainPhrases,
  plainText,
  planKey,
  points,
  priceOf,
  prose,
  ruledOut,
  runPlan,
  samplesOf,
  sourceLine,
  storedSamples,
  table,
  unchangedSpec,
  versionedRequest,
  withoutSecrets,
  words,
  writeDurably
} from "./chunk-WSJ3JF5A.js";
import {
  __callDispose,
  __using
} from "./chunk-TZXIYNRP.js";

// src/core/report/machine/map-result.ts
function mapResult({ subjects, tests, rules, parts, groups, unmoved, links }) {
  return {
    rules,
    subjects,
    tests,
    parts: parts.map(({ part, tokens, state, by }) => ({ id: part.id, tokens, state, noticedBy: by })),
    groups,
    unmoved,
    links
  };
}

// src/core/report/machine/shrink-result.ts
function shrinkResult(run) {
  const { commit, skipReason, planned, shrunk, maps, spent } = run;
  return {
    schema: 1,
    commit,
    withheld: skipReason,
    ...planned.length === 0 ? {} : { planned },
    texts: shrunk.map((each) => {
      const map = maps.find(({ target }) => target === each.target);
      return { ...textOf(each), ...map === void 0 ? {} : { map: mapResult(map) } };
    }),
    spent: {
      generations: spent.generations,
      cachedGenerations: spent.cachedGenerations,
      inputTokens: spent.inputTokens,
      outputTokens: spent.outputTokens,
      usd: spent.usd,
      unpriced: spent.unpriced,
      exhaustedCaps: spent.exhaustedCaps
    }
  };
}
function textOf({ target, files, subjects, parts, offer, end, weakOn, questions }) {
  return {
    ...{ target, files, end, questions, subjects, weakOn },
    offer: offer === null ? null : {
      files: offer.texts.map(({ path }) => path),
      excludes: offer.drop,
      beta: offer.beta,
      confirmedBy: offer.answers.map((answer) => answerOf(answer)),
      saves: offer.saving,
      dangling: offer.dangling
    },
    parts: parts.map((judged) => partOf(judged))
  };
}
function partOf({ part, outcome, answers }) {
  const { id, file, lines, columns, kind, present } = part;
  return {
    id,
    file,
    lines,
    ...columns === void 0 ? {} : { columns },
    kind,
    outcome,
    text: present,
    without: answers.map((answer) => answerOf(answer))
  };
}
function answerOf({ spec, model, verdict, base, head, excludes, brokenTests }) {
  return { spec, model, verdict, base, head, excludes, brokenTests };
}

// src/adapters/report-files/write-shrink.ts
import { rm } from "node:fs/promises";
import { join } from "node:path";

// src/core/report/words/shrink-patch.ts
function patchOf(shrunk) {
  return shrunk.flatMap(({ offer }) => offer?.texts ?? []).map(
    ({ path, before: before2, after }) => createTwoFilesPatch(`a/${path}`, `b/${path}`, before2, after, void 0, void 0, {
      context: 3,
      headerOptions: FILE_HEADERS_ONLY
    })
  ).join("");
}

// src/core/report/words/shrink-words.ts
var partOutcomes = ["not-missed", "needed", "undecided"];
var outcomeMeaning = {
  "not-missed": "gone in the offered text; not missed while the others stay",
  needed: "without it a drop is shown",
  undecided: "nothing could be shown, so it stays"
};
function shrinkTitle({ target, parts, offer }) {
  const gone = parts.filter(({ outcome }) => outcome === "not-missed").length;
  const said = offer === null ? "nothing is offered" : `${gone} of ${count(parts.length, "part")} can go`;
  return [...code(target, 120), ...words(`: ${said}`)];
}
function shrinkClaim(shrunk) {
  const { offer } = shrunk;
  if (offer === null) return whyNothing(shrunk);
  const told = `Held on ${offer.answers.length} of ${subjectsOf(shrunk)} on fresh samples of both texts: `;
  const where = offer.answers.every(({ tests }) => tests > 0) ? "in the suite and in each test" : "in the suite";
  return words(
    `${told}${ruledOut(offer.drop)} ${where} (${confidence(offer.beta)}, for all of them together).`
  );
}
function subjectsOf({ subjects }) {
  const number = grouped(subjects.length);
  return areOfOneSpec(subjects) ? count(subjects.length, "model") : `${number} pairs of a spec and a model`;
}
function areOfOneSpec(subjects) {
  return new Set(subjects.map(({ spec }) => spec)).size === 1;
}
function whyNothing({ end, weakOn, parts, subjects, questions }) {
  if (end === "base-too-weak") {
    const names = weakOn.map(({ spec, model }) => [
      ...code(model, 80),
      ...areOfOneSpec(subjects) ? [] : [...words(" of "), ...code(spec, 80)]
    ]);
    return [
      ...words("The text as it stands passes too rarely on "),
      ...joinNames(names),
      ...words(" to show that a shorter one holds there. Mend the spec first, or leave that model out with "),
      ...code("--model"),
      ...words(".")
    ];
  }
  if (questions === 0)
    return words(
      "The budget has no room for a search and for the samples that confirm it, so nothing was asked. Give it more, for example with --max-generations."
    );
  const isAllNeeded = parts.every(({ outcome }) => outcome === "needed");
  if (isAllNeeded) return words("Every part is needed by at least one model.");
  return words("No shorter text was shown to hold on every model.");
}
function shrinkEndNote({ end, offer, questions }) {
  if (end === "settled" || end === "base-too-weak" || questions === 0) return null;
  const what = end === "budget" ? "The budget ended the search before every part was tried" : "The search ended early, because samples could not be measured";
  const known = offer === null ? "" : " Only what was confirmed is offered.";
  return `${what}: the rest is undecided.${known} Run it again and it goes on from its records.`;
}
function savingLine({ inputTokens, share, usdPer1000 }) {
  const tokens = `Saves about ${count(inputTokens, "input token")} a generation (${Math.round(100 * share)} % of what a model is shown)`;
  const costs = usdPer1000.map(({ model, usd }) => [
    ...words(usd === null ? "n/a on " : `${dollars(usd)} on `),
    ...code(model, 80)
  ]);
  return [...words(`${tokens}; of 1,000 generations: `), ...joinNames(costs, 10), ...words(".")];
}
function danglingLine(dangling) {
  if (dangling.length === 0) return [];
  const places = dangling.map(({ file, line, reference: reference2 }) => [
    ...code(reference2, 80),
    ...words(" in "),
    ...code(file, 120),
    ...words(` line ${line}`)
  ]);
  return [
    ...words("These refer to what is gone, and are left as they were written: "),
    ...joinNames(places, 5),
    ...words(".")
  ];
}
function whoNeeds({ outcome, answers }, subjects) {
  if (outcome !== "needed") return words("");
  const broken = answers.filter(({ verdict }) => verdict === "regressed");
  return broken.flatMap((answer, index) => [
    ...words(index === 0 ? "" : "; "),
    ...code(answer.model, 80),
    ...areOfOneSpec(subjects) ? [] : [...words(" of "), ...code(answer.spec, 80)],
    ...words(` ${passes(answer)}`),
    ...answer.brokenTests.length === 0 ? [] : [...words(" \xB7 "), ...joinNames(testsOf(answer), 2)]
  ]);
}
function testsOf({ brokenTests }) {
  return brokenTests.map((test) => code(test, 120));
}
function passes({ base, head }) {
  const of = ({ passed, failed }) => `${passed}/${passed + failed}`;
  return `${of(base)} \u2192 ${of(head)}`;
}
function excluded({ excludes, verdict }) {
  if (verdict === "improved") return "improved";
  return excludes === null ? verdict.replaceAll("-", " ") : `held, no drop of ${points(excludes)}`;
}

// src/core/report/html/text/judged-notes.ts
function judgedNotes({ parts, subjects }) {
  return parts.map((judged) => {
    const line = lineOf(judged, subjects);
    return {
      part: judged.part,
      kind: kinds[judged.outcome],
      title: titles[judged.outcome],
      lines: line.length === 0 ? [] : [phraseContent(line)]
    };
  });
}
var kinds = {
  needed: "needed",
  "not-missed": "unwatched",
  undecided: "undecided"
};
var titles = {
  needed: "needed",
  "not-missed": "not missed while the others stay",
  undecided: "undecided"
};
function lineOf(judged, subjects) {
  if (judged.outcome === "needed") return [...words("by "), ...whoNeeds(judged, subjects)];
  if (judged.outcome === "not-missed") return [...words("on "), ...subjectNames(subjects)];
  const open = judged.answers.filter(({ verdict }) => verdict !== "held" && verdict !== "improved");
  if (open.length === 0) return words(judged.answers.length === 0 ? "its turn did not come" : "");
  return [
    ...words("on "),
    ...subjectNames(open),
    ...words(
      `, with it \u2192 without ${open.slice(0, 10).map((answer) => passes(answer)).join(", ")}`
    )
  ];
}

// src/core/report/html/text/map-notes.ts
function mapNotes(map) {
  const isOneSpec = new Set(map.subjects.map(({ spec }) => spec)).size < 2;
  return map.parts.filter(({ state }) => state !== "not-judged").map((mapped) => {
    const { part, state, by } = mapped;
    return {
      part,
      kind: state === "noticed" ? "needed" : "unwatched",
      title: titleOf2(mapped),
      lines: testLines(by, {
        from: ({ full }) => full,
        to: ({ without: without2 }) => without2,
        namesSpecs: !isOneSpec
      })
    };
  });
}
function titleOf2({ state, by, tokens }) {
  const tests = new Set(by.map(({ test }) => test)).size;
  const said = state === "noticed" ? `noticed by ${count(tests, "test")}` : noticedWords[state];
  return `${said} \xB7 ${count(tokens, "token")}`;
}

// src/core/report/html/map-page.ts
function mapPage({ maps, shrunk }) {
  const targets = [.../* @__PURE__ */ new Set([...shrunk.map(({ target }) => target), ...maps.map(({ target }) => target)])];
  const parts = targets.map(
    (target) => render(
      textSection(
        target,
        shrunk.find((each) => each.target === target),
        maps.find((each) => each.target === target)
      )
    )
  );
  return pageOf("shrink.html", {
    title: "Which tests notice which words",
    parts: [render(mapHead()), '<main id="main">', ...parts, "</main>"]
  });
}
function textSection(target, shrunk, map) {
  const notes = [
    ...shrunk === void 0 ? [] : judgedNotes(shrunk),
    ...map === void 0 ? [] : mapNotes(map)
  ];
  return h(
    "section",
    { class: "spec" },
    h("h2", {}, codeName(target, 120)),
    shrunk === void 0 ? null : h("p", {}, ...phraseContent(shrinkClaim(shrunk))),
    map === void 0 ? h(
      "p",
      { class: "soft" },
      "The results name no tests, so which tests notice which words is not known."
    ) : mapLines(map),
    annotatedTexts(map?.texts ?? shrunk?.texts ?? [], notes),
    map === void 0 ? null : matrixOf(map)
  );
}
function mapLines(map) {
  const line = mapLine(map);
  const against = disagreements(map);
  const unmoved = unmovedLine(map, "missing");
  return fragment(
    line.length === 0 ? null : h("p", {}, ...phraseContent(line)),
    h("p", { class: "soft" }, claimOf(map)),
    against.length === 0 ? null : h("ul", {}, ...against.map((phrases) => h("li", {}, ...phraseContent(phrases)))),
    unmoved.length === 0 ? null : h("p", {}, ...phraseContent(unmoved))
  );
}
function claimOf({ rules, tests, subjects }) {
  const percent = Math.round(100 * rules.falseDiscoveries);
  const drop = Math.round(100 * rules.drop);
  return `${count(tests.length, "test")} on ${count(subjects.length, "model")}. Of the tests that are named at most ${percent} % are expected to be false; \u201Cnothing notices it\u201D rules out drops of ${drop} points or more in each test.`;
}
var testsShown = 30;
function matrixOf(map) {
  const moved = new Set(map.parts.flatMap(({ by }) => by.map(({ test }) => test)));
  const tests = map.tests.filter((test) => moved.has(test));
  const shown = tests.slice(0, testsShown);
  if (shown.length === 0) return null;
  return fragment(
    h("h3", {}, "Parts and tests"),
    h("p", { class: "soft small" }, legendOf(map)),
    scrolling(
      `Parts of ${visibleName(map.target, 80)} by test`,
      h(
        "table",
        { class: "heat" },
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            h("th", { scope: "col" }, "Part"),
            h("th", { scope: "col" }, "Tokens"),
            ...shown.map((test) => h("th", { scope: "col" }, visibleName(test, 60)))
          )
        ),
        h("tbody", {}, ...map.parts.map((mapped) => partRow(mapped, shown, map.subjects.length)))
      )
    ),
    tests.length > shown.length ? h("p", { class: "soft small" }, `${count(tests.length - shown.length, "more test")} in shrink.json`) : null
  );
}
function legendOf({ subjects }) {
  const isOneSpec = new Set(subjects.map(({ spec }) => spec)).size < 2;
  return `On how many of the ${isOneSpec ? "models" : "specs and models"} a test notices that a part is missing.`;
}
function partRow({ part, tokens, by }, tests, subjects) {
  return h(
    "tr",
    {},
    h("th", { scope: "row" }, `line ${part.lines[0]}: `, visibleName(part.present.trim(), 60)),
    h("td", {}, tokens),
    ...tests.map((test) => {
      const noticed = by.filter((notice) => notice.test === test).map(({ on }) => on);
      if (noticed.length === 0) return h("td", { class: "hn" }, "\u2013");
      const where = plainPhrases(subjectNames(noticed));
      return h(
        "td",
        { class: "h4", title: where },
        `${noticed.length}/${subjects}`,
        screenReaderText(` notice it: ${where}`)
      );
    })
  );
}

// src/core/report/markdown/map-blocks.ts
function mapBlocks(map) {
  const line = mapLine(map);
  const against = disagreements(map);
  const unmoved = unmovedLine(map, "missing");
  return [
    paragraph(bold(words("Which tests notice which words"))),
    ...line.length === 0 ? [] : [paragraph(line)],
    ...against.length === 0 ? [] : [bullets(against)],
    table(
      [words("Lines"), words("Words"), words("Tokens"), words("Noticed by")],
      map.parts.map((each) => [
        code(placeOf(each), 160),
        code(each.part.present, 160),
        words(`${each.tokens}`),
        noticedBy(each)
      ])
    ),
    ...unmoved.length === 0 ? [] : [paragraph(unmoved)]
  ];
}

// src/core/report/markdown/shrink-page.ts
function renderShrinkPage({ shrunk, maps, skipReason }) {
  const blocks = [
    paragraph(bold(words("Shorter texts"))),
    ...skipReason === null ? [] : [paragraph(prose(skipReason))],
    ...shrunk.flatMap((each) => [
      ...blocksOf(each),
      ...maps.filter(({ target }) => target === each.target).flatMap((map) => mapBlocks(map))
    ])
  ];
  return writeMarkdown(blocks);
}
function blocksOf(shrunk) {
  const { offer, parts } = shrunk;
  const note = shrinkEndNote(shrunk);
  return [
    paragraph(bold(shrinkTitle(shrunk))),
    paragraph(shrinkClaim(shrunk)),
    ...offer === null ? [] : [
      paragraph(savingLine(offer.saving)),
      table(
        [words("Spec"), words("Model"), words("With these words \u2192 without"), words("Shown")],
        offer.answers.map((answer) => [
          code(answer.spec, 80),
          code(answer.model, 80),
          words(passes(answer)),
          words(excluded(answer))
        ])
      ),
      diffBlock(shrunk),
      ...linesOf(danglingLine(offer.dangling))
    ],
    ...note === null ? [] : [paragraph(words(note))],
    ...partOutcomes.flatMap(
      (outcome) => partsBlocks(
        shrunk,
        outcome,
        parts.filter((part) => part.outcome === outcome)
      )
    )
  ];
}
function linesOf(line) {
  return line.length === 0 ? [] : [paragraph(line)];
}
function diffBlock(shrunk) {
  const lines = patchOf([shrunk]).trimEnd().split("\n");
  return { type: "code", lang: "diff", value: lines.map((line) => sourceLine(line, 400)).join("\n") };
}
function partsBlocks({ subjects }, outcome, parts) {
  if (parts.length === 0) return [];
  const title = `${outcome.replace("-", " ")} (${outcomeMeaning[outcome]})`;
  const isNeeded = outcome === "needed";
  const rows = parts.map((judged) => {
    const { file, lines, present } = judged.part;
    const place = `${file}:${lines[0]}${lines[1] === lines[0] ? "" : `-${lines[1]}`}`;
    return [code(place, 160), code(present, 160), ...isNeeded ? [whoNeeds(judged, subjects)] : []];
  });
  return [paragraph(bold(words(title))), table([words("Lines"), words("Words"), words("Needed by")], rows)];
}

// src/adapters/report-files/write-shrink.ts
var patchName = "shrink.patch";
async function writeShrink(run, directory) {
  const patch = patchOf(run.shrunk);
  const files = {
    "shrink.json": withoutSecrets(jsonText(shrinkResult(run))),
    "shrink.md": withoutSecrets(renderShrinkPage(run)),
    "shrink.html": withoutSecrets(mapPage(run).parts.join("")),
    // Read by git, so every byte stays as it is.
    ...patch === "" ? {} : { [patchName]: patch }
  };
  for (const [name, text] of Object.entries(files)) await writeDurably(directory, name, Buffer.from(text));
  if (patch !== "") return patchName;
  await rm(join(directory, patchName), { force: true });
  return null;
}

// src/core/parts/clause-paragraphs.ts
function paragraphClauses(text, node, place) {
  const clauses = together(text, sentencesOf(text, node)).map(({ from: from2, to: to2 }, index) => ({
    // What stands before the first words of a line goes with them: white space, the marker of an item.
    from: index === 0 ? wholeLines(text, { from: from2, to: to2 }).from : from2,
    to: to2,
    kind: kindOf(text.slice(from2, to2), place),
    holds: []
  }));
  const { from, to } = spanOf(node);
  const group = { title: titleOf(text.slice(from, to)), clauses: clauses.map((clause) => clause.from) };
  return { clauses, groups: clauses.length > 1 ? [group] : [] };
}
function sentencesOf(text, node) {
  const starts = sentenceStarts(text, node);
  return starts.map((from, index) => ({ from, to: starts[index + 1] ?? spanOf(node).to }));
}
function together(text, sentences) {
  const spans = [];
  for (const { from, to } of sentences) {
    const asks = isRequirement(text.slice(from, to));
    const last = spans.at(-1);
    if (last !== void 0 && !last.asks && !asks) spans[spans.length - 1] = { ...last, to };
    else spans.push({ from, to, asks });
  }
  return spans;
}

// src/core/parts/clause-lists.ts
function listBlock(text, node, place) {
  const whole = wholeLines(text, spanOf(node));
  const { clauses, groups } = cutList({ text, place, isOuterLoose: true }, node);
  return { ...whole, node, clauses, groups };
}
function cutList(of, node) {
  const { text } = of;
  if (!isRegular(text, node)) return asOne(of, node);
  const isLoose = node.children.length === 1 ? of.isOuterLoose : gapsOf(text, node).every(Boolean);
  const items = node.children.map((item) => cutItem({ ...of, isOuterLoose: isLoose }, item));
  const clauses = items.flatMap((item) => item.clauses);
  const title = titleOf(text.slice(spanOf(node).from, spanOf(node).to));
  const group = { title, clauses: clauses.map(({ from }) => from) };
  return {
    clauses,
    groups: [...clauses.length > 1 ? [group] : [], ...items.flatMap((item) => item.groups)]
  };
}
function isRegular(text, node) {
  const gaps = gapsOf(text, node);
  const columns = new Set(node.children.map(({ position }) => position?.start.column));
  return new Set(gaps).size <= 1 && columns.size === 1 && node.children.every(({ children: [first], position }) => {
    return first !== void 0 && first.position?.start.line === position?.start.line;
  });
}
function gapsOf(text, { children }) {
  return children.slice(1).map((child, index) => {
    const before2 = children[index];
    return before2 !== void 0 && /\n[ \t]*\n/.test(text.slice(spanOf(before2).to, spanOf(child).from));
  });
}
function cutItem(of, item) {
  const first = leadOf(of, item);
  if (first === null) return asOne(of, item);
  const inner = item.children.find((child) => child.type === "list");
  const below = inner === void 0 ? { clauses: [], groups: [] } : belowWords(of, inner, gapsOf(of.text, item)[0]);
  const [lead, ...more] = paragraphClauses(of.text, first, of.place).clauses;
  if (lead === void 0) return asOne(of, item);
  const rest = [...more, ...below.clauses];
  const to = more.length === 0 ? wholeLines(of.text, lead).to : lead.to;
  const clauses = [{ ...lead, to, holds: rest.map(({ from: from2 }) => from2) }, ...rest];
  const { from } = spanOf(first);
  const group = { title: titleOf(of.text.slice(from, lead.to)), clauses: clauses.map((each) => each.from) };
  return { clauses, groups: [...rest.length > 0 ? [group] : [], ...below.groups] };
}
function belowWords(of, node, isApart = false) {
  const { clauses, groups } = cutList(of, node);
  return { clauses: node.ordered === true && !isApart ? firstHoldsRest(clauses) : clauses, groups };
}
function asOne({ text, place }, node) {
  const span = wholeLines(text, spanOf(node));
  return {
    clauses: [{ ...span, kind: kindOf(text.slice(span.from, span.to), place), holds: [] }],
    groups: []
  };
}
function leadOf(of, item) {
  const [first, inner, ...more] = item.children;
  const isPlain = more.length === 0 && (inner === void 0 || inner.type === "list");
  if (!isPlain || first?.type !== "paragraph" || !fits(of, item)) return null;
  return first.position?.start.line === item.position?.start.line ? first : null;
}
function fits({ text, isOuterLoose }, item) {
  const inner = item.children.find((child) => child.type === "list");
  if (inner === void 0) return true;
  const [isApart = false] = gapsOf(text, item);
  const { from, to } = spanOf(inner);
  const hasBlank = /\n[ \t]*\n/.test(text.slice(from, to));
  if (!isApart && !hasBlank) return true;
  return isOuterLoose && isApart && (!hasBlank || isBlankThroughout(text, inner));
}
function isBlankThroughout(text, list) {
  return gapsOf(text, list).every(Boolean) && list.children.every(
    (item) => item.children.every((child) => child.type !== "list" || isBlankThroughout(text, child))
  ) && list.children.every((item) => gapsOf(text, item).every(Boolean));
}

// src/core/parts/clause-tables.ts
function tableBlock(text, node, place) {
  const whole = wholeLines(text, spanOf(node));
  const rows = node.children.slice(1).map((row) => {
    const span = wholeLines(text, spanOf(row));
    return { ...span, kind: kindOf(text.slice(span.from, span.to), place), holds: [] };
  });
  const head = { from: whole.from, to: rows[0]?.from ?? whole.to };
  const words2 = text.slice(head.from, head.to);
  if (rows.length === 0)
    return { ...whole, node, clauses: [{ ...head, kind: kindOf(words2, place), holds: [] }], groups: [] };
  const clauses = [
    { ...head, kind: "heading", holds: rows.map(({ from }) => from) },
    ...rows
  ];
  const title = titleOf(words2.split("\n")[0]?.replace(/^[ \t]*\||\|[ \t]*$/g, "") ?? "");
  return { ...whole, node, clauses, groups: [{ title, clauses: clauses.map(({ from }) => from) }] };
}

// src/core/parts/clause-blocks.ts
function blocksOf2(text, { children }) {
  const blocks = [];
  let above = [];
  for (const node of children) {
    if (node.type === "heading") above = headingsAbove(text, node, above);
    blocks.push(blockOf(text, node, above.at(-1)?.place ?? "rules"));
  }
  return blocks;
}
function headingsAbove(text, node, before2) {
  const outer = before2.filter(({ depth }) => depth < node.depth);
  const { from, to } = spanOf(node);
  const place = placeUnder(text.slice(from, to)) ?? outer.at(-1)?.place ?? "rules";
  return [...outer, { depth: node.depth, place }];
}
function blockOf(text, node, place) {
  const span = wholeLines(text, spanOf(node));
  if (isAlwaysThere(text, node)) return { ...span, node, clauses: [], groups: [] };
  if (node.type === "list") return listBlock(text, node, place);
  if (node.type === "table") return tableBlock(text, node, place);
  if (node.type === "paragraph") return { ...span, node, ...paragraphBlock(text, node, place) };
  const kind = node.type === "heading" || node.type === "thematicBreak" ? "heading" : blockKind(text, node, place);
  return { ...span, node, clauses: [{ ...span, kind, holds: [] }], groups: [] };
}
function isAlwaysThere(text, node) {
  const words2 = text.slice(spanOf(node).from, spanOf(node).to);
  if (node.type === "code") return false;
  if (node.type !== "html") return definition.test(words2);
  const tags = words2.replaceAll(/<!--[^]*?(?:-->|$)|<[a-z][^<>]*\/>/gi, "");
  const openings = tags.replaceAll(
    /<(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b/gi,
    ""
  );
  return (openings.match(/<[a-z]/gi) ?? []).length !== (tags.match(/<\/[a-z]/gi) ?? []).length;
}
var definition = /^(?:[ \t]|>|[-+*]|\d+[.)])*\[[^\]]+\]:/m;
function paragraphBlock(text, node, place) {
  const { clauses, groups } = paragraphClauses(text, node, place);
  const [only, ...more] = clauses;
  if (only === void 0 || more.length > 0) return { clauses, groups };
  return { clauses: [{ ...only, ...wholeLines(text, only) }], groups };
}
function blockKind(text, node, place) {
  const { from, to } = spanOf(node);
  if (node.type === "code")
    return /^(?:abnf|bnf|ebnf|grammar|peg|regex)/i.test(node.lang ?? "") ? "requirement" : "example";
  return node.type === "html" ? "explanation" : kindOf(text.slice(from, to).replace(/^>\s*/, ""), place);
}

// src/core/parts/clause-holds.ts
function withHolds(text, cut) {
  const blocks = keptBeforeFixed(text, cut);
  return blocks.map((block, index) => {
    const ownHolds = frameOf(block, blocks.slice(index + 1));
    const next = blocks[index + 1];
    const isNeeded = next !== void 0 && (mayRunTogether(text, blocks, index + 1) || standsClose(blocks, index + 1));
    const held = [...ownHolds, ...isNeeded ? begins(next.clauses) : []];
    const clauses = interruptsParagraph(block, blocks[index - 1]) ? firstHoldsRest(block.clauses) : block.clauses;
    return { ...block, clauses: held.length === 0 ? clauses : lastHolds(clauses, held) };
  });
}
function keptBeforeFixed(text, blocks) {
  const kept = [...blocks];
  const keep2 = (at) => {
    const block = kept[at];
    if (block !== void 0) kept[at] = { ...block, clauses: [], groups: [] };
  };
  for (let at = kept.length - 1; at > 0; at -= 1) {
    if (kept[at]?.clauses.length !== 0) continue;
    if (mayRunTogether(text, kept, at) || standsClose(kept, at)) keep2(at - 1);
    if (kept[at]?.node.type === "list") for (const heading of headingsOver(kept, at)) keep2(heading);
  }
  return kept;
}
function headingsOver(blocks, at) {
  const over = [];
  let inside = Infinity;
  for (let index = at - 1; index >= 0; index -= 1) {
    const node = blocks[index]?.node;
    if (node?.type !== "heading" || node.depth >= inside) continue;
    over.push(index);
    inside = node.depth;
  }
  return over;
}
function sectionsOf(text, blocks) {
  return blocks.flatMap((block, index) => {
    if (block.node.type !== "heading") return [];
    const { from, to } = spanOf(block.node);
    const title = titleOf(text.slice(from, to).replace(/^#+[ \t]+/, ""));
    return [{ title, clauses: [...begins(block.clauses), ...frameOf(block, blocks.slice(index + 1))] }];
  });
}
function begins(clauses) {
  return clauses.map(({ from }) => from);
}
function lastHolds(clauses, held) {
  return clauses.map(
    (clause, index) => index === clauses.length - 1 ? { ...clause, holds: [.../* @__PURE__ */ new Set([...clause.holds, ...held])] } : clause
  );
}
function interruptsParagraph({ node, from }, before2) {
  return node.type === "list" && node.ordered === true && before2?.to === from;
}
function frameOf({ node }, after) {
  if (node.type === "heading") return begins(sectionUnder(node, after));
  if (node.type !== "thematicBreak") return [];
  const [first, ...rest] = after;
  if (first?.node.type === "heading")
    return [...begins(first.clauses), ...begins(sectionUnder(first.node, rest))];
  const end = after.findIndex(
    (block) => block.node.type === "heading" || block.node.type === "thematicBreak"
  );
  return begins((end < 0 ? after : after.slice(0, end)).flatMap(({ clauses }) => clauses));
}
function sectionUnder({ depth }, after) {
  const end = after.findIndex(({ node }) => node.type === "heading" && node.depth <= depth);
  const section = end < 0 ? after : after.slice(0, end);
  const own = end > 0 && section.at(-1)?.node.type === "thematicBreak" ? section.slice(0, -1) : section;
  return own.flatMap(({ clauses }) => clauses);
}
function mayRunTogether(text, blocks, at) {
  const block = blocks[at];
  if (block === void 0) return false;
  const { node, from, to } = block;
  const words2 = text.slice(from, to);
  if (/^[ \t]/.test(words2)) return true;
  if (node.type === "list") return joinsList(text, node, blocks.slice(0, at));
  if (node.type === "table") return !words2.startsWith("|") && looksLikeBlock(words2);
  return (node.type === "paragraph" || node.type === "heading") && !/^#{1,6}(?:\s|$)/.test(words2) && looksLikeBlock(words2);
}
function joinsList(text, list, before2) {
  const heading = before2.findLastIndex(({ node }) => node.type === "heading");
  const marker = markerOf(text, list);
  return before2.slice(heading + 1).some(({ node }) => node.type === "list" && markerOf(text, node) === marker);
}
function markerOf(text, list) {
  const { from } = spanOf(list);
  return /[-+*]|(?<=\d)[.)]/.exec(text.slice(from, from + 12))?.[0] ?? "";
}
function standsClose(blocks, at) {
  const [one, two, three] = [blocks[at - 2], blocks[at - 1], blocks[at]];
  if (two === void 0 || three === void 0 || two.to !== three.from) return false;
  return two.node.type === "list" || one?.to === two.from;
}

// src/core/parts/cut-clauses.ts
function cutClauses(version) {
  const idOf = partIds();
  const cut = [
    ...version.files.map((file) => cutFile(file, idOf)),
    ...version.instructions.map((file) => asInstructions(cutFile(file, idOf)))
  ];
  return {
    texts: cut.map(({ text }) => text),
    parts: cut.flatMap(({ parts }) => parts),
    groups: cut.flatMap(({ groups }) => groups)
  };
}
function asInstructions({ text, ...rest }) {
  return { text: { ...text, isInstructions: true }, ...rest };
}
function cutFile(file, idOf) {
  const { front, body, clauses, groups } = clausesOf(file);
  const positionOf = positionsIn(file.text);
  const ids = /* @__PURE__ */ new Map();
  for (const { from, to } of clauses)
    ids.set(from, idOf({ file: file.path, present: body.slice(from, to), absent: "" }));
  const idsOf = (begins2) => begins2.flatMap((from) => ids.get(from) ?? []);
  const parts = clauses.map((clause) => {
    const present = body.slice(clause.from, clause.to);
    return {
      id: idsOf([clause.from])[0] ?? "",
      file: file.path,
      kind: clause.kind,
      ...positionOf(front.length + clause.from, front.length + clause.to),
      present,
      absent: "",
      ...clause.holds.length > 0 ? { holds: idsOf(clause.holds) } : {}
    };
  });
  const pieces = piecesOf({ front, body, clauses, parts });
  return {
    text: { path: file.path, pieces, joinsBlankLines: true },
    parts,
    groups: groups.map(({ title, clauses: begins2 }) => ({ title, parts: idsOf(begins2) }))
  };
}
function clausesOf({ path, text }) {
  if (text === "") return { front: "", body: "", clauses: [], groups: [] };
  if (!isMarkdown(path) || !isReadable(text)) {
    const clauses2 = [{ from: 0, to: text.length, kind: kindOf(text), holds: [] }];
    return { front: "", body: text, clauses: clauses2, groups: [] };
  }
  const { front, body, tree } = readMarkdown(text);
  const blocks = withHolds(body, blocksOf2(body, tree));
  const clauses = blocks.flatMap((block) => block.clauses);
  const file = { title: path, clauses: clauses.map(({ from }) => from) };
  const groups = [file, ...sectionsOf(body, blocks), ...blocks.flatMap((block) => block.groups)].filter((group) => group.clauses.length > 1).toSorted(
    (one, other) => (one.clauses[0] ?? 0) - (other.clauses[0] ?? 0) || other.clauses.length - one.clauses.length
  );
  return { front, body, clauses, groups };
}
function piecesOf(of) {
  const pieces = of.front === "" ? [] : [of.front];
  let reached = 0;
  for (const [index, part] of of.parts.entries()) {
    const { from = reached, to = reached } = of.clauses[index] ?? {};
    pieces.push(...fixedPieces(of.body.slice(reached, from)), part);
    reached = to;
  }
  return [...pieces, ...fixedPieces(of.body.slice(reached))];
}
function fixedPieces(text) {
  const [, before2 = "", words2 = "", after = ""] = /^((?:[ \t]*\n)*)([^]*?)((?:\n[ \t]*)*)$/.exec(text) ?? [];
  const lineEnd = words2 === "" ? "" : after.slice(0, 1);
  return [before2, words2 + lineEnd, words2 === "" ? after : after.slice(1)].filter((piece) => piece !== "");
}

// src/core/shrink/removal.ts
function removableParts({ cut, files }) {
  return cut.parts.filter(({ file, kind, present }) => {
    return files.includes(file) && kind !== "heading" && present.trim() !== "";
  });
}
function lackedIds(cut, removed) {
  const gone = new Set(removed);
  const isThere = presence(cut, ({ id }) => !gone.has(id));
  return cut.parts.flatMap((part) => isThere(part) ? [] : [part.id]);
}
function removalKey(removed) {
  return [...new Set(removed)].toSorted().join(" ");
}

// src/pipeline/shrink/find-targets.ts
async function findTargets(repository, of) {
  const versions = await readSpecs(repository, of.entries, of.head);
  const all = versions.map((version) => ({ version, cut: cutClauses(version) }));
  if (of.named.length > 0) {
    const targets2 = [...new Set(of.named)].map((name) => targetOf(all, name));
    for (const target of targets2) if (!isDivided(target)) throw nothingToShrink(target.name);
    return targets2;
  }
  const targets = shrinkable(all);
  if (targets.length === 0) throw nothingToShrink(all.map(({ version }) => version.spec.name).join("`, `"));
  return targets;
}
async function allTargets(repository, of) {
  const versions = await readSpecs(repository, of.entries, of.head);
  const all = versions.map((version) => ({ version, cut: cutClauses(version) }));
  const ofSpecs = new Set(versions.flatMap(({ spec }) => spec.files));
  const given = versions.flatMap(({ instructions }) => instructions.map(({ path }) => path));
  const rules = [...new Set(given)].filter((path) => !ofSpecs.has(path));
  return [
    ...shrinkable(all),
    ...rules.map((path) => targetOf(all, path)).filter((target) => isDivided(target))
  ];
}
function shrinkable(all) {
  return all.map((each) => wholeSpec(each)).filter((target) => isDivided(target));
}
function targetOf(all, name) {
  const path = name.replace(/^(?:\.\/)+/, "");
  const spec = all.find(({ version }) => version.spec.name === name);
  if (spec !== void 0) return wholeSpec(spec);
  const owner = all.find(({ version }) => version.spec.files.includes(path));
  if (owner !== void 0)
    return { ...wholeSpec(owner), name: path, files: [path], mayBeEmpty: owner.version.files.length > 1 };
  const [first, ...others] = all.filter(
    ({ version }) => version.instructions.some((file) => file.path === path)
  );
  if (first !== void 0)
    return { name: path, files: [path], cut: first.cut, mayBeEmpty: true, specs: [first, ...others] };
  const known = all.map(({ version }) => version.spec.name);
  throw new UserError(
    "SPEC_NOT_FOUND",
    `no spec is called \`${name.slice(0, 80)}\`, and no file of that path belongs to a spec or to its instructions. No model was asked.`,
    `Name one of ${known.slice(0, 10).join(", ")}, or the path of one of their files.`
  );
}
function wholeSpec(of) {
  const { name, files } = of.version.spec;
  return { name, files, cut: of.cut, mayBeEmpty: false, specs: [of] };
}
function isDivided(target) {
  return removableParts(target).length >= 2;
}
function nothingToShrink(name) {
  return new UserError(
    "CONFIG_INVALID",
    `\`${name.slice(0, 200)}\` cannot be made shorter: it is no Markdown, or a single clause. No model was asked.`,
    "Name a Markdown text with at least two sentences, list items or sections."
  );
}

// src/core/shrink/affordable.ts
var confirmingAnswers = 32;
function hasRoomFor(answers, { caps, spending, largestCall }) {
  const { generations, answered, usd, tokens } = spending;
  const after = (sum, largest) => {
    const each = answered === 0 ? 0 : sum / answered;
    return sum + (answers - 1) * each + largest;
  };
  return generations + answers <= caps.generations && (caps.usd === null || after(usd, largestCall.usd) <= caps.usd) && (caps.tokens === null || after(tokens, largestCall.tokens) <= caps.tokens);
}

// src/pipeline/shrink/said-once.ts
function saidOnce(log) {
  const said = /* @__PURE__ */ new Set();
  const once = (say) => (line) => {
    if (said.has(line)) return;
    said.add(line);
    say(line);
  };
  return {
    info: once((line) => log.info(line)),
    warn: once((line) => log.warn(line)),
    progress: (state) => log.progress({ ...state, questions: [] })
  };
}

// src/core/shrink/shrunk-of.ts
function judgedParts(of, soFar, offered) {
  const gone = new Set(lackedIds(of.cut, offered));
  const needed = answersById(soFar.needed);
  const open = answersById(soFar.open);
  return removableParts(of).map((part) => {
    if (gone.has(part.id)) return { part, outcome: "not-missed", answers: [] };
    const shown = needed.get(part.id);
    if (shown !== void 0) return { part, outcome: "needed", answers: shown };
    return { part, outcome: "undecided", answers: open.get(part.id) ?? [] };
  });
}
function answersById(kept) {
  return new Map(kept.map(({ id, answers }) => [id, answers]));
}

// src/core/shrink/answer.ts
function outcomeOf(answers, subjects, holding = ["held", "improved"]) {
  if (answers.some(({ verdict }) => verdict === "regressed")) return "broken";
  if (answers.some(({ verdict }) => !holding.includes(verdict))) return "open";
  return subjects.every((subject) => answers.some((answer) => isSame(answer, subject))) ? "held" : "waiting";
}
function isSame(one, other) {
  return one.spec === other.spec && one.model === other.model;
}

// src/core/shrink/split.ts
function split(ids, groups) {
  const inner = largestInside(ids, groups);
  const chunks = chunked(ids, inner);
  return chunks.length > 1 ? chunks : halves(ids);
}
function halves(ids) {
  const middle = Math.ceil(ids.length / 2);
  return [ids.slice(0, middle), ids.slice(middle)].filter((half) => half.length > 0);
}
function largestInside(ids, groups) {
  const wanted = new Set(ids);
  const inside = groups.map((group) => group.parts.filter((id) => wanted.has(id))).filter((parts) => parts.length > 0 && parts.length < ids.length).toSorted((one, other) => other.length - one.length);
  const taken = /* @__PURE__ */ new Set();
  const largest = [];
  for (const parts of inside) {
    if (parts.some((id) => taken.has(id))) continue;
    for (const id of parts) taken.add(id);
    largest.push(new Set(parts));
  }
  return largest;
}
function chunked(ids, groups) {
  const chunks = [];
  let before2;
  for (const id of ids) {
    const group = groups.find((each) => each.has(id)) ?? null;
    const last = chunks.at(-1);
    if (last !== void 0 && group === before2) last.push(id);
    else chunks.push([id]);
    before2 = group;
  }
  return chunks;
}

// src/core/shrink/confirm.ts
var mostAttempts = 4;
function confirmingSoFar({ cut, gone }, attemptOf) {
  let kept = [];
  let chunks = [gone];
  const failed = /* @__PURE__ */ new Set();
  let attempt = 1;
  for (let chunk = chunks.shift(); chunk !== void 0 && attempt <= mostAttempts; chunk = chunks.shift()) {
    if (chunk.length === 0) continue;
    const parts = [...kept, ...chunk];
    if (lackedIds(cut, parts).length === lackedIds(cut, kept).length) {
      kept = parts;
      continue;
    }
    const isKnownToFail = failed.has(removalKey(parts));
    const outcome = isKnownToFail ? "open" : attemptOf(parts, attempt);
    if (outcome === void 0) return { kind: "due", parts, attempt };
    if (!isKnownToFail) attempt += 1;
    if (outcome === "held") kept = parts;
    else {
      failed.add(removalKey(parts));
      if (chunk.length > 1) chunks = largestFirst([...chunks, ...halves(chunk)]);
    }
  }
  return { kind: "done", parts: kept };
}
function rulesOf(decide2, attempt) {
  const drop = Math.min(0.4, decide2.drop);
  return { ...decide2, drop, beta: Math.min(0.05, decide2.beta) / 2 ** attempt, everyTest: true };
}
function confirmingLooks(looks) {
  return (looks.at(-1) ?? 0) > 24 ? looks : [5, 8, 12, 16, 20, 24];
}
function attemptOutcome(answers, subjects) {
  return outcomeOf(answers, subjects, ["held"]);
}
function largestFirst(chunks) {
  return chunks.toSorted((one, other) => other.length - one.length);
}

// src/core/clause-map/part-samples.ts
function partSamplesOf(question, removed, measurements) {
  return {
    spec: question.change.name,
    model: question.head.model.id,
    removed,
    looks: question.looks,
    samples: samplesOf(question, measurements)
  };
}

// src/pipeline/shrink/ask-removal.ts
async function askRemoval(engine, asking) {
  const settings = settingsOf(engine.settings, asking.attempt);
  const asked = questionsAbout(asking, settings);
  const questions = asking.attempt === null ? await searchingPlan(engine, asked, settings) : await atOnce(asked, async (question) => confirmingPlan(engine, question, settings));
  const measurements = await runPlan({ ...engine, settings }, { changes: [], questions });
  const answered = questions.map((question) => answeredOf(question, measurements));
  const verdicts = decide(answered, settings);
  return {
    answers: verdicts.map((verdict, index) => answerOf2(verdict, answered[index]?.samples.tests.length ?? 0)),
    measurements,
    samples: questions.map((question) => partSamplesOf(question, asking.lacks, measurements))
  };
}
function settingsOf(settings, attempt) {
  if (attempt === null) return settings;
  const looks = confirmingLooks(settings.samples.looks);
  return {
    ...settings,
    samples: { ...settings.samples, looks },
    decide: rulesOf(settings.decide, attempt)
  };
}
function questionsAbout({ target, lacks, about }, settings) {
  const lacking = new Set(lacks);
  return target.specs.flatMap((spec) => {
    const models = settings.models.filter(
      ({ id }) => about.some((subject) => subject.model === id && subject.spec === spec.version.spec.name)
    );
    return models.length === 0 ? [] : questionsOf(spec, { lacking, models, settings });
  });
}
function questionsOf({ version, cut }, of) {
  const shorter = versionWith(version, cut, ({ id }) => !of.lacking.has(id));
  const armOf = armsOfVersions(version.spec.name, [version, shorter]);
  const change = { ...unchangedSpec(version), head: shorter, isCodeSame: true };
  return of.models.map((model) => ({
    ...ask({ asks: "regression", change, base: armOf(version, model), head: armOf(shorter, model) }),
    ...coldDraw(of.settings.samples.looks)
  }));
}
var unconfirmed = 0;
async function searchingPlan(engine, asked, settings) {
  return fixPlan(engine.ports, {
    key: digest({ kind: "plan", shrink: null, plan: planKey(asked, settings) }),
    asked,
    draw: async () => drawn(engine, asked, settings),
    isShownOnly: false
  });
}
async function confirmingPlan(engine, question, settings) {
  const { base, head } = question;
  const { looks } = settings.samples;
  const [fixed] = await fixPlan(engine.ports, {
    key: digest({ kind: "confirming plan", texts: [base?.keyOf(0) ?? null, head.keyOf(0)], looks }),
    asked: [question],
    draw: async () => [{ ...question, ...freshDraw(looks, await takenBy(engine, question)) }],
    isShownOnly: false
  });
  return fixed ?? question;
}
async function drawn({ ports }, asked, settings) {
  const { looks, base: target } = settings.samples;
  const stored = await storedSamples(
    ports,
    asked.flatMap(({ base }) => base ?? [])
  );
  const of = { now: ports.clock.now(), maxAgeMs: maxRecordAgeMs, looks, target, confirm: unconfirmed };
  return asked.map((question, index) => ({
    ...question,
    ...drawFrom({ ...of, available: stored[index] ?? [] })
  }));
}
async function takenBy(engine, { base, head }) {
  return { base: await numbersOf(engine, base), head: await numbersOf(engine, head) };
}
var numbersSearched = 400;
async function numbersOf({ ports }, arm) {
  if (arm === null) return /* @__PURE__ */ new Set();
  const keys = Array.from({ length: numbersSearched }, (_, sample) => arm.keyOf(sample));
  const stored = await ports.records.readGenerations(keys);
  return new Set(keys.flatMap((key, sample) => stored.has(key) ? [sample] : []));
}
function answerOf2(verdict, tests) {
  const none = { passed: 0, failed: 0, unmeasured: 0 };
  const { spec, model, verdict: word, base, head, excludes, brokenTests } = verdict;
  return { spec, model, verdict: word, base: base ?? none, head, excludes, brokenTests, tests };
}

// src/pipeline/shrink/asked-so-far.ts
var nothingTaken = { cells: [], samples: [], questions: 0, end: null, weakOn: [] };
async function askMore(engine, taken, asking) {
  const { answers, measurements, samples } = await askRemoval(engine, asking);
  const isCutShort = measurements.cells.some(({ code: code2 }) => code2.kind === "unmeasured");
  const weakOn = answers.filter(({ verdict }) => verdict === "base-too-weak");
  const end = isCutShort ? whyCutShort(engine) : weakOn.length > 0 ? "base-too-weak" : null;
  return {
    answers,
    taken: {
      cells: [...taken.cells, ...measurements.cells],
      samples: [...taken.samples, ...samples],
      questions: taken.questions + answers.length,
      end,
      weakOn: weakOn.map(({ spec, model }) => ({ spec, model }))
    }
  };
}
function whyCutShort({ ledger, ports, deadline }) {
  return ledger.refusedBy.length > 0 || ports.clock.now() >= deadline ? "budget" : "unmeasured";
}

// src/core/report/live/removal-line.ts
function removalLine(of) {
  const { target, tried, answers, isOneSpec, isConfirming } = of;
  const what = isConfirming ? `${count(tried.length, "part")}, on fresh samples` : `${placesOf(tried)}${wordsOf(tried)}`;
  const said = answers.map(({ spec, model, verdict }) => {
    const whom = isOneSpec ? plainText(model, 60) : `${plainText(model, 60)} of ${plainText(spec, 60)}`;
    return `${worded(verdict)} ${whom}`;
  });
  return `${plainText(target, 60)} without ${what}: ${listed(said)}`;
}
function wordsOf(tried) {
  const [only, ...others] = tried;
  if (only === void 0) return "";
  return others.length > 0 ? ` (${count(tried.length, "part")})` : `, \u201C${plainText(only.present.trim(), 50)}\u201D`;
}
var mostPlaces = 4;
function placesOf(parts) {
  const files = new Set(parts.map(({ file }) => file));
  const stretches = [];
  for (const { file, lines } of parts) {
    const before2 = stretches.at(-1);
    if (before2?.file === file && lines[0] <= before2.last + 1) before2.last = Math.max(before2.last, lines[1]);
    else stretches.push({ file, first: lines[0], last: lines[1] });
  }
  const told = stretches.slice(0, mostPlaces).map(({ file, first, last }) => {
    return `${files.size > 1 ? `${plainText(file, 60)} ` : ""}${first === last ? first : `${first}-${last}`}`;
  });
  const rest = stretches.length - told.length;
  const isOneLine = stretches.length === 1 && stretches[0]?.first === stretches[0]?.last;
  return `${isOneLine ? "line" : "lines"} ${listed(rest === 0 ? told : [...told, `${rest} more places`])}`;
}
function worded(verdict) {
  if (verdict === "regressed") return "breaks on";
  return verdict === "held" || verdict === "improved" ? "holds on" : "not clear on";
}
function listed(words2) {
  return words2.length < 2 ? words2.join("") : `${words2.slice(0, -1).join(", ")} and ${words2.at(-1)}`;
}

// src/pipeline/shrink/tell.ts
function tell({ ports }, target, of) {
  const before2 = new Set(lackedIds(target.cut, of.gone));
  const lacks = new Set(of.lacks);
  const tried = removableParts(target).filter(({ id }) => lacks.has(id) && !before2.has(id));
  const { answers, isConfirming } = of;
  const isOneSpec = target.specs.length === 1;
  ports.log.info(removalLine({ target: target.name, tried, answers, isOneSpec, isConfirming }));
}

// src/pipeline/shrink/confirm-parts.ts
async function confirmParts(engine, target, of) {
  const { gone, subjects } = of;
  const outcomes = /* @__PURE__ */ new Map();
  let taken = { ...of.taken, end: null };
  let confirmed = null;
  for (; ; ) {
    const so = confirmingSoFar(
      { cut: target.cut, gone },
      (parts2, attempt2) => outcomes.get(`${attempt2} ${removalKey(parts2)}`) ?? (taken.end === null ? void 0 : "open")
    );
    if (so.kind === "done") return { confirmed, taken: { ...taken, end: taken.end ?? of.taken.end } };
    const { parts, attempt } = so;
    const lacks = lackedIds(target.cut, parts);
    const more = await askMore(engine, taken, { target, lacks, about: subjects, attempt });
    taken = more.taken;
    tell(engine, target, { lacks, gone: [], answers: more.answers, isConfirming: true });
    const outcome = taken.end === null ? attemptOutcome(more.answers, subjects) : "open";
    outcomes.set(`${attempt} ${removalKey(parts)}`, outcome);
    if (outcome === "held") confirmed = { parts, attempt, answers: more.answers };
  }
}

// src/core/parts/list-positions.ts
function movedPositions({ path, full, left }) {
  if (full === left || ![full, left].every((text) => isMarkdown(path) && isReadable(text)))
    return () => false;
  const before2 = listsOf(full);
  const now = new Map(listsOf(left).flatMap(({ items }) => items.map(({ line, number }) => [line, number])));
  const { toFull, toLeft } = lineMaps(full, left);
  return (line, position) => {
    const at = toFull(line);
    const item = nearest(
      before2.filter(({ items }) => items.some(({ number }) => number === position)),
      at
    )?.items.find(({ number }) => number === position);
    if (item === void 0) return false;
    const place = toLeft(item.line);
    return place === null || now.get(place) !== position;
  };
}
function listsOf(text) {
  const { front, tree } = readMarkdown(text);
  const before2 = front.split("\n").length - 1;
  const lists = [];
  const waiting = [tree];
  for (let node = waiting.pop(); node !== void 0; node = waiting.pop()) {
    if (node.type === "list" && node.ordered === true) lists.push(numberedList(node, before2));
    if ("children" in node) waiting.push(...node.children);
  }
  return lists;
}
function numberedList({ start, children, position }, before2) {
  return {
    lines: [before2 + (position?.start.line ?? 1), before2 + (position?.end.line ?? 1)],
    items: children.map((item, index) => {
      return { line: before2 + (item.position?.start.line ?? 1), number: (start ?? 1) + index };
    })
  };
}
function nearest(lists, line) {
  const distance = ({ lines: [first, last] }) => line < first ? first - line : Math.max(0, line - last);
  const length = ({ lines: [first, last] }) => last - first;
  return lists.toSorted(
    (one, other) => distance(one) - distance(other) || length(one) - length(other) || one.lines[0] - other.lines[0]
  )[0];
}
function lineMaps(full, left) {
  const stretches = changedLines(full, left);
  const shifted = (line, from, to) => {
    const before2 = stretches.filter((stretch) => stretch[from].from < line).at(-1);
    if (before2 === void 0) return { line, isSame: true };
    const isSame2 = line > before2[from].to;
    return { line: isSame2 ? line - before2[from].to + before2[to].to : before2[to].from + 1, isSame: isSame2 };
  };
  return {
    toFull: (line) => shifted(line, "head", "base").line,
    /** null = the line is not there any more. */
    toLeft: (line) => {
      const found = shifted(line, "base", "head");
      return found.isSame ? found.line : null;
    }
  };
}

// src/core/parts/named-places.ts
function namedPlaces(text) {
  return text.split("\n").flatMap((line) => {
    const heading = /^#{1,6}[ \t]+(.+?)[ \t#]*$/.exec(line)?.[1];
    const requirement = ownNumber(line);
    const [, kind = "", number = ""] = numbered.exec(line) ?? [];
    const label = /^(?:[ \t]|>|[-+*]|\d+[.)])*\[([^\]]{1,200})\]:/.exec(line)?.[1];
    return [
      ...heading === void 0 ? [] : headingNames(heading),
      ...requirement === void 0 ? [] : [requirementName(requirement)],
      ...number === "" ? [] : [numberedName(kind, number)],
      ...label === void 0 ? [] : [labelName(label)]
    ];
  });
}
var numberedKinds = "step|item|rule|point|criterion";
var numbered = new RegExp(String.raw`^[\s#>|*_\-+\d.)]*(${numberedKinds})\s+(\d{1,3})\b`, "i");
function headingNames(heading) {
  const [, number = "", words2 = heading] = /^(?:section |appendix )?((?:\d+|[a-z])(?:\.\d+)*)[.:)]?\s+(.*)$/i.exec(heading) ?? [];
  const anchor = heading.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, "").replaceAll(" ", "-");
  return [anchorName(`#${anchor}`), sectionName(number), titleName(words2)];
}
function anchorName(anchor) {
  return `anchor ${anchor.toLowerCase()}`;
}
function sectionName(number) {
  return `section ${number.toLowerCase()}`;
}
function titleName(title) {
  return `${titles2}${title.toLowerCase()}`;
}
var titles2 = "title ";
function requirementName(number) {
  return `requirement ${number}`;
}
function numberedName(kind, number) {
  return `numbered ${kind.toLowerCase()} ${Number(number)}`;
}
function labelName(label) {
  return `label ${label.toLowerCase().replaceAll(/\s+/g, " ")}`;
}

// src/core/parts/dangling-references.ts
function danglingReferences(cut, has) {
  const left = textsWith(cut, has);
  const whole = textsWith(cut, () => true);
  const there = new Set(left.flatMap(({ text }) => namedPlaces(text)));
  const all = new Set(
    [whole, textsWith(cut, () => false)].flat().flatMap(({ text }) => namedPlaces(text))
  );
  const gone = {
    isGone: (name) => all.has(name) && !there.has(name),
    isNamed: (name) => all.has(name),
    titles: [...all].flatMap(
      (name) => name.startsWith(titles2) && !there.has(name) ? [name.slice(titles2.length)] : []
    )
  };
  return left.flatMap((file) => {
    const full = whole.find(({ path }) => path === file.path)?.text ?? file.text;
    return referencesIn(file, gone, movedPositions({ path: file.path, full, left: file.text }));
  });
}
function referencesIn({ path, text }, gone, isMoved) {
  return text.split("\n").flatMap(
    (line, index) => [...line.matchAll(reference), ...line.matchAll(byTitle)].filter(({ groups = {} }) => {
      const { anchor, number, title, requirement, kind, positions, label } = groups;
      if (anchor !== void 0) return gone.isGone(anchorName(anchor));
      if (number !== void 0) return gone.isGone(sectionName(number));
      if (requirement !== void 0) return gone.isGone(requirementName(requirement));
      if (label !== void 0) return gone.isGone(labelName(label));
      if (title !== void 0)
        return gone.titles.some((each) => each.length > 3 && startsWithWords(title, each));
      return numbersIn(positions ?? "").some((position) => {
        const name = numberedName(kind ?? "", `${position}`);
        return gone.isNamed(name) ? gone.isGone(name) : isMoved(index + 1, position);
      });
    }).toSorted((one, other) => one.index - other.index).map(([written]) => ({ file: path, line: index + 1, reference: written.trim() }))
  );
}
var several = String.raw`\d{1,3}(?:(?:\s*(?:,|and|or|to|–|-))+\s*\d{1,3})*`;
var reference = new RegExp(
  [
    String.raw`\[[^\]]*\]\((?<anchor>#[^)\s]+)\)`,
    String.raw`(?:§\s?|\b(?:sections?|appendix|chapter)\s+)(?<number>(?:\d+|[A-Z])(?:\.\d+)*)`,
    `(?<requirement>${requirementNumber.source})`,
    String.raw`\b(?<kind>${numberedKinds})s?\s+(?<positions>${several})(?!\.?\d)`,
    String.raw`\[(?<label>[^\]\s][^\]]{0,199})\](?![:(])`
  ].join("|"),
  "giu"
);
var byTitle = new RegExp('\\b(?:see|refer to|as in|described in|defined in)\\s+(?:the\\s+)?["\u201C*_`]*(?<title>\\p{L}[^.;,()"\u201D*_`]*)', "giu");
function numbersIn(positions) {
  return [...positions.matchAll(/(\d+)(?:\s*(?:to|–|-)\s*(\d+))?/g)].flatMap(([, first, last]) => {
    const from = Number(first);
    return Array.from({ length: Math.max(1, Number(last ?? first) - from + 1) }, (_, index) => from + index);
  });
}
function startsWithWords(text, words2) {
  const lower = text.toLowerCase();
  return lower.startsWith(words2) && !/[\p{L}\p{N}]/u.test(lower[words2.length] ?? "");
}

// src/core/shrink/saving.ts
function savingOf(texts, of) {
  const saved = texts.reduce(
    (sum, { before: before2, after }) => sum + estimateInputTokens(before2) - estimateInputTokens(after),
    0
  );
  const whole = of.shown.reduce((sum, { text }) => sum + estimateInputTokens(text), 0);
  return {
    inputTokens: saved,
    share: whole === 0 ? 0 : saved / whole,
    usdPer1000: of.models.map((model) => {
      const price = priceOf(model);
      return { model: model.id, usd: price === null ? null : saved * price.inputPerMillion / 1e3 };
    })
  };
}

// src/pipeline/shrink/offer-of.ts
function offerOf(target, { settings }, of) {
  const { cut, files, specs } = target;
  const lacking = new Set(lackedIds(cut, of.parts));
  const before2 = new Map(textsWith(cut, () => true).map(({ path, text }) => [path, text]));
  const stays = ({ id }) => !lacking.has(id);
  const texts = textsWith(cut, stays).flatMap(({ path, text }) => {
    const whole = before2.get(path) ?? "";
    return files.includes(path) && whole !== text ? [{ path, before: whole, after: text }] : [];
  });
  const [{ version }] = specs;
  const shown = [...version.files, ...version.instructions, ...version.context];
  const { drop } = rulesOf(settings.decide, of.attempt);
  return {
    texts,
    answers: of.answers,
    drop,
    beta: Math.min(0.05, settings.decide.beta),
    saving: savingOf(texts, { shown, models: settings.models }),
    dangling: danglingReferences(cut, stays)
  };
}

// src/core/shrink/chance.ts
var before = {
  requirement: { needed: 2, gone: 2 },
  example: { needed: 1, gone: 2 },
  explanation: { needed: 1, gone: 4 },
  heading: { needed: 1, gone: 4 },
  wording: { needed: 1, gone: 4 }
};
function chanceToHold(group, of) {
  const kinds2 = new Map(of.parts.map(({ id, kind }) => [id, kind]));
  const ofKind = (ids, kind) => ids.filter((id) => kinds2.get(id) === kind).length;
  const kept = [...of.found.needed, ...of.found.open].map(({ id }) => id);
  return group.reduce((chance, id) => {
    const kind = kinds2.get(id) ?? "requirement";
    const gone = before[kind].gone + ofKind(of.found.gone, kind);
    const needed = before[kind].needed + ofKind(kept, kind);
    return chance * gone / (gone + needed);
  }, 1);
}

// src/core/shrink/search.ts
var worthAsking = 0.35;
function searchSoFar(search, asked) {
  const parts = removableParts(search);
  const found = { gone: [], needed: [], open: [] };
  const queue = [parts.map(({ id }) => id)];
  for (let group = queue.shift(); group !== void 0; group = queue.shift()) {
    const { next, pieces, isLater = false } = tryGroup(search, { group, parts, found, asked, queue });
    if (next !== null) return { ...found, waiting: [...group, ...queue.flat()], next };
    if (isLater) queue.push(group);
    queue.unshift(...pieces);
  }
  return { ...found, waiting: [], next: null };
}
var settled = { next: null, pieces: [] };
function tryGroup(search, trying) {
  const { group, found } = trying;
  const wouldEmpty = !search.mayBeEmpty && found.gone.length + group.length === trying.parts.length;
  const [first, ...others] = group;
  if (first !== void 0 && others.length === 0) return trySingle(search, { ...trying, first, wouldEmpty });
  const pieces = split(group, search.cut.groups);
  if (wouldEmpty || isKept(search, trying) || chanceToHold(group, trying) < worthAsking)
    return { next: null, pieces };
  const { outcome, next } = without(search, trying);
  if (outcome === "held") found.gone.push(...group);
  return { next, pieces: outcome === "held" || next !== null ? [] : pieces };
}
function trySingle(search, trying) {
  const { first: id, found } = trying;
  if (isKept(search, trying) && isHolding(id, trying)) return { next: null, pieces: [], isLater: true };
  if (trying.wouldEmpty || isKept(search, trying)) return keep(found.open, { id, answers: [] });
  const { outcome, next, answers } = without(search, trying);
  if (next !== null) return { next, pieces: [] };
  if (outcome !== "held") return keep(outcome === "broken" ? found.needed : found.open, { id, answers });
  found.gone.push(id);
  return settled;
}
function isKept({ cut }, { group, found }) {
  return lackedIds(cut, [...found.gone, ...group]).length === lackedIds(cut, found.gone).length;
}
function isHolding(id, { parts, queue }) {
  const holds = parts.find((part) => part.id === id)?.holds ?? [];
  return queue.some((group) => group.some((each) => holds.includes(each)));
}
function without(search, { group, found, asked }) {
  const lacks = lackedIds(search.cut, [...found.gone, ...group]);
  const answers = asked.get(removalKey(lacks)) ?? [];
  const outcome = outcomeOf(answers, search.subjects);
  const isSingle = group.length === 1;
  const about = whomToAsk(search.subjects, { answers, isSingle, asked });
  return { answers, outcome, next: outcome === "waiting" ? { lacks, about } : null };
}
function keep(list, part) {
  list.push(part);
  return settled;
}
function whomToAsk(subjects, of) {
  const { answers, isSingle, asked } = of;
  const missing = subjects.filter((subject) => !answers.some((answer) => isSame(answer, subject)));
  if (isSingle || answers.length > 0) return missing;
  const breaks = (subject) => [...asked.values()].flat().filter((answer) => isSame(answer, subject) && answer.verdict === "regressed").length;
  return missing.toSorted((one, other) => breaks(other) - breaks(one)).slice(0, 1);
}

// src/pipeline/shrink/purse.ts
function purseOf({ settings, ledger }, { specs }) {
  const { generations, tokens } = settings.budget;
  const { usd } = effectiveCaps(settings.models, settings.budget);
  const calls = specs.flatMap(({ version }) => {
    const armOf = armsOfVersions(version.spec.name, [version]);
    return settings.models.map((model) => {
      const { system, user } = armOf(version, model).prompt;
      return callOf(model, system + user);
    });
  });
  return {
    caps: { usd, tokens, generations },
    spending: ledger.spending,
    largestCall: {
      usd: Math.max(0, ...calls.map((call) => mostUsdOf(call) ?? 0)),
      tokens: Math.max(0, ...calls.map((call) => call.inputTokens + call.maxOutputTokens))
    }
  };
}

// src/pipeline/shrink/search-parts.ts
async function searchParts(engine, target, subjects) {
  const search = { ...target, subjects };
  const asked = /* @__PURE__ */ new Map();
  let taken = nothingTaken;
  for (; ; ) {
    const soFar = searchSoFar(search, asked);
    const { next } = soFar;
    if (next === null || taken.end !== null) return { soFar, taken };
    if (!hasRoom(engine, target, { about: next.about.length, subjects: subjects.length, taken }))
      return { soFar, taken: { ...taken, end: "budget" } };
    const more = await askMore(engine, taken, { target, ...next, attempt: null });
    taken = more.taken;
    tell(engine, target, { ...next, gone: soFar.gone, answers: more.answers, isConfirming: false });
    const key = removalKey(next.lacks);
    if (taken.end === null) asked.set(key, [...asked.get(key) ?? [], ...more.answers]);
  }
}
function hasRoom(engine, target, of) {
  const last = engine.settings.samples.looks.at(-1) ?? 0;
  const perQuestion = of.taken.questions === 0 ? 2 * last : last;
  const answers = of.about * perQuestion + of.subjects * confirmingAnswers;
  return hasRoomFor(answers, purseOf(engine, target));
}

// src/pipeline/shrink/shrink-target.ts
async function shrinkTarget(engine, target) {
  const subjects = target.specs.flatMap(
    ({ version }) => engine.settings.models.map(({ id }) => ({ spec: version.spec.name, model: id }))
  );
  const { soFar, taken: searching } = await searchParts(engine, target, subjects);
  const { gone } = soFar;
  const mayConfirm = gone.length > 0 && (searching.end === null || searching.end === "budget");
  const { confirmed, taken } = mayConfirm ? await confirmParts(engine, target, { gone, subjects, taken: searching }) : { confirmed: null, taken: searching };
  return {
    cells: taken.cells,
    map: mapOf(engine, target, taken.samples),
    shrunk: {
      target: target.name,
      files: target.files,
      texts: textsWith(target.cut, () => true).filter(({ path }) => target.files.includes(path)),
      subjects,
      parts: judgedParts(target, soFar, confirmed?.parts ?? []),
      offer: confirmed === null ? null : offerOf(target, engine, confirmed),
      end: taken.end ?? "settled",
      weakOn: taken.weakOn,
      questions: taken.questions
    }
  };
}
function mapOf({ settings }, { name, cut, files }, samples) {
  const own = {
    texts: cut.texts.filter(({ path }) => files.includes(path)),
    parts: cut.parts.filter(({ file }) => files.includes(file)),
    groups: cut.groups
  };
  const { drop, beta } = settings.decide;
  return clauseMap({ target: name, cut: own, samples, rules: { falseDiscoveries, drop, beta } });
}

// src/pipeline/shrink/shrink.ts
async function shrink(ports, asked) {
  const request = await versionedRequest(ports, asked);
  const { settings, targets, startedAt } = request;
  const mode = await permittedMode(ports, request);
  const skipReason = mode.kind === "measure" ? null : mode.why;
  const planned = skipReason === null ? [] : targets.map((target) => plannedOf(target, settings));
  const found = skipReason === null ? await measured(ports, request) : { shrunk: [], ...nothingEnded };
  const cells = found.shrunk.flatMap((each) => each.cells);
  return {
    commit: request.trigger.head,
    skipReason,
    planned,
    shrunk: found.shrunk.map((each) => each.shrunk),
    maps: found.shrunk.flatMap(({ map }) => map.tests.length === 0 ? [] : [map]),
    spent: {
      ...spentOf({ cells, lost: found.lost }, settings.models),
      exhaustedCaps: found.exhaustedCaps,
      seconds: (ports.clock.now() - startedAt) / 1e3
    }
  };
}
async function measured(ports, request) {
  await ports.restoreRecords();
  const { targets, settings } = request;
  if (request.eachHasItsShare !== true) return measuredWithin(ports, request);
  const spent = { usd: 0, generations: 0, tokens: 0, minutes: 0 };
  const begunAt = ports.clock.now();
  const all = [];
  for (const [index, target] of targets.entries()) {
    const budget = equalShare(settings.budget, spent, targets.length - index);
    const one = await measuredWithin(ports, {
      ...request,
      targets: [target],
      settings: { ...settings, budget }
    });
    spent.usd += one.spending.usd + one.spending.reservedUsd;
    spent.generations += one.spending.generations;
    spent.tokens += one.spending.tokens + one.spending.reservedTokens;
    spent.minutes = (ports.clock.now() - begunAt) / 6e4;
    all.push(one);
  }
  return {
    shrunk: all.flatMap(({ shrunk }) => shrunk),
    lost: all.flatMap(({ lost }) => lost),
    exhaustedCaps: [...new Set(all.flatMap(({ exhaustedCaps }) => exhaustedCaps))]
  };
}
async function measuredWithin(ports, request) {
  var _stack = [];
  try {
    const { settings, targets } = request;
    const plan = { changes: [], questions: targets.flatMap((target) => originals(target, settings)) };
    const engine = __using(_stack, await openEngine({ ...ports, log: saidOnce(ports.log) }, request, {
      plan,
      allowance: { kind: "caps" }
    }), true);
    const shrunk = [];
    for (const target of targets) shrunk.push(await shrinkTarget(engine, target));
    const { lost, exhaustedCaps } = runEndOf(engine);
    return { shrunk, lost, exhaustedCaps, spending: engine.ledger.spending };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
function originals({ specs }, { models, samples }) {
  return specs.flatMap(({ version }) => {
    const change = unchangedSpec(version);
    return models.map((model) => {
      const arm = armsFor(change)(version, model);
      return { ...ask({ asks: "regression", change, base: arm, head: arm }), ...coldDraw(samples.looks) };
    });
  });
}
function plannedOf(target, { models, samples }) {
  const subjects = target.specs.flatMap(
    ({ version }) => models.map(({ id }) => ({ spec: version.spec.name, model: id }))
  );
  const parts = removableParts(target).length;
  const last = samples.looks.at(-1) ?? 0;
  return {
    target: target.name,
    parts,
    subjects,
    answersOneByOne: subjects.length * ((parts + 1) * last + confirmingAnswers)
  };
}

export {
  shrinkResult,
  partOutcomes,
  shrinkTitle,
  shrinkClaim,
  shrinkEndNote,
  savingLine,
  danglingLine,
  passes,
  excluded,
  writeShrink,
  findTargets,
  allTargets,
  shrink
};
