import { pathMatcher } from './path-matcher.ts';

/**
 * Files that control a test runner, a package manager or an interpreter, at any depth. A model may write one only if
 * `writes` names exactly that path: whoever writes them need not pass the tests.
 */
export const runnerConfiguration: readonly string[] = [
  '**/package.json',
  '**/{package-lock,npm-shrinkwrap}.json',
  '**/{pnpm-lock,pnpm-workspace}.yaml',
  '**/yarn.lock',
  '**/{.npmrc,.yarnrc,.yarnrc.yml,.pnpmfile.cjs,.node-version,.nvmrc,.env}',
  '**/{jest,vitest,vite,babel,playwright,karma,ava}.config.*',
  '**/{.babelrc,.mocharc,.nycrc,.swcrc}',
  '**/{.babelrc,.mocharc,.nycrc,.taprc}.*',
  '**/{tsconfig,jsconfig}*.json',
  '**/{conftest,sitecustomize,usercustomize,noxfile}.py',
  '**/*.pth',
  '**/{pytest.ini,.pytest.ini,tox.ini,setup.cfg,setup.py,pyproject.toml}',
  '**/{Makefile,GNUmakefile,justfile,Rakefile,.rspec}',
  '**/.cargo/**',
  '**/{go.mod,go.sum,go.work,go.work.sum}',
  '**/{bunfig.toml,deno.json,deno.jsonc}',
  '**/{phpunit.xml,phpunit.xml.dist}',
  '**/__mocks__/**',
];

const matches = pathMatcher(runnerConfiguration.map((pattern) => pattern.toLowerCase()));

/** Whether a file controls how tests run. Some file systems do not distinguish `Makefile` from `makefile`. */
export function isRunnerConfiguration(path: string): boolean {
  return matches(path.toLowerCase());
}
