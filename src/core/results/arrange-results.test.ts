import { expect, describe, test } from '@jest/globals';
import * as fc from 'fast-check';
import { arrangeResults, filesOfTree } from './arrange-results.ts';
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
    ['NODE_OPTIONS=--no-warnings npm test', false, undefined],
  ])('%s, a report is due: %s', (command, isDue, options) => {
    const { environment, reading } = arranged(command, { test: 'node --test' });
    expect(environment['NODE_OPTIONS']).toBe(options);
    expect(reading).toMatchObject({ kind: 'asked', files: [], perProcess: [{ isDue }] });
  });
});

describe('go test prints its events into a file of ours', () => {
  const file = '/r/go-test-1.json';

  test.each([
    ['go test ./...', `go test -json -count=1 > ${file} ./...`],
    ['CGO_ENABLED=0 go test -race ./...', `CGO_ENABLED=0 go test -json -count=1 > ${file} -race ./...`],
    ['cd api && go test ./... 2>&1', `cd api && go test -json -count=1 > ${file} ./... 2>&1`],
    [
      'go vet ./... && /usr/bin/go test .',
      `go vet ./... && /usr/bin/go test -json -count=1 > /r/go-test-1.json .`,
    ],
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

describe('a report that the command asks for itself is read, and no option is given twice', () => {
  const own = (command: string, scripts: Record<string, string> = {}): unknown => {
    const { command: found, environment, reading } = arranged(command, scripts);
    const files = reading.kind === 'asked' ? reading.files.map(({ name }) => name) : [];
    const read = filesOfTree({ command, environment, reading });
    return [found, files, read.map(({ matches }) => matches)];
  };
  const named = (path: string): string => filePattern(path).matches;

  test.each([
    ['npx jest --json --outputFile=x.json', 'npx jest --json --outputFile=x.json', 'x.json'],
    ['jest --outputFile ./out/x.json', 'jest --json --outputFile ./out/x.json', 'out/x.json'],
    [
      'vitest run --reporter=junit --outputFile=x.xml',
      'vitest run --reporter=junit --outputFile=x.xml',
      'x.xml',
    ],
    ['vitest --outputFile.json=x.json', 'vitest --reporter=json --outputFile.json=x.json', 'x.json'],
    ['mocha -R json -O output=x.json', 'mocha -R json -O output=x.json', 'x.json'],
    [
      'mocha --reporter xunit --reporter-options suiteName=a,output=x.xml',
      'mocha --reporter xunit --reporter-options suiteName=a,output=x.xml',
      'x.xml',
    ],
    [
      'bun test --reporter=junit --reporter-outfile=x.xml',
      'bun test --reporter=junit --reporter-outfile=x.xml',
      'x.xml',
    ],
    ['go test -json ./... > x.json', 'go test -json ./... > x.json', 'x.json'],
    ['pytest -q --junitxml=x.xml', 'pytest -q --junitxml=x.xml', 'x.xml'],
    ['cd api && pytest --junit-xml x.xml', 'cd api && pytest --junit-xml x.xml', '**/x.xml'],
    [
      'PYTEST_ADDOPTS=-q pytest --junitxml=x.xml',
      'PYTEST_ADDOPTS=-q pytest -o junit_family=xunit1 --junitxml=x.xml',
      'x.xml',
    ],
  ])('%s', (command, expected, path) => {
    expect(own(command)).toEqual([expected, [], [named(path)]]);
  });

  test.each([
    ['jest --json', `jest --outputFile=/r/jest-1.json --json`],
    ['vitest --reporter=json', 'vitest --outputFile.json=/r/vitest-1.json --reporter=json'],
    ['vitest --reporter dot', 'vitest --reporter=json --outputFile.json=/r/vitest-1.json --reporter dot'],
    ['npx mocha', 'npx mocha --reporter json --reporter-option output=/r/mocha-1.json'],
    ['mocha --reporter json', 'mocha --reporter-option output=/r/mocha-1.json --reporter json'],
    ['bun test src', 'bun test --reporter=junit --reporter-outfile=/r/bun-test-1.json src'],
    ['go test -json ./...', 'go test -count=1 > /r/go-test-1.json -json ./...'],
  ])('ours is added where it fits: %s', (command, expected) => {
    expect(arranged(command).command).toBe(expected);
    expect(filesOfTree(arranged(command))).toEqual([]);
  });

  test.each([
    'vitest --outputFile=x.html --reporter=html',
    'mocha --reporter dot',
    'jest --json --outputFile=/tmp/x.json',
    'jest --json --outputFile=$OUT',
    'jest --json --outputFile=../x.json',
  ])('nothing is added or read where neither fits: %s', (command) => {
    expect(own(command)).toEqual([command, [], []]);
  });

  test('in a script of package.json too', () => {
    expect(own('npm test', { test: 'jest --json --outputFile x.json' })).toEqual([
      'npm test',
      [],
      [named('x.json')],
    ]);
    expect(own('npm test -- --outputFile=x.json', { test: 'jest' })).toEqual([
      'npm test -- --outputFile=x.json --json',
      [],
      [named('x.json')],
    ]);
  });
});

describe('a package manager hands arguments on in its own way', () => {
  test.each([
    ['pnpm test', `pnpm test -- ${jest}`],
    ['pnpm test -- --ci', `pnpm test -- --ci ${jest}`],
    ['pnpm run test', `pnpm run test ${jest}`],
    ['pnpm run test -- --ci', `pnpm run test ${jest} -- --ci`],
    ['yarn test -- --ci', `yarn test ${jest} -- --ci`],
    ['yarn -s run test --ci', `yarn -s run test --ci ${jest}`],
    ['bun run test', `bun run test ${jest}`],
    ['node --run test', `node --run test -- ${jest}`],
    ['node --run=test -- --ci', `node --run=test -- --ci ${jest}`],
  ])('%s', (command, expected) => {
    expect(arranged(command, { test: 'jest' }).command).toBe(expected);
  });
});

describe('where the command sets the variable that we would use', () => {
  test('pytest is asked by words', () => {
    const { command, environment } = arranged("export PYTEST_ADDOPTS='-q' && pytest-3");
    expect(command).toBe(
      "export PYTEST_ADDOPTS='-q' && pytest-3 -o junit_family=xunit1 --junitxml=/r/pytest-1.json",
    );
    expect(environment['PYTEST_ADDOPTS']).toBeUndefined();
  });

  test('node:test is asked by words behind --test', () => {
    const { command, reading } = arranged('NODE_OPTIONS=--no-warnings node --test test/*.mjs');
    expect(command).toContain('node --test --test-reporter=spec --test-reporter-destination=stdout');
    expect(command.endsWith(' test/*.mjs')).toBe(true);
    expect(reading).toMatchObject({ perProcess: [{ isDue: true }] });
  });
});

test('several calls of pytest write a file each', () => {
  const { command, environment } = arranged('pytest a && pytest b');
  expect(command).toBe('pytest --junitxml=/r/pytest-1.json a && pytest --junitxml=/r/pytest-2.json b');
  expect(environment['PYTEST_ADDOPTS']).toBe('-o junit_family=xunit1');
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
