import { mostUsdOf } from '../../core/budget/budget.ts';
import { callOf } from '../../core/budget/planned-call.ts';
import { effectiveCaps } from '../../core/budget/refuse-unpriced.ts';
import { armsOfVersions } from '../../core/plan/arm.ts';
import type { Purse } from '../../core/shrink/affordable.ts';
import type { Engine } from '../engine/engine.ts';
import type { Target } from './find-targets.ts';

/** What the run may still spend on a text. */
export function purseOf({ settings, ledger }: Engine, { specs }: Target): Purse {
  const { generations, tokens } = settings.budget;
  const { usd } = effectiveCaps(settings.models, settings.budget);
  const calls = specs.flatMap(({ version }) => {
    const armOf = armsOfVersions(version.spec.name, [version]);
    return settings.models.map((model) => {
      const { system, user } = armOf(version, model).prompt;
      return callOf(model, system + user);
    });
  });
  return {
    caps: { usd, tokens, generations },
    spending: ledger.spending,
    largestCall: {
      usd: Math.max(0, ...calls.map((call) => mostUsdOf(call) ?? 0)),
      tokens: Math.max(0, ...calls.map((call) => call.inputTokens + call.maxOutputTokens)),
    },
  };
}
