import type { Bill } from './bill.ts';
import type { Completion, Fault } from './completion.ts';

/** The outcome of one call to a vendor. */
export type Reply =
  | { readonly kind: 'completed'; readonly completion: Completion }
  | {
      readonly kind: 'fault';
      readonly fault: Fault;
      /** What a lost call is booked with; null if the call was not answered at all. */
      readonly bill: Bill | null;
    };
