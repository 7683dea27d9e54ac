import { setFlagsFromString } from 'node:v8';

/**
 * Makes V8 collect garbage before the heap is a third larger than its live data, and keeps the space for new objects as
 * small as it is by now. For work that makes far more garbage than it keeps: by default V8 lets the heap grow to four
 * times its live data, and the space for new objects to 128 MB.
 */
export function keepHeapSmall(): void {
  // V8 reads these flags at each collection, so they can be set at run time.
  setFlagsFromString('--heap-growing-percent=30');
  setFlagsFromString('--semi-space-growth-factor=1');
}
