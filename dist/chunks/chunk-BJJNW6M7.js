import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  blocks
} from "./chunk-EVH6VEQA.js";
import {
  bold,
  boldModel,
  code,
  count,
  dollars,
  joinNames,
  link,
  measured,
  nameModel,
  nameSpec,
  nameTest,
  points,
  rate,
  ruledOut,
  words
} from "./chunk-RW5SHKCQ.js";

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
  return ["unmet", "undecided", "met"].flatMap((word) => lineOf(summary, word));
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
  return `${ofSamples(requirements)} samples pass ${allOf(tests)}`;
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
function comparedLines(summary) {
  const bySpec = new Map(summary.verdicts.map(({ spec, compared }) => [spec, compared]));
  return [...bySpec].flatMap(([spec, compared]) => {
    if (compared === null) return [];
    const { common, new: added, gone, moved, red } = compared;
    if (added + gone + moved + red === 0) return [];
    const rest = [
      ...added > 0 ? [`${added} new`] : [],
      ...gone > 0 ? [`${gone} gone`] : [],
      ...moved > 0 ? [`${moved} moved`] : [],
      ...red > 0 ? [`${red} left out because ${red === 1 ? "it fails" : "they fail"} on both sides as committed`] : []
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
function allOf(tests) {
  if (tests === 1) return "it";
  return tests === 2 ? "both" : `all ${tests}`;
}

// src/core/report/words/verdict-words.ts
function baseToHead(verdict) {
  const base = verdict.base === null ? "no base" : rate(verdict.base);
  const unmeasured = (verdict.base?.unmeasured ?? 0) + verdict.head.unmeasured;
  return `${base} → ${rate(verdict.head)}${unmeasured > 0 ? ` (${unmeasured} not measured)` : ""}`;
}
function passedSides(verdict) {
  const { base, head } = verdict;
  if (nothingMeasured(verdict)) return "nothing measured";
  const side = (tally) => measured(tally) === 0 ? "not measured" : rate(tally);
  const unmeasured = (base?.unmeasured ?? 0) + head.unmeasured;
  const missing = unmeasured > 0 ? ` (${unmeasured} not measured)` : "";
  return `${base === null ? "no base" : side(base)} → ${side(head)}${missing}`;
}
function nothingMeasured({ base, head }) {
  return measured(head) === 0 && (base === null || measured(base) === 0);
}
var dropTitle = "Drop in percentage points";
function dropNumber({ drop }) {
  if (drop === null) return "–";
  return isBetter(drop.estimate) ? `${whole(-drop.estimate)} better` : whole(drop.estimate);
}
function verdictWord(verdict) {
  const excludes = verdict.verdict === "held" && verdict.excludes !== null ? `: ${ruledOut(verdict.excludes)}` : "";
  return `${verdict.verdict.replaceAll("-", " ")}${excludes}${newTestsWords(verdict)}`;
}
function afterWord(verdict) {
  const { excludes } = verdict;
  const ruled = verdict.verdict === "held" && excludes !== null ? ` (a drop of ${whole(excludes)}+ is ruled out)` : "";
  const never = isUncarried(verdict) ? " (this spec does not carry the model: no sample ever passed)" : "";
  return `${ruled}${never}${newTestsWords(verdict)}`;
}
function isUncarried({ verdict, asks, base, head }) {
  const isAboutChange = asks === "regression" && base !== null;
  if (verdict !== "base-too-weak" || !isAboutChange) return false;
  return base.passed + head.passed === 0 && measured(base) >= 20;
}
function interval(verdict) {
  if (verdict.drop === null) return "–";
  const { estimate, low, high } = verdict.drop;
  const [from, to] = isBetter(estimate) ? [-high, -low] : [low, high];
  return `${change(estimate)} [${whole(from)}, ${whole(to)}]`;
}
function change(drop) {
  return isBetter(drop) ? `${points(-drop)} better` : points(drop);
}
function isBetter(drop) {
  return Math.round(drop * 100) < 0;
}
function whole(fraction) {
  return String(Math.round(fraction * 100) + 0);
}

// src/core/report/summary/exit-code.ts
function exitCodeOf(summary) {
  if (summary.conclusion !== "failure") return 0;
  if (summary.repeats !== void 0) return 1;
  const isBelowMinimum = (summary.belowMinimum ?? []).length > 0;
  return isBelowMinimum || summary.verdicts.some((verdict) => blocks(verdict, summary.settings)) ? 1 : 2;
}

// src/core/report/words/rows-behind.ts
function rowsBehind({ matrix }, { question }) {
  return matrix.filter(({ byQuestion }) => byQuestion.has(question));
}
function whatFailed(summary, verdict) {
  const [most] = rowsBehind(summary, verdict).filter(({ on }) => on === "both").map(({ test, byQuestion }) => ({ test, ...countsOf(byQuestion.get(verdict.question)) })).toSorted((one, other) => other.failed - one.failed);
  if (most !== void 0 && most.failed > 0)
    return [...words("; "), ...nameTest(most.test), ...words(` failed in ${most.failed} of ${most.ran}`)];
  const [reason] = verdict.withoutResult;
  return reason === void 0 ? [] : words(`; in ${reason.base + reason.head} of them ${reason.why}`);
}
function countsOf(compared) {
  const sides = [compared?.base, compared?.head].flatMap((side) => side ?? []);
  const failed = sides.reduce((sum, side) => sum + side.failed, 0);
  return { failed, ran: failed + sides.reduce((sum, side) => sum + side.passed, 0) };
}

// src/core/report/words/spent-line.ts
function spentLine(summary, options = { repositoryUrl: null }) {
  const { spent, settings, trigger } = summary;
  const isolation = settings.isolation ?? isolationWords[settings.sandbox];
  const isIdle = spent.generations + spent.cachedGenerations + spent.lostCalls === 0;
  return [
    ...isIdle ? words("Nothing spent") : inNumbers(summary),
    ...words(` · ${isolation} · `),
    ...commits(trigger, options.repositoryUrl)
  ];
}
function inNumbers(summary) {
  const parts = Object.values(told).map((tell) => tell?.(summary) ?? []).filter((part) => part.length > 0);
  return parts.flatMap((part, index) => index === 0 ? part : [...words(" · "), ...part]);
}
var told = {
  usd: cost,
  unpriced: null,
  priceTableDate: null,
  generations: calls,
  lostCalls: null,
  cachedGenerations: null,
  estimatedCalls: null,
  setAside: null,
  seconds: ({ spent }) => words(`${Math.round(spent.seconds).toLocaleString("en-US")} s`),
  inputTokens: null,
  outputTokens: null,
  cacheReadTokens: null,
  cacheWriteTokens: null,
  reasoningTokens: null,
  savedUsd: null,
  exhaustedCaps: null,
  notReached: null
};
function calls({ spent }) {
  const lost = spent.lostCalls === 0 ? "" : `, ${spent.lostCalls.toLocaleString("en-US")} more without an answer`;
  const reused = `${count(spent.cachedGenerations, "answer")} reused from earlier runs`;
  return words(`${count(spent.generations, "model call")}${lost}, ${reused}`);
}
function commits(trigger, repositoryUrl) {
  const { head } = trigger;
  const base = trigger.kind === "audit" ? head : trigger.base;
  if (trigger.kind === "outcomes") {
    const files = [.../* @__PURE__ */ new Set([base, head])].map((digest) => code(digest.slice(0, 12)));
    return [
      ...words("outcomes "),
      ...files.flatMap((file, index) => index === 0 ? file : [...words(" → "), ...file])
    ];
  }
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
function savedWords(savedUsd) {
  if (savedUsd === null || Math.abs(savedUsd) < 0.01) return [];
  if (savedUsd > 0) return [`prompt caching saved ${dollars(savedUsd)}`];
  return [`prompt caching cost ${dollars(-savedUsd)} more than it saved`];
}
function cost(summary) {
  const { usd, unpriced, priceTableDate, estimatedCalls, savedUsd } = summary.spent;
  const about = [
    ...priceTableDate === null ? [] : [`list prices of ${priceTableDate}`],
    ...estimatedCalls === 0 ? [] : [`${count(estimatedCalls, "call")} estimated`],
    ...savedWords(savedUsd)
  ];
  const said = about.length === 0 ? "" : ` (${about.join(", ")})`;
  if (usd !== null) return words(`Cost ${dollars(usd)}${said}`);
  if (unpriced.length === 0) return words("Cost n/a");
  return [
    ...words("Cost n/a (price of "),
    ...joinNames(unpriced.map((model) => nameModel(summary, model))),
    ...words(" unknown)")
  ];
}

export {
  rowsBehind,
  whatFailed,
  iconOf,
  isBlocking,
  severity,
  mostSevereFirst,
  newTestsLines,
  comparedLines,
  baseToHead,
  passedSides,
  nothingMeasured,
  dropTitle,
  dropNumber,
  verdictWord,
  afterWord,
  isUncarried,
  interval,
  spentLine,
  unsandboxed,
  savedWords,
  exitCodeOf
};
