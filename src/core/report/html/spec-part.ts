import type { PortabilitySummary } from '../summary/summary.ts';
import { subjectTitle } from '../words/naming.ts';
import { classSentence } from '../words/would-ask.ts';
import type { SpecPair } from '../../specs/spec.ts';
import { annotatedText } from './text/annotated-text.ts';
import { fileOf } from './anchors.ts';
import { leadVerdict } from './finding-part.ts';
import { verdictTag } from './elements/icons.ts';
import { codeName, keyOf, verdictSubjectName } from './elements/names.ts';
import { fragment, h } from './elements/element.ts';
import type { Content } from './elements/element.ts';
import { heatMap } from './heat-map.ts';
import type { ReportView } from './report-view.ts';
import { sideBySide } from './side-by-side.ts';
import { changeMatrix } from './text/change-matrix.ts';
import { changeNotes } from './text/change-notes.ts';
import { blamedNotes } from './text/text-notes.ts';

/** One spec: the edit, every test, and a place for its comparisons. */
export function specPart(view: ReportView, spec: string, comparisons: readonly Content[]): Content {
  return h(
    'section',
    { class: 'spec', id: view.anchors.spec(spec), 'data-spec': keyOf(spec) },
    h('h3', { class: 'name' }, `${subjectTitle(view.summary.verdicts)} `, codeName(spec, 80)),
    specBody(view, spec),
    ...(comparisons.length === 0 ? [] : [h('h4', {}, 'Models'), ...comparisons]),
  );
}

/** What the index says about a spec that has its own page. */
export function specLink(view: ReportView, spec: string): Content {
  const { summary, anchors } = view;
  const file = fileOf(anchors.spec(spec));
  const verdicts = summary.verdicts.filter((verdict) => verdict.spec === spec);
  return h(
    'section',
    { class: 'spec', id: anchors.spec(spec), 'data-spec': keyOf(spec) },
    h('h3', {}, `${subjectTitle(summary.verdicts)} `, codeName(spec, 80)),
    h('p', {}, h('a', { href: file }, 'The edit, every test and every model, on a page of its own')),
    h(
      'ul',
      {},
      ...verdicts.map((verdict) =>
        h(
          'li',
          {
            id: anchors.comparison(verdict.question),
            'data-item': true,
            'data-spec': keyOf(spec),
            'data-model': keyOf(verdict.model),
            'data-verdict': verdict.verdict,
          },
          h(
            'a',
            { href: `${file}#${anchors.comparison(verdict.question)}` },
            verdictSubjectName(summary, verdict),
          ),
          ' ',
          verdictTag(verdict.verdict),
        ),
      ),
    ),
  );
}

/** The text with what is known of its parts in the margin, and the tests that notice them; null where nothing is known. */
function textPart(summary: PortabilitySummary, change: SpecPair): Content {
  const map = summary.maps?.find(({ spec }) => spec === change.name);
  const notes = [...blamedNotes(summary, change.name), ...(map === undefined ? [] : changeNotes(map))];
  return fragment(
    notes.length === 0
      ? null
      : h(
          'details',
          { open: true },
          h('summary', {}, h('span', { class: 'subtitle' }, 'The text, and what is known of its words')),
          annotatedText(change, notes),
        ),
    map === undefined ? null : changeMatrix(map),
  );
}

function specBody({ summary }: ReportView, spec: string): Content {
  const change = summary.changes.find(({ name }) => name === spec);
  const verdicts = summary.verdicts.filter((verdict) => verdict.spec === spec);
  // The page has begun with the edit of this one.
  const isLead = (leadVerdict(summary.verdicts)?.spec ?? summary.changes[0]?.name) === spec;
  return fragment(
    change === undefined ? null : h('p', { class: 'soft' }, classSentence(change)),
    change === undefined || change.hunks.length === 0
      ? null
      : h(
          'details',
          { open: !isLead },
          h('summary', {}, h('span', { class: 'subtitle' }, 'The whole edit')),
          sideBySide(change, { summary, verdicts }),
        ),
    change === undefined ? null : textPart(summary, change),
    heatMap(summary, spec),
  );
}
