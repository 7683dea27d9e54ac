// `npm run test:agents [-- WORD…]`: real coding agents through the bundle, their models simulated. Installs them from npm,
// about 1.6 GB, so it is no part of `npm run check`. `--folder DIR` keeps what is installed for the next time.
import { chmod, mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { agentPresets } from '../src/core/agents/presets.ts';
import { startOutcome } from '../bench/outcome.ts';
import { bundleIn, makeBundle } from '../src/testing/runs/make-bundle.ts';
import { temporaryFolder } from '../src/testing/temporary-folder.ts';
import { agentCases } from './agents/cases.ts';
import { installAgent } from './agents/install-agent.ts';
import { playAgent } from './agents/play-agent.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    folder: { type: 'string' },
    verbose: { type: 'boolean', default: false },
    write: { type: 'boolean' },
  },
});
const chosen = agentCases.filter(
  ({ name }) => positionals.length === 0 || positionals.some((word) => name.startsWith(word)),
);
if (chosen.length === 0) throw new Error(`no agent is called ${positionals.join(' or ')}`);

await using scratch = await temporaryFolder();
const folder = resolve(values.folder ?? scratch.path);
await mkdir(folder, { recursive: true });
// The sandbox that root starts runs as the user nobody.
await chmod(scratch.path, 0o755);
const { cli } = bundleIn(await makeBundle());

const some = positionals.length === 0 ? '' : ` -- ${positionals.join(' ')}`;
const outcome = startOutcome({ name: 'agents', command: `npm run test:agents${some}` });
for (const one of chosen) {
  const preset = agentPresets[one.preset];
  try {
    const { programs, bytes, seconds } = await installAgent(folder, preset);
    const installed = seconds === null ? 'was installed' : `installed in ${seconds.toFixed(0)} s`;
    console.log(`${one.name} ${preset.smallestVersion}: ${installed}, ${(bytes / 1e6).toFixed(0)} MB`);
    const play = await playAgent(one, { cli, programs });
    const subject = `${one.name} ${preset.smallestVersion}`;
    outcome.add(
      { subject, what: 'installed', figure: bytes / 1e6, unit: 'MB' },
      ...(seconds === null ? [] : [{ subject, what: 'installation', figure: seconds, unit: 's' }]),
      { subject, what: 'the whole check', figure: play.seconds, unit: 's' },
      { subject, what: 'samples', figure: play.samples, unit: 'samples' },
      { subject, what: 'calls', figure: play.calls, unit: 'calls' },
      { subject, what: 'first request', figure: play.promptBytes / 1000, unit: 'kB' },
      { subject, what: 'foreign requests, refused and shown', figure: play.refused.length, unit: 'kinds' },
      { subject, what: 'faults', figure: play.faults.length, unit: 'faults', atMost: 0 },
    );
    if (values.verbose) console.log(play.said);
    for (const line of play.refused) console.log(`  ${line}`);
    for (const fault of play.faults) console.log(`  ✘ ${fault}`);
    if (play.faults.length === 0) console.log('  ✔ base passes, head fails, the key stayed outside');
  } catch (error) {
    console.log(`${one.name}: ✘ could not be run: ${String(error)}`);
    process.exitCode = 1;
  }
}
outcome.end();
