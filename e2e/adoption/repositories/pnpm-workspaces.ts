import { specAbout, type AdoptedRepository } from '../adopted-repository.ts';
import { halfIn, json, twoPackages } from './javascript.ts';

const spec = 'packages/halves/SPEC.md';
const code = 'packages/halves/src/half.js';

/** One lock file at the root, and packages that see only what they name. */
export const pnpmWorkspaces: AdoptedRepository = {
  name: 'pnpm workspaces',
  needs: [],
  programs: 'pnpm',
  spec,
  files: {
    [spec]: specAbout(code),
    'package.json': json({ name: 'example', private: true }),
    'pnpm-workspace.yaml': 'packages:\n  - packages/*\n',
    'pnpm-lock.yaml': `lockfileVersion: '9.0'

settings:
  autoInstallPeers: true
  excludeLinksFromLockfile: false

importers:

  .: {}

  packages/halves:
    devDependencies:
      '@example/numbers':
        specifier: workspace:*
        version: link:../numbers

  packages/numbers: {}
`,
    ...twoPackages('workspace:*'),
  },
  ...halfIn(code),
};
