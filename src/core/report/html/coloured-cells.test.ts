import { expect, test } from '@jest/globals';
import { anEvidence } from '../../../testing/builders/an-evidence.ts';
import { aSummary, aVerdict } from '../../../testing/builders/a-summary.ts';
import { both, regressedOnSol } from '../../../testing/builders/report-parts.ts';
import { colouredCells } from './coloured-cells.ts';

const summary = aSummary({ models: both, verdicts: [aVerdict(), regressedOnSol] });
const comparisons = new Map(anEvidence(summary).comparisons.map((each) => [each.question, each]));

/** What is coloured where there is so much room: verdict, side and outcome of each. */
function coloured(room?: number): readonly string[] {
  const stories = [...colouredCells(summary, comparisons, room)];
  return stories.map(({ cell, role, outcome }) => `${cell.arm.model.id} ${role} ${outcome.kind}`);
}

test('one passing and one failing generation of each arm are coloured, those of the worst verdict first', () => {
  expect(coloured()).toEqual([
    'openai/gpt-6.1-sol head failed',
    'openai/gpt-6.1-sol base passed',
    'anthropic/claude-sonnet-5-5 head passed',
    'anthropic/claude-sonnet-5-5 base passed',
  ]);
});

test('where there is no more room the others stay plain', () => {
  const [first] = colouredCells(summary, comparisons);
  const size = first?.cell.generation?.characters ?? 0;
  expect(coloured(size)).toEqual(['openai/gpt-6.1-sol head failed']);
  expect(coloured(size - 1)).toEqual([]);
});
