// The way back: what people come for, as choices, and that they may just write.
import { type Draft, say } from './draft.js';
import { choice, paragraphs, text } from './words.js';

/** Dialogs that the menu leads to, by id; labels are `bot:menu.<id>`. */
const DIALOGS = ['safety-check', 'after-rescue', 'find-child', 'legal-help', 'report-concern'] as const;

export function sayMenu(draft: Draft): void {
  const choices = DIALOGS.filter((id) => draft.world.dialogs.has(id)).map((id) => ({
    id,
    label: text(draft, `menu.${id}`),
  }));
  say(draft, {
    kind: 'dialog',
    paragraphs: [...paragraphs(draft, 'menu.prompt'), ...paragraphs(draft, 'menu.free')],
    choices: [...choices, choice(draft, 'person')],
  });
}
