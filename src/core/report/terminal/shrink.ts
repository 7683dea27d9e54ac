import type { Shrunk } from '../../shrink/shrunk.ts';
import type { ShrinkRun } from '../summary/shrink-run.ts';
import { mapLine } from '../words/map-words.ts';
import { logText } from '../words/escape.ts';
import { markedPhrases } from '../words/phrases.ts';
import { code, prose } from '../words/prose.ts';
import {
  danglingLine,
  excluded,
  partOutcomes,
  passes,
  savingLine,
  shrinkClaim,
  shrinkEndNote,
  shrinkTitle,
} from '../words/shrink-words.ts';
import { count, dollars } from '../words/wording.ts';

/** What `shrink` prints. `patch` is where the patch lies; null = there is none. */
export function renderShrink(run: ShrinkRun, patch: string | null): string {
  const { skipReason, planned, shrunk, maps } = run;
  const texts = [
    ...(skipReason === null ? [] : [markedPhrases(prose(skipReason))]),
    ...planned.map((plan) => {
      const whom = `${count(plan.parts, 'part')} on ${count(plan.subjects.length, 'model')}`;
      const cost = `about ${count(plan.answersOneByOne, 'answer')} if each has to be tried by itself, fewer where groups hold`;
      return `${markedPhrases(code(plan.target, 120))}: ${whom}, ${cost}`;
    }),
    ...shrunk.map((each) => {
      const map = maps.find(({ target }) => target === each.target);
      const line = map === undefined ? [] : mapLine(map);
      return line.length === 0 ? textOf(each) : `${textOf(each)}\n${markedPhrases(line)}`;
    }),
    ...(patch === null
      ? []
      : [`Next step: read the patch, then apply it: ${markedPhrases(code(`git apply ${patch}`, 400))}`]),
    spentText(run),
  ];
  return logText(`${texts.join('\n\n')}\n`);
}

function textOf(shrunk: Shrunk): string {
  const { offer, parts } = shrunk;
  const counts = partOutcomes.map(
    (outcome) => `${parts.filter((part) => part.outcome === outcome).length} ${outcome.replace('-', ' ')}`,
  );
  const note = shrinkEndNote(shrunk);
  return [
    markedPhrases(shrinkTitle(shrunk)),
    markedPhrases(shrinkClaim(shrunk)),
    ...(offer === null ? [] : [markedPhrases(savingLine(offer.saving))]),
    ...(offer?.answers ?? []).map(
      (answer) =>
        `  ${markedPhrases(code(answer.spec, 80))} on ${markedPhrases(code(answer.model, 80))}: ${passes(answer)}, ${excluded(answer)}`,
    ),
    ...(offer === null || offer.dangling.length === 0 ? [] : [markedPhrases(danglingLine(offer.dangling))]),
    `Parts: ${counts.join(', ')}`,
    ...(note === null ? [] : [note]),
  ].join('\n');
}

function spentText({ spent }: ShrinkRun): string {
  const { usd, generations, cachedGenerations, seconds } = spent;
  const cost = usd === null ? 'n/a (a price is unknown)' : dollars(usd);
  const reused = `${count(cachedGenerations, 'answer')} reused`;
  return `Cost ${cost} · ${count(generations, 'model call')}, ${reused} · ${Math.round(seconds)} s`;
}
