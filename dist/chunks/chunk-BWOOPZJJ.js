import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  UserError,
  atOnce,
  listSide,
  readVersion,
  refuseLinkedSpecs,
  refuseMissingFolder,
  refuseUnmatchedSpecs
} from "./chunk-WSJ3JF5A.js";

// src/pipeline/specs/read-specs.ts
async function readSpecs(repository, entries, commit) {
  return readListed(repository, await listSide({ repository, entries, commit }));
}
async function readSpecsToCheck(repository, entries, commit) {
  const side = await listSide({ repository, entries, commit });
  refuseUnmatchedSpecs(entries, [side]);
  for (const spec of side.specs) refuseMissingFolder(spec, side);
  return readListed(repository, side);
}
async function readListed(repository, side) {
  refuseLinkedSpecs(side);
  if (side.specs.length === 0) {
    throw new UserError(
      "SPEC_NOT_FOUND",
      `no file of ${side.commit.slice(0, 10)} matches \`specs\`.`,
      "Check the globs, or commit the files."
    );
  }
  return atOnce(side.specs, (spec) => readVersion(repository, spec, side));
}

export {
  readSpecs,
  readSpecsToCheck
};
