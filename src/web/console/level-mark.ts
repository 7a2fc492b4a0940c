// A level by word and shape; colour is only a third sign.
import { h, type VNode } from './view.js';
import type { Level } from './wire.js';
import { t } from './words.js';

/** Octagon, triangle, diamond, circle, dash: told apart at a glance and in grey. */
const SHAPES: Readonly<Record<Level, string>> = {
  emergency: 'M7 1h6l6 6v6l-6 6H7l-6-6V7z',
  urgent: 'M10 1.5 19.5 18.5H.5z',
  elevated: 'M10 1 19 10 10 19 1 10z',
  routine: 'M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16z',
  none: 'M3 8.5h14v3H3z',
};

export function levelMark(level: Level): VNode {
  const shape = h(
    'svg',
    { viewBox: '0 0 20 20', 'aria-hidden': 'true', class: 'shape' },
    h('path', { d: SHAPES[level] }),
  );
  return h('span', { class: `level level-${level}` }, shape, h('span', {}, t(`level.${level}`)));
}
