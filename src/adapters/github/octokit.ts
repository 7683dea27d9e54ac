import type { getOctokit } from '@actions/github';
import { hostVariable } from '../process/environment.ts';
import { textWithoutSecrets } from '../process/secrets.ts';

/** GitHub's own client. */
export type Octokit = ReturnType<typeof getOctokit>;

/** One repository seen through the client. */
export type Remote = {
  readonly octokit: Octokit;
  readonly owner: string;
  readonly repo: string;
  readonly apiUrl: string;
};

/** Opens a client. The SDK is loaded only here, so that the command line starts without it. */
export async function openRemote(options: {
  readonly token: string;
  readonly repository: string;
  readonly apiUrl: string;
}): Promise<Remote> {
  const [owner = '', repo = ''] = options.repository.split('/');
  const github = await import('@actions/github');
  // The SDK reads GITHUB_API_URL when it is imported, so the address is given here.
  const octokit = github.getOctokit(options.token, {
    baseUrl: options.apiUrl,
    // The SDK brings its own undici for proxies. Node's is loaded already, by the vendors' SDKs.
    ...(isBehindProxy() ? {} : { request: { fetch } }),
  });
  octokit.hook.before('request', (request) => {
    // The client has no time limit of its own.
    request.request = { ...request.request, signal: AbortSignal.timeout(30_000) };
    for (const name of written)
      if (name in request) request[name] = JSON.parse(JSON.stringify(request[name]), textWithoutSecrets);
  });
  return { octokit, owner, repo, apiUrl: options.apiUrl };
}

// The variables that the SDK looks for.
function isBehindProxy(): boolean {
  return ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'HTTPS_PROXY'].some(
    (name) => hostVariable(name) !== null,
  );
}

/** Parameters of a request that others will read. */
const written = ['title', 'body', 'output'];
