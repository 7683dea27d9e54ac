import { smallestDetectableDrop } from '../src/core/statistics/detectable.ts';
import { dropThreshold, falseAlarmRate, noDropThreshold } from '../src/core/statistics/gate.ts';
import { planWith, storedSteps } from '../src/core/statistics/sampling-plan.ts';
import { withSection } from './keep-generated.ts';

/** docs/statistics.md with the table of the default plans computed again. */
export function statisticsDocs(before: string): string {
  return withSection(before, 'plans', planTable());
}

const looks = [3, 5, 8, 12];
const alpha = 0.05;
const drop = 0.4;
const beta = 0.1;

function planTable(): string {
  const heads = [
    'stored base samples',
    'c\\* at .05',
    'its false-alarm rate',
    'c\\* at .025',
    'its false-alarm rate',
    'g\\* for 40 points',
    'smallest drop found 8 times in 10: 1 question',
    '4 questions',
    '12 questions',
  ];
  return [heads, heads.map(() => '---'), ...[0, ...storedSteps].map(row)]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function row(stored: number): string[] {
  const plan = planWith(stored, looks);
  const gate = (level: number): string[] => {
    const threshold = dropThreshold(plan, level);
    return [threshold.toFixed(4), falseAlarmRate(plan, threshold).toFixed(4)];
  };
  const detectable = (questions: number): string => {
    const smallest = smallestDetectableDrop(plan, alpha / 2 / questions);
    return smallest === null ? 'none' : `${(100 * smallest).toFixed(0)} points`;
  };
  return [
    stored === 0 ? 'none (cold)' : `${stored}`,
    ...gate(alpha),
    ...gate(alpha / 2),
    noDropThreshold(plan, drop, beta).toFixed(4),
    ...[1, 4, 12].map(detectable),
  ];
}
