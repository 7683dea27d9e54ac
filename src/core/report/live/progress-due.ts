/**
 * Whether a run may show its progress in the comment again. Each write costs three calls to GitHub, so there are only
 * three, after one, three and nine more minutes. Early ones show that the run is alive, late ones how far it is.
 */
export function isProgressDue(at: {
  /** Milliseconds since the comment was last written. */
  readonly sinceLastMs: number;
  /** How often progress was written before. */
  readonly written: number;
}): boolean {
  return at.written < mostWrites && at.sinceLastMs >= 60_000 * 3 ** at.written;
}

const mostWrites = 3;
