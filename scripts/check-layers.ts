// Fails when an import points the wrong way, and also when the checker saw too little to judge.
import { cruiseSources } from './cruise.ts';

const { summary } = await cruiseSources();
if (summary.violations.length > 0) {
  console.error(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`).join('\n'));
  process.exitCode = 1;
}
