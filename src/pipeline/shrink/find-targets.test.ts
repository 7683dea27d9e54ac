import { expect, test } from '@jest/globals';
import { openRepository } from '../../adapters/git/git-repository.ts';
import type { SpecEntry } from '../../core/settings.ts';
import { removableParts } from '../../core/shrink/removal.ts';
import {
  gitEnvironment,
  temporaryRepository,
  type RepositoryFiles,
} from '../../testing/temporary-repository.ts';
import { allTargets, findTargets, type Target } from './find-targets.ts';

const spec = '# Halves\n\nRound half up.\n\nPrint a whole number.\n';
const rules = '# House rules\n\nBe kind to people.\n\nBe brief in comments.\n';

function entry(name: string, change: Partial<SpecEntry> = {}): SpecEntry {
  return {
    ...{ name, spec: [`${name}/SPEC.md`], instructions: [], writes: ['src/**'], tests: [], context: [] },
    ...{ directory: '.', setup: null, setupEnv: [], writableDeps: [], test: 'node --test' },
    ...{ results: { kind: 'auto' }, timeoutMs: null, ...change },
  };
}

async function targetsOf(
  files: RepositoryFiles,
  entries: readonly SpecEntry[],
  named?: readonly string[],
): Promise<readonly Target[]> {
  await using made = await temporaryRepository(files);
  const repository = await openRepository(made.directory, gitEnvironment);
  const head = await made.git('rev-parse', 'HEAD');
  // Awaited here: the folder goes with this function.
  return named === undefined
    ? await allTargets(repository, { entries, head })
    : await findTargets(repository, { entries, head, named });
}

function shown({ name, specs, mayBeEmpty }: Target): unknown {
  return [name, specs.map(({ version }) => version.spec.name), mayBeEmpty];
}

test.each([
  ['AGENTS.md', rules],
  ['CLAUDE.md', rules],
  ['.claude/skills/rounding/SKILL.md', `---\nname: rounding\ndescription: How to round.\n---\n\n${rules}`],
  ['.cursor/rules/house.mdc', `---\ndescription: House rules\nalwaysApply: true\n---\n\n${rules}`],
  ['.github/copilot-instructions.md', rules],
  ['.cursorrules', rules],
  ['.windsurfrules', rules],
  ['.clinerules', rules],
])(
  '%s is a text of its own, cut into its clauses, with every spec that is given it as a task',
  async (path, text) => {
    const instructions = [path];
    const files = { 'a/SPEC.md': spec, 'b/SPEC.md': spec, 'c/SPEC.md': spec, [path]: text };
    const entries = [entry('a', { instructions }), entry('b', { instructions }), entry('c')];

    const all = await targetsOf(files, entries);
    expect(all.map(shown)).toEqual([
      ['a', ['a'], false],
      ['b', ['b'], false],
      ['c', ['c'], false],
      [path, ['a', 'b'], true],
    ]);
    const [own] = await targetsOf(files, entries, [path]);
    expect(own === undefined ? [] : removableParts(own).map(({ present }) => present.trim())).toEqual([
      'Be kind to people.',
      'Be brief in comments.',
    ]);
  },
);

test('a text that is a spec too, or that cannot be divided, is no text of its own', async () => {
  const files = { 'a/SPEC.md': spec, 'ONE.md': 'Be kind.\n', 'rules.json': '{\n\n"a": 1,\n\n"b": 2\n\n}\n' };
  const instructions = ['a/SPEC.md', 'ONE.md', 'rules.json'];
  const entries = [entry('a'), entry('other', { spec: ['a/SPEC.md'], instructions })];

  expect((await targetsOf(files, entries)).map(({ name }) => name)).toEqual(['a', 'other']);
});
