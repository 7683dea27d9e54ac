import type { Fault, Generation } from '../../core/generation/completion.ts';
import type { CapName } from '../../core/budget/budget.ts';
import { setAsideWords } from '../../core/budget/set-aside.ts';
import { callOf } from '../../core/budget/planned-call.ts';
import type { GenerationRecord, Unstamped } from '../../core/records/record.ts';
import type { Engine } from './engine.ts';
import { CallBook } from './call-book.ts';
import { generate } from './generate.ts';
import type { CellRequest } from './cell-request.ts';
import type { NotGenerated } from '../../core/results/outcome.ts';

/**
 * Asks the model for one sample within all limits and stores the answer. After an outage the sample is asked again,
 * at most twice.
 */
export async function askModel(
  engine: Engine,
  request: CellRequest,
  key: string,
): Promise<GenerationRecord | NotGenerated> {
  // Before a slot is taken, so that the calls of other arms can use it.
  using place = await engine.firstCalls?.join(request.arm, engine.signal);
  const onFirstEvent = (): void => place?.onFirstEvent();
  let last: NotGenerated = { why: 'provider-error' };
  for (let sampling = 0; sampling < 3; sampling += 1) {
    const outcome = await engine.slots.call(
      () => askOnce(engine, { ...request, key, onFirstEvent }),
      request.priority,
    );
    if ('result' in outcome || outcome.why === 'budget' || outcome.why === 'cancelled') return outcome;
    last = outcome;
  }
  return last;
}

type Asking = CellRequest & { readonly key: string; readonly onFirstEvent: () => void };

async function askOnce(engine: Engine, request: Asking): Promise<GenerationRecord | NotGenerated> {
  const { model, prompt } = request.arm;
  const call = callOf(model, prompt.system + prompt.user);
  // A reservation is the most that a call can cost, many times what most calls cost. So a cap is not reached while
  // reserved money may still come back.
  while (whyNotAsked(engine, model.id) === null && engine.ledger.mustWait(call))
    await engine.budgetWaiters.next();
  const refusal = whyNotAsked(engine, model.id);
  if (refusal !== null) return refusal;
  const reservation = engine.ledger.reserve(call);
  if ('refused' in reservation) return outOfBudget(engine, reservation.refused);
  const book = new CallBook(engine, { model, call, reservation });
  const signal = AbortSignal.any([engine.signal, engine.timeUp]);
  let before = engine.watch.brokenOff(model.id);
  const generation = await generate({
    client: engine.ports.clientOf(model),
    prompt,
    clock: engine.ports.clock,
    signal,
    deadline: engine.deadline,
    onFirstEvent: request.onFirstEvent,
    onFault: (fault, bill) => {
      engine.watch.noteFault(model.id, fault);
      if (bill !== null) book.lose(bill);
      // What we ended ourselves says nothing about the vendor.
      if (bill?.mayBeMore === true && !signal.aborted) noteBroken(engine, { model: model.id, fault, before });
    },
    mayAskAgain: () => {
      before = engine.watch.brokenOff(model.id);
      if (engine.watch.stopped(model.id) !== null) return 'model-left';
      return book.hasRoom() ? 'yes' : 'no-room';
    },
  });
  book.close(generation.kind === 'completed' ? generation.completion.usage : null);
  engine.watch.note(model.id, generation);
  if (book.refusedBy !== null) return outOfBudget(engine, book.refusedBy);
  const record = recordOf(generation, request);
  // A paid answer is stored before anything else happens to it.
  return 'result' in record ? engine.ports.records.write(record) : record;
}

function noteBroken(
  { watch, ledger }: Engine,
  of: { readonly model: string; readonly fault: Fault; readonly before: number },
): void {
  const { model, fault, before } = of;
  if (fault.kind === 'transient') watch.noteBroken(model, { detail: fault.detail, before });
  if (ledger.hasOverdrawn(model)) watch.leaveOverdrawn(model, ledger.setAsideFor(model));
}

// Money that was never spent may be in the way: what answers hold that broke off.
function outOfBudget({ ledger }: Engine, refused: CapName): NotGenerated {
  const setAside = refused === 'generations' ? null : ledger.mostlySetAside();
  return setAside === null
    ? { why: 'budget' }
    : { why: 'budget', detail: `${setAsideWords(setAside)}, because the vendor may charge for more of them` };
}

function whyNotAsked(engine: Engine, model: string): NotGenerated | null {
  if (engine.signal.aborted || engine.replayOnly) return { why: 'cancelled' };
  if (!engine.asksModels) return { why: 'cancelled', detail: 'no such answer was imported' };
  const stopped = engine.watch.stopped(model);
  if (stopped !== null) return { why: stopped.counts, detail: stopped.why };
  return engine.ports.clock.now() >= engine.deadline ? { why: 'budget' } : null;
}

function recordOf(generation: Generation, request: Asking): Unstamped<GenerationRecord> | NotGenerated {
  const named = {
    schema: 1,
    kind: 'generation',
    key: request.key,
    model: request.arm.model.id,
    sample: request.sample,
    nonce: request.arm.prompt.nonce,
    attempts: generation.attempts,
  } as const;
  switch (generation.kind) {
    case 'completed':
      return { ...named, result: { kind: 'completed', completion: generation.completion } };
    case 'too-long':
      return { ...named, result: { kind: 'too-long', detail: generation.detail } };
    case 'unmeasured':
      return { why: generation.why, detail: generation.detail };
    case 'stopped':
      return { why: 'provider-error', detail: generation.fault.detail };
  }
}
