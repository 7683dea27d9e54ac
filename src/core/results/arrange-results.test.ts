import { expect, describe, test } from '@jest/globals';
import * as fc from 'fast-check';
import { arrangeResults } from './arrange-results.ts';
import type { Arrangement } from './arrange-results.ts';
import { filePattern } from '../specs/file-pattern.ts';
import { goTestEvents } from './formats/go-test-events.ts';
import { jestJson } from './formats/jest-json.ts';
import { junit } from './formats/junit.ts';
import type { ResultsMode } from '../settings.ts';

function arranged(
  command: string,
  scripts: Record<string, string> = {},
  results: ResultsMode = { kind: 'auto' },
): Arrangement {
  return arrangeResults({
    spec: { test: command, results },
    packageJson: JSON.stringify({ scripts }),
    reports: '/r',
    reporter: '/lib/our reporter.mjs',
  });
}

const jest = '--json --outputFile=/r/jest-1.json';
const vitest = '--reporter=default --reporter=json --outputFile.json=/r/vitest-1.json';

describe('jest and vitest are asked by arguments', () => {
  test.each([
    ['jest', {}, `jest ${jest}`],
    ['npx jest --ci src', {}, `npx jest ${jest} --ci src`],
    [
      'node --experimental-vm-modules node_modules/jest/bin/jest.js',
      {},
      `node --experimental-vm-modules node_modules/jest/bin/jest.js ${jest}`,
    ],
    ['npm test', { test: 'jest' }, `npm test -- ${jest}`],
    ['npm run -s unit -- --ci', { unit: 'tsc && jest' }, `npm run -s unit -- --ci ${jest}`],
    ['npm test', { test: 'npm run unit', unit: 'jest' }, `npm test -- -- ${jest}`],
    ['yarn test', { test: 'jest' }, `yarn test ${jest}`],
    ['pnpm run unit 2>&1 | tee log', { unit: 'jest' }, `pnpm run unit ${jest} 2>&1 | tee log`],
    ['yarn jest', {}, `yarn jest ${jest}`],
    ['npm exec jest', {}, `npm exec jest -- ${jest}`],
    [
      'npm run build && npm test',
      { build: 'tsc', test: 'vitest run' },
      `npm run build && npm test -- ${vitest}`,
    ],
    ['vitest run', {}, `vitest ${vitest} run`],
  ])('%s with %j', (command, scripts, expected) => {
    const { command: found, reading } = arranged(command, scripts);
    expect(found).toBe(expected);
    expect(reading).toMatchObject({
      kind: 'asked',
      perProcess: [{ isDue: false }],
      files: [{ format: jestJson }],
    });
  });

  test('each gets a file of its own', () => {
    const { command, reading } = arranged('jest a; vitest run');
    expect(command).toBe(`jest ${jest} a; vitest ${vitest.replace('vitest-1', 'vitest-2')} run`);
    expect(reading).toMatchObject({ files: [{ name: 'jest-1.json' }, { name: 'vitest-2.json' }] });
  });

  test.each([
    ['npm test', { test: 'jest && echo done' }],
    ['npm test', { test: 'npm test' }],
    ['cd packages/a && npm test', { test: 'jest' }],
    ['npm --prefix a test', { test: 'jest' }],
    ['npm install jest', {}],
    ['echo jest', {}],
    ['make test', {}],
    ['bash -c "jest"', {}],
  ])('a command they cannot be asked through is left as it is: %s with %j', (command, scripts) => {
    const found = arranged(command, scripts);
    expect(found.command).toBe(command);
    expect(found.reading).toMatchObject({ kind: 'asked', files: [], perProcess: [{ isDue: false }] });
  });
});

describe('node:test is asked through NODE_OPTIONS', () => {
  const url = 'file:///lib/our%20reporter.mjs?reports=%2Fr';
  const ours = `--test-reporter=${url} --test-reporter-destination=stdout`;
  const both = `--test-reporter=spec --test-reporter-destination=stdout ${ours}`;

  test.each([
    ['node --test', true, both],
    ['npm test', true, both],
    ['tsx --test', true, both],
    ['make test', false, both],
    ['node test.js', false, both],
    ['node --test --test-reporter=tap', true, `${ours} --test-reporter-destination=stdout`],
    ['node --test --test-reporter=tap --test-reporter-destination=x', true, ours],
    ['node --test a && node --test --test-reporter=tap', false, undefined],
    ['NODE_OPTIONS=--no-warnings node --test', false, undefined],
  ])('%s, a report is due: %s', (command, isDue, options) => {
    const { environment, reading } = arranged(command, { test: 'node --test' });
    expect(environment['NODE_OPTIONS']).toBe(options);
    expect(reading).toMatchObject({ kind: 'asked', files: [], perProcess: [{ isDue }] });
  });
});

describe('go test prints its events into a file of ours', () => {
  const file = '/r/go-test-1.json';

  test.each([
    ['go test ./...', `go test -json > ${file} ./...`],
    ['CGO_ENABLED=0 go test -race ./...', `CGO_ENABLED=0 go test -json > ${file} -race ./...`],
    ['cd api && go test ./... 2>&1', `cd api && go test -json > ${file} ./... 2>&1`],
    ['go vet ./... && /usr/bin/go test .', `go vet ./... && /usr/bin/go test -json > /r/go-test-1.json .`],
  ])('%s', (command, expected) => {
    const { command: found, reading } = arranged(command);
    expect(found).toBe(expected);
    expect(reading).toMatchObject({ kind: 'asked', files: [{ format: goTestEvents }] });
  });

  test.each(['go test ./... > out.txt', 'go build ./...', 'echo go test', 'make test', 'npm test'])(
    'and is left alone where it cannot: %s',
    (command) => {
      const found = arranged(command, { test: 'go test ./...' });
      expect(found.command).toBe(command);
      expect(found.reading).toMatchObject({ files: [] });
    },
  );
});

test('pytest is asked through its own variable', () => {
  const { environment, reading } = arranged('python -m pytest -q');
  expect(environment['PYTEST_ADDOPTS']).toBe('-o junit_family=xunit1 --junitxml=/r/pytest.xml');
  expect(reading).toMatchObject({ files: [{ name: 'pytest.xml', format: junit }] });
});

test('files that are named leave the command alone', () => {
  const { command, reading } = arranged('make test', {}, { kind: 'files', patterns: ['a.xml', 'out/*.xml'] });
  expect(command).toBe('make test');
  expect(reading).toEqual({ kind: 'files', files: [filePattern('a.xml'), filePattern('out/*.xml')] });
});

test('the exit code alone leaves the command alone', () => {
  expect(arranged('jest', {}, { kind: 'exit-code' })).toEqual({
    command: 'jest',
    environment: {},
    reading: { kind: 'exit-code' },
  });
});

test('a package.json that cannot be read has no scripts', () => {
  const spec = { test: 'npm test', results: { kind: 'auto' } } as const;
  for (const packageJson of [null, '{', '[]', '{"scripts":{"test":1}}']) {
    expect(arrangeResults({ spec, packageJson, reports: '/r', reporter: '/x' }).command).toBe('npm test');
  }
});

test('whatever is added, the command stays what it was', () => {
  const word = fc.constantFrom(
    'jest',
    'vitest',
    'npm',
    'test',
    'run',
    '&&',
    '|',
    '"a b"',
    "'x",
    '\\',
    '--',
    'node --test',
    '(',
    '\n',
  );
  fc.assert(
    fc.property(fc.array(word), (words) => {
      const command = words.join(' ');
      const { command: added, reading } = arranged(command, { test: 'jest', run: 'npm test' });
      expect(added).toMatch(withAdditions(command));
      expect(added.split('--outputFile').length - 1).toBe(reading.kind === 'asked' && reading.files.length);
    }),
  );
});

// Our options may come after a `--` of the command itself, so they cannot simply be cut out. They end at a word
// boundary.
function withAdditions(command: string): RegExp {
  const ours = String.raw`(?: (?:-- )*(?:--json|--reporter=default --reporter=json) --outputFile[^\s|&()]+(?![^\s|&()]))*`;
  const characters = Array.from(command, (character) =>
    character.replace(/[.*+?^${}()|[\]\\]/, String.raw`\$&`),
  );
  return new RegExp(`^${['', ...characters, ''].join(ours)}$`);
}
