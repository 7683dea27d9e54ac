// Which way imports may point (docs/architecture.md). scripts/gates/layers.test.ts plants a violation of every rule.
const SOURCE = { pathNot: '\\.test\\.ts$|^src/testing/' };

const layer = (name, allowed) => ({
  name: `${name}-layer`,
  comment: `${name} may import ${allowed.length === 0 ? 'only itself' : allowed.join(' and ')}.`,
  severity: 'error',
  from: { path: `^src/${name}/`, ...SOURCE },
  to: { path: '^src/', pathNot: `^src/(${[name, ...allowed].join('|')})/|^src/errors\\.ts$` },
});

const packages = (...names) => names.map((name) => `(^|/)node_modules/${name}/`).join('|');

const home = (sdk, ...folders) => ({
  name: `${sdk.replace('@', '').replace('/', '-')}-stays-home`,
  comment: `${sdk} is known to ${folders.join(' and ')} alone.`,
  severity: 'error',
  from: { path: '^src/', pathNot: [SOURCE.pathNot, `^src/(${folders.join('|')})/`] },
  to: { path: packages(sdk) },
});

const PURE = `^mdast$|${packages('zod', 'diff', 'picomatch', 'smol-toml', 'yaml', 'fast-xml-parser', 'micromark[^/]*', 'mdast-[^/]*', 'unist-[^/]*', '@types/mdast', '@types/picomatch', '@pydantic/genai-prices', 'preact', 'preact-render-to-string', 'd3-scale', 'd3-shape', '@types/d3-scale', '@types/d3-shape', 'highlight.js')}`;

// Gone after the build.
const TYPES = `^sarif$|${packages('@types/sarif')}`;

module.exports = {
  forbidden: [
    { name: 'no-circular', comment: 'Cycles are forbidden from day one.', severity: 'error', from: {}, to: { circular: true } },
    layer('core', []),
    layer('ports', ['core']),
    layer('config', ['core']),
    layer('pipeline', ['core', 'ports']),
    layer('adapters', ['core', 'ports']),
    layer('inside', []),
    {
      name: 'core-is-pure',
      comment: 'core uses itself and pure packages; node:crypto hashes in core/digest.ts alone.',
      severity: 'error',
      from: { path: '^src/core/', pathNot: [SOURCE.pathNot, '^src/core/digest\\.ts$'] },
      to: { pathNot: `^src/|${PURE}|${TYPES}` },
    },
    {
      name: 'digest-only-hashes',
      severity: 'error',
      from: { path: '^src/core/digest\\.ts$' },
      to: { pathNot: '^crypto$|^node:crypto$|^src/' },
    },
    {
      name: 'ports-are-types',
      comment: 'A port is a shape, without a package behind it.',
      severity: 'error',
      from: { path: '^src/ports/', ...SOURCE },
      to: { pathNot: '^src/' },
    },
    {
      name: 'config-reads-text',
      severity: 'error',
      from: { path: '^src/config/', ...SOURCE },
      to: { pathNot: `^src/|${packages('zod', 'yaml', 'picomatch')}` },
    },
    {
      name: 'pipeline-goes-through-ports',
      severity: 'error',
      from: { path: '^src/pipeline/', ...SOURCE },
      to: { pathNot: `^src/|${packages('p-queue')}` },
    },
    {
      name: 'adapters-are-strangers',
      comment: 'Adapters know their own stranger and what several share, never each other; adapters/providers.ts lists the vendors.',
      severity: 'error',
      from: { path: '^src/adapters/([^/]+)/', ...SOURCE },
      to: { path: '^src/adapters/', pathNot: '^src/adapters/($1|process|api-client|plain-files)/' },
    },
    {
      name: 'fakes-only-in-tests',
      severity: 'error',
      from: { path: '^src/', ...SOURCE },
      to: { path: '^src/testing/|\\.test\\.ts$' },
    },
    home('@anthropic-ai', 'adapters/anthropic'),
    home('openai', 'adapters/openai'),
    home('@actions/core', 'adapters/github', 'entry'),
    home('@actions/github', 'adapters/github'),
    home('@actions/cache', 'adapters/actions-cache'),
    home('simple-git', 'adapters/git', 'entry/demo'),
    {
      name: 'errors-stand-alone',
      comment: 'Everything may import errors.ts, so it imports nothing.',
      severity: 'error',
      from: { path: '^src/errors\\.ts$' },
      to: {},
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { extensions: ['.ts', '.mjs', '.js'], conditionNames: ['import', 'node', 'default', 'types'], exportsFields: ['exports'] },
  },
};
