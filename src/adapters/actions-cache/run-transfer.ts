import { restoreCache, saveCache } from '@actions/cache';
import { archivedFolder, type Transfer, type Transferred } from './transfer.ts';

/**
 * Does one transfer with the SDK. It runs in its own process, because the SDK cannot be cancelled and prints to
 * stdout.
 */
export async function runTransfer(transfer: Transfer): Promise<Transferred> {
  try {
    switch (transfer.kind) {
      case 'restore': {
        const key = await restoreCache([archivedFolder], transfer.key, [...transfer.restoreKeys]);
        return { kind: 'restored', key: key ?? null };
      }
      case 'save':
        return { kind: 'saved', isStored: (await saveCache([archivedFolder], transfer.key)) !== -1 };
    }
  } catch (error) {
    return { kind: 'threw', reason: String(error) };
  }
}
