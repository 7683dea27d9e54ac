// Makes the table of gateways in docs/models.md from their recordings; with --check it only compares.
import { gatewayDocs } from './gateway-table.ts';
import { keepGenerated } from './keep-generated.ts';

await keepGenerated('docs/models.md', gatewayDocs);
