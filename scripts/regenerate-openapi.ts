// Writes fixtures/github/openapi-trimmed.json: what GitHub's OpenAPI says about the requests we make. With --check it only
// compares. `--package` names what npm can pack: another version, or a folder.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    // Not installed with the others: it has 400 MB, of which this reads one file.
    package: { type: 'string', default: '@octokit/openapi@23.0.2' },
  },
});

const routes = [
  'GET /user',
  'GET /repos/{owner}/{repo}',
  'GET /repos/{owner}/{repo}/collaborators/{username}/permission',
  'GET /repos/{owner}/{repo}/issues',
  'POST /repos/{owner}/{repo}/issues',
  'PATCH /repos/{owner}/{repo}/issues/{issue_number}',
  'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
  'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
  'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
  'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}',
  'POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions',
  'GET /repos/{owner}/{repo}/pulls/{pull_number}',
  'GET /repos/{owner}/{repo}/commits/{ref}/check-runs',
  'POST /repos/{owner}/{repo}/check-runs',
  'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}',
];

type Operation = {
  operationId: string;
  parameters?: { in: string; name: string; required?: boolean; schema: unknown }[];
  requestBody?: { required?: boolean; content: Record<string, { schema: unknown }> };
};
type OpenApi = { info: { version: string }; paths: Record<string, Record<string, Operation>> };

const whole: OpenApi = JSON.parse(fileOf(values.package, 'generated/api.github.com.deref.json'));

const trimmed = {
  source: "GitHub's OpenAPI description (MIT), from @octokit/openapi; made by scripts/regenerate-openapi.ts",
  version: whole.info.version,
  routes: Object.fromEntries(routes.map((route) => [route, trim(route)])),
};
const target = new URL('../fixtures/github/openapi-trimmed.json', import.meta.url);
const wanted = `${JSON.stringify(trimmed, null, 1)}\n`;

if (!values.check) {
  await writeFile(target, wanted);
} else if ((await readFile(target, 'utf8').catch(() => '')) !== wanted) {
  console.error('fixtures/github/openapi-trimmed.json is stale: run scripts/regenerate-openapi.ts');
  process.exitCode = 1;
}

/** One file of a package that need not be installed. */
function fileOf(name: string, path: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'openapi-'));
  try {
    const packed = execFileSync('npm', ['pack', name, '--silent'], { cwd: folder, encoding: 'utf8' }).trim();
    return execFileSync('tar', ['-xzOf', packed, `package/${path}`], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function trim(route: string) {
  const [method = '', path = ''] = route.split(' ');
  const operation = whole.paths[path]?.[method.toLowerCase()];
  if (operation === undefined) throw new Error(`${route} is not in GitHub's OpenAPI description.`);
  return {
    operationId: operation.operationId,
    parameters: (operation.parameters ?? []).map(({ name, in: place, required = false, schema }) => ({
      name,
      in: place,
      required,
      schema: withoutProse(schema),
    })),
    body: withoutProse(operation.requestBody?.content['application/json']?.schema ?? null),
  };
}

function withoutProse(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map((item) => withoutProse(item));
  if (typeof schema !== 'object' || schema === null) return schema;
  const isProse = ([key, value]: [string, unknown]): boolean =>
    ['description', 'example', 'examples', 'externalDocs'].includes(key) &&
    (typeof value === 'string' || key !== 'description');
  return withNull(
    Object.fromEntries(
      Object.entries(schema)
        .filter((entry) => !isProse(entry))
        .map(([key, value]) => [key, withoutProse(value)]),
    ),
  );
}

// JSON Schema has no `nullable`, and ajv takes it only beside a type.
function withNull(schema: Record<string, unknown>): Record<string, unknown> {
  const { nullable, oneOf, ...rest } = schema;
  if (nullable !== true || 'type' in schema || !Array.isArray(oneOf)) return schema;
  return { ...rest, oneOf: [...oneOf, { type: 'null' }] };
}
