import { describe, expect, test } from '@jest/globals';
import { outcomes } from '../../testing/builders/a-question.ts';
import { coldPlan } from '../statistics/sampling-plan.ts';
import { examine } from './examine.ts';
import { nextLook } from './next-look.ts';
import type { Looking } from './next-look.ts';

const plan = coldPlan([3, 5, 8, 12]);

function after(base: string, head: string, questions = 1): Looking {
  const examination = examine({ base: outcomes(base), head: outcomes(head), tests: [] }, plan, {
    drop: 0.4,
    beta: 0.1,
  });
  const taken = plan.filter((look) => look.head <= head.length).length;
  return nextLook(examination, { taken, planned: plan.length, alpha: 0.05, questions });
}

describe('after a round of samples', () => {
  test('a question whose regression is certain enough for all questions of the run stops', () => {
    expect(after('+++', '---')).toEqual({ next: 'stop', because: 'decided' });
    expect(after('+++', '---', 4)).toEqual({ next: 'sample-more' });
  });

  test('a clean question stops, which three samples a side can never be', () => {
    expect(after('+++', '+++')).toEqual({ next: 'sample-more' });
    expect(after('++++++++', '++++++++')).toEqual({ next: 'stop', because: 'clean' });
  });

  test('a question with a sample that could not be measured stops without a claim', () => {
    expect(after('+++', '+?+')).toEqual({ next: 'stop', because: 'unmeasured' });
  });

  test('a base too weak for the drop goes on to the last look', () => {
    expect(after('--------', '--------')).toEqual({ next: 'sample-more' });
    expect(after('------------', '------------')).toEqual({ next: 'stop', because: 'last-look' });
  });
});
