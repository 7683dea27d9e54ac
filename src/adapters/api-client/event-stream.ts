/** What is left of a stream of server-sent events when it has ended. */
type Leftover = {
  /** The event that no empty line ended; null if there is none. It may be cut anywhere. */
  readonly event: string | null;
  /** The lines that belong to no event, for example an error in plain JSON. */
  readonly strayText: string;
};

/** The data of server-sent events, read from bytes in any portions. For vendors that are asked without an SDK. */
export class EventStream {
  readonly #decoder = new TextDecoder();
  // A line in the portions in which it came, so that a long line is not copied for each of them.
  #line: string[] = [];
  #data: string[] = [];
  readonly #stray: string[] = [];
  #endsWithReturn = false;

  /** The data of the events that these bytes complete. */
  take(bytes: Uint8Array): readonly string[] {
    return this.#read(this.#decoder.decode(bytes, { stream: true }));
  }

  /** The stream has ended. */
  end(): Leftover {
    const events = this.#read(`${this.#decoder.decode()}\n`);
    const event = events.at(-1) ?? this.#finishEvent();
    return { event, strayText: this.#stray.join('\n') };
  }

  #read(text: string): readonly string[] {
    if (text === '') return [];
    // A line end of two characters may have come in two portions.
    const rest = this.#endsWithReturn && text.startsWith('\n') ? text.slice(1) : text;
    this.#endsWithReturn = text.endsWith('\r');
    const lines = rest.split(/\r\n|\n|\r/);
    const open = lines.pop() ?? '';
    const events = lines.flatMap((line) => {
      const whole = [...this.#line, line].join('');
      this.#line = [];
      return this.#readLine(whole) ?? [];
    });
    this.#line.push(open);
    return events;
  }

  #readLine(line: string): string | null {
    if (line === '') return this.#finishEvent();
    const [, name, value = ''] = /^(data|event|id|retry|)(?:: ?(.*))?$/s.exec(line) ?? [];
    if (name === 'data') this.#data.push(value);
    else if (name === undefined) this.#stray.push(line);
    return null;
  }

  #finishEvent(): string | null {
    if (this.#data.length === 0) return null;
    const data = this.#data.join('\n');
    this.#data = [];
    return data;
  }
}
