import type { PortabilitySummary } from '../../summary/summary.ts';
import { h } from './element.ts';
import type { Content } from './element.ts';
import type { VerdictWord } from '../../../records/verdict-word.ts';

/** The shapes of all icons, once per page. Each has its own shape: nothing is said by colour alone. */
export function iconSheet(): Content {
  return h(
    'svg',
    { width: 0, height: 0, 'aria-hidden': 'true', class: 'heard' },
    ...Object.entries(shapes).map(([name, path]) =>
      h(
        'symbol',
        { id: `i-${name}`, viewBox: '0 0 16 16' },
        h('path', {
          d: path,
          fill: 'none',
          stroke: 'currentColor',
          'stroke-width': 1.8,
          'stroke-linecap': 'round',
          'stroke-linejoin': 'round',
        }),
      ),
    ),
  );
}

/** The icon of a conclusion or a verdict. */
export function icon(of: VerdictWord | PortabilitySummary['conclusion']): Content {
  return h('svg', { viewBox: '0 0 16 16', 'aria-hidden': 'true' }, h('use', { href: `#i-${shapeOf[of]}` }));
}

/** A verdict as icon and word. */
export function verdictTag(verdict: VerdictWord): Content {
  return h('span', { class: `tag ${verdict}` }, icon(verdict), verdict.replaceAll('-', ' '));
}

const circle = 'M14.5 8a6.5 6.5 0 1 1-13 0a6.5 6.5 0 1 1 13 0';

const shapes = {
  down: `${circle}M8 4.8v6.2M5.3 8.5L8 11.2L10.7 8.5`,
  up: `${circle}M8 11.2V5M5.3 7.5L8 4.8L10.7 7.5`,
  check: `${circle}M5 8.3L7.2 10.5L11 6`,
  cross: `${circle}M5.6 5.6L10.4 10.4M10.4 5.6L5.6 10.4`,
  question: `${circle}M6.2 6.3a1.8 1.8 0 1 1 2.6 1.6q-.8.4-.8 1.2M8 11.4v.1`,
  warning: 'M8 2L14.8 13.8H1.2ZM8 6.3v3.4M8 11.8v.1',
  weak: `${circle}M5 8h6`,
};

const shapeOf: Readonly<Record<VerdictWord | PortabilitySummary['conclusion'], keyof typeof shapes>> = {
  regressed: 'down',
  'not-portable': 'cross',
  suspected: 'warning',
  inconclusive: 'question',
  'base-too-weak': 'weak',
  improved: 'up',
  portable: 'check',
  held: 'check',
  success: 'check',
  failure: 'cross',
  neutral: 'question',
};
