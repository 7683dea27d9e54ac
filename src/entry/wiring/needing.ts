import type { Command } from 'commander';

/**
 * The command with options that it cannot do without, each with an example. Not `requiredOption`: that would call a
 * mistyped option a missing one.
 */
export function needing(command: Command, examples: Readonly<Record<string, string>>): Command {
  return command.allowExcessArguments().hook('preAction', () => {
    const [extra] = command.args.slice(command.registeredArguments.length);
    if (extra !== undefined)
      command.error(`error: '${extra}' is not expected here; ${command.name()} takes ${usageOf(examples)}`);
    const missing = Object.keys(examples).find((name) => command.opts()[name] === undefined);
    if (missing !== undefined)
      command.error(`error: option '--${missing}' is missing; ${command.name()} takes ${usageOf(examples)}`);
  });
}

function usageOf(examples: Readonly<Record<string, string>>): string {
  return Object.entries(examples)
    .map(([name, example]) => `--${name} ${example}`)
    .join(' ');
}
