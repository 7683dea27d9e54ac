import { digest } from '../plan/digest.ts';
import type { MeasuredCell } from '../plan/measurements.ts';

/** One sentence for each spec with arms whose answers are mostly copies of each other: such samples are hardly independent. */
export function repetitionNotes(cells: readonly MeasuredCell[]): string[] {
  const bySpec = new Map<string, Map<string, string[]>>();
  for (const { arm, generation } of cells) {
    if (generation?.result.kind !== 'completed') continue;
    const spec = arm.version.spec.name;
    const arms = bySpec.get(spec) ?? new Map<string, string[]>();
    bySpec.set(spec, arms);
    const name = `${arm.model.id} (${arm.side})`;
    // The nonce is the prompt's, not the model's own words.
    const text = generation.result.completion.text.replaceAll(generation.nonce, '');
    arms.set(name, [...(arms.get(name) ?? []), digest(text)]);
  }
  return [...bySpec].flatMap(([spec, arms]) => {
    const repeated = [...arms].flatMap(([name, answers]) => repetitionOf(name, answers));
    if (repeated.length === 0) return [];
    return [
      `Answers to ${spec} repeat each other, so its samples say less than their number: ${repeated.join(', ')}.`,
    ];
  });
}

// Two equal answers of three are chance.
const fewestAnswers = 5;

function repetitionOf(name: string, answers: readonly string[]): string[] {
  const distinct = new Set(answers).size;
  if (answers.length < fewestAnswers || distinct / answers.length >= 0.5) return [];
  const gave = distinct === 1 ? '1 answer' : `${distinct} different answers`;
  return [`${name} gave ${gave} in ${answers.length}`];
}
