import { chmod, mkdtemp, readdir, readFile, realpath, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { actionWorld, vendorKeys, type ActionWorld } from '../src/testing/runs/action-world.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import { bothModels, byNode, careful, halves, halvesConfig, hasty } from '../src/testing/builders/halves.ts';
import { pullRequestNumber } from '../src/testing/builders/pull-request-event.ts';
import { programFolder } from '../src/testing/runs/program-folder.ts';
import type { ActionRun } from '../src/testing/runs/run-action.ts';
import { temporaryFolder } from '../src/testing/temporary-folder.ts';

test('without bubblewrap and docker nothing generated is run, the job ends with 2, and the line says what to do', async () => {
  await using programs = await programFolder('git', 'sh', 'bash', 'env');
  await using place = await temporaryFolder();
  const mark = join(place.path, 'executed');
  const planted = `import fs from 'node:fs';\nfs.writeFileSync(${JSON.stringify(mark)}, 'x');\n${halves.right}`;
  const write = () => [{ path: 'src/half.mjs', content: planted }];
  await using world = await actionWorld(bundle.action, {
    config: (url) => halvesConfig(url, { spec: byNode, rest: { sandbox: 'auto' } }),
    models: [
      { ...careful, write },
      { ...hasty, write },
    ],
  });

  const run = await world.run({ path: programs.path });

  expect(run.code).toBe(2);
  expect(run.log).toMatch(/SANDBOX_UNAVAILABLE.*no generated code was run.*apt-get install.*bubblewrap/);
  expect(world.models.requests).toEqual([]);
  expect(existsSync(mark)).toBe(false);
});

test('no key is in anything that the action writes, in whatever form, although the vendor says it back', async () => {
  const key = vendorKeys.OPENAI_API_KEY;
  const bytes = Buffer.from(key);
  const coded = (['base64', 'base64url', 'hex'] as const).map((coding) => bytes.toString(coding));
  const forms = [key, ...coded, encodeURIComponent(key)];
  const echoed = forms.map((form) => `you sent ${form}`).join('; ');
  await using world = await actionWorld(bundle.action, {
    faults: (_, { model }) =>
      model === 'simulated-hasty' ? { kind: 'http', status: 401, message: echoed } : null,
  });

  const run = await world.run();

  const written = await everythingWritten(world, run);
  expect(run.code).toBe(2);
  expect(written).toContain('you sent');
  expect([...forms, vendorKeys.ANTHROPIC_API_KEY].filter((form) => written.includes(form))).toEqual([]);
});

test('no key is in anything that the action writes although models answer with it and their code prints it in pieces', async () => {
  const key = vendorKeys.OPENAI_API_KEY;
  const base64 = (text: string): string => Buffer.from(text).toString('base64');
  const hex = Buffer.from(key).toString('hex');
  const forms = [key, base64(key), hex, hex.toUpperCase(), base64(`Bearer ${key}`), base64(`user:${key}`)];
  const showing = `const forms = ${JSON.stringify(forms)};
for (const form of forms) { process.stdout.write(form.slice(0, 9)); process.stdout.write(form.slice(9)); console.error(form); }
export const half = () => { throw new Error('SHOWN ' + forms.join(' ')); };
`;
  await using world = await actionWorld(bundle.action, {
    config: (url) => halvesConfig(url, { models: bothModels(url).slice(1), spec: byNode }),
    models: [
      {
        ...hasty,
        write: ({ specText }) => [
          { path: 'src/half.mjs', content: specText.includes('half up') ? halves.right : showing },
        ],
      },
    ],
  });

  const run = await world.run();

  const written = await everythingWritten(world, run);
  expect(run.code).toBe(1);
  expect(written).toContain('SHOWN');
  expect(written).toContain('[key]');
  // Of base64 only the part that says nothing of the key may be left.
  expect(forms.filter((form) => written.includes(form))).toEqual([]);
});

test('no key is in anything that the action writes although generated code hunts for it and prints all it can see', async () => {
  const hunter = `import fs from 'node:fs';
const seen = [JSON.stringify(process.env), process.argv.join()];
for (const entry of fs.readdirSync('/proc').filter((name) => /^\\d+$/.test(name)))
  for (const name of ['environ', 'cmdline'])
    try { seen.push(fs.readFileSync(\`/proc/\${entry}/\${name}\`, 'latin1')); } catch {}
console.log('HUNTED', seen.join('\\n'));
throw new Error(\`HUNTED \${seen.join(' ')}\`);
`;
  const write = () => [{ path: 'src/half.mjs', content: hunter }];
  const temporary = await realpath(await mkdtemp(join(tmpdir(), 'hunt-')));
  await chmod(temporary, 0o755);
  await using world = await actionWorld(bundle.action, {
    config: (url) =>
      halvesConfig(url, { models: bothModels(url).slice(1), spec: byNode, rest: { sandbox: 'auto' } }),
    models: [{ ...hasty, write }],
  });

  const run = await world.run({ env: { RUNNER_TEMP: temporary, DEPLOY_TOKEN: 'canary-5d41402abc4b2a76' } });
  await rm(temporary, { recursive: true, force: true });

  const written = await everythingWritten(world, run);
  expect(written).toContain('HUNTED');
  expect(written).toContain('bubblewrap');
  const secrets = [...Object.values(vendorKeys), 'canary-5d41402abc4b2a76'];
  expect(secrets.filter((secret) => written.includes(secret))).toEqual([]);
});

/** Log, summary, outputs, comments, check runs and every file: all that a run leaves anywhere. */
async function everythingWritten(world: ActionWorld, run: ActionRun): Promise<string> {
  return [
    run.log.replaceAll(/^::add-mask::.*$/gm, ''),
    run.jobSummary,
    JSON.stringify(run.outputs),
    JSON.stringify(world.github.comments(pullRequestNumber).map(({ body }) => body)),
    JSON.stringify(world.github.checkRuns()),
    ...(await textsBelow(join(world.repository.directory, '.spec-portability'))),
  ].join('\n');
}

async function textsBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => readFile(join(entry.parentPath, entry.name), 'utf8')),
  );
}
