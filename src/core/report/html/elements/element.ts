import { createElement, Fragment } from 'preact';
import type { ComponentChildren, VNode } from 'preact';

/** What an element may contain. Text is escaped when it is rendered. */
export type Content = ComponentChildren;

/** Attributes of an element; false and undefined omit an attribute. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element of HTML or SVG. */
export function h(tag: string, attributes: Attributes, ...children: readonly Content[]): VNode {
  return createElement(tag, { ...attributes }, ...children);
}

/** Several pieces of content as one. */
export function fragment(...children: readonly Content[]): VNode {
  return createElement(Fragment, {}, ...children);
}

/** Markup from our own code or a library, inserted as it is; never text from outside. */
export function markup(tag: string, attributes: Attributes, html: string): VNode {
  return createElement(tag, { ...attributes, dangerouslySetInnerHTML: { __html: html } });
}

/** An element around a table that may be wider than a phone: it scrolls by itself and by keyboard. */
export function scrolling(label: string, ...children: readonly Content[]): VNode {
  return h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': label }, ...children);
}

/** Text for screen readers only. */
export function screenReaderText(text: string): VNode {
  return h('span', { class: 'heard' }, text);
}
