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

const POLITE: ReadonlySet<string> = new Set(['greeting', 'thanks', 'farewell', 'laughter']);

/** Whether every word is a greeting, thanks, a farewell or a laugh: then no topic is meant, however like one it looks. */
export function isOnlySmallTalk({ tokens, concepts }: Pick<Understood, 'tokens' | 'concepts'>): boolean {
  const polite = new Set<number>();
  for (const { concept, tokenStart, tokenEnd } of concepts) {
    if (!POLITE.has(concept)) continue;
    for (let at = tokenStart; at < tokenEnd; at++) polite.add(at);
  }
  return tokens.count > 0 && polite.size === tokens.count;
}

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
