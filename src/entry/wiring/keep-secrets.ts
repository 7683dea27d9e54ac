import { keepSecret } from '../../adapters/process/secrets.ts';
import { providerNames, providers } from '../../core/providers.ts';

/** What a job has besides the keys that its configuration names. Whoever has one of these acts for the job. */
const tokens = ['GITHUB_TOKEN', 'GH_TOKEN', 'ACTIONS_RUNTIME_TOKEN', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN'];

/** Nothing that this process writes will show the keys of any provider and the tokens of the job. */
export function keepSecrets(valueOf: (variable: string) => string | null): void {
  const keys = providerNames.flatMap((name) => providers[name].keyVariable ?? []);
  for (const name of [...keys, ...tokens]) keepSecret(valueOf(name));
}
