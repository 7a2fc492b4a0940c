// Making and finding elements. Text is only ever set as text: there is no HTML in this room.

type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/** A new element. `true` sets an empty attribute; false and undefined leave it out. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const name in attributes) {
    const value = attributes[name];
    if (value !== false && value !== undefined) made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...children);
  return made;
}

/** A button that does not submit. */
export function button(label: string, className: string, press: () => void): HTMLButtonElement {
  const made = make('button', { type: 'button', class: className }, label);
  made.addEventListener('click', press);
  return made;
}

/** The element of the page with this id; the page is ours, so it is there. */
export function byId<Kind extends HTMLElement = HTMLElement>(id: string): Kind {
  const found = document.getElementById(id);
  if (!found) throw new Error(`#${id}`);
  return found as Kind;
}
