import type { Outcome } from '../../results/outcome.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { prose } from '../words/prose.ts';
import { questionLine } from '../words/would-ask.ts';
import { fragment, h } from './elements/element.ts';
import type { Content } from './elements/element.ts';
import { phraseContent } from './elements/phrase-content.ts';
import type { ReportView } from './report-view.ts';

/** What a reader can do where a verdict says nothing; null where it says something. */
export function wayOut(view: ReportView, verdict: Verdict): readonly Content[] | null {
  const text = wayOutText(view, verdict);
  return text === null ? null : phraseContent(prose(text));
}

function wayOutText(view: ReportView, verdict: Verdict): string | null {
  if (verdict.asks === 'outcomes') return collectedWayOut(verdict);
  if (verdict.verdict === 'base-too-weak')
    return 'Make the committed code pass its tests first, or say more in the spec, then compare again.';
  if (verdict.verdict !== 'inconclusive') return null;
  const [most] = missingIn(view, verdict);
  if (most !== undefined) return waysOut[most];
  return verdict.head.unmeasured + (verdict.base?.unmeasured ?? 0) > 0
    ? waysOut['provider-error']
    : 'Make the new words as plain as the old ones, or allow more samples with `samples.looks` in the config.';
}

function collectedWayOut({ verdict, base, head }: Verdict): string | null {
  if (verdict === 'base-too-weak') return 'Mend what the base fails on first; then a drop can be seen.';
  if (verdict !== 'inconclusive') return null;
  return isMissingMany(head) || (base !== null && isMissingMany(base))
    ? 'Collect this side again: samples that end in errors say nothing.'
    : 'Collect more samples, with a number that is fixed before the first of them is seen.';
}

function isMissingMany({ passed, failed, unmeasured }: Verdict['head']): boolean {
  return unmeasured > 0.2 * (passed + failed + unmeasured);
}

/** In place of tables of dashes: what to do where nothing was asked at all. */
export function emptyPart({ summary }: ReportView): Content {
  const { verdicts, planned = [], changes } = summary;
  if (verdicts.length > 0) return null;
  return h(
    'section',
    { class: 'empty', 'aria-label': 'What to do' },
    h('h2', { id: 'empty' }, 'What to do'),
    h('p', {}, ...adviceOn(summary)),
    planned.length === 0
      ? null
      : fragment(
          h('h3', {}, 'What would be asked'),
          h(
            'ul',
            {},
            ...planned
              .slice(0, 200)
              .map((question) => h('li', {}, ...phraseContent(questionLine(summary, question)))),
          ),
          planned.length > 200 ? h('p', { class: 'soft' }, `and ${planned.length - 200} more`) : null,
        ),
    changes.length === 0
      ? null
      : h('p', { class: 'soft' }, 'The edit is shown above; no code was written for it.'),
  );
}

function adviceOn({ trigger, repeats, planned, changes, models }: ReportView['summary']): Content[] {
  const ask = ' asks the models from a checkout, with your own keys.';
  if (repeats !== undefined)
    return [
      'Nothing: the run that this one repeats has the generations. Its page is in the artifacts of that run.',
    ];
  if (changes.every(({ head }) => head === null))
    return [
      'Nothing. A page like this fills when a change edits a file that ',
      h('code', {}, 'specs'),
      ' in the config names; ',
      h('code', {}, 'spec-portability doctor'),
      ' lists those files.',
    ];
  if (planned !== undefined)
    return ['Run it again without ', h('code', {}, 'dry-run'), ' to ask the models. This run cost nothing.'];
  if (trigger.kind === 'pull-request' && trigger.fromFork)
    return [
      'Read the edit, push it to a branch of this repository, and the check runs there. Or run ',
      h('code', {}, 'spec-portability check --base BASE --head HEAD'),
      ' yourself: it',
      ask,
    ];
  if (models.some(({ stopped }) => stopped !== null))
    return ['Mend what is named above and run it again; what was answered is kept.'];
  return [
    'Mend what is named above and run it again. ',
    h('code', {}, 'spec-portability doctor'),
    ' says what is missing.',
  ];
}

type Missing = Extract<Outcome, { kind: 'unmeasured' }>['why'];

/** Why samples are missing, the most frequent reason first. */
function missingIn({ comparisons }: ReportView, { question }: Verdict): readonly Missing[] {
  const counts = new Map<Missing, number>();
  for (const { outcome } of comparisons.get(question)?.cells ?? [])
    if (outcome.kind === 'unmeasured') counts.set(outcome.why, (counts.get(outcome.why) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one).map(([why]) => why);
}

const kept = 'What was measured is kept and is not paid for again.';

const waysOut: Readonly<Record<Missing, string>> = {
  'provider-error': `Run the check again when the vendor answers. ${kept}`,
  quota: `Wait for the vendor's limit or raise it, then run the check again. ${kept}`,
  budget: `Raise \`budget\` in the config, or just run the check again. ${kept}`,
  'sandbox-error': `Run \`spec-portability doctor\` where the check runs: it says what the sandbox lacks. ${kept}`,
  cancelled: `Run the check again. ${kept}`,
};
