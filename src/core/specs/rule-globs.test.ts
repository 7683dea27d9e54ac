import { describe, expect, test } from '@jest/globals';
import { aSpec } from '../../testing/builders/a-question.ts';
import { globsOfRule, isRuleFor } from './rule-globs.ts';

const rule = (front: string, path = '.cursor/rules/a.mdc'): { path: string; text: string } => ({
  path,
  text: `---\n${front}\n---\n\nUse tabs.\n`,
});

describe('the files that a rule is for', () => {
  test.each([
    ['globs: src/**/*.ts, *.tsx', ['src/**/*.ts', '**/*.tsx']],
    ['description: x\nglobs: ["/src/", \'./lib/*.{js,ts}\']\nalwaysApply: false', ['src', 'lib/*.{js,ts}']],
    ['globs:\n  - web/**\n  - "**/*.css"\nalwaysApply: false', ['web/**', '**/*.css']],
    ['globs: src/**, !src/old/**', ['src/**']],
    ['globs:\nalwaysApply: false', null],
    ['description: for tables', null],
    ['globs: web/**\nalwaysApply: true', null],
  ])('%j', (front, globs) => {
    expect(globsOfRule(rule(front))).toEqual(globs);
  });

  test.each([
    ['.github/instructions/web.instructions.md', 'applyTo: "web/**,*.css"', ['web/**', '**/*.css']],
    ['.claude/rules/api.md', 'paths:\n  - "src/api/**"', ['src/api/**']],
    ['.kiro/steering/web.md', "inclusion: fileMatch\nfileMatchPattern: 'web/**'", ['web/**']],
    ['.kiro/steering/all.md', "inclusion: always\nfileMatchPattern: 'web/**'", null],
    ['.windsurf/rules/web.md', 'trigger: glob\nglobs: web/**', ['web/**']],
    ['AGENTS.md', 'globs: web/**', null],
  ])('in %s: %j', (path, front, globs) => {
    expect(globsOfRule(rule(front, path))).toEqual(globs);
  });

  test('are none without front matter', () => {
    expect(globsOfRule({ path: 'a.mdc', text: 'globs: web/**\n' })).toBeNull();
    expect(globsOfRule({ path: 'a.mdc', text: '---\nglobs: web/**\n' })).toBeNull();
  });
});

test.each([
  ['what its model writes', 'globs: src/**', true],
  ['the spec', 'globs: specs/**', true],
  ['what its model is shown', 'globs: "*.json"', true],
  ['something else', 'globs: web/**, docs/*.css', false],
])('a rule for %s', (_, front, expected) => {
  const spec = aSpec({
    files: ['specs/half.md'],
    writes: ['src/half/**', '!web/**'],
    context: ['package.json'],
  });
  expect(isRuleFor(rule(front), spec)).toBe(expected);
});
