/** The most that a run may use; null = no such cap. */
export type Caps = {
  readonly usd: number | null;
  readonly usdPerPr: {
    readonly cap: number;
    /** Spent by earlier runs of the same pull request. */
    readonly alreadySpent: number;
  } | null;
  readonly generations: number;
  readonly tokens: number | null;
};

/**
 * The ledger's totals so far. `usd` leaves out calls without a known price. What is reserved includes what a vendor may
 * yet charge for answers that broke off.
 */
export type Spending = {
  readonly usd: number;
  readonly tokens: number;
  /** Calls that were begun, whatever their outcome. */
  readonly generations: number;
  /** Calls that were answered, also those that gave no answer; a repeated call counts again. */
  readonly answered: number;
  readonly reservedUsd: number;
  readonly reservedTokens: number;
};

/** The caps of a run that may use only this share (0…1) of what it has left of each. */
export function shareOfRest(caps: Caps, spent: Spending, share: number): Caps {
  const { usd, usdPerPr, generations, tokens } = caps;
  const usedUsd = spent.usd + spent.reservedUsd;
  const capAt = (cap: number, used: number): number => used + share * Math.max(0, cap - used);
  return {
    usd: usd === null ? null : capAt(usd, usedUsd),
    usdPerPr:
      usdPerPr === null ? null : { ...usdPerPr, cap: capAt(usdPerPr.cap, usdPerPr.alreadySpent + usedUsd) },
    generations: Math.floor(capAt(generations, spent.generations)),
    tokens: tokens === null ? null : capAt(tokens, spent.tokens + spent.reservedTokens),
  };
}

/** What several texts share; after `minutes` nothing new is begun. */
type SharedLimits = Pick<Caps, 'usd' | 'generations' | 'tokens'> & { readonly minutes: number };

/** What one of `among` texts may use where all share the rest of what a run may, and each has as much. */
export function equalShare<Limits extends SharedLimits>(
  limits: Limits,
  spent: Pick<Spending, 'usd' | 'generations' | 'tokens'> & { readonly minutes: number },
  among: number,
): Limits {
  const of = (cap: number, used: number): number => Math.max(0, cap - used) / among;
  return {
    ...limits,
    usd: limits.usd === null ? null : of(limits.usd, spent.usd),
    generations: Math.floor(of(limits.generations, spent.generations)),
    tokens: limits.tokens === null ? null : Math.floor(of(limits.tokens, spent.tokens)),
    minutes: of(limits.minutes, spent.minutes),
  };
}
