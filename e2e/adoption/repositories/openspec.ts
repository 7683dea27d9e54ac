import { specAbout, type AdoptedRepository } from '../adopted-repository.ts';
import { halfIn, json, nodeTestOf } from './javascript.ts';

const spec = 'openspec/specs/half/spec.md';
const code = 'src/half.js';

/** Specs with their design, a proposal that is none yet, and rules for every prompt. */
export const openspec: AdoptedRepository = {
  name: 'OpenSpec with rules',
  needs: ['npm'],
  spec,
  files: {
    [spec]: specAbout(code),
    'openspec/specs/half/design.md': '# Design\n\nOne exported constant, an arrow function.\n',
    'openspec/changes/thirds/specs/third/spec.md': '# Thirds\n\nNot yet.\n',
    'openspec/project.md': '# Project\n\nNumbers.\n',
    'AGENTS.md': '# Rules\n\n@openspec/project.md\n\n- ES modules, no dependencies.\n',
    '.cursor/rules/style.mdc': '---\nalwaysApply: true\n---\n\nNo comments.\n',
    'package.json': json({
      name: 'numbers',
      private: true,
      type: 'module',
      scripts: { test: 'node --test' },
    }),
    [code]: halfIn(code).right.content,
    'src/unrelated.js': 'export const unrelated = true;\n',
    'test/half.test.js': nodeTestOf('../src/half.js'),
  },
  ...halfIn(code),
};
