import type { Part } from '../../../parts/part.ts';
import type { PortabilitySummary } from '../../summary/summary.ts';
import { foundBehind } from '../../changed-words/found-behind.ts';
import { callsOf, checksOf, likely, meaningOf } from '../../changed-words/found-sentences.ts';
import { verdictSubject } from '../../words/switch-sentences.ts';
import { h } from '../elements/element.ts';
import type { Content } from '../elements/element.ts';
import { phraseContent } from '../elements/phrase-content.ts';

/**
 * Something that is known about one part of a spec's text: the margin beside the part says it. Whatever measures parts
 * adds its own notes; they stand in the order in which they are given.
 */
export type TextNote = {
  readonly part: Part;
  /**
   * `blamed`: a verdict goes back to it. `needed`: something breaks without it. `unwatched`: nothing notices it.
   * `undecided`: nothing could be shown of it.
   */
  readonly kind: 'blamed' | 'needed' | 'unwatched' | 'undecided';
  /** The few words that a reader sees first. */
  readonly title: Content;
  /** What was measured, a paragraph each. */
  readonly lines: readonly Content[];
};

/** Which parts of a spec's text the search found behind its verdicts, with the probability and both checks. */
export function blamedNotes(summary: PortabilitySummary, spec: string): readonly TextNote[] {
  const verdicts = summary.verdicts.filter((verdict) => verdict.spec === spec);
  return verdicts.flatMap((verdict) => {
    const found = foundBehind(summary, verdict);
    if (found === null) return [];
    const subject = phraseContent(verdictSubject(summary, verdict));
    return found.parts.map((blamed, index): TextNote => {
      const { part, probability } = blamed;
      const share = found.end === 'one-part' ? 'the only change' : likely(probability);
      // The check is about the first part alone.
      const [checks, calls, meaning] =
        index === 0 ? [checksOf(found), callsOf(found), phraseContent(meaningOf(found))] : ['', '', []];
      const measured = [checks, calls].filter((each) => each !== '').join(' · ');
      return {
        part,
        kind: 'blamed',
        title: h('span', {}, 'Behind the verdict on ', ...subject, `: ${share}`),
        lines: [...(measured === '' ? [] : [measured]), ...(meaning.length === 0 ? [] : [meaning])],
      };
    });
  });
}
