import type { List, ListItem, Paragraph } from 'mdast';
import {
  firstHoldsRest,
  spanOf,
  titleOf,
  wholeLines,
  type Block,
  type Clause,
  type ClauseGroup,
} from './clause.ts';
import { paragraphClauses } from './clause-paragraphs.ts';
import { kindOf, type Place } from './part-kind.ts';

/**
 * The items of a list, and in them the items of inner lists and the sentences that hold a requirement. The first words
 * of an item hold the rest of it. What cannot be taken out without changing what stands around it stays together.
 */
export function listBlock(text: string, node: List, place: Place): Block {
  const whole = wholeLines(text, spanOf(node));
  const { clauses, groups } = cutList({ text, place, isOuterLoose: true }, node);
  return { ...whole, node, clauses, groups };
}

type Cutting = {
  readonly text: string;
  readonly place: Place;
  /** Whether blank lines after the list change nothing. */
  readonly isOuterLoose: boolean;
};
type CutList = { readonly clauses: readonly Clause[]; readonly groups: readonly ClauseGroup[] };

function cutList(of: Cutting, node: List): CutList {
  const { text } = of;
  if (!isRegular(text, node)) return asOne(of, node);
  const isLoose = node.children.length === 1 ? of.isOuterLoose : gapsOf(text, node).every(Boolean);
  const items = node.children.map((item) => cutItem({ ...of, isOuterLoose: isLoose }, item));
  const clauses = items.flatMap((item) => item.clauses);
  const title = titleOf(text.slice(spanOf(node).from, spanOf(node).to));
  const group = { title, clauses: clauses.map(({ from }) => from) };
  return {
    clauses,
    groups: [...(clauses.length > 1 ? [group] : []), ...items.flatMap((item) => item.groups)],
  };
}

/**
 * Whether the items stand alike: all or none after a blank line, all equally far in, and each with words on the line of
 * its marker. Otherwise what is left of the list without an item would be another list, or none.
 */
function isRegular(text: string, node: List): boolean {
  const gaps = gapsOf(text, node);
  const columns = new Set(node.children.map(({ position }) => position?.start.column));
  return (
    new Set(gaps).size <= 1 &&
    columns.size === 1 &&
    node.children.every(({ children: [first], position }) => {
      return first !== undefined && first.position?.start.line === position?.start.line;
    })
  );
}

/** Whether a blank line stands before each child but the first. */
function gapsOf(text: string, { children }: List | ListItem): readonly boolean[] {
  return children.slice(1).map((child, index) => {
    const before = children[index];
    return before !== undefined && /\n[ \t]*\n/.test(text.slice(spanOf(before).to, spanOf(child).from));
  });
}

function cutItem(of: Cutting, item: ListItem): CutList {
  const first = leadOf(of, item);
  if (first === null) return asOne(of, item);
  const inner = item.children.find((child) => child.type === 'list');
  const below =
    inner === undefined ? { clauses: [], groups: [] } : belowWords(of, inner, gapsOf(of.text, item)[0]);
  const [lead, ...more] = paragraphClauses(of.text, first, of.place).clauses;
  if (lead === undefined) return asOne(of, item);
  const rest = [...more, ...below.clauses];
  // A marker needs words on its line; alone on it they take its end with them.
  const to = more.length === 0 ? wholeLines(of.text, lead).to : lead.to;
  const clauses = [{ ...lead, to, holds: rest.map(({ from }) => from) }, ...rest];
  const { from } = spanOf(first);
  const group = { title: titleOf(of.text.slice(from, lead.to)), clauses: clauses.map((each) => each.from) };
  return { clauses, groups: [...(rest.length > 0 ? [group] : []), ...below.groups] };
}

// Directly below the words of its item a list may begin with 1 only, so its first item stays while others do.
function belowWords(of: Cutting, node: List, isApart = false): CutList {
  const { clauses, groups } = cutList(of, node);
  return { clauses: node.ordered === true && !isApart ? firstHoldsRest(clauses) : clauses, groups };
}

function asOne({ text, place }: Cutting, node: List | ListItem): CutList {
  const span = wholeLines(text, spanOf(node));
  return {
    clauses: [{ ...span, kind: kindOf(text.slice(span.from, span.to), place), holds: [] }],
    groups: [],
  };
}

/** The first words of an item, if it holds nothing besides but an inner list; otherwise null. */
function leadOf(of: Cutting, item: ListItem): Paragraph | null {
  const [first, inner, ...more] = item.children;
  const isPlain = more.length === 0 && (inner === undefined || inner.type === 'list');
  if (!isPlain || first?.type !== 'paragraph' || !fits(of, item)) return null;
  return first.position?.start.line === item.position?.start.line ? first : null;
}

/** Whether blank lines in an item stay where they mean nothing new when parts of it are left out. */
function fits({ text, isOuterLoose }: Cutting, item: ListItem): boolean {
  const inner = item.children.find((child) => child.type === 'list');
  if (inner === undefined) return true;
  const [isApart = false] = gapsOf(text, item);
  const { from, to } = spanOf(inner);
  const hasBlank = /\n[ \t]*\n/.test(text.slice(from, to));
  if (!isApart && !hasBlank) return true;
  return isOuterLoose && isApart && (!hasBlank || isBlankThroughout(text, inner));
}

function isBlankThroughout(text: string, list: List): boolean {
  return (
    gapsOf(text, list).every(Boolean) &&
    list.children.every((item) =>
      item.children.every((child) => child.type !== 'list' || isBlankThroughout(text, child)),
    ) &&
    list.children.every((item) => gapsOf(text, item).every(Boolean))
  );
}
