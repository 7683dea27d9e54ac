import type { RefusedRequest } from './wire-facts.ts';

/** An object of JSON. */
export type Fields = Readonly<Record<string, unknown>>;

/** Why a request is not passed on. */
export type Refusal = { readonly why: RefusedRequest['why']; readonly what: string };

/** The rules for the requests of one interface. */
export type RequestRules = {
  /** Every field of a request that may be passed on. What is not listed may reach anywhere at a vendor or a gateway. */
  readonly fields: ReadonlySet<string>;
  /** What is wrong with a request whose fields are all listed. */
  readonly problems: (body: Fields) => Iterable<Refusal>;
  /** The most that the answer may be, where the request says it. */
  readonly mostOutput: (body: Fields) => unknown;
};

/** Whether a value is an object of JSON. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The items of a list; a value that is no list is its own only item, so that nothing escapes by its shape. */
export function itemsOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** The `type` of an object, or what stands there instead, as text. */
export function typeOf(value: unknown): string {
  if (!isFields(value)) return `a ${typeof value}`;
  const { type } = value;
  return typeof type === 'string' ? type : type === undefined || type === null ? '' : JSON.stringify(type);
}

/** A vendor-side tool, or what may be one. */
export function hosted(what: string): Refusal {
  return { why: 'hosted-tool', what };
}

/** Content that the vendor would fetch, or holds already. */
export function outside(what: string): Refusal {
  return { why: 'source', what };
}

/** A service tier that is not the ordinary one has other prices. */
export function* tierProblems(body: Fields): Iterable<Refusal> {
  const { service_tier: tier } = body;
  if (tier !== undefined && tier !== null && !ordinaryTiers.has(tier))
    yield { why: 'model', what: `service_tier ${JSON.stringify(tier)}` };
}

const ordinaryTiers: ReadonlySet<unknown> = new Set(['auto', 'default', 'standard', 'standard_only']);
