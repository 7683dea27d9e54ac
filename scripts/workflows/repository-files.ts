import { existsSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod';

const text = z.string().min(1);
const validations = z.strictObject({ required: z.boolean() }).optional();
const asked = {
  label: text,
  description: text.optional(),
  placeholder: text.optional(),
  value: text.optional(),
};
const id = z.string().regex(/^[\w-]+$/);

// The keys of a form that GitHub knows; with any other key GitHub shows no form.
const part = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('markdown'), attributes: z.strictObject({ value: text }) }),
  z.strictObject({ type: z.literal('input'), id, attributes: z.strictObject(asked), validations }),
  z.strictObject({
    type: z.literal('textarea'),
    id,
    attributes: z.strictObject({ ...asked, render: text.optional() }),
    validations,
  }),
  z.strictObject({
    type: z.literal('dropdown'),
    id,
    attributes: z.strictObject({
      label: text,
      description: text.optional(),
      multiple: z.boolean().optional(),
      options: z.array(text).min(1),
    }),
    validations,
  }),
]);
const issueForm = z.strictObject({
  name: text,
  description: text,
  title: text.optional(),
  labels: z.array(text).optional(),
  body: z
    .array(part)
    .refine((parts) => parts.some(({ type }) => type !== 'markdown'), 'asks for nothing')
    .refine((parts) => {
      const ids = parts.flatMap((one) => ('id' in one ? [one.id] : []));
      return new Set(ids).size === ids.length;
    }, 'uses an id twice'),
});
const chooser = z.strictObject({
  blank_issues_enabled: z.boolean(),
  contact_links: z.array(z.strictObject({ name: text, url: z.url(), about: text })).optional(),
});

const folder = z
  .string()
  .startsWith('/')
  .refine((path) => existsSync(`.${path}`), 'is no folder');
const update = z.strictObject({
  'package-ecosystem': z.enum(['npm', 'github-actions']),
  directory: folder.optional(),
  directories: z.array(folder).min(1).optional(),
  schedule: z.strictObject({ interval: z.enum(['daily', 'weekly', 'monthly']) }),
  groups: z.record(
    z.string(),
    z.strictObject({
      'dependency-type': z.enum(['production', 'development']).optional(),
      patterns: z.array(text).optional(),
    }),
  ),
  ignore: z
    .array(
      z.strictObject({
        'dependency-name': text,
        'update-types': z.array(z.enum(['version-update:semver-major', 'version-update:semver-minor'])),
      }),
    )
    .optional(),
});
const dependabot = z.strictObject({
  version: z.literal(2),
  updates: z
    .array(
      update.refine(
        (one) => (one.directory === undefined) !== (one.directories === undefined),
        'needs one of `directory` and `directories`',
      ),
    )
    .min(1),
});

/** What is wrong with a file of `.github` that is no workflow; a file of an unknown kind is wrong too. */
export function problemsInRepositoryFile(path: string, content: string): string[] {
  if (path === '.github/CODEOWNERS') return wrongOwners(path, content);
  if (path === '.github/pull_request_template.md') return [];
  const schema = schemaOf(path);
  if (schema === null) return [`${path}: nothing knows how to check this file`];
  const { error } = schema.safeParse(parse(content));
  return (error?.issues ?? []).map(({ path: at, message }) => `${path}: ${at.join('.')}: ${message}`);
}

function schemaOf(path: string): z.ZodType | null {
  if (path === '.github/dependabot.yml') return dependabot;
  if (path === '.github/ISSUE_TEMPLATE/config.yml') return chooser;
  return /^\.github\/ISSUE_TEMPLATE\/[\w-]+\.yml$/.test(path) ? issueForm : null;
}

function wrongOwners(path: string, content: string): string[] {
  const lines = content.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const wrong = lines.filter((line) => !/^\S+(?:\s+@[\w-]+(?:\/[\w-]+)?)+$/.test(line));
  if (lines.length === 0) return [`${path}: names nobody`];
  return wrong.map((line) => `${path}: \`${line}\` is no path with its owners`);
}
