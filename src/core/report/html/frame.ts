import { movedTests } from '../words/moved-tests.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import { flakyPart, notesPart, settingsPart } from './background.ts';
import { fragment, h } from './element.ts';
import type { Content } from './element.ts';
import { filterBar } from './filters.ts';
import { verdictTag } from './icons.ts';
import { codeName, verdictSubjectName } from './names.ts';
import { leadPart, movedTestsPart, portabilityPart, verdictsPart } from './overview.ts';
import type { ReportView } from './report-view.ts';
import { costPart } from './spending.ts';

/** Top of the index page: the verdict in words. */
export function indexHead(view: ReportView): Content {
  return fragment(
    h('a', { class: 'skip', href: '#main' }, 'Skip to the report'),
    h('header', { class: 'top' }, bar('Spec portability'), leadPart(view), contents(view.summary, view)),
  );
}

/** The part of the index page before the specs. */
export function beforeParts(view: ReportView): Content {
  return fragment(
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
      { class: 'rest', 'aria-label': 'Cost, flaky tests, settings and notes' },
      costPart(view),
      flakyPart(view),
      settingsPart(view),
      notesPart(view),
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

function bar(title: string): Content {
  return h(
    'div',
    { class: 'bar' },
    h('h1', {}, title),
    h('button', { type: 'button', id: 'theme', hidden: true }, 'Dark theme'),
  );
}

function contents(summary: PortabilitySummary, { evidence }: ReportView): Content {
  const links = [
    ['overview', 'Specs and models', summary.verdicts.length > 0],
    ['moved', 'Tests that moved', movedTests(summary).length > 0],
    ['portability', 'Portability', summary.portability.length > 0],
    ['specs', 'Specs in detail', summary.changes.length > 0],
    ['cost', 'Cost', evidence.costs.length > 0],
    ['flaky', 'Flaky tests', evidence.flaky.length > 0],
    ['settings', 'Settings', true],
    ['notes', 'Notes', summary.notes.length > 0],
  ] as const;
  return h(
    'nav',
    { class: 'toc', 'aria-label': 'Contents' },
    ...links.flatMap(([id, title, isThere]) => (isThere ? [h('a', { href: `#${id}` }, title)] : [])),
  );
}
