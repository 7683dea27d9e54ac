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

program
  .command('check')
  .description('compare two commits: which models does the spec change help, hold or hurt?')
  .requiredOption('--base <ref>', 'the commit, branch or tag to compare with')
  .requiredOption('--head <ref>', 'the commit, branch or tag to check')
  .option('--config <file>', 'config file (default: .github/spec-portability.yml, then spec-portability.yml)')
  .option('--cwd <folder>', 'the repository', '.')
  .option('--records <folder>', 'where answers and test runs are stored', '.spec-portability/records')
  .option('--report-dir <folder>', 'where the report goes', '.spec-portability/report')
  .option('--result <file>', 'also write result.json here')
  .option('--max-usd <amount>', 'overrides budget.usd')
  .option('--max-generations <count>', 'overrides budget.generations')
  .option('--fail-on <verdict>', 'regressed, suspected, inconclusive or never')
  .option('--sandbox <level>', 'auto, bubblewrap, docker or none')
  .option('--dry-run', 'print the plan and ask no model')
  .action(async (options: Readonly<Record<string, string | boolean | undefined>>) => {
    const { checkCommand } = await import('./check-command.ts');
    process.exitCode = await checkCommand({ options, nodeTestReporter });
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
