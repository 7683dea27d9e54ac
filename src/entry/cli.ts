#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { Command, CommanderError } from 'commander';
import { explain } from './fail.ts';

// Beside the sources and beside the bundle alike.
const nodeTestReporter = fileURLToPath(new URL('./node-test-reporter.mjs', import.meta.url));

const program = new Command('spec-portability')
  .description('Does a spec edit still compile to working code on every model?')
  .exitOverride()
  .configureOutput({ outputError: (text, write) => write(`${text.trim().replaceAll(/\s+/g, ' ')}\n`) });

program
  .command('demo')
  .description('the whole check with simulated models on loopback: no key, no network')
  .option('--report-dir <folder>', 'keep the report here')
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

const comparing = (command: Command): Command =>
  common(command)
    .requiredOption('--base <ref>', 'the commit, branch or tag to compare with')
    .requiredOption('--head <ref>', 'the commit, branch or tag to check')
    .option('--report-dir <folder>', 'where the report goes', '.spec-portability/report')
    .option('--result <file>', 'also write result.json here')
    .option('--fail-on <verdict>', 'regressed, suspected, inconclusive or never');

type Options = Readonly<Record<string, string | boolean | undefined>>;

comparing(program.command('check'))
  .description('compare two commits: which models does the spec change help, hold or hurt?')
  .option('--dry-run', 'print the plan and ask no model')
  .action(async (options: Options) => {
    const { checkCommand } = await import('./check-command.ts');
    process.exitCode = await checkCommand({ options, nodeTestReporter });
  });

comparing(program.command('report'))
  .description('judge again from records alone: no model call, no test run')
  .option('--pull-request <number>', 'the pull request whose records these are')
  .action(async (options: Options) => {
    const { reportCommand } = await import('./check-command.ts');
    process.exitCode = await reportCommand({ options, nodeTestReporter });
  });

common(program.command('audit'))
  .description('every spec on every model at HEAD, held against earlier nights and the anchor')
  .option('--head <ref>', 'the commit whose specs are audited', 'HEAD')
  .option('--report-dir <folder>', 'where the report goes', '.spec-portability/report')
  .option('--dry-run', 'print the plan and ask no model')
  .action(async (options: Options) => {
    const { auditCommand } = await import('./check-command.ts');
    process.exitCode = await auditCommand({ options, nodeTestReporter });
  });

common(program.command('calibrate'))
  .description('base against base: how often would this gate block a change that is none?')
  .option('--head <ref>', 'the commit whose specs are sampled', 'HEAD')
  .option('--samples <count>', 'samples of each spec on each model; stored ones count', '24')
  .option('--seed <number>', 'of the splits', '1')
  .action(async (options: Options) => {
    const { calibrateCommand } = await import('./check-command.ts');
    process.exitCode = await calibrateCommand({ options, nodeTestReporter });
  });

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  } else {
    const { code, text } = explain(error);
    process.stderr.write(`${text}\n`);
    process.exitCode = code;
  }
}
