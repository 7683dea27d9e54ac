import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

type Route = {
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly required: boolean;
    readonly schema: object;
  }[];
  readonly body: object | null;
};

/** A request matched to a route of GitHub's API. */
export type MatchedRequest = {
  /** As OpenAPI writes it, e.g. `GET /repos/{owner}/{repo}`. */
  readonly route: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** What violates GitHub's description; empty when the request is valid. */
  readonly faults: readonly string[];
};

/** Finds the route of a request and checks its parameters and body against GitHub's own OpenAPI description. */
export function matchRequest(request: {
  readonly method: string;
  readonly url: URL;
  readonly body: unknown;
}): MatchedRequest | null {
  for (const { route, description, method, pattern } of routes) {
    const parameters = method === request.method ? parametersOf(pattern, request.url) : null;
    if (parameters !== null)
      return { route, parameters, faults: faultsOf(route, description, { ...request, parameters }) };
  }
  return null;
}

const openApiFile = new URL('../../../../fixtures/github/openapi-trimmed.json', import.meta.url);
const openApi: { readonly routes: Readonly<Record<string, Route>> } = JSON.parse(
  readFileSync(openApiFile, 'utf8'),
);
const routes = Object.entries(openApi.routes).map(([route, description]) => {
  const [method, path = ''] = route.split(' ');
  const pattern = new RegExp(`^${path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
  return { route, description, method, pattern };
});

const ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: false });
addFormats.default(ajv);
const compiled = new Map<string, ValidateFunction>();

function parametersOf(pattern: RegExp, url: URL): Record<string, string> | null {
  const match = pattern.exec(url.pathname);
  return match === null
    ? null
    : Object.fromEntries(
        Object.entries(match.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]),
      );
}

function faultsOf(
  route: string,
  description: Route,
  request: {
    readonly url: URL;
    readonly body: unknown;
    readonly parameters: Readonly<Record<string, string>>;
  },
): readonly string[] {
  const inParameters = description.parameters.flatMap((parameter) => {
    const value =
      parameter.in === 'path'
        ? request.parameters[parameter.name]
        : request.url.searchParams.get(parameter.name);
    if (value === null || value === undefined)
      return parameter.required ? [`${parameter.name} is missing`] : [];
    const isNumber = 'type' in parameter.schema && parameter.schema.type === 'integer';
    return errorsIn(`${route} ${parameter.name}`, parameter.schema, isNumber ? Number(value) : value);
  });
  const inBody = description.body === null ? [] : errorsIn(`${route} body`, description.body, request.body);
  return [...inParameters, ...inBody];
}

function errorsIn(name: string, schema: object, value: unknown): readonly string[] {
  const validate = compiled.get(name) ?? ajv.compile(schema);
  compiled.set(name, validate);
  validate(value);
  return (validate.errors ?? []).map(
    (error) => `${name}${error.instancePath} ${error.message ?? 'is wrong'}`,
  );
}
