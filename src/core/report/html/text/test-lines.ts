import type { Notice } from '../../../clause-map/noticing.ts';
import { count, rate } from '../../words/wording.ts';
import { h } from '../elements/element.ts';
import type { Content } from '../elements/element.ts';
import { codeName, visibleName } from '../elements/names.ts';

// A part may break a whole suite, and the first tests say so as well as all of them.
const testsShown = 5;

/** Each test that notices a part, with its counts on every model, in the order `from → to`. */
export function testLines(
  by: readonly Notice[],
  of: {
    readonly from: (notice: Notice) => Notice['full'];
    readonly to: (notice: Notice) => Notice['full'];
    /** Whether several specs are measured, so that each is named; missing = no. */
    readonly namesSpecs?: boolean;
    /** What other parts of that text are as well; missing = `missing`. */
    readonly besideIs?: string;
  },
): readonly Content[] {
  const tests = [...new Set(by.map(({ test }) => test))];
  const rest = tests.length - testsShown;
  const whereText = (notice: Notice): string => {
    const { on, beside } = notice;
    const spec = of.namesSpecs === true ? ` of ${visibleName(on.spec, 80)}` : '';
    const others =
      beside.length === 0
        ? ''
        : `, with ${count(beside.length, 'other part')} ${of.besideIs ?? 'missing'} as well`;
    return `${visibleName(on.model, 80)}${spec} ${rate(of.from(notice))} → ${rate(of.to(notice))}${others}`;
  };
  return [
    ...tests.slice(0, testsShown).map((test) => {
      const where = by.filter((notice) => notice.test === test).map((notice) => whereText(notice));
      return h('span', {}, codeName(test, 120), `: ${where.join('; ')}`);
    }),
    ...(rest > 0 ? [`and ${count(rest, 'test')} more`] : []),
  ];
}
