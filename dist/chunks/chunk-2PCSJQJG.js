import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  UserError
} from "./chunk-K23HYIQN.js";

// src/pipeline/trigger/find-config.ts
var configPaths = [".github/spec-portability.yml", "spec-portability.yml"];
async function configAt(repository, commit, path) {
  const entries = await repository.listFiles(commit);
  const wanted = path === null ? configPaths : [path.replace(/^(?:\.\/+)+/, "")];
  const found = wanted.flatMap((name) => entries.filter((entry) => entry.path === name))[0];
  if (found === void 0) return null;
  if (found.kind === "symlink" || found.kind === "submodule") {
    throw new UserError("CONFIG_INVALID", `${found.path} is a ${found.kind}.`, "Commit it as a plain file.");
  }
  return { path: found.path, text: new TextDecoder().decode(await repository.readBlob(found.oid)) };
}

export {
  configPaths,
  configAt
};
