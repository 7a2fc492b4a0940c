// A desk with three people at it, one case of its own, and one case of another desk.
import type { ConversationId } from '../../src/core/index.js';
import { createDeskWorld, type DeskWorld } from '../support/staff-desk.js';

export const SUMMARY_WORDS = 'Por favor no llamen a mi tía.';

export interface CasesWorld {
  readonly world: DeskWorld;
  readonly own: ConversationId;
  readonly foreign: ConversationId;
}

export async function worldWithCases(): Promise<CasesWorld> {
  const world = createDeskWorld();
  await world.addStaff('Ana', 'advocate', { languages: ['en', 'es'] });
  await world.addStaff('Ben', 'advocate');
  await world.addStaff('Sue', 'supervisor');
  await world.addStaff('Ada', 'admin');
  await world.addStaff('Far', 'supervisor', { deskId: 'other' });
  const known = <Value>(value: Value) => ({ state: 'known' as const, value });
  const told = {
    language: 'es',
    danger: 'me tienen encerrada',
    words: SUMMARY_WORDS,
    facts: { who: known('self' as const), state: known('TX'), needs: ['escape' as const] },
    strike: ['state'],
  };
  const own = world.personComes({ name: 'own', ...told });
  const foreign = world.personComes({ name: 'foreign', deskId: 'other', ...told });
  return { world, own, foreign };
}
