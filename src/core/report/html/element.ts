import { createElement, Fragment } from 'preact';
import type { ComponentChildren, VNode } from 'preact';

/** What may stand inside an element; text among it is escaped when it is rendered. */
export type Content = ComponentChildren;

/** Attributes of an element; false and undefined leave one out. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element of HTML or SVG. */
export function h(tag: string, attributes: Attributes, ...children: readonly Content[]): VNode {
  return createElement(tag, { ...attributes }, ...children);
}

/** Several pieces of content as one. */
export function fragment(...children: readonly Content[]): VNode {
  return createElement(Fragment, {}, ...children);
}

/** Markup that is our own or a library's and stands as it is; never text from outside. */
export function markup(tag: string, attributes: Attributes, html: string): VNode {
  return createElement(tag, { ...attributes, dangerouslySetInnerHTML: { __html: html } });
}

/** An element that holds a whole table wider than a phone: it scrolls by itself and by keyboard. */
export function scrolling(label: string, ...children: readonly Content[]): VNode {
  return h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': label }, ...children);
}

/** Words that only a screen reader hears. */
export function heard(text: string): VNode {
  return h('span', { class: 'heard' }, text);
}
