import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { hostileText } from '../../../testing/builders/hostile-text.ts';
import { harmIn } from '../markdown/assert-harmless.ts';
import { renderLiveComment, type LiveState } from './live-comment.ts';
import { commentMarker } from '../markdown/marker.ts';
import type { Progress } from './progress.ts';
import { readStamp } from '../markdown/run-stamp.ts';

const head = 'b'.repeat(40);
const marker = commentMarker('.github/spec-portability.yml');
const goldens = new URL('../../../../fixtures/reports/', import.meta.url);
const rewriting = process.env['UPDATE_GOLDENS'] === '1' && process.env['CI'] === undefined;

const begun: Progress = {
  questions: [
    { spec: 'duration', model: 'openai/gpt-6.1-sol', done: 8, planned: 16, verdict: null },
    { spec: 'duration', model: 'anthropic/claude-sonnet-5-5', done: 12, planned: 12, verdict: 'held' },
  ],
  done: 20,
  planned: 28,
  calls: 14,
  usd: 0.3125,
};
const planned: Progress = {
  ...begun,
  questions: begun.questions.map((question) => ({ ...question, done: 0, planned: 0, verdict: null })),
  done: 0,
  planned: 0,
  calls: 0,
  usd: 0,
};
const states: readonly LiveState[] = [
  { kind: 'queued', progress: planned },
  { kind: 'running', progress: begun },
  { kind: 'ended', progress: begun },
  { kind: 'superseded', by: 'c'.repeat(40) },
];

describe('the comment of a run without a verdict', () => {
  test.each(states)('$kind reads as its golden file', async (state) => {
    const comment = rendered(state);

    const golden = new URL(`live-${state.kind}/comment.md`, goldens);
    if (rewriting) {
      await mkdir(new URL('./', golden), { recursive: true });
      await writeFile(golden, comment);
    }

    expect(comment).toBe(await readFile(golden, 'utf8'));
  });

  test.each(states)('$kind starts with the marker and its stamp, and names its head', (state) => {
    const comment = rendered(state);

    expect(comment.split('\n')[0]).toBe(marker);
    expect(readStamp(comment)).toEqual({ head, run: 12, attempt: 1, text: 3, state: state.kind });
    expect(comment.split('\n').slice(2).join('\n')).toContain(head);
  });

  test('says that a price is unknown rather than 0', () => {
    expect(rendered({ kind: 'running', progress: { ...begun, usd: null } })).toContain('cost n/a');
  });

  test.each(hostileText)('holds nothing that the name %j put there', (text) => {
    const question = { spec: text, model: text, done: 1, planned: 2, verdict: null };
    const comment = rendered({ kind: 'running', progress: { ...begun, questions: [question] } });

    expect(harmIn(comment, { repositoryUrl: null })).toBeNull();
  });

  test('is short for 1,000 questions', () => {
    const questions = Array.from({ length: 1000 }, (_, index) => ({
      spec: `spec ${index} ${'x'.repeat(200)}`,
      model: `model ${'y'.repeat(200)}`,
      done: 1,
      planned: 24,
      verdict: null,
    }));

    const comment = rendered({ kind: 'running', progress: { ...begun, questions } });

    expect(comment.length).toBeLessThan(10_000);
    expect(comment).toContain('and 970 more');
  });
});

function rendered(state: LiveState): string {
  return renderLiveComment(state, { marker, stamp: { head, run: 12, attempt: 1, text: 3 } });
}
