// Triage of a message inside its burst and its conversation: what it means, and what it changes.
import { type FactName, highestLevel, isAtLeast, type Level, type Reason } from '../core/index.js';
import { quoteOf } from '../handoff/index.js';
import { type Assessment, applyAssessment } from '../triage/index.js';
import type { UnderstandOptions, Understood } from '../understanding/index.js';
import { joinedBurst } from './arrive.js';
import { stepCase } from './case-step.js';
import { type Draft, set, tagOf } from './draft.js';
import { followLanguage } from './follow-language.js';
import type { Input } from './input.js';

export interface Judgement {
  /** The message alone: what is answered. */
  readonly understood: Understood;
  readonly assessment: Assessment;
  /** Of this message; where it is danger only together with the messages just before it, of the burst. */
  readonly level: Level;
  /** What in this message gives the level. */
  readonly fresh: readonly Reason[];
  /** New danger in this very message: the right lines must be in this reply. */
  readonly alarming: boolean;
}

/** Reads the message, follows its language, and brings level, reasons, facts and case up to date. */
export function judge(draft: Draft, input: Input): Judgement {
  const { understood, alone, burst, newFrom } = assessBoth(draft, input);
  followLanguage(draft, understood.language);
  // Earlier messages of the burst had their turn: of the joined text only what reaches into this one is new.
  const split = burst.reasons.filter(
    ({ end, id }) => end > newFrom && !alone.reasons.some((known) => known.id === id),
  );
  const fresh = [...alone.reasons, ...split];
  const level = highestLevel([alone.level, ...split.map((reason) => reason.level)]);
  const told: Assessment = {
    ...alone,
    level,
    reasons: fresh,
    facts: { ...burst.facts, ...alone.facts },
    correction: burst.correction,
  };
  const change = applyAssessment(draft.conversation, told);
  set(draft, { level: change.level, reasons: change.reasons, facts: change.facts, lastQuestion: null });
  tellCase(draft, told, { rose: change.rose, fresh, text: joinedBurst(draft).text });
  const alarming = fresh.some((reason) => isAtLeast(reason.level, 'urgent'));
  return { understood, assessment: alone, level, fresh, alarming };
}

/** The message by itself, and joined with what was written in the 90 s before it: people cut sentences into messages. */
function assessBoth(draft: Draft, input: Input) {
  const { triage, understand } = draft.world;
  const { lastQuestion, reasons } = draft.conversation;
  const asked = lastQuestion === 'age' || lastQuestion === 'state' ? { asked: lastQuestion } : {};
  const context = { lastQuestion: questionFor(draft), reasons };
  const isBare = isBareWord(draft, input);
  const weigh = (understood: Understood) => {
    const assessment = triage.assess(understood, context);
    return isBare ? withoutLikeness(assessment, isLoneStop(draft, input)) : assessment;
  };
  const understood = understand(input.text, { prior: priorOf(draft), ...asked } as UnderstandOptions);
  const alone = weigh(understood);
  const { text, newFrom } = joinedBurst(draft);
  const burst =
    newFrom > 0 && input.text !== '' ? weigh(understand(text, asked as UnderstandOptions)) : alone;
  return { understood, alone, burst, newFrom };
}

const BARE: ReadonlySet<string> = new Set([
  'yes',
  'no',
  'skip',
  'back',
  'more',
  'sources',
  'opt-out',
  'opt-out-unclear',
]);

function isBareWord(draft: Draft, input: Input): boolean {
  if (!/\p{L}/u.test(input.text)) return true;
  const reserved = draft.world.readReserved(input.text, tagOf(draft));
  return reserved !== null && reserved.how === 'word' && BARE.has(reserved.kind);
}

/** "Please stop" and no more: at us or at somebody there, it is asked. With more words it is triaged like anything. */
function isLoneStop(draft: Draft, { text }: Input): boolean {
  const kind = draft.world.readReserved(text, tagOf(draft))?.kind;
  return (kind === 'opt-out' || kind === 'opt-out-unclear') && text.trim().split(/\s+/).length <= 2;
}

/** A bare yes, no, stop, number or emoji says nothing by itself: only a rule that heard danger in it counts, never a likeness. */
function withoutLikeness(assessment: Assessment, isStop: boolean): Assessment {
  const reasons = isStop ? [] : assessment.reasons.filter(({ source }) => source === 'signal');
  return { ...assessment, reasons, level: highestLevel(reasons.map(({ level }) => level)) };
}

/** A yes or no to these is the dialog's own to read: it knows whether it asked for safety or for danger. */
const READ_BY_DIALOG = new Set(['immediateDanger', 'safeToContact']);

function questionFor(draft: Draft): string | null {
  const { lastQuestion } = draft.conversation;
  return lastQuestion !== null && READ_BY_DIALOG.has(lastQuestion) ? null : lastQuestion;
}

/** The language so far, as log-odds for the next message. */
function priorOf(draft: Draft): Record<string, number> {
  const { tag, how } = draft.conversation.language;
  return { [tag]: how === 'default' || how === 'hint' ? 0.5 : 1.5 };
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
