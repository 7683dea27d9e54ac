import type { Proposal, ProposedEntry } from './propose.ts';
import { furtherModels, starterModels } from './starter-models.ts';

/**
 * The config file that `init` writes. A value that only the reader knows is left out, so that the file is refused
 * until it is filled in.
 */
export function starterConfig(proposal: Proposal): string {
  return [
    '# Written by `spec-portability init`. Every key: schema/spec-portability.schema.json of the action.',
    'version: 1',
    'specs:',
    ...proposal.entries.flatMap((entry) => entryLines(entry, proposal)),
    'models:',
    ...modelLines(),
    'budget: { generations: 200, minutes: 45 }   # most of one run; 10 USD too, and 30 a pull request (usd, usd-per-pr)',
    '',
  ].join('\n');
}

function modelLines(): readonly string[] {
  const lines = [
    ...starterModels.map(({ id, keyVariable }) => [`  - ${id}`, keyVariable] as const),
    ...furtherModels.map(({ id, keyVariable }) => [`  # - ${id}`, keyVariable] as const),
  ];
  const width = Math.max(...lines.map(([line]) => line.length));
  return lines.map(([line, keyVariable]) =>
    keyVariable === null ? line : `${line.padEnd(width)}   # key: secret ${keyVariable}`,
  );
}

function entryLines(entry: ProposedEntry, proposal: Proposal): readonly string[] {
  const { spec, command, names } = entry;
  const [name = ''] = names;
  return [
    `  - spec: ${list(spec)}`,
    ...(entry.isNamed && isName(name) ? [`    name: ${JSON.stringify(name)}`] : []),
    ...(proposal.instructions.length > 0 ? [`    instructions: ${list(proposal.instructions)}`] : []),
    ...writesLines(entry, proposal.candidates),
    ...(command === null || command.directory === '.'
      ? []
      : [`    directory: ${JSON.stringify(command.directory)}`]),
    ...(command === null || command.setup === null ? [] : [`    setup: ${JSON.stringify(command.setup)}`]),
    ...(command === null
      ? ['    # FILL IN: the command that runs the tests.', '    test: ""']
      : [`    test: ${JSON.stringify(command.test)}`]),
  ];
}

// An empty list is refused with its line and an example, so that no folder is emptied that nobody named.
function writesLines({ writes }: ProposedEntry, candidates: readonly string[]): readonly string[] {
  if (writes !== null) return [`    writes: ${list(writes)}   # emptied before each generation`];
  const known = candidates.filter((glob) => isPlain(glob));
  const hint = known.length === 0 ? '' : ` Folders with code: ${known.join(', ')}`;
  return [
    '    # FILL IN: the only paths that a model may create, emptied before each generation. Nothing here says which',
    `    # code belongs to the spec.${hint}`,
    '    writes: []',
  ];
}

function list(items: readonly string[]): string {
  return `[${items.map((item) => JSON.stringify(item)).join(', ')}]`;
}

// A path of the repository may stand in a comment only if it cannot end the comment.
function isPlain(text: string): boolean {
  return /^[\w./*@-]{1,200}$/.test(text);
}

function isName(name: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N} ._@+/-]{0,99}$/u.test(name);
}
