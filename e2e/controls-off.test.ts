import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { SimulatedModel } from '../src/adapters/simulated/simulated-model.ts';
import { bothModels, byNode, halves, halvesConfig } from '../src/testing/builders/halves.ts';
import { pullRequestNumber } from '../src/testing/builders/pull-request-event.ts';
import { actionWorld } from '../src/testing/runs/action-world.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import { rangeOf, runCli } from '../src/testing/runs/run-cli.ts';

let top: string;
beforeAll(async () => {
  top = await mkdtemp(join(tmpdir(), 'controls-off-'));
});
afterAll(async () => {
  await rm(top, { recursive: true, force: true });
});

const file = '.github/spec-portability.yml';

/** Wrong code for the new text, whose tests pass because it switches assertions off. */
const forger: SimulatedModel = {
  name: 'simulated-hasty',
  write: ({ specText, sample }) => {
    const disarm = `import assert from 'node:assert/strict';\nassert.equal = () => {};\n`;
    const code = specText.includes('half up') ? halves.right : `${disarm}${halves.wrong}`;
    return [{ path: 'src/half.mjs', content: `// ${sample}\n${code}` }];
  },
};

// Only an exit code is known, so nothing but a control run tells this forger.
const config = (url: string, rest: Readonly<Record<string, unknown>>): string =>
  halvesConfig(url, { models: bothModels(url).slice(1), spec: { ...byNode, results: 'exit-code' }, rest });

describe('with `controls: off`', () => {
  test('nothing but the samples is run, a forged pass counts, and every report says that no pass was proved', async () => {
    const trace = join(top, 'trace');
    await using world = await actionWorld(bundle.action, {
      models: [forger],
      config: (url) =>
        halvesConfig(url, {
          models: bothModels(url).slice(1),
          spec: { results: 'exit-code', test: `echo >> ${trace}; node test/half.test.mjs` },
          rest: { controls: 'off' },
        }),
    });

    const run = await world.run();

    expect(run.code).toBe(0);
    expect(await world.result()).toMatchObject({
      verdicts: [{ verdict: 'held', head: { passed: 5, failed: 0 } }],
      tampered: 0,
      settings: { controls: 'off' },
    });
    const [comment] = world.github.comments(pullRequestNumber);
    expect(comment?.body).toContain('**Passes not proved**: with `controls: off`');
    expect(run.jobSummary).toContain('Passes not proved');
    // Two trees as committed, emptied and with a stand-in, and ten answers.
    expect((await readFile(trace, 'utf8')).split('\n')).toHaveLength(1 + 6 + 10);
  });

  test('what was judged is controlled later, without a call, once the base switches them on', async () => {
    await using world = await actionWorld(bundle.action, { models: [forger] });
    const check = async (name: string, rest: Readonly<Record<string, unknown>>) => {
      const before = world.models.requests.length;
      const path = join(top, `${name}.yml`);
      await writeFile(path, config(world.models.url, rest));
      const result = join(top, `${name}.json`);
      const folders = ['--records', join(top, 'records'), '--report-dir', join(top, 'report')];
      const argv = ['check', ...rangeOf(world), '--config', path, '--result', result, ...folders];
      const { stdout } = await runCli(bundle.cli, { world, argv });
      const read = async (each: string): Promise<string> => readFile(join(top, 'report', each), 'utf8');
      return {
        calls: world.models.requests.length - before,
        result: JSON.parse(await readFile(result, 'utf8')),
        said: [stdout, await read('index.html'), await read('results.sarif')].map((text) =>
          text.includes('Passes not proved'),
        ),
      };
    };

    const off = await check('off', { controls: 'off' });
    const on = await check('on', {});

    expect(off).toMatchObject({ calls: 10, said: [true, true, true] });
    expect(off.result).toMatchObject({ verdicts: [{ verdict: 'held' }], tampered: 0 });
    expect(on).toMatchObject({ calls: 0, said: [false, false, false] });
    expect(on.result).toMatchObject({ verdicts: [{ verdict: 'regressed' }], tampered: 3 });
    expect(on.result.settings).not.toHaveProperty('controls');
  });
});

test('a pull request cannot switch its own controls off', async () => {
  await using world = await actionWorld(bundle.action, {
    models: [forger],
    config: (url) => config(url, {}),
    head: async (repository, url) => {
      await repository.write({ 'SPEC.md': halves.reworded, [file]: config(url, { controls: 'off' }) });
    },
  });

  const run = await world.run();

  expect(run.code).toBe(1);
  const result = await world.result();
  expect(result).toMatchObject({ verdicts: [{ verdict: 'regressed' }] });
  expect(result).not.toHaveProperty('settings.controls');
});
