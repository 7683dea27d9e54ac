import type { AgentWire } from '../agent.ts';

/** What a request to the proxy asks for. */
export type Route =
  /** An answer of the model; `path` follows the base URL of the vendor. */
  | { readonly kind: 'generate'; readonly path: string; readonly model: string | null }
  /** How many tokens a prompt has: answered with our estimate. */
  | { readonly kind: 'count' }
  /** Which models there are, or what one of them is (`asked`: its name; null = all): answered with the one. */
  | { readonly kind: 'models'; readonly asked: string | null }
  | { readonly kind: 'refused'; readonly why: 'host' | 'path'; readonly asked: string };

/** The paths by which each interface is asked for an answer, as they stand behind the base URL that the agent is given. */
const paths: Readonly<
  Record<Exclude<AgentWire, 'gemini'>, { readonly asked: string; readonly sent: string }>
> = {
  messages: { asked: '/v1/messages', sent: '/v1/messages' },
  // The base URL of OpenAI's SDK ends in the version.
  responses: { asked: '/v1/responses', sent: '/responses' },
  chat: { asked: '/v1/chat/completions', sent: '/chat/completions' },
};

/** Where a request goes. `target` is what stands in its first line: a path, or a whole address where a proxy was meant. */
export function routeOf(wire: AgentWire, method: string, target: string): Route {
  if (!target.startsWith('/')) return { kind: 'refused', why: 'host', asked: hostIn(target) };
  const [path = '', query = ''] = target.split('?', 2);
  const found =
    method === 'GET' ? listRoute(wire, path) : method === 'POST' ? postRoute(wire, path, query) : null;
  return found ?? { kind: 'refused', why: 'path', asked: `${method} ${path}` };
}

function postRoute(wire: AgentWire, path: string, query: string): Route | null {
  if (wire === 'gemini') return geminiRoute(path, query);
  const { asked, sent } = paths[wire];
  if (wire === 'messages' && path === `${asked}/count_tokens`) return { kind: 'count' };
  return path === asked ? { kind: 'generate', path: `${sent}${kept(query)}`, model: null } : null;
}

function hostIn(target: string): string {
  const address = URL.canParse(target) ? new URL(target) : null;
  return address === null || address.host === '' ? target : address.host;
}

function listRoute(wire: AgentWire, path: string): Route | null {
  const list = wire === 'gemini' ? '/v1beta/models' : '/v1/models';
  if (path === list) return { kind: 'models', asked: null };
  return path.startsWith(`${list}/`) ? { kind: 'models', asked: decoded(path.slice(list.length + 1)) } : null;
}

// The name of a model may have slashes of its own, which an SDK encodes.
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function geminiRoute(path: string, query: string): Route | null {
  const found = /^\/v1beta\/models\/([\w.@-]+):(generateContent|streamGenerateContent|countTokens)$/.exec(
    path,
  );
  const [, model = '', verb] = found ?? [];
  if (found === null) return null;
  return verb === 'countTokens'
    ? { kind: 'count' }
    : { kind: 'generate', path: `${path}${kept(query)}`, model };
}

// The key is not among them: it may stand in a query too.
function kept(query: string): string {
  const pairs = query.split('&').filter((pair) => pair === 'alt=sse' || pair === 'beta=true');
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}
