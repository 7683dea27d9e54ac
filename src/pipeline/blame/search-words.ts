import { countsIn, hasPassed, type Regressed } from '../../core/blame/regressed.ts';
import type { Counts, FoundWords } from '../../core/blame/found-words.ts';
import type { Sides } from '../../core/blame/pass-rate.ts';
import { WordSearch, type SearchedText, type Shown, type WordSample } from '../../core/blame/word-search.ts';
import { wordTexts, type WordTexts } from '../../core/blame/word-texts.ts';
import type { TextSamples } from '../../core/clause-map/text-samples.ts';
import type { Arm } from '../../core/plan/arm.ts';
import type { Question } from '../../core/plan/question.ts';
import type { Unmeasured } from '../../core/results/outcome.ts';
import type { Measured } from '../../core/verdict/measured.ts';
import type { MeasuredCell, Measurements } from '../../core/verdict/measurements.ts';
import { cellsDrawn, headTests, judgedAsHead } from '../../core/verdict/samples-of.ts';
import type { Engine } from '../engine/engine.ts';
import { sampleWhatIsDue, type Due } from '../engine/sample-arm.ts';

/** What the job that joins others knows of their samples. */
export type JoinedSearch = {
  /** A sample of the search for this question is about to be read from the records of its job. */
  readonly expect: (question: Question, key: string) => void;
  /** Why that job has no answer under this key; null if it does not say. */
  readonly whyMissing: (key: string) => Unmeasured['why'] | null;
};

type Searching = {
  readonly regressed: Regressed;
  /** What the verdict rests on. */
  readonly measurements: Measurements;
  /** What the search measures. */
  readonly measured: Measured;
  readonly joined: JoinedSearch | null;
};

/** A regression that its words are not behind, in a sentence. */
export type BesideWords = { readonly question: string; readonly note: string };

/** What a search ended in; null if no text between the two is on record and none may be asked for. */
export type SearchEnd = {
  readonly end: FoundWords | BesideWords | null;
  /** Of every text that was sampled, base and head included. */
  readonly texts: readonly TextSamples[];
};

/** Looks for the words behind one regression. */
export async function searchWords(engine: Engine, of: Searching): Promise<SearchEnd> {
  const { question, signal } = of.regressed;
  const texts = wordTexts(question);
  if (texts.parts.length === 0) return { end: null, texts: [] };
  const detected = await detectedIn(engine, of, texts);
  if (isBesideWords(detected, engine.settings.decide.drop))
    return { end: besideWords(of.regressed), texts: [] };
  const known = new Map<MeasuredCell, Shown>();
  const search = new WordSearch({ question, texts, signal, detected }, (sample) => {
    const cell = cellOf(of, sample);
    if (cell === undefined) return 'unmeasured';
    const shown = known.get(cell) ?? shownBy(cell, of, engine.signal);
    known.set(cell, shown);
    return shown;
  });
  await sampleWhatIsDue(engine, { measured: of.measured, priority: 0 }, () =>
    search.due().map((sample) => dueOf(engine, of, sample)),
  );
  const found = search.found();
  const isAnswered = found.generations.search + found.generations.check > 0;
  const isShown = isAnswered || engine.asksModels || found.end === 'one-part';
  return { end: isShown ? found : null, texts: isAnswered ? sampledTexts(of, texts, search.texts()) : [] };
}

/**
 * How often the signal passed at detection: the head's samples as they are, the base's tested again in the head's tree.
 * Where the head shows other context, no sample of the base has the text without the change.
 */
async function detectedIn(engine: Engine, of: Searching, { textWith }: WordTexts): Promise<Sides<Counts>> {
  const { regressed, measurements, measured } = of;
  const { question } = regressed;
  const head = countsIn(regressed, cellsDrawn(question, 'head', measurements), measurements);
  const arm = textWith(() => false);
  const isOver = !engine.replayOnly && engine.ports.clock.now() >= engine.deadline;
  if (question.base === null || arm.keyOf(0) !== question.base.keyOf(0) || isOver)
    return { base: { passed: 0, failed: 0 }, head };
  const samples = measurements
    .cellsOf(question, 'base')
    .flatMap(({ sample, generation }) => (generation === null ? [] : [sample]));
  const asked = askedFor(engine, of, arm);
  // They are on record, so no model may be asked here.
  const due = [{ question: asked, role: 'head', samples }] as const;
  await sampleWhatIsDue({ ...engine, asksModels: false }, { measured, priority: 0 }, () =>
    measured.cellsOf(asked, 'head').length === 0 ? due : [],
  );
  return { base: countsIn(regressed, measured.cellsOf(asked, 'head'), measurements), head };
}

function dueOf(engine: Engine, of: Searching, { arm, sample }: WordSample): Due {
  of.joined?.expect(of.regressed.question, arm.keyOf(sample));
  return { question: askedFor(engine, of, arm), role: 'head', samples: [sample] };
}

// To the engine a text is a question about one arm, which shares everything that is known of the head's tree.
function askedFor(engine: Engine, { regressed, measurements, measured }: Searching, arm: Arm): Question {
  const { question } = regressed;
  const asked = { ...question, id: idOf(question, arm), base: null, head: arm };
  const controls = measurements.cellControls.get(question.id);
  if (controls !== undefined) measured.cellControls.set(asked.id, { base: null, head: controls.head });
  engine.progress.countFor(asked, question);
  return asked;
}

function idOf({ id }: Question, arm: Arm): string {
  return `${id} ${arm.keyOf(0)}`;
}

function cellOf({ regressed, measured }: Searching, { arm, sample }: WordSample): MeasuredCell | undefined {
  const cells = measured.cellsOf({ id: idOf(regressed.question, arm) }, 'head');
  return cells.find((cell) => cell.sample === sample);
}

function shownBy(cell: MeasuredCell, of: Searching, signal: AbortSignal): Shown {
  const { code, generation, arm, sample } = cell;
  if (code.kind === 'unmeasured') {
    if (generation !== null) return signal.aborted ? 'unmeasured' : 'nothing';
    const why = of.joined?.whyMissing(arm.keyOf(sample)) ?? code.why;
    return why === 'budget' ? 'budget' : 'unmeasured';
  }
  const passed = hasPassed(of.regressed, cell, of.measurements);
  if (passed === null) return 'nothing';
  return passed ? 'passed' : 'failed';
}

// Half of the smallest drop that matters is too little for the words to be what broke the tests.
function isBesideWords({ base, head }: Sides<Counts>, drop: number): boolean {
  const all = base.passed + base.failed;
  if (all === 0) return false;
  const onHead = head.passed / Math.max(1, head.passed + head.failed);
  return base.passed / all - onHead < drop / 2;
}

function besideWords({ question, signal }: Regressed): BesideWords {
  const { name } = question.change;
  const what = signal.length === 0 ? 'fails' : 'breaks the same tests';
  return {
    question: question.id,
    note: `The words of ${name} are not what broke its tests on ${question.head.model.id}: code for the base's text ${what} in the head's tree as well, so something else of the change is the cause. No search was made.`,
  };
}

/** Everything that was measured of texts between base and head, both ends included, test by test. */
function sampledTexts(of: Searching, { parts, textWith }: WordTexts, searched: readonly SearchedText[]) {
  const { regressed, measurements, measured } = of;
  const { question } = regressed;
  const tests = headTests(question, measurements);
  const all = parts.map(({ id }) => id);
  const drawn = question.looks.length;
  const ends = [
    { arm: textWith(() => false), has: [], ends: drawn, cells: [] },
    { arm: textWith(() => true), has: all, ends: drawn, cells: cellsDrawn(question, 'head', measurements) },
  ];
  const between = searched
    .filter(({ has }) => has.length > 0 && has.length < all.length)
    .map((text) => ({ ...text, cells: [] }));
  return [...ends, ...between].map(({ arm, has, ends: count, cells }): TextSamples => {
    const own = [...cells, ...measured.cellsOf({ id: idOf(question, arm) }, 'head')];
    const judged = judgedAsHead(question, { cells: own, ids: tests }, measurements);
    return {
      ...{ spec: question.change.name, model: question.head.model.id, has, tests, ends: count },
      samples: judged.map(({ outcome, tests: results }) => ({
        outcome,
        passed: new Set(tests.filter((test) => results.get(test) === 'passed')),
      })),
    };
  });
}
