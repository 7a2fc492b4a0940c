// The reply to danger: the right lines at once, by kind of reason, then a person is offered. Nothing may come before it.
import {
  type Choice,
  type Facts,
  isAtLeast,
  knownValue,
  type Level,
  type Paragraph,
  type Reason,
} from '../core/index.js';
import { type Beside, NOTHING_BESIDE, sureAnswer } from './answer.js';
import { offerCase } from './case-step.js';
import { type Draft, say, set, tagOf } from './draft.js';
import type { Judgement } from './judge.js';
import { choice, isChild, keyOf, paragraphs } from './words.js';

/** Kinds in the order their lines are said when several apply. */
const ORDER = ['self-harm', 'missing-child', 'images', 'danger'] as const;

/** What a dangerous message comes to. */
type Danger = Pick<Judgement, 'level' | 'fresh' | 'understood'>;

/** Says the contact set of every kind of reason at its level; offers a person when the desk has one. */
export function sayDanger(draft: Draft, danger: Danger): void {
  const { level, fresh: reasons } = danger;
  if (draft.conversation.dialog?.id === 'connect') return sayLinesOnly(draft, level, reasons);
  set(draft, { dialog: null });
  offerCase(draft);
  const lines = [...contactLines(draft, level, reasons), ...offerLines(draft)];
  if (draft.conversation.channel === 'sms') sayOnSms(draft, lines);
  else sayOnWeb(draft, lines, besideDanger(draft, danger));
  set(draft, { safetyLineAt: draft.world.now, welcomed: true });
}

/** On the way to a person nothing is offered again: the lines, then the way goes on. */
function sayLinesOnly(draft: Draft, level: Level, reasons: readonly Reason[]): void {
  say(draft, { kind: 'safety', paragraphs: contactLines(draft, level, reasons) });
  set(draft, { safetyLineAt: draft.world.now });
}

/** The contact sets of the kinds of danger among the reasons, in the words for who is in danger. */
export function contactLines(draft: Draft, level: Level, reasons: readonly Reason[]): Paragraph[] {
  const kinds = ORDER.filter((kind) =>
    reasons.some((reason) => reason.kind === kind && isAtLeast(reason.level, 'urgent')),
  );
  const told = kinds.length > 0 ? kinds : (['danger'] as const);
  return told.flatMap((kind) => {
    const own = reasons.filter((reason) => reason.kind === kind).map((reason) => reason.level);
    return paragraphs(
      draft,
      variant(draft, `${kind}.${own.includes('emergency') || kinds.length === 0 ? level : 'urgent'}`),
    );
  });
}

/**
 * The wording for a minor, or for somebody who writes about another person, where there is one. A text message keeps
 * to its own short lines: the long wording of the web would cost a phone five messages.
 */
function variant(draft: Draft, name: string): string {
  const ending = endingFor(draft.conversation.facts);
  if (!ending) return name;
  const [plain, special] = [keyOf(draft, name), keyOf(draft, `${name}.${ending}`)];
  const isAlike = fileOf(plain) === fileOf(special);
  return isAlike && draft.world.speaker.has(tagOf(draft), special) ? `${name}.${ending}` : name;
}

function fileOf(key: string): string {
  return key.slice(0, key.indexOf(':'));
}

function endingFor(facts: Facts): 'minor' | 'other' | null {
  const who = knownValue(facts.who);
  if (who !== null && who !== 'self') return 'other';
  return isChild(facts) ? 'minor' : null;
}

/** Presence is said before anything is offered. */
function offerLines(draft: Draft): Paragraph[] {
  return paragraphs(draft, draft.world.desk.state === 'staffed' ? 'offer.person' : 'offer.nobody');
}

function offerChoices(draft: Draft): Choice[] {
  const ids = draft.world.desk.state === 'staffed' ? ['person', 'hide', 'write'] : ['hide', 'write'];
  return ids.map((id) => choice(draft, id));
}

/**
 * Below the lines and the offer the question that came with the danger is answered. Where a rule has heard that life is at
 * stake there is nothing to read; the likeness to other messages alone is too often wrong to keep an answer back.
 */
function besideDanger(draft: Draft, { understood }: Danger): Beside | null {
  const { reasons, facts } = draft.conversation;
  const atStake = reasons.some(({ source, level }) => source === 'signal' && level === 'emergency');
  const beside = atStake ? null : sureAnswer(draft, understood);
  return beside && isForAnother(facts) ? { ...beside, ...NOTHING_BESIDE } : beside;
}

/** Topics speak to whom it happened ("it is not your fault"): whoever worries about another person opens one knowingly. */
function isForAnother({ who }: Facts): boolean {
  return ['known', 'saw'].includes(knownValue(who) ?? '');
}

function sayOnWeb(draft: Draft, lines: readonly Paragraph[], beside: Beside | null): void {
  const choices = offerChoices(draft);
  if (!beside) return say(draft, { kind: 'safety', paragraphs: lines, choices });
  say(draft, {
    kind: 'safety',
    paragraphs: [...lines, ...beside.paragraphs],
    choices: [...choices, beside.choice],
    sources: beside.sources,
    ...(beside.asOf ? { asOf: beside.asOf } : {}),
  });
}

/** The SMS wording names its numbers itself ("Reply 1 …, 2 to stop"): they are remembered, not appended. */
function sayOnSms(draft: Draft, lines: readonly Paragraph[]): void {
  say(draft, { kind: 'safety', paragraphs: lines });
  const ids = draft.world.desk.state === 'staffed' ? ['person', 'stop-texts'] : ['stop-texts'];
  set(draft, { offered: ids.map((id) => ({ id, label: '' })) });
}
