import type { Model } from './settings.ts';

/** A model that is left and the one that takes over: does each spec still hold on the new one as it did on the old? */
export type ModelSwitch = { readonly from: Model; readonly to: Model };
