/**
 * Kinds that can be asked of a spec on a model in the same run as the question about its change, and so have rows of
 * their own in every report.
 */
export const additionalKinds = ['model-switch'] as const;

const aboutChange = ['regression', 'portable', 'drift', 'outcomes'] as const;

/** Everything that can be asked. */
export const kindsOfQuestion = [...aboutChange, ...additionalKinds] as const;

/** One kind of question. */
export type Asks = (typeof kindsOfQuestion)[number];

/** A kind that is asked in addition to the question about the change. */
export type AdditionalKind = (typeof additionalKinds)[number];

/** What base and head are in each kind of question, as the description of result.json says it. */
export const comparedIn: Readonly<Record<Asks, string>> = {
  regression: 'two versions of the spec on one model',
  'model-switch': 'one version on the old model and on the one that takes over',
  drift: "an anchored version and today's, sampled tonight",
  portable: 'there is no base, one version is measured on one model',
  outcomes: 'samples that somebody else collected before and after a change, of one item on one model',
};

/** The kind where a question is asked beside the one about the change, so that reports keep the two apart. */
export function additionalKindOf(asks: Asks | undefined): AdditionalKind | undefined {
  return additionalKinds.find((kind) => kind === asks);
}
