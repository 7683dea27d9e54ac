import * as z from 'zod';
import { listOf } from './field-schemas.ts';

const pathRules = 'relative to the repository, with `/` between folders and without `..`';
const pathError = `a path ${pathRules}`;

/** A path inside the repository. */
export const path = z
  .string({ error: pathError })
  .min(1, { error: pathError })
  .max(1000, { error: pathError })
  .refine(staysInside, { error: pathError });

const globError = `a path or glob ${pathRules}`;

/** A glob of paths inside the repository. Exclusions are allowed in `writes` only. */
const glob = z
  .string({ error: globError })
  .min(1, { error: globError })
  .max(1000, { error: globError })
  .refine((value) => staysInside(value) && !value.startsWith('!'), {
    error: `${globError} (only \`writes\` takes \`!\` patterns)`,
  });

const writableGlobError = `${globError}; a \`!\` before it takes paths out`;

/** A glob of paths that a model may create, or, with `!`, must not create. */
const writableGlob = z
  .string({ error: writableGlobError })
  .min(1, { error: writableGlobError })
  .max(1000, { error: writableGlobError })
  .refine((value) => staysInside(value.replace(/^!/, '')) && !/^!?\.git(\/|$)/i.test(value), {
    error: `${writableGlobError}; \`.git\` is not writable`,
  });

/** A list of globs. */
export const globs = listOf(glob, 'a list of paths or globs');

const writesError = 'at least one path or glob that a model may create, such as `src/duration/**`';

/** The globs of `writes`: a list that allows at least one path. */
export const writableGlobs = listOf(writableGlob, 'a list of paths or globs')
  .min(1, { error: writesError })
  .refine((patterns) => patterns.some((pattern) => !pattern.startsWith('!')), { error: writesError })
  .refine((patterns) => !patterns.some(isEverything) || patterns.some((pattern) => pattern.startsWith('!')), {
    error: 'the files or folders that a model writes; a glob of everything needs paths that `!` takes out',
    params: { tooWide: true },
  });

/** A glob of every path, with which all committed files would be removed before each generation. */
function isEverything(pattern: string): boolean {
  return /^(?:\.\/)*(?:\*\*\/?)+\*?$/.test(pattern);
}

function staysInside(value: string): boolean {
  if (value.trim() !== value || value === '' || /[\\\p{Cc}]/u.test(value)) return false;
  if (value.startsWith('/') || value.startsWith('~') || /^[A-Za-z]:/.test(value)) return false;
  return !value.split('/').includes('..');
}
