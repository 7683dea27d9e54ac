import { starterModels } from './starter-models.ts';

/** The workflow that fits: one job, or many jobs that share the questions. */
export type WorkflowKind = 'one-job' | 'fan-out';

/** Which workflow fits this many specs: one machine answers about ten questions in the time that a reviewer waits. */
export function workflowKindFor(specs: number): WorkflowKind {
  return specs > 20 ? 'fan-out' : 'one-job';
}

/** A whole workflow for the config file; a test compares it with the examples. */
export function starterWorkflow(kind: WorkflowKind, installs: readonly string[] = []): string {
  return [
    'name: spec portability',
    '# Written by `spec-portability init`, for .github/spec-portability.yml. Replace OWNER.',
    'on:',
    '  pull_request:',
    '  merge_group:',
    'permissions: { contents: read, pull-requests: write, checks: write }',
    ...(kind === 'one-job' ? oneJob(installs) : fanOut),
    '',
  ].join('\n');
}

/** The variables, and secrets, that hold the keys of the models that `init` writes. */
export const starterKeys: readonly string[] = starterModels.flatMap(({ keyVariable }) => keyVariable ?? []);

const keys = starterKeys.map((name) => `${name}: \${{ secrets.${name} }}`);

const uploadedPage: readonly string[] = [
  '      # The page behind the comment, also where the check fails. Storage that is full changes no verdict.',
  '      - if: always()',
  '        continue-on-error: true',
  '        uses: actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0',
  '        with:',
  '          name: spec-portability-report',
  '          path: .spec-portability/report',
  '          include-hidden-files: true',
  '          if-no-files-found: ignore',
  '          overwrite: true',
];

const oneJob = (installs: readonly string[]): readonly string[] => [
  'concurrency:',
  '  group: portability-${{ github.event.pull_request.number || github.ref }}',
  "  cancel-in-progress: ${{ github.event_name == 'pull_request' }}",
  'jobs:',
  '  portability:',
  '    runs-on: ubuntu-latest',
  '    timeout-minutes: 60',
  '    steps:',
  '      - uses: actions/checkout@d23441a48e516b6c34aea4fa41551a30e30af803 # v6.1.0',
  '        with: { fetch-depth: 0, persist-credentials: false }',
  ...installs.map((command) => `      - run: ${command}`),
  '      - uses: OWNER/spec-portability-action@v1',
  '        env:',
  ...keys.map((line) => `          ${line}`),
  ...uploadedPage,
];

const fanOut: readonly string[] = [
  'jobs:',
  '  portability:',
  '    uses: OWNER/spec-portability-action/.github/workflows/portability.yml@v1',
  '    secrets:',
  ...keys.map((line) => `      ${line}`),
];
