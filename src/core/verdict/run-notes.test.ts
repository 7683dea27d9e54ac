import { expect, test } from '@jest/globals';
import type { Role } from '../plan/question.ts';
import { aModel, anArm, aSpec, aVersion } from '../../testing/builders/a-question.ts';
import type { MeasuredCell } from './measurements.ts';
import { repetitionNotes } from './run-notes.ts';

/** One measured cell per letter; equal letters are equal answers. */
function cellsOf(
  answers: string,
  of: { readonly role: Role; readonly model: string; readonly spec?: string },
): readonly MeasuredCell[] {
  const version = aVersion(of.role, { spec: aSpec({ name: of.spec ?? 'duration' }) });
  const arm = anArm(version, aModel({ id: of.model }));
  return Array.from(answers, (letter, sample) => ({
    question: `${of.model} ${of.spec ?? ''}`,
    role: of.role,
    arm,
    sample,
    code: { kind: 'files' },
    testRun: null,
    evidence: null,
    flaky: [],
    cached: false,
    generation: {
      schema: 1,
      kind: 'generation',
      key: `${of.model}-${sample}`,
      origin: { at: 0, event: 'local', ref: null, run: null, pullRequest: null },
      model: of.model,
      sample,
      nonce: `N${sample}`,
      attempts: 1,
      result: {
        kind: 'completed',
        completion: {
          text: `N${sample} ${letter}`,
          finish: 'complete',
          servedBy: of.model,
          requestId: null,
          usage: { inputTokens: 1, cachedInputTokens: 0, outputTokens: 1 },
          latencyMs: 1,
        },
      },
    },
  }));
}

test('repeated answers are said once a spec, with what each arm gave', () => {
  const notes = repetitionNotes([
    ...cellsOf('aaaaa', { role: 'base', model: 'one' }),
    ...cellsOf('aaaaabbb', { role: 'head', model: 'two' }),
    ...cellsOf('abcde', { role: 'head', model: 'three' }),
    ...cellsOf('aaaaa', { role: 'head', model: 'one', spec: 'money' }),
  ]);
  expect(notes).toEqual([
    'Answers to duration repeat each other, so its samples say less than their number: one (base) gave 1 answer in 5, two (head) gave 2 different answers in 8.',
    'Answers to money repeat each other, so its samples say less than their number: one (head) gave 1 answer in 5.',
  ]);
});

test('fewer than five answers, or answers that are half of them different, are nothing to remark', () => {
  expect(repetitionNotes(cellsOf('aaaa', { role: 'base', model: 'one' }))).toEqual([]);
  expect(repetitionNotes(cellsOf('aaabbc', { role: 'base', model: 'one' }))).toEqual([]);
});
