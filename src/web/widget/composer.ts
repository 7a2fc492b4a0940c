// The line to write in: grows with the text, sends on Enter, keeps the focus.
import { byId } from './dom.js';

const MOST_UNITS = 8192;

/** Wires the form. `send` gets the text, without blanks around it and never empty. */
export function watchComposer(send: (text: string) => void): void {
  const form = byId<HTMLFormElement>('form');
  const input = byId<HTMLTextAreaElement>('input');
  input.maxLength = MOST_UNITS;
  form.hidden = false;
  input.addEventListener('input', () => fit(input));
  input.addEventListener('keydown', (event) => {
    // While an input method is composing, Enter chooses a word.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = input.value.trim();
    input.value = '';
    fit(input);
    input.focus();
    if (text) send(text);
  });
}

function fit(input: HTMLTextAreaElement): void {
  input.style.blockSize = 'auto';
  input.style.blockSize = `${input.scrollHeight + 4}px`;
}
