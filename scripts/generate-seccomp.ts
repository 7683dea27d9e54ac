// Writes the filters of system calls as bytes; with --check it only compares.
import { keepGenerated } from './keep-generated.ts';
import { architectures, probedCalls } from './seccomp/calls.ts';
import { seccompProgram } from './seccomp/program.ts';

await keepGenerated('src/adapters/sandbox/seccomp-filters.ts', () => {
  const filters = architectures.map((each) => {
    const lines =
      seccompProgram(each)
        .toString('base64')
        .match(/.{1,96}/g) ?? [];
    return `  ${each.name}: [\n${lines.map((line) => `    '${line}',`).join('\n')}\n  ],`;
  });
  const numbers = architectures.map(({ name, calls }) => {
    const each = probedCalls.map((call) => `    ${call}: ${calls[call]},`);
    return `  ${name}: {\n${each.join('\n')}\n  },`;
  });
  return `/**
 * The filter of system calls for each machine, as the kernel reads it, in lines of base64. Made by
 * scripts/generate-seccomp.ts; what it refuses stands in scripts/seccomp/calls.ts.
 */
export const seccompFilters: Readonly<Record<string, readonly string[]>> = {
${filters.join('\n')}
};

/** Numbers of some of the refused calls, for those who try them. */
export const refusedCallNumbers: Readonly<Record<string, Readonly<Record<string, number>>>> = {
${numbers.join('\n')}
};
`;
});
