import type { Answer } from '../../shrink/answer.ts';
import type { JudgedPart, Shrunk } from '../../shrink/shrunk.ts';
import { mapResult } from './map-result.ts';
import type { ShrinkRun } from '../summary/shrink-run.ts';

/** `shrink.json`, schema 1: rates from 0 to 1, money in USD. */
export function shrinkResult(run: ShrinkRun) {
  const { commit, skipReason, planned, shrunk, maps, spent } = run;
  return {
    schema: 1,
    commit,
    withheld: skipReason,
    ...(planned.length === 0 ? {} : { planned }),
    texts: shrunk.map((each) => {
      const map = maps.find(({ target }) => target === each.target);
      return { ...textOf(each), ...(map === undefined ? {} : { map: mapResult(map) }) };
    }),
    spent: {
      generations: spent.generations,
      cachedGenerations: spent.cachedGenerations,
      inputTokens: spent.inputTokens,
      outputTokens: spent.outputTokens,
      usd: spent.usd,
      unpriced: spent.unpriced,
      exhaustedCaps: spent.exhaustedCaps,
    },
  };
}

function textOf({ target, files, subjects, parts, offer, end, weakOn, questions }: Shrunk) {
  return {
    ...{ target, files, end, questions, subjects, weakOn },
    offer:
      offer === null
        ? null
        : {
            files: offer.texts.map(({ path }) => path),
            excludes: offer.drop,
            beta: offer.beta,
            confirmedBy: offer.answers.map((answer) => answerOf(answer)),
            saves: offer.saving,
            dangling: offer.dangling,
          },
    parts: parts.map((judged) => partOf(judged)),
  };
}

function partOf({ part, outcome, answers }: JudgedPart) {
  const { id, file, lines, columns, kind, present } = part;
  return {
    id,
    file,
    lines,
    ...(columns === undefined ? {} : { columns }),
    kind,
    outcome,
    text: present,
    without: answers.map((answer) => answerOf(answer)),
  };
}

function answerOf({ spec, model, verdict, base, head, excludes, brokenTests }: Answer) {
  return { spec, model, verdict, base, head, excludes, brokenTests };
}
