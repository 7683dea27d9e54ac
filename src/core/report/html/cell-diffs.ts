import type { Verdict } from '../../verdict/verdict.ts';
import type { CellStory, ComparisonEvidence } from '../evidence/evidence.ts';
import { sampleName } from './cell-text.ts';
import { fragment, h } from './elements/element.ts';
import type { Content } from './elements/element.ts';
import { isBadNews } from './finding-part.ts';
import { modelName } from './elements/names.ts';
import { pairOf } from './pair.ts';
import { diffBlock, differenceOf, pairPart } from './pair-part.ts';
import type { ReportView } from './report-view.ts';
import { writtenFiles } from './written-files.ts';

/**
 * What a passing generation has that a failing one lacks: once of the same model, open where the verdict is bad news,
 * and once of another model.
 */
export function cellDiffs(
  { summary, evidence }: Pick<ReportView, 'summary' | 'evidence'>,
  comparison: ComparisonEvidence,
  of: { readonly verdict: Verdict; readonly isOpen: boolean },
): Content {
  const isBad = isBadNews(of.verdict);
  return fragment(
    // Where all is well a plain difference is enough, and a page of hundreds of comparisons is made sooner.
    isBad ? openPair({ summary, evidence }, comparison, of) : plainPair(comparison),
    otherModel({ summary, evidence }, comparison),
  );
}

function openPair(
  { summary, evidence: { comparisons } }: Pick<ReportView, 'summary' | 'evidence'>,
  comparison: ComparisonEvidence,
  of: { readonly verdict: Verdict; readonly isOpen: boolean },
): Content {
  const pair = pairOf(comparison, of.verdict, comparisons);
  if (pair === null) return null;
  return h(
    'details',
    { open: of.isOpen },
    h('summary', {}, 'Passing against failing code'),
    pairPart(summary, pair),
  );
}

function plainPair(comparison: ComparisonEvidence): Content {
  const [failing, passing] = [find(comparison, 'failed'), find(comparison, 'passed')];
  if (failing === null || passing === null) return null;
  const title = `A passing and a failing generation: ${sampleName(passing)} (−) and ${sampleName(failing)} (+)`;
  return difference(title, passing, failing);
}

function otherModel(
  { summary, evidence: { comparisons } }: Pick<ReportView, 'summary' | 'evidence'>,
  comparison: ComparisonEvidence,
): Content {
  const one = find(comparison, 'failed') ?? find(comparison, 'passed');
  const other = comparisons.find(
    (candidate) =>
      candidate.spec === comparison.spec &&
      candidate.model !== comparison.model &&
      find(candidate, 'passed') !== null,
  );
  const others = other === undefined ? null : find(other, 'passed');
  if (one === null || other === undefined || others === null) return null;
  const title = `Two models: ${modelName(summary, other.model)}, ${sampleName(others)} (−), and this one, ${sampleName(one)} (+)`;
  return difference(title, others, one);
}

// Head before base: readers want to know what the new text led to.
function find({ cells }: ComparisonEvidence, kind: 'passed' | 'failed'): CellStory | null {
  return cells.find(({ cell, outcome }) => outcome.kind === kind && cell.generation !== null) ?? null;
}

function difference(title: string, one: CellStory, other: CellStory): Content {
  const lines = differenceOf(writtenFiles(one.cell), writtenFiles(other.cell));
  return h('details', {}, h('summary', {}, title), diffBlock(title, lines));
}
