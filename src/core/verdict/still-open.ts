import type { Question, Role } from '../plan/question.ts';
import type { Settings } from '../settings.ts';
import { examine } from './examine.ts';
import type { Measurements } from './measurements.ts';
import { nextLook, type Looking } from './next-look.ts';
import { areWorthSampling, mayBeDecided, requirementsOf } from './requirements.ts';
import type { Requirements } from './requirements.ts';
import { incomparableReason, samplesOf } from './samples-of.ts';

/** A round of samples that has ended. */
export type Round = {
  /** Number of looks taken. */
  readonly taken: number;
  /** The sides that were sampled. */
  readonly before: readonly Role[];
  readonly rules: Settings['decide'];
  /** Number of questions of the whole run. */
  readonly questions: number;
};

const bothSides: readonly Role[] = ['base', 'head'];

/** The sides to sample first. Without a common test only the new tests and the head's own result can be judged. */
export function openAtFirst(question: Question, measurements: Measurements): readonly Role[] {
  return incomparableReason(question, measurements) === null ? bothSides : ['head'];
}

/** The sides of which more samples are needed after a round; none if the question is settled. */
export function stillOpen(question: Question, measurements: Measurements, round: Round): readonly Role[] {
  // Portability is a rate, not a comparison: it needs every sample, and only an outage ends it early.
  if (question.base === null) {
    const { head } = samplesOf(question, measurements);
    return head.some(({ kind }) => kind === 'unmeasured') ? [] : ['head'];
  }
  if (incomparableReason(question, measurements) === null) return openCompared(question, measurements, round);
  return requirementsOf(question, measurements)?.verdict === 'undecided' ? ['head'] : [];
}

// Where the comparison has ended, only the new tests may need more: the head's other samples.
function openCompared(question: Question, measurements: Measurements, round: Round): readonly Role[] {
  const { taken, before, rules, questions } = round;
  const { looks, endsFutile } = question;
  if (taken >= looks.length) return [];
  const requirements = requirementsOf(question, measurements);
  const examination = examine(samplesOf(question, measurements), looks, rules);
  const looking = nextLook(examination, {
    ...{ looks, endsFutile, requirements, questions, alpha: rules.alpha },
    // Since only the head is sampled, the comparison stands at the look at which it ended.
    taken: before.length === 1 ? examination.looks : taken,
  });
  const hasBase = before.length > 1 || examination.looks > 0;
  if (looking.next === 'sample-more' && hasBase) return bothSides;
  return isOpenForNewTests(looking, requirements, looks) ? ['head'] : [];
}

// After a shown drop they are asked on only where they all agree so far.
function isOpenForNewTests(
  looking: Looking,
  requirements: Requirements | null,
  looks: Question['looks'],
): boolean {
  if (looking.next === 'sample-more' || looking.because === 'decided') return mayBeDecided(requirements);
  return looking.because === 'futile' && areWorthSampling(requirements, looks);
}
