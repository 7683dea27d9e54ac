import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { problemsInRepositoryFile } from '../workflows/repository-files.ts';

const bug = '.github/ISSUE_TEMPLATE/bug.yml';

test.each([
  {
    what: 'a form with a field that GitHub does not know',
    path: bug,
    from: 'render: yaml',
    to: 'rendered: yaml',
    said: 'rendered',
  },
  {
    what: 'a form that uses an id twice',
    path: bug,
    from: 'id: config',
    to: 'id: happened',
    said: 'uses an id twice',
  },
  {
    what: 'a form with an unknown kind of field',
    path: bug,
    from: 'type: dropdown',
    to: 'type: list',
    said: 'body.3.type',
  },
  {
    what: 'a chooser with a link to nowhere',
    path: '.github/ISSUE_TEMPLATE/config.yml',
    from: 'https://',
    to: 'the page ',
    said: 'url',
  },
  {
    what: 'an ecosystem of another name',
    path: '.github/dependabot.yml',
    from: 'package-ecosystem: npm',
    to: 'package-ecosystem: node',
    said: 'updates.0',
  },
  {
    what: 'a folder that is not there',
    path: '.github/dependabot.yml',
    from: '/workflows/examples',
    to: '/workflows/samples',
    said: 'is no folder',
  },
  {
    what: 'owners without an @',
    path: '.github/CODEOWNERS',
    from: '@OWNER',
    to: 'OWNER',
    said: 'no path with its owners',
  },
])('$what is found', async ({ path, from, to, said }) => {
  const text = await readFile(path, 'utf8');
  expect(problemsInRepositoryFile(path, text)).toEqual([]);

  const [problem = '', ...more] = problemsInRepositoryFile(path, text.replace(from, to));

  expect(problem).toContain(`${path}: `);
  expect(problem).toContain(said);
  expect(more).toEqual([]);
});

test('a form that only tells and asks nothing is found', () => {
  const form = 'name: One\ndescription: Two\nbody:\n  - type: markdown\n    attributes: { value: Words }\n';

  expect(problemsInRepositoryFile(bug, form)).toEqual([`${bug}: body: asks for nothing`]);
});
