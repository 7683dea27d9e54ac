import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  UserError
} from "./chunk-SULUFCEC.js";

// src/pipeline/trigger/commits.ts
async function commitsOf(event, repository, workflow) {
  switch (event.kind) {
    case "pull-request": {
      const { number, fromFork, askedBy } = event;
      const onDemand = askedBy === null ? {} : { onDemand: askedBy.by };
      return { kind: "pull-request", number, ...await sides(event, repository), fromFork, ...onDemand };
    }
    case "merge-group": {
      const { fromFork, pullRequest } = event;
      return { kind: "merge-group", ...await sides(event, repository), fromFork, number: pullRequest };
    }
    case "manual": {
      const head = await repository.resolve(event.head);
      const baseTip = await repository.resolve(event.base);
      const base = await repository.mergeBase(baseTip, head);
      if (base === head && baseTip !== head) refuseSwapped(event);
      const fork = workflow === null ? {} : { fromFork: !await repository.isOnBranch(head, workflow.running) };
      return { kind: "manual", base, head, baseTip, ...fork };
    }
    case "audit":
      return { kind: "audit", head: await repository.resolve(event.head) };
  }
}
function refuseSwapped({ base, head }) {
  throw new UserError(
    "COMMITS_SWAPPED",
    `\`${head}\` (head) is an ancestor of \`${base}\` (base), so it changes nothing.`,
    "Give the older commit as the base and the newer one as the head."
  );
}
async function sides(event, repository) {
  const baseTip = await repository.resolve(event.baseTip);
  const head = await repository.resolve(event.head);
  return { base: await repository.mergeBase(baseTip, head), head, baseTip };
}

export {
  commitsOf
};
