import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

// What is committed or about to be; a file that is deleted but not yet staged is neither.
const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\0')
  .filter((path) => path !== '' && existsSync(path));

// Put together, so that this file does not find itself.
const folders = ['work', 'root', 'Users'].join('|');
const machinePath = new RegExp(`(?:(?<![\\w.$~}\\]*/-])|(?<=file://))/(?:${folders})/[\\w.-]`);
const silenced = new RegExp(
  `(?:es|ox)lint-disable(?!-next-line [\\w/-]+$)|@${'ts'}-(?:ignore|nocheck|expect-error)`,
  'm',
);

function pathsOfAMachine(text: string): string[] {
  return text.split('\n').filter((line) => machinePath.test(line));
}

test('no committed file holds an absolute path of somebody’s machine', () => {
  const own = files.filter((path) => !path.startsWith('dist/chunks/'));
  const found = own.flatMap((path) =>
    pathsOfAMachine(readFileSync(path, 'utf8')).map((line) => `${path}: ${line}`),
  );

  expect(files.length).toBeGreaterThan(300);
  expect(found).toEqual([]);
});

test.each(
  ['work', 'root'].flatMap((folder) => [
    `'/${folder}/main'`,
    `cd /${folder}/x.`,
    `(/${folder}/a/b)`,
    `file:///${folder}/a`,
  ]),
)('such a path would be found in %s', (text) => {
  expect(pathsOfAMachine(`one\n${text}\n`)).toEqual([text]);
});

test.each(['https://example.com/work/items', 'node_modules/root/src', '../work/a', '${base}/work/1'])(
  'an address or a relative path is none: %s',
  (text) => {
    expect(pathsOfAMachine(text)).toEqual([]);
  },
);

test('package-lock.json and .npmrc name no registry, so that any mirror serves', () => {
  const lock = readFileSync('package-lock.json', 'utf8');
  const npmrc = readFileSync('.npmrc', 'utf8');

  expect(namesARegistry(lock)).toBe(false);
  expect(npmrc).not.toMatch(/registry\s*=|_auth/);
  expect(npmrc).toContain('omit-lockfile-registry-resolved=true');
  expect(namesARegistry('"resolved": "https://registry.example/a/-/a-1.0.0.tgz"')).toBe(true);
});

function namesARegistry(lock: string): boolean {
  return /"resolved":\s*"https?:/.test(lock) || /https?:\/\/[^"]*\.tgz/.test(lock);
}

test('no check is switched off for a whole file or without naming the rule', () => {
  const sources = files.filter((path) => /^(?:src|scripts|bench)\/.*\.(?:ts|mjs)$/.test(path));
  const found = sources.filter((path) => silenced.test(readFileSync(path, 'utf8')));

  expect(found.filter((path) => !path.endsWith('committed-text.test.ts'))).toEqual([]);
  expect(silenced.test('// oxlint-disable no-console')).toBe(true);
  expect(silenced.test('// oxlint-disable-next-line')).toBe(true);
  expect(silenced.test('// oxlint-disable-next-line no-control-regex')).toBe(false);
});
