import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openTestSandbox, type TestSandbox } from '../../testing/open-test-sandbox.ts';
import { prepareSituation, type PreparedSituation } from '../../testing/prepared-workspace.ts';
import type { Workspace } from '../../ports/workspace.ts';
import { cleanEnvironment, hostPath } from '../process/environment.ts';

let opened: TestSandbox;
beforeAll(async () => {
  opened = await openTestSandbox();
});
afterAll(async () => {
  await opened[Symbol.asyncDispose]();
});

/** Java's `user.home`, which comes from the list of users. */
const userHome = 'user_home=$(getent passwd "$(id -u)" | cut -d: -f6)';

// What Gradle and its wrapper do in their folder: the wrapper locks a file beside the distribution and wants a mark there;
// Gradle writes caches of its own, and modules as well where it finds none in the read-only cache.
const gradle = `#!/bin/sh
set -e
folder="\${GRADLE_USER_HOME:-$HOME/.gradle}"
mkdir -p "$folder/caches/9.9/scripts"
echo compiled > "$folder/caches/9.9/scripts/build"
echo "$(cat "$folder/gradle.properties"), $(ls "$folder/wrapper/dists/gradle-9.9-bin/abc")"
module=modules-2/files-2.1/junit.jar
if [ -n "$FETCH" ]; then
  mkdir -p "$folder/caches/modules-2/files-2.1"
  echo junit > "$folder/caches/$module"; : > "$folder/caches/modules-2/modules-2.lock"
else
  [ ! -e "$GRADLE_RO_DEP_CACHE/modules-2/modules-2.lock" ]
  cat "$GRADLE_RO_DEP_CACHE/$module"
fi
`;
const gradlew = `#!/bin/sh
set -e
place="$GRADLE_USER_HOME/wrapper/dists/gradle-9.9-bin/abc"
mkdir -p "$place"
: > "$place/gradle-9.9-bin.zip.lck"
if [ ! -f "$place/gradle-9.9-bin.zip.ok" ]; then
  [ -n "$FETCH" ] || { echo "no network"; exit 1; }
  mkdir -p "$place/gradle-9.9/bin"
  cp gradle.sh "$place/gradle-9.9/bin/gradle"; chmod +x "$place/gradle-9.9/bin/gradle"
  touch "$place/gradle-9.9-bin.zip.ok"
  echo daemon=false > "$GRADLE_USER_HOME/gradle.properties"
fi
exec "$place/gradle-9.9/bin/gradle" "$@"
`;

// The wrapper of Maven looks in HOME, and Maven itself in \`user.home\`.
const maven = `#!/bin/sh
set -e
${userHome}
repository="$user_home/.m2/repository"
if [ -n "$FETCH" ]; then mkdir -p "$repository"; echo surefire > "$repository/plugin"; fi
cat "$repository/plugin"
`;
const mvnw = `#!/bin/sh
set -e
place="$HOME/.m2/wrapper/dists/apache-maven-9.9/abc"
if [ ! -d "$place" ]; then
  [ -n "$FETCH" ] || { echo "no network"; exit 1; }
  mkdir -p "$place/bin"; cp maven.sh "$place/bin/mvn"; chmod +x "$place/bin/mvn"
fi
exec "$place/bin/mvn" "$@"
`;

function prepare(setup: string): Promise<PreparedSituation> {
  return prepareSituation({
    files: {
      ...{ gradlew: gradlew, 'gradle.sh': gradle, mvnw: mvnw, 'maven.sh': maven },
      'src/made.js': 'old',
    },
    emptied: ['src/made.js'],
    temporaryRoot: opened.temporaryRoot,
    spec: { setup, writableDeps: ['target'] },
    tools: { sandbox: opened.sandbox },
  });
}

async function tested(workspace: Workspace, command: string): Promise<string> {
  const { home, directory, temporary } = workspace;
  const { stdout, stderr } = await opened.sandbox.run({
    purpose: 'test',
    view: await workspace.view(null),
    command,
    directory,
    environment: cleanEnvironment({ home, path: hostPath(), temporary }),
    timeoutMs: 120_000,
    signal: new AbortController().signal,
  });
  return `${stdout.text}${stderr.text}`.trim();
}

describe('after a setup that ran it', () => {
  test('the wrapper of Gradle starts without network, and finds its settings and modules', async () => {
    await using prepared = await prepare('FETCH=1 sh gradlew');
    await using workspace = await prepared.answer('new');
    const said = await tested(workspace, 'sh gradlew');
    expect(said.split(/[,\s]+/)).toEqual([
      'daemon=false',
      ...['gradle-9.9', 'gradle-9.9-bin.zip.lck', 'gradle-9.9-bin.zip.ok'],
      'junit',
    ]);
  });

  test('the wrapper of Maven starts without network, and finds its plugins', async () => {
    await using prepared = await prepare('FETCH=1 sh mvnw');
    await using workspace = await prepared.answer('new');
    expect(await tested(workspace, 'sh mvnw')).toBe('surefire');
  });

  test('no test finds what another wrote there, and none changes what setup fetched', async () => {
    await using prepared = await prepare('FETCH=1 sh gradlew && FETCH=1 sh mvnw');
    await using workspace = await prepared.answer('new');
    const intrude = [
      'echo daemon=true > ~/.gradle/init.gradle',
      'echo evil >> ~/.gradle/wrapper/dists/gradle-9.9-bin/abc/gradle-9.9/bin/gradle',
      'echo evil >> ~/.gradle-of-setup/caches/modules-2/files-2.1/junit.jar',
      'echo evil >> ~/.m2/repository/plugin',
    ].join('; ');
    expect((await tested(workspace, intrude)).match(/Read-only file system/g)).toHaveLength(3);
    expect(await tested(workspace, 'ls ~/.gradle; sh mvnw')).toBe('gradle.properties\nwrapper\nsurefire');
  });
});

test('Java finds HOME of setup and tests in the list of users', async () => {
  const ask = `${userHome}; [ "$(readlink -f "$user_home")" = "$HOME" ] && echo home`;
  await using prepared = await prepare(`(${ask}) > said`);
  await using workspace = await prepared.answer('new');
  expect(await tested(workspace, `cat said; ${ask}`)).toBe('home\nhome');
});

test('a folder that the build made at setup can be written where `writable-deps` names it', async () => {
  await using prepared = await prepare('mkdir -p target/classes && echo 1 > target/classes/Main');
  await using workspace = await prepared.answer('new');
  const build = 'cat target/classes/Main && echo 2 > target/classes/Main && cat target/classes/Main';
  expect(await tested(workspace, build)).toBe('1\n2');
  expect(await tested(workspace, build)).toBe('1\n2');
});

test.each([
  ['a link', 'mkdir elsewhere && ln -s ../tree/elsewhere ~/.gradle'],
  ['a file', 'touch ~/.gradle'],
])('where setup left %s in place of the folder of Gradle, tests run all the same', async (_, setup) => {
  await using prepared = await prepare(setup);
  await using workspace = await prepared.answer('new');
  expect(await tested(workspace, 'echo well')).toBe('well');
});
