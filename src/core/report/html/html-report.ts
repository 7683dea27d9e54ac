import type { Evidence } from '../evidence/evidence.ts';
import { mostSevereFirst, severity } from '../words/severity.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import { anchorsOf, fileOf, specsOf } from './anchors.ts';
import { colouredCells } from './coloured-cells.ts';
import { markup, h } from './elements/element.ts';
import { afterParts, beforeParts, generationsHead, indexHead, specHead } from './frame.ts';
import { generationsLink, generationsHtml } from './generations-part.ts';
import { pageOf, render } from './page.ts';
import type { Page } from './page.ts';
import type { ReportView } from './report-view.ts';
import type { RunPlace } from './run-place.ts';
import { wayOut } from './way-out.ts';
import { specLink, specPart } from './spec-part.ts';
import { passedTitle } from '../words/asking.ts';
import { sentenceOf } from '../words/sentences.ts';
import type { Content } from './elements/element.ts';
import { isBadNews, leadVerdict } from './finding-part.ts';
import { verdictTag } from './elements/icons.ts';
import { keyOf, verdictSubjectName } from './elements/names.ts';
import { phraseContent } from './elements/phrase-content.ts';
import { dropNumber, dropTitle, nothingMeasured, passedSides } from '../words/verdict-words.ts';

/** The input of the report for a browser. */
export type HtmlReport = {
  readonly summary: PortabilitySummary;
  readonly evidence: Evidence;
  /** Where and when the run took place; null where nobody knows. */
  readonly place: RunPlace | null;
};

/**
 * The report as pages, one at a time. Generations that do not fit into the index come first, each comparison on its
 * own page; the index comes last. A caller that writes each page before asking for the next never holds the whole
 * report.
 */
export function* htmlReport(report: HtmlReport, room: number = indexRoom): Generator<Page, void> {
  const view = viewOf(report);
  const before = `${render(indexHead(view))}<main id="main">${render(beforeParts(view))}`;
  const after = `${render(afterParts(view))}</main>`;
  // Reserved for the frame of the page: style, script, icons.
  let left = room - sizeOf(before) - sizeOf(after) - 40_000;
  const parts: string[] = [];
  const sections = specsBySeverity(report.summary).map((spec) => {
    const html = render(section(view, spec));
    // The index needs room for at least the links to the generations.
    const size =
      sizeOf(html) +
      verdictsOn(report.summary, spec).reduce((sum, verdict) => sum + linkSize(view, verdict), 0);
    const fits = left >= size;
    const instead = fits ? '' : render(specLink(view, spec));
    left -= fits ? size : sizeOf(instead);
    return { spec, html, fits, instead };
  });
  for (const { spec, html, fits, instead } of sections) {
    const filled = yield* fill(view, {
      html,
      spec,
      room: fits ? left : 0,
      folder: fits ? 'generations/' : '',
    });
    left -= filled.used;
    if (!fits) yield specPage(view, spec, filled.parts);
    parts.push(...(fits ? filled.parts : [instead]));
  }
  yield pageOf('index.html', { title: 'Spec portability report', parts: [before, ...parts, after] });
}

function viewOf({ summary, evidence, place }: HtmlReport): ReportView {
  const comparisons = new Map(evidence.comparisons.map((each) => [each.question, each]));
  const coloured = colouredCells(summary, comparisons);
  return { summary, evidence, place, comparisons, coloured, anchors: anchorsOf(summary) };
}

/** Largest size of the index in bytes; beyond it generations go to pages of their own. */
const indexRoom = 2_000_000;

function sizeOf(html: string): number {
  return Buffer.byteLength(html);
}

function specsBySeverity(summary: PortabilitySummary): readonly string[] {
  const worst = new Map<string, number>();
  for (const { spec, verdict } of summary.verdicts)
    worst.set(spec, Math.min(worst.get(spec) ?? severity.length, severity.indexOf(verdict)));
  const rank = (spec: string): number => worst.get(spec) ?? severity.length;
  return specsOf(summary).toSorted((one, other) => rank(one) - rank(other));
}

// Generations are rendered separately and inserted at their placeholder. No text from outside can look like a
// placeholder.
function slot(place: number): string {
  return `<div data-slot="${place}"></div>`;
}

function section(view: ReportView, spec: string) {
  const comparisons = verdictsOn(view.summary, spec).map((verdict, place) =>
    comparisonPart(view, verdict, markup('div', {}, slot(place))),
  );
  return specPart(view, spec, comparisons);
}

function verdictsOn({ verdicts }: PortabilitySummary, spec: string): readonly Verdict[] {
  return mostSevereFirst(verdicts.filter((verdict) => verdict.spec === spec));
}

function* fill(
  view: ReportView,
  of: { readonly html: string; readonly spec: string; readonly room: number; readonly folder: string },
): Generator<Page, { readonly parts: readonly string[]; readonly used: number }> {
  const parts: string[] = [];
  let rest = of.html;
  let used = 0;
  for (const [place, verdict] of verdictsOn(view.summary, of.spec).entries()) {
    const generations = generationsOf(view, verdict);
    const more = generations.reduce((sum, part) => sum + sizeOf(part), -linkSize(view, verdict));
    const fits = used + more <= of.room;
    if (fits) used += more;
    else yield generationsPage(view, verdict, generations);
    const [before = '', after = ''] = rest.split(slot(place));
    parts.push(before, ...(fits ? generations : [linkTo(view, verdict, of.folder)]));
    rest = after;
  }
  return { parts: [...parts, rest], used };
}

function generationsOf(
  { summary, evidence, comparisons, anchors, coloured }: ReportView,
  verdict: Verdict,
): readonly string[] {
  const { question } = verdict;
  const comparison = comparisons.get(question);
  if (comparison === undefined) return [];
  // The page has begun with the pair of this one.
  const isOpen = isBadNews(verdict) && leadVerdict(summary.verdicts) !== verdict;
  const anchor = anchors.comparison(question);
  return generationsHtml({ summary, evidence }, comparison, { anchor, verdict, isOpen, coloured });
}

function linkTo({ comparisons, anchors }: ReportView, { question }: Verdict, folder: string): string {
  const comparison = comparisons.get(question);
  if (comparison === undefined || comparison.cells.length === 0) return '';
  const anchor = anchors.comparison(question);
  return render(
    generationsLink(comparison, `${folder}${fileOf(anchor).slice('generations/'.length)}`, anchor),
  );
}

function linkSize(view: ReportView, verdict: Verdict): number {
  return sizeOf(linkTo(view, verdict, 'generations/'));
}

function generationsPage(view: ReportView, verdict: Verdict, generations: readonly string[]): Page {
  const { question, spec, model } = verdict;
  const head = render(generationsHead(view, verdict));
  return pageOf(fileOf(view.anchors.comparison(question)), {
    title: `${spec.slice(0, 60)} on ${model}`,
    parts: [head, '<main id="main">', ...generations, '</main>'],
  });
}

function specPage(view: ReportView, spec: string, html: readonly string[]): Page {
  const parts = [render(specHead(view, spec)), '<main id="main">', ...html, '</main>'];
  return pageOf(fileOf(view.anchors.spec(spec)), { title: spec, parts });
}

/** One spec on one model: the verdict, and a place for its generations. */
function comparisonPart(view: ReportView, verdict: Verdict, generations: Content): Content {
  const { summary, anchors } = view;
  const way = wayOut(view, verdict);
  return h(
    'article',
    {
      class: `comparison ${verdict.verdict}`,
      id: anchors.comparison(verdict.question),
      'data-item': true,
      'data-spec': keyOf(verdict.spec),
      'data-model': keyOf(verdict.model),
      'data-verdict': verdict.verdict,
    },
    h('h4', { class: 'name' }, verdictSubjectName(summary, verdict), ' ', verdictTag(verdict.verdict)),
    h('p', {}, ...phraseContent(sentenceOf(summary, verdict.verdict, [verdict]))),
    h(
      'ul',
      { class: 'facts' },
      h('li', {}, `${passedTitle([verdict])}: `, h('strong', {}, passedSides(verdict))),
      nothingMeasured(verdict) ? null : h('li', {}, `${dropTitle}: `, h('strong', {}, dropNumber(verdict))),
    ),
    way === null ? null : h('p', {}, h('strong', {}, 'What to do: '), ...way),
    generations,
  );
}
