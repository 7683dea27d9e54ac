import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import * as z from 'zod';

const folder = 'fixtures/wild';
const partSchema = z.object({ project: z.string(), nightly: z.string().optional() });

/** A case by what decides whether each check plays it; the runner is its project without a version. */
type Part = {
  readonly name: string;
  readonly section: string;
  readonly runner: string;
  readonly nightly: string | undefined;
};

let all: readonly Part[] = [];
let checked: readonly Part[] = [];
beforeAll(async () => {
  const paths = (await readdir(folder, { recursive: true })).filter((path) => path.endsWith('.yml'));
  all = await Promise.all(paths.filter((path) => !path.startsWith('projects/')).map((path) => partOf(path)));
  checked = all.filter(({ nightly }) => nightly === undefined);
});

async function partOf(path: string): Promise<Part> {
  const { project, nightly } = partSchema.parse(parse(await readFile(join(folder, path), 'utf8')));
  const name = path.replace(/\.yml$/, '');
  return { name, section: name.split('/')[0] ?? '', runner: project.replace(/-\d+$/, ''), nightly };
}

function setOf(parts: readonly Part[], key: 'section' | 'runner'): readonly string[] {
  return [...new Set(parts.map((part) => part[key]))].toSorted();
}

test('each check plays at least 100 cases, and of every section and every runner some', () => {
  expect(checked.length).toBeGreaterThanOrEqual(100);
  expect(setOf(checked, 'section')).toEqual(setOf(all, 'section'));
  expect(setOf(checked, 'runner')).toEqual(setOf(all, 'runner'));
});

test('each check plays all cases of new tests, and forged passes in every runner that has them', () => {
  const of = (parts: readonly Part[], section: string): readonly Part[] =>
    parts.filter((part) => part.section === section);

  expect(of(checked, 'new-tests')).toEqual(of(all, 'new-tests'));
  expect(setOf(of(checked, 'forged-passes'), 'runner')).toEqual(setOf(of(all, 'forged-passes'), 'runner'));
});

test('a case that is left out names cases of a check that are played in its place', () => {
  const names = new Set(checked.map(({ name }) => name));
  for (const { name, nightly } of all.filter((part) => part.nightly !== undefined)) {
    const named = [...(nightly ?? '').matchAll(/[a-z-]+\/[\w-]+/g)].map(([each]) => each);
    expect({ name, named }).toEqual({ name, named: expect.arrayContaining([expect.any(String)]) });
    expect(named.filter((each) => !names.has(each))).toEqual([]);
  }
});
