import type { FoundWords } from '../../../core/blame/found-words.ts';
import { changeMap } from '../../../core/clause-map/change-map.ts';
import type { Part } from '../../../core/parts/part.ts';
import type { PortabilitySummary } from '../../../core/report/summary/summary.ts';
import { aSummary, aVerdict } from '../a-summary.ts';
import { hostileText } from '../hostile-text.ts';
import { claude, regressedOnSol, regression, rounding, sol } from '../report-parts.ts';
import { someTextSamples } from '../some-text-samples.ts';
import { blamed, changeOf, foundBehindVerdict, partsOf } from '../some-words.ts';

const pieces = [
  '# Duration\n\nTurns a text such as `1 h 30 min` into minutes.\n\n## Rules\n\n',
  '- Units are `h`, `min` and `s`; blanks between them are ignored.\n',
  {
    kind: 'requirement',
    present: '- Halves are rounded to the nearest minute.\n',
    absent: '- Half a minute rounds up: 90 s are 2 minutes, 30 s are 1 minute.\n',
  },
  { kind: 'requirement', present: '- Hours come first.\n', absent: '' },
  '- A negative input is an error.\n',
  { kind: 'requirement', present: '', absent: '- A second is never lost, however small the rest is.\n' },
  '\n## Examples\n\n| input | minutes |\n| - | - |\n',
  { kind: 'example', present: '| 1 h | 60 |\n', absent: '| 30 s | 1 |\n' },
  '| 90 s | 2 |\n\n## Notes\n\nNobody has to read this part. It says where the rules come from.\n',
] as const;

const [halves, hours, lost, example] = partsOf(pieces) as [Part, Part, Part, Part];

const change = changeOf(pieces);
const onSol = { ...regressedOnSol, culprit: change.hunks };
const onClaude = aVerdict({
  ...onSol,
  model: claude,
  head: { passed: 1, failed: 4, unmeasured: 0 },
  drop: { estimate: 0.8, low: 0.35, high: 0.96 },
});

/** Regressions whose words were searched for, one for each way in which a search and its check can end. */
export const wordSituations: Readonly<Record<string, PortabilitySummary>> = {
  'words-found': withWords({ parts: [blamed(halves)] }),
  'words-need-another': withWords({
    parts: [blamed(halves, { alone: { passed: 6, failed: 0 } })],
    check: 'needs-another',
    generations: { search: 6, check: 12 },
  }),
  'words-each-suffices': withWords({
    parts: [blamed(halves, { alone: { passed: 0, failed: 6 }, without: { passed: 1, failed: 5 } })],
    check: 'each-suffices',
  }),
  'words-unexplained': withWords({
    parts: [blamed(hours, { alone: { passed: 6, failed: 0 }, without: { passed: 0, failed: 6 } })],
    check: 'unexplained',
  }),
  'words-undecided': withWords({
    parts: [
      blamed(halves, {
        probability: 0.48,
        alone: { passed: 3, failed: 3 },
        without: { passed: 4, failed: 2 },
      }),
      blamed(lost, { probability: 0.3, alone: null, without: null }),
      blamed(example, { probability: 0.14, alone: null, without: null }),
    ],
    end: 'undecided',
    check: 'undecided',
    generations: { search: 20, check: 12 },
  }),
  'words-budget': withWords({
    parts: [
      blamed(halves, { probability: 0.7, alone: null, without: null }),
      blamed(lost, { probability: 0.24, alone: null, without: null }),
    ],
    end: 'budget',
    check: null,
    generations: { search: 3, check: 0 },
  }),
  'words-unmeasured': withWords({
    parts: [blamed(halves, { probability: 0.92, alone: null, without: null })],
    end: 'unmeasured',
    check: null,
    generations: { search: 1, check: 0 },
  }),
  'words-one-part': onlyPart(),
  'words-removed': withWords({ parts: [blamed(lost)] }),
  'words-on-two-models': aSummary({
    ...regression,
    changes: [change],
    verdicts: [onClaude, onSol],
    words: [
      foundBehindVerdict(onClaude, {
        parts: [blamed(halves, { probability: 0.998, alone: { passed: 0, failed: 4 } })],
        generations: { search: 1, check: 8 },
      }),
      foundBehindVerdict(onSol, { parts: [blamed(halves)] }),
    ],
  }),
  'words-and-a-guess': aSummary({
    ...regression,
    changes: [change],
    verdicts: [onClaude, onSol],
    words: [foundBehindVerdict(onSol, { parts: [blamed(halves)] })],
  }),
  'words-and-tests': wordsAndTests(),
  'words-hostile': hostileWords(),
};

function withWords(found: Partial<FoundWords>): PortabilitySummary {
  return aSummary({
    ...regression,
    changes: [change],
    verdicts: [aVerdict(), onSol],
    words: [foundBehindVerdict(onSol, found)],
  });
}

// Two parts break tests, one is needed by a test of the head, one moves nothing.
function wordsAndTests(): PortabilitySummary {
  const parts = [halves, hours, lost, example];
  const ids = parts.map(({ id }) => id);
  const tests = (rounds: number, orders: number, prints: number) => ({
    'duration > reads hours': 8,
    [rounding]: rounds,
    'duration > reads `min` before `h`': orders,
    'duration > prints hours first': prints,
  });
  const text = (has: readonly string[], passes: Readonly<Record<string, number>>) =>
    someTextSamples({ spec: 'duration', model: sol, has, passes, samples: 8 });
  const without = (part: Part) => ids.filter((id) => id !== part.id);
  const map = changeMap({
    spec: 'duration',
    cut: { texts: [], parts, groups: [] },
    samples: [
      text([], tests(8, 8, 0)),
      text(ids, tests(0, 0, 8)),
      text([halves.id], tests(0, 8, 0)),
      text([hours.id], tests(8, 0, 8)),
      text(without(halves), tests(8, 0, 8)),
      text(without(hours), tests(0, 8, 0)),
      text([example.id], tests(8, 8, 0)),
      text(without(example), tests(0, 0, 8)),
    ],
    rules: { falseDiscoveries: 0.1, drop: 0.4, beta: 0.1 },
  });
  return { ...withWords({ parts: [blamed(halves)] }), maps: [map] };
}

function onlyPart(): PortabilitySummary {
  const only = ['# Duration\n\n', { ...halves, absent: '- Half a minute rounds up.\n' }];
  const [part] = partsOf(only) as [Part];
  const verdict = { ...onSol, culprit: changeOf(only).hunks };
  const found = { among: 1, end: 'one-part', check: null, generations: { search: 0, check: 0 } } as const;
  return aSummary({
    ...regression,
    changes: [changeOf(only)],
    verdicts: [aVerdict(), verdict],
    words: [
      foundBehindVerdict(verdict, {
        ...found,
        parts: [blamed(part, { probability: 1, alone: null, without: null })],
      }),
    ],
  });
}

function hostileWords(): PortabilitySummary {
  const file = 'specs/@org/team ](javascript:alert(1))/SPEC.md';
  const texts = hostileText.map((text, index) => ({
    kind: 'wording' as const,
    present: index % 3 === 2 ? '' : `${text}\n`,
    absent: index % 3 === 0 ? '' : `${text.toUpperCase()}\n`,
  }));
  const parts = partsOf(texts, file);
  const verdict = { ...onSol, culprit: changeOf(texts, file).hunks };
  return aSummary({
    ...regression,
    changes: [changeOf(texts, file)],
    verdicts: [aVerdict(), verdict],
    words: [
      foundBehindVerdict(verdict, {
        parts: parts.map((part) => blamed(part, { probability: 1 / parts.length })),
        among: parts.length,
        end: 'undecided',
        check: 'undecided',
      }),
    ],
  });
}
