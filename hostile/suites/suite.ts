import type { Spec, SpecVersion } from '../../src/core/specs/spec.ts';

/** A repository with tests and one generated file, and the version of its spec except for the commit. */
export type Suite = {
  readonly files: Readonly<Record<string, string>>;
  readonly version: Omit<SpecVersion, 'commit'>;
  readonly generated: string;
  /** The path of its test file. */
  readonly tests: string;
  /** The committed code, which passes. */
  readonly right: string;
  /** Longest that a test run may take; a loop takes all of it, several times. */
  readonly timeoutSeconds: number;
};

/** Makes a suite whose tests ask that half(8) is 4, half(5) is 3 and half(0) is 0. */
export function suiteOf(of: {
  readonly generated: string;
  readonly tests: string;
  readonly right: string;
  readonly files: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  readonly spec: Pick<Spec, 'test'> & Partial<Spec>;
}): Suite {
  const { generated, tests, right, files, timeoutSeconds, spec } = of;
  return {
    ...{ generated, tests, right, timeoutSeconds },
    files: { 'SPEC.md': '# Halves\n', ...files, [generated]: right },
    version: {
      spec: {
        name: 'halves',
        files: ['SPEC.md'],
        instructions: [],
        writes: [generated],
        tests: [],
        context: [],
        directory: '.',
        setup: null,
        setupEnv: [],
        writableDeps: [],
        results: { kind: 'auto' },
        timeoutMs: null,
        ...spec,
      },
      files: [],
      instructions: [],
      context: [],
      emptied: [generated],
    },
  };
}
