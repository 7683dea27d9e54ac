import type { Mistake } from './mistake.ts';

const test = 'test: node test/half.test.mjs';
const spec = 'spec: [SPEC.md]';
const writes = 'writes: ["src/**"]';
const samples = 'samples: { looks: [3, 5] }';
const provider = 'provider: anthropic';
const typed = 'check --base before --head after';
// No key of anybody; it only looks like one.
const key = `sk-ant-api03-${'0123456789abcdef'.repeat(4)}`;

const onTheCommandLine: readonly Mistake[] = [
  { what: 'a command misspelt', typed: 'chek --base before', says: 'error: unknown command' },
  { what: 'an option misspelt', typed: 'check --base before --hed after', says: 'error: unknown option' },
  { what: 'an option left out', typed: 'check --base before', says: "error: option '--head' is missing" },
  { what: 'a value left out', typed: 'check --base before --head', says: 'error: option' },
  {
    what: 'commits without their options',
    typed: 'check before after',
    says: "error: 'before' is not expected",
  },
  {
    what: 'an empty base, as from a variable that is not set',
    typed: 'check --base= --head after',
    says: 'CONFIG_INVALID: option `--base`',
  },
  { what: 'base and head swapped', typed: 'check --base after --head before', says: 'COMMITS_SWAPPED' },
  {
    what: 'a branch that is not here',
    typed: 'check --base origin/main --head after',
    says: 'REF_NOT_FOUND',
  },
  {
    what: 'a range in place of a commit',
    typed: 'check --base before..after --head after',
    says: 'REF_NOT_FOUND',
  },
  {
    what: 'a config file that is not there',
    typed: `${typed} --config portability.yml`,
    says: 'CONFIG_NOT_FOUND',
  },
  {
    what: 'a sandbox that does not exist',
    typed: `${typed} --sandbox podman`,
    says: 'CONFIG_INVALID: option `--sandbox`',
  },
  { what: 'a limit below zero', typed: `${typed} --max-usd -5`, says: 'CONFIG_INVALID: option `--max-usd`' },
  {
    what: 'no generation allowed',
    typed: `${typed} --max-generations 0`,
    says: 'CONFIG_INVALID: `budget.generations`',
  },
  {
    what: 'a result file that cannot be written',
    typed: `${typed} --result SPEC.md/result.json`,
    says: 'RESULT_NOT_WRITABLE',
  },
  {
    what: 'a result in place of a tracked file',
    typed: `${typed} --result SPEC.md`,
    says: 'RESULT_NOT_WRITABLE',
  },
  {
    what: 'a result in place of a file of git',
    typed: `${typed} --result .git/config`,
    says: 'RESULT_NOT_WRITABLE',
  },
  {
    what: 'a report among the files of git',
    typed: `${typed} --report-dir .git/report`,
    says: 'REPORT_FOLDER_UNSAFE',
  },
  {
    what: 'records among the files of git',
    typed: `${typed} --records .git`,
    says: 'RECORDS_FOLDER_UNSAFE',
  },
  {
    what: 'a report where no folder can be made',
    typed: `${typed} --report-dir /proc/spec-portability/report`,
    says: 'REPORT_FOLDER_UNSAFE',
  },
  {
    what: 'records where no folder can be made',
    typed: `${typed} --records /proc/spec-portability`,
    says: 'RECORDS_FOLDER_UNSAFE',
  },
  {
    what: 'a result where no folder can be made',
    typed: `${typed} --result /proc/spec-portability/result.json`,
    says: 'RESULT_NOT_WRITABLE',
  },
  {
    what: 'a fan-out where no folder can be made',
    typed: 'plan --base before --head after --fan-out /proc/spec-portability',
    says: 'REPORT_FOLDER_UNSAFE',
  },
  {
    what: 'a model that is not configured',
    typed: 'compare --from careful --to gpt-6',
    says: 'CONFIG_INVALID: there is no model',
  },
  {
    what: 'a records folder misspelt',
    typed: 'report --base before --head after --records .spec-portability/recrods',
    says: 'RECORDS_NOT_FOUND',
  },
  {
    what: 'a check that is not on record, exported',
    typed: 'records export check.jsonl --base before --head after',
    says: 'RECORDS_NOT_FOUND',
  },
  {
    what: 'an export without its commits',
    typed: 'records export check.jsonl',
    says: "error: option '--base' is missing",
  },
  {
    what: 'a file of records that is not there',
    typed: 'records import check.jsonl',
    says: 'RECORDS_NOT_IMPORTED',
  },
  {
    what: 'another file in its place',
    typed: 'records import package.json',
    says: 'RECORDS_NOT_IMPORTED',
  },
  {
    what: 'answers from elsewhere in another shape',
    typed: `${typed} --generations package.json`,
    says: 'RECORDS_NOT_IMPORTED: line 1',
  },
  { what: 'a folder that is no repository', typed: `${typed} --cwd /`, says: 'GIT_NOT_FOUND' },
  { what: 'a folder that is not there', typed: `${typed} --cwd halfs`, says: 'GIT_NOT_FOUND' },
];

const inTheConfigFile: readonly Mistake[] = [
  { what: 'no config file', file: null, says: 'CONFIG_NOT_FOUND' },
  { what: 'an empty config file', file: '', says: 'CONFIG_INVALID' },
  { what: 'a tab in YAML', config: [['    writes', '\twrites']], says: 'CONFIG_MALFORMED' },
  { what: 'a glob without quotes', config: [[writes, 'writes: [*.mjs]']], says: 'CONFIG_MALFORMED' },
  { what: 'a key misspelt', config: [['writes:', 'write:']], says: 'CONFIG_INVALID' },
  { what: 'a value of the wrong type', config: [[samples, 'samples: { looks: 5 }']], says: 'CONFIG_INVALID' },
  { what: 'one text in place of a list', config: [[writes, 'writes: src/**']], says: 'CONFIG_INVALID' },
  { what: 'a number in quotes', config: [['input: 1,', 'input: "1",']], says: 'CONFIG_INVALID' },
  { what: 'a provider misspelt', config: [[provider, 'provider: antropic']], says: 'CONFIG_INVALID' },
  {
    what: 'a model without its provider',
    config: [['models:\n', 'models:\n  - claude-sonnet-5-5\n']],
    says: 'CONFIG_INVALID',
  },
  {
    what: 'two models of one name',
    config: [[samples, `  - { id: careful, provider: openai, model: other }\n${samples}`]],
    says: 'CONFIG_INVALID',
  },
  {
    what: 'an API key in the file',
    config: [[provider, `${provider}\n    api-key-env: ${key}`]],
    says: 'CONFIG_HOLDS_A_KEY',
  },
  { what: '`writes` of everything', config: [[writes, 'writes: ["**"]']], says: 'CONFIG_INVALID' },
  { what: '`writes` of nothing but tests', config: [[writes, 'writes: ["test/**"]']], says: 'WRITES_EMPTY' },
  { what: 'a spec that does not exist', config: [[spec, 'spec: [SPECS.md]']], says: 'SPEC_NOT_FOUND' },
  { what: 'a glob that matches nothing', config: [[spec, 'spec: ["docs/**/*.md"]']], says: 'SPEC_NOT_FOUND' },
  { what: 'an absolute path', config: [[spec, 'spec: [/home/me/SPEC.md]']], says: 'CONFIG_INVALID' },
  { what: 'a path out of the repository', config: [[spec, 'spec: [../SPEC.md]']], says: 'CONFIG_INVALID' },
  {
    what: 'a folder that is not in the repository',
    config: [[test, `directory: source\n    ${test}`]],
    says: 'CONFIG_INVALID',
  },
  {
    what: 'results out of the repository',
    config: [[test, `results: ../junit.xml\n    ${test}`]],
    says: 'CONFIG_INVALID',
  },
  {
    what: 'a duration without its unit',
    config: [[test, `timeout: 30\n    ${test}`]],
    says: 'CONFIG_INVALID',
  },
  {
    what: 'a budget of nothing',
    config: [[samples, `budget: { usd: 0 }\n${samples}`]],
    says: 'CONFIG_INVALID',
  },
  {
    what: 'a limit in USD for a model without a price',
    config: [
      ['    price: { input: 1, output: 5 }\n', ''],
      [samples, `budget: { usd: 5 }\n${samples}`],
    ],
    says: 'PRICE_UNKNOWN',
  },
  {
    what: 'too few samples to find anything',
    config: [[samples, 'samples: { looks: [1] }']],
    says: 'PLAN_CANNOT_BLOCK',
  },
  {
    what: 'a coding agent that logs in by an account',
    config: [[samples, `  - { provider: command, preset: cursor, model: auto }\n${samples}`]],
    says: 'CONFIG_INVALID',
  },
];

const inTheCommands: readonly Mistake[] = [
  {
    what: 'a program misspelt',
    config: [[test, 'test: noed test/half.test.mjs']],
    says: 'TEST_COMMAND_NOT_FOUND',
  },
  { what: 'a test file misspelt', config: [[test, 'test: node test/halfs.test.mjs']], says: 'NO_TEST_NAMED' },
  {
    what: 'a script that package.json does not have',
    config: [[test, 'test: npm run tests']],
    says: 'NO_TEST_NAMED',
  },
  {
    what: 'tests that watch for changes',
    config: [[test, 'test: sleep 1000\n    timeout: 1s']],
    says: 'TESTS_DO_NOT_END',
  },
  {
    what: 'tests that ask a question',
    config: [[test, 'test: read answer && node test/half.test.mjs']],
    says: 'NO_TEST_NAMED',
  },
  {
    what: 'tests that fail already',
    config: [[test, 'test: node --test test/red.mjs']],
    says: 'BASE_IS_RED',
  },
  {
    what: 'tests that need the network',
    config: [
      [test, 'test: node -e "await fetch(\'http://example.com\')"'],
      ['sandbox: none', 'sandbox: bubblewrap'],
    ],
    says: 'SANDBOX_BLOCKS_TESTS',
  },
  {
    what: 'a report that the command does not write',
    config: [[test, `results: junit.xml\n    ${test}`]],
    says: 'RESULTS_NOT_FOUND',
  },
  {
    what: 'a report in a format that is not read',
    config: [[test, 'results: report.txt\n    test: echo passed > report.txt']],
    says: 'RESULTS_NOT_FOUND',
  },
  {
    what: '`npm ci` without a lock file',
    config: [[test, `setup: npm ci\n    ${test}`]],
    says: 'SETUP_FAILED',
  },
];

const atTheMachine: readonly Mistake[] = [
  { what: 'typed in a subfolder', at: 'a subfolder', says: 'CONFIG_NOT_FOUND' },
  { what: 'a clone without the base', at: 'a shallow clone', says: 'HISTORY_TOO_SHALLOW' },
  {
    what: 'a submodule that was not fetched',
    typed: 'check --base pointing --head pointing-after',
    says: 'POINTED_CONTENT_MISSING',
  },
  {
    what: 'an edit that is not committed',
    typed: 'check --base after --head after',
    at: 'after an edit that is not committed',
    says: 'SPEC_NOT_COMMITTED',
  },
  { what: 'a key that is not set', at: 'without keys', says: 'KEY_MISSING' },
  { what: 'no git on the machine', at: 'without git', says: 'GIT_NOT_FOUND' },
  { what: 'an older Node', at: 'an older Node', says: 'spec-portability needs Node' },
  {
    what: 'a container whose user has no name',
    typed: `${typed} --max-generations 0`,
    at: 'a user without a name',
    says: 'CONFIG_INVALID: `budget.generations`',
  },
  { what: 'a folder that is read-only', at: 'a folder that is read-only', says: 'FOLDER_UNSAFE' },
];

/** Every mistake, under the heading where it is made. */
export const mistakes: Readonly<Record<string, readonly Mistake[]>> = {
  'On the command line': onTheCommandLine,
  'In the config file': inTheConfigFile,
  'In the commands of the repository': inTheCommands,
  'At the machine and the checkout': atTheMachine,
};
