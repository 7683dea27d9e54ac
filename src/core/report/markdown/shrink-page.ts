import type { RootContent } from 'mdast';
import type { JudgedPart, Shrunk } from '../../shrink/shrunk.ts';
import type { ShrinkRun } from '../summary/shrink-run.ts';
import { mapBlocks } from './map-blocks.ts';
import { sourceLine } from '../words/escape.ts';
import { bold, paragraph, table, words, type Blocks, type Phrases } from '../words/phrases.ts';
import { writeMarkdown } from '../../write-markdown.ts';
import { code, prose } from '../words/prose.ts';
import {
  danglingLine,
  excluded,
  outcomeMeaning,
  partOutcomes,
  passes,
  savingLine,
  shrinkClaim,
  shrinkEndNote,
  shrinkTitle,
  whoNeeds,
} from '../words/shrink-words.ts';
import { patchOf } from '../words/shrink-patch.ts';

/** `shrink.md`: each text with what was shown of its parts, and the offered edit. */
export function renderShrinkPage({ shrunk, maps, skipReason }: ShrinkRun): string {
  const blocks: Blocks = [
    paragraph(bold(words('Shorter texts'))),
    ...(skipReason === null ? [] : [paragraph(prose(skipReason))]),
    ...shrunk.flatMap((each) => [
      ...blocksOf(each),
      ...maps.filter(({ target }) => target === each.target).flatMap((map) => mapBlocks(map)),
    ]),
  ];
  return writeMarkdown(blocks);
}

function blocksOf(shrunk: Shrunk): Blocks {
  const { offer, parts } = shrunk;
  const note = shrinkEndNote(shrunk);
  return [
    paragraph(bold(shrinkTitle(shrunk))),
    paragraph(shrinkClaim(shrunk)),
    ...(offer === null
      ? []
      : [
          paragraph(savingLine(offer.saving)),
          table(
            [words('Spec'), words('Model'), words('With these words → without'), words('Shown')],
            offer.answers.map((answer) => [
              code(answer.spec, 80),
              code(answer.model, 80),
              words(passes(answer)),
              words(excluded(answer)),
            ]),
          ),
          diffBlock(shrunk),
          ...linesOf(danglingLine(offer.dangling)),
        ]),
    ...(note === null ? [] : [paragraph(words(note))]),
    ...partOutcomes.flatMap((outcome) =>
      partsBlocks(
        shrunk,
        outcome,
        parts.filter((part) => part.outcome === outcome),
      ),
    ),
  ];
}

function linesOf(line: Phrases): Blocks {
  return line.length === 0 ? [] : [paragraph(line)];
}

function diffBlock(shrunk: Shrunk): RootContent {
  const lines = patchOf([shrunk]).trimEnd().split('\n');
  return { type: 'code', lang: 'diff', value: lines.map((line) => sourceLine(line, 400)).join('\n') };
}

function partsBlocks(
  { subjects }: Shrunk,
  outcome: JudgedPart['outcome'],
  parts: readonly JudgedPart[],
): Blocks {
  if (parts.length === 0) return [];
  const title = `${outcome.replace('-', ' ')} (${outcomeMeaning[outcome]})`;
  const isNeeded = outcome === 'needed';
  const rows = parts.map((judged) => {
    const { file, lines, present } = judged.part;
    const place = `${file}:${lines[0]}${lines[1] === lines[0] ? '' : `-${lines[1]}`}`;
    return [code(place, 160), code(present, 160), ...(isNeeded ? [whoNeeds(judged, subjects)] : [])];
  });
  return [paragraph(bold(words(title))), table([words('Lines'), words('Words'), words('Needed by')], rows)];
}
