import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  listSide,
  readVersion,
  refuseLinkedSpecs
} from "./chunk-UZUOIVVL.js";
import {
  atOnce
} from "./chunk-NNW5VEUA.js";
import {
  UserError
} from "./chunk-SULUFCEC.js";

// src/pipeline/specs/read-specs.ts
async function readSpecs(repository, entries, commit) {
  const side = await listSide({ repository, entries, commit });
  refuseLinkedSpecs(side);
  if (side.specs.length === 0) {
    throw new UserError(
      "SPEC_NOT_FOUND",
      `no file of ${commit.slice(0, 10)} matches \`specs\`.`,
      "Check the globs, or commit the files."
    );
  }
  return atOnce(side.specs, (spec) => readVersion(repository, spec, side));
}

export {
  readSpecs
};
