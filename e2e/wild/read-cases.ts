import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import { caseSchema, projectSchema, type Project, type WildCase } from './wild-case.ts';

/** Every case below the folder whose name holds one of the words; all of them where no word is given. */
export async function readCases(folder: string, words: readonly string[]): Promise<readonly WildCase[]> {
  const paths = (await readdir(folder, { recursive: true })).filter((path) => path.endsWith('.yml'));
  const projects = new Map<string, Project>();
  for (const path of paths.filter((each) => dirname(each) === 'projects'))
    projects.set(nameOf(path).slice('projects/'.length), await readYaml(join(folder, path), projectSchema));
  const wanted = paths
    .filter((path) => dirname(path) !== 'projects')
    .filter((path) => words.length === 0 || words.some((word) => nameOf(path).includes(word)))
    .toSorted();
  return Promise.all(wanted.map((path) => readCase(folder, path, projects)));
}

async function readCase(
  folder: string,
  path: string,
  projects: ReadonlyMap<string, Project>,
): Promise<WildCase> {
  const read = await readYaml(join(folder, path), caseSchema);
  const project = projects.get(read.project);
  if (project === undefined) throw new Error(`${path}: there is no project \`${read.project}\``);
  const codes = { ...project.codes, ...read.codes };
  const committed = read.committed === undefined ? project.committed : read.committed;
  refuseUnknownCodes(path, { read, codes, committed });
  const code = committed === null ? {} : (codes[committed] ?? {});
  const installs = read.installs ?? project.installs;
  return {
    ...read,
    name: nameOf(path),
    section: dirname(relative(folder, join(folder, path))),
    needs: [...project.needs, ...read.needs],
    ...(installs === undefined ? {} : { installs }),
    programs: [...project.programs, ...read.programs],
    files: present({ ...project.files, ...sampled(code), ...read.files }),
    codes,
    head: read.head ?? project.head,
    spec: { ...project.spec, ...read.spec },
    config: { ...project.config, ...read.config },
  };
}

function refuseUnknownCodes(
  path: string,
  of: {
    readonly read: z.output<typeof caseSchema>;
    readonly codes: WildCase['codes'];
    readonly committed: string | null;
  },
): void {
  const written = Object.values(of.read.models).flatMap(({ answers }) => answers.map(({ code }) => code));
  const unknown = [of.committed, ...written].find((name) => typeof name === 'string' && !(name in of.codes));
  if (unknown !== undefined) throw new Error(`${path}: there is no code \`${unknown}\``);
}

async function readYaml<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema>> {
  const { success, data, error } = schema.safeParse(parse(await readFile(path, 'utf8')));
  if (success) return data;
  const { issues } = error;
  throw new Error(
    `${path}: ${issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')}`,
  );
}

function nameOf(path: string): string {
  return path.replaceAll('\\', '/').replace(/\.yml$/, '');
}

function sampled(code: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(code).map(([path, text]) => [path, text.replaceAll('$SAMPLE', 'of nobody')]),
  );
}

function present(files: Readonly<Record<string, string | null>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(files).flatMap(([path, text]) => (text === null ? [] : [[path, text]])),
  );
}
