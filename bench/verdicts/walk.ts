import { confirmingDraw, drawFrom } from '../../src/core/plan/draw.ts';
import type { Draw, Question } from '../../src/core/plan/question.ts';
import type { Settings } from '../../src/core/settings.ts';
import type { Outcome } from '../../src/core/results/outcome.ts';
import type { Answered } from '../../src/core/verdict/answered.ts';
import { awaitingConfirmation, decide } from '../../src/core/verdict/decide.ts';
import { examine } from '../../src/core/verdict/examine.ts';
import type { Samples } from '../../src/core/verdict/examine.ts';
import { nextLook } from '../../src/core/verdict/next-look.ts';
import type { Verdict } from '../../src/core/verdict/verdict.ts';
import { aQuestion } from '../../src/testing/builders/a-question.ts';
import type { Stream } from './behaviour.ts';

/** What the user may set, and what the records hold before the run. */
export type Protocol = {
  readonly looks: readonly number[];
  /** Stored base samples; 0 is a cold base. */
  readonly stored: number;
  /** Fresh base samples before a block; 0 switches confirmation off. */
  readonly confirm: number;
  readonly decide: Settings['decide'];
  /** Whether the engine sees the tests, or the suite alone. */
  readonly seesTests: boolean;
};

/** Both arms' generations of one question, as many as the protocol can ask for. */
export type Streams = { readonly base: Stream; readonly head: Stream };

/** What a run came to for one question. */
export type Walked = {
  readonly verdict: Verdict;
  /** Generations of this run: of the head, of the base at the looks, and of the base to confirm. */
  readonly spent: { readonly head: number; readonly base: number; readonly fresh: number };
};

/** The samples a run of the protocol takes, as the engine fixes them before the first of the head. */
export function drawOf({ looks, stored, confirm }: Protocol): Draw {
  const origin = { at: 0, event: 'default-branch' } as const;
  const available = Array.from({ length: stored }, (_, sample) => ({ sample, origin, servedBy: null }));
  return drawFrom({ looks, available, target: stored, confirm, now: 0, maxAgeMs: 1 });
}

/** The most generations an arm can be asked for. */
export function longestStreams(draw: Draw): { readonly base: number; readonly head: number } {
  return { base: draw.baseSamples.length + draw.confirming.length, head: draw.looks.at(-1)?.head ?? 0 };
}

/**
 * One run of the shipped gate over all its questions, with streams in place of models: at each look every open
 * question is sampled up to the plan and examined; then what would block is confirmed; then all are decided at once.
 */
export function walk(streams: readonly Streams[], draw: Draw, protocol: Protocol): Walked[] {
  const question: Question = { ...plainQuestion, ...draw };
  const confirmation = { kind: draw.confirming.length === 0 ? 'not-needed' : 'due' } as const;
  const asked = streams.map((stream): Asked => {
    const { looks, samples } = sampled(stream, { draw, protocol, questions: streams.length });
    return { stream, looks, answered: { question, samples, confirmation, invalidReason: null } };
  });
  const awaiting = new Set(
    awaitingConfirmation(
      asked.map(({ answered }) => answered),
      protocol,
    ),
  );
  const confirmed = asked.map((each) => (awaiting.has(each.answered) ? confirm(each, draw, protocol) : each));
  const verdicts = decide(
    confirmed.map(({ answered }) => answered),
    protocol,
  );
  return verdicts.map((verdict, index) => ({ verdict, spent: spent(confirmed[index], draw) }));
}

const plainQuestion = aQuestion();

type Asked = { readonly stream: Streams; readonly looks: number; readonly answered: Answered };

type Round = { readonly draw: Draw; readonly protocol: Protocol; readonly questions: number };

// Looks are taken until the engine stops this question; what others do can end none of its looks.
function sampled(stream: Streams, round: Round): { readonly looks: number; readonly samples: Samples } {
  const { draw, protocol, questions } = round;
  for (const [index, look] of draw.looks.entries()) {
    const base = draw.baseSamples.slice(0, look.base);
    const samples = samplesOf(stream, { base, head: look.head }, protocol);
    const examination = examine(samples, draw.looks, protocol.decide);
    const { alpha } = protocol.decide;
    const taken = index + 1;
    const { looks, endsFutile } = draw;
    const looking = nextLook(examination, { looks, endsFutile, taken, alpha, questions });
    if (looking.next === 'stop') return { looks: taken, samples };
  }
  throw new Error('The last look always ends a question.');
}

// A top-up that no look has asked for yet was not drawn; it ends the base, as a gap does in the engine.
function confirm(asked: Asked, draw: Draw, protocol: Protocol): Asked {
  const look = draw.looks[asked.looks - 1] ?? { base: 0, head: 0 };
  const drawn = new Set([...draw.baseSamples.slice(0, look.base), ...draw.confirming]);
  const { looks, baseSamples } = confirmingDraw(draw);
  const gap = baseSamples.findIndex((sample) => !drawn.has(sample));
  const base = gap === -1 ? baseSamples : baseSamples.slice(0, gap);
  const samples = samplesOf(asked.stream, { base, head: look.head }, protocol);
  return { ...asked, answered: { ...asked.answered, confirmation: { kind: 'drawn', samples, looks } } };
}

function spent(asked: Asked | undefined, draw: Draw): Walked['spent'] {
  const look = draw.looks[(asked?.looks ?? 0) - 1] ?? { base: 0, head: 0 };
  return {
    head: look.head,
    base: look.base - draw.reused.length,
    fresh: asked?.answered.confirmation.kind === 'drawn' ? draw.confirming.length : 0,
  };
}

function samplesOf(
  { base, head }: Streams,
  of: { readonly base: readonly number[]; readonly head: number },
  protocol: Protocol,
): Samples {
  const taken = (row: readonly boolean[]): boolean[] => of.base.map((sample) => row[sample] === true);
  return {
    base: outcomesOf(taken(base.suite)),
    head: outcomesOf(head.suite.slice(0, of.head)),
    tests: protocol.seesTests
      ? base.tests.map((row, test) => ({
          test: nameOf(test),
          base: taken(row),
          head: (head.tests[test] ?? []).slice(0, of.head),
        }))
      : [],
  };
}

// Names are asked for at every look of every question.
function nameOf(test: number): string {
  return (names[test] ??= `test ${test}`);
}

const names: string[] = [];

function outcomesOf(passes: readonly boolean[]): Outcome[] {
  return passes.map((passed) => (passed ? passedOutcome : failedOutcome));
}

const passedOutcome: Outcome = { kind: 'passed' };
const failedOutcome: Outcome = { kind: 'failed', tests: [] };
