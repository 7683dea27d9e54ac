import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  openOwnFolder,
  whyProtected
} from "./chunk-YWP7CK7B.js";
import {
  UserError
} from "./chunk-SULUFCEC.js";

// src/adapters/report-files/report-folder.ts
async function openReportFolder(place) {
  await openOwnFolder(place, { code: "REPORT_FOLDER_UNSAFE", what: "report", input: "report-dir" });
}
async function refuseFanOutFolder({ directory, tracks }) {
  const why = await whyProtected(directory, tracks);
  if (why === null) return;
  throw new UserError(
    "REPORT_FOLDER_UNSAFE",
    `the fan-out folder ${directory} ${why}.`,
    "Set `fan-out` to a folder that git ignores."
  );
}

export {
  openReportFolder,
  refuseFanOutFolder
};
