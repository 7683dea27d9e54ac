import { hostedProviders } from '../core/providers.ts';

/** How models of vendors with an address of their own are written, as a list in a sentence. */
export function shorthands(last: 'or' | 'and'): string {
  const forms = hostedProviders.map((name) => `\`${name}/MODEL\``);
  return [forms.slice(0, -1).join(', '), ...forms.slice(-1)].join(` ${last} `);
}
