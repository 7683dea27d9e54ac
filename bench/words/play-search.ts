import { checkState, mostCheckSamples } from '../../src/core/blame/check.ts';
import type { Check, Counts } from '../../src/core/blame/found-words.ts';
import { plus, type Sides } from '../../src/core/blame/pass-rate.ts';
import {
  searchState,
  type PrefixSample,
  type SearchStart,
  type SearchState,
} from '../../src/core/blame/search.ts';
import type { Random } from '../verdicts/random.ts';
import type { MadeChange } from './made-change.ts';

/** How a search came to its end. */
export type Played = { readonly state: SearchState; readonly samples: number };

/** The real search, or one with a planted fault. */
export type Searcher = (start: SearchStart, samples: readonly PrefixSample[], random: Random) => SearchState;

/** Runs a search on a made-up model to its end, and says how it stood at the smaller of two caps too. */
export function playSearch(
  start: SearchStart,
  of: { readonly cause: number; readonly rates: Sides<number>; readonly smallCap: number },
  by: { readonly random: Random; readonly searcher?: Searcher },
): { readonly atEnd: Played; readonly atSmallCap: Played } {
  const searcher = by.searcher ?? searchState;
  const samples: PrefixSample[] = [];
  let atSmallCap: Played | null = null;
  for (;;) {
    if (samples.length === of.smallCap && atSmallCap === null)
      atSmallCap = {
        state: searcher({ ...start, most: of.smallCap }, samples, by.random),
        samples: samples.length,
      };
    const state = searcher(start, samples, by.random);
    const played = { state, samples: samples.length };
    if (state.kind === 'settled') return { atEnd: played, atSmallCap: atSmallCap ?? played };
    const rate = state.prefix > of.cause ? of.rates.head : of.rates.base;
    samples.push({ prefix: state.prefix, passed: by.random() < rate });
  }
}

/** Runs the check of a part on fresh samples to its end. */
export function playCheck(
  known: { readonly detected: Sides<Counts>; readonly searched: Sides<Counts> },
  of: { readonly change: MadeChange; readonly part: number; readonly rates: Sides<number> },
  random: Random,
): Check {
  const { change, part, rates } = of;
  const rateOf = (knows: boolean): number => (knows ? rates.base : rates.head);
  const chances = {
    alone: rateOf(change.knows((index) => index === part)),
    without: rateOf(change.knows((index) => index !== part)),
  };
  const seen = { alone: none, without: none };
  for (;;) {
    const taken = Object.values(seen).map(({ passed, failed }) => passed + failed);
    const state = checkState({ ...known, ...seen, isOver: Math.min(...taken) >= mostCheckSamples });
    if (state.kind === 'settled') return state.check;
    const passed = random() < chances[state.text];
    seen[state.text] = plus(seen[state.text], { passed: Number(passed), failed: Number(!passed) });
  }
}

const none: Counts = { passed: 0, failed: 0 };
