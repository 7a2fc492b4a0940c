// What triage reads of a message (or of a burst joined).
import type { Understood } from '../understanding/index.js';

/** The part of an understood message that triage uses. */
export type TriageInput = Pick<Understood, 'tokens' | 'message' | 'frames' | 'level' | 'extracted'>;
