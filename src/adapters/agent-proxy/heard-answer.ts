import type { AgentWire } from '../../core/agent.ts';
import { EventStream } from '../api-client/event-stream.ts';
import { readVendorError } from '../api-client/read-vendor-error.ts';
import { noticed, type Received, type SoFar } from '../api-client/received.ts';
import { thrownBy, type Speech } from './speech.ts';
import { calledIn } from './tool-calls.ts';
import { eventsOfWhole } from './whole-answer.ts';

/** What was heard of an answer that was passed on: the same that a client of ours would have read of it. */
export class HeardAnswer {
  readonly #wire: AgentWire;
  readonly #speech: Speech;
  readonly #reader;
  readonly #events: EventStream | null;
  readonly #onPart: () => void;
  readonly #body: Uint8Array[] = [];
  readonly #tools: string[] = [];
  #written = '';
  #problem: Received | null = null;

  /** `isEvents`: it is a stream of events; otherwise it is read when it is whole. */
  constructor(of: {
    readonly wire: AgentWire;
    readonly speech: Speech;
    readonly isEvents: boolean;
    readonly onPart: () => void;
  }) {
    this.#wire = of.wire;
    this.#speech = of.speech;
    this.#reader = of.speech.reader();
    this.#events = of.isEvents ? new EventStream() : null;
    this.#onPart = of.onPart;
  }

  /** Names of the tools that it calls. */
  get tools(): readonly string[] {
    return this.#tools;
  }

  /** What came so far; the text holds the arguments of tools too, for they are paid as well. */
  soFar(): SoFar {
    const { text, ...rest } = this.#reader.soFar();
    return { ...rest, text: text + this.#written };
  }

  /** Bytes of the answer. */
  take(bytes: Uint8Array): void {
    if (this.#events === null) this.#body.push(bytes);
    else for (const data of this.#events.take(bytes)) this.#hearText(data);
  }

  /** The vendor has sent everything that it sends. */
  end(): void {
    if (this.#events === null) return this.#hearWhole();
    const { event, strayText } = this.#events.end();
    for (const rest of [event, strayText]) {
      const value = parsed(rest ?? '');
      if (value !== undefined) this.#hear(value);
    }
  }

  /** What it is now. */
  received(known: { readonly requestedModel: string; readonly requestId: string | null }): Received {
    const whole = this.#reader.end(known);
    if (this.#problem !== null) {
      const isOfVendor = this.#problem.kind === 'failed' && this.#problem.facts.isFromBody === true;
      return whole.kind === 'answered' && !isOfVendor ? whole : this.#problem;
    }
    if (whole.kind === 'answered' || this.#reader.soFar().hasBegun) return whole;
    return { ...whole, facts: { ...whole.facts, isNoAnswer: true } };
  }

  #hearWhole(): void {
    const value = parsed(Buffer.concat(this.#body).toString('utf8'));
    for (const event of eventsOfWhole(this.#wire, value)) this.#hear(event);
  }

  #hearText(data: string): void {
    if (data === '[DONE]') return;
    const value = parsed(data);
    if (value === undefined)
      this.#problem ??= noticed('the stream held an event that is no JSON', { isNoAnswer: true });
    else this.#hear(value);
  }

  #hear(value: unknown): void {
    if (this.#problem !== null) return;
    const error = this.#speech.errorIn(value);
    const facts = error === null ? null : readVendorError(thrownBy(error, null), Date.now());
    if (facts !== null) return void (this.#problem = { kind: 'failed', facts });
    const { names, text } = calledIn(this.#wire, value);
    this.#tools.push(...names);
    this.#written += text;
    if (this.#reader.isPart(value)) this.#onPart();
    const problem = this.#reader.add(value);
    if (problem !== null) this.#problem = noticed(problem, { isNoAnswer: true });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
