import type { Bill } from '../../core/generation/bill.ts';
import type { Fault, Generation, Prompt } from '../../core/generation/completion.ts';
import { nextStep, type NextStep } from '../../core/generation/retry-policy.ts';
import { retrying, type Attempted } from '../../core/retrying.ts';
import type { Clock } from '../../ports/clock.ts';
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
  /** Told of every attempt that gave no completion, before anything else. */
  readonly onFault: (fault: Fault, bill: Bill | null) => void;
  /** Called before an attempt is repeated. */
  readonly mayAskAgain: () => GoOn;
};

/** Whether a sample may be asked for again: not when its model is left, or another call fits under no cap. */
export type GoOn = 'yes' | 'model-left' | 'no-room';

/** Asks a model once; retries only faults that may pass by themselves. */
export async function generate(request: GenerateRequest): Promise<Generation> {
  const { client, prompt, clock, signal } = request;
  const onFirstEvent = (): void => request.onFirstEvent?.();
  let alone: { readonly isAlone?: true } = {};
  const attempt = async (number: number): Promise<Attempted<Generation>> => {
    const before = whyNotBegun(request);
    if (before !== null) return unmeasured(before, number - 1);
    const reply = await client.complete({ prompt, signal, onFirstEvent, ...alone });
    if (reply.kind === 'completed')
      return last({ kind: 'completed', completion: reply.completion, attempts: number });
    request.onFault(reply.fault, reply.bill);
    if (reply.fault.again === 'alone') alone = { isAlone: true };
    // A call that we cut short ourselves says nothing about the vendor.
    const after = signal.aborted ? whyNotBegun(request) : null;
    if (after !== null) return unmeasured(after, number);
    return stepAfter(request, reply.fault, number);
  };
  return retrying(attempt, (ms) => clock.sleep(ms, signal));
}

function stepAfter(request: GenerateRequest, fault: Fault, attempts: number): Attempted<Generation> {
  const { clock, deadline, maxAttempts = 5 } = request;
  const timeLeftMs = deadline - clock.now();
  const step = nextStep({ fault, attempts, maxAttempts, timeLeftMs, random: clock.random() });
  if (step.kind !== 'wait') return last(generationOf(step, fault, attempts));
  const goOn = request.mayAskAgain();
  if (goOn === 'yes') return { kind: 'again', afterMs: step.ms };
  const why = goOn === 'no-room' ? 'budget' : 'provider-error';
  return unmeasured({ why, detail: fault.detail }, attempts);
}

function unmeasured(why: Why, attempts: number): Attempted<Generation> {
  return last({ kind: 'unmeasured', ...why, attempts });
}

function last(value: Generation): Attempted<Generation> {
  return { kind: 'last', value };
}

type Why = Pick<Extract<Generation, { kind: 'unmeasured' }>, 'why' | 'detail'>;

function whyNotBegun({ signal, clock, deadline }: GenerateRequest): Why | null {
  if (clock.now() >= deadline) return { why: 'budget', detail: 'the time of the run is used up' };
  return signal.aborted ? { why: 'cancelled', detail: 'the run was cancelled' } : null;
}

function generationOf(step: Exclude<NextStep, { kind: 'wait' }>, fault: Fault, attempts: number): Generation {
  switch (step.kind) {
    case 'stopped':
      return { kind: 'stopped', fault, attempts };
    case 'too-long':
      return { kind: 'too-long', detail: fault.detail, attempts };
    case 'unmeasured':
      return { kind: 'unmeasured', why: step.why, detail: fault.detail, attempts };
  }
}
