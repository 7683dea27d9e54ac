import type { Arm } from '../plan/arm.ts';
import { sidesOf, type Question } from '../plan/question.ts';

/** Gives out numbers of samples that nothing has used yet: neither the verdict, nor an earlier sample of the same text. */
export class FreshNumbers {
  /** By the key of the text's first sample: equal texts share their samples. */
  readonly #used = new Map<string, Set<number>>();

  constructor(question: Question) {
    for (const { arm, samples } of sidesOf(question))
      for (const sample of samples) this.#usedOf(arm).add(sample);
    if (question.base !== null)
      for (const sample of question.confirming) this.#usedOf(question.base).add(sample);
  }

  /** The next number of this text. */
  take(arm: Arm): number {
    const used = this.#usedOf(arm);
    let number = 0;
    while (used.has(number)) number += 1;
    used.add(number);
    return number;
  }

  #usedOf(arm: Arm): Set<number> {
    const text = arm.keyOf(0);
    const used = this.#used.get(text) ?? new Set<number>();
    this.#used.set(text, used);
    return used;
  }
}
