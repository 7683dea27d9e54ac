import type { CellStory } from '../evidence/evidence.ts';
import { plainText } from '../words/escape.ts';
import { count } from '../words/wording.ts';

/** The outcome of one sample in a few words. */
export function outcomeWords({ outcome }: CellStory): string {
  switch (outcome.kind) {
    case 'passed':
      return 'passed';
    case 'failed':
      return failedWords(outcome);
    case 'no-code':
      return `no code: ${outcome.why.replaceAll('-', ' ')}${detailWords(outcome)}`;
    case 'no-report':
      return `no report: ${plainText(outcome.why, 200)}`;
    case 'unmeasured':
      return `not measured: ${outcome.why.replaceAll('-', ' ')}${detailWords(outcome)}`;
  }
}

function detailWords({ detail }: { readonly detail?: string }): string {
  return detail === undefined ? '' : ` (${plainText(detail, 200)})`;
}

function failedWords(outcome: Extract<CellStory['outcome'], { kind: 'failed' }>): string {
  if (outcome.tampered === true) return 'failed: it worked on its tests instead of passing them';
  const [first] = outcome.tests;
  if (first === undefined) return 'failed';
  const more = outcome.tests.length > 1 ? ` and ${count(outcome.tests.length - 1, 'more test')}` : '';
  return `failed: ${plainText(first, 120)}${more}`;
}

/** The sign of an outcome in a strip of samples: a letter and a shape, not only a colour. */
export function outcomeSign({ outcome }: CellStory): string {
  switch (outcome.kind) {
    case 'passed':
      return '✓';
    case 'failed':
      return '✕';
    case 'no-code':
      return '∅';
    case 'no-report':
      return '!';
    case 'unmeasured':
      return '?';
  }
}

/** A sample's name. Numbers start at 1 for readers. */
export function sampleName({ role, cell }: CellStory): string {
  return `${role === 'confirming' ? 'confirming base' : role} sample ${cell.sample + 1}`;
}

/** The sample's part of an address. */
export function sampleSlug({ role, cell }: CellStory): string {
  return `${role}-${cell.sample + 1}`;
}
