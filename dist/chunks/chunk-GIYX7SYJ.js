import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  renderTerminal,
  whereTold,
  writeComment
} from "./chunk-4A3BRVXC.js";
import {
  writeHtml
} from "./chunk-67P6IYFU.js";
import {
  writeReport
} from "./chunk-4R4HJXXQ.js";
import {
  resultText
} from "./chunk-MTZH2DUV.js";
import {
  exitCodeOf
} from "./chunk-KHUPEOCK.js";
import {
  placesOf,
  textOf
} from "./chunk-YCCJNEQA.js";

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
