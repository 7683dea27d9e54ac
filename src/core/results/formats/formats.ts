import { goTestEvents } from './go-test-events.ts';
import { jestJson } from './jest-json.ts';
import { junit } from './junit.ts';
import { mochaJson } from './mocha-json.ts';
import { nodeTestLines } from './node-test-lines.ts';
import type { ReportFormat } from './report-format.ts';
import { tap } from './tap.ts';

/** Every format that can be read, in the order in which a file of unknown format is tried. */
export const formats = [
  junit,
  jestJson,
  mochaJson,
  nodeTestLines,
  tap,
  goTestEvents,
] as const satisfies readonly ReportFormat[];

/** One of these formats. */
export type Format = (typeof formats)[number];
