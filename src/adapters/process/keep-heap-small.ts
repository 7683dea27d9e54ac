import { setFlagsFromString } from 'node:v8';

/**
 * Makes V8 collect garbage before the heap is a third larger than its live data. For work that makes far more garbage
 * than it keeps: by default V8 lets the heap grow to four times its live data (joining 30,500 records: 950 MB with
 * 160 MB alive).
 */
export function keepHeapSmall(): void {
  // V8 reads this flag at each collection, so it can be set at run time.
  setFlagsFromString('--heap-growing-percent=30');
}
