import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);

// src/adapters/api-client/wire.ts
function frame(data, event) {
  return `${event === void 0 ? "" : `event: ${event}
`}data: ${JSON.stringify(data)}

`;
}

export {
  frame
};
