import { structuredPatch } from 'diff';
import type { GeneratedFile } from '../../generation/completion.ts';
import type { CellStory, ComparisonEvidence, Evidence } from '../evidence/evidence.ts';
import { sampleName } from './cell-text.ts';
import { codeLine } from './code-text.ts';
import { fragment, h } from './element.ts';
import type { Content } from './element.ts';
import { visibleName } from './names.ts';
import { writtenFiles } from './written-files.ts';

/** What a passing generation has that a failing one lacks: once of the same model, once of another. */
export function cellDiffs(evidence: Evidence, comparison: ComparisonEvidence): Content {
  const failing = find(comparison, 'failed');
  const passing = find(comparison, 'passed');
  const other = evidence.comparisons.find(
    (candidate) =>
      candidate.spec === comparison.spec &&
      candidate.model !== comparison.model &&
      find(candidate, 'passed') !== null,
  );
  const others = other === undefined ? null : find(other, 'passed');
  const one = failing ?? passing;
  return fragment(
    passing !== null && failing !== null
      ? difference(
          `A passing and a failing generation: ${sampleName(passing)} (−) and ${sampleName(failing)} (+)`,
          passing,
          failing,
        )
      : null,
    other !== undefined && others !== null && one !== null
      ? difference(
          `Two models: ${visibleName(other.model, 80)}, ${sampleName(others)} (−), and this one, ${sampleName(one)} (+)`,
          others,
          one,
        )
      : null,
  );
}

// Head before base: readers want to know what the new text led to.
function find({ cells }: ComparisonEvidence, kind: 'passed' | 'failed'): CellStory | null {
  return cells.find(({ cell, outcome }) => outcome.kind === kind && cell.code.kind === 'files') ?? null;
}

const longest = 300;

function difference(title: string, one: CellStory, other: CellStory): Content {
  const [before, after] = [writtenFiles(one.cell), writtenFiles(other.cell)];
  const paths = [...new Set([...before, ...after].map(({ path }) => path))].slice(0, 50);
  const lines = paths.flatMap((path) => fileDiff(path, before, after));
  return h(
    'details',
    {},
    h('summary', {}, title),
    lines.length === 0
      ? h('p', { class: 'soft small' }, 'They are the same.')
      : h(
          'pre',
          { class: 'diff', tabindex: 0, role: 'region', 'aria-label': title },
          ...lines.slice(0, longest).map((line) => h('span', { class: toneOf(line) }, codeLine(line, 600))),
          lines.length > longest ? `… ${lines.length - longest} more lines` : '',
        ),
  );
}

function fileDiff(path: string, before: readonly GeneratedFile[], after: readonly GeneratedFile[]): string[] {
  const text = (files: readonly GeneratedFile[]): string => {
    const content = files.find((file) => file.path === path)?.content ?? '';
    // The diff's time grows with the square of the number of differences.
    return content.length > 200_000 ? content.slice(0, 200_000) : content;
  };
  const patch = structuredPatch(path, path, text(before), text(after), '', '', {
    context: 3,
    maxEditLength: 600,
  });
  if (patch === undefined) return [`@@ ${visibleName(path)}: almost every line differs`];
  return patch.hunks.flatMap((hunk) => [`@@ ${visibleName(path)} line ${hunk.newStart}`, ...hunk.lines]);
}

function toneOf(line: string): string | false {
  if (line.startsWith('+')) return 'come';
  if (line.startsWith('-')) return 'gone';
  return line.startsWith('@@') ? 'soft' : false;
}
