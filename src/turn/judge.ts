// Triage of a message inside its burst and its conversation: what it means, and what it changes.
import { type FactName, isAtLeast, type Level, type Reason } from '../core/index.js';
import { quoteOf } from '../handoff/index.js';
import { type Assessment, applyAssessment } from '../triage/index.js';
import type { UnderstandOptions, Understood } from '../understanding/index.js';
import { joinedBurst } from './arrive.js';
import { stepCase } from './case-step.js';
import { type Draft, set } from './draft.js';
import { followLanguage } from './follow-language.js';
import type { Input } from './input.js';

export interface Judgement {
  readonly understood: Understood;
  readonly assessment: Assessment;
  /** The level of this message with what was written just before it. */
  readonly level: Level;
  /** New danger in this very message: the right lines must be in this reply. */
  readonly alarming: boolean;
}

/** Reads the message, follows its language, and brings level, reasons, facts and case up to date. */
export function judge(draft: Draft, input: Input): Judgement {
  const { triage, understand } = draft.world;
  const { lastQuestion } = draft.conversation;
  const burst = joinedBurst(draft);
  const asked = lastQuestion === 'age' || lastQuestion === 'state' ? { asked: lastQuestion } : {};
  const understood = understand(input.text, { prior: priorOf(draft), ...asked } as UnderstandOptions);
  const joined = burst.newFrom > 0 ? understand(burst.text, asked as UnderstandOptions) : understood;
  followLanguage(draft, understood.language);
  const assessment = triage.assess(joined, {
    lastQuestion: QUESTION_NAMES[lastQuestion ?? ''] ?? lastQuestion,
    reasons: draft.conversation.reasons,
  });
  const change = applyAssessment(draft.conversation, assessment);
  set(draft, { level: change.level, reasons: change.reasons, facts: change.facts, lastQuestion: null });
  const fresh = assessment.reasons.filter((reason) => reason.end > burst.newFrom || burst.newFrom === 0);
  tellCase(draft, assessment, { rose: change.rose, fresh, text: input.text });
  return { understood, assessment, level: assessment.level, alarming: isAlarming(assessment.level, fresh) };
}

/** What triage calls the questions that the dialogs name by their fact. */
const QUESTION_NAMES: Readonly<Record<string, string>> = {
  immediateDanger: 'safe-now',
  safeToContact: 'safe-contact',
  ageBand: 'age',
};

/** The language so far, as log-odds for the next message. */
function priorOf(draft: Draft): Record<string, number> {
  const { tag, how } = draft.conversation.language;
  return { [tag]: how === 'default' || how === 'hint' ? 0.5 : 1.5 };
}

function isAlarming(level: Level, fresh: readonly Reason[]): boolean {
  return isAtLeast(level, 'urgent') && fresh.some((reason) => isAtLeast(reason.level, 'urgent'));
}

/** An open case hears of new danger and of corrections; its level never falls by itself. */
function tellCase(
  draft: Draft,
  assessment: Assessment,
  news: { rose: boolean; fresh: readonly Reason[]; text: string },
): void {
  if (!draft.conversation.case) return;
  const urgent = news.fresh.filter((reason) => isAtLeast(reason.level, 'urgent'));
  if (news.rose || urgent.length > 0)
    stepCase(draft, { kind: 'rise', level: assessment.level, reasons: urgent });
  if (assessment.correction)
    stepCase(draft, {
      kind: 'correction',
      text: quoteOf(news.text.slice(assessment.correction.start)) ?? '',
    });
}

/** Marks a fact as asked, so that the summary says "asked" and a bare answer is understood. */
export function asked(draft: Draft, fact: FactName): void {
  const { facts } = draft.conversation;
  if (facts[fact].state === 'not-asked') set(draft, { facts: { ...facts, [fact]: { state: 'asked' } } });
}
