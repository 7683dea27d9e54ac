/** What one attempt came to: the last word, or how long to wait before the next attempt. */
export type Attempted<Value> =
  | { readonly kind: 'last'; readonly value: Value }
  | { readonly kind: 'again'; readonly afterMs: number };

/** Attempts, counted from 1, until one is the last: the one retry loop of the program. */
export async function retrying<Value>(
  attempt: (number: number) => Promise<Attempted<Value>>,
  sleep: (ms: number) => Promise<void>,
): Promise<Value> {
  for (let number = 1; ; number += 1) {
    const attempted = await attempt(number);
    if (attempted.kind === 'last') return attempted.value;
    await sleep(attempted.afterMs);
  }
}
