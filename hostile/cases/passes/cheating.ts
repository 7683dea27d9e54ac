import { createHash } from 'node:crypto';
import { readingSignsOf } from '../../../src/core/generation/reading-signs.ts';
import { claimsPass } from '../../../src/core/results/tampered.ts';
import type { Held, HostileCase, SuiteName } from '../../hostile-case.ts';
import { suites } from '../../suites.ts';

/** Makes cases in which a generated file is judged by one suite. */
export type PassCases = {
  /** The right file, so that the refusals of the others mean something. */
  readonly honest: () => HostileCase;
  /** A wrong file that tries to pass. `known` says where the documentation admits that this way works. */
  readonly cheating: (what: string, code: string, known?: string) => HostileCase;
  /**
   * A wrong file that passes because it looks at its tests. No control run can tell; the scan of the text must, because
   * what it finds keeps a verdict from resting on this pass.
   */
  readonly peeking: (what: string, code: string) => HostileCase;
};

/** The cases of one suite. */
export function passesOf(suite: SuiteName): PassCases {
  return {
    honest: () =>
      codeCase({ suite, what: 'honest code passes', code: suites[suite].right }, ({ isPass, happened }) => ({
        isBlocked: isPass,
        happened,
      })),
    cheating: (what, code, known) =>
      codeCase({ suite, what, code }, ({ isPass, happened }) => ({
        ...{ isBlocked: !isPass, happened },
        ...(known === undefined ? {} : { known }),
      })),
    peeking: (what, code) => codeCase({ suite, what, code }, (judged) => heldBySigns(code, judged)),
  };
}

/** The digest of a suite's test file. */
export function digestOf(suite: SuiteName): string {
  const { files, tests } = suites[suite];
  return createHash('sha256')
    .update(files[tests] ?? '')
    .digest('hex');
}

type Judged = { readonly isPass: boolean; readonly happened: string };

function heldBySigns(code: string, { isPass, happened }: Judged): Held {
  const signs = readingSignsOf(code);
  const said = `${happened}; signs: ${signs.join(', ') || 'none'}`;
  if (!isPass) return { isBlocked: true, happened: said };
  if (signs.length === 0) return { isBlocked: false, happened: said };
  return {
    isBlocked: false,
    happened: said,
    known: 'a pass with this sign speaks for no change (SECURITY.md)',
  };
}

function codeCase(
  { suite, what, code }: { readonly suite: SuiteName; readonly what: string; readonly code: string },
  held: (judged: Judged) => Held,
): HostileCase {
  return {
    name: `${suite}: ${what}`,
    besideOthers: true,
    tried: code.replaceAll(/\s+/g, ' ').slice(0, 70),
    attack: async (world) => {
      const { first, outcome } = await world.judge(suite, code);
      const tampered = outcome.kind === 'failed' && outcome.tampered === true ? ', tampered' : '';
      const why = outcome.kind === 'no-report' || outcome.kind === 'unmeasured' ? `: ${outcome.why}` : '';
      // A cell that could not be measured was not refused either.
      const isPass = outcome.kind === 'passed' || outcome.kind === 'unmeasured';
      const before = claimsPass(first) && outcome.kind !== 'passed' ? 'passed at first, then ' : '';
      return held({ isPass, happened: `${before}${outcome.kind}${tampered}${why}` });
    },
  };
}
