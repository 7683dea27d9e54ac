import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  measured
} from "./chunk-HE6MPBR5.js";
import {
  besideOf,
  bold,
  boldModel,
  code,
  count,
  dollars,
  joinNames,
  link,
  nameModel,
  nameSpec,
  nameTest,
  points,
  rate,
  ruledOut,
  words
} from "./chunk-BATYQILO.js";

// src/core/verdict/conclude.ts
function conclude(ending) {
  const isBlocked = ending.fallsShort || ending.verdicts.some((verdict) => blocks(verdict, ending));
  if (ending.modelStopped || isBlocked) return "failure";
  const open = ending.verdicts.some(
    ({ verdict, requirements }) => unsettled.has(verdict) || requirements !== null && requirements.verdict !== "met"
  );
  return open || ending.leftUndone ? "neutral" : "success";
}
function blocks(verdict, { failOn, alpha }) {
  switch (failOn) {
    case "regressed":
      return verdict.verdict === "regressed";
    case "unmet":
      return isUnmetForSure(verdict, alpha) || blocks(verdict, { failOn: "regressed", alpha });
    case "suspected":
      return verdict.verdict === "suspected" || blocks(verdict, { failOn: "unmet", alpha });
    case "inconclusive":
      return verdict.verdict === "inconclusive" || blocks(verdict, { failOn: "suspected", alpha });
    case "never":
      return false;
  }
}
function isUnmetForSure({ requirements }, alpha) {
  return requirements?.verdict === "unmet" && requirements.p <= alpha;
}
var unsettled = /* @__PURE__ */ new Set(["suspected", "inconclusive", "base-too-weak"]);

// src/core/report/words/severity.ts
function iconOf(summary, verdict) {
  if (isBlocking(summary, verdict)) return "❌";
  const icon = icons[verdict.verdict];
  if (verdict.requirements?.verdict === "unmet") return "🟠";
  return verdict.requirements?.verdict === "undecided" && icon === "✅" ? "⚪" : icon;
}
function isBlocking(summary, verdict) {
  const isBelowMinimum = verdict.verdict === "not-portable" && (summary.belowMinimum ?? []).length > 0;
  return isBelowMinimum || blocks(verdict, summary.settings);
}
var icons = {
  regressed: "🟠",
  "not-portable": "🟠",
  suspected: "🟠",
  inconclusive: "⚪",
  "base-too-weak": "⚪",
  improved: "✅",
  portable: "✅",
  held: "✅"
};
var severity = [
  "regressed",
  "not-portable",
  "suspected",
  "inconclusive",
  "base-too-weak",
  "improved",
  "portable",
  "held"
];
function mostSevereFirst(verdicts) {
  return verdicts.toSorted((one, other) => severity.indexOf(one.verdict) - severity.indexOf(other.verdict));
}

// src/core/report/words/new-tests.ts
function newTestsLines(summary) {
  return [
    ...["unmet", "undecided", "met"].flatMap((word) => lineOf(summary, word)),
    ...size(summary)
  ];
}
function newTestsWords({ requirements }) {
  return requirements === null ? "" : ` · new tests ${requirements.verdict} (${ofSamples(requirements)})`;
}
function lineOf(summary, word) {
  const asked = summary.verdicts.filter(
    (verdict) => verdict.requirements?.verdict === word
  );
  if (asked.length === 0) return [];
  const names = asked.map((verdict) => [
    ...subject(summary, verdict),
    ...words(`: ${samples(verdict.requirements)}`)
  ]);
  return [
    [
      ...words(`${icons2[word]} `),
      ...bold(words(titles[word])),
      ...words(" on "),
      ...joinNames(names),
      ...words("."),
      ...word === "met" ? [] : failingMost(asked)
    ]
  ];
}
var icons2 = { unmet: "🟠", undecided: "⚪", met: "✅" };
var titles = {
  unmet: "The new tests are not met",
  undecided: "Whether the new tests are met is undecided",
  met: "The new tests are met"
};
function subject(summary, { spec, model }) {
  const specs = new Set(summary.verdicts.map((verdict) => verdict.spec));
  if (specs.size === 1) return boldModel(summary, model);
  return [...nameSpec(spec), ...words(" / "), ...boldModel(summary, model)];
}
function samples(requirements) {
  const tests = requirements.tests.length;
  return `${ofSamples(requirements)} samples pass ${tests === 1 ? "it" : `all ${tests}`}`;
}
function ofSamples({ passed, samples: all }) {
  return `${passed}/${all}`;
}
function failingMost(asked) {
  const failed = /* @__PURE__ */ new Map();
  for (const { requirements } of asked) {
    for (const { test, passed, failed: failures } of requirements.tests) {
      const sum = failed.get(test) ?? { failed: 0, all: 0 };
      failed.set(test, { failed: sum.failed + failures, all: sum.all + passed + failures });
    }
  }
  const worst = [...failed].filter(([, sum]) => sum.failed > 0).toSorted(([, one], [, other]) => other.failed - one.failed);
  if (worst.length === 0) return [];
  const names = worst.map(([test, sum]) => [
    ...nameTest(test),
    ...words(` (${sum.all - sum.failed}/${sum.all})`)
  ]);
  return [...words(" Failing most often: "), ...joinNames(names), ...words(".")];
}
function size(summary) {
  const bySpec = new Map(summary.verdicts.map(({ spec, compared }) => [spec, compared]));
  return [...bySpec].flatMap(([spec, compared]) => {
    if (compared === null) return [];
    const { common, new: added, gone, moved, red } = compared;
    if (added + gone + moved + red === 0) return [];
    const rest = [
      ...added > 0 ? [`${added} new`] : [],
      ...gone > 0 ? [`${gone} gone`] : [],
      ...moved > 0 ? [`${moved} moved`] : [],
      ...red > 0 ? [`${red} left out because they fail on both sides as committed`] : []
    ];
    const of = bySpec.size > 1 ? [...words(" of "), ...nameSpec(spec)] : [];
    return [
      [
        ...words(`${common} of ${count(common + added, "test")}`),
        ...of,
        ...words(` ${common === 1 ? "was" : "were"} compared: ${rest.join(", ")}.`)
      ]
    ];
  });
}

// src/core/report/words/verdict-words.ts
function baseToHead(verdict) {
  const base = verdict.base === null ? "no base" : rate(verdict.base);
  const unmeasured = (verdict.base?.unmeasured ?? 0) + verdict.head.unmeasured;
  return `${base} → ${rate(verdict.head)}${unmeasured > 0 ? ` (${unmeasured} not measured)` : ""}`;
}
function dropOf(verdict) {
  if (verdict.drop === null) return "–";
  return verdict.verdict === "held" ? points(verdict.drop.estimate) : interval(verdict);
}
function verdictWord(verdict) {
  const excludes = verdict.verdict === "held" && verdict.excludes !== null ? `: ${ruledOut(verdict.excludes)}` : "";
  return `${verdict.verdict.replaceAll("-", " ")}${excludes}${newTestsWords(verdict)}`;
}
function interval(verdict) {
  if (verdict.drop === null) return "–";
  const { estimate, low, high } = verdict.drop;
  return `${points(estimate)} [${Math.round(low * 100)}, ${Math.round(high * 100)}]`;
}

// src/core/report/words/spent-line.ts
function spentLine(summary, options = { repositoryUrl: null }) {
  const { spent, settings, trigger } = summary;
  const calls = `${count(spent.generations, "model call")}, ${spent.cachedGenerations.toLocaleString("en-US")} replayed from records`;
  const isolation = settings.isolation ?? isolationWords[settings.sandbox];
  const isIdle = spent.generations + spent.cachedGenerations === 0;
  return [
    ...isIdle ? words("Nothing spent") : cost(summary),
    ...words(isIdle ? "" : ` · ${calls} · ${Math.round(spent.seconds).toLocaleString("en-US")} s`),
    ...words(` · ${isolation} · `),
    ...commits(trigger, options.repositoryUrl)
  ];
}
function commits(trigger, repositoryUrl) {
  const { head } = trigger;
  const base = trigger.kind === "audit" ? head : trigger.base;
  if (base === head) return [...words("commit "), ...commit(head, repositoryUrl)];
  return [
    ...words("base "),
    ...commit(base, repositoryUrl),
    ...words(" → head "),
    ...commit(head, repositoryUrl)
  ];
}
function commit(sha, repositoryUrl) {
  if (repositoryUrl === null || !/^[0-9a-f]{40}$/.test(sha)) return code(sha, 40);
  return link(`${repositoryUrl}/commit/${sha}`, code(sha.slice(0, 10)));
}
var unsandboxed = "Not sandboxed: generated code ran with the rights of this job.";
var isolationWords = {
  bubblewrap: "sandbox bubblewrap",
  docker: "sandbox docker",
  none: "not sandboxed",
  unused: "no code was run"
};
function cost(summary) {
  const { usd, unpriced, priceTableDate } = summary.spent;
  const dated = priceTableDate === null ? "" : ` (list prices of ${priceTableDate})`;
  if (usd !== null) return words(`Cost ${dollars(usd)}${dated}`);
  if (unpriced.length === 0) return words("Cost n/a");
  return [
    ...words("Cost n/a (price of "),
    ...joinNames(unpriced.map((model) => nameModel(summary, model))),
    ...words(" unknown)")
  ];
}

// src/core/report/summary/portability.ts
function portabilityOf(changes, verdicts) {
  const switched = verdicts.filter(({ asks }) => asks === "model-switch");
  return [
    ...new Set([...changes, ...switched.map(({ spec }) => ({ name: spec }))].map(({ name }) => name))
  ].map((name) => {
    const own = verdictsBehind({ changes, verdicts }, name);
    return {
      spec: name,
      base: mean(own.map((verdict) => verdict.base)),
      head: mean(own.map(({ wholeHead }) => wholeHead)),
      portableOn: own.filter((verdict) => isPortable(verdict)).map(({ model }) => model)
    };
  });
}
function verdictsBehind({ changes, verdicts }, spec) {
  const isChanged = changes.some(({ name }) => name === spec);
  return verdicts.filter((verdict) => verdict.spec === spec && isBehindPortability(verdict.asks, isChanged));
}
function isBehindPortability(asks, isChanged) {
  return isChanged ? besideOf(asks) === void 0 : asks === "model-switch";
}
function isPortable({ verdict, requirements }) {
  return kept.has(verdict) && (requirements === null || requirements.verdict === "met");
}
var kept = /* @__PURE__ */ new Set(["held", "improved", "portable"]);
function mean(tallies) {
  const rates = tallies.flatMap(
    (tally) => tally === null || measured(tally) === 0 ? [] : [(tally.passed + 0.5) / (measured(tally) + 1)]
  );
  return rates.length === 0 ? null : rates.reduce((sum, rate2) => sum + rate2, 0) / rates.length;
}

export {
  conclude,
  blocks,
  iconOf,
  isBlocking,
  severity,
  mostSevereFirst,
  newTestsLines,
  newTestsWords,
  baseToHead,
  dropOf,
  verdictWord,
  interval,
  spentLine,
  unsandboxed,
  portabilityOf,
  verdictsBehind,
  isBehindPortability
};
