import { runTransfer } from '../adapters/actions-cache/run-transfer.ts';
import { readTransfer, transferredLine } from '../adapters/actions-cache/transfer.ts';

const outcome = await runTransfer(readTransfer(process.argv[2] ?? ''));
// The SDK may leave timers and sockets that would keep the process alive.
process.stdout.write(`\n${transferredLine(outcome)}\n`, () => process.exit(0));
