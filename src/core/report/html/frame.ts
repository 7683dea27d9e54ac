import { movedTests } from '../words/moved-tests.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { subjectTitle } from '../words/naming.ts';
import { foldedNotes } from '../words/opening.ts';
import { flakyPart, notesPart, settingsPart } from './background.ts';
import { fragment, h } from './elements/element.ts';
import type { Content } from './elements/element.ts';
import { filterBar } from './filters.ts';
import { verdictTag } from './elements/icons.ts';
import { codeName, verdictSubjectName } from './elements/names.ts';
import { findingPart } from './finding-part.ts';
import { leadPart, verdictsPart } from './overview.ts';
import { movedTestsPart, portabilityPart } from './portability-part.ts';
import { runPlaceLine } from './run-place.ts';
import { statisticsPart } from './statistics-part.ts';
import { emptyPart } from './way-out.ts';
import type { ReportView } from './report-view.ts';
import { costPart } from './spending.ts';

/** Top of the index page: the verdict in words. */
export function indexHead(view: ReportView): Content {
  return fragment(
    h('a', { class: 'skip', href: '#main' }, 'Skip to the report'),
    h(
      'header',
      { class: 'top' },
      bar('Spec portability', runPlaceLine(view.summary, view.place)),
      leadPart(view),
    ),
  );
}

/** The part of the index page before the specs. */
export function beforeParts(view: ReportView): Content {
  return fragment(
    findingPart(view),
    emptyPart(view),
    contents(view),
    filterBar(view.summary),
    verdictsPart(view),
    movedTestsPart(view),
    portabilityPart(view),
    view.summary.changes.length === 0 ? null : h('h2', { id: 'specs' }, 'Specs in detail'),
  );
}

/** The part of the index page after the specs. */
export function afterParts(view: ReportView): Content {
  return fragment(
    h(
      'section',
      { class: 'rest', 'aria-label': 'Statistics, notes, cost and settings' },
      statisticsPart(view),
      notesPart(view),
      flakyPart(view),
      costPart(view),
      settingsPart(view),
    ),
  );
}

/** Top of a page with the generations of one comparison. */
export function generationsHead(view: ReportView, verdict: Verdict): Content {
  const anchor = view.anchors.comparison(verdict.question);
  return h(
    'header',
    { class: 'top', id: anchor },
    bar('Generations'),
    h(
      'p',
      {},
      codeName(verdict.spec),
      ' on ',
      verdictSubjectName(view.summary, verdict),
      ' ',
      verdictTag(verdict.verdict),
    ),
    h('p', {}, h('a', { href: `../index.html#${anchor}` }, 'Back to the report')),
  );
}

/** Top of a page about one spec. */
export function specHead(view: ReportView, spec: string): Content {
  return h(
    'header',
    { class: 'top' },
    bar('Spec'),
    h('p', {}, h('a', { href: `../index.html#${view.anchors.spec(spec)}` }, 'Back to the report')),
  );
}

/** Top of the page about tests and words. */
export function mapHead(): Content {
  return h('header', { class: 'top' }, bar('Which tests notice which words'));
}

function bar(title: string, about: Content = null): Content {
  return h(
    'div',
    { class: 'bar' },
    h('h1', {}, title),
    about,
    h('button', { type: 'button', id: 'theme', hidden: true }, 'Dark theme'),
  );
}

function contents({ summary, evidence }: ReportView): Content {
  const hasVerdicts = summary.verdicts.length > 0;
  const links = [
    ['overview', `${subjectTitle(summary.verdicts)}s and models`, hasVerdicts],
    ['moved', 'Tests that moved', movedTests(summary).length > 0],
    ['portability', 'Portability', summary.portability.some(({ base, head }) => (base ?? head) !== null)],
    ['specs', 'Specs in detail', summary.changes.length > 0],
    ['statistics', 'Statistics', hasVerdicts],
    ['notes', 'Notes', foldedNotes(summary).length > 0],
    ['flaky', 'Flaky tests', evidence.flaky.length > 0],
    ['cost', 'Cost', evidence.costs.length > 0],
    ['settings', 'Settings', true],
  ] as const;
  return h(
    'nav',
    { class: 'toc', 'aria-label': 'Contents' },
    ...links.flatMap(([id, title, isThere]) => (isThere ? [h('a', { href: `#${id}` }, title)] : [])),
  );
}
