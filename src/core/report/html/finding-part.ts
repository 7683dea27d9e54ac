import type { Hunk, SpecPair } from '../../specs/spec.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { mostSevereFirst, severity } from '../words/severity.ts';
import { rankHunks } from '../changed-words/rank-hunks.ts';
import { count } from '../words/wording.ts';
import { fragment, h } from './elements/element.ts';
import type { Content } from './elements/element.ts';
import { blamedIn } from './blame-rows.ts';
import { codeName, verdictSubjectName } from './elements/names.ts';
import { pairOf } from './pair.ts';
import { pairPart } from './pair-part.ts';
import type { ReportView } from './report-view.ts';
import { sideBySide } from './side-by-side.ts';

/** What a reader came for: the changed words, and the code that shows what they did to the model that fares worst. */
export function findingPart(view: ReportView): Content {
  const { summary } = view;
  const verdict = leadVerdict(summary.verdicts);
  const name = verdict?.spec ?? summary.changes[0]?.name;
  const change = summary.changes.find((candidate) => candidate.name === name);
  const edit = change === undefined ? null : leadEdit(view, change, verdict);
  const code = verdict === null ? null : leadPair(view, verdict);
  if (edit === null && code === null) return null;
  return h(
    'section',
    { class: 'finding', 'aria-label': 'What the edit changed and what it did' },
    edit,
    code,
  );
}

/** The verdict that a page begins with: the most severe, and among those that held one whose new tests fail. */
export function leadVerdict(verdicts: readonly Verdict[]): Verdict | null {
  const [worst] = mostSevereFirst(verdicts);
  if (worst === undefined) return null;
  if (isBadNews(worst)) return worst;
  return verdicts.find((verdict) => isBadNews(verdict)) ?? worst;
}

/** Whether failing samples of a verdict are what a reader wants to see. */
export function isBadNews({ verdict, requirements }: Pick<Verdict, 'verdict' | 'requirements'>): boolean {
  return severity.indexOf(verdict) < severity.indexOf('improved') || requirements?.verdict === 'unmet';
}

// The first screen has room for this much of an edit; all of it stands with its spec.
const hunksShown = 3;
const linesShown = 8;

function leadEdit(view: ReportView, change: SpecPair, verdict: Verdict | null): Content {
  if (change.hunks.length === 0) return null;
  const own = view.summary.verdicts.filter(({ spec }) => spec === change.name);
  const blamed = blamedHunks(view, change, verdict);
  const candidates = blamed.length > 0 ? blamed : change.hunks;
  const first = new Set(rankHunks(candidates, verdict?.brokenTests ?? []).slice(0, hunksShown));
  const hunks = candidates.filter((hunk) => first.has(hunk));
  const rest = change.hunks.length - hunks.length;
  return fragment(
    h('h2', { id: 'edit' }, 'What the edit changed in ', codeName(change.name, 80)),
    sideBySide(change, { summary: view.summary, verdicts: own }, { hunks, around: 1, longest: linesShown }),
    rest > 0
      ? h(
          'p',
          { class: 'soft small' },
          h(
            'a',
            { href: `#${view.anchors.spec(change.name)}` },
            `${count(rest, 'more change')} in this spec`,
          ),
        )
      : null,
  );
}

// Those with the words that a search found; a guess where nothing was searched.
function blamedHunks({ summary }: ReportView, { hunks }: SpecPair, verdict: Verdict | null): readonly Hunk[] {
  if (verdict === null) return [];
  const found = hunks.filter((hunk) => blamedIn({ summary, verdicts: [verdict] }, hunk).parts.length > 0);
  return found.length > 0 ? found : verdict.culprit;
}

function leadPair({ summary, evidence, comparisons }: ReportView, verdict: Verdict): Content {
  const comparison = comparisons.get(verdict.question);
  const pair =
    comparison === undefined || !isBadNews(verdict)
      ? null
      : pairOf(comparison, verdict, evidence.comparisons);
  if (pair === null) return null;
  return fragment(
    h('h2', { id: 'code' }, 'What ', codeName(verdictSubjectName(summary, verdict), 250), ' made of it'),
    pairPart(summary, pair),
  );
}
