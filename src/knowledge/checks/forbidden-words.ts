// No text labels a person or promises what nobody can promise. The phrases: forbidden-phrases.ts.
import { type Check, problemAt } from '../draft.js';
import { FORBIDDEN } from './forbidden-phrases.js';
import { everythingSaid } from './words-of.js';

/** What in a text must not be said in that language, with the reason. Languages without a list give nothing. */
export function forbiddenIn(text: string, tag: string): string[] {
  const bare = withoutAccents(text);
  return (FORBIDDEN[tag] ?? []).flatMap(([pattern, fault]) => {
    const found = pattern.exec(bare);
    return found ? [`"${found[0]}" ${fault}`] : [];
  });
}

/** Looks at title, short form and paragraphs of every language. */
export const forbiddenWords: Check = {
  id: 'forbidden-words',
  find: (draft) =>
    everythingSaid(draft).flatMap(({ draft: file, path, tag, text }) =>
      forbiddenIn(text, tag).map((fault) => problemAt(file, path, fault)),
    ),
};

/** Latin letters lose their accents; other scripts keep theirs, since there they are letters. */
function withoutAccents(text: string): string {
  const bare = text.normalize('NFD').replace(/(\p{Script=Latin})\p{M}+/gu, '$1');
  return bare.normalize('NFC').replace(/đ/g, 'd').replace(/Đ/g, 'D');
}
