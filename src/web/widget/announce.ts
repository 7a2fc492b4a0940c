// What a screen reader is told: one polite voice whose text is taken away again, and an urgent one used once a danger.
import { byId } from './dom.js';

const STAYS_MS = 2000;

/** Says a text to assistive technology, once. */
export function announce(text: string, how: 'polite' | 'urgent' = 'polite'): void {
  const voice = byId(how);
  const line = document.createElement('div');
  line.textContent = text;
  voice.append(line);
  // Left standing it would be read again by anyone who walks the page, or by whoever looks over a shoulder.
  setTimeout(() => line.remove(), STAYS_MS);
}
