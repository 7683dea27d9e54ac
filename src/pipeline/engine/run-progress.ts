import type { Spending } from '../../core/budget/caps.ts';
import type { Question } from '../../core/plan/question.ts';
import { priceOf } from '../../core/budget/price.ts';
import type { Progress, QuestionProgress } from '../../core/report/live/progress.ts';
import type { RunObserver } from '../../ports/run-observer.ts';
import type { Log } from '../../ports/log.ts';
import type { UnreadCell } from '../../core/verdict/measurements.ts';
import type { VerdictWord } from '../../core/records/verdict-word.ts';

type Row = { -readonly [Key in keyof QuestionProgress]: QuestionProgress[Key] };

/** Counts what is planned and done, per question, and tells every observer of the run. */
export class RunProgress {
  /** Rows by question id. */
  readonly #rows = new Map<string, Row>();
  readonly #shown: QuestionProgress[] = [];
  /** Rows by the id of what is asked to find the words behind their verdicts. */
  readonly #words = new Map<string, Row>();
  readonly #to: {
    readonly log: Log;
    readonly observer: RunObserver | null;
    readonly spending: () => Spending;
  };
  #planned = 0;
  #done = 0;
  #isPriced = true;

  constructor(to: {
    readonly log: Log;
    readonly observer: RunObserver | null;
    readonly spending: () => Spending;
  }) {
    this.#to = to;
  }

  /** Announces all questions; called once, before the first call, which waits for nobody who is told. */
  open(questions: readonly Question[]): void {
    for (const question of questions) this.#rowOf(question);
    void this.#to.observer?.planned(this.#progress());
  }

  /** Adds cells of a question that are about to be measured. */
  plan(question: Question, cells: number): void {
    this.#planned += cells;
    if (!this.#words.has(question.id)) this.#rowOf(question).planned += cells;
  }

  /** From now on cells of `asked` count as samples that are to find the words behind the verdict of `question`. */
  countFor(asked: Pick<Question, 'id'>, question: Question): void {
    this.#words.set(asked.id, this.#rowOf(question));
  }

  /** Counts one of these cells, if it was measured. */
  count(question: Question, { code }: Pick<UnreadCell, 'code'>): void {
    const measured = code.kind === 'unmeasured' ? 0 : 1;
    this.#done += measured;
    const words = this.#words.get(question.id);
    if (words === undefined) this.#rowOf(question).done += measured;
    else words.words = (words.words ?? 0) + measured;
    this.#tell();
  }

  /** The sampling of the question stopped with this verdict, which fresh base samples may still change. */
  settle(question: Question, verdict: VerdictWord): void {
    this.#rowOf(question).verdict = verdict;
    this.#tell();
  }

  #tell(): void {
    const progress = this.#progress();
    this.#to.log.progress(progress);
    this.#to.observer?.progressed(progress);
  }

  #progress(): Progress {
    const { answered, usd } = this.#to.spending();
    return {
      questions: this.#shown,
      done: this.#done,
      planned: this.#planned,
      calls: answered,
      usd: this.#isPriced ? usd : null,
    };
  }

  #rowOf(question: Question): Row {
    const known = this.#rows.get(question.id);
    if (known !== undefined) return known;
    const { model } = question.head;
    const row = { spec: question.change.name, model: model.id, done: 0, planned: 0, verdict: null };
    this.#rows.set(question.id, row);
    this.#shown.push(row);
    this.#isPriced &&= priceOf(model) !== null;
    return row;
  }
}
