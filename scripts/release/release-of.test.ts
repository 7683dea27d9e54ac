import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { releaseOf } from './release-of.ts';

const changelog = `# Changelog

## Unreleased

- Not yet.

## 1.10.0 (2026-01-02)

### Reports

- A page.

\`\`\`
## 1.9.9
\`\`\`

## 1.1.0

- First.
`;

const released = (tag: string, tags: readonly string[] = [], packageVersion = tag.slice(1)) =>
  releaseOf({ tag, packageVersion, changelog, tags: [...tags, tag] });

test('the notes are what the changelog says of the version, and of no other', () => {
  expect(released('v1.10.0').notes).toBe('### Reports\n\n- A page.\n\n```\n## 1.9.9\n```');
  expect(released('v1.1.0').notes).toBe('- First.');
});

test.each([
  { what: 'is the first one', tag: 'v1.10.0', tags: [], expected: ['v1', 'v1.10'] },
  {
    what: 'is newer than all others',
    tag: 'v1.10.0',
    tags: ['v1.9.0', 'v1.1.0', 'v0.9.0'],
    expected: ['v1', 'v1.10'],
  },
  { what: 'fixes an old minor version', tag: 'v1.1.0', tags: ['v1.10.0'], expected: ['v1.1'] },
  { what: 'is of an old major version', tag: 'v1.10.0', tags: ['v2.0.0'], expected: ['v1', 'v1.10'] },
  { what: 'is older than another patch of its own', tag: 'v1.10.0', tags: ['v1.10.1'], expected: [] },
  {
    what: 'stands beside tags that are no versions',
    tag: 'v1.10.0',
    tags: ['v1', 'v1.99', 'v9.9.9-rc.1', 'nightly'],
    expected: ['v1', 'v1.10'],
  },
])('of a release that $what the right short tags move', ({ tag, tags, expected }) => {
  expect(released(tag, tags).shortTags).toEqual(expected);
});

test.each([
  { what: 'whose name is no version', tag: 'v1.10', packageVersion: '1.10', said: 'no release' },
  {
    what: 'of a version before the release',
    tag: 'v1.10.0-rc.1',
    packageVersion: '1.10.0-rc.1',
    said: 'no release',
  },
  {
    what: 'that package.json does not know',
    tag: 'v1.10.0',
    packageVersion: '1.9.0',
    said: 'package.json says 1.9.0, but the tag is v1.10.0',
  },
  {
    what: 'that the changelog does not name',
    tag: 'v1.9.9',
    packageVersion: '1.9.9',
    said: 'says nothing under `## 1.9.9`',
  },
])('a tag $what is refused', ({ tag, packageVersion, said }) => {
  expect(() => released(tag, [], packageVersion)).toThrow(said);
});

test('a heading without a word under it is no text of a release', () => {
  const empty = { tag: 'v1.0.0', packageVersion: '1.0.0', tags: [] };

  expect(() => releaseOf({ ...empty, changelog: '## 1.0.0\n\n## 0.9.0\n\n- Old.\n' })).toThrow(
    'says nothing',
  );
});

test('the script prints what the workflow needs, and one line where the tag does not fit', () => {
  const folder = mkdtempSync(join(tmpdir(), 'release-'));
  try {
    const git = (...rest: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...rest], { cwd: folder });
    git('init', '--quiet');
    writeFileSync(join(folder, 'package.json'), '{ "version": "1.1.0" }');
    writeFileSync(join(folder, 'CHANGELOG.md'), changelog);
    git('commit', '--quiet', '--allow-empty', '--message', 'one');
    for (const tag of ['v1.1.0', 'v1.10.0']) git('tag', tag);
    const script = resolve('scripts/release.ts');
    const run = (...rest: readonly string[]) =>
      spawnSync(process.execPath, [script, ...rest], { cwd: folder, encoding: 'utf8' });

    expect(run('--tag', 'v1.1.0', '--notes').stdout).toBe('- First.\n');
    expect(run('--tag', 'v1.1.0', '--short-tags').stdout).toBe('v1.1\n');
    const refused = run('--tag', 'v1.10.0', '--notes');
    expect([refused.status, refused.stdout]).toEqual([1, '']);
    expect(refused.stderr).toBe('package.json says 1.1.0, but the tag is v1.10.0\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('package.json and its lock file are of one version', () => {
  const versionIn = (path: string) => /"version": "([^"]+)"/.exec(readFileSync(path, 'utf8'))?.[1];

  expect(versionIn('package-lock.json')).toBe(versionIn('package.json'));
});
