import { hunksShown, quoteHunk } from '../changed-words/hunk-quote.ts';
import { bullets, paragraph, words, type Blocks } from '../words/phrases.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import { changeLine, questionLine } from '../words/would-ask.ts';
import { count } from '../words/wording.ts';

/** What a run that only shows its plan would ask: what changed in each spec, and the questions about it. */
export function plannedBlocks(summary: PortabilitySummary): Blocks {
  const { changes, planned = [], trigger } = summary;
  const options = { head: trigger.head, repositoryUrl: null, maxLines: 12 };
  return [
    ...changes.slice(0, 20).flatMap((change) => {
      const rest = change.hunks.length - hunksShown;
      return [
        paragraph(changeLine(change)),
        ...change.hunks.slice(0, hunksShown).flatMap((hunk) => quoteHunk(hunk, options)),
        ...(rest > 0 ? [paragraph(words(`and ${count(rest, 'more change')}.`))] : []),
      ];
    }),
    bullets(planned.slice(0, 50).map((question) => questionLine(summary, question))),
  ];
}
