import type { LeftFile } from '../generation/left-files.ts';

/** How an agent's program ended and what it left, as the box saw it. */
export type AgentEnd = {
  /**
   * `timeout`: it was ended after `limits.minutes`. `killed`: it used more than its box may hold, or something ended the
   * box. `cancelled`: the run was ended from outside, or its time was over.
   */
  readonly how: 'exited' | 'timeout' | 'killed' | 'cancelled';
  /** Why nobody knows what it left; missing = it is known. */
  readonly problem?: string;
  /** It ran with nothing beside it, because it took all its time before, or was killed. */
  readonly isAlone: boolean;
  /** Every path that it made, changed or gave another mode; never the unchanged files that were laid for it. */
  readonly left: readonly LeftFile[];
  /** The text of each regular file among them; null = it is not UTF-8. */
  readonly texts: ReadonlyMap<string, string | null>;
  /** Paths of laid files that it removed. */
  readonly removed: readonly string[];
  /** What it printed, capped and without the key. */
  readonly transcript: string;
  /** The last line of what it wrote to stderr, without the key; empty = none. */
  readonly lastError: string;
};
