// The talk on the page: the person's messages with what became of them, and what was said, in order.
import { announce } from './announce.js';
import { button, byId, make } from './dom.js';
import type { Fate } from './line.js';
import { type Press, saidMessage } from './said-message.js';
import type { Activity, Said } from './start.js';
import { say } from './words.js';

const shown = new Set<string>();
const own = new Map<string, HTMLElement>();

/** Shows what the person just wrote or pressed. Returns how to tell what became of it. */
export function showOwn(
  id: string,
  text: string,
  retry: () => void,
): (fate: Fate, serverId?: string) => void {
  const fate = make('span', { class: 'fate' });
  const message = make('article', { class: 'message mine', dir: 'auto' });
  message.append(make('span', { class: 'from unseen' }, say('from.you')), text, fate);
  own.set(id, message);
  add(message);
  closeChoices();
  return (now, serverId) => {
    if (serverId) shown.add(serverId);
    message.classList.toggle('failed', now === 'failed');
    fate.textContent =
      now === 'sending' ? say('state.sending') : now === 'failed' ? say('state.not-sent') : '';
    if (now === 'failed') fate.append(button(say('state.retry'), 'plain', retry));
    if (now === 'failed') announce(say('state.not-sent'));
  };
}

/** Shows what came over the line, each once; the person's own message is known by the id they gave it. */
export function showActivity(activity: Activity, press: Press): void {
  const said = activity.channelData?.porchlight;
  const mine = own.has(activity.channelData?.clientActivityID ?? '');
  if (shown.has(activity.id) || mine) return;
  shown.add(activity.id);
  if (said) showSaid(activity, said, press);
}

function showSaid(activity: Activity, said: Said, press: Press): void {
  const focused = said.preview ? document.activeElement?.id : undefined;
  // A summary that was changed replaces the one before it: two of them would be one too many to read.
  if (said.preview) document.querySelector('.items')?.closest('.message')?.remove();
  closeChoices();
  const message = saidMessage(activity, said, press);
  add(message);
  if (focused?.startsWith('s-')) document.getElementById(focused)?.focus();
  const words = said.paragraphs.map((runs) => runs.map(({ text }) => text).join('')).join('\n');
  announce([said.title, words].filter(Boolean).join('\n'), said.kind === 'safety' ? 'urgent' : 'polite');
}

/** Choices of earlier messages are over; only the newest are asked. */
function closeChoices(): void {
  for (const group of document.querySelectorAll<HTMLElement>('.choices:not([data-done])')) {
    if (group.contains(document.activeElement)) byId('input').focus();
    group.remove();
  }
}

export function hasTalk(): boolean {
  return byId('log').childElementCount > 0;
}

/** Takes every word off the page: the talk, what is being written, what the voices were about to say. */
export function clearTalk(): void {
  for (const id of ['log', 'polite', 'urgent']) byId(id).replaceChildren();
  byId<HTMLTextAreaElement>('input').value = '';
  shown.clear();
  own.clear();
}

function add(message: HTMLElement): void {
  const log = byId('log');
  log.append(message);
  const scroll = byId('scroll');
  // A long answer is read from its beginning, so its top is brought to view, not its end.
  const tall = message.offsetHeight > scroll.clientHeight * 0.8;
  scroll.scrollTop = tall ? message.offsetTop - scroll.offsetTop - 12 : scroll.scrollHeight;
}
