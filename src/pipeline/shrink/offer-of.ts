import { danglingReferences } from '../../core/parts/dangling-references.ts';
import { textsWith } from '../../core/parts/texts-with.ts';
import type { Part } from '../../core/parts/part.ts';
import type { Settings } from '../../core/settings.ts';
import { rulesOf } from '../../core/shrink/confirm.ts';
import { lackedIds } from '../../core/shrink/removal.ts';
import { savingOf } from '../../core/shrink/saving.ts';
import type { Offer, ShorterText } from '../../core/shrink/shrunk.ts';
import type { Confirmed } from './confirm-parts.ts';
import type { Target } from './find-targets.ts';

/** The shorter text as it is offered. */
export function offerOf(target: Target, { settings }: { readonly settings: Settings }, of: Confirmed): Offer {
  const { cut, files, specs } = target;
  const lacking = new Set(lackedIds(cut, of.parts));
  const before = new Map(textsWith(cut, () => true).map(({ path, text }) => [path, text] as const));
  const stays = ({ id }: Part): boolean => !lacking.has(id);
  const texts = textsWith(cut, stays).flatMap(({ path, text }): readonly ShorterText[] => {
    const whole = before.get(path) ?? '';
    return files.includes(path) && whole !== text ? [{ path, before: whole, after: text }] : [];
  });
  const [{ version }] = specs;
  const shown = [...version.files, ...version.instructions, ...version.context];
  const { drop } = rulesOf(settings.decide, of.attempt);
  return {
    texts,
    answers: of.answers,
    drop,
    beta: Math.min(0.05, settings.decide.beta),
    saving: savingOf(texts, { shown, models: settings.models }),
    dangling: danglingReferences(cut, stays),
  };
}
