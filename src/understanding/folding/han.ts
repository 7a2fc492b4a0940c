// Traditional Han characters and their Simplified forms, one to one, from OpenCC's tables. Phrases are not converted.
import { Converter } from 'opencc-js/t2cn';

const FIRST = 0x3400;
const LAST = 0x9fff;
let simplified: Uint16Array | null = null;
let onlySimplified: Uint8Array | null = null;

function build(): Uint16Array {
  const units = Array.from({ length: LAST - FIRST + 1 }, (_, index) => String.fromCharCode(FIRST + index));
  // One call for all: a line break never stands in OpenCC's phrases, so each character is converted alone.
  const converted = Converter({ from: 't', to: 'cn' })(units.join('\n')).split('\n');
  return Uint16Array.from(units, (unit, index) => {
    const to = converted[index] ?? unit;
    return (to.length === 1 ? to : unit).charCodeAt(0);
  });
}

/** The Simplified form of a Han unit; other units come back as they are. The first call takes some 40 ms. */
export function toSimplified(unit: number): number {
  if (unit < FIRST || unit > LAST) return unit;
  simplified ??= build();
  return simplified[unit - FIRST] as number;
}

/** Simplified forms that Traditional writing uses too, so that they tell nothing. */
const SHARED = new Set(
  '后里面了干只台云才表松克准几系冲谷丑斗向回困家志征折拐据朱术板极症累舍苏表踪采里钟雇余丰别升卷',
);

/** Whether the unit stands only in Traditional writing. */
export function isOnlyTraditional(unit: number): boolean {
  return toSimplified(unit) !== unit;
}

/** Whether the unit stands only in Simplified writing (a form that some Traditional character was reduced to). */
export function isOnlySimplified(unit: number): boolean {
  if (unit < FIRST || unit > LAST) return false;
  onlySimplified ??= markSimplified();
  return onlySimplified[unit - FIRST] === 1;
}

function markSimplified(): Uint8Array {
  const marks = new Uint8Array(LAST - FIRST + 1);
  for (let unit = FIRST; unit <= LAST; unit++) {
    const to = toSimplified(unit);
    if (to !== unit && !SHARED.has(String.fromCharCode(to))) marks[to - FIRST] = 1;
  }
  return marks;
}
