import { openOwnFolder, type OwnPlace } from '../plain-files/own-folder.ts';

/** Creates the folder, or refuses one through which a commit could redirect the report: REPORT_FOLDER_UNSAFE. */
export async function openReportFolder(place: OwnPlace): Promise<void> {
  await openOwnFolder(place, { code: 'REPORT_FOLDER_UNSAFE', what: 'report', input: 'report-dir' });
}
