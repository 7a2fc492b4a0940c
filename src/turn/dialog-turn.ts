// Plays dialogs inside a turn: what the pure player wants said becomes one reply, what it wants done is done first.
import { knownValue, type Paragraph, type PreviewItem } from '../core/index.js';
import {
  advance,
  begin,
  type DialogChoice,
  type DialogInput,
  type DialogTurn,
  type Flag,
} from '../dialogs/index.js';
import { carryOut } from './dialog-acts.js';
import { type Draft, say, set, tagOf } from './draft.js';
import { FIRST_LINE, type Input } from './input.js';
import type { Judgement } from './judge.js';
import { readItems } from './summary-view.js';
import { paragraphs, sayLine, text } from './words.js';

/** Leaves whatever was going on and begins a dialog. */
export function startDialog(draft: Draft, id: string): void {
  set(draft, { welcomed: true });
  play(draft, begin(draft.world.dialogs, id, flagsOf(draft)));
}

/** Takes the message as an answer to the pending step. False when no dialog is going on. */
export function continueDialog(draft: Draft, input: Input, judgement: Judgement): boolean {
  const position = draft.conversation.dialog;
  if (!position) return false;
  play(draft, advance(draft.world.dialogs, position, toDialogInput(draft, input, judgement)), judgement);
  return true;
}

/** The first words to somebody who began with a question: who we are, in one line, before the answer. */
export function welcomeOnce(draft: Draft): void {
  if (draft.conversation.welcomed) return;
  set(draft, { welcomed: true });
  if (draft.conversation.channel === 'sms') return sayLine(draft, 'sms:welcome', { kind: 'notice' });
  const lines = draft.world.desk.operatesNationalHotline
    ? ['welcome.short']
    : ['welcome.short', 'welcome.not-hotline'];
  say(draft, { kind: 'notice', paragraphs: lines.flatMap((line) => paragraphs(draft, line)) });
}

function toDialogInput(draft: Draft, input: Input, judgement: Judgement): DialogInput {
  const { extracted } = judgement.understood;
  return {
    text: input.text,
    action: input.action,
    reserved: draft.world.readReserved(input.text, tagOf(draft))?.kind ?? null,
    heard: {
      age: extracted.age?.value ?? null,
      state: extracted.state?.value ?? null,
      yesNo: extracted.yesNo?.value ?? null,
      who: judgement.assessment.facts.who ?? null,
    },
    recognised: draft.world.recognised,
    flags: flagsOf(draft),
  };
}

function flagsOf(draft: Draft): Set<Flag> {
  const { conversation, world } = draft;
  const flags: [boolean, Flag][] = [
    [world.desk.operatesNationalHotline, 'desk-is-hotline'],
    [!world.desk.operatesNationalHotline, 'desk-is-not-hotline'],
    [world.handoff.lifeDangerHandoff === 'minimal', 'life-danger-minimal'],
    [world.desk.state === 'staffed', 'staff-here'],
    [world.desk.state !== 'staffed', 'nobody-here'],
    [!world.languages.get(tagOf(draft))?.reviewer && tagOf(draft) !== 'en', 'unreviewed'],
    [knownValue(conversation.facts.minor) === true, 'minor'],
    [conversation.channel === 'sms', 'sms'],
    [conversation.channel !== 'sms', 'web'],
    [conversation.case?.items.some(({ struck, kind }) => struck && kind !== 'talk') ?? false, 'struck'],
  ];
  return new Set(flags.filter(([holds]) => holds).map(([, flag]) => flag));
}

/** Acts first: what they say (an answer, the lines of a danger) stands before the dialog's next question. */
function play(draft: Draft, turn: DialogTurn, judgement?: Judgement): void {
  const before = draft.replies.length;
  set(draft, { dialog: turn.position ? { ...turn.position, answers: { ...turn.position.answers } } : null });
  const done = carryOut(draft, turn.acts, judgement);
  if (done.left) return;
  if (done.answered && turn.position?.id === 'welcome') return set(draft, { dialog: null });
  sayTurn(draft, turn, done.preview);
  if (draft.replies.length === before) sayLine(draft, 'menu.free');
}

function sayTurn(draft: Draft, turn: DialogTurn, preview: boolean): void {
  if (turn.says.length === 0) return;
  const lines = turn.says.flatMap(({ key, params }) => paragraphs(draft, ownKey(key), params));
  const choices = (turn.says.at(-1)?.choices ?? []).map((one) => toChoice(draft, one));
  if (!preview) return say(draft, { kind: 'dialog', paragraphs: lines, choices });
  const items = readItems(draft, draft.conversation.case?.items ?? []);
  if (draft.conversation.channel === 'sms') return sayPreviewOnSms(draft, lines, items);
  say(draft, { kind: 'preview', paragraphs: lines, choices, preview: items });
}

/** Line by line with numbers from 2 on; 1 shares, and NO is heard in every language. */
function sayPreviewOnSms(draft: Draft, question: readonly Paragraph[], items: readonly PreviewItem[]): void {
  const shown = items.map(({ label, text: words, struck }, index) => {
    const line = struck ? text(draft, 'sms:preview.out', { text: label }) : `${label}: ${words}`;
    return paragraphs(draft, 'sms:preview.line', { number: index + FIRST_LINE, text: line });
  });
  const said = [
    ...paragraphs(draft, 'sms:preview.intro'),
    ...shown.flat(),
    ...question,
    ...paragraphs(draft, 'sms:preview.ask'),
  ];
  say(draft, { kind: 'preview', paragraphs: said });
  set(draft, { offered: [{ id: 'share-all', label: '' }] });
}

/** Sentences that dialogs share may have a wording of their own on SMS. */
function ownKey(key: string): string {
  return key.startsWith('bot:') ? key.slice('bot:'.length) : key;
}

function toChoice(draft: Draft, one: DialogChoice) {
  return { id: one.id, label: text(draft, one.key) };
}
