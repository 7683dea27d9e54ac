import { fileURLToPath } from 'node:url';
import { Command, CommanderError } from 'commander';
import { hostedProviders } from '../core/providers.ts';
import { declareRecords } from './commands/declare-records.ts';
import { explain } from './wiring/fail.ts';
import { endWithoutOutput } from './wiring/end-without-output.ts';
import { interruptCode, unlessInterrupted } from './wiring/interrupt.ts';
import { needing } from './wiring/needing.ts';

// The bundle knows the version that it was built from.
declare const PACKAGE_VERSION: string | undefined;
const version = typeof PACKAGE_VERSION === 'string' ? PACKAGE_VERSION : 'from source';

// In the bundle this file lies in a folder of parts.
const isBundled = !import.meta.url.endsWith('.ts');
const nodeTestReporter = fileURLToPath(
  new URL(isBundled ? '../node-test-reporter.mjs' : '../inside/node-test-reporter.mjs', import.meta.url),
);

const program = new Command('spec-portability')
  .version(version, '--version', 'print the version')
  .description('Does a spec edit still compile to working code on every model?')
  .exitOverride()
  .configureOutput({ outputError: (text, write) => write(`${text.trim().replaceAll(/\s+/g, ' ')}\n`) });

program
  .command('demo')
  .description('run a whole check with simulated models on this machine: no key, no network')
  .option('--report-dir <folder>', 'where the report is written (default: a new temporary folder)')
  .action(async (options: { readonly reportDir?: string }) => {
    const { demo } = await import('./demo/demo.ts');
    process.exitCode = await demo({ nodeTestReporter, reportDir: options.reportDir ?? null });
  });

const common = (command: Command): Command =>
  command
    .option(
      '--config <file>',
      'config file (default: .github/spec-portability.yml, then spec-portability.yml)',
    )
    .option('--cwd <folder>', 'the repository', '.')
    .option('--records <folder>', 'where answers and test runs are stored', '.spec-portability/records')
    .option('--max-usd <amount>', 'overrides budget.usd')
    .option('--max-generations <count>', 'overrides budget.generations')
    .option('--sandbox <level>', 'auto, bubblewrap, docker or none');

const comparing = (
  command: Command,
  needed: Readonly<Record<string, string>> = { base: 'main', head: 'HEAD' },
): Command =>
  needing(common(command), needed)
    .option('--base <ref>', 'the commit, branch or tag to compare with')
    .option('--head <ref>', 'the commit, branch or tag to check')
    .option('--report-dir <folder>', 'where the report is written', '.spec-portability/report')
    .option('--fail-on <verdict>', 'what fails the gate: regressed, unmet, suspected, inconclusive or never')
    .option(
      '--accept-tests <sha>',
      'accept what the head with this full sha alters of the way its tests are run',
    );

const searching = (command: Command): Command =>
  command.option('--bisect <when>', 'look for the words behind a regression: on-regression or never');

const printing = (command: Command): Command =>
  command.option('--json', 'print the result as JSON instead of text');

const judging = (command: Command): Command =>
  printing(command).option('--result <file>', 'also write result.json here');

type Options = Readonly<Record<string, string | boolean | undefined>>;

const repeatedly = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

judging(searching(comparing(program.command('check'))))
  .description('compare two commits: which models does the spec change help, hold or hurt?')
  .option('--dry-run', 'print the plan and ask no model')
  .option('--generations <file>', 'judge these answers, which were made elsewhere, and ask no model')
  .action(async (options: Options) => {
    const { checkCommand } = await import('./commands/check-command.ts');
    process.exitCode = await checkCommand({ options, nodeTestReporter });
  });

judging(searching(comparing(program.command('report'))))
  .description('judge again from stored records: no model call, no test run')
  .option('--pull-request <number>', 'the pull request that the records belong to')
  .option('--fan-out <folder>', 'join the results that the shards wrote to this folder')
  .action(async (options: Options) => {
    if (options['fanOut'] !== undefined) {
      const { joinCommand } = await import('./commands/fan-out-commands.ts');
      process.exitCode = await joinCommand({ options, nodeTestReporter });
      return;
    }
    const { reportCommand } = await import('./commands/check-command.ts');
    process.exitCode = await reportCommand({ options, nodeTestReporter });
  });

judging(comparing(program.command('bisect'), { model: 'ID', base: 'main', head: 'HEAD' }))
  .description('check one model, and if a spec regressed there, find the changed words that did it')
  .option('--model <id>', 'a name in the config, or PROVIDER/MODEL')
  .option('--dry-run', 'print the plan and ask no model')
  .action(async (options: Options) => {
    const { bisectCommand } = await import('./commands/bisect-command.ts');
    process.exitCode = await bisectCommand({ options, nodeTestReporter });
  });

judging(needing(common(program.command('compare')), { from: 'OLD_MODEL', to: 'NEW_MODEL' }))
  .description('compare every spec on the old model and on the one that takes over: does the new one hold?')
  .option(
    '--from <model>',
    `the old model: a name in the config, or ${hostedProviders.map((name) => `${name}/MODEL`).join(', ')}`,
  )
  .option('--to <model>', 'the new model, written the same way')
  .option('--head <ref>', 'the commit whose specs are compared', 'HEAD')
  .option('--report-dir <folder>', 'where the report is written', '.spec-portability/report')
  .option('--fail-on <verdict>', 'what fails the gate: regressed, unmet, suspected, inconclusive or never')
  .option('--dry-run', 'print the plan and ask no model')
  .action(async (options: Options) => {
    const { compareCommand } = await import('./commands/compare-command.ts');
    process.exitCode = await compareCommand({ options, nodeTestReporter });
  });

program
  .command('init')
  .description('examine the repository, and write a config file and a workflow that fit; overwrites nothing')
  .option('--cwd <folder>', 'the repository', '.')
  .option('--print', 'print both files and write nothing')
  .action(async (options: Options) => {
    const { initCommand } = await import('./commands/init-command.ts');
    process.exitCode = await initCommand(options);
  });

common(program.command('doctor'))
  .description('say what is missing, what a check would cost and which drops it can find; asks no model')
  .option('--report-dir <folder>', 'where the report would be written', '.spec-portability/report')
  .action(async (options: Options) => {
    const { doctorCommand } = await import('./commands/doctor-command.ts');
    process.exitCode = await doctorCommand({ options, nodeTestReporter });
  });

searching(comparing(program.command('plan')))
  .description('divide a check into shards for parallel jobs, and print the job matrix')
  .option('--shards <count>', 'largest number of shards, 1 to 256')
  .option('--fan-out <folder>', 'where the plan is written (default: fan-out in the report folder)')
  .action(async (options: Options) => {
    const { planCommand } = await import('./commands/fan-out-commands.ts');
    process.exitCode = await planCommand({ options, nodeTestReporter });
  });

searching(comparing(program.command('shard')))
  .description('ask the questions of one shard of the plan')
  .argument('<id>', 'id of the shard, from the matrix')
  .option('--fan-out <folder>', 'folder with the plan; the shard writes its records there')
  .action(async (id: string, options: Options) => {
    const { shardCommand } = await import('./commands/fan-out-commands.ts');
    process.exitCode = await shardCommand({ options, nodeTestReporter }, id);
  });

printing(common(program.command('audit')))
  .description('sample every spec on every model at HEAD, and compare with earlier nights and the anchor')
  .option('--head <ref>', 'the commit whose specs are audited', 'HEAD')
  .option('--report-dir <folder>', 'where the report is written', '.spec-portability/report')
  .option('--dry-run', 'print the plan and ask no model')
  .action(async (options: Options) => {
    const { auditCommand } = await import('./commands/audit-command.ts');
    process.exitCode = await auditCommand({ options, nodeTestReporter });
  });

printing(common(program.command('calibrate')))
  .description('compare each spec with itself: how often would this gate block although nothing changed?')
  .option('--head <ref>', 'the commit whose specs are sampled', 'HEAD')
  .option('--samples <count>', 'samples of each spec on each model; stored ones are used first', '24')
  .option('--seed <number>', 'seed of the random splits', '1')
  .action(async (options: Options) => {
    const { calibrateCommand } = await import('./commands/calibrate-command.ts');
    process.exitCode = await calibrateCommand({ options, nodeTestReporter });
  });

printing(common(program.command('shrink')))
  .description(
    'find parts of a spec or of instructions that no model misses; writes a patch, applies nothing',
  )
  .argument('[spec...]', 'names of specs, or paths of spec files or instructions (default: every spec)')
  .option('--model <model>', 'only on this model of the config; may be repeated', repeatedly)
  .option('--head <ref>', 'the commit whose texts are tried', 'HEAD')
  .option('--report-dir <folder>', 'where patch and report are written', '.spec-portability/report')
  .option('--dry-run', 'print the parts and ask no model')
  .action(async (named: string[], { model = [], ...options }: Options & { readonly model?: string[] }) => {
    const { shrinkCommand } = await import('./commands/shrink-command.ts');
    process.exitCode = await shrinkCommand({ options, nodeTestReporter }, { named, models: model });
  });

judging(program.command('judge'))
  .description(
    'the gate alone, on outcomes that somebody else collected: promptfoo, inspect_ai or plain JSON',
  )
  .argument('<file...>', 'outcomes from after the change, or a file that holds both sides')
  .option('--base <file>', 'outcomes from before the change; may be repeated', repeatedly)
  .option('--scorer <name>', 'the scorer of inspect_ai that says what passes, if there are several')
  .option('--pass-at <score>', 'the score of inspect_ai from which on a sample passes')
  .option('--fail-on <verdict>', 'what fails the gate: regressed, unmet, suspected, inconclusive or never')
  .option('--cwd <folder>', 'the folder of the report is relative to this one', '.')
  .option('--report-dir <folder>', 'where the report is written', '.spec-portability/report')
  .action(async (head: string[], { base = [], ...options }: Options & { readonly base?: string[] }) => {
    const { judgeCommand } = await import('./commands/judge-command.ts');
    process.exitCode = await judgeCommand({ head, base }, options);
  });

declareRecords(program, nodeTestReporter);

endWithoutOutput();

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  } else {
    const { code, text } = explain(unlessInterrupted(error));
    process.stderr.write(`${text}\n`);
    process.exitCode = code;
  }
}
process.exitCode = interruptCode() ?? process.exitCode ?? 0;
