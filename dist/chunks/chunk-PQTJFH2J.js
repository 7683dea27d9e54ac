import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  evidenceOf
} from "./chunk-X2KCB4VD.js";
import {
  runNotes,
  summarize
} from "./chunk-VZFF3YV3.js";
import {
  clauseMap,
  falseDiscoveries,
  isSame,
  nothingEnded,
  runEndOf
} from "./chunk-MGSJR5M2.js";
import {
  askedBeside
} from "./chunk-P6LB3YDL.js";
import {
  sharedWords
} from "./chunk-VRNSNVJL.js";
import {
  cutChange,
  wordTexts
} from "./chunk-HRQXAVIA.js";
import {
  Measured,
  answeredOf,
  atOnce,
  cellsDrawn,
  checkState,
  decide,
  headTests,
  judgedAsHead,
  mostCheckSamples,
  mostSearchSamples,
  nothingMeasured,
  replacedModel,
  sampleWhatIsDue,
  searchState,
  sidesOf,
  stoppedBy
} from "./chunk-WSJ3JF5A.js";

// src/core/blame/regressed.ts
function regressedIn(plan, measurements, of) {
  const answers = plan.questions.map((question) => answeredOf(question, measurements));
  const verdicts = of.questions === null ? decide(answers, of.settings, plan.comparisonCount) : alone();
  return verdicts.flatMap((verdict, index) => {
    const question = plan.questions[index];
    const isWanted = verdict.verdict === "regressed" && verdict.asks === "regression";
    return isWanted && question !== void 0 ? [{ question, signal: signalOf(verdict) }] : [];
  });
  function alone() {
    const alpha = of.settings.decide.alpha / (of.questions ?? 1);
    const strict = { decide: { ...of.settings.decide, alpha } };
    return answers.flatMap((answered2) => decide([answered2], strict));
  }
}
function signalOf({ brokenTests, unconfirmed }) {
  return unconfirmed ? [] : brokenTests;
}
function hasPassed({ question, signal }, cell, measurements) {
  const [judged] = judgedAsHead(question, { cells: [cell], ids: signal }, measurements);
  if (judged === void 0 || judged.outcome.kind === "unmeasured") return null;
  if (signal.length === 0) return judged.outcome.kind === "passed";
  return signal.every((test) => judged.tests.get(test) === "passed");
}
function countsIn(regressed, cells, measurements) {
  const shown2 = cells.map((cell) => hasPassed(regressed, cell, measurements));
  return {
    passed: shown2.filter((passed) => passed === true).length,
    failed: shown2.filter((passed) => passed === false).length
  };
}

// src/core/clause-map/text-samples.ts
function textsBeside(texts) {
  return texts.flatMap((text) => {
    const full = texts.find((other) => isSame(other, text) && other.apart.length === 0);
    if (full === void 0 || text.apart.length === 0) return [];
    const [base, head] = [evidenceIn(full), evidenceIn(text)];
    if (base.length === 0 || head.length === 0) return [];
    const looks = Array.from({ length: Math.max(text.ends, head.length) }, (_, index) => {
      return { base: base.length, head: index + 1 };
    });
    const passedIn = (of, test) => of.map(({ passed }) => passed.has(test));
    return [
      {
        ...{ spec: text.spec, model: text.model, removed: text.apart, looks },
        samples: {
          base: base.map(({ outcome }) => outcome),
          head: head.map(({ outcome }) => outcome),
          tests: text.tests.map((test) => {
            return { test, base: passedIn(base, test), head: passedIn(head, test) };
          })
        }
      }
    ];
  });
}
function evidenceIn({ samples }) {
  return samples.filter(({ outcome }) => outcome.kind !== "unmeasured");
}

// src/core/clause-map/change-map.ts
function changeMap(of) {
  const { spec, cut, rules } = of;
  const all = cut.parts.map(({ id }) => id);
  const mapOf = (samples) => clauseMap({ target: spec, cut, samples: textsBeside(samples), rules, withHeadings: true });
  const broken = mapOf(of.samples.map((each) => ({ ...each, apart: each.has })));
  const needed = mapOf(
    of.samples.map((each) => ({ ...each, apart: all.filter((id) => !each.has.includes(id)) }))
  );
  const needs = new Map(needed.parts.map((each) => [each.part.id, each]));
  const unmoved = new Set(needed.unmoved);
  return {
    spec,
    subjects: distinct([...broken.subjects, ...needed.subjects]),
    tests: [.../* @__PURE__ */ new Set([...broken.tests, ...needed.tests])],
    rules,
    parts: broken.parts.map(({ part, state, by }) => {
      const other = needs.get(part.id);
      return {
        part,
        state: together(state, other?.state ?? "not-judged"),
        breaks: by,
        needs: other?.by ?? []
      };
    }),
    unmoved: broken.unmoved.filter((test) => unmoved.has(test)),
    links: joined(broken.links, needed.links)
  };
}
var order = ["not-judged", "unnoticed-together", "unnoticed"];
function together(one, other) {
  if (one === "noticed" || other === "noticed") return "noticed";
  return order.find((state) => state === one || state === other) ?? "not-judged";
}
function distinct(subjects) {
  return subjects.filter((one, index) => subjects.findIndex((other) => isSame(one, other)) === index);
}
function joined(one, other) {
  const key = ({ mark, test, parts }) => JSON.stringify([mark, test, parts]);
  const others = new Map(other.stated.map((link) => [key(link), link.measured]));
  const unstated = new Map(
    [...one.unstated, ...other.unstated].map((link) => [`${link.part} ${link.test}`, link])
  );
  return {
    stated: one.stated.map((link) => ({
      ...link,
      measured: together(link.measured, others.get(key(link)) ?? "not-judged")
    })),
    unstated: [...unstated.values()]
  };
}

// src/core/blame/fresh-numbers.ts
var FreshNumbers = class {
  /** By the key of the text's first sample: equal texts share their samples. */
  #used = /* @__PURE__ */ new Map();
  constructor(question) {
    for (const { arm, samples } of sidesOf(question))
      for (const sample of samples) this.#usedOf(arm).add(sample);
    if (question.base !== null)
      for (const sample of question.confirming) this.#usedOf(question.base).add(sample);
  }
  /** The next number of this text. */
  take(arm) {
    const used = this.#usedOf(arm);
    let number = 0;
    while (used.has(number)) number += 1;
    used.add(number);
    return number;
  }
  #usedOf(arm) {
    const text = arm.keyOf(0);
    const used = this.#used.get(text) ?? /* @__PURE__ */ new Set();
    this.#used.set(text, used);
    return used;
  }
};

// src/core/blame/prior.ts
function priorOf(parts, brokenTests) {
  const scores = sharedWords(
    parts.map(({ absent, present }) => `${absent} ${present}`),
    brokenTests
  );
  const most = Math.max(0, ...scores);
  const weights = parts.map(({ kind }, index) => {
    const shared = most === 0 ? 0 : (scores[index] ?? 0) / most;
    return kindWeights[kind] * (1 + (wordsWeight - 1) * shared);
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}
var kindWeights = {
  requirement: 1.6,
  example: 1.4,
  heading: 1.2,
  explanation: 1.2,
  wording: 1
};
var wordsWeight = 1.5;

// src/core/blame/word-search.ts
var WordSearch = class {
  #start;
  #shownBy;
  #fresh;
  #prior;
  #taken = [];
  constructor(start, shownBy2) {
    this.#start = start;
    this.#shownBy = shownBy2;
    this.#fresh = new FreshNumbers(start.question);
    this.#prior = priorOf(start.texts.parts, start.signal);
  }
  /** The samples that are due next; none when nothing more is to be asked. Call it once all before are measured. */
  due() {
    if (this.#stop() !== null) return [];
    const due = this.#next().map((as) => ({ as, ...this.#sampleOf(as) }));
    this.#taken.push(...due);
    return due;
  }
  /** Every text that was sampled, with the ids of the changed parts that it has as in the head. */
  texts() {
    const texts = /* @__PURE__ */ new Map();
    for (const { as, arm, has } of this.#taken) {
      const ends = typeof as === "number" ? mostSearchSamples : mostCheckSamples;
      const known = texts.get(arm.keyOf(0));
      texts.set(arm.keyOf(0), { arm, has, ends: Math.max(ends, known?.ends ?? 0) });
    }
    return [...texts.values()];
  }
  /** What has been found by now. */
  found() {
    const { question, signal, texts } = this.#start;
    const state = this.#state();
    const stop = this.#stop();
    const end = state.kind === "settled" ? state.end : stop ?? "undecided";
    const isEmpty = stop !== null && this.#answered(() => true) === 0;
    return {
      question: question.id,
      signal,
      parts: (isEmpty ? [] : state.likely).flatMap((place) => this.#blamed(place, state)),
      among: texts.parts.length,
      end,
      check: this.#checkWord(state),
      generations: {
        search: this.#answered((as) => typeof as === "number"),
        check: this.#answered((as) => typeof as !== "number")
      }
    };
  }
  #next() {
    const state = this.#state();
    if (state.kind === "sample" && this.#countOf((as) => typeof as === "number") < mostSearchSamples)
      return [state.prefix];
    if (checkedPlace(state) === null || this.#checkState().kind === "settled") return [];
    return this.#isCheckOver() ? [] : ["alone", "without"];
  }
  #isCheckOver() {
    return this.#countOf((as) => as === "alone") >= mostCheckSamples;
  }
  #sampleOf(as) {
    const place = checkedPlace(this.#state());
    const { textWith, parts } = this.#start.texts;
    const isThere = (each) => typeof as === "number" ? each < as : as === "alone" ? each === place : each !== place;
    const arm = textWith(isThere);
    const has = parts.filter((_, each) => isThere(each)).map(({ id }) => id);
    return { arm, sample: this.#fresh.take(arm), has };
  }
  #state() {
    const samples = this.#taken.flatMap(({ as, ...sample }) => {
      const shown2 = this.#shownBy(sample);
      if (typeof as !== "number" || shown2 !== "passed" && shown2 !== "failed") return [];
      return [{ prefix: as, passed: shown2 === "passed" }];
    });
    const { detected } = this.#start;
    return searchState({ prior: this.#prior, detected, most: mostSearchSamples }, samples);
  }
  #checkState() {
    const { detected } = this.#start;
    const searched = this.#state().counted;
    return checkState({
      detected,
      searched,
      alone: this.#countsOf("alone"),
      without: this.#countsOf("without"),
      isOver: this.#isCheckOver()
    });
  }
  #checkWord(state) {
    const counts = [this.#countsOf("alone"), this.#countsOf("without")];
    if (checkedPlace(state) === null || counts.every(isNothing)) return null;
    const checked = this.#checkState();
    return checked.kind === "settled" ? checked.check : "undecided";
  }
  #blamed(place, state) {
    const part = this.#start.texts.parts[place];
    if (part === void 0) return [];
    const isChecked = this.#checkWord(state) !== null && place === checkedPlace(state);
    const [alone, without] = isChecked ? [this.#countsOf("alone"), this.#countsOf("without")] : [null, null];
    return [{ part, probability: state.probabilities[place] ?? 0, alone, without }];
  }
  #countsOf(text) {
    const shown2 = this.#taken.filter(({ as }) => as === text).map((sample) => this.#shownBy(sample));
    const countOf = (word) => shown2.filter((each) => each === word).length;
    return { passed: countOf("passed"), failed: countOf("failed") };
  }
  #countOf(isCounted) {
    return this.#taken.filter(({ as }) => isCounted(as)).length;
  }
  #answered(isCounted) {
    return this.#taken.filter((sample) => isCounted(sample.as) && !isStop(this.#shownBy(sample))).length;
  }
  #stop() {
    return this.#taken.map((sample) => this.#shownBy(sample)).find(isStop) ?? null;
  }
};
function checkedPlace({ probabilities, likely }) {
  const [place = -1] = likely;
  return probabilities.length > 1 && (probabilities[place] ?? 0) >= 0.5 ? place : null;
}
function isStop(shown2) {
  return shown2 === "budget" || shown2 === "unmeasured";
}
function isNothing({ passed, failed }) {
  return passed + failed === 0;
}

// src/pipeline/blame/search-words.ts
async function searchWords(engine, of) {
  const { question, signal } = of.regressed;
  const texts = wordTexts(question);
  if (texts.parts.length === 0) return { end: null, texts: [] };
  const detected = await detectedIn(engine, of, texts);
  if (isBesideWords(detected, engine.settings.decide.drop))
    return { end: besideWords(of.regressed), texts: [] };
  const known = /* @__PURE__ */ new Map();
  const search = new WordSearch({ question, texts, signal, detected }, (sample) => {
    const cell = cellOf(of, sample);
    if (cell === void 0) return "unmeasured";
    const shown2 = known.get(cell) ?? shownBy(cell, of, engine.signal);
    known.set(cell, shown2);
    return shown2;
  });
  await sampleWhatIsDue(
    engine,
    { measured: of.measured, priority: 0 },
    () => search.due().map((sample) => dueOf(engine, of, sample))
  );
  const found = search.found();
  const isAnswered = found.generations.search + found.generations.check > 0;
  const isShown = isAnswered || engine.asksModels || found.end === "one-part";
  return { end: isShown ? found : null, texts: isAnswered ? sampledTexts(of, texts, search.texts()) : [] };
}
async function detectedIn(engine, of, { textWith }) {
  const { regressed, measurements, measured } = of;
  const { question } = regressed;
  const head = countsIn(regressed, cellsDrawn(question, "head", measurements), measurements);
  const arm = textWith(() => false);
  const isOver = !engine.replayOnly && engine.ports.clock.now() >= engine.deadline;
  if (question.base === null || arm.keyOf(0) !== question.base.keyOf(0) || isOver)
    return { base: { passed: 0, failed: 0 }, head };
  const samples = measurements.cellsOf(question, "base").flatMap(({ sample, generation }) => generation === null ? [] : [sample]);
  const asked = askedFor(engine, of, arm);
  const due = [{ question: asked, role: "head", samples }];
  await sampleWhatIsDue(
    { ...engine, asksModels: false },
    { measured, priority: 0 },
    () => measured.cellsOf(asked, "head").length === 0 ? due : []
  );
  return { base: countsIn(regressed, measured.cellsOf(asked, "head"), measurements), head };
}
function dueOf(engine, of, { arm, sample }) {
  of.joined?.expect(of.regressed.question, arm.keyOf(sample));
  return { question: askedFor(engine, of, arm), role: "head", samples: [sample] };
}
function askedFor(engine, { regressed, measurements, measured }, arm) {
  const { question } = regressed;
  const asked = { ...question, id: idOf(question, arm), base: null, head: arm };
  const controls = measurements.cellControls.get(question.id);
  if (controls !== void 0) measured.cellControls.set(asked.id, { base: null, head: controls.head });
  engine.progress.countFor(asked, question);
  return asked;
}
function idOf({ id }, arm) {
  return `${id} ${arm.keyOf(0)}`;
}
function cellOf({ regressed, measured }, { arm, sample }) {
  const cells = measured.cellsOf({ id: idOf(regressed.question, arm) }, "head");
  return cells.find((cell) => cell.sample === sample);
}
function shownBy(cell, of, signal) {
  const { code, generation, arm, sample } = cell;
  if (code.kind === "unmeasured") {
    if (generation !== null) return signal.aborted ? "unmeasured" : "nothing";
    const why = of.joined?.whyMissing(arm.keyOf(sample)) ?? code.why;
    return why === "budget" ? "budget" : "unmeasured";
  }
  const passed = hasPassed(of.regressed, cell, of.measurements);
  if (passed === null) return "nothing";
  return passed ? "passed" : "failed";
}
function isBesideWords({ base, head }, drop) {
  const all = base.passed + base.failed;
  if (all === 0) return false;
  const onHead = head.passed / Math.max(1, head.passed + head.failed);
  return base.passed / all - onHead < drop / 2;
}
function besideWords({ question, signal }) {
  const { name } = question.change;
  const what = signal.length === 0 ? "fails" : "breaks the same tests";
  return {
    question: question.id,
    note: `The words of ${name} are not what broke its tests on ${question.head.model.id}: code for the base's text ${what} in the head's tree as well, so something else of the change is the cause. No search was made.`
  };
}
function sampledTexts(of, { parts, textWith }, searched) {
  const { regressed, measurements, measured } = of;
  const { question } = regressed;
  const tests = headTests(question, measurements);
  const all = parts.map(({ id }) => id);
  const drawn = question.looks.length;
  const ends = [
    { arm: textWith(() => false), has: [], ends: drawn, cells: [] },
    { arm: textWith(() => true), has: all, ends: drawn, cells: cellsDrawn(question, "head", measurements) }
  ];
  const between = searched.filter(({ has }) => has.length > 0 && has.length < all.length).map((text) => ({ ...text, cells: [] }));
  return [...ends, ...between].map(({ arm, has, ends: count, cells }) => {
    const own = [...cells, ...measured.cellsOf({ id: idOf(question, arm) }, "head")];
    const judged = judgedAsHead(question, { cells: own, ids: tests }, measurements);
    return {
      ...{ spec: question.change.name, model: question.head.model.id, has, tests, ends: count },
      samples: judged.map(({ outcome, tests: results }) => ({
        outcome,
        passed: new Set(tests.filter((test) => results.get(test) === "passed"))
      }))
    };
  });
}

// src/pipeline/blame/find-words.ts
var noWords = { found: [], beside: [], maps: [], cells: [] };
async function findWords(engine, of) {
  const { settings, ports } = engine;
  const { plan, measurements, part = null, joined: joined2 = null } = of;
  if (settings.bisect === "never") return noWords;
  const regressed = regressedIn(plan, measurements, { settings, questions: part?.questions ?? null });
  if (regressed.length === 0) return noWords;
  engine.ledger.leave(settings.budget.why);
  const measured = new Measured({ questions: [], trees: measurements.trees });
  const search = async (each, stop) => searchWords(stop === void 0 ? engine : stoppedBy(engine, stop), {
    ...{ regressed: each, measurements, measured, joined: joined2 }
  });
  if (!engine.replayOnly) ports.log.info(beginning(regressed.length));
  const ends = [];
  if (engine.replayOnly) for (const each of regressed) ends.push(await search(each));
  else ends.push(...await atOnce(regressed, search));
  return {
    found: ends.flatMap(({ end }) => end !== null && "end" in end ? [end] : []),
    beside: ends.flatMap(({ end }) => end !== null && "note" in end ? [end] : []),
    maps: mapsOf(
      regressed.map(({ question }) => question),
      ends.flatMap(({ texts }) => texts),
      settings.decide
    ),
    cells: measured.cells
  };
}
function mapsOf(questions, samples, { drop, beta }) {
  const changes = new Map(questions.map(({ change }) => [change.name, change]));
  return [...changes.values()].flatMap((change) => {
    const own = samples.filter(({ spec }) => spec === change.name);
    if (own.length === 0) return [];
    const rules = { falseDiscoveries, drop, beta };
    const map = changeMap({ spec: change.name, cut: cutChange(change), samples: own, rules });
    return map.tests.length === 0 ? [] : [map];
  });
}
function beginning(regressions) {
  const behind = regressions === 1 ? "the regression" : `each of the ${regressions} regressions`;
  return `Looking for the changed words behind ${behind}.`;
}

// src/pipeline/check/conclude.ts
async function checkedOf(ports, request, found) {
  const { settings, work } = request;
  const { plan, measurements, words, lost } = found;
  const unmatched = work.unmatched.map(
    (glob) => `The glob ${glob} of context or instructions matches no file.`
  );
  const notes = [...unmatched, ...found.notes, ...runNotes(plan, measurements, settings)];
  const summary = await summarize(ports, request, { ...found, notes });
  const beside = askedBeside(measurements, words?.cells ?? []);
  return {
    summary: withId(summary, work),
    evidence: evidenceOf({ plan, measurements, beside, lost, settings })
  };
}
async function answered(engine, request, { plan, measurements }) {
  const end = runEndOf(engine);
  const words = await findWords(engine, { plan, measurements });
  const notes = engine.asksModels ? [] : missingNotes(measurements);
  const found = { plan, measurements, words, ...end, lost: engine.lost.list, notes, skipReason: null };
  return checkedOf(engine.ports, request, found);
}
async function nothingAsked(ports, request) {
  return checkedOf(ports, request, nothingFound(request));
}
async function planOnly(ports, request, of) {
  const found = { ...nothingFound(request), notes: of.notes, skipReason: of.why };
  const checked = await checkedOf(ports, request, found);
  return { ...checked, summary: { ...checked.summary, planned: of.plan.questions.map(shown) } };
}
function shown(question) {
  const { change, head, asks, baseSamples, headSamples, reused } = question;
  const replaced = replacedModel(question);
  return {
    spec: change.name,
    model: head.model.id,
    asks,
    ...replaced === null ? {} : { insteadOf: replaced },
    base: baseSamples.length,
    head: headSamples.length,
    stored: reused.length
  };
}
async function repeated(ports, request, earlier) {
  const { conclusion, title, url } = earlier;
  const { settings, work } = request;
  const nothing = nothingFound(request);
  const summary = await summarize(ports, request, nothing);
  const spent = { ...summary.spent, seconds: 0 };
  return {
    summary: withId({ ...summary, spent, conclusion, repeats: { title, url } }, work),
    evidence: evidenceOf({ ...nothing, settings })
  };
}
function withId(summary, { verdictId }) {
  return verdictId === null ? summary : { ...summary, verdictId };
}
function nothingFound({ work }) {
  const plan = { changes: work.changes, questions: [] };
  return { plan, measurements: nothingMeasured, ...nothingEnded, notes: [], skipReason: null };
}
function missingNotes({ cells }) {
  const missing = cells.filter(({ code }) => code.kind === "unmeasured").length;
  if (missing === 0) return [];
  return [
    missing === 1 ? "Judged again from records: 1 sample that was due is not on record, and none was asked." : `Judged again from records: ${missing} samples that were due are not on record, and none was asked.`
  ];
}

export {
  regressedIn,
  findWords,
  checkedOf,
  answered,
  nothingAsked,
  planOnly,
  repeated
};
