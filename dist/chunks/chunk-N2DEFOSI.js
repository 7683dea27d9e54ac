import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  culprits,
  guessedAt,
  linesOf,
  lookBesideFirst,
  mendBroken,
  mostSevereFirst,
  placeOf,
  sameTests,
  severity,
  warnings,
  withSameWords,
  wordsBehind
} from "./chunk-I3VVAFPO.js";
import {
  exitCodeOf
} from "./chunk-KHUPEOCK.js";
import {
  setAsideInTheWay
} from "./chunk-KUOKDNTN.js";
import {
  additionalKindOf,
  additionalKinds,
  bold,
  boldModel,
  code,
  confidence,
  count,
  dollars,
  fileRuleWords,
  grouped,
  joinNames,
  limitWords,
  link,
  measured,
  mostCheckSamples,
  nameModel,
  nameSpec,
  nameTest,
  plainText,
  points,
  prose,
  rate,
  ruledOut,
  setAsideWords,
  share,
  unreadWords,
  words
} from "./chunk-WSJ3JF5A.js";

// src/core/report/words/new-tests.ts
function newTestsLines(summary) {
  return ["unmet", "undecided", "met"].flatMap((word) => lineOf(summary, word));
}
function newTestsWords({ requirements }) {
  return requirements === null ? "" : ` \xB7 new tests ${requirements.verdict} (${ofSamples(requirements)})`;
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
      ...words(`${icons[word]} `),
      ...bold(words(titles[word])),
      ...words(" on "),
      ...joinNames(names),
      ...words("."),
      ...word === "met" ? [] : failingMost(asked)
    ]
  ];
}
var icons = { unmet: "\u{1F7E0}", undecided: "\u26AA", met: "\u2705" };
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
    const of2 = bySpec.size > 1 ? [...words(" of "), ...nameSpec(spec)] : [];
    return [
      [
        ...words(`${common} of ${count(common + added, "test")}`),
        ...of2,
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
  return `${base} \u2192 ${rate(verdict.head)}${unmeasured > 0 ? ` (${unmeasured} not measured)` : ""}`;
}
function passedSides(verdict) {
  const { base, head } = verdict;
  if (nothingMeasured(verdict)) return "nothing measured";
  const side = (tally) => measured(tally) === 0 ? "not measured" : rate(tally);
  const unmeasured = (base?.unmeasured ?? 0) + head.unmeasured;
  const missing = unmeasured > 0 ? ` (${unmeasured} not measured)` : "";
  return `${base === null ? "no base" : side(base)} \u2192 ${side(head)}${missing}`;
}
function nothingMeasured({ base, head }) {
  return measured(head) === 0 && (base === null || measured(base) === 0);
}
var dropTitle = "Drop in percentage points";
function dropNumber({ drop }) {
  if (drop === null) return "\u2013";
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
  if (verdict.drop === null) return "\u2013";
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

// src/core/report/words/asking.ts
var aboutChange = {
  blame: (summary, verdict, isSure2) => {
    const name = boldModel(summary, verdict.model);
    return sameTests(summary, [verdict]) ? [
      ...words("The tests did not change, and "),
      ...name,
      ...words(isSure2 ? " now fails " : " may now fail ")
    ] : [...words(isSure2 ? "This change makes " : "This change may make "), ...name, ...words(" fail ")];
  },
  better: () => words(" does better with the new text: "),
  blameForSeveral: (part, summary, verdicts) => sameTests(summary, verdicts) ? `The tests did not change, and ${part} now fail: ` : `This change makes ${part} fail: `,
  suspectForSeveral: (summary, verdicts) => sameTests(summary, verdicts) ? "The tests did not change, and these may now fail: " : "This change may hurt ",
  betterForSeveral: "These do better with the new text: ",
  held: "Held",
  allHeld: "The new text held ",
  sides: { base: "before", head: "now" },
  weakSide: "the old text",
  afterModel: () => [],
  grid: { title: "Every test, by model and side", sides: ["base", "head"] },
  tests: {
    both: "Every test, by model",
    "head-only": "New requirements: tests on the head side only",
    "base-only": "Tests that vanished"
  }
};
function everyTest(title) {
  return { both: title, "head-only": title, "base-only": title };
}
var wordings = {
  regression: aboutChange,
  portable: aboutChange,
  drift: {
    ...aboutChange,
    blame: (summary, { model }, isSure2) => [
      ...words("The spec did not change, but "),
      ...boldModel(summary, model),
      ...words(isSure2 ? " now fails " : " may now fail ")
    ],
    better: () => words(" does better than at the anchor: "),
    blameForSeveral: (part) => `No spec changed, but ${part} now fail: `,
    suspectForSeveral: () => "No spec changed, but these may now fail: ",
    betterForSeveral: "These do better than at the anchor: ",
    held: "No drift",
    allHeld: "No drift ",
    sides: { base: "at the anchor", head: "tonight" },
    weakSide: "the anchor"
  },
  "model-switch": {
    blame: (summary, verdict, isSure2) => [
      ...words("Switching from "),
      ...replaced(summary, verdict),
      ...words(" to "),
      ...boldModel(summary, verdict.model),
      ...words(isSure2 ? " breaks " : " may break ")
    ],
    better: (summary, verdict) => [
      ...words(" does better than "),
      ...replaced(summary, verdict),
      ...words(": ")
    ],
    blameForSeveral: (part) => `Switching models breaks ${part}: `,
    suspectForSeveral: () => "Switching models may hurt ",
    betterForSeveral: "These do better than the model that is left: ",
    held: "Held",
    allHeld: "The switch held ",
    sides: { base: "with the old model", head: "with the new one" },
    weakSide: "the model that is left",
    afterModel: (summary, { insteadOf }) => insteadOf === void 0 ? [] : [...words(" instead of "), ...nameModel(summary, insteadOf)],
    grid: { title: "Every test, by the model that is left and the new one", sides: ["old", "new"] },
    tests: everyTest("Every test, on the model that is left and on the one that takes over")
  },
  outcomes: {
    ...aboutChange,
    blame: (summary, { model }, isSure2) => [
      ...boldModel(summary, model),
      ...words(isSure2 ? " now fails " : " may now fail ")
    ],
    better: () => words(" does better than before: "),
    blameForSeveral: (part) => `${part} now fail: `,
    suspectForSeveral: () => "These may now fail: ",
    betterForSeveral: "These do better than before: ",
    allHeld: "Held ",
    weakSide: "the base"
  }
};
function replaced(summary, { insteadOf }) {
  return insteadOf === void 0 ? words("the model that is left") : boldModel(summary, insteadOf);
}
function blame(summary, verdict, isSure2) {
  return wordings[verdict.asks].blame(summary, verdict, isSure2);
}
function betterThan(summary, verdict) {
  return wordings[verdict.asks].better(summary, verdict);
}
function blameForSeveral(summary, verdicts, part) {
  return wordings[asksOf(verdicts)].blameForSeveral(part, summary, verdicts);
}
function suspectForSeveral(summary, verdicts) {
  return wordings[asksOf(verdicts)].suspectForSeveral(summary, verdicts);
}
function asksOf(verdicts) {
  return verdicts[0]?.asks ?? "regression";
}
function betterForSeveral(asks) {
  return wordings[asks].betterForSeveral;
}
function heldLead(asks, hasSeveralSpecs2) {
  return `${wordings[asks].held} ${hasSeveralSpecs2 ? "for" : "on"} `;
}
function allHeldLead(asks) {
  return wordings[asks].allHeld;
}
function beforeAndNow(asks, base, head) {
  if (base === null) return `${rate(head)} now`;
  const { sides } = wordings[asks];
  return `${rate(base)} ${sides.base}, ${rate(head)} ${sides.head}`;
}
function samplesBeforeAndNow(asks, base, head) {
  const of2 = ({ passed, failed }) => `${passed} of ${passed + failed}`;
  if (base === null) return `${of2(head)} samples passed`;
  const { sides } = wordings[asks];
  return `${of2(base)} samples passed ${sides.base}, ${of2(head)} ${sides.head}`;
}
function passedTitle(verdicts) {
  const asked = new Set(verdicts.map(({ asks }) => asks));
  const [only = "regression"] = asked.size === 1 ? asked : [];
  const { base, head } = wordings[only].sides;
  return `Passed ${base} \u2192 ${head}`;
}
function sidesInWords(asks) {
  return wordings[asks].sides;
}
function weakSide(asks) {
  return wordings[asks].weakSide;
}
function addedToModel(summary, { asks = "regression", ...verdict }) {
  return wordings[asks].afterModel(summary, verdict);
}
function gridTitle(beside) {
  return wordings[beside ?? "regression"].grid;
}
function testsTitle(beside, on) {
  return wordings[beside ?? "regression"].tests[on];
}

// src/core/report/words/switch-sentences.ts
function switchSentences(summary, word, verdicts) {
  const isPair = (one, other) => one.model === other.model && one.insteadOf === other.insteadOf;
  const firsts = verdicts.filter((each, index) => verdicts.findIndex((one) => isPair(one, each)) === index);
  return firsts.map(
    (first) => aboutPair(summary, word, { first, verdicts: verdicts.filter((each) => isPair(each, first)) })
  );
}
function verdictSubject(summary, verdict) {
  return [...nameModel(summary, verdict.model), ...addedToModel(summary, verdict)];
}
function aboutPair(summary, word, { first, verdicts }) {
  const to = boldModel(summary, first.model);
  const from = nameModel(summary, first.insteadOf ?? first.model);
  const specs = joinNames(verdicts.map(({ spec }) => nameSpec(spec)));
  const counted = joinNames(
    verdicts.map((verdict) => [
      ...nameSpec(verdict.spec),
      ...words(` (${verdict.base === null ? "" : `${rate(verdict.base)} \u2192 `}${rate(verdict.head)})`)
    ])
  );
  const say = (...parts) => parts.flatMap((part) => typeof part === "string" ? words(part) : part);
  switch (word) {
    case "regressed":
      return say(to, " fails ", counted, ", which ", from, " passed.");
    case "suspected":
      return say(
        ...[to, " may fail ", counted, ", which ", from],
        " passed; the evidence is too thin to be sure."
      );
    case "improved":
      return say(to, " does better than ", from, " on ", counted, ".");
    case "held":
    case "portable":
      return say(to, " does as well as ", from, " on ", specs, exclusion(summary, verdicts), ".");
    case "inconclusive":
    case "not-portable":
      return say("No verdict on ", to, " instead of ", from, " for ", specs, reason(first), ".");
    case "base-too-weak":
      return say(
        "A drop cannot be seen on ",
        to,
        ", because ",
        from,
        " already fails too often: ",
        counted,
        "."
      );
  }
}
function exclusion(summary, verdicts) {
  const ruled = verdicts.map(({ excludes }) => excludes).filter((excludes) => excludes !== null);
  if (ruled.length < verdicts.length) return "";
  return `: ${ruledOut(Math.max(...ruled))} (${confidence(summary.settings.beta)})`;
}
function reason({ why }) {
  return why === null ? [] : [...words(": "), ...prose(why.trim().replace(/\.$/, ""))];
}

// src/core/report/words/rows-behind.ts
function rowsBehind({ matrix }, { question }) {
  return matrix.filter(({ byQuestion }) => byQuestion.has(question));
}
function whatFailed(summary, verdict) {
  const [most2] = rowsBehind(summary, verdict).filter(({ on }) => on === "both").map(({ test, byQuestion }) => ({ test, ...countsOf(byQuestion.get(verdict.question)) })).toSorted((one, other) => other.failed - one.failed);
  if (most2 !== void 0 && most2.failed > 0)
    return [...words("; "), ...nameTest(most2.test), ...words(` failed in ${most2.failed} of ${most2.ran}`)];
  const [reason3] = verdict.withoutResult;
  return reason3 === void 0 ? [] : words(`; in ${reason3.base + reason3.head} of them ${reason3.why}`);
}
function countsOf(compared) {
  const sides = [compared?.base, compared?.head].flatMap((side) => side ?? []);
  const failed = sides.reduce((sum, side) => sum + side.failed, 0);
  return { failed, ran: failed + sides.reduce((sum, side) => sum + side.passed, 0) };
}

// src/core/report/words/sentences.ts
function sentenceOf(summary, word, verdicts) {
  const [only] = verdicts;
  if (only === void 0) return [];
  return verdicts.length === 1 ? aboutOne(summary, only) : aboutSeveral(summary, word, verdicts);
}
function namesOf(summary, word, verdicts) {
  if (verdicts.length === 0) return [];
  const names = joinNames(verdicts.map((verdict) => withCounts(summary, verdict)));
  return [...words(word === "regressed" ? "Regressed: " : "Suspected: "), ...names, ...words(".")];
}
function withCounts(summary, verdict) {
  return [...subject2(summary, verdict), ...words(` (${sidesOf(verdict)})`)];
}
function tooWeak(summary, verdict) {
  const who = subject2(summary, verdict);
  if (isUncarried(verdict))
    return [
      ...words("This spec does not carry "),
      ...who,
      ...words(`: ${samplesBeforeAndNow(verdict.asks, verdict.base, verdict.head)}`),
      ...whatFailed(summary, verdict),
      ...words(`${alsoRed(summary, [verdict])}.`)
    ];
  const passed = verdict.base === null ? "" : ` (${rate(verdict.base)} passed)`;
  const also = alsoRed(summary, [verdict]);
  return [
    ...words("A drop cannot be seen on "),
    ...who,
    ...words(`: ${weakSide(verdict.asks)} already fails too often${passed}${also}`),
    ...verdict.why === null ? [] : [...words("; "), ...prose(withoutFullStop(verdict.why))],
    ...words(".")
  ];
}
function aboutOne(summary, verdict) {
  const who = subject2(summary, verdict);
  switch (verdict.verdict) {
    case "regressed":
      return [...blame(summary, verdict, true), ...failing(summary, verdict), ...words(".")];
    case "suspected":
      return [
        ...blame(summary, verdict, false),
        ...failing(summary, verdict),
        ...words("; the evidence is too thin to be sure.")
      ];
    case "improved":
      return [
        ...who,
        ...betterThan(summary, verdict),
        ...words(`${samplesBeforeAndNow(verdict.asks, verdict.base, verdict.head)}.`)
      ];
    case "held":
      return [
        ...words(heldLead(verdict.asks, hasSeveralSpecs(summary))),
        ...heldSubject(summary, verdict),
        ...words(`${exclusion2(summary, [verdict])}.`)
      ];
    case "inconclusive":
      return [...words("No verdict for "), ...who, ...reason2(verdict), ...words(".")];
    case "base-too-weak":
      return tooWeak(summary, verdict);
    case "portable":
      return [...who, ...words(` turns the new spec into passing code: ${rate(verdict.head)}.`)];
    case "not-portable":
      return [
        ...who,
        ...words(` too often fails to turn the new spec into passing code: ${rate(verdict.head)}.`)
      ];
  }
}
function aboutSeveral(summary, word, verdicts) {
  const names = joinNames(verdicts.map((verdict) => subject2(summary, verdict)));
  const asks = asksOf(verdicts);
  const detailed = joinNames(verdicts.map((verdict) => withCounts(summary, verdict)));
  switch (word) {
    case "regressed":
      return [
        ...words(blameForSeveral(summary, verdicts, ofAll(summary, verdicts.length))),
        ...detailed,
        ...words(".")
      ];
    case "suspected":
      return [
        ...words(suspectForSeveral(summary, verdicts)),
        ...detailed,
        ...words("; the evidence is too thin to be sure.")
      ];
    case "improved":
      return [...words(betterForSeveral(asks)), ...detailed, ...words(".")];
    case "held":
      return [...heldOn(summary, verdicts), ...words(`${exclusion2(summary, verdicts)}.`)];
    case "inconclusive":
      return [...words("No verdict for "), ...names, ...sharedReason(verdicts), ...words(".")];
    case "base-too-weak":
      return [
        ...words("A drop cannot be seen on "),
        ...names,
        ...words(`: ${weakSide(asks)} already fails too often${alsoRed(summary, verdicts)}.`)
      ];
    case "portable":
      return [...words("New text becomes passing code on "), ...detailed, ...words(".")];
    case "not-portable":
      return [...words("New text too often fails to become passing code on "), ...detailed, ...words(".")];
  }
}
function heldOn(summary, verdicts) {
  const held = verdicts.length;
  const several = hasSeveralSpecs(summary);
  const asks = asksOf(verdicts);
  if (held === summary.verdicts.length) {
    const all = held === 2 ? "both" : `all ${held}`;
    const lead = hasOpenRequirement(summary) ? "Held " : allHeldLead(asks);
    return words(`${lead}${several ? `in ${all} comparisons` : `on ${all} models`}`);
  }
  if (held > 3) return words(`Held ${several ? "in" : "on"} the other ${held}`);
  const names = joinNames(verdicts.map((verdict) => heldSubject(summary, verdict)));
  return [...words(heldLead(asks, several)), ...names];
}
function hasOpenRequirement({ verdicts }) {
  return verdicts.some(({ requirements }) => (requirements?.verdict ?? "met") !== "met");
}
function heldSubject(summary, verdict) {
  const model = boldModel(summary, verdict.model);
  return hasSeveralSpecs(summary) ? [...nameSpec(verdict.spec), ...words(" on "), ...model] : model;
}
function alsoRed({ red }, verdicts) {
  const isRed = verdicts.every(({ spec }) => red.some((base) => base.spec === spec));
  return isRed ? "; the committed code fails its tests too" : "";
}
function subject2(summary, verdict) {
  const model = additionalKindOf(verdict.asks) === void 0 ? boldModel(summary, verdict.model) : verdictSubject(summary, verdict);
  return hasSeveralSpecs(summary) ? [...model, ...words(" on "), ...nameSpec(verdict.spec)] : model;
}
function ofAll(summary, part) {
  const noun = hasSeveralSpecs(summary) ? "comparisons" : "models";
  return `${part} of ${summary.verdicts.length} ${noun}`;
}
function hasSeveralSpecs(summary) {
  return new Set(summary.verdicts.map((verdict) => verdict.spec)).size > 1;
}
function failing(summary, verdict) {
  const [first] = verdict.brokenTests;
  const on = hasSeveralSpecs(summary) ? [...words(" of "), ...nameSpec(verdict.spec)] : [];
  const counted = samplesBeforeAndNow(verdict.asks, verdict.base, verdict.head);
  const suite = [...words("its tests"), ...on, ...words(`: ${counted}`)];
  if (first === void 0) return suite;
  if (verdict.verdict === "regressed" && verdict.unconfirmed)
    return [
      ...suite,
      ...words("; perhaps because of "),
      ...nameTest(first),
      ...words(`${others(verdict)} (unconfirmed)`)
    ];
  const row = rowsBehind(summary, verdict).find(({ test }) => test === first)?.byQuestion.get(verdict.question);
  const [before, now] = row?.head ? [row.base, row.head] : [verdict.base, verdict.head];
  const doubt = verdict.unconfirmed ? " (unconfirmed)" : "";
  const rest = others(verdict);
  const numbers = samplesBeforeAndNow(verdict.asks, before, now);
  if (rest === "") return [...nameTest(first), ...on, ...words(`${doubt}: ${numbers}`)];
  return [...nameTest(first), ...words(` (${numbers})${rest}`), ...on, ...words(doubt)];
}
function others({ brokenTests }) {
  return brokenTests.length < 2 ? "" : ` and ${count(brokenTests.length - 1, "more test")}`;
}
function sidesOf({ asks, base, head }) {
  return beforeAndNow(asks, base, head);
}
function exclusion2(summary, verdicts) {
  const ruled = verdicts.map((verdict) => verdict.excludes).filter((excludes) => excludes !== null);
  if (ruled.length < verdicts.length || verdicts.length < summary.verdicts.length) return "";
  const sure = `${ruledOut(Math.max(...ruled))} (${confidence(summary.settings.beta)})`;
  return `: ${sure}, smaller ones were not tested`;
}
function reason2(verdict) {
  return verdict.why === null ? [] : [...words(": "), ...prose(withoutFullStop(verdict.why))];
}
function sharedReason(verdicts) {
  const reasons = new Set(verdicts.map((verdict) => verdict.why));
  const [first] = reasons;
  if (first === null || first === void 0) return [];
  const lead = reasons.size === 1 ? ": " : "; the first because: ";
  return [...words(lead), ...prose(withoutFullStop(first))];
}
function withoutFullStop(text) {
  return text.trim().replace(/\.$/, "");
}

// src/core/report/words/map-words.ts
var noticedWords = {
  noticed: "noticed",
  unnoticed: "nothing notices it",
  "unnoticed-together": "nothing notices that it and others are missing",
  "not-judged": "not judged"
};
function mapLine(map) {
  const inState = (state) => map.parts.filter((each) => each.state === state).length;
  const [alone2, together] = [inState("unnoticed"), inState("unnoticed-together")];
  const unfounded = disagreeing(map).length;
  const said = [
    ...alone2 === 0 ? [] : [`${count(alone2, "part")} that no test notices`],
    ...together === 0 ? [] : [`${count(together, "part")} that no test notices when others are missing as well`],
    ...map.unmoved.length === 0 ? [] : [`${count(map.unmoved.length, "test")} that no missing part moves`],
    ...unfounded === 0 ? [] : [`${count(unfounded, "link")} from a part to a test that does not notice it`]
  ];
  return said.length === 0 ? [] : words(`Tests and words: ${said.join("; ")}.`);
}
function disagreements(map) {
  const byId = new Map(map.parts.map((each) => [each.part.id, each]));
  const unfounded = disagreeing(map).map(({ mark, test, measured: measured2 }) => [
    ...words("Linked by "),
    ...code(mark, 120),
    ...words(" to "),
    ...nameTest(test),
    ...words(`, but ${notNoticed[measured2]}`)
  ]);
  const unstated = map.links.unstated.flatMap(({ part, test }) => {
    const mapped = byId.get(part);
    if (mapped === void 0) return [];
    const place = code(placeOf2(mapped), 160);
    return [[...nameTest(test), ...words(" notices "), ...place, ...words(", but is not linked to it")]];
  });
  return [...unfounded, ...unstated].slice(0, 50);
}
function placeOf2({ part: { file, lines } }) {
  return `${file}:${lines[0]}${lines[1] === lines[0] ? "" : `-${lines[1]}`}`;
}
var notNoticed = {
  ...noticedWords,
  unnoticed: "this test does not notice that it is missing",
  "unnoticed-together": "this test does not notice that it and others are missing"
};
function disagreeing({ links }) {
  return links.stated.filter(({ measured: measured2 }) => measured2 === "unnoticed" || measured2 === "unnoticed-together");
}
function noticedBy({ state, by }, max = 3) {
  if (by.length === 0) return words(noticedWords[state]);
  const tests = [...new Set(by.map(({ test }) => test))];
  const models = [...new Set(by.map(({ on }) => on.model))];
  return [
    ...joinNames(
      tests.map((test) => nameTest(test)),
      max
    ),
    ...words(" on "),
    ...joinNames(
      models.map((model) => code(model, 80)),
      max
    )
  ];
}
function unmovedLine({ unmoved }, tried) {
  if (unmoved.length === 0) return [];
  const names = joinNames(
    unmoved.map((test) => nameTest(test)),
    10
  );
  return tried === "missing" ? [
    ...words("No missing part moves "),
    ...names,
    ...words(": what they ask for is not in the text, or the models know it anyway.")
  ] : [...words("No changed part moves "), ...names, ...words(".")];
}
function subjectNames(on) {
  const isOneSpec = new Set(on.map(({ spec }) => spec)).size < 2;
  return joinNames(
    on.map(({ spec, model }) => [
      ...code(model, 80),
      ...isOneSpec ? [] : [...words(" of "), ...code(spec, 80)]
    ]),
    10
  );
}

// src/core/report/words/unproved.ts
var unproved = {
  title: "Passes not proved",
  rest: "with `controls: off` no passing code was run on changed tests, so a forged pass may have counted as a pass."
};
function unprovedLine({ settings, verdicts }) {
  return settings.controls === "off" && verdicts.length > 0 ? `${unproved.title}: ${unproved.rest}` : null;
}

// src/core/report/words/moved-tests.ts
function movedTests(summary) {
  const named = new Map(
    summary.verdicts.filter((verdict) => verdict.verdict === "regressed" || verdict.verdict === "suspected").flatMap(
      (verdict) => verdict.brokenTests.map(
        (test) => [identity({ question: verdict.question, test }), verdict.unconfirmed]
      )
    )
  );
  return allMoves(summary).map((move) => ({ ...move, unconfirmed: named.get(identity(move)) })).filter((move) => move.unconfirmed !== void 0 || isRelevant(summary, move)).map((move) => ({ ...move, unconfirmed: move.unconfirmed === true })).toSorted((one, other) => other.drop - one.drop);
}
function movedBeyondVerdict(summary) {
  const moved = movedTests(summary);
  const [only, ...more] = moved;
  const bad = summary.verdicts.filter(({ verdict }) => verdict === "regressed" || verdict === "suspected");
  const [first, ...others2] = bad;
  const isNamed = more.length === 0 && others2.length === 0 && !first?.unconfirmed && first?.brokenTests[0] === only?.test;
  return isNamed && first?.asks !== "model-switch" ? [] : moved;
}
function isRelevant({ settings, verdicts }, move) {
  if (Math.abs(move.drop) < settings.drop) return false;
  const word = verdicts.find(({ question }) => question === move.question)?.verdict;
  return word !== "held" && !(word === "improved" && move.drop > 0);
}
function allMoves(summary) {
  const left = new Map(summary.verdicts.map(({ question, insteadOf }) => [question, insteadOf]));
  return summary.matrix.filter((row) => row.on === "both").flatMap(
    ({ spec, asks, test, byQuestion }) => [...byQuestion].flatMap(([question, { model, base, head }]) => {
      const insteadOf = left.get(question);
      const names = {
        ...{ question, spec, test, model },
        ...asks === void 0 ? {} : { asks },
        ...insteadOf === void 0 ? {} : { insteadOf }
      };
      return moveOf(names, base, head);
    })
  );
}
function moveOf(names, base, head) {
  if (base === null || head === null) return [];
  const before = share(base);
  const now = share(head);
  return before === null || now === null || before === now ? [] : [{ ...names, base, head, drop: before - now }];
}
function identity({ question, test }) {
  return JSON.stringify([question, test]);
}

// src/core/report/advice/model-steps.ts
function gateway(summary) {
  const stopped = summary.models.filter(({ id, mend: mend2 }) => mend2 !== void 0 && leavesOpen(summary, id));
  const mend = stopped[0]?.mend ?? (setAsideInTheWay(summary.spent) === null ? null : "connection");
  if (mend === null) return null;
  const same = stopped.filter((model) => model.mend === mend).map(({ id }) => code(id, 80));
  return [...mendSteps[mend](same.length === 0 ? words("the model") : joinNames(same)), ...thenAgain];
}
function leavesOpen({ verdicts }, id) {
  return verdicts.some(({ model, verdict }) => model === id && verdict === "inconclusive");
}
var thenAgain = words(", then run the job again: it keeps the samples that it has.");
var mendSteps = {
  "base-url": (models) => [
    ...words("check "),
    ...code("base-url"),
    ...words(" of "),
    ...models,
    ...words(" and any proxy on the way: what answers there is no model")
  ],
  stream: (models) => [
    ...words("let the gateway of "),
    ...models,
    ...words(" stream: it ignores "),
    ...code("stream: true"),
    ...words(" and sends answers whole. If it cannot, change "),
    ...code("base-url")
  ],
  context: (models) => [
    ...words("raise the context length of the server of "),
    ...models,
    ...words(" (Ollama: "),
    ...code("num_ctx"),
    ...words(")")
  ],
  connection: (models) => [
    ...words("mend the connection to "),
    ...models,
    ...words(": answers break off on the way, at a gateway or a proxy")
  ]
};
function withoutCode(summary, verdict) {
  const failed = (verdict.base?.failed ?? 0) + verdict.head.failed;
  for (const { reasons, step } of besideTheSpec) {
    const found = verdict.withoutResult.filter(({ why }) => reasons.has(why)).map((reason3) => ({ why: reason3.why, samples: reason3.base + reason3.head }));
    const total = found.reduce((sum, { samples: samples2 }) => sum + samples2, 0);
    if (total === 0 || total * 2 <= failed) continue;
    const told2 = found.map(({ why, samples: samples2 }) => `in ${samples2} of ${failed} failed samples ${why}`);
    return [...step(nameModel(summary, verdict.model)), ...words(`: ${told2.join(", ")}.`)];
  }
  return null;
}
var besideTheSpec = [
  {
    reasons: unreadWords,
    step: (model) => [
      ...words("look at "),
      ...model,
      ...words(" before the spec, at its gateway and its "),
      ...code("max-output-tokens")
    ]
  },
  {
    reasons: limitWords,
    step: (model) => [...words("raise "), ...code("limits"), ...words(" of "), ...model]
  },
  {
    reasons: fileRuleWords,
    step: (model) => [
      ...words("let "),
      ...code("writes"),
      ...words(" allow the files that "),
      ...model,
      ...words(" needs, or say in the instructions which files it may leave")
    ]
  }
];

// src/core/report/advice/next-step.ts
function nextStep(summary, place) {
  for (const rule of rules) {
    const step = rule(summary, place);
    if (step !== null) return step;
  }
  return null;
}
var rules = [
  collected,
  misconfigured,
  regressed,
  notPortable,
  unmet,
  mendBroken,
  alteredJudge,
  suspected,
  gateway,
  outOfBudget,
  samplesMissing,
  weakBase,
  undecided,
  noEvidence,
  fork,
  nothing
];
function collected(summary) {
  const [worst] = mostSevereFirst(summary.verdicts);
  return worst?.asks === "outcomes" ? words(collectedSteps[worst.verdict]) : null;
}
var moreSamples = "collect more samples, with a number that is fixed before the first of them is seen, and judge those alone.";
var collectedSteps = {
  regressed: "take back or reword what changed, then collect the head again with as many samples.",
  "not-portable": moreSamples,
  suspected: moreSamples,
  inconclusive: moreSamples,
  "base-too-weak": "mend what the base fails on first; then a drop can be seen.",
  improved: "none.",
  portable: "none.",
  held: "none."
};
function misconfigured({ models }) {
  const refused = models.filter(({ isMisconfigured }) => isMisconfigured).map(({ id }) => code(id, 80));
  if (refused.length === 0) return null;
  return [...words("mend "), ...joinNames(refused), ...words(" under "), ...code("models"), ...words(".")];
}
function regressed(summary, place) {
  const hurt = of(summary, "regressed");
  const [first] = hurt;
  if (first === void 0) return null;
  if (first.asks === "model-switch") return keepTheOld(summary, first);
  if (first.asks === "drift")
    return words(
      "nothing in this repository has to have changed, the model behind the name may have: reword the spec, or name a fixed version of the model."
    );
  const { said, are } = suspects(summary, place);
  return [
    ...lookBesideFirst(summary, first),
    ...words("reword "),
    ...said,
    ...words(` until every model reads ${are} as before${orChangeTests(summary, first)}`),
    ...summary.conclusion === "failure" ? [] : words(" Nothing is blocked here.")
  ];
}
function orChangeTests(summary, verdict) {
  if (withSameWords(summary).includes(verdict)) return ".";
  const tests = sameTests(summary, [verdict]) ? "change the tests in the same pull request" : "change the failing test as well";
  return `; if the new behaviour is what you want, ${tests}.`;
}
function keepTheOld(summary, { spec, insteadOf, model }) {
  return [
    ...words("keep "),
    ...insteadOf === void 0 ? words("the old model") : nameModel(summary, insteadOf),
    ...words(" for "),
    ...nameSpec(spec),
    ...words(", or reword that spec until "),
    ...nameModel(summary, model),
    ...words(" passes its tests.")
  ];
}
function suspects(summary, place) {
  const found = wordsBehind(summary).flatMap(({ cells }) => cells.map((cell) => cell.found));
  const hunks = culprits(summary);
  if (found.some(({ check }) => check === "each-suffices")) return changedLines;
  const isOpen = guessedAt(summary).some(({ culprit }) => culprit.length > 1) || found.some(({ parts, check }) => parts.length > 1 || check === "unexplained");
  if (isOpen) return { said: words("one of the changed lines"), are: "it" };
  const stretches = [...found.flatMap(({ parts }) => parts.map(({ part }) => part)), ...hunks.map(placeOf)];
  const named = new Map(
    stretches.map((stretch) => [JSON.stringify([stretch.file, stretch.lines]), linesOf(stretch, place)])
  );
  const places = [...named.values()];
  if (places.length === 0) return { ...changedLines, are: "it" };
  if (places.length > 1 && (found.length === 0 || places.length > 3)) return changedLines;
  return { said: joinNames(places), are: places.length === 1 ? "it" : "them" };
}
var changedLines = { said: words("the changed lines"), are: "them" };
function notPortable(summary) {
  const [first] = of(summary, "not-portable");
  if (first === void 0) return null;
  const noCode = withoutCode(summary, first);
  if (noCode !== null) return noCode;
  return [
    ...words("say in "),
    ...nameSpec(first.spec),
    ...words(" what its failing tests ask for"),
    ...(summary.belowMinimum ?? []).length === 0 ? words(".") : [...words(", or lower "), ...code("gate.min-portability"), ...words(".")]
  ];
}
function unmet({ verdicts }) {
  const asked = verdicts.find(({ requirements }) => requirements?.verdict === "unmet");
  const [worst] = (asked?.requirements?.tests ?? []).toSorted((one, other) => other.failed - one.failed);
  if (asked === void 0) return null;
  return [
    ...words("say in "),
    ...nameSpec(asked.spec),
    ...words(" what "),
    ...worst === void 0 ? words("the new tests") : nameTest(worst.test),
    ...words(" asks for: no model is shown a test.")
  ];
}
function alteredJudge({ alteredJudges = [] }) {
  if (alteredJudges.every(({ accepted }) => accepted !== null)) return null;
  return words(
    "read how the tests are run now; then accept it as written above, or move it to a pull request of its own."
  );
}
function suspected(summary, place) {
  const [first] = of(summary, "suspected");
  if (first === void 0) return null;
  return [
    ...lookBesideFirst(summary, first),
    ...words("reword "),
    ...suspects(summary, place).said,
    ...words(", or allow more samples ("),
    ...code("samples.looks"),
    ...words(summary.conclusion === "failure" ? ") to be sure." : ") to be sure. Nothing is blocked here.")
  ];
}
function outOfBudget({ spent }) {
  if (spent.notReached.length === 0) return null;
  const caps = joinNames(spent.exhaustedCaps.map((cap) => code(`budget.${cap}`)));
  return [
    ...words("raise "),
    ...caps.length === 0 ? words("the budget") : caps,
    ...words(", or run the job again: it goes on with the samples that it has.")
  ];
}
function samplesMissing({ verdicts }) {
  const isMissing = verdicts.some(
    ({ verdict, base, head }) => verdict === "inconclusive" && (base?.unmeasured ?? 0) + head.unmeasured > 0
  );
  return isMissing ? words(
    "run the job again later: it keeps the samples that it has, and takes only those that are missing."
  ) : null;
}
function weakBase(summary) {
  const [first] = of(summary, "base-too-weak");
  if (first === void 0) return null;
  const noCode = withoutCode(summary, first);
  if (noCode !== null) return noCode;
  return [
    ...words("give "),
    ...nameSpec(first.spec),
    ...words(" what the failing tests ask for, or mend the tests; then edits of it can be judged.")
  ];
}
function undecided({ verdicts }) {
  const isOpen = verdicts.some(
    // A question without any sample to compare was stopped for a reason that its sentence gives.
    ({ verdict, drop, requirements }) => verdict === "inconclusive" && drop !== null || requirements?.verdict === "undecided"
  );
  return isOpen ? [...words("allow more samples ("), ...code("samples.looks"), ...words("), or leave it open.")] : null;
}
function noEvidence(summary) {
  return of(summary, "inconclusive").length > 0 ? words("mend what the reason above names, then run the job again: what can be used is asked only once.") : null;
}
function nothing({ conclusion, verdicts }) {
  return conclusion === "success" && verdicts.length > 0 ? words("none.") : null;
}
function fork({ trigger, skipReason }) {
  return skipReason !== null && trigger.kind === "pull-request" && trigger.fromFork ? words("a maintainer can run the check from a branch of this repository.") : null;
}
function of({ verdicts }, word) {
  return verdicts.filter(({ verdict }) => verdict === word);
}

// src/core/report/words/altered-judge-lines.ts
function alteredJudgeLines({ alteredJudges = [], trigger }) {
  const lines = alteredJudges.map((each) => [
    ...words("\u{1F7E0} "),
    ...bold(words("This change alters how its own tests are run")),
    ...words(": "),
    ...joinNames(
      each.altered.map((file) => code(file, 160)),
      5
    ),
    ...words(". On the head\u2019s own code the tests of "),
    ...joinNames(each.specs.map((spec) => nameSpec(spec))),
    ...words(` say something else with it than without it; ${whose[each.by]}`)
  ]);
  const [first] = alteredJudges;
  if (first === void 0) return [];
  const { accepted } = alteredJudges.find((each) => each.accepted !== null) ?? first;
  return [...lines, accepted === null ? notAccepted(trigger) : acceptedBy(accepted)];
}
var whose = {
  base: "the samples of the head were tested as on the base.",
  head: "the way of the base does not fit the head, so its samples were tested in its own way."
};
function notAccepted({ kind, head }) {
  const how = kind === "pull-request" ? [
    ...words("Somebody who may write to this repository accepts it by the comment "),
    ...code(`/portability accept-tests ${head}`)
  ] : kind === "merge-group" ? words("It is accepted on the pull request") : [...words("Accept it with "), ...code(`--accept-tests ${head}`)];
  return [
    ...words(
      "Until that is accepted nothing that speaks for the change counts: it is inconclusive at best. "
    ),
    ...how,
    ...words(".")
  ];
}
function acceptedBy({ by, url }) {
  return [
    ...code(by, 80),
    ...words(" accepted that for this commit"),
    ...url === null ? [] : [...words(" ("), ...code(url, 300), ...words(")")],
    ...words(", so the verdicts count.")
  ];
}

// src/core/report/words/headline.ts
function readingLine(summary) {
  const moved = withSameWords(summary).filter(({ verdict }) => readOtherwise.has(verdict));
  if (moved.length === 0) return null;
  const isSure2 = moved.some(({ verdict }) => verdict !== "suspected");
  const whose2 = new Set(moved.map(({ model }) => model)).size === 1 ? "this model's" : "these models'";
  const sentence = words(
    isSure2 ? `The intent did not change, ${whose2} reading did.` : `The intent did not change, but perhaps ${whose2} reading did.`
  );
  if (summary.changes.length === 1) return bold(sentence);
  const specs = [...new Set(moved.map(({ spec }) => spec))];
  return [
    ...bold(sentence),
    ...words(" The words of "),
    ...joinNames(specs.map((spec) => nameSpec(spec))),
    ...words(" are the same.")
  ];
}
var readOtherwise = /* @__PURE__ */ new Set(["regressed", "suspected", "improved"]);
function testsChangedLine(summary) {
  const moved = summary.changes.filter((change2) => change2.class === "tests");
  const files = [...new Set(moved.flatMap((change2) => change2.changedTests))];
  if (files.length === 0) return null;
  return [
    ...words("\u{1F7E0} "),
    ...bold(words("The tests changed too")),
    ...words(": "),
    ...joinNames(files.map((file) => code(file, 120))),
    ...words(
      ". What is asked for may have changed on purpose; only the tests that both sides have are compared."
    )
  ];
}
function verdictLine(summary) {
  const told2 = severity.filter((word) => verdictsOf(summary, word).length > 0);
  const isCrowded = summary.verdicts.length > 6 && told2.length > 1;
  const sentences = [
    ...summary.verdicts.length === 0 ? [nothingJudged(summary)] : [],
    ...isCrowded ? inShort(summary) : inFull(summary),
    ...deletedSpecs(summary)
  ].filter((sentence) => sentence.length > 0);
  return sentences.flatMap((sentence, index) => index === 0 ? sentence : [...words(" "), ...sentence]);
}
function neutralLine(summary) {
  const { trigger, skipReason } = summary;
  if (skipReason === null || trigger.kind !== "pull-request") return null;
  return words(
    "This check ends neutral, and neutral satisfies a required check: it says nothing about the spec."
  );
}
function budgetLine(summary) {
  const { notReached, exhaustedCaps } = summary.spent;
  if (notReached.length === 0) return null;
  const caps = joinNames(exhaustedCaps.map((cap) => code(`budget.${cap}`)));
  const setAside = setAsideInTheWay(summary.spent);
  return [
    ...words("\u{1F7E0} "),
    ...bold(words(setAside === null ? "The budget ran out" : "The budget has no room left")),
    ...exhaustedCaps.length === 0 ? [] : [...words(" ("), ...caps, ...words(")")],
    ...setAside === null ? words(" before these were answered: ") : words(
      `: ${setAsideWords(setAside)}, because the vendor may charge for more of them. Not answered: `
    ),
    ...joinNames(
      notReached.map(({ spec, model }) => [
        ...nameSpec(spec),
        ...words(" on "),
        ...nameModel(summary, model)
      ]),
      5
    ),
    ...words(". The samples so far are kept, and a later run continues with them.")
  ];
}
function countsLine(summary) {
  const counts = severity.map((word) => ({ word, number: verdictsOf(summary, word).length })).filter(({ number }) => number > 0).map(({ word, number }) => `${number} ${word}`);
  for (const word of ["unmet", "undecided"]) {
    const number = summary.verdicts.filter(({ requirements }) => requirements?.verdict === word).length;
    if (number > 0) counts.push(`new tests ${word} ${number}`);
  }
  if (counts.length > 0) return counts.join(", ");
  if (summary.repeats !== void 0) return plainText(`Repeated: ${summary.repeats.title}`, 200);
  return summary.changes.length === 0 ? "No spec changed" : "No model was asked";
}
function verdictsOf(summary, word) {
  return summary.verdicts.filter((verdict) => verdict.verdict === word);
}
function nothingJudged(summary) {
  const { repeats } = summary;
  if (repeats !== void 0)
    return [
      ...words(
        "The very same texts, tests, models and settings were judged on the pull request, so no model was asked again: "
      ),
      ...prose(repeats.title.trim().replace(/\.$/, ""), 300),
      ...words(".")
    ];
  if (summary.changes.length === 0 && summary.skipReason !== null)
    return [...words("The models changed. "), ...prose(summary.skipReason)];
  if (summary.changes.length === 0) return words("No spec changed, so no model was asked.");
  const asked = askable(summary);
  if (asked === 0 || summary.models.some((model) => model.stopped !== null)) return [];
  const lead = `${count(asked, "spec")} changed`;
  return summary.skipReason === null ? words(`${lead}, but no model was asked.`) : [...words(`${lead}. `), ...prose(summary.skipReason)];
}
function inFull(summary) {
  const unreached = new Set(withoutVerdict(summary));
  const parts = [void 0, ...additionalKinds].map((beside) => ({
    beside,
    part: onlyAbout(summary, beside)
  }));
  const about = (word) => parts.flatMap(({ beside, part }) => {
    const verdicts = verdictsOf(part, word).filter(({ model }) => !unreached.has(model));
    return beside === "model-switch" ? switchSentences(summary, word, verdicts) : [sentenceOf(part, word, verdicts)];
  });
  return [
    ...severity.slice(0, 3).flatMap((word) => about(word)),
    ...stoppedModels(summary),
    ...severity.slice(3).flatMap((word) => about(word))
  ];
}
function onlyAbout(summary, beside) {
  return {
    ...summary,
    verdicts: summary.verdicts.filter(({ asks }) => additionalKindOf(asks) === beside),
    matrix: summary.matrix.filter(({ asks }) => asks === beside)
  };
}
function inShort(summary) {
  return [
    words(`${countsLine(summary)}.`),
    ...["regressed", "suspected"].map((word) => namesOf(summary, word, verdictsOf(summary, word))),
    ...stoppedModels(summary)
  ];
}
function stoppedModels(summary) {
  const stopped = summary.models.filter((model) => model.stopped !== null);
  const unreached = withoutVerdict(summary);
  const sentences = stopped.slice(0, 3).map((model) => {
    const why = (model.stopped ?? "").trim().replace(/\.$/, "");
    const verdictless = unreached.includes(model.id) ? " without a verdict" : "";
    return [
      ...boldModel(summary, model.id),
      ...words(` was left out${verdictless}: `),
      ...model.isMisconfigured ? words("the vendor refused the configuration (") : [],
      ...prose(why, 200),
      ...words(model.isMisconfigured ? ")." : ".")
    ];
  });
  const rest = stopped.length - sentences.length;
  return rest > 0 ? [...sentences, words(`${count(rest, "more model")} ${rest === 1 ? "was" : "were"} left out.`)] : sentences;
}
function withoutVerdict(summary) {
  return summary.models.filter(({ id, stopped }) => {
    const own = summary.verdicts.filter(({ model }) => model === id);
    return stopped !== null && own.length > 0 && own.every(({ verdict }) => verdict === "inconclusive");
  }).map(({ id }) => id);
}
function deletedSpecs(summary) {
  const deleted = summary.changes.filter((change2) => change2.head === null);
  if (deleted.length === 0) return [];
  const names = joinNames(deleted.map((change2) => nameSpec(change2.name)));
  const verb = deleted.length === 1 ? " was deleted" : " were deleted";
  return [
    [
      ...words(deleted.length === 1 ? "Spec " : "Specs "),
      ...names,
      ...words(`${verb}: there is no text left to ask about.`)
    ]
  ];
}
function askable(summary) {
  return summary.changes.filter((change2) => change2.head !== null).length;
}

// src/core/report/words/without-result-lines.ts
function withoutResultLines(summary) {
  const rows = mostSevereFirst(summary.verdicts).map((verdict) => ({
    isBad: !good.has(verdict.verdict),
    lines: [...lineOf2(summary, verdict, "head"), ...lineOf2(summary, verdict, "base")]
  }));
  const linesOf2 = (isBad) => rows.filter((row) => row.isBad === isBad).flatMap(({ lines }) => lines);
  const bad = linesOf2(true);
  return { first: bad.slice(0, most), folded: [...bad.slice(most), ...linesOf2(false)].slice(0, 50) };
}
var good = /* @__PURE__ */ new Set(["held", "improved", "portable"]);
var most = 3;
function lineOf2(summary, verdict, side) {
  const tally = verdict[side];
  const reasons = verdict.withoutResult.filter((reason3) => reason3[side] > 0).toSorted((one, other) => other[side] - one[side]);
  if (reasons.length === 0 || tally === null) return [];
  const failed = reasons.reduce((sum, reason3) => sum + reason3[side], 0);
  const several = new Set(summary.verdicts.map(({ spec }) => spec)).size > 1;
  return [
    [
      ...words("On "),
      ...boldModel(summary, verdict.model),
      ...several ? [...words(" for "), ...nameSpec(verdict.spec)] : [],
      ...words(side === "base" ? ` (${sidesInWords(verdict.asks).base}) ` : " "),
      ...words(`${failed} of ${tally.passed + tally.failed} samples failed without a failing test: `),
      ...reasons.slice(0, most).flatMap((reason3, index) => [
        ...words(index > 0 ? "; " : ""),
        ...prose(reason3.why, 200),
        ...words(reasons.length > 1 ? ` (${reason3[side]})` : "")
      ]),
      ...words(".")
    ]
  ];
}

// src/core/report/words/opening.ts
function openingLines(summary) {
  const lines = [
    readingLine(summary),
    ...answers(summary),
    testsChangedLine(summary),
    ...alteredJudgeLines(summary),
    ...withoutResultLines(summary).first,
    ...comparedLines(summary),
    ...(summary.belowMinimum ?? []).slice(0, 3).map((why) => prose(why)),
    budgetLine(summary),
    neutralLine(summary),
    ...warnings(summary).slice(0, 4).map((warning) => [...words("\u{1F7E0} "), ...warning])
  ];
  return lines.filter((line2) => line2 !== null);
}
function answers(summary) {
  const old = verdictLine(summary);
  const added = newTestsLines(summary);
  const hasRegressed = summary.verdicts.some(({ verdict }) => verdict === "regressed");
  const isUnmet = summary.verdicts.some(({ requirements }) => requirements?.verdict === "unmet");
  return isUnmet && !hasRegressed ? [...added, old] : [old, ...added];
}
function foldedNotes(summary) {
  const opened = new Set((summary.belowMinimum ?? []).slice(0, 3));
  return summary.notes.filter((note) => !opened.has(note));
}

// src/core/report/words/spent-line.ts
function spentLine(summary, options = { repositoryUrl: null }) {
  const { spent, settings, trigger } = summary;
  const isolation = settings.isolation ?? isolationWords[settings.sandbox];
  const isIdle = spent.generations + spent.cachedGenerations + spent.lostCalls === 0;
  return [
    ...isIdle ? words("Nothing spent") : inNumbers(summary),
    ...words(` \xB7 ${isolation} \xB7 `),
    ...commits(trigger, options.repositoryUrl)
  ];
}
function inNumbers(summary) {
  const parts = Object.values(told).map((tell) => tell?.(summary) ?? []).filter((part) => part.length > 0);
  return parts.flatMap((part, index) => index === 0 ? part : [...words(" \xB7 "), ...part]);
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
  seconds: ({ spent }) => words(`${grouped(Math.round(spent.seconds))} s`),
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
  const reused = `${count(spent.cachedGenerations, "answer")} reused from earlier runs`;
  return words(`${callWords(spent)}, ${reused}`);
}
function callWords({ generations, lostCalls }) {
  if (lostCalls === 0) return count(generations, "model call");
  if (generations > 0)
    return `${count(generations, "model call")} and ${grouped(lostCalls)} that gave no usable answer`;
  return `${count(lostCalls, "model call")}, ${lostCalls === 1 ? "without" : "none with"} a usable answer`;
}
function commits(trigger, repositoryUrl) {
  const { head } = trigger;
  const base = trigger.kind === "audit" ? head : trigger.base;
  if (trigger.kind === "outcomes") {
    const files = [.../* @__PURE__ */ new Set([base, head])].map((digest) => code(digest.slice(0, 12)));
    return [
      ...words("outcomes "),
      ...files.flatMap((file, index) => index === 0 ? file : [...words(" \u2192 "), ...file])
    ];
  }
  if (base === head) return [...words("commit "), ...commit(head, repositoryUrl)];
  return [
    ...words("base "),
    ...commit(base, repositoryUrl),
    ...words(" \u2192 head "),
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

// src/core/report/words/state.ts
function stateOf(summary) {
  const { conclusion } = summary;
  if (conclusion === "failure") return { icon: "\u274C", said: whatFails(summary) };
  if (wasNotAsked(summary)) return { icon: "\u26AA", said: "not checked" };
  if (needsALook(summary)) return { icon: "\u{1F7E0}", said: "needs a look" };
  return conclusion === "neutral" ? { icon: "\u26AA", said: `inconclusive${cause(summary)}` } : { icon: "\u2705", said: whatWentWell(summary) };
}
function headingOf(summary) {
  const { icon, said } = stateOf(summary);
  return `Spec portability \xB7 ${icon} ${said}`;
}
function whatFails(summary) {
  if (exitCodeOf(summary) === 2) return "a model is set up wrongly";
  const { trigger, verdicts } = summary;
  if (trigger.kind === "outcomes") return "fails";
  if (trigger.kind === "audit" || verdicts.some(({ asks }) => asks === "drift")) return "drifted";
  const isByHand = trigger.kind === "manual" && verdicts.length > 0;
  return isByHand && verdicts.every(({ asks }) => asks === "model-switch") ? "fails" : "blocks merge";
}
function wasNotAsked({ changes, verdicts, skipReason, repeats }) {
  if (skipReason !== null) return true;
  return verdicts.length === 0 && repeats === void 0 && changes.some(({ head }) => head !== null);
}
function needsALook({ verdicts, alteredJudges = [], brokenByHead = [] }) {
  return brokenByHead.some(({ isLeftOut }) => isLeftOut) || alteredJudges.some(({ accepted }) => accepted === null) || verdicts.some(
    ({ verdict, requirements }) => verdict === "regressed" || verdict === "not-portable" || verdict === "suspected" || requirements?.verdict === "unmet"
  );
}
function cause({ spent, models, verdicts }) {
  if (spent.notReached.length > 0) return ", the budget ran out";
  if (models.some(({ stopped }) => stopped !== null)) return ", a model was left out";
  const lacksSamples = verdicts.some(
    ({ verdict, base, head }) => verdict === "inconclusive" && (base?.unmeasured ?? 0) + head.unmeasured > 0
  );
  return lacksSamples ? ", samples are missing" : "";
}
function whatWentWell({ changes, verdicts, repeats }) {
  if (repeats !== void 0) return "holds";
  if (verdicts.length === 0) return changes.length === 0 ? "no spec changed" : "nothing to do";
  if (verdicts.some(({ verdict }) => verdict === "improved")) return "improved";
  return verdicts.every(({ verdict }) => verdict === "portable") ? "portable" : "holds";
}

// src/core/report/words/would-ask.ts
function classSentence(change2) {
  if (change2.base === null) return "A new spec: there is no old text to compare with.";
  if (change2.head === null) return "Deleted: there is no text left to ask about.";
  return classSentences[change2.class];
}
var classSentences = {
  "same-words": "Only markup and white space changed: the words are the same.",
  words: "The words changed; the tests did not.",
  tests: "The tests changed too."
};
function changeLine(change2) {
  return [...words("Spec "), ...nameSpec(change2.name), ...words(`. ${classSentence(change2)}`)];
}
function questionLine(summary, question) {
  const { base, head, stored } = question;
  const ofBase = `${count(base, "base sample")}${stored > 0 ? ` (${stored} stored)` : ""} and `;
  return [
    ...nameSpec(question.spec),
    ...words(" on "),
    ...verdictSubject(summary, question),
    ...words(`: at most ${base === 0 ? "" : ofBase}${count(head, "head sample")}`)
  ];
}

// src/core/report/changed-words/part-words.ts
function wordsOfPart({ kind, present, absent }) {
  const [after, before] = [inOneLine(present), inOneLine(absent)];
  if (after === "" && before !== "") return { kind: "removed", ...alone(before) };
  if (before === "") return { kind: "added", ...alone(after) };
  const [text, instead] = differing(after, before);
  const count2 = text === after ? countOf(after) : null;
  return { kind: kind === "wording" ? "same" : "replaced", text, instead, count: count2 };
}
function quoteWords({ kind, text, instead }) {
  if (kind === "removed") return [...words("without "), ...code(text, longest)];
  if (instead === "") return code(text, longest);
  return [...code(text, longest), ...words(" in place of "), ...code(instead, longest)];
}
var longest = 120;
var around = 4;
function alone(text) {
  return { text, instead: "", count: text.length > longest ? null : countOf(text) };
}
function inOneLine(text) {
  return text.slice(0, 2e4).replace(/^\s*(?:(?:[-*+>]|\d{1,9}[.)]|#{1,6})\s+)+/, "").replaceAll(/\s+/g, " ").trim();
}
function countOf(text) {
  return text.split(" ").filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
function differing(after, before) {
  if (Math.max(after.length, before.length) <= longest) return [after, before];
  const [one, other] = [after.split(" "), before.split(" ")];
  const most2 = Math.min(one.length, other.length);
  let start = 0;
  while (start < most2 && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < most2 - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  return [window(one, start, end), window(other, start, end)];
}
function window(text, start, end) {
  const from = Math.max(0, start - around);
  const to = Math.min(text.length, text.length - end + around);
  return `${from > 0 ? "\u2026 " : ""}${text.slice(from, to).join(" ")}${to < text.length ? " \u2026" : ""}`;
}

// src/core/report/changed-words/found-sentences.ts
function likely(probability) {
  const percent = Math.round(probability * 100);
  if (percent > 99) return "over 99 %";
  return percent < 1 ? "under 1 %" : `${percent} %`;
}
function checksOf({ parts: [first] }) {
  return first === void 0 ? "" : checked(first);
}
function callsOf({ generations: { search, check } }) {
  return search + check === 0 ? "" : count(search + check, "more call");
}
function meaningOf(found) {
  const check = found.check === null ? [] : words(checkSentences[found.check](found));
  const end = endSentence(found);
  const isSettled = found.end === "found" || found.end === "one-part";
  return (isSettled ? [check, end] : [end, check]).filter((sentence) => sentence.length > 0).flatMap((sentence, index) => index === 0 ? sentence : [...words(" "), ...sentence]);
}
function isSure({ parts, end, check }) {
  return parts.length === 1 && (end === "found" || end === "one-part") && check !== "unexplained";
}
function checked({ part, alone: alone2, without }) {
  const quoted = wordsOfPart(part);
  const isSaid = isMeasured(alone2);
  const sides = [
    [`base ${aloneWords(quoted)} passes`, alone2],
    [`${isSaid ? ", head" : "head"} ${withoutWords(quoted, isSaid)}`, without]
  ];
  return sides.map(([said, counts]) => isMeasured(counts) ? `${said} ${rate(counts)}` : "").join("");
}
function isMeasured(counts) {
  return counts !== null && counts.passed + counts.failed > 0;
}
function aloneWords(quoted) {
  switch (quoted.kind) {
    case "removed":
      return `without ${these(quoted)} alone`;
    case "same":
      return "with this way of writing alone";
    case "added":
    case "replaced":
      return `with ${these(quoted)} alone`;
  }
}
function withoutWords(quoted, isSaid) {
  const own = isSaid ? itOrThem(quoted) : these(quoted);
  switch (quoted.kind) {
    case "removed":
      return `with ${own}${isSaid ? "" : " passes"}`;
    case "same":
      return isSaid ? "without it" : "without this way of writing passes";
    case "added":
    case "replaced":
      return `without ${own}${isSaid ? "" : " passes"}`;
  }
}
function these({ count: many }) {
  if (many === null || many === 0) return "this text";
  return many === 1 ? "this word" : `these ${many} words`;
}
function itOrThem({ count: many }) {
  return many === null || many < 2 ? "it" : "them";
}
var checkSentences = {
  "this-part": (found) => `${subjectOf(found)} alone does it.`,
  "needs-another": (found) => `${subjectOf(found)} alone does no harm; together with another of the ${found.among} changed parts it does.`,
  "each-suffices": (found) => `${subjectOf(found)} alone does it, and so does another of the ${found.among} changed parts.`,
  unexplained: (found) => `Fresh samples do not confirm it: ${lower(subjectOf(found))} alone does no harm, and without it the tests do not pass as on the base. The cause is not known.`,
  undecided: (found) => `${found.generations.check < 2 * mostCheckSamples ? "Too few fresh samples could be taken to settle" : "Fresh samples did not settle"} whether ${lower(subjectOf(found))} does it alone.`
};
function subjectOf({ parts }) {
  return parts.length === 1 ? "This change" : "The first of them";
}
function lower(text) {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
function endSentence({ parts, among, end, check, generations }) {
  const changed = count(among, "changed part");
  const which = parts.length === 1 ? "this one is the most probable" : "it is most probably one of these";
  const unchecked = check === null ? " Fresh samples have not checked it." : "";
  switch (end) {
    case "found":
      return words(`Found among ${changed}.${unchecked}`);
    case "one-part":
      return words("Nothing else in the text changed.");
    case "undecided":
      return words(
        `${count(generations.search, "call")} did not settle which of ${changed} it is; ${which}.`
      );
    case "budget":
      return words(
        `The search among ${changed} ended early, because what the budget leaves for it is spent; ${which}.`
      );
    case "unmeasured":
      return words(
        `The search among ${changed} ended early, because the model gave no more answers; ${which}.`
      );
  }
}

// src/core/report/words/legend.ts
function legend(summary) {
  const { verdicts, settings, tampered = 0 } = summary;
  if (verdicts.length === 0) return [];
  const isGiven = verdicts[0]?.asks === "outcomes";
  const subject3 = isGiven ? "the item" : "the code";
  const used = severity.filter((word) => verdicts.some(({ verdict }) => verdict === word));
  const tests = [...new Set(verdicts.flatMap(({ requirements }) => requirements?.verdict ?? []))];
  return [
    line("5/5", isGiven ? ofGiven : ofGenerated),
    ...used.map((word) => line(word.replaceAll("-", " "), meaning[word](settings, subject3))),
    ...tests.map((word) => line(`new tests ${word}`, ofNewTests[word])),
    ...tampered > 0 ? [line("tampered", "the code interfered with its tests instead of passing them. It counts as failed.")] : [],
    ...verdicts.some(({ unconfirmed }) => unconfirmed) ? [line("unconfirmed", "among so many tests the drop of this single one may be chance.")] : []
  ];
}
var ofGenerated = "a model wrote the code 5 times, and your tests passed each time. Each time is one sample.";
var ofGiven = "a model was asked the item 5 times, and passed each time. Each time is one sample.";
function line(word, means) {
  return [...bold(words(word)), ...words(`: ${means}`)];
}
var meaning = {
  regressed: ({ alpha }, subject3) => `${subject3} passes less often than before. Over the whole run such a word is wrong in at most ${percentOf(alpha)} of cases.`,
  "not-portable": () => "the new spec becomes passing code less often than the config asks for.",
  suspected: () => "it looks worse than before, and chance is not ruled out.",
  inconclusive: () => "the samples say neither that it got worse nor that it did not.",
  "base-too-weak": () => "the tests fail so often before the change that a drop could not be seen.",
  improved: (_, subject3) => `${subject3} passes more often than before.`,
  portable: () => "the new spec becomes passing code as often as the config asks for.",
  held: ({ drop, beta }) => `a drop of the pass rate by ${points(drop)} or more is ruled out (${confidence(beta)}). Smaller drops were not looked for.`
};
var ofNewTests = {
  met: "code from the new spec passes all tests that only the head has, more often than not.",
  unmet: "code from the new spec fails tests that only the head has, more often than not.",
  undecided: "there are too few samples to say whether the tests that only the head has are met."
};
function percentOf(alpha) {
  return `${Number((100 * alpha).toFixed(1))} %`;
}

export {
  rowsBehind,
  baseToHead,
  passedSides,
  nothingMeasured,
  dropTitle,
  dropNumber,
  verdictWord,
  afterWord,
  interval,
  wordsOfPart,
  quoteWords,
  likely,
  checksOf,
  callsOf,
  meaningOf,
  isSure,
  noticedWords,
  mapLine,
  disagreements,
  placeOf2 as placeOf,
  disagreeing,
  noticedBy,
  unmovedLine,
  subjectNames,
  unproved,
  unprovedLine,
  passedTitle,
  addedToModel,
  gridTitle,
  testsTitle,
  verdictSubject,
  sentenceOf,
  countsLine,
  movedTests,
  movedBeyondVerdict,
  nextStep,
  withoutResultLines,
  openingLines,
  foldedNotes,
  spentLine,
  unsandboxed,
  savedWords,
  stateOf,
  headingOf,
  classSentence,
  changeLine,
  questionLine,
  legend
};
