import { specAbout, type AdoptedRepository } from '../adopted-repository.ts';
import { halfIn, json, twoPackages } from './javascript.ts';

const spec = 'packages/halves/SPEC.md';
const code = 'packages/halves/src/half.js';

const linked = (path: string) => ({ resolved: path, link: true });

/** One lock file at the root; each package has its own tests. */
export const npmWorkspaces: AdoptedRepository = {
  name: 'npm workspaces',
  needs: ['npm'],
  spec,
  files: {
    [spec]: specAbout(code),
    'package.json': json({ name: 'example', private: true, workspaces: ['packages/*'] }),
    'package-lock.json': json({
      name: 'example',
      lockfileVersion: 3,
      requires: true,
      packages: {
        '': { name: 'example', workspaces: ['packages/*'] },
        'node_modules/@example/halves': linked('packages/halves'),
        'node_modules/@example/numbers': linked('packages/numbers'),
        'packages/halves': {
          name: '@example/halves',
          version: '1.0.0',
          devDependencies: { '@example/numbers': '1.0.0' },
        },
        'packages/numbers': { name: '@example/numbers', version: '1.0.0' },
      },
    }),
    ...twoPackages('1.0.0'),
  },
  ...halfIn(code),
};
