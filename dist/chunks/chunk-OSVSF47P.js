import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  headLines,
  searchBehind,
  warnings
} from "./chunk-I3VVAFPO.js";
import {
  plainPhrases
} from "./chunk-WSJ3JF5A.js";

// src/core/report/summary/tampered-counts.ts
function tamperedCounts({ tamperedIn = [] }, verdict) {
  const found = tamperedIn.find(({ question }) => question === verdict.question);
  return { base: found?.base ?? 0, head: found?.head ?? 0 };
}

// src/core/report/machine/change-map-result.ts
function changeMapResult(map) {
  const places = new Map(map.parts.map(({ part }, place) => [part.id, place]));
  const placesOf = (ids) => ids.flatMap((id) => places.get(id) ?? []);
  const noticeOf = ({ test, on, q, beside }) => ({
    test,
    model: on.model,
    q,
    beside: placesOf(beside)
  });
  return {
    spec: map.spec,
    models: [...new Set(map.subjects.map(({ model }) => model))],
    tests: [...map.tests],
    rules: { ...map.rules },
    parts: map.parts.map(({ part, state, breaks, needs }) => {
      const isRemoved = part.present.trim() === "";
      return {
        file: part.file,
        lines: [...part.lines],
        ...part.columns === void 0 ? {} : { columns: [...part.columns] },
        text: isRemoved ? part.absent : part.present,
        ...isRemoved ? { removed: true } : {},
        state,
        breaks: breaks.map((each) => ({ ...noticeOf(each), absent: each.full, present: each.without })),
        needs: needs.map((each) => ({ ...noticeOf(each), absent: each.without, present: each.full }))
      };
    }),
    unmoved: [...map.unmoved],
    links: {
      stated: map.links.stated.map(({ mark, test, parts, measured }) => {
        return { mark, test, parts: placesOf(parts), measured };
      }),
      unstated: map.links.unstated.flatMap(
        ({ part, test }) => placesOf([part]).map((place) => ({ test, part: place }))
      )
    }
  };
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
    ...mapsOf(summary),
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
function mapsOf({ maps = [] }) {
  return maps.length === 0 ? {} : { maps: maps.map((map) => changeMapResult(map)) };
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
    ...spent.setAside === void 0 ? {} : { setAside: { ...spent.setAside } },
    inputTokens: spent.inputTokens,
    outputTokens: spent.outputTokens,
    cacheReadTokens: spent.cacheReadTokens,
    cacheWriteTokens: spent.cacheWriteTokens,
    reasoningTokens: spent.reasoningTokens,
    usd: spent.usd,
    savedUsd: spent.savedUsd,
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
    case "outcomes":
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
    ...causeOf(searchBehind(summary, verdict), culprit),
    why,
    requirements: requirements === null ? null : { ...requirements, tests: [...requirements.tests] },
    compared,
    tampered: tamperedCounts(summary, verdict)
  };
}
function tallyOf(tally) {
  return { passed: tally.passed, failed: tally.failed, unmeasured: tally.unmeasured };
}
function causeOf(found, hunks) {
  const guess = hunks.map((hunk) => {
    return { file: hunk.file, lines: [...headLines(hunk)], probability: null };
  });
  if (found === null) return { culprit: guess };
  const { among, end, check, generations, parts } = found;
  return {
    culprit: parts.length === 0 ? guess : parts.map((blamed) => culpritOf(blamed)),
    search: { among, end, check, generations: { ...generations } }
  };
}
function culpritOf({ part, probability, alone, without }) {
  const isRemoved = part.present.trim() === "";
  return {
    file: part.file,
    lines: [...part.lines],
    ...part.columns === void 0 ? {} : { columns: [...part.columns] },
    probability,
    text: isRemoved ? part.absent : part.present,
    ...isRemoved ? { removed: true } : {},
    alone,
    without
  };
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

export {
  tamperedCounts,
  resultText,
  jsonText
};
