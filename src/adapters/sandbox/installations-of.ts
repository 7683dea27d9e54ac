import { basename, dirname, join } from 'node:path';

/** What has to be shown so that the programs in a folder work: their installation, where that holds nothing else. */
export function installationsOf(folder: string, home: string): readonly string[] {
  if (isAround(folder, home)) return [];
  const around = dirname(folder);
  // What is in it are links to rustup, which looks for the toolchains here.
  if (folder === join(home, '.cargo/bin')) return [folder, join(home, '.rustup')];
  if (basename(folder) === '.bin' && basename(around) === 'node_modules') return [around];
  return isInstallation(folder, home) ? [around] : [folder];
}

const ownFolders = ['.venv', '.pyenv', '.asdf', '.bun'];

function isInstallation(folder: string, home: string): boolean {
  if (!['bin', 'shims'].includes(basename(folder))) return false;
  const around = dirname(folder);
  // ~/.local and /opt hold more than programs: keyrings, a runner's credentials.
  if (isAround(around, home) || around.split('/').length <= 2) return false;
  const isHidden = dirname(around) === home && basename(around).startsWith('.');
  return !isHidden || ownFolders.includes(basename(around));
}

/** Whether HOME is the folder or lies in it. */
function isAround(folder: string, home: string): boolean {
  return folder === '/' || `${home}/`.startsWith(`${folder}/`);
}
