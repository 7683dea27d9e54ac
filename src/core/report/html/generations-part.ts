import type { Verdict } from '../../verdict/verdict.ts';
import { count } from '../words/wording.ts';
import type { CellStory, ComparisonEvidence } from '../evidence/evidence.ts';
import { cellDiffs } from './cell-diffs.ts';
import { cellPart } from './cell-part.ts';
import { outcomeSign, outcomeWords, sampleName, sampleSlug } from './cell-text.ts';
import { fragment, h } from './elements/element.ts';
import type { Content } from './elements/element.ts';
import { render } from './page.ts';
import type { ReportView } from './report-view.ts';

/** All generations of one comparison as parts of a page: first diffs between them, then each on its own. */
export function generationsHtml(
  view: Pick<ReportView, 'summary' | 'evidence'>,
  comparison: ComparisonEvidence,
  of: {
    readonly anchor: string;
    readonly verdict: Verdict;
    readonly isOpen: boolean;
    readonly coloured: ReadonlySet<CellStory>;
  },
): readonly string[] {
  if (comparison.cells.length === 0) return [];
  const { anchor, coloured } = of;
  const opening = fragment(
    h('h5', {}, 'Generations'),
    strip(comparison, (story) => `#${anchor}/${sampleSlug(story)}`),
    cellDiffs(view, comparison, of),
  );
  // Rendered one at a time: one tree of hundreds of generations would stay in memory until its last line.
  const cells = comparison.cells.map((story) =>
    render(cellPart(story, { anchor, isColoured: coloured.has(story) })),
  );
  return [render(opening), ...cells];
}

/** A link to the generations of a comparison that has its own page. */
export function generationsLink(comparison: ComparisonEvidence, file: string, anchor: string): Content {
  return fragment(
    h('h5', {}, 'Generations'),
    strip(comparison, null),
    h(
      'p',
      {},
      h(
        'a',
        { href: `${file}#${anchor}` },
        `${count(comparison.cells.length, 'generation')} with files, test output and diffs`,
      ),
    ),
  );
}

function strip(comparison: ComparisonEvidence, link: ((story: CellStory) => string) | null): Content {
  const roles = [
    ['head', 'head'],
    ['base', 'base'],
    ['confirming', 'confirming base'],
  ] as const;
  return fragment(
    ...roles.flatMap(([role, name]) => {
      const stories = comparison.cells.filter((story) => story.role === role);
      if (stories.length === 0) return [];
      const passed = stories.filter(({ outcome }) => outcome.kind === 'passed').length;
      const missing = stories.filter(({ outcome }) => outcome.kind === 'unmeasured').length;
      return [
        h('p', { class: 'soft small' }, `${name}: ${countsOf({ passed, missing, all: stories.length })}`),
        link === null
          ? h(
              'p',
              { 'aria-hidden': 'true', class: 'small' },
              stories.map((story) => outcomeSign(story)).join(' '),
            )
          : h(
              'ul',
              { class: 'strip' },
              ...stories.map((story) =>
                h(
                  'li',
                  { class: story.outcome.kind },
                  h(
                    'a',
                    { href: link(story), 'aria-label': `${sampleName(story)}: ${outcomeWords(story)}` },
                    outcomeSign(story),
                  ),
                ),
              ),
            ),
      ];
    }),
  );
}

// What was not measured has not failed.
function countsOf(of: { readonly passed: number; readonly missing: number; readonly all: number }): string {
  const { passed, missing, all } = of;
  if (missing === all) return `none of ${count(all, 'sample')} could be measured`;
  return `${passed} of ${count(all - missing, 'sample')} passed${missing === 0 ? '' : `, ${missing} not measured`}`;
}
