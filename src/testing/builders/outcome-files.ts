/** One sample of a log: whether it passed, or the error that it ended in. */
export type LoggedSample = boolean | { readonly error: string } | { readonly score: unknown };

/**
 * A log of inspect_ai in its format 2, with the parts that every log has; `samples` are the epochs of each item. Written
 * after the logs that the project itself tests with.
 */
export function anInspectLog(of: {
  readonly items: Readonly<Record<string, readonly LoggedSample[]>>;
  readonly task?: string;
  readonly model?: string;
  readonly status?: string;
  readonly scorers?: readonly string[];
  /** Default: the most samples that an item has. */
  readonly epochs?: number;
  /** Tells the samples of one log from those of another. Default: `log`. */
  readonly run?: string;
}): string {
  const { items, task = 'minutes', model = 'openai/gpt-6.1-sol', status = 'success', run = 'log' } = of;
  const scorers = of.scorers ?? ['match'];
  const epochs = of.epochs ?? Math.max(...Object.values(items).map(({ length }) => length));
  const log = {
    version: 2,
    status,
    eval: {
      run_id: run,
      created: '2026-11-05T13:31:45-05:00',
      task,
      task_id: 'task',
      dataset: {
        name: task,
        samples: Object.keys(items).length,
        sample_ids: Object.keys(items),
        shuffled: false,
      },
      model,
      config: { epochs, epochs_reducer: ['mean'], fail_on_error: false },
      packages: { inspect_ai: '0.3.150' },
    },
    plan: { name: 'plan', steps: [{ solver: 'generate', params: {} }], config: {} },
    results: { total_samples: 0, completed_samples: 0, scores: [] },
    stats: { started_at: '', completed_at: '', model_usage: {} },
    samples: Object.entries(items).flatMap(([id, samples]) =>
      samples.map((sample, index) => ({
        id,
        epoch: index + 1,
        uuid: `${run}-${task}-${model}-${id}-${index}`,
        input: `How many minutes are ${id}?`,
        target: '2',
        messages: [],
        output: { model, choices: [], completion: 'an answer' },
        ...resultOf(sample, scorers),
        metadata: {},
        store: {},
        events: [],
      })),
    ),
  };
  // The value that inspect_ai writes where a scorer gave none.
  return JSON.stringify(log, null, 2).replaceAll('"value": "(not a number)"', '"value": NaN');
}

/** A score that inspect_ai writes as `NaN`. */
export const unscored = { score: '(not a number)' } as const;

function resultOf(sample: LoggedSample, scorers: readonly string[]) {
  if (typeof sample === 'object' && 'error' in sample)
    return { error: { message: sample.error, traceback: '', traceback_ansi: '' } };
  const value = typeof sample === 'object' ? sample.score : sample ? 'C' : 'I';
  return {
    scores: Object.fromEntries(scorers.map((name) => [name, { value, answer: '2', explanation: 'said' }])),
  };
}

/** `passed` samples that pass, then the rest that fail. */
export function passing(passed: number, of: number): readonly boolean[] {
  return Array.from({ length: of }, (_, index) => index < passed);
}
