/** The value of a request header: a text that anybody may read, or the NAME of the variable that holds it. */
type HeaderValue = { readonly text: string } | { readonly env: string };

/** Headers that a gateway wants besides the key, by their names in lower case. */
export type HeaderValues = Readonly<Record<string, HeaderValue>>;

/** NAMES of the variables whose values a model's server is sent, the API key's first. */
export function secretVariables(of: {
  readonly apiKeyEnv: string | null;
  readonly headers?: HeaderValues;
}): readonly string[] {
  const inHeaders = Object.values(of.headers ?? {}).flatMap((value) => ('env' in value ? [value.env] : []));
  return [...(of.apiKeyEnv === null ? [] : [of.apiKeyEnv]), ...inHeaders];
}
