/**
 * The kinds of question. `regression`: two versions on one model. `portable`: one version on one model, compared with
 * nothing. `model-switch`: one version on the old model and on the one that takes over. `drift`: an anchored version
 * and today's, sampled tonight.
 */
export const kindsOfQuestion = ['regression', 'portable', 'model-switch', 'drift'] as const;

/** One kind of question. */
export type Asks = (typeof kindsOfQuestion)[number];
