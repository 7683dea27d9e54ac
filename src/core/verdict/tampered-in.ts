import type { Measurements } from './measurements.ts';
import type { Question, Role } from '../plan/question.ts';
import { cellsDrawn } from './samples-of.ts';
import { tamperedCells } from './tamper-notes.ts';

/** Samples of a question whose code worked on its tests; counted among its failures. */
export type TamperedSamples = {
  /** Id of the question. */
  readonly question: string;
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
    .map((question) => ({ question: question.id, base: on(question, 'base'), head: on(question, 'head') }))
    .filter(({ base, head }) => base + head > 0);
}
