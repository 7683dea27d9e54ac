import { parse } from 'yaml';
import * as z from 'zod';
import { withSection } from './keep-generated.ts';

const actionFile = z.object({
  inputs: z.record(z.string(), z.object({ description: z.string(), default: z.string() })),
  outputs: z.record(z.string(), z.object({ description: z.string() })),
});

/** The README with every generated part made again. */
export function readmeFrom(
  before: string,
  sources: {
    readonly action: string;
    readonly quickStart: string;
    readonly demo: string;
    readonly help: string;
  },
): string {
  const { inputs, outputs } = actionFile.parse(parse(sources.action));
  const sections = {
    demo: demoExcerpt(sources.demo),
    'quick-start': `\`\`\`yaml\n${sources.quickStart.trimEnd()}\n\`\`\``,
    commands: table(['command', 'does'], commandsIn(sources.help)),
    inputs: table(
      ['input', 'default', 'what it says'],
      Object.entries(inputs).map(([name, { description, default: value }]) => [
        `\`${name}\``,
        value === '' ? '' : `\`${value}\``,
        description,
      ]),
    ),
    outputs: table(
      ['output', 'what it says'],
      Object.entries(outputs).map(([name, { description }]) => [`\`${name}\``, description]),
    ),
  };
  return Object.entries(sections).reduce((text, [name, content]) => withSection(text, name, content), before);
}

/** Name and description of each command in the help of the command line, whose lines are broken to fit a terminal. */
export function commandsIn(help: string): readonly (readonly [string, string])[] {
  const [, list = ''] = help.split('\nCommands:\n');
  const lines = list.replaceAll(/\n {4,}(?=\S)/g, ' ').split('\n');
  const commands = lines.flatMap((line): readonly (readonly [string, string])[] => {
    const [, name = '', what = ''] = /^ {2}(\w+)(?: [[<][^\]>]*[\]>])* {2,}(\S.*)$/.exec(line) ?? [];
    return name === '' || name === 'help' ? [] : [[`\`${name}\``, what]];
  });
  if (commands.length === 0) throw new Error('The help of the command line lists no command.');
  return commands;
}

/** The start of the comment, before its folded parts, as a quote; without what differs from run to run. */
export function demoExcerpt(demo: string): string {
  const shown = demo
    .replace(/^<!--.*-->\n+/, '')
    .replace(/\n+<details>[\s\S]*$/, '')
    .replace(/· (?:\d+ min )?\d+ s ·/, '· 2 s ·')
    .replaceAll(/`([0-9a-f]{40})`/g, '`…`');
  if (!shown.includes('regressed')) throw new Error('The demo wrote no comment with a verdict.');
  return shown.trimEnd().replaceAll(/^/gm, '> ').replaceAll(/ +$/gm, '');
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cellText).join(' | ')} |`;
  return [line(heads), `|${'---|'.repeat(heads.length)}`, ...rows.map(line)].join('\n');
}

function cellText(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ').replaceAll('|', '\\|');
}
