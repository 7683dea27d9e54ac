import type { Fault, Generation, Prompt } from '../core/generation/completion.ts';
import { nextStep, type NextStep } from '../core/generation/retry-policy.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { ModelClient } from '../ports/model-client.ts';

/** One generation to make, with all the time and attempts it may take. */
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

/** Asks a model once, trying again only what may pass by itself: the one retry loop of the program. */
export async function generate(request: GenerateRequest): Promise<Generation> {
  const { client, prompt, clock, signal, deadline, maxAttempts = 5 } = request;
  for (let attempts = 0; ;) {
    const ended = endBeforeCall(request, attempts);
    if (ended !== null) return ended;
    attempts += 1;
    const reply = await client.complete({ prompt, signal, onFirstEvent: request.onFirstEvent ?? (() => {}) });
    if (reply.kind === 'completed') return { kind: 'completed', completion: reply.completion, attempts };
    // A call that we cut short ourselves says nothing about the vendor.
    if (signal.aborted) continue;
    const { fault } = reply;
    const timeLeftMs = deadline - clock.now();
    const step = nextStep({ fault, attempts, maxAttempts, timeLeftMs, random: clock.random() });
    if (step.kind !== 'wait') return generationOf(step, fault, attempts);
    request.log?.info(
      `attempt ${attempts} of ${maxAttempts}: ${fault.detail}; next in ${Math.ceil(step.ms / 1000)} s`,
    );
    await clock.sleep(step.ms, signal);
  }
}

function endBeforeCall({ signal, clock, deadline }: GenerateRequest, attempts: number): Generation | null {
  if (clock.now() >= deadline) {
    return { kind: 'unmeasured', why: 'budget', detail: 'the time of the run is used up', attempts };
  }
  return signal.aborted
    ? { kind: 'unmeasured', why: 'cancelled', detail: 'the run was cancelled', attempts }
    : null;
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
