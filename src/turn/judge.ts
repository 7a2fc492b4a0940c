// Triage of a message inside its burst and its conversation: what it means, and what it changes.
import { type FactName, highestLevel, isAtLeast, type Level, type Reason } from '../core/index.js';
import { quoteOf } from '../handoff/index.js';
import { type Assessment, applyAssessment } from '../triage/index.js';
import type { UnderstandOptions, Understood } from '../understanding/index.js';
import { joinedBurst } from './arrive.js';
import { isBareAnswer } from './bare-answer.js';
import { stepCase } from './case-step.js';
import { type Draft, set, tagOf } from './draft.js';
import { followLanguage } from './follow-language.js';
import type { Input } from './input.js';
import { sparingOwnStory } from './spared-by-fiction.js';

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
  const { understood, alone, burst, newFrom, isBare } = assessBoth(draft, input);
  if (!isBare || !isSettled(draft)) followLanguage(draft, understood.language);
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
    facts: toldFacts(draft, { alone, burst, split }),
    correction: sparingOwnStory(draft, correctionOf(alone, burst, newFrom)),
  };
  const change = applyAssessment(draft.conversation, told);
  set(draft, { level: change.level, reasons: change.reasons, facts: change.facts, lastQuestion: null });
  tellCase(draft, told, { rose: change.rose, fresh, text: joinedBurst(draft).text });
  const alarming = fresh.some((reason) => isAtLeast(reason.level, 'urgent'));
  return { understood, assessment: alone, level, fresh, alarming };
}

/** What this message corrects. A correction of an earlier message had its turn: it must not touch what came after it. */
function correctionOf(alone: Assessment, burst: Assessment, newFrom: number): Assessment['correction'] {
  if (alone.correction) return alone.correction;
  return burst.correction && burst.correction.start > newFrom ? burst.correction : null;
}

/** Facts of this message, and those that only the burst tells: what was known since is not told again by older words. */
function toldFacts(
  draft: Draft,
  { alone, burst, split }: { alone: Assessment; burst: Assessment; split: readonly Reason[] },
): Assessment['facts'] {
  const known = draft.conversation.facts;
  const { needs, isSureWho: _, ...facts } = burst.facts;
  const fresh = Object.entries(facts).filter(([name]) => known[name as FactName].state !== 'known');
  const danger = split.some(({ level }) => level === 'emergency') ? { immediateDanger: true } : {};
  return {
    ...Object.fromEntries(fresh),
    ...danger,
    ...alone.facts,
    needs: burst.correction ? alone.facts.needs : needs,
  };
}

/** Whether the conversation's language is known: a bare answer then says nothing about it ("ok", "no", "Houston"). */
function isSettled(draft: Draft): boolean {
  return ['chosen', 'detected'].includes(draft.conversation.language.how);
}

const AGES: readonly (string | null)[] = ['age', 'minor', 'adult'];

/** What a number or a lone name answers. */
function askedOf(question: string | null): Pick<UnderstandOptions, 'asked'> {
  if (AGES.includes(question)) return { asked: 'age' };
  return question === 'state' ? { asked: 'state' } : {};
}

/** The message by itself, and joined with what was written in the 90 s before it: people cut sentences into messages. */
function assessBoth(draft: Draft, input: Input) {
  const { triage, understand } = draft.world;
  const { lastQuestion, reasons } = draft.conversation;
  const asked = askedOf(lastQuestion);
  const context = { lastQuestion: questionFor(draft), reasons };
  const understood = understand(input.text, { prior: priorOf(draft), ...asked } as UnderstandOptions);
  const isBare = isBareWord(draft, input) || isBareAnswer(lastQuestion, understood);
  const weigh = (one: Understood, heard = context) => {
    const assessment = triage.assess(one, heard);
    if (!isBare) return assessment;
    return withoutLikeness(assessment, { isStop: isLoneStop(draft, input), lastQuestion });
  };
  const alone = weigh(understood);
  const { text, newFrom } = joinedBurst(draft);
  // What was asked is answered by this message, never by the words before it.
  const joined = { ...context, lastQuestion: null };
  const burst = newFrom > 0 && input.text !== '' ? weigh(understand(text, {}), joined) : alone;
  return { understood, alone, burst, newFrom, isBare };
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
function withoutLikeness(
  assessment: Assessment,
  { isStop, lastQuestion }: { isStop: boolean; lastQuestion: string | null },
): Assessment {
  const reasons = isStop ? [] : assessment.reasons.filter(({ source }) => source === 'signal');
  const level = highestLevel(reasons.map(({ level }) => level));
  const facts = isAtLeast(level, 'elevated')
    ? assessment.facts
    : answeredFacts(assessment.facts, lastQuestion);
  return { ...assessment, reasons, level, facts };
}

const ASKS_WHO: readonly (string | null)[] = ['who', 'about-you'];
const ASKS_DANGER: readonly (string | null)[] = ['safe-now', 'danger-now'];

/** Whom and what a danger concerns was read from it: without the danger only what was asked is told. */
function answeredFacts(
  { who, isSureWho, immediateDanger, ...facts }: Assessment['facts'],
  question: string | null,
): Assessment['facts'] {
  return {
    ...facts,
    needs: [],
    ...(who && isSureWho && ASKS_WHO.includes(question) ? { who, isSureWho } : {}),
    ...(immediateDanger !== undefined && ASKS_DANGER.includes(question) ? { immediateDanger } : {}),
  };
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
      text: quoteOf(news.text.slice(assessment.correction.saidAt)) ?? '',
    });
}

/** Marks a fact as asked, so that the summary says "asked" and a bare answer is understood. */
export function asked(draft: Draft, fact: FactName): void {
  const { facts } = draft.conversation;
  if (facts[fact].state === 'not-asked') set(draft, { facts: { ...facts, [fact]: { state: 'asked' } } });
}
