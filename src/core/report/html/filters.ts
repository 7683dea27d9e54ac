import { subjectTitle } from '../words/naming.ts';
import { severity } from '../words/severity.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import { specsOf } from './anchors.ts';
import { h } from './elements/element.ts';
import type { Content } from './elements/element.ts';
import { keyOf, modelName, visibleName } from './elements/names.ts';

// A table of so many rows is seen at a glance.
const withoutFilters = 8;

/** The bar with which a reader filters a long page; hidden until the script runs. */
export function filterBar(summary: PortabilitySummary): Content {
  if (summary.verdicts.length <= withoutFilters) return null;
  const words = severity.filter((word) => summary.verdicts.some(({ verdict }) => verdict === word));
  return h(
    'div',
    { id: 'filters', class: 'filters', hidden: true, role: 'search', 'aria-label': 'Filter the report' },
    h(
      'form',
      { autocomplete: 'off' },
      field(
        'Search',
        'text',
        h('input', { id: 'filter-text', type: 'search', name: 'text', placeholder: 'any word' }),
      ),
      choice(
        subjectTitle(summary.verdicts),
        'spec',
        specsOf(summary).map((name) => [keyOf(name), visibleName(name, 60)]),
      ),
      choice(
        'Model',
        'model',
        summary.models.map(({ id }) => [keyOf(id), modelName(summary, id).slice(0, 60)]),
      ),
      choice(
        'Verdict',
        'verdict',
        words.map((word) => [word, word.replaceAll('-', ' ')]),
      ),
      field(
        'Test',
        'test',
        h('input', { id: 'filter-test', type: 'search', name: 'test', placeholder: 'part of its name' }),
      ),
      h('button', { type: 'reset' }, 'Clear'),
      h('p', { role: 'status' }),
    ),
  );
}

function choice(label: string, name: string, options: readonly (readonly [string, string])[]): Content {
  return field(
    label,
    name,
    h(
      'select',
      { id: `filter-${name}`, name },
      h('option', { value: '' }, 'all'),
      ...options.map(([value, text]) => h('option', { value }, text)),
    ),
  );
}

// The name is next to the control, not around it: otherwise screen readers would read the control's options as part
// of its name.
function field(label: string, name: string, control: Content): Content {
  return h('div', { class: 'field' }, h('label', { for: `filter-${name}` }, label), control);
}
