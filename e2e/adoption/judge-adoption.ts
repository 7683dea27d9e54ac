import { isDeepStrictEqual } from 'node:util';
import type { Adoption, Asked } from './adopt.ts';
import type { AdoptedRepository } from './adopted-repository.ts';
import { shown, type Verdicts } from './verdicts.ts';

/** Whatever is not as the README promises, one sentence each; nothing = it is. */
export function problemsOf(of: AdoptedRepository, adoption: Adoption): readonly string[] {
  const { asWritten, edited, misspelt, harmful } = adoption;
  const used = edited ?? asWritten;
  return [
    ...mistakesOfInit(of, adoption),
    ...disagreement('as written', asWritten),
    ...(misspelt === null ? [] : disagreement('with a misspelt test command', misspelt)),
    ...((misspelt ?? asWritten).doctor.code === 2 ? [] : ['doctor never ended with 2']),
    ...(used.doctor.code === 0 ? [] : [`doctor ended with ${used.doctor.code}: ${lastOf(used.doctor)}`]),
    ...unlike('the harmless edit', used, { code: 0, verdicts: { careful: 'held', hasty: 'held' } }),
    ...unlike('the planted regression', harmful, {
      code: 1,
      verdicts: { careful: 'held', hasty: 'regressed' },
    }),
  ];
}

function mistakesOfInit(of: AdoptedRepository, { init, config, asWritten }: Adoption): readonly string[] {
  return [
    ...(init.code === 0 ? [] : [`init ended with ${init.code}: ${lastOf(init)}`]),
    ...(of.edit === undefined || config.split('\n').includes(of.edit.line)
      ? []
      : [`init wrote no line \`${of.edit.line.trim()}\`:\n${config}`]),
    // An edit that is not needed must not be counted as one.
    ...(of.edit === undefined || asWritten.doctor.code === 2 ? [] : ['the edit was not needed']),
  ];
}

function disagreement(when: string, { doctor, check }: Asked): readonly string[] {
  return (doctor.code === 2) === (check.code === 2)
    ? []
    : [
        `${when} doctor ends with ${doctor.code} and check with ${check.code}: ${lastOf(doctor)} / ${lastOf(check)}`,
      ];
}

function unlike(
  what: string,
  found: Pick<Asked, 'check' | 'verdicts'>,
  wanted: { readonly code: number; readonly verdicts: Verdicts },
): readonly string[] {
  if (found.check.code === wanted.code && isDeepStrictEqual(found.verdicts, wanted.verdicts)) return [];
  return [`${what} ended with ${found.check.code} (${shown(found.verdicts)}): ${lastOf(found.check)}`];
}

function lastOf({ stdout, stderr }: Asked['check']): string {
  return `${stdout}${stderr}`.trim().split('\n').slice(-12).join('\n');
}
