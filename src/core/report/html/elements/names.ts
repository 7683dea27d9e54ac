import { plainText } from '../../words/escape.ts';
import type { PortabilitySummary } from '../../summary/summary.ts';
import type { Asks } from '../../../records/asks.ts';
import type { Verdict } from '../../../verdict/verdict.ts';
import { verdictSubject } from '../../words/switch-sentences.ts';
import { nameModel } from '../../words/naming.ts';
import { plainPhrases } from '../../words/phrases.ts';
import { h } from './element.ts';
import type { Content } from './element.ts';

/** A name from outside as one visible line. */
export function visibleName(name: string, max = 160): string {
  // Cut first, because a name may have a megabyte.
  const text = plainText(name.slice(0, 8 * max), max);
  return text === '' ? '(empty)' : text;
}

/** A model's name; simulated models are labelled as such. */
export function modelName(summary: PortabilitySummary, id: string): string {
  return visibleName(plainPhrases(nameModel(summary, id)));
}

/** Whose verdict it is: a model, and what else is asked of it if not about the change. */
export function verdictSubjectName(
  summary: PortabilitySummary,
  verdict: Pick<Verdict, 'model' | 'insteadOf'> & { readonly asks?: Asks },
): string {
  return visibleName(plainPhrases(verdictSubject(summary, verdict)), 250);
}

/** A name as code. */
export function codeName(name: string, max = 160): Content {
  return h('code', {}, visibleName(name, max));
}

/** The value by which the filters identify a spec or a model. */
export function keyOf(name: string): string {
  return visibleName(name, 200);
}
