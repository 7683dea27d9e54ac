import * as z from 'zod';

const count = z.number().int().nonnegative();
const evaluation = z.object({
  model: z.string(),
  name: z.string(),
  prompt_label: z.string(),
  timestamp: z.string(),
  unit_tests_passed: count,
  unit_tests_count: count,
  examples_executed: count,
  examples_count: count,
});

/** What the leaderboard wrote about one answer. */
export type Evaluation = z.infer<typeof evaluation>;

/** Reads one of the leaderboard's `evaluation__*.json`. */
export function evaluationFrom(value: unknown): Evaluation {
  return evaluation.parse(value);
}

/** The file of outcomes: model, task, wording, and a 1 or a 0 for each answer in the order of their time. */
export function outcomesOf(evaluations: readonly Evaluation[], commit: string): string {
  // The same models again with other sampling settings.
  const models = evaluations.filter(({ model }) => !model.endsWith('--optim'));
  const cells = byName(
    models,
    ({ model }) => model,
    (ofModel) =>
      byName(
        ofModel,
        ({ name }) => name,
        (ofTask) => byName(ofTask, ({ prompt_label: wording }) => wording, signsOf),
      ),
  );
  return JSON.stringify({
    source: 'svilupp/Julia-LLM-Leaderboard',
    licence: 'MIT, Copyright (c) 2023 J S',
    commit,
    path: 'code_generation/**/evaluation__*.json',
    outcome: '1 = all unit tests and all examples passed; in order of time stamp',
    cells,
  });
}

function signsOf(answers: readonly Evaluation[]): string {
  return answers
    .toSorted((one, other) => inOrder(one.timestamp, other.timestamp))
    .map((each) => (hasPassed(each) ? '1' : '0'))
    .join('');
}

function hasPassed(of: Evaluation): boolean {
  return of.unit_tests_passed === of.unit_tests_count && of.examples_executed === of.examples_count;
}

function byName<Value>(
  evaluations: readonly Evaluation[],
  nameOf: (of: Evaluation) => string,
  make: (of: readonly Evaluation[]) => Value,
): Readonly<Record<string, Value>> {
  const groups = new Map<string, Evaluation[]>();
  for (const each of evaluations) {
    const group = groups.get(nameOf(each)) ?? [];
    group.push(each);
    groups.set(nameOf(each), group);
  }
  const inNameOrder = [...groups].toSorted(([one], [other]) => inOrder(one, other));
  return Object.fromEntries(inNameOrder.map(([name, group]) => [name, make(group)]));
}

// By code, so that the file is the same in every language of a machine.
function inOrder(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
