// The title of a further topic as the first words of its paragraph, so that one answer stays one page.
import type { Paragraph } from '../core/index.js';
import type { Arranged } from './arrange.js';

/** The full stop where it is not "."; by language. */
const STOPS: Readonly<Record<string, string>> = { 'zh-Hans': '。', 'zh-Hant': '。', hi: '।', am: '።' };

/** Empty for a paragraph that goes on with its topic. */
export function runIn({ opens }: Arranged, language: string): Paragraph {
  if (opens === undefined) return [];
  const ends = /[.?!。？！؟।።]$/u.test(opens);
  return [{ text: ends ? opens : `${opens}${STOPS[language] ?? '.'}`, strong: true }, { text: ' ' }];
}
