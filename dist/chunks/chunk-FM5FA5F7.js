import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  questionsOf
} from "./chunk-HRTYNWXB.js";
import {
  hunksBetween
} from "./chunk-X7WZ4LW3.js";
import {
  listSide,
  namedInstructions,
  readVersion,
  refuseLinkedSpecs,
  refuseMissingFolder,
  refuseUnmatchedSpecs,
  unchangedSpec
} from "./chunk-HY2DO5KP.js";
import {
  withAgentVersions
} from "./chunk-CYHJZNGT.js";
import {
  sidesOf
} from "./chunk-B2VOQPVL.js";
import {
  isJudging,
  isMixed,
  pathRules,
  rememberedNames
} from "./chunk-JIQY2GBS.js";
import {
  atOnce
} from "./chunk-VOBHNZZQ.js";
import {
  UserError
} from "./chunk-SULUFCEC.js";
import {
  remembered
} from "./chunk-H7E5KABC.js";
import {
  digest
} from "./chunk-RD7I5CWG.js";

// node_modules/smol-toml/dist/error.js
function getLineColFromPtr(string, ptr) {
  let lines = string.slice(0, ptr).split(/\r?\n/);
  return [lines.length, lines.pop().length + 1];
}
function makeCodeBlock(string, line, column) {
  let lines = string.split(/\r?\n/);
  let codeblock = "";
  let numberLen = (Math.log10(line + 1) | 0) + 1;
  for (let i = line - 1; i <= line + 1; i++) {
    let l = lines[i - 1];
    if (!l)
      continue;
    codeblock += i.toString().padEnd(numberLen, " ");
    codeblock += ":  ";
    codeblock += l;
    codeblock += "\n";
    if (i === line) {
      codeblock += " ".repeat(numberLen + column + 2);
      codeblock += "^\n";
    }
  }
  return codeblock;
}
var TomlError = class _TomlError extends Error {
  line;
  column;
  codeblock;
  constructor(message, options) {
    const [line, column] = getLineColFromPtr(options.toml, options.ptr);
    const codeblock = makeCodeBlock(options.toml, line, column);
    super(`Invalid TOML document: ${message}

${codeblock}`, options);
    this.line = line;
    this.column = column;
    this.codeblock = codeblock;
  }
  /** @internal */
  static x(message, ctx, ptr) {
    throw new _TomlError(message, { toml: ctx.s, ptr: ptr ?? ctx.p });
  }
};

// node_modules/smol-toml/dist/primitive.js
function parseString(ctx) {
  let startPtr = ctx.p;
  let c = ctx.s.charCodeAt(ctx.p++);
  let first = c;
  let isLiteral = c === 39;
  let isMultiline = c === ctx.s.charCodeAt(ctx.p) && c === ctx.s.charCodeAt(ctx.p + 1);
  if (isMultiline) {
    if ((c = ctx.s.charCodeAt(ctx.p += 2)) === 10)
      ctx.p++;
    else if (c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10)
      ctx.p += 2;
  }
  let parsed = "";
  let sliceStart = ctx.p;
  let state = 0;
  for (; ctx.p < ctx.s.length; ctx.p++) {
    c = ctx.s.charCodeAt(ctx.p);
    if (isMultiline && (c === 10 || c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10)) {
      state = state && 3;
    } else if (c < 32 && c !== 9 || c === 127) {
      TomlError.x("control characters are not allowed in strings", ctx);
    } else if ((!state || state === 3) && c === first && (!isMultiline || ctx.s.charCodeAt(ctx.p + 1) === first && ctx.s.charCodeAt(ctx.p + 2) === first)) {
      if (isMultiline) {
        if (ctx.s.charCodeAt(ctx.p + 3) === first)
          ctx.p++;
        if (ctx.s.charCodeAt(ctx.p + 3) === first)
          ctx.p++;
      }
      if (!state) {
        let s = ctx.s.slice(sliceStart, ctx.p);
        parsed = parsed ? parsed + s : s;
      }
      ctx.p += isMultiline ? 3 : 1;
      return parsed;
    } else if (!state) {
      if (!isLiteral && c === 92) {
        parsed += ctx.s.slice(sliceStart, sliceStart = ctx.p);
        state = 1;
      }
    } else if (state === 1) {
      if (c === 120 || c === 117 || c === 85) {
        let errPtr = ctx.p++ - 1;
        let value = 0;
        let len = c === 120 ? 2 : c === 117 ? 4 : 8;
        for (let j = 0; j < len; j++, ctx.p++) {
          let hex = ctx.s.charCodeAt(ctx.p);
          let digit = (
            /* 0-9 */
            hex >= 48 && hex <= 57 ? hex - 48 : (
              /* A-F */
              hex >= 65 && hex <= 70 ? hex - 65 + 10 : (
                /* a-f */
                hex >= 97 && hex <= 102 ? hex - 97 + 10 : -1
              )
            )
          );
          if (digit < 0)
            TomlError.x("invalid non-hex character in unicode escape", ctx);
          value = value << 4 | digit;
        }
        if (value < 0 || value > 1114111 || value >= 55296 && value <= 57343) {
          TomlError.x("invalid unicode escape", ctx, errPtr);
        }
        parsed += String.fromCodePoint(value);
        sliceStart = ctx.p--;
        state = 0;
      } else if (isMultiline && (c === 32 || c === 9)) {
        state = 2;
      } else {
        if (c === 98)
          parsed += "\b";
        else if (c === 116)
          parsed += "	";
        else if (c === 110)
          parsed += "\n";
        else if (c === 102)
          parsed += "\f";
        else if (c === 114)
          parsed += "\r";
        else if (c === 101)
          parsed += "\x1B";
        else if (c === 34)
          parsed += '"';
        else if (c === 92)
          parsed += "\\";
        else
          TomlError.x("unrecognised escape sequence", ctx);
        sliceStart = ctx.p + 1;
        state = 0;
      }
    } else if (c !== 32 && c !== 9) {
      if (state === 2)
        TomlError.x("invalid escape: only line-ending whitespace may be escaped", ctx, sliceStart);
      state = !isLiteral && c === 92 ? 1 : 0;
      sliceStart = ctx.p;
    }
  }
  TomlError.x("unfinished string", ctx, startPtr);
}

// node_modules/smol-toml/dist/date.js
var DATE_TIME_RE = /^(\d{4}-\d{2}-\d{2})?[Tt ]?(?:(\d{2}):\d{2}(?::\d{2}(?:\.\d+)?)?)?(Z|z|[-+]\d{2}:\d{2})?$/i;
var TomlDate = class _TomlDate extends Date {
  #hasDate = false;
  #hasTime = false;
  #offset = null;
  constructor(date, fasttype, unsafeDelim) {
    let hasDate = true;
    let hasTime = true;
    let offset = "Z";
    let c;
    if (typeof date === "string") {
      if (fasttype)
        prep: {
          if (fasttype < 3) {
            if (+date.slice(11, 13) > 23) {
              date = "";
              break prep;
            }
            if (fasttype === 2) {
              offset = null;
              date += "Z";
            } else if ((c = date.charCodeAt(date.length - 1)) !== 90 && c !== 122) {
              offset = date.slice(date.length - 6);
            }
            if (unsafeDelim)
              date = date.slice(0, 10) + "T" + date.slice(11);
          } else if (fasttype === 4) {
            date = +date.slice(0, 2) > 23 ? "" : `0000-01-01T${date}Z`;
          }
          hasDate = fasttype !== 4;
          hasTime = fasttype !== 3;
        }
      else {
        let match = date.match(DATE_TIME_RE);
        if (match) {
          if (!match[1]) {
            hasDate = false;
            date = `0000-01-01T${date}`;
          }
          hasTime = !!match[2];
          hasTime && date[10] === " " && (date = date.replace(" ", "T"));
          if (match[2] && +match[2] > 23) {
            date = "";
          } else {
            offset = match[3] || null;
            if (!offset && hasTime)
              date += "Z";
          }
        } else {
          date = "";
        }
      }
    }
    super(date);
    if (!isNaN(this.getTime())) {
      this.#hasDate = hasDate;
      this.#hasTime = hasTime;
      this.#offset = offset;
    }
  }
  isDateTime() {
    return this.#hasDate && this.#hasTime;
  }
  isLocal() {
    return !this.#hasDate || !this.#hasTime || !this.#offset;
  }
  isDate() {
    return this.#hasDate && !this.#hasTime;
  }
  isTime() {
    return this.#hasTime && !this.#hasDate;
  }
  isValid() {
    return this.#hasDate || this.#hasTime;
  }
  toISOString() {
    let iso = super.toISOString();
    if (this.isDate())
      return iso.slice(0, 10);
    if (this.isTime())
      return iso.slice(11, 23);
    if (this.#offset === null)
      return iso.slice(0, -1);
    if (this.#offset === "Z" || this.#offset === "z")
      return iso;
    let offset = +this.#offset.slice(1, 3) * 60 + +this.#offset.slice(4, 6);
    offset = this.#offset[0] === "-" ? offset : -offset;
    let offsetDate = new Date(this.getTime() - offset * 6e4);
    return offsetDate.toISOString().slice(0, -1) + this.#offset;
  }
  static wrapAsOffsetDateTime(jsDate, offset = "Z") {
    let date = new _TomlDate(jsDate);
    date.#offset = offset;
    return date;
  }
  static wrapAsLocalDateTime(jsDate) {
    let date = new _TomlDate(jsDate);
    date.#offset = null;
    return date;
  }
  static wrapAsLocalDate(jsDate) {
    let date = new _TomlDate(jsDate);
    date.#hasTime = false;
    date.#offset = null;
    return date;
  }
  static wrapAsLocalTime(jsDate) {
    let date = new _TomlDate(jsDate);
    date.#hasDate = false;
    date.#offset = null;
    return date;
  }
};

// node_modules/smol-toml/dist/extract.js
function isDigit(char, base = 10) {
  return base === 16 ? char > 47 && char < 58 || char > 64 && char < 71 || char > 96 && char < 103 : char > 47 && char < 48 + base;
}
function isEndOfValue(char, delim) {
  return char === 32 || char === 9 || char === 10 || char === 13 || // Structure end or next value delimiter
  delim && (char === delim || char === 44) || // Comment
  char === 35;
}
function extractValue(ctx, end) {
  let errPtr = ctx.p;
  let c = ctx.s.charCodeAt(ctx.p);
  if (c === 91 || c === 123) {
    ctx.d-- || TomlError.x("document contains excessively nested structures. aborting.", ctx);
    let value = c === 91 ? parseArray(ctx) : parseInlineTable(ctx);
    ctx.d++;
    return value;
  }
  if (c === 34 || c === 39) {
    return parseString(ctx);
  }
  if (c === 116) {
    if (ctx.s.charCodeAt(++ctx.p) !== 114 || ctx.s.charCodeAt(++ctx.p) !== 117 || ctx.s.charCodeAt(++ctx.p) !== 101)
      TomlError.x("invalid value", ctx, errPtr);
    return ctx.p++, true;
  }
  if (c === 102) {
    if (ctx.s.charCodeAt(++ctx.p) !== 97 || ctx.s.charCodeAt(++ctx.p) !== 108 || ctx.s.charCodeAt(++ctx.p) !== 115 || ctx.s.charCodeAt(++ctx.p) !== 101)
      TomlError.x("invalid value", ctx, errPtr);
    return ctx.p++, false;
  }
  if (c === 43 || c === 45) {
    return parseNumber(ctx, ctx.p, ctx.s.charCodeAt(++ctx.p), 44 - c, end);
  }
  if (ctx.s.charCodeAt(ctx.p + 4) === 45 && ctx.s.charCodeAt(ctx.p + 7) === 45) {
    return parseDate(ctx, c, end);
  }
  if (ctx.s.charCodeAt(ctx.p + 2) === 58) {
    return parseTime(ctx, c, end);
  }
  return parseNumber(ctx, ctx.p, c, 0, end);
}
function parseNumber(ctx, startPtr, startChr, sign, endChr) {
  let c = startChr;
  let state = 0;
  let hasUnderscores = false;
  if (c === 105) {
    if (ctx.s.charCodeAt(++ctx.p) !== 110 || ctx.s.charCodeAt(++ctx.p) !== 102)
      TomlError.x("invalid value", ctx, startPtr);
    return ctx.p++, (sign || 1) / 0;
  }
  if (c === 110) {
    if (ctx.s.charCodeAt(++ctx.p) !== 97 || ctx.s.charCodeAt(++ctx.p) !== 110)
      TomlError.x("invalid value", ctx, startPtr);
    return ctx.p++, NaN;
  }
  if (c === 48) {
    if (++ctx.p >= ctx.s.length || isEndOfValue(c = ctx.s.charCodeAt(ctx.p), endChr))
      return ctx.bi === true ? 0n : 0;
    if (!sign) {
      if (c === 120)
        return parseIntegerBaseN(ctx, startPtr, 16, endChr);
      else if (c === 98)
        return parseIntegerBaseN(ctx, startPtr, 2, endChr);
      else if (c === 111)
        return parseIntegerBaseN(ctx, startPtr, 8, endChr);
    }
    if (c === 46)
      state = 2;
    else if (c === 101 || c === 69)
      state = 4;
    else
      TomlError.x("illegal leading zero", ctx, startPtr);
  } else if (!isDigit(c))
    TomlError.x("invalid value", ctx, startPtr);
  while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) {
    if (!state)
      state = 1;
    if (c === 95) {
      if (!(state & 1))
        TomlError.x("illegal underscore", ctx);
      state += 11;
      hasUnderscores = true;
    } else if (state === 1 && c === 46)
      state = 2;
    else if ((state === 1 || state === 3) && (c === 101 || c === 69))
      state = 4;
    else if (state === 4 && (c === 43 || c === 45)) {
      state = 6;
    } else if (!isDigit(c))
      TomlError.x(`illegal character in numeric literal`, ctx);
    else if (state > 9)
      state -= 11;
    else if (!(state & 1))
      state++;
  }
  if (!state) {
    let val = (startChr - 48) * (sign || 1);
    return ctx.bi === true ? BigInt(val) : val;
  }
  if (!(state & 1))
    TomlError.x("unfinished numeric value", ctx, startPtr);
  let str = ctx.s.slice(startPtr, ctx.p);
  if (hasUnderscores)
    str = str.replaceAll("_", "");
  return state > 1 ? parseFloat(str) : parseInteger(ctx, str, 10, startPtr);
}
function parseIntegerBaseN(ctx, startPtr, base, endChr) {
  let c, underscore = 1;
  while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) {
    if (c === 95) {
      if (underscore & 1)
        TomlError.x("illegal underscore", ctx);
      underscore = 3;
    } else if (!isDigit(c, base))
      TomlError.x(`illegal character in numeric literal`, ctx);
    else if (underscore & 1)
      underscore--;
  }
  if (underscore & 1)
    TomlError.x("unfinished numeric value", ctx);
  let str = ctx.s.slice(startPtr + 2, ctx.p);
  if (underscore)
    str = str.replaceAll("_", "");
  return parseInteger(ctx, str, base, startPtr);
}
function parseInteger(ctx, str, base, startPtr) {
  if (ctx.bi !== true)
    int: {
      let val = parseInt(str, base);
      if (!Number.isSafeInteger(val)) {
        if (ctx.bi)
          break int;
        TomlError.x("integer value cannot be represented losslessly", ctx, startPtr);
      }
      return val;
    }
  return base === 10 ? BigInt(str) : BigInt((base === 2 ? "0b" : base === 8 ? "0o" : "0x") + str);
}
function parseDate(ctx, c, endChr) {
  let startPtr = ctx.p++, unsafeSeparator;
  if (!isDigit(c) || !isDigit(ctx.s.charCodeAt(ctx.p++)) || !isDigit(ctx.s.charCodeAt(ctx.p++)) || !isDigit(ctx.s.charCodeAt(ctx.p++))) {
    return parseNumber(ctx, ctx.p = startPtr, c, 0, endChr);
  }
  ctx.p += 5;
  if (!isDigit(ctx.s.charCodeAt(ctx.p++)))
    TomlError.x("invalid date-time: date part is malformed", ctx, startPtr);
  if (ctx.p >= ctx.s.length || ((c = ctx.s.charCodeAt(ctx.p)) !== 32 || (unsafeSeparator = true, !isDigit(ctx.s.charCodeAt(ctx.p + 1)))) && c !== 84 && c !== 116) {
    let t2 = ctx.s.slice(startPtr, ctx.p);
    return readDate(ctx, t2, 3, false, startPtr);
  }
  if (ctx.s.charCodeAt(ctx.p += 3) !== 58)
    TomlError.x("invalid date-time: time part is malformed", ctx, startPtr);
  if (ctx.s.charCodeAt(ctx.p += 3) === 58)
    ctx.p += 3;
  if (ctx.s.charCodeAt(ctx.p) === 46)
    while (isDigit(ctx.s.charCodeAt(++ctx.p)))
      ;
  if (c = ctx.s.charCodeAt(ctx.p)) {
    if (c === 90 || c === 122) {
      let t2 = ctx.s.slice(startPtr, ++ctx.p);
      return readDate(ctx, t2, 1, unsafeSeparator, startPtr, "[+00:00]");
    }
    if (c === 43 || c === 45) {
      let t2 = ctx.s.slice(startPtr, ctx.p += 6);
      return readDate(ctx, t2, 1, unsafeSeparator, startPtr, !ctx.ld && "[" + ctx.s.slice(ctx.p - 6, ctx.p) + "]");
    }
  }
  let t = ctx.s.slice(startPtr, ctx.p);
  return readDate(ctx, t, 2, unsafeSeparator, startPtr);
}
function parseTime(ctx, c, endChr) {
  let start = ctx.p;
  if (!isDigit(c) || !isDigit(ctx.s.charCodeAt(++ctx.p))) {
    return parseNumber(ctx, --ctx.p, c, 0, endChr);
  }
  if (ctx.s.charCodeAt(ctx.p += 4) === 58)
    ctx.p += 3;
  if (ctx.s.charCodeAt(ctx.p) === 46)
    while (isDigit(ctx.s.charCodeAt(++ctx.p)))
      ;
  let t = ctx.s.slice(start, ctx.p);
  return readDate(ctx, t, 4, false, start);
}
function readDate(ctx, str, type, unsafeDelim, errPtr, temporalSuffix) {
  if (ctx.ld) {
    let date = new TomlDate(str, type, unsafeDelim);
    if (!date.isValid())
      TomlError.x("invalid date", ctx, errPtr);
    return date;
  }
  try {
    if (temporalSuffix)
      str += temporalSuffix;
    switch (type) {
      case 1:
        return Temporal.ZonedDateTime.from(str);
      case 2:
        return Temporal.PlainDateTime.from(str);
      case 3:
        return Temporal.PlainDate.from(str);
      case 4:
        return Temporal.PlainTime.from(str);
    }
  } catch (e) {
    TomlError.x(e instanceof Error ? e.message : "" + e, ctx, errPtr);
  }
}

// node_modules/smol-toml/dist/util.js
function skipComment(ctx) {
  for (; ctx.p < ctx.s.length; ctx.p++) {
    let c = ctx.s.charCodeAt(ctx.p);
    if (c === 10)
      break;
    if (c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10) {
      ctx.p++;
      break;
    }
    if (c < 32 && c !== 9 || c === 127) {
      TomlError.x("control characters are not allowed in comments", ctx);
    }
  }
}
function skipVoid(ctx, banNewLines, banComments) {
  let c;
  while (ctx.p < ctx.s.length) {
    while (ctx.p < ctx.s.length && ((c = ctx.s.charCodeAt(ctx.p)) === 32 || c === 9 || !banNewLines && (c === 10 || c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10)))
      ctx.p++;
    if (banComments || c !== 35)
      break;
    skipComment(ctx);
  }
}

// node_modules/smol-toml/dist/struct.js
function parseKey(ctx, end = 61) {
  let startPtr;
  let state = 0;
  let parsed = [];
  let sliceStart;
  let c = ctx.s.charCodeAt(startPtr = ctx.p);
  do {
    if (c === end) {
      if (!state)
        TomlError.x("unexpected end of key", ctx);
      if (state === 1)
        parsed.push(ctx.s.slice(sliceStart, ctx.p));
      return ctx.p++, parsed;
    } else if (c === 46) {
      if (!state)
        TomlError.x("illegal empty bare key", ctx);
      if (state === 1)
        parsed.push(ctx.s.slice(sliceStart, ctx.p));
      state = 0;
    } else if (!state && (c === 34 || c === 39)) {
      if (c === ctx.s.charCodeAt(ctx.p + 1) && c === ctx.s.charCodeAt(ctx.p + 2))
        TomlError.x("illegal quoted key: multiline strings are not allowed", ctx);
      parsed.push(parseString(ctx));
      state = 2;
      ctx.p--;
    } else if (c === 32 || c === 9) {
      if (state === 1) {
        parsed.push(ctx.s.slice(sliceStart, ctx.p));
        state = 2;
      }
    } else if (state === 2 || c < 48 && c !== 45 || c > 57 && c < 65 || c > 90 && c < 97 && c !== 95 || c > 122) {
      TomlError.x("illegal character in key", ctx);
    } else if (!state) {
      state = 1;
      sliceStart = ctx.p;
    }
  } while (c = ctx.s.charCodeAt(++ctx.p));
  TomlError.x("incomplete key-value: cannot find end of key", ctx, startPtr);
}
function parseInlineTable(ctx) {
  let startPtr = ctx.p++;
  let res = /* @__PURE__ */ Object.create(null);
  let seen = /* @__PURE__ */ new Set();
  let c;
  while (ctx.p < ctx.s.length) {
    skipVoid(ctx);
    if ((c = ctx.s.charCodeAt(ctx.p)) === 125) {
      ctx.p++;
      return res;
    }
    let k;
    let t = res;
    let hasOwn = false;
    let errPtr = ctx.p;
    let key = parseKey(ctx);
    for (let i = 0; i < key.length; i++) {
      if (i)
        t = hasOwn ? t[k] : t[k] = /* @__PURE__ */ Object.create(null);
      k = key[i];
      if ((hasOwn = Object.hasOwn(t, k)) && (typeof t[k] !== "object" || seen.has(t[k]))) {
        TomlError.x("trying to redefine an already defined value", ctx, errPtr);
      }
      let unsafe = k === "__proto__";
      if (ctx.uk && (unsafe || k === "constructor")) {
        t = ctx.uk !== 1 && TomlError.x("document contains an unsafe property", ctx, errPtr);
        break;
      }
      if (!hasOwn && unsafe) {
        Object.defineProperty(t, k, { enumerable: true, configurable: true, writable: true });
      }
    }
    if (hasOwn) {
      TomlError.x("trying to redefine an already defined value", ctx, errPtr);
    }
    skipVoid(ctx, true, true);
    let value = extractValue(
      ctx,
      125
      /* } */
    );
    if (t && typeof (t[k] = value) === "object")
      seen.add(value);
    skipVoid(ctx);
    if ((c = ctx.s.charCodeAt(ctx.p++)) === 125) {
      return res;
    }
    if (c !== 44)
      TomlError.x("expected comma or end of structure", ctx, ctx.p - 1);
  }
  TomlError.x("unfinished table", ctx, startPtr);
}
function parseArray(ctx) {
  let startPtr = ctx.p++;
  let res = [];
  let c;
  while (ctx.p < ctx.s.length) {
    skipVoid(ctx);
    if ((c = ctx.s.charCodeAt(ctx.p)) === 93) {
      ctx.p++;
      return res;
    }
    res.push(extractValue(
      ctx,
      93
      /* ] */
    ));
    skipVoid(ctx);
    if ((c = ctx.s.charCodeAt(ctx.p++)) === 93) {
      return res;
    }
    if (c !== 44)
      TomlError.x("expected comma or end of structure", ctx, ctx.p - 1);
  }
  TomlError.x("unfinished array", ctx, startPtr);
}

// node_modules/smol-toml/dist/parse.js
function peekTable(ctx, key, table, meta, type) {
  let t = table;
  let m = meta;
  let k;
  let hasOwn = false;
  let state;
  for (let i = 0; i < key.length; i++) {
    if (i) {
      t = hasOwn ? t[k] : t[k] = /* @__PURE__ */ Object.create(null);
      m = (state = m[k]).c;
      if (type === 0 && (state.t === 1 || state.t === 2)) {
        return null;
      }
      if (state.t === 2) {
        let l = t.length - 1;
        t = t[l];
        m = m[l].c;
      }
    }
    k = key[i];
    if ((hasOwn = Object.hasOwn(t, k)) && m[k]?.t === 0 && m[k]?.d) {
      return null;
    }
    if (!hasOwn) {
      let unsafe = k === "__proto__";
      if (ctx.uk && (unsafe || k === "constructor"))
        return false;
      if (unsafe) {
        Object.defineProperty(t, k, { enumerable: true, configurable: true, writable: true });
        Object.defineProperty(m, k, { enumerable: true, configurable: true, writable: true });
      }
      m[k] = {
        t: i < key.length - 1 && type === 2 ? 3 : type,
        d: false,
        i: 0,
        c: /* @__PURE__ */ Object.create(null)
      };
    }
  }
  state = m[k];
  if (state.t !== type && !(type === 1 && state.t === 3)) {
    return null;
  }
  if (type === 2) {
    if (!state.d) {
      state.d = true;
      t[k] = [];
    }
    t[k].push(t = /* @__PURE__ */ Object.create(null));
    state.c[state.i++] = state = { t: 1, d: false, i: 0, c: /* @__PURE__ */ Object.create(null) };
  }
  if (state.d) {
    return null;
  }
  state.d = true;
  if (type === 1) {
    t = hasOwn ? t[k] : t[k] = /* @__PURE__ */ Object.create(null);
  } else if (type === 0 && hasOwn) {
    return null;
  }
  return [k, t, state.c];
}
function validateTablePeek(ctx, peek, ptr) {
  if (peek === null || ctx.uk === 2)
    TomlError.x(peek === null ? "trying to redefine an already defined table or value" : "document contains an unsafe property", ctx, ptr);
}
function parse(toml2, options = {}) {
  let ctx = {
    s: toml2,
    p: 0,
    d: options.maxDepth ?? 1e3,
    bi: options.integersAsBigInt ?? false,
    ld: options.useLegacyDate ?? true,
    uk: options.unsafeKeyBehaviour === "throw" ? 2 : options.unsafeKeyBehaviour === "drop" ? 1 : 0
  };
  let res = /* @__PURE__ */ Object.create(null);
  let meta = /* @__PURE__ */ Object.create(null);
  let tmp;
  let skipping = false;
  let tbl = res;
  let m = meta;
  if (toml2.charCodeAt(0) === 65279)
    ctx.p++;
  skipVoid(ctx);
  while (ctx.p < toml2.length) {
    if (toml2.charCodeAt(ctx.p) === 91) {
      let isTableArray = toml2.charCodeAt(++ctx.p) === 91;
      tmp = ctx.p += +isTableArray;
      skipping = false;
      let k = parseKey(
        ctx,
        93
        /* ] */
      );
      if (isTableArray) {
        if (toml2.charCodeAt(ctx.p) !== 93) {
          TomlError.x("expected end of table array declaration", ctx);
        }
        ctx.p++;
      }
      let p = peekTable(
        ctx,
        k,
        res,
        meta,
        isTableArray ? 2 : 1
        /* Type.EXPLICIT */
      );
      if (!p) {
        validateTablePeek(ctx, p, tmp);
        skipping = true;
      } else {
        m = p[2];
        tbl = p[1];
      }
    } else {
      tmp = ctx.p;
      let k = parseKey(ctx);
      let p = peekTable(
        ctx,
        k,
        tbl,
        m,
        0
        /* Type.DOTTED */
      );
      if (!p && !skipping)
        validateTablePeek(ctx, p, tmp);
      skipVoid(ctx, true, true);
      let v = extractValue(ctx, void 0);
      if (p && !skipping)
        p[1][p[0]] = v;
    }
    skipVoid(ctx, true);
    if (ctx.p < toml2.length && (tmp = toml2.charCodeAt(ctx.p)) !== 10 && (tmp !== 13 || toml2.charCodeAt(ctx.p + 1) !== 10)) {
      TomlError.x("each key-value declaration must be followed by an end-of-line", ctx);
    }
    skipVoid(ctx);
  }
  return res;
}

// node_modules/smol-toml/dist/stringify.js
var BARE_KEY = /^[a-z0-9-_]+$/i;
var HAS_WELLFORMED = !!"".isWellFormed;
function extendedTypeOf(obj) {
  let type = typeof obj;
  if (type === "object") {
    if (Array.isArray(obj))
      return "array";
    if (typeof obj.getUTCDate === "function" && obj instanceof Date)
      return "date";
    if (globalThis.Temporal) {
      if (obj.until) {
        if (obj instanceof Temporal.ZonedDateTime)
          return "temporal/tz+uc";
        if (obj instanceof Temporal.PlainDateTime || obj instanceof Temporal.PlainDate)
          return "temporal/uc";
        if (obj instanceof Temporal.PlainTime || obj instanceof Temporal.Instant)
          return "temporal";
        if (obj instanceof Temporal.PlainYearMonth)
          return "temporal/x";
      } else if (obj.toPlainDate && obj instanceof Temporal.PlainMonthDay || obj.negated && obj instanceof Temporal.Duration) {
        return "temporal/x";
      }
    }
  }
  return type;
}
function isArrayOfTables(obj) {
  for (let i = 0; i < obj.length; i++) {
    if (extendedTypeOf(obj[i]) !== "object")
      return false;
  }
  return obj.length != 0;
}
function formatWellFormedStringUnchecked(s) {
  return JSON.stringify(s).replaceAll("", "\\u007f");
}
function formatString(s) {
  return formatWellFormedStringUnchecked(HAS_WELLFORMED ? s.toWellFormed() : s);
}
function formatKey(s) {
  if (BARE_KEY.test(s))
    return s;
  if (HAS_WELLFORMED && !s.isWellFormed())
    throw new RangeError("key contains illegal lone surrogates");
  return formatWellFormedStringUnchecked(s);
}
function stringifyValue(val, type, depth, numberAsFloat, strictTemporal) {
  if (depth === 0) {
    throw new Error("Could not stringify the object: maximum object depth exceeded");
  }
  switch (type) {
    // @ts-expect-error -- intentional fallthrough case
    case "number":
      if (isNaN(val))
        return "nan";
      if (val === Infinity)
        return "inf";
      if (val === -Infinity)
        return "-inf";
      if (Number.isInteger(val) && (numberAsFloat || !Number.isSafeInteger(val)))
        return val.toFixed(1);
    case "bigint":
    case "boolean":
    case "temporal":
      return val.toString();
    case "string":
      return formatString(val);
    case "date":
      if (isNaN(val.getTime()))
        throw new TypeError("cannot serialize invalid date");
      return val.toISOString();
    case "object":
      return stringifyInlineTable(val, depth, numberAsFloat, strictTemporal);
    case "array":
      return stringifyArray(val, depth, numberAsFloat, strictTemporal);
    // @ts-expect-error -- intentional fallthrough case
    case "temporal/tz+uc":
      if (strictTemporal) {
        let tz = val.timeZoneId;
        let tzc = tz.charCodeAt(0);
        if (
          // Classic offset
          tzc !== 43 && tzc !== 45 && // Fast pre-check pass; see below for the actually accepted values
          (tzc !== 85 && tzc !== 71 && tzc !== 90 && tzc !== 69 || // UTC and its aliases; Temporal implementations don't all canonicalise unfortunately
          tz !== "UTC" && tz !== "UCT" && tz !== "Universal" && tz !== "Zulu" && // GMT is a TZ but it's for all intents and purposes equivalent to UTC. Safe to downgrade.
          !tz.startsWith("GMT") && tz !== "Greenwich" && // Etc/* are all safe to downgrade to offset (either UTC, GMT, or offset)
          !tz.startsWith("Etc/"))
        ) {
          throw new TypeError("Temporal objects with an IANA timezone are not allowed in Temporal strict mode");
        }
      }
    case "temporal/uc":
      if (strictTemporal && val.calendarId !== "iso8601")
        throw new TypeError("Temporal objects with a non-default calendar are not allowed in Temporal strict mode");
      return val.toString({
        calendarName: "never",
        timeZoneName: "never"
      });
    case "temporal/x":
      throw new TypeError("Unsupported " + val[Symbol.toStringTag]);
  }
}
function stringifyInlineTable(obj, depth, numberAsFloat, strictTemporal) {
  let keys = Object.keys(obj);
  if (keys.length === 0)
    return "{}";
  let res = "{ ";
  for (let i = 0; i < keys.length; i++) {
    let k = keys[i];
    if (i)
      res += ", ";
    res += formatKey(k) + " = " + stringifyValue(obj[k], extendedTypeOf(obj[k]), depth - 1, numberAsFloat, strictTemporal);
  }
  return res + " }";
}
function stringifyArray(array, depth, numberAsFloat, strictTemporal) {
  if (array.length === 0)
    return "[]";
  let res = "[ ";
  for (let i = 0; i < array.length; i++) {
    if (i)
      res += ", ";
    if (array[i] === null || array[i] === void 0) {
      throw new TypeError("arrays cannot contain null or undefined values");
    }
    res += stringifyValue(array[i], extendedTypeOf(array[i]), depth - 1, numberAsFloat, strictTemporal);
  }
  return res + " ]";
}
function stringifyArrayTable(array, key, depth, numberAsFloat, strictTemporal) {
  if (depth === 0) {
    throw new Error("Could not stringify the object: maximum object depth exceeded");
  }
  let res = "";
  for (let i = 0; i < array.length; i++) {
    res += `${res && "\n"}[[${key}]]
`;
    res += stringifyTable(0, array[i], key, depth, numberAsFloat, strictTemporal);
  }
  return res;
}
function stringifyTable(tableKey, obj, prefix, depth, numberAsFloat, strictTemporal) {
  if (depth === 0) {
    throw new Error("Could not stringify the object: maximum object depth exceeded");
  }
  let preamble = "";
  let tables = "";
  let keys = Object.keys(obj);
  for (let i = 0; i < keys.length; i++) {
    let k = keys[i];
    if (obj[k] !== null && obj[k] !== void 0) {
      let type = extendedTypeOf(obj[k]);
      if (type === "symbol" || type === "function") {
        throw new TypeError(`cannot serialize values of type '${type}'`);
      }
      let key = formatKey(k);
      if (type === "array" && isArrayOfTables(obj[k])) {
        tables += (tables && "\n") + stringifyArrayTable(obj[k], prefix ? `${prefix}.${key}` : key, depth - 1, numberAsFloat, strictTemporal);
      } else if (type === "object") {
        let tblKey = prefix ? `${prefix}.${key}` : key;
        tables += (tables && "\n") + stringifyTable(tblKey, obj[k], tblKey, depth - 1, numberAsFloat, strictTemporal);
      } else {
        preamble += key;
        preamble += " = ";
        preamble += stringifyValue(obj[k], type, depth, numberAsFloat, strictTemporal);
        preamble += "\n";
      }
    }
  }
  if (tableKey && (preamble || !tables))
    preamble = preamble ? `[${tableKey}]
${preamble}` : `[${tableKey}]`;
  return preamble && tables ? `${preamble}
${tables}` : preamble || tables;
}
function stringify(obj, { maxDepth = 1e3, numbersAsFloat = false, strictTemporal = false } = {}) {
  if (extendedTypeOf(obj) !== "object") {
    throw new TypeError("stringify can only be called with an object");
  }
  let str = stringifyTable(0, obj, "", maxDepth, numbersAsFloat, strictTemporal);
  if (str[str.length - 1] !== "\n")
    return str + "\n";
  return str;
}

// src/core/specs/judging-parts.ts
function judgingParts(path, text) {
  return formatOf(path)?.read(text) ?? null;
}
function withBaseParts(path, texts) {
  return formatOf(path)?.put(texts) ?? null;
}
function formatOf(path) {
  return formats.get(path.replace(/^.*\//, "").toLowerCase());
}
function keysOf(names, by) {
  const parsed = (text) => {
    try {
      const document = by.parse(text);
      return isTable(document) ? document : null;
    } catch {
      return null;
    }
  };
  return {
    read: (text) => {
      const document = parsed(text);
      return document === null ? null : new Map(names.flatMap((name) => flat(name, valueAt(document, name))));
    },
    put: (texts) => {
      const [base, head] = [parsed(texts.base), parsed(texts.head)];
      if (base === null || head === null) return null;
      return by.write(
        names.reduce((document, name) => withValue(document, name.split("."), valueAt(base, name)), head)
      );
    }
  };
}
function flat(name, value) {
  if (value === void 0) return [];
  if (!isTable(value)) return [[name, JSON.stringify(value)]];
  return Object.entries(value).map(([key, inner]) => [`${name}.${key}`, JSON.stringify(inner)]);
}
function valueAt(document, name) {
  return name.split(".").reduce((value, key) => isTable(value) ? ownValue(value, key) : void 0, document);
}
function withValue(document, [key = "", ...rest], value) {
  const others = Object.fromEntries(Object.entries(document).filter(([name]) => name !== key));
  if (rest.length === 0) return value === void 0 ? others : { ...others, [key]: value };
  const inner = ownValue(document, key);
  const changed = withValue(isTable(inner) ? inner : {}, rest, value);
  return Object.keys(changed).length === 0 && inner === void 0 ? others : { ...others, [key]: changed };
}
function ownValue(table, key) {
  return Object.hasOwn(table, key) ? table[key] : void 0;
}
function isTable(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !("getTime" in value);
}
var json = {
  parse: (text) => JSON.parse(text),
  write: (document) => `${JSON.stringify(document, null, 2)}
`
};
var toml = {
  parse: (text) => parse(text),
  write: (document) => stringify(document)
};
function stretchesOf(divide) {
  const judging = (text) => divide(text).filter(({ name }) => name !== null);
  return {
    read: (text) => new Map(judging(text).map(({ name, text: said }) => [name ?? "", said.trim()])),
    put: ({ base, head }) => {
      const others = divide(head).filter(({ name }) => name === null);
      return [...others, ...judging(base)].map(({ text }) => text.endsWith("\n") ? text : `${text}
`).join("");
    }
  };
}
function sectionsOf(text) {
  return text.split(/^(?=\[)/m).map((section) => {
    const title = /^\[([^\]]*)\]/.exec(section)?.[1]?.trim() ?? "";
    const judges = /^(?:tool:pytest|pytest|tox.*|testenv.*|aliases|options\.entry_points|nosetests|unittest)$/;
    return { name: judges.test(title) ? title : null, text: section };
  });
}
function replacements(text) {
  const blocks = text.matchAll(/^[ \t]*replace[ \t]*(?:\([^)]*\)|[^\n]*)\n?|[^\n]*\n|[^\n]+$/gm);
  return [...blocks].map(([block]) => {
    const isReplacement = /^[ \t]*replace\b/.test(block);
    const said = block.replaceAll(/\/\/.*$/gm, "").replaceAll(/\s+/g, " ").trim();
    return { name: isReplacement ? said : null, text: block };
  });
}
var formats = /* @__PURE__ */ new Map([
  ["package.json", keysOf(["scripts", "jest", "mocha", "ava", "tap", "nyc", "c8", "babel"], json)],
  ["composer.json", keysOf(["scripts", "autoload-dev"], json)],
  [
    "pyproject.toml",
    keysOf(
      [
        ...["tool.pytest", "tool.tox", "tool.hatch", "tool.poe", "tool.taskipy", "tool.coverage", "tool.nox"],
        // A plugin of pytest, or a program that is called like it, is declared as an entry point.
        ...["project.scripts", "project.gui-scripts", "project.entry-points"],
        ...["tool.poetry.scripts", "tool.poetry.plugins", "tool.pdm.scripts"]
      ],
      toml
    )
  ],
  [
    "cargo.toml",
    keysOf(
      [
        ...["lib", "bin", "test", "bench", "example", "profile", "patch", "replace"],
        ...["build", "autotests", "autobenches", "autoexamples", "default-run"].map(
          (key) => `package.${key}`
        )
      ],
      toml
    )
  ],
  ["setup.cfg", stretchesOf(sectionsOf)],
  ["go.mod", stretchesOf(replacements)]
]);

// src/core/specs/named-by-judge.ts
function namedByJudge({ directory, commands, configs }) {
  const words = commands.flatMap((command) => wordsOf(command));
  const inCommand = pathsOf(words, [directory, "."]);
  const loaded = pathsOf(valuesOf(loadingOption, words), [directory, "."]);
  const asOption = pathsOf(valuesOf(/^-/, words), [directory, "."]);
  const configured = new Set(
    configs.flatMap(({ path, text }) => [...pathsOf(wordsOf(text), [folderOf(path), directory, "."])])
  );
  const namesOf = remembered((path) => ({
    isLoaded: isNamedAmong(loaded, path),
    isConfigured: isNamedAmong(configured, path),
    isInCommand: isNamedAmong(asOption, path) || inCommand.has(path)
  }));
  return ({ path, isTest }) => {
    const { isLoaded, isConfigured, isInCommand } = namesOf(path);
    if (isLoaded || !(isConfigured || isInCommand)) return isLoaded;
    return isTest(path) ? isConfigured && !isTestFile.test(path) : true;
  };
}
var loadingOption = /^--?(?:import|r|require|loader|experimental-loader|preload|c|config|p|plugins?|rcfile|file|reporter|setup.*|global.*)$/i;
var isTestFile = /\.(?:test|spec)\.[^/]+$|(?:^|\/)test_[^/]*\.py$|_test\.(?:py|go)$/;
function wordsOf(text) {
  return [...text.matchAll(/[\w@./<>~+-]+/g)].map(([word]) => word);
}
function valuesOf(option, words) {
  return words.filter((_, index) => {
    const before = words[index - 1] ?? "";
    return /^-{1,2}[A-Za-z]/.test(before) && option.test(before);
  });
}
function pathsOf(words, folders) {
  return new Set(
    words.flatMap((word) => {
      const plain = word.replace(/^<rootDir>\//, "");
      const names = /^\w+(?:\.\w+)+$/.test(plain) ? [plain, plain.replaceAll(".", "/")] : [plain];
      return folders.flatMap((folder) => names.map((name) => joined(folder, name)));
    })
  );
}
function isNamedAmong(paths, path) {
  const names = [path, path.replace(/\.[^./]+$/, ""), path.replace(/\/(?:__init__|index)\.[^./]+$/, "")];
  return names.some((name) => paths.has(name));
}
function folderOf(path) {
  return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : ".";
}
function joined(folder, name) {
  const parts = [];
  for (const part of `${folder}/${name}`.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.join("/");
}

// src/pipeline/specs/altered-judge.ts
async function alteredIn(repository, { base, head }, path) {
  const [before, after] = [base.get(path), head.get(path)];
  if (isOdd(before) || isOdd(after) || isInTheWay(head, path))
    return { said: `${path} (a link or a folder)`, replacement: null };
  if (isMixed(path)) {
    const divided = await dividedIn(repository, { path, before, after });
    if (divided !== "whole") return divided;
  }
  if (before === void 0)
    return { said: `${path} (new)`, replacement: { path, content: null, isExecutable: false } };
  const content = await repository.readBlob(before.oid);
  return {
    said: after === void 0 ? `${path} (deleted)` : path,
    replacement: { path, content, isExecutable: before.kind === "executable" }
  };
}
function isOdd(entry) {
  return entry?.kind === "symlink" || entry?.kind === "submodule";
}
function isInTheWay(head, path) {
  if (path.includes("\\")) return true;
  const parts = path.split("/");
  const parents = parts.slice(1).map((_, index) => parts.slice(0, index + 1).join("/"));
  return parents.some((parent) => head.has(parent)) || [...head.keys()].some((each) => each.startsWith(`${path}/`));
}
async function dividedIn(repository, of) {
  const { path, before, after } = of;
  if (after === void 0) return "whole";
  const texts = {
    base: before === void 0 ? emptyTexts.get(path.replace(/^.*\./, "")) ?? "" : await textOf(repository, before),
    head: await textOf(repository, after)
  };
  const parts = { base: judgingParts(path, texts.base), head: judgingParts(path, texts.head) };
  if (parts.base === null || parts.head === null) return "whole";
  const names = [.../* @__PURE__ */ new Set([...parts.base.keys(), ...parts.head.keys()])];
  const changed = names.filter((name) => parts.base?.get(name) !== parts.head?.get(name));
  if (changed.length === 0) return null;
  const text = withBaseParts(path, texts);
  if (text === null) return "whole";
  const content = new TextEncoder().encode(text);
  const said = `${path} (${changed.slice(0, 5).join(", ")}${changed.length > 5 ? ", …" : ""})`;
  return { said, replacement: { path, content, isExecutable: after.kind === "executable" } };
}
var emptyTexts = /* @__PURE__ */ new Map([["json", "{}"]]);
async function textOf(repository, { oid }) {
  return new TextDecoder().decode(await repository.readBlob(oid));
}

// src/pipeline/specs/base-judge.ts
function baseJudges(repository, commits) {
  let comparison = null;
  return async (version) => {
    if (commits.base === commits.head) return version;
    comparison ??= compare(repository, commits);
    const altered = await alteredFor(version.spec, await comparison);
    if (altered.length === 0) return version;
    return { ...version, judge: await judgeOf(repository, commits.head, altered) };
  };
}
async function compare(repository, { base, head }) {
  const sides = { base: await listed(repository, base), head: await listed(repository, head) };
  const differing = differingPaths(sides).map((path) => ({ path, isJudge: isJudge(path) }));
  let texts = null;
  const named = /* @__PURE__ */ new Map();
  return {
    differing,
    alteredAt: remembered(async (path) => {
      const found = await alteredIn(repository, sides, path);
      return found === null ? [] : [found];
    }),
    namedFor: async ({ directory, test }) => {
      texts ??= judgingTexts(repository, sides);
      const { scripts, configs } = await texts;
      const key = `${directory}
${test}`;
      const isNamed = named.get(key) ?? namedByJudge({ directory, commands: [test, ...scripts], configs });
      named.set(key, isNamed);
      return isNamed;
    }
  };
}
async function alteredFor(spec, { differing, namedFor, alteredAt }) {
  const { isTest, mayWrite } = pathRules(spec);
  const texts = new Set(spec.files);
  const isOwn = (path) => texts.has(path) || mayWrite(path);
  const mayBeNamed = differing.some((each) => !each.isJudge && !isOwn(each.path));
  const isNamed = mayBeNamed ? await namedFor(spec) : () => false;
  const altered = [];
  for (const { path, isJudge: judges } of differing) {
    if ((judges || isNamed({ path, isTest })) && !isOwn(path)) altered.push(...await alteredAt(path));
  }
  return altered;
}
async function judgeOf(repository, commit, altered) {
  const replacements2 = altered.flatMap(({ replacement }) => replacement ?? []);
  return {
    commit: await repository.withFiles(commit, replacements2),
    altered: altered.map(({ said }) => said),
    isWhole: replacements2.length === altered.length
  };
}
async function listed(repository, commit) {
  return new Map((await repository.listFiles(commit)).map((entry) => [entry.path, entry]));
}
function differingPaths({ base, head }) {
  const paths = /* @__PURE__ */ new Set([...base.keys(), ...head.keys()]);
  return [...paths].filter(
    (path) => base.get(path)?.oid !== head.get(path)?.oid || base.get(path)?.kind !== head.get(path)?.kind
  ).toSorted();
}
function isJudge(path) {
  return isJudging(path) || isMixed(path);
}
var mostBytes = 256 * 1024;
var mostConfigs = 200;
async function judgingTexts(repository, { base }) {
  const entries = [...base.values()].filter(({ path, size }) => size <= mostBytes && isJudge(path));
  const scripts = [];
  const configs = [];
  for (const entry of entries.slice(0, mostConfigs)) {
    const text = await textOf(repository, entry);
    const parts = isMixed(entry.path) ? judgingParts(entry.path, text) : null;
    if (parts === null) configs.push({ path: entry.path, text });
    else scripts.push(...parts.values());
  }
  return { scripts, configs };
}

// src/core/specs/pair-specs.ts
function pairSpecs(sides) {
  const left = new Set(sides.base);
  const partners = /* @__PURE__ */ new Map();
  const rules = [
    (base, head) => base.name === head.name,
    (base, head) => head.files.some((file) => base.files.includes(file)),
    (base, head) => head.files.some((file) => base.files.includes(sides.renamed.get(file) ?? file))
  ];
  for (const arePartners of rules) {
    for (const head of sides.head) {
      const base = partners.has(head) ? void 0 : [...left].find((candidate) => arePartners(candidate, head));
      if (base === void 0) continue;
      partners.set(head, base);
      left.delete(base);
    }
  }
  return [
    ...sides.head.map((head) => ({ base: partners.get(head) ?? null, head })),
    ...[...left].map((base) => ({ base, head: null }))
  ];
}

// src/pipeline/specs/read-test-files.ts
async function readTestFiles(repository, of) {
  const touched = of.changed.filter(({ status, path }) => (status === "modified" || status === "renamed") && of.isTest(path)).slice(0, mostFiles);
  const read = await atOnce(touched, async ({ path, from }) => {
    const before = from ?? path;
    const base = await textOf2(repository, of.base, before);
    const head = await textOf2(repository, of.head, path);
    return base === null || head === null ? [] : [{ path, from: before, base, head }];
  });
  return read.flat();
}
var mostFiles = 500;
var mostBytes2 = 256 * 1024;
async function textOf2(repository, side, path) {
  const entry = side.entries.get(path);
  if (entry === void 0 || entry.kind === "symlink" || entry.kind === "submodule") return null;
  if (entry.size > mostBytes2) return null;
  return new TextDecoder().decode(await repository.readBlob(entry.oid));
}

// src/pipeline/specs/find-changes.ts
async function findChanges(request) {
  const { repository, entries } = request;
  const [base, head] = await atOnce(
    [request.base, request.head],
    (commit) => listSide({ repository, entries, commit })
  );
  if (base === void 0 || head === void 0) throw new Error("two commits have two sides");
  refuseUnmatchedSpecs(entries, [base, head]);
  const places = {
    paths: [...base.paths, ...head.paths],
    submodules: [...base.submodules, ...head.submodules]
  };
  for (const spec of head.specs) refuseMissingFolder(spec, places);
  refuseLinkedSpecs(head);
  const pairs = pairSpecs({ base: base.specs, head: head.specs, renamed: /* @__PURE__ */ new Map() });
  const differing = await differingPairs(pairs, { base, head });
  const changes = differing.length === 0 ? [] : await readChanges(repository, { base, head });
  return { changes, unmatched: unmatchedGlobs({ base, head }) };
}
async function readChanges(repository, sides) {
  const { base, head } = sides;
  const changed = await repository.changedPaths(base.commit, head.commit);
  const renamed = new Map(
    changed.flatMap(({ path, from }) => from === null ? [] : [[path, from]])
  );
  const pairs = pairSpecs({ base: base.specs, head: head.specs, renamed });
  const names = rememberedNames();
  const read = await atOnce(await differingPairs(pairs, sides), async (pair) => {
    const versions = await readPair(repository, pair, sides);
    const change = changeOf(versions, { changed, renamed, names });
    if (change === null || change.base === null || change.head === null) return change;
    const { spec } = change.head;
    const { isTest } = pathRules(spec, names);
    return {
      ...change,
      testFiles: await readTestFiles(repository, { ...sides, changed, isTest })
    };
  });
  return read.filter((change) => change !== null);
}
async function differingPairs(pairs, sides) {
  const differ = await atOnce(pairs, async (pair) => haveDifferentBlobs(pair, sides));
  return pairs.filter((_, index) => differ[index]);
}
async function haveDifferentBlobs(pair, { base, head }) {
  if (pair.base === null || pair.head === null) return true;
  const named = (spec, side) => blobsOf(spec, namedInstructions(spec, side), side);
  if (named(pair.base, base) !== named(pair.head, head)) return true;
  if (!mayImportsDiffer(pair.head, { base, head })) return false;
  const whole = async (spec, side) => blobsOf(spec, await side.instructionsOf(spec), side);
  return await whole(pair.base, base) !== await whole(pair.head, head);
}
function blobsOf(spec, instructions, side) {
  const ids = (paths) => paths.map((path) => side.entries.get(path)?.oid).join(" ");
  return `${ids(spec.files)}
${ids(instructions)}`;
}
function mayImportsDiffer(spec, { base, head }) {
  if (namedInstructions(spec, head).length === 0) return false;
  const { isTest, mayWrite } = pathRules(spec);
  return [.../* @__PURE__ */ new Set([...base.paths, ...head.paths])].some(
    (path) => base.entries.get(path)?.oid !== head.entries.get(path)?.oid && !isTest(path) && !mayWrite(path)
  );
}
async function readPair(repository, pair, sides) {
  const head = pair.head === null ? null : await readVersion(repository, pair.head, sides.head);
  return { base: pair.base === null ? null : await readBase(repository, pair.base, sides.base), head };
}
async function readBase(repository, spec, side) {
  try {
    return await readVersion(repository, spec, side);
  } catch (error) {
    if (error instanceof UserError && error.code === "SPEC_UNREADABLE") return null;
    throw error;
  }
}
function changeOf({ base, head }, diff) {
  const present = head ?? base;
  if (present === null) return null;
  const { spec } = present;
  const change = { name: spec.name, base, head, ...besidesTheSpec(diff, present) };
  if (base === null || head === null) return { ...change, hunks: [] };
  if (haveEqualTexts(base.files, head.files) && haveEqualTexts(base.instructions, head.instructions))
    return null;
  return { ...change, hunks: hunksBetween(shownBy(base), shownBy(head), diff.renamed) };
}
function haveEqualTexts(one, other) {
  return one.length === other.length && one.every((file, at) => file.text === other[at]?.text);
}
function shownBy(version) {
  return [...version.files, ...version.instructions];
}
function besidesTheSpec({ changed, names }, { spec, files, instructions }) {
  const texts = new Set([...files, ...instructions].map(({ path }) => path));
  const { isTest, mayWrite } = pathRules(spec, names);
  const isTestThere = ({ path, from }) => isTest(path) || from !== null && isTest(from);
  const isOther = ({ path }) => !texts.has(path) && !mayWrite(path);
  const otherFiles = changed.filter((each) => !isTestThere(each) && isOther(each)).map(({ path }) => path);
  return {
    changedTests: changed.filter((each) => isTestThere(each)).map(({ path }) => path),
    otherFilesChanged: otherFiles.length > 0,
    otherFiles,
    isCodeSame: !changed.some(({ path, from }) => mayWrite(path) || from !== null && mayWrite(from))
  };
}
function unmatchedGlobs({ base, head }) {
  const matched = (glob) => [base, head].some((side) => side.match([glob]).length > 0);
  const globs = [...base.specs, ...head.specs].flatMap((spec) => [...spec.instructions, ...spec.context]);
  return [...new Set(globs)].filter((glob) => !matched(glob));
}

// src/pipeline/specs/verdict-id.ts
async function verdictIdOf(repository, questions, { decide, samples, gate }) {
  const listingOf = remembered(async (commit) => judgingIn(repository, commit));
  const names = rememberedNames();
  const known = /* @__PURE__ */ new Map();
  const testsOnce = (version) => {
    const tests = known.get(version) ?? testsOf(version, { listingOf, names });
    known.set(version, tests);
    return tests;
  };
  const asked = await atOnce(questions, async (question) => ({
    asks: question.asks,
    arms: await atOnce(sidesOf(question), (side) => armText(side, testsOnce))
  }));
  const digests = asked.map((each) => digest(each)).toSorted();
  return digest({ kind: "verdict", questions: digests, decide, samples, gate });
}
async function armText({ role, arm }, testsIn) {
  const { directory, setup, git, writableDeps, test, results, timeoutMs } = arm.version.spec;
  return {
    side: role,
    asked: arm.keyOf(0),
    commands: {
      directory,
      setup,
      ...git === void 0 ? {} : { git },
      writableDeps,
      test,
      results,
      timeoutMs
    },
    tests: await testsIn(arm.version),
    judge: arm.version.judge?.altered ?? []
  };
}
async function testsOf({ spec, commit }, of) {
  const { entries, parts } = await of.listingOf(commit);
  const { isTest } = pathRules(spec, of.names);
  const whole = entries.filter(({ path, judges }) => judges || isTest(path));
  return [...whole.map(({ text }) => text), ...parts];
}
async function judgingIn(repository, commit) {
  const entries = await repository.listFiles(commit);
  const mixed = entries.filter(
    ({ path, kind }) => kind !== "symlink" && kind !== "submodule" && isMixed(path)
  );
  const parts = await atOnce(mixed, async ({ path, oid }) => {
    const text = new TextDecoder().decode(await repository.readBlob(oid));
    const judging = judgingParts(path, text);
    return `${judging === null ? oid : digest([...judging])} ${path}`;
  });
  const listed2 = entries.map(({ path, kind, oid }) => ({
    path,
    text: `${kind} ${oid} ${path}`,
    judges: isJudging(path)
  }));
  return { entries: listed2, parts };
}

// src/pipeline/specs/find-work.ts
async function findWork(repository, of) {
  const { trigger, switches: given = [] } = of;
  const { specs: entries } = of.settings;
  if (trigger.kind === "audit") throw new Error("an audit compares no two commits");
  const { base, head } = trigger;
  const found = await findChanges({ repository, entries, base, head });
  const withBaseJudge = baseJudges(repository, { base, head });
  const changes = await atOnce(
    found.changes,
    async (change) => change.head === null ? change : { ...change, head: await withBaseJudge(change.head) }
  );
  const unchanged = given.length === 0 ? [] : await unchangedSpecs(repository, { entries, head, changes, withBaseJudge });
  const { settings, switches } = changes.length + unchanged.length === 0 ? { ...of, switches: given } : await versioned(of);
  const questions = questionsOf({ changes, unchanged, switches, settings });
  const verdictId = questions.length === 0 ? null : await verdictIdOf(repository, questions, settings);
  return { ...found, changes, questions, verdictId, settings };
}
async function versioned({
  settings,
  switches = [],
  agentVersionOf
}) {
  if (agentVersionOf === void 0) return { settings, switches };
  const known = async (models) => withAgentVersions(models, agentVersionOf);
  return {
    settings: { ...settings, models: await known(settings.models) },
    switches: await atOnce(switches, async ({ from, to }) => {
      const [before = from, after = to] = await known([from, to]);
      return { from: before, to: after };
    })
  };
}
function altersJudge({ questions }) {
  return questions.some(({ head }) => head.version.judge !== void 0);
}
function withAcceptance(work, accepted) {
  const { verdictId } = work;
  if (accepted === null || verdictId === null) return work;
  return { ...work, verdictId: digest({ kind: "accepted verdict", verdictId }) };
}
async function unchangedSpecs(repository, of) {
  const side = await listSide({ repository, entries: of.entries, commit: of.head });
  refuseLinkedSpecs(side);
  const read = new Map(of.changes.flatMap(({ head }) => head === null ? [] : [[head.spec.name, head]]));
  const versions = await atOnce(
    side.specs,
    async (spec) => read.get(spec.name) ?? of.withBaseJudge(await readVersion(repository, spec, side))
  );
  return versions.map((version) => unchangedSpec(version));
}

export {
  findWork,
  altersJudge,
  withAcceptance
};
/*! For license information please see chunk-FM5FA5F7.js.LEGAL.txt */
