import type { Arm } from '../plan/arm.ts';
import type { Question } from '../plan/question.ts';
import { checkState, mostCheckSamples, type CheckState } from './check.ts';
import type { BlamedPart, Counts, FoundWords } from './found-words.ts';
import { FreshNumbers } from './fresh-numbers.ts';
import type { Sides } from './pass-rate.ts';
import { priorOf } from './prior.ts';
import { mostSearchSamples, searchState, type PrefixSample, type SearchState } from './search.ts';
import type { WordTexts } from './word-texts.ts';

/** What the words behind one regression are looked for in. */
type WordSearchStart = {
  readonly question: Question;
  readonly texts: WordTexts;
  /** Tests whose failing is the signal; empty = samples as a whole. */
  readonly signal: readonly string[];
  /** How often the signal passed at detection, with the base's text and with the head's. */
  readonly detected: Sides<Counts>;
};

/** One sample of a text. */
export type WordSample = { readonly arm: Arm; readonly sample: number };

/** A text of which samples were taken, and at how many numbers of samples its sampling might have ended. */
export type SearchedText = { readonly arm: Arm; readonly has: readonly string[]; readonly ends: number };

/**
 * What a sample showed: whether the signal passed in it; `nothing`: there was an answer that is no evidence; `budget`
 * and `unmeasured`: there was none, and why.
 */
export type Shown = 'passed' | 'failed' | 'nothing' | 'budget' | 'unmeasured';

/** The prefix of the change that a sample has, or the text of the check. */
type As = number | 'alone' | 'without';

/**
 * The search for the words behind one regression and the check of what it found. It follows from what its samples
 * showed, in the order in which they became due, and from nothing else.
 */
export class WordSearch {
  readonly #start: WordSearchStart;
  readonly #shownBy: (sample: WordSample) => Shown;
  readonly #fresh: FreshNumbers;
  readonly #prior: readonly number[];
  readonly #taken: (WordSample & { readonly as: As; readonly has: readonly string[] })[] = [];

  constructor(start: WordSearchStart, shownBy: (sample: WordSample) => Shown) {
    this.#start = start;
    this.#shownBy = shownBy;
    this.#fresh = new FreshNumbers(start.question);
    this.#prior = priorOf(start.texts.parts, start.signal);
  }

  /** The samples that are due next; none when nothing more is to be asked. Call it once all before are measured. */
  due(): readonly WordSample[] {
    if (this.#stop() !== null) return [];
    const due = this.#next().map((as) => ({ as, ...this.#sampleOf(as) }));
    this.#taken.push(...due);
    return due;
  }

  /** Every text that was sampled, with the ids of the changed parts that it has as in the head. */
  texts(): readonly SearchedText[] {
    const texts = new Map<string, SearchedText>();
    for (const { as, arm, has } of this.#taken) {
      const ends = typeof as === 'number' ? mostSearchSamples : mostCheckSamples;
      const known = texts.get(arm.keyOf(0));
      texts.set(arm.keyOf(0), { arm, has, ends: Math.max(ends, known?.ends ?? 0) });
    }
    return [...texts.values()];
  }

  /** What has been found by now. */
  found(): FoundWords {
    const { question, signal, texts } = this.#start;
    const state = this.#state();
    const stop = this.#stop();
    const end = state.kind === 'settled' ? state.end : (stop ?? 'undecided');
    // Without a single answer all shares are those from before the search, which nothing has measured.
    const isEmpty = stop !== null && this.#answered(() => true) === 0;
    return {
      question: question.id,
      signal,
      parts: (isEmpty ? [] : state.likely).flatMap((place) => this.#blamed(place, state)),
      among: texts.parts.length,
      end,
      check: this.#checkWord(state),
      generations: {
        search: this.#answered((as) => typeof as === 'number'),
        check: this.#answered((as) => typeof as !== 'number'),
      },
    };
  }

  #next(): readonly As[] {
    const state = this.#state();
    if (state.kind === 'sample' && this.#countOf((as) => typeof as === 'number') < mostSearchSamples)
      return [state.prefix];
    if (checkedPlace(state) === null || this.#checkState().kind === 'settled') return [];
    // Both texts are nearly always needed, and side by side they take half the time.
    return this.#isCheckOver() ? [] : ['alone', 'without'];
  }

  #isCheckOver(): boolean {
    return this.#countOf((as) => as === 'alone') >= mostCheckSamples;
  }

  #sampleOf(as: As): WordSample & Pick<SearchedText, 'has'> {
    const place = checkedPlace(this.#state());
    const { textWith, parts } = this.#start.texts;
    const isThere = (each: number): boolean =>
      typeof as === 'number' ? each < as : as === 'alone' ? each === place : each !== place;
    const arm = textWith(isThere);
    const has = parts.filter((_, each) => isThere(each)).map(({ id }) => id);
    return { arm, sample: this.#fresh.take(arm), has };
  }

  #state(): SearchState {
    const samples = this.#taken.flatMap(({ as, ...sample }): PrefixSample[] => {
      const shown = this.#shownBy(sample);
      if (typeof as !== 'number' || (shown !== 'passed' && shown !== 'failed')) return [];
      return [{ prefix: as, passed: shown === 'passed' }];
    });
    const { detected } = this.#start;
    return searchState({ prior: this.#prior, detected, most: mostSearchSamples }, samples);
  }

  #checkState(): CheckState {
    const { detected } = this.#start;
    const searched = this.#state().counted;
    return checkState({
      detected,
      searched,
      alone: this.#countsOf('alone'),
      without: this.#countsOf('without'),
      isOver: this.#isCheckOver(),
    });
  }

  #checkWord(state: SearchState): FoundWords['check'] {
    const counts = [this.#countsOf('alone'), this.#countsOf('without')];
    if (checkedPlace(state) === null || counts.every(isNothing)) return null;
    const checked = this.#checkState();
    return checked.kind === 'settled' ? checked.check : 'undecided';
  }

  #blamed(place: number, state: SearchState): readonly BlamedPart[] {
    const part = this.#start.texts.parts[place];
    if (part === undefined) return [];
    const isChecked = this.#checkWord(state) !== null && place === checkedPlace(state);
    const [alone, without] = isChecked ? [this.#countsOf('alone'), this.#countsOf('without')] : [null, null];
    return [{ part, probability: state.probabilities[place] ?? 0, alone, without }];
  }

  #countsOf(text: As): Counts {
    const shown = this.#taken.filter(({ as }) => as === text).map((sample) => this.#shownBy(sample));
    const countOf = (word: Shown): number => shown.filter((each) => each === word).length;
    return { passed: countOf('passed'), failed: countOf('failed') };
  }

  #countOf(isCounted: (as: As) => boolean): number {
    return this.#taken.filter(({ as }) => isCounted(as)).length;
  }

  #answered(isCounted: (as: As) => boolean): number {
    return this.#taken.filter((sample) => isCounted(sample.as) && !isStop(this.#shownBy(sample))).length;
  }

  #stop(): 'budget' | 'unmeasured' | null {
    return this.#taken.map((sample) => this.#shownBy(sample)).find(isStop) ?? null;
  }
}

/** The place of the part that is worth a check: it is more probable than all others together, and there are others. */
function checkedPlace({ probabilities, likely }: SearchState): number | null {
  const [place = -1] = likely;
  return probabilities.length > 1 && (probabilities[place] ?? 0) >= 0.5 ? place : null;
}

function isStop(shown: Shown): shown is 'budget' | 'unmeasured' {
  return shown === 'budget' || shown === 'unmeasured';
}

function isNothing({ passed, failed }: Counts): boolean {
  return passed + failed === 0;
}
