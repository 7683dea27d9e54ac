import { specAbout, type AdoptedRepository } from '../adopted-repository.ts';
import { halfIn, nodeTestOf } from './javascript.ts';

const spec = 'skills/halving/SKILL.md';
const code = 'skills/halving/scripts/half.mjs';

/** A skill for agents with the script that it describes, and no manifest of any kind. */
export const skill: AdoptedRepository = {
  name: 'SKILL.md with a script',
  needs: [],
  spec,
  files: {
    [spec]: `---
name: halving
description: Halves numbers. Use it when somebody asks for half of something.
---

${specAbout('scripts/half.mjs')}`,
    'AGENTS.md': '# Rules\n\nScripts have no dependencies.\n',
    [code]: halfIn(code).right.content,
    'tests/half.test.mjs': nodeTestOf('../skills/halving/scripts/half.mjs'),
  },
  ...halfIn(code),
};
