import { openOwnFolder, type OwnPlace } from './own-folder.ts';

/** A folder for records and what git knows about it. */
export type RecordsPlace = OwnPlace;

/** Makes the folder, or refuses one that others could have filled: RECORDS_FOLDER_UNSAFE. */
export async function openRecordsFolder(place: OwnPlace): Promise<void> {
  await openOwnFolder(place, { code: 'RECORDS_FOLDER_UNSAFE', what: 'records', input: 'records' });
}
