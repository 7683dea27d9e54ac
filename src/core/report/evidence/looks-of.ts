import type { Question } from '../../plan/question.ts';
import type { Settings } from '../../settings.ts';
import type { Outcome } from '../../results/outcome.ts';
import type { Look } from '../../statistics/sampling-plan.ts';
import { tallyOf } from '../../statistics/tally.ts';
import { examine } from '../../verdict/examine.ts';
import type { Samples } from '../../verdict/examine.ts';
import type { Requirements } from '../../verdict/requirements.ts';
import { nextLook } from '../../verdict/next-look.ts';
import { points } from '../words/wording.ts';
import type { LookStory } from './evidence.ts';
import type { TestTally } from '../../verdict/matrix.ts';

/** What decides after each look. */
type LookRules = {
  readonly decide: Settings['decide'];
  readonly questions: number;
  /** What the tests that only the head has came to. */
  readonly requirements: Requirements | null;
};

/** What each look of a question showed, in order, up to the look at which sampling ended. */
export function looksOf(question: Question, samples: Samples, rules: LookRules): LookStory[] {
  const stories: LookStory[] = [];
  for (const [index, look] of question.looks.entries()) {
    if (samples.head.length === 0) break;
    const seen = upTo(samples, look);
    const story =
      question.base === null
        ? portableStory(seen, look)
        : comparedStory(seen, { question, rules, taken: index + 1 });
    stories.push(story);
    if (story.next !== 'sample-more') break;
  }
  return stories;
}

/** Why no further sample was drawn, in one sentence. */
export function whyEnded(looks: readonly LookStory[], drop: number): string {
  switch (looks.at(-1)?.next) {
    case undefined:
      return 'No sample was drawn.';
    case 'decided':
      return 'Sampling stopped early: a drop is shown, at the strictest level of this run.';
    case 'clean':
      return `Sampling stopped early: a drop of ${points(drop)} or more is ruled out.`;
    case 'futile':
      return 'Sampling stopped early: hardly any further samples could have decided anything.';
    case 'last-look':
      return 'Sampling ended with the last planned look.';
    case 'unmeasured':
      return 'Sampling ended because a planned sample could not be measured.';
    case 'sample-more':
      return 'Sampling ended before the next look.';
  }
}

function portableStory(seen: Samples, look: Look): LookStory {
  const isWhole =
    seen.head.length === look.head && seen.head.every((outcome) => outcome.kind !== 'unmeasured');
  return { base: null, head: countsOf(seen.head), p: null, next: isWhole ? 'last-look' : 'unmeasured' };
}

function comparedStory(
  seen: Samples,
  at: {
    readonly question: Question;
    readonly rules: LookRules;
    readonly taken: number;
  },
): LookStory {
  const { looks, endsFutile } = at.question;
  const { decide, questions, requirements } = at.rules;
  const examination = examine(seen, looks, decide);
  const looking = nextLook(examination, {
    ...{ looks, endsFutile, requirements },
    ...{ taken: at.taken, alpha: decide.alpha, questions },
  });
  return {
    base: countsOf(seen.base),
    head: countsOf(seen.head),
    p: examination.at === null ? null : examination.p,
    next: looking.next === 'stop' ? looking.because : 'sample-more',
  };
}

function upTo({ base, head, tests }: Samples, look: Look): Samples {
  return {
    base: base.slice(0, look.base),
    head: head.slice(0, look.head),
    tests: tests.map((test) => ({
      test: test.test,
      base: test.base.slice(0, look.base),
      head: test.head.slice(0, look.head),
    })),
  };
}

function countsOf(outcomes: readonly Outcome[]): TestTally {
  const { passed, failed } = tallyOf(outcomes);
  return { passed, failed };
}
