import { UserError } from '../../errors.ts';
import { openOwnFolder, whyNotMade, type OwnPlace } from '../plain-files/own-folder.ts';
import { whyProtected } from '../plain-files/protected-place.ts';

/** Creates the folder, or refuses one through which a commit could redirect the report: REPORT_FOLDER_UNSAFE. */
export async function openReportFolder(place: OwnPlace): Promise<void> {
  await openOwnFolder(place, use);
}

const use = { code: 'REPORT_FOLDER_UNSAFE', what: 'report', input: 'report-dir' } as const;

/** Creates a folder for plan and shards, or refuses it: it is git's, or cannot be made: REPORT_FOLDER_UNSAFE. */
export async function openFanOutFolder({ directory, tracks }: OwnPlace): Promise<void> {
  const why = (await whyProtected(directory, tracks)) ?? (await whyNotMade(directory, null));
  if (why === null) return;
  throw new UserError(
    'REPORT_FOLDER_UNSAFE',
    `the fan-out folder ${directory} ${why}.`,
    'Set `fan-out` to a folder that git ignores and that this action may write to.',
  );
}
