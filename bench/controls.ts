// Control runs on right code that no model wrote, and on code that forges its passes: whom do they accuse, whom do they
// catch, and what do they cost?
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { PackageSets } from '../src/testing/runs/package-sets.ts';
import { goBench } from './controls/go.ts';
import { nodeTestBench, vitestBench } from './controls/javascript.ts';
import { forgersText, runnerFigures } from './controls/lines.ts';
import { measureRunner } from './controls/measure-runner.ts';
import { pytestBench } from './controls/python.ts';
import { startOutcome } from './outcome.ts';

const all = [nodeTestBench, pytestBench, goBench, vitestBench];
const { values } = parseArgs({
  options: {
    runners: { type: 'string', default: all.map(({ name }) => name).join(',') },
    // Of each runner. 120 is every tree that there is.
    trees: { type: 'string', default: '120' },
    write: { type: 'boolean' },
  },
});
const names = values.runners.split(',');
const unknown = names.filter((name) => !all.some((runner) => runner.name === name));
if (unknown.length > 0) {
  console.error(`no such runner: ${unknown.join(', ')}; there are ${all.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}

const start = performance.now();
const runners = all.filter(({ name }) => names.includes(name));
const sets = new PackageSets('fixtures/wild/packages');
const bins = await Promise.all(
  runners.map(async ({ packages }) => (packages === undefined ? null : sets.installed(packages))),
);
process.env['PATH'] = [...bins.flatMap((set) => set?.bin ?? []), process.env['PATH']].join(':');
let trees = 0;
const isAll = names.length === all.length && values.trees === '120';
const some = isAll ? '' : ` -- --runners ${values.runners} --trees ${values.trees}`;
const outcome = startOutcome({ name: 'controls', command: `npm run bench:controls${some}` });
for (const runner of runners) {
  const measured = await measureRunner(runner, {
    trees: Number(values.trees),
    atOnce: availableParallelism(),
    sandbox: 'none',
  });
  trees += measured.honest.length;
  outcome.add(...runnerFigures(measured));
  console.log(forgersText(measured));
}
outcome.end();
console.log(`${trees} honest trees; took ${((performance.now() - start) / 1000).toFixed(0)} s`);
