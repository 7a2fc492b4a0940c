// The turn: a pure decision over one conversation.
export { takeTurn, troubleTurn } from './take-turn.js';
export type { Turn } from './turn.js';
export { MARKS } from './turn.js';
export type { DeskNow, TenantNow, World } from './world.js';
