import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { anyCharacter } from '../../testing/builders/any-character.ts';
import { pathProblem, pathSetProblem, shownPath } from './path-rules.ts';

describe('a path that a model may write', () => {
  test.each([
    'src/duration/index.mjs',
    'src/My Component.tsx',
    'src/größe/naïve.py',
    'src/日本語.md',
    'app/[slug]/(group)/@modal/$id.tsx',
    'routes/-components/+page.svelte',
    'src/__proto__/constructor.js',
    '.eslintrc.json',
    'a~b.txt',
    'src/console.ts',
    'src/auxiliary/nullable.ts',
    'src/emoji 🎉.md',
  ])('%s', (path) => {
    expect(pathProblem(path)).toBeNull();
  });
});

describe('a path that no model may write', () => {
  test.each([
    ['', 'empty'],
    ['/etc/passwd', 'absolute'],
    ['../up.js', '`..`'],
    ['src/../../up.js', '`..`'],
    ['src/./a.js', '`.`'],
    ['src//a.js', 'empty'],
    ['src/', 'empty'],
    ['C:/a.js', 'one of'],
    ['src\\a.js', 'one of'],
    ['src/a.js\0.png', 'control'],
    ['src/a\n.js', 'control'],
    ['src/\u202Egpj.js', 'invisible'],
    ['src/a\u200B.js', 'invisible'],
    ['src/a\u00A0b.js', 'invisible'],
    ['src/\uD800.js', 'invisible'],
    ['src/e\u0301.js', 'NFC'],
    ['-rf', '-'],
    ['~/a.js', '~'],
    ['.git/config', 'git'],
    ['src/.GIT/config', 'git'],
    ['.gitattributes', 'git'],
    ['.github/workflows/ci.yml', 'git'],
    ['git~1/config', 'git'],
    ['node_modules/a/index.js', 'node_modules'],
    ['src/Node_Modules/a.js', 'node_modules'],
    ['src/aux.ts', 'Windows'],
    ['src/COM1', 'Windows'],
    ['src/trailing.', 'dot'],
    ['src/trailing /a', 'space'],
    ['src/ leading', 'space'],
    ['src/a?.js', 'one of'],
    ['a'.repeat(201), '200'],
  ])('%j, because of: %s', (path, reason) => {
    expect(pathProblem(path)).toContain(reason);
  });

  test('is shown in a message as one short printable line', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 300 }), (path) => {
        expect(shownPath(path)).toMatch(/^"[ -~…]*"$/);
        expect(shownPath(path).length).toBeLessThanOrEqual(600);
      }),
    );
  });
});

describe('paths that cannot stand side by side', () => {
  test('the same path twice, also when only the case differs', () => {
    expect(pathSetProblem(['src/a.js', 'src/a.js'])).toContain('same path');
    expect(pathSetProblem(['src/A.js', 'src/a.js'])).toContain('same path');
  });

  test('a file where another path has a folder', () => {
    expect(pathSetProblem(['src/a', 'src/A/b.js'])).toContain('file and a folder');
  });

  test('too many of them', () => {
    const paths = Array.from({ length: 501 }, (_, index) => `src/${index}.js`);
    expect(pathSetProblem(paths)).toContain('500');
    expect(pathSetProblem(paths.slice(1))).toBeNull();
  });
});
