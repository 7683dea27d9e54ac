import type { Fault, Generation, Prompt } from '../../core/generation/completion.ts';
import { nextStep, type NextStep } from '../../core/generation/retry-policy.ts';
import { retrying, type Attempted } from '../../core/retrying.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { ModelClient } from '../../ports/model-client.ts';

/** One generation, with all the time and attempts that it may take. */
export type GenerateRequest = {
  readonly client: ModelClient;
  readonly prompt: Prompt;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Milliseconds since the epoch after which nothing is begun or waited for. */
  readonly deadline: number;
  readonly maxAttempts?: number;
  /** Called at the first event of each attempt. */
  readonly onFirstEvent?: () => void;
  readonly log?: Pick<Log, 'info'>;
};

/** Asks a model once; retries only faults that may pass by themselves. */
export async function generate(request: GenerateRequest): Promise<Generation> {
  const { client, prompt, clock, signal } = request;
  let mayBeBilled = false;
  const onFirstEvent = (): void => {
    mayBeBilled = true;
    request.onFirstEvent?.();
  };
  const attempt = async (number: number): Promise<Attempted<Generation>> => {
    const before = whyNotBegun(request);
    if (before !== null) return unmeasured(before, { attempts: number - 1, mayBeBilled });
    const reply = await client.complete({ prompt, signal, onFirstEvent });
    if (reply.kind === 'completed')
      return last({ kind: 'completed', completion: reply.completion, attempts: number });
    // A call that we cut short ourselves says nothing about the vendor.
    const after = signal.aborted ? whyNotBegun(request) : null;
    if (after !== null) return unmeasured(after, { attempts: number, mayBeBilled });
    return afterFault(request, reply.fault, { attempts: number, mayBeBilled });
  };
  return retrying(attempt, (ms) => clock.sleep(ms, signal));
}

type Counted = { readonly attempts: number; readonly mayBeBilled: boolean };

function afterFault(request: GenerateRequest, fault: Fault, counted: Counted): Attempted<Generation> {
  const { clock, deadline, maxAttempts = 5 } = request;
  const { attempts } = counted;
  const timeLeftMs = deadline - clock.now();
  const step = nextStep({ fault, attempts, maxAttempts, timeLeftMs, random: clock.random() });
  if (step.kind !== 'wait') return last(generationOf(step, fault, counted));
  request.log?.info(
    `attempt ${attempts} of ${maxAttempts}: ${fault.detail}; next in ${Math.ceil(step.ms / 1000)} s`,
  );
  return { kind: 'again', afterMs: step.ms };
}

function unmeasured(why: Why, counted: Counted): Attempted<Generation> {
  return last({ kind: 'unmeasured', ...why, ...counted });
}

function last(value: Generation): Attempted<Generation> {
  return { kind: 'last', value };
}

type Why = Pick<Extract<Generation, { kind: 'unmeasured' }>, 'why' | 'detail'>;

function whyNotBegun({ signal, clock, deadline }: GenerateRequest): Why | null {
  if (clock.now() >= deadline) return { why: 'budget', detail: 'the time of the run is used up' };
  return signal.aborted ? { why: 'cancelled', detail: 'the run was cancelled' } : null;
}

function generationOf(
  step: Exclude<NextStep, { kind: 'wait' }>,
  fault: Fault,
  { attempts, mayBeBilled }: Counted,
): Generation {
  switch (step.kind) {
    case 'stopped':
      return { kind: 'stopped', fault, attempts };
    case 'too-long':
      return { kind: 'too-long', detail: fault.detail, attempts };
    case 'unmeasured':
      return { kind: 'unmeasured', why: step.why, detail: fault.detail, attempts, mayBeBilled };
  }
}
