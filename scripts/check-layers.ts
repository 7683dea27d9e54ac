// Fails when an import points the wrong way, and also when the checker saw too little to judge.
import { execFile } from 'node:child_process';
import { parseArgs, promisify } from 'node:util';

type Cruise = {
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly {
      readonly rule: { readonly name: string };
      readonly from: string;
      readonly to: string;
    }[];
  };
};

/** Violations of the layer rules below `src`, one line each. */
export async function layerViolations(directory: string): Promise<string[]> {
  const run = promisify(execFile);
  const script = `${import.meta.dirname}/../node_modules/dependency-cruiser/bin/dependency-cruise.mjs`;
  const { stdout } = await run(
    process.execPath,
    [script, 'src', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'],
    { cwd: directory, maxBuffer: 64 * 1024 * 1024 },
  ).catch((error: { readonly stdout?: string }) => ({ stdout: error.stdout ?? '' }));
  const { summary } = JSON.parse(stdout) as Cruise;
  // Without a compiler it understands, the checker finds nothing to check and calls that success.
  if (summary.totalCruised < 40) return [`only ${summary.totalCruised} modules were seen`];
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { in: { type: 'string', default: '.' } } });
  const violations = await layerViolations(values.in);
  if (violations.length > 0) {
    console.error(violations.join('\n'));
    process.exitCode = 1;
  }
}
