import { providerNames, providers } from '../providers.ts';

/** A model for a new config file. */
type StarterModel = {
  /** PROVIDER/MODEL */
  readonly id: string;
  readonly keyVariable: string | null;
};

const proposed = providerNames.flatMap((name): readonly StarterModel[] => {
  const { starterModel, keyVariable } = providers[name];
  return starterModel === null ? [] : [{ id: `${name}/${starterModel}`, keyVariable }];
});

// Two vendors show whether a text is portable. Each further one would need one more key before the first check.
const asked = 2;

/** The models that `init` writes into a new config file: those of the first providers of the table. */
export const starterModels = proposed.slice(0, asked);

/** The models that it writes beside them as comments. */
export const furtherModels = proposed.slice(asked);
