import { logText } from '../../src/core/report/words/escape.ts';
import { renderJobSummary } from '../../src/core/report/markdown/job-summary.ts';
import { renderComment } from '../../src/core/report/markdown/comment.ts';
import { commentMarker } from '../../src/core/report/markdown/marker.ts';
import { harmIn } from '../../src/core/report/markdown/assert-harmless.ts';
import { safeLine } from '../../src/adapters/process/safe-line.ts';
import { hostileText } from '../../src/testing/builders/hostile-text.ts';
import { reportSituations } from '../../src/testing/builders/report-situations.ts';
import type { HostileCase } from '../hostile-case.ts';

const commands = [
  '::set-output name=verdict::pass',
  '  ::add-mask::e',
  'x ##[set-output name=verdict;]pass',
  '\r::error::x',
  'a\u0085::error::x',
  'a\u2028::error::x',
  'a\v::error::x',
  '::stop-commands::mine\n::mine::\n::error::x',
  '\u001B[2J\u001B]8;;http://evil\u0007x\u001B[31m::error::x',
  ':\u200B:error::x',
  ':\u0000:error::x',
  '#\u001B[0m#[error]x',
  `${'x'.repeat(200_000)}\n::error::x`,
];

/** Attacks by text that the runner, a browser or a terminal later reads. */
export const reportCases: readonly HostileCase[] = [
  {
    name: 'commands in text that is printed',
    tried: `${commands.length} spellings of workflow commands, one after 200 kB`,
    attack: async () => {
      const shown = commands.flatMap((text) => [logText(text), safeLine(text, true)]);
      const bad = shown.filter((text) =>
        text
          .split(/[\n\r\v\f\u0085\u2028\u2029]/)
          .some((line) => /^\s*::/.test(line) || line.includes('##[')),
      );
      return {
        isBlocked: bad.length === 0,
        happened: bad.length === 0 ? 'none is a command any more' : JSON.stringify(bad[0]?.slice(0, 80)),
      };
    },
  },
  {
    name: 'mentions, HTML, links, images and fences in reports',
    tried: `${hostileText.length} texts as names of tests and specs, in comment and job summary`,
    attack: async () => {
      const repositoryUrl = 'https://github.example/o/r';
      const summary = reportSituations['hostile-names'];
      if (summary === undefined) return { isBlocked: false, happened: 'no such situation' };
      const options = { repositoryUrl, reportHint: null };
      const harms = [
        renderJobSummary(summary, options),
        renderComment(summary, { ...options, marker: commentMarker('hostile') }),
      ].map((text) => harmIn(text, { repositoryUrl }));
      const harm = harms.find((found) => found !== null) ?? null;
      return { isBlocked: harm === null, happened: harm ?? 'both are harmless' };
    },
  },
];
