/**
 * Whether a run may show its progress in the comment again. Each write costs three calls to GitHub, so a run has three
 * of them, after one, three and nine more minutes: early ones tell that it lives, late ones how far it came.
 */
export function isProgressDue(at: {
  /** Milliseconds since the comment was last written. */
  readonly sinceLastMs: number;
  /** Progress that was written before. */
  readonly written: number;
}): boolean {
  return at.written < mostWrites && at.sinceLastMs >= 60_000 * 3 ** at.written;
}

const mostWrites = 3;
