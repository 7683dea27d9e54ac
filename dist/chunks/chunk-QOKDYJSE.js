import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  providers
} from "./chunk-DMOH4KPQ.js";

// src/adapters/api-client/sealed-fetch.ts
function sealedFetch({ model, apiKey }, tap = null) {
  const provider = providers[model.provider];
  return async (input, init = {}) => {
    const response = await fetch(input, { ...init, headers: sealedHeaders(init.headers, provider, apiKey) });
    if (tap === null) return response;
    tap.begin(response);
    if (response.body === null) return response;
    const { status, statusText, headers } = response;
    return new Response(response.body.pipeThrough(tapped(tap)), { status, statusText, headers });
  };
}
var allowedHeader = /^(?:accept|content-type|user-agent|x-stainless-[a-z-]+)$/;
function sealedHeaders(given, provider, apiKey) {
  const { keyHeader, sdkHeaders } = provider;
  const sealed = new Headers(
    [...new Headers(given)].filter(([name]) => allowedHeader.test(name) || sdkHeaders.includes(name))
  );
  if (apiKey !== null) sealed.set(keyHeader.name, `${keyHeader.prefix}${apiKey}`);
  return sealed;
}
function tapped(tap) {
  return new TransformStream({
    transform(chunk, controller) {
      tap.take(chunk);
      controller.enqueue(chunk);
    }
  });
}

export {
  sealedFetch
};
