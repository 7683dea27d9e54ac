import { pathMatcher } from './path-matcher.ts';

/** Names of files, at any depth, that steer how the tests of one ecosystem run. */
type SteeringNames = {
  /** They say how tests are run, and nothing else that a change needs: the merge-base's count as a whole. */
  readonly judging: readonly string[];
  /** They say that beside something else, such as dependencies: single parts of the merge-base's count. */
  readonly mixed: readonly string[];
  /** What is installed, or loaded without being asked for. It belongs to the code, and no model may write it. */
  readonly installed: readonly string[];
};

/**
 * Every name that steers a runner, a package manager, a build tool or an interpreter, by ecosystem. Whoever writes such
 * a file need not pass the tests, so a model may write one only if `writes` names exactly that path.
 */
export const steeringNames = {
  node: {
    judging: [
      '{jest,vitest,vite,babel,playwright,karma,ava,mocha,cypress,wdio,webpack,rollup,tsup,postcss,svelte}.config.*',
      'vitest.{workspace,projects}.*',
      '{.babelrc,.mocharc,.nycrc,.swcrc,.taprc,.c8rc}{,.*}',
      '{tsconfig,jsconfig}*.json',
      '{.npmrc,.yarnrc,.yarnrc.yml,.pnpmfile.cjs,.pnp.*,pnpm-workspace.yaml}',
      '{node.config.json,bunfig.toml,deno.json,deno.jsonc,lerna.json,nx.json,turbo.json,wireit.json}',
      '{__mocks__,.yarn}/**',
    ],
    mixed: ['package.json'],
    installed: [
      '{package-lock.json,npm-shrinkwrap.json,pnpm-lock.yaml,yarn.lock,bun.lock,bun.lockb,deno.lock}',
      '{.node-version,.nvmrc}',
    ],
  },
  python: {
    judging: [
      '{conftest,sitecustomize,usercustomize,noxfile}.py',
      '{pytest,.pytest}.{ini,toml}',
      '{tox.ini,tox.toml,unittest.cfg,nose2.cfg,.noserc,.coveragerc,hatch.toml}',
      '*.pth',
    ],
    mixed: ['pyproject.toml', 'setup.cfg'],
    installed: [
      'setup.py',
      '*.{egg-link,pyc,pyd}',
      '*.{dist-info,egg-info}/**',
      // They would be imported in place of the runner's own.
      '{pytest,_pytest,pluggy,iniconfig,unittest}{,.py}',
      '{Pipfile,Pipfile.lock,poetry.lock,uv.lock,uv.toml,pdm.lock,pyvenv.cfg,.python-version}',
    ],
  },
  go: { judging: ['go.work'], mixed: ['go.mod'], installed: ['{go.sum,go.work.sum}', '*.syso'] },
  rust: {
    judging: ['build.rs', '.cargo/**', '{rust-toolchain,rust-toolchain.toml}', '.config/nextest.toml'],
    mixed: ['Cargo.toml'],
    installed: ['Cargo.lock'],
  },
  jvm: {
    judging: [
      '{pom.xml,build.xml,testng.xml,gradle.properties,junit-platform.properties,build.sbt,.jvmopts}',
      '{build,settings,init}.gradle{,.kts}',
      '{mvnw,mvnw.cmd,gradlew,gradlew.bat}',
      '{.mvn,buildSrc}/**',
      'gradle/{wrapper/**,*.versions.toml,*.gradle,*.gradle.kts}',
      // A runner loads the listeners and extensions that are named here.
      'META-INF/services/**',
    ],
    mixed: [],
    installed: ['.sdkmanrc'],
  },
  dotnet: {
    judging: [
      '*.{csproj,fsproj,vbproj,sln,slnx,runsettings}',
      'Directory.*.{props,targets}',
      'xunit.runner.json',
    ],
    mixed: [],
    installed: ['{nuget.config,global.json,packages.lock.json}'],
  },
  ruby: {
    judging: [
      '{Rakefile,.rspec,.rspec-local,.simplecov}',
      '{spec,rails,test}_helper.rb',
      'minitest/*_plugin.rb',
    ],
    mixed: [],
    installed: ['{Gemfile,Gemfile.lock,gems.rb,gems.locked,.ruby-version}', '*.gemspec', '.bundle/**'],
  },
  php: {
    judging: [
      '{phpunit,phpunit.dist}.xml',
      'phpunit.xml.dist',
      '{Pest.php,codeception.yml,php.ini,.user.ini}',
    ],
    mixed: ['composer.json'],
    installed: ['{composer.lock,.php-version}'],
  },
  make: {
    judging: [
      '{Makefile,GNUmakefile,justfile,.justfile}',
      '*.{mk,just}',
      '{Taskfile,Taskfile.dist}.{yml,yaml}',
      '{magefile.go,mise.toml,.mise.toml,.tool-versions}',
      '{CMakeLists.txt,CTestTestfile.cmake,meson.build,.bazelrc,{MODULE,WORKSPACE,BUILD}.bazel}',
      '{.env,.envrc}',
    ],
    mixed: [],
    installed: [],
  },
} as const satisfies Readonly<Record<string, SteeringNames>>;

const rows: readonly SteeringNames[] = Object.values(steeringNames);
const anyDepth = (names: readonly string[]): readonly string[] => names.map((name) => `**/${name}`);
// Some file systems do not distinguish `Makefile` from `makefile`.
const matcherOf = (names: readonly string[]): ((path: string) => boolean) => {
  let matches: ((path: string) => boolean) | null = null;
  return (path) => {
    // To compile so many globs takes longer than to load this file.
    matches ??= pathMatcher(anyDepth(names).map((pattern) => pattern.toLowerCase()));
    return matches(path.toLowerCase());
  };
};

/** All of them as globs, as a prompt lists them. */
export const steeringPatterns: readonly string[] = anyDepth(
  rows.flatMap(({ judging, mixed, installed }) => [...mixed, ...judging, ...installed]),
);

/** Whether a file steers a runner. */
export const steersRunner = matcherOf(
  rows.flatMap(({ judging, mixed, installed }) => [...judging, ...mixed, ...installed]),
);

/** Whether a file says how tests run and nothing else. */
export const isJudging = matcherOf(rows.flatMap(({ judging }) => judging));

/** Whether a file says how tests run, beside something else. */
export const isMixed = matcherOf(rows.flatMap(({ mixed }) => mixed));
