// The interface's words in the language of the moment, and putting them on the page when it changes.
import { byId } from './dom.js';
import { runsOf } from './runs.js';
import type { Words } from './start.js';

let words: Words;

/** A sentence of the interface; `{{name}}` filled in. Unknown keys say nothing. */
export function say(key: string, values: Readonly<Record<string, string | number>> = {}): string {
  return (words.strings[key] ?? '').replace(/\{\{(\w+)\}\}/g, (_, name: string) =>
    String(values[name] ?? ''),
  );
}

export function language(): string {
  return words.tag;
}

/** Takes these words from now on, without touching the page: the server has already put them there. */
export function useWords(next: Words): void {
  words = next;
}

/** Puts the present words on the page. */
export function showWords(): void {
  document.documentElement.lang = words.tag;
  document.documentElement.dir = words.dir;
  for (const marked of document.querySelectorAll<HTMLElement>('[data-t]'))
    marked.textContent = say(marked.dataset['t'] ?? '');
  byId('device').textContent = say('before.device');
  byId('notice').textContent = words.notice ?? '';
  byId('help').replaceChildren(...words.help.map(runsOf));
  byId('log').setAttribute('aria-label', say('log.label'));
  byId('exit').title = say('exit.keys');
  byId<HTMLTextAreaElement>('input').placeholder = say('input.placeholder');
}

/** Fetches the words of a language. False when they cannot be had; then nothing changes. */
export async function fetchWords(tag: string): Promise<boolean> {
  try {
    const answer = await fetch(`/widget/text/${encodeURIComponent(tag)}.json`);
    if (!answer.ok) return false;
    useWords((await answer.json()) as Words);
    return true;
  } catch {
    return false;
  }
}
