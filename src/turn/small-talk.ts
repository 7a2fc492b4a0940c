// Messages without a need: a short, kind line and the way back.
import type { Understood } from '../understanding/index.js';
import { type Draft, say } from './draft.js';
import { choice, paragraphs } from './words.js';

/** Concept that occurs → line; the first that occurs is taken. */
const LINES: readonly (readonly [concept: string, line: string])[] = [
  ['correction', 'smalltalk.wrong-chat'],
  ['school-task', 'smalltalk.school'],
  ['thanks', 'smalltalk.thanks'],
  ['farewell', 'smalltalk.bye'],
  ['joke', 'smalltalk.joke'],
  ['greeting', 'smalltalk.hello'],
];

export function saySmallTalk(draft: Draft, understood: Understood): void {
  const heard = new Set(understood.concepts.map(({ concept }) => concept));
  const line =
    emptyLine(understood) ?? LINES.find(([concept]) => heard.has(concept))?.[1] ?? 'smalltalk.off-topic';
  say(draft, {
    kind: 'dialog',
    paragraphs: [...paragraphs(draft, line), ...paragraphs(draft, 'menu.free')],
    choices: [choice(draft, 'menu'), choice(draft, 'talk-to-person')],
  });
}

/** Nothing but emoji, or nothing at all. */
function emptyLine(understood: Understood): string | null {
  if (/\p{L}|\p{N}/u.test(understood.folded.text)) return null;
  return /\p{Extended_Pictographic}/u.test(understood.folded.original) ? 'notice.emoji' : 'notice.empty';
}
