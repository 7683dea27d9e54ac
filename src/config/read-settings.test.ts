import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readSettings, type ReadSettings } from './read-settings.ts';

function fixture(name: string): string {
  return readFileSync(new URL(`../../fixtures/config/${name}.yml`, import.meta.url), 'utf8');
}

const smallest = fixture('smallest');

function read(text: string | null, inputs: Readonly<Record<string, string>> = {}): ReadSettings {
  return readSettings({ file: text === null ? null : { path: 'c.yml', text }, inputs });
}

function messageOf(text: string | null, inputs: Readonly<Record<string, string>> = {}): string {
  try {
    read(text, inputs);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return 'accepted';
}

const wholeInputs = {
  specs: 'specs/duration/SPEC.md\n',
  writes: 'src/duration/**',
  'test-command': 'npm test',
  models: '\n anthropic/claude-sonnet-5-5 \n\n openai/gpt-6.1-sol\n',
};

describe('the smallest config file', () => {
  test('is filled with the documented defaults', () => {
    const { settings, notYet } = read(smallest);

    expect(notYet).toEqual([]);
    expect(settings).toEqual({
      specs: [
        {
          name: null,
          spec: ['specs/duration/SPEC.md'],
          instructions: [],
          writes: ['src/duration/**'],
          tests: [],
          context: [],
          directory: '.',
          setup: null,
          setupEnv: [],
          writableDeps: [],
          test: 'npm test',
          results: { kind: 'auto' },
          timeoutMs: null,
        },
      ],
      models: [
        {
          id: 'anthropic/claude-sonnet-5-5',
          provider: 'anthropic',
          name: 'claude-sonnet-5-5',
          baseUrl: null,
          apiKeyEnv: 'ANTHROPIC_API_KEY',
          effort: null,
          maxOutputTokens: 64_000,
          idleMs: 180_000,
          params: {},
          price: null,
        },
      ],
      samples: { looks: [3, 5, 8, 12], base: 20, confirm: 5 },
      decide: { alpha: 0.05, drop: 0.4, beta: 0.1, portable: 0.8 },
      gate: { failOn: 'regressed', minPortability: 0 },
      budget: {
        usd: 10,
        isUsdChosen: false,
        usdPerPr: 30,
        generations: 200,
        tokens: 5_000_000,
        concurrency: 8,
        minutes: 45,
        why: 0.3,
      },
      sandbox: 'auto',
      controls: 'auto',
      bisect: 'on-regression',
    });
  });

  test('may begin with a byte-order mark and end its lines with CRLF', () => {
    expect(read(`\uFEFF${smallest.replaceAll('\n', '\r\n')}`)).toEqual(read(smallest));
  });
});

describe('the documented example', () => {
  const example = fixture('every-key');

  test('is read, and says which keys cannot act yet', () => {
    const { settings, notYet } = read(example);

    expect(settings.models[2]).toEqual({
      id: 'qwen-local',
      provider: 'openai-compatible',
      name: 'qwen3-coder',
      baseUrl: 'http://127.0.0.1:11434/v1',
      apiKeyEnv: 'OLLAMA_API_KEY',
      effort: 'medium',
      maxOutputTokens: 64_000,
      idleMs: 180_000,
      params: {},
      price: { input: 0, output: 0 },
    });
    expect(settings.specs[0]).toMatchObject({ name: 'duration', setup: 'npm ci', timeoutMs: 300_000 });
    expect(settings.audit).toEqual({ anchor: 'v1.0.0' });
    expect(notYet).toEqual([
      '`probe` (c.yml:17) is not in this version and is ignored.',
      '`audit.home` (c.yml:48) is not in this version and is ignored.',
      '`audit.rewrites` (c.yml:48) is not in this version and is ignored.',
    ]);
  });

  test('takes what setup may see and what tests may write into', () => {
    const text = smallest.replace(
      '    test:',
      '    setup-env: [NPM_TOKEN]\n    writable-deps: [node_modules/.cache]\n    test:',
    );

    const { settings, notYet } = read(text);

    expect(notYet).toEqual([]);
    expect(settings.specs[0]).toMatchObject({
      setupEnv: ['NPM_TOKEN'],
      writableDeps: ['node_modules/.cache'],
    });
  });
});

describe('a file that is no good configuration', () => {
  test.each([
    [
      'unknown-key',
      /^CONFIG_INVALID: c\.yml:5: unknown key `specs\[0\]\.write`\. Did you mean `writes`\? Known keys here: name, spec, .*\(and 1 more\)$/,
    ],
    ['tab-indentation', /^CONFIG_MALFORMED: c\.yml:4: a tab is used for indentation\. Indent with spaces\.$/],
    ['several-documents', /^CONFIG_MALFORMED: c\.yml:8: a second YAML document starts here\./],
    ['duplicate-key', /^CONFIG_MALFORMED: c\.yml:8: the key `version` is in one mapping twice/],
    ['unquoted-negation', /^CONFIG_MALFORMED: c\.yml:4: a YAML tag .* in quotes\.$/],
    ['unquoted-star', /^CONFIG_MALFORMED: c\.yml:4: an alias .* in quotes\.$/],
    ['unclosed-list', /^CONFIG_MALFORMED: c\.yml:4: /],
    ['only-comments', /^CONFIG_INVALID: c\.yml:1: the file is empty\./],
    ['prototype-key', /^CONFIG_INVALID: c\.yml:8: the key `__proto__` is not allowed\./],
    ['alias-bomb', /^CONFIG_MALFORMED: c\.yml:\d+: .*alias/],
    ['alias-of-itself', /^CONFIG_MALFORMED: c\.yml:1: .*alias/],
    ['no-writes', /^WRITES_EMPTY: c\.yml:4: `specs\[0\]\.writes` is `\[\]`\./],
    ['only-negated-writes', /^WRITES_EMPTY: c\.yml:4: /],
    [
      'unknown-provider',
      /^CONFIG_INVALID: c\.yml:7: `models\[0\]` is `"mistral\/large"`\. Allowed: `anthropic\/MODEL`, `openai\/MODEL` or `google\/MODEL`.*anthropic, openai,/,
    ],
    ['agent-model', /^CONFIG_INVALID: c\.yml:8: `models\[1\]\.preset` is `"cursor"`\. Allowed: .* log/],
  ])('%s', (name, message) => {
    expect(messageOf(fixture(name))).toMatch(message);
  });

  test.each([
    '',
    '\n\n',
    '- a list',
    'text',
    '3',
    'null',
    '---\n---\n',
    '['.repeat(30_000),
    '{a: '.repeat(30_000),
  ])('text %# is refused in one line', (text) => {
    expect(messageOf(text)).toMatch(/^CONFIG_(INVALID|MALFORMED): c\.yml:\d+: .*$/);
  });
});

describe('the value of a key', () => {
  const spec = (line: string): string =>
    smallest.replace('    test: npm test', `    test: npm test\n    ${line}`);
  const model = (body: string): string => smallest.replace('anthropic/claude-sonnet-5-5', `{ ${body} }`);

  test.each([
    [
      spec('timeout: 5 minutes'),
      'c.yml:6: `specs[0].timeout` is `"5 minutes"`. Allowed: a duration from 1ms',
    ],
    [spec('timeout: 300'), 'c.yml:6: `specs[0].timeout` is `300`. Allowed: a duration'],
    [spec('timeout: 0s'), 'c.yml:6: `specs[0].timeout` is `"0s"`.'],
    [spec('directory: ../other'), 'c.yml:6: `specs[0].directory` is `"../other"`.'],
    [spec('directory: /srv'), 'c.yml:6: `specs[0].directory` is `"/srv"`.'],
    [spec('context: [a\\b]'), 'c.yml:6: `specs[0].context[0]` is'],
    [spec('context: ["a\\0b"]'), 'c.yml:6: `specs[0].context[0]` is'],
    [spec('tests: ["!a"]'), 'c.yml:6: `specs[0].tests[0]` is `"!a"`. Allowed: a path or glob'],
    [spec('tests: a'), 'c.yml:6: `specs[0].tests` is `"a"`. Allowed: a list'],
    [smallest.replace('src/duration/**', '.git/**'), 'c.yml:4: `specs[0].writes[0]` is `".git/**"`.'],
    [
      smallest.replace('    test: npm test\n', ''),
      'c.yml:3: `specs[0].test` is missing. Allowed: a shell command.',
    ],
    [smallest.replace('version: 1\n', ''), '`version` is missing. Allowed: 1.'],
    [
      `${smallest}samples: { looks: [3, 3] }`,
      'c.yml:8: `samples.looks` is `[3,3]`. Allowed: a list of at most 10',
    ],
    [`${smallest}samples: { looks: [3, 101] }`, 'c.yml:8: `samples.looks[1]` is `101`.'],
    [`${smallest}samples: { looks: [] }`, 'c.yml:8: `samples.looks` is `[]`.'],
    [
      `${smallest}decide:\n  alpha: 1`,
      'c.yml:9: `decide.alpha` is `1`. Allowed: a number above 0 and below 1.',
    ],
    [`${smallest}decide: { alpha: .nan }`, 'c.yml:8: `decide.alpha` is empty.'],
    [`${smallest}budget: { concurrency: 0 }`, 'c.yml:8: `budget.concurrency` is `0`.'],
    [
      `${smallest}budget: { usd: }`,
      'c.yml:8: `budget.usd` is empty. Allowed: a number from 0 to 1000000, or',
    ],
    [`${smallest}budget: { usd-per-pr: lots }`, '`budget.usd-per-pr` is `"lots"`.'],
    [`${smallest}budget: { why: 30 }`, 'c.yml:8: `budget.why` is `30`. Allowed: a number from 0 to 1.'],
    [`${smallest}bisect: always`, 'c.yml:8: `bisect` is `"always"`. Allowed: on-regression, never.'],
    [`${smallest}controls: never`, '`controls` is `"never"`. Allowed: auto, off.'],
    [`${smallest}controls: false`, '`controls` is `false`. Allowed: auto, off.'],
    [`${smallest}bisect: off`, '`bisect` is `"off"`. Allowed: on-regression, never.'],
    [`${smallest}sandbox: firejail`, 'Allowed: auto, bubblewrap, docker, none.'],
    [
      `${smallest}gate: { fail-on: yes }`,
      'c.yml:8: `gate.fail-on` is `"yes"`. Allowed: regressed, unmet, suspected',
    ],
    [`${smallest}  - anthropic/claude-sonnet-5-5`, 'c.yml:8: `models[1]` is'],
    [
      fixture('two-specs').replaceAll('- spec:', '- name: a\n    spec:'),
      '`specs[1].name` is `"a"`. Allowed: a name that no other',
    ],
    [model('provider: openai-compatible, model: x'), 'c.yml:7: `models[0].base-url` is missing.'],
    [
      model('provider: openai-compatible, model: x, base-url: ftp://x'),
      '`models[0].base-url` is `"ftp://x"`.',
    ],
    [model('provider: openai, model: x, base-url: "http://x/?v=1"'), '`models[0].base-url` is'],
    [model('provider: openai, model: x, base_url: http://x'), 'Did you mean `base-url`?'],
    [
      model('provider: mistral, model: x'),
      '`models[0].provider` is `"mistral"`. Allowed: anthropic, openai,',
    ],
    [
      model('provider: openai, model: x, api-key-env: MY KEY'),
      'is not the name of an environment variable (the value is not shown here)',
    ],
    [model('provider: openai'), '`models[0].model` is missing.'],
  ])('is refused (%#)', (text, part) => {
    const message = messageOf(text);

    expect(message).toMatch(/^CONFIG_INVALID: /);
    expect(message).toContain(part);
  });

  test('none as the name of the key means that the server wants no key', () => {
    const { settings } = read(
      model('provider: anthropic, model: x, base-url: "http://127.0.0.1:1", api-key-env: none'),
    );

    expect(settings.models[0]).toMatchObject({
      apiKeyEnv: null,
      baseUrl: 'http://127.0.0.1:1',
      id: 'anthropic/x',
    });
  });

  test.each([
    ['{ usd: none }', { usd: null, usdPerPr: null, tokens: 5_000_000 }],
    ['{ usd: none, usd-per-pr: 4 }', { usd: null, usdPerPr: 4 }],
    ['{ usd: 2, usd-per-pr: none, tokens: none }', { usd: 2, usdPerPr: null, tokens: null }],
    ['{ usd: 0 }', { usd: 0, usdPerPr: 30 }],
  ])('a cap of the budget is a number, or none: %s', (budget, expected) => {
    expect(read(`${smallest}budget: ${budget}\n`).settings.budget).toMatchObject(expected);
  });

  test('paths lose a leading `./`, which git does not know', () => {
    const { settings } = read(
      spec('directory: ./packages/a/\n    results: ./out/junit.xml\n    tests: [./checks/**]'),
    );

    expect(settings.specs[0]).toMatchObject({
      directory: 'packages/a',
      results: { kind: 'file', path: 'out/junit.xml' },
      tests: ['checks/**'],
    });
  });
});

describe('inputs', () => {
  test('alone make a whole configuration with one spec', () => {
    const { settings } = read(null, {
      ...wholeInputs,
      context: 'a.md\r\nb.md',
      results: 'exit-code',
      comment: 'auto',
    });

    expect(settings.specs).toHaveLength(1);
    expect(settings.specs[0]).toMatchObject({
      spec: ['specs/duration/SPEC.md'],
      writes: ['src/duration/**'],
      context: ['a.md', 'b.md'],
      test: 'npm test',
      results: { kind: 'exit-code' },
    });
    expect(settings.models.map((model) => model.id)).toEqual([
      'anthropic/claude-sonnet-5-5',
      'openai/gpt-6.1-sol',
    ]);
  });

  test('override the file', () => {
    const { settings, notYet } = read(smallest, {
      writes: 'lib/**',
      models: 'openai/gpt-6.1-sol',
      'setup-command': 'npm ci',
      'working-directory': 'packages/a',
      'max-generations': '12',
      'max-usd': '2.5',
      'fail-on': 'never',
      sandbox: 'none',
      specs: '',
      'test-command': '  ',
    });

    expect(settings.specs[0]).toMatchObject({
      spec: ['specs/duration/SPEC.md'],
      writes: ['lib/**'],
      setup: 'npm ci',
      test: 'npm test',
      directory: 'packages/a',
    });
    expect(settings.models[0]).toMatchObject({ provider: 'openai', apiKeyEnv: 'OPENAI_API_KEY' });
    expect(settings.budget).toMatchObject({ generations: 12, usd: 2.5 });
    expect(settings).toMatchObject({ gate: { failOn: 'never' }, sandbox: 'none' });
    expect(notYet).toEqual([]);
  });

  test('complete a file that leaves keys to them', () => {
    const { settings } = read('version: 1\nbudget: { minutes: 5 }\n', wholeInputs);

    expect(settings.budget.minutes).toBe(5);
    expect(settings.specs[0]?.test).toBe('npm test');
  });

  test('lift the cap in USD with one word', () => {
    const { budget } = read(smallest, { 'max-usd': 'none' }).settings;

    expect(budget).toMatchObject({ usd: null, usdPerPr: null, generations: 200, tokens: 5_000_000 });
  });

  test.each([
    [
      { 'max-usd': 'ten' },
      'CONFIG_INVALID: input `max-usd`: `budget.usd` is `"ten"`. Allowed: a number from 0 to 1000000, or `none`.',
    ],
    [{ 'max-usd': '-1' }, 'Allowed: a number from 0 to 1000000, or `none`.'],
    [
      { models: 'openai/x\nmistral/y' },
      'CONFIG_INVALID: input `models` (item 2): `models[1]` is `"mistral/y"`.',
    ],
    [{ writes: '../x' }, 'CONFIG_INVALID: input `writes` (item 1): `specs[0].writes[0]` is `"../x"`.'],
    [{ writes: '!x' }, 'WRITES_EMPTY: input `writes`: '],
    [{ 'fail-on': 'always' }, 'CONFIG_INVALID: input `fail-on`: `gate.fail-on` is `"always"`.'],
  ])('are named when the mistake is theirs: %j', (inputs, message) => {
    expect(messageOf(smallest, inputs)).toContain(message);
  });

  test('of a spec are refused where the file has several specs', () => {
    expect(messageOf(fixture('two-specs'), { writes: 'lib/**' })).toMatch(
      /^CONFIG_INVALID: input `writes` is set, but the config file has 2 entries under `specs`/,
    );
    expect(messageOf(fixture('two-specs'), { models: 'openai/x' })).toBe('accepted');
  });

  test('that are not enough without a file are listed', () => {
    expect(messageOf(null)).toContain('`specs`, `writes`, `test-command`, `models`');
    expect(messageOf(null, { ...wholeInputs, models: '' })).toMatch(
      /^CONFIG_NOT_FOUND: .* are not set: `models`\./,
    );
    expect(messageOf(null, { ...wholeInputs, writes: '' })).toMatch(/^WRITES_EMPTY: input `writes` is empty/);
  });
});
