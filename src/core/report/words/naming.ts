import { bold, words, type Phrases } from './phrases.ts';
import { code } from './prose.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import type { Verdict } from '../../verdict/verdict.ts';

/**
 * A model's name as every report writes it: without its vendor if the name is unique; simulated models are labelled.
 */
export function nameModel(summary: PortabilitySummary, id: string): Phrases {
  return [...code(shortName(summary, id), 80), ...simulatedLabel(summary, id)];
}

/** A model's name in bold. */
export function boldModel(summary: PortabilitySummary, id: string): Phrases {
  return [...bold(code(shortName(summary, id), 80)), ...simulatedLabel(summary, id)];
}

/** A model's full id, as in the settings. */
export function idOfModel(summary: PortabilitySummary, id: string): Phrases {
  return [...code(id, 80), ...simulatedLabel(summary, id)];
}

/** A spec's name. */
export function nameSpec(name: string): Phrases {
  return code(name, 80);
}

/** What verdicts are about besides a model, as a title: a spec, or an item that somebody else asked. */
export function subjectTitle(verdicts: readonly Pick<Verdict, 'asks'>[]): 'Spec' | 'Item' {
  return verdicts[0]?.asks === 'outcomes' ? 'Item' : 'Spec';
}

/** A test's name. */
export function nameTest(name: string): Phrases {
  return code(name, 160);
}

/** "a", "a and b", "a, b and 3 more". */
export function joinNames(names: readonly Phrases[], max = 3): Phrases {
  const shown = names.slice(0, max);
  const rest = names.length - shown.length;
  const parts = rest === 0 ? shown : [...shown, words(`${rest} more`)];
  return parts.flatMap((part, index) => {
    if (index === 0) return part;
    return [...words(index === parts.length - 1 ? ' and ' : ', '), ...part];
  });
}

function shortName({ models }: PortabilitySummary, id: string): string {
  const label = models.find((model) => model.id === id)?.label;
  if (label !== undefined) return label;
  // Only ids of the usual form: in any other text a slash does not separate the vendor.
  const [, name = id] = /^[\w.-]+\/([\w.:@-]+)$/.exec(id) ?? [];
  const isShared = models.some(
    (model) => model.id !== id && (model.id === name || model.id.endsWith(`/${name}`)),
  );
  return isShared ? id : name;
}

function simulatedLabel(summary: PortabilitySummary, id: string): Phrases {
  const simulated = summary.models.some((model) => model.id === id && model.simulated);
  return simulated && !id.toLowerCase().includes('simulated') ? words(' (simulated)') : [];
}
