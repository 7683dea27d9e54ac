import { readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { resultFileSchema } from '../src/core/report/machine/result-schema.ts';
import { anInspectLog, passing } from '../src/testing/builders/outcome-files.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import { runnerPath } from '../src/testing/runs/run-action.ts';
import { startNode } from '../src/testing/runs/run-node.ts';
import { temporaryRepository, type TemporaryRepository } from '../src/testing/temporary-repository.ts';

const fixture = (name: string) => join(import.meta.dirname, '../fixtures/outcomes', name);

/** A folder with these files, in which `judge` is typed. */
async function inFolder(files: Readonly<Record<string, string>>) {
  const folder = await temporaryRepository();
  await folder.write(files);
  return Object.assign(folder, { judge: (...argv: readonly string[]) => judge(folder, argv) });
}

async function judge({ directory }: TemporaryRepository, argv: readonly string[]) {
  const call = { cwd: directory, env: { PATH: runnerPath, HOME: '/nonexistent' } };
  const ended = await startNode([bundle.cli, 'judge', ...argv], call).ended;
  const read = (name: string) =>
    readFile(join(directory, '.spec-portability/report', name), 'utf8').catch(() => '');
  return {
    ...ended,
    page: await read('index.html'),
    comment: await read('comment.md'),
    result: await read('result.json'),
  };
}

/** What became of each question, from result.json, which must be valid. */
function words(result: string): Readonly<Record<string, string>> {
  const { verdicts } = resultFileSchema.parse(JSON.parse(result));
  return Object.fromEntries(verdicts.map(({ spec, model, verdict }) => [`${spec} on ${model}`, verdict]));
}

describe('planted drops are regressed, and what did not change is not', () => {
  test('in two results of promptfoo, from before and after: 100 to 0 %, and 95 % on both sides', async () => {
    await using folder = await inFolder({});

    const { code, stdout, stderr, result, page, comment } = await folder.judge(
      fixture('promptfoo-after.json'),
      '--base',
      fixture('promptfoo-before.json'),
    );

    expect(words(result)).toEqual({
      'rounds half up on hurt': 'regressed',
      'rounds half up on steady': 'held',
    });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^Spec portability · ❌ fails$/m);
    expect(stdout).toContain('hurt now fails its tests: 20 of 20 samples passed before, 0 of 20 now.');
    expect(stdout).toMatch(/steady +19\/20 → 18\/18 \(2 not measured\)/);
    expect(stdout).toContain('holds only if these numbers were fixed before the first sample was seen');
    expect(comment).toMatch(/Spec portability · ❌ fails[^]*`hurt`\*\* now fails its tests/);
    expect(stderr).toContain('comment.md beside it');
    expect(page).toContain('Expected output &quot;1&quot; to equal &quot;2&quot;');
  });

  test('in one result of promptfoo with two prompts: 95 to 35 %', async () => {
    await using folder = await inFolder({});

    const { code, stdout, result } = await folder.judge(fixture('promptfoo-two-prompts.json'));

    expect(words(result)).toEqual({
      'rounds half up on hurt': 'regressed',
      'rounds half up on steady': 'held',
    });
    expect(code).toBe(1);
    expect(stdout).toContain('19 of 20 samples passed before, 7 of 20 now');
    expect(stdout).toContain('The base is the prompt base: base.txt');
  });

  test('in logs of inspect_ai, one for each model', async () => {
    const log = (run: string, model: string, passed: number) =>
      anInspectLog({ items: { half: passing(passed, 20), date: passing(19, 20) }, run, model });
    await using folder = await inFolder({
      'before-a.json': log('before', 'one/a', 19),
      'before-b.json': log('before', 'one/b', 19),
      'after-a.json': log('after', 'one/a', 7),
      'after-b.json': log('after', 'one/b', 18),
    });
    const base = ['--base', 'before-a.json', '--base', 'before-b.json'];

    const { code, result } = await folder.judge('after-a.json', 'after-b.json', ...base);

    expect(words(result)).toEqual({
      'minutes half on one/a': 'regressed',
      'minutes date on one/a': 'held',
      'minutes half on one/b': 'held',
      'minutes date on one/b': 'held',
    });
    expect(code).toBe(1);
  });

  test('in the plain form; without a drop it ends with 0', async () => {
    const entry = (model: string, passed: number) => ({
      item: 'half',
      model,
      base: { passed: 19, failed: 1 },
      head: { passed, failed: 20 - passed },
    });
    await using folder = await inFolder({
      'dropped.json': JSON.stringify({ schema: 1, outcomes: [entry('a', 7), entry('b', 19)] }),
      'same.json': JSON.stringify({ schema: 1, outcomes: [entry('a', 18), entry('b', 19)] }),
    });

    const dropped = await folder.judge('dropped.json', '--json');
    const same = await folder.judge('same.json');

    expect(words(dropped.stdout)).toEqual({ 'half on a': 'regressed', 'half on b': 'held' });
    expect(dropped.result).toBe(dropped.stdout);
    expect(dropped.code).toBe(1);
    expect(words(same.result)).toEqual({ 'half on a': 'held', 'half on b': 'held' });
    expect(same.code).toBe(0);
    expect((await folder.judge('dropped.json', '--fail-on', 'never')).code).toBe(0);
  });
});

test('errors are no failures: where a side lost many samples there is no verdict, and the reason says so', async () => {
  const head = [...passing(3, 3), ...Array.from({ length: 17 }, () => ({ error: 'overloaded' }))];
  await using folder = await inFolder({
    'before.json': anInspectLog({ items: { half: passing(20, 20) }, run: 'before' }),
    'after.json': anInspectLog({ items: { half: head }, run: 'after' }),
  });

  const { code, stdout, result } = await folder.judge(
    'after.json',
    '--base',
    'before.json',
    '--fail-on',
    'regressed',
  );

  expect({ code, result: words(result) }).toEqual({
    code: 0,
    result: { 'minutes half on openai/gpt-6.1-sol': 'inconclusive' },
  });
  expect(stdout).toContain('17 of 20 samples of the head ended in an error or were never judged: overloaded');
});

describe('what cannot be judged is one clear line, exit code 2 and no report', () => {
  let folder: Awaited<ReturnType<typeof inFolder>>;
  beforeEach(async () => {
    folder = await inFolder({
      'once.json': anInspectLog({ items: { a: [true], b: [true] }, run: 'once' }),
      'again.json': anInspectLog({ items: { a: [true], b: [false] }, run: 'again' }),
      'few.json': JSON.stringify({
        schema: 1,
        outcomes: [{ item: 'a', model: 'm', base: { passed: 2, failed: 0 }, head: { passed: 0, failed: 2 } }],
      }),
      'other.json': '{"hello": "world"}',
      'cut.json': '{"results": {"results": [',
      'log.eval': 'PK\u0003\u0004',
      'folder/file.txt': '',
    });
  });

  test.each([
    [
      'one sample an item',
      ['again.json', '--base', 'once.json'],
      'TOO_FEW_SAMPLES: one sample of an item cannot tell',
    ],
    ['two samples', ['few.json'], /^TOO_FEW_SAMPLES: with one question .* Collect at least 3 samples a side/],
    ['one side', ['once.json'], 'OUTCOMES_NOT_COMPARABLE: these files hold one side only'],
    ['a foreign file', ['other.json'], 'OUTCOMES_UNREADABLE: `other.json` is JSON, but it is neither'],
    ['a cut file', ['cut.json'], 'OUTCOMES_UNREADABLE: `cut.json` is not whole JSON'],
    ['an archive', ['log.eval'], 'OUTCOMES_UNREADABLE: `log.eval` is an archive'],
    ['a folder', ['folder'], 'OUTCOMES_UNREADABLE: `folder` is not a regular file'],
    ['no such file', ['gone.json'], 'OUTCOMES_UNREADABLE: `gone.json` is not there'],
    ['no file at all', [], "error: missing required argument 'file'"],
    ['a word that fails nothing', ['few.json', '--fail-on', 'always'], 'CONFIG_INVALID: option `--fail-on`'],
    ['a score that is none', ['few.json', '--pass-at', 'most'], 'CONFIG_INVALID: option `--pass-at`'],
  ])('%s', async (_, argv, says) => {
    await using open = folder;

    const { code, stdout, stderr, result } = await open.judge(...argv);

    expect({ code, stdout, result }).toEqual({ code: 2, stdout: '', result: '' });
    expect(stderr).toMatch(
      typeof says === 'string' ? new RegExp(`^${says.replaceAll(/[()]/g, '\\$&')}`) : says,
    );
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});

test('hostile names and messages stay text, and a file may be a link', async () => {
  const hostile = '<img src=x onerror=alert(1)> ::error::\u001B[31m| ../../etc/passwd \u202E';
  const outcomes = [
    {
      item: hostile,
      model: `${hostile}\n::set-output name=x::y`,
      base: { passed: 20, failed: 0 },
      head: { passed: 0, failed: 20 },
    },
  ];
  await using folder = await inFolder({ 'real.json': JSON.stringify({ schema: 1, outcomes }) });
  await symlink('real.json', join(folder.directory, 'link.json'));

  const { code, stdout, page, result } = await folder.judge('link.json');

  expect(code).toBe(1);
  expect(stdout).not.toContain('\u001B');
  expect(stdout).not.toContain('\u202E');
  expect(stdout).not.toMatch(/^::/m);
  expect(page).toContain('&lt;img src=x onerror=alert(1)');
  expect(page).not.toMatch(/<img src=x/);
  expect(resultFileSchema.parse(JSON.parse(result)).verdicts[0]?.verdict).toBe('regressed');
});
