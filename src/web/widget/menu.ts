// The menu: language, a person, larger text, erase, what is kept. Built by script; without script the page does not need it.
import { button, byId, make } from './dom.js';
import type { Start } from './start.js';
import { language, say } from './words.js';

export interface MenuParts {
  readonly languages: Start['languages'];
  chooseLanguage(tag: string): void;
  person(): void;
  erase(): void;
}

/** Builds the menu in the present language; call it again when the language changes. */
export function showMenu(parts: MenuParts): void {
  const name = parts.languages.find(({ tag }) => tag === language())?.name ?? '';
  const label = make('span', {}, `${name} · ${say('menu.label')}`);
  const details = make('details', {}, make('summary', {}, label));
  const act = (key: string, press: () => void) =>
    button(say(key), 'plain', () => {
      details.open = false;
      press();
    });
  details.append(
    make(
      'div',
      { class: 'sheet' },
      languageChoice(parts),
      act('menu.person', parts.person),
      act('menu.text-size', () => document.documentElement.classList.toggle('large')),
      eraseButton(details, parts),
      make(
        'p',
        { class: 'quiet' },
        ['kept', 'person', 'device'].map((key) => say(`privacy.${key}`)).join(' '),
      ),
    ),
  );
  details.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') details.open = false;
  });
  const menu = byId('menu');
  menu.replaceChildren(details);
  menu.hidden = false;
}

function languageChoice({ languages, chooseLanguage }: MenuParts): HTMLElement {
  const select = make('select', { 'aria-label': say('language.label') });
  for (const { tag, name, dir } of languages)
    select.append(make('option', { value: tag, lang: tag, dir, selected: tag === language() }, name));
  select.addEventListener('change', () => chooseLanguage(select.value));
  return select;
}

/** Asks once more, in place: an erase cannot be taken back. */
function eraseButton(details: HTMLDetailsElement, parts: MenuParts): HTMLElement {
  const place = make('div');
  const ask = button(say('menu.erase'), 'plain', () => {
    const yes = button(say('erase.yes'), 'plain strong', () => {
      details.open = false;
      parts.erase();
    });
    const no = button(say('erase.no'), 'plain', () => place.replaceChildren(ask));
    place.replaceChildren(make('p', {}, say('erase.ask')), make('div', { class: 'choices' }, yes, no));
    no.focus();
  });
  place.append(ask);
  return place;
}
