import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { unsafeInWorkflow, withNamedSelf } from '../workflows/workflow-rules.ts';
import { plantedCopy } from './planted-copy.ts';

test('what each linter alone knows fails the workflow check', async () => {
  await using copy = await plantedCopy();
  const quickStart = await readFile('.github/workflows/examples/quick-start.yml', 'utf8');
  const action = await readFile('action.yml', 'utf8');
  const plant = async (name: string, from: string, to: string) => {
    expect(quickStart).toContain(from);
    await copy.write(`.github/workflows/${name}.yml`, quickStart.replace(from, to));
  };
  await plant('bad-permission', 'checks: write', 'check: write');
  await plant(
    'bad-shell',
    '    steps:',
    '    steps:\n      - run: echo ${{ github.event.pull_request.title }}',
  );
  await plant('bad-input', 'test-command:', 'test-comand:');
  await plant('bad-expression', 'secrets.OPENAI_API_KEY', 'secret.OPENAI_API_KEY');
  await plant('bad-pin', '@d23441a48e516b6c34aea4fa41551a30e30af803 # v6.1.0', '@v6');
  const own = await readFile('.github/workflows/portability.yml', 'utf8');
  expect(own).toContain('uses: $/.\n');
  await copy.write('.github/workflows/bad-own-input.yml', own.replace('mode: plan', 'mood: plan'));
  await copy.write('action.yml', action.replace('icon: shuffle', 'icon: shufle'));

  const { code, output } = await copy.npmRun('check:workflows');

  expect(code).not.toBe(0);
  const lines = output.split('\n');
  const said = (path: string, text: RegExp) => lines.some((line) => line.startsWith(path) && text.test(line));
  expect(said('.github/workflows/bad-permission.yml', /unknown permission scope/)).toBe(true);
  expect(said('.github/workflows/bad-shell.yml', /potentially untrusted/)).toBe(true);
  expect(said('.github/workflows/bad-input.yml', /Invalid action input 'test-comand'/)).toBe(true);
  expect(said('.github/workflows/bad-expression.yml', /secret/)).toBe(true);
  expect(said('.github/workflows/bad-pin.yml', /not pinned/)).toBe(true);
  // What is handed to the action of the same commit (`$/.`) is checked against its inputs too.
  expect(said('.github/workflows/bad-own-input.yml', /Invalid action input 'mood'/)).toBe(true);
  expect(said('action.yml', /shufle|icon/)).toBe(true);
  expect(said('.github/workflows/ci.yml', /./)).toBe(false);
});

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
  const changed = own.replace('uses: $/.', () => text);
  expect(withNamedSelf(changed)).toBe(changed);
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
