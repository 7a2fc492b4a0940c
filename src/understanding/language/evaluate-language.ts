// Measures language identification on any labelled texts.
import type { LanguageGuess } from './language-identifier.js';

export interface LanguageFigures {
  /** Mean over languages, 0 to 1. */
  readonly mean: number;
  readonly perLanguage: Readonly<Record<string, number>>;
  readonly microsecondsPerText: number;
}

/** `lang` as others write it: `zh` accepts both scripts, `pt` is `pt-BR`, a region or script of ours is kept. */
function isSame(found: string, wanted: string): boolean {
  if (found === wanted) return true;
  const [base] = wanted.split('-');
  if (base === 'zh') return found.startsWith('zh') && (wanted === 'zh' || isScriptOf(found, wanted));
  if (base === 'fil') return found === 'tl';
  return found.split('-')[0] === base;
}

function isScriptOf(found: string, wanted: string): boolean {
  const traditional = /Hant|TW|HK|MO/i.test(wanted);
  return found === (traditional ? 'zh-Hant' : 'zh-Hans');
}

/** Identifies every text and compares; a language without cases does not appear. */
export function evaluateLanguage(
  cases: readonly { readonly text: string; readonly lang: string }[],
  identify: (text: string) => LanguageGuess,
): LanguageFigures {
  const startedAt = performance.now();
  const found = cases.map((one) => identify(one.text).tag);
  const elapsedMs = performance.now() - startedAt;
  const byLanguage = new Map<string, { right: number; all: number }>();
  cases.forEach((one, i) => {
    const sum = byLanguage.get(one.lang) ?? { right: 0, all: 0 };
    byLanguage.set(one.lang, sum);
    sum.all++;
    if (isSame(found[i] ?? '', one.lang)) sum.right++;
  });
  const shares = [...byLanguage].map(([lang, { right, all }]): [string, number] => [lang, right / all]);
  return {
    mean: shares.reduce((sum, [, share]) => sum + share, 0) / Math.max(1, shares.length),
    perLanguage: Object.fromEntries(shares),
    microsecondsPerText: (elapsedMs * 1000) / Math.max(1, cases.length),
  };
}
