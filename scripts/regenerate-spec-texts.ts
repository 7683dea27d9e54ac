import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';

/**
 * Makes `fixtures/spec-texts` again: `node scripts/regenerate-spec-texts.ts NAME=CLONE…`, with clones of the
 * repositories that its README.md names.
 */
const sources: Readonly<
  Record<string, { readonly commit: string; readonly before: string; readonly notice?: true }>
> = {
  whenwords: {
    commit: '56c700bdd6a5a9a463f9b8e707027e017d1016e7',
    before: 'a758ed1ffad57fc95871a7abab5be11826d907e5',
  },
  symphony: {
    commit: '3c372fa1f32a4d573a7bb9fa0cc101e16add63c3',
    before: '7af5a7648c9fbffa08825fe0c0b18be00100aff3',
    notice: true,
  },
  'toon-format': {
    commit: 'cecb711f4cad14bd9bd2b8500eb08c5dfa69f6a7',
    before: 'e8acbc272b379f2fd3ce549d0f4e035026d8d9aa',
  },
};

for (const argument of process.argv.slice(2)) {
  const [name = '', clone = ''] = argument.split('=');
  const source = sources[name];
  if (source === undefined) throw new Error(`${name} is none of ${Object.keys(sources).join(', ')}`);
  const show = (commit: string, path: string): string =>
    execFileSync('git', ['-C', clone, 'show', `${commit}:${path}`], { encoding: 'utf8' });
  const folder = `fixtures/spec-texts/${name}`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/SPEC.md`, show(source.commit, 'SPEC.md'));
  writeFileSync(`${folder}/SPEC.before.md`, show(source.before, 'SPEC.md'));
  writeFileSync(`${folder}/LICENSE`, show(source.commit, 'LICENSE'));
  if (source.notice) writeFileSync(`${folder}/NOTICE`, show(source.commit, 'NOTICE'));
}
