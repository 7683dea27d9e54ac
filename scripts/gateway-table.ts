import { configOf, readGateways, type Gateway } from '../src/testing/gateways/read-gateways.ts';
import { withSection } from './keep-generated.ts';

/** docs/models.md with the table of gateways and the config file of all of them made again from fixtures/gateways. */
export function gatewayDocs(before: string): string {
  const gateways = readGateways();
  const withTable = withSection(before, 'gateways', tableOf(gateways));
  return withSection(withTable, 'gateway-configs', `\`\`\`yaml\n${configOf(gateways)}\`\`\``);
}

function tableOf(gateways: readonly Gateway[]): string {
  const heads = ['server', 'key', 'token counts', 'reasoning', 'also', 'its bytes'];
  return [heads, heads.map(() => '---'), ...gateways.map(row)]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function row({ name, differs, origin, file }: Gateway): string[] {
  const { key, usage, reasoning, also } = differs;
  return [name, key, usage, reasoning, also, `[${origin}](../fixtures/gateways/${file})`];
}
