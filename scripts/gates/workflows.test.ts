import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { starterWorkflow } from '../../src/core/init/starter-workflow.ts';
import { unsafeInWorkflow, withNamedSelf } from '../workflows/workflow-rules.ts';
import { plantedCopy, type Ended, type PlantedCopy } from './planted-copy.ts';

// One copy and one run for all that is planted in .github.
let copy: PlantedCopy;
let ended: Ended;
beforeAll(async () => {
  copy = await plantedCopy(['.github', 'scripts', 'action.yml', 'package.json']);
  const quickStart = await readFile('.github/workflows/examples/quick-start.yml', 'utf8');
  const own = await readFile('.github/workflows/portability.yml', 'utf8');
  const plants = {
    'bad-permission': changed(quickStart, 'checks: write', 'check: write'),
    'bad-shell': changed(
      quickStart,
      '    steps:',
      '    steps:\n      - run: echo ${{ github.event.pull_request.title }}',
    ),
    'bad-input': changed(quickStart, 'test-command:', 'test-comand:'),
    'bad-expression': changed(quickStart, 'secrets.OPENAI_API_KEY', 'secret.OPENAI_API_KEY'),
    'bad-pin': changed(quickStart, '@d23441a48e516b6c34aea4fa41551a30e30af803 # v6.1.0', '@v6'),
    'bad-own-input': changed(own, 'mode: plan', 'mood: plan'),
    ...Object.fromEntries(starters.map((kind) => [`init-${kind}`, starterWorkflow(kind)])),
  };
  for (const [name, text] of Object.entries(plants)) await copy.write(`.github/workflows/${name}.yml`, text);
  await copy.write(
    'action.yml',
    changed(await readFile('action.yml', 'utf8'), 'icon: shuffle', 'icon: shufle'),
  );
  await copy.write('.github/funding.yml', 'github: someone\n');
  await copy.write('.github/CODEOWNERS', '# nobody\n');
  ended = await copy.npmRun('check:workflows');
});
afterAll(async () => copy[Symbol.asyncDispose]());

const starters = ['one-job', 'fan-out'] as const;

function changed(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`no ${from} to change`);
  return text.replace(from, () => to);
}

/** What the check says of a file. */
function saidOf(path: string): readonly string[] {
  return ended.output.split('\n').filter((line) => line.startsWith(`${path}:`));
}

test.each([
  ['a permission that there is not', '.github/workflows/bad-permission.yml', /unknown permission scope/],
  ['a title in the shell', '.github/workflows/bad-shell.yml', /potentially untrusted/],
  ['an input of another name', '.github/workflows/bad-input.yml', /Invalid action input 'test-comand'/],
  ['a misspelt expression', '.github/workflows/bad-expression.yml', /secret/],
  ['an action by tag', '.github/workflows/bad-pin.yml', /not pinned/],
  // What is handed to the action of the same commit (`$/.`) is checked against its inputs too.
  ['an input of our own', '.github/workflows/bad-own-input.yml', /Invalid action input 'mood'/],
  ['a wrong icon', 'action.yml', /shufle|icon/],
  ['owners that are none', '.github/CODEOWNERS', /: names nobody/],
  ['a file of another kind', '.github/funding.yml', /: nothing knows how to check this file/],
])('%s, as one linter alone knows it, fails the workflow check', (_, path, said) => {
  expect(ended.code).not.toBe(0);
  expect(saidOf(path)).toContainEqual(expect.stringMatching(said));
});

test.each(['.github/workflows/ci.yml', ...starters.map((kind) => `.github/workflows/init-${kind}.yml`)])(
  '%s, ours or written by init, passes both linters and our own rules',
  async (path) => {
    expect(await readFile(join(copy.directory, path), 'utf8')).not.toBe('');
    expect(saidOf(path)).toEqual([]);
  },
);

const safe = `
on: pull_request
permissions: { contents: read }
jobs:
  one:
    steps:
      - uses: actions/checkout@d23441a48e516b6c34aea4fa41551a30e30af803 # v6.1.0
        with: { persist-credentials: false }
      - run: echo "$TITLE"
        env: { TITLE: '\${{ github.event.pull_request.title }}' }
`;

test('a workflow that keeps the rules passes', () => {
  expect(unsafeInWorkflow('w.yml', safe)).toEqual([]);
});

test.each([
  {
    what: 'no permissions of its own',
    from: 'permissions: { contents: read }',
    to: '',
    said: 'no top-level `permissions`',
  },
  {
    what: 'every permission',
    from: '{ contents: read }',
    to: 'write-all',
    said: 'no top-level `permissions`',
  },
  {
    what: 'a checkout that leaves its token',
    from: '{ persist-credentials: false }',
    to: '{}',
    said: '`persist-credentials: false`',
  },
  {
    what: 'a checkout that keeps its token as text',
    from: 'credentials: false',
    to: "credentials: 'false '",
    said: '`persist-credentials',
  },
  {
    what: 'an action by tag',
    from: 'd23441a48e516b6c34aea4fa41551a30e30af803',
    to: 'v6',
    said: 'not pinned',
  },
  {
    what: 'an action by short sha',
    from: 'd23441a48e516b6c34aea4fa41551a30e30af803',
    to: 'd23441a',
    said: 'not pinned',
  },
  {
    what: 'a title in the shell',
    from: '"$TITLE"',
    to: '${{ github.event.pull_request.title }}',
    said: '`github.event` inside `run`',
  },
  {
    what: 'a branch name in the shell',
    from: '"$TITLE"',
    to: '${{ github.head_ref }}',
    said: '`github.event` inside `run`',
  },
  {
    what: 'the event by index',
    from: '"$TITLE"',
    to: "${{ github['event'].title }}",
    said: '`github.event` inside `run`',
  },
  {
    what: 'the event in a function',
    from: '"$TITLE"',
    to: '${{ toJSON(github.event) }}',
    said: '`github.event` inside `run`',
  },
  {
    what: 'an action whose commit nobody read',
    from: 'd23441a48e516b6c34aea4fa41551a30e30af803',
    to: 'a'.repeat(40),
    said: 'not among the commits',
  },
  { what: 'a commit without its version', from: '# v6.1.0', to: '', said: 'no comment `# v6.1.0`' },
  { what: 'a commit with a wrong version', from: '# v6.1.0', to: '# v6', said: 'no comment `# v6.1.0`' },
  {
    what: 'an action of somebody who calls himself ours',
    from: 'actions/checkout@d23441a48e516b6c34aea4fa41551a30e30af803',
    to: 'evil/spec-portability-action@v1',
    said: 'not pinned',
  },
  {
    what: 'a job with every permission',
    from: '  one:',
    to: '  one:\n    permissions: write-all',
    said: 'a job with every permission',
  },
  {
    what: 'a called workflow that is given every secret',
    from: '  one:',
    to: '  one:\n    secrets: inherit',
    said: 'every secret',
  },
  {
    what: 'an input in the shell',
    from: '"$TITLE"',
    to: '${{ inputs.title }}',
    said: 'an input inside `run`',
  },
  {
    what: 'an event with secrets for forks',
    from: 'on: pull_request',
    to: 'on: { pull_request_target: { types: [opened] } }',
    said: 'the text of a fork with secrets',
  },
])('$what is unsafe', ({ from, to, said }) => {
  const [problem = '', ...more] = unsafeInWorkflow(
    'w.yml',
    safe.replace(from, () => to),
  );

  expect(problem).toContain(said);
  expect(more).toEqual([]);
});

const own = safe.replace(/uses: actions\/checkout@.*\n.*/, 'uses: $/.');

test('the action of the commit that the workflow is of needs no pin, and is known to the linters by its name', () => {
  expect(own).toContain('uses: $/.\n');
  expect(unsafeInWorkflow('w.yml', own)).toEqual([]);
  expect(withNamedSelf(own)).toBe(own.replace('$/.', 'OWNER/spec-portability-action@v1'));
});

test.each([
  ['in a path of its own', 'uses: $/../other'],
  ['in a longer word', 'uses: $/.x'],
  ['that is no `uses`', 'run: $/.'],
])('what only looks like it, %s, is left to the linters', (_, text) => {
  const similar = own.replace('uses: $/.', () => text);
  expect(withNamedSelf(similar)).toBe(similar);
});

test.each([
  ['another folder of the commit', '$/../other'],
  ['another account', '$/other/action@v1'],
  ['a name that only begins like it', '$/.x'],
])('%s is no action of this commit', (_, uses) => {
  const [problem = '', ...more] = unsafeInWorkflow(
    'w.yml',
    own.replace('$/.', () => uses),
  );
  expect(problem).toContain('not pinned');
  expect(more).toEqual([]);
});
