import { restoreRecords, forgetRecords, runOurs, plain, type Variant } from './ours.ts';
import type { Places } from './places.ts';
import { runPromptfoo } from './promptfoo.ts';
import type { Runner } from './rounds.ts';
import { runFloor } from './run-floor.ts';
import { testCommands, work, type TestName } from './work.ts';

/** Who does the work, and on which test. */
export type Field = {
  readonly places: Places;
  /** The installed promptfoo. */
  readonly promptfoo: string;
  readonly test: TestName;
  readonly samples?: number;
};

/** The names in the tables. */
export const names = { floor: 'floor', theirs: 'promptfoo', ours: 'ours' } as const;

/** A plain pool of Node. A floor has no check of its own, so it tests trivially where promptfoo only reads. */
export function floorRunner({ places, test, samples = work.samples }: Field): Runner {
  const command = test === 'trivial' ? '' : testCommands[test];
  return {
    name: names.floor,
    calls: work.models * work.specs * samples,
    run: async (of) => runFloor(places, { ...of, command, samples }),
  };
}

/** Promptfoo, without its cache. */
export function promptfooRunner({ places, promptfoo, test, samples = work.samples }: Field): Runner {
  const command = test === 'trivial' ? '' : testCommands[test];
  return {
    name: names.theirs,
    calls: work.models * work.specs * samples,
    run: async (of) => runPromptfoo(promptfoo, places, { ...of, command, samples }),
  };
}

/** Our check on the records that `warmRecords` kept, or on none. */
export function ourRunner(
  { places, test, samples = work.samples }: Field,
  {
    name = names.ours,
    variant = plain,
    isCold = false,
  }: {
    readonly name?: string;
    readonly variant?: Variant;
    readonly isCold?: boolean;
  } = {},
): Runner {
  return {
    name,
    calls: work.models * work.specs * samples,
    run: async (of) => {
      await (isCold ? forgetRecords(places) : restoreRecords(places));
      return runOurs(places, { ...of, command: testCommands[test], samples, variant });
    },
  };
}
