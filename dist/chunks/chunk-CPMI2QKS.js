import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);

// src/adapters/api-client/event-stream.ts
var EventStream = class {
  #decoder = new TextDecoder();
  // A line in the portions in which it came, so that a long line is not copied for each of them.
  #line = [];
  #data = [];
  #stray = [];
  #endsWithReturn = false;
  /** The data of the events that these bytes complete. */
  take(bytes) {
    return this.#read(this.#decoder.decode(bytes, { stream: true }));
  }
  /** The stream has ended. */
  end() {
    const events = this.#read(`${this.#decoder.decode()}
`);
    const event = events.at(-1) ?? this.#finishEvent();
    return { event, strayText: this.#stray.join("\n") };
  }
  #read(text) {
    if (text === "") return [];
    const rest = this.#endsWithReturn && text.startsWith("\n") ? text.slice(1) : text;
    this.#endsWithReturn = text.endsWith("\r");
    const lines = rest.split(/\r\n|\n|\r/);
    const open = lines.pop() ?? "";
    const events = lines.flatMap((line) => {
      const whole = [...this.#line, line].join("");
      this.#line = [];
      return this.#readLine(whole) ?? [];
    });
    this.#line.push(open);
    return events;
  }
  #readLine(line) {
    if (line === "") return this.#finishEvent();
    const [, name, value = ""] = /^(data|event|id|retry|)(?:: ?(.*))?$/s.exec(line) ?? [];
    if (name === "data") this.#data.push(value);
    else if (name === void 0) this.#stray.push(line);
    return null;
  }
  #finishEvent() {
    if (this.#data.length === 0) return null;
    const data = this.#data.join("\n");
    this.#data = [];
    return data;
  }
};

export {
  EventStream
};
