import type { SpecEntry } from '../../core/settings.ts';

const rest = {
  instructions: [],
  writes: ['src/**'],
  tests: [],
  context: [],
  directory: '.',
  setup: null,
  setupEnv: [],
  writableDeps: [],
  test: 'npm test',
  results: { kind: 'auto' },
  timeoutMs: null,
} as const;

/** An entry of `specs` for a test that is not about most of it. */
export function anEntry(given: Partial<SpecEntry>): SpecEntry {
  return { name: null, spec: ['SPEC.md'], ...rest, ...given };
}
