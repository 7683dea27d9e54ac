import type { Measurements } from './measurements.ts';
import { replacedModel } from '../plan/question.ts';
import type { Question, Role } from '../plan/question.ts';
import { besideOf } from '../records/asks.ts';
import type { Beside } from '../records/asks.ts';
import { cellsDrawn } from './samples-of.ts';
import { tamperedCells } from './tamper-notes.ts';

/** Samples of a comparison whose code worked on its tests; counted among its failures. */
export type TamperedSamples = {
  readonly spec: string;
  readonly model: string;
  /** Missing where the comparison is about the change of a text. */
  readonly asks?: Beside;
  /** The model that is left, where it is two models that are compared. */
  readonly insteadOf?: string;
  readonly base: number;
  readonly head: number;
};

/** The questions that have samples whose code worked on its tests, with their number on each side. */
export function tamperedIn(
  questions: readonly Question[],
  measurements: Measurements,
): readonly TamperedSamples[] {
  const tampered = new Set(tamperedCells(measurements));
  if (tampered.size === 0) return [];
  const on = (question: Question, role: Role): number =>
    cellsDrawn(question, role, measurements).filter((cell) => tampered.has(cell)).length;
  return questions
    .map((question) => ({
      spec: question.change.name,
      model: question.head.model.id,
      ...asked(question),
      base: on(question, 'base'),
      head: on(question, 'head'),
    }))
    .filter(({ base, head }) => base + head > 0);
}

function asked(question: Question): Pick<TamperedSamples, 'asks' | 'insteadOf'> {
  const beside = besideOf(question.asks);
  const replaced = replacedModel(question);
  return {
    ...(beside === undefined ? {} : { asks: beside }),
    ...(replaced === null ? {} : { insteadOf: replaced }),
  };
}
