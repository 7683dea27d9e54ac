import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  besideOf,
  bold,
  boldModel,
  cellsDrawn,
  code,
  count,
  dollars,
  excusedSigns,
  expectedTests,
  joinNames,
  link,
  measured,
  nameModel,
  nameSpec,
  nameTest,
  points,
  rate,
  ruledOut,
  testResults,
  withHeadIds,
  words
} from "./chunk-QXAAWC6M.js";

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
  return `${ruled}${newTestsWords(verdict)}`;
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
  seconds: ({ spent }) => words(`${Math.round(spent.seconds).toLocaleString("en-US")} s`),
  inputTokens: null,
  outputTokens: null,
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
  const { usd, unpriced, priceTableDate, estimatedCalls } = summary.spent;
  const about = [
    ...priceTableDate === null ? [] : [`list prices of ${priceTableDate}`],
    ...estimatedCalls === 0 ? [] : [`${count(estimatedCalls, "call")} estimated`]
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
function verdictsBehind({
  changes,
  verdicts
}, spec) {
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

// src/core/verdict/matrix.ts
function matrixOf(plan, measurements) {
  return groupsOf(plan.questions).flatMap((questions) => {
    const [first] = questions;
    const tests = expectedTests(first, measurements);
    const beside = besideOf(first.asks);
    const columns = questions.map((question) => columnOf(question, tests, measurements));
    return allIds(tests).map((test) => ({
      spec: first.change.name,
      ...beside === void 0 ? {} : { asks: beside },
      test,
      on: sidesOf(test, tests),
      byQuestion: new Map(
        columns.map(({ question, model, base, head }) => [
          question,
          { model, base: base?.get(test) ?? null, head: head.get(test) ?? null }
        ])
      )
    }));
  });
}
function testOn({ byQuestion }, model) {
  return [...byQuestion.values()].find((compared) => compared.model === model);
}
function groupsOf(questions) {
  const groups = [];
  for (const question of questions) {
    const group = groups.find((each) => sharesRows(question, each));
    if (group === void 0) groups.push([question]);
    else group.push(question);
  }
  return groups;
}
function sharesRows(question, group) {
  const [first] = group;
  return first.change === question.change && besideOf(first.asks) === besideOf(question.asks) && first.base?.version === question.base?.version && first.head.version === question.head.version && group.every(({ head }) => head.model.id !== question.head.model.id);
}
function columnOf(question, tests, measurements) {
  const of = (role) => talliesOf(cellsDrawn(question, role, measurements), tests, measurements);
  return {
    question: question.id,
    model: question.head.model.id,
    base: question.base === null ? null : of("base"),
    head: of("head")
  };
}
function talliesOf(cells, tests, { trees }) {
  const ids = allIds(tests);
  const expected = { ids, skipped: /* @__PURE__ */ new Set() };
  const results = cells.map(({ arm, role, code: code2, testRun: raw }) => {
    const testRun = raw === null || role === "head" ? raw : withHeadIds(raw, tests.moved);
    return testResults({ code: code2, testRun, expected, excused: excusedSigns(trees.get(arm.version)) });
  });
  const count2 = (id, result) => results.filter((each) => each.get(id) === result).length;
  return new Map(ids.map((id) => [id, { passed: count2(id, "passed"), failed: count2(id, "failed") }]));
}
function allIds({ base, head, shared }) {
  return [.../* @__PURE__ */ new Set([...shared.ids, ...head.ids, ...base?.ids ?? []])];
}
function sidesOf(test, { base, head, shared }) {
  if (base === null || shared.ids.includes(test)) return "both";
  return head.ids.includes(test) ? "head-only" : "base-only";
}

// node_modules/diff/libesm/diff/base.js
var Diff = class {
  diff(oldStr, newStr, options = {}) {
    let callback;
    if (typeof options === "function") {
      callback = options;
      options = {};
    } else if ("callback" in options) {
      callback = options.callback;
    }
    const oldString = this.castInput(oldStr, options);
    const newString = this.castInput(newStr, options);
    const oldTokens = this.removeEmpty(this.tokenize(oldString, options));
    const newTokens = this.removeEmpty(this.tokenize(newString, options));
    return this.diffWithOptionsObj(oldTokens, newTokens, options, callback);
  }
  diffWithOptionsObj(oldTokens, newTokens, options, callback) {
    var _a;
    const done = (value) => {
      value = this.postProcess(value, options);
      if (callback) {
        setTimeout(function() {
          callback(value);
        }, 0);
        return void 0;
      } else {
        return value;
      }
    };
    const newLen = newTokens.length, oldLen = oldTokens.length;
    let editLength = 1;
    let maxEditLength = newLen + oldLen;
    if (options.maxEditLength != null) {
      maxEditLength = Math.min(maxEditLength, options.maxEditLength);
    }
    const maxExecutionTime = (_a = options.timeout) !== null && _a !== void 0 ? _a : Infinity;
    const abortAfterTimestamp = Date.now() + maxExecutionTime;
    const bestPath = [{ oldPos: -1, lastComponent: void 0 }];
    let newPos = this.extractCommon(bestPath[0], newTokens, oldTokens, 0, options);
    if (bestPath[0].oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
      return done(this.buildValues(bestPath[0].lastComponent, newTokens, oldTokens));
    }
    let minDiagonalToConsider = -Infinity, maxDiagonalToConsider = Infinity;
    const execEditLength = () => {
      for (let diagonalPath = Math.max(minDiagonalToConsider, -editLength); diagonalPath <= Math.min(maxDiagonalToConsider, editLength); diagonalPath += 2) {
        let basePath;
        const removePath = bestPath[diagonalPath - 1], addPath = bestPath[diagonalPath + 1];
        if (removePath) {
          bestPath[diagonalPath - 1] = void 0;
        }
        let canAdd = false;
        if (addPath) {
          const addPathNewPos = addPath.oldPos - diagonalPath;
          canAdd = addPath && 0 <= addPathNewPos && addPathNewPos < newLen;
        }
        const canRemove = removePath && removePath.oldPos + 1 < oldLen;
        if (!canAdd && !canRemove) {
          bestPath[diagonalPath] = void 0;
          continue;
        }
        if (!canRemove || canAdd && removePath.oldPos < addPath.oldPos) {
          basePath = this.addToPath(addPath, true, false, 0, options);
        } else {
          basePath = this.addToPath(removePath, false, true, 1, options);
        }
        newPos = this.extractCommon(basePath, newTokens, oldTokens, diagonalPath, options);
        if (basePath.oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
          return done(this.buildValues(basePath.lastComponent, newTokens, oldTokens)) || true;
        } else {
          bestPath[diagonalPath] = basePath;
          if (basePath.oldPos + 1 >= oldLen) {
            maxDiagonalToConsider = Math.min(maxDiagonalToConsider, diagonalPath - 1);
          }
          if (newPos + 1 >= newLen) {
            minDiagonalToConsider = Math.max(minDiagonalToConsider, diagonalPath + 1);
          }
        }
      }
      editLength++;
    };
    if (callback) {
      (function exec() {
        setTimeout(function() {
          if (editLength > maxEditLength || Date.now() > abortAfterTimestamp) {
            return callback(void 0);
          }
          if (!execEditLength()) {
            exec();
          }
        }, 0);
      })();
    } else {
      while (editLength <= maxEditLength && Date.now() <= abortAfterTimestamp) {
        const ret = execEditLength();
        if (ret) {
          return ret;
        }
      }
    }
  }
  addToPath(path, added, removed, oldPosInc, options) {
    const last = path.lastComponent;
    if (last && !options.oneChangePerToken && last.added === added && last.removed === removed) {
      return {
        oldPos: path.oldPos + oldPosInc,
        lastComponent: { count: last.count + 1, added, removed, previousComponent: last.previousComponent }
      };
    } else {
      return {
        oldPos: path.oldPos + oldPosInc,
        lastComponent: { count: 1, added, removed, previousComponent: last }
      };
    }
  }
  extractCommon(basePath, newTokens, oldTokens, diagonalPath, options) {
    const newLen = newTokens.length, oldLen = oldTokens.length;
    let oldPos = basePath.oldPos, newPos = oldPos - diagonalPath, commonCount = 0;
    while (newPos + 1 < newLen && oldPos + 1 < oldLen && this.equals(oldTokens[oldPos + 1], newTokens[newPos + 1], options)) {
      newPos++;
      oldPos++;
      commonCount++;
      if (options.oneChangePerToken) {
        basePath.lastComponent = { count: 1, previousComponent: basePath.lastComponent, added: false, removed: false };
      }
    }
    if (commonCount && !options.oneChangePerToken) {
      basePath.lastComponent = { count: commonCount, previousComponent: basePath.lastComponent, added: false, removed: false };
    }
    basePath.oldPos = oldPos;
    return newPos;
  }
  equals(left, right, options) {
    if (options.comparator) {
      return options.comparator(left, right);
    } else {
      return left === right || !!options.ignoreCase && left.toLowerCase() === right.toLowerCase();
    }
  }
  removeEmpty(array) {
    const ret = [];
    for (let i = 0; i < array.length; i++) {
      if (array[i]) {
        ret.push(array[i]);
      }
    }
    return ret;
  }
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  castInput(value, options) {
    return value;
  }
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  tokenize(value, options) {
    return Array.from(value);
  }
  join(chars) {
    return chars.join("");
  }
  postProcess(changeObjects, options) {
    return changeObjects;
  }
  get useLongestToken() {
    return false;
  }
  buildValues(lastComponent, newTokens, oldTokens) {
    const components = [];
    let nextComponent;
    while (lastComponent) {
      components.push(lastComponent);
      nextComponent = lastComponent.previousComponent;
      delete lastComponent.previousComponent;
      lastComponent = nextComponent;
    }
    components.reverse();
    const componentLen = components.length;
    let componentPos = 0, newPos = 0, oldPos = 0;
    for (; componentPos < componentLen; componentPos++) {
      const component = components[componentPos];
      if (!component.removed) {
        if (!component.added && this.useLongestToken) {
          let value = newTokens.slice(newPos, newPos + component.count);
          value = value.map(function(value2, i) {
            const oldValue = oldTokens[oldPos + i];
            return oldValue.length > value2.length ? oldValue : value2;
          });
          component.value = this.join(value);
        } else {
          component.value = this.join(newTokens.slice(newPos, newPos + component.count));
        }
        newPos += component.count;
        if (!component.added) {
          oldPos += component.count;
        }
      } else {
        component.value = this.join(oldTokens.slice(oldPos, oldPos + component.count));
        oldPos += component.count;
      }
    }
    return components;
  }
};

// node_modules/diff/libesm/diff/line.js
var LineDiff = class extends Diff {
  constructor() {
    super(...arguments);
    this.tokenize = tokenize;
  }
  equals(left, right, options) {
    if (options.ignoreWhitespace) {
      if (!options.newlineIsToken || !left.includes("\n")) {
        left = left.trim();
      }
      if (!options.newlineIsToken || !right.includes("\n")) {
        right = right.trim();
      }
    } else if (options.ignoreNewlineAtEof && !options.newlineIsToken) {
      if (left.endsWith("\n")) {
        left = left.slice(0, -1);
      }
      if (right.endsWith("\n")) {
        right = right.slice(0, -1);
      }
    }
    return super.equals(left, right, options);
  }
};
var lineDiff = new LineDiff();
function diffLines(oldStr, newStr, options) {
  return lineDiff.diff(oldStr, newStr, options);
}
function tokenize(value, options) {
  if (options.stripTrailingCr) {
    value = value.replace(/\r\n/g, "\n");
  }
  const retLines = [], linesAndNewlines = value.split(/(\n|\r\n)/);
  if (!linesAndNewlines[linesAndNewlines.length - 1]) {
    linesAndNewlines.pop();
  }
  for (let i = 0; i < linesAndNewlines.length; i++) {
    const line = linesAndNewlines[i];
    if (i % 2 && !options.newlineIsToken) {
      retLines[retLines.length - 1] += line;
    } else {
      retLines.push(line);
    }
  }
  return retLines;
}

// node_modules/diff/libesm/patch/create.js
function structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options) {
  let optionsObj;
  if (!options) {
    optionsObj = {};
  } else if (typeof options === "function") {
    optionsObj = { callback: options };
  } else {
    optionsObj = options;
  }
  if (typeof optionsObj.context === "undefined") {
    optionsObj.context = 4;
  }
  const context = optionsObj.context;
  if (optionsObj.newlineIsToken) {
    throw new Error("newlineIsToken may not be used with patch-generation functions, only with diffing functions");
  }
  if (!optionsObj.callback) {
    return diffLinesResultToPatch(diffLines(oldStr, newStr, optionsObj));
  } else {
    const { callback } = optionsObj;
    diffLines(oldStr, newStr, Object.assign(Object.assign({}, optionsObj), { callback: (diff) => {
      const patch = diffLinesResultToPatch(diff);
      callback(patch);
    } }));
  }
  function diffLinesResultToPatch(diff) {
    if (!diff) {
      return;
    }
    diff.push({ value: "", lines: [] });
    function contextLines(lines) {
      return lines.map(function(entry) {
        return " " + entry;
      });
    }
    const hunks = [];
    let oldRangeStart = 0, newRangeStart = 0, curRange = [], oldLine = 1, newLine = 1;
    for (let i = 0; i < diff.length; i++) {
      const current = diff[i], lines = current.lines || splitLines(current.value);
      current.lines = lines;
      if (current.added || current.removed) {
        if (!oldRangeStart) {
          const prev = diff[i - 1];
          oldRangeStart = oldLine;
          newRangeStart = newLine;
          if (prev) {
            curRange = context > 0 ? contextLines(prev.lines.slice(-context)) : [];
            oldRangeStart -= curRange.length;
            newRangeStart -= curRange.length;
          }
        }
        for (const line of lines) {
          curRange.push((current.added ? "+" : "-") + line);
        }
        if (current.added) {
          newLine += lines.length;
        } else {
          oldLine += lines.length;
        }
      } else {
        if (oldRangeStart) {
          if (lines.length <= context * 2 && i < diff.length - 2) {
            for (const line of contextLines(lines)) {
              curRange.push(line);
            }
          } else {
            const contextSize = Math.min(lines.length, context);
            for (const line of contextLines(lines.slice(0, contextSize))) {
              curRange.push(line);
            }
            const hunk = {
              oldStart: oldRangeStart,
              oldLines: oldLine - oldRangeStart + contextSize,
              newStart: newRangeStart,
              newLines: newLine - newRangeStart + contextSize,
              lines: curRange
            };
            hunks.push(hunk);
            oldRangeStart = 0;
            newRangeStart = 0;
            curRange = [];
          }
        }
        oldLine += lines.length;
        newLine += lines.length;
      }
    }
    for (const hunk of hunks) {
      for (let i = 0; i < hunk.lines.length; i++) {
        if (hunk.lines[i].endsWith("\n")) {
          hunk.lines[i] = hunk.lines[i].slice(0, -1);
        } else {
          hunk.lines.splice(i + 1, 0, "\\ No newline at end of file");
          i++;
        }
      }
    }
    return {
      oldFileName,
      newFileName,
      oldHeader,
      newHeader,
      hunks
    };
  }
}
function splitLines(text) {
  const hasTrailingNl = text.endsWith("\n");
  const result = text.split("\n").map((line) => line + "\n");
  if (hasTrailingNl) {
    result.pop();
  } else {
    result.push(result.pop().slice(0, -1));
  }
  return result;
}

// node_modules/diff/libesm/util/string.js
function longestCommonPrefix(str1, str2) {
  let i;
  for (i = 0; i < str1.length && i < str2.length; i++) {
    if (str1[i] != str2[i]) {
      return str1.slice(0, i);
    }
  }
  return str1.slice(0, i);
}
function longestCommonSuffix(str1, str2) {
  let i;
  if (!str1 || !str2 || str1[str1.length - 1] != str2[str2.length - 1]) {
    return "";
  }
  for (i = 0; i < str1.length && i < str2.length; i++) {
    if (str1[str1.length - (i + 1)] != str2[str2.length - (i + 1)]) {
      return str1.slice(-i);
    }
  }
  return str1.slice(-i);
}
function replacePrefix(string, oldPrefix, newPrefix) {
  if (string.slice(0, oldPrefix.length) != oldPrefix) {
    throw Error(`string ${JSON.stringify(string)} doesn't start with prefix ${JSON.stringify(oldPrefix)}; this is a bug`);
  }
  return newPrefix + string.slice(oldPrefix.length);
}
function replaceSuffix(string, oldSuffix, newSuffix) {
  if (!oldSuffix) {
    return string + newSuffix;
  }
  if (string.slice(-oldSuffix.length) != oldSuffix) {
    throw Error(`string ${JSON.stringify(string)} doesn't end with suffix ${JSON.stringify(oldSuffix)}; this is a bug`);
  }
  return string.slice(0, -oldSuffix.length) + newSuffix;
}
function removePrefix(string, oldPrefix) {
  return replacePrefix(string, oldPrefix, "");
}
function removeSuffix(string, oldSuffix) {
  return replaceSuffix(string, oldSuffix, "");
}
function maximumOverlap(string1, string2) {
  return string2.slice(0, overlapCount(string1, string2));
}
function overlapCount(a, b) {
  let startA = 0;
  if (a.length > b.length) {
    startA = a.length - b.length;
  }
  let endB = b.length;
  if (a.length < b.length) {
    endB = a.length;
  }
  const map = Array(endB);
  let k = 0;
  map[0] = 0;
  for (let j = 1; j < endB; j++) {
    if (b[j] == b[k]) {
      map[j] = map[k];
    } else {
      map[j] = k;
    }
    while (k > 0 && b[j] != b[k]) {
      k = map[k];
    }
    if (b[j] == b[k]) {
      k++;
    }
  }
  k = 0;
  for (let i = startA; i < a.length; i++) {
    while (k > 0 && a[i] != b[k]) {
      k = map[k];
    }
    if (a[i] == b[k]) {
      k++;
    }
  }
  return k;
}
function segment(string, segmenter) {
  const parts = [];
  for (const segmentObj of Array.from(segmenter.segment(string))) {
    const segment2 = segmentObj.segment;
    if (parts.length && /\s/.test(parts[parts.length - 1]) && /\s/.test(segment2)) {
      parts[parts.length - 1] += segment2;
    } else {
      parts.push(segment2);
    }
  }
  return parts;
}
function trailingWs(string, segmenter) {
  if (segmenter) {
    return leadingAndTrailingWs(string, segmenter)[1];
  }
  let i;
  for (i = string.length - 1; i >= 0; i--) {
    if (!string[i].match(/\s/)) {
      break;
    }
  }
  return string.substring(i + 1);
}
function leadingWs(string, segmenter) {
  if (segmenter) {
    return leadingAndTrailingWs(string, segmenter)[0];
  }
  const match = string.match(/^\s*/);
  return match ? match[0] : "";
}
function leadingAndTrailingWs(string, segmenter) {
  if (!segmenter) {
    return [leadingWs(string), trailingWs(string)];
  }
  if (segmenter.resolvedOptions().granularity != "word") {
    throw new Error('The segmenter passed must have a granularity of "word"');
  }
  const segments = segment(string, segmenter);
  const firstSeg = segments[0];
  const lastSeg = segments[segments.length - 1];
  const head = /\s/.test(firstSeg) ? firstSeg : "";
  const tail = /\s/.test(lastSeg) ? lastSeg : "";
  return [head, tail];
}

// node_modules/diff/libesm/diff/word.js
var extendedWordChars = "a-zA-Z0-9_\\u{AD}\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2C6}\\u{2C8}-\\u{2D7}\\u{2DE}-\\u{2FF}\\u{1E00}-\\u{1EFF}";
var tokenizeIncludingWhitespace = new RegExp(`[${extendedWordChars}]+|\\s+|[^${extendedWordChars}]`, "ug");
var WordDiff = class extends Diff {
  equals(left, right, options) {
    if (options.ignoreCase) {
      left = left.toLowerCase();
      right = right.toLowerCase();
    }
    return left.trim() === right.trim();
  }
  tokenize(value, options = {}) {
    let parts;
    if (options.intlSegmenter) {
      const segmenter = options.intlSegmenter;
      if (segmenter.resolvedOptions().granularity != "word") {
        throw new Error('The segmenter passed must have a granularity of "word"');
      }
      parts = segment(value, segmenter);
    } else {
      parts = value.match(tokenizeIncludingWhitespace) || [];
    }
    const tokens = [];
    let prevPart = null;
    parts.forEach((part) => {
      if (/\s/.test(part)) {
        if (prevPart == null) {
          tokens.push(part);
        } else {
          tokens.push(tokens.pop() + part);
        }
      } else if (prevPart != null && /\s/.test(prevPart)) {
        if (tokens[tokens.length - 1] == prevPart) {
          tokens.push(tokens.pop() + part);
        } else {
          tokens.push(prevPart + part);
        }
      } else {
        tokens.push(part);
      }
      prevPart = part;
    });
    return tokens;
  }
  join(tokens) {
    return tokens.map((token, i) => {
      if (i == 0) {
        return token;
      } else {
        return token.replace(/^\s+/, "");
      }
    }).join("");
  }
  postProcess(changes, options) {
    if (!changes || options.oneChangePerToken) {
      return changes;
    }
    let lastKeep = null;
    let insertion = null;
    let deletion = null;
    changes.forEach((change2) => {
      if (change2.added) {
        insertion = change2;
      } else if (change2.removed) {
        deletion = change2;
      } else {
        if (insertion || deletion) {
          dedupeWhitespaceInChangeObjects(lastKeep, deletion, insertion, change2, options.intlSegmenter);
        }
        lastKeep = change2;
        insertion = null;
        deletion = null;
      }
    });
    if (insertion || deletion) {
      dedupeWhitespaceInChangeObjects(lastKeep, deletion, insertion, null, options.intlSegmenter);
    }
    return changes;
  }
};
var wordDiff = new WordDiff();
function diffWords(oldStr, newStr, options) {
  if ((options === null || options === void 0 ? void 0 : options.ignoreWhitespace) != null && !options.ignoreWhitespace) {
    return diffWordsWithSpace(oldStr, newStr, options);
  }
  return wordDiff.diff(oldStr, newStr, options);
}
function dedupeWhitespaceInChangeObjects(startKeep, deletion, insertion, endKeep, segmenter) {
  if (deletion && insertion) {
    const [oldWsPrefix, oldWsSuffix] = leadingAndTrailingWs(deletion.value, segmenter);
    const [newWsPrefix, newWsSuffix] = leadingAndTrailingWs(insertion.value, segmenter);
    if (startKeep) {
      const commonWsPrefix = longestCommonPrefix(oldWsPrefix, newWsPrefix);
      startKeep.value = replaceSuffix(startKeep.value, newWsPrefix, commonWsPrefix);
      deletion.value = removePrefix(deletion.value, commonWsPrefix);
      insertion.value = removePrefix(insertion.value, commonWsPrefix);
    }
    if (endKeep) {
      const commonWsSuffix = longestCommonSuffix(oldWsSuffix, newWsSuffix);
      endKeep.value = replacePrefix(endKeep.value, newWsSuffix, commonWsSuffix);
      deletion.value = removeSuffix(deletion.value, commonWsSuffix);
      insertion.value = removeSuffix(insertion.value, commonWsSuffix);
    }
  } else if (insertion) {
    if (startKeep) {
      const ws = leadingWs(insertion.value, segmenter);
      insertion.value = insertion.value.substring(ws.length);
    }
    if (endKeep) {
      const ws = leadingWs(endKeep.value, segmenter);
      endKeep.value = endKeep.value.substring(ws.length);
    }
  } else if (startKeep && endKeep) {
    const newWsFull = leadingWs(endKeep.value, segmenter), [delWsStart, delWsEnd] = leadingAndTrailingWs(deletion.value, segmenter);
    const newWsStart = longestCommonPrefix(newWsFull, delWsStart);
    deletion.value = removePrefix(deletion.value, newWsStart);
    const newWsEnd = longestCommonSuffix(removePrefix(newWsFull, newWsStart), delWsEnd);
    deletion.value = removeSuffix(deletion.value, newWsEnd);
    endKeep.value = replacePrefix(endKeep.value, newWsFull, newWsEnd);
    startKeep.value = replaceSuffix(startKeep.value, newWsFull, newWsFull.slice(0, newWsFull.length - newWsEnd.length));
  } else if (endKeep) {
    const endKeepWsPrefix = leadingWs(endKeep.value, segmenter);
    const deletionWsSuffix = trailingWs(deletion.value, segmenter);
    const overlap = maximumOverlap(deletionWsSuffix, endKeepWsPrefix);
    deletion.value = removeSuffix(deletion.value, overlap);
  } else if (startKeep) {
    const startKeepWsSuffix = trailingWs(startKeep.value, segmenter);
    const deletionWsPrefix = leadingWs(deletion.value, segmenter);
    const overlap = maximumOverlap(startKeepWsSuffix, deletionWsPrefix);
    deletion.value = removePrefix(deletion.value, overlap);
  }
}
var WordsWithSpaceDiff = class extends Diff {
  tokenize(value) {
    const regex = new RegExp(`(\\r?\\n)|[${extendedWordChars}]+|[^\\S\\n\\r]+|[^${extendedWordChars}]`, "ug");
    return value.match(regex) || [];
  }
};
var wordsWithSpaceDiff = new WordsWithSpaceDiff();
function diffWordsWithSpace(oldStr, newStr, options) {
  return wordsWithSpaceDiff.diff(oldStr, newStr, options);
}

export {
  rowsBehind,
  conclude,
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
  interval,
  spentLine,
  unsandboxed,
  exitCodeOf,
  portabilityOf,
  verdictsBehind,
  isBehindPortability,
  matrixOf,
  testOn,
  diffWords,
  diffWordsWithSpace,
  structuredPatch
};
