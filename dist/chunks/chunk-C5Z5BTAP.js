import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  renderTerminal,
  whereTold,
  writeComment
} from "./chunk-CIUZ7XIX.js";
import {
  writeHtml
} from "./chunk-KUKWW4VE.js";
import {
  writeReport
} from "./chunk-XHD76K5J.js";
import {
  resultText
} from "./chunk-4IXD43WJ.js";
import {
  exitCodeOf
} from "./chunk-KHUPEOCK.js";
import {
  placesOf,
  textOf
} from "./chunk-YK2ECGN7.js";

// src/entry/commands/show.ts
import { basename, resolve } from "node:path";
async function show({ options, print, ports }, checked) {
  const { summary } = checked;
  print(options["json"] === true ? resultText(summary) : renderTerminal(summary));
  const extra = textOf(options, "result");
  const { directory: checkout, report: directory } = placesOf(options);
  await writeReport(summary, { directory, extra: extra === null ? null : resolve(extra) });
  await writeHtml(checked, directory, { repository: basename(checkout), repositoryUrl: null, runUrl: null });
  await writeComment(summary, directory);
  ports.log.info(whereTold(directory));
  return exitCodeOf(summary);
}

export {
  show
};
