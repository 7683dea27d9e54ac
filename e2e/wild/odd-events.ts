import type { Answer } from './wild-case.ts';

/** One event of a stream, read from its JSON. */
export type StreamEvent = { readonly [key: string]: unknown };

/** The same stream, as the server of this case sends it. */
export function oddEvents(
  events: readonly StreamEvent[],
  { sentAs, usage }: Pick<Answer, 'sentAs' | 'usage'>,
): readonly StreamEvent[] {
  const carried = sentAs === undefined ? events : carriers[sentAs](events);
  return usage === undefined ? carried : carried.flatMap((event) => withUsage(event, usage));
}

type Carrier = (events: readonly StreamEvent[]) => readonly StreamEvent[];

const thought = 'Halves: up or down? It says up, so half of 5 is 3.';
const thinking = [{ type: 'thinking', thinking: [{ type: 'text', text: thought }] }];

const carriers: Readonly<Record<NonNullable<Answer['sentAs']>, Carrier>> = {
  parts: (events) => events.map((event) => changedText(event, asParts)),
  'parts-after-reasoning': (events) => afterFirst(events, { content: thinking }, asParts),
  'after-reasoning-content': (events) => afterFirst(events, { content: null, reasoning_content: thought }),
  'after-reasoning': (events) => afterFirst(events, { content: '', reasoning: thought }),
  'block-start': firstPieceInBlockStart,
};

const asParts = (text: string): unknown => [{ type: 'text', text }];

/** Chunks of Chat Completions, one with this delta before the first that holds text. */
function afterFirst(
  events: readonly StreamEvent[],
  delta: StreamEvent,
  change: (text: string) => unknown = (text) => text,
): readonly StreamEvent[] {
  const first = events.findIndex((event) => textOf(event) !== '');
  return events.flatMap((event, index) => [
    ...(index === first ? [{ ...event, choices: [{ index: 0, delta, finish_reason: null }] }] : []),
    changedText(event, change),
  ]);
}

function changedText(event: StreamEvent, change: (text: string) => unknown): StreamEvent {
  const text = textOf(event);
  if (text === '') return event;
  return { ...event, choices: [{ index: 0, delta: { content: change(text) }, finish_reason: null }] };
}

function textOf({ choices }: StreamEvent): string {
  const [choice] = Array.isArray(choices) ? choices : [];
  const content = isFields(choice) && isFields(choice['delta']) ? choice['delta']['content'] : null;
  return typeof content === 'string' ? content : '';
}

/** In Anthropic's documentation the first words are in a delta; gateways put them at the start of the block. */
function firstPieceInBlockStart(events: readonly StreamEvent[]): readonly StreamEvent[] {
  const first = events.findIndex(({ type }) => type === 'content_block_delta');
  const delta = events[first]?.['delta'];
  const text = isFields(delta) ? delta['text'] : '';
  return events
    .filter((_, index) => index !== first)
    .map((event) =>
      event['type'] === 'content_block_start' ? { ...event, content_block: { type: 'text', text } } : event,
    );
}

/** Replaces or removes the counts of an event; an event with nothing else is removed. */
function withUsage(event: StreamEvent, usage: StreamEvent | null): readonly StreamEvent[] {
  if (isFields(event['message'])) return [{ ...event, message: withoutOrWith(event['message'], usage) }];
  if (isFields(event['response'])) return [{ ...event, response: withoutOrWith(event['response'], usage) }];
  if (!isFields(event['usage'])) return [event];
  const holdsNothingElse = Array.isArray(event['choices']) && event['choices'].length === 0;
  return usage === null && holdsNothingElse ? [] : [withoutOrWith(event, usage)];
}

function withoutOrWith(event: StreamEvent, usage: StreamEvent | null): StreamEvent {
  const { usage: counts, ...rest } = event;
  if (counts === undefined || counts === null) return event;
  return usage === null ? rest : { ...rest, usage: { ...(isFields(counts) ? counts : {}), ...usage } };
}

function isFields(value: unknown): value is StreamEvent {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
