import type { Settings } from '../../core/settings.ts';
import { aModel } from './a-question.ts';

/** Settings of one model under which no cap is felt. */
export function someSettings(overrides: Partial<Settings> = {}): Settings {
  return {
    specs: [],
    models: [aModel()],
    samples: { looks: [3, 5], base: 5, confirm: 3 },
    decide: { alpha: 0.05, drop: 0.4, beta: 0.1, portable: 0.8 },
    gate: { failOn: 'regressed', minPortability: 0 },
    budget: {
      usd: null,
      isUsdChosen: false,
      usdPerPr: null,
      generations: 1000,
      tokens: null,
      concurrency: 40,
      minutes: 10,
      why: 0.3,
    },
    bisect: 'never',
    sandbox: 'none',
    controls: 'auto',
    ...overrides,
  };
}
