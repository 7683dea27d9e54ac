import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);

// src/core/providers.ts
var providers = {
  anthropic: {
    title: "Anthropic",
    baseUrl: "https://api.anthropic.com",
    keyVariable: "ANTHROPIC_API_KEY",
    keyInput: "anthropic-api-key",
    keyHeader: { name: "authorization", prefix: "Bearer " },
    sdkHeaders: ["anthropic-version"],
    priceId: "anthropic",
    // `cache_control` may ask for a longer lifetime, which costs more.
    priceParams: ["service_tier", "speed", "inference_geo", "cache_control"],
    // Docs of prompt caching, autumn 2026: 512 on Claude Opus 5 and Fable 5, 1,024 on Sonnet, more on Haiku.
    cachesFrom: [
      { models: /haiku/, tokens: 2048 },
      { models: /sonnet/, tokens: 1024 },
      { models: /(?:)/, tokens: 512 }
    ],
    outputCaps: ["max_tokens"],
    answerCounts: [],
    starterModel: "claude-sonnet-5",
    errors: {
      refused: [],
      // A reached spend limit is reported as 400 or 429.
      quota: { names: ["billing_error"], phrases: [/credit balance|spend(?:ing)? (?:limit|cap)/i] },
      tooLong: { names: ["request_too_large"], phrases: [/prompt is too long/i] },
      busy: ["overloaded_error", "api_error", "timeout_error"],
      config: ["invalid_request_error", "authentication_error", "permission_error", "not_found_error"],
      outputCap: []
    }
  },
  openai: {
    title: "OpenAI",
    baseUrl: "https://api.openai.com/v1",
    keyVariable: "OPENAI_API_KEY",
    keyInput: "openai-api-key",
    keyHeader: { name: "authorization", prefix: "Bearer " },
    sdkHeaders: [],
    priceId: "openai",
    priceParams: ["service_tier", "speed", "inference_geo", "prompt_cache_options"],
    cachesFrom: [{ models: /(?:)/, tokens: 1024 }],
    outputCaps: ["max_output_tokens"],
    answerCounts: [],
    starterModel: "gpt-6-sol",
    errors: {
      // Codes of `response.error` when a policy stopped the answer.
      refused: ["content_policy_violation", "bio_policy", "misalignment_policy_violation", "invalid_prompt"],
      quota: {
        names: ["insufficient_quota", "billing_hard_limit_reached", "billing_not_active"],
        phrases: []
      },
      tooLong: {
        names: ["context_length_exceeded", "string_above_max_length"],
        phrases: [
          /maximum context length|reduce the length of/i,
          /exceed\w*.{0,60}(?:context|maximum number of tokens|token limit|input length)/i
        ]
      },
      busy: ["server_error"],
      config: ["invalid_request_error", "invalid_api_key", "model_not_found", "data_residency_mismatch"],
      outputCap: [/in the completion/i]
    }
  },
  google: {
    title: "Google",
    baseUrl: "https://generativelanguage.googleapis.com",
    // Google's own SDK also reads GOOGLE_API_KEY, which is often the key of another service.
    keyVariable: "GEMINI_API_KEY",
    keyInput: null,
    keyHeader: { name: "x-goog-api-key", prefix: "" },
    sdkHeaders: [],
    priceId: "google",
    // `cachedContent` is also paid by the hour, and the results of tools are charged.
    priceParams: ["service_tier", "serviceTier", "cachedContent", "cached_content", "tools"],
    cachesFrom: [
      { models: /gemini-2\.5/, tokens: 2048 },
      { models: /(?:)/, tokens: 4096 }
    ],
    // A field may be written in both ways. What a model thinks is a part of its output.
    outputCaps: ["maxOutputTokens", "max_output_tokens", "thinkingBudget", "thinking_budget"],
    answerCounts: ["candidateCount", "candidate_count"],
    starterModel: "gemini-3.8-flash",
    errors: {
      refused: [],
      // RESOURCE_EXHAUSTED alone says nothing: a limit of one minute has the same name as an empty account.
      quota: {
        names: [
          "GenerateRequestsPerDayPerProjectPerModel",
          "GenerateRequestsPerDayPerProjectPerModel-FreeTier"
        ],
        phrases: [/prepa\w+ (?:credits?|funds|balance)/i]
      },
      tooLong: { names: [], phrases: [/input token count .{0,40}exceeds/i] },
      busy: ["UNAVAILABLE", "RESOURCE_EXHAUSTED", "INTERNAL", "DEADLINE_EXCEEDED", "ABORTED"],
      config: [
        "INVALID_ARGUMENT",
        "UNAUTHENTICATED",
        "PERMISSION_DENIED",
        "NOT_FOUND",
        "FAILED_PRECONDITION",
        "OUT_OF_RANGE",
        "UNIMPLEMENTED"
      ],
      outputCap: []
    }
  },
  "openai-compatible": {
    title: "OpenAI’s Chat Completions",
    baseUrl: null,
    keyVariable: null,
    keyInput: null,
    keyHeader: { name: "authorization", prefix: "Bearer " },
    sdkHeaders: [],
    priceId: null,
    priceParams: [],
    // Whoever is behind it: no hosted vendor but Anthropic caches less, and that one only on request.
    cachesFrom: [{ models: /(?:)/, tokens: 1024 }],
    outputCaps: ["max_tokens", "max_completion_tokens", "max_output_tokens", "max_new_tokens"],
    answerCounts: ["n", "best_of"],
    starterModel: null,
    errors: {
      // Azure answers 400 with this code.
      refused: ["content_filter"],
      // Gateways report an empty account as 400, 403 or 429.
      quota: {
        names: ["budget_exceeded"],
        phrases: [/insufficient (?:credits?|balance|funds)|out of credits|budget has been exceeded/i]
      },
      tooLong: {
        names: ["exceed_context_size_error"],
        phrases: [
          /(?:input|prompt|request) (?:is )?too (?:long|large)/i,
          /context (?:length|window|size|limit).{0,40}exceed/i,
          /too many (?:input |prompt )?tokens/i
        ]
      },
      busy: [],
      config: [],
      outputCap: []
    }
  }
};
var providerNames = Object.keys(providers).filter(isProviderName);
var hostedProviders = providerNames.filter((name) => providers[name].baseUrl !== null);
function isOwnAddress(baseUrl, { baseUrl: own }) {
  if (baseUrl === null || own === null) return baseUrl === null;
  return URL.canParse(baseUrl) && new URL(baseUrl).origin === new URL(own).origin;
}
function leastCachedTokens(provider, model) {
  const row = providers[provider].cachesFrom.find(({ models }) => models.test(model));
  return row?.tokens ?? Infinity;
}
function isProviderName(word) {
  return Object.hasOwn(providers, word);
}
function hasGoogleVersion(baseUrl) {
  return /\/v1(?:alpha|beta)?$/.test(baseUrl);
}

export {
  providers,
  providerNames,
  hostedProviders,
  isOwnAddress,
  leastCachedTokens,
  hasGoogleVersion
};
