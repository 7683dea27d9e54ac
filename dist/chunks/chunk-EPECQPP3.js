import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  checksOf,
  dropNumber,
  dropTitle,
  foldedNotes,
  interval,
  legend,
  likely,
  movedTests,
  nextStep,
  nothingMeasured,
  openingLines,
  passedSides,
  passedTitle,
  questionLine,
  quoteWords,
  savedWords,
  spentLine,
  stateOf,
  unproved,
  unprovedLine,
  verdictSubject,
  verdictWord,
  wordsOfPart
} from "./chunk-N2DEFOSI.js";
import {
  foundBehind,
  headLines,
  isBlocking,
  mostSevereFirst,
  rankHunks,
  severity,
  wordsBehind
} from "./chunk-I3VVAFPO.js";
import {
  verdictsBehind
} from "./chunk-Z5FYRDEC.js";
import {
  code,
  commandFree,
  confidence,
  count,
  diffWords,
  diffWordsWithSpace,
  dollars,
  grouped,
  invisible,
  joinNames,
  nameModel,
  pValue,
  plainPhrases,
  plainText,
  points,
  projectionLine,
  prose,
  rate,
  readAnswer,
  share,
  sourceHash,
  structuredPatch,
  subjectTitle,
  testRate,
  wilson,
  withoutColours,
  words
} from "./chunk-WSJ3JF5A.js";

// src/core/report/html/anchors.ts
function anchorsOf(summary) {
  const taken = /* @__PURE__ */ new Set();
  const specs = /* @__PURE__ */ new Map();
  for (const name of specsOf(summary)) specs.set(name, free(`/${slug(name)}`, taken));
  const spec = (name) => specs.get(name) ?? `/${slug(name)}`;
  const comparisons = new Map(
    summary.verdicts.map((verdict) => [
      verdict.question,
      free(`${spec(verdict.spec)}/${slug(verdict.model)}`, taken)
    ])
  );
  return { spec, comparison: (question) => comparisons.get(question) ?? "/" };
}
function specsOf({ changes, verdicts, matrix }) {
  return [
    .../* @__PURE__ */ new Set([...changes.map(({ name }) => name), ...[...verdicts, ...matrix].map(({ spec }) => spec)])
  ];
}
function fileOf(anchor) {
  return `generations/${anchor.slice(1).replaceAll("/", "--")}.html`;
}
function slug(name) {
  const plain = name.replaceAll(/[^A-Za-z0-9._-]+/g, "-").replaceAll(/^[.-]+|[.-]+$/g, "").slice(0, 60);
  return plain === "" ? "unnamed" : plain;
}
function free(wanted, taken) {
  let name = wanted;
  const key = () => fileOf(name).toLowerCase();
  for (let number3 = 2; taken.has(key()); number3 += 1) name = `${wanted}-${number3}`;
  taken.add(key());
  return name;
}

// node_modules/preact/dist/preact.mjs
var n;
var t;
var r;
var u;
var i;
var f;
var o;
var e;
var l;
var c;
var a;
var s;
var h = /* @__PURE__ */ Symbol.for("pv");
var p = {};
var y = [];
var v = /^m(i|n|o|s|text|space)$/;
var w = Array.isArray;
var d = y.slice;
var _ = Object.assign;
function g(n2) {
  n2 && n2.parentNode && n2.remove();
}
function k(n2, t4, r2) {
  var u3, i3, f3, o3 = {}, e3 = arguments.length;
  for (f3 in t4) "key" == f3 ? u3 = t4[f3] : "ref" == f3 && "function" != typeof n2 ? i3 = t4[f3] : o3[f3] = t4[f3];
  return e3 > 2 && (o3.children = e3 > 3 ? d.call(arguments, 2) : r2), m(n2, o3, u3, i3, null);
}
function m(r2, u3, i3, f3, o3) {
  var e3 = { type: r2, props: u3, key: i3, ref: f3, __k: null, __: null, __b: 0, __e: null, __c: null, constructor: h, __v: o3 || ++t, __i: -1, __u: 0 };
  return !o3 && n.vnode && n.vnode(e3), e3;
}
function $(n2) {
  return n2.children;
}
function x(n2, t4) {
  this.props = n2, this.context = t4, this.__g = 0;
}
function S(n2, t4) {
  if (null == t4) return n2.__ && S(n2.__, n2.__i + 1);
  for (var r2; t4 < n2.__k.length; t4++) if ((r2 = n2.__k[t4]) && r2.__e) return r2.__e;
  return "function" != typeof n2.type || n2.props.__P ? null : S(n2);
}
function C(t4) {
  var r2, u3 = t4.__v, i3 = u3.__e, f3 = [], o3 = [], e3 = t4.__P;
  e3 && ((r2 = _({ constructor: h }, u3)).__v = u3.__v + 1, n.vnode && n.vnode(r2), z(e3, r2, u3, t4.__n, e3.namespaceURI, 32 & u3.__u ? [i3] : null, f3, i3 || S(u3), 32 & u3.__u, o3), r2.__v = u3.__v, r2.__.__k[r2.__i] = r2, E(f3, r2, o3), u3.__ = u3.__e = null, r2.__e != i3 && j(r2));
}
function j(n2) {
  if ((n2 = n2.__) && n2.__c && !n2.props.__P) return n2.__e = null, n2.__k.some(function(t4) {
    return t4 && (n2.__e = t4.__e);
  }), j(n2);
}
function L(t4) {
  (8 & t4.__g || (t4.__g |= 8, u.push(t4), f++)) && i == n.debounceRendering || ((i = n.debounceRendering) || queueMicrotask)(H);
}
function H() {
  try {
    for (var n2, t4 = 1; u.length; ) u.length > t4 && u.sort(o), n2 = u.shift(), t4 = u.length, 8 & n2.__g && C(n2);
  } finally {
    (f = u.length) && (i || queueMicrotask)(H);
  }
}
function I(n2, t4, r2, u3, i3, f3, o3, e3, l3, c3, a4) {
  var s4, h4, v3, w3, d3, _3, g3 = u3.__k || y, k4 = t4.length;
  for (l3 = q(r2, t4, g3, l3, k4), s4 = 0; s4 < k4; s4++) null != (v3 = r2.__k[s4]) && (h4 = ~v3.__i && g3[v3.__i] || p, v3.__i = s4, _3 = z(n2, v3, h4, i3, f3, o3, e3, l3, c3, a4), w3 = v3.__e, (h4.ref != v3.ref || 8 & h4.__u) && (h4.ref && G(h4.ref, null, v3, h4), v3.ref && a4.push(v3.ref, v3.__c || w3, v3)), d3 = d3 || w3, 4 & v3.__u ? (l3 = A(v3, l3, n2, !h4.__v), h4.__e && (h4.__e = null)) : "function" == typeof v3.type && void 0 !== _3 ? l3 = _3 : w3 && (l3 = w3.nextSibling), v3.__u &= -21);
  return r2.__e = d3, l3;
}
function q(n2, t4, r2, u3, i3) {
  var f3, o3, e3, l3, c3, a4, s4, p3, y4, v3 = r2.length, d3 = v3, _3 = 0, g3 = 0, k4 = n2.__k = Array(i3);
  for (f3 = 0; f3 < i3; f3++) null != (o3 = t4[f3]) && "boolean" != typeof o3 && "function" != typeof o3 ? ("object" != typeof o3 || o3.constructor === String ? o3 = k4[f3] = m(null, o3) : w(o3) ? o3 = k4[f3] = m($, { children: o3 }) : o3.constructor === h && o3.__b ? o3 = k4[f3] = m(o3.type, o3.props, o3.key, o3.ref, o3.__v) : k4[f3] = o3, l3 = f3 + _3, o3.__ = n2, o3.__b = n2.__b + 1, e3 = null, ~(c3 = o3.__i = P(o3, r2, l3, d3)) && (d3--, (e3 = r2[c3]) && (e3.__u |= 2)), e3 && e3.__v ? (o3.__u |= 16, c3 == l3 - 1 ? _3-- : c3 == l3 + 1 ? _3++ : c3 != l3 && (c3 > l3 ? _3-- : _3++, g3 = 1)) : (~c3 || (i3 > v3 ? _3-- : i3 < v3 && _3++), "function" != typeof o3.type && (o3.__u |= 4))) : k4[f3] = null;
  if (g3) {
    for (a4 = [], s4 = [], f3 = 0; f3 < i3; f3++) if ((o3 = k4[f3]) && 16 & o3.__u) {
      for (_3 = 0, p3 = a4.length; _3 < p3; ) a4[y4 = _3 + p3 >> 1] < o3.__i ? _3 = y4 + 1 : p3 = y4;
      a4[_3] = o3.__i, s4[f3] = _3 + 1;
    }
    for (_3 = a4.length; f3--; ) s4[f3] && (s4[f3] == _3 ? _3-- : k4[f3].__u |= 4);
  }
  if (d3) for (f3 = 0; f3 < v3; f3++) !(e3 = r2[f3]) || 2 & e3.__u || (e3.__e == u3 && (u3 = S(e3)), J(e3, e3));
  return u3;
}
function A(n2, t4, r2, u3) {
  var i3, f3, o3, e3;
  if ("function" == typeof n2.type) {
    if (n2.props.__P) return t4;
    if (i3 = n2.__k) for (f3 = 0; f3 < i3.length; f3++) i3[f3] && (i3[f3].__ = n2, t4 = A(i3[f3], t4, r2, false));
    return t4;
  }
  for (t4 && !t4.parentNode && (t4 = S(n2)) && !t4.parentNode && (t4 = null), o3 = n2.__e, e3 = t4; e3 && 8 == e3.nodeType; ) e3 = e3.nextSibling;
  for (o3 != e3 && (!u3 && r2.moveBefore && o3.parentNode ? r2.moveBefore(o3, t4) : r2.insertBefore(o3, t4 || null)), t4 = o3; (t4 = t4 && t4.nextSibling) && 8 == t4.nodeType && !t4.data.startsWith("$s"); ) ;
  return t4;
}
function P(n2, t4, r2, u3) {
  var i3, f3 = n2.key, o3 = n2.type, e3 = t4[r2], l3 = e3 && !(2 & e3.__u);
  if (null === e3 && null == f3 || l3 && f3 == e3.key && o3 == e3.type) return r2;
  if (u3 > (l3 ? 1 : 0)) {
    for (i3 = r2 - 1; i3 >= 0; i3--) if ((e3 = t4[i3]) && !(2 & e3.__u) && f3 == e3.key && o3 == e3.type) return i3;
    for (i3 = r2 + 1; i3 < t4.length; i3++) if ((e3 = t4[i3]) && !(2 & e3.__u) && f3 == e3.key && o3 == e3.type) return i3;
  }
  return -1;
}
function T(n2, t4, r2) {
  null == r2 && (r2 = ""), "-" == t4[0] ? n2.setProperty(t4, r2) : n2[t4] = r2;
}
function N(n2, t4, r2, u3, i3) {
  var f3, o3;
  if ("style" == t4) if ("string" == typeof r2) n2.style.cssText = r2;
  else {
    if ("string" == typeof u3 && (n2.style.cssText = u3 = ""), u3) for (t4 in u3) r2 && t4 in r2 || T(n2.style, t4);
    if (r2) for (t4 in r2) u3 && r2[t4] == u3[t4] || T(n2.style, t4, r2[t4]);
  }
  else if ("o" == t4[0] && "n" == t4[1]) "function" != typeof r2 && (r2 = null), "function" != typeof u3 && (u3 = null), (n2.__e || (n2.__e = {}))[t4] = r2, r2 && u3 || (o3 = a[t4] || (a[t4] = V(t4)), (n2.__a || (n2.__a = {}))[t4] = c, f3 = t4 != (t4 = t4.replace(l, "$1")), (t4 = t4.slice(2))[0] < "a" && (t4 = t4.toLowerCase()), r2 ? n2.addEventListener(t4, o3, f3) : n2.removeEventListener(t4, o3, f3));
  else {
    if ("http://www.w3.org/2000/svg" == i3) t4 = t4.replace(/xlink(H|:h)/, "h").replace(/sName$/, "s");
    else if ("width" != t4 && "height" != t4 && "href" != t4 && "list" != t4 && "form" != t4 && "tabIndex" != t4 && "download" != t4 && "rowSpan" != t4 && "colSpan" != t4 && "role" != t4 && "popover" != t4 && t4 in n2) try {
      return void (n2[t4] = null == r2 ? "" : r2);
    } catch (n3) {
    }
    if ("function" == typeof r2) return;
    null == r2 || false === r2 && "-" != t4[4] ? n2.removeAttribute(t4) : n2.setAttribute(t4, "popover" == t4 && 1 == r2 ? "" : r2);
  }
}
function V(t4) {
  return function(r2) {
    var u3 = this.__e;
    if (u3) {
      if (u3 = u3[t4], null == r2[e]) r2[e] = c++;
      else if (r2[e] < this.__a[t4]) return;
      return u3(n.event ? n.event(r2) : r2);
    }
  };
}
function z(t4, r2, u3, i3, f3, o3, e3, l3, c3, a4) {
  var s4, p3, v3, d3, k4, b2, m3, M2, C3, j3, L2, H3, q3, A3, O, P3, T3, N3, V3 = r2.type;
  if (r2.constructor !== h) return null;
  128 & u3.__u && (c3 = 32 & u3.__u, s4 = u3.__c.__z) && (r2.__u |= c3, p3 = o3 = [], 8 == s4.nodeType ? l3 = B(s4, o3) : o3.push(s4), l3 = o3[0] || l3), (s4 = n.__b) && s4(r2);
  n: if ("function" == typeof V3) {
    v3 = e3.length;
    try {
      if (M2 = r2.props, C3 = (s4 = V3.prototype) && s4.render, j3 = (s4 = V3.contextType) && i3[s4.__c], L2 = s4 ? j3 ? j3.props.value : s4.__ : i3, (d3 = u3.__c) ? (r2.__c = d3, 2 & d3.__g && (d3.__g |= 1)) : (C3 ? r2.__c = d3 = new V3(M2, L2) : (r2.__c = d3 = new x(M2, L2), d3.constructor = V3, d3.render = K), j3 && j3.sub(d3), d3.state || (d3.state = {}), d3.__n = i3, d3.__g |= 8, d3.__h = [], d3.__k = []), C3 && (d3.__s || (d3.__s = d3.state), V3.getDerivedStateFromProps && (d3.__s == d3.state && (d3.__s = _({}, d3.__s)), _(d3.__s, V3.getDerivedStateFromProps(M2, d3.__s)))), k4 = d3.props, b2 = d3.state, d3.__v = r2, u3.__c) {
        if (M2 !== k4 && C3 && !V3.getDerivedStateFromProps && d3.componentWillReceiveProps && d3.componentWillReceiveProps(M2, L2), r2.__v == u3.__v && !(8 & d3.__g) || !(4 & d3.__g) && d3.shouldComponentUpdate && false === d3.shouldComponentUpdate(M2, d3.__s, L2)) {
          r2.__v != u3.__v && (d3.props = M2, d3.state = d3.__s, d3.__g &= -9), r2.__e = u3.__e, r2.__k = u3.__k, r2.__k.some(function(n2) {
            n2 && (n2.__ = r2);
          }), y.push.apply(d3.__h, d3.__k), d3.__k = [], d3.__h.length && e3.push(d3), l3 = S(u3);
          break n;
        }
        d3.componentWillUpdate && d3.componentWillUpdate(M2, d3.__s, L2), C3 && d3.componentDidUpdate && d3.__h.push(function() {
          d3.componentDidUpdate(k4, b2, m3);
        });
      } else C3 && !V3.getDerivedStateFromProps && d3.componentWillMount && d3.componentWillMount(), C3 && d3.componentDidMount && d3.__h.push(d3.componentDidMount);
      d3.context = L2, d3.props = M2, d3.__P = t4, d3.__g &= -5, H3 = n.__r, q3 = C3 ? 25 : 0;
      do {
        d3.__g &= -9, H3 && H3(r2), s4 = d3.render(d3.props, d3.state = d3.__s, d3.context);
      } while (8 & d3.__g && ++q3 < 25);
      C3 && (y.push.apply(d3.__h, d3.__k), d3.__k = []), d3.state = d3.__s, d3.getChildContext && (i3 = _({}, i3, d3.getChildContext())), C3 && u3.__c && d3.getSnapshotBeforeUpdate && (m3 = d3.getSnapshotBeforeUpdate(k4, b2)), A3 = s4 && s4.type === $ && null == s4.key ? s4.props.children : s4, M2.__P && (s4 = l3, f3 = (t4 = M2.__P).namespaceURI, c3 = o3 = null, u3.props && u3.props.__P != t4 && (u3.__k.some(function(n2) {
        n2 && J(n2, n2);
      }), u3.__k = null), l3 = u3.__k ? S(u3, 0) : null), l3 = I(t4, w(A3) ? A3 : [A3], r2, u3, i3, f3, o3, e3, l3, c3, a4), M2.__P && (r2.__e = null, l3 = s4), r2.__u &= -161, p3 && p3.some(g), d3.__h.length && e3.push(d3), 1 & d3.__g && (d3.__g &= -4);
    } catch (t5) {
      if (e3.length = v3, r2.__v = null, c3 || o3) if (t5 && t5.then) {
        if (r2.__u |= 128 | c3, o3) {
          for (~(T3 = o3.indexOf(l3 || void 0)) || (T3 = o3.length); (N3 = o3[T3 - 1]) && 8 == N3.nodeType; ) T3--;
          for (; T3 < o3.length; T3++) if (N3 = o3[T3]) if (o3[T3] = null, O) {
            if (N3 == P3) break;
          } else {
            if (8 != N3.nodeType) break;
            N3.data.startsWith("$s") && (P3 = B(O = N3));
          }
        }
        if (!O) {
          for (; l3 && 8 == l3.nodeType && l3.nextSibling; ) l3 = l3.nextSibling;
          O = l3;
        }
        (s4 = B(O = r2.__c.__z || (r2.__c.__z = O))) ? (r2.__e = O, l3 = s4) : r2.__e = l3, l3 = l3 && l3.nextSibling;
      } else o3 && o3.some(g);
      else r2.__e = u3.__e;
      r2.__k || (r2.__k = u3.__k || []), t5 && t5.then || D(r2), n.__e(t5, r2, u3);
    }
  } else l3 = r2.__e = F(u3.__e, r2, u3, i3, f3, o3, e3, c3, a4, t4);
  return (s4 = n.diffed) && s4(r2), l3;
}
function B(n2, t4) {
  if (n2 && 8 == n2.nodeType && n2.data.startsWith("$s")) for (var r2 = 1; n2 = n2.nextSibling; ) {
    if (8 == n2.nodeType) {
      if (n2.data.startsWith("$s")) r2++;
      else if (n2.data.startsWith("/$s") && !--r2) return n2;
    }
    t4 && t4.push(n2);
  }
}
function D(n2) {
  n2 && (n2.__c && (n2.__c.__g |= 4), n2.__k && n2.__k.some(D));
}
function E(t4, r2, u3) {
  for (var i3 = 0; i3 < u3.length; ) G(u3[i3++], u3[i3++], u3[i3++]);
  n.__c && n.__c(r2, t4), t4.some(function(r3) {
    try {
      t4 = r3.__h, r3.__h = [], t4.some(function(n2) {
        n2.call(r3);
      });
    } catch (t5) {
      n.__e(t5, r3.__v);
    }
  });
}
function F(t4, r2, u3, i3, f3, o3, e3, l3, c3, a4) {
  var s4, h4, y4, _3, k4, b2, m3, M2, $3 = u3.props || p, x4 = r2.props, C3 = r2.type;
  if ("svg" == C3 ? f3 = "http://www.w3.org/2000/svg" : "math" == C3 ? f3 = "http://www.w3.org/1998/Math/MathML" : f3 || (f3 = "http://www.w3.org/1999/xhtml"), o3) {
    for (s4 = 0; s4 < o3.length; s4++) if ((k4 = o3[s4]) && (C3 ? k4.localName == C3 : 3 == k4.nodeType)) {
      t4 = k4, o3[s4] = null;
      break;
    }
  }
  if (!t4) {
    if (M2 = a4.ownerDocument || document, !C3) return M2.createTextNode(x4);
    t4 = M2.createElementNS(f3, C3, x4.is ? x4 : a4), l3 && (n.__m && n.__m(r2, o3), l3 = false), o3 = null;
  }
  if (C3) {
    if (a4 = "template" == C3 && t4.content || t4, o3 = "textarea" == C3 && null != x4.defaultValue ? null : o3 && d.call(a4.childNodes), !l3 && o3) for ($3 = {}, s4 = 0; s4 < t4.attributes.length; s4++) $3[(k4 = t4.attributes[s4]).name] = k4.value;
    for (s4 in $3) k4 = $3[s4], "dangerouslySetInnerHTML" == s4 ? y4 = k4 : "children" == s4 || s4 in x4 || "value" == s4 && "defaultValue" in x4 || "checked" == s4 && "defaultChecked" in x4 || N(t4, s4, null, k4, f3);
    for (s4 in x4) k4 = x4[s4], "children" == s4 ? _3 = k4 : "dangerouslySetInnerHTML" == s4 ? h4 = k4 : "value" == s4 ? b2 = k4 : "checked" == s4 ? m3 = k4 : l3 && "function" != typeof k4 || $3[s4] === k4 || N(t4, s4, k4, $3[s4], f3);
    h4 ? (l3 || y4 && (h4.__html == y4.__html || h4.__html == t4.innerHTML) || (t4.innerHTML = h4.__html), r2.__k = []) : (y4 && (t4.textContent = ""), ("foreignObject" == C3 || "http://www.w3.org/1998/Math/MathML" == f3 && v.test(C3)) && (f3 = "http://www.w3.org/1999/xhtml"), I(a4, w(_3) ? _3 : [_3], r2, u3, i3, f3, o3, e3, o3 ? o3[0] : u3.__k && S(u3, 0), l3, c3), o3 && o3.some(g)), l3 && "textarea" != C3 || (s4 = "value", "progress" == C3 && null == b2 ? t4.removeAttribute(s4) : null == b2 || b2 === t4[s4] && ("progress" != C3 || b2) || N(t4, s4, b2, $3[s4], f3), s4 = "checked", null != m3 && m3 != t4[s4] && N(t4, s4, m3, $3[s4], f3));
  } else $3 === x4 || l3 && t4.data == x4 || (t4.data = x4);
  return t4;
}
function G(t4, r2, u3, i3) {
  try {
    "function" == typeof t4 ? r2 ? r2.__x = t4(r2) || 1 : i3 && (i3 = i3.__c || i3.__e) && (r2 = i3.__x) && (i3.__x = null, "function" == typeof r2 ? r2() : t4(null)) : t4.current = r2;
  } catch (t5) {
    n.__e(t5, u3);
  }
}
function J(t4, r2, u3) {
  var i3, f3, o3, e3;
  if (n.unmount && n.unmount(t4), !(i3 = t4.ref) || i3.current && i3.current != t4.__e || G(i3, null, r2, t4), i3 = t4.__c) {
    if (i3.componentWillUnmount) try {
      i3.componentWillUnmount();
    } catch (t5) {
      n.__e(t5, r2);
    }
    i3.__P = i3.__n = null;
  }
  if (i3 = t4.__k) for (e3 = 0; e3 < i3.length; e3++) i3[e3] && J(i3[e3], r2, "function" != typeof t4.type || u3 && !t4.props.__P);
  !u3 && (i3 = t4.__c) && (i3 = i3.__z) && (f3 = B(i3, o3 = [])) && (i3 == t4.__e && o3.some(g), g(f3), g(i3)), u3 || g(t4.__e), t4.__e = t4.__c = t4.__ = null;
}
function K(n2, t4, r2) {
  return this.constructor(n2, r2);
}
n = { __e: function(n2, t4, r2, u3) {
  for (var i3, o3, e3; t4 = t4.__; ) if ((i3 = t4.__c) && !(1 & i3.__g)) {
    i3.__g |= 4;
    try {
      if ((e3 = (o3 = i3.constructor) && o3.getDerivedStateFromError) && i3.setState(o3.getDerivedStateFromError(n2)), i3.componentDidCatch && (i3.componentDidCatch(n2, u3 || {}), e3 = 1), e3 && 8 & i3.__g) return void (i3.__g |= 2);
    } catch (t5) {
      n2 = t5;
    }
  }
  throw f = 0, n2;
} }, t = 0, r = function(n2) {
  return null != n2 && n2.constructor === h;
}, x.prototype.setState = function(n2, t4) {
  var r2 = this.__s;
  r2 && r2 != this.state || (r2 = this.__s = _({}, this.state)), "function" == typeof n2 && (n2 = n2(_({}, r2), this.props)), n2 && (_(r2, n2), this.__v && (t4 && this.__k.push(t4), L(this)));
}, x.prototype.forceUpdate = function(n2) {
  this.__v && (this.__g |= 4, n2 && this.__h.push(n2), L(this));
}, x.prototype.render = $, u = [], f = 0, o = function(n2, t4) {
  return n2.__v.__b - t4.__v.__b;
}, e = /* @__PURE__ */ Symbol(), l = /(PointerCapture)$|Capture$/i, c = 0, a = {}, s = 0;

// src/core/report/html/elements/element.ts
function h2(tag, attributes, ...children) {
  return k(tag, { ...attributes }, ...children);
}
function fragment(...children) {
  return k($, {}, ...children);
}
function markup(tag, attributes, html) {
  return k(tag, { ...attributes, dangerouslySetInnerHTML: { __html: html } });
}
function scrolling(label, ...children) {
  return h2("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": label }, ...children);
}
function screenReaderText(text) {
  return h2("span", { class: "heard" }, text);
}

// src/core/report/html/elements/names.ts
function visibleName(name, max = 160) {
  const text = plainText(name.slice(0, 8 * max), max);
  return text === "" ? "(empty)" : text;
}
function modelName(summary, id) {
  return visibleName(plainPhrases(nameModel(summary, id)));
}
function verdictSubjectName(summary, verdict) {
  return visibleName(plainPhrases(verdictSubject(summary, verdict)), 250);
}
function codeName(name, max = 160) {
  return h2("code", {}, visibleName(name, max));
}
function keyOf(name) {
  return visibleName(name, 200);
}

// src/core/report/html/elements/icons.ts
function iconSheet() {
  return h2(
    "svg",
    { width: 0, height: 0, "aria-hidden": "true", class: "heard" },
    ...Object.entries(shapes).map(
      ([name, path2]) => h2(
        "symbol",
        { id: `i-${name}`, viewBox: "0 0 16 16" },
        h2("path", {
          d: path2,
          fill: "none",
          stroke: "currentColor",
          "stroke-width": 1.8,
          "stroke-linecap": "round",
          "stroke-linejoin": "round"
        })
      )
    )
  );
}
function icon(of) {
  return h2("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, h2("use", { href: `#i-${shapeOf[of]}` }));
}
function verdictTag(verdict) {
  return h2("span", { class: `tag ${verdict}` }, icon(verdict), verdict.replaceAll("-", " "));
}
var circle = "M14.5 8a6.5 6.5 0 1 1-13 0a6.5 6.5 0 1 1 13 0";
var shapes = {
  down: `${circle}M8 4.8v6.2M5.3 8.5L8 11.2L10.7 8.5`,
  up: `${circle}M8 11.2V5M5.3 7.5L8 4.8L10.7 7.5`,
  check: `${circle}M5 8.3L7.2 10.5L11 6`,
  cross: `${circle}M5.6 5.6L10.4 10.4M10.4 5.6L5.6 10.4`,
  question: `${circle}M6.2 6.3a1.8 1.8 0 1 1 2.6 1.6q-.8.4-.8 1.2M8 11.4v.1`,
  warning: "M8 2L14.8 13.8H1.2ZM8 6.3v3.4M8 11.8v.1",
  weak: `${circle}M5 8h6`
};
var shapeOf = {
  regressed: "down",
  "not-portable": "cross",
  suspected: "warning",
  inconclusive: "question",
  "base-too-weak": "weak",
  improved: "up",
  portable: "check",
  held: "check",
  success: "check",
  failure: "cross",
  neutral: "question"
};

// src/core/report/html/elements/phrase-content.ts
function phraseContent(phrases) {
  return phrases.map((phrase) => contentOf(phrase));
}
function withoutIcon(phrases) {
  const [first, ...rest] = phrases;
  if (first?.type !== "text") return phraseContent(phrases);
  const value2 = first.value.replace(/^(?:❌|🟠|⚪|✅|🔴)\s*/u, "");
  const next = value2 === "" ? trimmed(rest) : [{ ...first, value: value2 }, ...rest];
  return phraseContent(next);
}
function trimmed([first, ...rest]) {
  if (first === void 0) return [];
  return first.type === "text" ? [{ ...first, value: first.value.trimStart() }, ...rest] : [first, ...rest];
}
function contentOf(phrase) {
  if (phrase.type === "inlineCode") return h2("code", {}, plainText(phrase.value, 400));
  if (phrase.type === "strong") return h2("strong", {}, ...phraseContent(phrase.children));
  if (phrase.type === "break") return h2("br", {});
  if ("children" in phrase) return phraseContent(phrase.children);
  return "value" in phrase ? phrase.value : "";
}

// src/core/report/html/blame-rows.ts
function blamedIn({ summary, verdicts }, hunk) {
  const found = verdicts.flatMap((verdict) => foundBehind(summary, verdict) ?? []);
  return {
    guessing: verdicts.filter(
      (verdict) => foundBehind(summary, verdict) === null && verdict.culprit.some((culprit) => isSame(culprit, hunk))
    ),
    parts: found.flatMap(({ parts }) => parts.filter(({ part }) => holds(hunk, part)))
  };
}
function isLineBlamed({ guessing, parts }, hunk, index) {
  if (guessing.length > 0) return true;
  return parts.some(({ part }) => {
    const line2 = hunk.headStart + index;
    if (part.present.trim() !== "") return line2 >= part.lines[0] && line2 <= part.lines[1];
    const removed = hunk.removed[index];
    return removed !== void 0 && part.absent.includes(removed);
  });
}
function blameRows(blame, hunk) {
  const { guessing } = blamedIn(blame, hunk);
  const guess = guessing.length === 0 ? [] : [blameRow(...guessWords(blame.summary, guessing))];
  return [...foundRows(blame, hunk), ...guess];
}
function foundRows({ summary, verdicts }, hunk) {
  return wordsBehind({ ...summary, verdicts }).flatMap(
    ({ parts, cells }) => parts.filter(({ part }) => holds(hunk, part)).map(({ part }) => {
      const names = cells.map(({ verdict, found }) => {
        const own = found.parts.find((each) => each.part.id === part.id);
        const share2 = own === void 0 || found.end === "one-part" ? "" : ` (${likely(own.probability)})`;
        return [...nameModel(summary, verdict.model), { type: "text", value: share2 }];
      });
      const [first, ...others] = cells;
      const isFirst = first !== void 0 && first.found.parts[0]?.part.id === part.id;
      const checks = isFirst && others.length === 0 ? checksOf(first.found) : "";
      return blameRow(
        ...phraseContent(quoteWords(wordsOfPart(part))),
        parts.length === 1 ? " is behind the verdict on " : " is perhaps behind the verdict on ",
        ...phraseContent(joinNames(names, 6)),
        checks === "" ? "" : `: ${checks}`
      );
    })
  );
}
function guessWords(summary, guessing) {
  const models = [...new Set(guessing.map(({ model }) => model))].map((id) => nameModel(summary, id));
  const several = guessing.some(({ culprit }) => culprit.length > 1);
  const words2 = several ? "One of these changes (which one is not measured) is behind the verdict on " : "The changed words behind the verdict on ";
  return [words2, ...phraseContent(joinNames(models, 6))];
}
function blameRow(...said2) {
  return h2("tr", { class: "blame" }, h2("th", { colspan: 4, scope: "rowgroup" }, "\u25BC ", ...said2));
}
function isSame(one2, other) {
  return one2.file === other.file && one2.baseStart === other.baseStart && one2.headStart === other.headStart;
}
function holds(hunk, part) {
  const [first, last] = headLines(hunk);
  const slack = part.present.trim() === "" ? 1 : 0;
  return part.file === hunk.file && part.lines[0] <= last + slack && part.lines[1] >= first - slack;
}

// src/core/report/html/cell-text.ts
function outcomeWords({ outcome }) {
  switch (outcome.kind) {
    case "passed":
      return "passed";
    case "failed":
      return failedWords(outcome);
    case "no-code":
      return `no code: ${outcome.why.replaceAll("-", " ")}${detailWords(outcome)}`;
    case "no-report":
      return `no report: ${plainText(outcome.why, 200)}`;
    case "unmeasured":
      return `not measured: ${outcome.why.replaceAll("-", " ")}${detailWords(outcome)}`;
  }
}
function detailWords({ detail }) {
  return detail === void 0 ? "" : ` (${plainText(detail, 200)})`;
}
function failedWords(outcome) {
  if (outcome.tampered === true) return "failed: it worked on its tests instead of passing them";
  const [first] = outcome.tests;
  if (first === void 0) return "failed";
  const more = outcome.tests.length > 1 ? ` and ${count(outcome.tests.length - 1, "more test")}` : "";
  return `failed: ${plainText(first, 120)}${more}`;
}
function outcomeSign({ outcome }) {
  switch (outcome.kind) {
    case "passed":
      return "\u2713";
    case "failed":
      return "\u2715";
    case "no-code":
      return "\u2205";
    case "no-report":
      return "!";
    case "unmeasured":
      return "?";
  }
}
function sampleName({ role, cell }) {
  return `${role === "confirming" ? "confirming base" : role} sample ${cell.sample + 1}`;
}
function sampleSlug({ role, cell }) {
  return `${role}-${cell.sample + 1}`;
}

// src/core/report/html/written-files.ts
function writtenFiles({ code: code2, generation }) {
  if (code2.kind === "no-code" || generation?.result.kind !== "completed") return [];
  const record = generation.read();
  if (record?.result.kind !== "completed") return [];
  const answer = readAnswer({
    completion: record.result.completion,
    nonce: record.nonce,
    // The paths were checked when the answer came in; a cell with code has passed.
    mayWrite: () => true
  });
  return answer.kind === "files" ? answer.files : [];
}

// src/core/report/html/pair.ts
function pairOf(comparison, verdict, all) {
  const sought = soughtIn(verdict);
  const failed = comparison.cells.filter((story2) => sought.fails(story2));
  const story = failed.find((candidate) => failedCase(candidate, sought.tests) !== null) ?? failed[0];
  if (story === void 0) return null;
  const failing = { story, files: writtenFiles(story.cell), isOfAnother: false };
  const passingOf = ({ cells }) => cells.filter((candidate) => sought.passes(candidate)).toSorted(oldTextFirst);
  const others = all.filter(({ spec, model }) => spec === comparison.spec && model !== comparison.model);
  const passing = nearest(passingOf(comparison), failing) ?? nearest(
    others.flatMap((other) => passingOf(other).slice(0, 1)),
    failing
  );
  return {
    passing: passing === null ? null : { ...passing, isOfAnother: passing.story.cell.arm.model.id !== story.cell.arm.model.id },
    failing,
    ...said(story, sought.tests)
  };
}
function soughtIn({ brokenTests, requirements }) {
  const isNewUnmet = brokenTests.length === 0 && requirements !== null && requirements.verdict !== "met";
  if (isNewUnmet) {
    const tests = new Set(requirements.tests.filter(({ failed }) => failed > 0).map(({ test }) => test));
    const isNew = (story) => story.role === "head" && hasFiles(story);
    return {
      tests,
      fails: (story) => isNew(story) && failedCase(story, tests) !== null,
      passes: (story) => isNew(story) && story.outcome.kind === "passed" && failedCase(story, tests) === null
    };
  }
  return {
    tests: new Set(brokenTests),
    fails: (story) => ["failed", "no-report"].includes(story.outcome.kind) && hasFiles(story),
    passes: (story) => story.outcome.kind === "passed" && hasFiles(story)
  };
}
function hasFiles({ cell }) {
  return cell.code.kind === "files" && cell.generation !== null;
}
function oldTextFirst(one2, other) {
  return Number(one2.role === "head") - Number(other.role === "head");
}
var compared = 4;
function nearest(stories, failing) {
  const lines = linesOf(failing.files);
  let best = null;
  let fewest = Infinity;
  for (const story of stories.slice(0, compared)) {
    const files = writtenFiles(story.cell);
    const own = linesOf(files);
    const shared = [...own].filter((line2) => lines.has(line2)).length;
    const differing = own.size + lines.size - 2 * shared;
    if (differing < fewest) [best, fewest] = [{ story, files, isOfAnother: false }, differing];
  }
  return best;
}
function linesOf(files) {
  return new Set(files.flatMap(({ content }) => content.slice(0, 2e5).split("\n")));
}
function failedCase({ cell }, tests) {
  const cases = cell.testRun?.report?.cases ?? [];
  return cases.find(({ id, status }) => status === "failed" && tests.has(id)) ?? null;
}
function said(story, wanted) {
  const failed = story.cell.testRun?.report?.cases.find(({ status }) => status === "failed");
  const shown2 = failedCase(story, wanted) ?? failed;
  return shown2 === void 0 ? { test: null, message: outcomeWords(story) } : { test: shown2.id, message: shown2.message };
}

// src/core/report/html/elements/code-text.ts
var wholeText = { lines: 2e3, columns: 1e3 };
function codeText(text, limits) {
  return shortened(text, limits, (line2) => line2);
}
function outputText(text, limits) {
  return shortened(text, limits, withoutColours);
}
function shortened(text, limits, clean) {
  const lines = firstLines(text, limits.lines + 1);
  const shown2 = lines.slice(0, limits.lines).map((line2) => codeLine(clean(line2), limits.columns));
  if (lines.length > limits.lines)
    shown2.push(`\u2026 more lines are in the records (${text.length} characters in all)`);
  return shown2.join("\n");
}
function codeLine(line2, columns) {
  const cut = line2.length > columns ? line2.slice(0, columns) : line2;
  const text = plainAscii.test(cut) ? cut : spelled(cut);
  return line2.length > columns ? `${text} \u2026 ${line2.length - columns} more characters` : text;
}
function firstLines(text, count2) {
  const lines = [];
  let from = 0;
  while (lines.length < count2 && from <= text.length) {
    const end2 = text.indexOf("\n", from);
    lines.push(end2 === -1 ? text.slice(from) : text.slice(from, end2));
    if (end2 === -1) break;
    from = end2 + 1;
  }
  if (lines.length > 1 && lines.at(-1) === "") lines.pop();
  return lines;
}
var plainAscii = /^[\x20-\x7E\t]*$/;
function spelled(text) {
  return commandFree(
    text.replaceAll(/(?!\t)[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/gu, codePoint).replaceAll(invisible, codePoint)
  );
}
function codePoint(character) {
  return `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}>`;
}

// src/core/report/html/elements/word-marks.ts
function markedWords(before, after) {
  const [one2, other] = [codeLine(before, 1e3), codeLine(after, 1e3)];
  const parts = one2.length + other.length > 1600 ? void 0 : wordsOf(one2, other);
  const common = (parts ?? []).reduce(
    (sum, part) => sum + (part.added || part.removed ? 0 : part.value.length),
    0
  );
  if (parts === void 0 || common < (one2.length + other.length) / 6) return [one2, other];
  return [
    parts.flatMap(({ value: value2, added, removed }) => added ? [] : [removed ? h2("del", {}, value2) : value2]),
    parts.flatMap(({ value: value2, added, removed }) => removed ? [] : [added ? h2("ins", {}, value2) : value2])
  ];
}
function wordsOf(one2, other) {
  const parts = diffWords(one2, other);
  const textOf = (side) => parts.filter((part) => !part[side]).map(({ value: value2 }) => value2).join("");
  return textOf("added") === one2 && textOf("removed") === other ? parts : diffWordsWithSpace(one2, other);
}

// src/core/report/html/pair-part.ts
function pairPart(summary, pair) {
  const lines = differenceOf(pair.passing?.files ?? [], pair.failing.files);
  const titles = {
    passing: sideTitle(summary, pair.passing, "passes"),
    failing: sideTitle(summary, pair.failing, "fails")
  };
  return fragment(
    h2("div", { class: "wide" }, table(pair, titles, lines)),
    h2("div", { class: "narrow" }, unified(pair, titles, lines))
  );
}
function differenceOf(before, after) {
  const paths = [...new Set([...before, ...after].map(({ path: path2 }) => path2))].slice(0, 50);
  return paths.flatMap((path2) => fileDifference(path2, before, after));
}
function diffBlock(title, lines, tones2 = { ...plainTones, "-": "gone", "+": "come" }) {
  if (lines.length === 0) return h2("p", { class: "soft small" }, "They are the same.");
  return h2(
    "pre",
    { class: "diff", tabindex: 0, role: "region", "aria-label": visibleName(title) },
    ...lines.slice(0, longest).map(
      ({ sign: sign2, text }) => h2("span", { class: tones2[sign2] }, sign2 === "@" ? text : `${sign2}${codeLine(text, 600)}`)
    ),
    lines.length > longest ? `\u2026 ${lines.length - longest} more lines` : ""
  );
}
var longest = 300;
var plainTones = { "@": "soft", " ": false };
var pairTones = { ...plainTones, "-": "come", "+": "gone" };
function fileDifference(path2, before, after) {
  const text = (files) => {
    const content = files.find((file) => file.path === path2)?.content ?? "";
    return content.length > 2e5 ? content.slice(0, 2e5) : content;
  };
  const patch = structuredPatch(path2, path2, text(before), text(after), "", "", {
    context: 3,
    maxEditLength: 600
  });
  const name = visibleName(path2);
  if (patch === void 0) return [{ sign: "@", text: `${name}: almost every line differs` }];
  return patch.hunks.flatMap((hunk) => [
    { sign: "@", text: `${name} line ${hunk.newStart}` },
    ...hunk.lines.flatMap((line2) => {
      const [sign2, rest] = [line2.slice(0, 1), line2.slice(1)];
      return sign2 === " " || sign2 === "-" || sign2 === "+" ? [{ sign: sign2, text: rest }] : [];
    })
  ]);
}
var rowsShown = 40;
function table(pair, titles, lines) {
  const rows = rowsOf(lines);
  const shown2 = rows.length === 0 ? [{ kind: "note", text: "They are the same." }] : rows.slice(0, rowsShown);
  const isMarked = shown2.filter((row2) => row2.kind === "lines" && row2.changed).length <= 12;
  const [first, ...rest] = shown2.map((row2) => rowCells(isMarked ? row2 : plainRow(row2)));
  return h2(
    "table",
    { class: "pair" },
    h2("caption", { class: "heard" }, "Passing code, what the test says, failing code"),
    h2("colgroup", {}, h2("col", {}), h2("col", { class: "says" }), h2("col", {})),
    h2(
      "thead",
      {},
      h2(
        "tr",
        {},
        h2("th", { scope: "col" }, titles.passing),
        h2("th", { scope: "col" }, "The test between them"),
        h2("th", { scope: "col" }, titles.failing)
      )
    ),
    h2(
      "tbody",
      {},
      h2("tr", {}, first?.[0], h2("td", { class: "says", rowspan: shown2.length }, assertion(pair)), first?.[1]),
      ...rest.map((cells) => h2("tr", {}, ...cells))
    ),
    rows.length > rowsShown ? h2("tfoot", {}, h2("tr", {}, h2("td", { colspan: 3 }, `\u2026 ${rows.length - rowsShown} more lines`))) : null
  );
}
function rowsOf(lines) {
  const rows = [];
  let gone = [];
  let come = [];
  const flush = () => {
    for (let index = 0; index < Math.max(gone.length, come.length); index += 1)
      rows.push({ kind: "lines", before: gone[index] ?? null, after: come[index] ?? null, changed: true });
    [gone, come] = [[], []];
  };
  for (const { sign: sign2, text } of lines) {
    if (sign2 === "-") gone.push(text);
    else if (sign2 === "+") come.push(text);
    else {
      flush();
      rows.push(
        sign2 === "@" ? { kind: "note", text } : { kind: "lines", before: text, after: text, changed: false }
      );
    }
  }
  flush();
  return rows;
}
function plainRow(row2) {
  return row2.kind === "lines" ? { ...row2, isPlain: true } : row2;
}
function rowCells(row2) {
  if (row2.kind === "note")
    return [h2("td", { class: "soft" }, row2.text), h2("td", { class: "soft" }, row2.text)];
  const { before, after, changed } = row2;
  const cell = (text, content, tone) => h2("td", { class: text === null ? "code" : `code${changed ? ` ${tone}` : ""}` }, content);
  const [one2, other] = changed && row2.isPlain !== true && before !== null && after !== null ? markedWords(before, after) : [before === null ? "" : codeLine(before, 600), after === null ? "" : codeLine(after, 600)];
  return [cell(before, one2, "come"), cell(after, other, "gone")];
}
function unified(pair, titles, lines) {
  return fragment(
    h2("p", { class: "small" }, titles.passing, " (\u2212)"),
    h2("div", { class: "says" }, assertion(pair)),
    h2("p", { class: "small" }, titles.failing, " (+)"),
    diffBlock("Passing and failing code", lines, pairTones)
  );
}
function sideTitle(summary, generation, does) {
  if (generation === null) return h2("span", { class: "soft" }, "No generation of any model passes");
  const { story, isOfAnother } = generation;
  const tag = does === "passes" ? h2("span", { class: "tag passed" }, "\u2713 passes") : h2("span", { class: "tag regressed" }, "\u2715 fails");
  const text = story.role === "head" ? "new text" : "old text";
  const by = isOfAnother ? ` by ${modelName(summary, story.cell.arm.model.id)}` : "";
  return fragment(tag, h2("span", { class: "soft" }, ` written${by} from the ${text} (${sampleName(story)})`));
}
function assertion({ test, message }) {
  return fragment(
    test === null ? null : h2("p", { class: "small" }, codeName(test)),
    h2("pre", { class: "assertion" }, outputText(withoutStack(message), { lines: 12, columns: 300 }))
  );
}
function withoutStack(message) {
  const lines = message.slice(0, 2e4).trim().split("\n");
  const stack = lines.findIndex((line2) => /^\s+at .+:\d+/.test(line2));
  return (stack < 1 ? lines : lines.slice(0, stack)).join("\n").trimEnd();
}

// src/core/report/html/side-by-side.ts
function sideBySide(change, blame, edit = { hunks: change.hunks, around: 3, longest: 300 }) {
  const files = [...new Set(edit.hunks.map(({ file }) => file))];
  return fragment(...files.slice(0, 50).map((file) => fileTable(file, change, { ...edit, blame })));
}
function fileTable(file, change, shown2) {
  const texts = [...change.head?.files ?? [], ...change.head?.instructions ?? []];
  const lines = linesOf2(texts.find(({ path: path2 }) => path2 === file)?.text ?? "");
  const hunks = shown2.hunks.filter((hunk) => hunk.file === file);
  const body = hunks.flatMap((hunk, index) => {
    const previous = hunks[index - 1];
    const from = previous === void 0 ? 0 : previous.headStart + previous.added.length - 1;
    const next = hunks[index + 1]?.headStart ?? lines.length + 1;
    const { around: around2 } = shown2;
    return [
      same(contextRows(lines, { from, to: hunk.headStart - 1, hunk, isFirst: index === 0, around: around2 })),
      h2("tbody", { class: "changed" }, ...hunkRows(hunk, shown2)),
      ...index === hunks.length - 1 ? [same(trailingRows(lines, hunk, { next, around: around2 }))] : []
    ];
  });
  return scrolling(
    `Changes in ${visibleName(file)}`,
    h2(
      "table",
      { class: "sides" },
      h2("caption", { class: "heard" }, `Old and new text of ${visibleName(file)}`),
      h2("colgroup", {}, h2("col", { class: "no" }), h2("col", {}), h2("col", { class: "no" }), h2("col", {})),
      h2(
        "thead",
        {},
        h2(
          "tr",
          {},
          h2("th", { scope: "col", colspan: 2 }, codeName(file), h2("span", { class: "side" }, " before")),
          h2("th", { scope: "col", colspan: 2, class: "head" }, "after")
        )
      ),
      ...body
    )
  );
}
function same(rows) {
  return rows.length === 0 ? null : h2("tbody", { class: "same" }, ...rows);
}
function contextRows(lines, of) {
  const to = Math.min(of.to, lines.length);
  const offset = of.hunk.baseStart - of.hunk.headStart;
  const leading = Math.max(of.from, to - of.around);
  const trailing = of.isFirst ? of.from : Math.min(of.from + of.around, leading);
  const plain = (start2, end2, shift) => lines.slice(start2, end2).map(
    (line2, index) => row({ base: [start2 + index + 1 + shift, line2], head: [start2 + index + 1, line2] })
  );
  const hidden = leading - trailing;
  return [...plain(of.from, trailing, offset), ...foldRow(hidden), ...plain(leading, to, offset)];
}
function trailingRows(lines, hunk, { next, around: around2 }) {
  const start2 = hunk.headStart + hunk.added.length - 1;
  const shift = hunk.baseStart + hunk.removed.length - hunk.headStart - hunk.added.length;
  const shown2 = lines.slice(start2, Math.min(start2 + around2, next - 1));
  const rows = shown2.map(
    (line2, index) => row({ base: [start2 + index + 1 + shift, line2], head: [start2 + index + 1, line2] })
  );
  return [...rows, ...foldRow(lines.length - start2 - shown2.length)];
}
function foldRow(hidden) {
  if (hidden <= 0) return [];
  const text = hidden === 1 ? "1 unchanged line" : `${hidden} unchanged lines`;
  return [h2("tr", { class: "fold" }, h2("td", { colspan: 4 }, `\xB7 \xB7 \xB7 ${text} \xB7 \xB7 \xB7`))];
}
function hunkRows(hunk, { blame, longest: longest3 }) {
  const blamed = blamedIn(blame, hunk);
  const height = Math.max(hunk.removed.length, hunk.added.length);
  const rows = Array.from(
    { length: Math.min(height, longest3) },
    (_3, index) => changedRow(hunk, index, isLineBlamed(blamed, hunk, index))
  );
  const rest = height > longest3 ? foldedChange(height - longest3) : [];
  return [...blameRows(blame, hunk), ...rows, ...rest];
}
function foldedChange(rest) {
  return [h2("tr", { class: "fold rest" }, h2("td", { colspan: 4 }, `\xB7 \xB7 \xB7 ${rest} more changed lines \xB7 \xB7 \xB7`))];
}
function changedRow(hunk, index, isBlamed) {
  const removed = hunk.removed[index];
  const added = hunk.added[index];
  return row({
    base: removed === void 0 ? null : [hunk.baseStart + index, removed],
    head: added === void 0 ? null : [hunk.headStart + index, added],
    changed: true,
    isBlamed
  });
}
function row(of) {
  const { base, head, changed = false } = of;
  const [before, after] = changed && base !== null && head !== null ? markedWords(base[1], head[1]) : [shown(base), shown(head)];
  const cells = (side, content, name) => {
    const place = side === null ? `${name} none` : name;
    const tone = changed && side !== null ? ` ${name === "base" ? "gone" : "come"}` : "";
    return [
      h2("td", { class: `no ${place}` }, side === null ? "" : side[0]),
      h2("td", { class: `code ${place}${tone}` }, content)
    ];
  };
  return h2(
    "tr",
    { class: of.isBlamed === true && "blamed" },
    ...cells(base, before, "base"),
    ...cells(head, after, "head")
  );
}
function shown(side) {
  return side === null ? "" : codeLine(side[1], 1e3);
}
function linesOf2(text) {
  const lines = text.split("\n");
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

// src/core/report/html/finding-part.ts
function findingPart(view) {
  const { summary } = view;
  const verdict = leadVerdict(summary.verdicts);
  const name = verdict?.spec ?? summary.changes[0]?.name;
  const change = summary.changes.find((candidate) => candidate.name === name);
  const edit = change === void 0 ? null : leadEdit(view, change, verdict);
  const code2 = verdict === null ? null : leadPair(view, verdict);
  if (edit === null && code2 === null) return null;
  return h2(
    "section",
    { class: "finding", "aria-label": "What the edit changed and what it did" },
    edit,
    code2
  );
}
function leadVerdict(verdicts) {
  const [worst] = mostSevereFirst(verdicts);
  if (worst === void 0) return null;
  if (isBadNews(worst)) return worst;
  return verdicts.find((verdict) => isBadNews(verdict)) ?? worst;
}
function isBadNews({ verdict, requirements }) {
  return severity.indexOf(verdict) < severity.indexOf("improved") || requirements?.verdict === "unmet";
}
var hunksShown = 3;
var linesShown = 8;
function leadEdit(view, change, verdict) {
  if (change.hunks.length === 0) return null;
  const own = view.summary.verdicts.filter(({ spec }) => spec === change.name);
  const blamed = blamedHunks(view, change, verdict);
  const candidates = blamed.length > 0 ? blamed : change.hunks;
  const first = new Set(rankHunks(candidates, verdict?.brokenTests ?? []).slice(0, hunksShown));
  const hunks = candidates.filter((hunk) => first.has(hunk));
  const rest = change.hunks.length - hunks.length;
  return fragment(
    h2("h2", { id: "edit" }, "What the edit changed in ", codeName(change.name, 80)),
    sideBySide(change, { summary: view.summary, verdicts: own }, { hunks, around: 1, longest: linesShown }),
    rest > 0 ? h2(
      "p",
      { class: "soft small" },
      h2(
        "a",
        { href: `#${view.anchors.spec(change.name)}` },
        `${count(rest, "more change")} in this spec`
      )
    ) : null
  );
}
function blamedHunks({ summary }, { hunks }, verdict) {
  if (verdict === null) return [];
  const found = hunks.filter((hunk) => blamedIn({ summary, verdicts: [verdict] }, hunk).parts.length > 0);
  return found.length > 0 ? found : verdict.culprit;
}
function leadPair({ summary, evidence, comparisons }, verdict) {
  const comparison = comparisons.get(verdict.question);
  const pair = comparison === void 0 || !isBadNews(verdict) ? null : pairOf(comparison, verdict, evidence.comparisons);
  if (pair === null) return null;
  return fragment(
    h2("h2", { id: "code" }, "What ", codeName(verdictSubjectName(summary, verdict), 250), " made of it"),
    pairPart(summary, pair)
  );
}

// src/core/report/html/way-out.ts
function wayOut(view, verdict) {
  const text = wayOutText(view, verdict);
  return text === null ? null : phraseContent(prose(text));
}
function wayOutText(view, verdict) {
  if (verdict.asks === "outcomes") return collectedWayOut(verdict);
  if (verdict.verdict === "base-too-weak")
    return "Make the committed code pass its tests first, or say more in the spec, then compare again.";
  if (verdict.verdict !== "inconclusive") return null;
  const [most] = missingIn(view, verdict);
  if (most !== void 0) return waysOut[most];
  return verdict.head.unmeasured + (verdict.base?.unmeasured ?? 0) > 0 ? waysOut["provider-error"] : "Make the new words as plain as the old ones, or allow more samples with `samples.looks` in the config.";
}
function collectedWayOut({ verdict, base, head }) {
  if (verdict === "base-too-weak") return "Mend what the base fails on first; then a drop can be seen.";
  if (verdict !== "inconclusive") return null;
  return isMissingMany(head) || base !== null && isMissingMany(base) ? "Collect this side again: samples that end in errors say nothing." : "Collect more samples, with a number that is fixed before the first of them is seen.";
}
function isMissingMany({ passed, failed, unmeasured }) {
  return unmeasured > 0.2 * (passed + failed + unmeasured);
}
function emptyPart({ summary }) {
  const { verdicts, planned = [], changes } = summary;
  if (verdicts.length > 0) return null;
  return h2(
    "section",
    { class: "empty", "aria-label": "What to do" },
    h2("h2", { id: "empty" }, "What to do"),
    h2("p", {}, ...adviceOn(summary)),
    planned.length === 0 ? null : fragment(
      h2("h3", {}, "What would be asked"),
      h2(
        "ul",
        {},
        ...planned.slice(0, 200).map((question) => h2("li", {}, ...phraseContent(questionLine(summary, question))))
      ),
      planned.length > 200 ? h2("p", { class: "soft" }, `and ${planned.length - 200} more`) : null
    ),
    changes.length === 0 ? null : h2("p", { class: "soft" }, "The edit is shown above; no code was written for it.")
  );
}
function adviceOn({ trigger, repeats, planned, changes, models }) {
  const ask = " asks the models from a checkout, with your own keys.";
  if (repeats !== void 0)
    return [
      "Nothing: the run that this one repeats has the generations. Its page is in the artifacts of that run."
    ];
  if (changes.every(({ head }) => head === null))
    return [
      "Nothing. A page like this fills when a change edits a file that ",
      h2("code", {}, "specs"),
      " in the config names; ",
      h2("code", {}, "spec-portability doctor"),
      " lists those files."
    ];
  if (planned !== void 0)
    return ["Run it again without ", h2("code", {}, "dry-run"), " to ask the models. This run cost nothing."];
  if (trigger.kind === "pull-request" && trigger.fromFork)
    return [
      "Read the edit, push it to a branch of this repository, and the check runs there. Or run ",
      h2("code", {}, "spec-portability check --base BASE --head HEAD"),
      " yourself: it",
      ask
    ];
  if (models.some(({ stopped }) => stopped !== null))
    return ["Mend what is named above and run it again; what was answered is kept."];
  return [
    "Mend what is named above and run it again. ",
    h2("code", {}, "spec-portability doctor"),
    " says what is missing."
  ];
}
function missingIn({ comparisons }, { question }) {
  const counts = /* @__PURE__ */ new Map();
  for (const { outcome } of comparisons.get(question)?.cells ?? [])
    if (outcome.kind === "unmeasured") counts.set(outcome.why, (counts.get(outcome.why) ?? 0) + 1);
  return [...counts].toSorted(([, one2], [, other]) => other - one2).map(([why]) => why);
}
var kept = "What was measured is kept and is not paid for again.";
var waysOut = {
  "provider-error": `Run the check again when the vendor answers. ${kept}`,
  quota: `Wait for the vendor's limit or raise it, then run the check again. ${kept}`,
  budget: `Raise \`budget\` in the config, or just run the check again. ${kept}`,
  "sandbox-error": `Run \`spec-portability doctor\` where the check runs: it says what the sandbox lacks. ${kept}`,
  cancelled: `Run the check again. ${kept}`
};

// src/core/report/html/spending.ts
function spendingFacts(summary) {
  return h2(
    "ul",
    { class: "facts" },
    ...plainPhrases(spentLine(summary)).split(" \xB7 ").map((fact) => h2("li", {}, plainText(fact, 200).replaceAll(/\b([0-9a-f]{12})[0-9a-f]{28}\b/g, "$1")))
  );
}
function costPart({ summary, evidence }) {
  if (evidence.costs.length === 0) return null;
  const { spent } = summary;
  const titles = ["Model", "Calls", "From records", "Input tokens", "Output tokens", "Cost"];
  const number3 = (value2, title) => h2("td", { class: "num", "data-label": title }, grouped(value2));
  const money = (usd) => h2("td", { class: "num", "data-label": "Cost" }, usd === null ? "price unknown" : dollars(usd));
  const rowOf = (name, of) => h2(
    "tr",
    {},
    h2("th", { scope: "row" }, name),
    number3(of.generations, "Calls"),
    number3(of.cachedGenerations, "From records"),
    number3(of.inputTokens, "Input tokens"),
    number3(of.outputTokens, "Output tokens"),
    money(of.usd)
  );
  return fragment(
    h2("h2", { id: "cost" }, "Cost by model"),
    scrolling(
      "Cost by model",
      h2(
        "table",
        { class: "stack" },
        h2(
          "thead",
          {},
          h2(
            "tr",
            {},
            ...titles.map((title, index) => h2("th", { scope: "col", class: index > 0 && "num" }, title))
          )
        ),
        h2("tbody", {}, ...evidence.costs.map((cost) => rowOf(modelName(summary, cost.model), cost))),
        h2("tfoot", {}, rowOf("All", spent))
      )
    ),
    h2(
      "p",
      { class: "soft small" },
      `This run's own ${count(spent.generations, "call")}; an answer from a record costs nothing again.`,
      lostWords(spent),
      partsWords(spent),
      spent.priceTableDate === null ? "" : ` List prices of ${spent.priceTableDate}.`
    )
  );
}
function partsWords({ cacheReadTokens, cacheWriteTokens, reasoningTokens, savedUsd }) {
  const tokens = (amount) => grouped(amount);
  const cache = cacheReadTokens + cacheWriteTokens === 0 ? "" : ` Of the input, ${tokens(cacheReadTokens)} tokens were read from the vendors\u2019 prompt caches and ${tokens(cacheWriteTokens)} written to them${savedWords(
    savedUsd
  ).map((words2) => `: ${words2}`).join("")}.`;
  const reasoning = reasoningTokens === 0 ? "" : ` Of the output, ${tokens(reasoningTokens)} tokens were reasoning.`;
  return `${cache}${reasoning}`;
}
function lostWords({ lostCalls }) {
  if (lostCalls === 0) return "";
  const had = lostCalls === 1 ? "was answered and had" : "were answered and had";
  return ` ${count(lostCalls, "more call")} ${had} no answer that counts; their tokens and cost are in the sums.`;
}

// src/core/report/html/background.ts
function flakyPart({ summary, evidence }) {
  const { flaky } = evidence;
  if (flaky.length === 0) return null;
  const titles = ["Test", "Spec", "Model", "Flipped"];
  return fragment(
    h2("h2", { id: "flaky" }, "Flaky tests"),
    h2(
      "p",
      { class: "soft small" },
      "They failed and then passed on the very same files; they count as passed and are held against no model."
    ),
    scrolling(
      "Flaky tests",
      h2(
        "table",
        {},
        h2("thead", {}, h2("tr", {}, ...titles.map((title) => h2("th", { scope: "col" }, title)))),
        h2(
          "tbody",
          {},
          ...flaky.slice(0, 200).map(
            (test) => h2(
              "tr",
              {},
              h2("th", { scope: "row" }, visibleName(test.test)),
              h2("td", {}, visibleName(test.spec, 80)),
              h2("td", {}, modelName(summary, test.model)),
              h2("td", {}, `${test.flipped} of ${test.tested} generations`)
            )
          )
        )
      )
    )
  );
}
function notesPart({ summary }) {
  const notes = foldedNotes(summary);
  if (notes.length === 0) return null;
  return fragment(
    h2("h2", { id: "notes" }, "Notes"),
    h2("ul", {}, ...notes.slice(0, 200).map((note) => h2("li", {}, plainText(note, 600)))),
    notes.length > 200 ? h2("p", { class: "soft" }, `and ${notes.length - 200} more in result.json`) : null
  );
}
function settingsPart(view) {
  const { settings, projection } = view.summary;
  const facts = [
    ["The gate fails on", settings.failOn],
    ["Smallest drop that matters", points(settings.drop)],
    ["Generations a side, at most", String(settings.looks.at(-1) ?? 0)],
    ["Sandbox", sandboxWords[settings.sandbox]],
    [
      "Isolation (a probe is an attack that was tried before any code ran)",
      settings.isolation ?? "nothing was proved"
    ],
    ...settings.controls === void 0 ? [] : [["Control runs of passes", settings.controls]],
    ["Answer protocol", String(settings.protocol)],
    ...projection === void 0 ? [] : [["Expected before the first call", projectionLine(projection)]]
  ];
  return fragment(
    h2("h2", { id: "settings" }, "Models, settings and isolation"),
    spendingFacts(view.summary),
    modelsTable(view),
    h2(
      "dl",
      { class: "meta" },
      ...facts.flatMap(([name, value2]) => [h2("dt", {}, name), h2("dd", {}, plainText(value2, 400))])
    )
  );
}
var sandboxWords = {
  bubblewrap: "bubblewrap",
  docker: "docker",
  none: "none",
  unused: "not needed: no code was run"
};
function modelsTable({ summary }) {
  const titles = ["Model", "Served as", "Effort", "Left out"];
  const rows = summary.models.map((model) => {
    const served = model.servedBy.slice(0, 20).map((id) => visibleName(id, 80));
    return h2(
      "tr",
      {},
      h2("th", { scope: "row" }, modelName(summary, model.id)),
      h2("td", {}, served.length === 0 ? "\u2013" : served.join(", ")),
      h2("td", {}, model.effort === null ? "\u2013" : visibleName(model.effort, 40)),
      h2("td", {}, model.stopped === null ? "no" : plainText(model.stopped, 300))
    );
  });
  return scrolling(
    "Models",
    h2(
      "table",
      {},
      h2("thead", {}, h2("tr", {}, ...titles.map((title) => h2("th", { scope: "col" }, title)))),
      h2("tbody", {}, ...rows)
    )
  );
}

// src/core/report/html/filters.ts
var withoutFilters = 8;
function filterBar(summary) {
  if (summary.verdicts.length <= withoutFilters) return null;
  const words2 = severity.filter((word) => summary.verdicts.some(({ verdict }) => verdict === word));
  return h2(
    "div",
    { id: "filters", class: "filters", hidden: true, role: "search", "aria-label": "Filter the report" },
    h2(
      "form",
      { autocomplete: "off" },
      field(
        "Search",
        "text",
        h2("input", { id: "filter-text", type: "search", name: "text", placeholder: "any word" })
      ),
      choice(
        subjectTitle(summary.verdicts),
        "spec",
        specsOf(summary).map((name) => [keyOf(name), visibleName(name, 60)])
      ),
      choice(
        "Model",
        "model",
        summary.models.map(({ id }) => [keyOf(id), modelName(summary, id).slice(0, 60)])
      ),
      choice(
        "Verdict",
        "verdict",
        words2.map((word) => [word, word.replaceAll("-", " ")])
      ),
      field(
        "Test",
        "test",
        h2("input", { id: "filter-test", type: "search", name: "test", placeholder: "part of its name" })
      ),
      h2("button", { type: "reset" }, "Clear"),
      h2("p", { role: "status" })
    )
  );
}
function choice(label, name, options) {
  return field(
    label,
    name,
    h2(
      "select",
      { id: `filter-${name}`, name },
      h2("option", { value: "" }, "all"),
      ...options.map(([value2, text]) => h2("option", { value: value2 }, text))
    )
  );
}
function field(label, name, control) {
  return h2("div", { class: "field" }, h2("label", { for: `filter-${name}` }, label), control);
}

// node_modules/d3-array/dist/d3-array.mjs
function ascending(a4, b2) {
  return a4 == null || b2 == null ? NaN : a4 < b2 ? -1 : a4 > b2 ? 1 : a4 >= b2 ? 0 : NaN;
}
function descending(a4, b2) {
  return a4 == null || b2 == null ? NaN : b2 < a4 ? -1 : b2 > a4 ? 1 : b2 >= a4 ? 0 : NaN;
}
function bisector(f3) {
  let compare1, compare2, delta;
  if (f3.length !== 2) {
    compare1 = ascending;
    compare2 = (d3, x4) => ascending(f3(d3), x4);
    delta = (d3, x4) => f3(d3) - x4;
  } else {
    compare1 = f3 === ascending || f3 === descending ? f3 : zero;
    compare2 = f3;
    delta = f3;
  }
  function left(a4, x4, lo = 0, hi = a4.length) {
    if (lo < hi) {
      if (compare1(x4, x4) !== 0) return hi;
      do {
        const mid = lo + hi >>> 1;
        if (compare2(a4[mid], x4) < 0) lo = mid + 1;
        else hi = mid;
      } while (lo < hi);
    }
    return lo;
  }
  function right(a4, x4, lo = 0, hi = a4.length) {
    if (lo < hi) {
      if (compare1(x4, x4) !== 0) return hi;
      do {
        const mid = lo + hi >>> 1;
        if (compare2(a4[mid], x4) <= 0) lo = mid + 1;
        else hi = mid;
      } while (lo < hi);
    }
    return lo;
  }
  function center(a4, x4, lo = 0, hi = a4.length) {
    const i3 = left(a4, x4, lo, hi - 1);
    return i3 > lo && delta(a4[i3 - 1], x4) > -delta(a4[i3], x4) ? i3 - 1 : i3;
  }
  return { left, center, right };
}
function zero() {
  return 0;
}
function number(x4) {
  return x4 === null ? NaN : +x4;
}
var ascendingBisect = bisector(ascending);
var bisectRight = ascendingBisect.right;
var bisectLeft = ascendingBisect.left;
var bisectCenter = bisector(number).center;
var blur2 = Blur2(blurf);
var blurImage = Blur2(blurfImage);
function Blur2(blur) {
  return function(data, rx, ry = rx) {
    if (!((rx = +rx) >= 0)) throw new RangeError("invalid rx");
    if (!((ry = +ry) >= 0)) throw new RangeError("invalid ry");
    let { data: values, width: width2, height } = data;
    if (!((width2 = Math.floor(width2)) >= 0)) throw new RangeError("invalid width");
    if (!((height = Math.floor(height !== void 0 ? height : values.length / width2)) >= 0)) throw new RangeError("invalid height");
    if (!width2 || !height || !rx && !ry) return data;
    const blurx = rx && blur(rx);
    const blury = ry && blur(ry);
    const temp = values.slice();
    if (blurx && blury) {
      blurh(blurx, temp, values, width2, height);
      blurh(blurx, values, temp, width2, height);
      blurh(blurx, temp, values, width2, height);
      blurv(blury, values, temp, width2, height);
      blurv(blury, temp, values, width2, height);
      blurv(blury, values, temp, width2, height);
    } else if (blurx) {
      blurh(blurx, values, temp, width2, height);
      blurh(blurx, temp, values, width2, height);
      blurh(blurx, values, temp, width2, height);
    } else if (blury) {
      blurv(blury, values, temp, width2, height);
      blurv(blury, temp, values, width2, height);
      blurv(blury, values, temp, width2, height);
    }
    return data;
  };
}
function blurh(blur, T3, S2, w3, h4) {
  for (let y4 = 0, n2 = w3 * h4; y4 < n2; ) {
    blur(T3, S2, y4, y4 += w3, 1);
  }
}
function blurv(blur, T3, S2, w3, h4) {
  for (let x4 = 0, n2 = w3 * h4; x4 < w3; ++x4) {
    blur(T3, S2, x4, x4 + n2, w3);
  }
}
function blurfImage(radius) {
  const blur = blurf(radius);
  return (T3, S2, start2, stop, step) => {
    start2 <<= 2, stop <<= 2, step <<= 2;
    blur(T3, S2, start2 + 0, stop + 0, step);
    blur(T3, S2, start2 + 1, stop + 1, step);
    blur(T3, S2, start2 + 2, stop + 2, step);
    blur(T3, S2, start2 + 3, stop + 3, step);
  };
}
function blurf(radius) {
  const radius0 = Math.floor(radius);
  if (radius0 === radius) return bluri(radius);
  const t4 = radius - radius0;
  const w3 = 2 * radius + 1;
  return (T3, S2, start2, stop, step) => {
    if (!((stop -= step) >= start2)) return;
    let sum = radius0 * S2[start2];
    const s0 = step * radius0;
    const s1 = s0 + step;
    for (let i3 = start2, j3 = start2 + s0; i3 < j3; i3 += step) {
      sum += S2[Math.min(stop, i3)];
    }
    for (let i3 = start2, j3 = stop; i3 <= j3; i3 += step) {
      sum += S2[Math.min(stop, i3 + s0)];
      T3[i3] = (sum + t4 * (S2[Math.max(start2, i3 - s1)] + S2[Math.min(stop, i3 + s1)])) / w3;
      sum -= S2[Math.max(start2, i3 - s0)];
    }
  };
}
function bluri(radius) {
  const w3 = 2 * radius + 1;
  return (T3, S2, start2, stop, step) => {
    if (!((stop -= step) >= start2)) return;
    let sum = radius * S2[start2];
    const s4 = step * radius;
    for (let i3 = start2, j3 = start2 + s4; i3 < j3; i3 += step) {
      sum += S2[Math.min(stop, i3)];
    }
    for (let i3 = start2, j3 = stop; i3 <= j3; i3 += step) {
      sum += S2[Math.min(stop, i3 + s4)];
      T3[i3] = sum / w3;
      sum -= S2[Math.max(start2, i3 - s4)];
    }
  };
}
var InternMap = class extends Map {
  constructor(entries, key = keyof) {
    super();
    Object.defineProperties(this, { _intern: { value: /* @__PURE__ */ new Map() }, _key: { value: key } });
    if (entries != null) for (const [key2, value2] of entries) this.set(key2, value2);
  }
  get(key) {
    return super.get(intern_get(this, key));
  }
  has(key) {
    return super.has(intern_get(this, key));
  }
  set(key, value2) {
    return super.set(intern_set(this, key), value2);
  }
  delete(key) {
    return super.delete(intern_delete(this, key));
  }
};
function intern_get({ _intern, _key }, value2) {
  const key = _key(value2);
  return _intern.has(key) ? _intern.get(key) : value2;
}
function intern_set({ _intern, _key }, value2) {
  const key = _key(value2);
  if (_intern.has(key)) return _intern.get(key);
  _intern.set(key, value2);
  return value2;
}
function intern_delete({ _intern, _key }, value2) {
  const key = _key(value2);
  if (_intern.has(key)) {
    value2 = _intern.get(key);
    _intern.delete(key);
  }
  return value2;
}
function keyof(value2) {
  return value2 !== null && typeof value2 === "object" ? value2.valueOf() : value2;
}
var array = Array.prototype;
var slice = array.slice;
var e10 = Math.sqrt(50);
var e5 = Math.sqrt(10);
var e2 = Math.sqrt(2);
function tickSpec(start2, stop, count2) {
  const step = (stop - start2) / Math.max(0, count2), power = Math.floor(Math.log10(step)), error = step / Math.pow(10, power), factor = error >= e10 ? 10 : error >= e5 ? 5 : error >= e2 ? 2 : 1;
  let i1, i22, inc;
  if (power < 0) {
    inc = Math.pow(10, -power) / factor;
    i1 = Math.round(start2 * inc);
    i22 = Math.round(stop * inc);
    if (i1 / inc < start2) ++i1;
    if (i22 / inc > stop) --i22;
    inc = -inc;
  } else {
    inc = Math.pow(10, power) * factor;
    i1 = Math.round(start2 / inc);
    i22 = Math.round(stop / inc);
    if (i1 * inc < start2) ++i1;
    if (i22 * inc > stop) --i22;
  }
  if (i22 < i1 && 0.5 <= count2 && count2 < 2) return tickSpec(start2, stop, count2 * 2);
  return [i1, i22, inc];
}
function ticks(start2, stop, count2) {
  stop = +stop, start2 = +start2, count2 = +count2;
  if (!(count2 > 0)) return [];
  if (start2 === stop) return [start2];
  const reverse = stop < start2, [i1, i22, inc] = reverse ? tickSpec(stop, start2, count2) : tickSpec(start2, stop, count2);
  if (!(i22 >= i1)) return [];
  const n2 = i22 - i1 + 1, ticks2 = new Array(n2);
  if (reverse) {
    if (inc < 0) for (let i3 = 0; i3 < n2; ++i3) ticks2[i3] = (i22 - i3) / -inc;
    else for (let i3 = 0; i3 < n2; ++i3) ticks2[i3] = (i22 - i3) * inc;
  } else {
    if (inc < 0) for (let i3 = 0; i3 < n2; ++i3) ticks2[i3] = (i1 + i3) / -inc;
    else for (let i3 = 0; i3 < n2; ++i3) ticks2[i3] = (i1 + i3) * inc;
  }
  return ticks2;
}
function tickIncrement(start2, stop, count2) {
  stop = +stop, start2 = +start2, count2 = +count2;
  return tickSpec(start2, stop, count2)[2];
}
function tickStep(start2, stop, count2) {
  stop = +stop, start2 = +start2, count2 = +count2;
  const reverse = stop < start2, inc = reverse ? tickIncrement(stop, start2, count2) : tickIncrement(start2, stop, count2);
  return (reverse ? -1 : 1) * (inc < 0 ? 1 / -inc : inc);
}
function range(start2, stop, step) {
  start2 = +start2, stop = +stop, step = (n2 = arguments.length) < 2 ? (stop = start2, start2 = 0, 1) : n2 < 3 ? 1 : +step;
  var i3 = -1, n2 = Math.max(0, Math.ceil((stop - start2) / step)) | 0, range2 = new Array(n2);
  while (++i3 < n2) {
    range2[i3] = start2 + i3 * step;
  }
  return range2;
}
var shuffle = shuffler(Math.random);
function shuffler(random) {
  return function shuffle2(array3, i0 = 0, i1 = array3.length) {
    let m3 = i1 - (i0 = +i0);
    while (m3) {
      const i3 = random() * m3-- | 0, t4 = array3[m3 + i0];
      array3[m3 + i0] = array3[i3 + i0];
      array3[i3 + i0] = t4;
    }
    return array3;
  };
}

// node_modules/d3-color/dist/d3-color.mjs
function define(constructor, factory, prototype) {
  constructor.prototype = factory.prototype = prototype;
  prototype.constructor = constructor;
}
function extend(parent, definition) {
  var prototype = Object.create(parent.prototype);
  for (var key in definition) prototype[key] = definition[key];
  return prototype;
}
function Color() {
}
var darker = 0.7;
var brighter = 1 / darker;
var reI = "\\s*([+-]?\\d+)\\s*";
var reN = "\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)\\s*";
var reP = "\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)%\\s*";
var reHex = /^#([0-9a-f]{3,8})$/;
var reRgbInteger = new RegExp(`^rgb\\(${reI},${reI},${reI}\\)$`);
var reRgbPercent = new RegExp(`^rgb\\(${reP},${reP},${reP}\\)$`);
var reRgbaInteger = new RegExp(`^rgba\\(${reI},${reI},${reI},${reN}\\)$`);
var reRgbaPercent = new RegExp(`^rgba\\(${reP},${reP},${reP},${reN}\\)$`);
var reHslPercent = new RegExp(`^hsl\\(${reN},${reP},${reP}\\)$`);
var reHslaPercent = new RegExp(`^hsla\\(${reN},${reP},${reP},${reN}\\)$`);
var named = {
  aliceblue: 15792383,
  antiquewhite: 16444375,
  aqua: 65535,
  aquamarine: 8388564,
  azure: 15794175,
  beige: 16119260,
  bisque: 16770244,
  black: 0,
  blanchedalmond: 16772045,
  blue: 255,
  blueviolet: 9055202,
  brown: 10824234,
  burlywood: 14596231,
  cadetblue: 6266528,
  chartreuse: 8388352,
  chocolate: 13789470,
  coral: 16744272,
  cornflowerblue: 6591981,
  cornsilk: 16775388,
  crimson: 14423100,
  cyan: 65535,
  darkblue: 139,
  darkcyan: 35723,
  darkgoldenrod: 12092939,
  darkgray: 11119017,
  darkgreen: 25600,
  darkgrey: 11119017,
  darkkhaki: 12433259,
  darkmagenta: 9109643,
  darkolivegreen: 5597999,
  darkorange: 16747520,
  darkorchid: 10040012,
  darkred: 9109504,
  darksalmon: 15308410,
  darkseagreen: 9419919,
  darkslateblue: 4734347,
  darkslategray: 3100495,
  darkslategrey: 3100495,
  darkturquoise: 52945,
  darkviolet: 9699539,
  deeppink: 16716947,
  deepskyblue: 49151,
  dimgray: 6908265,
  dimgrey: 6908265,
  dodgerblue: 2003199,
  firebrick: 11674146,
  floralwhite: 16775920,
  forestgreen: 2263842,
  fuchsia: 16711935,
  gainsboro: 14474460,
  ghostwhite: 16316671,
  gold: 16766720,
  goldenrod: 14329120,
  gray: 8421504,
  green: 32768,
  greenyellow: 11403055,
  grey: 8421504,
  honeydew: 15794160,
  hotpink: 16738740,
  indianred: 13458524,
  indigo: 4915330,
  ivory: 16777200,
  khaki: 15787660,
  lavender: 15132410,
  lavenderblush: 16773365,
  lawngreen: 8190976,
  lemonchiffon: 16775885,
  lightblue: 11393254,
  lightcoral: 15761536,
  lightcyan: 14745599,
  lightgoldenrodyellow: 16448210,
  lightgray: 13882323,
  lightgreen: 9498256,
  lightgrey: 13882323,
  lightpink: 16758465,
  lightsalmon: 16752762,
  lightseagreen: 2142890,
  lightskyblue: 8900346,
  lightslategray: 7833753,
  lightslategrey: 7833753,
  lightsteelblue: 11584734,
  lightyellow: 16777184,
  lime: 65280,
  limegreen: 3329330,
  linen: 16445670,
  magenta: 16711935,
  maroon: 8388608,
  mediumaquamarine: 6737322,
  mediumblue: 205,
  mediumorchid: 12211667,
  mediumpurple: 9662683,
  mediumseagreen: 3978097,
  mediumslateblue: 8087790,
  mediumspringgreen: 64154,
  mediumturquoise: 4772300,
  mediumvioletred: 13047173,
  midnightblue: 1644912,
  mintcream: 16121850,
  mistyrose: 16770273,
  moccasin: 16770229,
  navajowhite: 16768685,
  navy: 128,
  oldlace: 16643558,
  olive: 8421376,
  olivedrab: 7048739,
  orange: 16753920,
  orangered: 16729344,
  orchid: 14315734,
  palegoldenrod: 15657130,
  palegreen: 10025880,
  paleturquoise: 11529966,
  palevioletred: 14381203,
  papayawhip: 16773077,
  peachpuff: 16767673,
  peru: 13468991,
  pink: 16761035,
  plum: 14524637,
  powderblue: 11591910,
  purple: 8388736,
  rebeccapurple: 6697881,
  red: 16711680,
  rosybrown: 12357519,
  royalblue: 4286945,
  saddlebrown: 9127187,
  salmon: 16416882,
  sandybrown: 16032864,
  seagreen: 3050327,
  seashell: 16774638,
  sienna: 10506797,
  silver: 12632256,
  skyblue: 8900331,
  slateblue: 6970061,
  slategray: 7372944,
  slategrey: 7372944,
  snow: 16775930,
  springgreen: 65407,
  steelblue: 4620980,
  tan: 13808780,
  teal: 32896,
  thistle: 14204888,
  tomato: 16737095,
  turquoise: 4251856,
  violet: 15631086,
  wheat: 16113331,
  white: 16777215,
  whitesmoke: 16119285,
  yellow: 16776960,
  yellowgreen: 10145074
};
define(Color, color, {
  copy(channels) {
    return Object.assign(new this.constructor(), this, channels);
  },
  displayable() {
    return this.rgb().displayable();
  },
  hex: color_formatHex,
  // Deprecated! Use color.formatHex.
  formatHex: color_formatHex,
  formatHex8: color_formatHex8,
  formatHsl: color_formatHsl,
  formatRgb: color_formatRgb,
  toString: color_formatRgb
});
function color_formatHex() {
  return this.rgb().formatHex();
}
function color_formatHex8() {
  return this.rgb().formatHex8();
}
function color_formatHsl() {
  return hslConvert(this).formatHsl();
}
function color_formatRgb() {
  return this.rgb().formatRgb();
}
function color(format2) {
  var m3, l3;
  format2 = (format2 + "").trim().toLowerCase();
  return (m3 = reHex.exec(format2)) ? (l3 = m3[1].length, m3 = parseInt(m3[1], 16), l3 === 6 ? rgbn(m3) : l3 === 3 ? new Rgb(m3 >> 8 & 15 | m3 >> 4 & 240, m3 >> 4 & 15 | m3 & 240, (m3 & 15) << 4 | m3 & 15, 1) : l3 === 8 ? rgba(m3 >> 24 & 255, m3 >> 16 & 255, m3 >> 8 & 255, (m3 & 255) / 255) : l3 === 4 ? rgba(m3 >> 12 & 15 | m3 >> 8 & 240, m3 >> 8 & 15 | m3 >> 4 & 240, m3 >> 4 & 15 | m3 & 240, ((m3 & 15) << 4 | m3 & 15) / 255) : null) : (m3 = reRgbInteger.exec(format2)) ? new Rgb(m3[1], m3[2], m3[3], 1) : (m3 = reRgbPercent.exec(format2)) ? new Rgb(m3[1] * 255 / 100, m3[2] * 255 / 100, m3[3] * 255 / 100, 1) : (m3 = reRgbaInteger.exec(format2)) ? rgba(m3[1], m3[2], m3[3], m3[4]) : (m3 = reRgbaPercent.exec(format2)) ? rgba(m3[1] * 255 / 100, m3[2] * 255 / 100, m3[3] * 255 / 100, m3[4]) : (m3 = reHslPercent.exec(format2)) ? hsla(m3[1], m3[2] / 100, m3[3] / 100, 1) : (m3 = reHslaPercent.exec(format2)) ? hsla(m3[1], m3[2] / 100, m3[3] / 100, m3[4]) : named.hasOwnProperty(format2) ? rgbn(named[format2]) : format2 === "transparent" ? new Rgb(NaN, NaN, NaN, 0) : null;
}
function rgbn(n2) {
  return new Rgb(n2 >> 16 & 255, n2 >> 8 & 255, n2 & 255, 1);
}
function rgba(r2, g3, b2, a4) {
  if (a4 <= 0) r2 = g3 = b2 = NaN;
  return new Rgb(r2, g3, b2, a4);
}
function rgbConvert(o3) {
  if (!(o3 instanceof Color)) o3 = color(o3);
  if (!o3) return new Rgb();
  o3 = o3.rgb();
  return new Rgb(o3.r, o3.g, o3.b, o3.opacity);
}
function rgb(r2, g3, b2, opacity) {
  return arguments.length === 1 ? rgbConvert(r2) : new Rgb(r2, g3, b2, opacity == null ? 1 : opacity);
}
function Rgb(r2, g3, b2, opacity) {
  this.r = +r2;
  this.g = +g3;
  this.b = +b2;
  this.opacity = +opacity;
}
define(Rgb, rgb, extend(Color, {
  brighter(k4) {
    k4 = k4 == null ? brighter : Math.pow(brighter, k4);
    return new Rgb(this.r * k4, this.g * k4, this.b * k4, this.opacity);
  },
  darker(k4) {
    k4 = k4 == null ? darker : Math.pow(darker, k4);
    return new Rgb(this.r * k4, this.g * k4, this.b * k4, this.opacity);
  },
  rgb() {
    return this;
  },
  clamp() {
    return new Rgb(clampi(this.r), clampi(this.g), clampi(this.b), clampa(this.opacity));
  },
  displayable() {
    return -0.5 <= this.r && this.r < 255.5 && (-0.5 <= this.g && this.g < 255.5) && (-0.5 <= this.b && this.b < 255.5) && (0 <= this.opacity && this.opacity <= 1);
  },
  hex: rgb_formatHex,
  // Deprecated! Use color.formatHex.
  formatHex: rgb_formatHex,
  formatHex8: rgb_formatHex8,
  formatRgb: rgb_formatRgb,
  toString: rgb_formatRgb
}));
function rgb_formatHex() {
  return `#${hex(this.r)}${hex(this.g)}${hex(this.b)}`;
}
function rgb_formatHex8() {
  return `#${hex(this.r)}${hex(this.g)}${hex(this.b)}${hex((isNaN(this.opacity) ? 1 : this.opacity) * 255)}`;
}
function rgb_formatRgb() {
  const a4 = clampa(this.opacity);
  return `${a4 === 1 ? "rgb(" : "rgba("}${clampi(this.r)}, ${clampi(this.g)}, ${clampi(this.b)}${a4 === 1 ? ")" : `, ${a4})`}`;
}
function clampa(opacity) {
  return isNaN(opacity) ? 1 : Math.max(0, Math.min(1, opacity));
}
function clampi(value2) {
  return Math.max(0, Math.min(255, Math.round(value2) || 0));
}
function hex(value2) {
  value2 = clampi(value2);
  return (value2 < 16 ? "0" : "") + value2.toString(16);
}
function hsla(h4, s4, l3, a4) {
  if (a4 <= 0) h4 = s4 = l3 = NaN;
  else if (l3 <= 0 || l3 >= 1) h4 = s4 = NaN;
  else if (s4 <= 0) h4 = NaN;
  return new Hsl(h4, s4, l3, a4);
}
function hslConvert(o3) {
  if (o3 instanceof Hsl) return new Hsl(o3.h, o3.s, o3.l, o3.opacity);
  if (!(o3 instanceof Color)) o3 = color(o3);
  if (!o3) return new Hsl();
  if (o3 instanceof Hsl) return o3;
  o3 = o3.rgb();
  var r2 = o3.r / 255, g3 = o3.g / 255, b2 = o3.b / 255, min = Math.min(r2, g3, b2), max = Math.max(r2, g3, b2), h4 = NaN, s4 = max - min, l3 = (max + min) / 2;
  if (s4) {
    if (r2 === max) h4 = (g3 - b2) / s4 + (g3 < b2) * 6;
    else if (g3 === max) h4 = (b2 - r2) / s4 + 2;
    else h4 = (r2 - g3) / s4 + 4;
    s4 /= l3 < 0.5 ? max + min : 2 - max - min;
    h4 *= 60;
  } else {
    s4 = l3 > 0 && l3 < 1 ? 0 : h4;
  }
  return new Hsl(h4, s4, l3, o3.opacity);
}
function hsl(h4, s4, l3, opacity) {
  return arguments.length === 1 ? hslConvert(h4) : new Hsl(h4, s4, l3, opacity == null ? 1 : opacity);
}
function Hsl(h4, s4, l3, opacity) {
  this.h = +h4;
  this.s = +s4;
  this.l = +l3;
  this.opacity = +opacity;
}
define(Hsl, hsl, extend(Color, {
  brighter(k4) {
    k4 = k4 == null ? brighter : Math.pow(brighter, k4);
    return new Hsl(this.h, this.s, this.l * k4, this.opacity);
  },
  darker(k4) {
    k4 = k4 == null ? darker : Math.pow(darker, k4);
    return new Hsl(this.h, this.s, this.l * k4, this.opacity);
  },
  rgb() {
    var h4 = this.h % 360 + (this.h < 0) * 360, s4 = isNaN(h4) || isNaN(this.s) ? 0 : this.s, l3 = this.l, m22 = l3 + (l3 < 0.5 ? l3 : 1 - l3) * s4, m1 = 2 * l3 - m22;
    return new Rgb(
      hsl2rgb(h4 >= 240 ? h4 - 240 : h4 + 120, m1, m22),
      hsl2rgb(h4, m1, m22),
      hsl2rgb(h4 < 120 ? h4 + 240 : h4 - 120, m1, m22),
      this.opacity
    );
  },
  clamp() {
    return new Hsl(clamph(this.h), clampt(this.s), clampt(this.l), clampa(this.opacity));
  },
  displayable() {
    return (0 <= this.s && this.s <= 1 || isNaN(this.s)) && (0 <= this.l && this.l <= 1) && (0 <= this.opacity && this.opacity <= 1);
  },
  formatHsl() {
    const a4 = clampa(this.opacity);
    return `${a4 === 1 ? "hsl(" : "hsla("}${clamph(this.h)}, ${clampt(this.s) * 100}%, ${clampt(this.l) * 100}%${a4 === 1 ? ")" : `, ${a4})`}`;
  }
}));
function clamph(value2) {
  value2 = (value2 || 0) % 360;
  return value2 < 0 ? value2 + 360 : value2;
}
function clampt(value2) {
  return Math.max(0, Math.min(1, value2 || 0));
}
function hsl2rgb(h4, m1, m22) {
  return (h4 < 60 ? m1 + (m22 - m1) * h4 / 60 : h4 < 180 ? m22 : h4 < 240 ? m1 + (m22 - m1) * (240 - h4) / 60 : m1) * 255;
}
var radians = Math.PI / 180;
var degrees = 180 / Math.PI;
var K2 = 18;
var Xn = 0.96422;
var Yn = 1;
var Zn = 0.82521;
var t0 = 4 / 29;
var t1 = 6 / 29;
var t2 = 3 * t1 * t1;
var t3 = t1 * t1 * t1;
function labConvert(o3) {
  if (o3 instanceof Lab) return new Lab(o3.l, o3.a, o3.b, o3.opacity);
  if (o3 instanceof Hcl) return hcl2lab(o3);
  if (!(o3 instanceof Rgb)) o3 = rgbConvert(o3);
  var r2 = rgb2lrgb(o3.r), g3 = rgb2lrgb(o3.g), b2 = rgb2lrgb(o3.b), y4 = xyz2lab((0.2225045 * r2 + 0.7168786 * g3 + 0.0606169 * b2) / Yn), x4, z3;
  if (r2 === g3 && g3 === b2) x4 = z3 = y4;
  else {
    x4 = xyz2lab((0.4360747 * r2 + 0.3850649 * g3 + 0.1430804 * b2) / Xn);
    z3 = xyz2lab((0.0139322 * r2 + 0.0971045 * g3 + 0.7141733 * b2) / Zn);
  }
  return new Lab(116 * y4 - 16, 500 * (x4 - y4), 200 * (y4 - z3), o3.opacity);
}
function lab(l3, a4, b2, opacity) {
  return arguments.length === 1 ? labConvert(l3) : new Lab(l3, a4, b2, opacity == null ? 1 : opacity);
}
function Lab(l3, a4, b2, opacity) {
  this.l = +l3;
  this.a = +a4;
  this.b = +b2;
  this.opacity = +opacity;
}
define(Lab, lab, extend(Color, {
  brighter(k4) {
    return new Lab(this.l + K2 * (k4 == null ? 1 : k4), this.a, this.b, this.opacity);
  },
  darker(k4) {
    return new Lab(this.l - K2 * (k4 == null ? 1 : k4), this.a, this.b, this.opacity);
  },
  rgb() {
    var y4 = (this.l + 16) / 116, x4 = isNaN(this.a) ? y4 : y4 + this.a / 500, z3 = isNaN(this.b) ? y4 : y4 - this.b / 200;
    x4 = Xn * lab2xyz(x4);
    y4 = Yn * lab2xyz(y4);
    z3 = Zn * lab2xyz(z3);
    return new Rgb(
      lrgb2rgb(3.1338561 * x4 - 1.6168667 * y4 - 0.4906146 * z3),
      lrgb2rgb(-0.9787684 * x4 + 1.9161415 * y4 + 0.033454 * z3),
      lrgb2rgb(0.0719453 * x4 - 0.2289914 * y4 + 1.4052427 * z3),
      this.opacity
    );
  }
}));
function xyz2lab(t4) {
  return t4 > t3 ? Math.pow(t4, 1 / 3) : t4 / t2 + t0;
}
function lab2xyz(t4) {
  return t4 > t1 ? t4 * t4 * t4 : t2 * (t4 - t0);
}
function lrgb2rgb(x4) {
  return 255 * (x4 <= 31308e-7 ? 12.92 * x4 : 1.055 * Math.pow(x4, 1 / 2.4) - 0.055);
}
function rgb2lrgb(x4) {
  return (x4 /= 255) <= 0.04045 ? x4 / 12.92 : Math.pow((x4 + 0.055) / 1.055, 2.4);
}
function hclConvert(o3) {
  if (o3 instanceof Hcl) return new Hcl(o3.h, o3.c, o3.l, o3.opacity);
  if (!(o3 instanceof Lab)) o3 = labConvert(o3);
  if (o3.a === 0 && o3.b === 0) return new Hcl(NaN, 0 < o3.l && o3.l < 100 ? 0 : NaN, o3.l, o3.opacity);
  var h4 = Math.atan2(o3.b, o3.a) * degrees;
  return new Hcl(h4 < 0 ? h4 + 360 : h4, Math.sqrt(o3.a * o3.a + o3.b * o3.b), o3.l, o3.opacity);
}
function hcl(h4, c3, l3, opacity) {
  return arguments.length === 1 ? hclConvert(h4) : new Hcl(h4, c3, l3, opacity == null ? 1 : opacity);
}
function Hcl(h4, c3, l3, opacity) {
  this.h = +h4;
  this.c = +c3;
  this.l = +l3;
  this.opacity = +opacity;
}
function hcl2lab(o3) {
  if (isNaN(o3.h)) return new Lab(o3.l, 0, 0, o3.opacity);
  var h4 = o3.h * radians;
  return new Lab(o3.l, Math.cos(h4) * o3.c, Math.sin(h4) * o3.c, o3.opacity);
}
define(Hcl, hcl, extend(Color, {
  brighter(k4) {
    return new Hcl(this.h, this.c, this.l + K2 * (k4 == null ? 1 : k4), this.opacity);
  },
  darker(k4) {
    return new Hcl(this.h, this.c, this.l - K2 * (k4 == null ? 1 : k4), this.opacity);
  },
  rgb() {
    return hcl2lab(this).rgb();
  }
}));
var A2 = -0.14861;
var B2 = 1.78277;
var C2 = -0.29227;
var D2 = -0.90649;
var E2 = 1.97294;
var ED = E2 * D2;
var EB = E2 * B2;
var BC_DA = B2 * C2 - D2 * A2;
function cubehelixConvert(o3) {
  if (o3 instanceof Cubehelix) return new Cubehelix(o3.h, o3.s, o3.l, o3.opacity);
  if (!(o3 instanceof Rgb)) o3 = rgbConvert(o3);
  var r2 = o3.r / 255, g3 = o3.g / 255, b2 = o3.b / 255, l3 = (BC_DA * b2 + ED * r2 - EB * g3) / (BC_DA + ED - EB), bl = b2 - l3, k4 = (E2 * (g3 - l3) - C2 * bl) / D2, s4 = Math.sqrt(k4 * k4 + bl * bl) / (E2 * l3 * (1 - l3)), h4 = s4 ? Math.atan2(k4, bl) * degrees - 120 : NaN;
  return new Cubehelix(h4 < 0 ? h4 + 360 : h4, s4, l3, o3.opacity);
}
function cubehelix(h4, s4, l3, opacity) {
  return arguments.length === 1 ? cubehelixConvert(h4) : new Cubehelix(h4, s4, l3, opacity == null ? 1 : opacity);
}
function Cubehelix(h4, s4, l3, opacity) {
  this.h = +h4;
  this.s = +s4;
  this.l = +l3;
  this.opacity = +opacity;
}
define(Cubehelix, cubehelix, extend(Color, {
  brighter(k4) {
    k4 = k4 == null ? brighter : Math.pow(brighter, k4);
    return new Cubehelix(this.h, this.s, this.l * k4, this.opacity);
  },
  darker(k4) {
    k4 = k4 == null ? darker : Math.pow(darker, k4);
    return new Cubehelix(this.h, this.s, this.l * k4, this.opacity);
  },
  rgb() {
    var h4 = isNaN(this.h) ? 0 : (this.h + 120) * radians, l3 = +this.l, a4 = isNaN(this.s) ? 0 : this.s * l3 * (1 - l3), cosh2 = Math.cos(h4), sinh2 = Math.sin(h4);
    return new Rgb(
      255 * (l3 + a4 * (A2 * cosh2 + B2 * sinh2)),
      255 * (l3 + a4 * (C2 * cosh2 + D2 * sinh2)),
      255 * (l3 + a4 * (E2 * cosh2)),
      this.opacity
    );
  }
}));

// node_modules/d3-interpolate/dist/d3-interpolate.mjs
function basis(t12, v0, v1, v22, v3) {
  var t22 = t12 * t12, t32 = t22 * t12;
  return ((1 - 3 * t12 + 3 * t22 - t32) * v0 + (4 - 6 * t22 + 3 * t32) * v1 + (1 + 3 * t12 + 3 * t22 - 3 * t32) * v22 + t32 * v3) / 6;
}
function basis$1(values) {
  var n2 = values.length - 1;
  return function(t4) {
    var i3 = t4 <= 0 ? t4 = 0 : t4 >= 1 ? (t4 = 1, n2 - 1) : Math.floor(t4 * n2), v1 = values[i3], v22 = values[i3 + 1], v0 = i3 > 0 ? values[i3 - 1] : 2 * v1 - v22, v3 = i3 < n2 - 1 ? values[i3 + 2] : 2 * v22 - v1;
    return basis((t4 - i3 / n2) * n2, v0, v1, v22, v3);
  };
}
function basisClosed(values) {
  var n2 = values.length;
  return function(t4) {
    var i3 = Math.floor(((t4 %= 1) < 0 ? ++t4 : t4) * n2), v0 = values[(i3 + n2 - 1) % n2], v1 = values[i3 % n2], v22 = values[(i3 + 1) % n2], v3 = values[(i3 + 2) % n2];
    return basis((t4 - i3 / n2) * n2, v0, v1, v22, v3);
  };
}
var constant = (x4) => () => x4;
function linear(a4, d3) {
  return function(t4) {
    return a4 + t4 * d3;
  };
}
function exponential(a4, b2, y4) {
  return a4 = Math.pow(a4, y4), b2 = Math.pow(b2, y4) - a4, y4 = 1 / y4, function(t4) {
    return Math.pow(a4 + t4 * b2, y4);
  };
}
function hue$1(a4, b2) {
  var d3 = b2 - a4;
  return d3 ? linear(a4, d3 > 180 || d3 < -180 ? d3 - 360 * Math.round(d3 / 360) : d3) : constant(isNaN(a4) ? b2 : a4);
}
function gamma(y4) {
  return (y4 = +y4) === 1 ? nogamma : function(a4, b2) {
    return b2 - a4 ? exponential(a4, b2, y4) : constant(isNaN(a4) ? b2 : a4);
  };
}
function nogamma(a4, b2) {
  var d3 = b2 - a4;
  return d3 ? linear(a4, d3) : constant(isNaN(a4) ? b2 : a4);
}
var rgb2 = (function rgbGamma(y4) {
  var color2 = gamma(y4);
  function rgb3(start2, end2) {
    var r2 = color2((start2 = rgb(start2)).r, (end2 = rgb(end2)).r), g3 = color2(start2.g, end2.g), b2 = color2(start2.b, end2.b), opacity = nogamma(start2.opacity, end2.opacity);
    return function(t4) {
      start2.r = r2(t4);
      start2.g = g3(t4);
      start2.b = b2(t4);
      start2.opacity = opacity(t4);
      return start2 + "";
    };
  }
  rgb3.gamma = rgbGamma;
  return rgb3;
})(1);
function rgbSpline(spline) {
  return function(colors) {
    var n2 = colors.length, r2 = new Array(n2), g3 = new Array(n2), b2 = new Array(n2), i3, color2;
    for (i3 = 0; i3 < n2; ++i3) {
      color2 = rgb(colors[i3]);
      r2[i3] = color2.r || 0;
      g3[i3] = color2.g || 0;
      b2[i3] = color2.b || 0;
    }
    r2 = spline(r2);
    g3 = spline(g3);
    b2 = spline(b2);
    color2.opacity = 1;
    return function(t4) {
      color2.r = r2(t4);
      color2.g = g3(t4);
      color2.b = b2(t4);
      return color2 + "";
    };
  };
}
var rgbBasis = rgbSpline(basis$1);
var rgbBasisClosed = rgbSpline(basisClosed);
function numberArray(a4, b2) {
  if (!b2) b2 = [];
  var n2 = a4 ? Math.min(b2.length, a4.length) : 0, c3 = b2.slice(), i3;
  return function(t4) {
    for (i3 = 0; i3 < n2; ++i3) c3[i3] = a4[i3] * (1 - t4) + b2[i3] * t4;
    return c3;
  };
}
function isNumberArray(x4) {
  return ArrayBuffer.isView(x4) && !(x4 instanceof DataView);
}
function genericArray(a4, b2) {
  var nb = b2 ? b2.length : 0, na = a4 ? Math.min(nb, a4.length) : 0, x4 = new Array(na), c3 = new Array(nb), i3;
  for (i3 = 0; i3 < na; ++i3) x4[i3] = value(a4[i3], b2[i3]);
  for (; i3 < nb; ++i3) c3[i3] = b2[i3];
  return function(t4) {
    for (i3 = 0; i3 < na; ++i3) c3[i3] = x4[i3](t4);
    return c3;
  };
}
function date(a4, b2) {
  var d3 = /* @__PURE__ */ new Date();
  return a4 = +a4, b2 = +b2, function(t4) {
    return d3.setTime(a4 * (1 - t4) + b2 * t4), d3;
  };
}
function number2(a4, b2) {
  return a4 = +a4, b2 = +b2, function(t4) {
    return a4 * (1 - t4) + b2 * t4;
  };
}
function object(a4, b2) {
  var i3 = {}, c3 = {}, k4;
  if (a4 === null || typeof a4 !== "object") a4 = {};
  if (b2 === null || typeof b2 !== "object") b2 = {};
  for (k4 in b2) {
    if (k4 in a4) {
      i3[k4] = value(a4[k4], b2[k4]);
    } else {
      c3[k4] = b2[k4];
    }
  }
  return function(t4) {
    for (k4 in i3) c3[k4] = i3[k4](t4);
    return c3;
  };
}
var reA = /[-+]?(?:\d+\.?\d*|\.?\d+)(?:[eE][-+]?\d+)?/g;
var reB = new RegExp(reA.source, "g");
function zero2(b2) {
  return function() {
    return b2;
  };
}
function one(b2) {
  return function(t4) {
    return b2(t4) + "";
  };
}
function string(a4, b2) {
  var bi = reA.lastIndex = reB.lastIndex = 0, am, bm, bs, i3 = -1, s4 = [], q3 = [];
  a4 = a4 + "", b2 = b2 + "";
  while ((am = reA.exec(a4)) && (bm = reB.exec(b2))) {
    if ((bs = bm.index) > bi) {
      bs = b2.slice(bi, bs);
      if (s4[i3]) s4[i3] += bs;
      else s4[++i3] = bs;
    }
    if ((am = am[0]) === (bm = bm[0])) {
      if (s4[i3]) s4[i3] += bm;
      else s4[++i3] = bm;
    } else {
      s4[++i3] = null;
      q3.push({ i: i3, x: number2(am, bm) });
    }
    bi = reB.lastIndex;
  }
  if (bi < b2.length) {
    bs = b2.slice(bi);
    if (s4[i3]) s4[i3] += bs;
    else s4[++i3] = bs;
  }
  return s4.length < 2 ? q3[0] ? one(q3[0].x) : zero2(b2) : (b2 = q3.length, function(t4) {
    for (var i4 = 0, o3; i4 < b2; ++i4) s4[(o3 = q3[i4]).i] = o3.x(t4);
    return s4.join("");
  });
}
function value(a4, b2) {
  var t4 = typeof b2, c3;
  return b2 == null || t4 === "boolean" ? constant(b2) : (t4 === "number" ? number2 : t4 === "string" ? (c3 = color(b2)) ? (b2 = c3, rgb2) : string : b2 instanceof color ? rgb2 : b2 instanceof Date ? date : isNumberArray(b2) ? numberArray : Array.isArray(b2) ? genericArray : typeof b2.valueOf !== "function" && typeof b2.toString !== "function" || isNaN(b2) ? object : number2)(a4, b2);
}
function round(a4, b2) {
  return a4 = +a4, b2 = +b2, function(t4) {
    return Math.round(a4 * (1 - t4) + b2 * t4);
  };
}
var degrees2 = 180 / Math.PI;
var identity = {
  translateX: 0,
  translateY: 0,
  rotate: 0,
  skewX: 0,
  scaleX: 1,
  scaleY: 1
};
function decompose(a4, b2, c3, d3, e3, f3) {
  var scaleX, scaleY, skewX;
  if (scaleX = Math.sqrt(a4 * a4 + b2 * b2)) a4 /= scaleX, b2 /= scaleX;
  if (skewX = a4 * c3 + b2 * d3) c3 -= a4 * skewX, d3 -= b2 * skewX;
  if (scaleY = Math.sqrt(c3 * c3 + d3 * d3)) c3 /= scaleY, d3 /= scaleY, skewX /= scaleY;
  if (a4 * d3 < b2 * c3) a4 = -a4, b2 = -b2, skewX = -skewX, scaleX = -scaleX;
  return {
    translateX: e3,
    translateY: f3,
    rotate: Math.atan2(b2, a4) * degrees2,
    skewX: Math.atan(skewX) * degrees2,
    scaleX,
    scaleY
  };
}
var svgNode;
function parseCss(value2) {
  const m3 = new (typeof DOMMatrix === "function" ? DOMMatrix : WebKitCSSMatrix)(value2 + "");
  return m3.isIdentity ? identity : decompose(m3.a, m3.b, m3.c, m3.d, m3.e, m3.f);
}
function parseSvg(value2) {
  if (value2 == null) return identity;
  if (!svgNode) svgNode = document.createElementNS("http://www.w3.org/2000/svg", "g");
  svgNode.setAttribute("transform", value2);
  if (!(value2 = svgNode.transform.baseVal.consolidate())) return identity;
  value2 = value2.matrix;
  return decompose(value2.a, value2.b, value2.c, value2.d, value2.e, value2.f);
}
function interpolateTransform(parse, pxComma, pxParen, degParen) {
  function pop(s4) {
    return s4.length ? s4.pop() + " " : "";
  }
  function translate(xa, ya, xb, yb, s4, q3) {
    if (xa !== xb || ya !== yb) {
      var i3 = s4.push("translate(", null, pxComma, null, pxParen);
      q3.push({ i: i3 - 4, x: number2(xa, xb) }, { i: i3 - 2, x: number2(ya, yb) });
    } else if (xb || yb) {
      s4.push("translate(" + xb + pxComma + yb + pxParen);
    }
  }
  function rotate(a4, b2, s4, q3) {
    if (a4 !== b2) {
      if (a4 - b2 > 180) b2 += 360;
      else if (b2 - a4 > 180) a4 += 360;
      q3.push({ i: s4.push(pop(s4) + "rotate(", null, degParen) - 2, x: number2(a4, b2) });
    } else if (b2) {
      s4.push(pop(s4) + "rotate(" + b2 + degParen);
    }
  }
  function skewX(a4, b2, s4, q3) {
    if (a4 !== b2) {
      q3.push({ i: s4.push(pop(s4) + "skewX(", null, degParen) - 2, x: number2(a4, b2) });
    } else if (b2) {
      s4.push(pop(s4) + "skewX(" + b2 + degParen);
    }
  }
  function scale(xa, ya, xb, yb, s4, q3) {
    if (xa !== xb || ya !== yb) {
      var i3 = s4.push(pop(s4) + "scale(", null, ",", null, ")");
      q3.push({ i: i3 - 4, x: number2(xa, xb) }, { i: i3 - 2, x: number2(ya, yb) });
    } else if (xb !== 1 || yb !== 1) {
      s4.push(pop(s4) + "scale(" + xb + "," + yb + ")");
    }
  }
  return function(a4, b2) {
    var s4 = [], q3 = [];
    a4 = parse(a4), b2 = parse(b2);
    translate(a4.translateX, a4.translateY, b2.translateX, b2.translateY, s4, q3);
    rotate(a4.rotate, b2.rotate, s4, q3);
    skewX(a4.skewX, b2.skewX, s4, q3);
    scale(a4.scaleX, a4.scaleY, b2.scaleX, b2.scaleY, s4, q3);
    a4 = b2 = null;
    return function(t4) {
      var i3 = -1, n2 = q3.length, o3;
      while (++i3 < n2) s4[(o3 = q3[i3]).i] = o3.x(t4);
      return s4.join("");
    };
  };
}
var interpolateTransformCss = interpolateTransform(parseCss, "px, ", "px)", "deg)");
var interpolateTransformSvg = interpolateTransform(parseSvg, ", ", ")", ")");
var epsilon2 = 1e-12;
function cosh(x4) {
  return ((x4 = Math.exp(x4)) + 1 / x4) / 2;
}
function sinh(x4) {
  return ((x4 = Math.exp(x4)) - 1 / x4) / 2;
}
function tanh(x4) {
  return ((x4 = Math.exp(2 * x4)) - 1) / (x4 + 1);
}
var zoom = (function zoomRho(rho, rho2, rho4) {
  function zoom2(p0, p1) {
    var ux0 = p0[0], uy0 = p0[1], w0 = p0[2], ux1 = p1[0], uy1 = p1[1], w1 = p1[2], dx = ux1 - ux0, dy = uy1 - uy0, d22 = dx * dx + dy * dy, i3, S2;
    if (d22 < epsilon2) {
      S2 = Math.log(w1 / w0) / rho;
      i3 = function(t4) {
        return [
          ux0 + t4 * dx,
          uy0 + t4 * dy,
          w0 * Math.exp(rho * t4 * S2)
        ];
      };
    } else {
      var d1 = Math.sqrt(d22), b0 = (w1 * w1 - w0 * w0 + rho4 * d22) / (2 * w0 * rho2 * d1), b1 = (w1 * w1 - w0 * w0 - rho4 * d22) / (2 * w1 * rho2 * d1), r0 = Math.log(Math.sqrt(b0 * b0 + 1) - b0), r1 = Math.log(Math.sqrt(b1 * b1 + 1) - b1);
      S2 = (r1 - r0) / rho;
      i3 = function(t4) {
        var s4 = t4 * S2, coshr0 = cosh(r0), u3 = w0 / (rho2 * d1) * (coshr0 * tanh(rho * s4 + r0) - sinh(r0));
        return [
          ux0 + u3 * dx,
          uy0 + u3 * dy,
          w0 * coshr0 / cosh(rho * s4 + r0)
        ];
      };
    }
    i3.duration = Math.abs(S2) * 1e3 * rho / Math.SQRT2;
    return i3;
  }
  zoom2.rho = function(_3) {
    var _1 = Math.max(1e-3, +_3), _22 = _1 * _1, _4 = _22 * _22;
    return zoomRho(_1, _22, _4);
  };
  return zoom2;
})(Math.SQRT2, 2, 4);
function hsl2(hue) {
  return function(start2, end2) {
    var h4 = hue((start2 = hsl(start2)).h, (end2 = hsl(end2)).h), s4 = nogamma(start2.s, end2.s), l3 = nogamma(start2.l, end2.l), opacity = nogamma(start2.opacity, end2.opacity);
    return function(t4) {
      start2.h = h4(t4);
      start2.s = s4(t4);
      start2.l = l3(t4);
      start2.opacity = opacity(t4);
      return start2 + "";
    };
  };
}
var hsl_default = hsl2(hue$1);
var hslLong = hsl2(nogamma);
function hcl2(hue) {
  return function(start2, end2) {
    var h4 = hue((start2 = hcl(start2)).h, (end2 = hcl(end2)).h), c3 = nogamma(start2.c, end2.c), l3 = nogamma(start2.l, end2.l), opacity = nogamma(start2.opacity, end2.opacity);
    return function(t4) {
      start2.h = h4(t4);
      start2.c = c3(t4);
      start2.l = l3(t4);
      start2.opacity = opacity(t4);
      return start2 + "";
    };
  };
}
var hcl_default = hcl2(hue$1);
var hclLong = hcl2(nogamma);
function cubehelix2(hue) {
  return (function cubehelixGamma(y4) {
    y4 = +y4;
    function cubehelix3(start2, end2) {
      var h4 = hue((start2 = cubehelix(start2)).h, (end2 = cubehelix(end2)).h), s4 = nogamma(start2.s, end2.s), l3 = nogamma(start2.l, end2.l), opacity = nogamma(start2.opacity, end2.opacity);
      return function(t4) {
        start2.h = h4(t4);
        start2.s = s4(t4);
        start2.l = l3(Math.pow(t4, y4));
        start2.opacity = opacity(t4);
        return start2 + "";
      };
    }
    cubehelix3.gamma = cubehelixGamma;
    return cubehelix3;
  })(1);
}
var cubehelix_default = cubehelix2(hue$1);
var cubehelixLong = cubehelix2(nogamma);

// node_modules/d3-format/dist/d3-format.mjs
function formatDecimal(x4) {
  return Math.abs(x4 = Math.round(x4)) >= 1e21 ? x4.toLocaleString("en").replace(/,/g, "") : x4.toString(10);
}
function formatDecimalParts(x4, p3) {
  if (!isFinite(x4) || x4 === 0) return null;
  var i3 = (x4 = p3 ? x4.toExponential(p3 - 1) : x4.toExponential()).indexOf("e"), coefficient = x4.slice(0, i3);
  return [
    coefficient.length > 1 ? coefficient[0] + coefficient.slice(2) : coefficient,
    +x4.slice(i3 + 1)
  ];
}
function exponent(x4) {
  return x4 = formatDecimalParts(Math.abs(x4)), x4 ? x4[1] : NaN;
}
function formatGroup(grouping, thousands) {
  return function(value2, width2) {
    var i3 = value2.length, t4 = [], j3 = 0, g3 = grouping[0], length = 0;
    while (i3 > 0 && g3 > 0) {
      if (length + g3 + 1 > width2) g3 = Math.max(1, width2 - length);
      t4.push(value2.substring(i3 -= g3, i3 + g3));
      if ((length += g3 + 1) > width2) break;
      g3 = grouping[j3 = (j3 + 1) % grouping.length];
    }
    return t4.reverse().join(thousands);
  };
}
function formatNumerals(numerals) {
  return function(value2) {
    return value2.replace(/[0-9]/g, function(i3) {
      return numerals[+i3];
    });
  };
}
var re = /^(?:(.)?([<>=^]))?([+\-( ])?([$#])?(0)?(\d+)?(,)?(\.\d+)?(~)?([a-z%])?$/i;
function formatSpecifier(specifier) {
  if (!(match = re.exec(specifier))) throw new Error("invalid format: " + specifier);
  var match;
  return new FormatSpecifier({
    fill: match[1],
    align: match[2],
    sign: match[3],
    symbol: match[4],
    zero: match[5],
    width: match[6],
    comma: match[7],
    precision: match[8] && match[8].slice(1),
    trim: match[9],
    type: match[10]
  });
}
formatSpecifier.prototype = FormatSpecifier.prototype;
function FormatSpecifier(specifier) {
  this.fill = specifier.fill === void 0 ? " " : specifier.fill + "";
  this.align = specifier.align === void 0 ? ">" : specifier.align + "";
  this.sign = specifier.sign === void 0 ? "-" : specifier.sign + "";
  this.symbol = specifier.symbol === void 0 ? "" : specifier.symbol + "";
  this.zero = !!specifier.zero;
  this.width = specifier.width === void 0 ? void 0 : +specifier.width;
  this.comma = !!specifier.comma;
  this.precision = specifier.precision === void 0 ? void 0 : +specifier.precision;
  this.trim = !!specifier.trim;
  this.type = specifier.type === void 0 ? "" : specifier.type + "";
}
FormatSpecifier.prototype.toString = function() {
  return this.fill + this.align + this.sign + this.symbol + (this.zero ? "0" : "") + (this.width === void 0 ? "" : Math.max(1, this.width | 0)) + (this.comma ? "," : "") + (this.precision === void 0 ? "" : "." + Math.max(0, this.precision | 0)) + (this.trim ? "~" : "") + this.type;
};
function formatTrim(s4) {
  out: for (var n2 = s4.length, i3 = 1, i0 = -1, i1; i3 < n2; ++i3) {
    switch (s4[i3]) {
      case ".":
        i0 = i1 = i3;
        break;
      case "0":
        if (i0 === 0) i0 = i3;
        i1 = i3;
        break;
      default:
        if (!+s4[i3]) break out;
        if (i0 > 0) i0 = 0;
        break;
    }
  }
  return i0 > 0 ? s4.slice(0, i0) + s4.slice(i1 + 1) : s4;
}
var prefixExponent;
function formatPrefixAuto(x4, p3) {
  var d3 = formatDecimalParts(x4, p3);
  if (!d3) return prefixExponent = void 0, x4.toPrecision(p3);
  var coefficient = d3[0], exponent2 = d3[1], i3 = exponent2 - (prefixExponent = Math.max(-8, Math.min(8, Math.floor(exponent2 / 3))) * 3) + 1, n2 = coefficient.length;
  return i3 === n2 ? coefficient : i3 > n2 ? coefficient + new Array(i3 - n2 + 1).join("0") : i3 > 0 ? coefficient.slice(0, i3) + "." + coefficient.slice(i3) : "0." + new Array(1 - i3).join("0") + formatDecimalParts(x4, Math.max(0, p3 + i3 - 1))[0];
}
function formatRounded(x4, p3) {
  var d3 = formatDecimalParts(x4, p3);
  if (!d3) return x4 + "";
  var coefficient = d3[0], exponent2 = d3[1];
  return exponent2 < 0 ? "0." + new Array(-exponent2).join("0") + coefficient : coefficient.length > exponent2 + 1 ? coefficient.slice(0, exponent2 + 1) + "." + coefficient.slice(exponent2 + 1) : coefficient + new Array(exponent2 - coefficient.length + 2).join("0");
}
var formatTypes = {
  "%": (x4, p3) => (x4 * 100).toFixed(p3),
  "b": (x4) => Math.round(x4).toString(2),
  "c": (x4) => x4 + "",
  "d": formatDecimal,
  "e": (x4, p3) => x4.toExponential(p3),
  "f": (x4, p3) => x4.toFixed(p3),
  "g": (x4, p3) => x4.toPrecision(p3),
  "o": (x4) => Math.round(x4).toString(8),
  "p": (x4, p3) => formatRounded(x4 * 100, p3),
  "r": formatRounded,
  "s": formatPrefixAuto,
  "X": (x4) => Math.round(x4).toString(16).toUpperCase(),
  "x": (x4) => Math.round(x4).toString(16)
};
function identity2(x4) {
  return x4;
}
var map = Array.prototype.map;
var prefixes = ["y", "z", "a", "f", "p", "n", "\xB5", "m", "", "k", "M", "G", "T", "P", "E", "Z", "Y"];
function formatLocale(locale2) {
  var group = locale2.grouping === void 0 || locale2.thousands === void 0 ? identity2 : formatGroup(map.call(locale2.grouping, Number), locale2.thousands + ""), currencyPrefix = locale2.currency === void 0 ? "" : locale2.currency[0] + "", currencySuffix = locale2.currency === void 0 ? "" : locale2.currency[1] + "", decimal = locale2.decimal === void 0 ? "." : locale2.decimal + "", numerals = locale2.numerals === void 0 ? identity2 : formatNumerals(map.call(locale2.numerals, String)), percent2 = locale2.percent === void 0 ? "%" : locale2.percent + "", minus = locale2.minus === void 0 ? "\u2212" : locale2.minus + "", nan = locale2.nan === void 0 ? "NaN" : locale2.nan + "";
  function newFormat(specifier, options) {
    specifier = formatSpecifier(specifier);
    var fill = specifier.fill, align = specifier.align, sign2 = specifier.sign, symbol = specifier.symbol, zero3 = specifier.zero, width2 = specifier.width, comma = specifier.comma, precision = specifier.precision, trim = specifier.trim, type = specifier.type;
    if (type === "n") comma = true, type = "g";
    else if (!formatTypes[type]) precision === void 0 && (precision = 12), trim = true, type = "g";
    if (zero3 || fill === "0" && align === "=") zero3 = true, fill = "0", align = "=";
    var prefix = (options && options.prefix !== void 0 ? options.prefix : "") + (symbol === "$" ? currencyPrefix : symbol === "#" && /[boxX]/.test(type) ? "0" + type.toLowerCase() : ""), suffix = (symbol === "$" ? currencySuffix : /[%p]/.test(type) ? percent2 : "") + (options && options.suffix !== void 0 ? options.suffix : "");
    var formatType = formatTypes[type], maybeSuffix = /[defgprs%]/.test(type);
    precision = precision === void 0 ? 6 : /[gprs]/.test(type) ? Math.max(1, Math.min(21, precision)) : Math.max(0, Math.min(20, precision));
    function format2(value2) {
      var valuePrefix = prefix, valueSuffix = suffix, i3, n2, c3;
      if (type === "c") {
        valueSuffix = formatType(value2) + valueSuffix;
        value2 = "";
      } else {
        value2 = +value2;
        var valueNegative = value2 < 0 || 1 / value2 < 0;
        value2 = isNaN(value2) ? nan : formatType(Math.abs(value2), precision);
        if (trim) value2 = formatTrim(value2);
        if (valueNegative && +value2 === 0 && sign2 !== "+") valueNegative = false;
        valuePrefix = (valueNegative ? sign2 === "(" ? sign2 : minus : sign2 === "-" || sign2 === "(" ? "" : sign2) + valuePrefix;
        valueSuffix = (type === "s" && !isNaN(value2) && prefixExponent !== void 0 ? prefixes[8 + prefixExponent / 3] : "") + valueSuffix + (valueNegative && sign2 === "(" ? ")" : "");
        if (maybeSuffix) {
          i3 = -1, n2 = value2.length;
          while (++i3 < n2) {
            if (c3 = value2.charCodeAt(i3), 48 > c3 || c3 > 57) {
              valueSuffix = (c3 === 46 ? decimal + value2.slice(i3 + 1) : value2.slice(i3)) + valueSuffix;
              value2 = value2.slice(0, i3);
              break;
            }
          }
        }
      }
      if (comma && !zero3) value2 = group(value2, Infinity);
      var length = valuePrefix.length + value2.length + valueSuffix.length, padding = length < width2 ? new Array(width2 - length + 1).join(fill) : "";
      if (comma && zero3) value2 = group(padding + value2, padding.length ? width2 - valueSuffix.length : Infinity), padding = "";
      switch (align) {
        case "<":
          value2 = valuePrefix + value2 + valueSuffix + padding;
          break;
        case "=":
          value2 = valuePrefix + padding + value2 + valueSuffix;
          break;
        case "^":
          value2 = padding.slice(0, length = padding.length >> 1) + valuePrefix + value2 + valueSuffix + padding.slice(length);
          break;
        default:
          value2 = padding + valuePrefix + value2 + valueSuffix;
          break;
      }
      return numerals(value2);
    }
    format2.toString = function() {
      return specifier + "";
    };
    return format2;
  }
  function formatPrefix2(specifier, value2) {
    var e3 = Math.max(-8, Math.min(8, Math.floor(exponent(value2) / 3))) * 3, k4 = Math.pow(10, -e3), f3 = newFormat((specifier = formatSpecifier(specifier), specifier.type = "f", specifier), { suffix: prefixes[8 + e3 / 3] });
    return function(value3) {
      return f3(k4 * value3);
    };
  }
  return {
    format: newFormat,
    formatPrefix: formatPrefix2
  };
}
var locale;
var format;
var formatPrefix;
defaultLocale({
  thousands: ",",
  grouping: [3],
  currency: ["$", ""]
});
function defaultLocale(definition) {
  locale = formatLocale(definition);
  format = locale.format;
  formatPrefix = locale.formatPrefix;
  return locale;
}
function precisionFixed(step) {
  return Math.max(0, -exponent(Math.abs(step)));
}
function precisionPrefix(step, value2) {
  return Math.max(0, Math.max(-8, Math.min(8, Math.floor(exponent(value2) / 3))) * 3 - exponent(Math.abs(step)));
}
function precisionRound(step, max) {
  step = Math.abs(step), max = Math.abs(max) - step;
  return Math.max(0, exponent(max) - exponent(step)) + 1;
}

// node_modules/d3-scale/dist/d3-scale.mjs
function initRange(domain, range2) {
  switch (arguments.length) {
    case 0:
      break;
    case 1:
      this.range(domain);
      break;
    default:
      this.range(range2).domain(domain);
      break;
  }
  return this;
}
var implicit = /* @__PURE__ */ Symbol("implicit");
function ordinal() {
  var index = new InternMap(), domain = [], range2 = [], unknown = implicit;
  function scale(d3) {
    let i3 = index.get(d3);
    if (i3 === void 0) {
      if (unknown !== implicit) return unknown;
      index.set(d3, i3 = domain.push(d3) - 1);
    }
    return range2[i3 % range2.length];
  }
  scale.domain = function(_3) {
    if (!arguments.length) return domain.slice();
    domain = [], index = new InternMap();
    for (const value2 of _3) {
      if (index.has(value2)) continue;
      index.set(value2, domain.push(value2) - 1);
    }
    return scale;
  };
  scale.range = function(_3) {
    return arguments.length ? (range2 = Array.from(_3), scale) : range2.slice();
  };
  scale.unknown = function(_3) {
    return arguments.length ? (unknown = _3, scale) : unknown;
  };
  scale.copy = function() {
    return ordinal(domain, range2).unknown(unknown);
  };
  initRange.apply(scale, arguments);
  return scale;
}
function band() {
  var scale = ordinal().unknown(void 0), domain = scale.domain, ordinalRange = scale.range, r0 = 0, r1 = 1, step, bandwidth, round2 = false, paddingInner = 0, paddingOuter = 0, align = 0.5;
  delete scale.unknown;
  function rescale() {
    var n2 = domain().length, reverse = r1 < r0, start2 = reverse ? r1 : r0, stop = reverse ? r0 : r1;
    step = (stop - start2) / Math.max(1, n2 - paddingInner + paddingOuter * 2);
    if (round2) step = Math.floor(step);
    start2 += (stop - start2 - step * (n2 - paddingInner)) * align;
    bandwidth = step * (1 - paddingInner);
    if (round2) start2 = Math.round(start2), bandwidth = Math.round(bandwidth);
    var values = range(n2).map(function(i3) {
      return start2 + step * i3;
    });
    return ordinalRange(reverse ? values.reverse() : values);
  }
  scale.domain = function(_3) {
    return arguments.length ? (domain(_3), rescale()) : domain();
  };
  scale.range = function(_3) {
    return arguments.length ? ([r0, r1] = _3, r0 = +r0, r1 = +r1, rescale()) : [r0, r1];
  };
  scale.rangeRound = function(_3) {
    return [r0, r1] = _3, r0 = +r0, r1 = +r1, round2 = true, rescale();
  };
  scale.bandwidth = function() {
    return bandwidth;
  };
  scale.step = function() {
    return step;
  };
  scale.round = function(_3) {
    return arguments.length ? (round2 = !!_3, rescale()) : round2;
  };
  scale.padding = function(_3) {
    return arguments.length ? (paddingInner = Math.min(1, paddingOuter = +_3), rescale()) : paddingInner;
  };
  scale.paddingInner = function(_3) {
    return arguments.length ? (paddingInner = Math.min(1, _3), rescale()) : paddingInner;
  };
  scale.paddingOuter = function(_3) {
    return arguments.length ? (paddingOuter = +_3, rescale()) : paddingOuter;
  };
  scale.align = function(_3) {
    return arguments.length ? (align = Math.max(0, Math.min(1, _3)), rescale()) : align;
  };
  scale.copy = function() {
    return band(domain(), [r0, r1]).round(round2).paddingInner(paddingInner).paddingOuter(paddingOuter).align(align);
  };
  return initRange.apply(rescale(), arguments);
}
function pointish(scale) {
  var copy = scale.copy;
  scale.padding = scale.paddingOuter;
  delete scale.paddingInner;
  delete scale.paddingOuter;
  scale.copy = function() {
    return pointish(copy());
  };
  return scale;
}
function point() {
  return pointish(band.apply(null, arguments).paddingInner(1));
}
function constants(x4) {
  return function() {
    return x4;
  };
}
function number$1(x4) {
  return +x4;
}
var unit = [0, 1];
function identity$1(x4) {
  return x4;
}
function normalize(a4, b2) {
  return (b2 -= a4 = +a4) ? function(x4) {
    return (x4 - a4) / b2;
  } : constants(isNaN(b2) ? NaN : 0.5);
}
function clamper(a4, b2) {
  var t4;
  if (a4 > b2) t4 = a4, a4 = b2, b2 = t4;
  return function(x4) {
    return Math.max(a4, Math.min(b2, x4));
  };
}
function bimap(domain, range2, interpolate) {
  var d0 = domain[0], d1 = domain[1], r0 = range2[0], r1 = range2[1];
  if (d1 < d0) d0 = normalize(d1, d0), r0 = interpolate(r1, r0);
  else d0 = normalize(d0, d1), r0 = interpolate(r0, r1);
  return function(x4) {
    return r0(d0(x4));
  };
}
function polymap(domain, range2, interpolate) {
  var j3 = Math.min(domain.length, range2.length) - 1, d3 = new Array(j3), r2 = new Array(j3), i3 = -1;
  if (domain[j3] < domain[0]) {
    domain = domain.slice().reverse();
    range2 = range2.slice().reverse();
  }
  while (++i3 < j3) {
    d3[i3] = normalize(domain[i3], domain[i3 + 1]);
    r2[i3] = interpolate(range2[i3], range2[i3 + 1]);
  }
  return function(x4) {
    var i4 = bisectRight(domain, x4, 1, j3) - 1;
    return r2[i4](d3[i4](x4));
  };
}
function copy$1(source, target) {
  return target.domain(source.domain()).range(source.range()).interpolate(source.interpolate()).clamp(source.clamp()).unknown(source.unknown());
}
function transformer$2() {
  var domain = unit, range2 = unit, interpolate$1 = value, transform, untransform, unknown, clamp = identity$1, piecewise2, output, input;
  function rescale() {
    var n2 = Math.min(domain.length, range2.length);
    if (clamp !== identity$1) clamp = clamper(domain[0], domain[n2 - 1]);
    piecewise2 = n2 > 2 ? polymap : bimap;
    output = input = null;
    return scale;
  }
  function scale(x4) {
    return x4 == null || isNaN(x4 = +x4) ? unknown : (output || (output = piecewise2(domain.map(transform), range2, interpolate$1)))(transform(clamp(x4)));
  }
  scale.invert = function(y4) {
    return clamp(untransform((input || (input = piecewise2(range2, domain.map(transform), number2)))(y4)));
  };
  scale.domain = function(_3) {
    return arguments.length ? (domain = Array.from(_3, number$1), rescale()) : domain.slice();
  };
  scale.range = function(_3) {
    return arguments.length ? (range2 = Array.from(_3), rescale()) : range2.slice();
  };
  scale.rangeRound = function(_3) {
    return range2 = Array.from(_3), interpolate$1 = round, rescale();
  };
  scale.clamp = function(_3) {
    return arguments.length ? (clamp = _3 ? true : identity$1, rescale()) : clamp !== identity$1;
  };
  scale.interpolate = function(_3) {
    return arguments.length ? (interpolate$1 = _3, rescale()) : interpolate$1;
  };
  scale.unknown = function(_3) {
    return arguments.length ? (unknown = _3, scale) : unknown;
  };
  return function(t4, u3) {
    transform = t4, untransform = u3;
    return rescale();
  };
}
function continuous() {
  return transformer$2()(identity$1, identity$1);
}
function tickFormat(start2, stop, count2, specifier) {
  var step = tickStep(start2, stop, count2), precision;
  specifier = formatSpecifier(specifier == null ? ",f" : specifier);
  switch (specifier.type) {
    case "s": {
      var value2 = Math.max(Math.abs(start2), Math.abs(stop));
      if (specifier.precision == null && !isNaN(precision = precisionPrefix(step, value2))) specifier.precision = precision;
      return formatPrefix(specifier, value2);
    }
    case "":
    case "e":
    case "g":
    case "p":
    case "r": {
      if (specifier.precision == null && !isNaN(precision = precisionRound(step, Math.max(Math.abs(start2), Math.abs(stop))))) specifier.precision = precision - (specifier.type === "e");
      break;
    }
    case "f":
    case "%": {
      if (specifier.precision == null && !isNaN(precision = precisionFixed(step))) specifier.precision = precision - (specifier.type === "%") * 2;
      break;
    }
  }
  return format(specifier);
}
function linearish(scale) {
  var domain = scale.domain;
  scale.ticks = function(count2) {
    var d3 = domain();
    return ticks(d3[0], d3[d3.length - 1], count2 == null ? 10 : count2);
  };
  scale.tickFormat = function(count2, specifier) {
    var d3 = domain();
    return tickFormat(d3[0], d3[d3.length - 1], count2 == null ? 10 : count2, specifier);
  };
  scale.nice = function(count2) {
    if (count2 == null) count2 = 10;
    var d3 = domain();
    var i0 = 0;
    var i1 = d3.length - 1;
    var start2 = d3[i0];
    var stop = d3[i1];
    var prestep;
    var step;
    var maxIter = 10;
    if (stop < start2) {
      step = start2, start2 = stop, stop = step;
      step = i0, i0 = i1, i1 = step;
    }
    while (maxIter-- > 0) {
      step = tickIncrement(start2, stop, count2);
      if (step === prestep) {
        d3[i0] = start2;
        d3[i1] = stop;
        return domain(d3);
      } else if (step > 0) {
        start2 = Math.floor(start2 / step) * step;
        stop = Math.ceil(stop / step) * step;
      } else if (step < 0) {
        start2 = Math.ceil(start2 * step) / step;
        stop = Math.floor(stop * step) / step;
      } else {
        break;
      }
      prestep = step;
    }
    return scale;
  };
  return scale;
}
function linear2() {
  var scale = continuous();
  scale.copy = function() {
    return copy$1(scale, linear2());
  };
  initRange.apply(scale, arguments);
  return linearish(scale);
}

// node_modules/d3-path/dist/d3-path.mjs
var pi = Math.PI;
var tau = 2 * pi;
var epsilon = 1e-6;
var tauEpsilon = tau - epsilon;
function append(strings) {
  this._ += strings[0];
  for (let i3 = 1, n2 = strings.length; i3 < n2; ++i3) {
    this._ += arguments[i3] + strings[i3];
  }
}
function appendRound(digits) {
  let d3 = Math.floor(digits);
  if (!(d3 >= 0)) throw new Error(`invalid digits: ${digits}`);
  if (d3 > 15) return append;
  const k4 = 10 ** d3;
  return function(strings) {
    this._ += strings[0];
    for (let i3 = 1, n2 = strings.length; i3 < n2; ++i3) {
      this._ += Math.round(arguments[i3] * k4) / k4 + strings[i3];
    }
  };
}
function equal(x0, y0, x1, y1) {
  return x0 === x1 && y0 === y1;
}
function equalRound(digits) {
  const d3 = Math.floor(digits);
  if (!(d3 <= 15)) return equal;
  const k4 = 10 ** d3;
  const r2 = function(value2) {
    return Math.round(value2 * k4);
  };
  return function(x0, y0, x1, y1) {
    return r2(x0) === r2(x1) && r2(y0) === r2(y1);
  };
}
var Path = class {
  constructor(digits) {
    this._x0 = this._y0 = // start of current subpath
    this._x1 = this._y1 = null;
    this._ = "";
    this._append = digits == null ? append : appendRound(digits);
    this._equal = digits == null ? equal : equalRound(digits);
  }
  moveTo(x4, y4) {
    this._append`M${this._x0 = this._x1 = +x4},${this._y0 = this._y1 = +y4}`;
  }
  closePath() {
    if (this._x1 !== null) {
      this._x1 = this._x0, this._y1 = this._y0;
      this._append`Z`;
    }
  }
  lineTo(x4, y4) {
    this._append`L${this._x1 = +x4},${this._y1 = +y4}`;
  }
  quadraticCurveTo(x1, y1, x4, y4) {
    this._append`Q${+x1},${+y1},${this._x1 = +x4},${this._y1 = +y4}`;
  }
  bezierCurveTo(x1, y1, x22, y22, x4, y4) {
    this._append`C${+x1},${+y1},${+x22},${+y22},${this._x1 = +x4},${this._y1 = +y4}`;
  }
  arcTo(x1, y1, x22, y22, r2) {
    x1 = +x1, y1 = +y1, x22 = +x22, y22 = +y22, r2 = +r2;
    if (r2 < 0) throw new Error(`negative radius: ${r2}`);
    let x0 = this._x1, y0 = this._y1, x21 = x22 - x1, y21 = y22 - y1, x01 = x0 - x1, y01 = y0 - y1, l01_2 = x01 * x01 + y01 * y01;
    if (this._x1 === null) {
      this._append`M${this._x1 = x1},${this._y1 = y1}`;
    } else if (!(l01_2 > epsilon)) ;
    else if (!(Math.abs(y01 * x21 - y21 * x01) > epsilon) || !r2) {
      this._append`L${this._x1 = x1},${this._y1 = y1}`;
    } else {
      let x20 = x22 - x0, y20 = y22 - y0, l21_2 = x21 * x21 + y21 * y21, l20_2 = x20 * x20 + y20 * y20, l21 = Math.sqrt(l21_2), l01 = Math.sqrt(l01_2), l3 = r2 * Math.tan((pi - Math.acos((l21_2 + l01_2 - l20_2) / (2 * l21 * l01))) / 2), t01 = l3 / l01, t21 = l3 / l21;
      if (Math.abs(t01 - 1) > epsilon) {
        this._append`L${x1 + t01 * x01},${y1 + t01 * y01}`;
      }
      this._append`A${r2},${r2},0,0,${+(y01 * x20 > x01 * y20)},${this._x1 = x1 + t21 * x21},${this._y1 = y1 + t21 * y21}`;
    }
  }
  arc(x4, y4, r2, a0, a1, ccw) {
    x4 = +x4, y4 = +y4, r2 = +r2, ccw = !!ccw;
    if (r2 < 0) throw new Error(`negative radius: ${r2}`);
    let dx = r2 * Math.cos(a0), dy = r2 * Math.sin(a0), x0 = x4 + dx, y0 = y4 + dy, cw = 1 ^ ccw, da = ccw ? a0 - a1 : a1 - a0;
    if (this._x1 === null) {
      this._append`M${x0},${y0}`;
    } else if (Math.abs(this._x1 - x0) > epsilon || Math.abs(this._y1 - y0) > epsilon) {
      this._append`L${x0},${y0}`;
    }
    if (!r2) return;
    if (da < 0) da = da % tau + tau;
    if (da > tauEpsilon) {
      this._append`A${r2},${r2},0,1,${cw},${x4 - dx},${y4 - dy}A${r2},${r2},0,1,${cw},${this._x1 = x0},${this._y1 = y0}`;
    } else if (da > epsilon) {
      const x1 = x4 + r2 * Math.cos(a1);
      const y1 = y4 + r2 * Math.sin(a1);
      if (da >= pi && this._equal(x0, y0, x1, y1)) {
        da /= 2;
        let a00 = a0 + da;
        this._append`A${r2},${r2},0,${+(da >= pi)},${cw},${x4 + r2 * Math.cos(a00)},${y4 + r2 * Math.sin(a00)}`;
      }
      this._append`A${r2},${r2},0,${+(da >= pi)},${cw},${this._x1 = x1},${this._y1 = y1}`;
    }
  }
  rect(x4, y4, w3, h4) {
    this._append`M${this._x0 = this._x1 = +x4},${this._y0 = this._y1 = +y4}h${w3 = +w3}v${+h4}h${-w3}Z`;
  }
  toString() {
    return this._;
  }
};
function path() {
  return new Path();
}
path.prototype = Path.prototype;

// node_modules/d3-shape/dist/d3-shape.mjs
function constant2(x4) {
  return function constant3() {
    return x4;
  };
}
var cos = Math.cos;
var sin = Math.sin;
var sqrt = Math.sqrt;
var epsilon3 = 1e-12;
var pi2 = Math.PI;
var halfPi = pi2 / 2;
var tau2 = 2 * pi2;
function withPath(shape) {
  let digits = 3;
  shape.digits = function(_3) {
    if (!arguments.length) return digits;
    if (_3 == null) {
      digits = null;
    } else {
      const d3 = Math.floor(_3);
      if (!(d3 >= 0)) throw new RangeError(`invalid digits: ${_3}`);
      digits = d3;
    }
    return shape;
  };
  return () => new Path(digits);
}
var slice2 = Array.prototype.slice;
function array2(x4) {
  return typeof x4 === "object" && "length" in x4 ? x4 : Array.from(x4);
}
function Linear(context) {
  this._context = context;
}
Linear.prototype = {
  areaStart: function() {
    this._line = 0;
  },
  areaEnd: function() {
    this._line = NaN;
  },
  lineStart: function() {
    this._point = 0;
  },
  lineEnd: function() {
    if (this._line || this._line !== 0 && this._point === 1) this._context.closePath();
    this._line = 1 - this._line;
  },
  point: function(x4, y4) {
    x4 = +x4, y4 = +y4;
    switch (this._point) {
      case 0:
        this._point = 1;
        this._line ? this._context.lineTo(x4, y4) : this._context.moveTo(x4, y4);
        break;
      case 1:
        this._point = 2;
      // falls through
      default:
        this._context.lineTo(x4, y4);
        break;
    }
  }
};
function curveLinear(context) {
  return new Linear(context);
}
function x2(p3) {
  return p3[0];
}
function y2(p3) {
  return p3[1];
}
function line(x$1, y$1) {
  var defined = constant2(true), context = null, curve = curveLinear, output = null, path2 = withPath(line2);
  x$1 = typeof x$1 === "function" ? x$1 : x$1 === void 0 ? x2 : constant2(x$1);
  y$1 = typeof y$1 === "function" ? y$1 : y$1 === void 0 ? y2 : constant2(y$1);
  function line2(data) {
    var i3, n2 = (data = array2(data)).length, d3, defined0 = false, buffer;
    if (context == null) output = curve(buffer = path2());
    for (i3 = 0; i3 <= n2; ++i3) {
      if (!(i3 < n2 && defined(d3 = data[i3], i3, data)) === defined0) {
        if (defined0 = !defined0) output.lineStart();
        else output.lineEnd();
      }
      if (defined0) output.point(+x$1(d3, i3, data), +y$1(d3, i3, data));
    }
    if (buffer) return output = null, buffer + "" || null;
  }
  line2.x = function(_3) {
    return arguments.length ? (x$1 = typeof _3 === "function" ? _3 : constant2(+_3), line2) : x$1;
  };
  line2.y = function(_3) {
    return arguments.length ? (y$1 = typeof _3 === "function" ? _3 : constant2(+_3), line2) : y$1;
  };
  line2.defined = function(_3) {
    return arguments.length ? (defined = typeof _3 === "function" ? _3 : constant2(!!_3), line2) : defined;
  };
  line2.curve = function(_3) {
    return arguments.length ? (curve = _3, context != null && (output = curve(context)), line2) : curve;
  };
  line2.context = function(_3) {
    return arguments.length ? (_3 == null ? context = output = null : output = curve(context = _3), line2) : context;
  };
  return line2;
}
var curveRadialLinear = curveRadial(curveLinear);
function Radial(curve) {
  this._curve = curve;
}
Radial.prototype = {
  areaStart: function() {
    this._curve.areaStart();
  },
  areaEnd: function() {
    this._curve.areaEnd();
  },
  lineStart: function() {
    this._curve.lineStart();
  },
  lineEnd: function() {
    this._curve.lineEnd();
  },
  point: function(a4, r2) {
    this._curve.point(r2 * Math.sin(a4), r2 * -Math.cos(a4));
  }
};
function curveRadial(curve) {
  function radial(context) {
    return new Radial(curve(context));
  }
  radial._curve = curve;
  return radial;
}
var sqrt3$2 = sqrt(3);
var circle2 = {
  draw(context, size) {
    const r2 = sqrt(size / pi2);
    context.moveTo(r2, 0);
    context.arc(0, 0, r2, 0, tau2);
  }
};
var tan30 = sqrt(1 / 3);
var tan30_2 = tan30 * 2;
var diamond = {
  draw(context, size) {
    const y4 = sqrt(size / tan30_2);
    const x4 = y4 * tan30;
    context.moveTo(0, -y4);
    context.lineTo(x4, 0);
    context.lineTo(0, y4);
    context.lineTo(-x4, 0);
    context.closePath();
  }
};
var kr = sin(pi2 / 10) / sin(7 * pi2 / 10);
var kx = sin(tau2 / 10) * kr;
var ky = -cos(tau2 / 10) * kr;
var sqrt3$1 = sqrt(3);
var sqrt3 = sqrt(3);
var s2 = sqrt(3) / 2;
var k2 = 1 / sqrt(12);
var a2 = (k2 / 2 + 1) * 3;
function Symbol2(type, size) {
  let context = null, path2 = withPath(symbol);
  type = typeof type === "function" ? type : constant2(type || circle2);
  size = typeof size === "function" ? size : constant2(size === void 0 ? 64 : +size);
  function symbol() {
    let buffer;
    if (!context) context = buffer = path2();
    type.apply(this, arguments).draw(context, +size.apply(this, arguments));
    if (buffer) return context = null, buffer + "" || null;
  }
  symbol.type = function(_3) {
    return arguments.length ? (type = typeof _3 === "function" ? _3 : constant2(_3), symbol) : type;
  };
  symbol.size = function(_3) {
    return arguments.length ? (size = typeof _3 === "function" ? _3 : constant2(+_3), symbol) : size;
  };
  symbol.context = function(_3) {
    return arguments.length ? (context = _3 == null ? null : _3, symbol) : context;
  };
  return symbol;
}
function noop() {
}
function point$3(that, x4, y4) {
  that._context.bezierCurveTo(
    (2 * that._x0 + that._x1) / 3,
    (2 * that._y0 + that._y1) / 3,
    (that._x0 + 2 * that._x1) / 3,
    (that._y0 + 2 * that._y1) / 3,
    (that._x0 + 4 * that._x1 + x4) / 6,
    (that._y0 + 4 * that._y1 + y4) / 6
  );
}
function Basis(context) {
  this._context = context;
}
Basis.prototype = {
  areaStart: function() {
    this._line = 0;
  },
  areaEnd: function() {
    this._line = NaN;
  },
  lineStart: function() {
    this._x0 = this._x1 = this._y0 = this._y1 = NaN;
    this._point = 0;
  },
  lineEnd: function() {
    switch (this._point) {
      case 3:
        point$3(this, this._x1, this._y1);
      // falls through
      case 2:
        this._context.lineTo(this._x1, this._y1);
        break;
    }
    if (this._line || this._line !== 0 && this._point === 1) this._context.closePath();
    this._line = 1 - this._line;
  },
  point: function(x4, y4) {
    x4 = +x4, y4 = +y4;
    switch (this._point) {
      case 0:
        this._point = 1;
        this._line ? this._context.lineTo(x4, y4) : this._context.moveTo(x4, y4);
        break;
      case 1:
        this._point = 2;
        break;
      case 2:
        this._point = 3;
        this._context.lineTo((5 * this._x0 + this._x1) / 6, (5 * this._y0 + this._y1) / 6);
      // falls through
      default:
        point$3(this, x4, y4);
        break;
    }
    this._x0 = this._x1, this._x1 = x4;
    this._y0 = this._y1, this._y1 = y4;
  }
};
function BasisClosed(context) {
  this._context = context;
}
BasisClosed.prototype = {
  areaStart: noop,
  areaEnd: noop,
  lineStart: function() {
    this._x0 = this._x1 = this._x2 = this._x3 = this._x4 = this._y0 = this._y1 = this._y2 = this._y3 = this._y4 = NaN;
    this._point = 0;
  },
  lineEnd: function() {
    switch (this._point) {
      case 1: {
        this._context.moveTo(this._x2, this._y2);
        this._context.closePath();
        break;
      }
      case 2: {
        this._context.moveTo((this._x2 + 2 * this._x3) / 3, (this._y2 + 2 * this._y3) / 3);
        this._context.lineTo((this._x3 + 2 * this._x2) / 3, (this._y3 + 2 * this._y2) / 3);
        this._context.closePath();
        break;
      }
      case 3: {
        this.point(this._x2, this._y2);
        this.point(this._x3, this._y3);
        this.point(this._x4, this._y4);
        break;
      }
    }
  },
  point: function(x4, y4) {
    x4 = +x4, y4 = +y4;
    switch (this._point) {
      case 0:
        this._point = 1;
        this._x2 = x4, this._y2 = y4;
        break;
      case 1:
        this._point = 2;
        this._x3 = x4, this._y3 = y4;
        break;
      case 2:
        this._point = 3;
        this._x4 = x4, this._y4 = y4;
        this._context.moveTo((this._x0 + 4 * this._x1 + x4) / 6, (this._y0 + 4 * this._y1 + y4) / 6);
        break;
      default:
        point$3(this, x4, y4);
        break;
    }
    this._x0 = this._x1, this._x1 = x4;
    this._y0 = this._y1, this._y1 = y4;
  }
};
function BasisOpen(context) {
  this._context = context;
}
BasisOpen.prototype = {
  areaStart: function() {
    this._line = 0;
  },
  areaEnd: function() {
    this._line = NaN;
  },
  lineStart: function() {
    this._x0 = this._x1 = this._y0 = this._y1 = NaN;
    this._point = 0;
  },
  lineEnd: function() {
    if (this._line || this._line !== 0 && this._point === 3) this._context.closePath();
    this._line = 1 - this._line;
  },
  point: function(x4, y4) {
    x4 = +x4, y4 = +y4;
    switch (this._point) {
      case 0:
        this._point = 1;
        break;
      case 1:
        this._point = 2;
        break;
      case 2:
        this._point = 3;
        var x0 = (this._x0 + 4 * this._x1 + x4) / 6, y0 = (this._y0 + 4 * this._y1 + y4) / 6;
        this._line ? this._context.lineTo(x0, y0) : this._context.moveTo(x0, y0);
        break;
      case 3:
        this._point = 4;
      // falls through
      default:
        point$3(this, x4, y4);
        break;
    }
    this._x0 = this._x1, this._x1 = x4;
    this._y0 = this._y1, this._y1 = y4;
  }
};
function Bundle(context, beta) {
  this._basis = new Basis(context);
  this._beta = beta;
}
Bundle.prototype = {
  lineStart: function() {
    this._x = [];
    this._y = [];
    this._basis.lineStart();
  },
  lineEnd: function() {
    var x4 = this._x, y4 = this._y, j3 = x4.length - 1;
    if (j3 > 0) {
      var x0 = x4[0], y0 = y4[0], dx = x4[j3] - x0, dy = y4[j3] - y0, i3 = -1, t4;
      while (++i3 <= j3) {
        t4 = i3 / j3;
        this._basis.point(
          this._beta * x4[i3] + (1 - this._beta) * (x0 + t4 * dx),
          this._beta * y4[i3] + (1 - this._beta) * (y0 + t4 * dy)
        );
      }
    }
    this._x = this._y = null;
    this._basis.lineEnd();
  },
  point: function(x4, y4) {
    this._x.push(+x4);
    this._y.push(+y4);
  }
};
var bundle = (function custom(beta) {
  function bundle2(context) {
    return beta === 1 ? new Basis(context) : new Bundle(context, beta);
  }
  bundle2.beta = function(beta2) {
    return custom(+beta2);
  };
  return bundle2;
})(0.85);
function point$2(that, x4, y4) {
  that._context.bezierCurveTo(
    that._x1 + that._k * (that._x2 - that._x0),
    that._y1 + that._k * (that._y2 - that._y0),
    that._x2 + that._k * (that._x1 - x4),
    that._y2 + that._k * (that._y1 - y4),
    that._x2,
    that._y2
  );
}
function Cardinal(context, tension) {
  this._context = context;
  this._k = (1 - tension) / 6;
}
Cardinal.prototype = {
  areaStart: function() {
    this._line = 0;
  },
  areaEnd: function() {
    this._line = NaN;
  },
  lineStart: function() {
    this._x0 = this._x1 = this._x2 = this._y0 = this._y1 = this._y2 = NaN;
    this._point = 0;
  },
  lineEnd: function() {
    switch (this._point) {
      case 2:
        this._context.lineTo(this._x2, this._y2);
        break;
      case 3:
        point$2(this, this._x1, this._y1);
        break;
    }
    if (this._line || this._line !== 0 && this._point === 1) this._context.closePath();
    this._line = 1 - this._line;
  },
  point: function(x4, y4) {
    x4 = +x4, y4 = +y4;
    switch (this._point) {
      case 0:
        this._point = 1;
        this._line ? this._context.lineTo(x4, y4) : this._context.moveTo(x4, y4);
        break;
      case 1:
        this._point = 2;
        this._x1 = x4, this._y1 = y4;
        break;
      case 2:
        this._point = 3;
      // falls through
      default:
        point$2(this, x4, y4);
        break;
    }
    this._x0 = this._x1, this._x1 = this._x2, this._x2 = x4;
    this._y0 = this._y1, this._y1 = this._y2, this._y2 = y4;
  }
};
var cardinal = (function custom2(tension) {
  function cardinal2(context) {
    return new Cardinal(context, tension);
  }
  cardinal2.tension = function(tension2) {
    return custom2(+tension2);
  };
  return cardinal2;
})(0);
function CardinalClosed(context, tension) {
  this._context = context;
  this._k = (1 - tension) / 6;
}
CardinalClosed.prototype = {
  areaStart: noop,
  areaEnd: noop,
  lineStart: function() {
    this._x0 = this._x1 = this._x2 = this._x3 = this._x4 = this._x5 = this._y0 = this._y1 = this._y2 = this._y3 = this._y4 = this._y5 = NaN;
    this._point = 0;
  },
  lineEnd: function() {
    switch (this._point) {
      case 1: {
        this._context.moveTo(this._x3, this._y3);
        this._context.closePath();
        break;
      }
      case 2: {
        this._context.lineTo(this._x3, this._y3);
        this._context.closePath();
        break;
      }
      case 3: {
        this.point(this._x3, this._y3);
        this.point(this._x4, this._y4);
        this.point(this._x5, this._y5);
        break;
      }
    }
  },
  point: function(x4, y4) {
    x4 = +x4, y4 = +y4;
    switch (this._point) {
      case 0:
        this._point = 1;
        this._x3 = x4, this._y3 = y4;
        break;
      case 1:
        this._point = 2;
        this._context.moveTo(this._x4 = x4, this._y4 = y4);
        break;
      case 2:
        this._point = 3;
        this._x5 = x4, this._y5 = y4;
        break;
      default:
        point$2(this, x4, y4);
        break;
    }
    this._x0 = this._x1, this._x1 = this._x2, this._x2 = x4;
    this._y0 = this._y1, this._y1 = this._y2, this._y2 = y4;
  }
};
var cardinalClosed = (function custom3(tension) {
  function cardinal2(context) {
    return new CardinalClosed(context, tension);
  }
  cardinal2.tension = function(tension2) {
    return custom3(+tension2);
  };
  return cardinal2;
})(0);
function CardinalOpen(context, tension) {
  this._context = context;
  this._k = (1 - tension) / 6;
}
CardinalOpen.prototype = {
  areaStart: function() {
    this._line = 0;
  },
  areaEnd: function() {
    this._line = NaN;
  },
  lineStart: function() {
    this._x0 = this._x1 = this._x2 = this._y0 = this._y1 = this._y2 = NaN;
    this._point = 0;
  },
  lineEnd: function() {
    if (this._line || this._line !== 0 && this._point === 3) this._context.closePath();
    this._line = 1 - this._line;
  },
  point: function(x4, y4) {
    x4 = +x4, y4 = +y4;
    switch (this._point) {
      case 0:
        this._point = 1;
        break;
      case 1:
        this._point = 2;
        break;
      case 2:
        this._point = 3;
        this._line ? this._context.lineTo(this._x2, this._y2) : this._context.moveTo(this._x2, this._y2);
        break;
      case 3:
        this._point = 4;
      // falls through
      default:
        point$2(this, x4, y4);
        break;
    }
    this._x0 = this._x1, this._x1 = this._x2, this._x2 = x4;
    this._y0 = this._y1, this._y1 = this._y2, this._y2 = y4;
  }
};
var cardinalOpen = (function custom4(tension) {
  function cardinal2(context) {
    return new CardinalOpen(context, tension);
  }
  cardinal2.tension = function(tension2) {
    return custom4(+tension2);
  };
  return cardinal2;
})(0);
function point$1(that, x4, y4) {
  var x1 = that._x1, y1 = that._y1, x22 = that._x2, y22 = that._y2;
  if (that._l01_a > epsilon3) {
    var a4 = 2 * that._l01_2a + 3 * that._l01_a * that._l12_a + that._l12_2a, n2 = 3 * that._l01_a * (that._l01_a + that._l12_a);
    x1 = (x1 * a4 - that._x0 * that._l12_2a + that._x2 * that._l01_2a) / n2;
    y1 = (y1 * a4 - that._y0 * that._l12_2a + that._y2 * that._l01_2a) / n2;
  }
  if (that._l23_a > epsilon3) {
    var b2 = 2 * that._l23_2a + 3 * that._l23_a * that._l12_a + that._l12_2a, m3 = 3 * that._l23_a * (that._l23_a + that._l12_a);
    x22 = (x22 * b2 + that._x1 * that._l23_2a - x4 * that._l12_2a) / m3;
    y22 = (y22 * b2 + that._y1 * that._l23_2a - y4 * that._l12_2a) / m3;
  }
  that._context.bezierCurveTo(x1, y1, x22, y22, that._x2, that._y2);
}
function CatmullRom(context, alpha) {
  this._context = context;
  this._alpha = alpha;
}
CatmullRom.prototype = {
  areaStart: function() {
    this._line = 0;
  },
  areaEnd: function() {
    this._line = NaN;
  },
  lineStart: function() {
    this._x0 = this._x1 = this._x2 = this._y0 = this._y1 = this._y2 = NaN;
    this._l01_a = this._l12_a = this._l23_a = this._l01_2a = this._l12_2a = this._l23_2a = this._point = 0;
  },
  lineEnd: function() {
    switch (this._point) {
      case 2:
        this._context.lineTo(this._x2, this._y2);
        break;
      case 3:
        this.point(this._x2, this._y2);
        break;
    }
    if (this._line || this._line !== 0 && this._point === 1) this._context.closePath();
    this._line = 1 - this._line;
  },
  point: function(x4, y4) {
    x4 = +x4, y4 = +y4;
    if (this._point) {
      var x23 = this._x2 - x4, y23 = this._y2 - y4;
      this._l23_a = Math.sqrt(this._l23_2a = Math.pow(x23 * x23 + y23 * y23, this._alpha));
    }
    switch (this._point) {
      case 0:
        this._point = 1;
        this._line ? this._context.lineTo(x4, y4) : this._context.moveTo(x4, y4);
        break;
      case 1:
        this._point = 2;
        break;
      case 2:
        this._point = 3;
      // falls through
      default:
        point$1(this, x4, y4);
        break;
    }
    this._l01_a = this._l12_a, this._l12_a = this._l23_a;
    this._l01_2a = this._l12_2a, this._l12_2a = this._l23_2a;
    this._x0 = this._x1, this._x1 = this._x2, this._x2 = x4;
    this._y0 = this._y1, this._y1 = this._y2, this._y2 = y4;
  }
};
var catmullRom = (function custom5(alpha) {
  function catmullRom2(context) {
    return alpha ? new CatmullRom(context, alpha) : new Cardinal(context, 0);
  }
  catmullRom2.alpha = function(alpha2) {
    return custom5(+alpha2);
  };
  return catmullRom2;
})(0.5);
function CatmullRomClosed(context, alpha) {
  this._context = context;
  this._alpha = alpha;
}
CatmullRomClosed.prototype = {
  areaStart: noop,
  areaEnd: noop,
  lineStart: function() {
    this._x0 = this._x1 = this._x2 = this._x3 = this._x4 = this._x5 = this._y0 = this._y1 = this._y2 = this._y3 = this._y4 = this._y5 = NaN;
    this._l01_a = this._l12_a = this._l23_a = this._l01_2a = this._l12_2a = this._l23_2a = this._point = 0;
  },
  lineEnd: function() {
    switch (this._point) {
      case 1: {
        this._context.moveTo(this._x3, this._y3);
        this._context.closePath();
        break;
      }
      case 2: {
        this._context.lineTo(this._x3, this._y3);
        this._context.closePath();
        break;
      }
      case 3: {
        this.point(this._x3, this._y3);
        this.point(this._x4, this._y4);
        this.point(this._x5, this._y5);
        break;
      }
    }
  },
  point: function(x4, y4) {
    x4 = +x4, y4 = +y4;
    if (this._point) {
      var x23 = this._x2 - x4, y23 = this._y2 - y4;
      this._l23_a = Math.sqrt(this._l23_2a = Math.pow(x23 * x23 + y23 * y23, this._alpha));
    }
    switch (this._point) {
      case 0:
        this._point = 1;
        this._x3 = x4, this._y3 = y4;
        break;
      case 1:
        this._point = 2;
        this._context.moveTo(this._x4 = x4, this._y4 = y4);
        break;
      case 2:
        this._point = 3;
        this._x5 = x4, this._y5 = y4;
        break;
      default:
        point$1(this, x4, y4);
        break;
    }
    this._l01_a = this._l12_a, this._l12_a = this._l23_a;
    this._l01_2a = this._l12_2a, this._l12_2a = this._l23_2a;
    this._x0 = this._x1, this._x1 = this._x2, this._x2 = x4;
    this._y0 = this._y1, this._y1 = this._y2, this._y2 = y4;
  }
};
var catmullRomClosed = (function custom6(alpha) {
  function catmullRom2(context) {
    return alpha ? new CatmullRomClosed(context, alpha) : new CardinalClosed(context, 0);
  }
  catmullRom2.alpha = function(alpha2) {
    return custom6(+alpha2);
  };
  return catmullRom2;
})(0.5);
function CatmullRomOpen(context, alpha) {
  this._context = context;
  this._alpha = alpha;
}
CatmullRomOpen.prototype = {
  areaStart: function() {
    this._line = 0;
  },
  areaEnd: function() {
    this._line = NaN;
  },
  lineStart: function() {
    this._x0 = this._x1 = this._x2 = this._y0 = this._y1 = this._y2 = NaN;
    this._l01_a = this._l12_a = this._l23_a = this._l01_2a = this._l12_2a = this._l23_2a = this._point = 0;
  },
  lineEnd: function() {
    if (this._line || this._line !== 0 && this._point === 3) this._context.closePath();
    this._line = 1 - this._line;
  },
  point: function(x4, y4) {
    x4 = +x4, y4 = +y4;
    if (this._point) {
      var x23 = this._x2 - x4, y23 = this._y2 - y4;
      this._l23_a = Math.sqrt(this._l23_2a = Math.pow(x23 * x23 + y23 * y23, this._alpha));
    }
    switch (this._point) {
      case 0:
        this._point = 1;
        break;
      case 1:
        this._point = 2;
        break;
      case 2:
        this._point = 3;
        this._line ? this._context.lineTo(this._x2, this._y2) : this._context.moveTo(this._x2, this._y2);
        break;
      case 3:
        this._point = 4;
      // falls through
      default:
        point$1(this, x4, y4);
        break;
    }
    this._l01_a = this._l12_a, this._l12_a = this._l23_a;
    this._l01_2a = this._l12_2a, this._l12_2a = this._l23_2a;
    this._x0 = this._x1, this._x1 = this._x2, this._x2 = x4;
    this._y0 = this._y1, this._y1 = this._y2, this._y2 = y4;
  }
};
var catmullRomOpen = (function custom7(alpha) {
  function catmullRom2(context) {
    return alpha ? new CatmullRomOpen(context, alpha) : new CardinalOpen(context, 0);
  }
  catmullRom2.alpha = function(alpha2) {
    return custom7(+alpha2);
  };
  return catmullRom2;
})(0.5);
function LinearClosed(context) {
  this._context = context;
}
LinearClosed.prototype = {
  areaStart: noop,
  areaEnd: noop,
  lineStart: function() {
    this._point = 0;
  },
  lineEnd: function() {
    if (this._point) this._context.closePath();
  },
  point: function(x4, y4) {
    x4 = +x4, y4 = +y4;
    if (this._point) this._context.lineTo(x4, y4);
    else this._point = 1, this._context.moveTo(x4, y4);
  }
};
function sign(x4) {
  return x4 < 0 ? -1 : 1;
}
function slope3(that, x22, y22) {
  var h0 = that._x1 - that._x0, h1 = x22 - that._x1, s0 = (that._y1 - that._y0) / (h0 || h1 < 0 && -0), s1 = (y22 - that._y1) / (h1 || h0 < 0 && -0), p3 = (s0 * h1 + s1 * h0) / (h0 + h1);
  return (sign(s0) + sign(s1)) * Math.min(Math.abs(s0), Math.abs(s1), 0.5 * Math.abs(p3)) || 0;
}
function slope2(that, t4) {
  var h4 = that._x1 - that._x0;
  return h4 ? (3 * (that._y1 - that._y0) / h4 - t4) / 2 : t4;
}
function point2(that, t02, t12) {
  var x0 = that._x0, y0 = that._y0, x1 = that._x1, y1 = that._y1, dx = (x1 - x0) / 3;
  that._context.bezierCurveTo(x0 + dx, y0 + dx * t02, x1 - dx, y1 - dx * t12, x1, y1);
}
function MonotoneX(context) {
  this._context = context;
}
MonotoneX.prototype = {
  areaStart: function() {
    this._line = 0;
  },
  areaEnd: function() {
    this._line = NaN;
  },
  lineStart: function() {
    this._x0 = this._x1 = this._y0 = this._y1 = this._t0 = NaN;
    this._point = 0;
  },
  lineEnd: function() {
    switch (this._point) {
      case 2:
        this._context.lineTo(this._x1, this._y1);
        break;
      case 3:
        point2(this, this._t0, slope2(this, this._t0));
        break;
    }
    if (this._line || this._line !== 0 && this._point === 1) this._context.closePath();
    this._line = 1 - this._line;
  },
  point: function(x4, y4) {
    var t12 = NaN;
    x4 = +x4, y4 = +y4;
    if (x4 === this._x1 && y4 === this._y1) return;
    switch (this._point) {
      case 0:
        this._point = 1;
        this._line ? this._context.lineTo(x4, y4) : this._context.moveTo(x4, y4);
        break;
      case 1:
        this._point = 2;
        break;
      case 2:
        this._point = 3;
        point2(this, slope2(this, t12 = slope3(this, x4, y4)), t12);
        break;
      default:
        point2(this, this._t0, t12 = slope3(this, x4, y4));
        break;
    }
    this._x0 = this._x1, this._x1 = x4;
    this._y0 = this._y1, this._y1 = y4;
    this._t0 = t12;
  }
};
function MonotoneY(context) {
  this._context = new ReflectContext(context);
}
(MonotoneY.prototype = Object.create(MonotoneX.prototype)).point = function(x4, y4) {
  MonotoneX.prototype.point.call(this, y4, x4);
};
function ReflectContext(context) {
  this._context = context;
}
ReflectContext.prototype = {
  moveTo: function(x4, y4) {
    this._context.moveTo(y4, x4);
  },
  closePath: function() {
    this._context.closePath();
  },
  lineTo: function(x4, y4) {
    this._context.lineTo(y4, x4);
  },
  bezierCurveTo: function(x1, y1, x22, y22, x4, y4) {
    this._context.bezierCurveTo(y1, x1, y22, x22, y4, x4);
  }
};
function Natural(context) {
  this._context = context;
}
Natural.prototype = {
  areaStart: function() {
    this._line = 0;
  },
  areaEnd: function() {
    this._line = NaN;
  },
  lineStart: function() {
    this._x = [];
    this._y = [];
  },
  lineEnd: function() {
    var x4 = this._x, y4 = this._y, n2 = x4.length;
    if (n2) {
      this._line ? this._context.lineTo(x4[0], y4[0]) : this._context.moveTo(x4[0], y4[0]);
      if (n2 === 2) {
        this._context.lineTo(x4[1], y4[1]);
      } else {
        var px = controlPoints(x4), py = controlPoints(y4);
        for (var i0 = 0, i1 = 1; i1 < n2; ++i0, ++i1) {
          this._context.bezierCurveTo(px[0][i0], py[0][i0], px[1][i0], py[1][i0], x4[i1], y4[i1]);
        }
      }
    }
    if (this._line || this._line !== 0 && n2 === 1) this._context.closePath();
    this._line = 1 - this._line;
    this._x = this._y = null;
  },
  point: function(x4, y4) {
    this._x.push(+x4);
    this._y.push(+y4);
  }
};
function controlPoints(x4) {
  var i3, n2 = x4.length - 1, m3, a4 = new Array(n2), b2 = new Array(n2), r2 = new Array(n2);
  a4[0] = 0, b2[0] = 2, r2[0] = x4[0] + 2 * x4[1];
  for (i3 = 1; i3 < n2 - 1; ++i3) a4[i3] = 1, b2[i3] = 4, r2[i3] = 4 * x4[i3] + 2 * x4[i3 + 1];
  a4[n2 - 1] = 2, b2[n2 - 1] = 7, r2[n2 - 1] = 8 * x4[n2 - 1] + x4[n2];
  for (i3 = 1; i3 < n2; ++i3) m3 = a4[i3] / b2[i3 - 1], b2[i3] -= m3, r2[i3] -= m3 * r2[i3 - 1];
  a4[n2 - 1] = r2[n2 - 1] / b2[n2 - 1];
  for (i3 = n2 - 2; i3 >= 0; --i3) a4[i3] = (r2[i3] - a4[i3 + 1]) / b2[i3];
  b2[n2 - 1] = (x4[n2] + a4[n2 - 1]) / 2;
  for (i3 = 0; i3 < n2 - 1; ++i3) b2[i3] = 2 * x4[i3 + 1] - a4[i3 + 1];
  return [a4, b2];
}
function Step(context, t4) {
  this._context = context;
  this._t = t4;
}
Step.prototype = {
  areaStart: function() {
    this._line = 0;
  },
  areaEnd: function() {
    this._line = NaN;
  },
  lineStart: function() {
    this._x = this._y = NaN;
    this._point = 0;
  },
  lineEnd: function() {
    if (0 < this._t && this._t < 1 && this._point === 2) this._context.lineTo(this._x, this._y);
    if (this._line || this._line !== 0 && this._point === 1) this._context.closePath();
    if (this._line >= 0) this._t = 1 - this._t, this._line = 1 - this._line;
  },
  point: function(x4, y4) {
    x4 = +x4, y4 = +y4;
    switch (this._point) {
      case 0:
        this._point = 1;
        this._line ? this._context.lineTo(x4, y4) : this._context.moveTo(x4, y4);
        break;
      case 1:
        this._point = 2;
      // falls through
      default: {
        if (this._t <= 0) {
          this._context.lineTo(this._x, y4);
          this._context.lineTo(x4, y4);
        } else {
          var x1 = this._x * (1 - this._t) + x4 * this._t;
          this._context.lineTo(x1, this._y);
          this._context.lineTo(x1, y4);
        }
        break;
      }
    }
    this._x = x4, this._y = y4;
  }
};

// src/core/report/html/elements/intervals.ts
var width = 200;
var across = linear2().domain([0, 1]).range([8, width - 8]);
function rateIntervals(base, head) {
  const sides = [
    { name: "base", tally: base },
    { name: "head", tally: head }
  ];
  const seen = sides.flatMap(({ name, tally }) => {
    const interval2 = tally === null ? null : intervalOf(tally);
    return tally === null || interval2 === null ? [] : [{ name, interval: interval2, tally }];
  });
  if (seen.length === 0) return h2("span", { class: "soft" }, "not measured");
  const label = seen.map(
    ({ name, interval: interval2, tally }) => `${name} ${rate(tally)}, interval ${percent(interval2.low)} to ${percent(interval2.high)}`
  ).join("; ");
  return h2(
    "svg",
    { width, height: 36, viewBox: `0 0 ${width} 36`, role: "img", "aria-label": label },
    ...[0, 0.5, 1].map((tick) => h2("path", { class: "axis", d: `M${at(tick)} 2V34` })),
    ...seen.map(({ name, interval: interval2 }) => whisker(interval2, name, name === "base" ? 11 : 25))
  );
}
function rateBars({
  base,
  head
}) {
  const bar2 = (tally, y4, side) => {
    const value2 = tally === null ? null : share(tally);
    return value2 === null ? [] : [
      h2("rect", { class: "empty", y: y4, width: 100, height: 7 }),
      h2("rect", { class: side, y: y4, width: Math.round(value2 * 100), height: 7 })
    ];
  };
  return h2(
    "svg",
    { class: "bars", viewBox: "0 0 100 18", preserveAspectRatio: "none", "aria-hidden": "true" },
    ...bar2(base, 1, "old"),
    ...bar2(head, 10, "full")
  );
}
function mark(side, x4, y4) {
  const d3 = Symbol2(side === "base" ? circle2 : diamond, side === "base" ? 52 : 58)() ?? "";
  return h2("path", { class: `${side}-mark`, "stroke-width": 2, transform: `translate(${x4},${y4})`, d: d3 });
}
function sideLegend() {
  const sign2 = (side) => h2("svg", { width: 14, height: 14, viewBox: "0 0 14 14", "aria-hidden": "true" }, mark(side, 7, 7));
  return h2(
    "p",
    { class: "legend" },
    h2("span", {}, sign2("base"), "base, the old text"),
    h2("span", {}, sign2("head"), "head, the new text"),
    h2("span", {}, "Lines are 95 % intervals; the axis runs from 0 to 100 % passed.")
  );
}
function intervalOf(tally) {
  const samples = tally.passed + tally.failed;
  return samples === 0 ? null : wilson(tally.passed, samples);
}
function percent(value2) {
  return `${Math.round(value2 * 100)} %`;
}
function whisker({ estimate, low, high }, side, y4) {
  return h2(
    "g",
    {},
    h2("path", { class: `whisker ${side}-mark`, d: `M${at(low)} ${y4}H${at(high)}` }),
    mark(side, at(estimate), y4)
  );
}
function at(value2) {
  return Math.round(across(value2) * 10) / 10;
}

// src/core/report/html/overview.ts
function leadPart({ summary }) {
  const [first = [], ...rest] = openingLines(summary);
  const state = stateOf(summary);
  const tone = tones[state.icon];
  const step = nextStep(summary, { head: summary.trigger.head, repositoryUrl: null });
  return h2(
    "section",
    { class: `lead ${tone}`, "aria-label": "The verdict in words" },
    h2("p", { class: "word" }, icon(tone), capital(state.said)),
    h2("p", { class: "verdict" }, ...withoutIcon(first)),
    ...rest.map((line2) => h2("p", { class: "aside" }, ...withoutIcon(line2))),
    ...step === null ? [] : [h2("p", { class: "aside" }, h2("strong", {}, "Next: "), ...phraseContent(step))],
    ...summary.settings.sandbox === "none" && summary.verdicts.length > 0 ? [
      h2(
        "p",
        { class: "aside" },
        h2("strong", {}, "Not sandboxed"),
        ": generated code ran with the rights of this job."
      )
    ] : [],
    ...unprovedLine(summary) === null ? [] : [
      h2(
        "p",
        { class: "aside" },
        h2("strong", {}, unproved.title),
        ": ",
        ...phraseContent(prose(unproved.rest))
      )
    ]
  );
}
var tones = { "\u274C": "failure", "\u{1F7E0}": "suspected", "\u26AA": "neutral", "\u2705": "success" };
function capital(text) {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
function verdictsPart(view) {
  const { summary } = view;
  if (summary.verdicts.length === 0) return null;
  return fragment(
    h2("h2", { id: "overview" }, `${subjectTitle(summary.verdicts)}s and models`),
    h2("div", { class: "card" }, scrolling("Verdicts", verdictsTable(view))),
    summary.verdicts.length > mostRows ? h2(
      "p",
      { class: "soft" },
      `and ${summary.verdicts.length - mostRows} more, none of them worse, in result.json`
    ) : null,
    h2(
      "ul",
      { class: "words small soft" },
      ...legend(summary).map((line2) => h2("li", {}, ...phraseContent(line2)))
    )
  );
}
function verdictsTable(view) {
  const { verdicts } = view.summary;
  const titles = [
    subjectTitle(verdicts),
    "Model",
    "Verdict",
    passedTitle(verdicts),
    "Share passed",
    dropTitle
  ];
  const heads = titles.map(
    (title, index) => h2("th", { scope: "col", class: [3, 5].includes(index) && "num" }, title)
  );
  const rows = mostSevereFirst(verdicts).slice(0, mostRows).map((verdict) => verdictRow(view, verdict));
  return h2(
    "table",
    { class: "verdicts stack" },
    h2("caption", { class: "heard" }, "Verdicts by spec and model, the most severe first"),
    h2("thead", {}, h2("tr", {}, ...heads)),
    h2("tbody", {}, ...rows)
  );
}
var mostRows = 1e3;
function verdictRow(view, verdict) {
  const { summary, anchors } = view;
  const way = summary.verdicts.length > 8 ? null : wayOut(view, verdict);
  const data = {
    "data-item": true,
    "data-spec": keyOf(verdict.spec),
    "data-model": keyOf(verdict.model),
    "data-verdict": verdict.verdict,
    class: verdict.verdict
  };
  return h2(
    "tr",
    data,
    h2("th", { scope: "row" }, codeName(verdict.spec, 80)),
    h2(
      "td",
      {},
      h2("a", { href: `#${anchors.comparison(verdict.question)}` }, verdictSubjectName(summary, verdict))
    ),
    h2(
      "td",
      {},
      verdictTag(verdict.verdict),
      ...isBlocking(summary, verdict) ? [" ", h2("span", { class: "pill" }, "blocks")] : [],
      h2("div", { class: "why" }, reasonOf(verdict)),
      ...way === null ? [] : [h2("div", { class: "why" }, h2("strong", {}, "What to do: "), ...way)]
    ),
    ...nothingMeasured(verdict) ? [h2("td", { colspan: 3, class: "soft" }, notMeasured(verdict))] : [
      h2("td", { class: "num", "data-label": passedTitle([verdict]) }, passedSides(verdict)),
      h2("td", { class: "rates", "data-label": "Share passed" }, rateBars(verdict)),
      h2("td", { class: "num", "data-label": dropTitle }, dropNumber(verdict))
    ]
  );
}
function notMeasured({ head, base }) {
  const missing = head.unmeasured + (base?.unmeasured ?? 0);
  return missing === 0 ? "not measured" : `not measured: no answer that counts in ${count(missing, "sample")}`;
}
function reasonOf(verdict) {
  if (verdict.why !== null) return plainText(verdict.why, 300);
  const [, ruled] = verdictWord(verdict).split(": ");
  if (ruled !== void 0) return ruled;
  const [test] = verdict.brokenTests;
  if (test === void 0) return "";
  const more = verdict.brokenTests.length > 1 ? ` and ${verdict.brokenTests.length - 1} more` : "";
  return `${visibleName(test, 120)}${more}${verdict.unconfirmed ? " (unconfirmed)" : ""}`;
}

// src/core/report/html/portability-part.ts
var mostRows2 = 1e3;
function portabilityPart({ summary, anchors }) {
  const measured = summary.portability.filter(({ base, head }) => base !== null || head !== null);
  if (measured.length === 0) return null;
  const share2 = (value2) => value2 === null ? "not measured" : percent(value2);
  const rows = measured.slice(0, mostRows2).map(
    ({ spec, base, head, portableOn }) => h2(
      "tr",
      { "data-item": true, "data-spec": keyOf(spec) },
      h2("th", { scope: "row" }, h2("a", { href: `#${anchors.spec(spec)}` }, visibleName(spec, 80))),
      h2("td", { class: "num", "data-label": "Before" }, share2(base)),
      h2("td", {}, meter(base, "old")),
      h2("td", { class: "num", "data-label": "Now" }, share2(head)),
      h2("td", {}, meter(head, "full")),
      h2(
        "td",
        { "data-label": "Portable on" },
        portableWords(verdictsBehind(summary, spec), portableOn.length)
      )
    )
  );
  const titles = h2(
    "tr",
    {},
    h2("th", { scope: "col" }, "Spec"),
    h2("th", { scope: "col", colspan: 2 }, "Before"),
    h2("th", { scope: "col", colspan: 2 }, "Now"),
    h2("th", { scope: "col" }, "Portable on")
  );
  return fragment(
    h2("h2", { id: "portability" }, "Portability"),
    h2(
      "p",
      { class: "soft small" },
      "How much of the code that the models wrote from a spec passes, on average over its models."
    ),
    scrolling(
      "Portability by spec",
      h2("table", { class: "stack" }, h2("thead", {}, titles), h2("tbody", {}, ...rows))
    )
  );
}
function portableWords(behind, portable) {
  const missing = behind.filter((verdict) => nothingMeasured(verdict)).length;
  const counted = behind.length - missing;
  if (counted === 0) return "not measured";
  return `${portable} of ${count(counted, "model")}${missing === 0 ? "" : `, ${missing} not measured`}`;
}
function meter(value2, side) {
  if (value2 === null) return "";
  return h2(
    "svg",
    { class: "meter", viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" },
    h2("rect", { class: "empty", width: 100, height: 10 }),
    h2("rect", { class: side, width: Math.round(value2 * 100), height: 10 })
  );
}
function movedTestsPart(view) {
  const moved = movedTests(view.summary);
  if (moved.length === 0) return null;
  const titles = [
    ...["Test", "Spec", "Model", "Passed before \u2192 now", "Passes"],
    ...moved.some(({ unconfirmed }) => unconfirmed) ? ["Certainty"] : []
  ];
  const shown2 = moved.slice(0, 200).map((move) => movedRow(view, move, titles));
  return fragment(
    h2("h2", { id: "moved" }, "Tests that moved"),
    h2(
      "p",
      { class: "soft small" },
      `Counted, not judged one by one: single tests may move by chance${moved.length > 200 ? `; the first 200 of ${moved.length}` : ""}.`
    ),
    scrolling(
      "Tests that moved",
      h2(
        "table",
        { class: "stack" },
        h2(
          "thead",
          {},
          h2(
            "tr",
            {},
            ...titles.map(
              (title) => h2("th", { scope: "col", class: title === "Passed before \u2192 now" && "num" }, title)
            )
          )
        ),
        h2("tbody", {}, ...shown2)
      )
    )
  );
}
function movedRow({ summary, anchors }, move, titles) {
  return h2(
    "tr",
    { "data-item": true, "data-spec": keyOf(move.spec), "data-model": keyOf(move.model) },
    h2("th", { scope: "row" }, visibleName(move.test)),
    h2("td", { "data-label": "Spec" }, visibleName(move.spec, 80)),
    h2(
      "td",
      { "data-label": "Model" },
      h2("a", { href: `#${anchors.comparison(move.question)}` }, verdictSubjectName(summary, move))
    ),
    h2("td", { class: "num", "data-label": "Passed before \u2192 now" }, `${rate(move.base)} \u2192 ${rate(move.head)}`),
    h2(
      "td",
      { class: move.drop > 0 ? "regressed" : "improved", "data-label": "Passes" },
      h2("span", { class: "tag" }, move.drop > 0 ? "\u25BC fewer" : "\u25B2 more")
    ),
    ...titles.includes("Certainty") ? [h2("td", { class: "soft" }, move.unconfirmed ? "may be chance" : "")] : []
  );
}

// src/core/report/html/run-place.ts
function runPlaceLine({ trigger }, place) {
  const number3 = "number" in trigger ? trigger.number : null;
  const page = place === null ? null : safeAddress(place.repositoryUrl);
  const facts = [
    ...place === null ? [] : [linked(plainText(place.repository, 120), page)],
    ...number3 === null ? [] : [linked(`pull request #${number3}`, page === null ? null : `${page}/pull/${number3}`)],
    ...place === null ? [] : [plainText(place.at, 40)],
    ...place === null || safeAddress(place.runUrl) === null ? [] : [linked("workflow run", safeAddress(place.runUrl))]
  ];
  if (facts.length === 0) return null;
  return h2(
    "ul",
    { class: "place", "aria-label": "About this run" },
    ...facts.map((fact) => h2("li", {}, fact))
  );
}
function linked(text, address) {
  return address === null ? text : h2("a", { href: address, rel: "noreferrer" }, text);
}
function safeAddress(address) {
  return address !== null && /^https?:\/\/[\w.:-]+(?:\/[\w.-]+)+$/.test(address) ? address : null;
}

// src/core/report/html/statistics-part.ts
function statisticsPart(view) {
  const { verdicts } = view.summary;
  if (verdicts.length === 0) return null;
  const titles = [
    subjectTitle(verdicts),
    "Model",
    "Share passed",
    "Drop [95 %]",
    "p",
    "Rules out",
    "How sampling went"
  ];
  return h2(
    "details",
    { class: "statistics", id: "statistics" },
    h2(
      "summary",
      {},
      h2("span", { class: "title" }, "Statistics"),
      h2("span", { class: "soft" }, " for who wants to check the numbers")
    ),
    method(view),
    sideLegend(),
    scrolling(
      "Statistics by spec and model",
      h2(
        "table",
        { class: "numbers" },
        h2("thead", {}, h2("tr", {}, ...titles.map((title) => h2("th", { scope: "col" }, title)))),
        h2(
          "tbody",
          {},
          ...mostSevereFirst(verdicts).slice(0, mostRows3).map((verdict) => statisticsRow(view, verdict))
        )
      )
    )
  );
}
var mostRows3 = 1e3;
function method({ summary: { settings, verdicts } }) {
  const isGiven = verdicts[0]?.asks === "outcomes";
  const lines = [
    `p: the chance to see a drop like this if the edit changed nothing, adjusted for all comparisons of the run (Holm's method) and for looking several times. A drop is shown where p is at most ${settings.alpha} (alpha).`,
    `Rules out: a drop of ${points(settings.drop)} is ruled out where it would have been seen (${confidence(settings.beta)}, beta ${settings.beta}). Smaller drops were not looked for.`,
    isGiven ? "Sampling: somebody else took the samples, and each comparison is looked at once. The error rate holds if the number of samples was fixed before the first one was seen." : `Sampling: both sides are looked at after ${settings.looks.join(", ")} generations (the looks), and sampling stops at the first look that decides.`,
    "Intervals: 95 %, Wilson for a share, Newcombe for a drop. They describe and never decide.",
    "Portability: the mean over the models of (s+\xBD)/(n+1), with s of n generations passed."
  ];
  return h2("ul", { class: "small" }, ...lines.map((line2) => h2("li", {}, line2)));
}
function statisticsRow({ summary, anchors, comparisons }, verdict) {
  const evidence = comparisons.get(verdict.question);
  return h2(
    "tr",
    {
      "data-item": true,
      "data-spec": keyOf(verdict.spec),
      "data-model": keyOf(verdict.model),
      "data-verdict": verdict.verdict,
      class: verdict.verdict
    },
    h2("th", { scope: "row" }, codeName(verdict.spec, 80)),
    h2(
      "td",
      {},
      h2("a", { href: `#${anchors.comparison(verdict.question)}` }, verdictSubjectName(summary, verdict))
    ),
    h2("td", { class: "rates" }, rateIntervals(verdict.base, verdict.head)),
    h2("td", {}, interval(verdict)),
    h2("td", { class: "num" }, verdict.p === null ? "\u2013" : pValue(verdict.p)),
    h2("td", {}, verdict.excludes === null ? "\u2013" : `${points(verdict.excludes)} or more`),
    h2(
      "td",
      {},
      ...evidence === void 0 ? [] : [
        history(evidence.looks, summary.settings.drop),
        h2("div", { class: "soft small" }, plainText(evidence.ended, 300))
      ]
    )
  );
}
function history(looks, drop) {
  if (looks.length === 0) return null;
  return h2("ol", { class: "small" }, ...looks.map((look) => h2("li", {}, lookWords(look, drop))));
}
function lookWords(look, drop) {
  const p3 = look.p === null ? "" : `, p so far ${pValue(look.p)}`;
  return fragment(`${countsAt(look)}${p3}; ${followed(look.next, drop)}`);
}
function countsAt({ base, head }) {
  if (share(head) === null && (base === null || share(base) === null)) return "nothing measured";
  return base === null ? testRate(head) : `${testRate(base)} \u2192 ${testRate(head)}`;
}
function followed(next, drop) {
  switch (next) {
    case "sample-more":
      return "open: sampled more";
    case "decided":
      return "stopped: a drop is shown";
    case "clean":
      return `stopped: ${points(drop)} or more ruled out`;
    case "futile":
      return "stopped: no later sample could decide";
    case "last-look":
      return "the last planned look";
    case "unmeasured":
      return "stopped: a sample is missing";
  }
}

// src/core/report/html/frame.ts
function indexHead(view) {
  return fragment(
    h2("a", { class: "skip", href: "#main" }, "Skip to the report"),
    h2(
      "header",
      { class: "top" },
      bar("Spec portability", runPlaceLine(view.summary, view.place)),
      leadPart(view)
    )
  );
}
function beforeParts(view) {
  return fragment(
    findingPart(view),
    emptyPart(view),
    contents(view),
    filterBar(view.summary),
    verdictsPart(view),
    movedTestsPart(view),
    portabilityPart(view),
    view.summary.changes.length === 0 ? null : h2("h2", { id: "specs" }, "Specs in detail")
  );
}
function afterParts(view) {
  return fragment(
    h2(
      "section",
      { class: "rest", "aria-label": "Statistics, notes, cost and settings" },
      statisticsPart(view),
      notesPart(view),
      flakyPart(view),
      costPart(view),
      settingsPart(view)
    )
  );
}
function generationsHead(view, verdict) {
  const anchor = view.anchors.comparison(verdict.question);
  return h2(
    "header",
    { class: "top", id: anchor },
    bar("Generations"),
    h2(
      "p",
      {},
      codeName(verdict.spec),
      " on ",
      verdictSubjectName(view.summary, verdict),
      " ",
      verdictTag(verdict.verdict)
    ),
    h2("p", {}, h2("a", { href: `../index.html#${anchor}` }, "Back to the report"))
  );
}
function specHead(view, spec) {
  return h2(
    "header",
    { class: "top" },
    bar("Spec"),
    h2("p", {}, h2("a", { href: `../index.html#${view.anchors.spec(spec)}` }, "Back to the report"))
  );
}
function mapHead() {
  return h2("header", { class: "top" }, bar("Which tests notice which words"));
}
function bar(title, about = null) {
  return h2(
    "div",
    { class: "bar" },
    h2("h1", {}, title),
    about,
    h2("button", { type: "button", id: "theme", hidden: true }, "Dark theme")
  );
}
function contents({ summary, evidence }) {
  const hasVerdicts = summary.verdicts.length > 0;
  const links = [
    ["overview", `${subjectTitle(summary.verdicts)}s and models`, hasVerdicts],
    ["moved", "Tests that moved", movedTests(summary).length > 0],
    ["portability", "Portability", summary.portability.some(({ base, head }) => (base ?? head) !== null)],
    ["specs", "Specs in detail", summary.changes.length > 0],
    ["statistics", "Statistics", hasVerdicts],
    ["notes", "Notes", foldedNotes(summary).length > 0],
    ["flaky", "Flaky tests", evidence.flaky.length > 0],
    ["cost", "Cost", evidence.costs.length > 0],
    ["settings", "Settings", true]
  ];
  return h2(
    "nav",
    { class: "toc", "aria-label": "Contents" },
    ...links.flatMap(([id, title, isThere]) => isThere ? [h2("a", { href: `#${id}` }, title)] : [])
  );
}

// node_modules/preact-render-to-string/dist/index.mjs
var o2 = "__s";
var i2 = "__c";
var a3 = "__k";
var u2 = "__d";
var c2 = "__s";
var f2 = /[\s\n\\/='"\0<>]/;
var s3 = /^(xlink|xmlns|xml)([A-Z])/;
var l2 = /^(?:accessK|auto[A-Z]|cell|ch|col|cont|cross|dateT|encT|form[A-Z]|frame|hrefL|inputM|maxL|minL|noV|playsI|popoverT|readO|rowS|src[A-Z]|tabI|useM|item[A-Z])/;
var p2 = /^ac|^ali|arabic|basel|cap|clipPath$|clipRule$|color|dominant|enable|fill|flood|font|glyph[^R]|horiz|image|letter|lighting|marker[^WUH]|overline|panose|pointe|paint|rendering|shape|stop|strikethrough|stroke|text[^L]|transform|underline|unicode|units|^v[^i]|^w|^xH/;
var h3 = /* @__PURE__ */ new Set(["draggable", "spellcheck"]);
function d2(e3) {
  void 0 !== e3.__g ? e3.__g |= 8 : e3[u2] = true;
}
function v2(e3) {
  void 0 !== e3.__g ? e3.__g &= -9 : e3[u2] = false;
}
function m2(e3) {
  return void 0 !== e3.__g ? !!(8 & e3.__g) : true === e3[u2];
}
var y3 = /["&<]/;
function _2(e3) {
  if (0 === e3.length || false === y3.test(e3)) return e3;
  for (var t4 = 0, n2 = 0, r2 = "", o3 = ""; n2 < e3.length; n2++) {
    switch (e3.charCodeAt(n2)) {
      case 34:
        o3 = "&quot;";
        break;
      case 38:
        o3 = "&amp;";
        break;
      case 60:
        o3 = "&lt;";
        break;
      default:
        continue;
    }
    n2 !== t4 && (r2 += e3.slice(t4, n2)), r2 += o3, t4 = n2 + 1;
  }
  return n2 !== t4 && (r2 += e3.slice(t4, n2)), r2;
}
var g2 = {};
var k3 = /* @__PURE__ */ new Set(["animation-iteration-count", "border-image-outset", "border-image-slice", "border-image-width", "box-flex", "box-flex-group", "box-ordinal-group", "column-count", "fill-opacity", "flex", "flex-grow", "flex-negative", "flex-order", "flex-positive", "flex-shrink", "flood-opacity", "font-weight", "grid-column", "grid-row", "line-clamp", "line-height", "opacity", "order", "orphans", "stop-opacity", "stroke-dasharray", "stroke-dashoffset", "stroke-miterlimit", "stroke-opacity", "stroke-width", "tab-size", "widows", "z-index", "zoom"]);
var b = /[A-Z]/g;
function x3(e3) {
  var t4 = "";
  for (var n2 in e3) {
    var r2 = e3[n2];
    if (null != r2 && "" !== r2) {
      var o3 = "-" == n2[0] ? n2 : g2[n2] || (g2[n2] = n2.replace(b, "-$&").toLowerCase()), i3 = ";";
      "number" != typeof r2 || o3.startsWith("--") || k3.has(o3) || (i3 = "px;"), t4 = t4 + o3 + ":" + r2 + i3;
    }
  }
  return t4 || void 0;
}
function w2() {
  this.__d = true;
}
function H2(e3, t4) {
  return { __v: e3, context: t4, props: e3.props, setState: w2, forceUpdate: w2, __d: true, __h: new Array(0) };
}
var T2 = {};
var j2 = [];
var P2 = Array.isArray;
var $2 = Object.assign;
var U = "";
var Z = "<!--$s-->";
var F2 = "<!--/$s-->";
function M(e3) {
  return "string" == typeof e3 ? Z + e3 + F2 : P2(e3) ? (e3.unshift(Z), e3.push(F2), e3) : e3 && "function" == typeof e3.then ? e3.then(M) : Z + e3 + F2;
}
function W() {
  return { beforeDiff: n.__b, afterDiff: n.diffed, renderHook: n.__r, unmountHook: n.unmount, rootHook: n.__, commitHook: n.__c, catchError: n.__e, errorBoundaries: n.errorBoundaries };
}
function B3(e3) {
  var t4 = n[o2];
  n[o2] = true;
  try {
    return e3();
  } finally {
    n[o2] = t4;
  }
}
function z2(n2, r2, o3) {
  var i3 = W();
  try {
    var u3 = B3(function() {
      var u4, c3 = k($, null);
      return c3[a3] = [n2], i3.rootHook && i3.rootHook(n2, ((u4 = {})[a3] = c3, u4.nodeType = 1, u4)), q2(n2, r2 || T2, false, void 0, c3, false, o3, i3);
    });
    return P2(u3) ? u3.join(U) : u3;
  } catch (e3) {
    if (e3.then) throw new Error('Use "renderToStringAsync" for suspenseful rendering.');
    throw e3;
  } finally {
    i3.commitHook && B3(function() {
      return i3.commitHook(n2, j2);
    }), j2.length = 0;
  }
}
function N2(e3, t4, n2) {
  var r2, o3 = e3.type, a4 = true;
  return e3[i2] ? (a4 = false, (r2 = e3[i2]).state = r2[c2]) : r2 = new o3(e3.props, t4), e3[i2] = r2, r2.__v = e3, r2.props = e3.props, r2.context = t4, d2(r2), null == r2.state && (r2.state = T2), null == r2[c2] && (r2[c2] = r2.state), o3.getDerivedStateFromProps ? r2.state = $2({}, r2.state, o3.getDerivedStateFromProps(r2.props, r2.state)) : a4 && r2.componentWillMount ? (r2.componentWillMount(), r2.state = r2[c2] !== r2.state ? r2[c2] : r2.state) : !a4 && r2.componentWillUpdate && r2.componentWillUpdate(), n2.renderHook && n2.renderHook(e3), r2.render(r2.props, r2.state, t4);
}
function q2(e3, n2, o3, u3, y4, g3, k4, b2) {
  if (null == e3 || true === e3 || false === e3 || e3 === U) return U;
  var w3 = typeof e3;
  if ("object" != w3) return "function" == w3 ? U : "string" == w3 ? _2(e3) : e3 + U;
  if (P2(e3)) {
    var C3, D3 = U;
    y4[a3] = e3;
    for (var A3 = e3.length, S2 = 0; S2 < A3; S2++) {
      var E3 = e3[S2];
      if (null != E3 && "boolean" != typeof E3) {
        var L2, j3 = q2(E3, n2, o3, u3, y4, g3, k4, b2);
        "string" == typeof j3 ? D3 += j3 : (C3 || (C3 = new Array(A3)), D3 && C3.push(D3), D3 = U, P2(j3) ? (L2 = C3).push.apply(L2, j3) : C3.push(j3));
      }
    }
    return C3 ? (D3 && C3.push(D3), C3) : D3;
  }
  if (!r(e3)) return U;
  e3.__ = y4, b2.beforeDiff && b2.beforeDiff(e3);
  var Z2 = e3.type, F3 = e3.props;
  if ("function" == typeof Z2) {
    var W2, z3, O, R = n2;
    if (Z2 === $) {
      if ("tpl" in F3) {
        for (var K3, G2 = U, J2 = 0; J2 < F3.tpl.length; J2++) if (G2 += F3.tpl[J2], F3.exprs && J2 < F3.exprs.length) {
          var Q = F3.exprs[J2];
          if (null == Q) continue;
          if ("object" == typeof Q && (r(Q) || P2(Q))) {
            var X, Y = q2(Q, n2, o3, u3, e3, g3, k4, b2);
            "string" == typeof Y ? G2 += Y : (K3 || (K3 = []), G2 && K3.push(G2), G2 = U, P2(Y) ? (X = K3).push.apply(X, Y) : K3.push(Y));
          } else G2 += Q;
        }
        return K3 ? (G2 && K3.push(G2), K3) : G2;
      }
      if ("UNSTABLE_comment" in F3) return "<!--" + _2(F3.UNSTABLE_comment) + "-->";
      z3 = F3.children;
    } else {
      if (null != (W2 = Z2.contextType)) {
        var ee = n2[W2.__c];
        R = ee ? ee.props.value : W2.__;
      }
      var te = Z2.prototype && "function" == typeof Z2.prototype.render;
      if (te) z3 = /**#__NOINLINE__**/
      N2(e3, R, b2), O = e3[i2];
      else {
        e3[i2] = O = /**#__NOINLINE__**/
        H2(e3, R);
        for (var ne = 0; m2(O) && ne++ < 25; ) {
          v2(O), b2.renderHook && b2.renderHook(e3);
          try {
            z3 = Z2.call(O, F3, R);
          } catch (t4) {
            throw g3 && t4 && "function" == typeof t4.then && (e3._suspended = true), t4;
          }
        }
        d2(O);
      }
      if (null != O.getChildContext && (n2 = $2({}, n2, O.getChildContext())), te && b2.errorBoundaries && (Z2.getDerivedStateFromError || O.componentDidCatch)) {
        z3 = null != z3 && z3.type === $ && null == z3.key && null == z3.props.tpl ? z3.props.children : z3;
        try {
          return q2(z3, n2, o3, u3, e3, g3, false, b2);
        } catch (r2) {
          return Z2.getDerivedStateFromError && (O[c2] = Z2.getDerivedStateFromError(r2)), O.componentDidCatch && O.componentDidCatch(r2, T2), m2(O) ? (z3 = N2(e3, n2, b2), null != (O = e3[i2]).getChildContext && (n2 = $2({}, n2, O.getChildContext())), q2(z3 = null != z3 && z3.type === $ && null == z3.key && null == z3.props.tpl ? z3.props.children : z3, n2, o3, u3, e3, g3, k4, b2)) : U;
        } finally {
          b2.afterDiff && b2.afterDiff(e3), b2.unmountHook && b2.unmountHook(e3);
        }
      }
    }
    z3 = null != z3 && z3.type === $ && null == z3.key && null == z3.props.tpl ? z3.props.children : z3;
    try {
      var re2 = q2(z3, n2, o3, u3, e3, g3, k4, b2);
      return b2.afterDiff && b2.afterDiff(e3), b2.unmountHook && b2.unmountHook(e3), e3._suspended ? M(re2) : re2;
    } catch (t4) {
      if (!g3 && k4 && k4.onError) {
        var oe = (function t5(r2) {
          return k4.onError(r2, e3, function(e4, r3) {
            try {
              return B3(function() {
                return q2(e4, n2, o3, u3, r3, g3, k4, b2);
              });
            } catch (e6) {
              return t5(e6);
            }
          });
        })(t4);
        return void 0 !== oe ? oe : (b2.catchError && b2.catchError(t4, e3), U);
      }
      if (!g3) throw t4;
      if (!t4 || "function" != typeof t4.then) throw t4;
      return t4.then(function t5() {
        try {
          var r2 = B3(function() {
            return q2(z3, n2, o3, u3, e3, g3, k4, b2);
          });
          return e3._suspended ? M(r2) : r2;
        } catch (e4) {
          if (!e4 || "function" != typeof e4.then) throw e4;
          return e4.then(t5);
        }
      });
    }
  }
  var ie, ae = "<" + Z2, ue = U;
  for (var ce in F3) {
    var fe = F3[ce];
    if ("function" != typeof (fe = V2(fe) ? fe.value : fe) || "class" === ce || "className" === ce) {
      switch (ce) {
        case "children":
          ie = fe;
          continue;
        case "key":
        case "ref":
        case "__self":
        case "__source":
          continue;
        case "htmlFor":
          if ("for" in F3) continue;
          ce = "for";
          break;
        case "className":
          if ("class" in F3) continue;
          ce = "class";
          break;
        case "defaultChecked":
          ce = "checked";
          break;
        case "defaultSelected":
          ce = "selected";
          break;
        case "defaultValue":
        case "value":
          switch (ce = "value", Z2) {
            case "textarea":
              ie = fe;
              continue;
            case "select":
              u3 = fe;
              continue;
            case "option":
              u3 != fe || "selected" in F3 || (ae += " selected");
          }
          break;
        case "dangerouslySetInnerHTML":
          ue = fe && fe.__html;
          continue;
        case "style":
          "object" == typeof fe && (fe = x3(fe));
          break;
        case "acceptCharset":
          ce = "accept-charset";
          break;
        case "httpEquiv":
          ce = "http-equiv";
          break;
        default:
          if (f2.test(ce)) continue;
          s3.test(ce) ? ce = ce.replace(s3, "$1:$2").toLowerCase() : "-" !== ce[4] && !h3.has(ce) || null == fe ? o3 ? p2.test(ce) && (ce = "panose1" === ce ? "panose-1" : ce.replace(/([A-Z])/g, "-$1").toLowerCase()) : l2.test(ce) && (ce = ce.toLowerCase()) : fe += U;
      }
      null != fe && false !== fe && (ae = true === fe || fe === U ? ae + " " + ce : ae + " " + ce + '="' + _2(fe + U) + '"');
    }
  }
  if (f2.test(Z2)) throw new Error(Z2 + " is not a valid HTML tag name in " + ae + ">");
  if (ue || ("string" == typeof ie ? ue = _2(ie) : null != ie && false !== ie && true !== ie && (ue = q2(ie, n2, "svg" === Z2 || "foreignObject" !== Z2 && o3, u3, e3, g3, k4, b2))), b2.afterDiff && b2.afterDiff(e3), b2.unmountHook && b2.unmountHook(e3), !ue && I2.has(Z2)) return ae + "/>";
  var se = "</" + Z2 + ">", le = ae + ">";
  return P2(ue) ? [le].concat(ue, [se]) : "string" != typeof ue ? [le, ue, se] : le + ue + se;
}
var I2 = /* @__PURE__ */ new Set(["area", "base", "br", "col", "command", "embed", "hr", "img", "input", "keygen", "link", "meta", "param", "source", "track", "wbr"]);
function V2(e3) {
  return null !== e3 && "object" == typeof e3 && "function" == typeof e3.peek && "value" in e3;
}

// src/core/report/html/assets/browser-script.ts
var browserScript = String.raw`'use strict';
(() => {
  const root = document.documentElement;
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const memory = {
    get: () => { try { return localStorage.getItem('theme'); } catch { return null; } },
    set: (theme) => { try { localStorage.setItem('theme', theme); } catch { /* not every browser lets a file remember */ } },
  };

  const button = document.getElementById('theme');
  const isDark = () => root.dataset.theme === 'dark' || (root.dataset.theme === undefined && matchMedia('(prefers-color-scheme: dark)').matches);
  const nameTheme = () => { button.textContent = isDark() ? 'Light theme' : 'Dark theme'; };
  if (['light', 'dark'].includes(memory.get())) root.dataset.theme = memory.get();
  button.hidden = false;
  button.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    memory.set(root.dataset.theme);
    nameTheme();
  });
  nameTheme();

  const bar = document.getElementById('filters');
  const form = bar && bar.querySelector('form');
  const said = bar && bar.querySelector('[role=status]');
  const has = (element, name, wanted) => wanted === '' || element.dataset[name] === undefined || element.dataset[name] === wanted;
  const texts = new WeakMap();
  const words = (element) => texts.get(element) ?? (texts.set(element, element.textContent.toLowerCase()), texts.get(element));

  const filter = () => {
    const { spec, model, verdict, test, text } = Object.fromEntries(new FormData(form));
    const wanted = text.trim().toLowerCase();
    const tested = test.trim().toLowerCase();
    const tests = all('tr[data-test]');
    for (const row of tests) row.hidden = !has(row, 'spec', spec) || !words(row.querySelector('th')).includes(tested);
    const withTest = new Set(tests.filter((row) => !row.hidden).map((row) => row.dataset.spec));
    const known = new Set(tests.map((row) => row.dataset.spec));
    const isTested = (element) => tested === '' || !known.has(element.dataset.spec) || withTest.has(element.dataset.spec);
    const items = all('[data-item]');
    for (const item of items)
      item.hidden = !(has(item, 'spec', spec) && has(item, 'model', model) && has(item, 'verdict', verdict) && isTested(item) && (wanted === '' || words(item).includes(wanted)));
    for (const section of all('section.spec')) {
      const inside = all('[data-item]', section);
      const matches = inside.length === 0 ? has(section, 'spec', spec) && isTested(section) && (wanted === '' || words(section).includes(wanted)) : inside.some((item) => !item.hidden);
      section.hidden = !matches;
    }
    for (const table of all('table.heat')) {
      const shown = (table.dataset.models ? JSON.parse(table.dataset.models) : []).map((id) => model === '' || id === model);
      for (const cell of table.tHead.rows[0].querySelectorAll('th[data-model]')) cell.hidden = model !== '' && cell.dataset.model !== model;
      for (const cell of table.tHead.rows[1].cells) cell.hidden = !shown[Math.floor(cell.cellIndex / 2)];
      for (const row of table.tBodies[0].rows)
        for (const cell of row.cells) if (cell.cellIndex > 0) cell.hidden = !shown[Math.floor((cell.cellIndex - 1) / 2)];
    }
    const rows = items.filter((item) => item.matches('table.verdicts tr'));
    said.textContent = rows.filter((row) => !row.hidden).length + ' of ' + rows.length + ' comparisons shown';
  };

  const open = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (form && target.closest('[hidden]')) { form.reset(); filter(); }
    for (let part = target; part; part = part.parentElement) if (part.localName === 'details') part.open = true;
    if (!target.hasAttribute('tabindex')) target.tabIndex = -1;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: 'start' });
  };

  if (form) {
    bar.hidden = false;
    form.addEventListener('input', filter);
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('reset', () => setTimeout(filter));
    filter();
  }
  addEventListener('hashchange', open);
  if (location.hash.length > 1) open();
})();
`;

// src/core/report/html/assets/style-code.ts
var codeStyle = `
.finding h2{font-size:1.05rem;margin:1rem 0 .35rem}
.finding .scroll,.pair{background:var(--card);border:1px solid var(--line);border-radius:8px}
table.sides{table-layout:fixed;font-size:.92em}
table.sides thead th{border-bottom:1px solid var(--line)}
table.sides td{border:0;padding:.05rem .5rem;vertical-align:top}
table.sides td.no{width:3.2rem;text-align:right;color:var(--soft);font-size:.8rem;user-select:none}
td.code{white-space:pre-wrap;font-family:ui-monospace,Menlo,Consolas,"Liberation Mono",monospace;font-size:.85rem}
table.sides col.no{width:3.2rem}
.gone{background:var(--bad-tint)}
.come{background:var(--good-tint)}
.gone del,.gone ins{background:var(--bad-deep);text-decoration:none;border-radius:3px}
.come ins,.come del{background:var(--good-deep);text-decoration:none;border-radius:3px}
tr.blame th{font-size:.85rem;color:var(--mark);border:0;border-left:4px solid var(--bad);padding:.25rem .6rem;font-weight:600}
tr.blamed td:first-child{border-left:4px solid var(--bad)}
tr.fold td{color:var(--soft);font-size:.82rem;text-align:center;padding:.15rem}
table.noted{table-layout:fixed;font-size:.92em;background:var(--card)}
table.noted td{border:0;padding:.05rem .5rem;vertical-align:top}
table.noted td.no{text-align:right;color:var(--soft);font-size:.8rem;user-select:none}
table.noted col.no{width:3.2rem}
table.noted col.margin{width:28rem}
tbody.noted tr:first-child td{border-top:1px solid var(--line)}
tbody.noted td.margin{padding:.1rem 0 .5rem .9rem;font-size:.87rem}
tbody.noted td.gone{background:none}
tbody.noted del{background:var(--bad-tint);border-radius:3px}
tbody.noted mark{background:var(--bad-deep);color:inherit;border-radius:3px}
.note{border-left:4px solid var(--soft);padding:.05rem .6rem}
.note+.note{margin-top:.5rem}
.note.blamed{border-left-color:var(--bad)}
.note.needed{border-left-color:var(--good)}
.note.unwatched{border-left-style:dashed}
.note p,td.margin .quote{margin:0 0 .15rem}
.note+.quote{margin-top:.6rem}
table.pair{table-layout:fixed;border-collapse:separate;border-spacing:0;overflow:hidden}
table.pair col.says{width:20rem}
table.pair thead th{border-bottom:1px solid var(--line)}
table.pair td{border:0;padding:.04rem .6rem;vertical-align:top;overflow-wrap:anywhere}
table.pair td.says{border-left:1px solid var(--line);border-right:1px solid var(--line);padding:.5rem .7rem}
table.pair tr:first-child td,table.pair td.soft{font-size:.82rem}
.says p{margin:0 0 .3rem}
pre.assertion{border-left:4px solid var(--bad);border-radius:0 6px 6px 0;white-space:pre-wrap;overflow-wrap:anywhere;max-height:none;margin:0}
pre{margin:.3rem 0;padding:.6rem .75rem;background:var(--code);border-radius:6px;overflow:auto;max-height:32rem;line-height:1.45;tab-size:4}
.diff{white-space:pre}
.diff span{display:block;padding:0 .4rem}
.narrow{display:none}
@media (max-width:60rem){
.wide{display:none}
.narrow{display:block}
}
@media (max-width:40rem){
table.sides,table.sides thead{display:block}
table.sides thead tr{display:block}
table.sides thead th{display:block;border:0}
table.sides thead th.head,table.sides thead .side{display:none}
table.sides tbody{display:grid;grid-template-columns:2.6rem minmax(0,1fr)}
table.noted,table.noted thead,table.noted thead tr,table.noted thead th{display:block}
table.noted thead th.margin{display:none}
table.noted tbody{display:grid;grid-template-columns:2.6rem minmax(0,1fr)}
table.noted tr{display:contents}
table.noted .fold td,table.noted td.margin{grid-column:1/-1}
table.noted td.margin{order:9}
table.noted td.no{padding:.05rem .3rem}
table.sides tr{display:contents}
table.sides .blame th,table.sides .fold td{grid-column:1/-1}
table.sides .rest td{order:3}
table.sides td.no{width:auto;padding:.05rem .3rem}
table.sides .same .base,table.sides td.none{display:none}
table.sides .changed .base{order:1}
table.sides .changed .head{order:2}
table.sides td.gone::before{content:"\u2212 "}
table.sides td.come::before{content:"+ "}
.diff{white-space:pre-wrap}
}
`;

// src/core/report/html/assets/style-parts.ts
var partsStyle = `
.tag{display:inline-flex;vertical-align:middle;align-items:center;gap:.38rem;white-space:nowrap;font-weight:600}
.tag svg,.word svg{flex:none;width:1.05em;height:1.05em}
.word svg{width:1.35em;height:1.35em}
.regressed,.not-portable,.failure{--tone:var(--bad)}
.held,.improved,.portable,.success,.passed{--tone:var(--good)}
.suspected,.inconclusive,.base-too-weak,.neutral{--tone:var(--warn)}
.tag,.word{color:var(--tone,var(--soft))}
.pill{display:inline-block;vertical-align:middle;line-height:1.35;border:1px solid var(--line);border-radius:99px;padding:0 .55rem;font-size:.8rem;color:var(--soft);white-space:nowrap}
svg text{font:11px system-ui,"Liberation Sans",sans-serif;fill:var(--soft)}
.axis{stroke:var(--line);stroke-width:1}
.whisker{stroke-width:2;stroke-linecap:round;fill:none}
.base-mark{stroke:var(--soft);fill:var(--card)}
.head-mark{stroke:var(--tone,var(--ink));fill:var(--tone,var(--ink))}
.zero{stroke:var(--soft);stroke-dasharray:2 3}
.legend{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;font-size:.82rem;color:var(--soft);margin:.3rem 0}
.legend span{display:inline-flex;align-items:center;gap:.35rem}
.swatch{display:inline-block;min-width:2.2rem;text-align:center;border-radius:4px;padding:0 .3rem;color:var(--ink)}
table.verdicts th[scope=row],table.verdicts td:nth-child(2){white-space:nowrap;overflow:hidden;text-overflow:ellipsis;max-width:17rem}
table.verdicts tbody tr:last-child>*{border-bottom:0}
table.verdicts td.rates{min-width:9rem}
svg.bars{display:block;width:9rem;height:1.15rem}
.bars .empty,.meter .empty{fill:var(--mid-tint)}
.bars .full{fill:var(--tone,var(--ink))}
.bars .old{fill:var(--soft)}
table.numbers td,table.numbers th{vertical-align:top}
table.numbers ol{margin:0;padding-left:1.2rem}
ul.words{margin:.6rem 0;padding:0;list-style:none}
ul.words strong{color:var(--ink)}
details.statistics{margin-top:2.2rem}
summary .title{font-size:1.3rem;font-weight:650}
summary .subtitle{font-weight:650}
.why{font-size:.85rem;color:var(--soft);max-width:26rem}
table.heat{width:auto;border-spacing:2px;border-collapse:separate}
table.heat th,table.heat td{border:0}
table.heat thead th{text-align:center;border-bottom:1px solid var(--line)}
table.heat thead tr:first-child th:first-child,table.heat tbody th{text-align:left;min-width:11rem;max-width:30rem}
table.heat td{text-align:center;border-radius:4px;min-width:5rem;width:5rem;padding:.2rem .5rem;white-space:nowrap}
table.heat tbody tr:hover th{color:var(--accent)}
.h0{background:var(--bad-deep)}
.h1{background:var(--bad-tint)}
.h2{background:var(--mid-tint)}
.h3{background:var(--good-tint)}
.h4{background:var(--good-deep)}
.hn{color:var(--soft)}
.fell{font-weight:700;box-shadow:inset 0 0 0 2px var(--bad)}
details>summary{cursor:pointer;padding:.28rem .2rem;border-radius:6px}
details>summary:hover{color:var(--accent)}
details.cell{border-top:1px solid var(--line)}
details.cell .tag{white-space:normal}
details.cell[open]{padding-bottom:.6rem}
details.cell>summary{display:flex;flex-wrap:wrap;gap:.1rem .8rem;align-items:baseline}
details.cell>summary::before{content:"\u25B8";color:var(--soft)}
details.cell[open]>summary::before{content:"\u25BE"}
details.cell>summary::-webkit-details-marker{display:none}
.cellbody{padding-left:1.1rem}
dl.meta{display:grid;grid-template-columns:minmax(8rem,max-content) minmax(0,1fr);gap:.1rem 1rem;margin:.3rem 0;font-size:.88rem}
dl.meta dt{color:var(--soft)}
dl.meta dd{margin:0}
.strip{display:flex;flex-wrap:wrap;gap:3px;margin:.3rem 0;padding:0;list-style:none}
.strip li{width:1.35rem;height:1.35rem;border-radius:4px;display:grid;place-items:center;font-size:.78rem;line-height:1}
.strip .passed{background:var(--good-deep)}
.strip .failed,.strip .no-code,.strip .no-report{background:var(--bad-deep)}
.strip .unmeasured{border:1px dashed var(--soft);color:var(--soft)}
.strip a{color:inherit;text-decoration:none;display:grid;place-items:center;width:100%;height:100%}
.meter{display:block;width:8rem;height:.85rem}
.meter rect{rx:3px}

.meter .full{fill:var(--good)}
.meter .old{fill:var(--soft)}
.hljs-comment,.hljs-quote,.hljs-meta{color:var(--c);font-style:italic}
.hljs-keyword,.hljs-literal,.hljs-built_in,.hljs-type{color:var(--k)}
.hljs-string,.hljs-regexp,.hljs-attr,.hljs-number{color:var(--s)}
.hljs-title,.hljs-section,.hljs-name,.hljs-attribute{color:var(--n)}
@media (max-width:40rem){
table.stack,table.stack tbody,table.stack tr,table.stack td,table.stack th{display:block;border:0;padding:.08rem .2rem}
table.stack thead{display:none}
table.stack th[scope=row],table.stack td:nth-child(2){white-space:normal;max-width:none}
table.stack tfoot{display:block}
table.stack tr{border-bottom:1px solid var(--line);padding:.5rem 0}
table.stack td.num{text-align:left}
table.stack td:empty{display:none}
table.stack [data-label]::before{content:attr(data-label) ": ";color:var(--soft);font-size:.85rem}
table.stack svg{display:inline-block;vertical-align:middle}
dl.meta{grid-template-columns:minmax(0,1fr)}
dl.meta dt{margin-top:.35rem}
table.heat thead tr:first-child th:first-child,table.heat tbody th{min-width:8rem;max-width:9rem}
table.heat thead tr:first-child th:first-child,table.heat tbody th,table.numbers th[scope=row]{position:sticky;left:0;z-index:1;background:var(--paper)}
.cellbody{padding-left:.2rem}
}
`;

// src/core/report/html/assets/style.ts
var style = `
:root{color-scheme:light;--paper:#f7f6f3;--card:#fff;--ink:#1c2228;--soft:#555e68;--line:#dedad2;--accent:#0a5a9e;
--bad:#9c3a00;--bad-tint:#fbe0cf;--bad-deep:#f3bd9b;--good:#0a5a9e;--good-tint:#dbeaf6;--good-deep:#b7d5ec;--warn:#6f4b00;--warn-tint:#fbecc2;
--mid-tint:#f1ede4;--code:#f3f1ec;--mark:#8a3400;--k:#8a2be2;--s:#0b6b2e;--n:#0a5a9e;--c:#626a73}
@media (prefers-color-scheme:dark){:root:not([data-theme=light]){DARK}}
:root[data-theme=dark]{DARK}
*{box-sizing:border-box}
[hidden]{display:none!important}
html{scroll-padding-top:5rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI","Liberation Sans",sans-serif;overflow-wrap:anywhere}
main,header.top,footer{max-width:76rem;margin:0 auto;padding:0 1.25rem}
h1,h2,h3,h4,h5{line-height:1.25;margin:0;font-weight:650;text-wrap:balance}
h2{font-size:1.3rem;margin:2.2rem 0 .8rem}
h3{font-size:1.05rem;margin:1.4rem 0 .5rem}
h4{font-size:.95rem;margin:1.1rem 0 .4rem}
h5{font-size:.88rem;margin:.9rem 0 .3rem}
section.spec>h3.name{font-size:1.2rem;margin:.9rem 0 .2rem}
p{margin:.4rem 0}
a{color:var(--accent);text-underline-offset:.15em}
code,pre,kbd{font-family:ui-monospace,"SF Mono",Menlo,Consolas,"Liberation Mono",monospace;font-size:.88em}
code{background:var(--code);border-radius:4px;padding:.08em .3em}
pre code,td.code code{background:none;padding:0}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:4px}
.heard{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:1rem;background:var(--card);padding:.5rem 1rem;z-index:9}
.soft{color:var(--soft)}
.small{font-size:.87rem}
header.top{padding-top:.8rem}
.bar{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;align-items:baseline}
.bar button{margin-left:auto;font-size:.88rem}
.bar h1{font-size:.85rem;letter-spacing:.09em;text-transform:uppercase;color:var(--soft)}
button,select,input{font:inherit;color:inherit;background:var(--card);border:1px solid var(--soft);border-radius:6px;padding:.32rem .6rem;min-width:0}
button{cursor:pointer}
button:hover{border-color:var(--accent)}
.lead{background:var(--card);border:1px solid var(--line);border-left:6px solid var(--soft);border-radius:10px;padding:.7rem 1.25rem .75rem;margin:.55rem 0 .8rem}
.lead.failure{border-left-color:var(--bad)}
.lead.success{border-left-color:var(--good)}
.lead.neutral,.lead.suspected{border-left-color:var(--warn)}
.lead .word{display:flex;align-items:center;gap:.5rem;font-weight:650;margin:0 0 .25rem}
.lead .verdict{font-size:1.24rem;line-height:1.45;margin:.1rem 0 .4rem;text-wrap:pretty}
.lead .aside{margin:.3rem 0 0}
.facts{display:flex;flex-wrap:wrap;gap:.25rem 1.6rem;margin:.7rem 0 0;padding:0;list-style:none;color:var(--soft);font-size:.88rem}
.place{display:flex;flex-wrap:wrap;gap:.1rem .9rem;margin:0;padding:0;list-style:none;color:var(--soft);font-size:.88rem}
.place li+li::before{content:"\xB7";margin-right:.9rem}
.facts strong{color:var(--ink);font-weight:600}
nav.toc{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;font-size:.92rem;margin-top:1.6rem;padding-top:.8rem;border-top:1px solid var(--line)}
.filters{position:sticky;top:0;z-index:3;background:var(--paper);border-bottom:1px solid var(--line);padding:.55rem 0;margin-top:.6rem}
.filters form{display:flex;flex-wrap:wrap;gap:.5rem .7rem;align-items:end}
.filters .field{display:grid;font-size:.78rem;color:var(--soft);flex:1 1 8.5rem}
.filters select,.filters input,.filters button{height:2.25rem}
.filters select,.filters input{width:100%;color:var(--ink);font-size:.92rem}
.filters p{margin:0;flex:0 0 auto;font-size:.85rem;color:var(--soft);align-self:center}
.scroll{overflow-x:auto;max-width:100%;position:relative}
table{border-collapse:collapse;font-variant-numeric:tabular-nums;width:100%}
th,td{text-align:left;padding:.38rem .6rem;border-bottom:1px solid var(--line);vertical-align:middle;overflow-wrap:break-word}
th[scope=row],table.sides td{overflow-wrap:anywhere}
tbody th[scope=row]{min-width:7rem}
thead th{font-size:.8rem;color:var(--soft);font-weight:600;border-bottom:1px solid var(--soft);vertical-align:bottom}
tbody th{font-weight:500}
.num{text-align:right;white-space:nowrap}
.card{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:.2rem .4rem;margin:.5rem 0}
section.spec+section.spec{border-top:2px solid var(--line);margin-top:2.4rem;padding-top:.2rem}
article.comparison{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:.7rem 1.1rem 1rem;margin:.9rem 0}
article.comparison>h4{font-size:1.05rem;margin-top:.2rem;display:flex;flex-wrap:wrap;gap:.2rem .8rem}
footer{color:var(--soft);font-size:.85rem;padding-top:2rem;padding-bottom:3rem}
@media (max-width:40rem){
main,header.top,footer{padding:0 .8rem}
header.top{padding-top:.9rem}
.bar .place{order:3;width:100%}
.place li+li::before{content:none}
.lead{padding:.8rem .9rem}
.lead .verdict{font-size:1.1rem}
.filters{position:static}
.filters .field{flex-basis:40%}
article.comparison{padding:.5rem .7rem .8rem}
th,td{padding:.32rem .4rem}
}
@media print{
:root,:root[data-theme=dark]{color-scheme:light}
body{background:#fff;font-size:10pt}
.filters,nav.toc,button,.skip{display:none!important}
.scroll{overflow:visible}
article.comparison,.card,.lead,tr{break-inside:avoid}
pre{white-space:pre-wrap;overflow-wrap:anywhere}
a{color:inherit;text-decoration:none}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
${partsStyle}${codeStyle}`.replaceAll(
  "DARK",
  "color-scheme:dark;--paper:#14171a;--card:#1b2025;--ink:#e5e8ea;--soft:#a4adb6;--line:#333a41;--accent:#85c1f2;--bad:#ffab75;--bad-tint:#4a2612;--bad-deep:#6d3516;--good:#85c1f2;--good-tint:#15344c;--good-deep:#1b4a6e;--warn:#e9c365;--warn-tint:#41330e;--mid-tint:#2a2f34;--code:#242a30;--mark:#ffb98c;--k:#cba6f7;--s:#8bd5a0;--n:#85c1f2;--c:#9aa3ac"
);

// src/core/report/html/page.ts
function pageOf(path2, of) {
  const title = render(h2("title", {}, plainText(of.title.slice(0, 1e3), 120)));
  return { path: path2, parts: [start, title, middle, ...of.parts, end] };
}
function render(content) {
  return z2(fragment(content));
}
var policy = [
  "default-src 'none'",
  `style-src '${sourceHash(style)}'`,
  `script-src '${sourceHash(browserScript)}'`,
  "base-uri 'none'",
  "form-action 'none'"
].join("; ");
var start = `<!doctype html>
<html lang="en"><head>${render(
  fragment(
    h2("meta", { charset: "utf-8" }),
    h2("meta", { "http-equiv": "Content-Security-Policy", content: policy }),
    h2("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    h2("meta", { name: "referrer", content: "no-referrer" })
  )
)}`;
var middle = `${render(markup("style", {}, style))}</head><body>${render(iconSheet())}
`;
var end = `
${render(markup("script", {}, browserScript))}</body></html>
`;

// src/core/report/html/text/annotated-text.ts
function annotatedText({ head, base }, notes) {
  const sides = [head, base].flatMap((side) => side === null ? [] : [...side.files, ...side.instructions]);
  return annotatedTexts(sides, notes);
}
function annotatedTexts(texts, notes) {
  const files = [...new Set(notes.map(({ part }) => part.file))].slice(0, 50);
  return fragment(
    ...files.map((file) => {
      const text = texts.find(({ path: path2 }) => path2 === file)?.text ?? "";
      return fileTable2(
        file,
        linesOf3(text),
        notes.filter(({ part }) => part.file === file)
      );
    })
  );
}
var around = 3;
function fileTable2(file, lines, notes) {
  const stretches = stretchesOf(notes, lines.length);
  const bodies = stretches.flatMap((stretch, index) => {
    const from = stretches[index - 1]?.last ?? 0;
    return [
      ...between(lines, { from, to: stretch.first - 1, isFirst: index === 0 }),
      h2("tbody", { class: "noted" }, ...stretchRows(lines, stretch))
    ];
  });
  const end2 = stretches.at(-1)?.last ?? 0;
  return scrolling(
    `${visibleName(file)} with notes`,
    h2(
      "table",
      { class: "noted" },
      h2("caption", { class: "heard" }, `The text of ${visibleName(file)}, and what is known of its parts`),
      h2("colgroup", {}, h2("col", { class: "no" }), h2("col", {}), h2("col", { class: "margin" })),
      h2(
        "thead",
        {},
        h2(
          "tr",
          {},
          h2("th", { scope: "col", colspan: 2 }, codeName(file)),
          h2("th", { scope: "col", class: "margin" }, "what is known of it")
        )
      ),
      ...bodies,
      ...between(lines, { from: end2, to: lines.length, isFirst: false, isLast: true })
    )
  );
}
function stretchesOf(notes, end2) {
  const stretches = [];
  const ordered = notes.toSorted((one2, other) => one2.part.lines[0] - other.part.lines[0]);
  for (const note of ordered) {
    const first = Math.min(Math.max(note.part.lines[0], 1), end2 + 1);
    const last = isRemoved(note.part) ? first - 1 : Math.min(note.part.lines[1], end2);
    const before = stretches.at(-1);
    if (before === void 0 || first > before.last) stretches.push({ first, last, notes: [note] });
    else
      stretches[stretches.length - 1] = {
        first: before.first,
        last: Math.max(before.last, last),
        notes: [...before.notes, note]
      };
  }
  return stretches;
}
function stretchRows(lines, { first, last, notes }) {
  const shown2 = Math.max(0, Math.min(last - first + 1, longest2));
  const gone = removedTexts(notes);
  const marked = blamedLines(notes);
  const rest = last - first + 1 - shown2;
  const rows = [
    ...gone.map((text) => ["\u2212", h2("del", {}, codeLine(text, 1e3)), "gone"]),
    ...Array.from({ length: shown2 }, (_3, index) => {
      const number3 = first + index;
      return [number3, markedLine(lines[number3 - 1] ?? "", number3, marked), "head"];
    }),
    ...rest > 0 ? [["", `\u2026 ${rest} more lines`, "head"]] : []
  ];
  const told = rows.length > 0 ? rows : [["", "", "head"]];
  return told.map(
    ([number3, text, tone], index) => h2(
      "tr",
      {},
      h2("td", { class: "no" }, number3),
      h2("td", { class: `code ${tone}` }, text),
      index === 0 ? h2("td", { class: "margin", rowspan: told.length }, ...marginOf(notes)) : null
    )
  );
}
var longest2 = 60;
function removedTexts(notes) {
  const removed = notes.filter(({ part }) => isRemoved(part)).map(({ part }) => part.absent.trim());
  return [...new Set(removed)].flatMap((text) => text.split("\n")).slice(0, longest2);
}
function isRemoved({ present, absent }) {
  return present.trim() === "" && absent.trim() !== "";
}
function blamedLines(notes) {
  return notes.filter(({ kind }) => kind === "blamed").map(({ part }) => ({ from: part.lines[0], lines: part.present.split("\n", longest2) }));
}
function markedLine(line2, number3, all) {
  const marked = all.map(({ from, lines }) => (lines[number3 - from] ?? "").trim()).filter((words2) => words2 !== "" && line2.includes(words2));
  const [blamed] = marked;
  if (blamed === void 0 || marked.some((each) => each !== blamed)) return codeLine(line2, 1e3);
  const start2 = line2.indexOf(blamed);
  return fragment(
    codeLine(line2.slice(0, start2), 1e3),
    h2("mark", {}, codeLine(blamed, 1e3)),
    codeLine(line2.slice(start2 + blamed.length), 1e3)
  );
}
function marginOf(notes) {
  const parts = /* @__PURE__ */ new Map();
  for (const note of notes) parts.set(note.part.id, [...parts.get(note.part.id) ?? [], note]);
  return [...parts.values()].flatMap((own) => {
    const quote = own[0] === void 0 ? [] : quoteOf(wordsOfPart(own[0].part), parts.size > 1);
    return [
      quote.length === 0 ? null : h2("p", { class: "quote" }, ...phraseContent(quote)),
      ...own.map((note) => noteContent(note))
    ];
  });
}
function quoteOf(quoted, isOneOfSeveral) {
  if (isOneOfSeveral) return quoteWords(quoted);
  return quoted.instead === "" ? [] : [...words("in place of "), ...code(quoted.instead, 160)];
}
function noteContent({ kind, title, lines }) {
  return h2(
    "div",
    { class: `note ${kind}` },
    h2("p", {}, h2("strong", {}, title)),
    ...lines.map((line2) => h2("p", {}, line2))
  );
}
function between(lines, of) {
  const count2 = of.to - of.from;
  if (count2 <= 0) return [];
  const after = of.isFirst ? 0 : Math.min(around, count2);
  const before = of.isLast === true ? 0 : Math.min(around, count2 - after);
  const hidden = count2 - after - before;
  const plain = (start2, end2) => lines.slice(start2, end2).map(
    (line2, index) => h2(
      "tr",
      {},
      h2("td", { class: "no" }, start2 + index + 1),
      h2("td", { class: "code", colspan: 2 }, codeLine(line2, 1e3))
    )
  );
  const fold = hidden === 1 ? "1 more line" : `${hidden} more lines`;
  return [
    h2(
      "tbody",
      {},
      ...plain(of.from, of.from + after),
      ...hidden > 0 ? [h2("tr", { class: "fold" }, h2("td", { colspan: 3 }, `\xB7 \xB7 \xB7 ${fold} \xB7 \xB7 \xB7`))] : [],
      ...plain(of.to - before, of.to)
    )
  ];
}
function linesOf3(text) {
  const lines = text.split("\n");
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

// src/core/report/html/text/test-lines.ts
var testsShown = 5;
function testLines(by, of) {
  const tests = [...new Set(by.map(({ test }) => test))];
  const rest = tests.length - testsShown;
  const whereText = (notice) => {
    const { on, beside } = notice;
    const spec = of.namesSpecs === true ? ` of ${visibleName(on.spec, 80)}` : "";
    const others = beside.length === 0 ? "" : `, with ${count(beside.length, "other part")} ${of.besideIs ?? "missing"} as well`;
    return `${visibleName(on.model, 80)}${spec} ${rate(of.from(notice))} \u2192 ${rate(of.to(notice))}${others}`;
  };
  return [
    ...tests.slice(0, testsShown).map((test) => {
      const where = by.filter((notice) => notice.test === test).map((notice) => whereText(notice));
      return h2("span", {}, codeName(test, 120), `: ${where.join("; ")}`);
    }),
    ...rest > 0 ? [`and ${count(rest, "test")} more`] : []
  ];
}

export {
  anchorsOf,
  specsOf,
  fileOf,
  k,
  h2 as h,
  fragment,
  markup,
  scrolling,
  screenReaderText,
  visibleName,
  modelName,
  verdictSubjectName,
  codeName,
  keyOf,
  verdictTag,
  phraseContent,
  outcomeWords,
  outcomeSign,
  sampleName,
  sampleSlug,
  writtenFiles,
  pairOf,
  wholeText,
  codeText,
  outputText,
  pairPart,
  differenceOf,
  diffBlock,
  sideBySide,
  leadVerdict,
  isBadNews,
  point,
  linear2 as linear,
  line,
  wayOut,
  indexHead,
  beforeParts,
  afterParts,
  generationsHead,
  specHead,
  mapHead,
  z2 as z,
  pageOf,
  render,
  annotatedText,
  annotatedTexts,
  testLines
};
