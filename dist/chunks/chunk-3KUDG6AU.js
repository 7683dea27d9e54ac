import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  remembered
} from "./chunk-H7E5KABC.js";
import {
  isOwnAddress,
  providers
} from "./chunk-CJKLWDHO.js";

// src/core/generation/input-parts.ts
function inputParts(usage) {
  const { inputTokens, cachedInputTokens, cacheWriteTokens, hourCacheWriteTokens = 0 } = usage;
  const read = Math.min(cachedInputTokens, inputTokens);
  const written = cacheWriteTokens === void 0 ? null : Math.min(cacheWriteTokens, inputTokens - read);
  const forAnHour = Math.min(hourCacheWriteTokens, written ?? 0);
  return { fresh: inputTokens - read - (written ?? 0), read, written, forAnHour };
}

// src/core/budget/listed-prices.ts
var listedPrices = {
  anthropic: [
    '{"id":"claude-2","match":{"or":[{"starts_with":"claude-2"},{"contains":"claude-v2"}]},"prices":{"input_mtok":8,"output_mtok":24}}',
    '{"id":"claude-3-5-haiku-latest","match":{"or":[{"starts_with":"claude-3-5-haiku"},{"starts_with":"claude-3.5-haiku"}]},"prices":{"input_mtok":0.8,"cache_write_mtok":1,"cache_read_mtok":0.08,"output_mtok":4,"cache_write_1h_mtok":1.6,"web_searches_kcount":10}}',
    '{"id":"claude-3-5-sonnet","match":{"or":[{"starts_with":"claude-3-5-sonnet"},{"starts_with":"claude-3.5-sonnet"}]},"prices":{"input_mtok":3,"cache_write_mtok":3.75,"cache_read_mtok":0.3,"output_mtok":15,"cache_write_1h_mtok":6,"web_searches_kcount":10}}',
    '{"id":"claude-3-7-sonnet-latest","match":{"or":[{"starts_with":"claude-3-7-sonnet"},{"starts_with":"claude-3.7-sonnet"},{"starts_with":"claude-sonnet-3.7"},{"starts_with":"claude-sonnet-3-7"}]},"prices":{"input_mtok":3,"cache_write_mtok":3.75,"cache_read_mtok":0.3,"output_mtok":15,"cache_write_1h_mtok":6,"web_searches_kcount":10}}',
    '{"id":"claude-3-haiku","match":{"starts_with":"claude-3-haiku"},"prices":{"input_mtok":0.25,"cache_write_mtok":0.3,"cache_read_mtok":0.03,"output_mtok":1.25,"cache_write_1h_mtok":0.5}}',
    '{"id":"claude-3-opus-latest","match":{"starts_with":"claude-3-opus"},"prices":{"input_mtok":15,"cache_write_mtok":18.75,"cache_read_mtok":1.5,"output_mtok":75,"cache_write_1h_mtok":30}}',
    '{"id":"claude-3-sonnet","match":{"starts_with":"claude-3-sonnet"},"prices":{"input_mtok":3,"cache_write_mtok":3.75,"cache_read_mtok":0.3,"output_mtok":15,"cache_write_1h_mtok":6}}',
    '{"id":"claude-fable-5","match":{"or":[{"equals":"claude-fable-5"},{"regex":"^claude-fable-5-\\\\d{8}$"}]},"prices":{"input_mtok":10,"cache_write_mtok":12.5,"cache_read_mtok":1,"output_mtok":50,"cache_write_1h_mtok":20,"web_searches_kcount":10}}',
    '{"id":"claude-fable-5-1","match":{"or":[{"equals":"claude-fable-5-1"},{"regex":"^claude-fable-5-1-\\\\d{8}$"}]},"prices":{"input_mtok":10,"cache_write_mtok":12.5,"cache_read_mtok":0.25,"output_mtok":50,"cache_write_1h_mtok":20,"web_searches_kcount":10}}',
    '{"id":"claude-haiku-4-5","match":{"or":[{"starts_with":"claude-haiku-4-5"},{"starts_with":"claude-haiku-4.5"},{"starts_with":"claude-4-5-haiku"},{"starts_with":"claude-4.5-haiku"}]},"prices":{"input_mtok":1,"cache_write_mtok":1.25,"cache_read_mtok":0.1,"output_mtok":5,"cache_write_1h_mtok":2,"web_searches_kcount":10}}',
    '{"id":"claude-opus-4-0","match":{"or":[{"starts_with":"claude-opus-4-0"},{"starts_with":"claude-4-opus"},{"equals":"claude-opus-4"},{"equals":"claude-opus-4-20250514"}]},"prices":{"input_mtok":15,"cache_write_mtok":18.75,"cache_read_mtok":1.5,"output_mtok":75,"cache_write_1h_mtok":30,"web_searches_kcount":10}}',
    '{"id":"claude-opus-4-1","match":{"or":[{"starts_with":"claude-opus-4-1"},{"starts_with":"claude-opus-4.1"}]},"prices":{"input_mtok":15,"cache_write_mtok":18.75,"cache_read_mtok":1.5,"output_mtok":75,"cache_write_1h_mtok":30,"web_searches_kcount":10}}',
    '{"id":"claude-opus-4-5","match":{"or":[{"starts_with":"claude-opus-4-5"},{"starts_with":"claude-opus-4.5"},{"starts_with":"claude-4-5-opus"},{"starts_with":"claude-4.5-opus"}]},"prices":{"input_mtok":5,"cache_write_mtok":6.25,"cache_read_mtok":0.5,"output_mtok":25,"cache_write_1h_mtok":10,"web_searches_kcount":10}}',
    '{"id":"claude-opus-4-6","match":{"or":[{"starts_with":"claude-opus-4-6"},{"starts_with":"claude-opus-4.6"},{"starts_with":"claude-4-6-opus"},{"starts_with":"claude-4.6-opus"}]},"prices":[{"prices":{"input_mtok":{"base":5,"tiers":[{"start":200000,"price":10}]},"cache_write_mtok":{"base":6.25,"tiers":[{"start":200000,"price":12.5}]},"cache_read_mtok":{"base":0.5,"tiers":[{"start":200000,"price":1}]},"output_mtok":{"base":25,"tiers":[{"start":200000,"price":37.5}]},"cache_write_1h_mtok":{"base":10,"tiers":[{"start":200000,"price":20}]},"web_searches_kcount":10}},{"constraint":{"start_date":"2026-03-13","type":"start_date"},"prices":{"input_mtok":5,"cache_write_mtok":6.25,"cache_read_mtok":0.5,"output_mtok":25,"cache_write_1h_mtok":10,"web_searches_kcount":10}}]}',
    '{"id":"claude-opus-4-7","match":{"or":[{"starts_with":"claude-opus-4-7"},{"starts_with":"claude-opus-4.7"},{"starts_with":"claude-4-7-opus"},{"starts_with":"claude-4.7-opus"}]},"prices":{"input_mtok":5,"cache_write_mtok":6.25,"cache_read_mtok":0.5,"output_mtok":25,"cache_write_1h_mtok":10,"web_searches_kcount":10}}',
    '{"id":"claude-opus-4-8","match":{"or":[{"starts_with":"claude-opus-4-8"},{"starts_with":"claude-opus-4.8"},{"starts_with":"claude-4-8-opus"},{"starts_with":"claude-4.8-opus"}]},"prices":{"input_mtok":5,"cache_write_mtok":6.25,"cache_read_mtok":0.5,"output_mtok":25,"cache_write_1h_mtok":10,"web_searches_kcount":10}}',
    '{"id":"claude-opus-5","match":{"or":[{"equals":"claude-opus-5"},{"regex":"^claude-opus-5-\\\\d{8}$"},{"starts_with":"claude-opus-5.0"},{"starts_with":"claude-5-opus"},{"starts_with":"claude-5.0-opus"}]},"prices":{"input_mtok":5,"cache_write_mtok":6.25,"cache_read_mtok":0.5,"output_mtok":25,"cache_write_1h_mtok":10,"web_searches_kcount":10}}',
    '{"id":"claude-opus-5-5","match":{"or":[{"equals":"claude-opus-5-5"},{"regex":"^claude-opus-5-5-\\\\d{8}$"},{"starts_with":"claude-opus-5.5"},{"starts_with":"claude-5-5-opus"},{"starts_with":"claude-5.5-opus"}]},"prices":{"input_mtok":4,"cache_write_mtok":5,"cache_read_mtok":0.2,"output_mtok":20,"cache_write_1h_mtok":8,"web_searches_kcount":10}}',
    '{"id":"claude-sonnet-4-0","match":{"or":[{"starts_with":"claude-sonnet-4-2025"},{"starts_with":"claude-sonnet-4-0"},{"starts_with":"claude-sonnet-4@"},{"equals":"claude-sonnet-4"},{"starts_with":"claude-4-sonnet"}]},"prices":{"input_mtok":3,"cache_write_mtok":3.75,"cache_read_mtok":0.3,"output_mtok":15,"cache_write_1h_mtok":6,"web_searches_kcount":10}}',
    '{"id":"claude-sonnet-4-5","match":{"or":[{"starts_with":"claude-sonnet-4-5"},{"starts_with":"claude-sonnet-4.5"}]},"prices":{"input_mtok":{"base":3,"tiers":[{"start":200000,"price":6}]},"cache_write_mtok":{"base":3.75,"tiers":[{"start":200000,"price":7.5}]},"cache_read_mtok":{"base":0.3,"tiers":[{"start":200000,"price":0.6}]},"output_mtok":{"base":15,"tiers":[{"start":200000,"price":22.5}]},"cache_write_1h_mtok":{"base":6,"tiers":[{"start":200000,"price":12}]},"web_searches_kcount":10}}',
    '{"id":"claude-sonnet-4-6","match":{"or":[{"starts_with":"claude-sonnet-4-6"},{"starts_with":"claude-sonnet-4.6"}]},"prices":[{"prices":{"input_mtok":{"base":3,"tiers":[{"start":200000,"price":6}]},"cache_write_mtok":{"base":3.75,"tiers":[{"start":200000,"price":7.5}]},"cache_read_mtok":{"base":0.3,"tiers":[{"start":200000,"price":0.6}]},"output_mtok":{"base":15,"tiers":[{"start":200000,"price":22.5}]},"cache_write_1h_mtok":{"base":6,"tiers":[{"start":200000,"price":12}]},"web_searches_kcount":10}},{"constraint":{"start_date":"2026-03-13","type":"start_date"},"prices":{"input_mtok":3,"cache_write_mtok":3.75,"cache_read_mtok":0.3,"output_mtok":15,"cache_write_1h_mtok":6,"web_searches_kcount":10}}]}',
    '{"id":"claude-sonnet-5","match":{"or":[{"starts_with":"claude-sonnet-5"},{"starts_with":"claude-sonnet-5.0"},{"starts_with":"claude-5-sonnet"},{"starts_with":"claude-5.0-sonnet"}]},"prices":{"input_mtok":2,"cache_write_mtok":2.5,"cache_read_mtok":0.2,"output_mtok":10,"cache_write_1h_mtok":4,"web_searches_kcount":10}}',
    '{"id":"claude-v1","match":{"equals":"claude-v1"},"prices":{"input_mtok":8,"output_mtok":24}}'
  ],
  openai: [
    '{"id":"ada","match":{"or":[{"equals":"ada"},{"equals":"text-ada-001"}]},"prices":{"input_mtok":0.4,"output_mtok":0.4}}',
    '{"id":"babbage","match":{"equals":"babbage"},"prices":{"input_mtok":0.5,"output_mtok":0.5}}',
    '{"id":"chatgpt-4o-latest","match":{"equals":"chatgpt-4o-latest"},"prices":{"input_mtok":5,"output_mtok":15}}',
    '{"id":"codex-mini","match":{"or":[{"equals":"codex-mini"},{"equals":"codex-mini-latest"}]},"prices":{"input_mtok":1.5,"cache_read_mtok":0.375,"output_mtok":6}}',
    '{"id":"computer-use","match":{"starts_with":"computer-use"},"prices":{"input_mtok":3,"output_mtok":12}}',
    '{"id":"curie","match":{"or":[{"equals":"curie"},{"equals":"text-curie-001"}]},"prices":{"input_mtok":2,"output_mtok":2}}',
    '{"id":"davinci","match":{"or":[{"equals":"davinci"},{"equals":"text-davinci-001"}]},"prices":{"input_mtok":20,"output_mtok":20}}',
    '{"id":"ft:gpt-3.5-turbo-","match":{"starts_with":"ft:gpt-3.5-turbo"},"prices":{"input_mtok":3,"output_mtok":6}}',
    '{"id":"ft:gpt-4o","match":{"starts_with":"ft:gpt-4o-2024-"},"prices":{"input_mtok":3.75,"output_mtok":15}}',
    '{"id":"ft:gpt-4o-mini","match":{"starts_with":"ft:gpt-4o-mini-2024-"},"prices":{"input_mtok":0.3,"output_mtok":1.2}}',
    '{"id":"gpt-3.5-0301","match":{"or":[{"equals":"gpt-3.5-turbo-0301"},{"equals":"gpt-3.5-0301"}]},"prices":{"input_mtok":1.5,"output_mtok":2}}',
    '{"id":"gpt-3.5-turbo","match":{"or":[{"equals":"gpt-3.5-turbo"},{"equals":"gpt-35-turbo"},{"equals":"gpt-3.5-turbo-0125"}]},"prices":{"input_mtok":0.5,"output_mtok":1.5}}',
    '{"id":"gpt-3.5-turbo-0613","match":{"equals":"gpt-3.5-turbo-0613"},"prices":{"input_mtok":1.5,"output_mtok":2}}',
    '{"id":"gpt-3.5-turbo-1106","match":{"equals":"gpt-3.5-turbo-1106"},"prices":{"input_mtok":1,"output_mtok":2}}',
    '{"id":"gpt-3.5-turbo-16k","match":{"or":[{"equals":"gpt-3.5-turbo-16k"},{"equals":"gpt-3.5-turbo-16k-0613"},{"equals":"gpt-35-turbo-16k-0613"},{"equals":"gpt-35-turbo-16k"}]},"prices":{"input_mtok":3,"output_mtok":4}}',
    '{"id":"gpt-3.5-turbo-instruct","match":{"or":[{"starts_with":"gpt-3.5-turbo-instruct"},{"equals":"gpt-3.5-turbo-instruct-0914"}]},"prices":{"input_mtok":1.5,"output_mtok":2}}',
    '{"id":"gpt-4","match":{"or":[{"equals":"gpt-4"},{"equals":"gpt-4-0314"},{"equals":"gpt-4-0613"},{"starts_with":"ft:gpt-4-0"}]},"prices":{"input_mtok":30,"output_mtok":60}}',
    '{"id":"gpt-4-32k","match":{"or":[{"equals":"gpt-4-32k"},{"equals":"gpt-4-32k-0314"},{"equals":"gpt-4-32k-0613"}]},"prices":{"input_mtok":60,"output_mtok":120}}',
    '{"id":"gpt-4-turbo","match":{"or":[{"equals":"gpt-4-turbo"},{"equals":"gpt-4-turbo-2024-04-09"},{"equals":"gpt-4-turbo-0125-preview"},{"equals":"gpt-4-0125-preview"},{"equals":"gpt-4-1106-preview"},{"equals":"gpt-4-turbo-preview"}]},"prices":{"input_mtok":10,"output_mtok":30}}',
    '{"id":"gpt-4-vision-preview","match":{"or":[{"equals":"gpt-4-vision-preview"},{"equals":"gpt-4-1106-vision-preview"}]},"prices":{"input_mtok":10,"output_mtok":30}}',
    '{"id":"gpt-4.1","match":{"or":[{"equals":"gpt-4.1"},{"equals":"gpt-4.1-2025-04-14"}]},"prices":{"input_mtok":2,"cache_read_mtok":0.5,"output_mtok":8,"web_searches_kcount":10,"storage_searches_kcount":2.5}}',
    '{"id":"gpt-4.1-mini","match":{"or":[{"equals":"gpt-4.1-mini"},{"equals":"gpt-4.1-mini-2025-04-14"}]},"prices":{"input_mtok":0.4,"cache_read_mtok":0.1,"output_mtok":1.6,"web_searches_kcount":10,"storage_searches_kcount":2.5}}',
    '{"id":"gpt-4.1-nano","match":{"or":[{"equals":"gpt-4.1-nano"},{"equals":"gpt-4.1-nano-2025-04-14"}]},"prices":{"input_mtok":0.1,"cache_read_mtok":0.025,"output_mtok":0.4}}',
    '{"id":"gpt-4.5-preview","match":{"starts_with":"gpt-4.5-preview"},"prices":{"input_mtok":75,"cache_read_mtok":37.5,"output_mtok":150}}',
    '{"id":"gpt-4o","match":{"or":[{"equals":"gpt-4o"},{"equals":"gpt-4o-2024-08-06"},{"equals":"gpt-4o-2024-11-20"}]},"prices":{"input_mtok":2.5,"cache_read_mtok":1.25,"output_mtok":10,"web_searches_kcount":10,"storage_searches_kcount":2.5}}',
    '{"id":"gpt-4o-2024-05-13","match":{"equals":"gpt-4o-2024-05-13"},"prices":{"input_mtok":5,"output_mtok":15,"web_searches_kcount":10,"storage_searches_kcount":2.5}}',
    '{"id":"gpt-4o-audio-preview","match":{"starts_with":"gpt-4o-audio-preview"},"prices":{"input_mtok":2.5,"output_mtok":10}}',
    '{"id":"gpt-4o-mini","match":{"or":[{"equals":"gpt-4o-mini"},{"equals":"gpt-4o-mini-2024-07-18"},{"equals":"gpt-4o-mini-search-preview"},{"equals":"gpt-4o-mini-search-preview-2025-03-11"}]},"prices":{"input_mtok":0.15,"cache_read_mtok":0.075,"output_mtok":0.6,"web_searches_kcount":10,"storage_searches_kcount":2.5}}',
    '{"id":"gpt-4o-mini-2024-07-18.ft-","match":{"starts_with":"gpt-4o-mini-2024-07-18.ft-"},"prices":{"input_mtok":0.3,"output_mtok":1.2}}',
    '{"id":"gpt-4o-mini-audio-preview","match":{"starts_with":"gpt-4o-mini-audio"},"prices":{"input_mtok":0.15,"output_mtok":0.6}}',
    '{"id":"gpt-4o-mini-realtime-preview","match":{"starts_with":"gpt-4o-mini-realtime"},"prices":{"input_mtok":0.6,"cache_read_mtok":0.3,"output_mtok":2.4,"input_audio_mtok":10,"cache_audio_read_mtok":0.3,"output_audio_mtok":20}}',
    '{"id":"gpt-4o-mini-transcribe","match":{"equals":"gpt-4o-mini-transcribe"},"prices":{"input_mtok":1.25,"output_mtok":5,"input_audio_mtok":3}}',
    '{"id":"gpt-4o-mini-tts","match":{"equals":"gpt-4o-mini-tts"},"prices":{"input_mtok":0.6,"output_mtok":12}}',
    '{"id":"gpt-4o-realtime-preview","match":{"starts_with":"gpt-4o-realtime"},"prices":{"input_mtok":5,"cache_read_mtok":2.5,"output_mtok":20,"input_audio_mtok":40,"cache_audio_read_mtok":2.5,"output_audio_mtok":80}}',
    '{"id":"gpt-4o-search-preview","match":{"or":[{"equals":"gpt-4o-search-preview"},{"equals":"gpt-4o-search-preview-2025-03-11"}]},"prices":{"input_mtok":2.5,"output_mtok":10}}',
    '{"id":"gpt-4o-transcribe","match":{"or":[{"equals":"gpt-4o-transcribe"},{"equals":"gpt-4o-transcribe-diarize"}]},"prices":{"input_mtok":2.5,"output_mtok":10,"input_audio_mtok":6}}',
    '{"id":"gpt-4o:extended","match":{"equals":"gpt-4o:extended"},"prices":{"input_mtok":6,"output_mtok":18}}',
    '{"id":"gpt-5","match":{"or":[{"equals":"gpt-5"},{"equals":"gpt-5-2025-08-07"},{"equals":"gpt-5-chat"},{"equals":"gpt-5-chat-latest"},{"equals":"gpt-5-codex"}]},"prices":{"input_mtok":1.25,"cache_read_mtok":0.125,"output_mtok":10,"web_searches_kcount":10,"storage_searches_kcount":2.5}}',
    '{"id":"gpt-5-image","match":{"equals":"gpt-5-image"},"prices":{"input_mtok":10,"cache_read_mtok":1.25,"output_mtok":10}}',
    '{"id":"gpt-5-image-mini","match":{"equals":"gpt-5-image-mini"},"prices":{"input_mtok":2.5,"cache_read_mtok":0.25,"output_mtok":2}}',
    '{"id":"gpt-5-mini","match":{"or":[{"equals":"gpt-5-mini"},{"equals":"gpt-5-mini-2025-08-07"}]},"prices":{"input_mtok":0.25,"cache_read_mtok":0.025,"output_mtok":2,"web_searches_kcount":10,"storage_searches_kcount":2.5}}',
    '{"id":"gpt-5-nano","match":{"or":[{"equals":"gpt-5-nano"},{"starts_with":"gpt-5-nano-"}]},"prices":{"input_mtok":0.05,"cache_read_mtok":0.005,"output_mtok":0.4,"web_searches_kcount":10,"storage_searches_kcount":2.5}}',
    '{"id":"gpt-5-pro","match":{"or":[{"equals":"gpt-5-pro"},{"equals":"gpt-5-pro-2025-10-06"}]},"prices":{"input_mtok":15,"output_mtok":120,"web_searches_kcount":10,"storage_searches_kcount":2.5}}',
    '{"id":"gpt-5.1","match":{"or":[{"equals":"gpt-5.1"},{"equals":"gpt-5.1-2025-11-13"},{"equals":"gpt-5.1-codex"},{"equals":"gpt-5.1-codex-max"},{"equals":"gpt-5.1-chat"},{"equals":"gpt-5.1-chat-latest"},{"equals":"gpt-5-1"},{"equals":"gpt-5-1-2025-11-13"},{"equals":"gpt-5-1-codex"},{"equals":"gpt-5-1-codex-max"},{"equals":"gpt-5-1-chat"},{"equals":"gpt-5-1-chat-latest"}]},"prices":{"input_mtok":1.25,"cache_read_mtok":0.125,"output_mtok":10,"web_searches_kcount":10,"storage_searches_kcount":2.5}}',
    '{"id":"gpt-5.1-codex-mini","match":{"or":[{"equals":"gpt-5.1-codex-mini"},{"equals":"gpt-5.1-mini"},{"equals":"gpt-5-1-codex-mini"},{"equals":"gpt-5-1-mini"}]},"prices":{"input_mtok":0.25,"cache_read_mtok":0.025,"output_mtok":2}}',
    '{"id":"gpt-5.2","match":{"or":[{"equals":"gpt-5.2"},{"equals":"gpt-5.2-2025-12-11"},{"equals":"gpt-5-2"},{"equals":"gpt-5-2-2025-12-11"},{"equals":"gpt-5.2-chat"},{"equals":"gpt-5.2-chat-latest"},{"equals":"gpt-5-2-chat"},{"equals":"gpt-5-2-chat-latest"},{"equals":"gpt-5.2-codex"},{"equals":"gpt-5-2-codex"}]},"prices":{"input_mtok":1.75,"cache_read_mtok":0.175,"output_mtok":14,"web_searches_kcount":10,"storage_searches_kcount":2.5}}',
    '{"id":"gpt-5.2-pro","match":{"or":[{"equals":"gpt-5.2-pro"},{"equals":"gpt-5.2-pro-2025-12-11"},{"equals":"gpt-5-2-pro-2025-12-11"}]},"prices":{"input_mtok":21,"output_mtok":168,"web_searches_kcount":10,"storage_searches_kcount":2.5}}',
    '{"id":"gpt-5.3","match":{"or":[{"equals":"gpt-5.3"},{"equals":"gpt-5-3"},{"equals":"gpt-5.3-chat"},{"equals":"gpt-5.3-chat-latest"},{"equals":"gpt-5-3-chat"},{"equals":"gpt-5-3-chat-latest"}]},"prices":{"input_mtok":1.75,"cache_read_mtok":0.175,"output_mtok":14}}',
    '{"id":"gpt-5.3-codex","match":{"or":[{"equals":"gpt-5.3-codex"},{"equals":"gpt-5-3-codex"}]},"prices":{"input_mtok":1.75,"cache_read_mtok":0.175,"output_mtok":14}}',
    '{"id":"gpt-5.4","match":{"or":[{"equals":"gpt-5.4"},{"equals":"gpt-5.4-2026-03-05"},{"equals":"gpt-5-4"},{"equals":"gpt-5-4-2026-03-05"}]},"prices":{"input_mtok":{"base":2.5,"tiers":[{"start":271999,"price":5}]},"cache_read_mtok":{"base":0.25,"tiers":[{"start":271999,"price":0.5}]},"output_mtok":{"base":15,"tiers":[{"start":271999,"price":22.5}]},"web_searches_kcount":10,"storage_searches_kcount":2.5}}',
    '{"id":"gpt-5.4-image-2","match":{"equals":"gpt-5.4-image-2"},"prices":{"input_mtok":8,"cache_read_mtok":2,"output_mtok":15}}',
    '{"id":"gpt-5.4-mini","match":{"or":[{"equals":"gpt-5.4-mini"},{"equals":"gpt-5.4-mini-2026-03-17"},{"equals":"gpt-5-4-mini"},{"equals":"gpt-5-4-mini-2026-03-17"}]},"prices":{"input_mtok":0.75,"cache_read_mtok":0.075,"output_mtok":4.5,"web_searches_kcount":10,"storage_searches_kcount":2.5}}',
    '{"id":"gpt-5.4-nano","match":{"or":[{"equals":"gpt-5.4-nano"},{"equals":"gpt-5.4-nano-2026-03-17"},{"equals":"gpt-5-4-nano"},{"equals":"gpt-5-4-nano-2026-03-17"}]},"prices":{"input_mtok":0.2,"cache_read_mtok":0.02,"output_mtok":1.25,"web_searches_kcount":10,"storage_searches_kcount":2.5}}',
    '{"id":"gpt-5.4-pro","match":{"or":[{"equals":"gpt-5.4-pro"},{"equals":"gpt-5.4-pro-2026-03-05"},{"equals":"gpt-5-4-pro"},{"equals":"gpt-5-4-pro-2026-03-05"}]},"prices":{"input_mtok":{"base":30,"tiers":[{"start":271999,"price":60}]},"output_mtok":{"base":180,"tiers":[{"start":271999,"price":270}]},"web_searches_kcount":10,"storage_searches_kcount":2.5}}',
    '{"id":"gpt-5.5","match":{"or":[{"equals":"gpt-5.5"},{"equals":"gpt-5.5-2026-04-23"},{"equals":"gpt-5.5-2026-04-24"},{"equals":"gpt-5-5"},{"equals":"gpt-5-5-2026-04-23"},{"equals":"gpt-5-5-2026-04-24"},{"equals":"gpt-5.5-chat"},{"equals":"gpt-5.5-chat-latest"},{"equals":"gpt-5-5-chat"},{"equals":"gpt-5-5-chat-latest"},{"equals":"gpt-5.5-codex"},{"equals":"gpt-5-5-codex"}]},"prices":{"input_mtok":{"base":5,"tiers":[{"start":271999,"price":10}]},"cache_read_mtok":{"base":0.5,"tiers":[{"start":271999,"price":1}]},"output_mtok":{"base":30,"tiers":[{"start":271999,"price":45}]},"web_searches_kcount":10,"storage_searches_kcount":2.5}}',
    '{"id":"gpt-5.5-pro","match":{"or":[{"equals":"gpt-5.5-pro"},{"equals":"gpt-5.5-pro-2026-04-23"},{"equals":"gpt-5-5-pro"},{"equals":"gpt-5-5-pro-2026-04-23"}]},"prices":{"input_mtok":{"base":30,"tiers":[{"start":271999,"price":60}]},"output_mtok":{"base":180,"tiers":[{"start":271999,"price":270}]},"web_searches_kcount":10,"storage_searches_kcount":2.5}}',
    '{"id":"gpt-5.6-luna","match":{"or":[{"equals":"gpt-5.6-luna"},{"equals":"gpt-5-6-luna"},{"regex":"^gpt-5\\\\.6-luna-\\\\d{4}-\\\\d{2}-\\\\d{2}$"},{"regex":"^gpt-5-6-luna-\\\\d{4}-\\\\d{2}-\\\\d{2}$"}]},"prices":[{"prices":{"input_mtok":{"base":1,"tiers":[{"start":271999,"price":2}]},"cache_write_mtok":{"base":1.25,"tiers":[{"start":271999,"price":2.5}]},"cache_read_mtok":{"base":0.1,"tiers":[{"start":271999,"price":0.2}]},"output_mtok":{"base":6,"tiers":[{"start":271999,"price":9}]},"web_searches_kcount":10,"storage_searches_kcount":2.5}},{"constraint":{"start_date":"2026-07-30","type":"start_date"},"prices":{"input_mtok":{"base":0.2,"tiers":[{"start":271999,"price":0.4}]},"cache_write_mtok":{"base":0.25,"tiers":[{"start":271999,"price":0.5}]},"cache_read_mtok":{"base":0.02,"tiers":[{"start":271999,"price":0.04}]},"output_mtok":{"base":1.2,"tiers":[{"start":271999,"price":1.8}]},"web_searches_kcount":10,"storage_searches_kcount":2.5}}]}',
    '{"id":"gpt-5.6-sol","match":{"or":[{"equals":"gpt-5.6-sol"},{"equals":"gpt-5-6-sol"},{"equals":"gpt-5.6"},{"equals":"gpt-5-6"},{"regex":"^gpt-5\\\\.6-sol-\\\\d{4}-\\\\d{2}-\\\\d{2}$"},{"regex":"^gpt-5-6-sol-\\\\d{4}-\\\\d{2}-\\\\d{2}$"}]},"prices":[{"prices":{"input_mtok":{"base":5,"tiers":[{"start":271999,"price":10}]},"cache_write_mtok":{"base":6.25,"tiers":[{"start":271999,"price":12.5}]},"cache_read_mtok":{"base":0.5,"tiers":[{"start":271999,"price":1}]},"output_mtok":{"base":30,"tiers":[{"start":271999,"price":45}]},"web_searches_kcount":10,"storage_searches_kcount":2.5}},{"constraint":{"start_date":"2026-08-21","type":"start_date"},"prices":{"input_mtok":{"base":4,"tiers":[{"start":271999,"price":8}]},"cache_write_mtok":{"base":5,"tiers":[{"start":271999,"price":10}]},"cache_read_mtok":{"base":0.4,"tiers":[{"start":271999,"price":0.8}]},"output_mtok":{"base":20,"tiers":[{"start":271999,"price":30}]},"web_searches_kcount":10,"storage_searches_kcount":2.5}}]}',
    '{"id":"gpt-5.6-terra","match":{"or":[{"equals":"gpt-5.6-terra"},{"equals":"gpt-5-6-terra"},{"regex":"^gpt-5\\\\.6-terra-\\\\d{4}-\\\\d{2}-\\\\d{2}$"},{"regex":"^gpt-5-6-terra-\\\\d{4}-\\\\d{2}-\\\\d{2}$"}]},"prices":[{"prices":{"input_mtok":{"base":2.5,"tiers":[{"start":271999,"price":5}]},"cache_write_mtok":{"base":3.125,"tiers":[{"start":271999,"price":6.25}]},"cache_read_mtok":{"base":0.25,"tiers":[{"start":271999,"price":0.5}]},"output_mtok":{"base":15,"tiers":[{"start":271999,"price":22.5}]},"web_searches_kcount":10,"storage_searches_kcount":2.5}},{"constraint":{"start_date":"2026-07-30","type":"start_date"},"prices":{"input_mtok":{"base":2,"tiers":[{"start":271999,"price":4}]},"cache_write_mtok":{"base":2.5,"tiers":[{"start":271999,"price":5}]},"cache_read_mtok":{"base":0.2,"tiers":[{"start":271999,"price":0.4}]},"output_mtok":{"base":12,"tiers":[{"start":271999,"price":18}]},"web_searches_kcount":10,"storage_searches_kcount":2.5}}]}',
    '{"id":"gpt-6-astra","match":{"or":[{"equals":"gpt-6-astra"},{"regex":"^gpt-6-astra-\\\\d{4}-\\\\d{2}-\\\\d{2}$"}]},"prices":{"input_mtok":{"base":10,"tiers":[{"start":271999,"price":20}]},"cache_write_mtok":{"base":12.5,"tiers":[{"start":271999,"price":25}]},"cache_read_mtok":{"base":1,"tiers":[{"start":271999,"price":2}]},"output_mtok":{"base":50,"tiers":[{"start":271999,"price":75}]},"web_searches_kcount":10,"storage_searches_kcount":2.5}}',
    '{"id":"gpt-6-luna","match":{"or":[{"equals":"gpt-6-luna"},{"regex":"^gpt-6-luna-\\\\d{4}-\\\\d{2}-\\\\d{2}$"}]},"prices":{"input_mtok":{"base":0.1,"tiers":[{"start":272000,"price":0.2}]},"cache_write_mtok":{"base":0.125,"tiers":[{"start":272000,"price":0.25}]},"cache_read_mtok":{"base":0.01,"tiers":[{"start":272000,"price":0.02}]},"output_mtok":{"base":0.5,"tiers":[{"start":272000,"price":0.75}]},"web_searches_kcount":10,"storage_searches_kcount":2.5}}',
    '{"id":"gpt-6-sol","match":{"or":[{"equals":"gpt-6-sol"},{"regex":"^gpt-6-sol-\\\\d{4}-\\\\d{2}-\\\\d{2}$"}]},"prices":{"input_mtok":{"base":2,"tiers":[{"start":272000,"price":4}]},"cache_write_mtok":{"base":2.5,"tiers":[{"start":272000,"price":5}]},"cache_read_mtok":{"base":0.2,"tiers":[{"start":272000,"price":0.4}]},"output_mtok":{"base":10,"tiers":[{"start":272000,"price":15}]},"web_searches_kcount":10,"storage_searches_kcount":2.5}}',
    '{"id":"gpt-audio","match":{"or":[{"equals":"gpt-audio"},{"equals":"gpt-audio-2025-08-28"},{"equals":"gpt-audio-1.5"}]},"prices":{"input_mtok":2.5,"output_mtok":10,"input_audio_mtok":32,"output_audio_mtok":64}}',
    '{"id":"gpt-audio-mini","match":{"or":[{"equals":"gpt-audio-mini"},{"equals":"gpt-audio-mini-2025-10-06"},{"equals":"gpt-audio-mini-2025-12-15"}]},"prices":{"input_mtok":0.6,"output_mtok":2.4,"input_audio_mtok":10,"output_audio_mtok":20}}',
    '{"id":"gpt-chat-latest","match":{"equals":"gpt-chat-latest"},"prices":{"input_mtok":5,"cache_read_mtok":0.5,"output_mtok":30}}',
    '{"id":"gpt-image-1","match":{"equals":"gpt-image-1"},"prices":{"input_mtok":5,"cache_read_mtok":1.25,"output_mtok":40,"input_image_mtok":10,"cache_image_read_mtok":2.5}}',
    '{"id":"gpt-image-1-mini","match":{"or":[{"equals":"gpt-image-1-mini"}]},"prices":{"input_mtok":2,"cache_read_mtok":0.2,"output_mtok":8,"input_image_mtok":2.5,"cache_image_read_mtok":0.25}}',
    '{"id":"gpt-image-1.5","match":{"or":[{"equals":"gpt-image-1.5"},{"equals":"gpt-image-1.5-2025-12-16"}]},"prices":{"input_mtok":5,"cache_read_mtok":1.25,"output_mtok":10,"input_image_mtok":8,"cache_image_read_mtok":2,"output_image_mtok":32}}',
    '{"id":"gpt-image-2","match":{"or":[{"equals":"gpt-image-2"},{"equals":"gpt-image-2-2026-04-21"}]},"prices":{"input_mtok":5,"cache_read_mtok":1.25,"output_mtok":30,"input_image_mtok":8,"cache_image_read_mtok":2}}',
    '{"id":"gpt-oss-120b","match":{"equals":"gpt-oss-120b"},"prices":{"input_mtok":0.039,"output_mtok":0.18}}',
    '{"id":"gpt-oss-20b","match":{"equals":"gpt-oss-20b"},"prices":{"input_mtok":0.029,"output_mtok":0.14}}',
    '{"id":"gpt-oss-safeguard-20b","match":{"equals":"gpt-oss-safeguard-20b"},"prices":{"input_mtok":0.075,"cache_read_mtok":0.037,"output_mtok":0.3}}',
    '{"id":"gpt-realtime","match":{"or":[{"equals":"gpt-realtime"},{"equals":"gpt-realtime-2025-08-28"},{"equals":"gpt-realtime-1.5"}]},"prices":{"input_mtok":4,"cache_read_mtok":0.4,"output_mtok":16,"input_audio_mtok":32,"cache_audio_read_mtok":0.4,"output_audio_mtok":64,"input_image_mtok":5,"cache_image_read_mtok":0.5}}',
    '{"id":"gpt-realtime-2","match":{"or":[{"equals":"gpt-realtime-2"},{"equals":"gpt-realtime-2.1"}]},"prices":{"input_mtok":4,"cache_read_mtok":0.4,"output_mtok":24,"input_audio_mtok":32,"cache_audio_read_mtok":0.4,"output_audio_mtok":64,"input_image_mtok":5,"cache_image_read_mtok":0.5}}',
    '{"id":"gpt-realtime-mini","match":{"or":[{"equals":"gpt-realtime-mini"},{"equals":"gpt-realtime-2.1-mini"},{"equals":"gpt-realtime-mini-2025-12-15"},{"equals":"gpt-realtime-mini-2025-10-06"}]},"prices":{"input_mtok":0.6,"cache_read_mtok":0.06,"output_mtok":2.4,"input_audio_mtok":10,"cache_audio_read_mtok":0.3,"output_audio_mtok":20,"input_image_mtok":0.8,"cache_image_read_mtok":0.08}}',
    '{"id":"gpt-transcribe","match":{"equals":"gpt-transcribe"},"prices":{"audio_hours":0.27,"input_audio_hours":0.27}}',
    '{"id":"moderation","match":{"contains":"moderation"},"prices":{}}',
    '{"id":"o1","match":{"or":[{"equals":"o1"},{"equals":"o1-2024-12-17"}]},"prices":{"input_mtok":15,"cache_read_mtok":7.5,"output_mtok":60}}',
    '{"id":"o1-mini","match":{"or":[{"equals":"o1-mini"},{"equals":"o1-mini-2024-09-12"}]},"prices":{"input_mtok":1.1,"cache_read_mtok":0.55,"output_mtok":4.4}}',
    '{"id":"o1-preview","match":{"or":[{"equals":"o1-preview"},{"equals":"o1-preview-2024-09-12"}]},"prices":{"input_mtok":15,"cache_read_mtok":7.5,"output_mtok":60}}',
    '{"id":"o1-pro","match":{"or":[{"equals":"o1-pro"},{"equals":"o1-pro-2025-03-19"}]},"prices":{"input_mtok":150,"output_mtok":600}}',
    '{"id":"o3","match":{"or":[{"equals":"o3"},{"equals":"o3-2025-04-16"}]},"prices":[{"prices":{"input_mtok":10,"cache_read_mtok":0.5,"output_mtok":40,"web_searches_kcount":10,"storage_searches_kcount":2.5}},{"constraint":{"start_date":"2025-06-10","type":"start_date"},"prices":{"input_mtok":2,"cache_read_mtok":0.5,"output_mtok":8,"web_searches_kcount":10,"storage_searches_kcount":2.5}}]}',
    '{"id":"o3-deep-research","match":{"or":[{"equals":"o3-deep-research"},{"equals":"o3-deep-research-2025-06-26"}]},"prices":{"input_mtok":10,"cache_read_mtok":2.5,"output_mtok":40}}',
    '{"id":"o3-mini","match":{"or":[{"equals":"o3-mini"},{"equals":"o3-mini-2025-01-31"},{"equals":"o3-mini-high"}]},"prices":{"input_mtok":1.1,"cache_read_mtok":0.55,"output_mtok":4.4}}',
    '{"id":"o3-pro","match":{"or":[{"equals":"o3-pro"},{"equals":"o3-pro-2025-06-10"}]},"prices":{"input_mtok":20,"output_mtok":80}}',
    '{"id":"o4-mini","match":{"or":[{"equals":"o4-mini-2025-04-16"},{"equals":"o4-mini-high"},{"equals":"o4-mini"}]},"prices":{"input_mtok":1.1,"cache_read_mtok":0.275,"output_mtok":4.4,"web_searches_kcount":10,"storage_searches_kcount":2.5}}',
    '{"id":"o4-mini-deep-research","match":{"or":[{"equals":"o4-mini-deep-research"},{"equals":"o4-mini-deep-research-2025-06-26"}]},"prices":{"input_mtok":2,"cache_read_mtok":0.5,"output_mtok":8}}',
    '{"id":"text-davinci-002","match":{"equals":"text-davinci-002"},"prices":{"input_mtok":20,"output_mtok":20}}',
    '{"id":"text-davinci-003","match":{"equals":"text-davinci-003"},"prices":{"input_mtok":20,"output_mtok":20}}',
    '{"id":"text-embedding-3-large","match":{"equals":"text-embedding-3-large"},"prices":{"input_mtok":0.13}}',
    '{"id":"text-embedding-3-small","match":{"equals":"text-embedding-3-small"},"prices":{"input_mtok":0.02}}',
    '{"id":"text-embedding-ada-002","match":{"or":[{"equals":"text-embedding-ada"},{"equals":"text-embedding-ada-002"},{"equals":"text-embedding-ada-002-v2"}]},"prices":{"input_mtok":0.1}}',
    '{"id":"whisper-1","match":{"equals":"whisper-1"},"prices":{"audio_hours":0.36,"input_audio_hours":0.36}}'
  ],
  google: [
    '{"id":"claude-3-5-haiku","match":{"contains":"claude-3-5-haiku"},"prices":{"input_mtok":0.8,"cache_write_mtok":1,"cache_read_mtok":0.08,"output_mtok":4}}',
    '{"id":"claude-3-5-sonnet","match":{"contains":"claude-3-5-sonnet"},"prices":{"input_mtok":3,"cache_write_mtok":3.75,"cache_read_mtok":0.3,"output_mtok":15}}',
    '{"id":"claude-3-7-sonnet","match":{"contains":"claude-3-7-sonnet"},"prices":{"input_mtok":3,"cache_write_mtok":3.75,"cache_read_mtok":0.3,"output_mtok":15}}',
    '{"id":"claude-3-haiku","match":{"contains":"claude-3-haiku"},"prices":{"input_mtok":0.25,"cache_write_mtok":0.3,"cache_read_mtok":0.03,"output_mtok":1.25}}',
    '{"id":"claude-3-opus","match":{"contains":"claude-3-opus"},"prices":{"input_mtok":15,"cache_write_mtok":18.75,"cache_read_mtok":1.5,"output_mtok":75}}',
    '{"id":"claude-4-opus","match":{"or":[{"contains":"claude-4-opus"},{"contains":"claude-opus-4@"},{"contains":"claude-opus-4-0"},{"contains":"claude-opus-4-1"},{"equals":"claude-opus-4"}]},"prices":{"input_mtok":15,"cache_write_mtok":18.75,"cache_read_mtok":1.5,"output_mtok":75}}',
    '{"id":"claude-4-sonnet","match":{"or":[{"contains":"claude-4-sonnet"},{"contains":"claude-sonnet-4-0"},{"contains":"claude-sonnet-4@"},{"contains":"claude-sonnet-4-2025"},{"equals":"claude-sonnet-4"},{"equals":"anthropic/claude-sonnet-4"}]},"prices":{"input_mtok":3,"cache_write_mtok":3.75,"cache_read_mtok":0.3,"output_mtok":15}}',
    '{"id":"claude-fable-5","match":{"or":[{"ends_with":"claude-fable-5"},{"contains":"claude-fable-5@"}]},"prices":{"input_mtok":10,"cache_write_mtok":12.5,"cache_read_mtok":1,"output_mtok":50}}',
    '{"id":"claude-fable-5-1","match":{"or":[{"ends_with":"claude-fable-5-1"},{"contains":"claude-fable-5-1@"}]},"prices":{"input_mtok":10,"cache_write_mtok":12.5,"cache_read_mtok":0.25,"output_mtok":50}}',
    '{"id":"claude-opus-4-6","match":{"or":[{"contains":"claude-4-6-opus"},{"contains":"claude-opus-4-6"},{"contains":"claude-4.6-opus"},{"contains":"claude-opus-4.6"}]},"prices":{"input_mtok":{"base":5,"tiers":[{"start":200000,"price":10}]},"cache_write_mtok":{"base":6.25,"tiers":[{"start":200000,"price":12.5}]},"cache_read_mtok":{"base":0.5,"tiers":[{"start":200000,"price":1}]},"output_mtok":{"base":25,"tiers":[{"start":200000,"price":37.5}]}}}',
    '{"id":"claude-opus-4-7","match":{"or":[{"contains":"claude-4-7-opus"},{"contains":"claude-opus-4-7"},{"contains":"claude-4.7-opus"},{"contains":"claude-opus-4.7"}]},"prices":{"input_mtok":5,"cache_write_mtok":6.25,"cache_read_mtok":0.5,"output_mtok":25}}',
    '{"id":"claude-opus-4-8","match":{"or":[{"contains":"claude-4-8-opus"},{"contains":"claude-opus-4-8"},{"contains":"claude-4.8-opus"},{"contains":"claude-opus-4.8"}]},"prices":{"input_mtok":5,"cache_write_mtok":6.25,"cache_read_mtok":0.5,"output_mtok":25}}',
    '{"id":"claude-opus-5","match":{"or":[{"contains":"claude-5-opus"},{"ends_with":"claude-opus-5"},{"contains":"claude-opus-5@"},{"contains":"claude-5.0-opus"},{"contains":"claude-opus-5.0"}]},"prices":{"input_mtok":5,"cache_write_mtok":6.25,"cache_read_mtok":0.5,"output_mtok":25}}',
    '{"id":"claude-opus-5-5","match":{"or":[{"contains":"claude-5-5-opus"},{"ends_with":"claude-opus-5-5"},{"contains":"claude-opus-5-5@"},{"contains":"claude-5.5-opus"},{"contains":"claude-opus-5.5"}]},"prices":{"input_mtok":4,"cache_write_mtok":5,"cache_read_mtok":0.2,"output_mtok":20}}',
    '{"id":"claude-sonnet-4-5","match":{"or":[{"contains":"claude-sonnet-4-5"},{"contains":"claude-sonnet-4.5"}]},"prices":{"input_mtok":{"base":3,"tiers":[{"start":200000,"price":6}]},"cache_write_mtok":{"base":3.75,"tiers":[{"start":200000,"price":7.5}]},"cache_read_mtok":{"base":0.3,"tiers":[{"start":200000,"price":0.6}]},"output_mtok":{"base":15,"tiers":[{"start":200000,"price":22.5}]}}}',
    '{"id":"claude-sonnet-4-6","match":{"or":[{"contains":"claude-sonnet-4-6"},{"contains":"claude-sonnet-4.6"}]},"prices":{"input_mtok":3,"cache_write_mtok":3.75,"cache_read_mtok":0.3,"output_mtok":15}}',
    '{"id":"gemini-1.0-pro-vision-001","match":{"equals":"gemini-1.0-pro-vision-001"},"prices":{"input_mtok":0.125,"output_mtok":0.375}}',
    '{"id":"gemini-1.5-flash","match":{"contains":"gemini-1.5-flash"},"prices":{"input_mtok":{"base":0.075,"tiers":[{"start":128000,"price":0.15}]},"cache_read_mtok":{"base":0.01875,"tiers":[{"start":128000,"price":0.0375}]},"output_mtok":{"base":0.3,"tiers":[{"start":128000,"price":0.6}]}}}',
    '{"id":"gemini-1.5-pro","match":{"contains":"gemini-1.5-pro"},"prices":{"input_mtok":{"base":1.25,"tiers":[{"start":128000,"price":2.5}]},"output_mtok":{"base":5,"tiers":[{"start":128000,"price":10}]}}}',
    '{"id":"gemini-2.0-flash","match":{"or":[{"ends_with":"gemini-2.0-flash"},{"contains":"gemini-2.0-flash-0"},{"contains":"gemini-2.0-flash-exp"},{"contains":"gemini-2.0-flash-thinking"},{"contains":"gemini-2.0-flash-latest"}]},"prices":{"input_mtok":0.1,"cache_read_mtok":0.025,"output_mtok":0.4,"input_audio_mtok":0.7,"cache_audio_read_mtok":0.175}}',
    '{"id":"gemini-2.0-flash-lite","match":{"contains":"gemini-2.0-flash-lite"},"prices":{"input_mtok":0.075,"output_mtok":0.3}}',
    '{"id":"gemini-2.5-flash","match":{"or":[{"equals":"gemini-2.5-flash"},{"equals":"gemini-2.5-flash-latest"},{"equals":"gemini-2.5-flash-preview-09-2025"}]},"prices":{"input_mtok":0.3,"cache_read_mtok":0.03,"output_mtok":2.5,"input_audio_mtok":1,"cache_audio_read_mtok":0.1}}',
    '{"id":"gemini-2.5-flash-image","match":{"or":[{"equals":"gemini-2.5-flash-image"},{"equals":"gemini-2.5-flash-image-preview"}]},"prices":{"input_mtok":0.3,"output_mtok":2.5,"output_image_mtok":30}}',
    '{"id":"gemini-2.5-flash-lite","match":{"or":[{"equals":"gemini-2.5-flash-lite"},{"and":[{"starts_with":"gemini-2.5-flash-lite-preview"},{"regex":"^(?!.*-[tT][tT][sS](?:$|-))"}]}]},"prices":{"input_mtok":0.1,"cache_read_mtok":0.01,"output_mtok":0.4,"input_audio_mtok":0.3,"cache_audio_read_mtok":0.03}}',
    '{"id":"gemini-2.5-flash-lite-preview-tts","match":{"equals":"gemini-2.5-flash-lite-preview-tts"},"prices":{"input_mtok":0.5,"output_mtok":10}}',
    '{"id":"gemini-2.5-flash-preview","match":{"or":[{"contains":"gemini-2.5-flash-preview-05-20"},{"contains":"gemini-2.5-flash-preview-04-17"},{"equals":"gemini-2.5-flash-preview-05-20:thinking"},{"equals":"gemini-2.5-flash-preview"},{"equals":"gemini-2.5-flash-preview:thinking"}]},"prices":{"input_mtok":0.15,"output_mtok":0.6}}',
    '{"id":"gemini-2.5-flash-tts","match":{"or":[{"equals":"gemini-2.5-flash-tts"},{"equals":"gemini-2.5-flash-preview-tts"}]},"prices":{"input_mtok":0.5,"output_mtok":10}}',
    '{"id":"gemini-2.5-pro","match":{"and":[{"starts_with":"gemini-2.5-pro"},{"regex":"^(?!.*-[tT][tT][sS](?:$|-))"}]},"prices":{"input_mtok":{"base":1.25,"tiers":[{"start":200000,"price":2.5}]},"cache_read_mtok":{"base":0.125,"tiers":[{"start":200000,"price":0.25}]},"output_mtok":{"base":10,"tiers":[{"start":200000,"price":15}]}}}',
    '{"id":"gemini-2.5-pro-tts","match":{"or":[{"equals":"gemini-2.5-pro-tts"},{"equals":"gemini-2.5-pro-preview-tts"}]},"prices":{"input_mtok":1,"output_mtok":20}}',
    '{"id":"gemini-3-flash-preview","match":{"or":[{"equals":"gemini-3-flash-preview"},{"starts_with":"gemini-3-flash-preview-"}]},"prices":{"input_mtok":0.5,"cache_read_mtok":0.05,"output_mtok":3,"input_audio_mtok":1,"cache_audio_read_mtok":0.1}}',
    '{"id":"gemini-3-pro-image-preview","match":{"or":[{"equals":"gemini-3-pro-image"},{"starts_with":"gemini-3-pro-image-preview"}]},"prices":{"input_mtok":2,"output_mtok":12,"output_image_mtok":120}}',
    '{"id":"gemini-3-pro-preview","match":{"or":[{"starts_with":"gemini-3-pro-preview"},{"equals":"gemini-3-pro-text-preview"}]},"prices":{"input_mtok":{"base":2,"tiers":[{"start":200000,"price":4}]},"cache_read_mtok":{"base":0.2,"tiers":[{"start":200000,"price":0.4}]},"output_mtok":{"base":12,"tiers":[{"start":200000,"price":18}]}}}',
    '{"id":"gemini-3.1-flash-image-preview","match":{"or":[{"equals":"gemini-3.1-flash-image"},{"starts_with":"gemini-3.1-flash-image-preview"}]},"prices":{"input_mtok":0.5,"output_mtok":3,"output_image_mtok":60}}',
    '{"id":"gemini-3.1-flash-lite","match":{"or":[{"equals":"gemini-3.1-flash-lite"},{"starts_with":"gemini-3.1-flash-lite-preview"}]},"prices":{"input_mtok":0.25,"cache_read_mtok":0.025,"output_mtok":1.5,"input_audio_mtok":0.5,"cache_audio_read_mtok":0.05}}',
    '{"id":"gemini-3.1-flash-lite-image","match":{"starts_with":"gemini-3.1-flash-lite-image"},"prices":{"input_mtok":0.25,"output_mtok":1.5,"output_image_mtok":30}}',
    '{"id":"gemini-3.1-flash-live-preview","match":{"starts_with":"gemini-3.1-flash-live-preview"},"prices":{"input_mtok":0.75,"output_mtok":4.5,"input_audio_mtok":3,"output_audio_mtok":12,"input_image_mtok":1,"input_video_mtok":1}}',
    '{"id":"gemini-3.1-pro-preview","match":{"starts_with":"gemini-3.1-pro-preview"},"prices":{"input_mtok":{"base":2,"tiers":[{"start":200000,"price":4}]},"cache_read_mtok":{"base":0.2,"tiers":[{"start":200000,"price":0.4}]},"output_mtok":{"base":12,"tiers":[{"start":200000,"price":18}]}}}',
    '{"id":"gemini-3.5-flash","match":{"or":[{"equals":"gemini-3.5-flash"},{"starts_with":"gemini-3.5-flash-preview"},{"regex":"^gemini-3\\\\.5-flash-\\\\d"}]},"prices":{"input_mtok":1.5,"cache_read_mtok":0.15,"output_mtok":9}}',
    '{"id":"gemini-3.5-flash-lite","match":{"starts_with":"gemini-3.5-flash-lite"},"prices":{"input_mtok":0.3,"cache_read_mtok":0.03,"output_mtok":2.5}}',
    '{"id":"gemini-3.6-flash","match":{"starts_with":"gemini-3.6-flash"},"prices":[{"prices":{"input_mtok":0.75,"cache_read_mtok":0.075,"output_mtok":3.75}},{"constraint":{"start_date":"2027-01-01","type":"start_date"},"prices":{"input_mtok":1.5,"cache_read_mtok":0.15,"output_mtok":7.5}}]}',
    '{"id":"gemini-3.7-flash","match":{"starts_with":"gemini-3.7-flash"},"prices":[{"prices":{"input_mtok":0.75,"cache_read_mtok":0.075,"output_mtok":3.75}},{"constraint":{"start_date":"2027-01-01","type":"start_date"},"prices":{"input_mtok":1.5,"cache_read_mtok":0.15,"output_mtok":7.5}}]}',
    '{"id":"gemini-3.8-flash","match":{"starts_with":"gemini-3.8-flash"},"prices":[{"prices":{"input_mtok":0.75,"cache_read_mtok":0.075,"output_mtok":3.75}},{"constraint":{"start_date":"2027-01-01","type":"start_date"},"prices":{"input_mtok":1.5,"cache_read_mtok":0.15,"output_mtok":7.5}}]}',
    '{"id":"gemini-embedding-001","match":{"equals":"gemini-embedding-001"},"prices":{"input_mtok":0.15}}',
    '{"id":"gemini-embedding-2","match":{"equals":"gemini-embedding-2"},"prices":{"input_mtok":0.2,"input_audio_mtok":6.5,"input_image_mtok":0.45,"input_video_mtok":12}}',
    '{"id":"gemini-flash-1.5","match":{"equals":"gemini-flash-1.5"},"prices":{"input_mtok":{"base":0.075,"tiers":[{"start":128000,"price":0.15}]},"cache_read_mtok":{"base":0.01875,"tiers":[{"start":128000,"price":0.0375}]},"output_mtok":{"base":0.3,"tiers":[{"start":128000,"price":0.6}]}}}',
    '{"id":"gemini-flash-1.5-8b","match":{"equals":"gemini-flash-1.5-8b"},"prices":{"input_mtok":{"base":0.0375,"tiers":[{"start":128000,"price":0.075}]},"cache_read_mtok":{"base":0.01,"tiers":[{"start":128000,"price":0.02}]},"output_mtok":{"base":0.15,"tiers":[{"start":128000,"price":0.3}]}}}',
    '{"id":"gemini-live-2.5-flash","match":{"or":[{"starts_with":"gemini-live-2.5-flash"},{"starts_with":"gemini-2.5-flash-native-audio-preview"},{"equals":"gemini-2.5-flash-native-audio-latest"}]},"prices":{"input_mtok":0.5,"output_mtok":2,"input_audio_mtok":3,"output_audio_mtok":12}}',
    '{"id":"gemini-omni-flash-preview","match":{"starts_with":"gemini-omni-flash-preview"},"prices":{"input_mtok":1.5,"output_mtok":9,"output_video_mtok":17.5}}',
    '{"id":"gemini-pro","match":{"or":[{"equals":"gemini-pro"},{"equals":"gemini-1.0-pro"}]},"prices":{"input_mtok":0.125,"output_mtok":0.375}}',
    '{"id":"gemini-pro-1.5","match":{"equals":"gemini-pro-1.5"},"prices":{"input_mtok":{"base":1.25,"tiers":[{"start":128000,"price":2.5}]},"cache_read_mtok":{"base":0.3125,"tiers":[{"start":128000,"price":0.625}]},"output_mtok":{"base":5,"tiers":[{"start":128000,"price":10}]}}}',
    '{"id":"gemma-2-27b-it","match":{"equals":"gemma-2-27b-it"},"prices":{"input_mtok":0.65,"output_mtok":0.65}}',
    '{"id":"gemma-3","match":{"or":[{"starts_with":"gemma-3-"},{"equals":"gemma-3"}]},"prices":{}}',
    '{"id":"gemma-3n","match":{"or":[{"starts_with":"gemma-3n"}]},"prices":{}}',
    '{"id":"gemma-4-26b-a4b-it","match":{"equals":"gemma-4-26b-a4b-it"},"prices":{}}',
    '{"id":"gemma-4-26b-a4b-it-maas","match":{"equals":"gemma-4-26b-a4b-it-maas"},"prices":{"input_mtok":0.15,"cache_read_mtok":0.015,"output_mtok":0.6}}',
    '{"id":"gemma-4-31b-it","match":{"equals":"gemma-4-31b-it"},"prices":{}}'
  ]
};

// src/core/budget/price-table.ts
var priceTableDate = "2026-09-23";
var tableOf = remembered(
  (priceId) => (listedPrices[priceId] ?? []).map((text) => JSON.parse(text))
);
function tablePrice(table, name) {
  const listed = table.find(({ id }) => id === name) ?? table.find(({ match }) => isNamed(match, name));
  if (listed === void 0) return null;
  const prices = applicable(listed.prices);
  const base = ratesOf(prices, (price) => typeof price === "number" ? price : price.base);
  if (base === null) return null;
  const above = tierStart(prices);
  const long = ratesOf(
    prices,
    (price) => typeof price === "number" ? price : Math.max(price.base, ...price.tiers.map((tier) => tier.price))
  );
  return { ...base, longPrompt: above === null || long === null ? null : { ...long, above } };
}
function isNamed(match, name) {
  if ("equals" in match) return match.equals === name;
  return "or" in match && match.or.some((part) => isNamed(part, name));
}
function applicable(prices) {
  if (!Array.isArray(prices)) return [prices];
  const inForce = prices.findLastIndex(({ constraint }) => holdsForGood(constraint));
  return prices.slice(Math.max(0, inForce)).map((entry) => entry.prices);
}
function holdsForGood(constraint) {
  if (constraint === void 0) return true;
  return constraint.type === "start_date" && constraint.start_date <= priceTableDate;
}
function ratesOf(prices, rateOf) {
  const listed = (key) => prices.flatMap((price) => {
    const value = price[key];
    return value === void 0 ? [] : [rateOf(value)];
  });
  const highest = (key) => {
    const rates = listed(key);
    return rates.length === 0 ? null : Math.max(...rates);
  };
  const everywhere = (key) => listed(key).length < prices.length ? null : highest(key);
  const inputPerMillion = everywhere("input_mtok");
  const outputPerMillion = everywhere("output_mtok");
  if (inputPerMillion === null || outputPerMillion === null) return null;
  return {
    inputPerMillion,
    cachedInputPerMillion: everywhere("cache_read_mtok"),
    cacheWritePerMillion: highest("cache_write_mtok"),
    outputPerMillion
  };
}
function tierStart(prices) {
  const starts = prices.flatMap(
    (price) => Object.values(price).flatMap(
      (listed) => typeof listed === "object" ? listed.tiers.map((tier) => tier.start) : []
    )
  );
  return starts.length === 0 ? null : Math.min(...starts);
}

// src/core/budget/price.ts
function priceOf(model) {
  if (model.price !== null) {
    return {
      inputPerMillion: model.price.input,
      cachedInputPerMillion: null,
      cacheWritePerMillion: null,
      outputPerMillion: model.price.output,
      longPrompt: null,
      source: "user",
      tableDate: null
    };
  }
  const provider = providers[model.provider];
  if (provider.priceId === null || !isOwnAddress(model.baseUrl, provider)) return null;
  if (provider.priceParams.some((name) => Object.hasOwn(model.params, name))) return null;
  const listed = tablePrice(tableOf(provider.priceId), model.name);
  return listed === null ? null : { ...listed, source: "table", tableDate: priceTableDate };
}
function costUsd(price, usage) {
  const rates = ratesFor(price, usage);
  const { inputPerMillion } = rates;
  const { fresh, read, written } = inputParts(usage);
  const writeRate = rates.cacheWritePerMillion ?? inputPerMillion;
  const freshRate = written === null ? Math.max(inputPerMillion, writeRate) : inputPerMillion;
  const perMillion = fresh * freshRate + read * (rates.cachedInputPerMillion ?? inputPerMillion) + writeCost(rates, usage) + usage.outputTokens * rates.outputPerMillion;
  return perMillion / 1e6;
}
function savedUsd(price, usage) {
  const rates = ratesFor(price, usage);
  const { inputPerMillion } = rates;
  const { read, written } = inputParts(usage);
  const gain = read * (inputPerMillion - (rates.cachedInputPerMillion ?? inputPerMillion));
  const loss = writeCost(rates, usage) - (written ?? 0) * inputPerMillion;
  return (gain - loss) / 1e6;
}
function writeCost({ inputPerMillion, cacheWritePerMillion }, usage) {
  const { written, forAnHour } = inputParts(usage);
  if (cacheWritePerMillion === null) return (written ?? 0) * inputPerMillion;
  const hourRate = Math.max(cacheWritePerMillion, 2 * inputPerMillion);
  return ((written ?? 0) - forAnHour) * cacheWritePerMillion + forAnHour * hourRate;
}
function ratesFor(price, { inputTokens, longestInputTokens = inputTokens }) {
  return price.longPrompt !== null && longestInputTokens > price.longPrompt.above ? price.longPrompt : price;
}

export {
  priceOf,
  costUsd,
  savedUsd
};
