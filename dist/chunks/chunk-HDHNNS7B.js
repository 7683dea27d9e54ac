import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  UserError
} from "./chunk-SULUFCEC.js";

// src/pipeline/trigger/find-config.ts
var configPaths = [".github/spec-portability.yml", "spec-portability.yml"];
async function configFiles(repository, trigger, of) {
  const trusted = trigger.kind === "audit" ? trigger.head : trigger.baseTip ?? trigger.base;
  const { path, readsHeadConfig } = of;
  const file = await configAt(repository, trusted, path);
  const headFile = readsHeadConfig ? await configAt(repository, trigger.head, path) : null;
  if (path !== null && file === null && headFile === null)
    throw new UserError(
      "CONFIG_NOT_FOUND",
      `\`${path}\` (input \`config\`) is not in the base commit ${trusted.slice(0, 12)}.`,
      "Check the path (it is relative to the root of the repository), or commit the file."
    );
  return { file, headFile };
}
async function configAt(repository, commit, path) {
  const entries = await repository.listFiles(commit);
  const wanted = path === null ? configPaths : [path.replace(/^(?:\.\/+)+/, "")];
  const found = wanted.flatMap((name) => entries.filter((entry) => entry.path === name))[0];
  if (found === void 0) return null;
  if (found.kind === "symlink" || found.kind === "submodule") {
    throw new UserError(
      "CONFIG_INVALID",
      `\`${found.path}\` is a ${found.kind}.`,
      "Commit it as a regular file."
    );
  }
  return { path: found.path, text: new TextDecoder().decode(await repository.readBlob(found.oid)) };
}

export {
  configPaths,
  configFiles
};
