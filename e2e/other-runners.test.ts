import { existsSync } from 'node:fs';
import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { SimulatedModel } from '../src/adapters/simulated/simulated-model.ts';
import { actionWorld } from '../src/testing/runs/action-world.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import { bothModels, halves, halvesConfig } from '../src/testing/builders/halves.ts';
import type { RepositoryFiles } from '../src/testing/temporary-repository.ts';

let temporary = '';
beforeAll(async () => {
  temporary = await realpath(await mkdtemp(join(tmpdir(), 'other-runners-')));
  // As root the sandbox runs as the user nobody, who must be able to enter this folder.
  await chmod(temporary, 0o755);
});
afterAll(async () => {
  await rm(temporary, { recursive: true, force: true });
});

type Language = {
  readonly name: string;
  /** The program without which the machine cannot run these tests. */
  readonly needs: string;
  readonly command: string;
  readonly path: string;
  readonly code: (rounding: string, sample: number) => string;
  readonly files: RepositoryFiles;
  readonly broken: string;
};

const languages: readonly Language[] = [
  {
    name: 'pytest',
    needs: '/usr/bin/pytest-3',
    command: '/usr/bin/python3 -m pytest',
    path: 'src/half.py',
    code: (rounding, sample) => `# ${sample}\ndef half(n):\n    return (n + ${rounding}) // 2\n`,
    files: {
      'test_half.py': `from src.half import half


def test_halves_even_numbers():
    assert half(8) == 4


class TestRounding:
    def test_rounds_half_up(self):
        assert half(5) == 3
`,
      'src/__init__.py': '',
    },
    broken: 'test_half.py > TestRounding > test_rounds_half_up',
  },
  {
    name: 'go test',
    needs: '/usr/bin/go',
    // Without a vet, which reads the standard library anew in each sandbox: four times the work of the tests.
    command: 'go test -vet=off ./...',
    path: 'src/half.go',
    code: (rounding, sample) =>
      `// Package src, sample ${sample}.\npackage src\n\nfunc Half(n int) int { return (n + ${rounding}) / 2 }\n`,
    files: {
      'go.mod': 'module example.com/halves\n\ngo 1.19\n',
      'src/half_test.go': `package src

import "testing"

func TestHalf(t *testing.T) {
	t.Run("even", func(t *testing.T) {
		if Half(8) != 4 {
			t.Error("not 4")
		}
	})
	t.Run("rounds half up", func(t *testing.T) {
		if Half(5) != 3 {
			t.Error("not 3")
		}
	})
}
`,
    },
    broken: 'example.com/halves/src > TestHalf > rounds_half_up',
  },
];

test.each(languages)(
  '$name is asked for its report and read in the sandbox, and the test that broke is named',
  async (language) => {
    // Not on every machine: .ci/run installs it.
    if (!existsSync(language.needs)) return;
    const hasty: SimulatedModel = {
      name: 'simulated-hasty',
      write: ({ specText, sample }) => [
        { path: language.path, content: language.code(specText.includes('half up') ? '1' : '0', sample) },
      ],
    };
    await using world = await actionWorld(bundle.action, {
      files: { 'SPEC.md': halves.spec, ...language.files, [language.path]: language.code('1', -1) },
      config: (url) =>
        halvesConfig(url, {
          spec: { test: language.command, results: 'auto', writes: [language.path] },
          models: bothModels(url).slice(1),
          rest: { sandbox: 'auto' },
        }),
      models: [hasty],
    });

    const run = await world.run({ env: { RUNNER_TEMP: temporary } });

    expect(run.log).not.toContain('SANDBOX');
    expect(await world.result()).toMatchObject({
      verdicts: [{ model: 'hasty', verdict: 'regressed', brokenTests: [language.broken] }],
    });
    expect(run.code).toBe(1);
  },
);
