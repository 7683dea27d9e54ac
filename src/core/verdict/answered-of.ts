import type { Measurements } from './measurements.ts';
import { confirmingDraw } from '../plan/draw.ts';
import type { Question } from '../plan/question.ts';
import type { Answered } from './answered.ts';
import { distrustOf } from './distrust.ts';
import { testsOfSides } from './requirements.ts';
import { incomparableReason, samplesIn, samplesOf, invalidReasonOf } from './samples-of.ts';

/** A question with everything that was measured for it, ready for a decision. */
export function answeredOf(question: Question, measurements: Measurements): Answered {
  return {
    question,
    distrust: distrustOf(question, measurements),
    samples: samplesOf(question, measurements),
    confirmation: confirmationOf(question, measurements),
    suites: testsOfSides(question, measurements),
    invalidReason: invalidReasonOf(question, measurements) ?? incomparableReason(question, measurements),
  };
}

function confirmationOf(question: Question, measurements: Measurements): Answered['confirmation'] {
  if (question.confirming.length === 0) return { kind: 'not-needed' };
  const drawn = measurements
    .cellsOf(question, 'base')
    .filter(({ sample, code }) => question.confirming.includes(sample) && code.kind !== 'unmeasured');
  if (drawn.length < question.confirming.length) return { kind: 'due' };
  const { looks, baseSamples } = confirmingDraw(question);
  const order = { base: baseSamples, head: question.headSamples };
  return { kind: 'drawn', looks, samples: samplesIn(question, order, measurements) };
}
