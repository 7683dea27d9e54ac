import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  providers
} from "./chunk-WSJ3JF5A.js";

// src/adapters/api-client/sealed-fetch.ts
function sealedFetch(account, tapOf = () => null) {
  return async (input, init = {}) => {
    const tap = tapOf();
    const response = await fetch(input, { ...init, headers: sealedHeaders(init.headers, account) });
    if (tap === null) return response;
    tap.begin(response);
    if (response.body === null) return response;
    const { status, statusText, headers } = response;
    return new Response(response.body.pipeThrough(tapped(tap)), { status, statusText, headers });
  };
}
var allowedHeader = /^(?:accept|content-type|user-agent|x-stainless-[a-z-]+)$/;
function sealedHeaders(given, account) {
  const { model, apiKey, variables, further = [] } = account;
  const { keyHeader, sdkHeaders } = providers[model.provider];
  const passed = [...sdkHeaders, ...further];
  const sealed = new Headers(
    [...new Headers(given)].filter(([name]) => allowedHeader.test(name) || passed.includes(name))
  );
  for (const [name, value] of Object.entries(model.headers ?? {})) {
    sealed.set(name, "text" in value ? value.text : variables?.get(value.env) ?? "");
  }
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
