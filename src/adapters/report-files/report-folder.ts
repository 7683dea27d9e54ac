import { openOwnFolder, type OwnPlace } from '../plain-files/own-folder.ts';

/** Makes the folder, or refuses one through which a commit could lead the report elsewhere: REPORT_FOLDER_UNSAFE. */
export async function openReportFolder(place: OwnPlace): Promise<void> {
  await openOwnFolder(place, { code: 'REPORT_FOLDER_UNSAFE', what: 'report', input: 'report-dir' });
}
