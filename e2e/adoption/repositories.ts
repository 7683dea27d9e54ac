import type { AdoptedRepository } from './adopted-repository.ts';
import { go } from './repositories/go.ts';
import { npmWorkspaces } from './repositories/npm-workspaces.ts';
import { openspec } from './repositories/openspec.ts';
import { pnpmWorkspaces } from './repositories/pnpm-workspaces.ts';
import { pytest } from './repositories/pytest.ts';
import { rust } from './repositories/rust.ts';
import { skill } from './repositories/skill.ts';
import { vitestFrom } from './repositories/vitest.ts';

/** One of each kind; those that take longest begin first. `registry`: where npm finds packages. */
export const repositoriesOn = (registry: string): readonly AdoptedRepository[] => [
  vitestFrom(registry),
  go,
  rust,
  pytest,
  pnpmWorkspaces,
  npmWorkspaces,
  openspec,
  skill,
];
