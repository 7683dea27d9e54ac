// Adopts every repository as the user that it runs as, prints a table, and ends with 1 where one went wrong.
// `run.js PLACES [WORD…]`, started by start.ts.
import { access } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import PQueue from 'p-queue';
import { runnerPath } from '../../src/testing/runs/run-action.ts';
import { adopt, type Adoption } from './adopt.ts';
import type { AdoptedRepository } from './adopted-repository.ts';
import { problemsOf } from './judge-adoption.ts';
import { placesIn } from './places.ts';
import { repositoriesOn } from './repositories.ts';
import { shown } from './verdicts.ts';

const [placesText = '', ...words] = process.argv.slice(2);
const { cli, registry, programs } = placesIn(placesText);
const wanted = repositoriesOn(registry).filter(
  ({ name }) => words.length === 0 || words.some((word) => name.toLowerCase().includes(word.toLowerCase())),
);

const started = performance.now();
const queue = new PQueue({ concurrency: availableParallelism() });
const widths = [24, 12, 14, 26, 32, 7] as const;
process.stdout.write(
  `as uid ${process.getuid?.()}\n${row(['repository', 'lines edited', 'doctor (check)', 'harmless edit', 'planted regression', 'seconds'])}`,
);
const rights = await Promise.all(wanted.map((of) => queue.add(async () => playOne(of))));
const right = rights.filter((isRight) => isRight).length;
process.stdout.write(
  `\n${right} passed, ${rights.length - right} failed\ntook ${((performance.now() - started) / 1000).toFixed(0)} s\n`,
);
process.exitCode = right === rights.length && right > 0 ? 0 : 1;

async function playOne(of: AdoptedRepository): Promise<boolean> {
  const begun = performance.now();
  const missing = await missingOf(of);
  if (missing.length > 0) {
    process.stdout.write(row([of.name, `NOT PLAYED, not installed: ${missing.join(', ')}`]));
    return false;
  }
  const own = of.programs === undefined ? [] : [programs[of.programs] ?? ''];
  const adoption = await adopt(of, { cli, path: [...own, runnerPath].join(':') });
  const problems = problemsOf(of, adoption);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  process.stdout.write(rowOf(of, adoption, seconds) + problems.map((text) => `WRONG: ${text}\n`).join(''));
  return problems.length === 0;
}

function rowOf(of: AdoptedRepository, adoption: Adoption, seconds: string): string {
  const { asWritten, edited, misspelt, harmful } = adoption;
  const asked = [asWritten, ...(edited === null ? [] : [edited]), ...(misspelt === null ? [] : [misspelt])];
  const doctors = asked.map(({ doctor, check }) => `${doctor.code} (${check.code})`);
  const cells = [
    of.name,
    edited === null ? '0' : '1',
    doctors.join(', '),
    shown((edited ?? asWritten).verdicts),
    shown(harmful.verdicts),
    seconds,
  ];
  return row(cells) + (of.edit === undefined ? '' : `  edited: ${of.edit.by.trim()}\n`);
}

function row(cells: readonly string[]): string {
  return `${cells
    .map((cell, index) => cell.padEnd(widths[index] ?? 0))
    .join('  ')
    .trimEnd()}\n`;
}

async function missingOf({ needs }: AdoptedRepository): Promise<readonly string[]> {
  const folders = runnerPath.split(':');
  const isThere = async (path: string): Promise<boolean> =>
    access(path).then(
      () => true,
      () => false,
    );
  const found = await Promise.all(
    needs.map(async (name) => {
      const places = name.startsWith('/') ? [name] : folders.map((folder) => join(folder, name));
      return (await Promise.all(places.map(isThere))).includes(true);
    }),
  );
  return needs.filter((_, index) => !found[index]);
}
