import type { Verdict } from '../../verdict/verdict.ts';
import { addedToModel } from './asking.ts';
import { words, type Phrases } from './phrases.ts';
import { boldModel, joinNames, nameModel, nameSpec } from './naming.ts';
import { prose } from './prose.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import { confidence, rate, ruledOut } from './wording.ts';
import type { Asks } from '../../records/asks.ts';
import type { VerdictWord } from '../../records/verdict-word.ts';

/** Sentences about all model-switch verdicts with the same word, one for each pair of models. */
export function switchSentences(
  summary: PortabilitySummary,
  word: VerdictWord,
  verdicts: readonly Verdict[],
): readonly Phrases[] {
  const isPair = (one: Verdict, other: Verdict): boolean =>
    one.model === other.model && one.insteadOf === other.insteadOf;
  const firsts = verdicts.filter((each, index) => verdicts.findIndex((one) => isPair(one, each)) === index);
  return firsts.map((first) =>
    aboutPair(summary, word, { first, verdicts: verdicts.filter((each) => isPair(each, first)) }),
  );
}

/** Whose verdict a row shows: a model, and what else is asked of it if not about the change. */
export function verdictSubject(
  summary: PortabilitySummary,
  verdict: Pick<Verdict, 'model' | 'insteadOf'> & { readonly asks?: Asks },
): Phrases {
  return [...nameModel(summary, verdict.model), ...addedToModel(summary, verdict)];
}

type Pair = { readonly first: Verdict; readonly verdicts: readonly Verdict[] };

function aboutPair(summary: PortabilitySummary, word: VerdictWord, { first, verdicts }: Pair): Phrases {
  const to = boldModel(summary, first.model);
  const from = nameModel(summary, first.insteadOf ?? first.model);
  const specs = joinNames(verdicts.map(({ spec }) => nameSpec(spec)));
  const counted = joinNames(
    verdicts.map((verdict) => [
      ...nameSpec(verdict.spec),
      ...words(` (${verdict.base === null ? '' : `${rate(verdict.base)} → `}${rate(verdict.head)})`),
    ]),
  );
  const say = (...parts: readonly (string | Phrases)[]): Phrases =>
    parts.flatMap((part) => (typeof part === 'string' ? words(part) : part));
  switch (word) {
    case 'regressed':
      return say(to, ' fails ', counted, ', which ', from, ' passed.');
    case 'suspected':
      return say(
        ...[to, ' may fail ', counted, ', which ', from],
        ' passed; the evidence is too thin to be sure.',
      );
    case 'improved':
      return say(to, ' does better than ', from, ' on ', counted, '.');
    case 'held':
    case 'portable':
      return say(to, ' does as well as ', from, ' on ', specs, exclusion(summary, verdicts), '.');
    case 'inconclusive':
    case 'not-portable':
      return say('No verdict on ', to, ' instead of ', from, ' for ', specs, reason(first), '.');
    case 'base-too-weak':
      return say(
        'A drop cannot be seen on ',
        to,
        ', because ',
        from,
        ' already fails too often: ',
        counted,
        '.',
      );
  }
}

function exclusion(summary: PortabilitySummary, verdicts: readonly Verdict[]): string {
  const ruled = verdicts.map(({ excludes }) => excludes).filter((excludes) => excludes !== null);
  if (ruled.length < verdicts.length) return '';
  return `: ${ruledOut(Math.max(...ruled))} (${confidence(summary.settings.beta)})`;
}

function reason({ why }: Verdict): Phrases {
  return why === null ? [] : [...words(': '), ...prose(why.trim().replace(/\.$/, ''))];
}
