import { describe, expect, test } from '@jest/globals';
import { judgingParts, withBaseParts } from './judging-parts.ts';

const json = (value: unknown): string => JSON.stringify(value);

/** A file as the base and the head have it, what of it judges on the head, and what the head's is with the base's parts. */
const cases = [
  {
    path: 'web/package.json',
    base: json({ scripts: { test: 'jest' }, jest: { bail: 1 }, dependencies: { a: '1' } }),
    head: json({ scripts: { test: 'exit 0', posttest: 'x' }, dependencies: { a: '2' } }),
    parts: ['scripts.test', 'scripts.posttest'],
    holds: ['"test": "jest"', '"bail": 1', '"a": "2"'],
    lacks: ['exit 0', 'posttest'],
  },
  {
    path: 'composer.json',
    base: json({ scripts: { test: 'phpunit' } }),
    head: json({ scripts: { test: 'true' }, require: { php: '8' }, 'autoload-dev': { files: ['evil.php'] } }),
    parts: ['scripts.test', 'autoload-dev.files'],
    holds: ['"test": "phpunit"', '"php": "8"'],
    lacks: ['evil.php'],
  },
  {
    path: 'pyproject.toml',
    base: '[project]\nname = "a"\n[tool.pytest.ini_options]\naddopts = "-q"\n',
    head: '[project]\nname = "a"\ndependencies = ["b"]\n[project.scripts]\npytest = "a:main"\n[tool.pytest.ini_options]\naddopts = "-k nothing"\n[tool.ruff]\nline-length = 90\n',
    parts: ['project.scripts.pytest', 'tool.pytest.ini_options'],
    holds: ['addopts = "-q"', '"b"', 'line-length = 90'],
    lacks: ['nothing', 'a:main'],
  },
  {
    path: 'crate/Cargo.toml',
    base: '[package]\nname = "a"\n[[test]]\nname = "t"\n[dependencies]\nb = "1"\n',
    head: '[package]\nname = "a"\nautotests = false\n[dependencies]\nb = "2"\n[patch.crates-io]\nb = { path = "evil" }\n',
    parts: ['package.autotests', 'patch.crates-io'],
    holds: ['[[test]]', 'b = "2"'],
    lacks: ['evil', 'autotests'],
  },
  {
    path: 'go.mod',
    base: 'module a\n\ngo 1.24\n\nreplace x => ../x\n',
    head: 'module a\n\ngo 1.24\n\nrequire y v2.0.0\n\nreplace (\n\tx => ./evil\n\ty => ./worse\n)\n',
    parts: ['replace ( x => ./evil y => ./worse )'],
    holds: ['replace x => ../x', 'require y v2.0.0'],
    lacks: ['evil', 'worse'],
  },
  {
    path: 'setup.cfg',
    base: '[metadata]\nname = a\n[tool:pytest]\naddopts = -q\n',
    head: '[metadata]\nname = b\n[tool:pytest]\naddopts = -k nothing\n[options.entry_points]\npytest11 = evil\n',
    parts: ['tool:pytest', 'options.entry_points'],
    holds: ['name = b', 'addopts = -q'],
    lacks: ['nothing', 'evil'],
  },
];

describe.each(cases)('$path', ({ path, base, head, parts, holds, lacks }) => {
  test('is read for what of it judges', () => {
    expect([...(judgingParts(path, head)?.keys() ?? [])].toSorted()).toEqual(parts.toSorted());
  });

  test('keeps what else the head says, with the judging parts of the base alone', () => {
    const text = withBaseParts(path, { base, head }) ?? '';
    for (const part of holds) expect(text).toContain(part);
    for (const part of lacks) expect(text).not.toContain(part);
    expect(judgingParts(path, text)).toEqual(judgingParts(path, base));
  });
});

test.each([
  { path: 'package.json', text: '{ "scripts": ' },
  { path: 'package.json', text: '[]' },
  { path: 'pyproject.toml', text: '[tool' },
  { path: 'Makefile', text: 'test:\n\ttrue\n' },
])('$path cannot be divided if it is not what its name says: $text', ({ path, text }) => {
  expect(judgingParts(path, text)).toBeNull();
});
