import type { MeasuredFigure } from '../outcome.ts';

const bounds = { planMs: 2000, planKb: 1000, reportSeconds: 10, reportMb: 600, comment: 60_000 };

/** What a job says of itself. */
export type Told = {
  readonly ms: number;
  readonly bytes: number;
  readonly lead: string;
  /** How long the pages for a browser took, and the peak of memory before them. */
  readonly html?: { readonly ms: number; readonly before: number };
};

/** What a job that was started took. */
export type Started = Told & { readonly mb: number; readonly cpuMs: number };

/** What the job `plan` took. */
export function planFigures({ ms, cpuMs, bytes }: Started): readonly MeasuredFigure[] {
  const subject = 'plan';
  return [
    { subject, what: 'wall time', figure: ms, unit: 'ms', atMost: bounds.planMs },
    { subject, what: 'processor time with the start', figure: cpuMs, unit: 'ms' },
    { subject, what: 'matrix and plan file', figure: bytes / 1000, unit: 'kB', atMost: bounds.planKb },
  ];
}

/** What the job `report` took. */
export function reportFigures({ ms, cpuMs, bytes, mb, html }: Started): readonly MeasuredFigure[] {
  const subject = 'report';
  const memory = { subject, unit: 'MB', atMost: bounds.reportMb };
  return [
    { subject, what: 'wall time', figure: ms / 1000, unit: 's', atMost: bounds.reportSeconds },
    { ...memory, what: 'peak memory', figure: html?.before ?? Number.NaN },
    { ...memory, what: 'peak memory with the pages for a browser', figure: mb },
    { subject, what: 'pages for a browser', figure: (html?.ms ?? 0) / 1000, unit: 's' },
    { subject, what: 'processor time with start, comment and pages', figure: cpuMs / 1000, unit: 's' },
    { subject, what: 'comment', figure: bytes, unit: 'characters', atMost: bounds.comment },
  ];
}
