import type { Draws } from './draws.ts';

const pieces: readonly [string, ...string[]] = [
  '<testsuite name="x">',
  '</testsuite>',
  '<testcase name="&#0;" classname="__proto__"/>',
  '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>',
  '&b;',
  '<![CDATA[',
  ']]>',
  '<!--',
  '<__proto__/>',
  '\nok 1 - x\n',
  '\nnot ok 99999999 - x # SKIP\n',
  '\n1..3\n',
  '\n1..9999999\n',
  '\n    # Subtest: x\n',
  '\n  ---\n  message: |\n',
  '\n  ...\n',
  '\nBail out!\n',
  '}',
  ']',
  '"__proto__":{"polluted":true},',
  '"constructor":{"prototype":{"polluted":true}},',
  '"status":"passed",',
  '1e999',
  '{"end":true}\n',
  '\u0000',
  '\uD800',
];

/** A real report with up to eight faults: cut, doubled, moved, enlarged, or with foreign pieces. */
export function mutateReport(report: string, draws: Draws): string {
  return Array.from({ length: draws.number(8) + 1 }).reduce<string>((text) => mutated(text, draws), report);
}

function mutated(text: string, draws: Draws): string {
  const at = draws.number(text.length + 1);
  const span = draws.number(draws.chance(0.8) ? 12 : text.length + 1);
  const [before, cut, after] = [text.slice(0, at), text.slice(at, at + span), text.slice(at + span)];
  switch (draws.number(6)) {
    case 0:
      return before + after;
    case 1:
      return before + cut + cut + after;
    case 2:
      return before + draws.oneOf(pieces) + cut + after;
    case 3:
      return before + draws.text(20) + after;
    case 4:
      return after + before + cut;
    default:
      return draws.chance(0.08)
        ? overgrown(before, after, draws)
        : before + cut + draws.oneOf(pieces) + after;
  }
}

// Depth and length that no runner writes, which is what exhausts a parser.
function overgrown(before: string, after: string, draws: Draws): string {
  const times = 10 ** (1 + draws.number(5));
  return before + (draws.chance(0.5) ? draws.oneOf(pieces) : draws.text(8)).repeat(times) + after;
}
