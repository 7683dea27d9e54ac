import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  renderTerminal,
  whereTold,
  writeComment
} from "./chunk-P74TNOOG.js";
import {
  writeHtml
} from "./chunk-XTNRKQBW.js";
import {
  writeReport
} from "./chunk-ZMHZ3UE6.js";
import {
  resultText
} from "./chunk-AT4MPXKE.js";
import {
  exitCodeOf
} from "./chunk-KHUPEOCK.js";
import {
  placesOf,
  textOf
} from "./chunk-F5HM3SXK.js";

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
