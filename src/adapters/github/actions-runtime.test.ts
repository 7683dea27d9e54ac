import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

const module = new URL('./actions-runtime.ts', import.meta.url).href;
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'actions-runtime-'));
});
afterEach(async () => rm(folder, { recursive: true, force: true }));

/** Runs lines of script against the runtime in a process that has only this environment. */
function run(script: string, environment: Readonly<Record<string, string>>): string {
  const source = `import { actionsRuntime } from ${JSON.stringify(module)}; const runtime = actionsRuntime(process.env); ${script}`;
  const child = spawnSync(process.execPath, ['--no-warnings', '--input-type=module', '--eval', source], {
    env: environment,
    encoding: 'utf8',
  });
  expect(child.stderr).toBe('');
  return child.stdout;
}

describe('inputs', () => {
  test('are those that were given, trimmed', () => {
    const printed = run(
      'console.log(JSON.stringify([...await runtime.readInputs(["test-command", "models", "mode"])]));',
      {
        'INPUT_TEST-COMMAND': ' npm test ',
        INPUT_MODELS: 'a\nb\n',
        INPUT_MODE: '',
      },
    );

    expect(JSON.parse(printed)).toEqual([
      ['test-command', 'npm test'],
      ['models', 'a\nb'],
    ]);
  });
});

describe('a secret', () => {
  test('is masked line by line under Actions', () => {
    expect(run('await runtime.mask("one\\ntwo");', { GITHUB_ACTIONS: 'true' })).toBe(
      '::add-mask::one\n::add-mask::two\n',
    );
  });

  test('is never printed elsewhere', () => {
    expect(run('await runtime.mask("secret");', {})).toBe('');
  });
});

describe('outputs and the job summary', () => {
  test('go to the files of the runner', async () => {
    const [output, summary] = [join(folder, 'output'), join(folder, 'summary')];
    await writeFile(output, '');
    await writeFile(summary, '');

    const printed = run(
      'await runtime.setOutputs({ conclusion: "failure", verdicts: "a\\nb=c" }); console.log(await runtime.writeSummary("# page"));',
      { GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary },
    );

    expect(printed).toBe('true\n');
    expect(await readFile(output, 'utf8')).toMatch(
      /^conclusion<<(\S+)\nfailure\n\1\nverdicts<<(\S+)\na\nb=c\n\2\n$/,
    );
    expect(await readFile(summary, 'utf8')).toBe('# page\n');
  });

  test('are left out where there is no runner', () => {
    expect(
      run('await runtime.setOutputs({ a: "b" }); console.log(await runtime.writeSummary("# page"));', {}),
    ).toBe('false\n');
  });

  test('are left out where the file is gone', () => {
    const gone = join(folder, 'gone');

    expect(
      run('await runtime.setOutputs({ a: "b" }); console.log(await runtime.writeSummary("x"));', {
        GITHUB_OUTPUT: gone,
        GITHUB_STEP_SUMMARY: gone,
      }),
    ).toBe('false\n');
  });
});

describe('text of unknown origin', () => {
  test('is printed between stop-commands with a token that cannot be guessed, its commands broken', () => {
    const printed = run('await runtime.printUntrusted("::error::x\\n##[error]y");', {
      GITHUB_ACTIONS: 'true',
    });

    expect(printed).toMatch(
      /^::stop-commands::([0-9a-f-]{36})\n:\u200B:error:\u200B:x\n##\u200B\[error\]y\n::\1::\n$/,
    );
  });
});

describe('the event', () => {
  test.each([
    ['{"number":7}', '{"number":7}'],
    ['not json', 'null'],
  ])('payload %j is read as %s', async (payload, read) => {
    const path = join(folder, 'event.json');
    await writeFile(path, payload);

    expect(run('console.log(JSON.stringify(await runtime.readEvent()));', { GITHUB_EVENT_PATH: path })).toBe(
      `${read}\n`,
    );
  });

  test('is null where there is none', () => {
    expect(run('console.log(await runtime.readEvent());', {})).toBe('null\n');
  });
});
