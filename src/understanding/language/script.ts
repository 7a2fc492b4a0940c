// Which script a text is mostly written in; the first and surest step of identification.
import { isOnlySimplified, isOnlyTraditional } from '../folding/han.js';

export const SCRIPTS = [
  'none',
  'latin',
  'cyrillic',
  'arabic',
  'devanagari',
  'ethiopic',
  'han',
  'kana',
  'hangul',
  'unknown',
] as const;
export type Script = (typeof SCRIPTS)[number];

/** A unit of these says as much as several letters. */
const WEIGHT: Readonly<Record<Script, number>> = {
  none: 0,
  latin: 1,
  cyrillic: 1,
  arabic: 1.2,
  devanagari: 1,
  ethiopic: 2,
  han: 3,
  kana: 2,
  hangul: 2.5,
  unknown: 1,
};

const RANGES: readonly (readonly [number, number, Script])[] = [
  [0x41, 0x5a, 'latin'],
  [0x61, 0x7a, 'latin'],
  [0xaa, 0xaa, 'latin'],
  [0xba, 0xba, 'latin'],
  [0xc0, 0x24f, 'latin'],
  [0x250, 0x2af, 'latin'],
  [0x370, 0x3ff, 'unknown'],
  [0x400, 0x52f, 'cyrillic'],
  [0x530, 0x5ff, 'unknown'],
  [0x600, 0x6ff, 'arabic'],
  [0x700, 0x74f, 'unknown'],
  [0x750, 0x77f, 'arabic'],
  [0x780, 0x8ff, 'unknown'],
  [0x900, 0x97f, 'devanagari'],
  [0x980, 0x10ff, 'unknown'],
  [0x1100, 0x11ff, 'hangul'],
  [0x1200, 0x139f, 'ethiopic'],
  [0x13a0, 0x1cff, 'unknown'],
  [0x1e00, 0x1eff, 'latin'],
  [0x2d80, 0x2ddf, 'ethiopic'],
  [0x3040, 0x30ff, 'kana'],
  [0x3130, 0x318f, 'hangul'],
  [0x3400, 0x9fff, 'han'],
  [0xac00, 0xd7a3, 'hangul'],
  [0xf900, 0xfaff, 'han'],
  [0xfb50, 0xfdff, 'arabic'],
  [0xfe70, 0xfefc, 'arabic'],
  [0xff21, 0xff5a, 'latin'],
  [0xff66, 0xff9d, 'kana'],
];

const table = new Uint8Array(0x10000);
for (const [from, to, script] of RANGES) table.fill(SCRIPTS.indexOf(script), from, to + 1);

/** The script of one UTF-16 unit; `none` for digits, signs, emoji. */
export function scriptOf(unit: number): Script {
  return SCRIPTS[table[unit] as number] as Script;
}

/** The script with the most weight in a text; `none` when it has no letters. Kana beside Han is Japanese: `kana`. */
export function mainScript(text: string): Script {
  const counts = new Float64Array(SCRIPTS.length);
  for (let i = 0; i < text.length; i++) {
    const script = table[text.charCodeAt(i)] as number;
    counts[script] = (counts[script] as number) + 1;
  }
  const weigh = (script: Script) => (counts[SCRIPTS.indexOf(script)] as number) * WEIGHT[script];
  const top = SCRIPTS.reduce<Script>((best, script) => (weigh(script) > weigh(best) ? script : best), 'none');
  const kana = weigh('kana');
  if (top === 'han' && kana * 5 > weigh('han')) return 'kana';
  return top;
}

/** Written Cantonese: the words of everyday messages that standard Chinese does not use. */
const CANTONESE = /[嘅咗佢哋唔冇啲嚟喺咁嘢乜攞瞓]/;

/** `zh-Hant` when the text holds more characters of Traditional than of Simplified writing, else `zh-Hans`. */
export function chineseTag(text: string): 'zh-Hans' | 'zh-Hant' {
  let traditional = 0;
  let simplified = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (isOnlyTraditional(unit)) traditional++;
    else if (isOnlySimplified(unit)) simplified++;
  }
  if (CANTONESE.test(text) && simplified === 0) return 'zh-Hant';
  return traditional > 0 && traditional >= simplified ? 'zh-Hant' : 'zh-Hans';
}
