import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  renderTerminal,
  whereTold,
  writeComment
} from "./chunk-THUHDMLQ.js";
import {
  writeHtml
} from "./chunk-FVSSU63J.js";
import {
  writeReport
} from "./chunk-SA7LYKUL.js";
import {
  resultText
} from "./chunk-OSVSF47P.js";
import {
  exitCodeOf
} from "./chunk-KHUPEOCK.js";
import {
  placesOf,
  textOf
} from "./chunk-P33PNVVQ.js";

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
