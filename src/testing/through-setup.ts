import type { Situation } from './prepared-workspace.ts';

const testOfAnswer = `import { answer } from 'made'; if (answer !== 42) throw new Error('wrong answer ' + answer); console.log('right');`;

/** Repositories whose tests reach the generated file only through something that setup made. */
export const throughSetup: Readonly<Record<string, Omit<Situation, 'temporaryRoot'>>> = {
  'npm workspaces, a package imported by another': {
    files: {
      'package.json': '{"name":"root","private":true,"workspaces":["packages/*"]}',
      'packages/made/package.json':
        '{"name":"made","version":"1.0.0","type":"module","exports":"./src/made.js"}',
      'packages/made/src/made.js': 'export const answer = 42;',
      'packages/user/package.json': '{"name":"user","version":"1.0.0","dependencies":{"made":"1.0.0"}}',
      'packages/user/test.mjs': testOfAnswer,
    },
    spec: {
      setup: 'npm install --offline --no-audit --no-fund --no-update-notifier',
      writes: ['packages/made/src/**'],
      test: 'node packages/user/test.mjs',
    },
    emptied: ['packages/made/src/made.js'],
  },
  'a `file:` dependency': {
    files: {
      'package.json': '{"name":"root","private":true,"dependencies":{"made":"file:./lib"}}',
      'lib/package.json': '{"name":"made","version":"1.0.0","type":"module","exports":"./made.js"}',
      'lib/made.js': 'export const answer = 42;',
      'test.mjs': testOfAnswer,
    },
    spec: { setup: 'npm install --offline --no-audit --no-fund --no-update-notifier', writes: ['lib/*.js'] },
    emptied: ['lib/made.js'],
  },
  'a relative link': linkedBy('ln -s ../src node_modules/made'),
  'an absolute link': linkedBy('ln -s "$PWD/src" node_modules/made'),
  'a link beside the installed folder': linkedBy(
    'ln -s ../src node_modules/.made && ln -s .made node_modules/made',
  ),
  'a link to the folder around everything': {
    ...linkedBy('ln -s .. node_modules/root'),
    files: {
      'src/made.js': 'export const answer = 42;',
      'package.json': '{"type":"module"}',
      'test.mjs': testOfAnswer.replace("'made'", "'./node_modules/root/src/made.js'"),
    },
  },
  'a file that names the absolute path': {
    files: {
      'src/made.js': 'export const answer = 42;',
      'package.json': '{"type":"module"}',
      'test.mjs': testOfAnswer.replace(
        "import { answer } from 'made';",
        "import { readFileSync } from 'node:fs'; const { answer } = await import(readFileSync('node_modules/made.pth', 'utf8'));",
      ),
    },
    spec: { setup: 'mkdir node_modules && printf %s "$PWD/src/made.js" > node_modules/made.pth' },
    emptied: ['src/made.js'],
  },
  'a pointer in HOME': {
    files: {
      'src/made.js': 'export const answer = 42;',
      'package.json': '{"type":"module"}',
      'test.mjs': testOfAnswer.replace(
        "import { answer } from 'made';",
        "import { readFileSync } from 'node:fs'; const { answer } = await import(readFileSync(process.env.HOME + '/x.pth', 'utf8'));",
      ),
    },
    spec: { setup: 'mkdir node_modules && printf %s "$PWD/src/made.js" > "$HOME/x.pth"' },
    emptied: ['src/made.js'],
  },
  'a made folder that says `../src`': {
    files: {
      'src/made.js': 'export const answer = 42;',
      'package.json': '{"type":"module"}',
      'test.mjs': testOfAnswer.replace("'made'", "'./client/index.js'"),
    },
    spec: { setup: String.raw`mkdir client && echo "export * from '../src/made.js'" > client/index.js` },
    emptied: ['src/made.js'],
  },
};

/** A project whose setup makes a link by this command. */
export function linkedBy(command: string): Omit<Situation, 'temporaryRoot'> {
  return {
    files: {
      'src/package.json': '{"name":"made","type":"module","exports":"./made.js"}',
      'src/made.js': 'export const answer = 42;',
      'test.mjs': testOfAnswer,
    },
    spec: { setup: `mkdir node_modules && ${command}`, writes: ['src/*.js'] },
    emptied: ['src/made.js'],
  };
}
