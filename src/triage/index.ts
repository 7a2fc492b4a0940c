// Triage: how urgent a message and a conversation are, and why. Pure.

export type { Assessment, Triage, TriageContext } from './assess.js';
export { createTriage } from './assess.js';
export type { Applied, Standing } from './conversation-level.js';
export { applyAssessment, carriesContacts } from './conversation-level.js';
export type { Correction, CorrectionKind } from './correction.js';
export type { ToldFacts } from './facts.js';
export { bandOf, QUESTIONS } from './facts.js';
export type { Fired, RuleBook } from './rules.js';
export { compileRules, fireSignals } from './rules.js';
export type { TriageInput } from './triage-input.js';
export { THRESHOLDS } from './voices.js';
