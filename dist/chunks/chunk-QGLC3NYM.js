import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  openOwnFolder
} from "./chunk-HGTELZ3E.js";

// src/adapters/report-files/report-folder.ts
async function openReportFolder(place) {
  await openOwnFolder(place, { code: "REPORT_FOLDER_UNSAFE", what: "report", input: "report-dir" });
}

export {
  openReportFolder
};
