import type { RunPlace } from '../../core/report/html/run-place.ts';

/** A made-up place of a run. */
export const aRunPlace: RunPlace = {
  repository: 'octo/repo',
  repositoryUrl: 'https://github.com/octo/repo',
  runUrl: 'https://github.com/octo/repo/actions/runs/4242',
  at: '2026-09-23 09:30 UTC',
};
