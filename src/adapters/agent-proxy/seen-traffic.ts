import type { RefusedRequest, WireCall, WireFacts } from '../../core/agents/wire-facts.ts';
import type { FaultFacts } from '../../core/generation/classify-fault.ts';
import { safeLine } from '../process/safe-line.ts';
import { withoutSecrets } from '../process/secrets.ts';

/** What a proxy saw of one sample, in a size that no agent can raise. */
export class SeenTraffic {
  readonly #calls: WireCall[] = [];
  readonly #refused = new Map<string, RefusedRequest>();
  #limit: WireFacts['limit'] = null;
  #wasIdle = false;
  #hasBegun = false;

  /** A request was not passed on. */
  refuse(why: RefusedRequest['why'], asked: string): void {
    const words = clipped(asked);
    const isNew = !this.#refused.has(`${why} ${words}`);
    const shown = isNew && this.#refused.size >= mostKinds ? 'other things' : words;
    const earlier = this.#refused.get(`${why} ${shown}`);
    this.#refused.set(`${why} ${shown}`, { why, asked: shown, times: (earlier?.times ?? 0) + 1 });
  }

  /** A request met a limit; only the first one counts. */
  meet(limit: NonNullable<WireFacts['limit']>): void {
    this.#limit ??= limit;
  }

  /** An answer has begun; only the first one is told. */
  begin(tell: () => void): void {
    if (this.#hasBegun) return;
    this.#hasBegun = true;
    tell();
  }

  /** A call has ended. */
  end(call: WireCall, wasIdle: boolean): void {
    this.#wasIdle ||= wasIdle;
    this.#calls.push({
      ...call,
      fault: call.fault === null ? null : withoutKeys(call.fault),
      servedBy: call.servedBy === null ? null : clipped(call.servedBy),
      requestId: call.requestId === null ? null : clipped(call.requestId),
      tools: call.tools.slice(0, mostTools).map((tool) => clipped(tool)),
    });
  }

  /** Whether the vendor failed so often that asking again is of no use. */
  get isHopeless(): boolean {
    return this.#calls.filter(({ fault }) => fault !== null).length >= mostFailures;
  }

  /** All of it. */
  facts(): WireFacts {
    return {
      calls: [...this.#calls],
      refused: [...this.#refused.values()],
      limit: this.#limit,
      wasIdle: this.#wasIdle,
    };
  }
}

const mostKinds = 40;
const mostTools = 100;
const mostFailures = 500;

// A gateway may answer with the headers that it was sent, in any of its words.
function withoutKeys(fault: FaultFacts): FaultFacts {
  const { message, type, code, requestId } = fault;
  return {
    ...fault,
    message: withoutSecrets(message),
    type: type === null ? null : clipped(type),
    code: code === null ? null : clipped(code),
    requestId: requestId === null ? null : clipped(requestId),
  };
}

function clipped(text: string): string {
  return Array.from(safeLine(text, false)).slice(0, 200).join('');
}
