import { refusal, type Answer } from './store.ts';

/** A scripted failure of one route. */
export type GithubFault = {
  /** As OpenAPI writes the route, e.g. `POST /repos/{owner}/{repo}/check-runs`; `POST /graphql` too. */
  readonly on: string;
  /** How many of the next requests it hits. */
  readonly times: number;
  readonly answer:
    | {
        readonly kind: 'status';
        readonly status: number;
        readonly message?: string;
        readonly headers?: Readonly<Record<string, string>>;
      }
    /** The connection breaks before anything was done. */
    | { readonly kind: 'cut' }
    /** The request was carried out, but the answer never arrives. */
    | { readonly kind: 'done-then-cut' };
};

/** What happens to one request; `none` = nothing out of the ordinary. */
export type Mishap = GithubFault['answer'] | { readonly kind: 'none' };

/** The failures that a test scripted and that no request has met yet. */
export class GithubFaults {
  readonly #faults: { fault: GithubFault; left: number }[] = [];

  add(fault: GithubFault): void {
    this.#faults.push({ fault, left: fault.times });
  }

  /** What happens to the next request to a route. */
  next(route: string): Mishap {
    const scripted = this.#faults.find(({ fault, left }) => fault.on === route && left > 0);
    if (scripted === undefined) return { kind: 'none' };
    scripted.left -= 1;
    return scripted.fault.answer;
  }
}

/** The answer in place of the double's own; null if the request is carried out. */
export function answerInstead(mishap: Mishap): Answer | null {
  switch (mishap.kind) {
    case 'status':
      return {
        ...refusal(mishap.status, mishap.message ?? 'scripted failure'),
        headers: mishap.headers ?? {},
      };
    case 'cut':
      return refusal(500, 'cut before anything was done');
    case 'done-then-cut':
    case 'none':
      return null;
  }
}
