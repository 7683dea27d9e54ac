import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  refuseUnpriced
} from "./chunk-JVEHQIIZ.js";
import {
  warnings,
  withSameWords
} from "./chunk-ZTPQGAI4.js";
import {
  code,
  count,
  link,
  paragraph,
  plainPhrases,
  sourceLine,
  words
} from "./chunk-XCAWQB5Y.js";
import {
  UserError
} from "./chunk-5LJOY3JM.js";

// src/core/report/words/changed-lines.ts
function changedLines({ removed, added }, maxLines) {
  const same = sameEnds(removed.join("\n"), added.join("\n"));
  return {
    removed: quoted(removed, same, maxLines),
    added: quoted(added, same, maxLines)
  };
}
function sameEnds(removed, added) {
  const [one, other] = [lettersOf(removed), lettersOf(added)];
  const most = Math.min(one.length, other.length);
  let start = 0;
  while (start < most && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < most - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  return start + end === Math.max(one.length, other.length) || most === 0 ? { start: 0, end: 0 } : { start, end };
}
function lettersOf(text) {
  return text.replaceAll(/\s+/g, "");
}
function quoted(lines, { start, end }, maxLines) {
  let at = 0;
  const placed = lines.map((text) => {
    const from = at;
    at += lettersOf(text).length;
    return { text, from, to: at };
  });
  const differs = { from: start, to: at - end };
  const differing = lines.length > maxLines ? placed.filter((line) => touches(line, differs)) : placed;
  const kept = differing.length > 0 ? differing : placed;
  const shown = kept.slice(0, maxLines).map((line) => sourceLine(window(line, differs), longest));
  const rest = kept.length - shown.length;
  return rest > 0 ? [...shown, `… ${count(rest, "more line")}`] : shown;
}
function touches({ from, to }, differs) {
  return to > differs.from && from < differs.to;
}
var longest = 200;
var around = 60;
function window({ text, from, to }, differs) {
  if (text.length <= longest) return text;
  const start = differs.from > from ? placeOf(text, differs.from - from) : 0;
  const end = differs.to < to ? placeOf(text, Math.max(0, differs.to - from)) : text.length;
  const first = start > around ? text.indexOf(" ", start - around) : 0;
  const last = text.indexOf(" ", end + around);
  const begin = first > 0 && first < start ? first : 0;
  const stop = last > 0 ? last : text.length;
  return `${begin > 0 ? "…" : ""}${text.slice(begin, stop)}${stop < text.length ? " …" : ""}`;
}
function placeOf(text, letters) {
  let seen = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (seen === letters && !/\s/.test(text.charAt(index))) return index;
    if (!/\s/.test(text.charAt(index))) seen += 1;
  }
  return text.length;
}

// src/core/report/words/rank-hunks.ts
function rankHunks(hunks, tests) {
  const held = new Map(
    hunks.map(({ removed, added, index }) => [index, new Set(wordsOf([...removed, ...added].join(" ")))])
  );
  const asked = tests.flatMap((test) => [...wordsOf(test), ...wordsOf(leafOf(test))]);
  const scoreOf = ({ index }) => asked.reduce(
    (sum, word) => sum + (held.get(index)?.has(word) === true ? weightOf(word, [...held.values()]) : 0),
    0
  );
  return hunks.toSorted((one, other) => scoreOf(other) - scoreOf(one));
}
function weightOf(word, held) {
  const hunks = held.filter((words2) => words2.has(word)).length;
  return hunks === held.length ? 0 : 1 / hunks;
}
function leafOf(test) {
  return test.split(/ > |::|\//).at(-1) ?? test;
}
function wordsOf(text) {
  return (text.match(new RegExp("\\p{Lu}?\\p{Ll}+|\\p{Lu}+|\\p{N}+", "gu")) ?? []).map((word) => word.toLowerCase().replace(new RegExp("(?<=\\p{L}{3})(?:e?s|e?d|ing)$", "u"), "")).filter((word) => word.length > 1 || new RegExp("\\p{N}", "u").test(word));
}

// src/core/report/words/hunk-quote.ts
function culprits(summary) {
  const seen = /* @__PURE__ */ new Map();
  for (const word of ["regressed", "suspected"]) {
    for (const verdict of summary.verdicts.filter((candidate) => candidate.verdict === word)) {
      const { culprit, brokenTests } = verdict;
      for (const hunk of culprit.length > hunksShown ? rankHunks(culprit, brokenTests) : culprit) {
        const key = JSON.stringify([hunk.file, hunk.headStart, hunk.baseStart]);
        if (!seen.has(key)) seen.set(key, hunk);
      }
    }
  }
  return [...seen.values()];
}
function changedTitle(summary) {
  const behind = summary.verdicts.filter(({ culprit }) => culprit.length > 0);
  const same = new Set(withSameWords(summary));
  return behind.every((verdict) => same.has(verdict)) ? "The changed text" : "The changed words";
}
var hunksShown = 3;
function headLines(hunk) {
  const start = Math.max(1, hunk.headStart);
  return [start, Math.max(start, hunk.headStart + hunk.added.length - 1)];
}
function encodedPath(file) {
  const segments = file.split("/");
  if (segments.some((segment) => ["", ".", ".."].includes(segment))) return null;
  return segments.map((segment) => encodeSegment(segment)).join("/");
}
function quoteHunk(hunk, options) {
  const { removed, added } = changedLines(hunk, options.maxLines);
  const value = [...removed.map((line) => `-${line}`), ...added.map((line) => `+${line}`)];
  return [paragraph(placeOf2(hunk, options)), { type: "code", lang: "diff", value: value.join("\n") }];
}
function placeOf2(hunk, options) {
  const [start, end] = headLines(hunk);
  const lines = start === end ? `line ${start}` : `lines ${start}–${end}`;
  const place = [...code(hunk.file, 160), ...words(` ${lines}`)];
  const url = linesUrl(hunk, options);
  return url === null ? place : link(url, place);
}
function linesUrl(hunk, options) {
  if (options.repositoryUrl === null || !/^[0-9a-f]{40}$/.test(options.head)) return null;
  const [start, end] = headLines(hunk);
  const path = encodedPath(hunk.file);
  if (path === null) return null;
  return `${options.repositoryUrl}/blob/${options.head}/${path}#L${start}${start === end ? "" : `-L${end}`}`;
}
function encodeSegment(segment) {
  return encodeURIComponent(segment.replaceAll(new RegExp("\\p{Cs}", "gu"), "�")).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
  );
}

// src/core/report/words/tampered-counts.ts
function tamperedCounts({ tamperedIn = [] }, verdict) {
  const found = tamperedIn.find(({ question }) => question === verdict.question);
  return { base: found?.base ?? 0, head: found?.head ?? 0 };
}

// src/core/report/machine/result-file.ts
function resultFile(summary) {
  return {
    schema: 1,
    conclusion: summary.conclusion,
    withheld: summary.skipReason,
    trigger: triggerOf(summary),
    ...summary.repeats === void 0 ? {} : { repeats: summary.repeats },
    models: summary.models.map((model) => ({ ...model, servedBy: [...model.servedBy] })),
    changes: summary.changes.map((change) => ({ spec: change.name, class: change.class })),
    ...judgesOf(summary),
    verdicts: summary.verdicts.map((verdict) => verdictOf(summary, verdict)),
    matrix: summary.matrix.map((row) => matrixRow(row)),
    portability: summary.portability.map((entry) => ({ ...entry, portableOn: [...entry.portableOn] })),
    tampered: summary.tampered ?? 0,
    spent: spentOf(summary),
    settings: { ...summary.settings, looks: [...summary.settings.looks] },
    notes: [
      ...summary.skipReason === null ? [] : [summary.skipReason],
      ...warnings(summary).map((warning) => plainPhrases(warning)),
      ...summary.notes
    ]
  };
}
function judgesOf({ alteredJudges = [] }) {
  return alteredJudges.length === 0 ? {} : { alteredJudges: alteredJudges.map((judge) => judgeOf(judge)) };
}
function judgeOf(judge) {
  const { specs, altered, by, accepted } = judge;
  return {
    specs: [...specs],
    altered: [...altered],
    by,
    accepted: accepted === null ? null : { by: accepted.by, url: accepted.url }
  };
}
function spentOf({ spent }) {
  return {
    generations: spent.generations,
    cachedGenerations: spent.cachedGenerations,
    lostCalls: spent.lostCalls,
    estimatedCalls: spent.estimatedCalls,
    inputTokens: spent.inputTokens,
    outputTokens: spent.outputTokens,
    usd: spent.usd,
    unpriced: [...spent.unpriced],
    priceTableDate: spent.priceTableDate,
    ranOut: [...spent.exhaustedCaps],
    notReached: spent.notReached.map((entry) => ({ ...entry })),
    seconds: spent.seconds
  };
}
function triggerOf(summary) {
  const { trigger } = summary;
  switch (trigger.kind) {
    case "pull-request":
      return {
        kind: trigger.kind,
        number: trigger.number,
        base: trigger.base,
        head: trigger.head,
        fromFork: trigger.fromFork
      };
    case "merge-group": {
      const { kind, number, base, head } = trigger;
      return { kind, number, base, head };
    }
    case "manual":
      return { kind: trigger.kind, base: trigger.base, head: trigger.head };
    case "audit":
      return { kind: trigger.kind, head: trigger.head };
  }
}
function verdictOf(summary, verdict) {
  const { base, head, drop, p, excludes, brokenTests, culprit, why, requirements, compared } = verdict;
  return {
    spec: verdict.spec,
    model: verdict.model,
    asks: verdict.asks,
    ...verdict.insteadOf === void 0 ? {} : { insteadOf: verdict.insteadOf },
    verdict: verdict.verdict,
    base: base === null ? null : tallyOf(base),
    head: tallyOf(head),
    drop: drop === null ? null : { estimate: drop.estimate, low: drop.low, high: drop.high },
    p,
    excludes,
    brokenTests: [...brokenTests],
    unconfirmed: verdict.unconfirmed,
    withoutResult: verdict.withoutResult.map((each) => ({ ...each })),
    culprit: culprit.map((hunk) => culpritOf(hunk)),
    why,
    requirements: requirements === null ? null : { ...requirements, tests: [...requirements.tests] },
    compared,
    tampered: tamperedCounts(summary, verdict)
  };
}
function tallyOf(tally) {
  return { passed: tally.passed, failed: tally.failed, unmeasured: tally.unmeasured };
}
function culpritOf(hunk) {
  const [start, end] = headLines(hunk);
  return { file: hunk.file, lines: [start, end], probability: null };
}
function matrixRow(row) {
  const asks = row.asks === void 0 ? {} : { asks: row.asks };
  const byModel = [...row.byQuestion.values()].map(
    ({ model, base, head }) => [model, { base, head }]
  );
  return { spec: row.spec, ...asks, test: row.test, on: row.on, byModel: Object.fromEntries(byModel) };
}

// src/core/report/machine/result-text.ts
function resultText(summary) {
  return jsonText(resultFile(summary));
}
function jsonText(value) {
  const text = JSON.stringify(value, null, 2);
  const harmless = text.replaceAll(/(?!\n)[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu, (character) => escaped(character)).replaceAll("##[", "#\\u0023[");
  return `${harmless}
`;
}
function escaped(character) {
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;
}

// src/pipeline/trigger/commits.ts
async function commitsOf(event, repository, workflow) {
  switch (event.kind) {
    case "pull-request": {
      const { number, fromFork, askedBy } = event;
      const onDemand = askedBy === null ? {} : { onDemand: askedBy.by };
      return { kind: "pull-request", number, ...await sides(event, repository), fromFork, ...onDemand };
    }
    case "merge-group": {
      const { fromFork, pullRequest } = event;
      return { kind: "merge-group", ...await sides(event, repository), fromFork, number: pullRequest };
    }
    case "manual": {
      const head = await repository.resolve(event.head);
      const baseTip = await repository.resolve(event.base);
      const base = await repository.mergeBase(baseTip, head);
      if (base === head && baseTip !== head) refuseSwapped(event);
      const fork = workflow === null ? {} : { fromFork: !await repository.isOnBranch(head, workflow.running) };
      return { kind: "manual", base, head, baseTip, ...fork };
    }
    case "audit":
      return { kind: "audit", head: await repository.resolve(event.head) };
  }
}
function refuseSwapped({ base, head }) {
  throw new UserError(
    "COMMITS_SWAPPED",
    `\`${head}\` (head) is an ancestor of \`${base}\` (base), so it changes nothing.`,
    "Give the older commit as the base and the newer one as the head."
  );
}
async function sides(event, repository) {
  const baseTip = await repository.resolve(event.baseTip);
  const head = await repository.resolve(event.head);
  return { base: await repository.mergeBase(baseTip, head), head, baseTip };
}

// src/core/trigger/rights.ts
function rightsOf(trigger, of) {
  const isForks = isFromFork(trigger);
  const hasSecrets = trigger.kind !== "pull-request" || isByComment(trigger) || !isForks && !of.isDependabots;
  return { hasSecrets, readsHeadConfig: !isForks, seesSetupEnv: hasSecrets && !isForks };
}
function needsSandbox(trigger) {
  return isFromFork(trigger) || isByComment(trigger);
}
function isFromFork(trigger) {
  switch (trigger.kind) {
    case "pull-request":
    case "merge-group":
      return trigger.fromFork;
    case "manual":
      return trigger.fromFork ?? false;
    case "audit":
      return false;
  }
}
function isByComment(trigger) {
  return trigger.kind === "pull-request" && trigger.onDemand === "comment";
}

// src/pipeline/check/skip-reason.ts
async function findSkipReason(ports, request) {
  const { settings, trigger } = request;
  if (lacksKeys(ports, request)) return secretsWithheld;
  const unpriced = refuseUnpriced(settings.models, settings.budget);
  if (unpriced !== null) throw unpriced;
  const { level } = await ports.sandbox();
  if (level !== "none" || !needsSandbox(trigger)) return null;
  return isFromFork(trigger) ? forkUnsandboxed : commentUnsandboxed;
}
function lacksKeys(ports, { settings, withoutSecrets }) {
  const keyless = settings.models.filter((model) => !ports.hasKey(model));
  if (keyless.length > 0 && !withoutSecrets) {
    throw missingKeys(keyless);
  }
  return keyless.length > 0;
}
var secretsWithheld = "GitHub gives the secrets of this repository neither to pull requests from forks nor to Dependabot, so no model could be asked. Nothing is known about this change.";
var forkUnsandboxed = "Code generated from the text of a fork is never run without a sandbox, and `sandbox` is `none`, so no model was asked. Nothing is known about this change.";
var commentUnsandboxed = "A run that a comment asks for holds the keys of this repository, so it runs no generated code without a sandbox, and `sandbox` is `none`: no model was asked. Nothing is known about this change.";
function missingKeys(keyless) {
  const names = [...new Set(keyless.map(({ apiKeyEnv }) => apiKeyEnv))].map((name) => {
    const models = keyless.filter(({ apiKeyEnv }) => apiKeyEnv === name).map(({ id }) => id);
    return `${name} (for ${models.join(", ")})`;
  });
  return new UserError(
    "KEY_MISSING",
    `a spec changed and has to be checked, but these environment variables are not set: ${names.join(", ")}.`,
    "Set them under `env:` of the step from the secrets of the repository, or remove the model from `models`."
  );
}

export {
  tamperedCounts,
  changedLines,
  culprits,
  changedTitle,
  hunksShown,
  headLines,
  encodedPath,
  quoteHunk,
  resultText,
  jsonText,
  rightsOf,
  findSkipReason,
  commitsOf
};
