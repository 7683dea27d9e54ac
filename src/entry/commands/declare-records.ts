import type { Command } from 'commander';
import { needing } from '../wiring/needing.ts';
import type { Options } from './command-options.ts';

/** Adds the command `records` with its two parts to the program. */
export function declareRecords(program: Command, nodeTestReporter: string): void {
  const records = program
    .command('records')
    .description(
      'export one check with all its records into a file, or import such a file: it replays for nothing',
    );
  needing(placed(records.command('export')), { base: 'main', head: 'HEAD' })
    .description('write the records of one check into one new file, without any file of the repository')
    .argument('<file>', 'the file to write')
    .option('--base <ref>', 'the commit, branch or tag of the check')
    .option('--head <ref>', 'the commit, branch or tag of the check')
    .option('--sandbox <level>', 'the level of the sandbox that the check used')
    .option('--pull-request <number>', 'the pull request that the records belong to')
    .action(async (file: string, options: Options) => {
      const { exportCommand } = await import('./records-commands.ts');
      process.exitCode = await exportCommand({ options, nodeTestReporter }, file);
    });
  placed(records.command('import'))
    .description('take over the check in such a file, all of it or nothing')
    .argument('<file>', 'a file that `records export` wrote')
    .option('--trust-runs', 'use its test runs too, in place of running the tests here')
    .action(async (file: string, options: Options) => {
      const { importCommand } = await import('./records-commands.ts');
      process.exitCode = await importCommand({ options, nodeTestReporter }, file);
    });
}

function placed(command: Command): Command {
  return command
    .option(
      '--config <file>',
      'config file (default: .github/spec-portability.yml, then spec-portability.yml)',
    )
    .option('--cwd <folder>', 'the repository', '.')
    .option('--records <folder>', 'where answers and test runs are stored', '.spec-portability/records');
}
