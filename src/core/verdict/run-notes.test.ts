import { expect, test } from '@jest/globals';
import type { Role } from '../plan/question.ts';
import { aModel, anArm, aQuestion, aSpec, aVersion } from '../../testing/builders/a-question.ts';
import { inMemory } from '../../testing/builders/in-memory.ts';
import type { MeasuredCell } from './measurements.ts';
import { Measured } from './measured.ts';
import { repetitionNotes, reuseNotes } from './run-notes.ts';

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
    generation: inMemory({
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
    }),
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

test('the answer of an agent is the files that it left', () => {
  const leaving = (contents: string): MeasuredCell[] =>
    cellsOf(contents, { role: 'base', model: 'one' }).map((cell, index) => {
      const record = cell.generation?.read();
      if (record?.result.kind !== 'completed') return cell;
      const files = [{ path: 'src/a.mjs', content: contents[index] ?? '' }];
      const agent = { files, problem: null, limit: null, turns: [], refused: [], transcript: '' };
      const completion = { ...record.result.completion, text: '', agent };
      const result = { ...record.result, completion };
      return { ...cell, generation: inMemory({ ...record, result }) };
    });

  expect(repetitionNotes(leaving('abcde'))).toEqual([]);
  expect(repetitionNotes(leaving('aaaaa'))).toEqual([expect.stringContaining('gave 1 answer in 5')]);
});

test('fewer than five answers, or answers that are half of them different, are nothing to remark', () => {
  expect(repetitionNotes(cellsOf('aaaa', { role: 'base', model: 'one' }))).toEqual([]);
  expect(repetitionNotes(cellsOf('aaabbc', { role: 'base', model: 'one' }))).toEqual([]);
});

/** What is said of one question that blocked and one that held, both against stored base samples. */
function reuseSaid(confirmed: readonly MeasuredCell['code'][]): readonly string[] {
  const draw = { reused: [0, 1, 2, 3, 4], confirming: [5, 6] };
  const dropped = { ...aQuestion({ model: aModel({ id: 'one' }) }), ...draw };
  const held = { ...aQuestion({ model: aModel({ id: 'two' }) }), ...draw };
  const questions = [dropped, held];
  const fresh = cellsOf('ab', { role: 'base', model: 'one' }).slice(0, confirmed.length);
  const cells = fresh.map((cell, index) => ({
    ...cell,
    question: dropped.id,
    sample: 5 + index,
    code: confirmed[index] ?? cell.code,
  }));
  const stored = cellsOf('abcde', { role: 'base', model: 'two' }).map((cell) => ({
    ...cell,
    question: held.id,
  }));
  const measured = new Measured({ questions, trees: new Map() }).with([...cells, ...stored]);
  return reuseNotes({ questions }, measured);
}

test('stored base samples are told of the model whose drop fresh ones confirmed, and of no other', () => {
  expect(reuseSaid([{ kind: 'files' }, { kind: 'no-code', why: 'refused' }])).toEqual([
    '5 base samples of duration on one were drawn for earlier comparisons; 2 fresh ones were drawn to confirm the drop.',
  ]);
  expect(reuseSaid([])).toEqual([]);
});

test('a drop that could not be confirmed is said, because it does not block', () => {
  expect(reuseSaid([{ kind: 'files' }, { kind: 'unmeasured', why: 'budget' }])).toEqual([
    '5 base samples of duration on one were drawn for earlier comparisons; 2 fresh ones would have to confirm the drop before it blocks, and not all could be measured.',
  ]);
});
