import { describe, expect, test } from '@jest/globals';
import type { Spec } from './spec.ts';
import { steeringNames, steersRunner } from './steering-names.ts';
import { pathRules, protectedPatterns, withheldNote, withheldPaths } from './writable.ts';

const spec = (writes: readonly string[]): Spec => ({
  name: 'a',
  files: ['SPEC.md'],
  instructions: [],
  writes,
  tests: [],
  context: [],
  directory: '.',
  setup: null,
  setupEnv: [],
  writableDeps: [],
  test: 'npm test',
  results: { kind: 'auto' },
  timeoutMs: null,
});

/** Names that steer a runner, by ecosystem. */
const steering = {
  node: [
    ...['package.json', 'package-lock.json', '.npmrc', '.yarnrc.yml', 'pnpm-workspace.yaml', '.nvmrc'],
    ...['jest.config.js', 'jest.config.ts', 'vitest.config.mts', 'vitest.workspace.ts', 'babel.config.cjs'],
    ...['.babelrc', '.mocharc.json', '.swcrc', 'tsconfig.json', 'tsconfig.build.json', '__mocks__/fs.js'],
    ...['node.config.json', 'bunfig.toml', 'deno.json', '.pnp.loader.mjs', '.yarn/plugins/evil.cjs'],
  ],
  python: [
    ...['conftest.py', 'sitecustomize.py', 'usercustomize.py', 'noxfile.py', 'evil.pth', 'setup.py'],
    ...['pytest.ini', '.pytest.ini', 'pytest.toml', '.pytest.toml', 'tox.ini', 'setup.cfg', 'pyproject.toml'],
    ...['evil-1.0.dist-info/entry_points.txt', 'evil.egg-info/PKG-INFO', 'pytest.py', '_pytest/runner.py'],
    ...['pluggy/__init__.py', 'unittest/case.py', '__pycache__/half.cpython-313.pyc'],
  ],
  go: ['go.mod', 'go.sum', 'go.work', 'evil.syso'],
  rust: [
    'build.rs',
    'Cargo.toml',
    'Cargo.lock',
    '.cargo/config.toml',
    'rust-toolchain',
    '.config/nextest.toml',
  ],
  jvm: [
    ...['pom.xml', 'build.gradle', 'build.gradle.kts', 'settings.gradle.kts', 'gradle.properties', 'gradlew'],
    ...[
      '.mvn/jvm.config',
      'buildSrc/build.gradle.kts',
      'gradle/wrapper/gradle-wrapper.properties',
      'testng.xml',
    ],
    ...['META-INF/services/org.junit.platform.launcher.TestExecutionListener', 'junit-platform.properties'],
  ],
  dotnet: ['half.csproj', 'Directory.Build.props', 'default.runsettings', 'nuget.config'],
  ruby: ['Rakefile', 'Gemfile', '.rspec', 'spec_helper.rb', 'minitest/evil_plugin.rb', 'half.gemspec'],
  php: ['composer.json', 'phpunit.xml', 'phpunit.xml.dist', 'phpunit.dist.xml', 'Pest.php', 'php.ini'],
  make: [
    'Makefile',
    'makefile',
    'GNUmakefile',
    'rules.mk',
    'justfile',
    'Taskfile.yml',
    'CMakeLists.txt',
    '.env',
  ],
};

test('every ecosystem of the table has names here', () => {
  expect(Object.keys(steering).toSorted()).toEqual(Object.keys(steeringNames).toSorted());
});

describe.each(Object.values(steering).flat())('%s', (name) => {
  test('is out of reach of a wildcard, at any depth', () => {
    const { mayWrite } = pathRules(spec(['src/**']));
    expect(mayWrite(`src/${name}`)).toBe(false);
    expect(mayWrite(`src/deep/er/${name}`)).toBe(false);
    expect(pathRules(spec(['**'])).mayWrite(name)).toBe(false);
  });
});

test('a runner configuration that `writes` names may be written, and only that one', () => {
  const named = spec(['src/**', './src/package.json']);
  const { mayWrite } = pathRules(named);
  expect(mayWrite('src/package.json')).toBe(true);
  expect(mayWrite('src/deep/package.json')).toBe(false);
  expect(protectedPatterns(named)).not.toContain('**/package.json');
  expect(protectedPatterns(spec(['src/**']))).toContain('**/package.json');
});

test('ordinary sources are no configuration', () => {
  for (const path of [
    'src/index.js',
    'src/config.ts',
    'src/package.ts',
    'src/makefiles.py',
    'lib/setup.js',
    'src/tasks.py',
    'build/half.js',
    'src/builder.rs',
    'src/helper.rb',
  ])
    expect(steersRunner(path)).toBe(false);
});

test('committed files that `writes` covers and nobody may write are named, and how to hand them over', () => {
  const wide = spec(['crate/**']);
  const withheld = withheldPaths(['crate/Cargo.toml', 'crate/build.rs', 'crate/src/lib.rs'], wide);
  const version = { spec: wide, commit: '', files: [], instructions: [], context: [], emptied: [], withheld };

  expect(withheldNote(version)).toMatch(
    / of a stay as committed: crate\/Cargo\.toml, crate\/build\.rs\. .*exact path/,
  );
  expect(withheldPaths(['crate/build.rs'], spec(['crate/**', 'crate/build.rs']))).toEqual([]);
});
