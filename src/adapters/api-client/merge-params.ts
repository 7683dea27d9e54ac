type Body = Readonly<Record<string, unknown>>;

/** The user's `params` over a request body. Objects that both have are merged, so that `effort` is kept beside other keys. */
export function mergeParams(body: Body, params: Body): Record<string, unknown> {
  const merged = Object.entries(params).map(([name, value]) => {
    const own = Object.hasOwn(body, name) ? body[name] : undefined;
    return [name, isObject(own) && isObject(value) ? mergeParams(own, value) : value];
  });
  return { ...body, ...Object.fromEntries(merged) };
}

function isObject(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
