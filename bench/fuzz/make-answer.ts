import { doneMarker, endMarker, fileMarker } from '../../src/core/generation/answer-protocol.ts';
import type { Draws } from './draws.ts';

/** The nonce that generated answers are read with. */
export const nonce = 'K7QZ3M';

const innocent: readonly [string, ...string[]] = ['src/a.js', 'src/deep/b.ts', 'lib/c.py', 'src/日本.md'];
const hostile: readonly [string, ...string[]] = [
  '../up.js',
  'src/../../up.js',
  'src/..',
  '/etc/passwd',
  '//host/share',
  'C:/a.js',
  'src\\..\\a.js',
  '.git/hooks/pre-commit',
  'src/.git/config',
  'src/.GIT/config',
  'src/git~1/x',
  'src/node_modules/a/index.js',
  'src/con.js',
  'src/a.js.',
  'src/a.js ',
  '~/.bashrc',
  '-rf',
  'src/%2e%2e/x',
  'src/a\u202Ejs',
  'src/A.js',
  'test/a.test.js',
  'src/a.test.js',
  'src/conftest.py',
  'src/kept/held.js',
  'SPEC.md',
  'package.json',
  'src/./a.js',
  'src//a.js',
  'src/ａ.js',
  'src/.\u200B./x',
];

/** A model's answer: mostly close to the protocol, and wrong in some or all of its parts. */
export function makeAnswer(draws: Draws): string {
  const files = Array.from({ length: draws.number(6) }, () => makeFile(draws));
  const text = [
    draws.chance(0.3) ? draws.text(40) : '',
    ...files,
    draws.chance(0.85) ? `${doneMarker(nonce)}\n` : '',
    draws.chance(0.2) ? makeFile(draws) : '',
  ].join('');
  if (draws.chance(0.1)) return text.slice(0, draws.number(text.length + 1));
  if (draws.chance(0.003)) return text + draws.text(20).repeat(20_000);
  return text;
}

function makeFile(draws: Draws): string {
  const body = draws.chance(0.1) ? `\`\`\`js\n${draws.text(60)}\n\`\`\`\n` : `${draws.text(60)}\n`;
  const opening = fileMarker(nonce, makePath(draws));
  return [
    draws.chance(0.05) ? opening.replace(nonce, draws.text(6)) : opening,
    '\n',
    body,
    draws.chance(0.92) ? `${endMarker(nonce)}\n` : '',
    draws.chance(0.05) ? draws.text(20) : '',
  ].join('');
}

function makePath(draws: Draws): string {
  const kind = draws.number(10);
  if (kind < 5) return draws.oneOf(innocent);
  if (kind < 8) return draws.oneOf(hostile);
  if (kind === 8) return `src/${draws.text(16)}`;
  return mutated(draws.oneOf(draws.chance(0.5) ? innocent : hostile), draws);
}

function mutated(path: string, draws: Draws): string {
  const at = draws.number(path.length + 1);
  return path.slice(0, at) + draws.text(4) + path.slice(at + draws.number(3));
}
