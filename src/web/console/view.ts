// A small way to describe the page and to bring the real one up to date: `h` describes, `patch` changes only what differs,
// so that focus, scroll and half-written words stay. Text only ever becomes text nodes; there is no way to pass markup.

export type Child = VNode | string | null | false | undefined;
type Handler = (event: Event) => void;
export type Props = Readonly<Record<string, string | number | boolean | null | undefined | Handler>>;

export interface VNode {
  readonly tag: string;
  readonly props: Props;
  readonly children: readonly (VNode | string)[];
}

const SVG = 'http://www.w3.org/2000/svg';
const SVG_TAGS = new Set(['svg', 'path', 'circle', 'rect']);
/** Set as properties: the attribute is only their first value. */
const LIVE = new Set(['value', 'checked', 'disabled', 'open']);

/** Describes an element. `key` keeps the identity of a list's items; `on…` are handlers; null and false are left out. */
export function h(tag: string, props: Props = {}, ...children: readonly (Child | readonly Child[])[]): VNode {
  const kept = children.flat().filter((child): child is VNode | string => isShown(child as Child));
  return { tag, props, children: kept };
}

function isShown(child: Child): child is VNode | string {
  return child !== null && child !== undefined && child !== false && child !== '';
}

interface Drawn {
  vnode: VNode;
}
const drawn = new WeakMap<Node, Drawn>();

/** Makes the children of `root` look like the description. */
export function patch(root: Element, children: readonly (VNode | string)[]): void {
  patchChildren(root, children);
}

function create(child: VNode | string): Node {
  if (typeof child === 'string') return document.createTextNode(child);
  const element = SVG_TAGS.has(child.tag)
    ? document.createElementNS(SVG, child.tag)
    : document.createElement(child.tag);
  drawn.set(element, { vnode: { tag: child.tag, props: {}, children: [] } });
  update(element, child);
  return element;
}

function update(element: Element, vnode: VNode): void {
  const before = drawn.get(element)?.vnode.props ?? {};
  // Children first: a select takes its value only when its options are there.
  patchChildren(element, vnode.children);
  for (const name of Object.keys(before)) if (!(name in vnode.props)) setProp(element, name, null);
  for (const [name, value] of Object.entries(vnode.props)) {
    if (before[name] !== value || LIVE.has(name)) setProp(element, name, value);
  }
  drawn.set(element, { vnode });
}

function setProp(element: Element, name: string, value: Props[string]): void {
  if (name === 'key') return;
  if (name.startsWith('on')) {
    (element as unknown as Record<string, unknown>)[name] = value ?? null;
    return;
  }
  if (LIVE.has(name)) {
    setLive(element as unknown as Record<string, unknown>, name, value ?? (name === 'value' ? '' : false));
    return;
  }
  if (value === null || value === undefined || value === false) element.removeAttribute(name);
  else element.setAttribute(name, value === true ? '' : String(value));
}

/** Compared with the element itself: people change these, and what was last described may be long past. */
function setLive(element: Record<string, unknown>, name: string, value: unknown): void {
  if (element[name] !== value) element[name] = value;
}

function keyOf(child: VNode | string): string | null {
  const key = typeof child === 'string' ? null : child.props['key'];
  return key === null || key === undefined ? null : String(key);
}

function patchChildren(parent: Element, children: readonly (VNode | string)[]): void {
  const keyed = new Map<string, Node>();
  for (const node of parent.childNodes) {
    const vnode = drawn.get(node)?.vnode;
    const key = vnode ? keyOf(vnode) : null;
    if (key !== null) keyed.set(key, node);
  }
  let at: Node | null = parent.firstChild;
  for (const child of children) at = place({ parent, at, child, keyed });
  while (at) {
    const next: Node | null = at.nextSibling;
    parent.removeChild(at);
    at = next;
  }
}

/** Puts one child at the position `at` and answers the position after it. */
function place(slot: {
  parent: Element;
  at: Node | null;
  child: VNode | string;
  keyed: Map<string, Node>;
}): Node | null {
  const { parent, at, child, keyed } = slot;
  const key = keyOf(child);
  const same = key === null ? at : (keyed.get(key) ?? null);
  if (same && fits(same, child)) {
    if (same !== at) parent.insertBefore(same, at);
    if (typeof child === 'string') setText(same as Text, child);
    else update(same as Element, child);
    return same.nextSibling;
  }
  parent.insertBefore(create(child), at);
  return at;
}

/** Writing the same words again would make a screen reader say them again. */
function setText(node: Text, text: string): void {
  if (node.data !== text) node.data = text;
}

function fits(node: Node, child: VNode | string): boolean {
  if (typeof child === 'string') return node.nodeType === Node.TEXT_NODE;
  const vnode = drawn.get(node)?.vnode;
  return vnode?.tag === child.tag && keyOf(vnode) === keyOf(child);
}
